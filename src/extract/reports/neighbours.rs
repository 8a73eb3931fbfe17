//! The subjects of other clauses of a sentence, for a cue that has none of its own.
//!
//! ```text
//! When Lee died, │the mayor│ released a statement: “…”       of the main clause
//! │He│ was for a time considered …, calling it “a mess”     of the nearest verb
//! While saying that it was safe, │Lee│ left                  of the clause that follows
//! ```

use super::{Layout, Report};
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, phrase_after, subject_before};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{Lexicon, class};

/// How many subjects before the nearest are looked at.
const MAX_SUBJECTS: usize = 3;

impl Reader<'_> {
    /// Of the reports `found` before the cue at `at`, the one whose subject it shares if it has none of its own: the last
    /// of its clause. "made comments, saying": a word that can be a noun shares its subject with no other, nor does what is
    /// no verb ("rejected Lee's claim that it failed, calling it", "was “running scared” and asked").
    pub(super) fn sharing<'f>(&self, found: &'f [Report], at: usize) -> Option<&'f Report> {
        let tokens = &self.tokens;
        let in_clause = |last: &&Report| !tokens[last.cue.end..at].iter().any(opens_sentence);
        let shares = |report: &&Report| {
            let is_feeling = tokens[report.cue.start].is(class::COPULA);
            !report.could_be_noun && !report.is_noun && !is_feeling
        };
        let mut earlier = found.iter().rev().take_while(in_clause).filter(shares);
        let before = self.group_start(0, at).checked_sub(1)?;
        let behind_comma = tokens[before].is_sign(',');
        if behind_comma && tokens[at].is(class::GERUND) {
            // Lee repeated that Roy denied it, calling it “a lie”: Lee.
            let last = earlier.next()?;
            let outer = earlier.find(|outer| self.holds(outer, last));
            return outer.or(Some(last));
        }
        // Lee has hired a clerk who reports to her, and called for a vote: Lee.
        let joins_main =
            tokens[before].is(class::CONJUNCTION) && before > 0 && tokens[before - 1].is_sign(',');
        earlier.find(|report| !joins_main || !self.is_relative(report))
    }

    /// Whether what `outer` reports holds the report `inner`.
    fn holds(&self, outer: &Report, inner: &Report) -> bool {
        let is_tag = matches!(inner.layout, Layout::Tag(_)); // "Roy wants to go, Lee said, adding"
        let (Layout::Introduces(content, _), Some(speaker)) = (outer.layout, inner.speaker) else {
            return false;
        };
        // "Lee defended it after Roy sued, saying": his clause is none of what she said.
        let occasion = class::SUBORDINATOR | class::OCCASION;
        let is_inside = content <= speaker.start && outer.speaker != inner.speaker;
        let is_beside = speaker.start > content && {
            let before = &self.tokens[speaker.start - 1];
            before.is(occasion) && !before.is(class::COMPLEMENTIZER)
        };
        is_inside && !is_tag && !is_beside
    }

    /// Whether the subject of a report is a pronoun that opens a relative clause.
    fn is_relative(&self, report: &Report) -> bool {
        let speaker = report.speaker.filter(|who| who.end == who.start + 1);
        speaker.is_some_and(|who| self.tokens[who.start].is(class::RELATIVE))
    }

    /// The subject of the first finite verb that has one, before token `limit`.
    pub(in crate::extract) fn main_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        if self.grammar().is_some() {
            return self.first_subject(start, limit);
        }
        (start + 1..limit).find_map(|at| self.subject_of_finite(start, at))
    }

    /// When Lee died, │the mayor│ released a statement: the subject of the sentence before token `limit`, behind a
    /// clause that opens it.
    pub(in crate::extract) fn subject_of_main_clause(
        &self,
        start: usize,
        limit: usize,
    ) -> Option<Phrase> {
        let is_comma = |at: &usize| self.tokens[*at].is_sign(',');
        let opens = self.tokens[start].is(class::SUBORDINATOR);
        let comma = opens.then(|| (start..limit).find(is_comma)).flatten();
        let main = comma.and_then(|comma| self.main_subject(comma + 1, limit));
        main.or_else(|| self.main_subject(start, limit))
    }

    /// The subject of the last finite verb that has one, before token `limit`.
    pub(super) fn nearest_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let verbs = (start + 1..limit).rev();
        let mut subjects = verbs.filter_map(|at| {
            self.subject_of_finite(start, at)
                .filter(|subject| !self.tokens[subject.start].is(class::RELATIVE))
        });
        let nearest = subjects.next()?;
        // "He was for │a time│ considered": what hangs on a preposition gives way to a subject before it.
        let hangs = |subject: &Phrase| {
            let before = subject.start.checked_sub(1).filter(|at| *at >= start);
            before.is_some_and(|before| {
                let before = &self.tokens[before];
                // "left no doubt of helping │Lee│ succeed"
                let governs = before.kind == TokenKind::Lower && before.is(class::GERUND);
                governs || before.is(class::PREPOSITION) && !before.is(class::ADVERB) // "about 50 people"
            })
        };
        Some(if hangs(&nearest) {
            let mut before = subjects.take(MAX_SUBJECTS);
            before.find(|subject| !hangs(subject)).unwrap_or(nearest)
        } else {
            nearest
        })
    }

    fn subject_of_finite(&self, start: usize, at: usize) -> Option<Phrase> {
        let token = &self.tokens[at];
        let before = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let finite = token.kind == TokenKind::Lower
            && (token.is(class::AUXILIARY | class::VERB)
                || token.is(class::CUE) && self.is_past(at))
            && (!self.tokens[at - 1].is(before) || self.tokens[at - 1].is(class::ALONE));
        if !finite {
            return None;
        }
        let subject = subject_before(&self.tokens, start, self.group_start(start, at))?;
        (!self.heads_object(start, subject, at)).then_some(subject)
    }

    /// "raised his pension │claims│, saying", "to defend the city's │plans│ by": whether the word in -s at `at` is the last of
    /// what a verb before `subject` takes as its object, and no verb.
    pub(super) fn heads_object(&self, start: usize, subject: Phrase, at: usize) -> bool {
        let tokens = &self.tokens;
        let is_plural = self.is_plural_word(at);
        // "filled the row of singers invited, citing"
        let is_participle = |lexicon: &Lexicon| lexicon.is_like_participle(self.folded(at));
        let is_closed_participle = self.lexicon.is_some_and(is_participle)
            && !self.takes_clause(at)
            && tokens.get(at + 1).is_some_and(|next| next.is_sign(','));
        let is_other = !is_plural && !is_closed_participle;
        if is_other || tokens[at].is(class::AUXILIARY) || subject.end != at {
            return false;
        }
        let is_particle = |at: &usize| tokens[*at].is(class::ADVERB);
        let mut before = (start..subject.start).rev().skip_while(is_particle);
        let Some(verb) = before.next() else {
            return false;
        };
        let other = class::AUXILIARY | class::PREPOSITION | class::ROLE;
        let acts = tokens[verb].kind == TokenKind::Lower
            && tokens[verb].is(class::VERB | class::CUE)
            && !tokens[verb].is(other)
            && (is_plural || !self.takes_clause(verb));
        // "Amid voters' │calls│ for peace, Lee said"
        let opens = verb == start
            && is_plural
            && tokens[verb].is(class::PREPOSITION)
            && !tokens[verb].is(class::SUBORDINATOR | class::ADVERB);
        let governs = acts || opens;
        // "said the board plans", but "said the board's plans by"
        let is_closed = tokens.get(at + 1).is_none_or(|next| {
            !next.is_word() || next.is(class::PREPOSITION) && !next.is(class::INFINITIVE)
        });
        governs && is_closed
    }

    /// The subject of the last clause before token `limit`, or of the sentence.
    pub(super) fn clause_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let coordinates = |at: &usize| {
            self.tokens[*at].is(class::CONJUNCTION | class::CONTRAST)
                && *at > start
                && (self.tokens[*at - 1].is_sign(',') || self.tokens[*at - 1].quote().is_some())
        };
        let clause = (start..limit).rev().find(coordinates);
        clause
            .and_then(|conjunction| self.main_subject(conjunction + 1, limit))
            .or_else(|| self.main_subject(start, limit))
    }

    /// "While saying that it was safe, │Lee│ left": the subject of the main clause behind one that a verb in -ing at `group`
    /// opens.
    pub(super) fn subject_of_what_follows(
        &self,
        start: usize,
        group: usize,
        end: usize,
    ) -> Option<Phrase> {
        let leads = class::CONJUNCTION | class::CONTRAST | class::SUBORDINATOR | class::ADVERB;
        let opens = group <= start + 1 && !self.tokens[start].is_sign('(')
            || (start..group).all(|at| self.tokens[at].is(leads)); // "But while denouncing"
        if !opens || !self.tokens[group].is(class::GERUND) {
            return None;
        }
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        // Conceding that it was “a mess” he warned: “…”
        let tells = |at: usize| {
            self.tokens[at].quote().is_some()
                && is(at + 1, class::SUBJECT)
                && is(at + 2, class::CUE)
        };
        let mut commas = (group + 1..end).filter(|at| self.tokens[*at].is_sign(',') || tells(*at));
        let comma =
            commas.find(|comma| comma + 1 < end && self.is_subject_and_verb(comma + 1, end))?;
        phrase_after(&self.tokens, comma + 1, end)
    }
}

/// Whether a new sentence may begin behind the token: "It began so: Demonstrators marched and chanted".
fn opens_sentence(token: &Token) -> bool {
    token.is_sign(':') || token.is_sign(';')
}
