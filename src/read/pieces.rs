//! A file to the pieces that can be read apart from one another:
//!
//! ```text
//! lines of JSON ─▶ some lines at a time ─┐
//! WARC, WACZ ────▶ page by page ─────────┼─▶ pieces, each no longer than the limit
//! anything else ─▶ whole ────────────────┘
//! ```

use std::io::{BufRead, Read};

use serde::de::IgnoredAny;

use super::fetch::Client;
use super::files::{File, Opened};
use super::options::{InputFormat, Options};
use super::unpack::Overflow;
use super::warc::{self, Record};
use super::zipped;
use crate::error::ReadProblem;

/// Lines of a dump in one piece, and their bytes.
pub(super) const LINES: usize = 256;
const LINES_BYTES: usize = 2_000_000;

/// What is read at a time.
#[derive(Debug)]
pub(super) enum Piece {
    /// All of a file.
    Whole(Vec<u8>),
    /// Lines of a dump, of which the first has this number.
    Lines(Vec<u8>, usize),
    /// A page of an archive, or one that was fetched.
    Page(Record),
    /// Something that cannot be read.
    Refused(ReadProblem),
}

/// How a single line of JSON on standard input is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SingleLine {
    /// As an article, which has no name of its own.
    Article,
    /// As a dump of one.
    Dump,
}

/// Takes a piece, and how many bytes of the file were read for it.
pub(super) type Take<'t, E> = &'t mut dyn FnMut(Piece, u64) -> Result<(), E>;

/// Splits files, one after the other.
pub(super) struct Splitter<'o> {
    options: &'o Options,
    single: SingleLine,
    client: Client,
}

impl<'o> Splitter<'o> {
    pub(super) fn new(options: &'o Options, single: SingleLine) -> Self {
        Self {
            options,
            single,
            client: Client::default(),
        }
    }

    /// Gives `take` the pieces of `file` in their order, until it fails.
    pub(super) fn split<E>(&mut self, file: &File, take: Take<'_, E>) -> Result<(), E> {
        let options = self.options;
        if let Some(url) = file.as_url() {
            let piece = match self.client.page(url, options) {
                Ok(record) => Piece::Page(record),
                Err(problem) => Piece::Refused(problem),
            };
            return take(piece, 0);
        }
        let mut opened = match file.open(options.max_unpacked_bytes) {
            Ok(opened) => opened,
            Err(cause) => return take(Piece::Refused(unreadable(cause)), 0),
        };
        let work = Work {
            file,
            options,
            single: self.single,
        };
        work.split(&mut opened, take)?;
        if file.has_changed(&opened) {
            take(Piece::Refused(ReadProblem::Changed), opened.distance.get())?;
        }
        Ok(())
    }
}

/// What is wrong when reading fails with `cause`.
pub(super) fn unreadable(cause: std::io::Error) -> ReadProblem {
    match Overflow::of(&cause) {
        Some(overflow) => ReadProblem::Bomb {
            limit: overflow.limit,
        },
        None if cause.kind() == std::io::ErrorKind::InvalidData
            || cause.kind() == std::io::ErrorKind::InvalidInput
            || cause.kind() == std::io::ErrorKind::UnexpectedEof =>
        {
            ReadProblem::BrokenArchive(cause.to_string())
        }
        None => ReadProblem::Unreadable(cause),
    }
}

/// The splitting of one file.
struct Work<'f> {
    file: &'f File,
    options: &'f Options,
    single: SingleLine,
}

