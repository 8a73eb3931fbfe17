//! Numbers beside the end of a phrase that is walked from right to left: how long ago, and how many of them.
//!
//! ```text
//! The ministry │less than two weeks ago│ said      stepped over
//! Nearly │nine out of 10│ say                      the phrase itself
//! ```

use super::{is_name, is_noun};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::class;

/// Steps back over "on Tuesday", "earlier this week", "himself" between a subject and its verb.
pub(super) fn skip_time_backwards(tokens: &[Token], floor: usize, end: usize) -> usize {
    let mut at = end;
    while at > floor + 1 {
        let token = &tokens[at - 1];
        let skips = token.is(class::TEMPORAL) || token.is(class::OBJECT) && is_reflexive(token);
        if !skips {
            break;
        }
        at -= 1;
        at = before_span(tokens, floor, at);
        while at > floor + 1
            && tokens[at - 1].is(class::PREPOSITION | class::DEMONSTRATIVE | class::WHEN)
        {
            at -= 1;
        }
    }
    at
}

/// "Lee │less than two│ weeks ago said", "Lee │a│ month later said": before what counts the word of time at `at`.
fn before_span(tokens: &[Token], floor: usize, at: usize) -> usize {
    let counts = |token: &Token| token.kind == TokenKind::Number || token.is(class::NUMBER);
    let is_one =
        |token: &Token| token.is(class::DETERMINER) && !token.is(class::DEFINITE | class::ALONE);
    if at < floor + 3 || !(counts(&tokens[at - 1]) || is_one(&tokens[at - 1])) {
        return at;
    }
    let is_compared = at > floor + 3
        && tokens[at - 2].is(class::SUBORDINATOR)
        && tokens[at - 3].is(class::COMPARATIVE);
    let first = if is_compared { at - 3 } else { at - 1 };
    let is_noun = |token: &Token| is_noun(token) || is_name(token) || token.is(class::SUBJECT);
    if is_noun(&tokens[first - 1]) {
        first
    } else {
        at
    }
}

fn is_reflexive(token: &Token) -> bool {
    token.span.len() > 5
}

/// "Nearly │nine out of 10│ say", "│six in 10│ said": start of the share whose last number stands at `at`.
pub(super) fn share_before(tokens: &[Token], floor: usize, at: usize) -> Option<usize> {
    let counts = |token: &Token| token.kind == TokenKind::Number || token.is(class::NUMBER);
    let link = at.checked_sub(1).filter(|link| *link > floor)?;
    let is_link = counts(&tokens[at]) && tokens[link].is(class::ATTACHING);
    let before = link - 1;
    let first = if tokens[before].is(class::ADVERB) && before > floor {
        before - 1
    } else {
        before
    };
    (is_link && counts(&tokens[first])).then_some(first)
}
