//! Numbers of a sentence with what they count or measure.
//!
//! ```text
//! nearly  300        elderly passengers      a  22  -  month  investigation
//! hedge   number     noun ───► head             number unit   noun
//! ```
//!
//! A number is digits or number words with their multipliers; behind it stands a unit, or the noun that it
//! counts. Of "53 others were wounded" the verb tells what is counted.

use super::clocks::clock;
use super::figures::{Figure, figure};
use super::measures::Shape;
use super::ratios::ratio;
use crate::extract::narration::FlatSentence;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{FigureWord, Hedge, class, rule};
use crate::model::{Dimension, Quantity};

/// Adds the numbers of a sentence to `found`; tokens that are `dated` belong to a day.
pub(in crate::extract) fn quantities(
    sentence: &FlatSentence,
    dated: &[bool],
    found: &mut Vec<Quantity>,
) {
    let mut at = 0;
    while at < sentence.tokens.len() {
        // "an hour and a half": an article counts what stands behind it.
        let opens = sentence.opens[at] || sentence.opens.get(at + 1).is_some_and(|next| *next);
        match opens.then(|| quantity(sentence, dated, at)).flatten() {
            Some((quantity, end)) => {
                found.push(quantity);
                at = end;
            }
            None => at += 1,
        }
    }
}

fn quantity(sentence: &FlatSentence, dated: &[bool], start: usize) -> Option<(Quantity, usize)> {
    let facts = sentence.lexicon.facts();
    let behind = |next: usize| sentence.word(start + 1 + next);
    let hedge = facts.approximation(sentence.word(start), behind);
    let mut at = start + hedge.map_or(0, |hedge| hedge.words());
    let mut own = match hedge.map(|hedge| hedge.hedge) {
        Some(Hedge::Vague(low, high) | Hedge::Often(low, high)) => Some((low as f64, high as f64)),
        _ => None,
    };
    // "several hundred", "a few dozen"
    while let Some((low, high)) = own
        && let Some(factor) = facts.multiplier(sentence.word(at))
    {
        own = Some((low * factor, high * factor));
        at += 1;
    }
    if own.is_none() && dated.get(at).copied().unwrap_or(true)
        || at > start + 1 && own.is_some() && is_counted(sentence, start)
    {
        return None;
    }
    let first = at;
    let special = match own {
        None => clock(sentence, at).or_else(|| ratio(sentence, at)),
        Some(_) => None,
    };
    let (figure, mut shape) = if let Some(special) = special {
        special
    } else {
        let currency = currency(sentence.word(at));
        at += usize::from(currency.is_some());
        let figure = match own {
            Some((low, high)) => Figure {
                low,
                high,
                end: at,
                // "monthslong" counts and measures at once.
                tail: Some(sentence.word(start))
                    .filter(|word| facts.unit(word).is_some())
                    .map(str::to_owned),
                is_open: true,
            },
            _ => figure(sentence, at)?,
        };
        if is_clock(sentence, figure.end) {
            return None;
        }
        let shape = Shape::read(sentence, &figure, currency, at);
        (figure, shape)
    };
    if let Some(Hedge::Often(..)) = hedge.map(|hedge| hedge.hedge) {
        shape = Shape::times(sentence, start, at);
    }
    // "hours before": what it counts stands before, and nothing behind.
    let is_span = at > start + 1 && own.is_some() && facts.unit(sentence.word(start)).is_some();
    if is_span {
        (shape.noun, shape.end) = (None, at);
    }
    let (low, high) = bounds(hedge.map(|hedge| hedge.hedge), &figure, shape.dimension);
    let (low, high) = if let Some((more, end)) = shape.remainder(sentence) {
        shape.end = end;
        (low + more, high + more)
    } else {
        (low, high)
    };
    let figure_start = if figure.end > first { first } else { start };
    shape.end = shape.end.max(figure.end);
    // "killed seven people": what is counted stands before.
    if let Some(verb) = start.checked_sub(1)
        && shape.is_people
    {
        let stem = sentence.lexicon.stem(sentence.word(verb));
        shape.noun = facts.referent(&stem).map(|_| stem).or(shape.noun);
    }
    if shape.noun.is_none() && shape.dimension == Dimension::Count {
        shape.noun = changed(sentence, start);
    }
    let quantity = Quantity {
        span: sentence.span(start, shape.end),
        figure: sentence.span(figure_start, figure.end.max(figure_start + 1)),
        sentence: sentence.index,
        low: thousandths(low * shape.factor),
        high: thousandths(high * shape.factor),
        is_hedged: hedge.is_some() || figure.is_open,
        dimension: shape.dimension,
        noun: shape.noun,
    };
    Some((quantity, figure.end.max(start + 1)))
}

