//! Tags in languages with freer word order: what stands before the verb and its subject decides.
//!
//! ```text
//! „Nie“,│ rief Henke │„nie!“          behind a quoted string: up to the next string, colon or verb of saying
//! El corte,│ señaló, │durará mucho    behind a comma and reported words without marks: up to the next sign
//! ```

use crate::extract::Reader;
use crate::extract::phrases::Phrase;
use crate::extract::reports::Opening;
use crate::extract::tokens::TokenKind;
use crate::extract::verbs::{Verb, is_finite};
use crate::lexicon::{CueVerb, class, rule};

impl Reader<'_> {
    /// The tag that a verb and its subject `from..to` make, if reported words stand before them.
    pub(super) fn tag(
        &self,
        start: usize,
        from: usize,
        to: usize,
        end: usize,
        verb: &Verb,
        cue: CueVerb,
    ) -> Option<Phrase> {
        let open = self.before_signs(start, from);
        if self.follows_quote(start, open, from) {
            let end = self.end_of_quote_tag(to, end);
            return Some(Phrase { start: open, end });
        }
        let inserts = open < from && from == verb.group
            || open + 1 == from && self.tokens[from].obeys(rule::AS)
            || open + 2 == from && self.tokens[open + 1].obeys(rule::AS);
        if !inserts || open == start || !self.tokens[open].is_sign(',') {
            return None;
        }
        let adverbial =
            class::PREPOSITION | class::ADVERB | class::SUBORDINATOR | class::CONJUNCTION;
        let is_reported =
            self.tokens[start..open].iter().any(is_finite) || !self.tokens[start].is(adverbial);
        let stops = |at: &usize| {
            self.is_stop(*at) || self.tokens[*at].quote().is_some() || self.tokens[*at].is_dash()
        };
        let stop = (to..end).find(stops).unwrap_or(end);
        let introduces = self
            .introduced(cue, verb, to, end)
            .is_some_and(|(content, opening)| {
                let behind_colon = self.tokens[content - 1].is_sign(':') && content - 1 == stop;
                behind_colon
                    || opening == Opening::That
                    || opening != Opening::Quote && content <= stop
            });
        (is_reported && !introduces).then_some(Phrase {
            start: open,
            end: stop,
        })
    }

    /// Index of the first of the commas and dashes right before token `at`.
    pub(super) fn before_signs(&self, start: usize, at: usize) -> usize {
        let is_sign = |i: usize| self.tokens[i].is_sign(',') || self.tokens[i].is_dash();
        let mut open = at;
        while open > start && is_sign(open - 1) {
            open -= 1;
        }
        open
    }

    /// Whether a quoted string stands right before the signs `open..at` that set off a tag.
    pub(super) fn follows_quote(&self, start: usize, open: usize, at: usize) -> bool {
        if open == start {
            return self.has_content_before(start, start);
        }
        let Some(quote) = self.tokens[open - 1].quote() else {
            return false;
        };
        open < at || open - 1 == start || self.is_speech_like(quote) || self.is_sentence(quote)
    }

    /// Whether a quoted string begins like a sentence.
    pub(super) fn is_sentence(&self, quote: usize) -> bool {
        let inner = self.quotes[quote].inner.slice(self.text);
        let first = inner.chars().find(|sign| sign.is_alphanumeric());
        first.is_some_and(char::is_uppercase) && inner.contains(' ')
    }

    /// End of a tag behind a quoted string: the next string, a colon, or the next verb of saying.
    pub(super) fn end_of_quote_tag(&self, to: usize, end: usize) -> usize {
        let goes_on = |at: usize| {
            self.tokens[at].is(class::CONJUNCTION)
                && (at + 1..end.min(at + 4)).any(|i| self.tokens[i].is(class::CUE))
        };
        let stops = |at: &usize| {
            let token = &self.tokens[*at];
            token.quote().is_some()
                || matches!(token.kind, TokenKind::Sign(':' | ';'))
                || goes_on(*at)
        };
        (to..end)
            .find(stops)
            .map_or(end, |at| self.before_signs(to, at))
    }
}
