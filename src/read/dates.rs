//! A time of publication as printed to the moment it means.
//!
//! ```text
//! 2021-08-25T19:40:00+02:00 · 2021-08-25 · Wed, 25 Aug 2021 19:40:00 GMT      for machines
//! August 25, 2021 · 25 August 2021, 14:05 GMT · Aug. 25, 2021 at 2:05 p.m.    for people
//! 1629920400                                                                  seconds or milliseconds
//! ```
//!
//! A date without a time stays one: it counts as its first second in UTC and nothing is made up. What is
//! ambiguous (03/04/2021) is kept as text and means no moment.

use jiff::civil::{Date, DateTime};
use jiff::fmt::{rfc2822, strtime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::model::Published;

/// `text` with the moment it means, if that can be told.
pub(super) fn published(text: String) -> Published {
    let timestamp = moment(text.trim()).map(Timestamp::as_second);
    Published { text, timestamp }
}

fn moment(text: &str) -> Option<Timestamp> {
    for_machines(text).or_else(|| for_people(text))
}

fn for_machines(text: &str) -> Option<Timestamp> {
    const RFC_2822: rfc2822::DateTimeParser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Some(timestamp);
    }
    if let Ok(time) = text.parse::<DateTime>() {
        return at_offset(time, 0);
    }
    if let Ok(date) = text.parse::<Date>() {
        return at_offset(date.to_datetime(jiff::civil::Time::midnight()), 0);
    }
    if let Ok(timestamp) = RFC_2822.parse_timestamp(text) {
        return Some(timestamp);
    }
    let number: i64 = text.parse().ok()?;
    match text.len() {
        9 | 10 => Timestamp::from_second(number).ok(),
        13 => Timestamp::from_millisecond(number).ok(),
        _ => None,
    }
}

/// Day, month and year in the orders that outlets print, after commas are taken away.
const DATES: &[&str] = &[
    "%B %d %Y", "%d %B %Y", "%b %d %Y", "%d %b %Y", "%Y %B %d", "%Y/%m/%d", "%d.%m.%Y", "%Y-%m-%d",
];
/// Times of day, the longer first.
const TIMES: &[&str] = &["%I:%M:%S %p", "%I:%M %p", "%I %p", "%H:%M:%S", "%H:%M"];

/// Zones that newspapers print, in minutes east of Greenwich. "ET" and the like change with the season and
/// are read as winter time, an hour off at most.
const ZONES: &[(&str, i64)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("z", 0),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("ist", 330),
    ("et", -300),
    ("est", -300),
    ("edt", -240),
    ("ct", -360),
    ("cst", -360),
    ("cdt", -300),
    ("mt", -420),
    ("mst", -420),
    ("mdt", -360),
    ("pt", -480),
    ("pst", -480),
    ("pdt", -420),
    ("aest", 600),
    ("aedt", 660),
    ("jst", 540),
];

fn for_people(text: &str) -> Option<Timestamp> {
    let mut offset = 0;
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|sign: char| sign.is_whitespace() || ",()|·•".contains(sign)) {
        let folded = word.to_lowercase().replace('.', "");
        let zone = ZONES.iter().find(|(name, _)| *name == folded);
        match (zone, folded.as_str()) {
            (Some((_, minutes)), _) => offset = *minutes,
            (None, "" | "at" | "on" | "of" | "-" | "–" | "—") => {}
            (None, "am" | "pm") => words.push(folded),
            _ => split_half_of_day(word, &folded, &mut words),
        }
    }
    // A label or the day of the week may stand before the date: "Published: Wednesday, August 25, 2021".
    (0..words.len().min(4))
        .find_map(|first| civil(&words[first..].join(" ")))
        .and_then(|time| at_offset(time, offset))
}

/// "2:05pm" as two words; the others without the dot or ordinal ending that formats do not know.
fn split_half_of_day(word: &str, folded: &str, words: &mut Vec<String>) {
    let is_clock = |time: &str| time.ends_with(|sign: char| sign.is_ascii_digit());
    for half in ["am", "pm"] {
        if let Some(time) = folded.strip_suffix(half).filter(|time| is_clock(time)) {
            words.push(time.to_owned());
            words.push(half.to_owned());
            return;
        }
    }
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| {
        folded
            .strip_suffix(ending)
            .filter(|day| day.parse::<u8>().is_ok())
    });
    match ordinal {
        Some(day) => words.push(day.to_owned()),
        None if folded == "sept" => words.push("Sep".to_owned()),
        None => words.push(word.trim_end_matches(['.', ':']).to_owned()),
    }
}

/// A date with or without a time of day, before or behind it.
fn civil(text: &str) -> Option<DateTime> {
    let found = DATES.iter().find_map(|date| {
        if let Ok(found) = Date::strptime(date, text) {
            return Some(found.to_datetime(jiff::civil::Time::midnight()));
        }
        TIMES.iter().find_map(|time| {
            [format!("{date} {time}"), format!("{time} {date}")]
                .iter()
                .find_map(|format| strtime::parse(format, text).ok()?.to_datetime().ok())
        })
    });
    // "February 2021" also reads as the 20th in the year 21.
    found.filter(|time| time.year() >= 1600)
}

/// The moment at which clocks `minutes` east of Greenwich show `time`.
fn at_offset(time: DateTime, minutes: i64) -> Option<Timestamp> {
    let shown = TimeZone::UTC.to_timestamp(time).ok()?;
    shown.checked_sub(SignedDuration::from_mins(minutes)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Some(
            Timestamp::from_second(published(text.to_owned()).timestamp?)
                .ok()?
                .to_string(),
        )
    }

    #[test]
    fn dates_for_machines() {
        for text in [
            "2021-08-25T19:40:00Z",
            "2021-08-25T21:40:00+02:00",
            "2021-08-25 19:40:00",
            "2021-08-25T19:40",
            "Wed, 25 Aug 2021 19:40:00 GMT",
            "Thu, 25 Aug 2021 15:40:00 -0400",
            "1629920400",
            "1629920400000",
        ] {
            assert_eq!(
                read(text).as_deref(),
                Some("2021-08-25T19:40:00Z"),
                "{text}"
            );
        }
    }

    #[test]
    fn dates_for_people() {
        for text in [
            "25 August 2021, 19:40 GMT",
            "August 25, 2021 7:40 p.m.",
            "Aug. 25, 2021 at 3:40 PM EDT",
            "19:40, 25 August 2021",
            "Wednesday, August 25th, 2021, 7:40pm UTC",
            "Published: Wednesday 25 August 2021 20:40 BST",
            "25.08.2021 19:40",
        ] {
            assert_eq!(
                read(text).as_deref(),
                Some("2021-08-25T19:40:00Z"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_date_without_a_time_is_its_first_second() {
        for text in [
            "2021-08-25",
            "August 25, 2021",
            "25 August 2021",
            "Aug. 25, 2021",
            "Wed 25 Aug 2021",
            "2021/08/25",
            "25th August 2021",
        ] {
            assert_eq!(
                read(text).as_deref(),
                Some("2021-08-25T00:00:00Z"),
                "{text}"
            );
        }
        assert_eq!(
            read("Sept. 5, 2021").as_deref(),
            Some("2021-09-05T00:00:00Z")
        );
    }

    #[test]
    fn what_is_no_date_means_no_moment() {
        for text in [
            "",
            "yesterday",
            "03/04/2021",
            "31 February 2021",
            "August 2021",
            "12 angry men, 1957",
            "2021",
            "99999999999999999999",
            "Ａ—–",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(published("yesterday".to_owned()).text, "yesterday");
    }
}
