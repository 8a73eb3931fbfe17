//! The verbs of a sentence with what follows them: what the sentence says that somebody did.
//!
//! ```text
//! Top members of both parties, meeting on Friday, swiftly rejected the plan, which …
//!                                                 └────── predicate ─────┘
//! ```
//!
//! A finite form of a known verb or of "to be", or a word in -ed that no article, adjective or preposition turns into a
//! modifier; then the verbs joined to it ("and called for"). The phrase ends at a sign or a quoted string, and after [`LONGEST`] words.

use super::Reader;
use super::phrases::is_name;
use super::tokens::{Token, TokenKind};
use crate::Span;
use crate::lexicon::{VerbForm, class};

/// Longest phrase, in words.
const LONGEST: usize = 8;

/// Most predicates of one sentence.
const MOST: usize = 6;

/// The predicates of the sentence that is the tokens `start..end`: its finite verbs, and the verbs that a
/// conjunction joins to what stands before.
pub(super) fn predicates(reader: &Reader, (start, end): (usize, usize)) -> Vec<Span> {
    let mut found: Vec<usize> = Vec::new();
    for at in start..end {
        let is_joined = !found.is_empty() && is_joined(reader, at);
        // "has said": the second verb belongs to the phrase of the first.
        let is_new = found.last().is_none_or(|last| at > last + 1 || is_joined);
        if is_new && (is_joined || is_finite(reader, start, at)) {
            found.push(at);
        }
    }
    found.truncate(MOST);
    let phrases = found.iter();
    phrases
        .map(|verb| phrase(reader, start, *verb, end))
        .collect()
}

/// Whether the token is a verb behind a conjunction.
fn is_joined(reader: &Reader, at: usize) -> bool {
    let verb = &reader.tokens[at];
    verb.kind == TokenKind::Lower
        && verb.is(class::VERB | class::CUE)
        && !verb.is(class::ROLE)
        && at > 0
        && reader.tokens[at - 1].is(class::CONJUNCTION)
}

/// The verb with the adverbs before it and the words behind it.
fn phrase(reader: &Reader, start: usize, verb: usize, end: usize) -> Span {
    let is_adverb = |at: usize| {
        let token = &reader.tokens[at];
        token.kind == TokenKind::Lower && token.is(class::ADVERB | class::AUXILIARY)
    };
    let mut first = verb;
    while first > start && is_adverb(first - 1) {
        first -= 1;
    }
    let last = end.min(verb + LONGEST);
    let ends = |at: &usize| {
        let token = &reader.tokens[*at];
        !token.is_word() && token.kind != TokenKind::Genitive
    };
    reader.span(first, (verb + 1..last).find(ends).unwrap_or(last))
}

/// Whether the token is the verb of a clause.
fn is_finite(reader: &Reader, start: usize, at: usize) -> bool {
    let token = &reader.tokens[at];
    let before = at
        .checked_sub(1)
        .filter(|before| *before >= start)
        .map(|before| &reader.tokens[before]);
    // "a video of him mocking the plan".
    let is_seen = |before: &Token| before.is(class::OBJECT) && !before.is(class::POSSESSIVE);
    if token.is(class::GERUND) {
        return token.is(class::CUE) && before.is_some_and(is_seen);
    }
    if token.kind != TokenKind::Lower || token.is(class::ROLE) {
        return false;
    }
    let follows_subject = before.is_some_and(can_end_subject);
    if token.is(class::CUE) {
        let readings = reader
            .lexicon
            .map(|lexicon| lexicon.readings(token.word))
            .unwrap_or_default();
        let mut finite = readings
            .iter()
            .filter(|reading| matches!(reading.form, VerbForm::Past | VerbForm::Third));
        // "they say", and "she hit back", where past and base form are one.
        let is_subject =
            |before: &Token| is_name(before) || before.is(class::SUBJECT | class::RELATIVE);
        let is_base = readings
            .iter()
            .any(|reading| reading.form == VerbForm::Base);
        return follows_subject && finite.next().is_some()
            || is_base && before.is_some_and(is_subject);
    }
    token.is(class::VERB | class::COPULA) && follows_subject
}

/// Whether a subject, or what may stand between it and its verb, can end with the token.
fn can_end_subject(token: &Token) -> bool {
    is_name(token)
        || token.is(class::SUBJECT
            | class::ADVERB
            | class::AUXILIARY
            | class::TEMPORAL
            | class::RELATIVE
            | class::ROLE)
        || matches!(
            token.kind,
            TokenKind::Sign(',' | ')') | TokenKind::Quote(_) | TokenKind::Title
        )
        || token.kind == TokenKind::Lower && token.is_plain()
}

#[cfg(test)]
mod tests {
    use crate::{Article, extract};

    fn predicates(text: &str) -> Vec<&str> {
        let article = Article::new("wire", text);
        let narration = extract::extract(&article).narration;
        let spans = narration.sentences[0].predicates.iter();
        spans.map(|span| span.slice(text)).collect()
    }

    #[test]
    fn the_verbs_and_those_joined_to_them() {
        assert_eq!(
            predicates(
                "Members of both parties, meeting on Friday, swiftly rejected the plan and called for a vote."
            ),
            [
                "swiftly rejected the plan and called for a vote",
                "called for a vote"
            ]
        );
        assert_eq!(
            predicates("But Justice Ann Lee was unconvinced."),
            ["was unconvinced"]
        );
    }
}
