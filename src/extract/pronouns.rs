//! Pronouns to whom they stand for.
//!
//! ```text
//! When Mr. Roy took the floor, Mr. Lee left. “Enough,” │he│ said.   the subject of the main clause: Lee
//! “It failed,” said Mr. Roy of Mr. Lee's plan. “Badly,” │he│ said.  who spoke in that sentence: Roy
//! Lee said Roy had denied it. “Twice,” │he│ said.                   who tells it, not who is told of: Lee
//! The nine members sent a letter. “No,” │they│ wrote.               the last group that spoke or acted
//! The fund lost. “It hurts,” │it│ said.                             the last body that spoke or acted
//! ```
//!
//! "He" and "she" take the nearest sentence that names somebody of that gender, and in it who speaks, else
//! the subject, else whoever comes first; never somebody whom the words themselves name ("Roy was wrong, he
//! said"). Cost: every pronoun looks back over a bounded number of sentences.

use super::drafts::Draft;
use super::phrases::{Phrase, phrase_after};
use super::references::{Rank, References, Referent, Sighting};
use super::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, class};

/// How many sentences back a pronoun may refer.
const MAX_DISTANCE: usize = 8;
/// The stances of verbs whose object has done what it is judged for.
const JUDGING: [&str; 2] = ["attack", "praise"];
/// How many tokens before "in which he" the document may stand, and how many words between it and its owner.
const MAX_OWNED: usize = 10;
const MAX_MODIFIERS: usize = 4;
/// How many sentences back "it" and "they" may refer.
const MAX_THING_DISTANCE: usize = 3;

impl References<'_, '_> {
    /// Notes whom the pronoun at token `at` stands for, if it tells a gender. `draft`: what it says, if it is a
    /// speaker.
    pub(super) fn see_pronoun(&mut self, at: usize, draft: Option<&Draft>) {
        let gender = self.reader.tokens[at].word.gender;
        if gender == Gender::Unknown {
            return;
        }
        let sentence = self.people.sentence_of[at];
        let back = sentence.saturating_sub(MAX_DISTANCE);
        let said = draft.map_or(&[][..], |draft| &draft.content);
        let mut near = (back..=sentence).rev();
        // During a visit by Mr. Roy, │she│ said: whom the opening names gives way to who was spoken of before.
        let is_opening = draft.is_some() && self.is_behind_opening(at);
        let beside = self
            .owner_of_what(at, gender)
            .or_else(|| self.object_before(at, gender));
        let goes_on = beside.or_else(|| self.who_goes_on(sentence, gender, draft));
        let referent = goes_on.or_else(|| {
            near.find_map(|near| {
                if near == sentence && is_opening {
                    return None;
                }
                let named = self.antecedent_in(near, sentence, gender, said);
                let own = || self.subject_before_what(at, gender);
                named.or_else(|| if near == sentence { own() } else { None })
            })
        });
        let referent = referent.or_else(|| {
            let own = || self.antecedent_in(sentence, sentence, gender, said);
            if is_opening { own() } else { None }
        });
        let Some(referent) = referent else {
            return;
        };
        self.pronouns.insert(at, referent);
        if let Referent::Entity(entity) = referent {
            let is_subject = self.reader.tokens[at].is(class::SUBJECT);
            let rank = if is_subject {
                Rank::Subject
            } else {
                Rank::Other
            };
            let sighting = Sighting { entity, rank, at };
            self.seen[sentence].named.push(sighting);
            self.people.entities[entity].lean(gender);
        }
    }

    /// Whether the pronoun at `at` stands right behind the comma of a phrase with a preposition that opens its sentence,
    /// and nothing in it is anybody's own ("In Lee's letter, he said").
    fn is_behind_opening(&self, at: usize) -> bool {
        let tokens = &self.reader.tokens;
        let start = self.sentence_start(at);
        let opening = &tokens[start..at];
        let owns = |token: &Token| token.kind == TokenKind::Genitive || token.is(class::POSSESSIVE);
        let first = opening.first();
        first.is_some_and(|first| first.is(class::PREPOSITION) && !first.is(class::CLOSE))
            && opening.last().is_some_and(|last| last.is_sign(','))
            && !opening
                .iter()
                .any(|token| owns(token) || token.quote().is_some())
    }

