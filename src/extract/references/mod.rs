//! Phrases to names: "Sen. Lee", "the senator", "her statement" and "she" are Ann Lee.
//!
//! One walk over the article keeps, for every sentence, whom it names and who speaks in it, so that each
//! phrase is read with what stands before it. What a phrase is called is
//!
//! - a name, in the fullest form that the article gives, without titles;
//! - for a pronoun, whom it takes up (see [`super::pronouns`]);
//! - for a description ("the senator", "the company"), whom it describes (see [`super::descriptions`]);
//! - for a document ("the letter", "Lee's remarks"), its owner, or the subject of its sentence;
//! - else the words of the phrase themselves ("a senior aide").
//!
//! ```text
//! Mr. Lee wrote a letter │that│ called it “a mess”.        a document speaks for its author: Lee
//! A response │from the board│ said: “No.”                  or for whom it comes from
//! ```

mod antecedents;
mod documents;
mod joint;
mod reported;
mod seen;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

pub(super) use seen::{Rank, Referent, Seen, Sighting, Spoke, Voice};

use reported::Reported;

use super::Reader;
use super::drafts::Draft;
use super::marks::is_mark;
use super::people::People;
use super::phrases::Phrase;
use super::tokens::TokenKind;
use crate::lexicon::{class, rule};

/// How many sentences back a description or a document may refer to who spoke.
const MAX_SPEAKER_DISTANCE: usize = 4;

/// The speakers' names of `drafts`, in their order.
pub(super) fn speaker_names(reader: &Reader, drafts: &[Draft]) -> Vec<Option<String>> {
    let people = People::collect(reader);
    let mut references = References {
        reader,
        seen: vec![Seen::default(); people.sentence_of.last().map_or(0, |last| last + 1)],
        people,
        pronouns: FxHashMap::default(),
        spoke: Vec::new(),
    };
    references.walk(drafts)
}

/// The classes of pronouns that can tell a gender.
const PRONOUN: u64 = class::SUBJECT | class::OBJECT | class::POSSESSIVE;

/// How many tokens back a document is looked for.
const MAX_DOCUMENT_DISTANCE: usize = 400;

pub(super) struct References<'r, 'a> {
    pub reader: &'r Reader<'a>,
    pub people: People<'r, 'a>,
    pub seen: Vec<Seen>,
    /// What each pronoun token that was resolved stands for.
    pub pronouns: FxHashMap<usize, Referent>,
    pub spoke: Vec<Spoke>,
}

impl References<'_, '_> {
    fn walk(&mut self, drafts: &[Draft]) -> Vec<Option<String>> {
        let spoken = drafts.iter().enumerate();
        let spoken = spoken.filter_map(|(index, draft)| Some((draft.speaker?, index)));
        let mut spoken: Vec<(Phrase, usize)> = spoken.collect();
        spoken.sort_by_key(|(speaker, _)| speaker.start);
        let mut names = vec![None; drafts.len()];
        let mut spoken = spoken.into_iter().peekable();
        let mut mention = 0;
        let mut reported = Reported::new(drafts);
        for at in 0..self.reader.tokens.len() {
            while let Some(next) = self.people.mentions.get(mention)
                && next.tokens.start <= at
            {
                let next = *next;
                self.see(next.tokens, next.entity);
                mention += 1;
            }
            if self.reader.tokens[at].is(PRONOUN) {
                let next = spoken.peek().filter(|(speaker, _)| speaker.start == at);
                self.see_pronoun(at, next.map(|(_, draft)| &drafts[*draft]));
            }
            self.see_description(at);
            while let Some((speaker, draft)) = spoken.next_if(|(speaker, _)| speaker.end <= at + 1)
            {
                let is_reported = reported.holds(speaker.start);
                names[draft] = Some(self.credit(speaker, &drafts[draft], is_reported));
            }
        }
        names
    }

    /// Notes that the words `tokens` name `entity`.
    pub(super) fn see(&mut self, tokens: Phrase, entity: usize) {
        let rank = self.rank(tokens);
        let at = tokens.start;
        let sighting = Sighting { entity, rank, at };
        self.seen[self.people.sentence_of[at]].named.push(sighting);
    }

