//! Cues that name the speaker behind them: where the name ends and the words begin.
//!
//! ```text
//! According to │police│, Lars Holt, 34, was drunk.        what follows is no apposition: it is the clause
//! According to │Karin Holt, the mayor│, it was late.      it is: a clause of its own is left behind it
//! In May, according to │the bank│, trade fell.            behind words without a verb the clause must follow
//! … according to │a study by the institute│, …            what hangs on the noun goes with it
//! ```

use super::{Layout, Opening, Report};
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, simple_phrase_end};
use crate::extract::tokens::TokenKind;
use crate::lexicon::{CueVerb, class};

/// Words before the cue that belong to no clause: "But according to the bank".
const LEADS_IN: u64 = class::CONJUNCTION | class::CONTRAST | class::ADVERB;

/// Most tokens of what hangs on the noun of a speaker: "a study │by the Halden Institute│".
const MAX_COMPLEMENT: usize = 12;

impl Reader<'_> {
    /// "According to the ministry": the cue names its speaker.
    pub(super) fn according(
        &self,
        verb: CueVerb,
        start: usize,
        cue: Phrase,
        end: usize,
    ) -> Option<Report> {
        let named = phrase_after(&self.tokens, cue.end, end)?;
        let named = self.with_complement(named, end);
        let mut before = self.tokens[start..cue.start].iter();
        if before.all(|token| token.is(LEADS_IN) || token.is_sign(',')) {
            let speaker = self.before_clause(named, end);
            let content = speaker.end + usize::from(self.sign_at(speaker.end, end, &[',', ':']));
            let is_quoted = content < end && self.tokens[content].quote().is_some();
            let opening = if is_quoted {
                Opening::Quote
            } else {
                Opening::Clause
            };
            let layout = Layout::Introduces(content, opening);
            return Some(Report::new(cue, verb, Some(speaker), layout));
        }
        let speaker = if (start + 1..cue.start).any(|at| self.is_finite(at)) {
            self.before_tag_of_another(named, end)
        } else {
            self.before_clause(named, end)
        };
        let tag = Phrase {
            start: cue.start,
            end: speaker.end,
        };
        Some(Report::new(cue, verb, Some(speaker), Layout::Tag(tag)))
    }

    /// "│As reported by│ the Courier, the town …": a cue whose speaker stands behind "by".
    pub(super) fn named_by_agent(&self, start: usize, at: usize, end: usize) -> Option<Phrase> {
        let first = at.checked_sub(1).filter(|first| *first >= start)?;
        let agent = self.tokens.get(at + 1).filter(|_| at + 2 < end)?;
        let fits = self.tokens[first].is(class::COMPARISON)
            && self.tokens[at].is(class::VERB)
            && agent.is(class::AGENT)
            && (first == start || self.tokens[first - 1].is_sign(','));
        fits.then_some(Phrase {
            start: first,
            end: at + 2,
        })
    }

    /// "a study │by the Halden Institute│", "data │compiled by the bank│": the phrase with what hangs on it up to the next
    /// sign or the words that tell when.
    fn with_complement(&self, named: Phrase, end: usize) -> Phrase {
        let tokens = &self.tokens;
        let hangs = tokens.get(named.end).filter(|_| named.end < end);
        let hangs = hangs.is_some_and(|token| {
            token.is(class::PREPOSITION) && !token.is(class::SUBORDINATOR)
                || token.is(class::VERB) && tokens[named.end + 1].is(class::PREPOSITION)
        });
        let stops = |at: &usize| {
            let token = &tokens[*at];
            !token.is_word() && token.kind != TokenKind::Genitive
                || token.is(class::TEMPORAL | class::OCCASION | class::RELATIVE | class::SUBJECT)
        };
        let stop = (named.end..end).find(stops).unwrap_or(end);
        let is_clause = (named.end + 1..stop).any(|at| tokens[at].is(class::AUXILIARY));
        if !hangs || is_clause || stop > named.end + MAX_COMPLEMENT {
            return named;
        }
        // "a poll of voters │released│ on Monday"
        let loose = class::PREPOSITION | class::WHEN | class::VERB;
        let is_loose = |at: &usize| tokens[*at - 1].is(loose);
        let mut closed = stop;
        while closed > named.end && is_loose(&closed) {
            closed -= 1;
        }
        Phrase {
            start: named.start,
            end: closed,
        }
    }

    /// "According to │Ann Lee, the mayor│, the town paid": the longest part of the phrase that is a name with its
    /// appositions and leaves a clause behind it.
    fn before_clause(&self, phrase: Phrase, end: usize) -> Phrase {
        let commas = (phrase.start..phrase.end).rev();
        let commas = commas.filter(|at| self.tokens[*at].is_sign(','));
        let shorter = std::iter::once(phrase.end).chain(commas);
        let mut parts = shorter.map(|end| Phrase {
            start: phrase.start,
            end,
        });
        let fits = |part: &Phrase| self.is_named_whole(*part) && self.leaves_clause(part.end, end);
        parts.find(fits).unwrap_or(phrase)
    }

    /// Whether what stands behind a name that ends at `at` can be the clause that is reported.
    fn leaves_clause(&self, at: usize, end: usize) -> bool {
        let tokens = &self.tokens;
        let first = at + usize::from(self.sign_at(at, end, &[',', ':']));
        let Some(token) = tokens.get(first).filter(|_| first < end) else {
            return false;
        };
        if token.quote().is_some() {
            return true;
        }
        let is_rest = token.is(class::RELATIVE | class::CONJUNCTION)
            || self.is_finite(first)
            || token.kind == TokenKind::Number && self.sign_at(first + 1, end, &[',']);
        // "a nurse, took the money": the end of an apposition and the verb of its name.
        let simple = simple_phrase_end(tokens, first, end);
        let is_verb_next = self.sign_at(simple, end, &[',']) && {
            let verb = (simple + 1..end).find(|at| !tokens[*at].is(class::ADVERB));
            verb.is_some_and(|verb| self.is_finite(verb))
        };
        !is_rest && !is_verb_next && (first + 1..end).any(|at| self.is_finite(at))
    }

    /// Whether every insertion of the phrase can be said of what it begins with: "Karin Holt, 45", "the mayor, Lars
    /// Holt", "the union, which", but not "police, Lars Holt" or "the report, two men".
    fn is_named_whole(&self, phrase: Phrase) -> bool {
        let tokens = &self.tokens;
        let mut parts = tokens[phrase.start..phrase.end].split(|token| token.is_sign(','));
        let head = parts.next().unwrap_or_default();
        let people = class::ROLE | class::TITLE | class::ANYBODY;
        let has_role = head
            .iter()
            .any(|token| token.is(class::ROLE | class::TITLE));
        let is_titled = head
            .first()
            .is_some_and(|first| !first.is(class::DETERMINER));
        // "the head of the union, Lars Holt"
        let papers = class::DOCUMENT | class::FINDING | class::CUE_NOUN | class::VERB;
        let is_office = head
            .iter()
            .position(|token| token.is(class::CLOSE))
            .is_some_and(|of| {
                head[0].is(class::DEFINITE) && of == 2 && head[1].word.classes & papers == 0
            });
        let has_role = has_role || is_office;
        let is_person = has_role || is_titled && head.last().is_some_and(is_name);
        let mut numbers = 0;
        parts.all(|part| {
            let Some(first) = part.first() else {
                return false;
            };
            let counts = first.is(class::NUMBER) || first.kind == TokenKind::Number;
            numbers += usize::from(counts);
            let is_of_person = counts || part.iter().any(|token| token.is(people));
            let is_second_name = is_name(first) && !has_role && part.len() > 1;
            let is_plain = !is_name(first) && !is_of_person;
            first.is(class::RELATIVE)
                || (is_plain || is_person && !is_second_name)
                    && !part.iter().any(|token| token.is(class::AUXILIARY))
        })
    }

    /// "…, according to │radar notes│, the mayor said": the phrase without the subject of a cue that ends it.
    fn before_tag_of_another(&self, phrase: Phrase, end: usize) -> Phrase {
        let tokens = &self.tokens;
        let last = phrase.end - 1;
        let is_cue = tokens[last].is(class::CUE) && self.is_finite(last) && self.is_past(last);
        let comma = (phrase.start..last)
            .rev()
            .find(|at| tokens[*at].is_sign(','));
        let is_tag = |comma: &usize| {
            let subject = phrase_after(tokens, comma + 1, end.min(last));
            subject.is_some_and(|subject| subject.end == last)
        };
        let comma = comma.filter(|_| is_cue).filter(is_tag);
        comma.map_or(phrase, |comma| Phrase {
            start: phrase.start,
            end: comma,
        })
    }

    /// Whether the word at `at` can be a finite verb where it stands.
    pub(in crate::extract) fn is_finite(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == TokenKind::Lower
            && (token.is(class::AUXILIARY)
                || token.is(class::VERB | class::CUE) && self.stands_as_verb(at))
            && !token.is(class::GERUND)
    }
}
