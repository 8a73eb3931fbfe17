use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::language::LanguageArguments;
use super::moments::TimeArguments;
use super::output::{FormatName, destinations, require_table, write_to};
use super::progress::{Progress, Stage};
use super::stores::{StoreArguments, say};
use super::{Status, event_lines};
use crate::Texts;
use crate::outlets::{Outlets, observe};
use crate::report::{
    EventFigures, EventList, EventTable, EventTables, Format, Html, InertLines, Separator,
};
use crate::store::{Access, Event, EventFilter, Store, compare_stored};

/// List the events in a store: articles that tell the same
///
/// Articles are grouped when they come in. An event keeps its id; articles that come later join it.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "\
Examples:
  rashomon events --since 2026-03-01 --articles 3
  rashomon events -o events.html -o events.csv
  rashomon events show e12
  rashomon events show e12 -o e12.html               (who is given voice, where statements stand)
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

    /// Which table csv and tsv hold [default: events]
    #[arg(long, value_name = "TABLE")]
    table: Option<TableName>,

    #[command(flatten)]
    looks: Looks,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Args, Debug)]
struct Looks {
    /// How it looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<EventsFormat>,

    /// Write it to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,
}

#[derive(Args, Debug)]
struct Show {
    /// The event, as the list names it
    #[arg(value_name = "EVENT")]
    event: String,

    #[command(flatten)]
    looks: Looks,

    #[command(flatten)]
    language: LanguageArguments,

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
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Args, Debug)]
struct Merge {
    /// The events; the first one keeps its id
    #[arg(value_name = "EVENT", required = true, num_args = 2..)]
    events: Vec<String>,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Args, Debug)]
struct Regroup {
    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EventsFormat {
    /// Lines to read
    Terminal,
    /// One page for a browser, with drawings
    Html,
    /// One object, for scripts
    Json,
    /// A table with commas between the cells: of a list the events, of an event its articles
    Csv,
    /// The same with tabs between the cells
    Tsv,
}

impl FormatName for EventsFormat {
    const DEFAULT: Self = Self::Terminal;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableName {
    /// A row for each event
    Events,
    /// A row for each article of each event
    Articles,
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
        let texts = self.language.texts();
        let destinations = destinations(&self.looks.format, &self.looks.output)?;
        require_table(self.table.is_some(), &destinations)?;
        self.store.with(Access::Read, |store| {
            group_the_rest(store, texts)?;
            let events = store.events(&EventFilter {
                since: self.time.since,
                until: self.time.until,
                outlet: self.outlet.clone(),
                articles: self.articles,
                limit: self.limit,
            })?;
            for destination in &destinations {
                write_to(destination.file.as_deref(), |out| {
                    match destination.format {
                        EventsFormat::Html => {
                            let events = events.as_slice();
                            Html::default().write(&EventList { events, texts }, out)
                        }
                        EventsFormat::Json => event_lines::json(&events, out),
                        EventsFormat::Csv => self.table(&events, Separator::Comma, out),
                        EventsFormat::Tsv => self.table(&events, Separator::Tab, out),
                        EventsFormat::Terminal => event_lines::list(
                            &events,
                            self.limit.is_some(),
                            texts,
                            &mut InertLines::new(out),
                        ),
                    }
                })?;
            }
            Ok(Status::Done)
        })
    }

    fn table(&self, events: &[Event], separator: Separator, out: &mut dyn Write) -> io::Result<()> {
        let table = match self.table {
            None | Some(TableName::Events) => EventTable::Events,
            Some(TableName::Articles) => EventTable::Articles,
        };
        EventTables { table, separator }.write(events, out)
    }
}

impl Show {
    fn run(&self) -> anyhow::Result<Status> {
        let texts = self.language.texts();
        self.store.with(Access::Read, |store| {
            group_the_rest(store, texts)?;
            let event = store.event(&self.event)?;
            let alone = std::slice::from_ref(&event);
            for destination in destinations(&self.looks.format, &self.looks.output)? {
                let figures = match destination.format {
                    EventsFormat::Html => figures(store, &event, texts)?,
                    _ => Outlets::default(),
                };
                write_to(destination.file.as_deref(), |out| {
                    match destination.format {
                        EventsFormat::Html => Html::default().write(
                            &EventFigures {
                                event: &event,
                                outlets: &figures,
                            },
                            out,
                        ),
                        EventsFormat::Json => event_lines::json(alone, out),
                        EventsFormat::Csv => articles(alone, Separator::Comma, out),
                        EventsFormat::Tsv => articles(alone, Separator::Tab, out),
                        EventsFormat::Terminal => {
                            event_lines::show(&event, texts, &mut InertLines::new(out))
                        }
                    }
                })?;
            }
            Ok(Status::Done)
        })
    }
}

impl Split {
    fn run(&self) -> anyhow::Result<Status> {
        let texts = self.language.texts();
        self.store.with(Access::Change, |store| {
            let event = store.split_event(&self.event, &self.articles)?;
            let articles = texts.articles(event.articles.len());
            say(&texts.events_split(&event.id, articles, &self.event))?;
            Ok(Status::Done)
        })
    }
}

impl Merge {
    fn run(&self) -> anyhow::Result<Status> {
        let texts = self.language.texts();
        self.store.with(Access::Change, |store| {
            let event = store.merge_events(&self.events)?;
            let articles = texts.articles(event.articles.len());
            say(&texts.events_merged(&event.id, articles))?;
            Ok(Status::Done)
        })
    }
}

impl Regroup {
    fn run(&self) -> anyhow::Result<Status> {
        let texts = self.language.texts();
        self.store.with(Access::Change, |store| {
            store.forget_events()?;
            group_the_rest(store, texts)?;
            say(&texts.events_regrouped(store.stats()?.events))?;
            Ok(Status::Done)
        })
    }
}

/// Groups the articles that came in since the last time, where the store can be written.
pub(super) fn group_the_rest(store: &mut Store, texts: Texts) -> anyhow::Result<()> {
    if store.is_writable() {
        let progress = Progress::new(texts);
        store.find_events(&mut |done, all| progress.show(Stage::Grouping, done, all))?;
        progress.clear();
    }
    Ok(())
}

/// What each outlet does in one event.
fn figures(store: &Store, event: &Event, texts: Texts) -> anyhow::Result<Outlets> {
    let mut outlets = Outlets {
        texts,
        ..Outlets::default()
    };
    outlets.add(&observe(&compare_stored(store.stored_of(event)?)));
    Ok(outlets)
}

fn articles(events: &[Event], separator: Separator, out: &mut dyn Write) -> io::Result<()> {
    let table = EventTable::Articles;
    EventTables { table, separator }.write(events, out)
}