    fn rank(&self, name: Phrase) -> Rank {
        let tokens = &self.reader.tokens;
        let sentence = self.people.sentence_of[name.start];
        let in_sentence = |at: &usize| self.people.sentence_of[*at] == sentence;
        let owner = tokens
            .get(name.end)
            .is_some_and(|token| token.kind == TokenKind::Genitive);
        // "by prime minister Ann Lee"
        let describes = |at: usize| {
            let is_titled = tokens[at + 1].is(class::TITLE | class::ROLE) && at + 1 < name.start;
            is_titled && tokens[at].kind == TokenKind::Lower && tokens[at].is_plain()
        };
        let governor = (0..name.start).rev().take_while(in_sentence).find(|at| {
            !tokens[*at].is(class::TITLE | class::ROLE | class::DETERMINER) && !describes(*at)
        });
        if owner || governor.is_some_and(|at| tokens[at].is(class::PREPOSITION)) {
            return Rank::Other;
        }
        let mut before = (0..name.start).rev().take_while(in_sentence);
        let first = before.clone().last();
        let subordinate = first.is_some_and(|first| {
            tokens[first].is(class::SUBORDINATOR) && !before.any(|at| tokens[at].is_sign(','))
        });
        if subordinate {
            Rank::SubordinateSubject
        } else {
            Rank::Subject
        }
    }

    /// Names the speaker of a draft and remembers that it spoke.
    fn credit(&mut self, speaker: Phrase, draft: &Draft, is_reported: bool) -> String {
        let sentence = self.people.sentence_of[speaker.start];
        let name = self.name(speaker);
        let first = &self.reader.tokens[speaker.start];
        let is_said = draft.is_quoted || draft.reports_speech();
        let is_single = speaker.end - speaker.start == 1;
        let is_relative = first.is(class::RELATIVE) && is_single;
        if !is_said || first.is(class::NEUTER) && is_single {
            return name;
        }
        let entity = if is_relative {
            let antecedent = self.antecedent_of(speaker.start);
            antecedent.and_then(|antecedent| self.entity(antecedent))
        } else {
            self.entity(speaker)
        };
        if let Some(entity) = entity {
            self.people.entities[entity].has_spoken |= draft.is_quoted;
            self.seen[sentence].speakers.push(Voice {
                entity,
                is_reported,
            });
        }
        if is_relative {
            return name;
        }
        let known = entity.map(|entity| &self.people.entities[entity]);
        let words = &self.reader.tokens[speaker.start..speaker.end];
        let is_person = known.map_or_else(
            || words.iter().any(|token| token.is(class::ROLE)),
            |entity| entity.is_person,
        );
        let has_role = known.is_some_and(|entity| entity.has_role);
        let is_plural = self.is_plural(speaker);
        self.spoke.push(Spoke {
            sentence,
            name: name.clone(),
            phrase: speaker,
            entity,
            is_plural,
            is_person,
            has_role,
            is_reported,
        });
        name
    }

    /// The entity that a phrase stands for, if it is named.
    pub(super) fn entity(&self, phrase: Phrase) -> Option<usize> {
        let first = &self.reader.tokens[phrase.start];
        // "её сосед" is not she, "по её словам" is; English takes "her" for the woman in both.
        let owns = first.is(class::POSSESSIVE)
            && (self.reader.grammar().is_some() || !first.is(class::OBJECT));
        let is_pronoun = if owns {
            phrase.end - phrase.start == 1
        } else {
            first.is(class::SUBJECT | class::OBJECT)
        };
        if is_pronoun {
            return match self.pronouns.get(&phrase.start)? {
                Referent::Entity(entity) => Some(*entity),
                Referent::Phrase(described) => self.entity(*described),
            };
        }
        let named = || {
            let mention = self.people.head_mention(phrase);
            mention.map(|mention| mention.entity)
        };
        // "the Ohio Democrat" is no name.
        let last = self.people.main_part(phrase).end - 1;
        if first.is(class::DEFINITE) && self.reader.tokens[last].is(class::EPITHET) {
            return self.described(phrase).or_else(named);
        }
        named().or_else(|| self.described(phrase))
    }

