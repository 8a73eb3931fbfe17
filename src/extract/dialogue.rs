//! Speech after a dash to quoted strings, as Spanish and Russian print it.
//!
//! ```text
//! —Bajé a regar —cuenta Paquita, de 68 años—. Pensé que llovía.
//!  └───────────┘                              └────────────────┘  two strings and a tag
//! — Я хожу сюда с детства, — говорит она. — И буду ходить.
//! ```
//!
//! A list opens its lines with dashes too, so the turns count only where at least one of them holds a
//! tag, and only lines that begin with a capital. One pass over the paragraphs that open with a dash.

use super::marks::{Ending, QuotedString};
use super::paragraphs::Paragraph;
use crate::Span;

/// The strings of all turns of dialogue, in order.
pub(super) fn turns(text: &str, paragraphs: &[Paragraph]) -> Vec<QuotedString> {
    let turns: Vec<Turn> = paragraphs
        .iter()
        .filter_map(|paragraph| turn(text, paragraph.span))
        .collect();
    if turns.iter().any(|turn| turn.has_tag) {
        turns.into_iter().flat_map(|turn| turn.strings).collect()
    } else {
        Vec::new()
    }
}

/// Puts the turns among the strings between marks; those inside a turn are a part of it.
pub(super) fn join(strings: &mut Vec<QuotedString>, turns: Vec<QuotedString>) {
    if turns.is_empty() {
        return;
    }
    let mut next = 0;
    strings.retain(|string| {
        while turns
            .get(next)
            .is_some_and(|turn| turn.outer.end <= string.outer.start)
        {
            next += 1;
        }
        turns
            .get(next)
            .is_none_or(|turn| turn.outer.overlap(string.outer) == 0)
    });
    strings.extend(turns);
    strings.sort_by_key(|string| string.outer.start);
}

struct Turn {
    strings: Vec<QuotedString>,
    has_tag: bool,
}

/// The turn that a paragraph holds, if it opens with a dash and a capital.
fn turn(text: &str, paragraph: Span) -> Option<Turn> {
    let slice = paragraph.slice(text);
    let first = slice.chars().next().filter(|sign| is_dash(*sign))?;
    let spoken = slice[first.len_utf8()..].trim_start();
    let letter = spoken.chars().find(|sign| sign.is_alphanumeric())?;
    if !(letter.is_uppercase() || letter.is_numeric()) || slice.ends_with(';') {
        return None;
    }
    let mut turn = Turn {
        strings: Vec::new(),
        has_tag: false,
    };
    // Where the speech that is being read began; nothing inside a tag.
    let mut from = Some(0);
    let mut depth = 0usize;
    for (at, sign) in slice.char_indices().skip(1) {
        match sign {
            '«' | '“' | '„' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            _ if depth > 0 || !is_dash(sign) => {}
            _ => match from {
                Some(start) if opens_tag(&slice[..at], &slice[at + sign.len_utf8()..]) => {
                    turn.push(text, paragraph.start + start, paragraph.start + at);
                    turn.has_tag = true;
                    from = None;
                }
                Some(_) => {}
                None => from = Some(at + sign.len_utf8()),
            },
        }
    }
    if let Some(start) = from {
        turn.push(text, paragraph.start + start, paragraph.end);
    }
    Some(turn)
}

impl Turn {
    /// Adds the string `start..end`, which may begin with a dash or with the stop of the sentence before.
    fn push(&mut self, text: &str, start: usize, end: usize) {
        let outer = Span::new(start, end);
        let lead = outer.slice(text);
        let words = lead.trim_start_matches(|sign: char| {
            sign.is_whitespace() || is_dash(sign) || matches!(sign, '.' | ',' | ';' | ':' | '…')
        });
        let inner = Span::new(end - words.len(), end).trim(text);
        if inner.slice(text).contains(char::is_alphanumeric) {
            self.strings.push(QuotedString {
                outer: if lead.starts_with(is_dash) {
                    Span::new(start, inner.end)
                } else {
                    inner
                },
                inner,
                ending: Ending::Closed,
            });
        }
    }
}

/// Whether a dash between these two stretches sets off a tag: Spanish puts it close to the tag, Russian
/// behind the sign that ends the speech.
fn opens_tag(before: &str, after: &str) -> bool {
    let is_close = before.ends_with(char::is_whitespace) && after.starts_with(char::is_lowercase);
    let is_ended = before.trim_end().ends_with([',', '!', '?', '…']);
    is_close || is_ended && after.trim_start().starts_with(char::is_lowercase)
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '—' | '–' | '―')
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::paragraphs;
    use super::*;

    fn strings(text: &str) -> Vec<&str> {
        let paragraphs = paragraphs(text, Span::new(0, text.len()));
        let turns = turns(text, &paragraphs);
        turns
            .iter()
            .map(|string| string.inner.slice(text))
            .collect()
    }

    #[test]
    fn dashes_open_speech_and_set_off_its_tag() {
        assert_eq!(
            strings("—Cerramos a las ocho —dice Pilar, la dueña—. Mañana también.\n\n—¿Por qué?"),
            ["Cerramos a las ocho", "Mañana también.", "¿Por qué?"]
        );
        assert_eq!(
            strings("— Мост — это мы, — сказал он, — и точка. — Он ушёл."),
            ["Мост — это мы,", "и точка. — Он ушёл."]
        );
    }

    #[test]
    fn a_list_is_no_dialogue() {
        assert!(strings("— Ремонт крыши\n— Новые окна").is_empty());
        assert!(strings("—agua;\n—luz;").is_empty());
    }
}
