//! Escapes that stand for no character: half of a surrogate pair (`"\ud83d"` without its partner, from a
//! text that was cut by UTF-16 length), for which a parser refuses the whole file, and NUL, which ends texts
//! early in other programs. The escape of U+FFFD has the same length, so places in messages stay right, and
//! it is one code point, so places in the article do too.

use std::borrow::Cow;

use crate::read::Damage;

/// `text`, whose first line has the number `first`, with the escape of U+FFFD for each that stands for no
/// character, and what was replaced.
pub(in crate::read) fn with_characters(text: &str, first: usize) -> (Cow<'_, str>, Option<Damage>) {
    // Nearly every file has none.
    if !["\\ud", "\\uD", "\\u0000"]
        .iter()
        .any(|escape| text.contains(escape))
    {
        return (Cow::Borrowed(text), None);
    }
    let mut repaired = String::with_capacity(text.len());
    let (mut count, mut place) = (0, 0);
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        repaired.push_str(before);
        let next = escape.get(6..).and_then(code_unit);
        let (kept, length) = match (code_unit(escape), next) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (&escape[..12], 12),
            (Some(0 | 0xd800..=0xdfff), _) => {
                if count == 0 {
                    place = repaired.len();
                }
                count += 1;
                ("\\ufffd", 6)
            }
            // Any other escape is the sign behind the backslash, which may be a backslash itself.
            _ => {
                let length = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
                (&escape[..length], length)
            }
        };
        repaired.push_str(kept);
        rest = &escape[length..];
    }
    repaired.push_str(rest);
    let damage = (count > 0).then(|| {
        let line = text[..place].rfind('\n').map_or(0, |end| end + 1);
        Damage::NoCharacter {
            count,
            escape: text[place..place + 6].to_owned(),
            line: first + text[..line].matches('\n').count(),
            column: 1 + text[line..place].chars().count(),
        }
    });
    (Cow::Owned(repaired), damage)
}

/// The code unit of an escape that opens `text`.
fn code_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> String {
        with_characters(text, 1).0.into_owned()
    }

    #[test]
    fn what_is_no_character_becomes_a_replacement_sign() {
        assert_eq!(
            repaired(r#"{"text": "Well \ud83d done"}"#),
            r#"{"text": "Well \ufffd done"}"#
        );
        assert_eq!(repaired(r#""\udc00\ud83d""#), r#""\ufffd\ufffd""#);
        assert_eq!(repaired(r#""a\u0000b""#), r#""a\ufffdb""#);
    }

    #[test]
    fn the_first_place_and_the_number_are_told() {
        let text =
            "{\"text\": \"Très bien \\ud83d\\ude00\"}\n{\"text\": \"Très \\uDC00 bien \\u0000\"}";
        assert_eq!(
            with_characters(text, 7).1,
            Some(Damage::NoCharacter {
                count: 2,
                escape: "\\uDC00".to_owned(),
                line: 8,
                column: 16,
            })
        );
    }

    #[test]
    fn pairs_and_escaped_backslashes_stay() {
        for text in [
            r#""\ud83d\ude00 ok""#,
            r#""C:\\ud83d""#,
            r#""\ufffd""#,
            "“plain”",
        ] {
            assert_eq!(with_characters(text, 1), (Cow::Borrowed(text), None));
        }
    }
}
