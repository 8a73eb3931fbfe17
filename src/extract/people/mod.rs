//! The people and bodies that an article names: "Sen. Ann Lee", "Ms. Lee" and "Lee" are one **entity**.
//!
//! One walk over the tokens collects the names. Two names are one entity when they share their last word
//! and their first words do not contradict, or when one is the other's first or last word alone; the
//! entity is known by the fullest form. Titles, first names and descriptions beside a name tell whether
//! it is a person's, and of which gender. Cost: linear; names are found by their first and last words.

mod described;
mod headings;
mod names;
mod namesakes;
mod questions;
mod roles;
mod runs;
#[cfg(test)]
mod tests;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::Reader;
use super::phrases::Phrase;
use super::tokens::TokenKind;
use super::verbs::is_finite;
use crate::lexicon::{Gender, class};
use names::Name;
use roles::role_at;

/// How many of those who share a word of their names are looked at, the latest first.
const MAX_NAMESAKES: usize = 64;

/// Fewest and most tokens of a heading.
const SHORTEST_HEADING: usize = 4;
const LONGEST_HEADING: usize = 40;

/// How many of the places of a plural noun are kept: who a group is, is said when it comes in.
const MAX_GROUPS: usize = 4;

/// Somebody or something that the article names.
#[derive(Debug)]
pub(super) struct Entity<'a> {
    /// The fullest form of the name.
    pub name: Name<'a>,
    pub gender: Gender,
    /// How much more often "he" than "she" has stood for it.
    pub leaning: i32,
    /// Whether a title, a first name or a description shows a person.
    pub is_person: bool,
    pub is_organisation: bool,
    /// Whether its last name stands alone somewhere.
    pub has_alias: bool,
    /// Whether quoted words are credited to it.
    pub has_spoken: bool,
    /// Whether the words beside its name say what it does ("the mayor, Ann Lee").
    pub has_role: bool,
    /// Whether it is the younger of two of one name ("his son, Bo Roy Jr."), whom the last name alone does not mean.
    pub is_junior: bool,
}

/// One naming of an entity: the tokens of the name without title.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub entity: usize,
    pub tokens: Phrase,
}

/// The entities of an article and where it names and describes them.
pub(super) struct People<'r, 'a> {
    reader: &'r Reader<'a>,
    pub entities: Vec<Entity<'a>>,
    /// In order of the text.
    pub mentions: Vec<Mention>,
    /// Sentence number of every token.
    pub sentence_of: Vec<usize>,
    /// Whether each sentence is a heading.
    headings: Vec<bool>,
    /// First token of the first mention of each entity.
    first_seen: Vec<usize>,
    /// First token of the latest mention of each entity.
    last_seen: Vec<usize>,
    /// Entities by the first and by the last word of any form of their name.
    by_word: FxHashMap<&'a str, SmallVec<[usize; 2]>>,
    /// Bodies by the first letters of the words of their name: "DFC" is the Dairy Farmers Council.
    by_initials: FxHashMap<String, usize>,
    /// First and last names that two of the article bear, one of them with "Jr.".
    juniors: FxHashSet<(&'a str, &'a str)>,
    /// Where the article has each plural noun for people, the first times.
    groups: FxHashMap<&'a str, SmallVec<[usize; 2]>>,
    /// The entities that a noun ("senator") described, with the token where that was, ascending.
    roles: FxHashMap<&'r str, Vec<(usize, usize)>>,
}

/// How often a pronoun must have stood for somebody before the other gender's no longer can: one mistake
/// must not breed others.
const CERTAIN_LEANING: i32 = 2;

impl Entity<'_> {
    /// Whether a pronoun of this gender can stand for the entity.
    pub(super) fn agrees(&self, gender: Gender) -> bool {
        if self.gender != Gender::Unknown {
            return self.gender.agrees(gender);
        }
        match gender {
            Gender::Male => self.leaning > -CERTAIN_LEANING,
            Gender::Female => self.leaning < CERTAIN_LEANING,
            Gender::Unknown => true,
        }
    }

    /// Notes that a pronoun of this gender stands for the entity.
    pub(super) fn lean(&mut self, gender: Gender) {
        self.is_person = true;
        self.leaning += match gender {
            Gender::Male => 1,
            Gender::Female => -1,
            Gender::Unknown => 0,
        };
    }
}

