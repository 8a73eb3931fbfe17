//! Endings by which one word is made of another, each with what ends the other: a table of two columns, of
//! which the first row that fits counts.
//!
//! ```text
//! plurals.tsv    members ─▶ member    chairmen ─▶ chairman    census: no plural, its ending stays as it is
//! adverbs.tsv    swiftly ─▶ swift     angrily ─▶ angry
//! ```
//!
//! A table holds a handful of rows, which are tried one by one.

use super::tables;

/// The endings of one table.
#[derive(Debug)]
pub(super) struct Ends(Vec<(&'static str, &'static str)>);

impl Ends {
    /// The endings of a table of a language; none when the language lacks it.
    pub(super) fn load(language: &str, table: &str) -> Self {
        let rows = tables::rows(language, table);
        Self(rows.map(|row| (row.column(0), row.column(1))).collect())
    }

    /// Whether `word` is made of another by one of the endings.
    pub(super) fn has(&self, word: &str) -> bool {
        self.cut(word).is_some()
    }

    /// The word that `word` is made of.
    pub(super) fn base(&self, word: &str) -> Option<String> {
        let (stem, instead) = self.cut(word)?;
        Some([stem, instead].concat())
    }

    /// `word` without its ending, and what ends the word that it is made of.
    fn cut<'w>(&self, word: &'w str) -> Option<(&'w str, &'static str)> {
        let mut rows = self.0.iter();
        let (stem, ending, instead) = rows.find_map(|(ending, instead)| {
            let stem = word.strip_suffix(ending)?;
            Some((stem, *ending, *instead))
        })?;
        (ending != instead).then_some((stem, instead))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;

    #[test]
    fn a_plural_tells_what_one_is_called() {
        let lexicon = Lexicon::of(None).unwrap();
        for (several, one) in [
            ("members", Some("member")),
            ("chairwomen", Some("chairwoman")),
            ("men", Some("man")),
            ("press", None),
            ("census", None),
            ("us", None),
            ("analysis", None),
            ("rabbis", Some("rabbi")),
            ("'s", None),
            ("member", None),
        ] {
            assert_eq!(lexicon.one_of(several).as_deref(), one, "{several}");
            assert_eq!(lexicon.is_plural(several), one.is_some(), "{several}");
        }
    }

    #[test]
    fn an_adverb_tells_its_adjective() {
        let lexicon = Lexicon::of(None).unwrap();
        for (adverb, adjective) in [
            ("swiftly", Some("swift")),
            ("angrily", Some("angry")),
            ("soon", None),
        ] {
            assert_eq!(lexicon.adjective(adverb).as_deref(), adjective, "{adverb}");
        }
    }

    #[test]
    fn each_language_has_endings_of_its_own() {
        let is_plural = |tag, word| Lexicon::of(Some(tag)).unwrap().is_plural(word);
        assert!(
            is_plural("fr", "maires") && is_plural("es", "alcaldes") && is_plural("de", "fans")
        );
        assert!(!is_plural("ru", "мэры"));
    }
}
