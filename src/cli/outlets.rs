use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use anyhow::bail;
use clap::{Args, ValueEnum};

use super::Status;
use super::events::group_the_rest;
use super::language::LanguageArguments;
use super::moments::TimeArguments;
use super::output::{Destination, FormatName, destinations, require_table, write_to};
use super::progress::{Progress, Stage};
use super::screen::ScreenArguments;
use super::stores::StoreArguments;
use crate::outlets::{Measure, Observation, Outlets as Table, observe};
use crate::report::{
    Evidence, EvidenceFormat, FigureTable, Format, Html, Json, Separator, Shape, Terminal,
};
use crate::store::{Access, Event, EventFilter, Store, StoreError, Stored, compare_stored};
use crate::{Comparison, Texts};

/// Events that are compared at a time.
const AT_A_TIME: usize = 64;

/// Say in figures what each outlet does over all events of a store
///
/// How much it quotes and whom, with which verbs, how it renders the statements that others carry too,
/// what was not found in it, what it copies, and when it is first. Every number unfolds to its places.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon outlets --since 2026-03-01
  rashomon outlets -o outlets.html -o outlets.csv
  rashomon outlets --explain altered --outlet \"Harbour Post\" --sort truncated
  rashomon outlets --format csv --table long        (every sort: speakers, stances, relations)

Measures: articles, direct, mixed, indirect, voices, cues, shared, fullest, verbatim, altered,
paraphrased, credited, opening, not-found, copied, together, first, comments")]
pub(super) struct Outlets {
    #[command(flatten)]
    time: TimeArguments,

    /// Only this outlet; may be given several times
    #[arg(long, value_name = "NAME")]
    outlet: Vec<String>,

    /// Show the places behind the numbers of this measure
    #[arg(long, value_name = "MEASURE", value_parser = measure)]
    explain: Option<Measure>,

    /// Only places of this sort: a speaker, a stance, a relation
    #[arg(long, value_name = "SORT", requires = "explain")]
    sort: Option<String>,

    /// How it looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<OutletsFormat>,

