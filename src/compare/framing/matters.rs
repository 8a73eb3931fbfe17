//! Sentences of several articles that tell one matter.
//!
//! ```text
//! A  The council swiftly rejected the plan.     ┐ a matter: each is the other's nearest sentence,
//! B  The council said no to the costly plan.    ┘ or both hold a variant of one statement
//! ```

use super::super::coverage::Coverage;
use crate::align::sentences::SentenceId;

/// Least likeness of sentences that tell the same matter.
const SAME_MATTER: f32 = 0.2;
/// Likeness of two sentences that hold a variant of one statement.
const SAME_STATEMENT: f32 = 0.5;

/// Sentences of different articles that tell the same, ascending, at least two.
pub(super) struct Matter {
    pub sentences: Vec<SentenceId>,
    /// How much the others have in common with the first that was looked at, summed.
    pub likeness: f64,
}

impl Matter {
    /// Share of its article's words before the earliest of the sentences.
    pub(super) fn earliest(&self, coverage: &Coverage) -> f64 {
        let starts = self.sentences.iter();
        starts
            .map(|id| coverage.position(id.article, coverage.place(*id).span.start))
            .fold(1.0, f64::min)
    }
}

/// The matters that several articles tell.
pub(super) fn matters(coverage: &Coverage) -> Vec<Matter> {
    let mut found = Vec::new();
    for article in 0..coverage.articles.len() {
        for index in 0..coverage.narration(article).sentences.len() {
            let own = SentenceId { article, index };
            let mut sentences = vec![own];
            let mut likeness = 0.0;
            let told = coverage.statements_at(article, coverage.place(own).span);
            for other in coverage.sentences.partners.of(article) {
                if let Some((counterpart, symmetry)) = counterpart(coverage, own, &told, *other) {
                    sentences.push(counterpart);
                    likeness += f64::from(symmetry);
                }
            }
            sentences.sort_unstable();
            if sentences.len() > 1 && (sentences[0] == own || sentences.len() > 2) {
                found.push(Matter {
                    sentences,
                    likeness,
                });
            }
        }
    }
    found
}

/// The sentence of another article that tells the same as `own`, which holds variants of the statements
/// `told`.
fn counterpart(
    coverage: &Coverage,
    own: SentenceId,
    told: &[usize],
    article: usize,
) -> Option<(SentenceId, f32)> {
    for at in told {
        let mut variants = coverage.statements[*at].variants.iter();
        if let Some(variant) = variants.find(|id| id.article == article) {
            let start = coverage.extractions[article].quotations[variant.index].start();
            let index = coverage.narration(article).sentence_at(start)?;
            return Some((SentenceId { article, index }, SAME_STATEMENT));
        }
    }
    let link = coverage.sentences.nearest(own, article)?;
    let other = link.other(own);
    let back = coverage.sentences.nearest(other, own.article)?;
    (back.other(other) == own && link.symmetry >= SAME_MATTER).then_some((other, link.symmetry))
}
