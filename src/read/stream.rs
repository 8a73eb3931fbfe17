//! Articles one batch after the other, for inputs that need not fit into memory: a folder of a hundred
//! thousand files, a dump of any length with one article per line.
//!
//! ```text
//! files ─┬─ lines of JSON ─▶ some lines at a time ─┐
//!        └─ anything else ─▶ whole, up to a limit ─┴─▶ drafts ─▶ a batch when they are enough
//! ```
//!
//! Memory holds one batch, or the largest file that is no dump. Ids are unique within a batch alone.

use std::io::{self, BufRead, Read};

use serde::de::IgnoredAny;

use super::draft::Draft;
use super::files::{self, File};
use super::{Input, Options, ReadNote, Reading, drafts_of, ids, text_of};
use crate::error::{ReadError, ReadProblem};
use crate::read::json;

/// A batch is passed on when it holds that many articles, or that many bytes.
const BATCH_ARTICLES: usize = 256;
const BATCH_BYTES: usize = 2_000_000;

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Distance {
    /// Bytes read.
    pub done: u64,
    /// Bytes of all inputs; nothing when one of them is standard input.
    pub all: Option<u64>,
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
    let sizes: Vec<Option<u64>> = files.iter().map(File::size).collect();
    let mut batch = Batch {
        left_out,
        distance: Distance {
            done: 0,
            all: sizes.iter().copied().sum(),
        },
        ..Batch::new(each)
    };
    let mut before = 0;
    for (file, size) in files.iter().zip(sizes) {
        batch.read(file, options)?;
        before += size.unwrap_or_default();
        batch.distance.done = batch.distance.done.max(before);
        batch.pass_when_full()?;
    }
    batch.pass()
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

impl<'e, E> Batch<'e, E> {
    fn new(each: Each<'e, E>) -> Self {
        Self {
            each,
            found: Vec::new(),
            left_out: Vec::new(),
            notes: Vec::new(),
            articles: 0,
            bytes: 0,
            distance: Distance::default(),
        }
    }

    fn read(&mut self, file: &File, options: &Options) -> Result<(), E> {
        let limit = options.max_file_bytes;
        let mut input = match file.open() {
            Ok(input) => input,
            Err(cause) => {
                self.refuse(file, [ReadProblem::Unreadable(cause)]);
                return Ok(());
            }
        };
        match first_line(&mut input, limit, file.is_stdin()) {
            Err(problem) => self.refuse(file, [problem]),
            Ok(Opening::Lines(first)) => self.read_lines(file, &mut input, first, limit)?,
            Ok(Opening::Other(first)) => match rest(input, first, limit) {
                Ok(bytes) => self.add(file, bytes.len(), |problems, notes| {
                    drafts_of(&bytes, file, problems, notes)
                }),
                Err(problem) => self.refuse(file, [problem]),
            },
        }
        Ok(())
    }

    /// Reads the lines of a dump, of which `first` is the first.
    fn read_lines(
        &mut self,
        file: &File,
        input: &mut dyn BufRead,
        first: Vec<u8>,
        limit: u64,
    ) -> Result<(), E> {
        let mut lines = first;
        let (mut number, mut count) = (1, 1);
        loop {
            let before = lines.len();
            let read = read_line(input, &mut lines, limit);
            let is_end = matches!(read, Ok(0) | Err(_));
            count += usize::from(lines.len() > before && !is_end);
            if is_end || count >= BATCH_ARTICLES || lines.len() >= BATCH_BYTES {
                if read.is_err() {
                    lines.truncate(before);
                }
                self.distance.done += lines.len() as u64;
                self.add(file, lines.len(), |problems, notes| {
                    let text = text_of(&lines, file, problems, notes)?;
                    for problem in &mut *problems {
                        if let ReadProblem::WrongBytes { line, .. } = problem {
                            *line += number - 1;
                        }
                    }
                    Ok(json::lines(&text, number, problems))
                });
                lines.clear();
                number += count;
                count = 0;
                self.pass_when_full()?;
            }
            match read {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                // Without the end of the line there is no telling where the next article begins.
                Err(problem) => {
                    self.refuse(file, [problem]);
                    return Ok(());
                }
            }
        }
    }

    fn add(
        &mut self,
        file: &File,
        bytes: usize,
        drafts: impl FnOnce(
            &mut Vec<ReadProblem>,
            &mut Vec<ReadNote>,
        ) -> Result<Vec<Draft>, ReadProblem>,
    ) {
        let mut problems = Vec::new();
        match drafts(&mut problems, &mut self.notes) {
            Ok(drafts) => {
                self.articles += drafts.len();
                self.bytes += bytes;
                self.found.push((file.stem.clone(), drafts));
            }
            Err(problem) => problems.push(problem),
        }
        self.refuse(file, problems);
    }

    fn refuse(&mut self, file: &File, problems: impl IntoIterator<Item = ReadProblem>) {
        self.left_out
            .extend(problems.into_iter().map(|problem| ReadError {
                path: file.path.clone(),
                problem,
            }));
    }

    fn pass_when_full(&mut self) -> Result<(), E> {
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

/// How an input begins.
enum Opening {
    /// A line that is an object, and another one behind it.
    Lines(Vec<u8>),
    /// Something else, or the only line.
    Other(Vec<u8>),
}

/// Reads the first line. From standard input, which has no name for an article, a single line counts as
/// a dump of one.
fn first_line(input: &mut dyn BufRead, limit: u64, is_stdin: bool) -> Result<Opening, ReadProblem> {
    let mut first = Vec::new();
    read_line(input, &mut first, limit)?;
    let is_object = first.trim_ascii_start().starts_with(b"{")
        && serde_json::from_slice::<IgnoredAny>(&first).is_ok();
    let next = input.fill_buf().map_err(ReadProblem::Unreadable)?;
    let is_more = next.first() == Some(&b'{') || is_stdin && next.is_empty();
    Ok(if is_object && is_more {
        Opening::Lines(first)
    } else {
        Opening::Other(first)
    })
}

/// Adds a line of at most `limit` bytes to `lines`; gives its length, 0 at the end.
fn read_line(
    input: &mut dyn BufRead,
    lines: &mut Vec<u8>,
    limit: u64,
) -> Result<usize, ReadProblem> {
    let read = input.take(limit + 1).read_until(b'\n', lines);
    let length = read.map_err(ReadProblem::Unreadable)?;
    if length as u64 > limit {
        return Err(ReadProblem::TooLarge { limit });
    }
    Ok(length)
}

fn rest(input: impl Read, mut bytes: Vec<u8>, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    let left = (limit + 1).saturating_sub(bytes.len() as u64);
    let read: io::Result<usize> = input.take(left).read_to_end(&mut bytes);
    read.map_err(ReadProblem::Unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(ReadProblem::TooLarge { limit });
    }
    Ok(bytes)
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
