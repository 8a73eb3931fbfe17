//! Which segments are worth comparing word by word.
//!
//! Inside one event every two segments of different articles are looked at: their distinct stems and their
//! runs of three words are sorted lists, and merging two such lists costs less than looking one up. Over
//! a few hundred segments that is milliseconds; over a corpus it is quadratic, so there an index of the
//! runs comes first. Runs that stand in one segment only find nothing, runs in very many are boilerplate;
//! of the others a segment looks up its rarest, and a segment too short for runs its rarest word.
//!
//! What passes here costs a local alignment, so the filter asks for what every pair has that is ever
//! accepted: most of the lighter side, some weight in common, or a run of three words.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::segments::{Segment, shared_weight};

/// Up to this many segments every two are looked at: some fifty articles. What many articles share makes a pair of
/// every two of them, so that beyond it time and report would grow with the square.
const ALL_PAIRS: usize = 600;
/// Segments that may hold a run for it to be looked up.
const WIDESPREAD: usize = 200;
/// Runs that a segment looks up, rarest first.
const PROBES: usize = 12;
/// Segments that one is compared with. Of two hundred outlets that carry a statement no reader wants every two
/// compared; each with the fullest ones says as much.
const PARTNERS: usize = 12;
/// Share of the lighter segment, by weight, that must be shared; and the weight that suffices.
const SHARE: f32 = 0.4;
const WEIGHT: f32 = 1.2;

/// The pairs of segments to compare, in order; the first of each stands in the earlier article.
pub(super) fn candidates(segments: &[Segment]) -> Vec<(usize, usize)> {
    let is_near = |a: usize, b: usize| {
        let (x, y) = (&segments[a], &segments[b]);
        x.place.article != y.place.article && is_worth_comparing(x, y)
    };
    if segments.len() <= ALL_PAIRS {
        let all = (0..segments.len()).flat_map(|a| (a + 1..segments.len()).map(move |b| (a, b)));
        return all.filter(|(a, b)| is_near(*a, *b)).collect();
    }
    let mut found = indexed(segments);
    found.retain(|(a, b)| is_near(*a, *b));
    found
}

fn is_worth_comparing(x: &Segment, y: &Segment) -> bool {
    let shared = shared_weight(&x.bag, &y.bag);
    shared >= WEIGHT
        || shared > 0.0 && shared >= SHARE * x.distinct.min(y.distinct)
        || share_run(x, y)
}

