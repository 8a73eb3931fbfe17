//! Speakers named without a verb, in languages with freer word order.
//!
//! ```text
//! laut Henke   selon lui   по его словам      the phrase names the speaker
//! dem Bericht zufolge                         the speaker stands before it
//! Chefarzt Wieberg wurde laut: „…“            a colon before marks or the mood of reported speech
//! ```

use super::MAX_REACH;
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, subject_before};
use crate::extract::reports::{Layout, Report};
use crate::extract::tokens::{Token, TokenKind};
use crate::extract::verbs::is_finite;
use crate::lexicon::{CueVerb, Gender, class, rule};

impl Reader<'_> {
    /// "Laut Henke", "selon lui", "по его словам": the cue at `at` names the speaker behind it, or holds a
    /// possessive that does.
    pub(super) fn report_of_naming(
        &self,
        cue: CueVerb,
        start: usize,
        at: usize,
        after: usize,
        end: usize,
    ) -> Option<Report> {
        let opens_phrase = at > start && self.tokens[at - 1].is(class::PREPOSITION);
        let first = if opens_phrase { at - 1 } else { at };
        let open = self.before_signs(start, first);
        let stands_alone =
            open < first || first == start || self.tokens[first - 1].quote().is_some();
        if !cue.frames.names_speaker() && !stands_alone {
            return None;
        }
        let possessive = (at + 1..after).find(|i| self.tokens[*i].is(class::POSSESSIVE));
        let speaker = match possessive {
            Some(owner) => Phrase {
                start: owner,
                end: owner + 1,
            },
            None => self.named_behind(after, end)?,
        };
        // "En su opinión" does not say whether a man or a woman: whoever acted last.
        let is_told =
            possessive.is_none_or(|owner| self.tokens[owner].word.gender != Gender::Unknown);
        let words = &self.tokens[speaker.start..speaker.end];
        let people = class::ROLE | class::SUBJECT | class::ORGANISATION;
        let is_person = |token: &Token| is_name(token) || token.is(people);
        let small = class::TEMPORAL | class::DETERMINER | class::ADVERB;
        if self.is_nobody(speaker)
            || !cue.frames.names_speaker() && !words.iter().any(is_person)
            || words
                .iter()
                .all(|token| token.is(small) && !is_person(token))
        {
            return None;
        }
        let to = speaker.end.max(after);
        let layout = if first == start || open == start {
            let to = self.behind_relative(to, end);
            let content = to + usize::from(self.sign_at(to, end, &[',', ':']));
            Layout::Introduces(content, self.opening_at(content, end))
        } else {
            Layout::Tag(Phrase {
                start: open,
                end: to,
            })
        };
        let tokens = Phrase {
            start: first,
            end: after,
        };
        Some(Report::new(tokens, cue, is_told.then_some(speaker), layout))
    }

    /// "Según el informe│, al que tuvo acceso este diario│, el terreno": the comma that closes a relative clause which
    /// opens at `at`; `at` without one.
    fn behind_relative(&self, at: usize, end: usize) -> usize {
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        let opens = self.sign_at(at, end, &[','])
            && (is(at + 1, class::RELATIVE)
                || is(at + 1, class::PREPOSITION) && is(at + 2, class::RELATIVE));
        let close = (at + 1..end).find(|at| self.tokens[*at].is_sign(','));
        close.filter(|_| opens).unwrap_or(at)
    }

    /// The phrase behind "laut", without what a comma separates from it unless words follow that too.
    pub(super) fn named_behind(&self, after: usize, end: usize) -> Option<Phrase> {
        let joins = self
            .tokens
            .get(after)
            .is_some_and(|token| token.obeys(rule::OF));
        let phrase = phrase_after(&self.tokens, after + usize::from(joins), end)?;
        let phrase = self.without_clause(phrase);
        let comma = (phrase.start..phrase.end).find(|at| self.tokens[*at].is_sign(','));
        let is_last = !self.tokens[phrase.end..end]
            .iter()
            .any(|token| token.is_word() || token.quote().is_some());
        // "selon son agent, Greta Solms."
        let names = |comma: &usize| self.tokens[*comma + 1..phrase.end].iter().all(is_name);
        let end = comma
            .filter(|comma| is_last && !names(comma))
            .unwrap_or(phrase.end);
        Some(Phrase {
            start: phrase.start,
            end,
        })
    }

    /// "Dem Bericht zufolge": the cue names the speaker before it.
    pub(super) fn report_behind_speaker(
        &self,
        cue: CueVerb,
        start: usize,
        at: usize,
        end: usize,
    ) -> Option<Report> {
        let speaker = subject_before(&self.tokens, start, at)?;
        let open = self.before_signs(start, speaker.start);
        let layout = if open == start {
            Layout::Introduces(at + 1, self.opening_at(at + 1, end))
        } else {
            Layout::Tag(Phrase {
                start: open,
                end: at + 1,
            })
        };
        (at + 1 < end || open > start)
            .then(|| Report::new(Phrase::of(at), cue, Some(speaker), layout))
    }

    /// Hatice Brandl: „…“ / Chefarzt Wieberg wurde laut: „…“ / Die Antwort der Landrätin kam prompt: Sie habe …
    /// A colon without a verb of saying, before marks or the mood of reported speech.
    pub(super) fn report_of_colon(
        &self,
        start: usize,
        at: usize,
        end: usize,
        found: &[Report],
    ) -> Option<Report> {
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < end)?;
        if next.quote().is_none() && !self.is_reported_mood(at + 1, end) {
            return None;
        }
        let is_covered = found.last().is_some_and(|report| match report.layout {
            Layout::Introduces(content, _) => content == at + 1,
            Layout::Tag(tag) => tag.end >= at,
        });
        if is_covered || self.bears_inscription(start, at, at) {
            return None;
        }
        let is_clause = self.tokens[start..at].iter().rev().any(is_finite);
        let named = phrase_after(&self.tokens, start, at);
        let speaker = named
            .filter(|phrase| phrase.end == at && !is_clause)
            .or_else(|| self.subject_behind_naming(found, at))
            .or_else(|| found.last().and_then(|report| report.speaker))
            .or_else(|| self.first_subject(start, at))
            .or_else(|| self.subject_of_unlisted(start, at))
            .or_else(|| named.filter(|_| !is_clause));
        if speaker.is_some_and(|speaker| self.is_nobody(speaker)) {
            return None;
        }
        let layout = Layout::Introduces(at + 1, self.opening_at(at + 1, end));
        Some(Report::without_verb(Phrase::of(at), speaker, layout))
    }

    /// "Pour le groupe, c'est │Anne Lebrun│ qui a pris la parole : «": the subject of the clause before the colon at `colon`
    /// that a phrase like "pour le groupe" opens.
    fn subject_behind_naming(&self, found: &[Report], colon: usize) -> Option<Phrase> {
        let last = found.last()?;
        let Layout::Introduces(content, _) = last.layout else {
            return None;
        };
        let is_naming = last.verb.is_some_and(|verb| !verb.frames.is_verb());
        let subject =
            (is_naming && content < colon).then(|| self.first_subject(content, colon))??;
        self.is_somebody(subject).then_some(subject)
    }

    /// "À ses côtés, │la pharmacienne│ hoche la tête : «": somebody who opens the clause before the colon at `colon`,
    /// and behind whom stands a word that no table holds.
    fn subject_of_unlisted(&self, start: usize, colon: usize) -> Option<Phrase> {
        let is_comma = |at: &usize| self.tokens[*at].is_sign(',');
        let comma = (start..colon).find(is_comma);
        let firsts = [Some(start), comma.map(|comma| comma + 1)];
        firsts.into_iter().flatten().find_map(|first| {
            let mut phrase = self.without_clause(phrase_after(&self.tokens, first, colon)?);
            // "Inès Belkacem hoche": a small word behind a name is no part of it.
            let follows_name = |at: &usize| {
                is_name(&self.tokens[at - 1]) && self.tokens[*at].kind == TokenKind::Lower
            };
            let verb = (phrase.start + 1..phrase.end).find(follows_name);
            phrase.end = verb.unwrap_or(phrase.end);
            let verb = self.tokens.get(phrase.end).filter(|_| phrase.end < colon)?;
            let can_act = verb.kind == TokenKind::Lower && verb.is_plain();
            (can_act && self.is_somebody(phrase)).then_some(phrase)
        })
    }

    /// Whether something that bears written words is named near token `at` of a sentence: a banner, a sign.
    pub(in crate::extract) fn bears_inscription(
        &self,
        start: usize,
        at: usize,
        end: usize,
    ) -> bool {
        let (start, end) = (
            start.max(at.saturating_sub(MAX_REACH)),
            end.min(at + MAX_REACH),
        );
        let mut words = self.tokens[start..end].iter();
        words.any(|token| token.obeys(rule::INSCRIPTION))
    }
}
