//! A page of text for a person at a terminal, or in a mail.
//!
//! ```text
//! s1 Kremlin            went over the Afghan questi…  ◉    ◐41  ≈◐47 »    =
//! ```
//!
//! Signs first, then words, and colour only on top: the page reads the same in a pipe. No line is wider
//! than the screen in columns, where wide characters take two.

mod article;
mod articles;
mod check;
mod comment;
mod comparison;
mod explain;
mod framing;
mod matrix;
mod outlets;
mod page;
mod screen;
mod statements;
mod strip;
#[cfg(test)]
mod tests;
mod text;
mod trace;

use std::io::{self, Write};

use super::view::{Detail, View};
use super::{Extracted, Format};
use crate::model::{Check, Trace};
use crate::outlets::Outlets;
use crate::{Article, Comparison};
use page::Page;

pub use screen::Screen;

/// The page of text.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// Where it will be shown.
    pub screen: Screen,
    /// The name of the event, if it has one.
    pub event: Option<String>,
    /// What to show.
    pub view: View,
}

impl Terminal {
    /// A page for `screen`.
    pub fn on(screen: Screen) -> Self {
        Self {
            screen,
            event: None,
            view: View::default(),
        }
    }
}

impl Format<Comparison> for Terminal {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        comparison::write(comparison, self, &mut Page::new(self.screen, out))
    }
}

/// Why the renderings of some statements were aligned, as a page of text.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Where it will be shown.
    pub screen: Screen,
    /// Indices of the statements.
    pub statements: Vec<usize>,
}

impl Format<Comparison> for Explanation {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        explain::write(
            comparison,
            &self.statements,
            &mut Page::new(self.screen, out),
        )
    }
}

impl Format<Trace> for Terminal {
    fn write(&self, trace: &Trace, out: &mut dyn Write) -> io::Result<()> {
        trace::write(trace, &mut Page::new(self.screen, out))
    }
}

impl Format<Outlets> for Terminal {
    fn write(&self, outlets: &Outlets, out: &mut dyn Write) -> io::Result<()> {
        outlets::write(outlets, &mut Page::new(self.screen, out))
    }
}

impl Format<Check> for Terminal {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let is_full = self.view.detail == Detail::Full;
        check::write(check, is_full, &mut Page::new(self.screen, out))
    }
}

impl Format<Extracted<'_>> for Terminal {
    fn write(&self, extracted: &Extracted<'_>, out: &mut dyn Write) -> io::Result<()> {
        article::write_extracted(extracted, &mut Page::new(self.screen, out))
    }
}

impl Format<Article> for Terminal {
    fn write(&self, article: &Article, out: &mut dyn Write) -> io::Result<()> {
        article::write_article(article, &mut Page::new(self.screen, out))
    }
}
