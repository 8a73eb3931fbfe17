//! Quotations that are not checked, because the policy or the draft says so.
//!
//! ```text
//! <!-- rashomon-ignore -->            the next paragraph (or this one)
//! <!-- rashomon-ignore-start -->
//! …                                   everything between
//! <!-- rashomon-ignore-end -->
//! ```
//!
//! The comments serve Markdown and HTML kept as text.

use super::Policy;
use crate::model::{Check, Checked};

const ONE: &str = "<!-- rashomon-ignore -->";
const START: &str = "<!-- rashomon-ignore-start -->";
const END: &str = "<!-- rashomon-ignore-end -->";

/// Whether the policy or a comment in the draft takes `checked` out.
pub fn is_ignored(policy: &Policy, check: &Check, checked: &Checked) -> bool {
    let words = folded(check.slice(checked.place));
    let is_named = policy.ignore.iter().any(|pattern| {
        let pattern = folded(pattern);
        !pattern.trim().is_empty() && words.contains(&pattern)
    });
    let text = &check.articles[checked.place.article].text;
    is_named || is_commented(text, checked.place.span.start)
}

/// Words in lower case with one blank before and behind each.
fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    let mut folded = String::from(" ");
    for word in words.filter(|word| !word.is_empty()) {
        folded.push_str(&word.to_lowercase().replace('’', "'"));
        folded.push(' ');
    }
    folded
}

fn is_commented(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let started = before.rfind(START);
    if started.is_some_and(|start| before.rfind(END).is_none_or(|end| end < start)) {
        return true;
    }
    let Some(comment) = before.rfind(ONE) else {
        return false;
    };
    // Between the comment and the quotation at most the rest of one paragraph.
    let between = before[comment + ONE.len()..].trim_start();
    !between.contains("\n\n") && !between.contains("\n\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_takes_out_one_paragraph_or_what_it_encloses() {
        let text = "“a” <!-- rashomon-ignore -->\n\n“b” and\n“c”\n\n“d”\n\n<!-- rashomon-ignore-start -->\n\n“e”\n\n<!-- rashomon-ignore-end -->\n\n“f”";
        let ignored: Vec<char> = "abcdef"
            .chars()
            .filter(|sign| is_commented(text, text.find(&format!("“{sign}”")).unwrap()))
            .collect();
        assert_eq!(ignored, ['b', 'c', 'e']);
    }

    #[test]
    fn words_match_whole() {
        assert!(folded("So help me, God!").contains(&folded("help me god")));
        assert!(!folded("So help me, Godfrey!").contains(&folded("help me god")));
    }
}
