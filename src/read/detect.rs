//! Text to format, by how it begins.

use crate::error::ReadProblem;

/// How a text is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// One article, a list of them, or one per line.
    Json,
    /// A page or a piece of one.
    Html,
    /// Plain text or Markdown.
    Plain,
}

/// The format of `text`, which is not blank.
pub(super) fn format(text: &str) -> Result<Format, ReadProblem> {
    let start = text.trim_start();
    if is_json(start) {
        return Ok(Format::Json);
    }
    if start.starts_with("{\\rtf") {
        return Err(ReadProblem::Unsupported("an RTF document"));
    }
    if start.starts_with("WARC/1.") {
        return Err(ReadProblem::Unsupported("a web archive (WARC)"));
    }
    if start.starts_with('<') {
        return markup(start);
    }
    Ok(Format::Plain)
}

/// An object with a field, or a list of objects. A text may begin with a bracket too: "[Editor's note:".
fn is_json(start: &str) -> bool {
    let after = |sign: char| start.strip_prefix(sign).map(str::trim_start);
    after('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || after('[').is_some_and(|rest| rest.starts_with(['{', ']']))
}

/// Which kind of markup it is after comments and declarations.
fn markup(start: &str) -> Result<Format, ReadProblem> {
    let mut rest = start;
    loop {
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?") {
            rest.find("?>").map(|at| at + 2)
        } else if is_tag(rest, "!doctype") && !is_tag(&rest[9..], " html") {
            rest.find('>').map(|at| at + 1)
        } else {
            None
        };
        match end {
            Some(end) => rest = rest[end..].trim_start(),
            None => break,
        }
    }
    const FOREIGN: &[(&str, &str)] = &[
        ("rss", "a feed"),
        ("feed", "a feed"),
        ("rdf:rdf", "a feed"),
        ("newsitem", "NewsML"),
        ("newsmessage", "NewsML"),
        ("newsml", "NewsML"),
        ("nitf", "NITF"),
        ("svg", "a picture"),
    ];
    if let Some((_, kind)) = FOREIGN.iter().find(|(name, _)| is_tag(rest, name)) {
        return Err(ReadProblem::Unsupported(kind));
    }
    let tag = rest.strip_prefix('<').unwrap_or_default();
    let is_name = tag.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '!');
    // "<unidentified> told reporters" is text; a page has a closing tag or says that it is one.
    if is_name && (is_tag(rest, "!doctype") || is_tag(rest, "html") || rest.contains("</")) {
        return Ok(Format::Html);
    }
    Ok(Format::Plain)
}

fn is_tag(text: &str, name: &str) -> bool {
    let Some(rest) = text.strip_prefix('<') else {
        return text
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name));
    };
    rest.get(..name.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(name))
        && !rest[name.len()..].starts_with(|sign: char| sign.is_ascii_alphanumeric())
}
