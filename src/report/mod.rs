//! A comparison to something a person or a program reads.
//!
//! ```text
//! Comparison ──▶ Json      one object, for scripts
//!            ├─▶ Html, Terminal, Markdown
//!            ├─▶ Tables    for spreadsheets
//!            ├─▶ Tei       a critical apparatus
//!            └─▶ ClaimReview, WebAnnotation
//! Check      ──▶ Json, Terminal, Sarif, Junit, GithubAnnotations, GithubSummary, Gitlab, WebAnnotation
//! Trace      ──▶ Json, Terminal, ClaimReview, WebAnnotation
//! Extracted  ──▶ JsonLines one object per article, Terminal, QuotationTable
//! Article    ──▶ JsonLines, Terminal
//! Outlets    ──▶ Json, Terminal, FigureTable, Html; the places behind a number: Evidence
//! Event      ──▶ EventTables, Html
//! ```
//!
//! Every format is one type that implements [`Format`] for what it can render. A format decides layout
//! and never meaning: what two formats say alike is a method of the model. Reports hold no clock, no
//! path of this machine and no order that changes between runs, so the same input gives the same bytes.

mod ci;
#[cfg(feature = "store")]
mod events;
mod evidence;
mod figures;
mod html;
mod json;
mod jsonld;
mod log;
mod markdown;
mod outside;
mod quotation_table;
mod rows;
#[cfg(test)]
pub(crate) mod sample;
mod signs;
mod spread;
mod tables;
mod tei;
mod terminal;
mod uri;
mod view;
mod visible;

use std::io::{self, Write};

use crate::{Article, Extraction, Quotation, Span, Texts};

pub use ci::{GithubAnnotations, GithubSummary, Gitlab, Junit, Sarif};
#[cfg(feature = "store")]
pub use events::{EventTable, EventTables};
pub use evidence::{Evidence, EvidenceFormat};
pub use figures::{FigureTable, Shape};
pub use html::Html;
#[cfg(feature = "store")]
pub use html::{EventFigures, EventList};
pub use json::{Json, JsonLines};
pub use jsonld::{ClaimReview, WebAnnotation};
pub(crate) use log::{InertLines, on_one_line};
pub use markdown::Markdown;
pub use quotation_table::QuotationTable;
pub use rows::{Rows, RowsOf};
pub use signs::Signs;
pub use tables::{Separator, Table, Tables};
pub use tei::Tei;
pub use terminal::{Explanation, Screen, Terminal};
pub use view::{Detail, Order, Selection, View};

/// A way to render a `Subject`: a [`Comparison`](crate::Comparison), an [`Extracted`] article, or an
/// [`Article`] as it was read.
pub trait Format<Subject: ?Sized> {
    /// Writes one whole report.
    ///
    /// # Errors
    /// Those of `out`.
    fn write(&self, subject: &Subject, out: &mut dyn Write) -> io::Result<()>;
}

/// One article with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Extracted<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its quotations and commentary.
    pub extraction: &'a Extraction,
    /// How many words of the article stand around each quotation.
    pub context: usize,
    /// Whether a page to read shows what is told of somebody's thoughts and wishes without a word of theirs; what a
    /// script reads always holds it.
    pub shows_thoughts: bool,
    /// The language of what the page says itself.
    pub texts: Texts,
}

impl<'a> Extracted<'a> {
    /// The words before and behind a quotation; nothing without context.
    fn around(&self, quotation: &Quotation) -> Option<(&'a str, &'a str)> {
        if self.context == 0 {
            return None;
        }
        let last = quotation.content.iter().map(|part| part.end).max()?;
        let whole = Span::new(quotation.start(), last);
        let (before, after) = self.article.around(whole, self.context);
        let text = &self.article.text;
        Some((before.slice(text), after.slice(text)))
    }
}
