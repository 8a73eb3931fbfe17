//! One article per line: a line that is none is named by its number, the others are read.

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
    let mut drafts = Vec::new();
    let mut wrong = Vec::new();
    let mut is_json = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let found = match serde_json::from_str::<Value>(line) {
            Ok(value) => {
                is_json = true;
                article(&value, &[])
            }
            Err(error) => Err(NoText::Broken(cause(&error))),
        };
        match found {
            Ok(draft) => drafts.push(Draft {
                number: Some(number + 1),
                ..draft
            }),
            Err(missing) => wrong.push(not_an_article(Some(JsonPlace::Line(number + 1)), missing)),
        }
    }
    if !is_json {
        return Err(broken(whole));
    }
    problems.extend(wrong);
    Ok(drafts)
}
