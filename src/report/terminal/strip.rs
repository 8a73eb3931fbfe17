//! Where each statement stands: one line an outlet, from the first word to the last.
//!
//! ```text
//!  A ├─1──2────3────4─────────────────────5─────────────────────────────┤
//!  E ├─1─2─▒▒▒▒▒▒──3───4───▒▒▒▒▒▒──────────5────────────────────▒▒▒▒▒▒▒▒┤
//! ```

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, PLAIN, STRONG, Screen};
use super::text::Text;
use crate::model::Place;
use crate::report::spread::spread;

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if subject.selection.shown.is_empty() {
        return Ok(());
    }
    let texts = subject.comparison.texts;
    page.heading(texts.where_each_stands())?;
    let comment = page.screen.signs().comment();
    let mut found = subject.comparison.extractions.iter();
    if found.any(|found| !found.commentary.is_empty()) {
        page.paragraph(1, &texts.strip_caption_comment(comment))?;
    } else {
        page.paragraph(1, texts.strip_caption())?;
    }
    for article in &subject.articles {
        let letter = subject.comparison.letter(*article);
        let head = Text::of(&format!(" {letter}"), STRONG).padded(4);
        let length = page.screen.width() - 4 - 2;
        let strip = Strip::new(subject, *article, length, page.screen);
        page.line(head.joined(&Text::of(&strip.drawn(page.screen), PLAIN)))?;
        if strip.crowded > 0 {
            let note = texts.strip_crowded(strip.crowded);
            page.entry(Text::new(), 5, &Text::of(&note, FAINT))?;
        }
    }
    Ok(())
}

struct Strip {
    cells: Vec<char>,
    /// Statements for which no room was left.
    crowded: usize,
}

impl Strip {
    fn new(subject: &Subject<'_>, article: usize, length: usize, screen: Screen) -> Self {
        let comparison = subject.comparison;
        let column = |at: usize| {
            let position = comparison.articles[article].position(at);
            // Both fit into a line, and truncation towards its start is meant.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let column = (position * length as f64) as usize;
            column.min(length - 1)
        };
        let mut cells = vec![screen.signs().or('─', '-'); length];
        let shade = screen.signs().or('▒', '#');
        for remark in &comparison.extractions[article].commentary {
            let (first, last) = (column(remark.span.start), column(remark.span.end));
            cells[first..=last].fill(shade);
        }
        let mut places: Vec<(Place, usize)> = Vec::new();
        for at in &subject.selection.shown {
            let renderings = comparison.renderings(*at, None);
            places.extend(
                renderings
                    .of(article)
                    .map(|own| (own.passages[0].place, *at)),
            );
        }
        places.sort();
        let labels: Vec<(usize, String)> = places
            .iter()
            .map(|(place, at)| (column(place.span.start), (at + 1).to_string()))
            .collect();
        let starts = spread(&labels, length);
        let crowded = labels.len() - starts.len();
        for (start, (_, label)) in starts.iter().zip(&labels) {
            for (cell, digit) in cells[*start..].iter_mut().zip(label.chars()) {
                *cell = digit;
            }
        }
        Self { cells, crowded }
    }

    fn drawn(&self, screen: Screen) -> String {
        let (left, right) = (screen.signs().or('├', '|'), screen.signs().or('┤', '|'));
        let cells: String = self.cells.iter().collect();
        format!("{left}{cells}{right}")
    }
}
