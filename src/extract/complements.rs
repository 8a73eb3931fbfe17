//! What a cue introduces: where the reported words begin behind it, and what opens them.
//!
//! ```text
//! told reporters on Monday │that the plan failed     a clause behind the audience and the time
//! called the remarks “a disgrace”                     an object with a quoted string in it
//! promised │to leave        denied │the charges       an infinitive, an object
//! ```

use super::Reader;
use super::phrases::{is_name, simple_phrase_end};
use super::reports::Opening;
use super::tokens::TokenKind;
use crate::lexicon::{CueVerb, VerbForm, class, role, rule};

/// Most tokens of an aside between dashes and of an insertion between commas, behind a cue.
const MAX_ASIDE: usize = 12;
const MAX_INSERTION: usize = 16;

impl Reader<'_> {
    /// Where reported words begin behind a cue whose next token is `after`, and what opens them.
    pub(super) fn complement(
        &self,
        verb: &CueVerb,
        after: usize,
        end: usize,
    ) -> (usize, Option<Opening>) {
        let mut at = if self.opens_object(verb, after, end) {
            after // "talked about the plan": no adverb
        } else {
            self.skip_adverbs(after, end)
        };
        let first = at;
        if verb.frames.object_as() {
            // "cast her term │as a failure", but not "cast a vote"
            let behind = simple_phrase_end(&self.tokens, at, end);
            let has_as = behind < end && self.tokens[behind].is(class::COMPARISON);
            return (at, has_as.then_some(Opening::Object));
        }
        if verb.frames.audience() {
            at = self.skip_adverbs(self.whole_audience(verb, at, end), end);
        }
        if at >= end {
            return self.without_audience(verb, first, end);
        }
        // "said not “all” of them were"
        if self.tokens[at].quote().is_some() && at > after && self.is_negation(at - 1) {
            at -= 1;
        }
        let first = &self.tokens[at];
        // "said when she left": no question.
        let asks = first.is(class::INTERROGATIVE)
            && verb.frames.question()
            && !(first.is(class::OCCASION) && verb.frames.clause());
        // "asked not to be named", "said not that it was safe but that …"
        let from = at - usize::from(at > after && self.is_negation(at - 1));
        // “…,” Lee told a crowd that had waited: which crowd.
        let is_of_audience = at > after
            && verb.frames.audience()
            && !self.tokens[at - 1].is(class::AUDIENCE)
            && self.tokens[after].is(class::DETERMINER)
            && !self.tokens[after].is(class::DEFINITE)
            && self.is_relative_that(at, end);
        if is_of_audience {
            return (end, None);
        }
        if first.is(class::COMPLEMENTIZER) && verb.frames.clause() || asks {
            return (from, Some(Opening::That));
        }
        if first.is(class::INFINITIVE) && verb.frames.infinitive() && self.opens_infinitive(at, end)
        {
            return (from, Some(Opening::Infinitive));
        }
        if let Some(found) = self.anchor(verb, at, end) {
            return found;
        }
        let token = &self.tokens[at];
        // "reported at least six boats were lost", "said about half the boats were"
        let counts = self.tokens.get(at + 1).filter(|_| at + 1 < end);
        let is_quantity = counts.is_some_and(|next| {
            next.is(class::COMPARATIVE)
                || token.obeys(rule::FOCUS)
                    && (next.kind == TokenKind::Number
                        || next.is(class::NUMBER | class::ALONE | class::DETERMINER))
        });
        if token.is(class::PREPOSITION)
            && is_quantity
            && !verb.takes(self.folded(at))
            && verb.frames.clause()
            && self.opens_clause(at + 1, end)
        {
            return (at, Some(Opening::Clause));
        }
        if token.is(class::PREPOSITION) {
            let behind = simple_phrase_end(&self.tokens, at + 1, end);
            if verb.takes(self.folded(at)) {
                return (at, Some(Opening::Object));
            }
            // "spoke to the board about the plan", "asked on Monday about it"
            let behind = behind.max(self.skip_adverbs(at + 1, end));
            if verb.frames.prepositional() && behind < end && verb.takes(self.folded(behind)) {
                return (behind, Some(Opening::Object));
            }
            // "asked at a rally whether"
            let asks = behind < end
                && self.tokens[behind].is(class::INTERROGATIVE)
                && !self.tokens[behind].is(class::OCCASION);
            if verb.frames.question() && verb.frames.audience() && asks {
                return (behind, Some(Opening::That));
            }
            if verb.frames.clause() && self.opens_clause(behind, end) {
                return (behind, Some(Opening::Clause));
            }
            return (end, None);
        }
        let is_object = verb.frames.object() && self.joins_first_verb(at, end);
        let is_clause = || {
            let is_sure = !verb.frames.needs_verb() || self.opens_sure_clause(at, end);
            self.opens_clause(at, end) && is_sure
        };
        if verb.frames.clause() && !is_object && is_clause() {
            return (at, Some(Opening::Clause));
        }
        let is_time = || {
            let next = self.tokens.get(at + 1).filter(|_| at + 1 < end);
            // "a poll published last week", but "said each year of schooling pays"
            let is_owner = self.tokens.get(at + 2).filter(|_| at + 2 < end);
            next.is_some_and(|next| next.is(class::TEMPORAL))
                && !is_owner.is_some_and(|of| of.is(class::CLOSE))
        };
        // "who asked not to be named said": the verb of the sentence is no object.
        let is_main_verb = || {
            token.kind == TokenKind::Lower
                && token.is(class::CUE)
                && self.is_past(at)
                && !self.has_form(at, VerbForm::Base)
        };
        // "left it open to attack if unpatched"
        let is_clause = token.is(class::SUBORDINATOR) && !token.is(class::COMPARISON);
        if verb.frames.object() && token.is_word() && !is_time() && !is_main_verb() && !is_clause {
            return (at, Some(Opening::Object));
        }
        (end, None)
    }

    /// "said │to have fled", but not "said to cheers", "said to her": whether a verb can stand behind the "to" at `at`.
    pub(super) fn opens_infinitive(&self, at: usize, end: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1).filter(|_| at + 1 < end) else {
            return false;
        };
        let other =
            class::OBJECT | class::DETERMINER | class::POSSESSIVE | class::AUDIENCE | class::NUMBER;
        let is_noun = is_name(next) || self.is_plural_word(at + 1) || next.is(other);
        let is_verb = next.is(class::AUXILIARY) || self.has_form(at + 1, VerbForm::Base);
        is_verb || !next.is_word() || !is_noun
    }

    /// Whether a preposition that a verb takes stands at `at`.
    pub(super) fn opens_object(&self, verb: &CueVerb, at: usize, end: usize) -> bool {
        at < end && self.tokens[at].is(class::PREPOSITION) && verb.takes(self.folded(at))
    }

    /// Looks on from `at` over phrases without a verb for "that", a colon or a quoted string.
    pub(super) fn anchor(
        &self,
        verb: &CueVerb,
        at: usize,
        end: usize,
    ) -> Option<(usize, Option<Opening>)> {
        let starts_with_phrase = self.tokens[at].is(class::PREPOSITION);
        let mut inside = at;
        for i in at..end.min(at + 25) {
            let token = &self.tokens[i];
            match token.kind {
                _ if i < inside => {}
                // claimed in July - falsely - that …
                TokenKind::Sign('—') => {
                    let close =
                        (i + 1..end.min(i + MAX_ASIDE)).find(|at| self.tokens[*at].is_dash())?;
                    inside = close + 1;
                }
                TokenKind::Quote(_) => {
                    let direct = i == at || starts_with_phrase || self.tokens[i - 1].is_sign(',');
                    let direct = direct && !verb.frames.prepositional()
                        || i == at
                        || self.tokens[i - 1].is_sign(',');
                    return Some(if direct {
                        (i, Some(Opening::Quote))
                    } else {
                        (at, Some(Opening::Object))
                    });
                }
                TokenKind::Sign(':') => {
                    return (i + 1 < end).then_some((i + 1, Some(Opening::Quote)));
                }
                // “Out!” she wrote, arguing that …: what the next verb reports.
                TokenKind::Sign(',')
                    if self
                        .tokens
                        .get(i + 1)
                        .is_some_and(|next| next.is(class::CUE) && next.is(class::GERUND)) =>
                {
                    return None;
                }
                // said, while speaking to the board, that …
                TokenKind::Sign(',') if i == at => {
                    if let Some(that) = self
                        .behind_insertion(i, end)
                        .filter(|_| verb.frames.clause())
                    {
                        return Some((that, Some(Opening::That)));
                    }
                }
                // warned against it, because he …
                TokenKind::Sign(',')
                    if self.tokens.get(i + 1).is_some_and(|next| {
                        next.is(class::SUBORDINATOR)
                            && !next.is(class::COMPARISON | class::OCCASION)
                    }) =>
                {
                    return None;
                }
                TokenKind::Sign(',') | TokenKind::Genitive | TokenKind::Number => {}
                TokenKind::Sign(_) => return None,
                // "objected to tolls on lorries that make it hard": what the noun before does.
                _ if i > at && starts_with_phrase && self.is_relative_that(i, end) => {
                    if verb.takes(self.folded(at)) {
                        return Some((at, Some(Opening::Object)));
                    }
                    inside = self.end_of_relative_that(i, end);
                }
                _ if token.is(class::COMPLEMENTIZER) && verb.frames.clause() && i > at => {
                    let is_behind_aside = i == inside;
                    let relative =
                        !starts_with_phrase && !verb.frames.audience() && !is_behind_aside;
                    return (!relative).then_some((i, Some(Opening::That)));
                }
                _ if token.is(class::SUBJECT) && starts_with_phrase && verb.frames.clause() => {
                    return Some((i, Some(Opening::Clause)));
                }
                _ if i > at
                    && token.is(class::CUE)
                    && self.stands_as_verb(i)
                    && (self.is_past(i) || self.follows_plural(at, i)) =>
                {
                    return None;
                }
                // remembers her father yelling, “Run!”: his words.
                _ if i > at
                    && token.is(class::GERUND)
                    && token.is(class::CUE)
                    && self.subject_of_gerund(at - 1, i).is_some() =>
                {
                    return None;
                }
                // explained it this way: “…”
                _ if i == at
                    && token.is(class::NEUTER)
                    && !self.has_verb_or_insertion(i + 1, end) => {}
                // "in an emailed statement": no verb.
                _ if token.is(class::VERB) && !self.stands_as_verb(i) => {}
                _ if token
                    .is(class::AUXILIARY | class::VERB | class::SUBJECT | class::RELATIVE) =>
                {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// "in a statement that was released on Monday │that the plan": where the relative clause of the "that" at `at` ends.
    fn end_of_relative_that(&self, at: usize, end: usize) -> usize {
        let ends = |at: &usize| {
            let token = &self.tokens[*at];
            !token.is_word() && token.kind != TokenKind::Genitive || token.is(class::COMPLEMENTIZER)
        };
        (at + 1..end).find(ends).unwrap_or(end)
    }

    /// "lorries │that never came": whether a "that" at `at` stands behind a noun and before a verb.
    fn is_relative_that(&self, at: usize, end: usize) -> bool {
        let tokens = &self.tokens;
        let noun = &tokens[at - 1];
        let verb = (at + 1..end).find(|at| !tokens[*at].is(class::ADVERB));
        let is_verb = |verb: usize| {
            let verb = &tokens[verb];
            let finite = class::AUXILIARY | class::VERB | class::CUE;
            verb.kind == TokenKind::Lower
                && verb.is(finite)
                && !verb.is(class::GERUND | class::ROLE | class::DETERMINER)
        };
        tokens[at].is(class::COMPLEMENTIZER)
            && noun.kind == TokenKind::Lower
            && !noun.is(class::TEMPORAL)
            && verb.is_some_and(is_verb)
    }

    /// "said the letters │show│ “a plan”": whether a base form stands behind a plural noun, as its verb.
    fn follows_plural(&self, start: usize, at: usize) -> bool {
        self.has_form(at, VerbForm::Base) && !self.is_nominal(VerbForm::Base, at, at, start)
    }

    /// The "that" behind the insertion which the comma at `comma` opens.
    fn behind_insertion(&self, comma: usize, end: usize) -> Option<usize> {
        let close = (comma + 1..end.min(comma + MAX_INSERTION)).find(|at| self.is_stop(*at))?;
        let that = self.tokens.get(close + 1).filter(|_| close + 1 < end)?;
        let is_quoted = (comma..close).any(|at| self.tokens[at].quote().is_some());
        let fits = self.tokens[close].is_sign(',') && that.is(class::COMPLEMENTIZER) && !is_quoted;
        fits.then_some(close + 1)
    }

    /// Whether a clause can begin at `at`: a subject with a verb somewhere behind it.
    pub(super) fn opens_clause(&self, at: usize, end: usize) -> bool {
        let Some(first) = self.tokens.get(at).filter(|_| at < end) else {
            return false;
        };
        if first.is(class::SUBJECT) {
            return !first.is(class::NEUTER) || self.has_verb_or_insertion(at + 1, end);
        }
        let can_open = first.is_word()
            && !first.is(class::CONJUNCTION | class::OBJECT | class::AUXILIARY)
            && (!first.is(class::PREPOSITION) || first.is(class::SUBORDINATOR));
        can_open
            && self.tokens[at + 1..end]
                .iter()
                .take_while(|token| !matches!(token.kind, TokenKind::Sign(';' | ':')))
                .any(|token| {
                    token.kind == TokenKind::Lower
                        && token.is(class::AUXILIARY | class::VERB | class::CUE)
                })
    }

    /// "believes │the dam will hold│", but "maintained │a garden into her married life│": whether a finite verb stands behind
    /// the words at `at`, before a clause of another kind begins.
    fn opens_sure_clause(&self, at: usize, end: usize) -> bool {
        let tokens = &self.tokens;
        let stops = |at: &usize| {
            tokens[*at].is(class::SUBORDINATOR) && !tokens[*at].is(class::COMPARISON)
                || matches!(tokens[*at].kind, TokenKind::Sign(';' | ':' | '—'))
        };
        let is_finite = |at: usize| {
            self.is_finite(at)
                && !tokens[at - 1].is(class::INFINITIVE | class::ADJECTIVE)
                && !tokens[at].is(class::ADJECTIVE)
        };
        tokens[at].is(class::SUBJECT) || (at + 1..end).take_while(|at| !stops(at)).any(is_finite)
    }

    /// "it was late", "it, he said, was late", but not "reported it on Monday": whether a verb stands at `at`, behind no
    /// more than adverbs, or a sign does.
    pub(super) fn has_verb_or_insertion(&self, at: usize, end: usize) -> bool {
        let next = (at..end).find(|at| !self.tokens[*at].is(class::ADVERB));
        next.is_some_and(|at| {
            let next = &self.tokens[at];
            let is_third = next.is_plain() && self.is_plural_word(at); // "it falls"
            is_third
                || next.is(class::AUXILIARY | class::VERB | class::CUE)
                || !next.is_word() && !next.is_sign('.')
        })
    }

    /// "denied │the charges and left│": whether the first verb behind the phrase at `at` is joined to what stands before
    /// that phrase.
    fn joins_first_verb(&self, at: usize, end: usize) -> bool {
        let verb = (at + 1..end).find(|at| {
            let token = &self.tokens[*at];
            token.kind == TokenKind::Lower
                && token.is(class::AUXILIARY | class::VERB | class::CUE)
                && !token.is(class::GERUND)
                && self.stands_as_verb(*at)
        });
        verb.is_some_and(|verb| {
            let group = self.group_start(at, verb);
            group > at + 1 && self.joins_verb(group - 1, end)
        })
    }

    fn is_negation(&self, at: usize) -> bool {
        let roles = self
            .lexicon
            .map(|lexicon| lexicon.wording().roles(self.folded(at)));
        roles.is_some_and(|roles| roles & role::NEGATION != 0)
    }
}
