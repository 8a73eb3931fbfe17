//! Aligned segments to statements, relations, omissions and commentary; what is told beside the quotations
//! to facts and framing.

mod commentary;
mod coverage;
mod diff;
mod facts;
mod framing;
mod relations;
mod statements;

use crate::align::Alignment;
use crate::align::sentences::align_sentences;
use crate::{Article, Comparison, Extraction};
use coverage::Coverage;

/// Describes how the articles differ.
pub fn compare(
    articles: Vec<Article>,
    extractions: Vec<Extraction>,
    alignment: Alignment,
) -> Comparison {
    let statements = statements::statements(&articles, &extractions, &alignment);
    let sentences = align_sentences(&extractions, &alignment);
    let coverage = Coverage {
        articles: &articles,
        extractions: &extractions,
        alignment: &alignment,
        sentences: &sentences,
        statements: &statements,
    };
    let facts = facts::facts(&coverage);
    let framing = framing::framing(&coverage);
    let remarks = commentary::remarks(&coverage);
    Comparison {
        articles,
        extractions,
        statements,
        facts: facts.differing,
        facts_compared: facts.compared,
        framing,
        remarks,
        copies: Vec::new(),
        summary: Vec::new(),
        left_out: Vec::new(),
    }
}
