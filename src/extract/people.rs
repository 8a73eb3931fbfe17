//! Phrases to names: "Sen. DeMint", "the senator" and "he" are Jim DeMint.
//!
//! One walk over the tokens collects the names of the article; names that share their last word, or a
//! first name alone, are one **entity** under the fullest form. A second walk resolves "he" and "she" to
//! the person of agreeing gender who stands first in the nearest sentence before, which in news prose is
//! its subject more often than not. What a phrase is called in the report is then:
//!
//! - a name, in the fullest form that the article gives, without titles;
//! - for a description ("the senator"), the person so described before, if there is one;
//! - else the words of the phrase themselves ("a senior aide").

use rustc_hash::FxHashMap;

use super::Reader;
use super::attribution::{Draft, content_spans};
use super::phrases::{Phrase, is_name, subject_before};
use super::tokens::TokenKind;
use crate::Span;
use crate::lexicon::{Gender, class};
use crate::model::{Cue, CueGroup, Quotation, QuotationKind, Speaker};

/// Drafts to quotations with named speakers.
pub(super) fn name_speakers(reader: &Reader, drafts: Vec<Draft>) -> Vec<Quotation> {
    let mut people = People::collect(reader);
    people.mark_speakers(&drafts);
    people.resolve_pronouns();
    drafts
        .iter()
        .filter_map(|draft| people.quotation(draft))
        .collect()
}

/// Somebody or something that the article names.
#[derive(Debug)]
struct Entity {
    /// The fullest form of the name, without title.
    name: Vec<String>,
    gender: Gender,
    /// Whether a title, a first name or a description shows a person.
    is_person: bool,
    is_organisation: bool,
    speaks: bool,
}

/// One naming of an entity: the tokens of the name without title.
#[derive(Clone, Copy, Debug)]
struct Mention {
    entity: usize,
    tokens: Phrase,
    sentence: usize,
}

struct People<'r, 'a> {
    reader: &'r Reader<'a>,
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    /// Sentence number of every token.
    sentence_of: Vec<usize>,
    /// Entity of each pronoun token that was resolved.
    pronouns: FxHashMap<usize, usize>,
    /// The latest entity described by a noun ("senator"), with the token where that was.
    roles: FxHashMap<String, Vec<(usize, usize)>>,
}

/// How many sentences back a pronoun may refer.
const MAX_PRONOUN_DISTANCE: usize = 8;

impl<'r, 'a> People<'r, 'a> {
    fn collect(reader: &'r Reader<'a>) -> Self {
        let mut people = Self {
            reader,
            entities: Vec::new(),
            mentions: Vec::new(),
            sentence_of: sentence_numbers(reader),
            pronouns: FxHashMap::default(),
            roles: FxHashMap::default(),
        };
        let runs = people.name_runs();
        // Full names first, wherever they stand, so that a last name before them finds them.
        for run in runs.iter().filter(|run| run.end - run.start > 1) {
            people.enter(*run);
        }
        for run in &runs {
            let entity = people.enter(*run);
            people.mentions.push(Mention {
                entity,
                tokens: *run,
                sentence: people.sentence_of[run.start],
            });
            people.note_roles(*run, entity);
        }
        people
    }

