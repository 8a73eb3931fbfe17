use std::path::PathBuf;

use clap::Args;

use super::events::group_the_rest;
use super::folders::Archive;
use super::input::ReadingArguments;
use super::language::LanguageArguments;
use super::progress::{Progress, Stage};
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
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,

    #[command(flatten)]
    reading: ReadingArguments,
}

impl Ingest {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let access = match self.paths.is_empty() {
            true => Access::Change,
            false => Access::Write,
        };
        self.store.with(access, |store| {
            let mut status = Status::Done;
            if !self.paths.is_empty() {
                status = self.add(store)?;
            }
            if self.update {
                update(store, self.language.texts())?;
            }
            group_the_rest(store, self.language.texts())?;
            Ok(status)
        })
    }

    fn add(&self, store: &mut Store) -> anyhow::Result<Status> {
        let texts = self.language.texts();
        let progress = Progress::new(texts);
        let mut added = Added::default();
        let mut unknown = Unknown::default();
        let mut status = Status::Done;
        let archive = Archive::of(&self.paths);
        let inputs = input::inputs(&archive.paths);
        let mut each = |reading: Reading, distance: Distance| -> anyhow::Result<()> {
            progress.aside(|| input::tell(&reading));
            self.reading.admit(&reading)?;
            if !reading.left_out.is_empty() {
                status = Status::Trouble;
            }
            unknown.see(&reading.articles);
            added += store.add(reading.articles)?;
            let message = texts.articles(added.articles + added.known);
            progress.show_bytes(message, distance.done, distance.all);
            Ok(())
        };
        let done = read_in_batches(&inputs, &self.reading.options(), &mut each);
        progress.clear();
        if done.is_err() && added.articles > 0 {
            complain(&texts.ingest_before(added.articles));
        }
        done?;
        say(&in_words(added, texts))?;
        if added.articles > 0 {
            unknown.tell(texts);
        }
        if let Some(first) = archive.passed_over.first() {
            let count = archive.passed_over.len();
            complain(&texts.ingest_beside(count, first.display()));
        }
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

    fn tell(&self, texts: Texts) {
        // A file that is called after its outlet looks the same.
        if self.outlet * 2 > self.all {
            complain(&texts.ingest_no_outlet(self.outlet));
        }
        if self.time > 0 {
            complain(&texts.ingest_no_time(self.time));
        }
    }
}

fn update(store: &mut Store, texts: Texts) -> anyhow::Result<()> {
    const BATCH: usize = 256;
    let progress = Progress::new(texts);
    let all = store.outdated()?;
    let mut done = 0;
    loop {
        match store.update(BATCH)? {
            0 => break,
            updated => done += updated,
        }
        progress.show(Stage::Extracting, done, all.max(done));
    }
    progress.clear();
    say(&texts.ingest_updated(done))
}

fn in_words(added: Added, texts: Texts) -> String {
    let Added {
        articles,
        revisions,
        known,
        quotations,
    } = added;
    if articles == 0 && known > 0 {
        return texts.ingest_nothing_new(known);
    }
    let all = texts.ingest_added(texts.articles(articles), texts.quotations(quotations));
    let mut parts = vec![all];
    if revisions > 0 {
        parts.push(texts.ingest_revisions(revisions));
    }
    if known > 0 {
        parts.push(texts.ingest_known(known));
    }
    parts.join("; ") + "."
}
