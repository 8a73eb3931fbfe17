//! Tags that stand inside the quotation marks.
//!
//! ```text
//! « Nous demandons une navette, dit-elle, et vite. »         between commas, the subject behind the verb
//! «Деньги есть, — пояснил министр Дёмин. — Начнём летом».    between dashes
//! ```
//!
//! The string stays whole, as printed; the words of its tag are read as if they followed it. Only the
//! stretches between a comma (or dash) and the next are looked at, each once.

use super::marks::{Ending, QuotedString};
use super::phrases::NOT_NOUN;
use super::tokens::{Token, TokenKind, Tokens};
use crate::Span;
use crate::lexicon::{Lexicon, class};

/// Longest tag, in tokens.
const MAX_TAG: usize = 12;
/// Most adjectives before the noun that names the speaker.
const MAX_ADJECTIVES: usize = 2;

/// Adds the tokens of the tag inside the marks of the string `inner`, if there is one.
pub(super) fn push_tag(text: &str, inner: Span, lexicon: &Lexicon, tokens: &mut Tokens) {
    let Some(grammar) = lexicon.grammar().filter(|grammar| grammar.tag_inside) else {
        return;
    };
    let slice = inner.slice(text);
    let push = |from: usize, to: usize, tokens: &mut Tokens| {
        let span = Span::new(inner.start + from, inner.start + to);
        tokens.read(text, span, Some(lexicon));
    };
    for (at, _) in slice.match_indices([',', '?', '!', '…']) {
        let Some((from, to)) = insertion(slice, at, grammar.dialogue) else {
            continue;
        };
        let first = tokens.len();
        push(from, to, tokens);
        if !is_tag(&tokens[first..]) {
            tokens.truncate(first);
            continue;
        }
        // "prévient le maire, Luc Tessier.": a name behind the tag belongs to it.
        let more = next_stop(slice, to + 1).filter(|_| slice[to..].starts_with(','));
        if let Some(end) = more {
            let tag = tokens.len();
            push(to, end, tokens);
            if !tokens[tag + 1..]
                .iter()
                .all(|token| token.kind == TokenKind::Capital)
            {
                tokens.truncate(tag);
            }
        }
        return;
    }
}

/// “We lost, Mr. Lee said. “It hurts.”: the string without the tag that follows its missing closing mark, in
/// English, which has no tags inside the marks.
pub(super) fn without_tag(text: &str, quote: QuotedString, lexicon: &Lexicon) -> QuotedString {
    let inner = quote.inner.slice(text);
    let comma = inner.rfind([',', '?', '!']).filter(|_| {
        quote.ending == Ending::Unbalanced && lexicon.grammar().is_none() && inner.ends_with('.')
    });
    let Some(comma) = comma else { return quote };
    let end = quote.inner.start + comma + 1;
    let behind = Span::new(end, quote.inner.end);
    let mut tag = Tokens::of(text, behind);
    tag.read(text, behind, Some(lexicon));
    let is_subject = |token: &Token| {
        token.kind == TokenKind::Capital || token.is(class::SUBJECT | class::PARTICLE)
    };
    let is_cue = |token: &Token| token.kind == TokenKind::Lower && token.is(class::CUE);
    let is_tag = tag.len() <= MAX_TAG
        && match &tag[..] {
            [subject @ .., cue, _] if is_cue(cue) => {
                !subject.is_empty() && subject.iter().all(is_subject)
            }
            [cue, subject @ .., _] if is_cue(cue) => {
                !subject.is_empty() && subject.iter().all(is_subject)
            }
            _ => false,
        };
    if !is_tag {
        return quote;
    }
    QuotedString {
        outer: Span::new(quote.outer.start, end),
        inner: Span::new(quote.inner.start, end),
        ending: Ending::Closed,
    }
}

/// The stretch behind the sign at byte `at` that may be a tag: up to the next stop, or between dashes.
fn insertion(slice: &str, at: usize, between_dashes: bool) -> Option<(usize, usize)> {
    let sign = slice[at..].chars().next()?.len_utf8();
    let rest = slice[at + sign..].trim_start();
    let from = slice.len() - rest.len();
    if !between_dashes {
        return Some((from, next_stop(slice, from)?));
    }
    let dash = rest.chars().next().filter(|sign| is_dash(*sign))?;
    let from = from + dash.len_utf8();
    let end = slice[from..].find(is_dash).unwrap_or(slice.len() - from);
    let words = slice[from..from + end].trim_end();
    Some((from, from + words.trim_end_matches([',', '.']).len()))
}

/// The byte of the next sign that ends a clause.
fn next_stop(slice: &str, from: usize) -> Option<usize> {
    let rest = slice.get(from..)?;
    Some(
        from + rest
            .find([',', '.', '?', '!', ';', ':'])
            .unwrap_or(rest.len()),
    )
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '—' | '–')
}

/// Whether the words are a verb of saying with its subject behind it: "dit-elle", "a-t-il ajouté", "a
/// expliqué Mme Aubin", "пояснил министр".
fn is_tag(words: &[Token]) -> bool {
    let [verb, rest @ ..] = words else {
        return false;
    };
    if verb.kind != TokenKind::Lower || words.len() > MAX_TAG {
        return false;
    }
    let subject = match rest {
        _ if verb.is(class::CUE) && !verb.is(class::PREPOSITION) => rest,
        // a-t-il ajouté; a expliqué Mme Aubin
        [pronoun, cue, ..] if verb.is(class::AUXILIARY) && cue.is(class::CUE) => {
            return pronoun.is(class::SUBJECT);
        }
        [cue, rest @ ..] if verb.is(class::AUXILIARY) && cue.is(class::CUE) => rest,
        _ => return false,
    };
    match subject {
        [first, ..] if first.is(class::DETERMINER | class::POSSESSIVE) => subject
            .get(1)
            .is_some_and(|noun| noun.is(class::ROLE | class::TITLE | class::ORGANISATION)),
        _ => {
            // "крикнула профсоюзный лидер": an adjective or two may stand before the noun.
            let is_somebody = |token: &Token| {
                token.kind == TokenKind::Capital
                    || token.is(class::SUBJECT | class::ROLE | class::TITLE)
            };
            let is_adjective =
                |token: &Token| token.kind == TokenKind::Lower && !token.is(NOT_NOUN | class::CUE);
            let mut noun = subject
                .iter()
                .take(MAX_ADJECTIVES + 1)
                .skip_while(|token| !is_somebody(token) && is_adjective(token));
            noun.next().is_some_and(is_somebody)
        }
    }
}