/// Whether two segments have three words in a row in common.
fn share_run(x: &Segment, y: &Segment) -> bool {
    let (mut i, mut j) = (0, 0);
    while i < x.runs.len() && j < y.runs.len() {
        match x.runs[i].cmp(&y.runs[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => return true,
        }
    }
    false
}

/// The pairs that the index of runs and of words finds, in order.
fn indexed(segments: &[Segment]) -> Vec<(usize, usize)> {
    let runs = Index::new(segments, |segment, keys| keys.extend(&segment.runs));
    let is_short = |segment: &Segment| segment.runs.len() < 2;
    let mut wanted: FxHashSet<u64> = FxHashSet::default();
    for segment in segments.iter().filter(|segment| is_short(segment)) {
        wanted.extend(segment.bag.iter().map(|(stem, _)| u64::from(*stem)));
    }
    let words = Index::new(segments, |segment, keys| {
        let stems = segment.bag.iter().map(|(stem, _)| u64::from(*stem));
        keys.extend(stems.filter(|stem| wanted.contains(stem)));
    });
    let mut found = Vec::new();
    let mut hits: Vec<u32> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        hits.clear();
        if is_short(segment) {
            words.probe(at, 1, &mut hits);
        }
        runs.probe(at, PROBES, &mut hits);
        hits.sort_unstable();
        let needed = if segment.runs.len() < 4 { 1 } else { 2 };
        let mut partners: Vec<(usize, usize)> = hits
            .chunk_by(|x, y| x == y)
            .filter(|same| same.len() >= needed && same[0] as usize != at)
            .map(|same| (same.len(), same[0] as usize))
            .collect();
        if partners.len() > PARTNERS {
            // The fullest first: one of them is what the others are measured against.
            let rank = |(count, other): &(usize, usize)| {
                (
                    Reverse(*count),
                    Reverse(segments[*other].units.len()),
                    *other,
                )
            };
            partners.select_nth_unstable_by_key(PARTNERS, rank);
            partners.truncate(PARTNERS);
        }
        found.extend(
            partners
                .iter()
                .map(|(_, other)| (at.min(*other), at.max(*other))),
        );
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Keys with the segments that hold them, and segments with the keys that lead to others.
struct Index {
    /// Segments by key; the lists lie behind one another.
    holders: Vec<u32>,
    /// For every segment its lists, as (length, start), rarest first; those of all segments lie behind one
    /// another, bounded by `bounds`.
    lists: Vec<(u32, u32)>,
    bounds: Vec<usize>,
}

impl Index {
    /// Sorts all keys once; `keys` gives those of a segment, each one time.
    fn new(segments: &[Segment], mut keys: impl FnMut(&Segment, &mut Vec<u64>)) -> Self {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut postings: Vec<(u64, u32)> = Vec::new();
        let mut own = Vec::new();
        for (at, segment) in segments.iter().enumerate() {
            own.clear();
            keys(segment, &mut own);
            postings.extend(own.iter().map(|key| (*key, number(at))));
        }
        postings.sort_unstable();
        let mut lists: Vec<(u32, u32, u32)> = Vec::new();
        let mut start = 0;
        for list in postings.chunk_by(|x, y| x.0 == y.0) {
            if (2..=WIDESPREAD).contains(&list.len()) {
                let place = (number(list.len()), number(start));
                lists.extend(list.iter().map(|(_, segment)| (*segment, place.0, place.1)));
            }
            start += list.len();
        }
        lists.sort_unstable();
        let mut bounds = vec![0; segments.len() + 1];
        for (segment, _, _) in &lists {
            bounds[*segment as usize + 1] += 1;
        }
        for at in 1..bounds.len() {
            bounds[at] += bounds[at - 1];
        }
        Self {
            holders: postings.into_iter().map(|(_, segment)| segment).collect(),
            lists: lists
                .into_iter()
                .map(|(_, length, start)| (length, start))
                .collect(),
            bounds,
        }
    }

    /// The segments that hold the `most` rarest keys of segment `at`, once for each key.
    fn probe(&self, at: usize, most: usize, hits: &mut Vec<u32>) {
        let lists = &self.lists[self.bounds[at]..self.bounds[at + 1]];
        for (length, start) in lists.iter().take(most) {
            let start = *start as usize;
            hits.extend(&self.holders[start..start + *length as usize]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::segments::segments;
    use crate::align::vocabulary::Vocabulary;
    use crate::{Article, extract};

    #[test]
    fn the_index_finds_what_looking_at_all_pairs_finds() {
        let topics = [
            "bridge", "ferry", "sluice", "quarry", "railway", "harbour", "orchard", "mill",
        ];
        let articles: Vec<Article> = (0..12)
            .map(|at| {
                let (topic, other) = (topics[at % 8], topics[at / 8 % 8]);
                let text = format!(
                    "“We will rebuild the {topic} before the {other} festival opens in spring,” Ann Lee said.\n\n\
                     “Nobody in {topic} town number {at} was asked about the {other} money,” Tom Ortega said."
                );
                Article::new(format!("outlet{at}"), text)
            })
            .collect();
        let extractions: Vec<_> = articles.iter().map(extract::extract).collect();
        let (vocabulary, folded) = Vocabulary::of(&articles);
        let segments = segments(&articles, &extractions, &folded, &vocabulary);
        let found = indexed(&segments);
        for (a, b) in candidates(&segments) {
            let (x, y) = (&segments[a], &segments[b]);
            let shared = shared_weight(&x.bag, &y.bag);
            if shared >= 0.9 * x.distinct.min(y.distinct) {
                assert!(found.binary_search(&(a, b)).is_ok(), "{a} and {b}");
            }
        }
    }
}
