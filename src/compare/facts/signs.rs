//! Which words can make one verb tell two things in two sentences.
//!
//! ```text
//! is │unlikely│ to open, did │not│ open     turned round
//! struck down │part│ of the act             a part of its object
//! │wrote│ the letter                        one alone does it
//! ```

use super::super::coverage::Coverage;
use crate::lexicon::{DeedWord, Lexicon};

/// A word turns round what a verb says.
pub(super) const TURNS: u8 = 1;
/// It means a part of the verb's object.
pub(super) const PART: u8 = 2;
/// It is a verb that one alone does.
pub(super) const SOLE: u8 = 4;

/// What each word of an event can do to a verb, looked up once.
#[derive(Default)]
pub(super) struct Signs {
    lexicon: Option<&'static Lexicon>,
    known: Vec<Option<u8>>,
}

impl Signs {
    /// What a word can do to a verb in the language of an article.
    pub(super) fn of(&mut self, coverage: &Coverage, lexicon: &'static Lexicon, word: u32) -> u8 {
        let vocabulary = &coverage.alignment.vocabulary;
        if !self
            .lexicon
            .is_some_and(|known| std::ptr::eq(known, lexicon))
        {
            self.known.clear();
            self.known.resize(vocabulary.len(), None);
            self.lexicon = Some(lexicon);
        }
        *self.known[word as usize].get_or_insert_with(|| {
            let deed = match lexicon.facts().deed(vocabulary.text(word)) {
                Some(DeedWord::Unlikely) => TURNS,
                Some(DeedWord::Part) => PART,
                Some(DeedWord::Sole) => SOLE,
                _ => 0,
            };
            deed | if vocabulary.is_negation(word) {
                TURNS
            } else {
                0
            }
        })
    }
}
