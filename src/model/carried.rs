//! Which words of a statement the outlets have in common.
//!
//! ```text
//! A  “We were late, and the bridge was shut,” he said.     ┐ carried: “the bridge was shut”
//! B  He said “the bridge was shut”.                        ┘
//! ```

use std::cmp::Reverse;

use super::{DiffOp, Pair, Place, Relation, Span, Statement, count_words};
use crate::Article;

/// Words that tell which statement is meant.
const A_FEW: usize = 5;

impl Statement {
    /// The runs of words of the reference that every outlet which quotes of it prints; the reference where there are
    /// none.
    pub(crate) fn carried_runs(&self) -> Vec<Span> {
        let mut runs = vec![self.reference.span];
        let is_other = |article: &&usize| **article != self.reference.article;
        for article in self.carried_by.iter().filter(is_other) {
            let kept = self.kept_by(*article);
            // Who only tells it, or overlaps another rendering alone, says nothing about the reference.
            if kept.is_empty() {
                continue;
            }
            let both = |run: &Span| kept.iter().filter_map(|span| common(*run, *span)).collect();
            runs = runs.iter().flat_map::<Vec<Span>, _>(both).collect();
        }
        match runs.is_empty() {
            true => vec![self.reference.span],
            false => runs,
        }
    }

    /// The words that tell which statement is meant: the first of those carried that are a few, or the most there are.
    pub(crate) fn carried_words(&self, articles: &[Article]) -> Place {
        let text = &articles[self.reference.article].text;
        let mut runs = self.carried_runs();
        runs.sort_unstable();
        let mut few = runs
            .iter()
            .filter(|run| count_words(run.slice(text)) >= A_FEW);
        let longest = || {
            runs.iter()
                .max_by_key(|run| (run.len(), Reverse(run.start)))
        };
        let told = few.next().or_else(longest).copied();
        Place {
            span: told.unwrap_or(self.reference.span),
            ..self.reference
        }
    }

    /// Whether an article prints words of the statement in quotation marks.
    pub(crate) fn is_quoted_in(&self, article: usize) -> bool {
        let mut pairs = self.pairs.iter();
        article == self.reference.article
            || pairs
                .any(|pair| [pair.a.article, pair.b.article].contains(&article) && is_quoted(pair))
    }

    /// The runs of the reference that an article prints.
    fn kept_by(&self, article: usize) -> Vec<Span> {
        let mut kept = Vec::new();
        for pair in self.pairs.iter().filter(|pair| is_quoted(pair)) {
            let is_first = pair.a == self.reference && pair.b.article == article;
            let is_second = pair.b == self.reference && pair.a.article == article;
            if is_first || is_second {
                let equal = pair.diff.iter().filter(|part| part.op == DiffOp::Equal);
                kept.extend(equal.filter_map(|part| if is_first { part.a } else { part.b }));
            }
        }
        kept
    }
}

fn is_quoted(pair: &Pair) -> bool {
    !pair.relations.contains(Relation::Paraphrased)
}

fn common(a: Span, b: Span) -> Option<Span> {
    let (start, end) = (a.start.max(b.start), a.end.min(b.end));
    (start < end).then(|| Span::new(start, end))
}
