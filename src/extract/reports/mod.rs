//! Cue verbs of a sentence: who reports, and where the reported words begin.
//!
//! A cue verb reports in one of two ways. It **introduces** what comes after it, or it is a **tag**: a
//! short insertion behind or between the reported words.
//!
//! ```text
//! Lee told reporters on Monday that the plan was “a mess”.     introduces from "that" on
//! “We lost,” said Lee, the mayor, “but we go on.”              tag between the two halves
//! The plan, Lee said, was “a mess”.                            tag inside a clause
//! ```
//!
//! Which it is follows from what stands on both sides: a tag has reported words before it and no clause
//! of its own behind it.

mod according;
mod agents;
mod forms;
mod inverted;
mod joined;
mod neighbours;
mod nominal;
mod nouns;
mod subjects;
#[cfg(test)]
mod tests;
mod unlisted;

use super::Reader;
use super::phrases::{Phrase, phrase_after};
use super::tokens::TokenKind;
use crate::lexicon::{CueVerb, VerbForm, class};

/// A cue in its sentence.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// Tokens of the cue itself: the verb with its particle, "according to".
    pub cue: Phrase,
    pub verb: Option<CueVerb>,
    pub speaker: Option<Phrase>,
    pub layout: Layout,
    /// Whether the verb could as well be a plural noun: a form in -s behind a noun.
    pub could_be_noun: bool,
    /// Whether the cue is the first word of its sentence.
    pub opens_sentence: bool,
    /// Whether the verb shares the subject of another ("…, adding that", "and said").
    pub is_dependent: bool,
    /// Whether the cue is a noun ("Lee's claim that").
    pub is_noun: bool,
    /// Whether the cue is a participle that tells nobody by whom: "was told that", "asked whether".
    pub is_impersonal: bool,
}

impl Report {
    /// A report of the verb `verb`, which is sure to be one and has the subject `speaker`.
    pub(super) fn new(cue: Phrase, verb: CueVerb, speaker: Option<Phrase>, layout: Layout) -> Self {
        Self {
            verb: Some(verb),
            ..Self::without_verb(cue, speaker, layout)
        }
    }

    /// A report whose cue is no verb: a sign, a dash, a noun.
    pub(super) fn without_verb(cue: Phrase, speaker: Option<Phrase>, layout: Layout) -> Self {
        Self {
            cue,
            verb: None,
            speaker,
            layout,
            could_be_noun: false,
            opens_sentence: false,
            is_dependent: false,
            is_noun: false,
            is_impersonal: false,
        }
    }
}

/// Where the reported words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// From this token on; what opens them.
    Introduces(usize, Opening),
    /// Before the tag, and perhaps behind it; the tag's own tokens.
    Tag(Phrase),
}

/// What opens reported words behind a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The word "that", or a question word.
    That,
    /// A colon, or a comma before a quoted string.
    Quote,
    /// A clause without "that".
    Clause,
    /// "to" with a verb.
    Infinitive,
    /// An object: called the remarks “…”.
    Object,
}

/// The classes of all words that can report.
const REPORTING: u64 = class::CUE | class::VERB | class::COPULA | class::CUE_NOUN;

