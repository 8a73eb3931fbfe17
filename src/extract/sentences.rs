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

use std::borrow::Cow;

use sentencex::languages::Language;
use smallvec::smallvec;

use super::Bounds;
use super::marks::{QuotedString, is_mark};
use super::paragraphs::Paragraph;
use crate::lexicon::{CalendarWord, FigureWord, Lexicon, class};
use crate::model::count_bytes;

/// Finds where sentences end, in one language.
pub(super) struct Splitter {
    language: Box<dyn Language>,
    lexicon: Option<&'static Lexicon>,
    /// Whether a dash behind a quotation can open its tag; in English it seldom does.
    tags_follow_dashes: bool,
}

impl Splitter {
    /// A splitter for the language with this code, of which `lexicon` knows the words.
    pub(super) fn new(code: &str, lexicon: Option<&'static Lexicon>) -> Self {
        Self {
            language: sentencex::language_factory(code),
            lexicon,
            tags_follow_dashes: lexicon.is_none_or(|lexicon| lexicon.grammar().is_some()),
        }
    }

    /// Byte offsets in the text where the sentences of a paragraph end, ascending; the last is its end.
    pub(super) fn ends(&self, text: &str, paragraph: Paragraph, quotes: &[QuotedString]) -> Bounds {
        let masked = self.mask(text, paragraph, quotes);
        if is_one_sentence(&masked) {
            return smallvec![paragraph.span.end];
        }
        let boundaries = self.language.get_sentence_boundaries(&masked);
        let mut ends: Bounds = boundaries
            .iter()
            .map(|boundary| paragraph.span.start + boundary.end_byte)
            .filter(|end| {
                begins_sentence(&text[..*end], &text[*end..paragraph.span.end])
                    && !ends_with_title(&text[paragraph.span.start..*end], self.lexicon)
                    && !self.is_inside_time(text, *end)
            })
            .collect();
        if ends.last() != Some(&paragraph.span.end) {
            ends.push(paragraph.span.end);
        }
        let Some(lexicon) = self.lexicon else {
            return ends;
        };
        for end in ends_in_word(&masked, lexicon) {
            let end = paragraph.span.start + end;
            if let Err(place) = ends.binary_search(&end) {
                ends.insert(place, end);
            }
        }
        ends
    }

    /// "at 9 a.m. │Monday", "at 3 p.m. │EST": whether `end` stands behind the half of the day of a time, and before the day
    /// or the zone that belongs to it.
    fn is_inside_time(&self, text: &str, end: usize) -> bool {
        let before = text[..end].trim_end();
        let half = before.rsplit(char::is_whitespace).next();
        let mut words = text[end..].split(|sign: char| !sign.is_alphanumeric());
        let next = words.find(|word| !word.is_empty());
        let (Some(lexicon), Some(half), Some(next)) = (self.lexicon, half, next) else {
            return false;
        };
        let facts = lexicon.facts();
        let is_half =
            half.ends_with('.') && matches!(facts.figure(half), Some(FigureWord::Hour(_)));
        let is_zone =
            || (ZONE.0..=ZONE.1).contains(&next.len()) && next.chars().all(char::is_uppercase);
        let is_day = || {
            let day = next.to_lowercase();
            let day = facts
                .calendar(&day)
                .or_else(|| facts.calendar(&(day + ".")));
            matches!(day, Some(CalendarWord::Weekday(_) | CalendarWord::Month(_)))
        };
        is_half && (is_zone() || is_day())
    }

