//! How two renderings of a statement differ, and why they were taken to render it.

use serde::Serialize;

use super::comparison::{PlaceObject, rounded};
use super::{DiffObject, Points};
use crate::Comparison;
use crate::model::{Grounds, Order, Pair};

#[derive(Serialize)]
pub(super) struct PairObject<'a> {
    a: PlaceObject<'a>,
    b: PlaceObject<'a>,
    relation: Vec<&'static str>,
    score: f64,
    translation: bool,
    /// `a` counts in the article of the pair's `a`, `b` in that of its `b`.
    diff: Vec<DiffObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explain: Option<ExplainObject>,
}

/// Why the two were aligned: `a` counts in the article of the pair's `a`, `b` in that of its `b`.
#[derive(Serialize)]
struct ExplainObject {
    /// The weightiest words in common, `weight` up to 1.
    words: Vec<WordObject>,
    /// Words in common, and words of the shorter side.
    shared: usize,
    shorter: usize,
    run: Option<RunObject>,
    /// "same", "different" or "open".
    speaker: &'static str,
    order: OrderObject,
    /// Share of what the paragraphs around tell that both tell.
    around: f64,
}

#[derive(Serialize)]
struct WordObject {
    a: [usize; 2],
    b: [usize; 2],
    weight: f64,
    likeness: &'static str,
}

/// The longest run of words that both print in a row.
#[derive(Serialize)]
struct RunObject {
    a: [usize; 2],
    b: [usize; 2],
    words: usize,
}

/// As which of the `of` statements that both articles carry each tells this one, counted from 1.
#[derive(Serialize)]
struct OrderObject {
    a: usize,
    b: usize,
    of: usize,
}

impl<'a> PairObject<'a> {
    /// With the grounds where `order` says as which statements the two articles tell it.
    pub(super) fn new(
        pair: &Pair,
        order: Option<Order>,
        comparison: &'a Comparison,
        points: &[Points<'a>],
    ) -> Self {
        let relations = pair.relations.iter();
        let (a, b) = (&points[pair.a.article], &points[pair.b.article]);
        let diff = pair.diff.iter();
        Self {
            a: PlaceObject::new(pair.a, comparison, points),
            b: PlaceObject::new(pair.b, comparison, points),
            relation: relations.map(|relation| relation.name()).collect(),
            score: rounded(pair.score),
            translation: pair.is_translation,
            explain: order.map(|order| ExplainObject::new(&pair.grounds, order, a, b)),
            diff: diff.map(|part| DiffObject::new(*part, a, b)).collect(),
        }
    }
}

impl ExplainObject {
    fn new(grounds: &Grounds, order: Order, a: &Points, b: &Points) -> Self {
        let words = grounds.words.iter();
        Self {
            words: words
                .map(|word| WordObject {
                    a: a.span(word.a),
                    b: b.span(word.b),
                    weight: rounded(word.weight),
                    likeness: word.likeness.name(),
                })
                .collect(),
            shared: grounds.shared,
            shorter: grounds.shorter,
            run: grounds.run.map(|run| RunObject {
                a: a.span(run.a),
                b: b.span(run.b),
                words: run.words,
            }),
            speaker: grounds.credit.name(),
            order: OrderObject {
                a: order.a,
                b: order.b,
                of: order.of,
            },
            around: rounded(grounds.around),
        }
    }
}
