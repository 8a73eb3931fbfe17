use std::path::PathBuf;

use clap::Args;

use super::events::group_the_rest;
use super::input::ReadingArguments;
use super::progress::Progress;
use super::stores::{StoreArguments, say};
use super::{Status, complain, input};
use crate::read::{Distance, Reading, read_in_batches};
use crate::store::{Access, Added, Store};

/// Add articles to a store, with what is found in them
///
/// What is there already is left as it is, so the same command can run again: after an interruption it
/// goes on where it stopped. Another text at a known URL becomes a revision.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon ingest coverage/
  rashomon ingest dump.jsonl --store 2026.db
  rashomon ingest dump.jsonl.zst archive.warc.gz
  rashomon ingest --update        (extract again after an upgrade)")]
pub(super) struct Ingest {
    /// Articles: files, folders of files, dumps with one JSON article per line, or `-`
    #[arg(value_name = "PATH", required_unless_present = "update")]
    paths: Vec<PathBuf>,

    /// Extract again what an earlier version of the rules and tables extracted
    #[arg(long)]
    update: bool,

    #[command(flatten)]
    store: StoreArguments,

    #[command(flatten)]
    reading: ReadingArguments,
}

impl Ingest {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Write, |store| {
            let mut status = Status::Done;
            if !self.paths.is_empty() {
                status = self.add(store)?;
            }
            if self.update {
                update(store)?;
            }
            group_the_rest(store)?;
            Ok(status)
        })
    }

    fn add(&self, store: &mut Store) -> anyhow::Result<Status> {
        let progress = Progress::new();
        let mut added = Added::default();
        let mut status = Status::Done;
        let inputs = input::inputs(&self.paths);
        let mut each = |reading: Reading, distance: Distance| -> anyhow::Result<()> {
            progress.aside(|| input::tell(&reading));
            self.reading.admit(&reading)?;
            if !reading.left_out.is_empty() {
                status = Status::Trouble;
            }
            added += store.add(reading.articles)?;
            let message = format!("{} articles", added.articles + added.known);
            progress.show_bytes(message, distance.done, distance.all);
            Ok(())
        };
        let done = read_in_batches(&inputs, &self.reading.options(), &mut each);
        progress.clear();
        if done.is_err() && added.articles > 0 {
            complain(&format!(
                "{} articles were added before that",
                added.articles
            ));
        }
        done?;
        say(&in_words(added))?;
        Ok(status)
    }
}

fn update(store: &mut Store) -> anyhow::Result<()> {
    const BATCH: usize = 256;
    let progress = Progress::new();
    let all = store.outdated()?;
    let mut done = 0;
    loop {
        match store.update(BATCH)? {
            0 => break,
            updated => done += updated,
        }
        progress.show("extracting", done, all.max(done));
    }
    progress.clear();
    say(&format!("{done} articles were extracted again."))
}

fn in_words(added: Added) -> String {
    let Added {
        articles,
        revisions,
        known,
        quotations,
    } = added;
    let noun = |count: usize, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    let mut line = format!(
        "Added {} with {}",
        noun(articles, "article", "articles"),
        noun(quotations, "quotation", "quotations"),
    );
    if revisions > 0 {
        line += &format!(
            "; {} of pages that were there",
            noun(revisions, "is a revision", "are revisions")
        );
    }
    if known > 0 {
        line += &format!("; {} there before", noun(known, "was", "were"));
    }
    line + "."
}
