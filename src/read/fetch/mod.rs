//! Web addresses to pages.

use super::options::Options;
use super::warc::Record;
use crate::error::ReadProblem;

/// The page at `url`.
#[cfg(not(feature = "fetch"))]
pub(super) fn page(_: &str, _: &Options) -> Result<Record, ReadProblem> {
    Err(ReadProblem::NotFetched(
        "is a web address, and this build does not fetch; save the page in a browser and name the file, or build with --features fetch".to_owned(),
    ))
}
