//! To whom a verb says what it reports, before the words themselves.
//!
//! ```text
//! told │reporters│ that the plan failed       asked │the court│ for a ruling
//! urged │Lee, Roy and the mayor│ to leave     accused │it│ of theft
//! promised │help│                             no audience: the object
//! ```

use super::Reader;
use super::phrases::simple_phrase_end;
use super::reports::Opening;
use crate::lexicon::{CueVerb, Lexicon, class};

impl Reader<'_> {
    /// "promised help", "accused Lee of theft": the phrase at `at` as the object of a verb that could name an audience.
    pub(super) fn without_audience(
        &self,
        verb: &CueVerb,
        at: usize,
        end: usize,
    ) -> (usize, Option<Opening>) {
        let is_object = at < end && verb.frames.object() && !verb.frames.needs_audience();
        let hangs = verb.frames.prepositional()
            && self.tokens[at.min(end)..end]
                .iter()
                .any(|token| token.is(class::PREPOSITION));
        if is_object || hangs {
            (at, Some(Opening::Object))
        } else {
            (end, None)
        }
    }

    /// End of the audience of a verb; "accused the mayor and his deputies │of lying" has two.
    pub(super) fn whole_audience(&self, verb: &CueVerb, at: usize, end: usize) -> usize {
        let whole = self.audience_end(at, end);
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        // "asked the court │for a ruling"
        let own = (at + 1..whole).find(|at| verb.names(self.folded(*at)));
        let first = own.unwrap_or(whole);
        if let Some(list) = self.list_of_audience(verb, first, end) {
            return list;
        }
        let both = match is(first, class::CONJUNCTION) && first > at {
            true => simple_phrase_end(&self.tokens, first + 1, end),
            false => first,
        };
        let leads_on = is(both, class::PREPOSITION) && verb.takes(self.folded(both));
        if both > first + 1 && leads_on {
            both
        } else {
            first
        }
    }

    /// "asked Lee, Roy and the mayor │to leave": end of a list whose first phrase ends at `first`, if what the verb takes
    /// stands behind it.
    fn list_of_audience(&self, verb: &CueVerb, first: usize, end: usize) -> Option<usize> {
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        let mut at = first;
        while self.sign_at(at, end, &[',']) && !is(at + 1, class::CONJUNCTION) {
            let next = simple_phrase_end(&self.tokens, at + 1, end);
            if next == at + 1 {
                return None;
            }
            at = next;
        }
        let is_list = at > first;
        if is(at, class::CONJUNCTION) {
            at = simple_phrase_end(&self.tokens, at + 1, end);
        }
        let leads_on = is(at, class::INFINITIVE) && verb.frames.infinitive()
            || at < end && verb.names(self.folded(at));
        (is_list && leads_on).then_some(at)
    }

    /// End of the phrase that names the audience ("reporters", "The Post", "him"); `at` when none does.
    pub(super) fn audience_end(&self, at: usize, end: usize) -> usize {
        let Some(first) = self.tokens.get(at).filter(|_| at < end) else {
            return at;
        };
        // "told you that", but "promised they would"
        let is_addressed = |lexicon: &Lexicon| lexicon.is_addressee(self.folded(at));
        let is_you = self.lexicon.is_some_and(is_addressed);
        // "accused it of theft", but "promised it would"
        let is_it = first.is(class::NEUTER) && !self.has_verb_or_insertion(at + 1, end);
        if first.is(class::OBJECT) || is_it || is_you {
            return at + 1;
        }
        let stop = simple_phrase_end(&self.tokens, at, end);
        let fits =
            stop > at && (stop >= end || !self.tokens[stop].is(class::AUXILIARY | class::VERB));
        if fits { stop } else { at }
    }
}