impl Reader<'_> {
    /// The cues of the sentence that is the tokens `start..end`, in order.
    pub(super) fn reports(&self, start: usize, end: usize) -> Vec<Report> {
        if self.grammar().is_some() {
            return self.reports_by_clause(start, end);
        }
        let mut found: Vec<Report> = Vec::new();
        for at in start..end {
            let token = &self.tokens[at];
            // "hit back": a particle is no verb of its own.
            let is_particle = found.last().is_some_and(|report| report.cue.end > at);
            if !token.is(REPORTING) && !token.is_sign(':') || is_particle {
                continue;
            }
            let report = if token.is(class::CUE) && self.can_be_verb(token, at, start) {
                let last = self.sharing(&found, at);
                self.verb_report(start, at, end, last)
            } else if token.is(class::VERB) && token.kind == TokenKind::Lower {
                self.unlisted_tag(start, at, end)
            } else if token.is_sign(':') {
                let report = self.colon_report(start, at, end);
                report.or_else(|| self.headline_report(start, at, end))
            } else if token.is(class::COPULA) {
                self.felt(start, at, end)
            } else {
                None
            };
            let report = report.or_else(|| self.noun_report(start, at, end));
            found.extend(report);
        }
        found
    }

    fn verb_report(
        &self,
        start: usize,
        at: usize,
        end: usize,
        last: Option<&Report>,
    ) -> Option<Report> {
        let (verb, form, after) = self.reading(at, end)?;
        let group = self.group_start(start, at);
        let cue = Phrase {
            start: at,
            end: after,
        };
        if verb.frames.names_speaker() {
            return self.according(verb, start, cue, end);
        }
        if let Some(cue) = self.named_by_agent(start, at, end) {
            return self.according(verb, start, cue, end);
        }
        if self.is_nominal(form, group, at, start) {
            return self.inverted_plural(verb, form, cue, (start, end));
        }
        // "a fact first reported by"
        let is_bare = group == at
            || after < end
                && self.tokens[after].is(class::AGENT)
                && (group..at).all(|at| self.tokens[at].is(class::ADVERB));
        let has_agent = at > start && is_bare && self.has_agent(after, end);
        let passive = form != VerbForm::Gerund && (has_agent || self.has_copula(group, at));
        if passive && matches!(form, VerbForm::Past | VerbForm::Participle) {
            return self.passive(verb, cue, end);
        }
        if let Some(report) = self.inverted(verb, form, cue, (start, group, end)) {
            return Some(report);
        }
        let own = self.own_subject(form, start, group, at);
        if own.is_none()
            && let Some(report) = self.asked((verb, form), cue, (start, group, end))
        {
            return Some(report);
        }
        if self.is_participle(own, (verb, form), cue, (start, group, end))
            || verb.frames.of_hearing() && !own.is_some_and(|own| self.is_hearing(own))
        {
            return None;
        }
        if own.is_none()
            && last.is_some_and(|last| {
                self.goes_on_in_clause((verb, form), group, last)
                    || self.is_inserted_noun(form, at, end)
            })
        {
            return None;
        }
        if form == VerbForm::Third && own.is_some_and(|own| self.heads_object(start, own, at)) {
            return None;
        }
        let own = own.map(|own| self.over_relative(start, self.over_participle(start, own), group));
        let tag_start = own.map_or(group, |subject| subject.start);
        let (content, opening) = self.complement(&verb, after, end);
        // "It is over, Lee told them as he left": when he said it.
        let is_occasion = opening == Some(Opening::Clause)
            && self.tokens[content].is(class::OCCASION)
            && tag_start > start
            && own.is_some()
            && self.tokens[tag_start - 1].is_sign(',')
            && self.has_content_before(start, tag_start);
        let opening = opening.filter(|_| !is_occasion);
        if opening == Some(Opening::Clause)
            && self.is_infinitive(group, at)
            && !self.is_subject_and_verb(content, end)
        {
            return None; // "will struggle to maintain its networks, but …"
        }
        if let Some(content) = own.and_then(|own| self.behind_aside(start, own, after, end)) {
            let layout = Layout::Introduces(content, Opening::Clause);
            return Some(Report {
                opens_sentence: at == start,
                ..Report::new(cue, verb, own, layout)
            });
        }
        let has_auxiliary = (group..at).any(|i| self.tokens[i].is(class::AUXILIARY));
        let is_told = !has_auxiliary || matches!(form, VerbForm::Past | VerbForm::Participle);
        let tells = verb.frames.clause() && is_told;
        let is_tag = own.is_some()
            && matches!(
                form,
                VerbForm::Past | VerbForm::Third | VerbForm::Base | VerbForm::Gerund
            )
            && self.is_tag(start, tag_start, after, end, opening)
            && self.follows_told_words((start, end), tag_start, after, tells);
        let quoted = self.quoted_as_saying(after, end);
        let layout = if is_tag {
            Layout::Tag(Phrase {
                start: tag_start,
                end: self.tag_end(after, end),
            })
        } else if quoted.is_some() {
            return None; // "quoted him as saying that": what he says.
        } else {
            Layout::Introduces(content, opening?)
        };
        let speaker = quoted
            .or(own)
            .or_else(|| last.and_then(|report| report.speaker))
            .or_else(|| self.nearest_subject(start, group))
            .or_else(|| self.main_subject(start, group))
            .or_else(|| phrase_after(&self.tokens, start, group))
            .or_else(|| self.subject_of_what_follows(start, group, end));
        Some(Report {
            could_be_noun: form == VerbForm::Third
                && own.is_some_and(|own| self.is_plain_noun(own) && !self.is_finding(own))
                && !self.has_object(after, end)
                && !own.is_some_and(|own| self.leads_on(own, &verb, after, end)),
            opens_sentence: at == start,
            is_dependent: own.is_none(),
            ..Report::new(cue, verb, speaker, layout)
        })
    }

    /// Whether a form in -ed, with what `own` says is its subject, is a participle that reports nothing.
    /// `bounds`: the sentence's first token, that of the verb group, and the sentence's end.
    fn is_participle(
        &self,
        own: Option<Phrase>,
        (verb, form): (CueVerb, VerbForm),
        cue: Phrase,
        (start, group, end): (usize, usize, usize),
    ) -> bool {
        // "said Lee when asked if": somebody else asks.
        let is_aside = own.is_none()
            && matches!(form, VerbForm::Past | VerbForm::Participle)
            && group > start
            && self.tokens[group - 1].is(class::SUBORDINATOR);
        // "said Lee, asked about it"
        let is_tagged = |own: Phrase| {
            let mut before = (start + 1..own.start).rev();
            let mut words = before.by_ref().take_while(|at| self.tokens[*at].is_word());
            words.any(|at| self.tokens[at].is(class::CUE) && !self.tokens[at - 1].is_word())
        };
        let is_topic = own.is_none_or(is_tagged)
            && form == VerbForm::Past
            && verb.frames.audience()
            && verb.frames.question()
            && (group == start || self.tokens[group - 1].is_sign(','))
            && self.opens_object(&verb, cue.end, end);
        let is_reduced = |own: Phrase| {
            self.is_reduced(own, &verb, cue, (start, end))
                || self.is_apposed_name(own, &verb, cue, (group, end))
        };
        is_aside || is_topic || form == VerbForm::Past && own.is_some_and(is_reduced)
    }

    /// "│The court│ heard", "it heard": whether others speak before the subject.
    fn is_hearing(&self, subject: Phrase) -> bool {
        let noun = self.noun_of(subject);
        let word = self.folded(noun);
        self.tokens[noun].is(class::NEUTER)
            || self.lexicon.is_some_and(|lexicon| lexicon.is_hearing(word))
    }

    /// The theme that, as Lee said, │Roy showed “passion”: what stands behind an aside that opens a clause.
    fn behind_aside(&self, start: usize, own: Phrase, after: usize, end: usize) -> Option<usize> {
        let opens = own.start > start && self.tokens[own.start - 1].is(class::COMPARISON);
        let before = own.start.checked_sub(2).filter(|before| *before >= start);
        let is_first = before.is_none_or(|before| {
            let at = before;
            let before = &self.tokens[before];
            let joins =
                before.is(class::CONJUNCTION) && (at == start || self.tokens[at - 1].is_sign(','));
            joins
                || before.is_sign(',') && own.start > start + 2 && {
                    let joined = &self.tokens[own.start - 3];
                    joined.is(class::COMPLEMENTIZER | class::CONJUNCTION)
                }
        });
        let fits = opens && is_first && self.sign_at(after, end, &[',']) && after + 1 < end;
        fits.then_some(after + 1)
    }

    /// "his plan │calls for│ a vote": whether one thing behind its article has a verb with its own preposition.
    fn leads_on(&self, own: Phrase, verb: &CueVerb, after: usize, end: usize) -> bool {
        // "her past comments on"
        let modifies = class::WHEN | class::TEMPORAL | class::ADJECTIVE | class::VERB;
        let noun = &self.tokens[own.end - 1];
        let is_one = !self.is_plural_word(own.end - 1) && !noun.is(modifies);
        let first = &self.tokens[own.start];
        is_one
            && first.is(class::DETERMINER | class::POSSESSIVE)
            && own.end == own.start + 2
            && self.opens_object(verb, after, end)
    }

    /// "│the poll│ shows": whether the noun of a phrase is something that can be read, behind its article.
    fn is_finding(&self, phrase: Phrase) -> bool {
        let noun = &self.tokens[self.noun_of(phrase)];
        phrase.end > phrase.start + 1 && noun.is(class::FINDING)
    }

    /// "his office calls │the plan a mess│": whether what stands behind a form in -s makes it a verb.
    fn has_object(&self, after: usize, end: usize) -> bool {
        let object = class::DETERMINER | class::POSSESSIVE | class::OBJECT | class::SUBJECT;
        after < end && self.tokens[after].is(object)
    }
}
