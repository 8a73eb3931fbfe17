//! Descriptions beside a name: before it or behind a comma.

use super::Reader;
use super::namings::NounPhrase;
use crate::lexicon::class;

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
        && before.end + 1 == phrase.start
        && reader.tokens[phrase.start]
            .is(class::DETERMINER | class::POSSESSIVE | class::ROLE | class::TITLE)
        && closes(reader, phrase.end)
    {
        return before.name;
    }
    let next = next?;
    let gap = reader.tokens.get(phrase.end)?;
    let joined = gap.is_sign(',') && phrase.end + 1 == next.start && closes(reader, next.head + 1);
    let is_person = reader.tokens[phrase.head].is(class::ROLE | class::ORGANISATION);
    (joined && is_person).then_some(next.name).flatten()
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
