//! Paragraphs to sentences.
//!
//! Where a sentence of the narration ends is decided by `sentencex`, on a copy of the paragraph in which
//! every quoted string is masked by one long word with the last sign of the string at its end. So a
//! string of several sentences stays whole, a string that ends in a comma goes on into its tag, and one
//! that ends in a full stop closes the sentence it stands in:
//!
//! ```text
//! “We lost. It hurts,” said Mr. Lee. “We go on.” He left.
//! Xxxxxxxxxxxxxxxxxx, said Mr. Lee. Xxxxxxxxxx. He left.
//! ```

use super::marks::{QuotedString, is_mark};
use super::paragraphs::Paragraph;
use crate::lexicon::{Lexicon, class};

/// Byte offsets in the text where the sentences of a paragraph end, ascending; the last is its end.
pub(super) fn sentence_ends(
    text: &str,
    paragraph: Paragraph,
    quotes: &[(usize, QuotedString)],
    language: &str,
    lexicon: Option<&Lexicon>,
) -> Vec<usize> {
    let masked = mask(text, paragraph, quotes, language);
    if is_one_sentence(&masked) {
        return vec![paragraph.span.end];
    }
    let boundaries = sentencex::get_sentence_boundaries(language, &masked);
    let mut ends: Vec<usize> = boundaries
        .iter()
        .map(|boundary| paragraph.span.start + boundary.end_byte)
        .filter(|end| {
            begins_sentence(&text[..*end], &text[*end..paragraph.span.end])
                && !ends_with_title(&text[paragraph.span.start..*end], lexicon)
        })
        .collect();
    if ends.last() != Some(&paragraph.span.end) {
        ends.push(paragraph.span.end);
    }
    let missed = lexicon.map(|lexicon| ends_in_word(&masked, lexicon));
    for end in missed.unwrap_or_default() {
        let end = paragraph.span.start + end;
        if let Err(place) = ends.binary_search(&end) {
            ends.insert(place, end);
        }
    }
    ends
}

/// "Lee voted no. │The mayor did not.": where sentences end whose last word is also an abbreviation ("no. 5").
fn ends_in_word(masked: &str, lexicon: &Lexicon) -> Vec<usize> {
    let stops = masked.match_indices(". ");
    let ends = stops.filter(|(at, _)| {
        let word = &masked[..*at];
        let last = word.rsplit(' ').next().unwrap_or_default();
        last.len() <= LONGEST_TITLE
            && last.chars().all(char::is_lowercase)
            && masked[at + 2..].starts_with(char::is_uppercase)
            && lexicon.word(last).classes & class::DETERMINER != 0
            && lexicon.word(&masked[word.len() - last.len()..=*at]).classes & class::ABBREVIATION
                != 0
    });
    ends.map(|(at, stop)| at + stop.len()).collect()
}

/// Whether no sign that can end a sentence stands before the last one of the paragraph.
fn is_one_sentence(masked: &str) -> bool {
    let inside = masked.trim_end_matches(['.', '!', '?']);
    let can_end = |sign: char| match sign {
        '‘' | '’' | '“' | '”' | '–' | '—' => false,
        _ => !sign.is_ascii() && !sign.is_alphabetic(),
    };
    let is_stop = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | b'\n');
    !inside.bytes().any(is_stop) && (inside.is_ascii() || !inside.contains(can_end))
}

/// Whether a sentence can begin with `rest` behind `before`: not with a small letter or a comma, nor in
/// the middle of an abbreviation, as what follows "Lee, R-S." or “No!” can.
fn begins_sentence(before: &str, rest: &str) -> bool {
    let is_inside = before.ends_with('.') && rest.starts_with(char::is_alphanumeric);
    let first = rest.trim_start().chars().next();
    !is_inside
        && !first.is_some_and(|sign| sign.is_lowercase() || matches!(sign, ',' | ';' | '.' | ')'))
}

/// Whether `before` ends with a title that is abbreviated ("Ms."): a name follows it.
fn ends_with_title(before: &str, lexicon: Option<&Lexicon>) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(|sign: char| sign.is_whitespace() || sign == '(');
    let last = last.into_iter().next().filter(|word| {
        word.ends_with('.') && word.len() <= LONGEST_TITLE && word.starts_with(char::is_uppercase)
    });
    last.zip(lexicon).is_some_and(|(word, lexicon)| {
        lexicon.word(&word.to_lowercase()).classes & class::TITLE != 0
    })
}

/// Longest abbreviation, in bytes.
const LONGEST_TITLE: usize = 8;

