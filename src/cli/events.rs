use std::io::{self, Write};

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::Status;
use super::moments::{TimeArguments, moment};
use super::output::write_to;
use super::progress::Progress;
use super::stores::{StoreArguments, say};
use crate::model::day;
use crate::report::{EventRow, InertLines, on_one_line, write_events};
use crate::store::{Access, Event, EventFilter, Store};

/// List the events in a store: articles that tell the same
///
/// Articles are grouped when they come in. An event keeps its id; articles that come later join it.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "\
Examples:
  rashomon events --since 2026-03-01 --articles 3
  rashomon events show e12
  rashomon compare --event e12
  rashomon events split e12 harbour-post lantern-2   (these tell something else)
  rashomon events merge e12 e15                      (these tell the same)")]
pub(super) struct Events {
    #[command(subcommand)]
    action: Option<Action>,

    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Show the articles of an event
    Show(Show),
    /// Make some articles of an event an event of their own; it stays so
    Split(Split),
    /// Join events to the first of them; it stays so
    Merge(Merge),
    /// Group all articles anew, all but the events arranged by hand
    Regroup(Regroup),
}

#[derive(Args, Debug)]
struct List {
    #[command(flatten)]
    time: TimeArguments,

    /// Only events that this outlet tells
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,

    /// Only events of at least N articles
    #[arg(long, value_name = "N", default_value_t = 1)]
    articles: usize,

    /// Only the N latest
    #[arg(long, value_name = "N")]
    limit: Option<usize>,

    /// How the list looks
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: EventsFormat,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Args, Debug)]
struct Show {
    /// The event, as the list names it
    #[arg(value_name = "EVENT")]
    event: String,

    /// How it looks
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: EventsFormat,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Args, Debug)]
struct Split {
    /// The event
    #[arg(value_name = "EVENT")]
    event: String,

    /// The articles that belong elsewhere
    #[arg(value_name = "ARTICLE", required = true)]
    articles: Vec<String>,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Args, Debug)]
struct Merge {
    /// The events; the first one keeps its id
    #[arg(value_name = "EVENT", required = true, num_args = 2..)]
    events: Vec<String>,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Args, Debug)]
struct Regroup {
    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EventsFormat {
    /// Lines to read
    Terminal,
    /// One page for a browser
    Html,
    /// One object, for scripts
    Json,
}

impl Events {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        match &self.action {
            None => self.list.run(),
            Some(Action::Show(show)) => show.run(),
            Some(Action::Split(split)) => split.run(),
            Some(Action::Merge(merge)) => merge.run(),
            Some(Action::Regroup(regroup)) => regroup.run(),
        }
    }
}

impl List {
    fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Read, |store| {
            group_the_rest(store)?;
            let events = store.events(&EventFilter {
                since: self.time.since,
                until: self.time.until,
                outlet: self.outlet.clone(),
                articles: self.articles,
                limit: self.limit,
            })?;
            write_to(None, |out| match self.format {
                EventsFormat::Html => html(&events, out),
                EventsFormat::Json => json(&events, out),
                EventsFormat::Terminal => list(&events, &mut InertLines::new(out)),
            })?;
            Ok(Status::Done)
        })
    }
}

impl Show {
    fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Read, |store| {
            group_the_rest(store)?;
            let event = store.event(&self.event)?;
            write_to(None, |out| match self.format {
                EventsFormat::Html => html(std::slice::from_ref(&event), out),
                EventsFormat::Json => json(std::slice::from_ref(&event), out),
                EventsFormat::Terminal => show(&event, &mut InertLines::new(out)),
            })?;
            Ok(Status::Done)
        })
    }
}

impl Split {
    fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Write, |store| {
            let event = store.split_event(&self.event, &self.articles)?;
            say(&format!(
                "{} holds {} of {}.",
                event.id,
                count(&event),
                self.event
            ))?;
            Ok(Status::Done)
        })
    }
}

impl Merge {
    fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Write, |store| {
            let event = store.merge_events(&self.events)?;
            say(&format!("{} holds {} now.", event.id, count(&event)))?;
            Ok(Status::Done)
        })
    }
}

impl Regroup {
    fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Write, |store| {
            store.forget_events()?;
            group_the_rest(store)?;
            let events = store.stats()?.events;
            say(&format!("There are {events} events."))?;
            Ok(Status::Done)
        })
    }
}

/// Groups the articles that came in since the last time, where the store can be written.
pub(super) fn group_the_rest(store: &mut Store) -> anyhow::Result<()> {
    if store.is_writable() {
        let progress = Progress::new();
        store.find_events(&mut |done, all| progress.show("grouping", done, all))?;
        progress.clear();
    }
    Ok(())
}

fn list(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    if events.is_empty() {
        return writeln!(out, "No event.");
    }
    for event in events {
        let outlets = event.outlets().len();
        writeln!(
            out,
            "{:<8} {}; {} of {outlets} {}",
            event.id,
            days(event),
            count(event),
            if outlets == 1 { "outlet" } else { "outlets" },
        )?;
        writeln!(out, "         {}", on_one_line(&event.title))?;
    }
    Ok(())
}

fn show(event: &Event, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}  {}", event.id, on_one_line(&event.title))?;
    let arranged = if event.by_hand {
        "; arranged by hand"
    } else {
        ""
    };
    writeln!(out, "{}; {}{arranged}", days(event), count(event))?;
    for article in &event.articles {
        let time = article
            .published_at
            .map_or_else(|| "no time".to_owned(), moment);
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

fn count(event: &Event) -> String {
    match event.articles.len() {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    }
}

fn days(event: &Event) -> String {
    match event.times() {
        None => "no time".to_owned(),
        Some((first, last)) if day(first) == day(last) => day(first),
        Some((first, last)) => format!("{} to {}", day(first), day(last)),
    }
}

fn html(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    let rows = events.iter().map(|event| EventRow {
        id: event.id.clone(),
        title: event.title.clone(),
        days: days(event),
        outlets: event.outlets().into_iter().map(str::to_owned).collect(),
        articles: event.articles.len(),
        times: event
            .articles
            .iter()
            .filter_map(|article| article.published_at)
            .collect(),
    });
    write_events(&rows.collect::<Vec<_>>(), out)
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

fn json(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
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
