use std::io::{self, Write};

use clap::{Args, ValueEnum};

use super::Status;
use super::output::write_to;
use super::stores::StoreArguments;
use crate::model::day;
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
                    serde_json::to_writer_pretty(&mut *out, &counts)?;
                    writeln!(out)
                }
                StatsFormat::Terminal => {
                    writeln!(out, "{}", place.display())?;
                    terminal(&counts, out)
                }
            })?;
            Ok(Status::Done)
        })
    }
}

fn terminal(counts: &Counts, out: &mut dyn Write) -> io::Result<()> {
    let quotations = counts.direct + counts.mixed + counts.indirect;
    let mut line = |name: &str, value: String| writeln!(out, "  {name:<12}{value}");
    line(
        "articles",
        format!(
            "{} of {} outlets, {} words; {} replaced by a later revision",
            counts.articles, counts.outlets, counts.words, counts.superseded
        ),
    )?;
    if let Some((first, last)) = counts.first.zip(counts.last) {
        line("published", format!("{} to {}", day(first), day(last)))?;
    }
    line(
        "quotations",
        format!(
            "{quotations} of {} speakers: {} direct, {} mixed, {} indirect",
            counts.speakers, counts.direct, counts.mixed, counts.indirect
        ),
    )?;
    line("commentary", counts.commentary.to_string())?;
    line("events", counts.events.to_string())?;
    line(
        "size",
        format!(
            "{:.1} MB, schema {}",
            counts.bytes as f64 / 1e6,
            counts.schema
        ),
    )?;
    if counts.outdated > 0 {
        line(
            "outdated",
            format!(
                "{} articles were extracted by another version; \"rashomon ingest --update\" does it again",
                counts.outdated
            ),
        )?;
    }
    Ok(())
}
