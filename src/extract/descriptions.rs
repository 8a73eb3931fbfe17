//! Descriptions to whom they describe.
//!
//! ```text
//! Sen. Ann Lee spoke. │The senator│ said             whose title or description the noun is, of those the one
//!                                                    spoken of last
//! The Golf Board met. │The board│ said               a body whose name has the noun
//! Halden, a pump maker, … │The company│ said         the last body that spoke or acted
//! Mr. Lee lost. │The former pilot│ said              some nouns only take up whom the text is about
//! A senior aide left. │The aide│ said                an unnamed speaker of that noun
//! ```
//!
//! A description refers back when it is definite and short. Cost: every description looks back over a
//! bounded number of sentences.

use super::phrases::{Phrase, is_name, simple_phrase_end, subject_before};
use super::references::{Rank, References};
use super::tokens::TokenKind;
use crate::lexicon::{Gender, class, rule};

/// Most words of a description that refers back.
const MAX_WORDS: usize = 6;
/// Most words of the phrase that tells who a group is.
const MAX_GROUP: usize = 12;
/// How many sentences back whom a description may mean is looked for by how lately it was spoken of; who
/// was named earlier is found by the description itself.
const MAX_DISTANCE: usize = 10;
/// How many tokens back the phrase that brings in a body without a name is looked for.
const MAX_INTRODUCED: usize = 150;
/// How many sentences back a noun that only takes up may refer.
const MAX_EPITHET_DISTANCE: usize = 3;

impl References<'_, '_> {
    /// "The senator": notes whom the description means.
    pub(super) fn see_description(&mut self, at: usize) {
        let tokens = &self.reader.tokens;
        if !tokens[at].is(class::ROLE | class::TITLE) || tokens[at].kind != TokenKind::Lower {
            return;
        }
        if self.reader.grammar().is_some() {
            let is_definite = (at.saturating_sub(2)..at).any(|before| self.is_definite(before));
            if is_definite && let Some(entity) = self.people.described_by(at, at) {
                let (start, end) = (at, at + 1);
                self.see(Phrase { start, end }, entity);
            }
            return;
        }
        let floor = at.saturating_sub(MAX_WORDS).max(self.sentence_start(at));
        let in_phrase = |before: &usize| tokens[*before].is_word();
        let start = (floor..at)
            .rev()
            .take_while(in_phrase)
            .find(|before| tokens[*before].is(class::DETERMINER | class::POSSESSIVE));
        let ends = tokens.get(at + 1).is_none_or(|next| {
            next.kind != TokenKind::Capital && !next.is(class::ROLE | class::CLOSE)
        });
        let Some(start) = start.filter(|_| ends) else {
            return;
        };
        let phrase = Phrase { start, end: at + 1 };
        if let Some(entity) = self.described(phrase) {
            self.see(phrase, entity);
            if !self.people.is_described(at) {
                self.people.learn_role(at, entity);
            }
        }
    }

    /// Whether the token is "the" and not "a".
    pub(super) fn is_definite(&self, at: usize) -> bool {
        let token = &self.reader.tokens[at];
        if self.reader.grammar().is_some() {
            let owned = class::DETERMINER | class::POSSESSIVE;
            return token.is(owned) && !token.obeys(rule::INDEFINITE);
        }
        token.is(class::DEFINITE)
    }

