//! Which stretches of the sources are worth aligning with a quotation.
//!
//! The keys of a quotation are its telling words and its pairs of neighbouring words, all by stem. The
//! sources are walked twice and never indexed as a whole: once to count how often each key occurs, once to
//! note where the rarest keys of each quotation stand. A stretch not much longer than the quotation is as
//! good as the keys it holds, each weighed by its rarity. The cost is linear in the words of the sources.

use rustc_hash::FxHashMap;

use crate::align::matching::Unit;
use crate::align::vocabulary::{FoldedArticle, Rank, Vocabulary};

/// Where a key of a quotation stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Index of the source among the articles.
    pub article: usize,
    /// Word of it.
    pub at: usize,
    /// Number of the key within the quotation.
    pub key: u32,
    /// First word of the quotation that makes the key.
    pub quoted_at: usize,
    /// What the key weighs.
    pub weight: f32,
}

/// A stretch of a source, as words of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub article: usize,
    pub from: usize,
    pub to: usize,
    pub score: f32,
}

/// Hits that one quotation may have; the rarest keys come first, one is always taken.
const MOST_HITS: u32 = 4000;

/// The hits of each of `quotations` in the sources, in order of the sources' words.
pub(super) fn hits(
    quotations: &[&[Unit]],
    sources: &[(usize, &FoldedArticle)],
    vocabulary: &Vocabulary,
) -> Vec<Vec<Hit>> {
    let mut known: FxHashMap<u64, u32> = FxHashMap::default();
    let own: Vec<Vec<(u32, usize)>> = quotations
        .iter()
        .map(|units| keys_of(units, &mut known))
        .collect();
    let mut counts = vec![0_u32; known.len()];
    let mut all = 1_u32;
    walk(sources, vocabulary, &known, &mut |_, _, key| {
        counts[key as usize] += 1;
    });
    for (_, folded) in sources {
        all = all.saturating_add(u32::try_from(folded.words.len()).unwrap_or(u32::MAX));
    }
    let mut wanted: Vec<Vec<(usize, u32, usize)>> = vec![Vec::new(); known.len()];
    for (quotation, keys) in own.iter().enumerate() {
        let mut keys: Vec<(u32, u32, usize)> = keys
            .iter()
            .map(|(key, at)| (counts[*key as usize], *key, *at))
            .filter(|(count, ..)| *count > 0)
            .collect();
        keys.sort_unstable();
        let mut sum = 0_u32;
        for (number, (count, key, at)) in (0_u32..).zip(keys) {
            sum = sum.saturating_add(count);
            if number > 0 && sum > MOST_HITS {
                break;
            }
            wanted[key as usize].push((quotation, number, at));
        }
    }
    let mut hits = vec![Vec::new(); quotations.len()];
    walk(sources, vocabulary, &known, &mut |article, at, key| {
        let weight = (1.0 + all as f32 / counts[key as usize] as f32).ln();
        for (quotation, number, quoted_at) in &wanted[key as usize] {
            hits[*quotation].push(Hit {
                article,
                at,
                key: *number,
                quoted_at: *quoted_at,
                weight,
            });
        }
    });
    hits
}

/// The keys of a quotation, each with the first word that makes it.
fn keys_of(units: &[Unit], known: &mut FxHashMap<u64, u32>) -> Vec<(u32, usize)> {
    let mut keys = Vec::new();
    let mut add = |key: u64, at: usize| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let number = *known.entry(key).or_insert(next);
        if !keys.iter().any(|(other, _)| *other == number) {
            keys.push((number, at));
        }
    };
    for (at, unit) in units.iter().enumerate() {
        if unit.rank > Rank::Function || units.len() < 3 {
            add(single(unit.stem), at);
        }
        if let Some(next) = units.get(at + 1) {
            add(double(unit.stem, next.stem), at);
        }
    }
    keys
}

fn single(stem: u32) -> u64 {
    u64::from(stem) << 32 | u64::from(u32::MAX)
}

fn double(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Calls `found` with article, word and key for every known key of the sources.
fn walk(
    sources: &[(usize, &FoldedArticle)],
    vocabulary: &Vocabulary,
    known: &FxHashMap<u64, u32>,
    found: &mut dyn FnMut(usize, usize, u32),
) {
    for (article, folded) in sources {
        let mut before: Option<u32> = None;
        for (at, word) in folded.words.iter().enumerate() {
            let stem = vocabulary.stem(word.id);
            if let Some(key) = before.and_then(|before| known.get(&double(before, stem))) {
                found(*article, at - 1, *key);
            }
            if let Some(key) = known.get(&single(stem)) {
                found(*article, at, *key);
            }
            before = Some(stem);
        }
    }
}

/// Stretches that are looked at for one quotation, and more of them when they are as good as the best.
const STRETCHES: usize = 5;
const MOST_STRETCHES: usize = 24;

/// The best stretches of up to `width` words, best first; no two overlap.
pub(super) fn stretches(hits: &[Hit], width: usize) -> Vec<Stretch> {
    let keys = hits.iter().map(|hit| hit.key as usize + 1).max();
    let mut held = vec![0_u32; keys.unwrap_or(0)];
    let mut all = Vec::new();
    let (mut first, mut score) = (0, 0.0);
    for (last, hit) in hits.iter().enumerate() {
        let count = &mut held[hit.key as usize];
        score += if *count == 0 { hit.weight } else { 0.0 };
        *count += 1;
        while hits[first].article != hit.article || hits[first].at + width < hit.at {
            let count = &mut held[hits[first].key as usize];
            *count -= 1;
            score -= if *count == 0 { hits[first].weight } else { 0.0 };
            first += 1;
        }
        // The same keys in fewer words are the better stretch.
        let mut from = first;
        while from < last && held[hits[from].key as usize] > 1 && hits[from].key != hit.key {
            from += 1;
        }
        all.push(Stretch {
            article: hit.article,
            from: hits[first].at,
            to: hit.at + 1,
            score: score - 0.001 * (hit.at - hits[from].at) as f32,
        });
    }
    all.sort_by(|a, b| {
        let place = |one: &Stretch| (one.article, one.from, one.to);
        b.score.total_cmp(&a.score).then(place(a).cmp(&place(b)))
    });
    let mut chosen: Vec<Stretch> = Vec::new();
    let best = all.first().map_or(0.0, |stretch| stretch.score);
    for stretch in all {
        let is_rival = stretch.score >= best * 0.95 && chosen.len() < MOST_STRETCHES;
        if chosen.len() >= STRETCHES && !is_rival {
            break;
        }
        let overlaps = |other: &Stretch| {
            other.article == stretch.article && other.from < stretch.to && stretch.from < other.to
        };
        if !chosen.iter().any(overlaps) {
            chosen.push(stretch);
        }
    }
    chosen
}
