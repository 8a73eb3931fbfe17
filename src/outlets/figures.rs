//! Observations of many events to figures, one row per outlet.

use std::collections::BTreeMap;

use super::{Measure, Observation};
use crate::Texts;

/// Parts into which an article is divided to say where its shared statements stand.
pub const TENTHS: usize = 10;

/// What one outlet did over all events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// By measure, and by its sorts.
    totals: BTreeMap<(Measure, String), Total>,
    /// How many shared statements begin in each tenth of its articles.
    pub tenths: [usize; TENTHS],
}

/// A sum of observations.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Total {
    /// How many.
    pub count: usize,
    /// Their words.
    pub words: usize,
    /// Sum of their positions, 0 to 1 each.
    positions: f64,
}

impl Total {
    /// Adds another sum.
    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.words += other.words;
        self.positions += other.positions;
    }

    /// How far down they stand on average, 0 to 1.
    pub fn position(self) -> Option<f64> {
        (self.count > 0).then(|| self.positions / self.count as f64)
    }

    /// Words of one, on average.
    pub fn words_each(self) -> Option<f64> {
        (self.count > 0).then(|| self.words as f64 / self.count as f64)
    }
}

impl Figures {
    fn add(&mut self, seen: &Observation) {
        let key = (seen.measure, seen.detail.clone().into_owned());
        self.totals.entry(key).or_default().add(Total {
            count: seen.count,
            words: seen.words,
            positions: seen.position,
        });
        if seen.measure == Measure::Shared {
            let tenths = (1..TENTHS).filter(|tenth| seen.position * 10.0 >= *tenth as f64);
            self.tenths[tenths.count()] += 1;
        }
    }

    /// The sum over all sorts of `measure`.
    pub fn total(&self, measure: Measure) -> Total {
        let mut sum = Total::default();
        for (_, total) in self.sorts(measure) {
            sum.add(total);
        }
        sum
    }

    /// The sorts of `measure`, by name, each with its sum.
    pub fn sorts(&self, measure: Measure) -> impl Iterator<Item = (&str, Total)> {
        let sorts = self.totals.iter();
        sorts
            .filter(move |((of, _), _)| *of == measure)
            .map(|((_, sort), total)| (sort.as_str(), *total))
    }

    /// The share of `part` in `whole` by number, 0 to 1; nothing where there is no whole.
    pub fn share(&self, part: Measure, whole: Measure) -> Option<f64> {
        let whole = self.total(whole).count;
        (whole > 0).then(|| self.total(part).count as f64 / whole as f64)
    }

    /// The share of the words of its articles that stand in copied paragraphs, 0 to 1.
    pub fn copied_share(&self) -> Option<f64> {
        let all = self.total(Measure::Articles).words;
        (all > 0).then(|| self.total(Measure::Copied).words as f64 / all as f64)
    }
}

/// The figures of all outlets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlets {
    /// By name of the outlet: any other order would be a ranking.
    pub rows: BTreeMap<String, Figures>,
    /// Events that were counted.
    pub events: usize,
    /// The language of their pages.
    pub texts: Texts,
}

impl Outlets {
    /// Counts what was seen in one event.
    pub fn add(&mut self, event: &[Observation]) {
        self.events += 1;
        for seen in event {
            // Most outlets are there already; only a new one needs a name of its own.
            if let Some(figures) = self.rows.get_mut(seen.outlet) {
                figures.add(seen);
            } else {
                let figures = self.rows.entry(seen.outlet.to_owned()).or_default();
                figures.add(seen);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn seen(measure: Measure, sort: &'static str, position: f64) -> Observation<'static> {
        Observation {
            outlet: "Post",
            measure,
            detail: Cow::Borrowed(sort),
            count: 1,
            words: 7,
            position,
            article: 0,
            spans: Vec::new(),
        }
    }

    #[test]
    fn sorts_add_up_to_their_measure() {
        let mut outlets = Outlets::default();
        outlets.add(&[
            seen(Measure::Cues, "neutral", 0.1),
            seen(Measure::Cues, "neutral", 0.2),
            seen(Measure::Cues, "deny", 0.6),
            seen(Measure::Shared, "", 0.05),
            seen(Measure::Shared, "", 0.1),
            seen(Measure::Shared, "", 1.0),
            seen(Measure::Verbatim, "", 1.0),
        ]);
        let figures = &outlets.rows["Post"];
        assert_eq!(figures.total(Measure::Cues).count, 3);
        assert_eq!(figures.total(Measure::Cues).words, 21);
        let sorts: Vec<_> = figures.sorts(Measure::Cues).map(|(sort, _)| sort).collect();
        assert_eq!(sorts, ["deny", "neutral"]);
        assert_eq!(figures.tenths, [1, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
        let share = figures.share(Measure::Verbatim, Measure::Shared);
        assert!(share.is_some_and(|share| (share - 1.0 / 3.0).abs() < 1e-9));
        assert_eq!(figures.share(Measure::First, Measure::Together), None);
    }
}
