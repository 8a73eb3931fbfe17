//! Days, months and years of a sentence.

use crate::extract::narration::FlatSentence;
use crate::extract::tokens::TokenKind;
use crate::lexicon::{CalendarWord, class};
use crate::model::{Day, Grain};

/// Adds the days of a sentence to `found`; tells of each token whether it belongs to one.
pub(in crate::extract) fn days(sentence: &FlatSentence, found: &mut Vec<Day>) -> Vec<bool> {
    let mut dated = vec![false; sentence.tokens.len()];
    let mut at = 0;
    while at < sentence.tokens.len() {
        let opens = sentence.opens[at];
        // "July 11-12": two days, which no one day agrees with or contradicts.
        if opens && is_month(sentence, at) && is_range(sentence.word(at + 1)) {
            dated[at..at + 2].fill(true);
            at += 2;
            continue;
        }
        let Some((length, grain, number)) = opens.then(|| day(sentence, at)).flatten() else {
            at += 1;
            continue;
        };
        let year = match grain {
            Grain::Month | Grain::Date => year_behind(sentence, at + 1, length - 1),
            _ => None,
        };
        dated[at..at + length].fill(true);
        found.push(Day {
            span: sentence.span(at, at + length),
            sentence: sentence.index,
            grain,
            number,
            year,
        });
        at += length;
    }
    dated
}

/// The day that begins at a token: how many tokens it has, and which it is.
fn day(sentence: &FlatSentence, at: usize) -> Option<(usize, Grain, i32)> {
    let token = &sentence.tokens[at];
    let facts = sentence.lexicon.facts();
    let is_capital = token.kind == TokenKind::Capital;
    match facts.calendar(sentence.word(at)) {
        Some(CalendarWord::Weekday(number)) if is_capital => Some((1, Grain::Weekday, number)),
        Some(CalendarWord::Month(month)) if is_capital => month_day(sentence, at, month),
        Some(CalendarWord::Place(distance)) => match facts.calendar(sentence.word(at + 1)) {
            Some(CalendarWord::Span(span)) => Some((2, Grain::Span, span * 10 + distance)),
            _ => None,
        },
        _ if token.kind == TokenKind::Number => {
            day_month(sentence, at).or_else(|| year(sentence, at))
        }
        _ => None,
    }
}

/// "3 March", "the 3rd of March".
fn day_month(sentence: &FlatSentence, at: usize) -> Option<(usize, Grain, i32)> {
    let written = sentence.word(at);
    let digits = written.trim_end_matches(|sign: char| sign.is_ascii_lowercase());
    let day = digits.parse::<i32>().ok()?;
    let of = usize::from(digits.len() < written.len() && sentence.is_of(at + 1));
    let month = at + 1 + of;
    let is_day = (1..=31).contains(&day) && written.len() <= digits.len() + ORDINAL;
    // "In 3 March polls": what stands before another noun is counted.
    let counts = is_thing_counted(sentence, month + 1);
    match sentence.lexicon.facts().calendar(sentence.word(month)) {
        Some(CalendarWord::Month(number)) if is_month(sentence, month) && is_day && !counts => {
            Some((2 + of, Grain::Date, number * 100 + day))
        }
        _ => None,
    }
}

/// Whether the name of a month stands at a token.
fn is_month(sentence: &FlatSentence, at: usize) -> bool {
    let is_capital = sentence
        .tokens
        .get(at)
        .is_some_and(|token| token.kind == TokenKind::Capital);
    let word = sentence.lexicon.facts().calendar(sentence.word(at));
    is_capital && matches!(word, Some(CalendarWord::Month(_)))
}

/// Whether a word is two days of a month: "11-12".
fn is_range(word: &str) -> bool {
    let is_day = |part: &str| part.parse::<i32>().is_ok_and(|day| (1..=31).contains(&day));
    word.split_once(['-', '–'])
        .is_some_and(|(from, to)| is_day(from) && is_day(to))
}

