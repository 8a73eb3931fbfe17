//! Words of an article as Markdown that shows them and does nothing else.

use crate::report::visible::visible;

/// `text` on one line between tags of HTML, where Markdown is not read.
pub(super) fn escaped_in_html(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut escaped = String::new();
    for sign in visible(&words.join(" ")).chars() {
        if sign.is_ascii_punctuation() && !matches!(sign, '.' | ',' | '-' | '\'') {
            escaped.push_str(&format!("&#{};", u32::from(sign)));
        } else {
            escaped.push(sign);
        }
    }
    escaped
}

/// `text` on one line, with every sign that Markdown or HTML could read as markup escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in visible(text).chars() {
        match sign {
            // Apart from the word after them they call nobody and refer to nothing.
            '@' | '#' => escaped.push_str(&format!("<span>{sign}</span>")),
            _ if sign.is_whitespace() => {
                if !escaped.ends_with(' ') {
                    escaped.push(' ');
                }
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '+' | '!' | '|' | '~'
            | '$' | '=' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            _ => escaped.push(sign),
        }
    }
    escaped
}
