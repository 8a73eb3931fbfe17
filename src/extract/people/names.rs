//! Whether two names are one person's or body's: "Sen. Ann Lee", "A. Lee" and "Lee" are, "Tom Lee" is not. And
//! the name as a report gives it.

use rustc_hash::FxHashSet;

use super::{MAX_NAMESAKES, People};
use crate::extract::phrases::Phrase;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, Lexicon, class};

/// Fewer letters are the initials of too much.
const MIN_INITIALS: usize = 3;

/// Within how many tokens of a name it is told whose son its bearer is.
const MAX_OWNER: usize = 4;

/// A name where it is written, without title.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Name<'a> {
    pub tokens: Phrase,
    pub first: &'a str,
    /// The last word that is no suffix ("Jr.").
    pub last: &'a str,
}

impl<'a> Name<'a> {
    /// How many words it has.
    pub(in crate::extract) fn len(self) -> usize {
        self.tokens.end - self.tokens.start
    }

    /// The words by which it is looked for.
    pub(super) fn keys(self) -> impl Iterator<Item = &'a str> {
        let last = Some(self.last).filter(|last| *last != self.first);
        std::iter::once(self.first).chain(last)
    }
}

impl<'a> People<'_, 'a> {
    /// The entity that a name can mean. Of several, for a last name alone: one whose last name it is rather than
    /// a body's first word, one just spoken of, the one named first; else the one named last.
    pub(super) fn known(&self, name: Name<'a>, gender: Gender) -> Option<usize> {
        let at = name.tokens.start;
        let stemmed = self.stemmed(name);
        let last = stemmed.last;
        let candidates = stemmed
            .keys()
            .filter_map(|key| self.by_word.get(key))
            .flat_map(|entities| entities.iter().rev().take(MAX_NAMESAKES))
            .copied();
        let is_junior = self.is_junior(name);
        let is_bare = name.len() == 1 && self.reader.grammar().is_none();
        let is_last = |index: usize| self.entities[index].name.last == last;
        // "Trump University" is not what "Trump" before it means.
        let fits_body = |index: usize| {
            !is_bare
                || is_last(index)
                || !self.entities[index].is_organisation
                || self.first_seen[index] < at
        };
        let fitting = candidates.filter(|index| {
            let entity = &self.entities[*index];
            entity.gender.agrees(gender)
                && entity.is_junior == is_junior
                && self.is_same_name(entity.name, name)
                && fits_body(*index)
        });
        if !is_bare {
            return fitting.max_by_key(|index| (self.last_seen[*index], std::cmp::Reverse(*index)));
        }
        fitting.max_by_key(|index| {
            let seen = self.last_seen[*index];
            let is_near = self.first_seen[*index] <= seen
                && self.sentence_of[at] - self.sentence_of[seen.min(at)] < 2;
            (is_last(*index), is_near, std::cmp::Reverse(*index))
        })
    }

    /// The first and last names of those who are named with "Jr." as somebody's ("his son, Bo Roy Jr."), where another
    /// of the article has the same name without it, or only the last name before.
    pub(super) fn juniors_of(&self, runs: &[Phrase]) -> FxHashSet<(&'a str, &'a str)> {
        let tokens = &self.reader.tokens;
        let name = |run: &Phrase| {
            let Name { first, last, .. } = self.name_at(*run);
            (first, last)
        };
        let has_suffix =
            |run: &Phrase| run.end - run.start > 1 && tokens[run.end - 1].is(class::SUFFIX);
        let is_somebodys = |run: &Phrase| {
            let beside = run.start.saturating_sub(MAX_OWNER)..tokens.len().min(run.end + MAX_OWNER);
            let owns =
                |token: &Token| token.is(class::POSSESSIVE) || token.kind == TokenKind::Genitive;
            tokens[beside].iter().any(owns)
        };
        let Some(first) = runs.iter().position(has_suffix) else {
            return FxHashSet::default();
        };
        let (mut elders, mut elders_alone) = (FxHashSet::default(), FxHashSet::default());
        for (index, run) in runs.iter().enumerate().filter(|(_, run)| !has_suffix(run)) {
            if run.end - run.start > 1 {
                elders.insert(name(run));
            } else if index < first {
                elders_alone.insert(self.name_at(*run).last);
            }
        }
        let owned = runs
            .iter()
            .filter(|run| has_suffix(run) && is_somebodys(run));
        let owned = owned.map(name);
        owned
            .filter(|junior| elders.contains(junior) || elders_alone.contains(junior.1))
            .collect()
    }

    /// Whether a name is that of the younger of two who share it.
    pub(super) fn is_junior(&self, name: Name<'a>) -> bool {
        let has_suffix = self.reader.slice(name.tokens.end - 1) != name.last;
        has_suffix && self.juniors.contains(&(name.first, name.last))
    }

    /// The body that a name of one word gives by its initials: "the D.F.C." is the Dairy Farmers Council.
    pub(super) fn body_called(&self, name: Name<'a>) -> Option<usize> {
        if name.len() > 1 {
            return None;
        }
        let letters: String = name.first.chars().filter(|sign| *sign != '.').collect();
        let body = *self.by_initials.get(&letters)?;
        (!self.entities[body].is_person).then_some(body)
    }

    /// The first letters of the words of a name that begin with a capital, where they are enough to stand for it.
    pub(super) fn initials(&self, name: Name<'a>) -> Option<String> {
        let firsts = self.words_of(name).filter_map(|word| word.chars().next());
        let initials: String = firsts.filter(|letter| letter.is_uppercase()).collect();
        (name.len() > 1 && initials.len() >= MIN_INITIALS).then_some(initials)
    }

    /// The name that a run writes.
    pub(super) fn name_at(&self, run: Phrase) -> Name<'a> {
        let tokens = &self.reader.tokens;
        let is_suffix = |at: &usize| *at > run.start && tokens[*at].is(class::SUFFIX);
        let last = (run.start..run.end).rev().find(|at| !is_suffix(at));
        Name {
            tokens: run,
            first: self.reader.slice(run.start),
            last: self.reader.slice(last.unwrap_or(run.start)),
        }
    }

    /// The words of a name as they are written.
    pub(in crate::extract) fn words_of(
        &self,
        name: Name<'a>,
    ) -> impl Iterator<Item = &'a str> + Clone {
        (name.tokens.start..name.tokens.end).map(|at| self.reader.slice(at))
    }

    /// Whether two names can be one: the same last word with first words that do not contradict, or a
    /// first or last word alone.
    fn is_same_name(&self, known: Name<'a>, name: Name<'a>) -> bool {
        let Some(grammar) = self.reader.grammar() else {
            return agree(known, name);
        };
        // "Анна Петровна": the second word is her father's name.
        let fathers = |name: Name<'a>| self.words_of(name).nth(1).map(|word| self.stem(word));
        let is_called_by_father = |name: Name<'a>, father: Option<&str>| {
            name.len() == 2 && father.is_some_and(|father| grammar.is_patronymic(father))
        };
        let by_father = || {
            is_called_by_father(name, self.words_of(name).nth(1))
                || is_called_by_father(known, fathers(known))
        };
        let (stem, other) = (self.stemmed(known), self.stemmed(name));
        let shares_both = || stem.first == other.first && fathers(known) == fathers(name);
        agree(stem, other) || by_father() && shares_both()
    }

    /// A name whose first and last words are without the endings of their case.
    pub(super) fn stemmed(&self, name: Name<'a>) -> Name<'a> {
        Name {
            first: self.stem(name.first),
            last: self.stem(name.last),
            ..name
        }
    }

    /// A word of a name without the ending of its case.
    fn stem(&self, word: &'a str) -> &'a str {
        let grammar = self.reader.grammar();
        grammar.map_or(word, |grammar| grammar.name_stem(word))
    }

    pub(super) fn is_first_name(&self, word: &str) -> bool {
        let lexicon = self.reader.lexicon;
        lexicon.is_some_and(|l| l.word(&word.to_lowercase()).classes & class::FIRST_NAME != 0)
    }

    /// The fullest name of an entity, as it is said of who speaks: "Игоря Власова" is "Игорь Власов".
    pub(in crate::extract) fn name_of(&self, entity: usize) -> String {
        let name = self.entities[entity].name;
        let lexicon = self.reader.lexicon.filter(|_| name.len() > 1);
        let first_case = lexicon.and_then(|lexicon| self.in_first_case(name, lexicon));
        first_case.unwrap_or_else(|| written(self.words_of(name)))
    }

    /// A name that stands in another case than the first, in the first.
    fn in_first_case(&self, name: Name<'a>, lexicon: &Lexicon) -> Option<String> {
        let grammar = lexicon
            .grammar()
            .filter(|_| !self.is_first_name(name.first))?;
        let first = lexicon.first_name(&name.first.to_lowercase())?;
        let gender = lexicon.word(first).gender;
        let mut letters = first.chars();
        let capital = letters.next()?.to_uppercase();
        let mut words = vec![capital.chain(letters).collect::<String>()];
        let others = self.words_of(name).skip(1);
        words.extend(others.map(|word| grammar.first_case(word, gender)));
        Some(words.join(" "))
    }
}

/// The words of a name as they are written; a genitive stands close to its word: "Sheriff's Office".
fn written<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut name = String::new();
    for word in words {
        if !name.is_empty() && !word.starts_with(['\'', '’']) {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}

/// Whether a known name and another, both without the endings of their case, can be one.
fn agree(known: Name, name: Name) -> bool {
    let is_last = known.last == name.last;
    match (known.len(), name.len()) {
        (_, 1) => is_last || known.first == name.last,
        (1, _) => is_last,
        _ => is_last && (known.first == name.first || is_initial_of(known.first, name.first)),
    }
}

fn is_initial_of(a: &str, b: &str) -> bool {
    let initial =
        |short: &str, long: &str| short.len() <= 2 && long.chars().next() == short.chars().next();
    initial(a, b) || initial(b, a)
}
