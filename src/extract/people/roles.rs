//! What the words beside a name tell of its bearer, outside English: in other cases, and over complements.
//!
//! ```text
//! le │porte-parole│ du gouvernement, Julien Vasseur      the noun before its complement
//! со слов │губернатора│ │Игоря│ Власова                  "губернатор", and a man
//! ```

use super::People;
use crate::extract::Reader;
use crate::extract::phrases::Phrase;
use crate::lexicon::{Gender, Lexicon, class};

/// Most tokens between a noun and the name that it describes.
const MAX_COMPLEMENT: usize = 12;

/// The noun for a person at token `at`, in the first case, and the gender that it tells.
pub(super) fn role_at<'r>(reader: &'r Reader, at: usize) -> Option<(&'r str, Gender)> {
    let people = class::ROLE | class::TITLE;
    let token = &reader.tokens[at];
    if token.is(people) {
        return Some((reader.folded(at), token.word.gender));
    }
    let lexicon = reader.lexicon.filter(|_| token.word.classes == 0)?;
    let grammar = lexicon.grammar().filter(|g| !g.name_forms.is_empty())?;
    let stem = grammar.name_stem(reader.folded(at));
    let word = lexicon.word(stem);
    (word.classes & people != 0).then_some((stem, word.gender))
}

/// "wirtin" of "hüttenwirtin": the nouns for people that end a compound which no table holds.
pub(super) fn heads<'w>(reader: &Reader, compound: &'w str) -> impl Iterator<Item = &'w str> {
    let lexicon = reader.lexicon.filter(|lexicon| {
        let nouns_capital = lexicon
            .grammar()
            .is_some_and(|grammar| grammar.nouns_capital);
        nouns_capital && lexicon.word(compound).classes == 0
    });
    let ends = compound
        .char_indices()
        .skip(1)
        .map(|(at, _)| &compound[at..]);
    let is_noun = |lexicon: &Lexicon, end: &str| lexicon.word(end).classes & class::ROLE != 0;
    ends.filter(move |end| lexicon.is_some_and(|lexicon| is_noun(lexicon, end)))
}

impl People<'_, '_> {
    /// The gender that the first name at the head of a name tells, if it is one.
    pub(super) fn first_name_of(&self, run: Phrase) -> Option<Gender> {
        let first = &self.reader.tokens[run.start];
        if run.end - run.start < 2 {
            return None;
        }
        if first.is(class::FIRST_NAME) {
            return Some(first.word.gender);
        }
        let lexicon = self.reader.lexicon.filter(|_| first.word.classes == 0)?;
        lexicon.grammar().filter(|g| !g.name_forms.is_empty())?;
        let name = lexicon.first_name(self.reader.folded(run.start))?;
        Some(lexicon.word(name).gender)
    }

    /// "│La portavoz│ de la plataforma, Lucía Ferrer": the noun for a person that opens the description before a name
    /// and has a complement.
    pub(super) fn complemented_role(&self, name: Phrase) -> Option<usize> {
        self.reader.grammar()?;
        let tokens = &self.reader.tokens;
        let comma = name
            .start
            .checked_sub(1)
            .filter(|at| tokens[*at].is_sign(','));
        let end = comma.unwrap_or(name.start);
        let small = class::PREPOSITION | class::DETERMINER;
        let before = end.checked_sub(1)?;
        if tokens[before].is(small) {
            return None; // "la ministre de la │Santé│"
        }
        let outside = class::VERB | class::CUE | class::AUXILIARY | class::CONJUNCTION;
        let is_inside = |at: &usize| {
            let token = &tokens[*at];
            let is_part = !token.is(outside) || token.is(class::ROLE | class::TITLE);
            self.sentence_of[*at] == self.sentence_of[name.start] && token.is_word() && is_part
        };
        let from = end.saturating_sub(MAX_COMPLEMENT);
        let first = (from..end).rev().take_while(is_inside).last()?;
        let people = class::ROLE | class::TITLE;
        let noun = (first..end).find(|at| tokens[*at].is(people))?;
        let opens = noun == first || tokens[noun - 1].is(class::DETERMINER);
        (opens && noun + 1 < end && tokens[noun + 1].is(class::CLOSE)).then_some(noun)
    }
}
