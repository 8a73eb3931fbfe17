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
        return Err(ReadProblem::NoBody);
    }
    draft.body = Some(Span::new(start, text.len()));
    draft.text = text;
    Ok(draft)
}

/// Lines that end as they did on old Macs, with a carriage return alone, get the sign that ends lines
/// elsewhere, which is as long.
fn with_line_ends(text: String) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() && !text.contains('\n') {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<String>, String) {
        let draft = article(text.to_owned()).expect("an article");
        assert_eq!(draft.text, text, "the text is the whole file");
        let body = draft.body.expect("a body");
        assert_eq!(body.end, text.len());
        (draft.title, body.slice(text).to_owned())
    }

    #[test]
    fn the_headline_is_not_part_of_the_body() {
        let body = "\nNobody was hurt.\n";
        for text in [
            format!("# Ferry aground\n{body}"),
            format!("\n# Ferry aground #\r\n{body}"),
            format!("Ferry aground\n=============\n{body}"),
            format!("---\noutlet: Post\n---\n\n# Ferry aground\n{body}"),
        ] {
            assert_eq!(
                read(&text),
                (Some("Ferry aground".to_owned()), body.to_owned()),
                "{text}"
            );
        }
        let text = format!("---\ntitle: Aground\n---\n# Ferry aground\n{body}");
        assert_eq!(read(&text), (Some("Aground".to_owned()), body.to_owned()));
    }

    #[test]
    fn a_text_without_a_headline_is_all_body() {
        for text in [
            "Nobody was hurt.",
            "#ferry was the word of the day.",
            "One line\nAnd another\n",
        ] {
            assert_eq!(read(text), (None, text.to_owned()));
        }
    }

    #[test]
    fn fields_or_a_headline_alone_are_no_article() {
        for text in ["---\noutlet: Post\n---\n \n", "# Ferry aground\n"] {
            assert!(
                matches!(article(text.to_owned()), Err(ReadProblem::NoBody)),
                "{text}"
            );
        }
    }

    #[test]
    fn lines_of_old_macs_are_lines() {
        let draft = article("One.\rTwo — “three”.\r".to_owned()).expect("an article");
        assert_eq!(draft.text, "One.\nTwo — “three”.\n");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_or_moved(text in "(---\n)?((outlet|title|x y): .{0,9}\n)?(---\n)?(# .{0,9}\n)?[^\r]*x") {
            let (_, body) = read(&text);
            proptest::prop_assert!(text.ends_with(&body));
            // What is left aside is front matter and headline, each of which says what it is.
            let aside = &text[..text.len() - body.len()];
            proptest::prop_assert!(aside.trim().is_empty() || aside.contains(['#', '=', ':']), "{aside}");
        }
    }
}