impl<'r, 'a> People<'r, 'a> {
    pub(super) fn collect(reader: &'r Reader<'a>) -> Self {
        let mut people = Self {
            reader,
            entities: Vec::new(),
            mentions: Vec::new(),
            sentence_of: sentence_numbers(reader),
            headings: sentences(reader)
                .map(|bounds| headings::is_title_case(reader, bounds))
                .collect(),
            first_seen: Vec::new(),
            last_seen: Vec::new(),
            by_word: FxHashMap::default(),
            by_initials: FxHashMap::default(),
            juniors: FxHashSet::default(),
            groups: FxHashMap::default(),
            roles: FxHashMap::default(),
        };
        people.note_groups();
        let runs = people.name_runs();
        people.juniors = people.juniors_of(&runs);
        people.mentions.reserve(runs.len());
        people.by_word.reserve(runs.len());
        // Full names first, wherever they stand, so that a last name before them finds them.
        for run in runs.iter().filter(|run| run.end - run.start > 1) {
            if !people.is_heading(run.start) {
                people.enter(*run);
            }
        }
        for run in &runs {
            if people.is_heading(run.start) && people.is_new(*run) {
                continue;
            }
            let entity = people.enter(*run);
            people.last_seen[entity] = run.start;
            people.entities[entity].has_alias |= run.end - run.start == 1;
            people.first_seen[entity] = people.first_seen[entity].min(run.start);
            people.mentions.push(Mention {
                entity,
                tokens: *run,
            });
            people.note_roles(*run, entity);
        }
        people
    }

    /// Whether a run names nobody whom the article names elsewhere, or names them at more length.
    fn is_new(&self, run: Phrase) -> bool {
        let name = self.name_at(run);
        let known = self.known(name, Gender::Unknown);
        known.is_none_or(|known| self.entities[known].name.len() < name.len())
    }

    /// Notes that the noun at token `noun` has taken up `entity`.
    pub(super) fn learn_role(&mut self, noun: usize, entity: usize) {
        let described = self.roles.entry(self.reader.folded(noun)).or_default();
        let place = described.partition_point(|(at, _)| *at < noun);
        described.insert(place, (noun, entity));
    }

    /// Notes where the nouns for several people stand.
    fn note_groups(&mut self) {
        for (at, token) in self.reader.tokens.iter().enumerate() {
            if !token.is(class::ROLE) || !token.is_word() {
                continue;
            }
            let word = token.span.slice(self.reader.text);
            if self.reader.is_plural_word(at) {
                let places = self.groups.entry(word).or_default();
                if places.len() < MAX_GROUPS {
                    places.push(at);
                }
            }
        }
    }

    /// The entity that a run names; a new one when none fits.
    fn enter(&mut self, run: Phrase) -> usize {
        let tokens = &self.reader.tokens;
        let name = self.name_at(run);
        let title = run.start.checked_sub(1).map(|at| tokens[at]);
        let title = title.filter(|token| token.is(class::TITLE));
        let first_name = self.first_name_of(run);
        let has_first_name = first_name.is_some();
        let gender = match title.map(|token| token.word.gender) {
            Some(gender) if gender != Gender::Unknown => gender,
            _ if has_first_name => first_name.unwrap_or_default(),
            _ => Gender::Unknown,
        };
        let thing = class::ORGANISATION | class::PLACE;
        let is_organisation = (run.start..run.end)
            .any(|at| tokens[at].is(thing) && !tokens[at].is(class::FIRST_NAME))
            || name.len() == 1 && is_acronym(name.first);
        let is_person = !is_organisation && (title.is_some() || has_first_name);
        let known = self.known(name, gender);
        let known = known.or_else(|| self.body_called(name));
        let index = known.unwrap_or(self.entities.len());
        let is_new = known.is_none();
        if is_new {
            self.entities.push(Entity {
                name,
                gender,
                leaning: 0,
                is_person: false,
                is_organisation,
                has_alias: false,
                has_spoken: false,
                has_role: false,
                is_junior: self.is_junior(name),
            });
            self.last_seen.push(0);
            self.first_seen.push(usize::MAX);
        }
        // "Нина Беспалова" rather than "Нины Беспаловой".
        let known = self.entities[index].name;
        let is_clearer = self.reader.grammar().is_some()
            && name.len() == known.len()
            && self.is_first_name(name.first)
            && !self.is_first_name(known.first);
        let stemmed = self.stemmed(name);
        let is_fuller = name.len() > known.len() || is_clearer;
        let entity = &mut self.entities[index];
        if is_fuller {
            entity.name = name;
        }
        entity.is_person |= is_person;
        if entity.gender == Gender::Unknown {
            entity.gender = gender;
        }
        if is_new || is_fuller {
            self.note_initials(index);
        }
        for word in stemmed.keys() {
            let entities = self.by_word.entry(word).or_default();
            let mut latest = entities.iter().rev().take(MAX_NAMESAKES);
            if !latest.any(|known| *known == index) {
                entities.push(index);
            }
        }
        index
    }

    /// Whether the English noun at token `noun` is for several ("Ann Lee and Bo Roy, the top │Democrats│").
    fn is_plural_role(&self, noun: usize) -> bool {
        self.reader.grammar().is_none() && self.one_of(noun).is_some()
    }

