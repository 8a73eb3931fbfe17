//! Whether a word that may be a cue is a verb where it stands, and in which form.

use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, simple_phrase_end, subject_before};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{CueVerb, VerbForm, class};

impl Reader<'_> {
    /// The reading of the verb at `at` whose particle follows, and the token after verb and particle.
    pub(super) fn reading(&self, at: usize, end: usize) -> Option<(CueVerb, VerbForm, usize)> {
        let lexicon = self.lexicon?;
        let readings = lexicon.readings(self.tokens[at].word);
        let (reading, after) =
            readings
                .iter()
                .find_map(|reading| match lexicon.cue(*reading).particle {
                    None => Some((reading, at + 1)),
                    Some(particle) if at + 1 < end && self.folded(at + 1) == particle => {
                        Some((reading, at + 2))
                    }
                    Some(_) => None,
                })?;
        // "the report read": the past of some verbs is written as their base form.
        let is_past = reading.form == VerbForm::Base
            && lexicon.is_past(self.tokens[at].word, reading.cue)
            && !self.needs_base(at);
        let form = if is_past {
            VerbForm::Past
        } else {
            reading.form
        };
        Some((*lexicon.cue(*reading), form, after))
    }

    /// Whether the word before token `at` takes the base form of a verb: "to read", "will read", "they read".
    fn needs_base(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        before.is_some_and(|before| {
            before.is(class::INFINITIVE | class::AUXILIARY | class::PLURAL)
                || before.kind == TokenKind::Lower && self.is_plural_word(at - 1)
        })
    }

    /// Whether the word at `at` can be the past or the participle of a cue verb.
    pub(super) fn has_form_in_ed(&self, at: usize) -> bool {
        self.has_form(at, VerbForm::Past) || self.has_form(at, VerbForm::Participle)
    }

    /// "a band called Riverfunk played", "workers admitted to the country have been", "messages deemed “secret”": whether
    /// the form in -ed behind its noun is a participle, since the verb of the noun follows or its object is missing.
    pub(super) fn is_reduced(
        &self,
        own: Phrase,
        verb: &CueVerb,
        cue: Phrase,
        (start, end): (usize, usize),
    ) -> bool {
        let tokens = &self.tokens;
        let takes_phrase = cue.end < end && tokens[cue.end].is(class::PREPOSITION);
        if takes_phrase && self.hangs_on_preposition(start, own) {
            return true; // "was traced to people admitted through the camp"
        }
        if !self.is_plain_noun(own) && !tokens[own.end - 1].is(class::ROLE) || cue.end >= end {
            return false;
        }
        let is_finite = |at: usize| {
            at < end
                && (tokens[at].is(class::AUXILIARY)
                    || tokens[at].is(class::VERB) && tokens[at].kind == TokenKind::Lower)
                && !tokens[at].is(class::GERUND)
                && self.stands_as_verb(at)
        };
        let next = &tokens[cue.end];
        let frames = verb.frames;
        let is_named = is_name(next) && frames.object() && !frames.clause();
        if is_named || frames.prepositional() && next.is(class::PREPOSITION) {
            let names = (cue.end..end)
                .take_while(|at| is_name(&tokens[*at]))
                .count();
            let behind = if is_named {
                cue.end + names
            } else {
                simple_phrase_end(tokens, cue.end + 1, end)
            };
            return is_finite(behind) && !tokens[behind].is(class::INFINITIVE);
        }
        if next.is(class::COMPARISON) && frames.object() && !tokens[own.end - 1].is(class::ROLE) {
            return true; // "a bill criticized as unfair"
        }
        let takes_name_only = frames.object() && !frames.clause() && !frames.direct();
        takes_name_only && next.quote().is_some()
    }

    /// "The plan, │dubbed│ a “big dig”, lets": whether the form in -ed between two commas only names its noun, the verb of
    /// which follows. `group`: the first token of its verb group.
    pub(super) fn is_apposed_name(
        &self,
        own: Phrase,
        verb: &CueVerb,
        cue: Phrase,
        (group, end): (usize, usize),
    ) -> bool {
        let tokens = &self.tokens;
        let names = verb.frames.object() && !verb.frames.clause();
        let opens = own.end + 1 == group && tokens[own.end].is_sign(',') && group == cue.start;
        let quote = cue.end + usize::from(cue.end < end && tokens[cue.end].is(class::DETERMINER));
        let is_named =
            quote < end && matches!(tokens[quote].kind, TokenKind::Quote(_) | TokenKind::Title);
        let closes = |at: &usize| {
            let ends_in_comma =
                |quote: usize| self.quotes[quote].inner.slice(self.text).ends_with(',');
            tokens[*at].is_sign(',') || tokens[*at].quote().is_some_and(ends_in_comma)
        };
        let close = (quote..end).find(closes);
        names
            && opens
            && is_named
            && close.is_some_and(|close| close + 1 < end && self.is_finite(close + 1))
    }

    /// Whether a phrase hangs on a preposition behind the verb of its sentence.
    fn hangs_on_preposition(&self, start: usize, phrase: Phrase) -> bool {
        let tokens = &self.tokens;
        let before = phrase.start.checked_sub(1).filter(|before| *before > start);
        before.is_some_and(|before| {
            let other = class::SUBORDINATOR | class::ADVERB | class::COMPARISON;
            let is_preposition = tokens[before].is(class::PREPOSITION) && !tokens[before].is(other);
            let mut clause = (start..before).rev().take_while(|at| !self.is_stop(*at));
            let is_finite = |at: usize| {
                tokens[at].kind == TokenKind::Lower && tokens[at].is(class::AUXILIARY | class::VERB)
            };
            is_preposition && clause.any(is_finite)
        })
    }

    /// "a claim disputed │by the board│", "a plan called “a mess” │by its opponents│": whether what stands from `after` on
    /// makes the verb before it a participle without its "was".
    pub(in crate::extract) fn has_agent(&self, after: usize, end: usize) -> bool {
        let is_quote = self
            .tokens
            .get(after)
            .is_some_and(|next| next.quote().is_some());
        let by = after + usize::from(is_quote);
        let agent = phrase_after(&self.tokens, by + 1, end);
        by < end
            && self.tokens[by].is(class::AGENT)
            && agent.is_some_and(|agent| {
                let mut words = agent.start..agent.end;
                let opens = class::DETERMINER | class::POSSESSIVE;
                let first = words.find(|at| !self.tokens[*at].is(opens));
                // "by texts Lee sent": not she.
                let is_thing = first.is_some_and(|at| !self.is_somebody(Phrase::of(at)));
                let is_named = words.any(|at| is_name(&self.tokens[at]));
                self.is_somebody(agent) && !(is_thing && is_named)
            })
    }

    /// Whether the verb at `at` hands on what another wrote: "cited a letter".
    pub(in crate::extract) fn cites(&self, at: usize) -> bool {
        let lexicon = self.lexicon.filter(|_| self.tokens[at].is(class::CUE));
        lexicon.is_some_and(|lexicon| {
            let mut readings = lexicon.readings(self.tokens[at].word).iter();
            readings.any(|reading| {
                let frames = lexicon.cue(*reading).frames;
                frames.object() && (frames.prepositional() || frames.direct() && !frames.clause())
            })
        })
    }

    /// "What did Lee │say│": whether the verb at `at` takes its base form behind an auxiliary and its subject.
    pub(in crate::extract) fn is_asked(&self, at: usize) -> bool {
        let subject = subject_before(&self.tokens, at.saturating_sub(MAX_ASKED), at);
        let auxiliary = subject.and_then(|subject| subject.start.checked_sub(1));
        self.has_form(at, VerbForm::Base)
            && auxiliary.is_some_and(|auxiliary| self.tokens[auxiliary].is(class::AUXILIARY))
    }

    pub(super) fn is_infinitive(&self, group: usize, at: usize) -> bool {
        let to = |i: usize| i > 0 && self.tokens[i - 1].is(class::INFINITIVE);
        to(group) || to(at)
    }

    /// Whether the token before a form of a cue verb lets it be a verb.
    pub(in crate::extract) fn stands_as_verb(&self, at: usize) -> bool {
        let nominal = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let before = &self.tokens[at - 1];
        self.tokens[at].kind == TokenKind::Lower
            && !before.is(nominal)
            && before.kind != TokenKind::Genitive
    }

    pub(in crate::extract) fn is_past(&self, at: usize) -> bool {
        let lexicon = self
            .lexicon
            .map(|lexicon| lexicon.readings(self.tokens[at].word));
        lexicon.is_some_and(|readings| {
            readings
                .iter()
                .any(|r| matches!(r.form, VerbForm::Past | VerbForm::Third))
        })
    }

    pub(in crate::extract) fn sign_at(&self, at: usize, end: usize, signs: &[char]) -> bool {
        at < end && signs.iter().any(|sign| self.tokens[at].is_sign(*sign))
    }

    pub(super) fn can_be_verb(&self, token: &Token, at: usize, start: usize) -> bool {
        token.kind == TokenKind::Lower || token.kind == TokenKind::Capital && at == start
    }
}

/// Furthest that the auxiliary of a question stands before its verb, in tokens.
const MAX_ASKED: usize = 10;
