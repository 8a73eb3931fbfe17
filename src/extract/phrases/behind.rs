//! The phrase that begins at a token, with its appositions, walked from left to right.

use super::{MAX_PHRASE, Phrase, is_inside_name, is_lower_role, is_name, is_noun, opens_phrase};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{class, rule};

/// The phrase that begins at token `start`, with its appositions, not reaching token `ceiling`.
pub(in crate::extract) fn phrase_after(
    tokens: &[Token],
    start: usize,
    ceiling: usize,
) -> Option<Phrase> {
    let first = tokens.get(start..ceiling)?.first()?;
    if first.is(class::SUBJECT | class::OBJECT) {
        return Some(Phrase::new(start, start + 1));
    }
    let ends = |next: &Token| !next.is_word() && next.kind != TokenKind::Genitive;
    if first.is(class::ALONE) && tokens.get(start + 1).is_none_or(ends) {
        return Some(Phrase::new(start, start + 1)); // "wrote another"
    }
    let mut end = simple_phrase_end(tokens, start, ceiling);
    if end == start
        || !tokens[start..end]
            .iter()
            .any(|token| is_name(token) || is_noun(token))
    {
        return None;
    }
    end = joined_end(tokens, end, ceiling);
    loop {
        let longer = apposition_end(tokens, end, ceiling);
        if longer == end || longer - start > MAX_PHRASE {
            return Some(Phrase::new(start, end));
        }
        end = longer;
    }
}

/// “…,” said Ann Lee │and the mayor of Orme│: end of the phrase for somebody that an "and" at `at` joins, if no verb of
/// its own stands behind it; `at` when there is none.
fn joined_end(tokens: &[Token], at: usize, ceiling: usize) -> usize {
    let joins = |joint: &&Token| joint.is(class::CONJUNCTION) && is_name(&tokens[at - 1]);
    let joint = tokens.get(at).filter(|_| at + 1 < ceiling);
    if joint.filter(joins).is_none() || !opens_phrase(&tokens[at + 1]) {
        return at;
    }
    let end = simple_phrase_end(tokens, at + 1, ceiling);
    let people = class::ROLE | class::TITLE | class::ORGANISATION | class::BODY;
    let is_somebody = tokens[at + 1..end]
        .iter()
        .any(|token| is_name(token) || token.is(people));
    let ends = |token: &Token| !token.is_word() || token.is(class::TEMPORAL | class::PREPOSITION);
    let is_closed = end >= ceiling || ends(&tokens[end]);
    if is_somebody && is_closed { end } else { at }
}

