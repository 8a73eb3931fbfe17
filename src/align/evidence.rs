//! What speaks for two segments being the same utterance.
//!
//! No single score serves both a cut (one side lies inside the other) and a rewording (both sides share most
//! of what they say), and none of them tells "unacceptable", said of the same remark in two outlets, from
//! "unacceptable", said twice. So the wordings alone are graded, and the grade says how much else is needed:
//!
//! | the wordings share | grade | is a pair |
//! |---|---|---|
//! | a long run, or most of the lighter one | strong | whoever is credited |
//! | a sentence, a telling run, most of a short one | fair | unless different people are credited |
//! | all of one to three words | short | if the same speaker is credited, or the context agrees |
//!
//! The limits were set on annotated events, by hand; none is of a published method.

use super::matching::{Matching, Unit};
use super::names::Agreement;
use super::segments::{Bag, Segment, shared_weight};
use super::vocabulary::{Rank, Vocabulary};

/// The measurements on which a pair is accepted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// Share of the lighter segment's weight that is matched.
    pub containment: f32,
    /// Matched weight as share of the weight of both together, what is matched counted once.
    pub symmetry: f32,
    /// Weight that is matched.
    pub weight: f32,
    /// How many matched words say something.
    pub telling: usize,
    /// How many matched words are no frequent ones.
    pub content: usize,
    /// Words in the longest run of matched words that follow one another.
    pub run: usize,
    /// Weight of that run.
    pub run_weight: f32,
    /// Words in the longest sentence, of either side, that is matched whole.
    pub sentence: usize,
    /// How many of the matched words that say something are the very same word on both sides.
    pub same: usize,
    /// Whether the matched words that say something are no more than a name or an office ("the attorney general of the Republic").
    pub is_name: bool,
    /// How many unmatched words of the shorter segment are articles and the like ("that mistrust", "the mistrust").
    pub determiners: usize,
    /// Words of the shorter segment.
    pub shorter: usize,
    /// Words of the longer segment.
    pub longer: usize,
    /// How many words of each are matched.
    pub matched: usize,
    /// Whether words that say something lie between the matched ones.
    pub broken: bool,
    /// Whether one side ends with the words with which the other begins.
    pub meets_at_ends: bool,
    /// Whether the same speaker is credited.
    pub speaker: Agreement,
    /// Whether a credit was found at a distance, so that it may be the extraction's mistake.
    pub is_doubtful: bool,
    /// How much the paragraphs around have in common, 0 to 1.
    pub context: f32,
}

/// How much the wordings alone say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grade {
    /// Nothing.
    None,
    /// Few words, all of them shared.
    Short,
    /// Enough when nothing speaks against it.
    Fair,
    /// Enough by itself.
    Strong,
}

impl Evidence {
    /// Measures two segments whose `units` were matched by `matching`, and whose speakers agree as `speaker` says.
    pub(crate) fn weigh(
        (a, b): (&Segment, &Segment),
        matching: &Matching,
        units: (&[Unit], &[Unit]),
        speaker: Agreement,
        vocabulary: &Vocabulary,
    ) -> Self {
        let weight = matching.weight;
        let sum = |units: &[Unit]| units.iter().map(|unit| unit.weight).sum::<f32>();
        let (wa, wb) = (sum(units.0), sum(units.1));
        let run = matching.longest_run();
        let rank = |rank: Rank| {
            let steps = matching.steps.iter();
            steps.filter(|step| units.0[step.a].rank >= rank).count()
        };
        Self {
            containment: weight / wa.min(wb).max(0.01),
            symmetry: weight / (wa + wb - weight).max(0.01),
            weight,
            telling: rank(Rank::Common),
            content: rank(Rank::Content),
            run: run.len(),
            run_weight: matching.steps[run]
                .iter()
                .map(|step| units.0[step.a].weight)
                .sum(),
            sentence: whole_sentence(units.0, matching.steps.iter().map(|step| step.a)).max(
                whole_sentence(units.1, matching.steps.iter().map(|step| step.b)),
            ),
            same: matching
                .steps
                .iter()
                .filter(|step| step.same && units.0[step.a].rank > Rank::Function)
                .count(),
            is_name: is_name(matching, units.0, vocabulary),
            determiners: determiners(matching, units, vocabulary),
            shorter: units.0.len().min(units.1.len()),
            longer: units.0.len().max(units.1.len()),
            matched: matching.steps.len(),
            broken: is_broken(matching, units),
            meets_at_ends: meets_at_ends(matching, units),
            speaker,
            is_doubtful: !a.is_named || !b.is_named,
            context: context(a, b, matching, units),
        }
    }

    /// Whether the longest run is longer than what two people say in the same words by chance.
    pub(crate) fn is_long(&self) -> bool {
        self.run >= 6 && self.run_weight >= 2.0
            || self.containment >= 0.8 && self.weight >= 2.8 && self.matched >= 5
    }

