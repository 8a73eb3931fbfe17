//! Text to format, by how it begins:
//!
//! ```text
//! { "…   [ {…               JSON
//! <!DOCTYPE html> <html>    a page, also behind comments and declarations
//! <p>…</p>                  a piece of one
//! [Ed.: …   <inaudible> …   anything else is plain text, whatever sign it begins with
//! ```

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

/// Beginnings of formats that look like text and are not read.
const FOREIGN: &[(&str, &str)] = &[
    ("{\\rtf", "an RTF document"),
    ("WARC/1.", "a web archive (WARC)"),
    ("%!PS", "a PostScript document"),
];

/// Root elements of formats that are not read.
const FOREIGN_ROOTS: &[(&str, &str)] = &[
    ("rss", "a feed"),
    ("feed", "a feed"),
    ("rdf", "a feed"),
    ("newsitem", "NewsML"),
    ("newsmessage", "NewsML"),
    ("newsml", "NewsML"),
    ("nitf", "NITF"),
    ("svg", "a picture"),
];

/// The format of `text`, which is not blank.
pub(super) fn format(text: &str) -> Result<Format, ReadProblem> {
    let start = text.trim_start();
    if is_json(start) {
        return Ok(Format::Json);
    }
    if let Some((_, kind)) = FOREIGN.iter().find(|(begin, _)| start.starts_with(begin)) {
        return Err(ReadProblem::Unsupported(kind));
    }
    if start.starts_with('<') {
        return markup(start);
    }
    Ok(Format::Plain)
}

/// An object with a field, or a list of objects.
fn is_json(start: &str) -> bool {
    let after = |sign: char| start.strip_prefix(sign).map(str::trim_start);
    after('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || after('[').is_some_and(|rest| rest.starts_with(['{', ']']))
}

fn markup(start: &str) -> Result<Format, ReadProblem> {
    let is_xml = start.starts_with("<?xml");
    let root = behind_declarations(start);
    let name = root.strip_prefix('<').unwrap_or_default();
    let end = name.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '!');
    let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
    if let Some((_, kind)) = FOREIGN_ROOTS.iter().find(|(root, _)| *root == name) {
        return Err(ReadProblem::Unsupported(kind));
    }
    match name.as_str() {
        "!doctype" | "html" | "head" | "body" => Ok(Format::Html),
        "" => Ok(Format::Plain),
        _ if is_xml => Err(ReadProblem::Unsupported("XML of another kind")),
        // "<unidentified> told reporters" is text; a piece of a page closes what it opens.
        _ if root.contains(&format!("</{name}"))
            || root.contains(&format!("</{}", name.to_uppercase())) =>
        {
            Ok(Format::Html)
        }
        _ => Ok(Format::Plain),
    }
}

/// What follows comments, XML declarations and document types other than HTML.
fn behind_declarations(start: &str) -> &str {
    let mut rest = start;
    loop {
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            "?>"
        } else if is_other_doctype(rest) {
            ">"
        } else {
            return rest;
        };
        let Some(at) = rest.find(end) else {
            return rest;
        };
        rest = rest[at + end.len()..].trim_start();
    }
}

fn is_other_doctype(text: &str) -> bool {
    let Some(mark) = text.get(..9) else {
        return false;
    };
    let kind = text[9..].trim_start();
    let is_html = kind
        .get(..4)
        .is_some_and(|kind| kind.eq_ignore_ascii_case("html"));
    mark.eq_ignore_ascii_case("<!doctype") && !is_html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_decides() {
        for (text, expected) in [
            ("{\"text\": \"x\"}", Format::Json),
            ("\n[\n  {\"text\": \"x\"}]", Format::Json),
            ("<!doctype HTML><p>x", Format::Html),
            (
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html>",
                Format::Html,
            ),
            (
                "<!-- saved from url=(0014) -->\n<HTML><body>x",
                Format::Html,
            ),
            ("<p>The ferry ran aground.</p>", Format::Html),
            ("The ferry ran aground.", Format::Plain),
            ("[Editor’s note: this is a draft]", Format::Plain),
            ("[\"The bridge is safe,\" said the mayor", Format::Plain),
            ("{{ a template that was left }} The ferry", Format::Plain),
            ("<unidentified> told reporters", Format::Plain),
            ("<3 from the crew", Format::Plain),
            ("<", Format::Plain),
            ("<!doctype", Format::Html),
            ("---\noutlet: x\n---\n<p>x</p>", Format::Plain),
        ] {
            assert_eq!(format(text).ok(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_read_is_named() {
        for (text, kind) in [
            ("<?xml version=\"1.0\"?><rss version=\"2.0\">", "a feed"),
            ("<?xml version=\"1.0\"?><newsItem>", "NewsML"),
            (
                "<?xml version=\"1.0\"?><invoice></invoice>",
                "XML of another kind",
            ),
            ("{\\rtf1 The ferry}", "an RTF document"),
        ] {
            let problem = format(text).expect_err("should be refused").to_string();
            assert!(problem.contains(kind), "{problem}");
        }
    }
}
