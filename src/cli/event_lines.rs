//! Events as lines and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::Texts;
use crate::model::moment;
use crate::report::on_one_line;
use crate::store::Event;

/// Lines to read, and how many events there are unless some were cut off.
pub(super) fn list(events: &[Event], is_cut: bool, out: &mut dyn Write) -> io::Result<()> {
    if events.is_empty() {
        return writeln!(out, "No event.");
    }
    for event in events {
        let outlets = Texts::default().outlets(event.outlets().len());
        let articles = count(event);
        writeln!(
            out,
            "{:<8} {}; {articles} of {outlets}",
            event.id,
            event.days()
        )?;
        writeln!(out, "         {}", on_one_line(&event.title))?;
    }
    if is_cut {
        return Ok(());
    }
    let alone = events
        .iter()
        .filter(|event| event.articles.len() == 1)
        .count();
    let all = Texts::default().events(events.len());
    if alone > 0 {
        writeln!(
            out,
            "\n{all}; {alone} of one article alone, which --articles 2 leaves out."
        )
    } else {
        writeln!(out, "\n{all}.")
    }
}

/// An event and its articles, to read.
pub(super) fn show(event: &Event, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}  {}", event.id, on_one_line(&event.title))?;
    let arranged = if event.by_hand {
        "; arranged by hand"
    } else {
        ""
    };
    writeln!(out, "{}; {}{arranged}", event.days(), count(event))?;
    for article in &event.articles {
        let time = article
            .published
            .as_ref()
            .map_or_else(|| "no time".to_owned(), |time| on_one_line(&time.w3c()));
        writeln!(out)?;
        writeln!(
            out,
            "  {}  {}  ({})",
            time,
            on_one_line(&article.outlet),
            on_one_line(&article.id)
        )?;
        if let Some(title) = &article.title {
            writeln!(out, "  {}", on_one_line(title))?;
        }
        if let Some(url) = &article.url {
            writeln!(out, "  {}", on_one_line(url))?;
        }
    }
    Ok(())
}

/// How many articles an event has, in words.
pub(super) fn count(event: &Event) -> String {
    Texts::default().articles(event.articles.len())
}

/// What `--format json` prints; the names are a contract.
#[derive(Serialize)]
struct EventsObject<'a> {
    schema: &'static str,
    events: Vec<EventObject<'a>>,
}

#[derive(Serialize)]
struct EventObject<'a> {
    id: &'a str,
    title: &'a str,
    first: Option<String>,
    last: Option<String>,
    articles: Vec<&'a str>,
    outlets: Vec<&'a str>,
    by_hand: bool,
}

/// One object, for scripts.
pub(super) fn json(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    let events = events.iter().map(|event| EventObject {
        id: &event.id,
        title: &event.title,
        first: event.times().map(|(first, _)| moment(first)),
        last: event.times().map(|(_, last)| moment(last)),
        articles: event
            .articles
            .iter()
            .map(|article| article.id.as_str())
            .collect(),
        outlets: event.outlets(),
        by_hand: event.by_hand,
    });
    let object = EventsObject {
        schema: "rashomon.events/1",
        events: events.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}
