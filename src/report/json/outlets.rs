use std::collections::BTreeMap;

use serde::Serialize;

use crate::outlets::{Figures, Measure, Outlets, TENTHS, Total};

/// The name and version of the layout.
const SCHEMA: &str = "rashomon.outlets/1";

#[derive(Serialize)]
pub(super) struct OutletsObject<'a> {
    schema: &'static str,
    events: usize,
    outlets: Vec<OutletObject<'a>>,
}

#[derive(Serialize)]
struct OutletObject<'a> {
    outlet: &'a str,
    measures: BTreeMap<&'static str, MeasureObject<'a>>,
    /// Of the shared statements.
    verbatim_share: Option<f64>,
    altered_share: Option<f64>,
    /// Of the events told with others.
    first_share: Option<f64>,
    /// Of the words of all articles.
    copied_share: Option<f64>,
    words_per_voice: Option<f64>,
    /// Shared statements that begin in each tenth of an article.
    tenths: [usize; TENTHS],
}

#[derive(Serialize)]
struct MeasureObject<'a> {
    count: usize,
    words: usize,
    /// Mean share of an article's words that stand before it.
    position: Option<f64>,
    sorts: BTreeMap<&'a str, SortObject>,
}

#[derive(Serialize)]
struct SortObject {
    count: usize,
    words: usize,
}

impl<'a> OutletsObject<'a> {
    pub(super) fn new(outlets: &'a Outlets) -> Self {
        Self {
            schema: SCHEMA,
            events: outlets.events,
            outlets: outlets
                .rows
                .iter()
                .map(|(outlet, figures)| OutletObject::new(outlet, figures))
                .collect(),
        }
    }
}

impl<'a> OutletObject<'a> {
    fn new(outlet: &'a str, figures: &'a Figures) -> Self {
        let measures = Measure::ALL
            .iter()
            .map(|measure| (measure.name(), MeasureObject::new(figures, *measure)));
        Self {
            outlet,
            measures: measures.collect(),
            verbatim_share: figures.share(Measure::Verbatim, Measure::Shared),
            altered_share: figures.share(Measure::Altered, Measure::Shared),
            first_share: figures.share(Measure::First, Measure::Together),
            copied_share: figures.copied_share(),
            words_per_voice: figures.total(Measure::Voices).words_each(),
            tenths: figures.tenths,
        }
    }
}

impl<'a> MeasureObject<'a> {
    fn new(figures: &'a Figures, measure: Measure) -> Self {
        let total = figures.total(measure);
        let sorts = figures.sorts(measure).filter(|(sort, _)| !sort.is_empty());
        let object = |total: Total| SortObject {
            count: total.count,
            words: total.words,
        };
        Self {
            count: total.count,
            words: total.words,
            position: total.position(),
            sorts: sorts.map(|(sort, total)| (sort, object(total))).collect(),
        }
    }
}
