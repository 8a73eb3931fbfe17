//! What tests of the extraction ask.

use crate::{Article, extract};

/// The names of the speakers of all quotations with quoted strings.
pub(super) fn speakers(text: &str) -> Vec<String> {
    let found = extract::extract(&Article::new("post", text)).quotations;
    let quoted = found.into_iter().filter(|one| !one.segments.is_empty());
    let speakers = quoted.filter_map(|one| one.speaker);
    speakers.map(|speaker| speaker.name).collect()
}
