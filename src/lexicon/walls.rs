//! What pages say that stand in front of an article: "We value your privacy", "Already a subscriber?". Those
//! of all languages are one list, since such a page may be in another language than the article. They are
//! looked up by their first word, one step for each word of a text.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::tables;

/// What a page instead of an article asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WallKind {
    /// Consent to cookies.
    Consent,
    /// Money, or an account.
    Paywall,
    /// A sign that a person reads it.
    Robot,
    /// Nothing: there is no such page.
    Missing,
}

/// One thing that such pages say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WallWords {
    /// In small letters; of a stem its beginning.
    pub words: &'static str,
    pub kind: WallKind,
    /// Whether its last word may have any ending.
    is_stem: bool,
}

/// All of them.
#[derive(Debug, Default)]
struct Walls {
    by_first_word: FxHashMap<&'static str, Vec<WallWords>>,
    /// Those of one word that may have any ending.
    stems: Vec<WallWords>,
}

/// What of it `text`, in small letters, says; twice what it says twice.
pub(crate) fn wall_words(text: &str) -> Vec<WallWords> {
    static WALLS: OnceLock<Walls> = OnceLock::new();
    let walls = WALLS.get_or_init(Walls::load);
    let mut said = Vec::new();
    for (at, word) in words(text) {
        let begin = walls.by_first_word.get(word).into_iter().flatten();
        let stems = walls.stems.iter();
        said.extend(begin.chain(stems).filter(|known| known.open(&text[at..])));
    }
    said
}

impl Walls {
    fn load() -> Self {
        let mut walls = Self::default();
        for row in tables::codes().flat_map(|code| tables::rows(code, "walls")) {
            let Some(kind) = WallKind::named(row.column(1)) else {
                continue;
            };
            let known = WallWords {
                words: row.column(0).trim_end_matches('*'),
                kind,
                is_stem: row.column(0).ends_with('*'),
            };
            let first = words(known.words).next().map_or("", |(_, word)| word);
            if known.is_stem && first == known.words {
                walls.stems.push(known);
            } else {
                walls.by_first_word.entry(first).or_default().push(known);
            }
        }
        walls
    }
}

/// The runs of letters and digits in `text`, with the bytes at which they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let places = words.map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word));
    places.filter(|(_, word)| !word.is_empty())
}

impl WallKind {
    /// The kind of that name in the tables.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "consent" => Self::Consent,
            "paywall" => Self::Paywall,
            "robot" => Self::Robot,
            "missing" => Self::Missing,
            _ => return None,
        })
    }
}

impl WallWords {
    /// Whether `text` opens with them.
    fn open(&self, text: &str) -> bool {
        text.strip_prefix(self.words).is_some_and(|rest| {
            self.is_stem
                || !self.words.ends_with(char::is_alphanumeric)
                || !rest.starts_with(char::is_alphanumeric)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_stems_with_any_ending() {
        for (text, expected) in [
            ("please sign in.", Some(WallKind::Paywall)),
            ("they design in oak", None),
            ("they sign into law", None),
            ("déjà abonnée ?", Some(WallKind::Paywall)),
            ("alle werbeblocker", Some(WallKind::Robot)),
            ("mit einem probeabonnement", Some(WallKind::Paywall)),
            ("si vous n'êtes pas un robot", Some(WallKind::Robot)),
        ] {
            let kind = wall_words(text).first().map(|said| said.kind);
            assert_eq!(kind, expected, "{text}");
        }
    }
}
