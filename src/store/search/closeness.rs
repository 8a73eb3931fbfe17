//! How much a few quotations are about one word or phrase, told from what is shown of them.
//!
//! FTS5 ranks by BM25, and for its weights walks twice more through all places of each word: of a phrase of
//! frequent words that stand together in a handful of quotations that is most of the time a question takes.
//! Where no more quotations answer than are shown, each is read and marked anyway; and for a single phrase the
//! weights of BM25 are all the same: how often it stands there and how long the quotation is tell the order.

use super::Hit;
use crate::store::words::words;

/// How soon more of the same says no more, and how much length counts: as FTS5 has them.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;

/// Puts the closest first; equal ones stay in their order.
pub(super) fn sort(hits: &mut [Hit]) {
    let all: usize = hits.iter().map(length).sum();
    let average = all as f64 / hits.len().max(1) as f64;
    let of_hit = |hit: &Hit| closeness(hit.matches.len(), length(hit), average);
    hits.sort_by(|a, b| of_hit(b).total_cmp(&of_hit(a)));
}

/// How much words are about a phrase that stands in them so many `times`, when there are `length` of them and places
/// have `average` words.
pub(super) fn closeness(times: usize, length: usize, average: f64) -> f64 {
    let times = times as f64;
    let length = length as f64 / average.max(1.0);
    times / (times + SATURATION * (1.0 - LENGTH + LENGTH * length))
}

/// Words of a quotation as the full text counts them.
fn length(hit: &Hit) -> usize {
    hit.text.iter().map(|text| words(text).count()).sum()
}
