//! Cues that name whose words they are behind them, or nobody at all.
//!
//! ```text
//! The plan was called “a mess” by │its opponents│.     the agent of a passive
//! Asked whether it would hold, Lee left.               who asked is not told
//! ```

use super::subjects::MAX_QUOTED;
use super::{Layout, Opening, Report};
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, phrase_after};
use crate::extract::tokens::TokenKind;
use crate::lexicon::{CueVerb, VerbForm, class};

/// Words that open no complement of a passive.
const ASIDE: u64 = class::PREPOSITION
    | class::TEMPORAL
    | class::CONJUNCTION
    | class::SUBORDINATOR
    | class::OCCASION
    | class::ADVERB;

impl Reader<'_> {
    /// "was described as": the speaker, if any, stands behind "by".
    pub(super) fn passive(&self, verb: CueVerb, cue: Phrase, end: usize) -> Option<Report> {
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        // "was quoted as saying": the verb that follows reports.
        let is_said_behind = |at: usize| is(at, class::COMPARISON) && is(at + 1, class::GERUND);
        let near = cue.end..end.min(cue.end + MAX_QUOTED);
        let mut near = near.take_while(|at| !self.is_stop(*at));
        if near.any(is_said_behind) {
            return None;
        }
        let by = (cue.end..end).find(|at| self.tokens[*at].is(class::AGENT));
        let speaker = by.and_then(|by| phrase_after(&self.tokens, by + 1, end));
        // "asked by a reporter if …"
        let behind = speaker.filter(|agent| agent.start == cue.end + 1);
        let after = behind.map_or(cue.end, |agent| agent.end);
        if is_said_behind(after) {
            return None;
        }
        // "is understood to be close": what is told of the subject.
        let of_subject = is(after, class::INFINITIVE) && verb.frames.clause();
        let (content, opening) = if of_subject {
            (after, Some(Opening::Infinitive))
        } else {
            self.complement(&verb, after, end)
        };
        let clause = self.tokens[content..end].iter();
        let mut clause = clause.take_while(|token| !token.is_sign(','));
        // "was condemned by Lee on Monday": when, where and what else are no words of hers.
        let tells_nothing = opening == Some(Opening::Object)
            && is(content, ASIDE)
            && !is(content, class::COMPARISON)
            && !clause.any(|token| token.quote().is_some());
        // "was accused by Lee of theft"
        let names_charge = verb.frames.is_charge() && is(content, class::CLOSE);
        // "was attacked and bitten by a dog"
        let is_pair = opening == Some(Opening::Object) && is(content, class::CONJUNCTION);
        if is_pair || behind.is_some() && tells_nothing && !names_charge {
            return None;
        }
        let layout = Layout::Introduces(content, opening?);
        let has_quote = self.tokens[content..end]
            .iter()
            .any(|token| token.quote().is_some());
        // "It was reported that the dam was built by Roy": Roy has built it.
        let is_told = of_subject || matches!(opening, Some(Opening::That | Opening::Clause));
        // "was asked about a letter published by the Courier": the Courier has published it.
        let is_of_other = |agent: Phrase| {
            let mut between = content + 1..(agent.start - 1).max(content + 1);
            between.any(|at| {
                let token = &self.tokens[at];
                let is_verb = token.is(class::VERB | class::CUE) && !token.is(class::GERUND);
                is_verb && token.kind == TokenKind::Lower && self.stands_as_verb(at)
            })
        };
        let speaks = |agent: &Phrase| {
            agent.start < content || !is_told && (has_quote || !is_of_other(*agent))
        };
        let speaker = speaker.filter(speaks);
        Some(Report {
            is_impersonal: speaker.is_none(),
            ..Report::new(cue, verb, speaker, layout)
        })
    }

    /// "Asked whether it would hold, Lee …", "when asked about the dam": what somebody was asked, by nobody in particular,
    /// in words without marks.
    pub(super) fn asked(
        &self,
        (verb, form): (CueVerb, VerbForm),
        cue: Phrase,
        (start, group, end): (usize, usize, usize),
    ) -> Option<Report> {
        let opens = group == start
            || self.tokens[group - 1].is(class::SUBORDINATOR)
            || self.tokens[group - 1].is_sign(',');
        let is_asked = form == VerbForm::Past && verb.frames.audience() && verb.frames.question();
        if !opens || !is_asked {
            return None;
        }
        let (content, opening) = self.complement(&verb, cue.end, end);
        let mut words = self.tokens[content..end].iter();
        let is_quoted = words
            .by_ref()
            .take_while(|token| !token.is_sign(','))
            .any(|token| token.quote().is_some());
        let layout = Layout::Introduces(content, opening?);
        // "asked the board": whom, and not what; "asked about it" says nothing.
        let is_topic = opening == Some(Opening::Object);
        let is_pronoun = || self.tokens[content + 1].is(class::OBJECT | class::NEUTER);
        let is_named = || content + 1 < end && verb.takes(self.folded(content)) && !is_pronoun();
        let is_told = !is_topic || is_named();
        (!is_quoted && is_told).then(|| Report {
            is_impersonal: true,
            ..Report::new(cue, verb, None, layout)
        })
    }
}
