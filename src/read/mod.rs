//! Bytes to articles.

use std::path::PathBuf;

use crate::{Article, ReadError};

/// Where articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder whose files are one event.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

/// What reading gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles, by file name; ids are unique.
    pub articles: Vec<Article>,
    /// What could not be read, in the same order.
    pub left_out: Vec<ReadError>,
}

/// Reads every article of `inputs`; what cannot be read is named and the rest goes on.
/// `progress` is told how many of how many files are done.
pub fn read(inputs: &[Input], progress: &mut dyn FnMut(usize, usize)) -> Reading {
    progress(0, inputs.len());
    Reading::default()
}
