//! Noun phrases beside a verb: who said it.
//!
//! Without a parser the phrase is walked word by word from the verb outwards, by the classes of the
//! lexicon:
//!
//! ```text
//! a spokesman for the ministry, Ann Lee, later │said│      leftwards, over the adverb and the apposition
//! “…,” │said│ Ann Lee, a nurse from Ohio, on Monday.       rightwards, up to the phrase of time
//! ```
//!
//! The phrase holds its appositions, as the annotators of `PolNeAR` do; its head says what it is about.

mod before;
mod behind;
mod counts;
mod joined;
mod setting;

pub(super) use before::{MAX_PARTICLES, subject_before};
pub(super) use behind::{phrase_after, simple_phrase_end};
pub(super) use setting::behind_setting;

use super::tokens::{Token, TokenKind};
use crate::lexicon::class;

/// A noun phrase: the tokens `start..end` of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub start: usize,
    pub end: usize,
}

/// Longest phrase that is believed, in tokens.
const MAX_PHRASE: usize = 45;

/// Words that no noun phrase holds.
pub(super) const OUTSIDE: u64 = class::SUBJECT
    | class::OBJECT
    | class::RELATIVE
    | class::PREPOSITION
    | class::AUXILIARY
    | class::CONJUNCTION
    | class::SUBORDINATOR
    | class::INTERROGATIVE;

/// Words that cannot be the noun of a phrase.
pub(super) const NOT_NOUN: u64 =
    OUTSIDE | class::DETERMINER | class::POSSESSIVE | class::ADVERB | class::VERB | class::GERUND;

impl Phrase {
    fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The token `at` alone.
    pub(super) fn of(at: usize) -> Self {
        Self::new(at, at + 1)
    }
}

/// Whether a lower-case word can stand in a noun phrase as a noun or an adjective.
fn is_noun(token: &Token) -> bool {
    token.kind == TokenKind::Title
        || token.kind == TokenKind::Lower && (!token.is(NOT_NOUN) || token.is(class::ROLE))
}

/// Whether the word is part of a name: a capital that is no function word.
pub(super) fn is_name(token: &Token) -> bool {
    token.kind == TokenKind::Capital
        && (!token.is(NOT_NOUN) || token.is(class::TITLE | class::FIRST_NAME | class::ROLE))
}

/// Whether the word is a small noun that says what somebody does: "director".
fn is_lower_role(token: &Token) -> bool {
    token.kind == TokenKind::Lower && token.is(class::ROLE | class::TITLE)
}

/// "Salvemos │el│ Valle": whether an article stands inside a name.
fn is_inside_name(before: &Token, article: &Token, next: &Token) -> bool {
    article.is(class::PARTICLE)
        && article.is(class::DETERMINER)
        && article.kind == TokenKind::Lower
        && before.kind == TokenKind::Capital
        && is_name(next)
}

fn opens_phrase(token: &Token) -> bool {
    token.is(class::DETERMINER | class::POSSESSIVE)
}
