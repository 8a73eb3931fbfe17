//! Half of a surrogate pair (`"\ud83d"` without its partner, from a text that was cut by UTF-16 length) is
//! no character, and a parser refuses the whole file for it. The escape of U+FFFD has the same length, so
//! places in messages stay right, and it is one code point, so places in the article do too.

use std::borrow::Cow;

/// `text` with the escape of U+FFFD for each escape of half a pair.
pub(super) fn repair(text: &str) -> Cow<'_, str> {
    // Nearly every file has none.
    if !text.contains("\\ud") && !text.contains("\\uD") {
        return Cow::Borrowed(text);
    }
    let mut repaired = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        repaired.push_str(before);
        let next = escape.get(6..).and_then(code_unit);
        let (kept, length) = match (code_unit(escape), next) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (&escape[..12], 12),
            (Some(0xd800..=0xdfff), _) => ("\\ufffd", 6),
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
    Cow::Owned(repaired)
}

/// The code unit of an escape that opens `text`.
fn code_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_pair_becomes_a_replacement_sign() {
        assert_eq!(
            repair(r#"{"text": "Well \ud83d done"}"#),
            r#"{"text": "Well \ufffd done"}"#
        );
        assert_eq!(repair(r#""\udc00\ud83d""#), r#""\ufffd\ufffd""#);
    }

    #[test]
    fn pairs_and_escaped_backslashes_stay() {
        for text in [
            r#""\ud83d\ude00 ok""#,
            r#""C:\\ud83d""#,
            r#""\ufffd""#,
            "“plain”",
        ] {
            assert_eq!(repair(text), text);
        }
    }
}
