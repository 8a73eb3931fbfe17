//! Characters that would steer what shows a report, made visible: control characters, which move and
//! colour a terminal, and the controls of text direction, which make a page read otherwise than it is
//! written. Everything that comes from an article passes through here in every format that people read.

use std::borrow::Cow;

/// `text` with visible substitutes; white space stays as it is.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|sign| substitute(sign).is_some()) {
        let mut shown = String::with_capacity(text.len());
        for sign in text.chars() {
            match substitute(sign) {
                Some(substitute) => shown.push_str(&substitute),
                None => shown.push(sign),
            }
        }
        Cow::Owned(shown)
    } else {
        Cow::Borrowed(text)
    }
}

/// What stands for `sign`, if it cannot stand for itself.
pub(super) fn substitute(sign: char) -> Option<String> {
    match sign {
        '\n' | '\r' | '\t' => None,
        '\u{0}'..='\u{1f}' => picture(u32::from(sign)),
        '\u{7f}' => picture(0x21),
        _ if sign.is_control() || steers(sign) => Some(format!("<U+{:04X}>", u32::from(sign))),
        _ => None,
    }
}

/// ␛ for ESC, ␇ for BEL and so on.
fn picture(control: u32) -> Option<String> {
    char::from_u32(0x2400 + control).map(String::from)
}

/// Whether `sign` changes the direction of the text around it, annotates it, or is a tag.
fn steers(sign: char) -> bool {
    matches!(
        sign,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_steers_is_replaced() {
        assert_eq!(
            visible("a\u{1b}[31m\u{202e}\u{9b}\u{7f}\u{8}"),
            "a␛[31m<U+202E><U+009B>␡␈"
        );
        assert!(matches!(
            visible("“Ça va,” 你好\n\te\u{301}"),
            Cow::Borrowed(_)
        ));
    }
}