    /// The name of the person or body that a phrase stands for.
    pub(super) fn name(&self, phrase: Phrase) -> String {
        if let Some(both) = self.joined_names(phrase) {
            return both;
        }
        if let Some(entity) = self.entity(phrase) {
            return self.people.name_of(entity);
        }
        let first = &self.reader.tokens[phrase.start];
        let is_single = phrase.end - phrase.start == 1;
        if let Some(Referent::Phrase(described)) = self.pronouns.get(&phrase.start)
            && is_single
        {
            return self.name(*described);
        }
        if first.is(class::NEUTER)
            && is_single
            && let Some(thing) = self
                .thing_before(phrase.start)
                .or_else(|| self.document_before(phrase.start))
        {
            return thing;
        }
        if first.is(class::INTERLOCUTOR) && is_single {
            return self.words(phrase); // "I": whoever writes the article.
        }
        if first.is(class::RELATIVE) && is_single {
            let antecedent = self
                .antecedent_of(phrase.start)
                .map(|phrase| self.name(phrase));
            return antecedent.unwrap_or_else(|| self.words(phrase));
        }
        if first.is(class::RELATIVE)
            && first.is(class::POSSESSIVE)
            && let Some(owner) = self.antecedent_of(phrase.start)
        {
            // "Lee, whose office": "Lee's office".
            let main = self.people.main_part(phrase);
            let start = (main.start + 1).min(main.end - 1);
            let theirs = self.words(Phrase { start, ..main });
            let owner = self.name(owner);
            let lexicon = self.reader.lexicon;
            return lexicon.map_or(theirs.clone(), |lexicon| lexicon.owned(&owner, &theirs));
        }
        if first.is(class::PLURAL)
            && is_single
            && let Some(group) = self
                .group_before(phrase.start)
                .or_else(|| self.thing_before(phrase.start))
        {
            return group;
        }
        let author = self
            .two_before(phrase)
            .or_else(|| self.together_before(phrase))
            .or_else(|| self.author(phrase))
            .or_else(|| self.refers_back(phrase))
            .or_else(|| self.fullest_group(phrase))
            .or_else(|| self.introduced_body(phrase));
        author.unwrap_or_else(|| {
            let mut main = self.people.main_part(phrase);
            if first.obeys(rule::OBLIQUE) && main.end - main.start > 1 {
                main.start += 1; // "laut dem Sprecher": the article stands in another case.
            }
            self.title(main).unwrap_or_else(|| self.words(main))
        })
    }

    /// "die „Hafenzeitung“": the title that is all of a phrase but its article, outside English.
    fn title(&self, main: Phrase) -> Option<String> {
        let tokens = &self.reader.tokens;
        let title = main.end - 1;
        let is_alone = (main.start..title).all(|at| tokens[at].is(class::DETERMINER));
        let is_title = self.reader.grammar().is_some() && tokens[title].kind == TokenKind::Title;
        let slice = (is_title && is_alone).then(|| self.reader.slice(title))?;
        Some(
            slice
                .trim_matches(|sign| is_mark(sign) || char::is_whitespace(sign))
                .to_owned(),
        )
    }

    pub(super) fn sentence_start(&self, at: usize) -> usize {
        self.people
            .sentence_of
            .partition_point(|sentence| *sentence < self.people.sentence_of[at])
    }

    /// The latest speaker, if that was not long before token `at`.
    pub(super) fn last_speaker(&self, at: usize) -> Option<&Spoke> {
        let sentence = self.people.sentence_of[at];
        let near = |spoke: &&Spoke| spoke.sentence + MAX_SPEAKER_DISTANCE >= sentence;
        self.spoke.last().filter(near)
    }

    /// Whether a phrase names several: "they", a plural noun, two names joined.
    pub(super) fn is_plural(&self, phrase: Phrase) -> bool {
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        let head = self.reader.noun_of(main);
        let joined = (main.start..main.end).any(|at| tokens[at].is(class::CONJUNCTION))
            || self.joint_behind_tag(main.end, phrase.end).is_some()
            || self.listed_names(phrase).is_some();
        let is_noun = tokens[head].kind == TokenKind::Lower || tokens[head].is(class::ROLE);
        let plural_noun = is_noun && self.reader.is_plural_word(head);
        joined || plural_noun || tokens[main.start].is(class::PLURAL) && main.end - main.start == 1
    }

    /// The words of a phrase on one line.
    pub(super) fn words(&self, phrase: Phrase) -> String {
        let span = self.reader.span(phrase.start, phrase.end);
        let words: Vec<&str> = span.slice(self.reader.text).split_whitespace().collect();
        words.join(" ")
    }
}
