//! Phrases to names: "Sen. Lee", "the senator", "her statement" and "she" are Ann Lee.
//!
//! ```text
//! When Mr. Roy took the floor, Mr. Lee left. “Enough,” │he│ said.   the subject of the main clause: Lee
//! “It failed,” said Mr. Roy of Mr. Lee's plan. “Badly,” │he│ said.  who spoke in that sentence: Roy
//! Mr. Lee wrote a letter │that│ called it “a mess”.                 a document speaks for its author: Lee
//! ```
//!
//! One walk over the article keeps, for every sentence, whom it names and who speaks in it. A pronoun
//! takes the nearest sentence that names somebody of its gender, and in it who speaks, else the subject,
//! else whoever comes first. What a phrase is called is then
//!
//! - a name, in the fullest form that the article gives, without titles;
//! - for a description ("the senator"), the person so described before, else, when it can only refer
//!   back, who spoke last;
//! - for a document ("the letter", "Lee's remarks"), its owner, or the subject of its sentence;
//! - else the words of the phrase themselves ("a senior aide").

use rustc_hash::FxHashMap;

use super::Reader;
use super::drafts::Draft;
use super::people::People;
use super::phrases::{Phrase, phrase_after, subject_before};
use super::tokens::TokenKind;
use crate::lexicon::{Gender, Grammar, class, rule};

/// How many sentences back a pronoun may refer.
const MAX_DISTANCE: usize = 8;
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
        group: None,
    };
    references.walk(drafts)
}

/// Whom a sentence names, and who speaks in it.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// Entities with their rank (lower is likelier to be taken up), in order of the text.
    named: Vec<(Rank, usize)>,
    speakers: Vec<usize>,
}

/// How likely a mention is to be taken up by a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Subject,
    /// Subject of a clause that opens the sentence ("When Lee left, …").
    SubordinateSubject,
    Other,
}

/// What a pronoun stands for.
#[derive(Clone, Copy, Debug)]
enum Referent {
    Entity(usize),
    /// A description without a name: "a European diplomat".
    Phrase(Phrase),
}

/// Who spoke, as the report calls them.
#[derive(Clone, Debug)]
struct Spoke {
    sentence: usize,
    name: String,
    is_plural: bool,
    /// Whether it is known to be a person.
    is_person: bool,
    /// Whether the article says what the person does ("the mayor").
    has_role: bool,
}

struct References<'r, 'a> {
    reader: &'r Reader<'a>,
    people: People<'r, 'a>,
    seen: Vec<Seen>,
    /// What each pronoun token that was resolved stands for.
    pronouns: FxHashMap<usize, Referent>,
    spoke: Vec<Spoke>,
    /// The latest group that spoke: what "they" stands for.
    group: Option<String>,
}

