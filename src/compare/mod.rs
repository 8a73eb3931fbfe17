//! Aligned segments to statements, relations, omissions and commentary.

mod attribution;
mod diff;
mod relations;
mod statements;

use crate::align::Alignment;
use crate::{Article, Comparison, Extraction};

/// Describes how the articles differ.
pub fn compare(
    articles: Vec<Article>,
    extractions: Vec<Extraction>,
    alignment: Alignment,
) -> Comparison {
    let statements = statements::statements(&articles, &extractions, &alignment);
    Comparison {
        articles,
        extractions,
        statements,
        copies: Vec::new(),
        summary: Vec::new(),
        left_out: Vec::new(),
    }
}
