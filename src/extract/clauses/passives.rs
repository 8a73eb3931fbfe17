//! Passives, in languages with freer word order: who said it stands behind "von", "par", "por", and never before
//! the verb.
//!
//! ```text
//! Le projet a été qualifié de « folie » par │le maire│       the subject is what was spoken of
//! Des propos jugés « indécents » par │les élus│              without its auxiliary
//! Der Plan wurde von │der Union│ als „…“ bezeichnet          before the participle
//! Auch die Behörde sei informiert gewesen                    nobody reports
//! ```

use super::MAX_REACH;
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, phrase_after};
use crate::extract::reports::{Layout, Opening, Report};
use crate::extract::tokens::Token;
use crate::extract::verbs::Verb;
use crate::lexicon::{CueVerb, class, rule};

impl Reader<'_> {
    /// Whether the auxiliary of the participle `verb` makes it a passive, so that its subject says nothing.
    pub(super) fn is_passive(&self, cue: CueVerb, verb: &Verb) -> bool {
        // In "hat … gesagt" the auxiliary stands far before the participle.
        let is_last = self
            .grammar()
            .is_some_and(|grammar| grammar.participle_last);
        let mut group = verb.group..if is_last { verb.inner } else { verb.at };
        let is_copula = |at: usize| self.tokens[at].is(class::COPULA);
        // « Il s'est dit »: the language forms this past with the same auxiliary.
        let is_reflexive = group
            .clone()
            .any(|at| self.tokens[at].obeys(rule::REFLEXIVE))
            || verb.group > verb.floor && self.tokens[verb.group - 1].obeys(rule::REFLEXIVE);
        let takes_object = cue.frames.object() || cue.frames.audience() || cue.frames.clause();
        takes_object && !is_reflexive && group.any(is_copula)
    }

    /// "Des propos │jugés│ « indécents » par les élus": the report of a participle without its auxiliary.
    pub(super) fn report_of_participle(
        &self,
        cue: CueVerb,
        start: usize,
        at: usize,
        end: usize,
    ) -> Option<Report> {
        let is_last = self
            .grammar()
            .is_some_and(|grammar| grammar.participle_last);
        let group = self.verb_group(start, at);
        let opens = class::AUXILIARY | class::DETERMINER | class::POSSESSIVE;
        let is_bare = !is_last
            && at > start
            && !(group.min(at - 1)..at).any(|before| self.tokens[before].is(opens));
        let verb = Verb {
            at,
            floor: start,
            group: at,
            inner: at + 1,
            after: at + 1,
        };
        is_bare.then(|| self.report_of_passive(cue, &verb, end))?
    }

    /// The report of the passive whose participle is `verb`, if its clause says who spoke.
    pub(super) fn report_of_passive(
        &self,
        cue: CueVerb,
        verb: &Verb,
        end: usize,
    ) -> Option<Report> {
        let at = verb.at;
        let is_before = verb.inner <= at;
        let (first, last) = if is_before {
            (verb.inner, at)
        } else {
            (verb.after, end.min(verb.after + MAX_REACH))
        };
        let stop = (first..last).find(|at| self.is_stop(*at)).unwrap_or(last);
        let agent = (first..stop).find_map(|by| self.agent(by, stop))?;
        let (content, opening) = if is_before {
            let quote = (first..at).find(|at| self.tokens[*at].quote().is_some())?;
            let opens = if agent.end <= quote { agent.end } else { quote };
            (opens, Opening::Object)
        } else {
            let behind_agent = self.tokens[first].is(class::AGENT);
            let from = if behind_agent { agent.end } else { first };
            let found = self.introduced(cue, verb, from, stop);
            found.filter(|(content, _)| self.quoted_words(*content, stop) > 0)?
        };
        let layout = Layout::Introduces(content, opening);
        Some(Report::new(Phrase::of(at), cue, Some(agent), layout))
    }

    /// "par │le maire│": somebody behind the word at `by`, if that is the one before the agent of a passive.
    fn agent(&self, by: usize, end: usize) -> Option<Phrase> {
        let agent = self.tokens[by].is(class::AGENT).then_some(by + 1)?;
        let agent = self.without_clause(phrase_after(&self.tokens, agent, end)?);
        let is_time = |token: &Token| token.is(class::TEMPORAL | class::ADVERB);
        let mut words = self.tokens[agent.start..agent.end].iter();
        let is_group = self.tokens[agent.start].is(class::DETERMINER) && !words.any(is_time);
        (is_group || self.is_somebody(agent)).then_some(agent)
    }
}