    /// Whom a definite description ("the senator") describes.
    pub(super) fn described(&self, phrase: Phrase) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        if let Some(grammar) = self.reader.grammar() {
            return self.described_with_complement(phrase, main, grammar);
        }
        if let Some(owned) = self.owned(main) {
            return Some(owned);
        }
        if !self.is_definite(main.start) || main.end - main.start > MAX_WORDS {
            return None;
        }
        let noun = main.end - 1;
        // "the “Night Ferry” star"
        let is_bare = (main.start..noun).all(|at| {
            let can_stand = tokens[at].is_word() || tokens[at].kind == TokenKind::Title;
            can_stand && !tokens[at].is(class::PREPOSITION | class::CONJUNCTION)
        });
        if !is_bare || noun == main.start {
            return None;
        }
        let head = &tokens[noun];
        if head.is(class::ROLE | class::TITLE) {
            if self.last_unnamed(main).is_some() {
                return None;
            }
            let by_role = self.by_role(noun, phrase.start);
            return by_role.or_else(|| {
                let takes_up = head.is(class::EPITHET)
                    && (head.kind != TokenKind::Capital || noun - main.start > 1)
                    && !self.is_introduced(noun);
                takes_up.then(|| self.taken_up(phrase.start, head.word.gender))?
            });
        }
        if head.kind == TokenKind::Lower && head.is(class::ORGANISATION | class::BODY) {
            return self.body(main, noun);
        }
        None
    }

    /// Whether the noun at token `noun` has come in as somebody's without a name ("a senator") not long before.
    pub(super) fn is_introduced(&self, noun: usize) -> bool {
        let tokens = &self.reader.tokens;
        let word = self.reader.slice(noun);
        let back = noun.saturating_sub(MAX_INTRODUCED)..noun;
        back.into_iter().skip(1).any(|at| {
            let opens = |at: usize| tokens[at].is(class::DETERMINER) && !self.is_definite(at);
            self.reader.slice(at) == word
                && (opens(at - 1) || at > 1 && tokens[at - 1].is_word() && opens(at - 2))
        })
    }

    /// Of those whom the noun describes and who are what it says, the one spoken of last.
    fn by_role(&self, noun: usize, before: usize) -> Option<usize> {
        let (mut candidates, last) = self.people.all_described_by(noun, before);
        let is_for_people = self.reader.tokens[noun].is(class::ROLE | class::TITLE);
        let fits = |entity: &usize| {
            let entity = &self.people.entities[*entity];
            if is_for_people {
                !entity.is_organisation
            } else {
                !entity.is_person
            }
        };
        candidates.retain(fits);
        let salient = self.most_salient(before, &candidates);
        salient.or(last.filter(fits))
    }

    /// Of these entities, the one that the sentences up to token `at` speak of last: who speaks, else the
    /// subject, else whoever is named.
    fn most_salient(&self, at: usize, of: &[usize]) -> Option<usize> {
        if of.len() < 2 {
            return of.first().copied();
        }
        let now = self.people.sentence_of[at];
        let fits = |entity: &usize| of.contains(entity);
        (now.saturating_sub(MAX_DISTANCE)..=now)
            .rev()
            .find_map(|near| {
                let seen = &self.seen[near];
                let speakers = seen.tellers().chain(seen.speakers.iter().rev());
                let speaker = speakers.map(|voice| voice.entity).find(fits);
                speaker.or_else(|| {
                    let named = seen.named.iter().filter(|sighting| fits(&sighting.entity));
                    named
                        .min_by_key(|sighting| sighting.rank)
                        .map(|sighting| sighting.entity)
                })
            })
    }

    /// The person whom the sentences before that of token `at` are about: nobody is described anew in the sentence that
    /// has the name.
    pub(super) fn taken_up(&self, at: usize, gender: Gender) -> Option<usize> {
        let now = self.people.sentence_of[at];
        let fits = |entity: &usize| {
            self.people.is_taken_for_person(*entity) && self.people.entities[*entity].agrees(gender)
        };
        (now.saturating_sub(MAX_EPITHET_DISTANCE)..now)
            .rev()
            .find_map(|near| {
                let seen = &self.seen[near];
                let speaker = seen.tellers().map(|voice| voice.entity).find(fits);
                speaker.or_else(|| {
                    let mut named = seen.named.iter();
                    let subject = named
                        .find(|sighting| sighting.rank == Rank::Subject && fits(&sighting.entity));
                    subject.map(|sighting| sighting.entity)
                })
            })
    }

    /// "The board", "the Trump campaign", "the company": the body whose name has these words, else one that
    /// was described so, else, for a noun that says nothing more, the last that spoke or acted.
    fn body(&self, main: Phrase, noun: usize) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let holds_modifiers = |entity: &usize| {
            let name = self.people.words_of(self.people.entities[*entity].name);
            let mut capitals =
                (main.start + 1..noun).filter(|at| tokens[*at].kind == TokenKind::Capital);
            capitals.all(|at| name.clone().any(|word| word == self.reader.slice(at)))
        };
        let mut named = self.people.bodies_called(noun);
        named.retain(holds_modifiers);
        if let Some(introduced) = self.introduced(main) {
            // "A trade group for the banks": nearer than the Golf Group, which has the noun in its name.
            named.retain(|body| self.people.last_named(*body, main.start) > Some(introduced.start));
            if named.is_empty() {
                return None;
            }
        }
        if let Some(body) = self.most_salient(main.start, &named) {
            return Some(body);
        }
        if let Some(body) = self.by_role(noun, main.start) {
            return Some(body);
        }
        if noun - main.start > 1 || !tokens[noun].is(class::BODY) {
            return None;
        }
        let now = self.people.sentence_of[main.start];
        let is_body = |entity: &usize| {
            self.people.could_be_body(*entity) && !self.people.opens_headline(*entity)
        };
        (now.saturating_sub(MAX_EPITHET_DISTANCE)..=now)
            .rev()
            .find_map(|near| {
                let seen = &self.seen[near];
                let mut speakers = seen.speakers.iter().rev().map(|voice| voice.entity);
                let subject = || {
                    let subjects = seen
                        .named
                        .iter()
                        .filter(|sighting| sighting.rank == Rank::Subject);
                    subjects.map(|sighting| sighting.entity).find(is_body)
                };
                speakers.find(is_body).or_else(subject)
            })
    }

    /// "The group", where "a trade group for the banks" or "the Roy group" came before it: the nearest longer phrase
    /// of the noun that `main` ends with.
    fn introduced(&self, main: Phrase) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let noun = self.reader.slice(main.end - 1);
        if main.end - main.start > 2 {
            return None;
        }
        let back = main.start.saturating_sub(MAX_INTRODUCED);
        let mut same = (back..main.start)
            .rev()
            .filter(|at| tokens[*at].kind == TokenKind::Lower && self.reader.slice(*at) == noun);
        same.find_map(|at| {
            // "the Roy administration"
            let is_called = at > back + 1
                && tokens[at - 1].kind == TokenKind::Capital
                && is_name(&tokens[at - 1])
                && self.is_definite(at - 2);
            if is_called {
                let (start, end) = (at - 2, at + 1);
                return Some(Phrase { start, end });
            }
            tokens.get(at + 1).filter(|next| next.is(class::CLOSE))?;
            let start = subject_before(tokens, self.sentence_start(at), at + 1)?.start;
            let end = simple_phrase_end(tokens, start, tokens.len().min(at + MAX_GROUP));
            let mut words = tokens[start..=at].iter();
            let opens = tokens[start].is(class::DETERMINER) && end > at + 1;
            let is_named = words.any(is_name);
            (opens && !is_named && end - start <= MAX_GROUP).then_some(Phrase { start, end })
        })
    }

    /// How the article calls a body without a name where it comes in.
    pub(super) fn introduced_body(&self, phrase: Phrase) -> Option<String> {
        let main = self.people.main_part(phrase);
        let is_body = self.reader.grammar().is_none()
            && self.is_definite(main.start)
            && self.reader.tokens[main.end - 1].is(class::BODY | class::ORGANISATION);
        let mut introduced = is_body.then(|| self.introduced(main))??;
        introduced.start += 1;
        Some(self.words(introduced))
    }

    /// The last speaker, if that was an unnamed one whom the noun of `main` described: "a senior aide".
    fn last_unnamed(&self, main: Phrase) -> Option<&str> {
        let spoke = self.last_speaker(main.start)?;
        let noun = self.reader.folded(main.end - 1);
        let kin = |word: &str| {
            let lexicon = self.reader.lexicon;
            lexicon.is_some_and(|lexicon| lexicon.kin(word).contains(&noun))
        };
        let mut words = spoke.name.split_whitespace().map(str::to_lowercase);
        let is_one = spoke.entity.is_none() && !spoke.is_plural;
        let is_same = is_one && words.any(|word| word == noun || kin(&word));
        is_same.then_some(&spoke.name)
    }

    /// "The members" are "nine members of the House Committee", if the article has called them so before: the
    /// fullest phrase of the same plural noun.
    pub(super) fn fullest_group(&self, phrase: Phrase) -> Option<String> {
        let main = self.people.main_part(phrase);
        let noun = main.end - 1;
        let tokens = &self.reader.tokens;
        let is_group = self.is_definite(main.start)
            && self.reader.grammar().is_none()
            && main.end - main.start <= MAX_WORDS
            && tokens[noun].is(class::ROLE)
            && tokens[noun].kind == TokenKind::Lower
            && self.reader.is_plural_word(noun);
        if !is_group {
            return None;
        }
        let phrases = self.people.groups_called(noun).filter_map(|at| {
            let floor = self.sentence_start(at);
            let start = subject_before(tokens, floor, at + 1)?.start;
            let end = simple_phrase_end(tokens, start, tokens.len().min(at + MAX_GROUP));
            let is_longer = end > at && end - start > main.end - main.start;
            (is_longer && end - start <= MAX_GROUP).then_some(Phrase { start, end })
        });
        let fullest = phrases.max_by_key(|phrase| phrase.end - phrase.start)?;
        let mut start = fullest.start;
        while start + 1 < fullest.end && tokens[start].is(class::DETERMINER) {
            start += 1;
        }
        let end = fullest.end;
        Some(self.words(Phrase { start, end }))
    }

    /// Who spoke last, when the phrase is a singular description that can only refer back ("the aide").
    pub(super) fn refers_back(&self, phrase: Phrase) -> Option<String> {
        if self.reader.grammar().is_some() {
            return None; // See `described_with_complement`.
        }
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        let head = main.end - 1;
        let refers = self.is_definite(main.start)
            && tokens[head].is(class::ROLE)
            && !self.is_plural(phrase)
            && !(main.start..main.end).any(|at| tokens[at].is(class::PREPOSITION));
        let spoke = refers.then(|| self.last_speaker(phrase.start))??;
        let fits = match spoke.entity {
            _ if spoke.is_plural => false,
            // "Lee said the governor told her": who speaks is not described anew in the same sentence.
            _ if spoke.sentence == self.people.sentence_of[phrase.start] => false,
            Some(entity) => {
                !spoke.has_role
                    && !self.people.entities[entity].is_organisation
                    && !self.people.describes_person(head)
            }
            None => tokens[head].is(class::ANYBODY) || self.last_unnamed(main).is_some(),
        };
        fits.then(|| spoke.name.clone())
    }
}
