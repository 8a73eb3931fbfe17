//! Aligned segments to statements, relations, omissions and commentary.

pub(crate) mod attribution;
mod copies;
pub(crate) mod diff;
mod pairs;
pub(crate) mod relations;
pub(crate) mod side;
mod splices;
mod statements;
mod summary;
#[cfg(test)]
mod tests;

use crate::align::Alignment;
use crate::{Article, Comparison, Extraction};

/// Describes how the articles differ.
pub fn compare(
    articles: Vec<Article>,
    mut extractions: Vec<Extraction>,
    alignment: Alignment,
) -> Comparison {
    let copies = copies::copies(&articles, &mut extractions, &alignment);
    let statements = statements::statements(&articles, &extractions, &alignment);
    let mut comparison = Comparison {
        articles,
        extractions,
        statements,
        copies,
        summary: Vec::new(),
        left_out: Vec::new(),
    };
    comparison.summary = summary::summary(&comparison);
    comparison
}
