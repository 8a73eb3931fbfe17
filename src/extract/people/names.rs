//! Whether two names are one person's or body's: "Sen. Ann Lee", "A. Lee" and "Lee" are, "Tom Lee" is not. And
//! the name as a report gives it.

use rustc_hash::FxHashSet;

use super::{Entity, MAX_NAMESAKES, People};
use crate::extract::phrases::Phrase;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, Lexicon, class};

/// Fewer letters are the initials of too much.
const MIN_INITIALS: usize = 3;

/// Within how many tokens of a name it is told whose son its bearer is.
const MAX_OWNER: usize = 4;

impl<'a> People<'_, 'a> {
    /// The entity that a name with these words, which begins at token `at`, can mean. Of several, for a last
    /// name alone: one whose last name it is rather than a body's first word, one just spoken of, the one
    /// named first; else the one named last.
    pub(super) fn known(
        &self,
        first: &str,
        gender: Gender,
        words: &[&str],
        last: &str,
        at: usize,
    ) -> Option<usize> {
        let keys = std::iter::once(first).chain((last != first).then_some(last));
        let candidates = keys
            .filter_map(|key| self.by_word.get(key))
            .flat_map(|entities| entities.iter().rev().take(MAX_NAMESAKES))
            .copied();
        let is_junior = self.is_junior(words, last);
        let is_bare = words.len() == 1 && self.reader.grammar().is_none();
        let is_last = |index: usize| self.entities[index].last == last;
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
                && self.is_same_name(entity, words, last)
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
        let name = |run: &Phrase| (self.reader.slice(run.start), self.last_name(*run));
        let has_suffix =
            |run: &Phrase| run.end - run.start > 1 && tokens[run.end - 1].is(class::SUFFIX);
        let is_somebodys = |run: &Phrase| {
            let beside = run.start.saturating_sub(MAX_OWNER)..tokens.len().min(run.end + MAX_OWNER);
            let owns =
                |token: &Token| token.is(class::POSSESSIVE) || token.kind == TokenKind::Genitive;
            tokens[beside].iter().any(owns)
        };
        let Some(first) = runs.iter().position(&has_suffix) else {
            return FxHashSet::default();
        };
        let (mut elders, mut elders_alone) = (FxHashSet::default(), FxHashSet::default());
        for (index, run) in runs.iter().enumerate().filter(|(_, run)| !has_suffix(run)) {
            if run.end - run.start > 1 {
                elders.insert(name(run));
            } else if index < first {
                elders_alone.insert(self.last_name(*run));
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
    pub(super) fn is_junior(&self, words: &[&str], last: &str) -> bool {
        let has_suffix = words.last().is_some_and(|word| *word != last);
        let [first, .., _] = words else { return false };
        has_suffix && self.juniors.contains(&(*first, last))
    }

    /// The body that a name of one word gives by its initials: "the D.F.C." is the Dairy Farmers Council.
    pub(super) fn body_called(&self, words: &[&str]) -> Option<usize> {
        let [word] = words else { return None };
        let letters: String = word.chars().filter(|letter| *letter != '.').collect();
        let body = *self.by_initials.get(&letters)?;
        (!self.entities[body].is_person).then_some(body)
    }

    /// The last word of a run that is no suffix ("Jr.").
    pub(super) fn last_name(&self, run: Phrase) -> &'a str {
        let tokens = &self.reader.tokens;
        let is_suffix = |at: &usize| *at > run.start && tokens[*at].is(class::SUFFIX);
        let last = (run.start..run.end).rev().find(|at| !is_suffix(at));
        self.reader.slice(last.unwrap_or(run.start))
    }

    /// Whether two names can be one: the same last word with first words that do not contradict, or a
    /// first or last word alone.
    fn is_same_name(&self, entity: &Entity, words: &[&str], last: &str) -> bool {
        if let Some(grammar) = self.reader.grammar() {
            let known: Vec<&str> = entity
                .name
                .iter()
                .map(|word| grammar.name_stem(word))
                .collect();
            let stems: Vec<&str> = words.iter().map(|word| grammar.name_stem(word)).collect();
            let is_called_by_father =
                |name: &[&str]| name.len() == 2 && grammar.is_patronymic(name[1]);
            let by_father = is_called_by_father(words) || is_called_by_father(&known);
            let is_last = grammar.name_stem(entity.last) == last;
            return agree(&known, &stems, last, is_last) || by_father && known[..2] == stems[..2];
        }
        agree(&entity.name, words, last, entity.last == last)
    }

    /// A word of a name without the ending of its case.
    pub(super) fn stem(&self, word: &'a str) -> &'a str {
        let grammar = self.reader.grammar();
        grammar.map_or(word, |grammar| grammar.name_stem(word))
    }

    pub(super) fn is_first_name(&self, word: &str) -> bool {
        let lexicon = self.reader.lexicon;
        lexicon.is_some_and(|l| l.word(&word.to_lowercase()).classes & class::FIRST_NAME != 0)
    }

    /// The fullest name of an entity, as it is said of who speaks: "Игоря Власова" is "Игорь Власов".
    pub(in crate::extract) fn name_of(&self, entity: usize) -> String {
        let name = &self.entities[entity].name;
        let lexicon = self.reader.lexicon.filter(|_| name.len() > 1);
        let first_case = lexicon.and_then(|lexicon| self.in_first_case(name, lexicon));
        first_case.unwrap_or_else(|| written(name))
    }

    /// A name that stands in another case than the first, in the first.
    fn in_first_case(&self, name: &[&str], lexicon: &Lexicon) -> Option<String> {
        let grammar = lexicon.grammar().filter(|_| !self.is_first_name(name[0]))?;
        let first = lexicon.first_name(&name[0].to_lowercase())?;
        let gender = lexicon.word(first).gender;
        let mut letters = first.chars();
        let capital = letters.next()?.to_uppercase();
        let mut words = vec![capital.chain(letters).collect::<String>()];
        words.extend(
            name[1..]
                .iter()
                .map(|word| grammar.first_case(word, gender)),
        );
        Some(words.join(" "))
    }
}

/// The words of a name as they are written; a genitive stands close to its word: "Sheriff's Office".
fn written(words: &[&str]) -> String {
    let mut name = String::new();
    for word in words {
        if !name.is_empty() && !word.starts_with(['\'', '’']) {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}

/// Whether a known name and one with the words `words`, whose last name is `last`, can be one; `is_last` says
/// that they share it.
fn agree(known: &[&str], words: &[&str], last: &str, is_last: bool) -> bool {
    match (known.len(), words.len()) {
        (_, 1) => is_last || known.first().is_some_and(|first| *first == last),
        (1, _) => is_last,
        _ => is_last && (known[0] == words[0] || is_initial_of(known[0], words[0])),
    }
}

/// The first letters of the words of a name that begin with a capital, where they are enough to stand for it.
pub(super) fn initials(name: &[&str]) -> Option<String> {
    let firsts = name.iter().filter_map(|word| word.chars().next());
    let initials: String = firsts.filter(|letter| letter.is_uppercase()).collect();
    (name.len() > 1 && initials.len() >= MIN_INITIALS).then_some(initials)
}

fn is_initial_of(a: &str, b: &str) -> bool {
    let initial =
        |short: &str, long: &str| short.len() <= 2 && long.chars().next() == short.chars().next();
    initial(a, b) || initial(b, a)
}
