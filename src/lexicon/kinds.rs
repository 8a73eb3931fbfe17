//! What single words tell of facts, each kind from a table of its own: of a day, of the number beside it, of a unit,
//! of what is done, of somebody's post.
//!
//! ```text
//! Tuesday ─▶ weekday 1      thirds ─▶ a part of 3     hours ─▶ time, 0.041667 days
//! wrote   ─▶ done by one    deputy ─▶ stands in for another
//! ```

use super::tables::Row;

/// The span of the calendar that is a year.
pub const YEAR: CalendarWord = CalendarWord::Span(3);

/// What a word of the calendar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWord {
    /// Monday is 0.
    Weekday(i32),
    /// January is 1.
    Month(i32),
    /// Week 1, month 2, [year](YEAR) 3.
    Span(i32),
    /// How many of them before (below 0) or after the present one.
    Place(i32),
    /// A verb of which something begins ("began").
    Beginning,
}

impl CalendarWord {
    /// What a row of `calendar.tsv` says of its word.
    pub(super) fn of(row: Row) -> Self {
        let number = row.column(2).parse().unwrap_or_default();
        match row.column(1) {
            "weekday" => Self::Weekday(number),
            "month" => Self::Month(number),
            "span" => Self::Span(number),
            "beginning" => Self::Beginning,
            _ => Self::Place(number),
        }
    }
}

/// What a word makes of the numbers beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FigureWord {
    /// The number before it is an hour of the day: the minutes that it adds ("p.m.").
    Hour(u16),
    /// A time of day, in minutes from midnight ("noon").
    Moment(u16),
    /// A part of a whole: how many make the whole ("thirds").
    Part(f64),
    /// It stands between the two numbers of a share ("one in five").
    Among,
    /// It stands between the votes of two sides ("12 to 9").
    Against,
    /// Two numbers behind it are the ends of a range ("between 150 and 200").
    Between,
    /// Two numbers behind it are what something was and what it is ("from 41 to 46").
    From,
    /// Votes stand near it ("voted").
    Ballot,
    /// It tells how often, or which time ("four times", "the third time").
    Occasion,
    /// The years of a person stand behind it ("aged").
    Age,
    /// The number behind "to" counts what stands before it ("arrests fell to 400").
    Change,
    /// The number right behind it counts what stands before it ("the dead numbered 13").
    Tally,
    /// An article behind it counts a unit of time ("lasted a month").
    Length,
    /// It can count a unit of time ("a").
    One,
    /// The number leaves others out ("five other ships").
    Besides,
    /// What asks people ("poll").
    Survey,
    /// The years of a person stand before it ("46 years old").
    Old,
    /// Behind a hyphen: the number or more ("10-plus").
    Open,
    /// Right behind digits: what it multiplies them by ("5bn").
    Factor(f64),
}

impl FigureWord {
    /// What a row of `figures.tsv` says of its word.
    pub(super) fn of(row: Row) -> Self {
        let number = row.column(2);
        match row.column(1) {
            "hour" => Self::Hour(number.parse().unwrap_or_default()),
            "moment" => Self::Moment(number.parse().unwrap_or_default()),
            "part" => Self::Part(number.parse().unwrap_or(1.0)),
            "among" => Self::Among,
            "against" => Self::Against,
            "between" => Self::Between,
            "from" => Self::From,
            "ballot" => Self::Ballot,
            "occasion" => Self::Occasion,
            "age" => Self::Age,
            "tally" => Self::Tally,
            "length" => Self::Length,
            "one" => Self::One,
            "besides" => Self::Besides,
            "survey" => Self::Survey,
            "old" => Self::Old,
            "open" => Self::Open,
            "factor" => Self::Factor(number.parse().unwrap_or(1.0)),
            _ => Self::Change,
        }
    }
}

/// How far a word beside a verb lets something be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeedWord {
    /// It is left open whether ("would", "if").
    Open,
    /// It is to come ("will", "expected").
    Ahead,
    /// It is to come, and hardly will ("unlikely").
    Unlikely,
    /// Before "of" a part of what stands behind ("portions").
    Part,
    /// A verb that one person alone does to a thing ("wrote").
    Sole,
    /// Beside a negation it turns round something else than the verb ("only", "yet").
    Loosened,
}

impl DeedWord {
    /// What a row of `deeds.tsv` says of its word.
    pub(super) fn of(row: Row) -> Self {
        match row.column(1) {
            "open" => Self::Open,
            "ahead" => Self::Ahead,
            "unlikely" => Self::Unlikely,
            "part" => Self::Part,
            "sole" => Self::Sole,
            _ => Self::Loosened,
        }
    }
}

/// What a word tells of somebody's post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostWord {
    /// A post in a body or a rank in it: which kind, and which of the kind.
    Post(&'static str, &'static str),
    /// A post of which nobody has two at a time, of whatever body ("senator").
    Seat(&'static str),
    /// Somebody stands in for another ("deputy").
    Deputy,
    /// Somebody had the post once.
    Former,
}

impl PostWord {
    /// What a row of `posts.tsv` says of its word.
    pub(super) fn of(row: Row) -> Self {
        match row.column(1) {
            "seat" => Self::Seat(row.column(2)),
            "deputy" => Self::Deputy,
            "former" => Self::Former,
            kind => Self::Post(kind, row.column(2)),
        }
    }
}

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// What it measures ("time").
    pub measure: &'static str,
    /// How many of the measure's base unit it is.
    pub factor: f64,
}

impl Unit {
    /// What a row of `units.tsv` says of its word.
    pub(super) fn of(row: Row) -> Self {
        Self {
            measure: row.column(1),
            factor: row.column(2).parse().unwrap_or(1.0),
        }
    }
}
