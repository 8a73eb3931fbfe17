//! Times of day.
//!
//! ```text
//! at 10:30 p.m.     shortly before noon     by 9am
//! ```
//!
//! Hours without a word for the half of the day are left alone: "10:30" may be a verse.

use super::figures::Figure;
use super::measures::Shape;
use crate::extract::narration::FlatSentence;
use crate::extract::tokens::TokenKind;
use crate::lexicon::FigureWord;
use crate::model::Dimension;

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// Hours on a dial.
const DIAL: u16 = 12;

/// Reads the time of day at token `at`.
pub(super) fn clock(sentence: &FlatSentence, at: usize) -> Option<(Figure, Shape)> {
    let (minutes, end) = moment(sentence, at).or_else(|| hour(sentence, at))?;
    // A day more, so that one time is never many times another.
    let minutes = f64::from(minutes + DAY);
    let figure = Figure::between(minutes, minutes, end);
    Some((figure, Shape::bare(Dimension::Clock, end)))
}

/// "noon".
fn moment(sentence: &FlatSentence, at: usize) -> Option<(u16, usize)> {
    let is_plain = sentence.tokens[at].kind == TokenKind::Lower;
    match sentence.lexicon.facts().figure(sentence.word(at)) {
        Some(FigureWord::Moment(minutes)) if is_plain => Some((minutes, at + 1)),
        _ => None,
    }
}

/// "10:30 p.m.", "9am".
fn hour(sentence: &FlatSentence, at: usize) -> Option<(u16, usize)> {
    let (hour, mut half) = cut(sentence, at)?;
    if !(1..=DIAL).contains(&hour) {
        return None;
    }
    let mut end = at + 1;
    let mut minutes = 0;
    if half.is_none() && sentence.word(end) == ":" {
        (minutes, half) = cut(sentence, end + 1)?;
        end += 2;
    }
    if half.is_none() {
        half = added(sentence, sentence.word(end));
        end += 1;
    }
    Some((hour % DIAL * 60 + minutes + half?, end))
}

/// The number at a token, and the minutes that the letters at its end add ("9am").
fn cut(sentence: &FlatSentence, at: usize) -> Option<(u16, Option<u16>)> {
    let word = sentence.word(at);
    let length = word.find(|sign: char| !sign.is_ascii_digit());
    let (number, half) = word.split_at(length.unwrap_or(word.len()));
    let added = added(sentence, half);
    let is_whole = half.is_empty() || added.is_some();
    number
        .parse()
        .ok()
        .filter(|_| is_whole)
        .map(|number| (number, added))
}

/// The minutes that a word for the half of the day adds.
fn added(sentence: &FlatSentence, word: &str) -> Option<u16> {
    match sentence.lexicon.facts().figure(word) {
        Some(FigureWord::Hour(minutes)) => Some(minutes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Dimension, Quantity};
    use crate::{Article, extract};

    fn clocks(text: &str) -> Vec<Quantity> {
        let found = extract::extract(&Article::new("wire", text));
        let mut clocks = found.narration.quantities;
        clocks.retain(|quantity| quantity.dimension == Dimension::Clock);
        clocks
    }

    #[test]
    fn one_time_of_day_in_several_spellings_is_one() {
        let minutes = |text: &str| clocks(text)[0].low;
        assert_eq!(
            minutes("It sank at 12 p.m."),
            minutes("It sank at noon on Monday.")
        );
        assert_eq!(
            minutes("It sank at 9am on Monday."),
            minutes("It sank at 9:00 a.m. Monday.")
        );
        assert!(minutes("It sank at 9 a.m. sharp.") < minutes("It sank at 9 p.m. sharp."));
    }

    #[test]
    fn what_names_no_half_of_the_day_is_no_time() {
        assert!(clocks("He read John 3:16 at 10:30 to 12 people.").is_empty());
    }

    #[test]
    fn a_time_with_a_hedge_reaches_a_little_either_way() {
        let found = clocks("The blast was heard shortly before 11 p.m. on Monday.");
        assert!(found[0].is_hedged && found[0].low < found[0].high);
    }
}
