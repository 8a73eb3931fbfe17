//! Names told from common nouns where both are written with a capital.
//!
//! ```text
//! Landrätin Friederike Aumann sagte der Zeitung, …       the name stands behind a title
//! Brandl will vor das Gericht ziehen.                    known from "Hatice Brandl" elsewhere
//! ```
//!
//! A capital is a name where something shows it: a first name, a title before it, a tag ("…“, sagte Aumann),
//! another capital beside it. What is a name in one place of the article is one everywhere. All other capitals are
//! read as words in lower case, so that the rules for phrases hold. Two passes.
//!
//! In English the question is only asked of surnames: Joseph Sellers sells nothing, the Hunters do not hunt.

use rustc_hash::FxHashSet;

use super::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, Grammar, Lexicon, class};

/// Classes of words that are no names by themselves.
const KNOWN: u64 = !class::FIRST_NAME;
/// Nouns that the tables hold.
const NOUN: u64 = class::ROLE
    | class::TITLE
    | class::ORGANISATION
    | class::TEMPORAL
    | class::AUDIENCE
    | class::NUMBER
    | class::WORK;

/// Turns the capitals of common nouns to lower case.
pub(super) fn settle(text: &str, grammar: &Grammar, tokens: &mut [Token]) {
    let mut names: FxHashSet<&str> = FxHashSet::default();
    let capitals = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Capital);
    let written: FxHashSet<&str> = capitals.map(|token| token.span.slice(text)).collect();
    // "Riedls Rede": no name, where the text has "Riedl" as well.
    let is_owner = |token: &Token| {
        let word = token.span.slice(text);
        let stem = grammar.name_stem(word);
        stem != word && written.contains(stem)
    };
    let mut was_name = false;
    for at in 0..tokens.len() {
        let is_owned = at > 0 && was_name && is_owner(&tokens[at - 1]);
        was_name = !is_owned && is_shown(text, tokens, at, was_name);
        if was_name {
            names.insert(tokens[at].span.slice(text));
        }
    }
    for at in 0..tokens.len() {
        let token = tokens[at];
        let word = token.span.slice(text);
        let is_name = names.contains(word) || names.contains(grammar.name_stem(word));
        let follows_name = at > 0
            && tokens[at - 1].kind == TokenKind::Capital
            && names.contains(tokens[at - 1].span.slice(text));
        let is_noun = !token.is(KNOWN) || token.is(NOUN) && !follows_name;
        if token.kind != TokenKind::Capital {
            continue;
        }
        if is_name {
            // "Karl Sommer" is no season.
            tokens[at].word.classes &= class::FIRST_NAME;
        } else if is_noun {
            tokens[at].kind = TokenKind::Lower;
        }
    }
}

