//! Cues that are no verbs: a noun with an owner, a feeling in quotation marks.
//!
//! ```text
//! Roy dismissed │Lee's│ claim that the plan was “a mess”.     what an owned noun introduces is its owner's
//! remarks │by Lee│ on Monday that the plan was “a mess”
//! │The mayor│ was “deeply troubled” by the plan.              only she can have said how she feels
//! ```

use super::{Layout, Opening, Report};
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, phrase_after, simple_phrase_end, subject_before};
use crate::extract::tokens::TokenKind;
use crate::lexicon::{CueNoun, CueVerb, Gender, class};

/// How many tokens before a noun its owner may stand ("Lee's much repeated claim").
const MAX_OWNED: usize = 4;
/// Most tokens between a verb and the noun that tells what it says ("made yet another call").
const MAX_MODIFIERS: usize = 5;
/// How many phrases may stand between a noun and its clause ("on Monday in Orme").
const MAX_BETWEEN: usize = 3;
/// Most tokens between a promise and its quoted words.
const MAX_PROMISE: usize = 8;
/// Most words of a feeling in quotation marks.
const MAX_FEELING: usize = 5;

impl Reader<'_> {
    /// The noun at `at` as a cue, if somebody owns it and a clause with "that" stands behind it.
    pub(super) fn noun_report(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        if self.tokens[at].kind != TokenKind::Lower {
            return None;
        }
        if self.tokens[at].is(class::OUTCRY) {
            return self.outcry(start, at, end);
        }
        if !self.tokens[at].is(class::CUE_NOUN) {
            return None;
        }
        let cue = *self.lexicon?.cue_noun(self.folded(at))?;
        let verb = cue.verb;
        if let Some(report) = self.adjective_report(&cue, start, at, end) {
            return Some(report);
        }
        // "made a call to the board"
        let names_audience = at + 2 < end
            && self.tokens[at + 1].is(class::INFINITIVE)
            && !self.opens_infinitive(at + 1, end);
        let owner = self.owner(start, at);
        let utterer = || self.utterer(start, at).filter(|_| !names_audience);
        let mut speaker = owner.or_else(utterer);
        if let Some(report) = self.linked_report(&cue, speaker, at, end) {
            return Some(report);
        }
        let mut next = at + 1;
        for _ in 0..MAX_BETWEEN {
            let token = self.tokens.get(next).filter(|_| next < end)?;
            if token.is(class::COMPLEMENTIZER) || self.promises(&verb, next, end) {
                break;
            }
            if token.is(class::ORIGIN) && speaker.is_none() {
                speaker = Some(phrase_after(&self.tokens, next + 1, end)?);
            }
            next = match () {
                () if token.is(class::TEMPORAL) => next + 1,
                () if token.is(class::PREPOSITION) => {
                    let behind = simple_phrase_end(&self.tokens, next + 1, end);
                    let time = self.skip_adverbs(next + 1, end);
                    behind.max(time)
                }
                () => return None,
            };
        }
        let promises = self.promises(&verb, next, end);
        let is_clause = promises || next < end && self.tokens[next].is(class::COMPLEMENTIZER);
        let opening = if promises {
            Opening::Infinitive
        } else {
            Opening::That
        };
        let layout = Layout::Introduces(next, opening);
        let report = Report::new(Phrase::of(at), verb, Some(speaker?), layout);
        is_clause.then_some(Report {
            is_noun: true,
            ..report
        })
    }

    /// "│Lee│ was confident that it would pass", "eager to leave": the adjective at `at` as a cue, behind a form of "be".
    fn adjective_report(
        &self,
        cue: &CueNoun,
        start: usize,
        at: usize,
        end: usize,
    ) -> Option<Report> {
        let group = self.group_start(start, at);
        let next = at + 1;
        if next + 1 >= end || !self.has_copula(group, at) {
            return None;
        }
        let subject = subject_before(&self.tokens, start, group)?;
        let is_nobody = self.tokens[subject.start].is(class::NEUTER);
        let link = &self.tokens[next];
        let takes = cue.takes(self.folded(next));
        let (content, opening) = match () {
            () if link.is(class::COMPLEMENTIZER) => (next, Opening::That),
            () if takes && link.is(class::INFINITIVE) => (next, Opening::Infinitive),
            () if takes => (next + 1, Opening::Object),
            () if link.is(class::SUBJECT) => (next, Opening::Clause),
            () => return None,
        };
        let layout = Layout::Introduces(content, opening);
        let is_sure = opening != Opening::Object || !self.holds_marks(content, end);
        (!is_nobody && is_sure)
            .then(|| Report::new(Phrase::of(at), cue.verb, Some(subject), layout))
    }

    /// "│Lee│'s criticism of the plan", "her refusal to leave": the noun at `at` as a cue, with what stands behind its
    /// preposition or its "to".
    fn linked_report(
        &self,
        cue: &CueNoun,
        speaker: Option<Phrase>,
        at: usize,
        end: usize,
    ) -> Option<Report> {
        let next = at + 1;
        if next + 1 >= end || !cue.takes(self.folded(next)) {
            return None;
        }
        let is_verb = self.tokens[next].is(class::INFINITIVE) && cue.verb.frames.infinitive();
        let (content, opening) = if is_verb {
            (next, Opening::Infinitive)
        } else {
            (next + 1, Opening::Object)
        };
        let layout = Layout::Introduces(content, opening);
        let report = Report {
            is_noun: true,
            ..Report::new(Phrase::of(at), cue.verb, Some(speaker?), layout)
        };
        (self.is_own_string(content, end) || !self.holds_marks(content, end)).then_some(report)
    }

    /// "her call for │“a total ban”": whether a quoted string stands right behind the link of a noun, with no more than an
    /// article before it.
    fn is_own_string(&self, content: usize, end: usize) -> bool {
        let is_quote = |at: usize| at < end && self.tokens[at].quote().is_some();
        is_quote(content) || self.tokens[content].is(class::DETERMINER) && is_quote(content + 1)
    }

    /// Whether the tokens up to the next comma hold a quoted string, which another cue may report.
    fn holds_marks(&self, start: usize, end: usize) -> bool {
        let mut inside = self.tokens[start..end].iter();
        let mut inside = inside.by_ref().take_while(|token| !token.is_sign(','));
        inside.any(|token| token.quote().is_some())
    }

    /// "Lee's pledge │to be “neutral”": whether quoted words stand behind the "to" at `at` that the verb of a noun takes.
    fn promises(&self, verb: &CueVerb, at: usize, end: usize) -> bool {
        let is_to = at < end && self.tokens[at].is(class::INFINITIVE);
        let mut near = (at..end)
            .take(MAX_PROMISE)
            .take_while(|at| !self.is_stop(*at));
        is_to && verb.frames.infinitive() && near.any(|at| self.tokens[at].quote().is_some())
    }

    /// "chants of “Out!” from the crowd": the noun at `at` as a cue, if the words that were called out stand behind it.
    fn outcry(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        let tokens = &self.tokens;
        let of = tokens.get(at + 1).filter(|_| at + 2 < end)?;
        let fits = of.is(class::CLOSE) && tokens[at + 2].quote().is_some();
        let from = at + 3;
        let crowd = || {
            let is_from = from + 1 < end && tokens[from].is(class::ORIGIN);
            is_from.then(|| phrase_after(tokens, from + 1, end))?
        };
        // "answered with chants", but "was met with chants"
        let subject = || {
            let with = at.checked_sub(1).filter(|with| *with > start)?;
            let verb = (start..with)
                .rev()
                .find(|at| tokens[*at].is(class::VERB | class::CUE))?;
            let group = self.group_start(start, verb);
            let is_theirs = tokens[with].is(class::ABSOLUTE) && !self.has_copula(group, verb);
            is_theirs.then(|| subject_before(tokens, start, group))?
        };
        let theirs = || {
            let owner = at.checked_sub(1).filter(|owner| *owner >= start)?;
            tokens[owner]
                .is(class::POSSESSIVE)
                .then(|| Phrase::of(owner))
        };
        let owner = self.owner(start, at).or_else(theirs);
        let speaker = owner.or_else(crowd).or_else(subject);
        let layout = Layout::Introduces(at + 2, Opening::Quote);
        fits.then(|| Report {
            is_noun: true,
            ..Report::without_verb(Phrase::of(at), speaker, layout)
        })
    }

    /// "│Lee│ made the bold claim that", "│Lee│ has renewed calls for": who says what the noun at `at` names, behind a verb
    /// that adds nothing to it.
    fn utterer(&self, start: usize, at: usize) -> Option<Phrase> {
        let tokens = &self.tokens;
        let lexicon = self.lexicon?;
        let utters = |at: &usize| {
            tokens[*at].kind == TokenKind::Lower && lexicon.is_uttering(self.folded(*at))
        };
        let leads = |at: &usize| {
            let token = &tokens[*at];
            let other = class::PREPOSITION | class::SUBJECT | class::OBJECT | class::AUXILIARY;
            token.kind == TokenKind::Lower && !token.is(other)
        };
        let mut before = (start + 1..at).rev().take(MAX_MODIFIERS).take_while(leads);
        let verb = before.find(utters)?;
        let group = self.group_start(start, verb);
        let is_gerund = tokens[verb].is(class::GERUND);
        if self.has_copula(group, verb) && !is_gerund {
            return None; // "claims were made that"
        }
        let own = || {
            subject_before(tokens, start, group)
                .or_else(|| self.subject_behind_relative(start, group))
        };
        let is_bare =
            is_gerund && group == verb || group > start && tokens[group - 1].is(class::INFINITIVE);
        let subject = if is_bare { None } else { own() };
        subject
            .or_else(|| self.nearest_subject(start, group))
            .filter(|subject| self.is_somebody(*subject))
    }

    /// Whose the noun at `at` is: "│Ann Lee│'s repeated claim", "│her│ claim".
    fn owner(&self, start: usize, at: usize) -> Option<Phrase> {
        let tokens = &self.tokens;
        let mut before = (start..at).rev().take(MAX_OWNED);
        let owned = before.find(|at| {
            let token = &tokens[*at];
            token.kind == TokenKind::Genitive || token.is(class::POSSESSIVE)
        })?;
        let is_bare = tokens[owned + 1..at]
            .iter()
            .all(|token| token.is_word() && !token.is(class::PREPOSITION | class::DETERMINER));
        let owner = if tokens[owned].kind == TokenKind::Genitive {
            subject_before(tokens, start, owned).filter(|owner| owner.end == owned)?
        } else {
            let is_person = tokens[owned].word.gender != Gender::Unknown;
            is_person.then(|| Phrase::of(owned))?
        };
        is_bare.then_some(owner)
    }

    /// The form of "be" at `at` as a cue, if a feeling in quotation marks stands behind it.
    pub(super) fn felt(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        let quoted = self.skip_adverbs(at + 1, end);
        let quote = self.tokens.get(quoted).filter(|_| quoted < end)?.quote()?;
        let inner = self.quotes[quote].inner.slice(self.text);
        let last = inner.split_whitespace().next_back()?;
        let last = last.trim_matches(|sign: char| !sign.is_alphanumeric());
        let word = self.lexicon?.word(&last.to_lowercase());
        let is_feeling =
            word.classes & class::FEELING != 0 && inner.split_whitespace().count() <= MAX_FEELING;
        let subject = is_feeling
            .then(|| subject_before(&self.tokens, start, self.group_start(start, at)))??;
        let layout = Layout::Introduces(quoted, Opening::Quote);
        let fits = self.is_somebody(subject) && !self.tokens[subject.start].is(class::RELATIVE);
        fits.then(|| Report::without_verb(Phrase::of(at), Some(subject), layout))
    }
}
