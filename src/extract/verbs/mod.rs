//! Verbs and their subjects in languages with freer word order than English.
//!
//! ```text
//! hatte Landrätin Aumann zu Beginn gesagt      auxiliary, subject, participle
//! sicherte sie den Beschäftigten zu            verb, subject, particle
//! a-t-elle ajouté    tuvo que admitir el alcalde    сообщил в четверг глава города
//! ```
//!
//! The verb group holds auxiliaries, adverbs and object pronouns. Its subject stands before it, or behind it
//! over phrases of time, place and audience; behind it is tried first where the clause begins with the verb.
//! What differs between the languages is data: see [`crate::lexicon::Grammar`].

mod subjects;

use super::Reader;
use super::tokens::{Token, TokenKind};
use crate::lexicon::{CueReading, CueVerb, VerbForm, class, rule};

/// Longest way from a verb to its particle, in tokens.
const MAX_CLAUSE: usize = 30;
/// Longest way back from a verb to the start of its subject, in tokens.
const MAX_SUBJECT: usize = 80;

/// A verb in its clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    /// The verb itself.
    pub at: usize,
    /// Where its subject may begin that stands before it.
    pub floor: usize,
    /// The first token of the verb and its auxiliaries.
    pub group: usize,
    /// The token behind the part of the verb that its subject may follow.
    pub inner: usize,
    /// The token behind verb and particle.
    pub after: usize,
}

