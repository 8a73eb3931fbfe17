//! Where each statement stands in each article, as a drawing and as a table.

use super::{Subject, shown};
use crate::Comparison;
use crate::model::Group;
use crate::report::spread::spread;

/// Columns of a strip, and how many units of the drawing each takes.
const COLUMNS: usize = 150;
const UNIT: usize = 6;
const LEFT: usize = 40;
const ROW: usize = 28;

pub(super) struct Prominence {
    /// Whether only what several outlets carry is drawn; where nothing is, all is drawn.
    pub(super) is_of_shared: bool,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) left: usize,
    pub(super) right: usize,
    /// Where the first fifth ends.
    pub(super) fifth: usize,
    pub(super) strips: Vec<Strip>,
    pub(super) rows: Vec<PlaceRow>,
}

pub(super) struct Strip {
    pub(super) letter: String,
    pub(super) name: String,
    /// Height of the line, and of what hangs on it.
    pub(super) y: usize,
    pub(super) text_y: usize,
    pub(super) top: usize,
    pub(super) labels: Vec<Label>,
    pub(super) remarks: Vec<Shade>,
}

pub(super) struct Label {
    pub(super) x: usize,
    pub(super) label: String,
    pub(super) address: String,
}

pub(super) struct Shade {
    pub(super) x: usize,
    pub(super) width: usize,
}

pub(super) struct PlaceRow {
    pub(super) label: String,
    pub(super) address: String,
    /// Per cent of the words before it, or nothing.
    pub(super) positions: Vec<String>,
}

pub(super) fn prominence(subject: &Subject<'_>) -> Prominence {
    let comparison = subject.comparison;
    let mut shared = subject.statements.clone();
    shared.sort_unstable();
    let is_shared = |at: &usize| comparison.group(*at) != Group::Single;
    let is_of_shared = shared.iter().any(is_shared);
    if is_of_shared {
        shared.retain(is_shared);
    }
    let right = LEFT + COLUMNS * UNIT;
    Prominence {
        is_of_shared,
        width: right + 10,
        height: ROW * subject.articles.len(),
        left: LEFT,
        right,
        fifth: LEFT + COLUMNS * UNIT / 5,
        strips: subject
            .articles
            .iter()
            .enumerate()
            .map(|(row, article)| strip(subject, *article, row, &shared))
            .collect(),
        rows: shared.iter().map(|at| place_row(subject, *at)).collect(),
    }
}

fn strip(subject: &Subject<'_>, article: usize, row: usize, shared: &[usize]) -> Strip {
    let comparison = subject.comparison;
    let text = &comparison.articles[article];
    let column = |at: usize| {
        let position = text.position(at);
        // Both fit into a line, and truncation towards its start is meant.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let column = (position * COLUMNS as f64) as usize;
        column.min(COLUMNS - 1)
    };
    let mut places: Vec<(usize, usize)> = Vec::new();
    for at in shared {
        let renderings = comparison.renderings(*at, None);
        places.extend(
            renderings
                .of(article)
                .map(|own| (own.passages[0].place.span.start, *at)),
        );
    }
    places.sort_unstable();
    let labels: Vec<(usize, String)> = places
        .iter()
        .map(|(start, at)| (column(*start), (at + 1).to_string()))
        .collect();
    let starts = spread(&labels, COLUMNS);
    let y = ROW * row + ROW / 2;
    let named = starts.iter().zip(&places).map(|(start, (_, at))| Label {
        x: LEFT + start * UNIT,
        label: (at + 1).to_string(),
        address: subject.addresses[*at].clone(),
    });
    let remarks = comparison.extractions[article]
        .commentary
        .iter()
        .map(|remark| {
            let (first, last) = (column(remark.span.start), column(remark.span.end));
            Shade {
                x: LEFT + first * UNIT,
                width: (last + 1 - first) * UNIT,
            }
        });
    Strip {
        letter: comparison.letter(article),
        name: shown(&text.outlet),
        y,
        text_y: y + 4,
        top: y - 9,
        labels: named.collect(),
        remarks: remarks.collect(),
    }
}

fn place_row(subject: &Subject<'_>, at: usize) -> PlaceRow {
    let comparison = subject.comparison;
    let renderings = comparison.renderings(at, None);
    let position = |article: &usize| {
        let place = renderings.of(*article).map(|own| own.passages[0].place);
        place.map_or_else(String::new, |place| {
            format!("{:.0}%", 100.0 * comparison.position(place))
        })
    };
    PlaceRow {
        label: Comparison::label(at),
        address: subject.addresses[at].clone(),
        positions: subject.articles.iter().map(position).collect(),
    }
}
