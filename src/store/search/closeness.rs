//! How much a few quotations are about one word or phrase, told from what is shown of them.
//!
//! FTS5 ranks by BM25, and for its weights walks twice more through all places of each word: of a phrase of
//! frequent words that stand together in a handful of quotations that is most of the time a question takes.
//! Where no more quotations answer than are shown, each is read and marked anyway; and for a single phrase the
//! weights of BM25 are all the same: how often it stands there and how long the quotation is tell the order.

use super::Hit;

/// How soon more of the same says no more, and how much length counts: as FTS5 has them.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;

/// Puts the closest first; equal ones stay in their order.
pub(super) fn sort(hits: &mut [Hit]) {
    let all: usize = hits.iter().map(length).sum();
    let average = all as f64 / hits.len().max(1) as f64;
    let closeness = |hit: &Hit| {
        let times = hit.matches.len() as f64;
        let length = length(hit) as f64 / average.max(1.0);
        times / (times + SATURATION * (1.0 - LENGTH + LENGTH * length))
    };
    hits.sort_by(|a, b| closeness(b).total_cmp(&closeness(a)));
}

/// Words of a quotation as the full text counts them.
fn length(hit: &Hit) -> usize {
    let passages = hit.text.iter();
    let words = passages.flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).count()
}
