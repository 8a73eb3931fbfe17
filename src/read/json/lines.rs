//! One article per line: a line that is none is named by its number, the others are read.

use serde::de::IgnoredAny;
use serde_json::Value;

use super::{article, broken, cause, not_an_article};
use crate::error::{JsonPlace, NoText, ReadProblem};
use crate::read::draft::Draft;

/// Whether `text` is more than one line, each of which begins an object.
pub(super) fn are_objects(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines().nth(1).is_some() && lines().all(|line| line.starts_with('{'))
}

/// The articles of the lines. When no line is JSON the error is `whole`, that of the text as one value.
pub(super) fn articles(
    text: &str,
    problems: &mut Vec<ReadProblem>,
    whole: &serde_json::Error,
) -> Result<Vec<Draft>, ReadProblem> {
    let is_json = |line: &str| serde_json::from_str::<IgnoredAny>(line).is_ok();
    if !text.lines().any(is_json) {
        return Err(broken(whole));
    }
    Ok(numbered(text, 1, problems))
}

/// The articles of the lines, of which the first has the number `first`.
pub(in crate::read) fn numbered(
    text: &str,
    first: usize,
    problems: &mut Vec<ReadProblem>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (number, line) in (first..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let found = match serde_json::from_str::<Value>(line) {
            Ok(value) => article(&value, &[]),
            Err(error) => Err(NoText::Broken(cause(&error))),
        };
        match found {
            Ok(draft) => drafts.push(Draft {
                number: Some(number),
                ..draft
            }),
            Err(missing) => problems.push(not_an_article(Some(JsonPlace::Line(number)), missing)),
        }
    }
    drafts
}
