//! What house style may do to spoken words without anybody calling it a change.

use serde::{Deserialize, Serialize};

use crate::align::matching::Unit;
use crate::align::vocabulary::Vocabulary;
use crate::lexicon::Lexicon;

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

/// The wording of a language with what is allowed in it.
#[derive(Clone, Copy)]
pub(super) struct Style<'a> {
    pub allowances: &'a Allowances,
    pub lexicon: Option<&'static Lexicon>,
    pub vocabulary: &'a Vocabulary,
}

impl Style<'_> {
    /// Whether `source` and `draft` are the same once tidied; `beside` are the words of the source around.
    pub(super) fn tidies(&self, source: &[Unit], draft: &[Unit], beside: [Option<&Unit>; 2]) -> bool {
        let (a, b) = (self.tidied(source), self.tidied(draft));
        if a == b {
            return true;
        }
        // "we we will": what is left out is said again right beside it.
        let beside = beside.into_iter().flatten();
        self.allowances.stutters
            && draft.is_empty()
            && source.len() <= 2
            && beside.into_iter().any(|next| source.iter().all(|unit| unit.id == next.id))
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
            if self.allowances.fillers && wording.is_filler(text) {
                continue;
            }
            if self.allowances.numerals && self.vocabulary.is_number(unit.id) {
                words.push(format!("#{}", unit.stem));
                continue;
            }
            let written = wording
                .written(text)
                .filter(|_| self.allowances.spoken_forms)
                .or_else(|| self.allowances.contractions.then(|| wording.contracted(text))?)
                .unwrap_or(text);
            words.extend(written.split(' ').map(str::to_owned));
        }
        words
    }
}
