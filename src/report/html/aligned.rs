//! Word under word: a short statement as a table, the words of the base in the first row, in every other
//! row what an outlet has in their place.
//!
//! ```text
//! A  we  moved  300  families  out
//! C  we  moved  30   families  ·
//! ```
//!
//! Beyond a dozen words a row is no longer read at a glance, and the rows under one another say more.

use super::{Subject, shown};
use crate::model::{DiffOp, DiffPart, Passage, Renderings, Span};

/// Words of the base, and outlets, that a table may have.
const MOST_WORDS: usize = 12;
const MOST_ROWS: usize = 8;

/// The table.
pub(super) struct Aligned {
    pub(super) rows: Vec<Row>,
}

pub(super) struct Row {
    pub(super) letter: String,
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
}

/// What stands in the place of one or more words of the base.
pub(super) struct Cell {
    pub(super) columns: usize,
    /// "kept", "new" or "none".
    pub(super) kind: &'static str,
    pub(super) words: String,
    /// Words behind them for which the base has none.
    pub(super) more: String,
}

/// The table of a statement, where it is short enough and some outlet changes a word of it.
pub(super) fn aligned(subject: &Subject<'_>, renderings: &Renderings) -> Option<Aligned> {
    let comparison = subject.comparison;
    let base = renderings.base;
    let words: Vec<&str> = comparison.slice(base).split_whitespace().collect();
    if !(2..=MOST_WORDS).contains(&words.len()) {
        return None;
    }
    let name = |article: usize| shown(&comparison.articles[article].outlet);
    let mut rows = vec![Row {
        letter: comparison.letter(base.article),
        name: name(base.article),
        cells: words.iter().map(|word| cell(1, "kept", word)).collect(),
    }];
    for rendering in &renderings.articles {
        let is_shown = subject.articles.contains(&rendering.article);
        let passages = rendering.passages.iter();
        let mut measured = passages.filter_map(|passage| measured(subject, renderings, passage));
        if let Some(diff) = measured.next().filter(|_| is_shown) {
            let theirs = &comparison.articles[base.article].text;
            let own = &comparison.articles[rendering.article].text;
            rows.push(Row {
                letter: comparison.letter(rendering.article),
                name: name(rendering.article),
                cells: cells(diff, (theirs, base.span), own)?,
            });
        }
    }
    let changes = |row: &Row| row.cells.iter().any(|cell| cell.kind != "kept");
    let is_telling = rows.iter().any(changes) && rows.len() <= MOST_ROWS;
    is_telling.then_some(Aligned { rows })
}

/// The steps from the base to `passage`, where they help a reader.
fn measured<'p>(
    subject: &Subject<'_>,
    renderings: &Renderings,
    passage: &'p Passage,
) -> Option<&'p [DiffPart]> {
    let comparison = subject.comparison;
    let measure = passage.measure.as_ref()?;
    let theirs = &comparison.articles[renderings.base.article].text;
    let own = &comparison.articles[passage.place.article].text;
    let is_drawn = measure.against == renderings.base && measure.is_drawable(theirs, own);
    is_drawn.then_some(measure.diff.as_slice())
}

/// The cells of one row, which take the columns of all words of the base; nothing where the steps do not
/// cover them in order.
fn cells(diff: &[DiffPart], (theirs, base): (&str, Span), own: &str) -> Option<Vec<Cell>> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut done = 0;
    for part in diff {
        let new = part.b.map(|span| span.slice(own)).unwrap_or_default();
        let Some(old) = part.a else {
            match cells.last_mut() {
                Some(last) if !new.is_empty() => last.more = joined(&last.more, new),
                _ => {}
            }
            continue;
        };
        let before = count(&theirs[base.start..old.start.clamp(base.start, base.end)]);
        let columns = count(old.slice(theirs));
        if columns == 0 {
            continue;
        }
        // A mark between the words belongs to no step.
        if before != done {
            return None;
        }
        done += columns;
        let words: Vec<&str> = new.split_whitespace().collect();
        match part.op {
            DiffOp::Equal if words.len() == columns => {
                cells.extend(words.iter().map(|word| cell(1, "kept", word)));
            }
            DiffOp::Equal => cells.push(cell(columns, "kept", new)),
            _ if words.is_empty() => cells.push(cell(columns, "none", "")),
            _ => cells.push(cell(columns, "new", new)),
        }
    }
    (done == count(base.slice(theirs))).then_some(cells)
}

fn cell(columns: usize, kind: &'static str, words: &str) -> Cell {
    Cell {
        columns,
        kind,
        words: shown(words),
        more: String::new(),
    }
}

fn joined(before: &str, words: &str) -> String {
    shown(format!("{before} {words}").trim())
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, words: &str) -> Option<Span> {
        let start = text.find(words)?;
        (!words.is_empty()).then(|| Span::new(start, start + words.len()))
    }

    fn row(theirs: &str, own: &str, steps: &[(DiffOp, &str, &str)]) -> Option<String> {
        let diff: Vec<DiffPart> = steps
            .iter()
            .map(|(op, a, b)| DiffPart {
                op: *op,
                a: span(theirs, a),
                b: span(own, b),
            })
            .collect();
        let cells = cells(&diff, (theirs, Span::new(0, theirs.len())), own)?;
        let told = cells.iter().map(|cell| {
            let words = if cell.kind == "none" {
                "·"
            } else {
                &cell.words
            };
            let more = if cell.more.is_empty() {
                String::new()
            } else {
                format!("+{}", cell.more)
            };
            format!("{words}{more}/{}", cell.columns)
        });
        Some(told.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn words_stand_under_the_words_that_they_replace() {
        let theirs = "We moved 300 families out.";
        let own = "we moved nearly all families quickly";
        let steps = [
            (DiffOp::Equal, "We moved", "we moved"),
            (DiffOp::Replace, "300", "nearly all"),
            (DiffOp::Equal, "families", "families"),
            (DiffOp::Insert, "", "quickly"),
            (DiffOp::Cut, "out", ""),
        ];
        assert_eq!(
            row(theirs, own, &steps).unwrap(),
            "we/1 moved/1 nearly all/1 families+quickly/1 ·/1"
        );
    }

    #[test]
    fn steps_that_leave_out_words_make_no_table() {
        let theirs = "We moved 300 families out.";
        let steps = [(DiffOp::Equal, "300 families", "300 families")];
        assert_eq!(row(theirs, "300 families", &steps), None);
    }
}
