//! Where reported words begin behind a verb of saying, in languages with freer word order.
//!
//! ```text
//! rechnete vor, │das Haus koste zu viel     a comma and the mood of reported speech
//! dit │vouloir « tourner la page »          an infinitive
//! pidió │«calma»   sagte: │„…“              a quoted string, a colon
//! hat │den Plan als „…“│ bezeichnet         before the participle
//! ```

use super::MAX_REACH;
use crate::extract::Reader;
use crate::extract::reports::{Layout, Opening};
use crate::extract::tokens::TokenKind;
use crate::extract::verbs::{Verb, is_finite};
use crate::lexicon::{CueVerb, VerbForm, class, rule};

impl Reader<'_> {
    /// "Wie die Polizei mitteilte, …": the clause only names who said what follows it.
    pub(super) fn content_behind_clause(
        &self,
        start: usize,
        group: usize,
        to: usize,
        end: usize,
    ) -> Option<Layout> {
        // "Wie die Polizei mitteilte", "Между тем, как сообщает «Вестник»"
        let opens_clause = |at: &usize| {
            self.tokens[*at].obeys(rule::AS) && (*at == start || self.tokens[at - 1].is_sign(','))
        };
        let opens = (start..group).any(|at| opens_clause(&at))
            && !(start + 1..group).any(|at| is_finite(&self.tokens[at]));
        let comma = (to..end).find(|at| self.tokens[*at].is_sign(','))?;
        (opens && comma + 1 < end)
            .then(|| Layout::Introduces(comma + 1, self.opening_at(comma + 1, end)))
    }

    /// "hat den Plan als „…“ bezeichnet": a quoted string between the auxiliary and the participle.
    pub(super) fn content_before_participle(&self, verb: &Verb) -> Option<(usize, Opening)> {
        let is_last = self
            .grammar()
            .is_some_and(|grammar| grammar.participle_last);
        if !is_last || verb.inner > verb.at {
            return None;
        }
        let quote = (verb.inner..verb.at).find(|at| self.tokens[*at].quote().is_some())?;
        let subject = self.subject(verb, verb.at);
        let first = subject.map_or(verb.inner, |subject| subject.end.max(verb.inner));
        let first = (first..quote).find(|at| !self.tokens[*at].is(class::ADVERB | class::TEMPORAL));
        Some((first.unwrap_or(quote), Opening::Object))
    }

    /// Where reported words begin behind a verb whose subject and particle end at `from`, and what opens them.
    pub(super) fn introduced(
        &self,
        cue: CueVerb,
        verb: &Verb,
        from: usize,
        end: usize,
    ) -> Option<(usize, Opening)> {
        let frames = cue.frames;
        let skips = |at: &usize| self.tokens[*at].is(class::ADVERB | class::TEMPORAL);
        let mut first = (from..end).find(|at| !skips(at)).unwrap_or(end);
        let mut at = from;
        while at < end.min(from + MAX_REACH) {
            let token = &self.tokens[at];
            match token.kind {
                TokenKind::Quote(_) if at == first || !self.tokens[at - 1].is_word() => {
                    return Some((at, Opening::Quote));
                }
                // "a réagi à cette « folie »": no object of the verb.
                TokenKind::Quote(_) if frames.is_direct_only() => return None,
                TokenKind::Quote(_) => return Some((first, Opening::Object)),
                TokenKind::Sign(':') => {
                    return (at + 1 < end).then(|| (at + 1, self.opening_at(at + 1, end)));
                }
                TokenKind::Sign(',') => match self.content_behind_comma(cue, at, end) {
                    Some(found) => return Some(found),
                    None => {
                        let opens = at == first;
                        at = self.end_of_insertion(at, end)?;
                        first = if opens { at + 1 } else { first };
                    }
                },
                TokenKind::Sign('(' | ')') => {}
                TokenKind::Sign(_) => return None,
                _ if token.is(class::COMPLEMENTIZER) && frames.clause()
                    || token.is(class::INTERROGATIVE) && frames.question() =>
                {
                    return Some((at, Opening::That));
                }
                _ if token.is(class::INFINITIVE)
                    && frames.infinitive()
                    && self.has_infinitive_behind(at, end) =>
                {
                    return Some((at, Opening::Infinitive));
                }
                _ if at == first && frames.clause() && self.is_bare_infinitive(at) => {
                    return Some((at, Opening::Infinitive));
                }
                _ if at > from
                    && at >= verb.after
                    && is_finite(token)
                    && !token.is(class::TEMPORAL) // "la veille"
                    && !self.tokens[at - 1].is(class::INFINITIVE) =>
                {
                    return None;
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// What opens reported words that begin at `at`: a mark, or a clause.
    pub(super) fn opening_at(&self, at: usize, end: usize) -> Opening {
        match self.tokens.get(at).filter(|_| at < end) {
            Some(token) if token.quote().is_some() => Opening::Quote,
            _ => Opening::Clause,
        }
    }

    /// What a comma behind a cue opens: "dass …", a quoted string, or a clause in reported mood.
    pub(super) fn content_behind_comma(
        &self,
        cue: CueVerb,
        comma: usize,
        end: usize,
    ) -> Option<(usize, Opening)> {
        let next = self.tokens.get(comma + 1).filter(|_| comma + 1 < end)?;
        if next.quote().is_some() {
            return Some((comma + 1, Opening::Quote));
        }
        let asks = next.is(class::INTERROGATIVE) && !next.is(class::RELATIVE);
        // "обвинил в том, что"
        let is_pointed_at =
            self.tokens[comma - 1].is(class::DEMONSTRATIVE) && cue.frames.prepositional();
        let takes_clause = cue.frames.clause() || is_pointed_at;
        let is_that = next.is(class::COMPLEMENTIZER)
            && self.grammar().is_some_and(|grammar| grammar.comma_that);
        if is_that && takes_clause || asks && cue.frames.question() {
            return Some((comma + 1, Opening::That));
        }
        if (cue.frames.clause() || cue.frames.infinitive())
            && self.is_infinitive_clause(comma + 1, end)
        {
            return Some((comma + 1, Opening::Infinitive));
        }
        let is_reported = cue.frames.clause()
            && (self.is_reported_mood(comma + 1, end)
                || self.is_subject_and_finite(comma + 1, end));
        is_reported.then_some((comma + 1, Opening::Clause))
    }

    /// The token at the end of the insertion that a comma opens, if a short one stands there: its comma, or
    /// the last before a colon.
    pub(super) fn end_of_insertion(&self, comma: usize, end: usize) -> Option<usize> {
        let closes = |at: &usize| self.tokens[*at].is_sign(',') || self.tokens[*at].is_sign(':');
        let close = (comma + 1..end.min(comma + MAX_REACH / 2)).find(closes)?;
        let last = if self.tokens[close].is_sign(':') {
            close - 1
        } else {
            close
        };
        (last > comma).then_some(last)
    }

    /// "dit vouloir", "dijo no entender", "affirme ne pas avoir": an infinitive right behind the cue.
    pub(super) fn is_bare_infinitive(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == TokenKind::Lower
            && (token.is(class::AUXILIARY)
                || self.has_form(at, VerbForm::Base) && !token.is(class::PREPOSITION)
                || self.has_infinitive_ending(at))
    }

    pub(super) fn has_infinitive_behind(&self, at: usize, end: usize) -> bool {
        (at + 1..end.min(at + 4)).any(|i| {
            let objects = class::OBJECT | class::ADVERB;
            self.tokens[i].is(class::AUXILIARY)
                || self.has_form(i, VerbForm::Base)
                || (at + 1..i).all(|before| self.tokens[before].is(objects))
                    && self.has_infinitive_ending(i)
        })
    }

    /// Whether a word that no table holds, or a verb, ends as infinitives do.
    fn has_infinitive_ending(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == TokenKind::Lower
            && token.word.classes & !(class::VERB | class::CUE) == 0
            && self.ends_as_infinitive(at)
    }

    pub(super) fn ends_as_infinitive(&self, at: usize) -> bool {
        let endings = self.grammar().map(|grammar| &grammar.infinitive_endings);
        let word = self.folded(at);
        endings.is_some_and(|endings| endings.iter().any(|ending| word.ends_with(ending)))
    }

    /// "verlangte, │die Kontrollen zu verdoppeln": whether the clause that begins at `from` ends with an infinitive and
    /// the word before it, and is no clause of its own kind ("ohne … zu").
    pub(super) fn is_infinitive_clause(&self, from: usize, end: usize) -> bool {
        let stop = (from..end).find(|at| self.is_stop(*at)).unwrap_or(end);
        let is_last = self
            .grammar()
            .is_some_and(|grammar| grammar.participle_last);
        let opens = |at: &usize| {
            let is_inside = self.tokens[*at].is(class::INFINITIVE) && at + 1 < stop;
            is_inside && self.has_infinitive_behind(*at, stop)
        };
        is_last && !self.tokens[from].is(class::ABSOLUTE) && (from..stop).any(|at| opens(&at))
    }

    /// Number of words of the first quoted string in `from..end`.
    pub(super) fn quoted_words(&self, from: usize, end: usize) -> usize {
        let quote = (from..end.min(from + MAX_REACH)).find_map(|at| self.tokens[at].quote());
        quote.map_or(0, |quote| {
            let inner = self.quotes[quote].inner.slice(self.text);
            inner.split_whitespace().count()
        })
    }
}
