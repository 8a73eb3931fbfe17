//! Cue verbs of a sentence in languages with freer word order than English.
//!
//! German, French, Spanish and Russian put the subject of a tag behind the verb, leave it out, and set marks
//! before the comma. So a cue is read by its clause (see [`super::verbs`]):
//!
//! ```text
//! „…“, hatte Landrätin Aumann zu Beginn gesagt.      tag behind a quoted string
//! Das Haus koste zu viel, sagte Henke.                tag behind reported words without marks
//! Den Beschäftigten sicherte sie zu: „…“              introduces what follows
//! Aumann hat den Plan als „…“ bezeichnet.             introduces what stands before the participle
//! Laut Henke …   selon lui, …   по его словам, …      the phrase names the speaker
//! Wie die Polizei mitteilte, …                        a clause that only names who said it
//! ```
//!
//! One walk over the tokens of the sentence, each cue looking no further than its clause.

mod contents;
mod namings;
mod tags;
#[cfg(test)]
mod tests;

use super::Reader;
use super::phrases::{Phrase, is_name, phrase_after};
use super::reports::{Layout, Opening, Report};
use super::tokens::TokenKind;
use super::verbs::Verb;
use crate::lexicon::{VerbForm, class, rule};

/// Longest stretch between a cue and the words that it introduces, in tokens.
const MAX_REACH: usize = 30;
/// Fewest words of a quoted string that somebody says who is not named in its sentence.
const SPEECH_WORDS: usize = 3;

impl Reader<'_> {
    /// The cues of the sentence that is the tokens `start..end`, in order.
    pub(super) fn reports_by_clause(&self, start: usize, end: usize) -> Vec<Report> {
        let mut found: Vec<Report> = Vec::new();
        let mut next = start;
        for at in start..end {
            let token = &self.tokens[at];
            if at < next {
                continue;
            }
            let report = if token.is_sign(':') {
                self.report_of_colon(start, at, end, &found)
            } else if token.is(class::CUE) && (token.kind == TokenKind::Lower || at == start) {
                self.report_of_cue(start, at, end, &found)
            } else if at > start && token.kind == TokenKind::Lower {
                self.report_of_unlisted(start, at, end)
            } else {
                None
            };
            if let Some(report) = report {
                next = match report.layout {
                    Layout::Tag(tag) => tag.end,
                    Layout::Introduces(content, _) => content.min(report.cue.end).max(at + 1),
                };
                found.push(report);
            }
        }
        found
    }

    fn report_of_cue(
        &self,
        start: usize,
        at: usize,
        end: usize,
        found: &[Report],
    ) -> Option<Report> {
        let (cue, form, after) = self.cue_reading(at, end)?;
        if cue.frames.follows_speaker() {
            return self.report_behind_speaker(cue, start, at, end);
        }
        if !cue.frames.is_verb() {
            return self.report_of_naming(cue, start, at, after, end);
        }
        let verb = self.verb(start, end, at, form, after)?;
        let has_subject = match form {
            VerbForm::Gerund => false,
            VerbForm::Base => verb.group < at && self.tokens[verb.group].is(class::AUXILIARY),
            _ => true,
        };
        let subject = self.subject(&verb, end).filter(|_| has_subject);
        let own = match subject {
            Some(subject) if self.is_nobody(subject) => Some(self.place_of_nobody(subject, end)?),
            Some(subject) => Some(subject),
            None => self.speaking_place(&verb, end),
        };
        let speaker = own
            .or_else(|| found.last().and_then(|report| report.speaker))
            .or_else(|| self.shared_subject(start, &verb, form));
        let from = own.map_or(verb.group, |subject| subject.start.min(verb.group));
        let to = own.map_or(verb.after, |subject| subject.end.max(verb.after));
        let tag = self.tag(start, from, to, end, &verb, cue).map(Layout::Tag);
        let layout = tag
            .or_else(|| self.content_behind_clause(start, verb.group, to, end))
            .or_else(|| {
                let (content, opening) = self
                    .content_before_participle(&verb)
                    .or_else(|| self.introduced(cue, &verb, to, end))?;
                let is_credited = speaker.is_some()
                    || opening == Opening::That
                    || self.quoted_words(content, end) >= SPEECH_WORDS;
                is_credited.then_some(Layout::Introduces(content, opening))
            })?;
        let tokens = Phrase {
            start: at,
            end: if verb.after > at + 2 { at + 1 } else { after },
        };
        Some(Report {
            is_dependent: own.is_none(),
            ..Report::new(tokens, cue, speaker, layout)
        })
    }

    /// «…», remachó el alcalde: a word that no table holds, or a verb that is no cue, right behind a quoted
    /// string and its sign, with somebody as its subject behind it.
    fn report_of_unlisted(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        let token = &self.tokens[at];
        let open = self.before_signs(start, at);
        let is_verb = token.word.classes & !(class::VERB | class::GERUND) == 0;
        if !is_verb || open == at || open == start || !self.follows_quote(start, open, at) {
            return None;
        }
        let speaker = self.without_clause(phrase_after(&self.tokens, at + 1, end)?);
        let people = class::ROLE | class::TITLE | class::ORGANISATION | class::SUBJECT;
        let mut words = self.tokens[speaker.start..speaker.end].iter();
        let is_somebody = words.any(|token| is_name(token) || token.is(people));
        (is_somebody && !self.is_nobody(speaker)).then(|| {
            let tag = Phrase {
                start: open,
                end: self.end_of_quote_tag(speaker.end, end),
            };
            Report::without_verb(Phrase::of(at), Some(speaker), Layout::Tag(tag))
        })
    }

    /// The subject that a verb without its own shares with another: an infinitive or gerund with the first
    /// verb of the sentence, a verb behind "and" with the one before it.
    fn shared_subject(&self, start: usize, verb: &Verb, form: VerbForm) -> Option<Phrase> {
        if matches!(form, VerbForm::Base | VerbForm::Gerund) {
            return self.first_subject(start, verb.group);
        }
        let is_joined = verb.group > start && self.tokens[verb.group - 1].is(class::CONJUNCTION);
        is_joined
            .then(|| self.last_subject(start, verb.group - 1))
            .flatten()
    }

    /// "man", "on": nobody in particular, or a thing that only bears the words.
    fn is_nobody(&self, subject: Phrase) -> bool {
        let words = &self.tokens[subject.start..subject.end];
        words.len() == 1 && words[0].obeys(rule::IMPERSONAL)
            || words.iter().any(|token| token.obeys(rule::INSCRIPTION))
    }

    /// "heißt es in dem Bericht": what speaks where nobody does.
    fn place_of_nobody(&self, subject: Phrase, end: usize) -> Option<Phrase> {
        let opens = subject.end < end && self.tokens[subject.end].obeys(rule::PLACE_SPEAKER);
        let place = opens
            .then(|| phrase_after(&self.tokens, subject.end + 1, end))
            .flatten()?;
        Some(self.without_clause(place))
    }
}
