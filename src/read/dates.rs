//! A time of publication as printed to the moment it means.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::model::Published;

/// `text` with the moment it means, if that can be told.
pub(super) fn published(text: String) -> Published {
    let timestamp = moment(text.trim()).map(Timestamp::as_second);
    Published { text, timestamp }
}

fn moment(text: &str) -> Option<Timestamp> {
    let utc = |time: DateTime| TimeZone::UTC.to_timestamp(time).ok();
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Some(timestamp);
    }
    if let Ok(time) = text.parse::<DateTime>() {
        return utc(time);
    }
    let date = text.parse::<Date>().ok()?;
    utc(date.to_datetime(jiff::civil::Time::midnight()))
}
