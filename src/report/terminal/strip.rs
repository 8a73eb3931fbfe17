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

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if subject.selection.shown.is_empty() {
        return Ok(());
    }
    page.heading("Where each statement stands")?;
    let comment = page.screen.comment();
    let mut caption =
        "s1, s2 and so on by number, from the first word of each article to its last".to_owned();
    if subject
        .comparison
        .extractions
        .iter()
        .any(|found| !found.commentary.is_empty())
    {
        caption.push_str(&format!("; {comment} the outlet's own comment"));
    }
    page.paragraph(1, &caption)?;
    for article in &subject.articles {
        let letter = subject.comparison.letter(*article);
        let head = Text::of(&format!(" {letter}"), STRONG).padded(4);
        let length = page.screen.width() - 4 - 2;
        let strip = Strip::new(subject, *article, length, page.screen);
        page.line(head.joined(&Text::of(&strip.drawn(page.screen), PLAIN)))?;
        if strip.crowded > 0 {
            let note = format!(
                "{} more statements stand too close to be drawn",
                strip.crowded
            );
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
        let mut cells = vec![screen.sign('─', '-'); length];
        let shade = screen.sign('▒', '#');
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
        let (starts, crowded) = spread(&labels, length);
        for (start, (_, label)) in starts.iter().zip(&labels) {
            for (cell, digit) in cells[*start..].iter_mut().zip(label.chars()) {
                *cell = digit;
            }
        }
        Self { cells, crowded }
    }

    fn drawn(&self, screen: Screen) -> String {
        let (left, right) = (screen.sign('├', '|'), screen.sign('┤', '|'));
        let cells: String = self.cells.iter().collect();
        format!("{left}{cells}{right}")
    }
}

/// Columns for labels that want to stand at a column each, in order: moved right where they would touch,
/// then left where they would leave the strip. Also how many at the end found no room.
fn spread(labels: &[(usize, String)], length: usize) -> (Vec<usize>, usize) {
    let mut fitting = labels.len();
    let needed = |count: usize| -> usize {
        labels[..count]
            .iter()
            .map(|(_, label)| label.len() + 1)
            .sum()
    };
    while needed(fitting) > length + 1 {
        fitting -= 1;
    }
    let mut starts = Vec::with_capacity(fitting);
    let mut free = 0;
    for (wanted, label) in &labels[..fitting] {
        let start = free.max(*wanted);
        starts.push(start);
        free = start + label.len() + 1;
    }
    let mut end = length;
    for (start, (_, label)) in starts.iter_mut().zip(&labels[..fitting]).rev() {
        *start = (*start).min(end.saturating_sub(label.len()));
        end = start.saturating_sub(1);
    }
    (starts, labels.len() - fitting)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(wanted: &[(usize, &str)], length: usize) -> (Vec<usize>, usize) {
        let labels: Vec<(usize, String)> = wanted
            .iter()
            .map(|(at, label)| (*at, (*label).to_owned()))
            .collect();
        spread(&labels, length)
    }

    #[test]
    fn labels_never_touch_and_never_leave_the_strip() {
        assert_eq!(
            starts(&[(2, "1"), (2, "12"), (9, "3")], 10),
            (vec![2, 4, 9], 0)
        );
        assert_eq!(starts(&[(8, "10"), (9, "11")], 10), (vec![5, 8], 0));
        assert_eq!(
            starts(&[(0, "10"), (0, "11"), (0, "12")], 6),
            (vec![0, 3], 1)
        );
    }
}