    /// Lee recalled Roy's remark in which │he│ said so: whose the document is that a relative clause with its own subject
    /// tells of.
    fn owner_of_what(&self, at: usize, gender: Gender) -> Option<Referent> {
        let tokens = &self.reader.tokens;
        let which = at.checked_sub(1)?;
        let inside = which.checked_sub(1)?;
        let opens = tokens[which].is(class::RELATIVE) && tokens[inside].is(class::INSIDE);
        if !opens || !tokens[at].is(class::SUBJECT) || self.reader.grammar().is_some() {
            return None;
        }
        let floor = self
            .sentence_start(at)
            .max(inside.saturating_sub(MAX_OWNED));
        let mut before = (floor..inside).rev();
        let document = before.find(|at| tokens[*at].is(class::DOCUMENT | class::CUE_NOUN))?;
        let owns = |at: &usize| {
            tokens[*at].kind == TokenKind::Genitive || tokens[*at].is(class::POSSESSIVE)
        };
        let owner = (document.saturating_sub(MAX_MODIFIERS).max(floor)..document)
            .rev()
            .find(owns)?;
        if tokens[owner].is(class::POSSESSIVE) {
            return self.pronouns.get(&owner).copied();
        }
        let named = self.people.mention_ending(floor, owner)?;
        let agrees = self.people.entities[named.entity].agrees(gender);
        agrees.then_some(Referent::Entity(named.entity))
    }

    /// Roy attacked Lee over │his│ remark: whose it is for which somebody is attacked or praised.
    fn object_before(&self, at: usize, gender: Gender) -> Option<Referent> {
        let tokens = &self.reader.tokens;
        let over = at.checked_sub(1)?;
        let other = class::INSIDE | class::ORIGIN | class::ABSOLUTE | class::INFINITIVE;
        let links = tokens[over].is(class::ATTACHING) && !tokens[over].is(other);
        let opens = links && tokens[at].is(class::POSSESSIVE) && self.reader.grammar().is_none();
        let named = opens.then(|| self.people.mention_ending(self.sentence_start(at), over))??;
        let mut before = (0..named.tokens.start).rev();
        let verb = before.find(|at| !tokens[*at].is(class::TITLE))?;
        let lexicon = self.reader.lexicon?;
        let mut readings = lexicon.readings(tokens[verb].word).iter();
        let judges = readings.any(|reading| {
            let stance = lexicon.cue(*reading).stance;
            JUDGING.contains(&stance)
        });
        let fits = tokens[verb].kind == TokenKind::Lower && judges;
        let agrees = self.people.entities[named.entity].agrees(gender);
        (fits && agrees).then_some(Referent::Entity(named.entity))
    }

    /// “It failed.” │He│ added, “Badly.”: whoever spoke last, where the cue goes on with what was said.
    fn who_goes_on(&self, now: usize, gender: Gender, draft: Option<&Draft>) -> Option<Referent> {
        let verb = draft.and_then(|draft| draft.cue)?.verb?;
        if !verb.frames.continues() || self.reader.grammar().is_some() {
            return None;
        }
        let mut told = self.spoke.iter().rev().filter(|spoke| !spoke.is_reported);
        let last = told.find(|spoke| spoke.sentence < now)?;
        let is_near = last.sentence + MAX_THING_DISTANCE >= now;
        if !is_near || last.is_plural {
            return None;
        }
        match last.entity {
            Some(entity) => {
                let fits = self.people.is_taken_for_person(entity)
                    && self.people.entities[entity].agrees(gender);
                fits.then_some(Referent::Entity(entity))
            }
            None => {
                let main = self.people.main_part(last.phrase);
                let head = &self.reader.tokens[self.reader.noun_of(main)];
                let fits = head.is(class::ROLE) && head.word.gender.agrees(gender);
                fits.then_some(Referent::Phrase(last.phrase))
            }
        }
    }

