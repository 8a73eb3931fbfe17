//! Bytes to articles.
//!
//! ```text
//! inputs ─▶ files ─▶ unpack ─▶ pieces ─▶ encoding: text ─▶ detect ─┬─▶ json · table ──────────┐
//!   a folder is one event                                          ├─▶ html ───────────────────┤
//!   its folders are not read                                       ├─▶ xml: feeds, NewsML ─────┼─▶ drafts ─▶ dates,
//!   web addresses: fetch                                           ├─▶ captions · mail · plain ┤   language, ids
//!                                                                  └─▶ warc · docx · pdf ──────┘   ─▶ articles
//! ```
//!
//! What a file holds is decided by its content and never by its name. What cannot be read is named with
//! the reason, and the rest goes on. The order of the inputs makes no difference: articles come by file
//! name. Several pieces are read at a time (`window`). Cost is linear in the bytes.

mod above;
mod answer;
mod beginnings;
mod byline;
mod captions;
mod dates;
mod detect;
mod docx;
mod draft;
mod encoding;
mod fetch;
mod files;
mod front_matter;
mod garbled;
#[cfg(feature = "html")]
mod html;
mod ids;
mod json;
mod language;
mod mail;
mod notes;
mod options;
mod page;
mod parse;
#[cfg(feature = "pdf")]
mod pdf;
mod pieces;
mod plain;
mod same;
mod stream;
mod table;
mod unpack;
mod walls;
mod warc;
mod window;
mod xml;
mod zipped;

use std::convert::Infallible;
use std::path::PathBuf;

use crate::Article;
use crate::error::ReadError;
use pieces::SingleLine;

#[cfg(feature = "store")]
pub(crate) use files::is_unrelated;
pub use notes::{Damage, Gate, ReadNote};
pub use options::{Captions, Fetching, InputFormat, Options};
pub use page::page_key;
pub use stream::{Distance, read_in_batches};

/// Where articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder whose files are one event.
    Path(PathBuf),
    /// Standard input.
    Stdin,
    /// A web address.
    Url(String),
}

/// What reading gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles, by file name; ids are unique.
    pub articles: Vec<Article>,
    /// What could not be read, by file name: whole files, or articles of a file.
    pub left_out: Vec<ReadError>,
    /// What a reader should know of what was read.
    pub notes: Vec<ReadNote>,
}

/// Reads every article of `inputs`; what cannot be read is named and the rest goes on.
/// `progress` is told how many of how many files are done.
pub fn read(inputs: &[Input], progress: &mut dyn FnMut(usize, usize)) -> Reading {
    read_with(inputs, &Options::default(), &mut |distance| {
        progress(distance.files_done, distance.files);
    })
}

/// [`read`] with limits of one's own. The same article, read twice, is one.
pub fn read_with(
    inputs: &[Input],
    options: &Options,
    progress: &mut dyn FnMut(Distance),
) -> Reading {
    let (files, mut left_out) = files::list(inputs);
    let mut notes = Vec::new();
    let mut found = Vec::new();
    progress(Distance {
        files: files.len(),
        ..Distance::default()
    });
    let done: Result<(), Infallible> = stream::each_found(
        &files,
        options,
        SingleLine::Article,
        &mut |file, piece, distance| {
            left_out.extend(piece.problems.into_iter().map(|problem| ReadError {
                path: file.path.clone(),
                problem,
            }));
            notes.extend(piece.notes);
            found.push((file.stem.clone(), file.path.clone(), piece.drafts));
            progress(distance);
            Ok(())
        },
    );
    match done {
        Ok(()) => {}
    }
    left_out.sort_by(|a, b| files::order(&a.path).cmp(&files::order(&b.path)));
    let found = same::once(found, &mut notes);
    Reading {
        articles: ids::name(found),
        left_out,
        notes,
    }
}
