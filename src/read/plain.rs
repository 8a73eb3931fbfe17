//! Plain text and Markdown. The whole file is the text, so that a place in the report is a place in the
//! file; the front matter and the headline that opens it are not part of the body.

use super::draft::{Draft, one_line};
use super::front_matter;
use crate::Span;
use crate::error::ReadProblem;

/// The article that `text` is.
pub(super) fn article(text: String) -> Result<Draft, ReadProblem> {
    let text = with_line_ends(text);
    let mut draft = Draft::default();
    let mut start = front_matter::read(&text, &mut draft).unwrap_or(0);
    if let Some((title, end)) = opening_headline(&text[start..]) {
        draft.title = draft.title.or(Some(title));
        start += end;
    }
    if text[start..].trim().is_empty() {
        return Err(ReadProblem::Empty);
    }
    draft.body = Some(Span::new(start, text.len()));
    draft.text = text;
    Ok(draft)
}

/// Lines that end as they did on old Macs, with a carriage return alone, get the sign that ends lines
/// elsewhere, which is as long.
fn with_line_ends(text: String) -> String {
    if text.contains('\r') && !text.contains('\n') {
        text.replace('\r', "\n")
    } else {
        text
    }
}

/// The Markdown headline ("# Title", or a line underlined with "=") that opens `text`, and where its last
/// line ends.
fn opening_headline(text: &str) -> Option<(String, usize)> {
    let start = text.len() - text.trim_start().len();
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next()?;
    if let Some(title) = first.strip_prefix("# ") {
        let title = title.trim().trim_end_matches('#');
        return Some((one_line(title)?, start + first.len()));
    }
    let rule = lines.next()?;
    let is_rule = rule.trim().len() >= 3 && rule.trim().bytes().all(|byte| byte == b'=');
    is_rule.then_some(())?;
    Some((one_line(first)?, start + first.len() + rule.len()))
}
