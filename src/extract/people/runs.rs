//! Where names stand: runs of words with capitals, without titles, offices and the words that open a sentence.

use std::cell::LazyCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::super::phrases::{
    MAX_PARTICLES, NOT_NOUN, Phrase, behind_setting, is_name, simple_phrase_end,
};
use super::super::tokens::{Token, TokenKind};
use super::{People, is_acronym};
use crate::lexicon::class;

/// Most tokens of a title before the name that opens a sentence.
const MAX_TITLE: usize = 3;
/// Fewest letters of a noun before a name that no first name is taken for.
const LONG_NOUN: usize = 9;
/// Within how many tokens behind a name the words stand that say what its bearer is.
const MAX_PREDICATE: usize = 16;

impl People<'_, '_> {
    /// "Ann Lee took office on Friday │as the 45th mayor│", "Ann Lee is │a nurse│": the words that say what the
    /// subject `run` of an English sentence is.
    pub(super) fn predicate(&self, run: Phrase) -> Range<usize> {
        let tokens = &self.reader.tokens;
        let sentence = self.sentence_of[run.start];
        let first = self.sentence_of.partition_point(|other| *other < sentence);
        let opens = run.start - first <= MAX_TITLE && self.reader.grammar().is_none();
        let end = tokens.len().min(run.end + MAX_PREDICATE);
        let is_other = |at: usize| {
            let token = &tokens[at];
            self.sentence_of[at] != sentence
                || token.quote().is_some()
                || is_name(token) && !token.is(class::TEMPORAL)
        };
        let clause = (run.end..end).take_while(|at| opens && !is_other(*at));
        let mut links = clause.filter(|at| {
            tokens[*at].is(class::COMPARISON) || *at == run.end && tokens[*at].is(class::COPULA)
        });
        let noun_phrase = links.next().map(|link| link + 1).filter(|at| {
            tokens
                .get(*at)
                .is_some_and(|token| token.is(class::DETERMINER))
        });
        noun_phrase.map_or(run.end..run.end, |start| {
            start..simple_phrase_end(tokens, start, end)
        })
    }