    /// Write it to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    /// Which table csv and tsv hold [default: wide]
    #[arg(long, value_name = "TABLE")]
    table: Option<ShapeName>,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    screen: ScreenArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OutletsFormat {
    /// Tables to read
    Terminal,
    /// One page for a browser, with drawings
    Html,
    /// One object, for scripts
    Json,
    /// A table (--table) with commas between the cells
    Csv,
    /// A table (--table) with tabs between the cells
    Tsv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShapeName {
    /// A row for each outlet
    Wide,
    /// A row for each outlet, measure and sort
    Long,
}

impl FormatName for OutletsFormat {
    const DEFAULT: Self = Self::Terminal;
}

fn measure(name: &str) -> Result<Measure, String> {
    let names = || Measure::ALL.map(Measure::name).join(", ");
    Measure::named(name).ok_or_else(|| format!("known are {}", names()))
}

impl Outlets {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        require_table(self.table.is_some(), &destinations)?;
        self.store.with(Access::Read, |store| {
            group_the_rest(store, self.language.texts())?;
            for outlet in &self.outlet {
                store.require_outlet(outlet)?;
            }
            let events = store.events(&EventFilter {
                since: self.time.since,
                until: self.time.until,
                ..EventFilter::default()
            })?;
            if let Some(measure) = self.explain {
                let [destination] = destinations.as_slice() else {
                    bail!("--explain writes one list: give one format or one file");
                };
                self.explain(store, &events, measure, destination)?;
            } else {
                let mut table = Table {
                    texts: self.language.texts(),
                    ..Table::default()
                };
                each_comparison(self.language.texts(), store, &events, |_, comparison| {
                    table.add(&observe(comparison));
                    Ok(())
                })?;
                table.rows.retain(|name, _| self.is_wanted(name));
                for destination in &destinations {
                    self.write(&table, destination)?;
                }
            }
            Ok(Status::Done)
        })
    }

    fn is_wanted(&self, outlet: &str) -> bool {
        self.outlet.is_empty() || self.outlet.iter().any(|wanted| wanted == outlet)
    }

    fn write(&self, table: &Table, destination: &Destination<OutletsFormat>) -> anyhow::Result<()> {
        let file = destination.file.as_deref();
        let format: Box<dyn Format<Table>> = match destination.format {
            OutletsFormat::Terminal => Box::new(Terminal::on(self.screen.screen(file.is_none()))),
            OutletsFormat::Html => Box::new(Html::default()),
            OutletsFormat::Json => Box::new(Json),
            OutletsFormat::Csv => Box::new(self.figures(Separator::Comma)),
            OutletsFormat::Tsv => Box::new(self.figures(Separator::Tab)),
        };
        write_to(file, |out| format.write(table, out))
    }

    fn figures(&self, separator: Separator) -> FigureTable {
        FigureTable {
            shape: match self.table {
                None | Some(ShapeName::Wide) => Shape::Wide,
                Some(ShapeName::Long) => Shape::Long,
            },
            separator,
        }
    }

    fn explain(
        &self,
        store: &Store,
        events: &[Event],
        measure: Measure,
        destination: &Destination<OutletsFormat>,
    ) -> anyhow::Result<()> {
        let format = match destination.format {
            OutletsFormat::Terminal => EvidenceFormat::Terminal,
            OutletsFormat::Json => EvidenceFormat::Json,
            OutletsFormat::Csv => EvidenceFormat::Table(Separator::Comma),
            OutletsFormat::Tsv => EvidenceFormat::Table(Separator::Tab),
            OutletsFormat::Html => bail!("--explain has no HTML form; take json or csv"),
        };
        let is_asked = |seen: &Observation| {
            seen.measure == measure
                && self.is_wanted(seen.outlet)
                && self.sort.as_deref().is_none_or(|sort| sort == seen.detail)
        };
        let texts = self.language.texts();
        let mut failed = None;
        write_to(destination.file.as_deref(), |out| {
            let mut evidence = Evidence::new(format, texts, out)?;
            let done = each_comparison(texts, store, events, |event, comparison| {
                for seen in observe(comparison).iter().filter(|seen| is_asked(seen)) {
                    evidence.add(&event.id, comparison, seen)?;
                }
                Ok(())
            });
            match done.map_err(|error| error.downcast::<std::io::Error>()) {
                Ok(()) => evidence.end().map(drop),
                Err(Ok(error)) => Err(error),
                Err(Err(error)) => {
                    failed = Some(error);
                    Ok(())
                }
            }
        })?;
        failed.map_or(Ok(()), Err)
    }
}

/// Compares the articles of every event, on as many threads as the machine has cores, and calls `each`
/// with the events in their order.
fn each_comparison(
    texts: Texts,
    store: &Store,
    events: &[Event],
    mut each: impl FnMut(&Event, &Comparison) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let progress = Progress::new(texts);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut done = 0;
    for some in events.chunks(AT_A_TIME) {
        let loaded = some
            .iter()
            .map(|event| store.stored_of(event))
            .collect::<Result<Vec<_>, StoreError>>()?;
        for (event, comparison) in some.iter().zip(compared(loaded, cores)) {
            each(event, &comparison)?;
        }
        done += some.len();
        progress.show(Stage::Comparing, done, events.len());
    }
    progress.clear();
    Ok(())
}

fn compared(events: Vec<Vec<Stored>>, threads: usize) -> Vec<Comparison> {
    let share = events.len().div_ceil(threads).max(1);
    let mut rest = events;
    thread::scope(|scope| {
        let mut running = Vec::new();
        while !rest.is_empty() {
            let later = rest.split_off(share.min(rest.len()));
            let some = std::mem::replace(&mut rest, later);
            let compare_all = move || some.into_iter().map(compare_stored).collect::<Vec<_>>();
            running.push(scope.spawn(compare_all));
        }
        let done = running.into_iter().map(|thread| match thread.join() {
            Ok(comparisons) => comparisons,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.flatten().collect()
    })
}