    /// Whom a pronoun of this gender in sentence `now` takes up from sentence `near`: who speaks there,
    /// else its subject, else a description that is its subject, else anybody named; nobody whom the words
    /// `said` name.
    fn antecedent_in(
        &self,
        near: usize,
        now: usize,
        gender: Gender,
        said: &[Phrase],
    ) -> Option<Referent> {
        let seen = &self.seen[near];
        let agrees = |entity: usize| self.people.entities[entity].agrees(gender);
        let is_person = |entity: usize| self.people.is_taken_for_person(entity) && agrees(entity);
        let is_said = |at: usize| said.iter().any(|part| (part.start..part.end).contains(&at));
        let tellers = seen
            .speakers
            .iter()
            .rev()
            .filter(|voice| !voice.is_reported);
        if near < now
            && let Some(phrase) = self.unnamed_teller(near, gender)
        {
            return Some(Referent::Phrase(phrase));
        }
        let mut speakers = tellers.chain(seen.speakers.iter().rev());
        let is_named_there = |entity: usize| {
            let mut named = seen
                .named
                .iter()
                .filter(|sighting| sighting.entity == entity);
            near == now && named.all(|sighting| is_said(sighting.at))
        };
        if let Some(speaker) =
            speakers.find(|voice| is_person(voice.entity) && !is_named_there(voice.entity))
        {
            return Some(Referent::Entity(speaker.entity));
        }
        let mut named = seen.named.iter().filter(|sighting| !is_said(sighting.at));
        let subject = named.clone().find(|sighting| {
            sighting.rank == Rank::Subject
                && agrees(sighting.entity)
                && self
                    .people
                    .could_be_person(sighting.entity, near + 1 >= now)
        });
        if let Some(subject) = subject {
            return Some(Referent::Entity(subject.entity));
        }
        if near < now
            && let Some(phrase) = self.described_subject(near, gender)
        {
            return Some(match self.entity(phrase) {
                Some(entity) => Referent::Entity(entity),
                None => Referent::Phrase(phrase),
            });
        }
        let first = named.next();
        let likeliest = first
            .into_iter()
            .chain(named)
            .filter(|sighting| is_person(sighting.entity))
            .min_by_key(|sighting| sighting.rank);
        likeliest.map(|sighting| Referent::Entity(sighting.entity))
    }

    /// "│The judge│ rejected what she called": the description of a person that is the subject of the sentence, for a
    /// pronoun behind a question word.
    fn subject_before_what(&self, at: usize, gender: Gender) -> Option<Referent> {
        let tokens = &self.reader.tokens;
        let what = at.checked_sub(1)?;
        let subject = self.described_subject(self.people.sentence_of[at], gender)?;
        let fits = tokens[what].is(class::INTERROGATIVE) && subject.end <= what;
        fits.then_some(Referent::Phrase(subject))
    }

    /// Who spoke last in a sentence, if that is somebody without a name who may be of this gender: "…, his
    /// brother added".
    fn unnamed_teller(&self, sentence: usize, gender: Gender) -> Option<Phrase> {
        let spoke = self.spoke_in(sentence).next()?;
        let main = self.people.main_part(spoke.phrase);
        let mut words = self.reader.tokens[main.start..main.end].iter();
        let agrees = words.all(|token| !token.is(class::ROLE) || token.word.gender.agrees(gender));
        let mut named = self.seen[sentence].named.iter();
        let is_last = named.all(|named| named.rank == Rank::Other || named.at < main.start);
        let head = self.reader.noun_of(main);
        // "the Dean said"
        let first = &self.reader.tokens[main.start];
        let is_office = head == main.start + 1 && first.is(class::DEFINITE);
        let noun = &self.reader.tokens[head];
        let is_described = spoke.entity.is_none()
            && !spoke.is_plural
            && is_last
            && (noun.is(class::ROLE) && noun.kind == TokenKind::Lower
                || noun.is(class::TITLE) && is_office);
        (is_described && agrees && self.reader.grammar().is_none()).then_some(spoke.phrase)
    }

    /// The subject of a sentence, when it describes one person: "His barrister says …".
    fn described_subject(&self, sentence: usize, gender: Gender) -> Option<Phrase> {
        let subject = self.subject_of(sentence)?;
        let main = self.people.main_part(subject);
        let noun = (main.start..main.end).find(|at| {
            let token = &self.reader.tokens[*at];
            token.is(class::ROLE) || token.is(class::TITLE) && token.kind == TokenKind::Lower
        })?;
        let noun = &self.reader.tokens[noun];
        // Where nouns have genders, one that tells none ("le ministre") is seldom taken up by "elle".
        let agrees = match self.reader.grammar() {
            // "une porte-parole": the article tells it where the noun does not.
            Some(_) if noun.word.gender == Gender::Unknown => {
                self.reader.tokens[main.start].word.gender == gender
            }
            Some(_) => noun.word.gender == gender,
            None => noun.word.gender.agrees(gender),
        };
        // Without articles such a noun may open the sentence, with a capital.
        let no_articles = self
            .reader
            .grammar()
            .is_some_and(|grammar| grammar.no_articles);
        let fits =
            (noun.kind == TokenKind::Lower || no_articles) && agrees && !self.is_plural(subject);
        fits.then_some(subject)
    }

