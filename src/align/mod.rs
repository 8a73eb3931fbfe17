//! Segments of several articles to groups that render the same utterance.

use crate::{Article, Extraction};

/// The segments that render the same words, article against article.
#[derive(Debug, Default)]
pub struct Alignment {}

/// Finds the segments of different articles that render at least partly the same words.
pub fn align(articles: &[Article], extractions: &[Extraction]) -> Alignment {
    let _ = (articles, extractions);
    Alignment::default()
}
