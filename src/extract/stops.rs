//! Signs and words that seem to end what is reported, and do not.
//!
//! ```text
//! said it was safe, │although the pumps were old      a limit of what is told is told with it
//! said that it was late; │and that it was full        "that" goes on with the same cue
//! blamed fires in Orme, Calif.│, and a flood          the comma belongs to a name
//! said that after the vote, │the mayor promised       the clause told begins only here
//! ```

use super::Reader;
use super::reports::Opening;
use super::tokens::TokenKind;
use crate::lexicon::{Gender, class, role};

impl Reader<'_> {
    /// said it was safe, │although the pumps were old: whether the word at `at` limits what is told, and is told with it; what
    /// "he" did else is the reporter's ("although he had not seen it").
    pub(super) fn limits(&self, at: usize, opening: Opening) -> bool {
        let wording = self.lexicon.map(|lexicon| lexicon.wording());
        let is_limit =
            wording.is_some_and(|wording| wording.roles(self.folded(at)) & role::LIMIT != 0);
        let is_of_speaker = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.is(class::SUBJECT) && next.word.gender != Gender::Unknown);
        matches!(opening, Opening::That | Opening::Clause) && is_limit && !is_of_speaker
    }

    /// said that it was late; │and that it was full: whether the same cue goes on with "that" at `at`.
    pub(super) fn goes_on_with_that(&self, at: usize, limit: usize, opening: Opening) -> bool {
        let is = |at: usize, class| at < limit && self.tokens[at].is(class);
        let that = at + usize::from(is(at, class::CONJUNCTION));
        matches!(opening, Opening::That | Opening::Clause)
            && is(that, class::COMPLEMENTIZER)
            && !is(that + 1, class::AUXILIARY | class::VERB)
    }

    /// "fires in Orme, Calif.│,│ and a flood", "Norvik Inc.│,│ and its owner": whether the comma at `comma` closes a part
    /// of a name, and no clause.
    pub(super) fn closes_place(&self, comma: usize) -> bool {
        let tokens = &self.tokens;
        let is_stop = tokens[comma - 1].is_sign('.');
        let short = comma - 1 - usize::from(is_stop);
        let is_cut = is_stop || tokens[short].is(class::ABBREVIATION);
        let is_name = tokens[short].kind == TokenKind::Capital;
        is_cut && is_name && !self.joins_verb(comma + 1, tokens.len())
    }

    /// said that after the vote, │the mayor promised: whether nothing but a phrase in front of the clause told stands
    /// between its first token `start` and the subject at `subject`.
    pub(super) fn is_fronted(&self, start: usize, subject: usize, opening: Opening) -> bool {
        let tokens = &self.tokens;
        let first = start + usize::from(tokens[start].is(class::COMPLEMENTIZER));
        let front = class::PREPOSITION | class::SUBORDINATOR | class::OCCASION;
        matches!(opening, Opening::That | Opening::Clause)
            && first < subject
            && tokens[first].is(front)
            && !(first + 1..subject).any(|at| tokens[at].quote().is_some() || self.is_finite(at))
    }
}