    /// The subject of the first finite verb of a sentence.
    pub(super) fn subject_of(&self, sentence: usize) -> Option<Phrase> {
        let sentences = &self.people.sentence_of;
        let start = sentences.partition_point(|other| *other < sentence);
        let end = sentences.partition_point(|other| *other <= sentence);
        let tokens = &self.reader.tokens;
        let opening = phrase_after(tokens, start, end).filter(|phrase| {
            let comma = usize::from(self.reader.sign_at(phrase.end, end, &[',']));
            let finite = class::AUXILIARY | class::VERB | class::CUE;
            let next = tokens
                .get(phrase.end + comma)
                .filter(|_| phrase.end + comma < end);
            next.is_some_and(|next| next.kind == TokenKind::Lower && next.is(finite))
        });
        opening.or_else(|| self.reader.main_subject(start, end))
    }

    /// What "it" stands for at token `at`: the last body or document that spoke, or the last subject that
    /// is no person.
    pub(super) fn thing_before(&self, at: usize) -> Option<String> {
        let now = self.people.sentence_of[at];
        (now.saturating_sub(MAX_THING_DISTANCE)..=now)
            .rev()
            .find_map(|near| {
                let spoke = self
                    .spoke_in(near)
                    .find(|spoke| !spoke.is_person && !spoke.is_plural);
                if let Some(spoke) = spoke {
                    return Some(spoke.name.clone());
                }
                let subject = if near < now {
                    self.subject_of(near)
                } else {
                    // "The regulator fined the firm for what │it│ called …", but not "The firm lost, │it│ said".
                    let is_tag = at > 0 && self.reader.tokens[at - 1].is_sign(',');
                    let start = self.sentence_start(at);
                    (!is_tag).then(|| self.reader.main_subject(start, at))?
                };
                let subject = subject.filter(|subject| subject.end <= at)?;
                let is_pronoun =
                    self.reader.tokens[subject.start].is(class::SUBJECT | class::RELATIVE);
                let entity = self.entity(subject);
                let is_person = match entity {
                    Some(entity) => self.people.entities[entity].is_person,
                    None => self.describes_person(subject),
                };
                let fits = !is_pronoun && !is_person && !self.is_plural(subject);
                fits.then(|| self.name(subject))
            })
    }

    /// What "they" stands for at token `at`: the last group that spoke, or the last subject that names
    /// several.
    pub(super) fn group_before(&self, at: usize) -> Option<String> {
        let now = self.people.sentence_of[at];
        (now.saturating_sub(MAX_THING_DISTANCE)..=now)
            .rev()
            .find_map(|near| {
                if let Some(spoke) = self.spoke_in(near).find(|spoke| spoke.is_plural) {
                    return Some(spoke.name.clone());
                }
                let subject = if near < now {
                    self.subject_of(near)
                } else {
                    self.reader.main_subject(self.sentence_start(at), at)
                };
                let subject = subject?;
                let first = &self.reader.tokens[subject.start];
                let is_pronoun = first.is(class::SUBJECT | class::RELATIVE);
                (!is_pronoun && self.is_plural(subject)).then(|| self.name(subject))
            })
    }

    /// Who spoke in a sentence, the last first.
    fn spoke_in(&self, sentence: usize) -> impl Iterator<Item = &super::references::Spoke> {
        let later = self
            .spoke
            .iter()
            .rev()
            .skip_while(move |spoke| spoke.sentence > sentence);
        later.take_while(move |spoke| spoke.sentence == sentence)
    }

    /// Whether a noun for a person heads the phrase.
    fn describes_person(&self, phrase: Phrase) -> bool {
        let head = self.reader.noun_of(self.people.main_part(phrase));
        self.reader.tokens[head].is(class::ROLE) && !self.reader.tokens[head].is(class::BODY)
    }
}
