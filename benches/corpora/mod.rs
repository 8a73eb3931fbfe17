//! The events of `corpora/`, for every bench.
#![allow(dead_code, reason = "each bench takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};

use rashomon::Article;
use rashomon::read::{Input, read};

/// The folders of the events, by name.
pub(crate) fn events() -> Vec<PathBuf> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let entries = fs::read_dir(corpora).expect("corpora can be listed");
    let mut events: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    events.retain(|path| path.is_dir());
    events.sort();
    events
}

/// The events in `language`, whose folders are named after it save in English.
pub(crate) fn events_in(language: &str) -> Vec<PathBuf> {
    let is_in = |path: &PathBuf| match path.file_name().and_then(|name| name.to_str()) {
        Some(name) if name.as_bytes().get(2) == Some(&b'-') => name.starts_with(language),
        _ => language == "en",
    };
    events().into_iter().filter(is_in).collect()
}

/// The articles of an event.
pub(crate) fn articles(event: &Path) -> Vec<Article> {
    read(&[Input::Path(event.to_owned())], &mut |_, _| {}).articles
}
