//! One article to its quotations and its commentary.

use crate::{Article, Extraction};

/// Finds the quotations and the marked commentary of `article`.
pub fn extract(article: &Article) -> Extraction {
    let _ = article;
    Extraction::default()
}
