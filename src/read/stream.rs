//! Articles one batch after the other, for inputs that need not fit into memory: a folder of a hundred
//! thousand files, a dump of any length with one article per line, an archive of pages.
//!
//! ```text
//! files ─▶ pieces ─▶ window: some at a time, each in a thread ─▶ in their order ─▶ a batch when enough
//! ```
//!
//! Memory holds one batch and the pieces in the window. Ids are unique within a batch alone.

use super::draft::Draft;
use super::files::{self, File};
use super::options::Options;
use super::parse::Found;
use super::pieces::{self, Piece, SingleLine, Splitter};
use super::window::Window;
use super::{Input, ReadNote, Reading, ids};
use crate::error::{ReadError, ReadProblem};

/// A batch is passed on when it holds that many articles, or that many bytes.
const BATCH_ARTICLES: usize = pieces::LINES;
const BATCH_BYTES: usize = 2_000_000;

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Distance {
    /// Bytes read.
    pub done: u64,
    /// Bytes of all inputs; nothing when one of them is standard input or a web address.
    pub all: Option<u64>,
    /// Files read.
    pub files_done: usize,
    /// All files.
    pub files: usize,
}

/// Reads every article of `inputs` and calls `each` with one batch after the other, until it fails.
///
/// # Errors
/// Those of `each`. What cannot be read is in the batches.
pub fn read_in_batches<E>(
    inputs: &[Input],
    options: &Options,
    each: &mut dyn FnMut(Reading, Distance) -> Result<(), E>,
) -> Result<(), E> {
    let (files, left_out) = files::list(inputs);
    let mut batch = Batch {
        each,
        found: Vec::new(),
        left_out,
        notes: Vec::new(),
        articles: 0,
        bytes: 0,
        distance: Distance::default(),
    };
    each_found(
        &files,
        options,
        SingleLine::Dump,
        &mut |file, found, distance| {
            batch.distance = distance;
            batch.add(file, found)
        },
    )?;
    batch.pass()
}

/// Takes what was found in a piece of a file, and how far the reading is.
pub(super) type TakeFound<'t, E> = &'t mut dyn FnMut(&File, Found, Distance) -> Result<(), E>;

/// Why reading ends early.
enum Stop<E> {
    Enough,
    Failed(E),
}

/// Reads `files` and gives `take` what is found, in their order, until it fails.
pub(super) fn each_found<E>(
    files: &[File],
    options: &Options,
    single: SingleLine,
    take: TakeFound<'_, E>,
) -> Result<(), E> {
    let sizes: Vec<Option<u64>> = files.iter().map(File::size).collect();
    let mut walk = Walk {
        files,
        window: Window::new(options),
        take,
        max_articles: options.max_articles,
        articles: 0,
        distance: Distance {
            all: sizes.iter().copied().sum(),
            files: files.len(),
            ..Distance::default()
        },
    };
    match walk.all(&sizes, options, single) {
        Ok(()) | Err(Stop::Enough) => Ok(()),
        Err(Stop::Failed(error)) => Err(error),
    }
}

struct Walk<'w, E> {
    files: &'w [File],
    /// Pieces with the place of their file, the bytes done with them, and whether the file is done too.
    window: Window<Label>,
    take: TakeFound<'w, E>,
    max_articles: Option<usize>,
    articles: usize,
    distance: Distance,
}

#[derive(Clone, Copy)]
struct Label {
    file: usize,
    done: u64,
}

impl<E> Walk<'_, E> {
    fn all(
        &mut self,
        sizes: &[Option<u64>],
        options: &Options,
        single: SingleLine,
    ) -> Result<(), Stop<E>> {
        let mut splitter = Splitter::new(options, single);
        let mut before = 0;
        for (at, file) in self.files.iter().enumerate() {
            splitter.split(file, &mut |piece: Piece, bytes| {
                let label = Label {
                    file: at,
                    done: before + bytes,
                };
                self.window.push(label, piece, &file.path);
                while self.window.is_full() {
                    self.pop()?;
                }
                Ok(())
            })?;
            before += sizes[at].unwrap_or_default();
        }
        while self.pop()? {}
        Ok(())
    }

    /// Hands on the piece that went in first; says whether there was one.
    fn pop(&mut self) -> Result<bool, Stop<E>> {
        let Some((label, mut found)) = self.window.pop() else {
            return Ok(false);
        };
        let is_enough = self.cut_at_limit(&mut found);
        self.distance.done = label.done;
        self.distance.files_done = label.file + 1;
        (self.take)(&self.files[label.file], found, self.distance).map_err(Stop::Failed)?;
        if is_enough {
            return Err(Stop::Enough);
        }
        Ok(true)
    }

    /// Leaves away the articles of `found` beyond the limit; says whether there were any.
    fn cut_at_limit(&mut self, found: &mut Found) -> bool {
        self.articles += found.drafts.len();
        let limit = self.max_articles.unwrap_or(usize::MAX);
        let over = self.articles.saturating_sub(limit);
        if over == 0 {
            return false;
        }
        found.drafts.truncate(found.drafts.len() - over);
        found.problems.push(ReadProblem::TooMany { limit });
        true
    }
}

