use rustc_hash::{FxHashMap, FxHashSet};

use super::{Wording, tables};
use crate::model::ToneClass;

/// Words and phrases that can show a writer's attitude, as a tree of their stems: each word behind the first
/// costs one step.
#[derive(Debug, Default)]
pub struct Tones {
    openings: FxHashMap<String, Step>,
    /// Whether a first stem has each slot.
    slots: Vec<bool>,
    /// Words that share their stem with one of the table and show nothing ("spring" beside "spree").
    plain: FxHashSet<&'static str>,
}

/// A place in the tree.
#[derive(Debug, Default)]
struct Step {
    /// What the phrase that ends here does, and how strongly.
    end: Option<(ToneClass, u8)>,
    /// By the stem of the next word.
    next: FxHashMap<String, Step>,
}

/// One word or phrase of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TonePhrase {
    /// How many words it has.
    pub words: usize,
    /// What it does.
    pub class: ToneClass,
    /// 3: rarely plain; 2: often shows attitude; 1: only beside others; 0: plain, though its words alone are not.
    pub strength: u8,
}

impl Tones {
    pub(super) fn load(language: &str, wording: &Wording) -> Self {
        let mut root = Step::default();
        let mut plain = FxHashSet::default();
        for row in tables::rows(language, "tone") {
            let class = ToneClass::named(row.column(0));
            let strength = class.map_or(0, |_| row.column(1).parse().unwrap_or(1));
            let class = class.unwrap_or(ToneClass::Charged);
            for phrase in row.words(2) {
                if strength == 0 && !phrase.contains('_') {
                    plain.insert(phrase);
                    continue;
                }
                let mut step = &mut root;
                for word in phrase.split('_') {
                    step = step.next.entry(stem(wording, word)).or_default();
                }
                step.end.get_or_insert((class, strength));
            }
        }
        let mut slots = vec![false; SLOTS];
        for stem in root.next.keys() {
            slots[slot(stem)] = true;
        }
        Self {
            openings: root.next,
            slots,
            plain,
        }
    }

    /// Whether a phrase can begin with a form of `word`, in lower case, that is no number; most words of a text
    /// end the search here.
    pub fn can_open(&self, word: &str) -> bool {
        word.contains('\'') || self.slots.get(slot(word)).is_some_and(|slot| *slot)
    }

    /// Whether `word`, in lower case, shows nothing by itself though its stem stands in the table.
    pub fn is_plain(&self, word: &str) -> bool {
        self.plain.contains(word)
    }

    /// The longest phrase whose first stem `stem` holds; `behind` writes the stem of the word so many places
    /// behind it in its place, and is false where no phrase goes on.
    pub fn longest(
        &self,
        stem: &mut String,
        behind: impl Fn(usize, &mut String) -> bool,
    ) -> Option<TonePhrase> {
        let mut longest = None;
        let mut step = self.openings.get(stem.as_str())?;
        for words in 1.. {
            if let Some((class, strength)) = step.end {
                longest = Some(TonePhrase {
                    words,
                    class,
                    strength,
                });
            }
            stem.clear();
            if step.next.is_empty() || !behind(words, stem) {
                break;
            }
            match step.next.get(stem.as_str()) {
                Some(next) => step = next,
                None => break,
            }
        }
        longest
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

/// The slot of a word or of its stem, which share their first letters.
fn slot(word: &str) -> usize {
    let letter = |at: usize| usize::from(word.as_bytes().get(at).copied().unwrap_or_default());
    (letter(0) * 961 + letter(1) * 31 + letter(2)) % SLOTS
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use crate::model::ToneClass;

    fn class(words: &str) -> Option<(ToneClass, usize)> {
        let lexicon = Lexicon::of(None).unwrap();
        let stems: Vec<String> = words.split(' ').map(|word| lexicon.stem(word)).collect();
        let behind = |at: usize, stem: &mut String| {
            stem.extend(stems.get(at).map(String::as_str));
            at < stems.len()
        };
        let phrase = lexicon.tones().longest(&mut stems[0].clone(), behind)?;
        Some((phrase.class, phrase.words))
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
