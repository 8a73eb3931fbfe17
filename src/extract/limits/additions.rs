//! Where the reporter's own words begin behind reported ones.
//!
//! ```text
//! said the plan failed│, while the board …                     a clause of the reporter's own
//! denied the charges│, and left the room.                      a short complement ends at its comma
//! called it “a mess,”│ chanting “Out!”│ after the vote          quoted words close their clause
//! ```

use crate::extract::Reader;
use crate::extract::attribution::is_verb;
use crate::extract::phrases::is_name;
use crate::extract::reports::Opening;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{VerbForm, class};

impl Reader<'_> {
    /// attacked the officials │who he claims are late; denied the claims, │which she called “lies”
    pub(super) fn leads_away(&self, at: usize) -> bool {
        let is = |at: usize, class| self.tokens.get(at).is_some_and(|token| token.is(class));
        is(at, class::RELATIVE) && is(at + 1, class::SUBJECT) && is(at + 2, class::CUE)
    }

    /// Where reported words without quotation marks end: before the reporter's own additions.
    pub(super) fn limit_without_quote(
        &self,
        start: usize,
        limit: usize,
        opening: Opening,
    ) -> usize {
        let tokens = &self.tokens;
        let is_short = matches!(opening, Opening::Object | Opening::Infinitive);
        let adds = |at: usize| {
            let is_short_end = is_short && tokens[at].is(SHORT_ENDS) && !self.closes_place(at - 1);
            is_short_end || tokens[at].is(class::CONTRAST) && !self.limits(at, opening)
        };
        let mut inside = start;
        (start + 1..limit)
            .find(|at| match tokens[*at].kind {
                _ if *at < inside => false,
                TokenKind::Sign('—') => match self.aside_end(*at, limit) {
                    Some(end) => {
                        inside = end;
                        false
                    }
                    None => is_short || self.opens_contrast(at + 1, limit),
                },
                TokenKind::Sign(';') => !self.goes_on_with_that(at + 1, limit, opening),
                TokenKind::Sign(':') => is_short,
                // said that, while it was safe, it was old
                TokenKind::Sign(',')
                    if *at == start + 1 && tokens[start].is(class::COMPLEMENTIZER) =>
                {
                    false
                }
                TokenKind::Sign(',') => {
                    let ends = at + 1 < tokens.len() && adds(at + 1);
                    ends && !self.lists_adjective(at + 1) || self.judges(at + 1)
                }
                _ => {
                    is_short
                        && (tokens[*at].is(class::CONTRAST)
                            || self.leads_away(*at)
                            || self.joins_verb(*at, limit))
                }
            })
            .unwrap_or(limit)
    }

    /// called him a kind, │loving and modest│ man: whether an "and" or a comma behind the word in -ing at `at` makes it an
    /// adjective.
    fn lists_adjective(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        self.tokens[at].is(class::GERUND)
            && next.is_some_and(|next| next.is(class::CONJUNCTION) || next.is_sign(','))
    }

    /// said it was safe — │even though it was not: whether the words at `at` set a clause against the one before.
    fn opens_contrast(&self, at: usize, limit: usize) -> bool {
        let is = |at: usize| at < limit && self.tokens[at].is(class::CONTRAST);
        is(at) || is(at + 1) && self.tokens[at].is(class::ADVERB)
    }

    /// denied the charges │and left: whether the word at `at` joins a finite verb with its object to a verb before it.
    pub(in crate::extract) fn joins_verb(&self, at: usize, limit: usize) -> bool {
        let tokens = &self.tokens;
        let verb = (at + 1..limit).find(|at| !tokens[*at].is(class::ADVERB));
        tokens[at].is(class::CONJUNCTION)
            && verb.is_some_and(|verb| {
                tokens[verb].kind == TokenKind::Lower
                    && tokens[verb].is(class::AUXILIARY | class::VERB | class::CUE)
                    && !tokens[verb].is(class::GERUND | class::ROLE)
                    && !self.has_form(verb, VerbForm::Base)
                    && tokens.get(verb + 1).is_some_and(|next| {
                        next.is(class::DETERMINER
                            | class::POSSESSIVE
                            | class::OBJECT
                            | class::PREPOSITION
                            | class::COMPLEMENTIZER)
                            || is_name(next)
                    })
            })
    }

    /// Behind the aside that the dash at `at` opens in the middle of a clause: "the plan — a bold one —│ was sound".
    fn aside_end(&self, at: usize, limit: usize) -> Option<usize> {
        let close = (at + 1..limit).find(|at| self.tokens[*at].is_dash())?;
        let next = self.tokens.get(close + 1).filter(|_| close + 1 < limit)?;
        let is_finite =
            next.is(class::AUXILIARY) || is_verb(next) && !next.is(class::GERUND) && close > at + 1;
        is_finite.then_some(close + 1)
    }

    /// Whether the reporter says at token `at`, behind a comma, what has been reported: "a claim that others deny", "an
    /// apparent reference to Lee".
    pub(super) fn judges(&self, at: usize) -> bool {
        let is = |at: usize, class| self.tokens.get(at).is_some_and(|token| token.is(class));
        let noun = at + 1 + usize::from(is(at + 1, class::ADJECTIVE));
        is(at, class::DETERMINER)
            && !is(at, class::DEFINITE)
            && is(noun, class::CUE_NOUN | class::ALLUSION)
    }

    /// Where the content ends behind its last quoted string.
    pub(super) fn limit_after_quote(&self, quote: usize, limit: usize, opening: Opening) -> usize {
        let tokens = &self.tokens;
        let ends_clause = tokens[quote].quote().is_some_and(|index| {
            let inner = self.quotes[index].inner.slice(self.text);
            inner.ends_with(['.', '?', '!'])
                || inner.ends_with(',') && !self.goes_on(quote + 1, limit)
        });
        if ends_clause {
            return quote + 1;
        }
        if opening == Opening::Quote && self.opens_occasion(quote + 1, limit) {
            return quote + 1;
        }
        let is_told = |at: usize| self.limits(at, opening);
        let mut inside = quote + 1;
        let end = (quote + 1..limit).find(|at| {
            let token = &tokens[*at];
            match token.kind {
                _ if *at < inside => false,
                TokenKind::Sign('—') => {
                    let aside = self.aside_end(*at, limit);
                    inside = aside.unwrap_or(inside);
                    aside.is_none()
                }
                TokenKind::Sign('(' | ';' | ':') => true,
                TokenKind::Sign(',') => {
                    tokens.get(at + 1).is_some_and(ends_content) && !is_told(at + 1)
                        || self.judges(at + 1)
                        || self.joins_clause(at + 1, limit, opening)
                }
                _ => {
                    token.is(class::CONTRAST) && !is_told(*at)
                        || self.opens_next_verb(*at, opening)
                        // The label says “Made here” │and shows a fish.
                        || opening == Opening::Quote
                            && *at == quote + 1
                            && self.joins_verb(*at, limit)
                }
            }
        });
        end.map_or(limit, |end| self.before_adverbs(quote + 1, end))
    }

    /// said it was “a mess,” │and that it failed; “a mess,” │because nobody cared: whether the clause before a quoted string
    /// goes on at token `at`, the comma inside its marks notwithstanding.
    fn goes_on(&self, at: usize, limit: usize) -> bool {
        let is = |at: usize, class| at < limit && self.tokens[at].is(class);
        let breaks = class::CONTRAST | class::OCCASION | class::COMPARISON;
        is(at, class::CONJUNCTION) && is(at + 1, class::COMPLEMENTIZER)
            || is(at, class::SUBORDINATOR) && !is(at, breaks)
    }

    /// called it “rigged” in May│, and a few members have called for a vote: whether an "and" at `at` joins a clause of its
    /// own to an object.
    fn joins_clause(&self, at: usize, limit: usize, opening: Opening) -> bool {
        opening == Opening::Object
            && at + 1 < limit
            && self.tokens[at].is(class::CONJUNCTION)
            && self.is_subject_and_verb(at + 1, limit)
    }

    /// chanted “Out!” │after the vote: whether the words at `at` tell when the words before them were said.
    fn opens_occasion(&self, at: usize, limit: usize) -> bool {
        let is = |at: usize, class| at < limit && self.tokens[at].is(class);
        // wore a hat reading “Go home” │on Monday
        if is(at, class::PREPOSITION) && is(at + 1, class::TEMPORAL) {
            return true;
        }
        let occasion = if is(at, class::TEMPORAL) { at + 1 } else { at };
        is(occasion, class::OCCASION)
            && (!is(occasion, class::COMPARISON) || self.is_subject_and_verb(occasion + 1, limit))
    }

    /// "…, │even though": the place before the adverb that belongs to the word at `at`.
    fn before_adverbs(&self, floor: usize, at: usize) -> usize {
        let has_adverb = at > floor + 1
            && self.tokens[at - 1].is(class::ADVERB)
            && self.tokens[at - 2].is_sign(',');
        if has_adverb { at - 1 } else { at }
    }

    /// "… „X“ und forderte": whether a conjunction is followed by the next verb of the same subject, outside
    /// English, whose later cues say so.
    fn opens_next_verb(&self, at: usize, opening: Opening) -> bool {
        if self.grammar().is_none() || !self.tokens[at].is(class::CONJUNCTION) {
            return false;
        }
        // "… „X“ und hat gefordert", "… «X» y le exigió"
        let is_clause = matches!(opening, Opening::That | Opening::Clause);
        let skipped = class::OBJECT | class::ADVERB | if is_clause { 0 } else { class::AUXILIARY };
        let mut behind = (at + 1..self.tokens.len()).take(MAX_VERB_GROUP);
        let verb = behind.find(|at| {
            let token = &self.tokens[*at];
            token.is(class::CUE) || !token.is(skipped)
        });
        verb.is_some_and(|verb| self.tokens[verb].is(class::CUE) && is_verb(&self.tokens[verb]))
    }
}

/// Most tokens of the verb behind "and": "und hat erneut gefordert".
const MAX_VERB_GROUP: usize = 4;

/// Words that end a short complement (an object, an infinitive) when a comma stands before them.
const SHORT_ENDS: u64 = class::CONJUNCTION
    | class::SUBORDINATOR
    | class::GERUND
    | class::RELATIVE
    | class::SUBJECT
    | class::AUXILIARY
    | class::VERB
    | class::CUE;

/// Whether the word after a comma begins something that is no longer reported.
fn ends_content(token: &Token) -> bool {
    token.is(class::GERUND | class::SUBORDINATOR | class::RELATIVE)
}
