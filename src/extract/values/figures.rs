//! Numbers as they are written: digits and number words with their multipliers, halves, ordinals and articles that count.
//!
//! ```text
//! 1,300   3.5 million   twenty-two   10-12   10 to 12   half a decade   the third time   lasted a month
//! ```

use super::ranges::upper;
use crate::extract::narration::FlatSentence;
use crate::lexicon::{FigureWord, class};

/// A number as it is read: in thousandths, with the tokens that it takes and a unit written with it.
pub(super) struct Figure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) end: usize,
    /// What stands behind a hyphen: "month" of "22-month".
    pub(super) tail: Option<String>,
    pub(super) is_open: bool,
}

impl Figure {
    /// From `low` to `high`, with nothing behind a hyphen.
    pub(super) fn between(low: f64, high: f64, end: usize) -> Self {
        Self {
            low,
            high,
            end,
            tail: None,
            is_open: false,
        }
    }
}

/// Reads the number at token `at`.
pub(super) fn figure(sentence: &FlatSentence, at: usize) -> Option<Figure> {
    let facts = sentence.lexicon.facts();
    let word = sentence.word(at);
    let (head, tail) = match word.split_once(['-', '‑']) {
        Some((head, tail)) if value(sentence, head).is_some() => (head, Some(tail)),
        _ => (word, None),
    };
    let number = value(sentence, head)
        .or_else(|| ordinal(sentence, at))
        .or_else(|| single(sentence, at));
    // The article of "half a decade" belongs to the number.
    let half = halved(sentence, at).filter(|_| number.is_none());
    let mut number = number.or(half)?;
    let mut end = at + 1 + usize::from(half.is_some());
    let mut unit = None;
    let mut is_open = false;
    let mut high = None;
    match tail {
        Some(tail) if facts.figure(tail) == Some(FigureWord::Open) => is_open = true,
        Some(tail) => match value(sentence, tail) {
            Some(ones)
                if ones < 10.0 && (20.0..100.0).contains(&number) && number % 10.0 == 0.0 =>
            {
                number += ones;
            }
            Some(upper) if upper > number && number >= 10.0 => high = Some(upper),
            Some(_) => return None,
            None if is_fraction(sentence, tail) => return None,
            None => unit = Some(tail.split(['-', '‑']).next().unwrap_or(tail).to_owned()),
        },
        None => {}
    }
    while unit.is_none()
        && let Some(factor) = facts.multiplier(sentence.word(end))
    {
        number *= factor;
        high = high.map(|high| high * factor);
        end += 1;
    }
    if unit.is_none()
        && high.is_none()
        && let Some(upper) = upper(sentence, at, end, (number, end > at + 1))
    {
        number *= upper.factor;
        high = Some(upper.number);
        end = upper.end;
    }
    let is_alone = end == at + 1 && unit.is_none() && !is_length(sentence, at);
    // "one" is a pronoun more often than a number.
    let is_one = is_alone && sentence.lexicon.wording().number(word) == Some("1");
    (!is_one).then_some(Figure {
        low: number,
        high: high.unwrap_or(number),
        end,
        tail: unit,
        is_open: is_open || high.is_some(),
    })
}

/// Whether "thirds" or the like makes the number before it a part of something.
fn is_fraction(sentence: &FlatSentence, tail: &str) -> bool {
    let one = sentence.lexicon.one_of(tail);
    let ordinal = one.as_deref().unwrap_or(tail);
    let digits = sentence.lexicon.wording().number(ordinal);
    digits.is_some_and(|digits| digits.parse::<f64>().is_err())
}

/// "an hour and …", "a week of …", "lasted a month": an article that counts a unit of time.
fn single(sentence: &FlatSentence, at: usize) -> Option<f64> {
    let facts = sentence.lexicon.facts();
    let unit = facts.unit(sentence.word(at + 1))?;
    let behind = sentence.tokens.get(at + 2);
    let goes_on =
        behind.is_some_and(|token| token.is(class::CONJUNCTION)) || sentence.is_of(at + 2);
    let is_article = facts.figure(sentence.word(at)) == Some(FigureWord::One);
    let counts = is_article && is_length(sentence, at)
        || goes_on && sentence.tokens[at].is(class::DETERMINER);
    (unit.measure == "time" && counts).then_some(1.0)
}

/// Whether a unit of time behind the word tells how long something lasts: "lasted a month", "for one year".
fn is_length(sentence: &FlatSentence, at: usize) -> bool {
    let facts = sentence.lexicon.facts();
    let before = at.checked_sub(1).map(|before| sentence.word(before));
    let is_time = |word| facts.unit(word).is_some_and(|unit| unit.measure == "time");
    before.and_then(|before| facts.figure(before)) == Some(FigureWord::Length)
        && is_time(sentence.word(at + 1))
}

/// "half a decade", "half a million": half of a unit of time or of a large number.
pub(super) fn halved(sentence: &FlatSentence, at: usize) -> Option<f64> {
    let facts = sentence.lexicon.facts();
    let article = sentence.tokens.get(at + 1)?;
    let of = sentence.word(at + 2);
    let is_time = facts.unit(of).is_some_and(|unit| unit.measure == "time");
    let is_half = facts.is_half(sentence.word(at)) && article.is(class::DETERMINER);
    (is_half && (is_time || facts.multiplier(of).is_some())).then_some(0.5)
}

/// Which time it was: 3 of "the third time". The first is seldom counted.
pub(super) fn ordinal(sentence: &FlatSentence, at: usize) -> Option<f64> {
    if sentence.lexicon.facts().figure(sentence.word(at + 1)) != Some(FigureWord::Occasion) {
        return None;
    }
    let word = sentence.word(at);
    let digits = sentence.lexicon.wording().number(word).unwrap_or(word);
    let plain = digits.trim_end_matches(char::is_alphabetic);
    let number = plain.parse().ok().filter(|number| *number > 1.0)?;
    (plain.len() < digits.len()).then_some(number)
}

/// The value of digits or of one number word that is not a multiplier alone.
pub(super) fn value(sentence: &FlatSentence, word: &str) -> Option<f64> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let plain = word.replace(',', "");
        return match plain.parse() {
            Ok(number) => Some(number),
            Err(_) => {
                let digits = plain.trim_end_matches(char::is_alphabetic);
                match sentence.lexicon.facts().figure(&plain[digits.len()..])? {
                    FigureWord::Factor(factor) => Some(digits.parse::<f64>().ok()? * factor),
                    _ => None,
                }
            }
        };
    }
    let digits = sentence.lexicon.wording().number(word)?;
    // An ordinal ("third") counts nothing.
    digits.parse().ok()
}
