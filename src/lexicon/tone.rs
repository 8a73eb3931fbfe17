use rustc_hash::FxHashMap;

use super::{Wording, tables};
use crate::model::ToneClass;

/// Words and phrases that can show a writer's attitude, by the stem of their first word.
#[derive(Debug, Default)]
pub struct Tones {
    by_first: FxHashMap<String, Vec<TonePhrase>>,
    /// Whether a first stem has each slot: most words of a text end the search here.
    slots: Vec<bool>,
}

/// One word or phrase of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TonePhrase {
    /// Stems of the words behind the first.
    rest: Vec<String>,
    /// What it does.
    pub class: ToneClass,
    /// 3: rarely plain; 2: often shows attitude; 1: only beside others.
    pub strength: u8,
}

impl TonePhrase {
    /// How many words it has.
    pub fn words(&self) -> usize {
        1 + self.rest.len()
    }
}

impl Tones {
    pub(super) fn load(language: &str, wording: &Wording) -> Self {
        let mut by_first: FxHashMap<String, Vec<TonePhrase>> = FxHashMap::default();
        for row in tables::rows(language, "tone") {
            let Some(class) = ToneClass::named(row.column(0)) else {
                continue;
            };
            let strength = row.column(1).parse().unwrap_or(1);
            for phrase in row.words(2) {
                let mut stems = phrase.split('_').map(|word| stem(wording, word));
                let first = stems.next().unwrap_or_default();
                by_first.entry(first).or_default().push(TonePhrase {
                    rest: stems.collect(),
                    class,
                    strength,
                });
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        let mut slots = vec![false; SLOTS];
        for stem in by_first.keys() {
            slots[slot(stem)] = true;
        }
        Self { by_first, slots }
    }

    /// The longest phrase that begins with the stem `first`; `behind` gives the stems that follow it.
    pub fn longest<'s>(
        &self,
        first: &str,
        behind: impl Fn(usize) -> Option<&'s str>,
    ) -> Option<&TonePhrase> {
        self.slots.get(slot(first)).filter(|slot| **slot)?;
        let mut phrases = self.by_first.get(first)?.iter();
        phrases.find(|phrase| {
            let mut rest = phrase.rest.iter().enumerate();
            rest.all(|(at, stem)| behind(at) == Some(stem))
        })
    }
}

/// The stem of a word in lower case, its apostrophes dropped.
pub(super) fn stem(wording: &Wording, word: &str) -> String {
    let mut stem = String::with_capacity(word.len());
    push_stem(wording, word, true, &mut stem);
    stem
}

/// Appends that stem to `out`. `counts`: whether the word can be a number.
pub(super) fn push_stem(wording: &Wording, word: &str, counts: bool, out: &mut String) {
    if word.contains('\'') {
        wording.push_stem(&word.replace('\'', ""), out);
    } else if counts {
        wording.push_stem(word, out);
    } else {
        wording.push_uninflected(word, out);
    }
}

/// Slots of the filter before the table: a few thousand stems leave most of them empty.
const SLOTS: usize = 1 << 16;

/// The slot of a stem: its first letters.
fn slot(stem: &str) -> usize {
    let letter = |at: usize| usize::from(stem.as_bytes().get(at).copied().unwrap_or_default());
    (letter(0) * 961 + letter(1) * 31 + letter(2) + letter(3) * 29_791) % SLOTS
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use crate::model::ToneClass;

    fn class(words: &str) -> Option<(ToneClass, usize)> {
        let lexicon = Lexicon::of(None).unwrap();
        let stems: Vec<String> = words.split(' ').map(|word| lexicon.stem(word)).collect();
        let behind = |at: usize| stems.get(at + 1).map(String::as_str);
        let phrase = lexicon.tones().longest(&stems[0], behind)?;
        Some((phrase.class, phrase.words()))
    }

    #[test]
    fn forms_and_phrases_are_known() {
        assert_eq!(
            class("shuttering the mission"),
            Some((ToneClass::Charged, 1))
        );
        assert_eq!(class("of course they left"), Some((ToneClass::Certain, 2)));
        assert_eq!(class("of the mission"), None);
    }
}
