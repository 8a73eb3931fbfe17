//! Whose words a document holds: "Lee's remarks", "a letter from the board", "the report".

use super::super::phrases::{Phrase, phrase_after};
use super::super::tokens::TokenKind;
use super::{MAX_DOCUMENT_DISTANCE, References, Referent, Spoke};
use crate::lexicon::class;

/// How many sentences back "it" may take up a document.
const MAX_NEAR: usize = 3;
/// Most tokens of the phrase that tells who wrote a document.
const MAX_WRITER: usize = 24;

impl References<'_, '_> {
    /// Whose words a document holds: its owner's ("Lee's remarks", "her letter", "a response from the
    /// board"), or those of the subject before it in its sentence, or of who spoke last.
    pub(super) fn author(&self, phrase: Phrase) -> Option<String> {
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        let main = self.document_inside(main).unwrap_or(main);
        let head = self.reader.noun_of(main);
        let genitive = (main.start..=head).find(|at| tokens[*at].kind == TokenKind::Genitive);
        let is_cut = genitive.is_some()
            && tokens
                .get(main.end)
                .is_some_and(|next| next.is(class::DOCUMENT));
        if !tokens[head].is(class::DOCUMENT) && !is_cut {
            return None;
        }
        if let Some(genitive) = genitive {
            let owner = self.people.mention_ending(main.start, genitive)?;
            return Some(self.people.name_of(owner.entity));
        }
        if tokens[main.start].is(class::POSSESSIVE) {
            return match self.pronouns.get(&main.start) {
                Some(Referent::Entity(owner)) => Some(self.people.name_of(*owner)),
                Some(Referent::Phrase(owner)) => Some(self.name(*owner)),
                None => self.thing_before(main.start),
            };
        }
        if let Some(writer) = self.writer(head) {
            return Some(self.name(writer));
        }
        if let Some(sender) = self.sender_before(main, head) {
            return Some(sender);
        }
        if !tokens[main.start].is(class::DEFINITE) {
            return self.sender(main, head);
        }
        if let Some(owner) = self.owner_before(head) {
            return Some(owner);
        }
        if let Some(party) = self.party_before(head) {
            return Some(party);
        }
        if let Some(body) = self.people.mention_ending(main.start, head) {
            return Some(self.people.name_of(body.entity));
        }
        let floor = self.sentence_start(phrase.start);
        let subject = self.reader.main_subject(floor, phrase.start);
        let is_named = |subject: &Phrase| {
            let first = &tokens[subject.start];
            self.entity(*subject).is_some()
                || first.is(class::DEFINITE) && !first.is(class::RELATIVE | class::DEMONSTRATIVE)
        };
        let subject = subject.filter(is_named).map(|subject| self.name(subject));
        subject.or_else(|| self.giver(phrase.start, head))
    }

    /// Lee says so on her website: “…,” │it│ says: whose the document is that the sentences before token `at` speak of last,
    /// by the name or the pronoun before it.
    pub(super) fn document_before(&self, at: usize) -> Option<String> {
        let tokens = &self.reader.tokens;
        let now = self.people.sentence_of[at];
        let is_near = |at: &usize| self.people.sentence_of[*at] + MAX_NEAR >= now;
        let mut before = (1..at).rev().take_while(is_near);
        let is_owned = |noun: &usize| {
            let owner = &tokens[*noun - 1];
            tokens[*noun].kind == TokenKind::Lower
                && tokens[*noun].is(class::DOCUMENT)
                && (owner.is(class::POSSESSIVE) || owner.kind == TokenKind::Genitive)
        };
        let noun = before.find(is_owned)?;
        let floor = self.sentence_start(noun);
        if tokens[noun - 1].is(class::POSSESSIVE) {
            let (start, end) = (noun - 1, noun + 1);
            return self.author(Phrase { start, end });
        }
        let owner = self.people.mention_ending(floor, noun - 1)?;
        Some(self.people.name_of(owner.entity))
    }

    /// Who gave the document at token `head`: who spoke where it comes in ("Lee said in │a statement│") or brought it
    /// ("Lee filed │a lawsuit│"), else, if it is a message, who spoke last.
    fn giver(&self, at: usize, head: usize) -> Option<String> {
        let tokens = &self.reader.tokens;
        let is_new = |at: &usize| !tokens[at.saturating_sub(1)].is(class::DEFINITE);
        let same = self.same_before(head).find(is_new);
        let given = same.and_then(|same| {
            let sentence = self.people.sentence_of[same];
            let mut spoke = self.spoke.iter().rev();
            let is_known = |spoke: &Spoke| {
                spoke.entity.is_some() || spoke.is_plural && spoke.phrase.end <= same
            };
            spoke.find(|spoke| spoke.sentence == sentence && is_known(spoke))
        });
        if given.is_none() && tokens[head].is(class::CASE) {
            let brought = same?;
            let parties = self
                .reader
                .main_subject(self.sentence_start(brought), brought)?;
            return Some(self.name(parties));
        }
        let is_message = !tokens[head].is(class::FINDING);
        let spoke = given.or_else(|| is_message.then(|| self.last_speaker(at))?)?;
        Some(spoke.name.clone())
    }

