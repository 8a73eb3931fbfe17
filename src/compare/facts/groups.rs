//! Values that two articles give for one fact, joined to facts over all articles.

use super::super::coverage::Coverage;
use crate::model::{Difference, Fact, FactKind, Place, Value};

/// A value as it takes part in a comparison.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub value: Value,
    pub kind: FactKind,
}

/// Which candidates are of one fact, and how they differ.
#[derive(Debug, Default)]
pub(super) struct Groups {
    candidates: Vec<Candidate>,
    /// For each candidate another of its group, itself at the root.
    parents: Vec<usize>,
    differences: Vec<(usize, Difference, f64)>,
    pairs: usize,
}

impl Groups {
    pub(super) fn new(candidates: Vec<Candidate>) -> Self {
        Self {
            parents: (0..candidates.len()).collect(),
            candidates,
            differences: Vec::new(),
            pairs: 0,
        }
    }

    /// How many pairs of values were compared.
    pub(super) fn count(&self) -> usize {
        self.pairs
    }

    /// Notes that two candidates are of one fact; `difference` is nothing when they agree.
    pub(super) fn join(&mut self, a: usize, b: usize, difference: Option<Difference>, score: f64) {
        self.pairs += 1;
        let (x, y) = (self.root(a), self.root(b));
        self.parents[x.max(y)] = x.min(y);
        if let Some(difference) = difference {
            self.differences.push((a, difference, score));
        }
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    /// The groups in which something differs.
    pub(super) fn into_facts(self, coverage: &Coverage) -> Vec<Fact> {
        let mut facts = Vec::new();
        for root in (0..self.candidates.len()).filter(|at| self.parents[*at] == *at) {
            let inside = |at: &usize| self.root(*at) == root;
            let differing: Vec<_> = self
                .differences
                .iter()
                .filter(|(at, ..)| inside(at))
                .collect();
            let Some(difference) = differing.iter().map(|(_, difference, _)| *difference).min()
            else {
                continue;
            };
            let members: Vec<usize> = (0..self.candidates.len()).filter(inside).collect();
            let values = members.iter().map(|at| self.candidates[*at].value);
            facts.push(Fact {
                kind: self.candidates[root].kind,
                values: distinct(coverage, values.collect()),
                difference,
                score: differing
                    .iter()
                    .map(|(.., score)| *score)
                    .fold(0.0, f64::max),
            });
        }
        facts
    }
}

/// The values in order, a value that an article repeats once.
fn distinct(coverage: &Coverage, mut values: Vec<Value>) -> Vec<Value> {
    values.sort_by_key(|value| value.place);
    let printed = |value: &Value| {
        (
            value.place.article,
            coverage.slice(value.figure).to_lowercase(),
        )
    };
    let mut seen: Vec<(usize, String)> = Vec::new();
    values.retain(|value| {
        let key = printed(value);
        let is_new = !seen.contains(&key);
        seen.push(key);
        is_new
    });
    values
}

/// The best counterpart of each of `a` among `b` and back, where both are each other's best.
pub(super) fn mutual_best(
    a: &[usize],
    b: &[usize],
    score: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<(usize, usize, f64)> {
    let table: Vec<Vec<Option<f64>>> = a
        .iter()
        .map(|x| b.iter().map(|y| score(*x, *y)).collect())
        .collect();
    let row_best = |i: usize| best((0..b.len()).map(|j| table[i][j]));
    let column_best: Vec<Option<usize>> = (0..b.len())
        .map(|j| best((0..a.len()).map(|i| table[i][j])))
        .collect();
    (0..a.len())
        .filter_map(|i| {
            let j = row_best(i)?;
            let score = table[i][j]?;
            (column_best[j] == Some(i)).then_some((a[i], b[j], score))
        })
        .collect()
}

/// Index of the largest, the first of equals.
fn best(scores: impl Iterator<Item = Option<f64>>) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (at, score) in scores.enumerate() {
        if let Some(score) = score
            && best.is_none_or(|(_, known)| score > known)
        {
            best = Some((at, score));
        }
    }
    best.map(|(at, _)| at)
}

/// Two values of one place each.
pub(super) fn value(article: usize, span: crate::Span, figure: crate::Span) -> Value {
    let place = |span| Place { article, span };
    Value {
        place: place(span),
        figure: place(figure),
    }
}