    /// The runs of tokens that form names, titles left out.
    pub(super) fn name_runs(&self) -> Vec<Phrase> {
        let tokens = &self.reader.tokens;
        let is_foreign = self.reader.grammar().is_some();
        let mut runs = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if !is_name(&tokens[at]) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            let mut is_office = false;
            while end < tokens.len() && self.sentence_of[end] == self.sentence_of[at] {
                if is_name(&tokens[end]) {
                    end += 1;
                } else if tokens[end].is(class::PARTICLE)
                    && (!is_foreign || tokens[end].is(class::DETERMINER))
                    && tokens.get(end + 1).is_some_and(is_name)
                    && !self.is_only_from(at, end)
                {
                    end += 2;
                } else if self.joins_office(at, end) {
                    is_office = true;
                    end += 2;
                } else if let Some(behind) = self.behind_particles(at, end) {
                    end = behind;
                } else if !is_foreign && let Some(behind) = self.behind_two_particles(end) {
                    end = behind;
                } else {
                    break;
                }
            }
            let last = end;
            while end > at + 1 && tokens[end - 1].is(class::TEMPORAL) && !is_foreign {
                end -= 1; // "Lee Sunday said"
            }
            let start = if is_office {
                at
            } else {
                let named = match is_foreign {
                    true => at,
                    false => self.behind_setting(at, end),
                };
                self.after_owner(self.after_roles(self.after_titles(named, end), end), end)
            };
            let behind = runs.last().copied();
            if start < end
                && !self.is_common_word(start, end)
                && !behind.is_some_and(|name| self.is_party_of(name, start))
            {
                runs.push(Phrase { start, end });
            }
            at = last;
        }
        if !is_foreign {
            self.drop_opening_words(&mut runs);
        }
        runs
    }

    /// "Karl │van den Berg│": the token behind the last name that two small words join to what ends at `end`, in English.
    fn behind_two_particles(&self, end: usize) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let particles = tokens.get(end..end + MAX_PARTICLES)?;
        let last = end + MAX_PARTICLES;
        let are_small = particles
            .iter()
            .all(|token| token.is(class::PARTICLE) && !token.is(class::PREPOSITION));
        let fits = are_small && tokens.get(last).is_some_and(is_name);
        (fits && self.sentence_of[last] == self.sentence_of[end]).then_some(last + 1)
    }

    /// The run `start..end` without the day or place that opens its sentence.
    fn behind_setting(&self, start: usize, end: usize) -> usize {
        let sentence = self.sentence_of[start];
        let before = start.checked_sub(1);
        let before = before.filter(|before| self.sentence_of[*before] == sentence);
        let opens =
            before.is_some_and(|before| before == 0 || self.sentence_of[before - 1] != sentence);
        let floor = match before {
            Some(before) if opens || !self.reader.tokens[before].is(class::INSIDE) => before,
            Some(before) => before.saturating_sub(1),
            None => start,
        };
        behind_setting(&self.reader.tokens, floor, start, end)
    }

    /// "Teresa │de la Cruz│", "Agence │du médicament│": outside English, the token behind what small words join to the
    /// first names or to the noun for a body `start..end`.
    fn behind_particles(&self, start: usize, end: usize) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let grammar = self.reader.grammar()?;
        let small = |at: usize| {
            let token = &tokens[at];
            token.kind == TokenKind::Lower && token.is(class::CLOSE | class::PARTICLE)
        };
        let sentence = self.sentence_of[start];
        let last = (end..tokens.len().min(end + MAX_PARTICLES + 1))
            .find(|at| self.sentence_of[*at] != sentence || !small(*at))?;
        let next = &tokens[last];
        let is_same = last > end && self.sentence_of[last] == sentence;
        let are_first = tokens[start..end]
            .iter()
            .all(|token| token.is(class::FIRST_NAME) && !token.is(class::ORGANISATION));
        let is_body = |token: &Token| token.is(class::ORGANISATION) && !token.is(class::FIRST_NAME);
        let is_bare_body = end == start + 1 && is_body(&tokens[start]) && !grammar.nouns_capital;
        let is_thing = next.kind == TokenKind::Lower && !next.is(NOT_NOUN | class::TEMPORAL);
        let is_place = is_name(next) && !next.is(class::FIRST_NAME | class::TITLE);
        let fits = are_first && is_name(next) || is_bare_body && (is_thing || is_place);
        (is_same && fits).then_some(last + 1)
    }

    /// "the Sheriff│'s│ Office", "St. Mary│'s│ Hospital": whether the genitive at `genitive` stands inside the name of a
    /// body that begins at `start`, and not between a person and what is theirs ("Ann Lee's Office of Budget").
    fn joins_office(&self, start: usize, genitive: usize) -> bool {
        let tokens = &self.reader.tokens;
        let owner = &tokens[genitive - 1];
        let is_post = owner.is(class::ROLE | class::TITLE) && !owner.is(class::FIRST_NAME);
        let is_body = |body: &Token| {
            body.kind == TokenKind::Capital && body.is(class::ORGANISATION | class::BODY)
        };
        tokens[genitive].kind == TokenKind::Genitive
            && self.reader.grammar().is_none()
            && (is_post || tokens[start].is(class::ABBREVIATION))
            && tokens.get(genitive + 1).is_some_and(is_body)
    }

    /// "Ann Lee │of│ Ohio": whether what stands behind the name `start..of` only says where a person is from, as
    /// against "Bank of England", "Speaker of the House", "Joint Chiefs of Staff".
    pub(super) fn is_only_from(&self, start: usize, of: usize) -> bool {
        let tokens = &self.reader.tokens;
        let body = class::ORGANISATION | class::PLACE | class::ROLE;
        let is_body = |token: &Token| token.is(body) && !token.is(class::FIRST_NAME);
        let last = &tokens[of - 1];
        let is_long = of - start > 1
            && !last.is(class::TITLE)
            && !self.reader.is_plural_word(of - 1)
            && !tokens[start..of].iter().any(is_body);
        let is_titled = tokens[start].is(class::TITLE | class::FIRST_NAME);
        tokens[of].is(class::PREPOSITION)
            && of - start > 1
            && (is_long || is_titled && !last.is(body | class::TITLE))
    }

    /// "See Sexton", where "Sexton" stands alone elsewhere: a common word that only opens a sentence is no part
    /// of the name behind it.
    pub(super) fn drop_opening_words(&self, runs: &mut [Phrase]) {
        let bare: FxHashSet<&str> = runs
            .iter()
            .filter(|run| run.end - run.start == 1)
            .map(|run| self.reader.slice(run.start))
            .collect();
        let small_letters = || -> FxHashSet<&str> {
            let tokens = self.reader.tokens.iter();
            let lower = tokens.filter(|token| token.kind == TokenKind::Lower);
            lower
                .map(|token| token.span.slice(self.reader.text))
                .collect()
        };
        let in_small_letters = LazyCell::new(small_letters);
        for run in runs.iter_mut() {
            let at = run.start;
            let behind = self.reader.tokens.get(at + 1);
            // "Former US │secretary of state": what the place of an office stands before.
            let is_described = run.end - at == 2
                && self.reader.tokens[at].is(class::ADJECTIVE)
                && is_acronym(self.reader.slice(at + 1));
            let is_whole = match run.end - at {
                _ if is_described => true,
                2 => bare.contains(self.reader.slice(at + 1)),
                3 => behind.is_some_and(|behind| behind.is(class::FIRST_NAME)),
                _ => false,
            };
            if !is_whole {
                continue;
            }
            let opens = at == 0 || self.sentence_of[at - 1] != self.sentence_of[at];
            let is_common = || {
                is_described
                    || self.reader.tokens[at].is(NOT_NOUN | class::CUE)
                    || in_small_letters.contains(self.reader.folded(at))
            };
            let is_name = self.reader.tokens[at].is(class::FIRST_NAME)
                || bare.contains(self.reader.slice(at));
            if opens && !is_name && is_common() {
                run.start += 1;
            }
        }
    }

    /// First token behind what only describes at the start of a run: "│Shopkeeper│ Kofi Lind", "│Ohio-based│
    /// Kofi Lind".
    pub(super) fn after_roles(&self, start: usize, end: usize) -> usize {
        let tokens = &self.reader.tokens;
        if self.reader.grammar().is_some() || end - start.min(end) < 2 {
            return start;
        }
        // "Doctors │Without│ Fear"
        let is_joined = |at: usize| {
            let small = class::PREPOSITION | class::CONJUNCTION;
            let lexicon = self.reader.lexicon;
            lexicon.is_some_and(|lexicon| lexicon.word(self.reader.folded(at)).classes & small != 0)
        };
        let describes = |at: usize| {
            let token = &tokens[at];
            let is_role = token.is(class::ROLE)
                && !is_joined(at + 1)
                && !token.is(class::FIRST_NAME | class::ORGANISATION)
                && (at + 2 < end || tokens[at + 1].is(class::FIRST_NAME));
            is_role || self.is_compound_adjective(at)
        };
        let first = (start..end - 1).find(|at| !describes(*at));
        first.unwrap_or(end - 1)
    }

    /// "Адвокат Лагутина │Анна Рубина│", "Gewerkschaftssekretärin │Nora Blume│": outside English, first token behind a word
    /// with a capital that a first name and another name follow, and that says what somebody is or whose lawyer.
    /// "Иванов Пётр Ильич" is one name.
    fn after_owner(&self, start: usize, end: usize) -> usize {
        let tokens = &self.reader.tokens;
        let Some(grammar) = self.reader.grammar() else {
            return start;
        };
        let opens = start == 0 || self.sentence_of[start - 1] != self.sentence_of[start];
        let follows_role = start > 0 && tokens[start - 1].is(class::ROLE | class::TITLE);
        let is_noun = grammar.nouns_capital && tokens[start].span.len() >= LONG_NOUN;
        let is_owner = (opens || follows_role && grammar.no_articles || is_noun)
            && end == start + 3
            && !tokens[start].is(class::FIRST_NAME)
            && tokens[start + 1].is(class::FIRST_NAME)
            && !grammar.is_patronymic(self.reader.folded(start + 2));
        start + usize::from(is_owner)
    }

    /// "Ohio-based": a capital and, behind a hyphen, a small word that the tables know.
    pub(super) fn is_compound_adjective(&self, at: usize) -> bool {
        let written = self.reader.slice(at);
        let last = written.rsplit_once('-').map(|(_, last)| last);
        last.zip(self.reader.lexicon)
            .is_some_and(|(last, lexicon)| {
                last.starts_with(char::is_lowercase)
                    && lexicon.word(last).classes | lexicon.ending(last) != 0
            })
    }

    /// First token behind the titles of a run, "Chief of Staff" being one; the run's own start when there would
    /// be no name left.
    pub(super) fn after_titles(&self, start: usize, end: usize) -> usize {
        let tokens = &self.reader.tokens;
        let is_title = |at: &usize| tokens[*at].is(class::TITLE);
        match (start..end).rev().find(is_title) {
            Some(last) if last + 1 < end && tokens[last + 1].kind == TokenKind::Lower => {
                self.behind_office(last + 2, end)
            }
            Some(last) if last + 1 < end => last + 1,
            Some(_) if end - start == 1 => end,
            // "the British Ambassador to Washington"
            Some(_) if self.is_office_to(end) => end,
            _ if end - start > 2 && self.is_behind_office(start) => self.behind_office(start, end),
            _ => start,
        }
    }

    /// "British Ambassador │to the United States│": whether the title before token `end` has a place behind "to".
    fn is_office_to(&self, end: usize) -> bool {
        let tokens = &self.reader.tokens;
        let is = |at: usize, class| tokens.get(at).is_some_and(|token| token.is(class));
        let place = end + 1 + usize::from(is(end + 1, class::DEFINITE));
        is(end - 1, class::TITLE)
            && is(end, class::INFINITIVE)
            && self.reader.grammar().is_none()
            && tokens.get(place).is_some_and(is_name)
    }

    /// "Speaker of the │House Ann Lee│": whether the run at `start` begins with the complement of an office.
    fn is_behind_office(&self, start: usize) -> bool {
        let tokens = &self.reader.tokens;
        let Some([office, of, the]) = start.checked_sub(3).map(|from| &tokens[from..start]) else {
            return false;
        };
        let is_office = office.kind == TokenKind::Capital && office.is(class::TITLE);
        is_office && of.is(class::CLOSE) && the.is(class::DEFINITE)
    }

    /// "Secretary of │State Ann Lee│": first token of the name in what stands behind "of"; `end` without one.
    pub(super) fn behind_office(&self, start: usize, end: usize) -> usize {
        let is_first = |at: &usize| self.reader.tokens[*at].is(class::FIRST_NAME);
        let first = (start + 1..end.max(start + 1) - 1).find(is_first);
        first.unwrap_or(if end > start + 2 { end - 2 } else { end })
    }

    /// "Ann Lee, │D-Ohio│": whether the word at `at` says behind a comma of what party and where the bearer of the
    /// name before it is.
    fn is_party_of(&self, name: Phrase, at: usize) -> bool {
        let tokens = &self.reader.tokens;
        let mut letters = self.reader.slice(at).chars();
        let is_tag = letters.next().is_some_and(char::is_uppercase)
            && matches!(letters.next(), Some('-' | '–'))
            && letters.next().is_some_and(char::is_uppercase);
        let is_person =
            name.end - name.start > 1 || name.start > 0 && tokens[name.start - 1].is(class::TITLE);
        is_tag && is_person && name.end + 1 == at && tokens[name.end].is_sign(',')
    }

    /// A capital that only opens a sentence ("Officials said"), is a day, or says of what party somebody is
    /// ("a top Republican") is no name.
    pub(super) fn is_common_word(&self, start: usize, end: usize) -> bool {
        let token = &self.reader.tokens[start];
        let first = start == 0 || self.sentence_of[start - 1] != self.sentence_of[start];
        let is_party = |token: &Token| {
            token.is(class::ROLE)
                && !token.is(class::FIRST_NAME | class::TITLE | class::ORGANISATION)
        };
        if !first && end - start == 1 && is_party(token) && self.reader.grammar().is_none() {
            let before = &self.reader.tokens[start - 1];
            let is_described = before.is(class::DETERMINER | class::NUMBER)
                || before.kind == TokenKind::Lower && before.is_plain();
            if is_described || self.reader.is_plural_word(start) {
                return true;
            }
        }
        end - start == 1
            && (token.is(class::TEMPORAL | class::TITLE)
                || first && token.is(class::ROLE | class::ORGANISATION | class::AUDIENCE))
    }
}