/// Whether the surroundings of token `at` show that it is a name. `was_name`: the token before is one.
fn is_shown(text: &str, tokens: &[Token], at: usize, was_name: bool) -> bool {
    let token = &tokens[at];
    if token.kind != TokenKind::Capital {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let is = |token: Option<&Token>, classes: u64| token.is_some_and(|token| token.is(classes));
    if was_name && (is(before, class::FIRST_NAME) || !token.is(KNOWN)) {
        return true;
    }
    if token.is(KNOWN) {
        return false;
    }
    let word = token.span.slice(text);
    if word.chars().count() > 1 && word.chars().all(char::is_uppercase) {
        return true;
    }
    let is_described = is(before, class::DETERMINER | class::POSSESSIVE)
        || before.is_some_and(|before| {
            before.kind == TokenKind::Lower
                && before.is_plain()
                && before.span.end < token.span.start
        });
    if token.is(class::FIRST_NAME) {
        return !is_described;
    }
    let next = tokens.get(at + 1);
    let bears_name = |token: &Token| token.kind == TokenKind::Capital && !token.is(KNOWN);
    let is_tagged = is(before, class::CUE)
        && at > 1
        && (tokens[at - 2].is_sign(',') || tokens[at - 2].quote().is_some())
        && next.is_none_or(|next| !next.is_word() || next.is(class::PREPOSITION | class::ADVERB));
    is(before, class::TITLE | class::ROLE)
        || !is_described && next.is_some_and(bears_name)
        || is_tagged
}

/// Lets small words that stand in capitals in a sentence that is not all capitals be names: the US, the WHO.
pub(super) fn free_initials(text: &str, lexicon: &Lexicon, sentence: &mut [Token]) {
    let is_initials = |token: &Token| {
        let word = token.span.slice(text);
        token.kind == TokenKind::Capital
            && token.is(class::OBJECT | class::RELATIVE | class::NEUTER)
            && word.bytes().all(|letter| letter.is_ascii_uppercase())
            && lexicon.is_initials(&word.to_ascii_lowercase())
    };
    if sentence.iter().any(is_initials)
        && sentence.iter().any(|token| token.kind == TokenKind::Lower)
    {
        let initials = sentence.iter_mut().filter(|token| is_initials(token));
        initials.for_each(|token| token.word = token.word.with_classes(0));
    }
}

/// Lets a small word with a capital between two capitals be part of their name: "Doctors Without Fear".
pub(super) fn join_names(sentence: &mut [Token]) {
    let is_capital = |token: &Token| token.kind == TokenKind::Capital;
    let small = class::PREPOSITION | class::CONJUNCTION;
    let is_joint = |at: &usize| {
        let around = &sentence[at - 1..at + 2];
        around.iter().all(is_capital) && around[1].is(small) && !around[0].is(small)
    };
    let last = sentence.len().saturating_sub(1);
    let joints: Vec<usize> = (1..last).filter(is_joint).collect();
    for at in joints {
        sentence[at].word = sentence[at].word.with_classes(0);
    }
}

/// Lets English surnames that are nouns for people, titles or months too ("Mr. Sellers", "Ann Judge", "Ann May") be
/// nothing but names, wherever the article has them: those that stand behind "Mr.", a first name or an initial.
pub(super) fn free_surnames(text: &str, tokens: &mut [Token]) {
    let could_be = |at: usize| {
        let token = &tokens[at];
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let next = tokens.get(at + 1);
        let is = |token: Option<&Token>, kind: TokenKind| token.is_some_and(|t| t.kind == kind);
        // "Judge Ann Lee" stays a title, and "in May", "May 3" a month.
        let is_bare_title = token.is(class::TITLE) && !is(next, TokenKind::Capital);
        let is_month = token.is(class::TEMPORAL)
            && token.is(class::AUXILIARY | class::VERB)
            && !is(next, TokenKind::Number)
            && !is(before, TokenKind::Number)
            && !before.is_some_and(|before| before.is(class::INSIDE | class::WHEN));
        let is_noun = token.is(class::ROLE) && !token.is(class::TITLE);
        token.kind == TokenKind::Capital
            && !token.is(class::ORGANISATION)
            && (is_noun || is_bare_title || is_month)
    };
    let follows_name = |at: usize| {
        let before = &tokens[at - 1];
        let is_honorific = before.is(class::TITLE) && before.word.gender != Gender::Unknown;
        let is_initial = before.span.slice(text).ends_with('.') && before.span.len() == 2;
        before.kind == TokenKind::Capital
            && (is_honorific || is_initial || before.is(class::FIRST_NAME))
    };
    let surnames: FxHashSet<&str> = (1..tokens.len())
        .filter(|at| could_be(*at) && follows_name(*at))
        .map(|at| tokens[at].span.slice(text))
        .collect();
    if surnames.is_empty() {
        return;
    }
    let is_surname = |at: &usize| surnames.contains(tokens[*at].span.slice(text));
    let freed: Vec<usize> = (0..tokens.len())
        .filter(|at| is_surname(at) && could_be(*at))
        .collect();
    for at in freed {
        tokens[at].word.classes &= class::FIRST_NAME;
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::quotations;

    #[test]
    fn us_in_capitals_is_a_country_unless_everything_is() {
        assert_eq!(
            quotations(
                "en",
                "“The ship is safe,” said US engineer Karin Holt. The US said it would not pay. \
                 According to US officials, the ship is late. She told us it was wet."
            ),
            [
                "Karin Holt: “The ship is safe,”",
                "US: it would not pay",
                "US officials: the ship is late",
                "Karin Holt: it was wet"
            ]
        );
    }

    #[test]
    fn small_words_with_a_capital_stand_inside_the_name_of_a_body() {
        assert_eq!(
            quotations(
                "en",
                "The Doctors Without Fear group said that the camps were full. \
                 Men Against Violence said it was late."
            ),
            [
                "The Doctors Without Fear group: that the camps were full",
                "Men Against Violence: it was late"
            ]
        );
    }
}
