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
mod moods;
mod namings;
mod passives;
mod tags;
#[cfg(test)]
mod tests;

use super::Reader;
use super::phrases::{Phrase, is_name, phrase_after, simple_phrase_end};
use super::reports::{Layout, Opening, Report};
use super::tokens::{Token, TokenKind};
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
        // "a balbutié l'accusé"
        let is_noun = form == VerbForm::Participle
            && at > start
            && self.tokens[at].is(class::ROLE)
            && self.tokens[at - 1].is(class::DETERMINER | class::POSSESSIVE);
        if is_noun {
            return None;
        }
        if !cue.frames.is_verb() {
            return self.report_of_naming(cue, start, at, after, end);
        }
        if form == VerbForm::Participle
            && let Some(report) = self.report_of_participle(cue, start, at, end)
        {
            return Some(report);
        }
        let verb = self.verb(start, end, at, form, after)?;
        if form == VerbForm::Participle && self.is_passive(cue, &verb) {
            return self.report_of_passive(cue, &verb, end);
        }
        let has_subject = match form {
            VerbForm::Gerund => false,
            _ if self.is_of_infinitive(start, &verb) => false,
            VerbForm::Base => verb.group < at && self.tokens[verb.group].is(class::AUXILIARY),
            _ => true,
        };
        // "calificó la instrucción de «chapuza»": no subject.
        let is_object = |subject: &Phrase| {
            subject.start >= verb.after && !cue.frames.direct() && !self.is_somebody(*subject)
        };
        let subject = self.subject(&verb, end);
        let subject = subject.filter(|subject| has_subject && !is_object(subject));
        let own = match subject {
            Some(subject) if self.is_audience_of_place(&verb, subject) => {
                self.speaking_place(&verb, end)
            }
            Some(subject) if self.is_nobody(subject) => {
                let place = self.place_of_nobody(subject, &verb, end);
                if place.is_none() && !self.goes_on_saying(subject, &verb, end) {
                    return None;
                }
                place
            }
            Some(subject) => Some(subject),
            None => self.speaking_place(&verb, end),
        };
        let own = own.map(|own| self.within_aside(start, own, end));
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

    /// "Как сообщает │«Вестник»│, клуб …": a subject in a clause that only names who said it, without the clause behind it
    /// that could be one more apposition.
    fn within_aside(&self, start: usize, subject: Phrase, end: usize) -> Phrase {
        let mut before = (start..subject.start)
            .rev()
            .take_while(|at| !self.is_stop(*at));
        let is_aside = before.any(|at| self.tokens[at].obeys(rule::AS));
        let is_last = !self.tokens[subject.end..end].iter().any(Token::is_word);
        let comma = (subject.start..subject.end).find(|at| self.tokens[*at].is_sign(','));
        Phrase {
            start: subject.start,
            end: comma.filter(|_| is_aside && is_last).unwrap_or(subject.end),
        }
    }

    /// «…», remachó el alcalde: a word that no table holds, or a verb that is no cue, right behind a quoted
    /// string and its sign, with somebody as its subject behind it.
    fn report_of_unlisted(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        let token = &self.tokens[at];
        let group = self.verb_group(start, at);
        let open = self.before_signs(start, group);
        let is_verb = token.word.classes & !(class::VERB | class::GERUND) == 0;
        if !is_verb || open == group || open == start || !self.follows_quote(start, open, group) {
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

    /// "explique avoir écrit", "d'avoir appris": whether the auxiliary of a verb is an infinitive.
    fn is_of_infinitive(&self, start: usize, verb: &Verb) -> bool {
        let follows_mark = verb.group > start && self.tokens[verb.group - 1].is(class::INFINITIVE);
        let auxiliary = (verb.group..verb.at).find(|at| self.tokens[*at].is(class::AUXILIARY));
        let is_last = self
            .grammar()
            .is_some_and(|grammar| grammar.participle_last);
        !is_last && (follows_mark || auxiliary.is_some_and(|at| self.ends_as_infinitive(at)))
    }

    /// The subject that a verb without its own shares with another: an infinitive or gerund with the first
    /// verb of the sentence, a verb behind "and" with the one before it.
    fn shared_subject(&self, start: usize, verb: &Verb, form: VerbForm) -> Option<Phrase> {
        if matches!(form, VerbForm::Base | VerbForm::Gerund) {
            return self.first_subject(start, verb.group);
        }
        // "celebra el retraso, que considera «un respiro»"
        let joins = class::CONJUNCTION | class::RELATIVE;
        let is_joined = verb.group > start && self.tokens[verb.group - 1].is(joins);
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

    /// "heißt es in dem Bericht", "aus dem Rathaus hieß es", "a-t-on appris de source proche": what speaks where nobody
    /// does.
    fn place_of_nobody(&self, subject: Phrase, verb: &Verb, end: usize) -> Option<Phrase> {
        if let Some(place) = self.place_before(verb) {
            return Some(place);
        }
        let at = subject.end.max(verb.after);
        let opening = self.tokens.get(at).filter(|_| at < end)?;
        // "auprès du ministère"
        let hangs = self.tokens.get(at + 1).is_some_and(|t| t.is(class::CLOSE));
        let first = at + 1 + usize::from(hangs);
        let place = self.without_clause(phrase_after(&self.tokens, first, end)?);
        let is_inverted = subject.start > verb.group;
        let speaks = opening.obeys(rule::PLACE_SPEAKER)
            || opening.is(class::CLOSE) && is_inverted && self.is_somebody(place);
        speaks.then_some(place)
    }

    /// "Aus │der Staatskanzlei│ hieß es": the place that opens the clause and ends right before its verb.
    fn place_before(&self, verb: &Verb) -> Option<Phrase> {
        let opening = self
            .tokens
            .get(verb.floor)
            .filter(|_| verb.floor + 1 < verb.group)?;
        let place = Phrase {
            start: verb.floor + 1,
            end: simple_phrase_end(&self.tokens, verb.floor + 1, verb.group),
        };
        (opening.obeys(rule::PLACE_SPEAKER) && place.end == verb.group).then_some(place)
    }

    /// "heißt es weiter": whether an adverb behind a verb whose subject is nobody says that the same words go on.
    fn goes_on_saying(&self, subject: Phrase, verb: &Verb, end: usize) -> bool {
        let behind = subject.end.max(verb.after);
        subject.start > verb.group && behind < end && self.tokens[behind].is(class::ADVERB)
    }
}
