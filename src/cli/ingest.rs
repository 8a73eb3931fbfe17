use std::path::PathBuf;

use clap::Args;

use super::events::group_the_rest;
use super::folders::with_subfolders;
use super::input::ReadingArguments;
use super::progress::Progress;
use super::stores::{StoreArguments, say};
use super::{Status, complain, input};
use crate::read::{Distance, Reading, read_in_batches};
use crate::store::{Access, Added, Store};
use crate::{Article, Texts};

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
  rashomon ingest https://ridgepost.example/dam      (in a build with --features fetch)
  rashomon ingest --update        (extract again after an upgrade)")]
pub(super) struct Ingest {
    /// Articles: files, folders and the folders in them, dumps with one JSON article per line, web addresses, or `-`
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
        let mut unknown = Unknown::default();
        let mut status = Status::Done;
        let inputs = input::inputs(&with_subfolders(&self.paths));
        let mut each = |reading: Reading, distance: Distance| -> anyhow::Result<()> {
            progress.aside(|| input::tell(&reading));
            self.reading.admit(&reading)?;
            if !reading.left_out.is_empty() {
                status = Status::Trouble;
            }
            unknown.see(&reading.articles);
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
        unknown.tell();
        Ok(status)
    }
}

/// Articles that do not say what events and figures rest on.
#[derive(Default)]
struct Unknown {
    all: usize,
    outlet: usize,
    time: usize,
}

impl Unknown {
    fn see(&mut self, articles: &[Article]) {
        self.all += articles.len();
        for article in articles {
            // Whoever names no outlet is called after the file.
            self.outlet += usize::from(article.outlet == article.id);
            let time = article.published.as_ref().and_then(|time| time.timestamp);
            self.time += usize::from(time.is_none());
        }
    }

    fn tell(&self) {
        const WAY_OUT: &str = "front matter, JSON or columns of a CSV can say it";
        // A file that is called after its outlet looks the same.
        if self.outlet * 2 > self.all {
            complain(&format!(
                "note: {} no outlet and count as one of their own each, called after the file; {WAY_OUT}",
                naming(self.outlet, "names", "name"),
            ));
        }
        if self.time > 0 {
            complain(&format!(
                "note: {} no time of publication, so that events are found by words alone; {WAY_OUT}",
                naming(self.time, "has", "have"),
            ));
        }
    }
}

fn naming(count: usize, one: &str, many: &str) -> String {
    let verb = if count == 1 { one } else { many };
    format!("{} {verb}", Texts::default().articles(count))
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