    /// The paragraph with each quoted string masked, byte for byte as long as before.
    fn mask<'t>(
        &self,
        text: &'t str,
        paragraph: Paragraph,
        quotes: &[QuotedString],
    ) -> Cow<'t, str> {
        if quotes.is_empty() {
            return self.without_marks(Cow::Borrowed(paragraph.span.slice(text)));
        }
        let mut masked = String::with_capacity(paragraph.span.len());
        let mut at = paragraph.span.start;
        for quote in quotes {
            masked.push_str(&text[at..quote.outer.start]);
            let sign = match quote.inner.slice(text).chars().next_back() {
                Some('.' | '…' | '?' | '!')
                    if self.tags_follow_dashes
                        && goes_on(&text[quote.outer.end..paragraph.span.end]) =>
                {
                    ','
                }
                Some('.' | '…') => '.',
                Some(sign @ ('?' | '!' | ',')) => sign,
                _ => 'x',
            };
            masked.push('X');
            masked.push_str(&"x".repeat(quote.outer.len().saturating_sub(2)));
            masked.push(sign);
            at = quote.outer.end;
        }
        masked.push_str(&text[at..paragraph.span.end]);
        self.without_marks(Cow::Owned(masked))
    }

    /// The paragraph without marks in which the splitter would look for quoted strings and lists in vain.
    fn without_marks<'t>(&self, masked: Cow<'t, str>) -> Cow<'t, str> {
        let masked = blank_brackets(masked);
        let is_english = self
            .lexicon
            .is_some_and(|lexicon| lexicon.grammar().is_none());
        if is_english {
            blank_strays(join_at_apostrophes(masked))
        } else {
            blank_strays(masked)
        }
    }
}

/// "don’t" to "donxxxt": an English apostrophe between letters is a letter, and to the splitter a mark.
fn join_at_apostrophes(masked: Cow<str>) -> Cow<str> {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let length_at = |at: &usize| {
        let (before, behind) = masked.as_bytes().split_at(*at);
        let length = if behind.starts_with(b"'") {
            1
        } else if behind.starts_with("’".as_bytes()) {
            "’".len()
        } else {
            return None;
        };
        (is_letter(before.last()) && is_letter(behind.get(length))).then_some((*at, length))
    };
    let places: Vec<(usize, usize)> = memchr::memchr2_iter(b'\'', 0xE2, masked.as_bytes())
        .filter_map(|at| length_at(&at))
        .collect();
    if places.is_empty() {
        return masked;
    }
    let mut joined = String::with_capacity(masked.len());
    let mut behind = 0;
    for (at, length) in places {
        joined.push_str(&masked[behind..at]);
        joined.push_str(&"xxx"[..length]);
        behind = at + length;
    }
    joined.push_str(&masked[behind..]);
    Cow::Owned(joined)
}

/// "Lee voted no. │The mayor did not.": where sentences end whose last word is also an abbreviation ("no. 5").
fn ends_in_word<'t>(masked: &'t str, lexicon: &'t Lexicon) -> impl Iterator<Item = usize> + 't {
    let stops = memchr::memchr_iter(b'.', masked.as_bytes());
    let ends = stops.filter(|at| {
        let word = &masked[..*at];
        let behind = masked[at + 1..].strip_prefix(' ');
        behind.is_some_and(|behind| behind.starts_with(char::is_uppercase)) && {
            let last = word.rsplit(' ').next().unwrap_or_default();
            last.len() <= LONGEST_TITLE
                && last.chars().all(char::is_lowercase)
                && lexicon.word(last).classes & class::DETERMINER != 0
                && lexicon.word(&masked[word.len() - last.len()..=*at]).classes
                    & class::ABBREVIATION
                    != 0
        }
    });
    ends.map(|at| at + 2)
}

