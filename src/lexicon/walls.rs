//! What pages say that stand in front of an article: "We value your privacy", "Already a subscriber?". Those
//! of all languages are one list, since such a page may be in another language than the article.

use std::sync::OnceLock;

use super::tables;

/// What a page in front of an article asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum WallKind {
    /// Consent to cookies.
    Consent,
    /// Money, or an account.
    Paywall,
    /// A sign that a person reads it.
    Robot,
}

/// One thing that such pages say.
#[derive(Debug)]
pub(crate) struct WallWords {
    /// In small letters.
    words: &'static str,
    /// Whether its last word may have any ending.
    is_stem: bool,
    pub(crate) kind: WallKind,
}

/// All of them.
pub(crate) fn wall_words() -> &'static [WallWords] {
    static WORDS: OnceLock<Vec<WallWords>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let rows = tables::codes().flat_map(|code| tables::rows(code, "walls"));
        rows.filter_map(|row| {
            let words = row.column(0);
            Some(WallWords {
                words: words.trim_end_matches('*'),
                is_stem: words.ends_with('*'),
                kind: WallKind::named(row.column(1))?,
            })
        })
        .collect()
    })
}

impl WallKind {
    /// The kind of that name in the tables.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "consent" => Self::Consent,
            "paywall" => Self::Paywall,
            "robot" => Self::Robot,
            _ => return None,
        })
    }
}

impl WallWords {
    /// The words, in small letters; of a stem its beginning.
    pub(crate) fn words(&self) -> &'static str {
        self.words
    }

    /// Whether `text`, in small letters, says it.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        text.match_indices(self.words).any(|(at, words)| {
            let rest = &text[at + words.len()..];
            !text[..at].ends_with(char::is_alphanumeric)
                && (self.is_stem
                    || !words.ends_with(char::is_alphanumeric)
                    || !rest.starts_with(char::is_alphanumeric))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_stems_with_any_ending() {
        let says = |words, text: &str| {
            WallWords {
                words,
                is_stem: words == "déjà abonné",
                kind: WallKind::Paywall,
            }
            .stand_in(text)
        };
        assert!(says("sign in", "please sign in."));
        assert!(!says("sign in", "they design in oak"));
        assert!(!says("sign in", "they sign into law"));
        assert!(says("déjà abonné", "déjà abonnée ?"));
    }
}
