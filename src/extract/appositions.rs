//! Descriptions beside a name: before it or behind a comma.

use super::Reader;
use super::namings::NounPhrase;
use super::tokens::TokenKind;
use crate::lexicon::{Lexicon, class};

/// The name that a description stands beside: "Ann Lee, a nurse from Ohio" and "the wire service, Reuters".
pub(super) fn beside(
    reader: &Reader,
    phrase: &NounPhrase,
    before: Option<&NounPhrase>,
    next: Option<&NounPhrase>,
) -> Option<(usize, usize)> {
    let sign_before = phrase.start.checked_sub(1).map(|at| &reader.tokens[at]);
    if let Some(before) = before
        && sign_before.is_some_and(|token| token.is_sign(',') || token.is_dash())
        && before.name.is_some()
        && (before.end + 1 == phrase.start || is_age(reader, before.end, phrase.start))
        && (reader.tokens[phrase.start]
            .is(class::DETERMINER | class::POSSESSIVE | class::ROLE | class::TITLE)
            || is_role(reader, phrase))
        && !is_thing(reader, phrase.head)
        && closes(reader, phrase.end)
    {
        return before.name;
    }
    let next = next?;
    let gap = reader.tokens.get(phrase.end)?;
    let joined = gap.is_sign(',') && phrase.end + 1 == next.start && closes(reader, next.head + 1);
    let is_person = reader.tokens[phrase.head].is(class::ROLE | class::ORGANISATION);
    // "the wire that had asked │the mayor│, Ann Lee": she is the mayor.
    let last = phrase.end - 1;
    let is_inner = last > phrase.head && reader.tokens[last].is(class::ROLE | class::TITLE);
    (joined && is_person && !is_inner)
        .then_some(next.name)
        .flatten()
}

/// "Ann Lee, │a move│ that": whether a noun names a known kind of thing, and neither persons nor bodies.
fn is_thing(reader: &Reader, head: usize) -> bool {
    let token = &reader.tokens[head];
    let is_known = |lexicon: &Lexicon| {
        let kind = lexicon.facts().referent(&lexicon.stem(reader.folded(head)));
        kind.is_some()
    };
    token.kind == TokenKind::Lower
        && !token.is(class::ROLE | class::ORGANISATION | class::TITLE)
        && reader.lexicon.is_some_and(is_known)
}

/// "Ann Lee, │Republican of Ohio│": the name before a comma that a word for what somebody is stands behind.
pub(super) fn member(
    reader: &Reader,
    phrase: &NounPhrase,
    before: Option<&NounPhrase>,
) -> Option<(usize, usize)> {
    let before = before?;
    let is_one_word = phrase.head == phrase.start && phrase.end > phrase.head + 1;
    let fits = is_one_word
        && before.end + 1 == phrase.start
        && reader.tokens[before.end].is_sign(',')
        && reader.tokens[phrase.start].is(class::ROLE)
        && reader.tokens[phrase.head + 1].is(class::CLOSE);
    before.name.filter(|_| fits)
}

/// "Ann Lee, │51,│ a nurse": whether nothing but an age stands between a name that ends before token `end` and
/// `start`.
fn is_age(reader: &Reader, end: usize, start: usize) -> bool {
    end + 3 == start
        && reader.tokens[end].is_sign(',')
        && reader.tokens[end + 1].kind == TokenKind::Number
}

/// "Ann Lee, │regional secretary│ of": whether a phrase says what one person is; several are others.
fn is_role(reader: &Reader, phrase: &NounPhrase) -> bool {
    let is_lower = |at: usize| reader.tokens[at].kind == TokenKind::Lower;
    is_lower(phrase.start)
        && is_lower(phrase.head)
        && reader.tokens[phrase.head].is(class::ROLE)
        && !reader.is_plural_word(phrase.head)
}

/// Whether an apposition ends at token `end`: at a sign, a preposition, a relative clause or a participle ("a
/// group dedicated to bridges").
fn closes(reader: &Reader, end: usize) -> bool {
    let finite = class::CUE | class::AUXILIARY | class::COPULA;
    reader.tokens.get(end).is_none_or(|token| {
        !token.is_word()
            || token.is(class::RELATIVE | class::PREPOSITION)
            || token.is(class::VERB) && !token.is(finite)
    })
}
