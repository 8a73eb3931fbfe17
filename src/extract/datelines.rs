//! Where a report was written, before its first sentence.
//!
//! ```text
//! WEIR, Ohio (AP) — │The governor signed the bill on Thursday, calling it “a lifeline”.
//! Weir (dpa) - │Governor Ann Lee signed the bill.
//! Weir, Ohio (CNN) │Governor Ann Lee signed the bill.
//! ```
//!
//! The place is nobody who acts or speaks, so that it must not stand in the sentence behind it. It is told by
//! what agencies have in common: a word in capitals, or a name in brackets, and a dash, at the head of a
//! paragraph. The form is the one of the Associated Press Stylebook (entry "datelines").

use crate::Span;

/// Most bytes of a place, date and agency.
const LONGEST: usize = 80;
/// Most words of them.
const WORDS: usize = 9;
/// Most letters of a word of a place or a date that may be in lower case.
const SMALL: usize = 3;
/// Most letters of an agency that no dash follows.
const INITIALS: usize = 5;

/// Signs that can part a dateline from the sentence behind it.
const DASHES: [char; 4] = ['-', '–', '—', '―'];

/// Byte offset in the text where the dateline that opens `paragraph` ends, if there is one.
pub(super) fn dateline_end(text: &str, paragraph: Span) -> Option<usize> {
    let end = paragraph.start + dateline(paragraph.slice(text))?;
    (end < paragraph.end).then_some(end)
}

/// Bytes of the dateline at the head of a paragraph, the white space behind it included.
fn dateline(paragraph: &str) -> Option<usize> {
    behind_dash(paragraph).or_else(|| behind_agency(paragraph))
}

/// "WEIR (Reuters) - ", "WEIR — ": up to a dash.
fn behind_dash(paragraph: &str) -> Option<usize> {
    let (at, dash) = dash(paragraph)?;
    let head = paragraph[..at].trim_end();
    let rest = &paragraph[at + dash..];
    let first = head.split([',', '(']).next().unwrap_or_default();
    let is_shouted = first.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !first.chars().any(char::is_lowercase);
    let place = agency(head).map(|name| &head[..head.len() - name.len() - 2]);
    let mut words = place.unwrap_or(head).split_whitespace();
    // "Orme am Weir", "MADRID, 5 mar."
    let is_place = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() <= SMALL
            || !word.starts_with(char::is_lowercase)
    };
    let fits = head.split_whitespace().count() <= WORDS
        && (place.is_some() || is_shouted)
        && words.all(is_place)
        && head.starts_with(|c: char| c.is_uppercase() || c == '(')
        && begins_sentence(rest);
    fits.then(|| at + dash + rest.len() - rest.trim_start().len())
}

/// "Weir, Ohio (CNN) ": up to the initials of an agency, where a short place stands before them.
fn behind_agency(paragraph: &str) -> Option<usize> {
    let close = memchr::memchr(b')', paragraph.as_bytes()).filter(|close| *close < LONGEST)?;
    let (head, rest) = paragraph.split_at(close + 1);
    let name = agency(head)?;
    let is_initials =
        (2..=INITIALS).contains(&name.len()) && name.chars().all(|c| c.is_ascii_uppercase());
    let place = head[..head.len() - name.len() - 2].trim_end();
    // "World Health Organization (WHO) Director Ann Lee" is no place.
    let mut parts = place.split(", ");
    let is_place = parts.all(|part| {
        !part.contains(' ') && part.starts_with(|c: char| c.is_uppercase()) || part.is_empty()
    });
    let fits = is_initials && is_place && rest.starts_with(' ') && begins_sentence(rest);
    fits.then(|| head.len() + rest.len() - rest.trim_start().len())
}

/// The name in the brackets that end `head`.
fn agency(head: &str) -> Option<&str> {
    let name = &head.strip_suffix(')')?[head.find('(')? + 1..];
    (!name.is_empty() && !name.contains(['(', ')'])).then_some(name)
}

/// Place and length in bytes of the first dash of a paragraph, if it stands near its head.
fn dash(paragraph: &str) -> Option<(usize, usize)> {
    let near = LONGEST.min(paragraph.len());
    let behind = memchr::memchr(b' ', &paragraph.as_bytes()[near..]);
    let head = &paragraph[..behind.map_or(paragraph.len(), |space| near + space)];
    // Most paragraphs have none, and their words need not be looked at. Each dash begins with one of two bytes.
    let mut places = memchr::memchr2_iter(b'-', 0xE2, head.as_bytes());
    places.find(|at| head[*at..].starts_with(DASHES))?;
    let mut at = 0;
    for word in head.split_inclusive(' ') {
        let bare = word.trim_end();
        if matches!(bare, "-" | "--" | "–" | "—" | "―") {
            return Some((at, bare.len()));
        }
        if let Some(place) = bare.strip_suffix(".-").filter(|place| !place.is_empty()) {
            return Some((at + place.len(), ".-".len()));
        }
        if let Some(inside) = bare.find(['—', '―']) {
            return Some((at + inside, '—'.len_utf8()));
        }
        at += word.len();
    }
    None
}

/// Whether a sentence can begin here: with a capital, a digit or a mark.
fn begins_sentence(rest: &str) -> bool {
    rest.trim_start()
        .starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | '.' | ';' | '(' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(paragraph: &str) -> Option<&str> {
        dateline(paragraph).map(|length| &paragraph[length..])
    }

    #[test]
    fn place_date_and_agency_are_no_part_of_the_sentence() {
        for head in [
            "WEIR (Reuters) - ",
            "WEIR, Ohio (AP) — ",
            "ST. ORME — ",
            "ORME ― ",
            "WEIR, May 3 (Reuters) - ",
            "WEIR, Ohio -- ",
            "Weir (dpa) - ",
            "Orme am Weir (dpa) – ",
            "Weir, Ohio (CNN) ",
            "Weir (CNN)  ",
            "(CNN) — ",
            "(CNN) ",
            "WEIR—",
            "WEIR.- ",
            "Weir, 5 mar (EFE).- ",
        ] {
            let paragraph = format!("{head}The governor signed the bill.");
            assert_eq!(
                behind(&paragraph),
                Some("The governor signed the bill."),
                "{head}"
            );
        }
        assert_eq!(
            behind("WEIR (AP) — “No,” she said."),
            Some("“No,” she said.")
        );
    }

    #[test]
    fn names_explained_and_sentences_with_dashes_are_none() {
        for paragraph in [
            "The plan — a bold one — failed.",
            "Lee — Weir’s mayor — said no.",
            "NASA — the agency that runs it — said no.",
            "Weir Water Board (WWB) Director Ann Lee said no.",
            "Ann Lee (D) Tom Ortega (R) met.",
            "Lee (AP) said no.",
            "The vote, which Lee lost (twice) — Ortega won it — was close.",
            "",
            "WEIR — ",
        ] {
            assert_eq!(
                behind(paragraph).filter(|rest| !rest.is_empty()),
                None,
                "{paragraph}"
            );
        }
    }
}
