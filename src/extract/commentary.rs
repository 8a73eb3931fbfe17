//! What an outlet says in its own voice, where it says so.
//!
//! ```text
//! Comment: The minister forgot to say who pays, …    a paragraph that opens with a marker
//! The deal [Ed.: it was never signed] was praised   a remark in brackets
//! ```

use super::Reader;
use crate::Span;
use crate::lexicon::{Lexicon, Marker};
use crate::model::{Commentary, CommentaryKind};

/// The marked commentary of an article, in order of the text.
pub(super) fn commentary(reader: &Reader) -> Vec<Commentary> {
    let Some(lexicon) = reader.lexicon else {
        return Vec::new();
    };
    let text = reader.text;
    let mut found = Vec::new();
    for paragraph in &reader.paragraphs {
        match opening_marker(text, paragraph.span, lexicon) {
            Some(marker) => found.push(Commentary {
                span: paragraph.span,
                marker: Some(marker),
                kind: CommentaryKind::Marked,
            }),
            None => bracketed(text, paragraph.span, lexicon, &mut found),
        }
    }
    found
}

/// The marker that opens the paragraph, with the sign that follows it.
fn opening_marker(text: &str, paragraph: Span, lexicon: &Lexicon) -> Option<Span> {
    let slice = paragraph.slice(text);
    // Emphasis signs of Markdown and opening brackets may stand before the marker.
    let start = slice.len()
        - slice
            .trim_start_matches(['*', '_', '#', '>', '[', '(', ' '])
            .len();
    let length = marker_length(&slice[start..], lexicon, |marker| marker.opens_paragraph)?;
    Some(Span::new(
        paragraph.start + start,
        paragraph.start + start + length,
    ))
}

/// Remarks in brackets inside a paragraph.
fn bracketed(text: &str, paragraph: Span, lexicon: &Lexicon, found: &mut Vec<Commentary>) {
    let slice = paragraph.slice(text);
    // A bracket inside a remark opens no other; without this, open brackets cost the square.
    let mut past = 0;
    while let Some(skipped) = memchr::memchr2(b'[', b'(', &slice.as_bytes()[past..]) {
        let open = past + skipped;
        past = open + 1;
        let inner = &slice[open + 1..];
        let Some(length) = marker_length(inner, lexicon, |marker| marker.opens_bracket) else {
            continue;
        };
        let close = match slice.as_bytes()[open] {
            b'[' => ']',
            _ => ')',
        };
        let end = inner
            .find(close)
            .map_or(slice.len(), |at| open + 1 + at + 1);
        past = end;
        let at = paragraph.start + open;
        found.push(Commentary {
            span: Span::new(at, paragraph.start + end),
            marker: Some(Span::new(at + 1, at + 1 + length)),
            kind: CommentaryKind::Bracketed,
        });
    }
}

/// Length of the marker at the start of `slice` with its colon, dash or full stop, if one stands there.
fn marker_length(slice: &str, lexicon: &Lexicon, fits: impl Fn(&Marker) -> bool) -> Option<usize> {
    let first = slice.chars().next()?.to_lowercase().next()?;
    let markers = lexicon.markers_from(first).iter();
    markers
        .filter(|marker| fits(marker) && opens_with(slice, marker.text))
        .filter_map(|marker| {
            let words = marker.text.chars().count();
            let rest: String = slice.chars().skip(words).take(4).collect();
            let sign = closing_sign(&rest, marker.text.contains(' '))?;
            Some(slice.chars().take(words + sign).map(char::len_utf8).sum())
        })
        .max()
}

/// Whether `slice` begins with `text`, which is in lower case with straight apostrophes.
fn opens_with(slice: &str, text: &str) -> bool {
    let mut signs = slice.chars().flat_map(char::to_lowercase);
    let mut is_next = |sign: char| {
        signs
            .next()
            .is_some_and(|c| c == sign || (c, sign) == ('’', '\''))
    };
    text.chars().all(&mut is_next)
}

/// Number of characters up to the sign that closes a marker: a colon or a dash; after a marker of two
/// words ("Editor's note.") a full stop will do, after "Ed." both.
fn closing_sign(rest: &str, is_phrase: bool) -> Option<usize> {
    let trimmed = rest.trim_start_matches(['*', '_']);
    let skipped = rest.chars().count() - trimmed.chars().count();
    let at = match trimmed.chars().collect::<Vec<_>>()[..] {
        [':', ..] => 1,
        ['.', ':', ..] | [' ', '—' | '–' | '-', ..] => 2,
        ['.', ..] if is_phrase => 1,
        ['—' | '–', ..] => 1,
        _ => return None,
    };
    Some(skipped + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    fn slices(text: &str) -> Vec<(String, String)> {
        let article = Article::new("site", text);
        let slice = |span: Span| span.slice(text).to_owned();
        commentary(&Reader::new(&article))
            .iter()
            .map(|c| (slice(c.span), c.marker.map_or(String::new(), slice)))
            .collect()
    }

    #[test]
    fn a_paragraph_that_opens_with_a_marker() {
        let found =
            slices("The talks ended.\n\nComment: Nobody wants to hear this.\n\nThey go on.");
        assert_eq!(
            found,
            [(
                "Comment: Nobody wants to hear this.".to_owned(),
                "Comment:".to_owned()
            )]
        );
        assert_eq!(
            slices("**Editor’s note:** We asked.")[0].1,
            "Editor’s note:"
        );
    }

    #[test]
    fn a_remark_in_brackets() {
        let found = slices("The deal [Ed.: never signed] was praised (by some).");
        assert_eq!(
            found,
            [("[Ed.: never signed]".to_owned(), "Ed.:".to_owned())]
        );
    }

    #[test]
    fn a_comment_that_is_news_is_none() {
        assert!(slices("Comment was not available from the ministry.").is_empty());
        assert!(slices("Analysis by the agency shows (and this is new) a rise.").is_empty());
    }
}
