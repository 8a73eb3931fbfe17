//! What a relative pronoun stands for: the phrase before it, or the one that this phrase belongs to.
//!
//! ```text
//! │Ann Lee│ — a nurse who says              the name before its description
//! │Ann Lee│ was among the many who          who is one of those
//! │a nurse from Orme│, Ohio, who            over the larger place
//! ```

use super::References;
use crate::extract::phrases::{Phrase, is_name, subject_before};
use crate::lexicon::class;

impl References<'_, '_> {
    /// The phrase that a relative pronoun stands for: the one before it.
    pub(super) fn antecedent_of(&self, pronoun: usize) -> Option<Phrase> {
        let floor = self.sentence_start(pronoun);
        let before = pronoun.checked_sub(1).filter(|before| *before >= floor);
        let comma = before.is_some_and(|before| {
            let before = &self.reader.tokens[before];
            before.is_sign(',') || before.is_dash()
        });
        let phrase = subject_before(&self.reader.tokens, floor, pronoun - usize::from(comma))?;
        let phrase = self.before_place(phrase, floor).unwrap_or(phrase);
        if let Some(member) = self.member_of(phrase, floor) {
            return Some(member);
        }
        let phrase = self.named_before(phrase, floor).unwrap_or(phrase);
        if let Some(thing) = self.thing_behind(phrase, pronoun) {
            return Some(thing);
        }
        let head = &self.reader.tokens[self.reader.noun_of(phrase)];
        if self.reader.tokens[pronoun].is(class::SUBJECT)
            && !head.is(class::ROLE)
            && let Some(person) = self.people.mention_ending(floor, phrase.end)
        {
            return Some(person.tokens); // "drew the ire of Ann Lee, who said"
        }
        (!self.reader.tokens[phrase.start].is(class::RELATIVE)).then_some(phrase)
    }

    /// "│a nurse from Orme│, Ohio, who": the phrase before a name that says where the place in it is.
    fn before_place(&self, name: Phrase, floor: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let comma = name.start.checked_sub(1).filter(|comma| *comma > floor)?;
        let is_place = name.end - name.start == 1
            && tokens[comma].is_sign(',')
            && is_name(&tokens[name.start])
            && is_name(&tokens[comma - 1]);
        let whole = is_place.then(|| subject_before(tokens, floor, comma))??;
        let mut words = tokens[whole.start..whole.end].iter();
        words
            .any(|token| token.is(class::PREPOSITION))
            .then_some(whole)
    }

    /// "│Ann Lee│ was among the many who called it", "is one of three who": who is said to be one of those that a
    /// phrase stands for.
    fn member_of(&self, those: Phrase, floor: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let among = (floor..those.start)
            .rev()
            .find(|at| !tokens[*at].is(class::DETERMINER))?;
        let first = if tokens[among].is(class::AMONG) {
            among
        } else {
            let is_one = tokens[those.start].is(class::NUMBER)
                && tokens[those.start + 1].is(class::PARTICLE);
            is_one.then_some(those.start)?
        };
        let copula = first
            .checked_sub(1)
            .filter(|at| *at > floor && tokens[*at].is(class::COPULA))?;
        subject_before(tokens, floor, copula)
    }

    /// "fined Lee in │its report│, which": the last noun phrase, where a person's name cannot be meant.
    fn thing_behind(&self, phrase: Phrase, pronoun: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let is_person = |entity: usize| self.people.is_taken_for_person(entity);
        let takes_person = tokens[pronoun].is(class::SUBJECT | class::OBJECT)
            || tokens[pronoun].is(class::COMPLEMENTIZER)
            || !self.entity(phrase).is_some_and(is_person);
        let last = (phrase.start + 1..phrase.end)
            .rev()
            .find(|at| tokens[*at].is(class::PREPOSITION))?;
        let thing = Phrase {
            start: last + 1,
            end: phrase.end,
        };
        (!takes_person && thing.start < thing.end).then_some(thing)
    }

    /// "│Ann Lee│ — a nurse who says": the person's name before a description that is an apposition to it.
    fn named_before(&self, description: Phrase, floor: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let sign = description.start.checked_sub(1).filter(|at| *at > floor)?;
        // "Ann Lee, R-Ohio, who": party and state.
        let is_party = description.end - description.start == 1
            && self.reader.slice(description.start).contains('-');
        let is_apposed = (tokens[sign].is_sign(',') || tokens[sign].is_dash())
            && (is_party
                || tokens[description.start].is(class::DETERMINER) && !self.is_plural(description));
        let mention = self.people.mention_ending(floor, sign)?;
        let is_person = self.people.is_taken_for_person(mention.entity);
        (is_apposed && is_person).then_some(mention.tokens)
    }
}