    /// The runs of tokens that form names, titles left out.
    fn name_runs(&self) -> Vec<Phrase> {
        let tokens = &self.reader.tokens;
        let mut runs = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if !is_name(&tokens[at]) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < tokens.len() && self.sentence_of[end] == self.sentence_of[at] {
                if is_name(&tokens[end]) {
                    end += 1;
                } else if is_particle(self.reader.slice(end))
                    && tokens.get(end + 1).is_some_and(is_name)
                {
                    end += 2;
                } else {
                    break;
                }
            }
            let start = self.after_titles(at, end);
            if start < end && !self.is_common_word(start, end) {
                runs.push(Phrase { start, end });
            }
            at = end;
        }
        runs
    }

    /// First token behind the titles of a run; the run's own start when there would be no name left.
    fn after_titles(&self, start: usize, end: usize) -> usize {
        let is_title = |at: &usize| self.reader.tokens[*at].is(class::TITLE);
        match (start..end).rev().find(is_title) {
            Some(last) if last + 1 < end => last + 1,
            Some(_) if end - start == 1 => end,
            _ => start,
        }
    }

    /// A capital that only opens a sentence ("Officials said") or is a day is no name.
    fn is_common_word(&self, start: usize, end: usize) -> bool {
        let token = &self.reader.tokens[start];
        let first = start == 0 || self.sentence_of[start - 1] != self.sentence_of[start];
        end - start == 1
            && (token.is(class::TEMPORAL | class::TITLE)
                || first && token.is(class::ROLE | class::ORGANISATION | class::AUDIENCE))
    }

    /// The entity that a run names; a new one when none fits.
    fn enter(&mut self, run: Phrase) -> usize {
        let words: Vec<String> = (run.start..run.end)
            .map(|at| self.reader.slice(at).to_owned())
            .collect();
        let title = run
            .start
            .checked_sub(1)
            .map(|at| self.reader.tokens[at])
            .filter(|token| token.is(class::TITLE));
        let first = &self.reader.tokens[run.start];
        let has_first_name = words.len() > 1 && first.is(class::FIRST_NAME);
        let gender = match title.map(|token| token.word.gender) {
            Some(gender) if gender != Gender::Unknown => gender,
            _ if has_first_name => first.word.gender,
            _ => Gender::Unknown,
        };
        let is_organisation = (run.start..run.end).any(|at| {
            self.reader.tokens[at].is(class::ORGANISATION)
                && !self.reader.tokens[at].is(class::FIRST_NAME)
        });
        let is_person = !is_organisation && (title.is_some() || has_first_name);
        let known = self
            .entities
            .iter()
            .rposition(|entity| entity.gender.agrees(gender) && same_name(&entity.name, &words));
        match known {
            Some(index) => {
                let entity = &mut self.entities[index];
                if words.len() > entity.name.len() {
                    entity.name = words;
                }
                entity.is_person |= is_person;
                if entity.gender == Gender::Unknown {
                    entity.gender = gender;
                }
                index
            }
            None => {
                self.entities.push(Entity {
                    name: words,
                    gender,
                    is_person,
                    is_organisation,
                    speaks: false,
                });
                self.entities.len() - 1
            }
        }
    }

    /// Remembers the nouns that describe a named person: titles and roles before the name, and those of
    /// an apposition behind it.
    fn note_roles(&mut self, run: Phrase, entity: usize) {
        let tokens = &self.reader.tokens;
        let sentence = self.sentence_of[run.start];
        let before = (run.start.saturating_sub(6)..run.start)
            .rev()
            .take_while(|at| self.sentence_of[*at] == sentence)
            .take_while(|at| {
                tokens[*at].is_word() && !tokens[*at].is(class::PREPOSITION | class::DETERMINER)
            });
        let behind = (run.end..tokens.len().min(run.end + 12))
            .skip_while(|at| *at == run.end && tokens[*at].is_sign(','))
            .take_while(|at| tokens[run.end].is_sign(',') && tokens[*at].is_word());
        let nouns: Vec<usize> = before
            .chain(behind)
            .filter(|at| tokens[*at].is(class::ROLE | class::TITLE))
            .collect();
        for at in nouns {
            let gender = tokens[at].word.gender;
            if self.entities[entity].gender == Gender::Unknown {
                self.entities[entity].gender = gender;
            }
            self.entities[entity].is_person |= !self.entities[entity].is_organisation;
            self.roles
                .entry(self.reader.folded(at))
                .or_default()
                .push((run.start, entity));
        }
    }

    /// A named phrase that speaks is a person unless it is an organisation.
    fn mark_speakers(&mut self, drafts: &[Draft]) {
        for phrase in drafts.iter().filter_map(|draft| draft.speaker) {
            if let Some(entity) = self.head_mention(phrase).map(|mention| mention.entity) {
                self.entities[entity].speaks = true;
            }
        }
    }

    fn resolve_pronouns(&mut self) {
        // For every sentence the people it mentions, in order.
        let mut by_sentence: Vec<Vec<usize>> =
            vec![Vec::new(); self.sentence_of.last().map_or(0, |last| last + 1)];
        let mut next = 0;
        for at in 0..self.reader.tokens.len() {
            let sentence = self.sentence_of[at];
            while let Some(mention) = self
                .mentions
                .get(next)
                .filter(|mention| mention.tokens.start <= at)
            {
                let entity = &self.entities[mention.entity];
                if entity.is_person || entity.speaks && !entity.is_organisation {
                    by_sentence[mention.sentence].push(mention.entity);
                }
                next += 1;
            }
            let Some(gender) = self.pronoun_gender(at) else {
                continue;
            };
            let fits = |entity: &&usize| self.entities[**entity].gender.agrees(gender);
            let back = sentence.saturating_sub(MAX_PRONOUN_DISTANCE);
            let found = (back..=sentence)
                .rev()
                .find_map(|s| by_sentence[s].iter().find(fits).copied());
            if let Some(entity) = found {
                self.pronouns.insert(at, entity);
                by_sentence[sentence].push(entity);
                if self.entities[entity].gender == Gender::Unknown {
                    self.entities[entity].gender = gender;
                }
            }
        }
    }

    fn pronoun_gender(&self, at: usize) -> Option<Gender> {
        let token = &self.reader.tokens[at];
        let pronoun = token.is(class::SUBJECT | class::OBJECT | class::POSSESSIVE);
        (pronoun && token.word.gender != Gender::Unknown).then_some(token.word.gender)
    }

    fn quotation(&self, draft: &Draft) -> Option<Quotation> {
        let content = content_spans(self.reader, draft);
        let tokens = draft
            .content
            .iter()
            .flat_map(|part| &self.reader.tokens[part.start..part.end]);
        let mut quoted = 0;
        let mut words = 0;
        let mut segments = Vec::new();
        for token in tokens {
            match token.quote() {
                Some(quote) => {
                    quoted += 1;
                    segments.push(self.reader.quotes[quote].inner);
                }
                None => words += usize::from(token.is_word()),
            }
        }
        let kind = match (quoted, words) {
            (0, 0) => return None,
            (0, _) => QuotationKind::Indirect,
            (_, 0) => QuotationKind::Direct,
            _ => QuotationKind::Mixed,
        };
        let cue = draft.cue.map(|cue| {
            let span = self.reader.span(cue.tokens.start, cue.tokens.end);
            let text = span.slice(self.reader.text).to_lowercase();
            let lemma = cue.verb.map_or(text, |verb| verb.lemma.to_owned());
            let stance = cue.verb.map_or("unlisted", |verb| verb.stance).to_owned();
            let group = cue.verb.map_or(CueGroup::Speech, |verb| verb.group);
            Cue {
                span,
                lemma,
                stance,
                group,
            }
        });
        let speaker = draft.speaker.map(|phrase| Speaker {
            name: self.name(phrase),
            mention: self.reader.span(phrase.start, phrase.end),
        });
        Some(Quotation {
            kind,
            content,
            segments,
            speaker,
            cue,
        })
    }

    /// The name of the person or body that a phrase stands for.
    fn name(&self, phrase: Phrase) -> String {
        let entity_name = |entity: usize| self.entities[entity].name.join(" ");
        let first = &self.reader.tokens[phrase.start];
        if let Some(entity) = self
            .pronouns
            .get(&phrase.start)
            .filter(|_| first.is(class::SUBJECT | class::OBJECT))
        {
            return entity_name(*entity);
        }
        if first.is(class::RELATIVE) && phrase.end - phrase.start == 1 {
            return self
                .antecedent(phrase.start)
                .unwrap_or_else(|| self.words(phrase));
        }
        if let Some(mention) = self.head_mention(phrase) {
            return entity_name(mention.entity);
        }
        if let Some(entity) = self.described(phrase) {
            return entity_name(entity);
        }
        self.words(self.main_part(phrase))
    }

    /// What a relative pronoun stands for: the phrase before it.
    fn antecedent(&self, pronoun: usize) -> Option<String> {
        let sentence = self.sentence_of[pronoun];
        let floor = (0..pronoun)
            .rev()
            .take_while(|at| self.sentence_of[*at] == sentence)
            .last()?;
        let end = if self.reader.tokens[pronoun - 1].is_sign(',') {
            pronoun - 1
        } else {
            pronoun
        };
        let phrase = subject_before(&self.reader.tokens, floor, end)?;
        (!self.reader.tokens[phrase.start].is(class::RELATIVE)).then(|| self.name(phrase))
    }

    /// The phrase up to its first apposition or bracket.
    fn main_part(&self, phrase: Phrase) -> Phrase {
        let signs = |at: &usize| {
            matches!(
                self.reader.tokens[*at].kind,
                TokenKind::Sign(',' | '(' | '—')
            )
        };
        let end = (phrase.start..phrase.end).find(signs).unwrap_or(phrase.end);
        Phrase {
            start: phrase.start,
            end: end.max(phrase.start + 1),
        }
    }

    /// The mention that is the head of a phrase: a name that ends its main part and hangs on no
    /// preposition, or else a name as apposition to a description ("her aide, Jake Lee").
    fn head_mention(&self, phrase: Phrase) -> Option<&Mention> {
        let tokens = &self.reader.tokens;
        let main = self.main_part(phrase);
        let core_end = (main.start + 1..main.end)
            .find(|at| tokens[*at].is(class::PREPOSITION) && tokens[*at].kind == TokenKind::Lower)
            .unwrap_or(main.end);
        if let Some(mention) = self.mention_ending(main.start, core_end) {
            return Some(mention);
        }
        // "University of Ohio" and "House of Lee" are names that hold their preposition.
        if main.end < phrase.end && tokens[main.end].is_sign(',') {
            let next = self.main_part(Phrase {
                start: (main.end + 1).min(phrase.end - 1),
                end: phrase.end,
            });
            let mention = self.mention_ending(next.start, next.end)?;
            return (mention.tokens.start == next.start && self.entities[mention.entity].is_person)
                .then_some(mention);
        }
        None
    }

    /// The mention inside `start..end` whose name ends at `end`.
    fn mention_ending(&self, start: usize, end: usize) -> Option<&Mention> {
        let index = self
            .mentions
            .partition_point(|mention| mention.tokens.end < end);
        self.mentions
            .get(index)
            .filter(|mention| mention.tokens.end == end && mention.tokens.start >= start)
    }

    /// The person whom a definite description ("the senator") described before.
    fn described(&self, phrase: Phrase) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let main = self.main_part(phrase);
        if !tokens[main.start].is(class::DETERMINER) || self.reader.slice(main.start).len() < 3 {
            return None;
        }
        let noun = (main.start..main.end)
            .rev()
            .find(|at| tokens[*at].is(class::ROLE | class::TITLE))?;
        let described = self.roles.get(&self.reader.folded(noun))?;
        if main.end - noun > 1 || main.end - main.start > 3 {
            return None;
        }
        described
            .iter()
            .rev()
            .find(|(at, _)| *at < phrase.start)
            .map(|(_, entity)| *entity)
    }

    fn words(&self, phrase: Phrase) -> String {
        let span: Span = self.reader.span(phrase.start, phrase.end);
        span.slice(self.reader.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The number of the sentence that each token stands in, counted over the whole article.
fn sentence_numbers(reader: &Reader) -> Vec<usize> {
    let mut numbers = vec![0; reader.tokens.len()];
    let bounds = reader
        .paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.bounds.windows(2));
    for (number, pair) in bounds.enumerate() {
        numbers[pair[0]..pair[1]].fill(number);
    }
    numbers
}

/// Lower-case words inside names.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "al"
            | "el"
            | "la"
            | "del"
            | "da"
            | "di"
            | "du"
            | "le"
            | "ibn"
            | "ben"
            | "of"
    )
}

/// Whether two names can be one: the same words, the same last name with first names that do not
/// contradict, or a first or last name alone.
fn same_name(known: &[String], words: &[String]) -> bool {
    let (known, words) = (without_suffix(known), without_suffix(words));
    let (Some(known_last), Some(last)) = (known.last(), words.last()) else {
        return false;
    };
    match (known.len(), words.len()) {
        (_, 1) => known_last == last || known.first() == Some(last),
        (1, _) => known_last == last,
        _ => known_last == last && (known[0] == words[0] || is_initial_of(&known[0], &words[0])),
    }
}

fn without_suffix(name: &[String]) -> &[String] {
    match name.split_last() {
        Some((last, rest))
            if !rest.is_empty()
                && matches!(
                    last.trim_end_matches('.'),
                    "Jr" | "Sr" | "II" | "III" | "IV"
                ) =>
        {
            rest
        }
        _ => name,
    }
}

fn is_initial_of(a: &str, b: &str) -> bool {
    let initial =
        |short: &str, long: &str| short.len() <= 2 && long.chars().next() == short.chars().next();
    initial(a, b) || initial(b, a)
}
