//! Bytes to text.
//!
//! The order of trust: a byte order mark; UTF-8, when every byte fits (other encodings almost never look
//! like it); what the page declares; UTF-8 with a few wrong bytes; the encoding that fits the letters
//! best. Wrong bytes cost their place, not the article: each becomes one U+FFFD, and the reader is told.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::ReadProblem;

/// A text and what had to be done to get it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    /// Characters that could not be read.
    pub wrong: Option<Wrong>,
    /// Name of the encoding when nothing but the letters spoke for it.
    pub guessed: Option<&'static str>,
}

/// How many places were replaced, and the line of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub count: usize,
    pub line: usize,
}

const REPLACEMENT: char = '\u{fffd}';

/// The text of `bytes`.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadProblem> {
    if let Some(kind) = known_binary(bytes) {
        return Err(ReadProblem::Binary(kind));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let bytes = &bytes[mark..];
        if encoding == UTF_8 || is_mostly_ascii(bytes) {
            return unmarked(bytes);
        }
        return Ok(legacy(bytes, encoding));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok(legacy(bytes, encoding));
    }
    unmarked(bytes)
}

fn unmarked(bytes: &[u8]) -> Result<Decoded, ReadProblem> {
    let census = Census::of(bytes);
    if census.is_binary(bytes.len()) {
        return Err(ReadProblem::Binary("binary data"));
    }
    if let Some(encoding) = declared(bytes)
        && (census.invalid > 0 || !encoding.is_ascii_compatible())
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Ok(mark_wrong(text.into_owned()));
    }
    if census.invalid == 0 || census.is_damaged_utf8() {
        return Ok(utf8(bytes));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let decoded = legacy(bytes, encoding);
    if decoded.wrong.is_some()
        || decoded
            .text
            .contains(|sign| ('\u{80}'..='\u{9f}').contains(&sign))
    {
        return Ok(utf8(bytes));
    }
    Ok(Decoded {
        guessed: Some(encoding.name()),
        ..decoded
    })
}

/// What the bytes are by themselves, before anything is believed about them.
#[derive(Debug, Default)]
struct Census {
    /// Control characters that no text has.
    controls: usize,
    /// Well-formed sequences of more than one byte.
    multibyte: usize,
    /// Places that are not UTF-8.
    invalid: usize,
    /// Whether the only such place is a character cut off at the end.
    cut_at_end: bool,
}

impl Census {
    fn of(bytes: &[u8]) -> Self {
        let mut census = Self::default();
        for chunk in bytes.utf8_chunks() {
            census.multibyte += chunk
                .valid()
                .chars()
                .filter(|sign| !sign.is_ascii())
                .count();
            census.controls += chunk
                .valid()
                .bytes()
                .filter(|byte| is_no_text(*byte))
                .count();
            census.invalid += usize::from(!chunk.invalid().is_empty());
        }
        census.cut_at_end = census.invalid == 1
            && std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
        census
    }

    /// Pictures and archives are a tenth control characters or more; a text has one or two by accident.
    fn is_binary(&self, length: usize) -> bool {
        let share = |part: usize| part as f64 / length.max(1) as f64;
        share(self.controls) > 0.05 || share(self.controls) > 0.01 && share(self.invalid) > 0.05
    }

    /// Text in another encoding has hardly a well-formed sequence; damaged UTF-8 has mostly those.
    fn is_damaged_utf8(&self) -> bool {
        self.cut_at_end || self.multibyte > 0 && self.multibyte >= self.invalid
    }
}

fn is_no_text(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)
}

/// Formats that are known by their first bytes, so that the message can name them.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an Office document"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x28\xb5\x2f\xfd", "a zstd archive"),
        (b"BZh", "a bzip2 archive"),
        (b"\xfd7zXZ", "an xz archive"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"SQLite format 3\0", "a database"),
        (b"\x7fELF", "a program"),
    ];
    KNOWN
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, kind)| *kind)
}

/// A mark of UTF-16 before letters of one byte each was put there by accident: in UTF-16 every other
/// byte is zero, or anything at all.
fn is_mostly_ascii(bytes: &[u8]) -> bool {
    let printed = bytes.iter().filter(|byte| matches!(byte, b' '..=b'~'));
    printed.count() * 10 >= bytes.len() * 9
}

/// UTF-16 without its mark: zero at nearly every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |first: usize| {
        let places = sample.iter().skip(first).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let (high, low) = (zeros(0), zeros(1));
    let many = sample.len() / 4;
    if many == 0 {
        None
    } else if low > many && high == 0 {
        Some(UTF_16LE)
    } else if high > many && low == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that a page or an XML file names in its first 2 kB.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    ["charset=", "encoding="].iter().find_map(|key| {
        let (_, value) = head.split_once(key)?;
        let value = value.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|sign: char| !sign.is_ascii_alphanumeric() && !"-_:".contains(sign));
        Encoding::for_label(&value.as_bytes()[..end.unwrap_or(value.len())])
    })
}

fn utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut wrong = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            note_wrong(&mut wrong, &text);
            text.push(REPLACEMENT);
        }
    }
    let decoded = mark_wrong(text);
    Decoded {
        wrong: wrong.or(decoded.wrong),
        ..decoded
    }
}

fn legacy(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let mut wrong = None;
    if broken {
        for (at, _) in text.match_indices(REPLACEMENT) {
            note_wrong(&mut wrong, &text[..at]);
        }
    }
    let decoded = mark_wrong(text.into_owned());
    Decoded {
        wrong: wrong.or(decoded.wrong),
        ..decoded
    }
}

/// Puts U+FFFD for each NUL, which ends texts early in other programs.
fn mark_wrong(text: String) -> Decoded {
    let mut wrong = None;
    for (at, _) in text.match_indices('\0') {
        note_wrong(&mut wrong, &text[..at]);
    }
    Decoded {
        text: if wrong.is_some() {
            text.replace('\0', "\u{fffd}")
        } else {
            text
        },
        wrong,
        guessed: None,
    }
}

/// Counts one more place, which comes after `before`.
fn note_wrong(wrong: &mut Option<Wrong>, before: &str) {
    match wrong {
        Some(wrong) => wrong.count += 1,
        None => {
            *wrong = Some(Wrong {
                count: 1,
                line: before.matches('\n').count() + 1,
            });
        }
    }
}
