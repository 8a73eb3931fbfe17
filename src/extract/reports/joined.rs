//! Verbs that "and" joins to a verb inside the reported clause: what they tell is part of it.
//!
//! ```text
//! Police said │the man entered the bank and demanded money│.     he entered, and he demanded
//! Lee said the roof was safe and demanded money.                 a roof demands nothing
//! Lee said he was tired and declined to answer.                  "he" may be Lee
//! ```
//!
//! Both readings have the same words, so only the sure ones are taken: somebody acts in the reported clause, in the
//! same tense, with no comma before "and".

use super::{Layout, Opening, Report};
use crate::extract::Reader;
use crate::extract::phrases::phrase_after;
use crate::extract::tokens::TokenKind;
use crate::lexicon::{CueVerb, VerbForm, class};

impl Reader<'_> {
    /// Whether the cue `verb`, whose group begins at `group` without a subject of its own, goes on with the clause that
    /// `last` reports.
    pub(super) fn goes_on_in_clause(
        &self,
        (verb, form): (CueVerb, VerbForm),
        group: usize,
        last: &Report,
    ) -> bool {
        let tokens = &self.tokens;
        let Layout::Introduces(content, Opening::That | Opening::Clause) = last.layout else {
            return false;
        };
        let Some(and) = group.checked_sub(1).filter(|and| *and > content) else {
            return false;
        };
        let first = content + usize::from(tokens[content].is(class::COMPLEMENTIZER));
        let Some(subject) = phrase_after(tokens, first, and) else {
            return false;
        };
        let acts = (subject.end..and).find(|at| !tokens[*at].is(class::ADVERB));
        let is_same_tense = acts.is_some_and(|at| self.is_plain_past(at)) && form == VerbForm::Past;
        let is_simple = tokens[subject.end..and]
            .iter()
            .all(|token| token.is_word() || token.kind == TokenKind::Genitive);
        tokens[and].is(class::CONJUNCTION)
            && is_simple
            && is_same_tense
            && !verb.frames.continues()
            && !tokens[subject.start].is(class::SUBJECT)
            && self.is_somebody(subject)
    }

    /// "the toll, and │calls│ to lift it, were wrong": whether the word at `at`, in -s, is a noun of an insertion before the
    /// verb of the clause.
    pub(super) fn is_inserted_noun(&self, form: VerbForm, at: usize, end: usize) -> bool {
        let tokens = &self.tokens;
        let joins = at > 1 && tokens[at - 1].is(class::CONJUNCTION) && tokens[at - 2].is_sign(',');
        let close = (at + 1..end).find(|at| !tokens[*at].is_word());
        let is_verb = |close: usize| close + 1 < end && self.is_finite(close + 1);
        form == VerbForm::Third
            && joins
            && close.is_some_and(|close| tokens[close].is_sign(',') && is_verb(close))
    }

    /// Whether a past without an auxiliary stands at `at`: "entered", "met".
    fn is_plain_past(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is_cue_past = token.is(class::CUE) && self.has_form(at, VerbForm::Past);
        token.kind == TokenKind::Lower
            && !token.is(class::AUXILIARY | class::GERUND)
            && (is_cue_past || token.is(class::VERB))
            && self.stands_as_verb(at)
    }
}
