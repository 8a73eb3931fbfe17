//! Bytes to articles.
//!
//! ```text
//! inputs ─▶ files ─▶ bytes ─▶ encoding: text ─▶ detect ─┬─▶ json ──┐
//!   a folder is one event                               ├─▶ html ──┼─▶ drafts ─▶ dates, language, ids ─▶ articles
//!   its folders are not read                            └─▶ plain ─┘
//! ```
//!
//! What a file holds is decided by its content and never by its name. What cannot be read is named with
//! the reason, and the rest goes on. The order of the inputs makes no difference: articles come by file
//! name. Cost is linear in the bytes.

mod dates;
mod detect;
mod draft;
mod encoding;
mod files;
mod front_matter;
#[cfg(feature = "html")]
mod html;
mod ids;
mod json;
mod language;
mod plain;
mod stream;

use std::path::PathBuf;

use crate::Article;
use crate::error::{ReadError, ReadProblem};
use detect::Format;
use draft::Draft;
use files::File;

pub use stream::{Distance, read_in_batches};

/// Where articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder whose files are one event.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

/// What reading may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The largest file that is read, in bytes.
    pub max_file_bytes: u64,
}

impl Default for Options {
    /// 64 MB a file: a thousand times the longest article, and a dump of some ten thousand.
    fn default() -> Self {
        Self {
            max_file_bytes: 64_000_000,
        }
    }
}

/// What reading gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles, by file name; ids are unique.
    pub articles: Vec<Article>,
    /// What could not be read, by file name: whole files, articles of a file, or
    /// ([`ReadProblem::WrongBytes`]) characters of an article that was read.
    pub left_out: Vec<ReadError>,
    /// What a reader should know of articles that were read whole.
    pub notes: Vec<ReadNote>,
}

/// Something that was decided while reading and might be wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadNote {
    /// The file is not UTF-8 and does not say what it is.
    #[error(
        "{}: is not UTF-8; read as {encoding}, which fits best; if letters look wrong, save it as UTF-8",
        path.display()
    )]
    GuessedEncoding {
        /// The file.
        path: PathBuf,
        /// Name of the encoding after the WHATWG standard.
        encoding: &'static str,
    },
}

/// Reads every article of `inputs`; what cannot be read is named and the rest goes on.
/// `progress` is told how many of how many files are done.
pub fn read(inputs: &[Input], progress: &mut dyn FnMut(usize, usize)) -> Reading {
    read_with(inputs, &Options::default(), progress)
}

/// [`read`] with limits of one's own.
pub fn read_with(
    inputs: &[Input],
    options: &Options,
    progress: &mut dyn FnMut(usize, usize),
) -> Reading {
    let (files, mut left_out) = files::list(inputs);
    let mut notes = Vec::new();
    let mut found = Vec::new();
    progress(0, files.len());
    for (done, file) in files.iter().enumerate() {
        let mut problems = Vec::new();
        match read_file(file, options, &mut problems, &mut notes) {
            Ok(drafts) => found.push((file.stem.clone(), drafts)),
            Err(problem) => problems.push(problem),
        }
        left_out.extend(problems.into_iter().map(|problem| ReadError {
            path: file.path.clone(),
            problem,
        }));
        progress(done + 1, files.len());
    }
    left_out.sort_by(|a, b| files::order(&a.path).cmp(&files::order(&b.path)));
    Reading {
        articles: ids::name(found),
        left_out,
        notes,
    }
}

/// The articles of one file; what is wrong with a part of it goes to `problems`.
fn read_file(
    file: &File,
    options: &Options,
    problems: &mut Vec<ReadProblem>,
    notes: &mut Vec<ReadNote>,
) -> Result<Vec<Draft>, ReadProblem> {
    let bytes = file.load(options.max_file_bytes)?;
    drafts_of(&bytes, file, problems, notes)
}

/// The articles in the bytes of `file`.
fn drafts_of(
    bytes: &[u8],
    file: &File,
    problems: &mut Vec<ReadProblem>,
    notes: &mut Vec<ReadNote>,
) -> Result<Vec<Draft>, ReadProblem> {
    let text = text_of(bytes, file, problems, notes)?;
    match detect::format(&text)? {
        Format::Json => json::articles(&text, problems),
        #[cfg(feature = "html")]
        Format::Html => html::article(&text).map(|draft| vec![draft]),
        #[cfg(not(feature = "html"))]
        Format::Html => Err(ReadProblem::Unsupported("an HTML page")),
        Format::Plain => plain::article(text).map(|draft| vec![draft]),
    }
}

/// The text in the bytes of `file`, which is not blank.
fn text_of(
    bytes: &[u8],
    file: &File,
    problems: &mut Vec<ReadProblem>,
    notes: &mut Vec<ReadNote>,
) -> Result<String, ReadProblem> {
    let decoded = encoding::decode(bytes)?;
    if decoded.text.trim().is_empty() {
        return Err(ReadProblem::Empty);
    }
    if let Some(wrong) = decoded.wrong {
        problems.push(ReadProblem::WrongBytes {
            count: wrong.count,
            line: wrong.line,
        });
    }
    if let Some(encoding) = decoded.guessed {
        notes.push(ReadNote::GuessedEncoding {
            path: file.path.clone(),
            encoding,
        });
    }
    Ok(decoded.text)
}
