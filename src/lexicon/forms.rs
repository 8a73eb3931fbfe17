//! The words of a language by their letters.
//!
//! ```text
//! the ─▶ 0x03_00…00_65_68_74    up to 15 bytes, and how many: a number, compared in one step
//! grandmother-in-law ─▶ itself  the few longer ones
//! ```
//!
//! Every word of every text is looked up, so a look-up must touch little memory: a number stands beside what it
//! leads to, while letters stand somewhere in the tables.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Word;

/// What is known of each word.
#[derive(Debug)]
pub(super) struct Forms {
    short: FxHashMap<u128, Word>,
    long: FxHashMap<&'static str, Word>,
}

/// Room for the words of a language with large tables.
const WORDS: usize = 7_000;

/// Bytes of the longest word that fits into a number, behind its length.
const SHORT: usize = size_of::<u128>() - 1;

impl Forms {
    pub(super) fn new() -> Self {
        Self {
            short: FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher),
            long: FxHashMap::default(),
        }
    }

    /// What is known of `word`.
    pub(super) fn get(&self, word: &str) -> Option<&Word> {
        match number(word) {
            Some(number) => self.short.get(&number),
            None => self.long.get(word),
        }
    }

    /// What is known of `word`, to be added to.
    pub(super) fn entry(&mut self, word: &'static str) -> &mut Word {
        match number(word) {
            Some(number) => self.short.entry(number).or_default(),
            None => self.long.entry(word).or_default(),
        }
    }
}

/// The number of a short word; each word has its own.
fn number(word: &str) -> Option<u128> {
    let length = u8::try_from(word.len()).ok()?;
    let mut bytes = [0; SHORT + 1];
    bytes[SHORT] = length;
    bytes[..SHORT]
        .get_mut(..word.len())?
        .copy_from_slice(word.as_bytes());
    Some(u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_alike_are_told_apart() {
        let words = [
            "a",
            "a\0",
            "ministerpräsid",
            "ministerpräsidenten",
            "ministerpräsident",
            "fifteen-letters",
            "fifteen-letters.",
        ];
        let mut forms = Forms::new();
        for (bit, word) in words.iter().enumerate() {
            forms.entry(word).classes |= 1 << bit;
        }
        for (bit, word) in words.iter().enumerate() {
            let known = forms.get(word).map(|word| word.classes);
            assert_eq!(known, Some(1 << bit), "{word}");
        }
        assert!(forms.get("fifteen-letter").is_none());
    }
}
