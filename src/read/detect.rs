//! Text to format, by how it begins:
//!
//! ```text
//! { "…   [ {…               JSON
//! WEBVTT   00:01 --> 00:02   captions
//! outlet,title,text          a table
//! <rss> <feed> <newsItem>    XML of news
//! <!DOCTYPE html> <html>    a page, also behind comments and declarations
//! <p>…</p>                  a piece of one
//! [Ed.: …   <inaudible> …   anything else is plain text, whatever sign it begins with
//! ```

use super::options::InputFormat;
use super::{captions, table};
use crate::error::ReadProblem;

/// How a text is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// One article, a list of them, or one per line.
    Json,
    /// A page or a piece of one.
    Html,
    /// Rows of articles.
    Table,
    /// RSS, Atom or RDF.
    Feed,
    /// `NewsML-G2` or NITF.
    Newsml,
    /// SRT or `WebVTT`.
    Captions,
    /// Plain text or Markdown.
    Plain,
}

/// Beginnings of formats that look like text and are not read.
const FOREIGN: &[(&str, &str)] = &[
    ("{\\rtf", "an RTF document"),
    ("%!PS", "a PostScript document"),
];

/// Root elements and their formats.
const ROOTS: &[(&str, Format)] = &[
    ("rss", Format::Feed),
    ("feed", Format::Feed),
    ("rdf", Format::Feed),
    ("newsitem", Format::Newsml),
    ("packageitem", Format::Newsml),
    ("newsmessage", Format::Newsml),
    ("nitf", Format::Newsml),
];
/// Elements that no text opens with twice, whether they are closed or not.
const BOXES: &[&str] = &[
    "article", "center", "div", "font", "main", "section", "span", "table",
];
/// Root elements of formats that are not read.
const FOREIGN_ROOTS: &[(&str, &str)] = &[("newsml", "NewsML 1"), ("svg", "a picture")];

/// The format that is called for; those that are no text are read before.
pub(super) fn forced(format: InputFormat) -> Format {
    match format {
        InputFormat::Json => Format::Json,
        InputFormat::Html | InputFormat::Warc => Format::Html,
        InputFormat::Csv => Format::Table,
        InputFormat::Feed => Format::Feed,
        InputFormat::Newsml => Format::Newsml,
        InputFormat::Captions => Format::Captions,
        InputFormat::Text | InputFormat::Mail | InputFormat::Docx | InputFormat::Pdf => {
            Format::Plain
        }
    }
}

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
    if captions::is_start(start) {
        return Ok(Format::Captions);
    }
    if table::is_start(start) {
        return Ok(Format::Table);
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
    let end = name.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '!' && sign != ':');
    let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
    // "rdf:RDF" is one, and so is any prefix that a producer makes up.
    let name = name.rsplit(':').next().unwrap_or_default().to_owned();
    if let Some((_, format)) = ROOTS.iter().find(|(root, _)| *root == name) {
        return Ok(*format);
    }
    if let Some((_, kind)) = FOREIGN_ROOTS.iter().find(|(root, _)| *root == name) {
        return Err(ReadProblem::Unsupported(kind));
    }
    match name.as_str() {
        "!doctype" | "html" | "head" | "body" => Ok(Format::Html),
        "" => Ok(Format::Plain),
        name if BOXES.contains(&name) && root[1..].contains(&format!("<{name}")) => {
            Ok(Format::Html)
        }
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
            // A type may bring its own declarations in brackets.
            let bracket = rest.find('[').unwrap_or(rest.len());
            if rest.find('>').is_some_and(|end| bracket < end) {
                "]>"
            } else {
                ">"
            }
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
            ("<?xml version=\"1.0\"?><rss version=\"2.0\">", Format::Feed),
            ("<rdf:RDF xmlns:rdf=\"x\">", Format::Feed),
            ("<?xml version=\"1.0\"?><newsItem>", Format::Newsml),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello", Format::Captions),
            ("outlet,text\nPost,x", Format::Table),
        ] {
            assert_eq!(format(text).ok(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_read_is_named() {
        for (text, kind) in [
            ("<?xml version=\"1.0\"?><NewsML>", "NewsML 1"),
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