impl References<'_, '_> {
    fn walk(&mut self, drafts: &[Draft]) -> Vec<Option<String>> {
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|draft| drafts[*draft].speaker.map(|speaker| speaker.start));
        let mut names = vec![None; drafts.len()];
        let mut order = order.into_iter().peekable();
        let mut mention = 0;
        for at in 0..self.reader.tokens.len() {
            while let Some(next) = self.people.mentions.get(mention)
                && next.tokens.start <= at
            {
                let next = *next;
                self.see(next.tokens, next.entity);
                mention += 1;
            }
            self.see_pronoun(at);
            self.see_description(at);
            while let Some(draft) = order.peek().copied() {
                match drafts[draft].speaker {
                    Some(speaker) if speaker.end > at + 1 => break,
                    Some(speaker) => names[draft] = Some(self.credit(speaker, &drafts[draft])),
                    None => {}
                }
                order.next();
            }
        }
        names
    }

    /// Notes that the words `tokens` name `entity`.
    fn see(&mut self, tokens: Phrase, entity: usize) {
        let rank = self.rank(tokens);
        self.seen[self.people.sentence_of[tokens.start]]
            .named
            .push((rank, entity));
    }

    fn rank(&self, name: Phrase) -> Rank {
        let tokens = &self.reader.tokens;
        let sentence = self.people.sentence_of[name.start];
        let in_sentence = |at: &usize| self.people.sentence_of[*at] == sentence;
        let owner = tokens
            .get(name.end)
            .is_some_and(|token| token.kind == TokenKind::Genitive);
        let governor = (0..name.start)
            .rev()
            .take_while(in_sentence)
            .find(|at| !tokens[*at].is(class::TITLE | class::ROLE | class::DETERMINER));
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

    fn see_pronoun(&mut self, at: usize) {
        let token = &self.reader.tokens[at];
        let is_pronoun = token.is(class::SUBJECT | class::OBJECT | class::POSSESSIVE);
        let gender = token.word.gender;
        if !is_pronoun || gender == Gender::Unknown {
            return;
        }
        let sentence = self.people.sentence_of[at];
        let back = sentence.saturating_sub(MAX_DISTANCE);
        let mut near = (back..=sentence).rev();
        let referent = near.find_map(|near| self.antecedent_in(near, sentence, gender));
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
            self.seen[sentence].named.push((rank, entity));
            let entity = &mut self.people.entities[entity];
            entity.is_person = true;
            if entity.gender == Gender::Unknown {
                entity.gender = gender;
            }
        }
    }

    /// Whom a pronoun of this gender in sentence `now` takes up from sentence `near`: who speaks there,
    /// else its subject, else a description that is its subject, else anybody named.
    fn antecedent_in(&self, near: usize, now: usize, gender: Gender) -> Option<Referent> {
        let seen = &self.seen[near];
        let agrees = |entity: usize| self.people.entities[entity].gender.agrees(gender);
        let is_person = |entity: usize| self.people.entities[entity].is_person && agrees(entity);
        if let Some(speaker) = seen
            .speakers
            .iter()
            .rev()
            .find(|entity| is_person(**entity))
        {
            return Some(Referent::Entity(*speaker));
        }
        let subject = seen.named.iter().find(|(rank, entity)| {
            *rank == Rank::Subject && agrees(*entity) && self.people.could_be_person(*entity)
        });
        if let Some((_, entity)) = subject {
            return Some(Referent::Entity(*entity));
        }
        if near < now
            && let Some(phrase) = self.described_subject(near, gender)
        {
            return Some(Referent::Phrase(phrase));
        }
        let named = seen.named.iter().filter(|(_, entity)| is_person(*entity));
        let likeliest = named.min_by_key(|(rank, _)| *rank);
        likeliest.map(|(_, entity)| Referent::Entity(*entity))
    }

    /// The subject of a sentence, when it describes one person: "His barrister says …".
    fn described_subject(&self, sentence: usize, gender: Gender) -> Option<Phrase> {
        let subject = self.subject_of(sentence)?;
        let main = self.people.main_part(subject);
        let noun = (main.start..main.end).find(|at| self.reader.tokens[*at].is(class::ROLE))?;
        let noun = &self.reader.tokens[noun];
        // Where nouns have genders, one that tells none ("le ministre") is seldom taken up by "elle".
        let agrees = match self.reader.grammar() {
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
    fn subject_of(&self, sentence: usize) -> Option<Phrase> {
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

    /// "The senator": notes whom the description means.
    fn see_description(&mut self, at: usize) {
        let tokens = &self.reader.tokens;
        let is_definite = at > 0
            && tokens[at].is(class::ROLE | class::TITLE)
            && tokens[at].kind == TokenKind::Lower
            && (at.saturating_sub(2)..at).any(|before| self.is_definite(before));
        if is_definite && let Some(entity) = self.people.described_by(at, at) {
            let phrase = Phrase {
                start: at,
                end: at + 1,
            };
            self.see(phrase, entity);
        }
    }

    /// Whether the token is "the" and not "a".
    fn is_definite(&self, at: usize) -> bool {
        if self.reader.grammar().is_some() {
            let token = &self.reader.tokens[at];
            let owned = class::DETERMINER | class::POSSESSIVE;
            return token.is(owned) && !token.obeys(rule::INDEFINITE);
        }
        self.reader.tokens[at].is(class::DETERMINER) && self.reader.slice(at).len() >= 3
    }

    /// Names the speaker of a draft and remembers that it spoke.
    fn credit(&mut self, speaker: Phrase, draft: &Draft) -> String {
        let sentence = self.people.sentence_of[speaker.start];
        let name = self.name(speaker);
        let first = &self.reader.tokens[speaker.start];
        let is_said = draft.is_quoted || draft.reports_speech();
        let is_pronoun =
            first.is(class::RELATIVE | class::NEUTER) && speaker.end - speaker.start == 1;
        if !is_said || is_pronoun {
            return name;
        }
        if let Some(entity) = self.entity(speaker) {
            let entity_known = &mut self.people.entities[entity];
            // A named phrase that speaks is a person unless it is an organisation.
            entity_known.is_person |= !entity_known.is_organisation && draft.is_quoted;
            self.seen[sentence].speakers.push(entity);
        }
        let known = self
            .entity(speaker)
            .map(|entity| &self.people.entities[entity]);
        let words = &self.reader.tokens[speaker.start..speaker.end];
        let is_person = known.map_or_else(
            || words.iter().any(|token| token.is(class::ROLE)),
            |entity| entity.is_person,
        );
        let has_role = known.is_some_and(|entity| entity.has_role);
        let is_plural = self.is_plural(speaker);
        if is_plural {
            self.group = Some(name.clone());
        }
        self.spoke.push(Spoke {
            sentence,
            name: name.clone(),
            is_plural,
            is_person,
            has_role,
        });
        name
    }

    /// The entity that a phrase stands for, if it is named.
    fn entity(&self, phrase: Phrase) -> Option<usize> {
        let first = &self.reader.tokens[phrase.start];
        // "её сосед" is not she, "по её словам" is; English takes "her" for the woman in both.
        let is_pronoun = match self.reader.grammar() {
            Some(_) if first.is(class::POSSESSIVE) => phrase.end - phrase.start == 1,
            _ => first.is(class::SUBJECT | class::OBJECT),
        };
        if is_pronoun {
            return match self.pronouns.get(&phrase.start)? {
                Referent::Entity(entity) => Some(*entity),
                Referent::Phrase(described) => self.entity(*described),
            };
        }
        let named = self
            .people
            .head_mention(phrase)
            .map(|mention| mention.entity);
        named.or_else(|| self.described(phrase))
    }

    /// The name of the person or body that a phrase stands for.
    fn name(&self, phrase: Phrase) -> String {
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
            && let Some(thing) = self.thing_before(phrase.start)
        {
            return thing;
        }
        if first.is(class::RELATIVE) && is_single {
            let antecedent = self
                .antecedent_of(phrase.start)
                .map(|phrase| self.name(phrase));
            return antecedent.unwrap_or_else(|| self.words(phrase));
        }
        if first.is(class::PLURAL)
            && is_single
            && let Some(group) = &self.group
        {
            return group.clone();
        }
        let author = self.author(phrase).or_else(|| self.refers_back(phrase));
        author.unwrap_or_else(|| {
            let mut main = self.people.main_part(phrase);
            if first.obeys(rule::OBLIQUE) && main.end - main.start > 1 {
                main.start += 1; // "laut dem Sprecher": the article stands in another case.
            }
            self.words(main)
        })
    }

    /// The phrase that a relative pronoun stands for: the one before it.
    fn antecedent_of(&self, pronoun: usize) -> Option<Phrase> {
        let floor = self.sentence_start(pronoun);
        let comma = pronoun > floor && self.reader.tokens[pronoun - 1].is_sign(',');
        let phrase = subject_before(&self.reader.tokens, floor, pronoun - usize::from(comma))?;
        (!self.reader.tokens[phrase.start].is(class::RELATIVE)).then_some(phrase)
    }

    fn sentence_start(&self, at: usize) -> usize {
        self.people
            .sentence_of
            .partition_point(|sentence| *sentence < self.people.sentence_of[at])
    }

    /// The person whom a definite description ("the senator") described before.
    fn described(&self, phrase: Phrase) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        if let Some(grammar) = self.reader.grammar() {
            return self.described_with_complement(main, grammar);
        }
        let noun = (main.start..main.end)
            .rev()
            .find(|at| tokens[*at].is(class::ROLE | class::TITLE))?;
        let is_short = main.end - noun == 1 && main.end - main.start <= 3;
        if !self.is_definite(main.start) || !is_short {
            return None;
        }
        self.people.described_by(noun, phrase.start)
    }

    /// The same where complements follow their noun: "die Sprecherin der Initiative", "la alcaldesa de Arandela".
    fn described_with_complement(&self, main: Phrase, grammar: &Grammar) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let people = class::ROLE | class::TITLE;
        let is_bare = grammar.no_articles && tokens[main.start].is(people);
        if !self.is_definite(main.start) && !is_bare {
            return None;
        }
        let noun = (main.start..main.end).find(|at| tokens[*at].is(people))?;
        let described = self.people.described_by(noun, main.start);
        described.or_else(|| {
            let gender = tokens[noun].word.gender;
            self.people.only_person_before(main.start, gender)
        })
    }

    /// Whose words a document holds: its owner's ("Lee's remarks", "her letter"), or those of the subject
    /// before it in its sentence, or of who spoke last.
    fn author(&self, phrase: Phrase) -> Option<String> {
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        let head = (main.start..main.end)
            .find(|at| tokens[*at].is(class::PREPOSITION) && *at > main.start)
            .unwrap_or(main.end)
            - 1;
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
        let floor = self.sentence_start(phrase.start);
        let subject = self
            .reader
            .main_subject(floor, phrase.start)
            .and_then(|s| self.entity(s));
        let subject = subject.map(|entity| self.people.name_of(entity));
        subject.or_else(|| {
            self.last_speaker(phrase.start)
                .map(|spoke| spoke.name.clone())
        })
    }

    /// What "it" stands for at token `at`: the body or document that spoke last, or the subject of the
    /// sentence before.
    fn thing_before(&self, at: usize) -> Option<String> {
        let sentence = self.people.sentence_of[at];
        let spoke = self
            .last_speaker(at)
            .filter(|spoke| !spoke.is_person && !spoke.is_plural && spoke.sentence + 2 >= sentence);
        if let Some(spoke) = spoke {
            return Some(spoke.name.clone());
        }
        let subject = self.subject_of(sentence.checked_sub(1)?)?;
        let is_pronoun = self.reader.tokens[subject.start].is(class::SUBJECT | class::RELATIVE);
        let entity = self.entity(subject);
        let is_person = entity.is_some_and(|entity| self.people.entities[entity].is_person);
        (!is_pronoun && !is_person).then(|| self.name(subject))
    }

    /// Who spoke last, when the phrase is a singular description that can only refer back ("the aide").
    fn refers_back(&self, phrase: Phrase) -> Option<String> {
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
        (!spoke.is_plural && !spoke.has_role).then(|| spoke.name.clone())
    }

    /// The latest speaker, if that was not long before token `at`.
    fn last_speaker(&self, at: usize) -> Option<&Spoke> {
        let sentence = self.people.sentence_of[at];
        let near = |spoke: &&Spoke| spoke.sentence + MAX_SPEAKER_DISTANCE >= sentence;
        self.spoke.last().filter(near)
    }

    /// Whether a phrase names several: "they", a plural noun, two names joined.
    fn is_plural(&self, phrase: Phrase) -> bool {
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        let head = (main.start + 1..main.end)
            .find(|at| tokens[*at].is(class::PREPOSITION))
            .unwrap_or(main.end)
            - 1;
        let joined = (main.start..main.end).any(|at| tokens[at].is(class::CONJUNCTION));
        let plural_noun =
            tokens[head].kind == TokenKind::Lower && self.reader.slice(head).ends_with('s');
        joined || plural_noun || tokens[main.start].is(class::PLURAL) && main.end - main.start == 1
    }

    /// The words of a phrase on one line.
    fn words(&self, phrase: Phrase) -> String {
        let span = self.reader.span(phrase.start, phrase.end);
        let words: Vec<&str> = span.slice(self.reader.text).split_whitespace().collect();
        words.join(" ")
    }
}
