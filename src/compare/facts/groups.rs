//! Values that two articles give for one fact, joined to facts over all articles.

use super::super::coverage::Coverage;
use crate::model::{Difference, Fact, FactKind, Place, Value};

/// A value as it takes part in a comparison.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Where it stands.
    pub value: Value,
    /// What kind of value it is.
    pub kind: FactKind,
}

/// Which candidates are of one fact, and how they differ.
#[derive(Debug, Default)]
pub(super) struct Groups {
    candidates: Vec<Candidate>,
    pairs: Vec<Joint>,
}

/// Score from which a pair stands alone.
const SURE: f64 = 0.6;

/// Two candidates of one fact.
#[derive(Clone, Copy, Debug)]
struct Joint {
    a: usize,
    b: usize,
    /// Nothing when they agree.
    difference: Option<Difference>,
    score: f64,
}

impl Groups {
    /// What `compare` finds of the candidates of every two articles that are compared; it is given their indices.
    pub(super) fn of_partners(
        coverage: &Coverage,
        candidates: Vec<Candidate>,
        compare: impl Fn((&[usize], &[usize]), &mut Self),
    ) -> Self {
        let mut of = vec![Vec::new(); coverage.articles.len()];
        for (at, candidate) in candidates.iter().enumerate() {
            of[candidate.value.place.article].push(at);
        }
        let mut groups = Self {
            candidates,
            pairs: Vec::new(),
        };
        for (x, y) in coverage.sentences.partners.pairs() {
            compare((&of[x], &of[y]), &mut groups);
        }
        groups
    }

    /// How many pairs of values were compared.
    pub(super) fn count(&self) -> usize {
        self.pairs.len()
    }

    /// Notes that two candidates, by their indices, are of one fact, and how sure that is, 0 to 1; `difference` is
    /// nothing when they agree.
    pub(super) fn join(&mut self, a: usize, b: usize, difference: Option<Difference>, score: f64) {
        self.pairs.push(Joint {
            a,
            b,
            difference,
            score,
        });
    }

    /// The groups in which something differs. The surest pairs are joined first, and a pair that would bring
    /// two values of one article into a group is left out: the dead and the missing are two facts even where
    /// a third outlet adds them up.
    pub(super) fn into_facts(mut self, coverage: &Coverage) -> Vec<Fact> {
        self.pairs.sort_by(|x, y| {
            y.score
                .total_cmp(&x.score)
                .then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        let mut group_of: Vec<usize> = (0..self.candidates.len()).collect();
        let mut members: Vec<Vec<usize>> = group_of.iter().map(|at| vec![*at]).collect();
        let mut differences: Vec<Vec<(Difference, f64)>> = vec![Vec::new(); members.len()];
        let mut apart = Vec::new();
        for joint in &self.pairs {
            let (into, from) = (
                group_of[joint.a].min(group_of[joint.b]),
                group_of[joint.a].max(group_of[joint.b]),
            );
            if into != from {
                let clashing = |x: &usize| {
                    let mut others = members[into].iter();
                    others.any(|y| self.clashes(coverage, *x, *y))
                };
                let mut clashing = members[from].iter().filter(|x| clashing(x)).peekable();
                if clashing.peek().is_some() {
                    // Where a third article prints both, they are two facts.
                    let own = [joint.a, joint.b].map(|at| self.article(at));
                    if clashing.all(|x| own.contains(&self.article(*x))) {
                        apart.extend(self.apart(coverage, joint));
                    }
                    continue;
                }
                for at in std::mem::take(&mut members[from]) {
                    group_of[at] = into;
                    members[into].push(at);
                }
                let moved = std::mem::take(&mut differences[from]);
                differences[into].extend(moved);
            }
            differences[into].extend(joint.difference.map(|difference| (difference, joint.score)));
        }
        let groups = members.iter().zip(&differences);
        let mut facts: Vec<Fact> = groups
            .filter_map(|(members, differences)| self.fact(coverage, members, differences))
            .collect();
        facts.extend(apart);
        facts
    }

    /// A pair that does not fit into the group of either side, as a fact of its own if it is sure enough.
    fn apart(&self, coverage: &Coverage, joint: &Joint) -> Option<Fact> {
        let difference = joint.difference.filter(|_| joint.score >= SURE)?;
        self.fact(coverage, &[joint.a, joint.b], &[(difference, joint.score)])
    }

    fn article(&self, candidate: usize) -> usize {
        self.candidates[candidate].value.place.article
    }

    /// Whether two candidates of one article print different values.
    fn clashes(&self, coverage: &Coverage, x: usize, y: usize) -> bool {
        let (x, y) = (
            self.candidates[x].value.figure,
            self.candidates[y].value.figure,
        );
        x.article == y.article && !coverage.slice(x).eq_ignore_ascii_case(coverage.slice(y))
    }

    fn fact(
        &self,
        coverage: &Coverage,
        members: &[usize],
        differences: &[(Difference, f64)],
    ) -> Option<Fact> {
        let difference = differences
            .iter()
            .map(|(difference, _)| *difference)
            .min()?;
        let values = members.iter().map(|at| self.candidates[*at].value);
        Some(Fact {
            kind: self.candidates[*members.first()?].kind,
            values: distinct(coverage, values.collect()),
            difference,
            score: differences
                .iter()
                .map(|(_, score)| *score)
                .fold(0.0, f64::max),
        })
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

/// The best counterpart of each of `a` among `b` and back, where both are each other's best, with its score. `score` is
/// asked of every two, and gives nothing for two that are not to be joined.
pub(super) fn mutual_best(
    a: &[usize],
    b: &[usize],
    score: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<(usize, usize, f64)> {
    let score = &score;
    let rows = a.iter().flat_map(|x| b.iter().map(|y| score(*x, *y)));
    let table: Vec<Option<f64>> = rows.collect();
    let at = |i: usize, j: usize| table[i * b.len() + j];
    let row_best = |i: usize| best((0..b.len()).map(|j| at(i, j)));
    let column_best: Vec<Option<usize>> = (0..b.len())
        .map(|j| best((0..a.len()).map(|i| at(i, j))))
        .collect();
    (0..a.len())
        .filter_map(|i| {
            let j = row_best(i)?;
            let score = at(i, j)?;
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

/// The value of `article` that stands at `figure`, printed at `span` with what it counts.
pub(super) fn value(article: usize, span: crate::Span, figure: crate::Span) -> Value {
    let place = |span| Place { article, span };
    Value {
        place: place(span),
        figure: place(figure),
    }
}

/// Adds a fact to those with which it shares a value.
pub(super) fn merge(facts: &mut Vec<Fact>, fact: Fact) {
    let shares = |known: &&mut Fact| known.values.iter().any(|value| fact.values.contains(value));
    match facts.iter_mut().find(shares) {
        Some(known) => {
            known.values.extend(fact.values);
            known.values.sort_by_key(|value| value.place);
            known.values.dedup();
            known.score = known.score.max(fact.score);
        }
        None => facts.push(fact),
    }
}
