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

use super::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, class, rule};

/// A noun phrase: the tokens `start..end` of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub start: usize,
    pub end: usize,
}

/// Longest phrase that is believed, in tokens.
const MAX_PHRASE: usize = 45;

/// Words that cannot be the noun of a phrase.
pub(super) const NOT_NOUN: u64 = class::DETERMINER
    | class::POSSESSIVE
    | class::SUBJECT
    | class::OBJECT
    | class::RELATIVE
    | class::PREPOSITION
    | class::AUXILIARY
    | class::CONJUNCTION
    | class::SUBORDINATOR
    | class::INTERROGATIVE
    | class::ADVERB
    | class::VERB
    | class::GERUND;

/// Words that open an insertion which is no apposition: "in an interview", "speaking to voters", "asked
/// about it".
const ADVERBIAL: u64 = class::PREPOSITION
    | class::GERUND
    | class::SUBORDINATOR
    | class::ADVERB
    | class::VERB
    | class::CUE;

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

fn opens_phrase(token: &Token) -> bool {
    token.is(class::DETERMINER | class::POSSESSIVE)
}

/// The subject that ends before token `end`, not reaching before token `floor`.
pub(super) fn subject_before(tokens: &[Token], floor: usize, end: usize) -> Option<Phrase> {
    let mut at = skip_time_backwards(tokens, floor, end);
    let last = at;
    let mut outside = last;
    // Over appositions and brackets: "Lee, a nurse from Austin, Texas, said", "Lee (D., Ohio) said". What
    // is inserted without being an apposition ("Lee, in an interview, said") does not belong to the phrase.
    loop {
        let before = tokens[floor..at].last()?;
        let open = match before.kind {
            TokenKind::Sign(',') => insertion_start(tokens, floor, at),
            TokenKind::Sign(')') => rposition(tokens, floor, at, '('),
            TokenKind::Sign('—') => rposition(tokens, floor, at - 1, '—'),
            _ => break,
        };
        match open {
            Some(open) if open > floor && last - open <= MAX_PHRASE => {
                at = open;
                if before.is_sign(',') && is_adverbial(&tokens[open + 1]) {
                    outside = open;
                }
            }
            _ if before.is_sign(',') => {
                at -= 1;
                break;
            }
            _ => return None,
        }
    }
    let found = phrase_start(tokens, floor, at).or_else(|| {
        // "A colleague of his, Ann Lee, said": only the way forward knows the phrase.
        (at < last).then(|| forward_subject(tokens, floor, last))?
    });
    let start = match found? {
        // "Lee, a nurse who works with the Red Cross, a charity, said": the way back ended inside the
        // insertion; the way forward from the start of the clause does not.
        start if at < last && start > floor && hangs_on(&tokens[start - 1]) => {
            forward_subject(tokens, floor, last).unwrap_or(start)
        }
        start => start,
    };
    let mut end = if outside > start { outside } else { last };
    while end > at && !tokens[end - 1].is_word() && !tokens[end - 1].is_sign(')') {
        end -= 1;
    }
    Some(Phrase::new(start, end.max(at)))
}

/// Whether a phrase hangs on the word or comma before it.
fn hangs_on(before: &Token) -> bool {
    before.is_sign(',')
        || before.is_word()
            && !before.is(class::CONJUNCTION | class::SUBORDINATOR | class::COMPLEMENTIZER)
}

/// Start of the phrase that begins the clause and whose appositions reach to token `end`.
fn forward_subject(tokens: &[Token], floor: usize, end: usize) -> Option<usize> {
    let opens = |at: &usize| {
        *at == floor || {
            let before = &tokens[*at - 1];
            before.quote().is_some() || before.is_sign(',') || before.is(class::CONJUNCTION)
        }
    };
    let from = floor.max(end.saturating_sub(MAX_PHRASE));
    let reaches = |start: &usize| {
        phrase_after(tokens, *start, end).is_some_and(|phrase| {
            phrase.end == end || phrase.end + 1 == end && tokens[phrase.end].is_sign(',')
        })
    };
    (from..end).filter(opens).find(reaches)
}