/// "three │hours before│": whether a unit of time that stands for a number of its own is counted already.
fn is_counted(sentence: &FlatSentence, start: usize) -> bool {
    const COUNTS: u64 = class::NUMBER | class::DETERMINER | class::ADJECTIVE | class::WHEN;
    let facts = sentence.lexicon.facts();
    let before = start.checked_sub(1).map(|before| &sentence.tokens[before]);
    let counts = |token: &Token| {
        let word = sentence.word(start - 1);
        token.kind == TokenKind::Number
            || token.is(COUNTS)
            || token.obeys(rule::OF)
            || facts.is_half(word)
    };
    facts.unit(sentence.word(start)).is_some() && before.is_some_and(counts)
}

/// The least and the most that a hedged figure can be.
fn bounds(hedge: Option<Hedge>, figure: &Figure, dimension: Dimension) -> (f64, f64) {
    match hedge {
        None if figure.is_open && figure.low == figure.high => (figure.low, figure.high * 1.1),
        None | Some(Hedge::Often(..)) => (figure.low, figure.high),
        Some(_) if dimension == Dimension::Clock => (figure.low - NEARLY, figure.high + NEARLY),
        Some(Hedge::About) => (figure.low * 0.93, figure.high * 1.07),
        Some(Hedge::Below) => (figure.low * 0.9, figure.high),
        // "more than a week" can be nearly two.
        Some(Hedge::Above) if figure.high <= FEW => (figure.low * 1.001, figure.high * 2.0),
        Some(Hedge::Above) => (figure.low * 1.001, figure.high * 1.15),
        Some(Hedge::Least) => (figure.low, figure.high * 1.15),
        Some(Hedge::Most) => (figure.low * 0.95, figure.high),
        Some(Hedge::Vague(..)) if figure.low == figure.high => (figure.low, figure.high * 1.1),
        Some(Hedge::Vague(..)) => (figure.low, figure.high),
    }
}

/// Minutes that "about 10 p.m." leaves open.
const NEARLY: f64 = 20.0;

/// Up to this many of a unit "more than" reaches to the double.
const FEW: f64 = 2.0;

/// The largest number that is told apart, in units.
const LARGEST: f64 = 9.0e15;

fn thousandths(value: f64) -> i64 {
    // The float is far inside the range of the integer.
    #[allow(clippy::cast_possible_truncation)]
    let rounded = (value.clamp(0.0, LARGEST) * 1000.0).round() as i64;
    rounded
}

/// Farthest verb before a number, and noun before the verb, in tokens.
const FARTHEST_CHANGE: usize = 6;

/// The stem of the noun that a number behind "to" counts, "arrests" of "arrests have fallen to 400", or right behind the
/// verb, "dead" of "the dead numbered 13".
fn changed(sentence: &FlatSentence, start: usize) -> Option<String> {
    let facts = sentence.lexicon.facts();
    let before = start.checked_sub(1)?;
    let near = |end: usize| (end.saturating_sub(FARTHEST_CHANGE)..end).rev();
    let is_change = |at: &usize| facts.figure(sentence.word(*at)) == Some(FigureWord::Change);
    let verb = match facts.figure(sentence.word(before))? {
        FigureWord::Tally => before,
        FigureWord::Against => near(before).find(is_change)?,
        _ => return None,
    };
    let is_noun = |at: &usize| {
        let token = &sentence.tokens[*at];
        let is_plain = token.kind == TokenKind::Lower || *at == 0;
        is_plain && token.is_word() && !token.is(class::ADVERB | class::AUXILIARY | class::VERB)
    };
    let noun = near(verb).find(is_noun)?;
    Some(sentence.lexicon.stem(sentence.word(noun)))
}

/// The sign of a currency with which a word begins.
pub(super) fn currency(word: &str) -> Option<char> {
    let sign = word.chars().next()?;
    matches!(sign, '$' | '£' | '€' | '¥').then_some(sign)
}

/// Whether what stands behind the number makes it a time of day or a score.
fn is_clock(sentence: &FlatSentence, end: usize) -> bool {
    let next_is_digit = sentence
        .tokens
        .get(end + 1)
        .is_some_and(|token| token.kind == TokenKind::Number);
    sentence.lexicon.facts().is_clock(sentence.word(end))
        || sentence.word(end) == ":" && next_is_digit
}

#[cfg(test)]
mod tests {
    use crate::model::{Dimension, Quantity};
    use crate::{Article, extract};

    fn quantities(text: &str) -> Vec<(String, Quantity)> {
        let article = Article::new("wire", text);
        let found = extract::extract(&article).narration.quantities;
        found
            .into_iter()
            .map(|quantity| (quantity.span.slice(text).to_owned(), quantity))
            .collect()
    }

    fn spans(text: &str) -> Vec<String> {
        quantities(text).into_iter().map(|(span, _)| span).collect()
    }

    #[test]
    fn a_number_goes_with_its_hedge_and_what_it_counts() {
        assert_eq!(
            spans("Nearly 300 elderly passengers and two dozen drivers waited."),
            ["Nearly 300 elderly passengers", "two dozen drivers"]
        );
        let found = quantities("Some 1.5 million households lost power for 22 hours.");
        assert_eq!(
            (found[0].1.low, found[0].1.high),
            (1_395_000_000, 1_605_000_000)
        );
        assert_eq!(found[1].1.dimension, Dimension::Unit("time"));
    }

