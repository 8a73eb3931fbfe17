//! Days and moments as the user writes them: "2026-03-02", "2026-03-02T10:00:00Z".

use clap::Args;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// A span of time, both ends inclusive.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct TimeArguments {
    /// From this day on (UTC): 2026-03-02
    #[arg(long, value_name = "DATE", value_parser = since)]
    pub(super) since: Option<i64>,

    /// Up to this day, which counts in full: 2026-03-08
    #[arg(long, value_name = "DATE", value_parser = until)]
    pub(super) until: Option<i64>,
}

/// The first second that `text` means, since 1970.
fn since(text: &str) -> Result<i64, String> {
    parse(text, midnight)
}

/// The last second that `text` means, since 1970.
fn until(text: &str) -> Result<i64, String> {
    parse(text, |date| {
        let next = midnight(date.tomorrow().ok()?)?;
        Timestamp::from_second(next.as_second() - 1).ok()
    })
}

fn midnight(date: Date) -> Option<Timestamp> {
    TimeZone::UTC
        .to_timestamp(date.to_datetime(Time::midnight()))
        .ok()
}

fn parse(text: &str, of_day: impl Fn(Date) -> Option<Timestamp>) -> Result<i64, String> {
    let exact = text.parse::<Timestamp>().ok();
    let day = || text.parse::<Date>().ok().and_then(&of_day);
    exact
        .or_else(day)
        .map(Timestamp::as_second)
        .ok_or_else(|| "a day such as 2026-03-02 was expected".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_in_full() {
        let (first, last) = (since("2026-03-02").unwrap(), until("2026-03-02").unwrap());
        assert_eq!(last - first, 86_399);
        assert_eq!(since("2026-03-02T00:00:00Z").unwrap(), first);
        assert!(since("yesterday").is_err());
    }
}
