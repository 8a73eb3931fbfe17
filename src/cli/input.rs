//! The PATH arguments, and reading what they name.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::bail;
use clap::Args;

use super::progress::Progress;
use super::{Status, complain};
use crate::Texts;
use crate::read::{Fetching, Input, InputFormat, Options, ReadNote, Reading, read_with};

/// What to read.
#[derive(Args, Debug)]
pub(super) struct Inputs {
    /// Articles: files, folders of files, web addresses, or `-` for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    reading: ReadingArguments,
}

/// How inputs are read.
#[derive(Args, Debug)]
#[command(next_help_heading = "Reading")]
pub(super) struct ReadingArguments {
    /// What the inputs are, whatever they look like: text, json, html, csv, feed, newsml, captions, mail,
    /// warc, docx
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    input_format: Option<InputFormat>,

    /// Stop when anything cannot be read, be it one character
    #[arg(long)]
    strict: bool,

    /// The largest file, or line of a dump, in MB
    #[arg(long, value_name = "MB", default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..1_000_000))]
    max_file_size: u64,

    /// What one packed file may unpack to, in MB
    #[arg(long, value_name = "MB", default_value_t = 16_000, value_parser = clap::value_parser!(u64).range(1..1_000_000_000))]
    max_unpacked_size: u64,

    /// The most articles [default: any number]
    #[arg(long, value_name = "N")]
    max_articles: Option<usize>,

    /// Elements of a page inside one another
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u16).range(10..=2_000))]
    max_depth: u16,

    /// Time to read one page, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..))]
    max_time: u64,

    /// Fetch nothing: take pages that were fetched before, or none
    #[arg(long)]
    #[cfg_attr(not(feature = "fetch"), arg(hide = true))]
    offline: bool,

    /// Fetch also what was fetched before
    #[arg(long, conflicts_with = "offline")]
    #[cfg_attr(not(feature = "fetch"), arg(hide = true))]
    refresh: bool,

    /// Also fetch from private networks, such as this machine
    #[arg(long)]
    #[cfg_attr(not(feature = "fetch"), arg(hide = true))]
    allow_private: bool,

    /// Keep fetched pages in DIR [default: the cache of the system]
    #[arg(long, value_name = "DIR")]
    #[cfg_attr(not(feature = "fetch"), arg(hide = true))]
    cache: Option<PathBuf>,

    /// An address or page by which owners of sites can reach you, sent with each request
    #[arg(long, value_name = "TEXT")]
    #[cfg_attr(not(feature = "fetch"), arg(hide = true))]
    contact: Option<String>,
}

impl ReadingArguments {
    /// The limits that were asked for.
    pub(super) fn options(&self) -> Options {
        Options {
            max_file_bytes: self.max_file_size * 1_000_000,
            max_unpacked_bytes: self.max_unpacked_size * 1_000_000,
            max_depth: self.max_depth.into(),
            max_articles: self.max_articles,
            max_time: Duration::from_secs(self.max_time),
            format: self.input_format,
            fetching: Fetching {
                is_offline: self.offline,
                is_refreshing: self.refresh,
                allows_private: self.allow_private,
                cache: self.cache.clone().or_else(default_cache),
                contact: self.contact.clone(),
                ..Fetching::default()
            },
            ..Options::default()
        }
    }

    /// Fails when something was left out, or is missing in what was read, and nothing may be.
    pub(super) fn admit(&self, reading: &Reading) -> anyhow::Result<()> {
        if !self.strict {
            return Ok(());
        }
        match reading.left_out.len() {
            0 if reading.notes.iter().any(ReadNote::is_damage) => {
                bail!("not everything in the inputs can be read, and --strict allows no gap")
            }
            0 => Ok(()),
            1 => bail!("one input cannot be read, and --strict allows none"),
            count => bail!("{count} inputs cannot be read, and --strict allows none"),
        }
    }
}

#[cfg(feature = "store")]
fn default_cache() -> Option<PathBuf> {
    Some(dirs::cache_dir()?.join("rashomon").join("pages"))
}

#[cfg(not(feature = "store"))]
fn default_cache() -> Option<PathBuf> {
    None
}

fn format(name: &str) -> Result<InputFormat, String> {
    InputFormat::named(name).ok_or_else(|| {
        let known = InputFormat::ALL.map(InputFormat::name);
        format!("known are {}", known.join(", "))
    })
}

impl Inputs {
    /// Reads all of it; what cannot be read is named on standard error.
    ///
    /// # Errors
    /// When something was left out and nothing may be.
    pub(super) fn read(&self, progress: &Progress) -> anyhow::Result<Reading> {
        let options = self.reading.options();
        let reading = read_with(&inputs(&self.paths), &options, &mut |distance| {
            progress.show_reading(distance);
        });
        progress.clear();
        tell(&reading);
        self.reading.admit(&reading)?;
        Ok(reading)
    }

    /// Whether nothing was named.
    #[cfg(feature = "store")]
    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The name of the event, when one folder was given: the folder's.
    pub(super) fn event(&self) -> Option<String> {
        let [path] = self.paths.as_slice() else {
            return None;
        };
        if !path.is_dir() {
            return None;
        }
        let path = path.canonicalize().ok()?;
        Some(path.file_name()?.to_string_lossy().into_owned())
    }
}

/// What `paths` name: `-` is standard input.
pub(super) fn inputs(paths: &[PathBuf]) -> Vec<Input> {
    paths.iter().map(|path| input(path)).collect()
}

fn input(path: &Path) -> Input {
    match path.to_str() {
        Some("-") => Input::Stdin,
        Some(url) if url.starts_with("http://") || url.starts_with("https://") => {
            Input::Url(url.to_owned())
        }
        _ => Input::Path(path.to_owned()),
    }
}

/// Messages of one kind that are shown before the rest is only counted.
const SHOWN: usize = 8;

/// Says on standard error what could not be read, and what might have been read wrongly.
pub(super) fn tell(reading: &Reading) {
    let left_out: Vec<(&str, String)> = reading
        .left_out
        .iter()
        .map(|error| (error.problem.kind(), error.to_string()))
        .collect();
    tell_some(&left_out);
    let notes: Vec<(&str, String)> = reading
        .notes
        .iter()
        .map(|note| (note.kind(), format!("note: {note}")))
        .collect();
    tell_some(&notes);
    let files = reading.left_out.len();
    if files > SHOWN {
        let mut read = Texts::default().articles(reading.articles.len());
        if !notes.is_empty() {
            read.push_str(&format!(" (with notes: {})", counted(&notes)));
        }
        complain(&format!(
            "read: {read}; left out: {files} ({})",
            counted(&left_out)
        ));
    }
}

/// Says the first messages of each kind, and how many more there are.
fn tell_some(messages: &[(&str, String)]) {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for (kind, message) in messages {
        let count = match counts.iter_mut().find(|(other, _)| other == kind) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                counts.push((kind, 1));
                1
            }
        };
        if count <= SHOWN {
            complain(message);
        }
    }
    for (kind, count) in counts {
        if count > SHOWN {
            complain(&format!("… and {} more like that ({kind})", count - SHOWN));
        }
    }
}

/// How many messages there are of each kind, the most first.
fn counted(messages: &[(&str, String)]) -> String {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for (kind, _) in messages {
        *counts.entry(kind).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let words = counts.iter().map(|(kind, count)| format!("{count} {kind}"));
    words.collect::<Vec<_>>().join(", ")
}

/// The exit status after `reading`: trouble when something was left out.
pub(super) fn status(reading: &Reading) -> Status {
    if reading.left_out.is_empty() {
        Status::Done
    } else {
        Status::Trouble
    }
}
