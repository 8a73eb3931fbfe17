//! Two numbers that are one: the votes of two sides, and a share of a whole.
//!
//! ```text
//! by a vote of 12 to 9     a 52-48 vote           votes
//! two-thirds of tenants    one in five tenants    a share, in percent
//! ```
//!
//! A share in words is a round one: it reaches a little either way, so that 66 percent is two-thirds.

use super::figures::{Figure, halved, value};
use super::measures::Shape;
use crate::extract::narration::FlatSentence;
use crate::lexicon::{FigureWord, class};
use crate::model::Dimension;

/// Percent that a share in words reaches either way.
const ROUND: f64 = 2.0;
/// The most members of a body that votes, and the most of whom a share says how many.
const MOST_VOTES: f64 = 999.0;
const MOST: f64 = 100.0;
/// Tokens before and behind two numbers in which a word tells that they are votes.
const BEFORE: usize = 8;
const BEHIND: usize = 2;

/// Reads the votes or the share at token `at`.
pub(super) fn ratio(sentence: &FlatSentence, at: usize) -> Option<(Figure, Shape)> {
    if let Some((share, end)) = share(sentence, at) {
        let figure = Figure::between(100.0 * share - ROUND, 100.0 * share + ROUND, end);
        return Some((figure, Shape::share(sentence, end)));
    }
    let (votes, end) = votes(sentence, at)?;
    let figure = Figure::between(votes, votes, end);
    Some((figure, Shape::bare(Dimension::Votes, end)))
}

/// Which part of the whole it is, and the end of it.
fn share(sentence: &FlatSentence, at: usize) -> Option<(f64, usize)> {
    let facts = sentence.lexicon.facts();
    let part = |word: &str| match facts.figure(word) {
        Some(FigureWord::Part(whole)) => Some(whole),
        _ => None,
    };
    let word = sentence.word(at);
    if let Some((number, whole)) = word.split_once(['-', '‑']) {
        let share = value(sentence, number)? / part(whole)?;
        return (share < 1.0).then_some((share, at + 1));
    }
    let is_determiner = |at: usize| {
        let token = sentence.tokens.get(at);
        token.is_some_and(|token| token.is(class::DETERMINER))
    };
    // "half of the schools", "half the schools"; "half a decade" is a time.
    if halved(sentence, at).is_some() {
        return None;
    }
    if let Some(whole) = part(word).filter(|whole| *whole == 2.0) {
        return (sentence.is_of(at + 1) || is_determiner(at + 1)).then_some((1.0 / whole, at + 1));
    }
    let number = match value(sentence, word) {
        None if is_determiner(at) && !sentence.tokens[at].is(class::DEFINITE) => 1.0,
        number => number?,
    };
    // "a third of the schools", "three quarters of the schools"
    if let Some(whole) = part(sentence.word(at + 1)) {
        return (number < whole && sentence.is_of(at + 2)).then_some((number / whole, at + 2));
    }
    // "one in five schools", "four out of five schools"
    let is_among = |at: usize| facts.figure(sentence.word(at)) == Some(FigureWord::Among);
    let mut end = at + 1;
    if is_among(end) {
        end += 1 + usize::from(sentence.is_of(end + 1));
    }
    let whole = value(sentence, sentence.word(end)).filter(|_| end > at + 1)?;
    let is_measure = facts.unit(sentence.word(end + 1)).is_some();
    (number >= 1.0 && number < whole && whole <= MOST && !is_measure && !is_determiner(at))
        .then_some((number / whole, end + 1))
}

/// The votes of two sides in one number, and the end of them.
fn votes(sentence: &FlatSentence, at: usize) -> Option<(f64, usize)> {
    let facts = sentence.lexicon.facts();
    let is_against = |word: &str| facts.figure(word) == Some(FigureWord::Against);
    let whole = |word: &str| {
        let number = value(sentence, word)?;
        (number.fract() == 0.0 && number <= MOST_VOTES).then_some(number)
    };
    let word = sentence.word(at);
    let (larger, smaller, end) = if let Some((larger, rest)) = word.split_once(['-', '‑']) {
        // "12-to-9"
        let smaller = match rest.split_once(['-', '‑']) {
            Some((between, smaller)) if is_against(between) => smaller,
            _ => rest,
        };
        (larger, smaller, at + 1)
    } else {
        let between = sentence.tokens.get(at + 1)?;
        if !between.is_dash() && !is_against(sentence.word(at + 1)) {
            return None;
        }
        (word, sentence.word(at + 2), at + 3)
    };
    let (larger, smaller) = (whole(larger)?, whole(smaller)?);
    let mut near = (at.saturating_sub(BEFORE)..at).chain(end..end + BEHIND);
    let is_ballot = near.any(|at| facts.figure(sentence.word(at)) == Some(FigureWord::Ballot));
    // "10 to 15" is a range.
    (is_ballot && larger >= smaller).then_some((1000.0 * larger + smaller, end))
}

#[cfg(test)]
mod tests {
    use crate::model::{Dimension, Quantity};
    use crate::{Article, extract};

    fn first(text: &str) -> Quantity {
        let found = extract::extract(&Article::new("wire", text));
        found.narration.quantities[0].clone()
    }

    #[test]
    fn votes_are_one_number_however_they_are_written() {
        let votes = [
            "The board approved the bridge by a vote of 12 to 9.",
            "The board voted 12-9 for the bridge.",
            "In a 12-to-9 vote the board chose the bridge.",
        ];
        for text in votes {
            let found = first(text);
            assert_eq!((found.dimension, found.low), (Dimension::Votes, 12_009_000));
        }
        assert_eq!(first("It costs 10-15 crowns.").dimension, Dimension::Count);
    }

    #[test]
    fn a_share_in_words_is_a_round_share_in_percent() {
        let shares = [
            "Two-thirds of the tenants refused.",
            "Two thirds of the tenants refused.",
            "Some two in three tenants refused.",
        ];
        for text in shares {
            let found = first(text);
            assert_eq!(found.dimension, Dimension::Unit("percent"));
            assert!(
                found.low < 66_000 && found.high > 67_000,
                "{text}: {found:?}"
            );
            assert_eq!(found.noun.as_deref(), first("12 tenants").noun.as_deref());
        }
        let half = first("Half the tenants refused.");
        assert!(half.low < 50_000 && half.high > 50_000);
    }
}