/// End of the noun phrase from `start` without appositions.
pub(in crate::extract) fn simple_phrase_end(
    tokens: &[Token],
    start: usize,
    ceiling: usize,
) -> usize {
    let mut at = start;
    let mut has_noun = false;
    while at < ceiling.min(start + MAX_PHRASE) {
        let token = &tokens[at];
        let next = tokens.get(at + 1).filter(|_| at + 1 < ceiling);
        // "director April Lee"
        let is_first_name = token.is(class::FIRST_NAME) && next.is_some_and(is_name);
        let is_name_here = is_first_name || is_title_case_name(tokens, at, start);
        if token.is(class::TEMPORAL) && has_noun && !is_name_here {
            break;
        }
        // "by Lee │last year│"
        if has_noun && token.is(class::WHEN) && next.is_some_and(|next| next.is(class::TEMPORAL)) {
            break;
        }
        // "ein Sprecher der Feuerwehr"
        let is_owner = has_noun
            && (token.obeys(rule::GENITIVE) && is_noun(&tokens[at - 1])
                || next.is_some_and(|next| is_inside_name(&tokens[at - 1], token, next)));
        let goes_on = if opens_phrase(token) && !is_owner {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            let hangs = before.is_some_and(|before| {
                before.kind == TokenKind::Lower && before.is(class::ATTACHING)
            });
            !has_noun || hangs
        } else if (is_name(token) || is_noun(token)) && !is_behind_noun(tokens, at, start) {
            has_noun = true;
            true
        } else {
            // "two people familiar with the talks"
            let describes = has_noun
                && token.is(class::POSTNOMINAL)
                && next.is_some_and(|next| next.is(class::ATTACHING));
            let hangs = at > start + 1 && tokens[at - 1].is(class::POSTNOMINAL);
            if describes || hangs && has_noun && token.is(class::ATTACHING) {
                at += 1;
                continue;
            }
            let attaches =
                token.is(class::ATTACHING) && next.is_some_and(|next| attaches_after(token, next));
            let joins = token.is(class::CONJUNCTION)
                && next.is_some_and(is_name)
                && at
                    .checked_sub(1)
                    .is_some_and(|before| is_name(&tokens[before]));
            // "one unaligned strategist", "retired surgeon Ann Lee"
            let is_adjective = (!has_noun || tokens[at - 1].is(class::NUMBER))
                && token.kind == TokenKind::Lower
                && token.is(class::VERB | class::GERUND)
                && !token.is(class::AUXILIARY | class::CUE)
                && next.is_some_and(|next| is_noun(next) || is_name(next));
            is_owner
                || is_adjective
                || matches!(token.kind, TokenKind::Number | TokenKind::Genitive)
                || token.is(class::NUMBER)
                || has_noun && (attaches || joins)
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at
}

/// Whether an adjective stands behind its noun, and a preposition behind it: "people familiar with".
fn is_behind_noun(tokens: &[Token], at: usize, start: usize) -> bool {
    at > start
        && tokens[at].is(class::POSTNOMINAL)
        && is_noun(&tokens[at - 1])
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(class::ATTACHING))
}

fn is_title_case_name(tokens: &[Token], at: usize, start: usize) -> bool {
    at > start && tokens[at].kind == TokenKind::Capital && tokens[at - 1].is(class::FIRST_NAME)
}

/// Whether a preposition after a noun carries the phrase on: "of the ministry", "at the Brennan Center",
/// but not "on Tuesday", "in a statement".
fn attaches_after(preposition: &Token, next: &Token) -> bool {
    let starts = opens_phrase(next) || is_name(next) || is_noun(next);
    !next.is(class::TEMPORAL) && starts && (preposition.is(class::CLOSE) || is_name(next))
}

/// End of the apposition, bracket or relative clause that begins at `at`; `at` when there is none.
fn apposition_end(tokens: &[Token], at: usize, ceiling: usize) -> usize {
    let Some(sign) = tokens.get(at).filter(|_| at < ceiling) else {
        return at;
    };
    match sign.kind {
        TokenKind::Sign('(') => tokens[at..ceiling]
            .iter()
            .position(|token| token.is_sign(')'))
            .filter(|length| *length <= 8)
            .map_or(at, |length| at + length + 1),
        TokenKind::Sign(',') => {
            let Some(first) = tokens.get(at + 1).filter(|_| at + 1 < ceiling) else {
                return at;
            };
            // "Ann Lee, managing director of the plant"
            let is_role = first.is(class::GERUND) && tokens.get(at + 2).is_some_and(is_lower_role);
            if !is_role && !opens_apposition(first) {
                return at;
            }
            let rest = &tokens[at + 1..ceiling];
            let stops = |at: &usize| {
                let token = &rest[*at];
                // "the ranking member", "managing director": such a word is an adjective.
                let is_adjective = match *at {
                    0 => is_role,
                    at => opens_phrase(&rest[at - 1]),
                };
                matches!(
                    token.kind,
                    TokenKind::Sign(',' | ';' | ':' | '—') | TokenKind::Quote(_)
                ) || token.is(class::GERUND | class::SUBORDINATOR)
                    && !first.is(class::RELATIVE)
                    && !is_adjective
                    && !is_inside_clause(rest, *at)
                    && !describes_noun(rest, *at)
            };
            let length = (0..rest.len()).find(stops).unwrap_or(rest.len());
            let closed = rest
                .get(length)
                .is_none_or(|token| !token.is_sign('—') && token.quote().is_none());
            let end = at + 1 + length;
            if is_clause(&tokens[at + 1..end]) {
                return at;
            }
            let end = trim_full_stop(tokens, at + 1, end);
            if closed && end > at + 1 { end } else { at }
        }
        _ => at,
    }
}

/// "a former mayor who is │supporting│ Lee": whether the verb in -ing at `at` stands in a relative clause.
fn is_inside_clause(words: &[Token], at: usize) -> bool {
    words[at].is(class::GERUND)
        && at > 0
        && words[at - 1].is(class::AUXILIARY)
        && words[..at].iter().any(Token::is_who)
}

/// "a veteran │voting│ rights lawyer": whether the word in -ing at `at` stands between two nouns.
fn describes_noun(words: &[Token], at: usize) -> bool {
    let is_plain = |token: &Token| token.kind == TokenKind::Lower && token.is_plain();
    let follows = at > 0 && (is_noun(&words[at - 1]) || is_name(&words[at - 1]));
    words[at].is(class::GERUND) && follows && words.get(at + 1).is_some_and(is_plain)
}

/// Whether the words are a clause of their own rather than an apposition: a finite auxiliary stands in
/// them outside a relative clause ("the two sides are level").
fn is_clause(chunk: &[Token]) -> bool {
    chunk
        .iter()
        .take_while(|token| !token.is(class::RELATIVE))
        .any(|token| token.kind == TokenKind::Lower && token.is(class::AUXILIARY))
}

/// Without the full stop that ends a sentence, as against that of "Flint, Mich., said".
fn trim_full_stop(tokens: &[Token], start: usize, mut end: usize) -> usize {
    if tokens.get(end).is_some_and(|next| next.is_sign(',')) {
        return end;
    }
    while end > start && matches!(tokens[end - 1].kind, TokenKind::Sign('.' | '!' | '?')) {
        end -= 1;
    }
    end
}

/// Whether the word after a comma opens an apposition to a name: "a nurse", "president of", "43", "who",
/// "R-Ohio", "then the mayor".
fn opens_apposition(first: &Token) -> bool {
    if first.is(class::RELATIVE) {
        return true;
    }
    if first.is(class::GERUND | class::SUBJECT | class::CONJUNCTION | class::AUXILIARY) {
        return false;
    }
    if first.is(class::PREPOSITION | class::SUBORDINATOR | class::TEMPORAL | class::ADVERB) {
        return first.is(class::CLOSE) && !first.is(class::TEMPORAL);
    }
    opens_phrase(first)
        || first.is(class::ROLE | class::TITLE)
        || first.kind == TokenKind::Number
        || is_name(first)
        || is_noun(first)
}