type Each<'e, E> = &'e mut dyn FnMut(Reading, Distance) -> Result<(), E>;

struct Batch<'e, E> {
    each: Each<'e, E>,
    found: Vec<(String, Vec<Draft>)>,
    left_out: Vec<ReadError>,
    notes: Vec<ReadNote>,
    articles: usize,
    bytes: usize,
    distance: Distance,
}

impl<E> Batch<'_, E> {
    fn add(&mut self, file: &File, found: Found) -> Result<(), E> {
        self.articles += found.drafts.len();
        self.bytes += found.bytes;
        self.left_out
            .extend(found.problems.into_iter().map(|problem| ReadError {
                path: file.path.clone(),
                problem,
            }));
        self.notes.extend(found.notes);
        if !found.drafts.is_empty() {
            self.found.push((file.stem.clone(), found.drafts));
        }
        if self.articles >= BATCH_ARTICLES || self.bytes >= BATCH_BYTES {
            self.pass()?;
        }
        Ok(())
    }

    fn pass(&mut self) -> Result<(), E> {
        let reading = Reading {
            articles: ids::name(std::mem::take(&mut self.found)),
            left_out: std::mem::take(&mut self.left_out),
            notes: std::mem::take(&mut self.notes),
        };
        (self.articles, self.bytes) = (0, 0);
        (self.each)(reading, self.distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: usize) -> String {
        format!(
            "{{\"id\":\"a{id}\",\"outlet\":\"Ridge Post\",\"text\":\"The dam holds, number {id}.\"}}\n"
        )
    }

    fn batches(text: &str, limit: u64) -> Vec<Reading> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dump.jsonl");
        std::fs::write(&path, text).unwrap();
        let mut batches = Vec::new();
        let options = Options {
            max_file_bytes: limit,
            ..Options::default()
        };
        let mut last = Distance::default();
        let done: Result<(), ()> =
            read_in_batches(&[Input::Path(path)], &options, &mut |reading, distance| {
                batches.push(reading);
                last = distance;
                Ok(())
            });
        done.unwrap();
        assert_eq!(last.all, Some(text.len() as u64));
        assert_eq!(last.done, text.len() as u64);
        batches
    }

    #[test]
    fn a_dump_comes_in_batches_whatever_its_length() {
        let text: String = (1..=600).map(line).collect();
        // The limit is one of a line here: the dump is far longer.
        let batches = batches(&text, 200);
        let sizes: Vec<usize> = batches.iter().map(|batch| batch.articles.len()).collect();
        assert_eq!(sizes, [256, 256, 88]);
        let ids = batches.iter().flat_map(|batch| &batch.articles);
        assert!(
            ids.enumerate()
                .all(|(at, article)| article.id == format!("a{}", at + 1))
        );
    }

    #[test]
    fn a_broken_line_is_named_by_its_number() {
        let text: String = (1..=600)
            .map(|id| {
                if id == 300 {
                    "{broken\n".to_owned()
                } else {
                    line(id)
                }
            })
            .collect();
        let batches = batches(&text, 200);
        let problems: Vec<String> = batches
            .iter()
            .flat_map(|batch| &batch.left_out)
            .map(|error| error.problem.to_string())
            .collect();
        assert_eq!(problems.len(), 1);
        assert!(problems[0].contains("line 300"), "{problems:?}");
        let all: usize = batches.iter().map(|batch| batch.articles.len()).sum();
        assert_eq!(all, 599);
    }
}
