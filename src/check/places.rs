//! Where the sources print the words of a quotation: one place, or several that it joins.
//!
//! ```text
//! draft    “We asked for sirens in May. I lost a friend this morning.”
//!           └────── part 1 ─────────┘  └────── part 2 ─────────────┘
//! source    We asked for sirens in May. They said no. … We went out at four. I lost a friend this morning.
//! ```
//!
//! Each stretch that shares rare words is aligned with the quotation, and the alignment that loses least is
//! kept. When it leaves words at an edge of the quotation without a match, these are looked up by
//! themselves.

use super::allow::Style;
use super::seeds::{Hit, Stretch, stretches};
use crate::align::matching::{Likeness, Step, Unit, match_words};
use crate::align::segments::{join_as_other, units};
use crate::align::vocabulary::{FoldedArticle, Rank, Vocabulary};

/// A run of the quotation and the run of a source that renders it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Index of the source among the articles.
    pub article: usize,
    /// Words of the source from the first matched to the last.
    pub words: (usize, usize),
    /// Words of the draft from the first matched to behind the last.
    pub quoted: (usize, usize),
    /// Weight of the quotation's words that are matched.
    pub weight: f32,
    /// Words of the longest run.
    pub run: usize,
    /// How many words of the quotation are matched.
    pub matched: usize,
    /// What separates the two wordings; 0 when they are the same.
    pub loss: f32,
}

/// The words of all articles, and what they weigh.
pub(super) struct Text<'a> {
    pub folded: &'a [FoldedArticle],
    pub vocabulary: &'a Vocabulary,
    pub style: Style<'a>,
}

/// Words beside the length of a quotation within which its parts may lie.
const ROOM: usize = 12;

/// Words and weight from which an unmatched edge is looked up by itself.
const EDGE_WORDS: usize = 3;
const EDGE_WEIGHT: f32 = 0.8;
/// Words from which an edge is looked up however little they weigh.
const LONG_EDGE: usize = 6;
/// Share of an edge that must be found.
const EDGE_FOUND: f32 = 0.75;
/// Parts that a quotation is taken apart into.
const MOST_PARTS: usize = 4;

/// The length of stretches for a quotation of `words` words.
pub(super) fn width(words: usize) -> usize {
    words + words / 2 + ROOM
}

impl Text<'_> {
    /// Every rendering of `quoted` in a stretch that shares words with it, the closest first.
    pub(super) fn parts(
        &self,
        quoted: &[Unit],
        hits: &[Hit],
        likeness: &mut Likeness,
    ) -> Vec<Part> {
        let mut parts: Vec<Part> = stretches(hits, width(quoted.len()))
            .iter()
            .flat_map(|stretch| self.parts_in(quoted, *stretch, likeness))
            .collect();
        parts.sort_by(|a, b| {
            a.loss
                .total_cmp(&b.loss)
                .then((a.article, a.words).cmp(&(b.article, b.words)))
        });
        parts.dedup_by_key(|part| (part.article, part.words));
        parts
    }

    /// The best rendering in a stretch, and the best before and behind it: neighbouring sentences share
    /// words, and the next one may be the one that was quoted.
    fn parts_in(&self, quoted: &[Unit], stretch: Stretch, likeness: &mut Likeness) -> Vec<Part> {
        let words = self.folded[stretch.article].words.len();
        let pad = quoted.len() + 2;
        let all = (
            stretch.from.saturating_sub(pad),
            (stretch.to + pad).min(words),
        );
        let mut found = Vec::new();
        if let Some(best) = self.part(quoted, stretch.article, all, likeness) {
            let sides = [(all.0, best.words.0), (best.words.1, all.1)];
            found.push(best);
            for side in sides {
                if side.1 - side.0 >= quoted.len().div_ceil(2) {
                    found.extend(self.part(quoted, stretch.article, side, likeness));
                }
            }
        }
        found
    }

    fn part(
        &self,
        quoted: &[Unit],
        article: usize,
        range: (usize, usize),
        likeness: &mut Likeness,
    ) -> Option<Part> {
        let folded = &self.folded[article];
        let own = self.style.written(&units(folded, range, self.vocabulary));
        let quoted = self.style.written(quoted);
        let source = join_as_other(&own, &quoted, self.vocabulary);
        let draft = join_as_other(&quoted, &own, self.vocabulary);
        let matching = match_words(&source, &draft, likeness);
        let kept = core(&matching.steps);
        let (steps, lost) = (
            &matching.steps[kept.clone()],
            weight_outside(&matching.steps, &kept, &draft),
        );
        let (first, last) = (steps.first()?, steps.last()?);
        let weight = |units: &[Unit]| units.iter().map(|unit| unit.weight).sum::<f32>();
        let left = widened(
            source[..first.a].iter().rev().take_while(|unit| !unit.ends),
            draft[..first.b].iter().rev(),
        );
        let right = widened(
            until_end(&source[last.a..]).iter(),
            draft[last.b + 1..].iter(),
        );
        let (from, to) = (first.a - left.source, last.a + right.source);
        let matched = steps.len() + left.matched + right.matched;
        let earned = matching.weight - lost + left.weight + right.weight;
        let inexact = steps.iter().filter(|step| !step.same).count();
        let skipped = (to - from + 1).saturating_sub(matched);
        Some(Part {
            article,
            words: (source[from].first, source[to].last + 1),
            quoted: (
                draft[first.b - left.draft].first,
                draft[last.b + right.draft].last + 1,
            ),
            weight: earned,
            run: matching.longest_run().len(),
            matched,
            loss: (weight(&draft) - earned)
                + (weight(&source[from..=to]) - earned).max(0.0) * 0.5
                + 0.02 * skipped as f32
                + 0.02 * inexact as f32
                + 0.02 * draft.len().saturating_sub(matched) as f32,
        })
    }

    /// The parts of which `quoted` is made, in its order, when `first` is the closest rendering.
    pub(super) fn joined(
        &self,
        quoted: &[Unit],
        first: Part,
        hits: &[Hit],
        likeness: &mut Likeness,
    ) -> Vec<Part> {
        let mut parts = vec![first];
        while parts.len() < MOST_PARTS {
            let head = parts[0].quoted.0;
            let tail = parts[parts.len() - 1].quoted.1;
            let before = quoted.partition_point(|unit| unit.first < head);
            let behind = quoted.partition_point(|unit| unit.first < tail);
            if let Some(part) = self.edge(quoted, 0..before, &parts[0], hits, likeness) {
                parts.insert(0, part);
            } else if let Some(part) = self.edge(
                quoted,
                behind..quoted.len(),
                &parts[parts.len() - 1],
                hits,
                likeness,
            ) {
                parts.push(part);
            } else {
                break;
            }
        }
        parts
    }

    /// The place of the words `range` of a quotation, which `beside` leaves unmatched.
    fn edge(
        &self,
        quoted: &[Unit],
        range: std::ops::Range<usize>,
        beside: &Part,
        hits: &[Hit],
        likeness: &mut Likeness,
    ) -> Option<Part> {
        let words = &quoted[range.clone()];
        let weight: f32 = words.iter().map(|unit| unit.weight).sum();
        let tells = words.iter().any(|unit| unit.rank > Rank::Function);
        let is_light = weight < EDGE_WEIGHT && words.len() < LONG_EDGE;
        if words.len() < EDGE_WORDS || is_light || !tells {
            return None;
        }
        let own: Vec<Hit> = hits
            .iter()
            .filter(|hit| range.contains(&hit.quoted_at))
            .copied()
            .collect();
        let mut parts = self.parts(words, &own, likeness);
        parts.retain(|part| {
            let overlaps = part.article == beside.article
                && part.words.0 < beside.words.1
                && beside.words.0 < part.words.1;
            part.weight >= EDGE_FOUND * weight
                && part.matched * 4 >= words.len() * 3
                && part.run >= EDGE_WORDS.min(words.len())
                && !overlaps
        });
        let same = |part: &&Part| part.article == beside.article;
        parts.iter().find(same).or(parts.first()).cloned()
    }
}

