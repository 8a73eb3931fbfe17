//! A name without what some outlets print and others leave out: middle initials, "Jr.".

use crate::lexicon::{Lexicon, class};

/// A name without its middle initials: where one outlet has "Ann B. Corley" and the next "Ann Corley", it is one
/// voice.
pub(crate) fn without_initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_initial = |word: &str| {
        let mut signs = word.chars();
        signs.next().is_some_and(char::is_uppercase) && signs.as_str() == "."
    };
    let last = words.len().saturating_sub(1);
    let kept = words.iter().enumerate().filter(|(at, word)| {
        // "J. K. Halver" has no other first name.
        let is_middle = 0 < *at && *at < last && !is_initial(words[0]);
        !(is_middle && is_initial(word))
    });
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

/// A name without what tells a son from his father: "Ann Lee Jr." and "Ann Lee, Jr." are "Ann Lee".
pub(crate) fn without_suffix(name: &str) -> &str {
    let is_suffix = |word: &str| {
        let plain = word.trim_end_matches('.').to_lowercase();
        let is_suffix = |lexicon: &Lexicon| lexicon.word(&plain).classes & class::SUFFIX != 0;
        Lexicon::of(None).is_some_and(is_suffix)
    };
    match name.rsplit_once(' ') {
        Some((before, last)) if before.contains(' ') && is_suffix(last) => {
            before.trim_end_matches(',')
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn middle_initials_and_suffixes_do_not_make_another_voice() {
        for (full, kept) in [
            ("Ann B. Corley", "Ann Corley"),
            ("Ann B. Corley Jr.", "Ann Corley"),
            ("Ann Corley, Jr.", "Ann Corley"),
            ("General Tomas A. B. Reyk", "General Tomas Reyk"),
            ("J. K. Halver", "J. K. Halver"),
            ("Malcolm X.", "Malcolm X."),
            ("the mayor", "the mayor"),
        ] {
            assert_eq!(without_suffix(&without_initials(full)), kept);
        }
    }
}
