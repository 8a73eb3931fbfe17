//! Facts, framing, unmarked remarks and voices of a comparison.

use serde::Serialize;

use super::Points;
use super::comparison::{PlaceObject, rounded};
use crate::Comparison;
use crate::model::{Fact, Framing, Place, Remark, Voice};

/// A fact for which the outlets give different values; `values` stands beside `spans`.
#[derive(Serialize)]
pub(super) struct FactObject<'a> {
    kind: &'static str,
    difference: &'static str,
    rounding: bool,
    values: Vec<&'a str>,
    spans: Vec<PlaceObject<'a>>,
    score: f64,
}

impl<'a> FactObject<'a> {
    pub(super) fn new(fact: &Fact, comparison: &'a Comparison, points: &[Points<'a>]) -> Self {
        Self {
            kind: fact.kind.name(),
            difference: fact.difference.name(),
            rounding: fact.difference == crate::model::Difference::Rounding,
            values: fact
                .values
                .iter()
                .map(|value| comparison.slice(value.figure))
                .collect(),
            spans: places(
                fact.values.iter().map(|value| value.place),
                comparison,
                points,
            ),
            score: rounded(fact.score),
        }
    }
}

/// A way in which the outlets tell the same thing differently.
#[derive(Serialize)]
pub(super) struct FramingObject<'a> {
    kind: &'static str,
    about: &'a str,
    note: &'a str,
    spans: Vec<PlaceObject<'a>>,
    missing_in: Vec<&'a str>,
    weight: f64,
}

impl<'a> FramingObject<'a> {
    pub(super) fn new(
        framing: &'a Framing,
        comparison: &'a Comparison,
        points: &[Points<'a>],
    ) -> Self {
        let missing = framing.missing_in.iter();
        Self {
            kind: framing.kind.name(),
            about: &framing.about,
            note: &framing.note,
            spans: places(framing.places.iter().copied(), comparison, points),
            missing_in: missing
                .map(|at| comparison.articles[*at].id.as_str())
                .collect(),
            weight: rounded(framing.weight),
        }
    }
}

/// A sentence in which an outlet seems to speak for itself, with the words that point to it.
#[derive(Serialize)]
pub(super) struct RemarkObject<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    kind: &'static str,
    marker: Option<&'a str>,
    triggers: Vec<TriggerObject<'a>>,
    weight: f64,
}

#[derive(Serialize)]
struct TriggerObject<'a> {
    text: &'a str,
    class: &'static str,
    start: usize,
    end: usize,
}

impl<'a> RemarkObject<'a> {
    pub(super) fn new(remark: &Remark, comparison: &'a Comparison, points: &[Points<'a>]) -> Self {
        let points = &points[remark.place.article];
        let [start, end] = points.span(remark.place.span);
        let triggers = remark.triggers.iter().map(|(span, class)| {
            let [start, end] = points.span(*span);
            TriggerObject {
                text: points.slice(*span),
                class: class.name(),
                start,
                end,
            }
        });
        Self {
            article: &comparison.articles[remark.place.article].id,
            start,
            end,
            kind: "unmarked",
            marker: None,
            triggers: triggers.collect(),
            weight: rounded(remark.weight),
        }
    }

    pub(super) fn start(&self) -> usize {
        self.start
    }
}

/// Who is heard, and where.
#[derive(Serialize)]
pub(super) struct VoiceObject<'a> {
    name: &'a str,
    heard: Vec<HeardObject<'a>>,
    named_only_in: Vec<&'a str>,
    absent_in: Vec<&'a str>,
}

#[derive(Serialize)]
struct HeardObject<'a> {
    first: PlaceObject<'a>,
    quotations: usize,
    in_marks: usize,
    words: usize,
    position: f64,
}

impl<'a> VoiceObject<'a> {
    pub(super) fn new(voice: &'a Voice, comparison: &'a Comparison, points: &[Points<'a>]) -> Self {
        let ids = |articles: &[usize]| -> Vec<&'a str> {
            let ids = articles.iter();
            ids.map(|at| comparison.articles[*at].id.as_str()).collect()
        };
        let firsts = voice.heard.iter().map(|heard| heard.first);
        let heard = voice.heard.iter().zip(places(firsts, comparison, points));
        Self {
            name: &voice.name,
            heard: heard
                .map(|(heard, first)| HeardObject {
                    first,
                    quotations: heard.quotations,
                    in_marks: heard.in_marks,
                    words: heard.words,
                    position: rounded(heard.position),
                })
                .collect(),
            named_only_in: ids(&voice.named_only),
            absent_in: ids(&voice.absent),
        }
    }
}

fn places<'a>(
    places: impl Iterator<Item = Place>,
    comparison: &'a Comparison,
    points: &[Points<'a>],
) -> Vec<PlaceObject<'a>> {
    places
        .map(|place| PlaceObject::new(place, comparison, points))
        .collect()
}
