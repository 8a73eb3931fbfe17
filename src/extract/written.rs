//! Where a word or a sign of a text ends.
//!
//! ```text
//! the │   plain: most words, known by their bytes alone
//! U.S. │  Lee│'s   1,300.50 │   anti-war │   a closer look: which stops, commas and hyphens belong to the word
//! ```

use super::tokens::TokenKind;
use crate::Span;

/// The sign that stands for every kind of dash between words.
pub(super) const DASH: char = '—';

/// What stands at a place of a text.
pub(super) enum Written {
    /// So many bytes of white space.
    Blank(usize),
    /// A word of so many letters and digits of ASCII, and nothing behind it that could belong to it.
    Plain(usize),
    /// A word that takes a closer look.
    Word,
    Sign(char),
}

impl Written {
    /// What stands at the start of `rest`, which is not empty.
    #[inline]
    pub(super) fn at(text: &str, rest: Span) -> Self {
        let bytes = &text.as_bytes()[rest.start..rest.end];
        match BYTE_KINDS[usize::from(bytes[0])] {
            ByteKind::Blank => Self::Blank(1),
            ByteKind::Letter => {
                let kind = |byte: u8| BYTE_KINDS[usize::from(byte)];
                let behind = bytes
                    .iter()
                    .position(|byte| kind(*byte) != ByteKind::Letter);
                match behind {
                    Some(length)
                        if kind(bytes[length]) == ByteKind::Joint && may_join(bytes, length) =>
                    {
                        Self::Word
                    }
                    Some(length) => Self::Plain(length),
                    None => Self::Plain(bytes.len()),
                }
            }
            ByteKind::Joint | ByteKind::Sign => {
                let first = rest.slice(text).chars().next().unwrap_or(' ');
                if first.is_whitespace() {
                    Self::Blank(first.len_utf8())
                } else if first.is_alphanumeric() {
                    Self::Word
                } else {
                    Self::Sign(first)
                }
            }
        }
    }
}

/// Whether the byte behind the `length` letters at the start of `bytes` may belong to their word.
fn may_join(bytes: &[u8], length: usize) -> bool {
    let next = bytes.get(length + 1);
    match bytes[length] {
        b',' => next.is_some_and(u8::is_ascii_digit),
        // "J.", "Mr.", "U.S."
        b'.' => {
            length == 1
                || bytes[0].is_ascii_uppercase()
                || next.is_some_and(|next| !next.is_ascii_whitespace())
        }
        _ => true,
    }
}

/// What a byte of a text can be a part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ByteKind {
    /// White space of ASCII.
    Blank,
    /// A letter or digit of ASCII.
    Letter,
    /// What can belong to the word before it, or is no ASCII.
    Joint,
    /// Another sign of ASCII.
    Sign,
}

/// The kind of each byte.
const BYTE_KINDS: [ByteKind; 256] = byte_kinds();

const fn byte_kinds() -> [ByteKind; 256] {
    let mut kinds = [ByteKind::Sign; 256];
    let mut byte = 0_u8;
    loop {
        kinds[byte as usize] = match byte {
            b' ' | b'\t'..=b'\r' => ByteKind::Blank,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => ByteKind::Letter,
            b'\'' | b'-' | b'&' | b'/' | b'.' | b',' | 0x80.. => ByteKind::Joint,
            _ => ByteKind::Sign,
        };
        if byte == u8::MAX {
            return kinds;
        }
        byte += 1;
    }
}

pub(super) fn word_kind(first: char) -> TokenKind {
    if first.is_numeric() {
        TokenKind::Number
    } else if first.is_uppercase() {
        TokenKind::Capital
    } else {
        TokenKind::Lower
    }
}

/// Length in bytes of the word at the start of `rest`: letters and digits with the apostrophes, hyphens
/// and full stops inside, and the full stop of an abbreviation ("U.S.", "Mr.", "J."). A genitive 's is a
/// token of its own.
pub(super) fn word_length(rest: &str) -> usize {
    let mut length = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, sign)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let belongs = match sign {
            _ if sign.is_alphanumeric() => true,
            '\u{ad}' => true,
            '\'' | '’' => next.is_alphanumeric() && !is_genitive(&rest[at..]),
            '-' | '‑' | '&' | '/' => next.is_alphanumeric(),
            '.' => next.is_alphanumeric() || is_initial(&rest[..at]),
            ',' => next.is_ascii_digit() && rest[..at].ends_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        if !belongs {
            break;
        }
        length = at + sign.len_utf8();
    }
    length
}

/// Whether a full stop after `word` belongs to it whatever the tables say: initials.
fn is_initial(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let mut chars = last.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether `rest`, which begins with an apostrophe, is a genitive 's.
fn is_genitive(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// The sign at the start of `rest`, behind `before`.
pub(super) fn sign(rest: &str, first: char, before: &str) -> (usize, TokenKind) {
    match first {
        '\'' | '’' if is_genitive(rest) => (first.len_utf8() + 1, TokenKind::Genitive),
        // behind a plural
        '\'' | '’' if before.ends_with(['s', 'S']) && rest[first.len_utf8()..].starts_with(' ') => {
            (first.len_utf8(), TokenKind::Genitive)
        }
        '—' | '–' | '-' | '‒' | '―' => (
            run(rest, |c| matches!(c, '—' | '–' | '-' | '‒' | '―')),
            TokenKind::Sign(DASH),
        ),
        '.' | '…' => (run(rest, |c| matches!(c, '.' | '…')), TokenKind::Sign('.')),
        _ => (first.len_utf8(), TokenKind::Sign(first)),
    }
}

fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.chars()
        .take_while(|c| belongs(*c))
        .map(char::len_utf8)
        .sum()
}
