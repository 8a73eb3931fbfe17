//! What some outlets tell and another does not.
//!
//! ```text
//! A  …the report does not clear him, she said.      ┐ shared: report, clear
//! B  …the report, which stopped short of clearing   ┘ C has neither word anywhere: C leaves it out
//! ```
//!
//! Three kinds of matter are sought: **passages** of two outlets that tell the same and share words that a
//! third lacks altogether; **voices** that others let speak and one does not; and passages of **one outlet
//! alone**, where the others have no sentence for it and lack its words. Passages that share a missing word
//! are one matter. Copies of one text are one voice: what two of them tell is not told by two. What ranks
//! first is carried by several, stands early, is long, or answers somebody.
//! "Not found" is all that is claimed: an outlet can say it in words that share none.

mod matter;
mod passages;
mod unheard;

use super::super::coverage::Coverage;
use super::compares;
use super::voices::Voices;

use crate::align::sentences::SentenceId;
use crate::model::Framing;
use matter::Draft;

/// Most passages of one article in a finding.
const MOST_PASSAGES: usize = 8;
/// A passage whose like in the third article shares this part of it is told there.
const TOLD: f32 = 0.3;
/// What a denial or a counterattack adds to the weight of a matter.
const ANSWER: f64 = 0.5;

/// What each outlet leaves out and others tell: the `most` weightiest.
pub(super) fn omissions(coverage: &Coverage, voices: &Voices, most: usize) -> Vec<Framing> {
    let bags = coverage.sentences.bags.iter();
    let stems = bags.map(|sentences| Stems::of(sentences.iter().flatten()));
    let stems = stems.collect();
    let absence = Absence {
        coverage,
        stems,
        origins: coverage.origins(),
    };
    let mut found = absence.passages();
    let unheard = absence.voices(voices).into_iter();
    found.extend(unheard.map(|framing| Draft {
        framing,
        matter: None,
    }));
    found.extend(absence.alone());
    let mut kept = merged(found);
    kept.retain(|draft| compares(coverage, &draft.framing));
    kept.truncate(most);
    kept.into_iter()
        .map(|draft| absence.worded(draft))
        .collect()
}

/// What each article has, to say what it lacks.
struct Absence<'c, 'a> {
    coverage: &'c Coverage<'a>,
    /// The stems of each article.
    stems: Vec<Stems>,
    /// Whose text each prints.
    origins: Vec<usize>,
}

/// Which stems an article holds, by their numbers.
struct Stems(Vec<bool>);

impl Stems {
    fn of<'b>(stems: impl Iterator<Item = &'b (u32, f32)>) -> Self {
        let mut held = Vec::new();
        for (stem, _) in stems {
            let at = *stem as usize;
            if held.len() <= at {
                held.resize(at + 1, false);
            }
            held[at] = true;
        }
        Self(held)
    }

    fn contains(&self, stem: u32) -> bool {
        self.0.get(stem as usize).is_some_and(|held| *held)
    }
}

impl Absence<'_, '_> {
    /// How many articles hold each stem.
    fn holders(&self) -> Vec<usize> {
        let stems = self.stems.iter().map(|stems| stems.0.len());
        let mut holders = vec![0; stems.max().unwrap_or(0)];
        for stems in &self.stems {
            for (holders, held) in holders.iter_mut().zip(&stems.0) {
                *holders += usize::from(*held);
            }
        }
        holders
    }

    /// Whether two articles print one text.
    fn is_one_voice(&self, a: usize, b: usize) -> bool {
        self.origins[a] == self.origins[b]
    }

    /// Whether `other` can lack what `article` tells: its copies tell what it tells, it does not tell what they add.
    fn is_another(&self, article: usize, other: usize) -> bool {
        let is_compared = other != article && !self.coverage.is_apart(other);
        is_compared && (self.origins[article] != article || !self.is_one_voice(article, other))
    }

    fn is_told(&self, id: SentenceId, article: usize) -> bool {
        let mut links = self.coverage.sentences.with(id, article);
        links.any(|link| link.symmetry >= TOLD)
    }

    /// Whether somebody denies, concedes or hits back in the sentence.
    fn answers(&self, id: SentenceId) -> bool {
        let quotations = &self.coverage.extractions[id.article].quotations;
        let span = self.coverage.place(id).span;
        let mut cues = self
            .coverage
            .quotations_at(id.article, span)
            .filter_map(|index| quotations[index].cue.as_ref());
        cues.any(|cue| span.contains(cue.span) && is_answer(&cue.stance))
    }
}

/// Whether a cue of this class answers somebody.
fn is_answer(stance: &str) -> bool {
    matches!(stance, "deny" | "attack" | "concede")
}

/// Joins findings whose passages lie in those of a weightier one with the same absence.
fn merged(mut found: Vec<Draft>) -> Vec<Draft> {
    found.sort_by(|a, b| a.framing.by_weight(&b.framing));
    let mut kept: Vec<Draft> = Vec::new();
    for draft in found {
        let framing = &draft.framing;
        let covered = kept.iter().any(|Draft { framing: other, .. }| {
            other.missing_in == framing.missing_in
                && framing
                    .places
                    .iter()
                    .all(|place| other.places.contains(place))
        });
        if !covered {
            kept.push(draft);
        }
    }
    kept
}