/// "March 3", "March 2019", "March".
fn month_day(sentence: &FlatSentence, at: usize, month: i32) -> Option<(usize, Grain, i32)> {
    let number = |at: usize| sentence.word(at).parse::<i32>().ok();
    match number(at + 1) {
        Some(day) if (1..=31).contains(&day) => {
            return Some((2, Grain::Date, month * 100 + day));
        }
        Some(year) if is_year(year) => return Some((2, Grain::Month, month)),
        _ => {}
    }
    // "May" and "March" open sentences as verbs; a month stands behind a preposition or a word like "last".
    let before = at.checked_sub(1).map(|at| &sentence.tokens[at]);
    let behind_preposition = before.is_some_and(|token| token.kind == TokenKind::Lower);
    behind_preposition.then_some((1, Grain::Month, month))
}

/// The year behind a month, or behind a day of it ("March 3, 2019"), in the first of `rest` tokens or past them.
fn year_behind(sentence: &FlatSentence, start: usize, rest: usize) -> Option<i32> {
    let behind = start + rest;
    let comma = usize::from(sentence.word(behind) == ",");
    let places = [start, behind + comma];
    let years = places.map(|at| sentence.word(at).parse().ok().filter(|year| is_year(*year)));
    years.into_iter().flatten().next()
}

/// A number of four digits that counts nothing.
fn year(sentence: &FlatSentence, at: usize) -> Option<(usize, Grain, i32)> {
    let year = sentence
        .word(at)
        .parse()
        .ok()
        .filter(|year| is_year(*year))?;
    let behind_sign = at > 0 && matches!(sentence.word(at - 1), "$" | "£" | "€" | "¥");
    let behind_preposition = at > 0 && sentence.tokens[at - 1].is(class::PREPOSITION);
    let counts = !behind_preposition && is_thing_counted(sentence, at + 1);
    (sentence.word(at).len() == 4 && !behind_sign && !counts).then_some((1, Grain::Year, year))
}

/// "polls" of "In 3 March polls", "votes" of "2020 votes": whether the word is a noun for what a number counts.
fn is_thing_counted(sentence: &FlatSentence, at: usize) -> bool {
    let token = sentence.tokens.get(at);
    token.is_some_and(|token| token.kind == TokenKind::Lower && token.is_plain())
        && sentence.lexicon.is_plural(sentence.word(at))
}

/// Letters that an ordinal number ends with: "3rd".
const ORDINAL: usize = 2;

fn is_year(number: i32) -> bool {
    (1700..2100).contains(&number)
}

#[cfg(test)]
mod tests {
    use crate::model::Grain;
    use crate::{Article, extract};

    fn days(text: &str) -> Vec<(String, Grain, i32)> {
        let article = Article::new("wire", text);
        let found = extract::extract(&article).narration.days;
        found
            .into_iter()
            .map(|day| (day.span.slice(text).to_owned(), day.grain, day.number))
            .collect()
    }

    #[test]
    fn days_months_and_years_are_read() {
        assert_eq!(
            days(
                "The mayor resigned on Friday, a year after the vote of March 3 and the fire of 1998."
            ),
            [
                ("Friday".to_owned(), Grain::Weekday, 4),
                ("March 3".to_owned(), Grain::Date, 303),
                ("1998".to_owned(), Grain::Year, 1998),
            ]
        );
        assert_eq!(days("It was agreed last month.")[0].1, Grain::Span);
    }

    #[test]
    fn the_day_may_stand_before_the_month_and_two_days_are_none() {
        for text in ["It opens on 13 July.", "It opens on the 13th of July."] {
            assert_eq!(days(text)[0].2, 713, "{text}");
        }
        let text = "They meet in Orme on July 11-12.";
        let narration = extract::extract(&Article::new("wire", text)).narration;
        assert!(narration.days.is_empty() && narration.quantities.is_empty());
    }

    #[test]
    fn the_year_behind_a_day_belongs_to_it() {
        let text = "The fund was opened on March 3, 2019, and closed in June 2021.";
        let found = extract::extract(&Article::new("wire", text)).narration.days;
        let years: Vec<Option<i32>> = found
            .iter()
            .filter(|day| day.grain != Grain::Year)
            .map(|day| day.year)
            .collect();
        assert_eq!(years, [Some(2019), Some(2021)]);
    }

    #[test]
    fn a_verb_is_no_month() {
        assert!(days("March on, she said. May they win.").is_empty());
    }
}