/// Whether an insertion that begins with this word tells when, where or how.
fn is_adverbial(first: &Token) -> bool {
    first.kind == TokenKind::Lower
        && first.is(ADVERBIAL)
        && !first.is(class::CLOSE | class::ROLE | class::RELATIVE)
}

/// Index of the comma that opens the insertion which the comma before `at` closes.
fn insertion_start(tokens: &[Token], floor: usize, at: usize) -> Option<usize> {
    let close = at - 1;
    let open = rposition(tokens, floor, close, ',')?;
    let chunk = &tokens[open + 1..close];
    let first = chunk.first()?;
    let fits = !chunk.iter().any(|token| token.quote().is_some())
        && (first.is_word())
        && (first.is(class::RELATIVE) || !first.is(class::SUBJECT | class::CONJUNCTION));
    fits.then_some(open)
}

fn rposition(tokens: &[Token], floor: usize, end: usize, sign: char) -> Option<usize> {
    let from = floor.max(end.saturating_sub(MAX_PHRASE));
    tokens
        .get(from..end)?
        .iter()
        .rposition(|token| token.is_sign(sign))
        .map(|at| from + at)
}

/// Steps back over "on Tuesday", "earlier this week", "himself" between a subject and its verb.
fn skip_time_backwards(tokens: &[Token], floor: usize, end: usize) -> usize {
    let mut at = end;
    while at > floor + 1 {
        let token = &tokens[at - 1];
        let skips = token.is(class::TEMPORAL) || token.is(class::OBJECT) && is_reflexive(token);
        if !skips {
            break;
        }
        at -= 1;
        while at > floor + 1 && tokens[at - 1].is(class::PREPOSITION | class::DEMONSTRATIVE) {
            at -= 1;
        }
    }
    at
}

fn is_reflexive(token: &Token) -> bool {
    token.span.len() > 5
}

/// Start of the noun phrase that ends before `end`.
fn phrase_start(tokens: &[Token], floor: usize, end: usize) -> Option<usize> {
    let last = tokens.get(floor..end)?.last()?;
    let mut start = end - 1;
    if last.is(class::SUBJECT | class::RELATIVE) {
        return Some(start);
    }
    let is_age =
        last.kind == TokenKind::Number && tokens[floor..start].last().is_some_and(opens_phrase);
    if !(is_name(last) || is_noun(last) || is_age || last.is(class::DEMONSTRATIVE | class::NUMBER))
    {
        return None;
    }
    let floor = floor.max(end.saturating_sub(MAX_PHRASE));
    while start > floor {
        let (first, before) = (tokens[start], tokens[start - 1]);
        let joins = first.obeys(rule::GENITIVE) && (is_noun(&before) || is_name(&before));
        if opens_phrase(&first) && !before.is(class::ATTACHING) && !joins {
            break;
        }
        if before.is(class::ATTACHING) && before.kind == TokenKind::Lower {
            match attachment(tokens, floor, start) {
                Some(noun) => start = noun,
                None => break,
            }
        } else if joins_names(tokens, floor, start) {
            start -= 2;
        } else if let Some(open) = joined_bracket(tokens, floor, start) {
            start = open;
        } else if joins
            || opens_phrase(&before)
            || is_name(&before) && !is_honorific(&first)
            || before.kind == TokenKind::Number
            || before.is(class::NUMBER)
            || before.kind == TokenKind::Genitive
            || is_noun(&before) && (!is_name(&first) || describes(&before))
        {
            start -= 1;
        } else if before.is_word()
            && start > floor + 1
            && opens_phrase(&tokens[start - 2])
            && !before.is(class::AUXILIARY | class::PREPOSITION | class::CONJUNCTION)
        {
            // "A flabbergasted Lee", "the first lady": what stands behind an article belongs to its noun.
            start -= 2;
        } else if before.is_word()
            && start > floor + 2
            && is_noun(&tokens[start - 2])
            && opens_phrase(&tokens[start - 3])
            && before.is(class::ADVERB)
        {
            start -= 3; // "the former first lady"
        } else {
            break;
        }
    }
    Some(start)
}