impl Reader<'_> {
    /// The verb of saying at token `at` of the sentence `start..end`; nothing when the word is a noun or an
    /// adjective there.
    pub(super) fn verb(
        &self,
        start: usize,
        end: usize,
        at: usize,
        form: VerbForm,
        after: usize,
    ) -> Option<Verb> {
        let floor = self.clause_floor(start, at);
        let group = self.verb_group(floor, at);
        let is_split = after > at + 2;
        let mut verb = Verb {
            at,
            floor,
            group,
            inner: if is_split { at + 1 } else { after },
            after,
        };
        let auxiliary = (group..at).find(|i| self.tokens[*i].is(class::AUXILIARY));
        match form {
            VerbForm::Base | VerbForm::Gerund => Some(verb),
            VerbForm::Past => Some(verb),
            VerbForm::Third if auxiliary.is_none() => {
                (!self.could_be_noun(floor, group, at)).then_some(verb)
            }
            _ => {
                if let Some(auxiliary) = auxiliary {
                    // a-t-elle ajouté
                    let is_inverted = self.tokens[auxiliary + 1].is(class::SUBJECT);
                    verb.inner = if is_inverted { auxiliary + 1 } else { after };
                } else if let Some(auxiliary) = self.auxiliary_before(floor, at) {
                    verb.group = self.verb_group(floor, auxiliary);
                    verb.inner = auxiliary + 1;
                } else if after < end && self.tokens[after].is(class::AUXILIARY) {
                    verb.after = after + 1;
                    verb.inner = after + 1;
                } else {
                    return None;
                }
                Some(verb)
            }
        }
    }

    /// hat … gesagt: the auxiliary of a participle that stands at the end of its clause.
    fn auxiliary_before(&self, floor: usize, at: usize) -> Option<usize> {
        let finite = |i: &usize| {
            let token = &self.tokens[*i];
            token.is(class::AUXILIARY) && (token.kind == TokenKind::Lower || *i == floor)
        };
        (floor..at).rev().find(finite)
    }

    /// Whether a form of the present could be a noun or a participle: "la denuncia", "le juge".
    fn could_be_noun(&self, floor: usize, group: usize, at: usize) -> bool {
        if group < at || at == floor || self.grammar().is_some_and(|grammar| grammar.nouns_capital)
        {
            return false;
        }
        let before = &self.tokens[at - 1];
        before.is(class::DETERMINER | class::POSSESSIVE | class::PREPOSITION)
            && !before.is(class::OBJECT | class::SUBJECT | class::ADVERB)
            && !before.obeys(rule::LINKING | rule::AS)
    }

    /// The reading of the cue at `at` whose particle stands in its clause, with the token behind verb and
    /// particle. A finite form is taken before a participle of the same spelling, unless an auxiliary stands
    /// before it.
    pub(super) fn cue_reading(&self, at: usize, end: usize) -> Option<(CueVerb, VerbForm, usize)> {
        let lexicon = self.lexicon?;
        let from = at.saturating_sub(MAX_CLAUSE);
        let group = self.verb_group(from, at);
        let is_last = self
            .grammar()
            .is_some_and(|grammar| grammar.participle_last)
            && (at + 1 >= end
                || !self.tokens[at + 1].is_word()
                || self.tokens[at + 1].is(class::AUXILIARY)); // "informiert worden"
        let clause = (from..at).rev().take_while(|i| !self.is_stop(*i));
        let has_auxiliary = (group..at).any(|i| self.tokens[i].is(class::AUXILIARY))
            || is_last
                && clause
                    .into_iter()
                    .any(|i| self.tokens[i].is(class::AUXILIARY));
        let rank = |reading: &&CueReading| {
            let is_participle = reading.form == VerbForm::Participle;
            (reading.particle.is_none(), is_participle != has_auxiliary)
        };
        let mut readings: Vec<&CueReading> =
            lexicon.readings(self.tokens[at].word).iter().collect();
        readings.sort_by_key(rank);
        readings.into_iter().find_map(|reading| {
            let after = match reading.particle {
                None => at + 1,
                Some(particle) => self.particle(particle, at, end)? + 1,
            };
            Some((*lexicon.cue(*reading), reading.form, after))
        })
    }

    /// The particle of the verb at `at`: beside it, or at the end of its clause.
    fn particle(&self, particle: &str, at: usize, end: usize) -> Option<usize> {
        let closes = |i: usize| {
            i + 1 >= end
                || !(self.tokens[i + 1].is_word() || self.tokens[i + 1].quote().is_some())
                || self.tokens[i + 1].is(class::CONJUNCTION)
        };
        let clause = (at + 1..end.min(at + MAX_CLAUSE))
            .take_while(|i| self.tokens[*i].quote().is_none() && !self.is_stop(*i));
        let mut same = clause.filter(|i| self.folded(*i) == particle);
        // "fordert ein Verbot": an article is a particle at the end only.
        same.find(|i| *i <= at + 2 && !self.tokens[*i].is(class::DETERMINER) || closes(*i))
    }

    /// Whether a word can be this form of a cue verb.
    pub(super) fn has_form(&self, at: usize, form: VerbForm) -> bool {
        let readings = self
            .lexicon
            .map(|lexicon| lexicon.readings(self.tokens[at].word));
        readings.is_some_and(|readings| readings.iter().any(|reading| reading.form == form))
    }

    /// First token of the verb group before `at`: auxiliaries, adverbs, object pronouns and linking words.
    pub(super) fn verb_group(&self, floor: usize, at: usize) -> usize {
        let mut group = at;
        while group > floor {
            let token = &self.tokens[group - 1];
            let belongs = token.is(class::AUXILIARY | class::ADVERB)
                || self.links(floor, group - 1)
                || self.is_object_before_verb(floor, group - 1);
            if !belongs {
                break;
            }
            group -= 1;
        }
        group
    }

    /// "tuvo que admitir": a word between an auxiliary and its verb.
    fn links(&self, floor: usize, at: usize) -> bool {
        self.tokens[at].obeys(rule::LINKING)
            && at > floor
            && self.tokens[at - 1].is(class::AUXILIARY)
    }

    /// "lui", "le" in "il le dit", "nous" in "elle nous a répondu": an object between subject and verb.
    fn is_object_before_verb(&self, floor: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        let before = at.checked_sub(1).filter(|before| *before >= floor);
        let before = before.map(|before| &self.tokens[before]);
        if token.obeys(rule::OBJECT_CLITIC) {
            let pronouns = class::SUBJECT | class::OBJECT | class::AUXILIARY | class::RELATIVE;
            let is_past = self.tokens.get(at + 1).is_some_and(|next| {
                next.is(class::AUXILIARY)
                    || self.has_form(at + 1, VerbForm::Past)
                        && !self.has_form(at + 1, VerbForm::Third)
            });
            // "Ana Ruiz, con la que ha rodado, │lo│ describe"
            let opens = |before: &Token| {
                let next = self.tokens.get(at + 1);
                before.is_sign(',')
                    && next.is_some_and(|next| next.is(class::CUE) && !next.is(class::ROLE))
            };
            return is_past
                || before.is_some_and(|before| {
                    before.is(pronouns) || before.obeys(rule::LINKING) || opens(before)
                });
        }
        let opens = class::CONJUNCTION
            | class::COMPLEMENTIZER
            | class::SUBORDINATOR
            | class::ADVERB
            | class::TEMPORAL
            | class::PREPOSITION;
        token.is(class::OBJECT)
            && (!token.is(class::SUBJECT)
                || before.is_some_and(|before| before.is_word() && !before.is(opens)))
    }

    /// Where the part of the sentence begins in which the subject of the verb at `at` can stand.
    fn clause_floor(&self, start: usize, at: usize) -> usize {
        let from = start.max(at.saturating_sub(MAX_SUBJECT));
        let mut has_verb = false;
        for i in (from..at).rev() {
            let token = &self.tokens[i];
            // ", que", ", con la que"
            let small = class::PREPOSITION | class::DETERMINER;
            let opening = (start..i).rev().find(|at| !self.tokens[*at].is(small));
            let follows_comma = opening.is_some_and(|at| self.tokens[at].is_sign(','));
            // "als „…“ bezeichnet": a string among words is a part of the clause.
            let is_part = i > start && self.tokens[i - 1].is_word() && self.tokens[i + 1].is_word();
            let ends = token.quote().is_some() && !is_part
                || matches!(token.kind, TokenKind::Sign(';' | ':' | '?' | '!'))
                || token.is(class::COMPLEMENTIZER)
                    && !self.links(start, i)
                    && !(token.is(class::RELATIVE) && follows_comma)
                || token.is(class::CONJUNCTION) && has_verb;
            if ends {
                return i + 1;
            }
            has_verb |= is_finite(token);
        }
        from
    }

    /// Whether the clause of a verb ends before token `at`.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        matches!(
            self.tokens[at].kind,
            TokenKind::Sign(',' | ';' | ':' | '.' | '?' | '!')
        )
    }
}

/// Whether a word is a finite verb or an auxiliary.
pub(super) fn is_finite(token: &Token) -> bool {
    token.kind == TokenKind::Lower
        && token.is(class::AUXILIARY | class::VERB | class::CUE)
        && !token.is(class::ADVERB | class::PREPOSITION)
        && !token.obeys(rule::NAMING)
}
