//! A list of events as a page: what each is called, who tells it, and when its articles came, drawn as
//! marks on a line from the first to the last.

use std::io::{self, Write};

use askama::Template;

use super::{STYLE, STYLE_HASH, shown};

/// Length of the line of an event.
const LINE: f64 = 180.0;

/// One event, as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventRow {
    /// What it is called on the command line.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// The days of publication, in words.
    pub days: String,
    /// Who tells it.
    pub outlets: Vec<String>,
    /// How many articles.
    pub articles: usize,
    /// Times of publication, in seconds since 1970.
    pub times: Vec<i64>,
}

#[derive(Template)]
#[template(path = "events.html", config = "src/report/html/askama.toml")]
struct Page {
    style: &'static str,
    style_hash: &'static str,
    events: Vec<Shown>,
}

struct Shown {
    id: String,
    title: String,
    days: String,
    outlets: String,
    articles: usize,
    /// Where the marks stand.
    marks: Vec<String>,
}

/// Writes the page.
///
/// # Errors
/// Those of `out`.
pub fn write_events(events: &[EventRow], out: &mut dyn Write) -> io::Result<()> {
    let page = Page {
        style: STYLE,
        style_hash: STYLE_HASH,
        events: events
            .iter()
            .map(|event| Shown {
                id: event.id.clone(),
                title: shown(&event.title),
                days: event.days.clone(),
                outlets: shown(&event.outlets.join(", ")),
                articles: event.articles,
                marks: marks(&event.times),
            })
            .collect(),
    };
    page.write_into(out)
}

fn marks(times: &[i64]) -> Vec<String> {
    let Some((first, last)) = times.iter().min().zip(times.iter().max()) else {
        return Vec::new();
    };
    let whole = (last - first).max(1) as f64;
    let places = times
        .iter()
        .map(|time| 2.0 + LINE * (time - first) as f64 / whole);
    places.map(|place| format!("{place:.1}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_stand_on_the_line_by_their_time() {
        assert_eq!(marks(&[100, 300, 200]), ["2.0", "182.0", "92.0"]);
        assert_eq!(marks(&[7]), ["2.0"]);
        let event = EventRow {
            id: "e1".to_owned(),
            title: "<i>Dam</i> under watch".to_owned(),
            times: vec![100, 300],
            ..EventRow::default()
        };
        let mut out = Vec::new();
        write_events(&[event], &mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert!(!page.contains("<i>Dam") && page.contains("under watch"));
        assert_eq!(page.matches("<circle").count(), 2);
    }
}