    /// "The suit said … │The suit│ adds": for whom a case that spoke before has spoken, if that was told.
    fn party_before(&self, head: usize) -> Option<String> {
        let tokens = &self.reader.tokens;
        let is_case = |at: usize| tokens[at].is(class::CASE);
        let mut cases = self.spoke.iter().rev().filter(|spoke| {
            let main = self.people.main_part(spoke.phrase);
            is_case(self.reader.noun_of(main))
        });
        let last = cases.next().filter(|_| is_case(head))?;
        let noun = last.name.split_whitespace().next_back()?;
        let is_told = self.reader.lexicon?.word(noun).classes & class::DOCUMENT == 0;
        is_told.then(|| last.name.clone())
    }

    /// The phrase behind "by" or "from" at the document at token `head`: "a report by │the board│", "the memo,
    /// written by │Ann Lee│".
    fn writer(&self, head: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let is = |at: usize, class| tokens.get(at).is_some_and(|token| token.is(class));
        let comma = usize::from(tokens.get(head + 1).is_some_and(|next| next.is_sign(',')));
        // "the lawsuit was brought by Lee"
        let is_passive = is(head + 1, class::COPULA) && is(head + 2, class::AUTHORED);
        let by = head + 1 + comma + usize::from(is_passive);
        let participle = usize::from(is(by, class::AUTHORED) && is(by + 1, class::AGENT));
        let by = by + participle;
        let origin = is(by, class::ORIGIN).then_some(by + 1)?;
        let end = tokens.len().min(origin + MAX_WRITER);
        // "a report by engineers │says"
        let is_verb = |at: &usize| {
            let verb = &tokens[*at];
            verb.is(class::CUE)
                && !verb.is(class::ROLE)
                && self.reader.stands_as_verb(*at)
                && self.reader.is_past(*at)
        };
        let verb = (origin + 1..end).find(is_verb);
        phrase_after(tokens, origin, verb.unwrap_or(end))
    }

    /// "One │Roy│ text": whose message it is, by the person's name before the noun at token `head`.
    fn sender_before(&self, main: Phrase, head: usize) -> Option<String> {
        let is_message = !self.reader.tokens[head].is(class::FINDING);
        let named = self
            .people
            .mention_ending(main.start, head)
            .filter(|_| is_message)?;
        let is_person = self.people.entities[named.entity].is_person;
        is_person.then(|| self.people.name_of(named.entity))
    }

    /// "quit in │a tweet│ that": the document that ends a phrase which began with another word.
    pub(super) fn document_inside(&self, main: Phrase) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let end = main.end;
        let inside = (main.start + 1..end).find(|at| tokens[*at].is(class::INSIDE))?;
        let start = inside + 1;
        (start < end && tokens[end - 1].is(class::DOCUMENT)).then_some(Phrase { start, end })
    }

    /// "Lee sent │a letter│ that called", "Lee left, in │a tweet│ that accused": the subject before a document
    /// that comes in with its sender. "A study said": it speaks for itself.
    pub(super) fn sender(&self, main: Phrase, head: usize) -> Option<String> {
        let tokens = &self.reader.tokens;
        let floor = self.sentence_start(main.start);
        let mut before = main.start.checked_sub(1).filter(|at| *at > floor)?;
        if tokens[before].is(class::PREPOSITION) && tokens[before - 1].is(class::AUTHORED) {
            before -= 1; // "signed onto a letter"
        }
        let sends = tokens[before].is(class::VERB | class::GERUND | class::CUE | class::AUTHORED)
            && !tokens[before].is(class::PREPOSITION)
            && !self.reader.cites(before);
        let is_inside = tokens[before].is(class::INSIDE);
        if !(sends || is_inside) || tokens[head].is(class::FINDING) {
            return None;
        }
        let subject = self.reader.subject_of_main_clause(floor, before + 1)?;
        let noun = self.reader.noun_of(self.people.main_part(subject));
        let is_somebody = self.entity(subject).is_some() || tokens[noun].is(class::ROLE);
        is_somebody.then(|| self.name(subject))
    }

    /// Where the document at token `head` was spoken of not long before, the latest first: by the same noun, or by
    /// any for a case.
    fn same_before(&self, head: usize) -> impl Iterator<Item = usize> + Clone {
        let tokens = &self.reader.tokens;
        let earlier = head.saturating_sub(MAX_DOCUMENT_DISTANCE)..head.saturating_sub(1);
        earlier.rev().filter(move |at| {
            let is_same = || self.reader.slice(*at) == self.reader.slice(head);
            let is_case = tokens[head].is(class::CASE) && tokens[*at].is(class::CASE);
            tokens[*at].is(class::DOCUMENT) && (is_case || is_same())
        })
    }

    /// Whose document the noun at token `head` is, by the words beside the same noun not long before: "a Budget
    /// Office report found …", "a letter from the board".
    pub(super) fn owner_before(&self, head: usize) -> Option<String> {
        let same = self.same_before(head);
        let written = same.clone().find_map(|at| {
            let writer = self.writer(at).filter(|writer| writer.end <= head)?;
            Some(self.name(writer))
        });
        written.or_else(|| {
            same.into_iter().find_map(|at| {
                let owner = self.people.mention_ending(self.sentence_start(at), at)?;
                let is_body = self.people.entities[owner.entity].is_organisation;
                is_body.then(|| self.people.name_of(owner.entity))
            })
        })
    }
}