/// The paragraph with each quoted string masked, byte for byte as long as before.
fn mask(
    text: &str,
    paragraph: Paragraph,
    quotes: &[(usize, QuotedString)],
    language: &str,
) -> String {
    // In English a dash behind a quotation seldom opens its tag.
    let tags_follow_dashes = language != "en";
    let mut masked = Vec::with_capacity(paragraph.span.len());
    let mut at = paragraph.span.start;
    for (_, quote) in quotes {
        masked.extend_from_slice(&text.as_bytes()[at..quote.outer.start]);
        let sign = match quote.inner.slice(text).chars().next_back() {
            Some('.' | '…' | '?' | '!')
                if tags_follow_dashes && goes_on(&text[quote.outer.end..paragraph.span.end]) =>
            {
                b','
            }
            Some('.' | '…') => b'.',
            Some('?') => b'?',
            Some('!') => b'!',
            Some(',') => b',',
            _ => b'x',
        };
        masked.push(b'X');
        masked.resize(masked.len() + quote.outer.len().saturating_sub(2), b'x');
        masked.push(sign);
        at = quote.outer.end;
    }
    masked.extend_from_slice(&text.as_bytes()[at..paragraph.span.end]);
    blank_brackets(&mut masked);
    blank_strays(String::from_utf8(masked).unwrap_or_default())
}

/// "(She wept. He left.) The crowd cheered.": blanks the brackets around whole sentences, inside which and behind
/// which sentences end as anywhere else.
fn blank_brackets(masked: &mut [u8]) {
    let mut open = None;
    for at in 0..masked.len() {
        match masked[at] {
            b'(' => {
                let before = masked[..at].iter().rev().find(|byte| **byte != b' ');
                let opens_sentence = before.is_none_or(|byte| matches!(byte, b'.' | b'!' | b'?'));
                open = opens_sentence.then_some(at);
            }
            b')' if at > 0 && matches!(masked[at - 1], b'.' | b'!' | b'?') => {
                if let Some(open) = open.take() {
                    masked[open] = b' ';
                    masked[at] = b' ';
                }
            }
            b')' => open = None,
            _ => {}
        }
    }
}

/// Most marks without a partner that are left in a paragraph: the splitter looks for the partner of each up
/// to the end, and a paragraph of nothing but opening marks must not cost the square of its length.
const MAX_STRAYS: usize = 32;

/// The paragraph without its quotation marks, byte for byte as long, if it still holds many.
fn blank_strays(masked: String) -> String {
    let is_stray = |sign: char| {
        is_mark(sign) || matches!(sign, '‘' | '‚' | '‛' | '‹' | '›' | '`' | '《' | '》')
    };
    // The first bytes of all marks.
    let can_begin = |byte: &u8| matches!(byte, b'"' | b'`' | 0xC2 | 0xE2 | 0xE3);
    let most = masked.bytes().filter(can_begin).count();
    if most <= MAX_STRAYS || masked.matches(is_stray).count() <= MAX_STRAYS {
        return masked;
    }
    let mut blank = String::with_capacity(masked.len());
    for sign in masked.chars() {
        if is_stray(sign) || sign == '\'' {
            blank.extend(std::iter::repeat_n(' ', sign.len_utf8()));
        } else {
            blank.push(sign);
        }
    }
    blank
}

/// «Кто заплатит?» — спросил он: whether a dash and a small letter follow a quoted string.
fn goes_on(rest: &str) -> bool {
    let tag = rest.trim_start().trim_start_matches(['—', '–']);
    tag.len() < rest.trim_start().len() && tag.trim_start().starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::marks::quoted_strings;
    use super::super::paragraphs::paragraphs;
    use super::*;
    use crate::Span;

    #[test]
    fn a_quoted_string_of_several_sentences_stays_whole() {
        let text = "“We lost. It hurts,” said Mr. Lee. “We go on.” He left the U.S. on Jan. 5.";
        let paragraphs = paragraphs(text, Span::new(0, text.len()));
        let quotes: Vec<_> = quoted_strings(text, &paragraphs)
            .into_iter()
            .enumerate()
            .collect();
        let ends = sentence_ends(text, paragraphs[0], &quotes, "en", Lexicon::of(None));
        let mut start = 0;
        let sentences: Vec<&str> = ends
            .iter()
            .map(|end| {
                let sentence = text[start..*end].trim();
                start = *end;
                sentence
            })
            .collect();
        assert_eq!(
            sentences,
            [
                "“We lost. It hurts,” said Mr. Lee.",
                "“We go on.”",
                "He left the U.S. on Jan. 5."
            ]
        );
    }
}
