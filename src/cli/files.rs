//! Articles with the files they come from, for reports that point into files.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::complain;
use super::progress::{Progress, Stage};
use crate::Article;
use crate::model::Origin;
use crate::read::{Captions, Input, Options, read_with};

/// Articles, where each was read, and what was left out.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) articles: Vec<Article>,
    pub(super) origins: Vec<Origin>,
    pub(super) left_out: Vec<String>,
}

impl Files {
    /// Reads `paths` in their order, folders by file name. What cannot be read is named on standard error.
    /// Ids are made unique among all that was read, also by `taken`.
    pub(super) fn read(
        paths: &[PathBuf],
        taken: &mut HashSet<String>,
        progress: &Progress,
    ) -> Self {
        let mut files = Self::default();
        let all: Vec<PathBuf> = paths.iter().flat_map(|path| expanded(path)).collect();
        for (done, path) in all.iter().enumerate() {
            progress.show(Stage::Reading, done, all.len());
            files.file(path, taken);
        }
        progress.clear();
        for message in &files.left_out {
            complain(message);
        }
        files
    }

    /// Adds an article that stands in no file: its page, or its name, is where it comes from.
    #[cfg(feature = "store")]
    pub(super) fn add(&mut self, mut article: Article, taken: &mut HashSet<String>) {
        make_unique(&mut article, taken);
        self.origins.push(Origin {
            path: article.url.as_ref().unwrap_or(&article.id).clone(),
            is_whole_file: false,
        });
        self.articles.push(article);
    }

    fn file(&mut self, path: &Path, taken: &mut HashSet<String>) {
        let is_stdin = path.as_os_str() == "-";
        let input = if is_stdin {
            Input::Stdin
        } else {
            Input::Path(path.to_owned())
        };
        // A place in captions has a time, which joined words have not.
        let options = Options {
            captions: Captions::AsPrinted,
            ..Options::default()
        };
        let reading = read_with(&[input], &options, &mut |_| {});
        self.left_out
            .extend(reading.left_out.iter().map(ToString::to_string));
        for note in &reading.notes {
            complain(&format!("note: {note}"));
        }
        let on_disk = if is_stdin {
            Vec::new()
        } else {
            fs::read(path).unwrap_or_default()
        };
        for mut article in reading.articles {
            make_unique(&mut article, taken);
            self.origins.push(Origin {
                path: if is_stdin {
                    crate::STDIN_NAME.to_owned()
                } else {
                    path.display().to_string().replace('\\', "/")
                },
                is_whole_file: is_stdin || on_disk == article.text.as_bytes(),
            });
            self.articles.push(article);
        }
    }
}

/// Gives an article an id that no other of `taken` has.
fn make_unique(article: &mut Article, taken: &mut HashSet<String>) {
    let stem = article.id.clone();
    let mut number = 2;
    while !taken.insert(article.id.clone()) {
        article.id = format!("{stem}-{number}");
        number += 1;
    }
}

/// The files of a folder, by name; anything else is itself. A folder that holds no file is left for the
/// reader to complain about.
fn expanded(path: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file() && !is_hidden(path))
        .collect();
    found.sort();
    if found.is_empty() {
        vec![path.to_owned()]
    } else {
        found
    }
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.')
}
