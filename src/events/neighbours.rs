//! Pairs of articles that may tell one event, found through the rare terms that they share.

use rustc_hash::FxHashMap;

use super::profile::Term;
use super::vectors::Vector;

/// Two articles and how alike they are, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    pub a: usize,
    pub b: usize,
    pub likeness: f32,
}

/// Terms of an article that the index holds: its heaviest.
const INDEXED: usize = 32;
/// Entries of a term that an article looks at, the latest first.
const LOOKED_AT: usize = 300;
/// Neighbours that an article keeps.
const KEPT: usize = 12;
/// Pairs that are less alike on their own are no neighbours.
const LEAST: f32 = 0.10;
/// Pairs that are less alike on the indexed terms are not looked at whole.
const LEAST_INDEXED: f32 = 0.03;

/// One day in seconds.
const DAY: f32 = 86_400.0;
/// Days beyond which two articles never tell one event.
const WINDOW: f32 = 5.0;
/// Days within which nothing is taken off.
const FULLY_NEAR: f32 = 1.0;
/// The window in seconds.
pub const WINDOW_SECONDS: i64 = 5 * 86_400;

/// How much the time between two articles leaves of their likeness: all of it within a day,
/// nothing beyond the window. An article without a time may be of any.
pub(super) fn nearness(seconds: Option<f32>) -> f32 {
    let Some(seconds) = seconds else { return 0.85 };
    let days = seconds.abs() / DAY;
    ((WINDOW - days) / (WINDOW - FULLY_NEAR)).clamp(0.0, 1.0)
}

/// The neighbours of every article among those before it in `order`, which is that of time, the ones
/// without a time last.
pub(super) fn neighbours(vectors: &[Vector], times: &[Option<i64>]) -> Vec<Edge> {
    let mut order: Vec<usize> = (0..vectors.len()).collect();
    order.sort_by_key(|at| (times[*at].is_none(), times[*at], *at));
    let mut index: FxHashMap<Term, Vec<(usize, f32)>> = FxHashMap::default();
    let mut shared: FxHashMap<usize, f32> = FxHashMap::default();
    let mut edges = Vec::new();
    for at in order {
        let heaviest = vectors[at].heaviest(INDEXED);
        shared.clear();
        for (term, weight) in &heaviest {
            let entries = index.entry(*term).or_default();
            for (other, other_weight) in entries.iter().rev().take(LOOKED_AT) {
                if is_out_of_reach(times[at], times[*other]) {
                    break;
                }
                *shared.entry(*other).or_default() += weight * other_weight;
            }
            entries.push((at, *weight));
        }
        let mut found: Vec<Edge> = shared
            .iter()
            .filter(|(_, indexed)| **indexed >= LEAST_INDEXED)
            .map(|(other, _)| Edge {
                a: (*other).min(at),
                b: (*other).max(at),
                likeness: vectors[at].dot(&vectors[*other])
                    * nearness(between(times[at], times[*other])),
            })
            .filter(|edge| edge.likeness >= LEAST)
            .collect();
        found.sort_by(|x, y| {
            let by_likeness = y.likeness.total_cmp(&x.likeness);
            by_likeness.then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        found.truncate(KEPT);
        edges.extend(found);
    }
    edges
}

fn is_out_of_reach(later: Option<i64>, earlier: Option<i64>) -> bool {
    between(later, earlier).is_some_and(|seconds| seconds > WINDOW * DAY)
}

/// Seconds from one moment to the other.
fn between(later: Option<i64>, earlier: Option<i64>) -> Option<f32> {
    Some((later? - earlier?) as f32)
}
