//! Which days a day of an article can be, from when the article was published.
//!
//! ```text
//! published Friday, March 6, 2026     “Tuesday”      a Tuesday within a week of it: March 3 or 10
//!                                     “January”      January 2026
//!                                     “last year”    2025
//! ```
//!
//! A weekday may lie before or behind the day of publication: "the talks on Monday" can be over or to come.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::Article;
use crate::model::{Day, Grain};

/// Days in which a weekday without a date lies, before and after publication.
const NEAR: i64 = 7;

/// The days that one can be, from and to, and the weekday if it names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    from: Date,
    to: Date,
    /// Monday is 0.
    weekday: Option<i32>,
}

impl When {
    /// Resolves a day of an article; nothing when the article does not say when it was published.
    pub(super) fn of(day: &Day, article: &Article) -> Option<Self> {
        Self::at(day, published(article)?)
    }

    /// The day on which an article was published.
    pub(super) fn of_publication(article: &Article) -> Option<Self> {
        let published = published(article)?;
        Some(When {
            from: published,
            to: published,
            weekday: None,
        })
    }

    /// Whether it begins after the last day that the other can be.
    pub(super) fn is_behind(&self, other: &Self) -> bool {
        self.from > other.to
    }

    fn at(day: &Day, published: Date) -> Option<Self> {
        let one = |from, to| When {
            from,
            to,
            weekday: None,
        };
        Some(match day.grain {
            Grain::Weekday => When {
                weekday: Some(day.number),
                ..one(
                    published.checked_sub(NEAR.days()).ok()?,
                    published.checked_add(NEAR.days()).ok()?,
                )
            },
            Grain::Date => {
                let (month, of_month) = (day.number / 100, day.number % 100);
                let on = |year| {
                    Date::new(
                        year,
                        i8::try_from(month).ok()?,
                        i8::try_from(of_month).ok()?,
                    )
                    .ok()
                };
                let near = nearest(published, day.year, on)?;
                one(near, near)
            }
            Grain::Month => {
                let start = |year| Date::new(year, i8::try_from(day.number).ok()?, 1).ok();
                let near = nearest(published, day.year, start)?;
                one(near, near.last_of_month())
            }
            Grain::Year => whole_year(i16::try_from(day.number).ok()?)?,
            Grain::Span => {
                let (unit, distance) = day.unit_and_distance();
                let moved = i64::from(distance);
                match unit {
                    1 => {
                        let middle = published.checked_add((NEAR * moved).days()).ok()?;
                        one(
                            middle.checked_sub(NEAR.days()).ok()?,
                            middle.checked_add(NEAR.days()).ok()?,
                        )
                    }
                    2 => {
                        let within = published.checked_add(moved.months()).ok()?;
                        one(within.first_of_month(), within.last_of_month())
                    }
                    _ => whole_year(
                        published
                            .year()
                            .checked_add(i16::try_from(distance).ok()?)?,
                    )?,
                }
            }
        })
    }

    /// Whether both can be the same day.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let from = self.from.max(other.from);
        let to = self.to.min(other.to);
        if from > to {
            return false;
        }
        let falls = |date: Date, weekday: Option<i32>| {
            weekday
                .is_none_or(|weekday| i32::from(date.weekday().to_monday_zero_offset()) == weekday)
        };
        from.series(1.day())
            .take_while(|date| *date <= to)
            .take(7)
            .any(|date| falls(date, self.weekday) && falls(date, other.weekday))
    }
}

fn published(article: &Article) -> Option<Date> {
    let timestamp = article.published.as_ref()?.timestamp?;
    let moment = jiff::Timestamp::from_second(timestamp).ok()?;
    Some(jiff::tz::Offset::UTC.to_datetime(moment).date())
}

fn whole_year(year: i16) -> Option<When> {
    Some(When {
        from: Date::new(year, 1, 1).ok()?,
        to: Date::new(year, 12, 31).ok()?,
        weekday: None,
    })
}

/// The day in its own year, or in the one that brings it nearest to publication.
fn nearest(published: Date, year: Option<i32>, on: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    if let Some(year) = year {
        return on(i16::try_from(year).ok()?);
    }
    let around = [-1, 0, 1].map(|distance| published.year().checked_add(distance));
    let distance = |date: &Date| {
        let days = date.since(published).map(|span| span.get_days());
        days.map_or(i32::MAX, i32::abs)
    };
    around
        .into_iter()
        .flatten()
        .filter_map(on)
        .min_by_key(distance)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Span;

    fn when(grain: Grain, number: i32, year: Option<i32>) -> When {
        let day = Day {
            span: Span::new(0, 1),
            sentence: 0,
            grain,
            number,
            year,
        };
        When::at(&day, date(2026, 3, 6)).unwrap()
    }

    #[test]
    fn a_weekday_is_the_date_on_which_it_falls() {
        let tuesday = when(Grain::Weekday, 1, None);
        assert!(tuesday.agrees(&when(Grain::Date, 303, None)));
        assert!(!tuesday.agrees(&when(Grain::Date, 304, None)));
        assert!(!tuesday.agrees(&when(Grain::Month, 1, None)));
        assert!(tuesday.agrees(&when(Grain::Span, 30, None)));
    }

    #[test]
    fn a_month_is_the_nearest_unless_its_year_stands_beside_it() {
        let december = when(Grain::Month, 12, None);
        assert!(december.agrees(&when(Grain::Year, 2025, None)));
        let of_2017 = when(Grain::Month, 3, Some(2017));
        assert!(of_2017.agrees(&when(Grain::Year, 2017, None)));
        assert!(!of_2017.agrees(&when(Grain::Span, 30, None)));
    }
}
