//! How surely a passage tells a segment.

use super::Telling;
use super::passages::Passage;
use crate::align::names::{Agreement, agreement};
use crate::align::segments::{Bag, Segment, shared_weight};
use crate::align::vocabulary::Vocabulary;

/// Who a passage credits, beside the speaker of the segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Credit {
    /// Somebody else, who is named.
    Other,
    /// Nobody.
    Nobody,
    /// A description that may be the speaker.
    Described,
    /// Somebody else, but the sentence names the speaker.
    Named,
    /// The speaker.
    Same,
}

/// What speaks for a passage telling a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs {
    pub credit: Credit,
    /// Squared weight of the telling words that both hold: the same, alike at the beginning, of one meaning.
    pub stems: f32,
    pub roots: f32,
    pub concepts: f32,
    /// The squared weight of each side.
    pub own: f32,
    pub theirs: f32,
    /// Share of the lighter paragraph that both paragraphs hold, 0 to 1.
    pub around: f32,
    /// Whether the quotation of the passage prints other words of the segment.
    pub is_printed_in_part: bool,
}

impl Signs {
    pub(super) fn of(
        vocabulary: &Vocabulary,
        segment: &Segment,
        own: &Telling,
        passage: &Passage,
    ) -> Self {
        let sum = |bag: &Bag| bag.iter().map(|entry| entry.1).sum::<f32>();
        let theirs = &passage.words;
        let around = shared_weight(&own.around, &theirs.around);
        Self {
            credit: credit(vocabulary, segment, passage),
            stems: shared_weight(&own.stems, &theirs.stems),
            roots: shared_weight(&own.roots, &theirs.roots),
            concepts: shared_weight(&own.concepts, &theirs.concepts),
            own: sum(&own.stems),
            theirs: sum(&theirs.stems),
            around: around / sum(&own.around).min(sum(&theirs.around)).max(3.0),
            is_printed_in_part: false,
        }
    }

    /// Whether the same speaker is credited.
    pub(super) fn agreement(&self) -> Agreement {
        match self.credit {
            Credit::Same => Agreement::Same,
            Credit::Other | Credit::Named => Agreement::Different,
            Credit::Nobody | Credit::Described => Agreement::Open,
        }
    }

    /// What the passage and the segment share of telling words.
    fn shared(&self) -> f32 {
        (1.0 - OTHER_WORDS) * (self.stems + self.roots) / 2.0 + OTHER_WORDS * self.concepts
    }

    /// From a half to 1; nothing when the passage does not tell the segment.
    pub(super) fn score(&self) -> Option<f64> {
        let mut enough = match self.credit {
            Credit::Same => ENOUGH,
            Credit::Named => ENOUGH + NAMED,
            Credit::Described => ENOUGH + DESCRIBED,
            Credit::Other | Credit::Nobody => return None,
        };
        if self.is_printed_in_part {
            enough += PRINTED;
        }
        let shared = self.shared();
        let lighter = self.own.min(self.theirs).max(0.6);
        let total = shared.min(2.0) + 0.6 * (shared / lighter).min(1.0) + self.around;
        let holds = total >= enough && shared >= LEAST;
        // What is left of the certainty grows from a half at the threshold to 1 at twice that.
        holds.then(|| f64::from((total / (2.0 * enough)).min(1.0)))
    }
}

/// What shared words and surroundings must come to where the same speaker is credited. This and the four
/// that follow were set on one half of a set of labelled events and checked on the other.
const ENOUGH: f32 = 1.2;
/// What it takes more where somebody else is credited and the sentence names the speaker, and where a
/// description ("the mayor") may stand for him.
const NAMED: f32 = 0.3;
const DESCRIBED: f32 = 0.8;
/// What it takes more where the rest of the segment stands in quotation marks.
const PRINTED: f32 = 0.6;
/// Telling words that must be shared: about one rare one.
const LEAST: f32 = 0.3;
/// Share of what words of one meaning count beside words of one form.
const OTHER_WORDS: f32 = 0.25;

fn credit(vocabulary: &Vocabulary, segment: &Segment, passage: &Passage) -> Credit {
    let Some(speaker) = &segment.speaker else {
        return Credit::Nobody;
    };
    let own = || std::iter::once(speaker).chain(&segment.beside);
    let agreements = passage
        .speakers
        .iter()
        .flat_map(|name| own().map(move |own| agreement(Some(own), Some(name))));
    match agreements.max() {
        Some(Agreement::Same) => return Credit::Same,
        Some(Agreement::Open) => return Credit::Described,
        _ => {}
    }
    let last = speaker.words().last().filter(|_| speaker.is_name());
    let stem = last
        .and_then(|last| vocabulary.id(last))
        .map(|id| vocabulary.stem(id));
    if stem.is_some_and(|stem| passage.named.contains(&stem)) {
        return Credit::Named;
    }
    match passage.speakers.is_empty() {
        true => Credit::Nobody,
        false => Credit::Other,
    }
}
