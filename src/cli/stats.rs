use std::io::{self, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::Status;
use super::language::LanguageArguments;
use super::output::write_to;
use super::stores::{StoreArguments, megabytes};
use crate::Texts;
use crate::model::{days, moment};
use crate::store::{Access, Stats as Counts};

/// Say in numbers what a store holds
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon stats
  rashomon stats --store 2026.db --format json")]
pub(super) struct Stats {
    /// How the numbers look
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: StatsFormat,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StatsFormat {
    /// Lines to read
    Terminal,
    /// One object, for scripts
    Json,
}

impl Stats {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let place = self.store.place()?;
        self.store.with(Access::Read, |store| {
            let counts = store.stats()?;
            write_to(None, |out| match self.format {
                StatsFormat::Json => {
                    serde_json::to_writer_pretty(&mut *out, &StatsObject::new(&counts))?;
                    writeln!(out)
                }
                StatsFormat::Terminal => {
                    writeln!(out, "{}", place.display())?;
                    terminal(&counts, self.language.texts(), out)
                }
            })?;
            Ok(Status::Done)
        })
    }
}

fn terminal(counts: &Counts, texts: Texts, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = vec![
        (
            texts.stats_articles(),
            texts.stats_of_articles(
                counts.articles,
                texts.outlets(counts.outlets),
                texts.words(counts.words),
            ),
        ),
        (
            texts.stats_quotations(),
            texts.stats_of_quotations(
                counts.direct + counts.mixed + counts.indirect,
                texts.speakers(counts.speakers),
                counts.direct,
                counts.mixed,
                counts.indirect,
            ),
        ),
        (texts.stats_remarks(), counts.commentary.to_string()),
        (texts.stats_events(), counts.events.to_string()),
        (
            texts.stats_size(),
            texts.stats_of_size(megabytes(counts.bytes), counts.schema),
        ),
    ];
    if let Some((first, last)) = counts.first.zip(counts.last) {
        lines.insert(1, (texts.stats_published(), days(first, last, texts)));
    }
    if counts.superseded > 0 {
        let replaced = texts.articles(counts.superseded);
        lines.insert(
            1,
            (texts.stats_replaced(), texts.stats_of_replaced(replaced)),
        );
    }
    if counts.outdated > 0 {
        let outdated = texts.stats_of_outdated(counts.outdated, "\"rashomon ingest --update\"");
        lines.push((texts.stats_outdated(), outdated));
    }
    let widths = lines.iter().map(|(name, _)| name.chars().count());
    let width = widths.max().unwrap_or(0);
    for (name, value) in lines {
        writeln!(out, "  {name:<width$}  {value}")?;
    }
    Ok(())
}

/// What `--format json` prints; the names are a contract.
#[derive(Serialize)]
struct StatsObject {
    schema: &'static str,
    articles: usize,
    superseded: usize,
    words: usize,
    outlets: usize,
    direct: usize,
    mixed: usize,
    indirect: usize,
    speakers: usize,
    commentary: usize,
    events: usize,
    first: Option<String>,
    last: Option<String>,
    outdated: usize,
    bytes: u64,
    store_schema: usize,
}

impl StatsObject {
    fn new(counts: &Counts) -> Self {
        Self {
            schema: "rashomon.stats/1",
            articles: counts.articles,
            superseded: counts.superseded,
            words: counts.words,
            outlets: counts.outlets,
            direct: counts.direct,
            mixed: counts.mixed,
            indirect: counts.indirect,
            speakers: counts.speakers,
            commentary: counts.commentary,
            events: counts.events,
            first: counts.first.map(moment),
            last: counts.last.map(moment),
            outdated: counts.outdated,
            bytes: counts.bytes,
            store_schema: counts.schema,
        }
    }
}
