//! Bytes to text.
//!
//! The order of trust: a byte order mark; UTF-8, when every byte fits (other encodings almost never look
//! like it); what the page declares; UTF-8 with a few wrong bytes; the encoding that fits the letters
//! best. Wrong bytes cost their place, not the article: each becomes one U+FFFD, and the reader is told.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::ReadProblem;
use crate::model::count_bytes;

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

/// The text of `bytes`, of which a server may have said in what `charset` they are.
pub(super) fn decode(bytes: &[u8], charset: Option<&str>) -> Result<Decoded, ReadProblem> {
    if let Some(problem) = known_binary(bytes) {
        return Err(problem);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let bytes = &bytes[mark..];
        if encoding == UTF_8 || is_mostly_ascii(bytes) {
            return unmarked(bytes, charset);
        }
        return Ok(legacy(bytes, encoding));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let decoded = legacy(bytes, encoding);
        let is_text = decoded.wrong.is_none() && !decoded.text.bytes().any(is_no_text);
        return if is_text {
            Ok(decoded)
        } else {
            Err(ReadProblem::Binary("binary data"))
        };
    }
    unmarked(bytes, charset)
}

fn unmarked(bytes: &[u8], charset: Option<&str>) -> Result<Decoded, ReadProblem> {
    let census = Census::of(bytes);
    if census.is_binary(bytes.len()) {
        return Err(ReadProblem::Binary("binary data"));
    }
    let said = charset.and_then(|charset| Encoding::for_label(charset.as_bytes()));
    if let Some(encoding) = said.or_else(|| declared(bytes))
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
        match std::str::from_utf8(bytes) {
            Ok(text) => census.count(text),
            Err(error) => {
                for chunk in bytes.utf8_chunks() {
                    census.count(chunk.valid());
                    census.invalid += usize::from(!chunk.invalid().is_empty());
                }
                census.cut_at_end = census.invalid == 1 && error.error_len().is_none();
            }
        }
        census
    }

    fn count(&mut self, valid: &str) {
        let first_of_several = |byte: u8| byte >= 0xC0;
        self.multibyte += count_bytes(valid.as_bytes(), first_of_several);
        self.controls += count_bytes(valid.as_bytes(), is_no_text);
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
    // Without branches many bytes are looked at in one step.
    (byte < 0x20) & !(b'\t'..=b'\r').contains(&byte) & (byte != 0x1b)
}

/// Formats that are known by their first bytes, so that the message can name them.
fn known_binary(bytes: &[u8]) -> Option<ReadProblem> {
    const PACKED: &[(&[u8], &str)] = &[
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x28\xb5\x2f\xfd", "a zstd archive"),
        (b"BZh", "a bzip2 archive"),
        (b"\xfd7zXZ", "an xz archive"),
        (b"7z\xbc\xaf", "a 7-zip archive"),
    ];
    const BINARY: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
        (b"%PDF-", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"SQLite format 3\0", "a database"),
        (b"bplist00", "a web archive of Safari"),
        (b"\x7fELF", "a program"),
    ];
    let kind = |known: &[(&[u8], &'static str)]| {
        let mut known = known.iter();
        known
            .find(|(start, _)| bytes.starts_with(start))
            .map(|(_, kind)| *kind)
    };
    if bytes.get(257..262) == Some(b"ustar") {
        return Some(ReadProblem::Packed("a tar archive"));
    }
    kind(PACKED)
        .map(ReadProblem::Packed)
        .or_else(|| kind(BINARY).map(ReadProblem::Binary))
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
    memchr::memchr(0, sample)?;
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
    if bytes.first().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
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
    if let Ok(text) = std::str::from_utf8(bytes) {
        return mark_wrong(text.to_owned());
    }
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
    for at in memchr::memchr_iter(0, text.as_bytes()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str =
        "“We heard a noise like a train,” said Nora Fenn.\n“Où étiez-vous?” – silence.\n";

    fn text(bytes: &[u8]) -> Decoded {
        decode(bytes, None).expect("this is text")
    }

    fn plain(text: &str) -> Decoded {
        Decoded {
            text: text.to_owned(),
            ..Decoded::default()
        }
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn unicode_with_and_without_its_mark() {
        let marked = format!("\u{feff}{NEWS}");
        for bytes in [
            NEWS.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
            utf16(NEWS, u16::to_le_bytes),
            utf16(NEWS, u16::to_be_bytes),
        ] {
            assert_eq!(text(&bytes), plain(NEWS));
        }
    }

    #[test]
    fn older_encodings_are_guessed_and_named() {
        let russian = "«Мост безопасен», — сказала мэр города Анна Ли в понедельник.";
        let japanese = "「橋は安全です」と市長は月曜日に記者団に語った。調査は続いている。";
        for (encoding, news) in [
            (encoding_rs::WINDOWS_1252, NEWS),
            (encoding_rs::WINDOWS_1251, russian),
            (encoding_rs::SHIFT_JIS, japanese),
        ] {
            let (bytes, _, _) = encoding.encode(news);
            let decoded = text(&bytes);
            assert_eq!(
                (decoded.text.as_str(), decoded.guessed),
                (news, Some(encoding.name()))
            );
        }
    }

    #[test]
    fn a_page_says_what_it_is() {
        let page = "<html><meta charset=windows-1250><p>Příští týden začne šetření</p>";
        let (bytes, _, _) = encoding_rs::WINDOWS_1250.encode(page);
        assert_eq!(text(&bytes), plain(page));
        // What fits UTF-8 is UTF-8, whatever a server's default says.
        let page = "<meta charset=\"iso-8859-1\"><p>“Où étiez-vous?”</p>";
        assert_eq!(text(page.as_bytes()), plain(page));
    }

    #[test]
    fn wrong_bytes_cost_their_place_only() {
        let decoded = text(b"One.\nThe \xe2\x80\x9cbridge\xe2\x80\x9d is \xff safe \xfe.");
        assert_eq!(
            decoded.text,
            "One.\nThe “bridge” is \u{fffd} safe \u{fffd}."
        );
        assert_eq!(decoded.wrong, Some(Wrong { count: 2, line: 2 }));
        let cut = text(
            "The bridge is safe — so they say…"
                .as_bytes()
                .split_last()
                .expect("bytes")
                .1,
        );
        assert_eq!(cut.text, "The bridge is safe — so they say\u{fffd}");
        assert_eq!(
            text(b"He said \0 nothing at all.").text,
            "He said \u{fffd} nothing at all."
        );
        // A mark of UTF-16 before letters of one byte.
        assert!(
            text(b"\xff\xfeThe bridge is safe.")
                .text
                .ends_with("The bridge is safe.")
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4096_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        for bytes in [
            &noise[..],
            b"\x89PNG\r\n\x1a\n",
            b"%PDF-1.7",
            b"\0\x01\x02",
            b"\x1f\x8b\x08",
            &[0; 64],
        ] {
            assert!(decode(bytes, None).is_err(), "{:?}", &bytes[..3]);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_as_it_is(text in "[^\0-\x08\x0e-\x1f\u{feff}]*") {
            let starts_like_another = known_binary(text.as_bytes()).is_some();
            proptest::prop_assume!(!starts_like_another);
            proptest::prop_assert_eq!(decode(text.as_bytes(), None).expect("text"), plain(&text));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            if let Ok(decoded) = decode(&bytes, None) {
                proptest::prop_assert!(!decoded.text.contains('\0'));
            }
        }
    }
}