/// Whether no sign that can end a sentence stands before the last one of the paragraph.
fn is_one_sentence(masked: &str) -> bool {
    let inside = masked.trim_end_matches(['.', '!', '?']);
    let can_end = |sign: char| match sign {
        '‘' | '’' | '“' | '”' | '–' | '—' => false,
        _ => !sign.is_ascii() && !sign.is_alphabetic(),
    };
    let bytes = inside.as_bytes();
    memchr::memchr3(b'.', b'!', b'?', bytes).is_none()
        && memchr::memchr(b'\n', bytes).is_none()
        && (inside.is_ascii() || !inside.contains(can_end))
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

/// Fewest and most letters of a time zone: "ET", "AEST".
const ZONE: (usize, usize) = (2, 4);

/// Longest abbreviation, in bytes.
const LONGEST_TITLE: usize = 8;

/// "(She wept. He left.) The crowd cheered.": blanks the brackets around whole sentences, inside which and behind
/// which sentences end as anywhere else.
fn blank_brackets(masked: Cow<str>) -> Cow<str> {
    let bytes = masked.as_bytes();
    let mut brackets = Vec::new();
    let mut open = None;
    for at in memchr::memchr2_iter(b'(', b')', bytes) {
        let is_stop = |byte: &u8| matches!(byte, b'.' | b'!' | b'?');
        if bytes[at] == b'(' {
            let before = bytes[..at].iter().rev().find(|byte| **byte != b' ');
            open = before.is_none_or(is_stop).then_some(at);
        } else if let Some(open) = open.take()
            && is_stop(&bytes[at - 1])
        {
            brackets.extend([open, at]);
        }
    }
    if brackets.is_empty() {
        return masked;
    }
    let mut blank = String::with_capacity(masked.len());
    let mut behind = 0;
    for at in brackets {
        blank.push_str(&masked[behind..at]);
        blank.push(' ');
        behind = at + 1;
    }
    blank.push_str(&masked[behind..]);
    Cow::Owned(blank)
}

/// Most marks without a partner that are left in a paragraph: the splitter looks for the partner of each up
/// to the end, and a paragraph of nothing but opening marks must not cost the square of its length.
const MAX_STRAYS: usize = 32;

/// The paragraph without its quotation marks, byte for byte as long, if it still holds many.
fn blank_strays(masked: Cow<str>) -> Cow<str> {
    let is_stray = |sign: char| {
        is_mark(sign) || matches!(sign, '‘' | '‚' | '‛' | '‹' | '›' | '`' | '《' | '》')
    };
    // The first bytes of all marks.
    let can_begin = |byte: u8| (byte == b'"') | (byte == b'`') | matches!(byte, 0xC2 | 0xE2 | 0xE3);
    let most = count_bytes(masked.as_bytes(), can_begin);
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
    Cow::Owned(blank)
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

    fn sentences(text: &str) -> Vec<&str> {
        let paragraphs = paragraphs(text, Span::new(0, text.len()));
        let quotes = quoted_strings(text, &paragraphs);
        let ends = Splitter::new("en", Lexicon::of(None)).ends(text, paragraphs[0], &quotes);
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let bounds = starts.zip(&ends);
        bounds
            .map(|(start, end)| text[start..*end].trim())
            .collect()
    }

    #[test]
    fn a_quoted_string_of_several_sentences_stays_whole() {
        assert_eq!(
            sentences("“We lost. It hurts,” said Mr. Lee. “We go on.” He left the U.S. on Jan. 5."),
            [
                "“We lost. It hurts,” said Mr. Lee.",
                "“We go on.”",
                "He left the U.S. on Jan. 5."
            ]
        );
    }

    #[test]
    fn the_day_and_the_zone_behind_an_hour_are_of_its_sentence() {
        let text = "It left at 9 a.m. Monday. It sank at 3 p.m. EST and lay there at 4 p.m. Dec. 22. \
                    Divers came at 5 p.m. Lee left.";
        assert_eq!(
            sentences(text),
            [
                "It left at 9 a.m. Monday.",
                "It sank at 3 p.m. EST and lay there at 4 p.m. Dec. 22.",
                "Divers came at 5 p.m.",
                "Lee left."
            ]
        );
    }

    #[test]
    fn apostrophes_inside_words_end_nothing() {
        assert_eq!(
            sentences("Lee’s plan isn’t over. The Smiths' dog didn't bark. It's Roy's."),
            [
                "Lee’s plan isn’t over.",
                "The Smiths' dog didn't bark.",
                "It's Roy's."
            ]
        );
    }
}
