//! Quotation marks to quoted strings.
//!
//! News text mixes styles: straight marks that do not say whether they open or close, curly ones set
//! the wrong way round, two apostrophes for one mark, „low-high“, «guillemets» in both directions,
//! 「corner brackets」. A quotation that runs on opens again in the next paragraph without having been
//! closed in this one:
//!
//! ```text
//! “We knew the pump was failing,       continues: no closing mark, the next paragraph opens again
//!
//! “and we told them so,” she said.     closed
//! ```
//!
//! The parser reads one paragraph at a time and never carries a missing mark any further than to the
//! end of its paragraph, so that a stray mark cannot swallow the article. Within a paragraph it keeps
//! one open mark and the depth of marks of *another* style inside it. One pass, linear.

mod signs;

use super::paragraphs::Paragraph;
use crate::Span;
use signs::{Family, Mark, Marks};

/// A quoted string: what stands between an opening and a closing mark within one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct QuotedString {
    /// With its marks.
    pub outer: Span,
    /// Without its marks and without white space at the edges: the segment.
    pub inner: Span,
    pub ending: Ending,
}

/// How a quoted string ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Ending {
    /// With a closing mark.
    Closed,
    /// At the end of its paragraph; the next paragraph opens again.
    Continues,
    /// At the end of its paragraph or at another opening mark: a mark is missing.
    Unbalanced,
}

/// A string that has been opened.
struct Open {
    at: Span,
    family: Family,
    depth: usize,
    /// Open strings of its own style inside it.
    doubled: usize,
}

/// Finds the quoted strings of `text`, in order, none inside another.
pub(in crate::extract) fn quoted_strings(
    text: &str,
    paragraphs: &[Paragraph],
) -> Vec<QuotedString> {
    let mut strings = Vec::new();
    let mut carried = false;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let open = parse_paragraph(text, paragraph.span, carried, &mut strings);
        carried = open.is_some();
        if let Some(open) = open {
            let next = paragraphs
                .get(index + 1)
                .map_or("", |next| next.span.slice(text));
            let ending = if opens_with_mark(next) {
                Ending::Continues
            } else {
                Ending::Unbalanced
            };
            push(
                text,
                &mut strings,
                open.at,
                paragraph.span.end,
                paragraph.span.end,
                ending,
            );
        }
    }
    strings
}

/// Parses one paragraph and returns the mark that is still open at its end.
fn parse_paragraph(
    text: &str,
    paragraph: Span,
    mut carried: bool,
    strings: &mut Vec<QuotedString>,
) -> Option<Open> {
    let mut open: Option<Open> = None;
    for mark in Marks::new(text, paragraph) {
        match &mut open {
            None => {
                if carried && mark.closes_what_was_carried() {
                    let start = Span::new(paragraph.start, paragraph.start);
                    push(
                        text,
                        strings,
                        start,
                        mark.at.start,
                        mark.at.end,
                        Ending::Closed,
                    );
                } else if let Some(family) = mark.opens() {
                    open = Some(Open {
                        at: mark.at,
                        family,
                        depth: 0,
                        doubled: 0,
                    });
                } else if let Some(start) = unopened(text, paragraph, strings, &mark) {
                    let start = Span::new(start, start);
                    let end = mark.at;
                    push(text, strings, start, end.start, end.end, Ending::Closed);
                }
            }
            Some(outer) if outer.doubled > 0 && mark.closes(outer.family, outer.depth) => {
                outer.doubled -= 1;
            }
            Some(outer) if mark.closes(outer.family, outer.depth) => {
                push(
                    text,
                    strings,
                    outer.at,
                    mark.at.start,
                    mark.at.end,
                    Ending::Closed,
                );
                open = None;
            }
            Some(outer) if mark.is_foreign_to(outer.family) => {
                let may_open = mark.opens().is_some() && mark.stands_after_blank();
                if may_open && !(outer.depth > 0 && mark.may_close()) {
                    outer.depth += 1;
                } else if outer.depth > 0 {
                    outer.depth -= 1;
                } else if mark.may_close() {
                    // Two styles for one string: “We lost," he said.
                    let end = mark.at;
                    push(text, strings, outer.at, end.start, end.end, Ending::Closed);
                    open = None;
                }
            }
            Some(outer) if outer.family == Family::Curly && mark.is_doubled(text, paragraph) => {
                outer.doubled += 1;
            }
            Some(outer) => {
                if let Some(family) = mark.opens() {
                    push(
                        text,
                        strings,
                        outer.at,
                        mark.at.start,
                        mark.at.start,
                        Ending::Unbalanced,
                    );
                    open = Some(Open {
                        at: mark.at,
                        family,
                        depth: 0,
                        doubled: 0,
                    });
                }
            }
        }
        carried = false;
    }
    open
}

