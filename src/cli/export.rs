use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::moments::TimeArguments;
use super::output::{FormatName, destinations, write_to};
use super::stores::StoreArguments;
use super::{Status, complain};
use crate::Texts;
use crate::report::{Extracted, Format, JsonLines, Rows, RowsOf, Separator};
use crate::store::{Store, StoreError, Stored};

/// Write what a store holds as JSON Lines or as a table
///
/// Articles as JSON Lines can be ingested again. Of a damaged store everything that can still be read is
/// written, the rest is named, and the exit status is 2.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon export -o articles.jsonl
  rashomon export quotations --format csv --outlet \"Harbour Post\" -o quotations.csv
  rashomon export --format jsonl | gzip > backup.jsonl.gz")]
pub(super) struct Export {
    /// What to write
    #[arg(value_name = "WHAT", default_value = "articles")]
    what: What,

    /// Only articles of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,

    #[command(flatten)]
    time: TimeArguments,

    /// How it looks [default: jsonl, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<ExportFormat>,

    /// Write it to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// The articles with their texts, all revisions
    Articles,
    /// The quotations
    Quotations,
    /// The remarks in an outlet's own voice
    Commentary,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    /// One object per article, one to a line
    Jsonl,
    /// A table with commas between the cells
    Csv,
    /// A table with tabs between the cells
    Tsv,
}

impl FormatName for ExportFormat {
    const DEFAULT: Self = Self::Jsonl;
}

impl Export {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        self.store.with_the_rest(|store| {
            if let Some(outlet) = &self.outlet
                && let Err(error @ StoreError::NotFound(_)) = store.require_outlet(outlet)
            {
                return Err(error.into());
            }
            let mut status = Status::Done;
            for destination in &destinations {
                let mut lost = Vec::new();
                let mut failure = None;
                write_to(destination.file.as_deref(), |out| {
                    match self.write(store, destination.format, &mut lost, out) {
                        Err(Stopped::Output(error)) => Err(error),
                        Err(Stopped::Store(error)) => {
                            failure = Some(error);
                            Ok(())
                        }
                        Ok(()) => Ok(()),
                    }
                })?;
                if let Some(error) = failure {
                    return Err(error.into());
                }
                for error in &lost {
                    complain(&format!("left out: {error}"));
                    status = Status::Trouble;
                }
            }
            Ok(status)
        })
    }

    fn write(
        &self,
        store: &Store,
        format: ExportFormat,
        lost: &mut Vec<StoreError>,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        let of = match self.what {
            What::Articles => RowsOf::Articles,
            What::Quotations => RowsOf::Quotations,
            What::Commentary => RowsOf::Commentary,
        };
        let separator = match format {
            ExportFormat::Jsonl => return self.lines(store, lost, out),
            ExportFormat::Csv => Separator::Comma,
            ExportFormat::Tsv => Separator::Tab,
        };
        let mut rows = Rows::new(of, separator, out)?;
        self.each(store, lost, |extracted| rows.add(extracted))?;
        Ok(rows.end()?)
    }

    fn lines(
        &self,
        store: &Store,
        lost: &mut Vec<StoreError>,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        self.each(store, lost, |extracted| match self.what {
            What::Articles => JsonLines.write(extracted.article, out),
            What::Quotations | What::Commentary => JsonLines.write(extracted, out),
        })
    }

    /// Calls `write` with every article that is asked for; those that cannot be read are `lost`.
    fn each(
        &self,
        store: &Store,
        lost: &mut Vec<StoreError>,
        mut write: impl FnMut(&Extracted) -> std::io::Result<()>,
    ) -> Result<(), Stopped> {
        store.for_each_article(|stored| {
            let stored = match stored {
                Ok(stored) => stored,
                Err(error) => {
                    lost.push(error);
                    return Ok(());
                }
            };
            if !self.is_wanted(&stored) {
                return Ok(());
            }
            let (article, extraction) = stored.into_parts();
            let extracted = Extracted {
                article: &article,
                extraction: &extraction,
                context: 0,
                shows_thoughts: true,
                texts: Texts::default(),
            };
            Ok(write(&extracted)?)
        })
    }

    fn is_wanted(&self, stored: &Stored) -> bool {
        let article = &stored.article;
        let time = article.published.as_ref().and_then(|time| time.timestamp);
        let of_outlet = self.outlet.as_ref();
        of_outlet.is_none_or(|outlet| *outlet == article.outlet)
            && (self.time.since).is_none_or(|since| time.is_some_and(|time| time >= since))
            && (self.time.until).is_none_or(|until| time.is_some_and(|time| time <= until))
    }
}

/// Why an export ends early.
enum Stopped {
    Store(StoreError),
    Output(std::io::Error),
}

impl From<StoreError> for Stopped {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}
