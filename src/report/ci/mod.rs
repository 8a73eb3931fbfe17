//! A check for the services that build and review: one file per format.
//!
//! Every format shows what the policy denies and what it warns of, each finding at its line in the draft and
//! with a fingerprint that moved lines do not change. Texts of drafts and sources are foreign: each format
//! writes them so that the service that reads it can only show them.

mod github;
mod gitlab;
mod junit;
mod sarif;

pub use github::{GithubAnnotations, GithubSummary};
pub use gitlab::Gitlab;
pub use junit::Junit;
pub use sarif::Sarif;

use super::uri::encoded;
use crate::model::{Check, Checked, Place, Severity};

/// The findings that are not allowed.
fn findings(check: &Check) -> impl Iterator<Item = &Checked> {
    check
        .results
        .iter()
        .filter(|checked| checked.severity > Severity::Allow)
}

/// First and last line and column of a place, from 1, the end column behind the last character.
struct Region {
    start: (usize, usize),
    end: (usize, usize),
}

/// Where `place` stands in its file; nothing where the article's text is not the file's.
fn region(check: &Check, place: Place) -> Option<Region> {
    let is_whole = check.origins[place.article].is_whole_file;
    is_whole.then(|| Region {
        start: check.line_and_column(place.article, place.span.start),
        end: check.line_and_column(place.article, place.span.end),
    })
}

/// The file of a place as a relative URI reference, as far as it is relative: white space and signs that
/// mean something in a URI are percent-encoded.
fn uri(check: &Check, place: Place) -> String {
    let path = &check.origins[place.article].path;
    encoded(path.trim_start_matches("./"), "/.-_~")
}