/// We lost," he said. It was late. We knew it." │ Where a string begins whose opening mark is missing: with its
/// paragraph, if a tag can follow it; behind another string, with the sentence after that string's.
fn unopened(text: &str, paragraph: Span, strings: &[QuotedString], mark: &Mark) -> Option<usize> {
    let is_end = matches!(mark.before, '.' | ',' | '!' | '?') && mark.may_close();
    let before = strings
        .last()
        .filter(|string| string.outer.start >= paragraph.start);
    match before.filter(|_| is_end) {
        None => {
            let goes_on = text[mark.at.end..paragraph.end].contains(char::is_alphabetic);
            (is_end && mark.before != '.' && goes_on).then_some(paragraph.start)
        }
        Some(string) => {
            let between = &text[string.outer.end..mark.at.start];
            let mut stops = between
                .match_indices(". ")
                .map(|(at, stop)| (at, at + stop.len()));
            // "Mr. Lee": behind a short word with a capital the sentence goes on.
            let is_end = |(stop, next): &(usize, usize)| {
                let word = between[..*stop].rsplit(' ').next().unwrap_or_default();
                let is_short = word.chars().count() <= LONGEST_TITLE;
                let is_title = is_short && word.starts_with(char::is_uppercase);
                between[*next..].starts_with(char::is_uppercase) && !is_title
            };
            let (_, start) = stops.find(is_end)?;
            Some(string.outer.end + start)
        }
    }
}

/// Most letters of a shortened title: "Mr", "Gov".
const LONGEST_TITLE: usize = 3;

/// Adds the string that opens at `open`; its words end at `inner_end`, the string itself at `end`.
fn push(
    text: &str,
    strings: &mut Vec<QuotedString>,
    open: Span,
    inner_end: usize,
    end: usize,
    ending: Ending,
) {
    let inner = Span::new(open.end, inner_end).trim(text);
    if inner.slice(text).contains(char::is_alphanumeric) {
        let outer = Span::new(open.start, end).trim(text);
        strings.push(QuotedString {
            outer,
            inner,
            ending,
        });
    }
}

/// Whether this sign is a double quotation mark of any family.
pub(in crate::extract) fn is_mark(sign: char) -> bool {
    matches!(
        sign,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』'
    )
}

fn opens_with_mark(paragraph: &str) -> bool {
    let start = paragraph.trim_start();
    start.starts_with(['“', '„', '‟', '«', '»', '"', '「', '『'])
        || start.starts_with("''")
        || start.starts_with("``")
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::paragraphs;
    use super::*;

    fn strings(text: &str) -> Vec<&str> {
        let paragraphs = paragraphs(text, Span::new(0, text.len()));
        quoted_strings(text, &paragraphs)
            .iter()
            .map(|string| string.inner.slice(text))
            .collect()
    }

    #[test]
    fn every_style_of_marks() {
        assert_eq!(
            strings("\"Not now,\" he said, \"not ever.\""),
            ["Not now,", "not ever."]
        );
        assert_eq!(strings("“Not now,” he said."), ["Not now,"]);
        assert_eq!(strings("''Not now,'' he said."), ["Not now,"]);
        assert_eq!(strings("„Nicht jetzt“, sagte er."), ["Nicht jetzt"]);
        assert_eq!(strings("»Nicht jetzt«, sagte er."), ["Nicht jetzt"]);
        assert_eq!(strings("« Pas encore », a-t-il dit."), ["Pas encore"]);
        assert_eq!(strings("他说「不是现在」。"), ["不是现在"]);
    }

    #[test]
    fn a_mark_set_the_wrong_way_round_closes() {
        assert_eq!(
            strings("“Not now,“ he said. “Never.”"),
            ["Not now,", "Never."]
        );
    }

    #[test]
    fn inches_and_apostrophes_open_nothing() {
        assert!(strings("The 6'2\" guard isn't the Smiths' only son.").is_empty());
    }

    #[test]
    fn a_quotation_inside_a_quotation_stays_inside() {
        assert_eq!(
            strings("\"He told me “go home” and left,\" she said."),
            ["He told me “go home” and left,"]
        );
    }

    #[test]
    fn the_first_of_three_apostrophes_closes_the_inner_quotation() {
        assert_eq!(
            strings("''They say, 'Go home,''' said Lee. ''I stay.''"),
            ["They say, 'Go home,'", "I stay."]
        );
        assert_eq!(
            strings("'''No' is my answer,'' he said."),
            ["'No' is my answer,"]
        );
    }

    #[test]
    fn two_closing_marks_at_once_close_one_inside_the_other() {
        assert_eq!(
            strings("“He asked us, “Why now?”” she said. “Nobody knew.”"),
            ["He asked us, “Why now?”", "Nobody knew."]
        );
    }

    #[test]
    fn a_string_whose_opening_mark_is_missing_begins_with_its_paragraph_or_sentence() {
        assert_eq!(
            strings("Just heard of the suit,\" he wrote. \"Good.\""),
            ["Just heard of the suit,", "Good."]
        );
        assert_eq!(
            strings("\"We met,\" Mr. Lee said in Orme. But it is true. I like him.\""),
            ["We met,", "But it is true. I like him."]
        );
        for stray in ["The guard is 6'2\" tall.", "Lee said it was a mess.\""] {
            assert!(strings(stray).is_empty(), "{stray}");
        }
    }

    #[test]
    fn a_quotation_over_two_paragraphs_is_two_strings() {
        let text = "“We knew,\n\n“and we told them,” she said.";
        let found = quoted_strings(text, &paragraphs(text, Span::new(0, text.len())));
        assert_eq!(found[0].ending, Ending::Continues);
        assert_eq!(found[1].ending, Ending::Closed);
    }

    #[test]
    fn a_stray_mark_ends_with_its_paragraph() {
        assert_eq!(
            strings("He said \"no.\n\nThe end was “near” then."),
            ["no.", "near"]
        );
    }
}