impl Work<'_> {
    fn split<E>(&self, opened: &mut Opened, take: Take<'_, E>) -> Result<(), E> {
        let start = match opened.content.fill_buf() {
            Ok(start) => start,
            Err(cause) => return take(Piece::Refused(unreadable(cause)), 0),
        };
        let is_forced = |format| self.options.format == Some(format);
        if is_forced(InputFormat::Warc) || warc::is_start(start) {
            return self.records(opened, take);
        }
        if zipped::is_start(start) && self.options.format.is_none() {
            return self.zipped(opened, take);
        }
        let may_be_lines = is_forced(InputFormat::Json) || self.options.format.is_none();
        let limit = self.options.max_file_bytes;
        let mut first = Vec::new();
        match self.first_line(&mut opened.content, &mut first) {
            Err(problem) => take(Piece::Refused(problem), opened.distance.get()),
            Ok(true) if may_be_lines => self.lines(opened, first, take),
            Ok(_) => {
                let piece = match rest(&mut opened.content, first, limit) {
                    Ok(bytes) => Piece::Whole(bytes),
                    Err(problem) => Piece::Refused(problem),
                };
                take(piece, opened.distance.get())
            }
        }
    }

    /// Reads the first line; says whether it is an object with another one behind it.
    fn first_line(
        &self,
        content: &mut dyn BufRead,
        first: &mut Vec<u8>,
    ) -> Result<bool, ReadProblem> {
        read_line(content, first, self.options.max_file_bytes)?;
        let is_object = first.trim_ascii_start().starts_with(b"{")
            && serde_json::from_slice::<IgnoredAny>(first).is_ok();
        let next = content.fill_buf().map_err(unreadable)?;
        let may_be_alone = self.file.is_stdin() && self.single == SingleLine::Dump;
        Ok(is_object && (next.first() == Some(&b'{') || may_be_alone && next.is_empty()))
    }

    /// The lines of a dump, of which `first` is the first.
    fn lines<E>(&self, opened: &mut Opened, first: Vec<u8>, take: Take<'_, E>) -> Result<(), E> {
        let mut lines = first;
        let (mut number, mut count) = (1, 1);
        loop {
            let before = lines.len();
            let read = read_line(&mut opened.content, &mut lines, self.options.max_file_bytes);
            let is_end = matches!(read, Ok(0) | Err(_));
            count += usize::from(!is_end);
            if is_end || count >= LINES || lines.len() >= LINES_BYTES {
                if read.is_err() {
                    lines.truncate(before);
                }
                take(
                    Piece::Lines(std::mem::take(&mut lines), number),
                    opened.distance.get(),
                )?;
                number += count;
                count = 0;
            }
            match read {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                // Without the end of the line there is no telling where the next article begins.
                Err(problem) => return take(Piece::Refused(problem), opened.distance.get()),
            }
        }
    }

    fn records<E>(&self, opened: &mut Opened, take: Take<'_, E>) -> Result<(), E> {
        let limit = self.options.max_file_bytes;
        let mut records = warc::Records::new(&mut opened.content, limit);
        while let Some(record) = records.next() {
            let piece = record.map_or_else(Piece::Refused, Piece::Page);
            take(piece, opened.distance.get())?;
        }
        Ok(())
    }

    /// A ZIP archive: the pages of a WACZ, or a document.
    fn zipped<E>(&self, opened: &mut Opened, take: Take<'_, E>) -> Result<(), E> {
        let limit = self.options.max_file_bytes;
        let bytes = match rest(&mut opened.content, Vec::new(), limit) {
            Ok(bytes) => bytes,
            Err(problem) => return take(Piece::Refused(problem), opened.distance.get()),
        };
        if !zipped::is_wacz(&bytes) {
            return take(Piece::Whole(bytes), opened.distance.get());
        }
        let done = opened.distance.get();
        zipped::pages(&bytes, self.options, &mut |record| {
            take(record.map_or_else(Piece::Refused, Piece::Page), done)
        })
    }
}

/// Adds a line of at most `limit` bytes to `lines`; gives its length, 0 at the end.
fn read_line(
    input: &mut dyn BufRead,
    lines: &mut Vec<u8>,
    limit: u64,
) -> Result<usize, ReadProblem> {
    let read = input.take(limit + 1).read_until(b'\n', lines);
    let length = read.map_err(unreadable)?;
    if length as u64 > limit {
        return Err(ReadProblem::TooLarge { limit });
    }
    Ok(length)
}

fn rest(input: &mut dyn BufRead, mut bytes: Vec<u8>, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    let left = (limit + 1).saturating_sub(bytes.len() as u64);
    input
        .take(left)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(ReadProblem::TooLarge { limit });
    }
    Ok(bytes)
}
