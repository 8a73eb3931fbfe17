//! When two words of names are one: in their plurals, with accents or without, in two ways to write a name of another
//! language.
//!
//! ```text
//! Liberals, Liberal     Raúl, Raul     Mohammed, Mohammad
//! ```

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// "Raúl" as "Raul": the word without the marks over and under its letters, which not every outlet prints.
pub(crate) fn without_accents(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    Cow::Owned(
        word.nfd()
            .filter(|sign| !is_combining_mark(*sign))
            .collect(),
    )
}

/// Whether two words of names, in lower case, are the same, give or take inflection and transliteration: of five
/// letters on by the likeness of Jaro and Winkler (1990), which counts letters at the beginning most.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let stem = without_s(a);
    a == b
        || stem == without_s(b) && stem.len() > 2
        || a.len().min(b.len()) >= 5 && may_be_close(a, b) && strsim::jaro_winkler(a, b) >= CLOSE
}

/// A word of a name without the -s of a plural or of an owner ("Liberals", "Riedls"). No table is asked: names are
/// compared across languages, and a last name has its -s in some of them only.
pub(in crate::align) fn without_s(word: &str) -> &str {
    word.trim_end_matches('s')
}

/// Least likeness of two spellings of one word.
const CLOSE: f64 = 0.93;

/// Whether two words share so many letters that their likeness can be [`CLOSE`], wherever the letters stand:
/// of most pairs of names this is not so, and need not be measured.
fn may_be_close(a: &str, b: &str) -> bool {
    if !a.is_ascii() || !b.is_ascii() {
        return true;
    }
    let mut left = [0_u8; 128];
    for letter in a.bytes() {
        left[usize::from(letter)] = left[usize::from(letter)].saturating_add(1);
    }
    let mut shared = 0;
    for letter in b.bytes() {
        let left = &mut left[usize::from(letter)];
        shared += usize::from(*left > 0);
        *left = left.saturating_sub(1);
    }
    let start = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y);
    let start = start.take(4).count() as f64;
    let part = |of: &str| shared as f64 / of.len() as f64;
    let most = (part(a) + part(b) + 1.0) / 3.0;
    most + 0.1 * start * (1.0 - most) >= CLOSE - 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_spelling_that_is_close_is_passed_over() {
        for (a, b) in [
            ("sergei", "sergey"),
            ("elisabeth", "elizabeth"),
            ("abdulrahman", "abdelrahman"),
            ("mohammed", "mohamed"),
            ("lukashenka", "lukashenko"),
        ] {
            assert!(strsim::jaro_winkler(a, b) >= CLOSE, "{a} {b}");
            assert!(may_be_close(a, b) && may_be_close(b, a), "{a} {b}");
        }
        assert!(!may_be_close("sandoval", "ferrer"));
    }
}