    /// How much the wordings alone say.
    pub(crate) fn grade(&self) -> Grade {
        let covered = self.matched as f32 / self.shorter.max(1) as f32;
        if self.is_name && covered < NAMED_ONLY {
            return Grade::None;
        }
        if self.is_long()
            || self.containment >= 0.66 && self.weight >= 2.5 && self.shorter > 3 && self.run >= 3
        {
            Grade::Strong
        } else if self.shorter <= 3 {
            let bare = (self.matched + self.determiners) as f32 / self.shorter.max(1) as f32;
            if self.same > 0 && self.containment >= 0.8 && bare > 0.6 && !self.broken {
                Grade::Short
            } else {
                Grade::None
            }
        } else if self.telling > 0
            && (self.containment >= 0.66 && self.weight >= 0.8 && covered >= 0.6
                || self.containment >= 0.55 && self.run >= 4 && self.run_weight >= 2.0
                || self.symmetry >= 0.45 && self.weight >= 0.8 && covered >= 0.6)
            || self.sentence >= 4
            || self.run >= 7 && self.run_weight >= 1.0
            || self.meets_at_ends && self.run >= 3 && self.telling > 0
            || self.sentence >= 3 && self.symmetry >= 0.9
        {
            Grade::Fair
        } else {
            Grade::None
        }
    }

    /// How alike the wordings are: 1 from a containment of 0.84 or a symmetry of 0.5 on, 0 where nothing is matched.
    pub(crate) fn score(&self) -> f64 {
        f64::from((self.containment / 0.84).max(self.symmetry / 0.5)).min(1.0)
    }
}

/// Share of the shorter segment up to which a name that both hold is not what it says.
const NAMED_ONLY: f32 = 0.6;

/// Whether the matched words that say something are all names and offices.
fn is_name(matching: &Matching, units: &[Unit], vocabulary: &Vocabulary) -> bool {
    let matched = matching.steps.iter().map(|step| &units[step.a]);
    let mut telling = matched.filter(|unit| unit.rank > Rank::Function);
    let is_name = |unit: &Unit| unit.capital || vocabulary.is_office(unit.id);
    vocabulary.capitals_tell() && telling.all(is_name)
}

/// How many unmatched words of the shorter side are articles, demonstratives and the like.
fn determiners(matching: &Matching, units: (&[Unit], &[Unit]), vocabulary: &Vocabulary) -> usize {
    let is_shorter = units.0.len() <= units.1.len();
    let shorter = if is_shorter { units.0 } else { units.1 };
    let mut is_matched = vec![false; shorter.len()];
    for step in &matching.steps {
        is_matched[if is_shorter { step.a } else { step.b }] = true;
    }
    let unmatched = shorter.iter().zip(is_matched);
    unmatched
        .filter(|(unit, matched)| !matched && vocabulary.is_determiner(unit.id))
        .count()
}

/// Words in the longest sentence all of whose words are among `matched`.
fn whole_sentence(units: &[Unit], matched: impl Iterator<Item = usize>) -> usize {
    let mut is_matched = vec![false; units.len()];
    for at in matched {
        is_matched[at] = true;
    }
    let (mut longest, mut start) = (0, 0);
    for at in 0..units.len() {
        if units[at].ends || at + 1 == units.len() {
            if is_matched[start..=at].iter().all(|matched| *matched) {
                longest = longest.max(at + 1 - start);
            }
            start = at + 1;
        }
    }
    longest
}

/// Whether words that say something lie between matched ones.
fn is_broken(matching: &Matching, units: (&[Unit], &[Unit])) -> bool {
    let says = |units: &[Unit]| units.iter().any(|unit| unit.rank > Rank::Function);
    matching.steps.windows(2).any(|pair| {
        says(&units.0[pair[0].a + 1..pair[1].a]) || says(&units.1[pair[0].b + 1..pair[1].b])
    })
}

/// Whether all matched words follow one another at the end of one side and the beginning of the other.
fn meets_at_ends(matching: &Matching, units: (&[Unit], &[Unit])) -> bool {
    let (Some(first), Some(last)) = (matching.steps.first(), matching.steps.last()) else {
        return false;
    };
    let (ends_a, ends_b) = (last.a + 1 == units.0.len(), last.b + 1 == units.1.len());
    matching.longest_run().len() == matching.steps.len()
        && (first.a == 0 && ends_b || first.b == 0 && ends_a)
}

/// How much the paragraphs around two segments have in common beside the matched words.
fn context(a: &Segment, b: &Segment, matching: &Matching, own: (&[Unit], &[Unit])) -> f32 {
    let mut matched: Vec<u32> = matching
        .steps
        .iter()
        .flat_map(|step| [own.0[step.a].stem, own.1[step.b].stem])
        .collect();
    matched.sort_unstable();
    let rest = |bag: &Bag| -> Bag {
        let kept = bag
            .iter()
            .filter(|(stem, _)| matched.binary_search(stem).is_err());
        kept.copied().collect()
    };
    let (x, y) = (rest(&a.around), rest(&b.around));
    let sum = |bag: &[(u32, f32)]| bag.iter().map(|entry| entry.1).sum::<f32>();
    shared_weight(&x, &y) / sum(&x).min(sum(&y)).max(0.5)
}
