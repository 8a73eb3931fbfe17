//! Pages made to exhaust a parser are refused before it sees them. Elements inside one another overflow
//! its stack, each attribute of one element is compared with all others, and each element costs a
//! kilobyte by the time the extractor is done. One pass over the page counts all three.

use crate::error::ReadProblem;

/// Attributes of one element: some twenty in real pages.
const MAX_ATTRIBUTES: usize = 2_000;
/// Elements of a page: some thousands in real pages, 100,000 in the longest.
const MAX_ELEMENTS: usize = 300_000;

/// Elements that have no end tag or whose end is understood when the next begins.
const CLOSED_BY_NEXT: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source",
    "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];
/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp"];

/// Refuses `page` when it holds too much of something, or more than `max_depth` elements inside one
/// another. Real pages stay below 100.
pub(super) fn check(page: &str, max_depth: usize) -> Result<(), ReadProblem> {
    let (mut depth, mut elements) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(next) = page[at..].find('<') {
        let tag = &page[at + next + 1..];
        at += next + 1;
        if tag.starts_with("!--") {
            at += tag.find("-->").unwrap_or(tag.len());
            continue;
        }
        if let Some(end_tag) = tag.strip_prefix('/') {
            if !is_one_of(name(end_tag), CLOSED_BY_NEXT) {
                depth = depth.saturating_sub(1);
            }
            continue;
        }
        let name = name(tag);
        if name.is_empty() {
            continue;
        }
        let Tag {
            length,
            attributes,
            closes_itself,
        } = Tag::measure(tag);
        at += length;
        elements += 1;
        if is_one_of(name, RAW) {
            at += end_of_raw(&tag[length..], name);
        } else if !closes_itself && !is_one_of(name, CLOSED_BY_NEXT) {
            depth += 1;
        }
        for (count, limit, what) in [
            (depth, max_depth, "elements inside one another"),
            (attributes, MAX_ATTRIBUTES, "attributes on one element"),
            (elements, MAX_ELEMENTS, "elements"),
        ] {
            if count > limit {
                return Err(ReadProblem::TooComplex { what, limit });
            }
        }
    }
    Ok(())
}

/// What stands between "<" and ">".
struct Tag {
    length: usize,
    attributes: usize,
    closes_itself: bool,
}

impl Tag {
    fn measure(tag: &str) -> Self {
        let mut quote = None;
        let mut attributes = 0;
        let mut before = b' ';
        for (at, byte) in tag.bytes().enumerate() {
            match (quote, byte) {
                (Some(open), _) if open == byte => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
                (None, b'>') => {
                    return Self {
                        length: at,
                        attributes,
                        closes_itself: before == b'/',
                    };
                }
                (None, b' ' | b'\t' | b'\r' | b'\n') => {}
                (None, _) => attributes += usize::from(before.is_ascii_whitespace()),
            }
            before = byte;
        }
        Self {
            length: tag.len(),
            attributes,
            closes_itself: false,
        }
    }
}

fn name(tag: &str) -> &str {
    let end = tag.find(|sign: char| !sign.is_ascii_alphanumeric());
    let name = &tag[..end.unwrap_or(tag.len())];
    if name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
        name
    } else {
        ""
    }
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// Where the end tag of the raw element `name` begins.
fn end_of_raw(content: &str, name: &str) -> usize {
    content
        .match_indices("</")
        .find(|(at, _)| {
            let rest = &content[at + 2..];
            rest.get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name))
        })
        .map_or(content.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    fn check(page: &str) -> Result<(), super::ReadProblem> {
        super::check(page, 500)
    }

    #[test]
    fn a_page_passes_whatever_its_scripts_compare() {
        let script = "<script>for (i=0;i<s.length;i++) if (a<b) x='<div>'</script>".repeat(2_000);
        let page = format!(
            "<html><body>{script}<!-- {} --><p>One<p>Two<br></body>",
            "<div>".repeat(2_000)
        );
        assert!(check(&page).is_ok());
        let icons = "<svg><path d=\"M1 2\" /><circle r='1'/></svg>".repeat(2_000);
        assert!(check(&icons).is_ok());
        let layout = "<div class=\"a > b\"><ul><li>one<li>two</ul></div>".repeat(2_000);
        assert!(check(&layout).is_ok());
    }

    #[test]
    fn pages_without_end_are_refused() {
        let many: String = (0..5_000)
            .map(|number| format!("a{number}=\"x\" "))
            .collect();
        for page in [
            "<div>".repeat(100_000),
            "<b><made-up>".repeat(10_000),
            format!("<svg>{}", "<g>".repeat(10_000)),
            format!("<div {many}>"),
            "<p>x</p>".repeat(400_000),
        ] {
            assert!(check(&page).is_err(), "{}", &page[..30]);
        }
    }
}
