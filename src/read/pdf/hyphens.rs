//! Hyphens at the ends of lines, once the whole document is known:
//!
//! ```text
//! an investi-   gation     "investi" is no word                                   investigation
//! with-         out        "without" is one, here or in the word lists            without
//! a well-       known      both are, "wellknown" is none; or it stands elsewhere  well-known
//! ```

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::lexicon::Lexicon;
use crate::read::language;

/// Stands between the parts of a broken word until it is settled; it is no character, so no text has it.
pub(super) const BREAK: char = '\u{fdd2}';

/// Typesetters break words behind two letters; compounds that begin so ("e-mail") are few, in characters.
const SHORTEST: usize = 3;

/// The words of a document.
pub(super) struct Words {
    here: FxHashSet<String>,
    lexicon: Option<&'static Lexicon>,
}

impl Words {
    /// Those of `text`, in the language that it seems to be written in.
    pub(super) fn of(text: &str) -> Self {
        let mut here = FxHashSet::default();
        let whole = text.split_whitespace().filter(|word| !word.contains(BREAK));
        for word in whole {
            let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            let word = word.to_lowercase();
            here.extend(word.split(['-', '‐']).map(str::to_owned));
            here.insert(word);
        }
        let language = language::tag(None, text);
        Self {
            here,
            lexicon: Lexicon::of(language.as_deref()),
        }
    }

    /// `text` with each broken word mended, with or without its hyphen.
    pub(super) fn settle<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !text.contains(BREAK) {
            return Cow::Borrowed(text);
        }
        let mut settled = String::with_capacity(text.len());
        for part in text.split(BREAK) {
            let begun = settled.rsplit(char::is_whitespace).next();
            let begun = begun.filter(|begun| !begun.is_empty());
            if let Some(begun) = begun
                && self.is_compound(begun, part)
            {
                settled.push('-');
            }
            settled.push_str(part);
        }
        Cow::Owned(settled)
    }

    /// Whether the word that ends `begun` and goes on in `rest` is written with a hyphen.
    fn is_compound(&self, begun: &str, rest: &str) -> bool {
        let is_sign = |sign: char| !sign.is_alphanumeric() && !matches!(sign, '-' | '‐');
        let first = begun.rsplit(is_sign).next().unwrap_or(begun);
        let second = rest.split(is_sign).next().unwrap_or(rest);
        let (first, second) = (first.to_lowercase(), second.to_lowercase());
        if self.here.contains(&format!("{first}-{second}")) {
            return true;
        }
        let last = first.rsplit(['-', '‐']).next().unwrap_or(&first);
        let next = second.split(['-', '‐']).next().unwrap_or(&second);
        let is_long = |word: &str| word.chars().nth(SHORTEST - 1).is_some();
        // "state-of-the-art": what has a hyphen already may have short parts.
        let may_be = is_long(last) && is_long(next) || last.len() < first.len();
        may_be
            && !self.knows(&format!("{first}{second}"))
            && !self.knows(&format!("{last}{next}"))
            && self.knows(last)
            && self.knows(next)
    }

    fn knows(&self, word: &str) -> bool {
        self.here.contains(word) || self.lexicon.is_some_and(|lexicon| lexicon.knows(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_keeps_its_hyphen_and_a_broken_word_loses_it() {
        for (text, expected) in [
            ("a well|known harbour", "a well-known harbour"),
            ("an investi|gation of it", "an investigation of it"),
            ("they came with|out boats", "they came without boats"),
            ("state-of-the|art boats", "state-of-theart boats"),
            (
                "the state of the art: state-of-the|art boats",
                "the state of the art: state-of-the-art boats",
            ),
            (
                "ice-bound ships, and an ice|bound ferry",
                "ice-bound ships, and an ice-bound ferry",
            ),
            (
                "the lifeboat and the life|boat; a boat saves a life",
                "the lifeboat and the lifeboat; a boat saves a life",
            ),
            (
                "so the life|boat; a boat saves a life",
                "so the life-boat; a boat saves a life",
            ),
            ("“well|known,” she said", "“well-known,” she said"),
            ("a re|port of the port", "a report of the port"),
        ] {
            let text = text.replace('|', &BREAK.to_string());
            assert_eq!(Words::of(&text).settle(&text), expected);
        }
    }
}