/// Words of the draft without a match that part a lone matched word from the rest.
const APART: usize = 4;

/// The steps without a lone one at either edge that many unmatched words of the draft part from the others: it is
/// matched by chance, and what is between may be from another place.
fn core(steps: &[Step]) -> std::ops::Range<usize> {
    let is_apart = |before: &Step, next: &Step| next.b - before.b > APART;
    let mut kept = 0..steps.len();
    if kept.len() > 2 && is_apart(&steps[0], &steps[1]) {
        kept.start = 1;
    }
    if kept.len() > 2 && is_apart(&steps[kept.end - 2], &steps[kept.end - 1]) {
        kept.end -= 1;
    }
    kept
}

/// What the words of the steps outside `kept` weigh.
fn weight_outside(steps: &[Step], kept: &std::ops::Range<usize>, draft: &[Unit]) -> f32 {
    let outside = steps[..kept.start].iter().chain(&steps[kept.end..]);
    outside.map(|step| draft[step.b].weight).sum()
}

/// The units behind the first up to the end of its sentence.
fn until_end(units: &[Unit]) -> &[Unit] {
    if units[0].ends {
        return &[];
    }
    let rest = &units[1..];
    let end = rest.iter().position(|unit| unit.ends);
    &rest[..end.map_or(rest.len(), |end| end + 1)]
}

/// What same words beyond an edge of the alignment add: small words that a changed one parts from the rest
/// ("I did *not* ask").
#[derive(Clone, Copy, Debug, Default)]
struct Widened {
    /// Words of the source and of the draft up to the last same one.
    source: usize,
    draft: usize,
    matched: usize,
    weight: f32,
}

/// Words of either side within which the next same word beyond an edge must come.
const GAP: usize = 3;

/// Walks away from an edge on both sides as long as the same words come soon.
fn widened<'u>(
    source: impl Iterator<Item = &'u Unit>,
    draft: impl Iterator<Item = &'u Unit>,
) -> Widened {
    let source: Vec<&Unit> = source.collect();
    let mut widened = Widened::default();
    for (at, unit) in draft.enumerate() {
        if at >= widened.draft + GAP {
            break;
        }
        let near = source.iter().skip(widened.source).take(GAP);
        if let Some(found) = near.clone().position(|other| other.id == unit.id) {
            widened.source += found + 1;
            widened.draft = at + 1;
            widened.matched += 1;
            widened.weight += unit.weight;
        }
    }
    widened
}