    /// Remembers the nouns that describe a named person: titles and roles before the name, and those of
    /// an apposition behind it.
    fn note_roles(&mut self, run: Phrase, entity: usize) {
        let tokens = &self.reader.tokens;
        let is_foreign = self.reader.grammar().is_some();
        let sentence = self.sentence_of[run.start];
        // The Union Leader, Ohio's largest paper: the owner is not what stands before the comma.
        let is_owner = tokens
            .get(run.end)
            .is_some_and(|next| next.kind == TokenKind::Genitive);
        let before = (run.start.saturating_sub(6)..run.start)
            .rev()
            .take_while(|at| self.sentence_of[*at] == sentence)
            // "The mayor, Ann Lee": a comma may stand between the description and the name.
            .skip_while(|at| *at + 1 == run.start && tokens[*at].is_sign(',') && !is_owner)
            .take_while(|at| {
                let ends =
                    class::PREPOSITION | class::DETERMINER | class::AUXILIARY | class::ADVERB;
                let is_verb = tokens[*at].is(class::VERB) && !tokens[*at].is(class::ROLE);
                tokens[*at].is_word() && !tokens[*at].is(ends) && !is_verb
            });
        let behind = (run.end..tokens.len().min(run.end + 12))
            .skip_while(|at| *at == run.end && tokens[*at].is_sign(','))
            .take_while(|at| {
                // "Ann Lee, Mr. Roy's lawyer"
                let is_inside = tokens[*at].is_word() || tokens[*at].kind == TokenKind::Genitive;
                tokens[run.end].is_sign(',') && is_inside
            });
        // "Interrogé par Ann Lee, le député a dit": a clause, and no description of Lee. English descriptions
        // end at their first preposition or relative clause.
        let ends = class::PREPOSITION | class::RELATIVE;
        let described = behind.take_while(|at| {
            let token = &tokens[*at];
            match is_foreign {
                true => !token.is(class::RELATIVE) || token.is(class::DETERMINER),
                false => !token.is(ends),
            }
        });
        let is_clause = described.clone().any(|at| is_finite(&tokens[at]));
        let behind = described.filter(|_| !is_clause);
        let reader = self.reader;
        let complemented = self.complemented_role(run);
        let nouns: Vec<usize> = before
            .chain(complemented)
            .chain(behind)
            .chain(self.predicate(run))
            .filter(|at| {
                let token = &tokens[*at];
                let is_body =
                    token.kind == TokenKind::Lower && token.is(class::BODY | class::ORGANISATION);
                let is_role = role_at(reader, *at).is_some() && !self.is_plural_role(*at);
                is_role || is_body && !is_foreign
            })
            .collect();
        // "the patient group": the noun that its head is, and not what stands before it.
        let is_body = |at: &usize| role_at(reader, *at).is_none();
        let heads_body = nouns.iter().max().is_some_and(is_body);
        for at in nouns {
            if heads_body && !is_body(&at) {
                continue;
            }
            if is_body(&at) {
                // "Type One Voices, the patient group": what a body is.
                let described = self.roles.entry(self.reader.folded(at)).or_default();
                described.push((run.start, entity));
                continue;
            }
            let Some((role, gender)) = role_at(reader, at) else {
                continue;
            };
            if self.entities[entity].gender == Gender::Unknown {
                self.entities[entity].gender = gender;
            }
            self.entities[entity].is_person |= !self.entities[entity].is_organisation;
            self.entities[entity].has_role = true;
            let lexicon = self.reader.lexicon;
            let others = lexicon.map_or(&[][..], |lexicon| lexicon.kin(role));
            for noun in others.iter().copied().chain([role]) {
                let described = self.roles.entry(noun).or_default();
                described.push((run.start, entity));
            }
            for head in roles::heads(reader, role) {
                let described = self.roles.entry(head).or_default();
                described.push((run.start, entity));
            }
        }
    }
}

/// The token bounds of all sentences, in order.
fn sentences(reader: &Reader) -> impl Iterator<Item = (usize, usize)> {
    let bounds = reader.paragraphs.iter();
    let pairs = bounds.flat_map(|paragraph| paragraph.bounds.windows(2));
    pairs.map(|pair| (pair[0], pair[1]))
}

/// The number of the sentence that each token stands in, counted over the whole article.
fn sentence_numbers(reader: &Reader) -> Vec<usize> {
    let mut numbers = vec![0; reader.tokens.len()];
    for (number, (start, end)) in sentences(reader).enumerate() {
        numbers[start..end].fill(number);
    }
    numbers
}

/// "AARP", "FBI": a name in capitals alone is a body's.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}