    #[test]
    fn a_vague_number_is_multiplied() {
        let found = quantities("They were met by several hundred drivers and a few dozen dogs.");
        assert_eq!(found[0].0, "several hundred drivers");
        assert_eq!((found[0].1.low, found[0].1.high), (300_000, 900_000));
        assert_eq!(found[1].0, "a few dozen dogs");
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn two_ends_are_one_range_and_a_change_is_two_numbers() {
        let ends = |text: &str| {
            let (span, found) = quantities(text).swap_remove(0);
            (span, found.low / 1000, found.high / 1000)
        };
        let ranges = [
            (
                "Between 150 and 200 tenants slept outside.",
                "150 and 200 tenants",
                150,
                200,
            ),
            (
                "They hope to win between five and 12 seats.",
                "five and 12 seats",
                5,
                12,
            ),
            (
                "It costs 5 to 10 million crowns.",
                "5 to 10 million crowns",
                5_000_000,
                10_000_000,
            ),
            (
                "It costs $5 million to $10 million a year.",
                "$5 million to $10 million",
                5_000_000,
                10_000_000,
            ),
        ];
        for (text, span, low, high) in ranges {
            assert_eq!(ends(text), (span.to_owned(), low, high));
        }
        let count = |text: &str| quantities(text).len();
        assert_eq!(count("Her share rose from 41 to 46 percent."), 2);
        assert_eq!(count("The fares of 12 and 15 crowns went up."), 2);
        assert_eq!(count("They beat the crew of nine and 12 dogs."), 2);
    }

    /// The first quantity in thousandths of its base unit.
    fn days(text: &str) -> i64 {
        quantities(text)[0].1.low
    }

    #[test]
    fn equal_lengths_of_time_are_equal() {
        assert_eq!(days("It took three weeks."), days("It took 21 days."));
        assert!((days("It took an hour and a half.") - days("It took 90 minutes.")).abs() <= 1);
    }

    #[test]
    fn money_ages_and_pages_are_known() {
        let found = quantities(
            "Ann Lee, 46, paid £2.2m for a 62-page report and 48 million pounds in fees.",
        );
        let kinds: Vec<Dimension> = found
            .iter()
            .map(|(_, quantity)| quantity.dimension)
            .collect();
        assert_eq!(
            kinds,
            [
                Dimension::Age,
                Dimension::Money('£'),
                Dimension::Count,
                Dimension::Money('£')
            ]
        );
        assert_eq!(found[2].1.noun.as_deref(), Some("pag"));
    }

    #[test]
    fn the_verb_tells_what_is_counted_of_others() {
        let found = quantities("At least 53 others were wounded and 17 dead.");
        let nouns: Vec<Option<&str>> = found
            .iter()
            .map(|(_, quantity)| quantity.noun.as_deref())
            .collect();
        assert_eq!(nouns, [Some("wound"), Some("dead")]);
    }

    #[test]
    fn years_and_ranks_count_nothing() {
        assert!(spans("In 2019 they voted on the 4th motion.").is_empty());
    }

    #[test]
    fn half_of_a_time_is_a_time_and_the_third_time_is_three() {
        assert_eq!(days("It took half a decade."), days("It took five years."));
        let found = quantities("Half a million homes are dark.");
        assert_eq!(
            (found[0].1.low, found[0].0.as_str()),
            (500_000_000, "Half a million homes")
        );
        let found = quantities("The ferry sank for the third time on Monday.");
        assert_eq!(found[0].1.dimension, Dimension::Times);
        assert_eq!(found[0].1.low, 3000);
        let found = quantities("The ferry sank four times, with three times as many aboard.");
        let kinds: Vec<Dimension> = found.iter().map(|(_, found)| found.dimension).collect();
        assert_eq!(kinds[0], Dimension::Times);
        assert!(!kinds[1..].contains(&Dimension::Times));
    }

    #[test]
    fn an_article_counts_what_something_lasts_and_no_rate() {
        assert_eq!(
            spans("The talks lasted a month, after nearly a year of silence."),
            ["a month", "nearly a year of silence"]
        );
        assert_eq!(
            days("The talks went on for a week."),
            days("It took seven days.")
        );
        assert_eq!(
            days("A year-long inquiry ended."),
            days("It took one year and ended.")
        );
        assert!(spans("They meet every morning of a month in which a week is free.").is_empty());
    }

    #[test]
    fn a_number_counts_what_a_verb_tallies_and_nothing_behind_a_comma() {
        let found = quantities("By Monday night the dead numbered 13 and the missing four.");
        assert_eq!(found[0].1.noun.as_deref(), Some("dead"));
        assert_eq!(
            spans("She led among people under 45, according to the count."),
            ["under 45"]
        );
    }

    #[test]
    fn what_fell_or_rose_to_a_number_is_what_it_counts() {
        let found = quantities("The arrests have fallen in recent years, to 400,000.");
        assert_eq!(
            found[0].1.noun.as_deref(),
            quantities("12 arrests")[0].1.noun.as_deref()
        );
    }
}
