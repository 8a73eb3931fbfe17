//! The first verb of a sentence with what follows it: what the sentence says that somebody did.
//!
//! ```text
//! Top members of both parties, meeting on Friday, swiftly rejected the plan, which …
//!                                                 └────── predicate ─────┘
//! ```
//!
//! A finite form of a known verb or of "to be", or a word in -ed that no article, adjective or preposition turns into a
//! modifier. The phrase ends at a sign or a quoted string, and after [`LONGEST`] words.

use super::Reader;
use super::phrases::is_name;
use super::tokens::{Token, TokenKind};
use crate::Span;
use crate::lexicon::{VerbForm, class};

/// Longest phrase, in words.
const LONGEST: usize = 8;

/// The predicate of the sentence that is the tokens `start..end`.
pub(super) fn predicate(reader: &Reader, (start, end): (usize, usize)) -> Option<Span> {
    let verb = (start..end).find(|at| is_finite(reader, start, *at))?;
    let is_adverb = |at: usize| {
        let token = &reader.tokens[at];
        token.kind == TokenKind::Lower && token.is(class::ADVERB | class::AUXILIARY)
    };
    let mut first = verb;
    while first > start && is_adverb(first - 1) {
        first -= 1;
    }
    let last = end.min(verb + LONGEST);
    let stop = (verb + 1..last).find(|at| !reader.tokens[*at].is_word() && reader.tokens[*at].kind != TokenKind::Genitive);
    Some(reader.span(first, stop.unwrap_or(last)))
}

/// Whether the token is the verb of a clause.
fn is_finite(reader: &Reader, start: usize, at: usize) -> bool {
    let token = &reader.tokens[at];
    if token.kind != TokenKind::Lower || token.is(class::ROLE | class::GERUND) {
        return false;
    }
    let before = at.checked_sub(1).filter(|before| *before >= start).map(|before| &reader.tokens[before]);
    let follows_subject = before.is_some_and(can_end_subject);
    if token.is(class::CUE) {
        let readings = reader.lexicon.map(|lexicon| lexicon.readings(token.word)).unwrap_or_default();
        let mut finite = readings.iter().filter(|reading| matches!(reading.form, VerbForm::Past | VerbForm::Third));
        return finite.next().is_some() && follows_subject;
    }
    token.is(class::VERB | class::COPULA) && follows_subject
}

/// Whether a subject, or what may stand between it and its verb, can end with the token.
fn can_end_subject(token: &Token) -> bool {
    is_name(token)
        || token.is(class::SUBJECT | class::ADVERB | class::AUXILIARY | class::TEMPORAL | class::RELATIVE | class::ROLE)
        || matches!(token.kind, TokenKind::Sign(',' | ')') | TokenKind::Quote(_) | TokenKind::Title)
        || token.kind == TokenKind::Lower && token.word.classes == 0
}
