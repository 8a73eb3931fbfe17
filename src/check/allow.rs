//! What house style may do to spoken words without anybody calling it a change.

use serde::{Deserialize, Serialize};

use crate::align::matching::Unit;
use crate::align::vocabulary::Vocabulary;
use crate::lexicon::{Lexicon, role};

/// What may be done to the words of a source; case of the first letter, quotation marks inside and
/// punctuation never count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Allowances {
    /// Leaving out "um", "uh".
    pub fillers: bool,
    /// Leaving out a word said twice ("we we will").
    pub stutters: bool,
    /// "going to" for "gonna".
    pub spoken_forms: bool,
    /// "do not" for "don't", or the other way round.
    pub contractions: bool,
    /// "three" for "3".
    pub numerals: bool,
}

impl Default for Allowances {
    fn default() -> Self {
        Self {
            fillers: true,
            stutters: true,
            spoken_forms: true,
            contractions: false,
            numerals: true,
        }
    }
}

/// Most words that are said twice by mistake.
const STUTTER: usize = 6;

/// The wording of a language with what is allowed in it.
#[derive(Clone, Copy)]
pub(super) struct Style<'a> {
    pub allowances: &'a Allowances,
    pub lexicon: Option<&'static Lexicon>,
    pub vocabulary: &'a Vocabulary,
}

impl Style<'_> {
    /// Whether `source` and `draft` are the same once tidied; `before` and `behind` are the words of the
    /// source around.
    pub(super) fn tidies(
        &self,
        source: &[Unit],
        draft: &[Unit],
        before: &[Unit],
        behind: &[Unit],
    ) -> bool {
        if self.tidied(source) == self.tidied(draft) {
            return true;
        }
        // "are, uh, are": what is left out is said again right beside it.
        let said: Vec<u32> = source
            .iter()
            .filter(|unit| !self.is_filler(unit))
            .map(|unit| unit.id)
            .collect();
        let is_said = |around: &[Unit]| {
            around.len() == said.len() && around.iter().zip(&said).all(|(unit, id)| unit.id == *id)
        };
        let head = &behind[..said.len().min(behind.len())];
        let tail = &before[before.len().saturating_sub(said.len())..];
        self.allowances.stutters
            && draft.is_empty()
            && said.len() <= STUTTER
            && (is_said(head) || is_said(tail))
    }

    /// `units` as they are matched: without sounds of hesitation, spoken forms as they are written.
    pub(super) fn written(&self, units: &[Unit]) -> Vec<Unit> {
        let Some(wording) = self.lexicon.map(Lexicon::wording) else {
            return units.to_vec();
        };
        let vocabulary = self.vocabulary;
        let mut written = Vec::with_capacity(units.len());
        for unit in units.iter().filter(|unit| !self.is_filler(unit)) {
            let form = wording.written(vocabulary.text(unit.id));
            let ids: Option<Vec<u32>> = form
                .filter(|_| self.allowances.spoken_forms)
                .and_then(|form| form.split(' ').map(|word| vocabulary.id(word)).collect());
            match ids {
                Some(ids) => written.extend(ids.into_iter().map(|id| Unit {
                    id,
                    stem: vocabulary.stem(id),
                    weight: vocabulary.weight(id),
                    rank: vocabulary.rank(id),
                    ..*unit
                })),
                None => written.push(*unit),
            }
        }
        written
    }

    fn is_filler(&self, unit: &Unit) -> bool {
        let wording = self.lexicon.map(Lexicon::wording);
        self.allowances.fillers
            && wording.is_some_and(|wording| {
                wording.roles(self.vocabulary.text(unit.id)) & role::FILLER != 0
            })
    }

    fn tidied(&self, units: &[Unit]) -> Vec<String> {
        let wording = self.lexicon.map(Lexicon::wording);
        let mut words: Vec<String> = Vec::new();
        for unit in units {
            let text = self.vocabulary.text(unit.id);
            let Some(wording) = wording else {
                words.push(text.to_owned());
                continue;
            };
            if self.is_filler(unit) {
                continue;
            }
            if self.allowances.numerals && self.vocabulary.is_number(unit.id) {
                words.push(format!("#{}", unit.stem));
                continue;
            }
            let written = wording
                .written(text)
                .filter(|_| self.allowances.spoken_forms)
                .or_else(|| {
                    self.allowances
                        .contractions
                        .then(|| wording.contracted(text))?
                })
                .unwrap_or(text);
            words.extend(written.split(' ').map(str::to_owned));
        }
        words
    }
}