/// Index of the noun to which the preposition before `start` attaches what begins at `start`.
fn attachment(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let noun = start.checked_sub(2).filter(|noun| *noun >= floor)?;
    let token = &tokens[noun];
    let fits = (is_noun(token) || is_name(token)) && !token.is(class::TEMPORAL);
    fits.then_some(noun)
}

/// "Smith and Jones": an "and" between two names.
fn joins_names(tokens: &[Token], floor: usize, start: usize) -> bool {
    start >= floor + 2
        && tokens[start - 1].is(class::CONJUNCTION)
        && is_name(&tokens[start])
        && is_name(&tokens[start - 2])
}

/// "Smith (D) and Jones": index of the last word before the bracket that an "and" joins to a name.
fn joined_bracket(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let closes = start >= floor + 2
        && tokens[start - 1].is(class::CONJUNCTION)
        && is_name(&tokens[start])
        && tokens[start - 2].is_sign(')');
    let open = closes.then(|| rposition(tokens, floor, start - 2, '('))??;
    (open > floor).then(|| open - 1)
}

/// "Mr." begins a name: nothing before it belongs to the phrase.
fn is_honorific(token: &Token) -> bool {
    token.is(class::TITLE) && token.word.gender != Gender::Unknown
}

/// Whether a lower-case noun can stand before a name as its description: "campaign manager Robby Lee".
fn describes(token: &Token) -> bool {
    token.is(class::ROLE | class::TITLE)
}

/// The phrase that begins at token `start`, with its appositions, not reaching token `ceiling`.
pub(super) fn phrase_after(tokens: &[Token], start: usize, ceiling: usize) -> Option<Phrase> {
    let first = tokens.get(start..ceiling)?.first()?;
    if first.is(class::SUBJECT | class::OBJECT) {
        return Some(Phrase::new(start, start + 1));
    }
    let mut end = simple_phrase_end(tokens, start, ceiling);
    if end == start
        || !tokens[start..end]
            .iter()
            .any(|token| is_name(token) || is_noun(token))
    {
        return None;
    }
    loop {
        let longer = apposition_end(tokens, end, ceiling);
        if longer == end || longer - start > MAX_PHRASE {
            return Some(Phrase::new(start, end));
        }
        end = longer;
    }
}

/// End of the noun phrase from `start` without appositions.
pub(super) fn simple_phrase_end(tokens: &[Token], start: usize, ceiling: usize) -> usize {
    let mut at = start;
    let mut has_noun = false;
    while at < ceiling.min(start + MAX_PHRASE) {
        let token = &tokens[at];
        let next = tokens.get(at + 1).filter(|_| at + 1 < ceiling);
        if token.is(class::TEMPORAL) && has_noun && !is_title_case_name(tokens, at, start) {
            break;
        }
        // "ein Sprecher der Feuerwehr"
        let is_owner = has_noun && token.obeys(rule::GENITIVE) && is_noun(&tokens[at - 1]);
        let goes_on = if opens_phrase(token) && !is_owner {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            let hangs = before.is_some_and(|before| {
                before.kind == TokenKind::Lower && before.is(class::ATTACHING)
            });
            !has_noun || hangs
        } else if is_name(token) || is_noun(token) {
            has_noun = true;
            true
        } else {
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
            if !opens_apposition(first) {
                return at;
            }
            let rest = &tokens[at + 1..ceiling];
            let stops = |at: &usize| {
                let token = &rest[*at];
                // "the ranking member": behind an article such a word is an adjective.
                let is_adjective = *at > 0 && opens_phrase(&rest[*at - 1]);
                matches!(
                    token.kind,
                    TokenKind::Sign(',' | ';' | ':' | '—') | TokenKind::Quote(_)
                ) || token.is(class::GERUND | class::SUBORDINATOR)
                    && !first.is(class::RELATIVE)
                    && !is_adjective
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

/// Whether the words are a clause of their own rather than an apposition: a finite auxiliary stands in
/// them outside a relative clause ("the two sides are level").
fn is_clause(chunk: &[Token]) -> bool {
    chunk
        .iter()
        .take_while(|token| !token.is(class::RELATIVE))
        .any(|token| token.kind == TokenKind::Lower && token.is(class::AUXILIARY))
}

fn trim_full_stop(tokens: &[Token], start: usize, mut end: usize) -> usize {
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
