//! Events as lines and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::Texts;
use crate::model::moment;
use crate::report::on_one_line;
use crate::store::Event;

/// Lines to read, and how many events there are unless some were cut off.
pub(super) fn list(
    events: &[Event],
    is_cut: bool,
    texts: Texts,
    out: &mut dyn Write,
) -> io::Result<()> {
    if events.is_empty() {
        return writeln!(out, "{}", texts.events_none());
    }
    for event in events {
        let amount = texts.articles_of_outlets(
            texts.articles(event.articles.len()),
            texts.outlets(event.outlets().len()),
        );
        writeln!(out, "{:<8} {}; {amount}", event.id, event.days(texts))?;
        writeln!(out, "         {}", on_one_line(&event.title))?;
    }
    if is_cut {
        return Ok(());
    }
    let alone = events
        .iter()
        .filter(|event| event.articles.len() == 1)
        .count();
    let all = texts.events(events.len());
    let summary = match alone {
        0 => texts.events_all(all),
        alone => texts.events_alone(alone, all, "--articles 2"),
    };
    writeln!(out, "\n{summary}")
}

/// An event and its articles, to read.
pub(super) fn show(event: &Event, texts: Texts, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}  {}", event.id, on_one_line(&event.title))?;
    let articles = texts.articles(event.articles.len());
    write!(out, "{}; {articles}", event.days(texts))?;
    if event.by_hand {
        write!(out, "; {}", texts.events_by_hand())?;
    }
    writeln!(out)?;
    for article in &event.articles {
        let time = article.published.as_ref().map_or_else(
            || texts.no_time().to_owned(),
            |time| on_one_line(&time.w3c()),
        );
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
