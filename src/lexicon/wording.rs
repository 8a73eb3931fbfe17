use rustc_hash::{FxHashMap, FxHashSet};

use super::tables;

/// What is known of words for comparing two wordings: which say little, which turn a statement round,
/// which are one word in two spellings or two forms of one word. Words are asked for in lower case
/// without apostrophes.
#[derive(Debug)]
pub struct Wording {
    roles: FxHashMap<&'static str, u16>,
    spellings: FxHashMap<&'static str, &'static str>,
    numbers: FxHashMap<&'static str, &'static str>,
    /// The endings and what stands for them, by the last byte of the ending, in the order of the table.
    inflections: Vec<Vec<(&'static str, &'static str)>>,
    spoken: FxHashMap<&'static str, &'static str>,
    contractions: FxHashMap<&'static str, &'static str>,
    /// What the stems of words have in common.
    concepts: FxHashMap<String, &'static str>,
    /// The same of two words that are one ("step down"): the stems of the second, by that of the first.
    phrases: FxHashMap<String, Vec<(String, &'static str)>>,
    /// Endings by which one word is made of another, and how many letters they leave.
    derivations: Vec<(&'static str, usize)>,
    /// The stems of everyday words.
    plain: FxHashSet<String>,
}

/// What a word can do in a wording, one bit each, as the rows of `wording.tsv` say.
pub mod role {
    /// It carries nothing by itself.
    pub const FUNCTION: u16 = 1;
    /// It is so frequent that sharing it means little.
    pub const COMMON: u16 = 1 << 1;
    /// It turns a statement into its opposite.
    pub const NEGATION: u16 = 1 << 2;
    /// It opens a condition or a reservation.
    pub const LIMIT: u16 = 1 << 3;
    /// It opens a reservation also at the beginning of a sentence.
    pub const CONTRAST: u16 = 1 << 4;
    /// A sound of hesitation that a transcript holds and a newspaper leaves out.
    pub const FILLER: u16 = 1 << 5;
    /// It speaks of a translation: "interpreter".
    pub const TRANSLATION: u16 = 1 << 6;
    /// It names a language other than that of the article.
    pub const TONGUE: u16 = 1 << 7;
    /// It says that somebody does not do something: "refused", "without".
    pub const UNSAID: u16 = 1 << 8;
    /// It speaks of using a term: "say", "phrase".
    pub const NAMING: u16 = 1 << 9;
}

/// Letters of a word that make its root.
const ROOT: usize = 6;

/// Letters that an ending must leave.
const SHORTEST_STEM: usize = 3;

impl Wording {
    pub(super) fn load(language: &str) -> Self {
        let mut roles: FxHashMap<&'static str, u16> = FxHashMap::default();
        for row in tables::rows(language, "wording") {
            let mut columns = row.words(0);
            let bit = match columns.next() {
                Some("function") => role::FUNCTION,
                Some("common") => role::COMMON,
                Some("negation") => role::NEGATION,
                Some("limit") => role::LIMIT,
                Some("contrast") => role::CONTRAST,
                Some("filler") => role::FILLER,
                Some("translation") => role::TRANSLATION,
                Some("tongue") => role::TONGUE,
                Some("unsaid") => role::UNSAID,
                Some("naming") => role::NAMING,
                _ => 0,
            };
            for word in columns {
                *roles.entry(word).or_default() |= bit;
            }
        }
        let mut inflections = vec![Vec::new(); 256];
        for row in tables::rows(language, "inflections") {
            let ending = row.column(0);
            let last = ending.bytes().next_back().unwrap_or_default();
            inflections[usize::from(last)].push((ending, row.column(1)));
        }
        let pairs = |table| tables::rows(language, table).map(|row| (row.column(0), row.column(1)));
        let mut wording = Self {
            roles,
            spellings: pairs("spellings").collect(),
            numbers: pairs("numbers").collect(),
            inflections,
            spoken: pairs("spoken").collect(),
            contractions: pairs("contractions").collect(),
            concepts: FxHashMap::default(),
            phrases: FxHashMap::default(),
            derivations: tables::rows(language, "derivations")
                .filter_map(|row| Some((row.column(0), row.column(1).parse().ok()?)))
                .collect(),
            plain: FxHashSet::default(),
        };
        for row in tables::rows(language, "wording") {
            let mut columns = row.words(0);
            if columns.next() == Some("plain") {
                let stems = columns.map(|word| wording.stem(wording.spelling(word)));
                wording.plain = stems.collect();
            }
        }
        for row in tables::rows(language, "synonyms") {
            for word in row.words(1) {
                let stem = |word| wording.stem(wording.spelling(word));
                if let Some((first, second)) = word.split_once('-') {
                    let second = (stem(second), row.column(0));
                    wording.phrases.entry(stem(first)).or_default().push(second);
                } else {
                    wording.concepts.entry(stem(word)).or_insert(row.column(0));
                }
            }
        }
        wording
    }

    /// What `word` can do in a wording, a union of the constants of [`role`].
    pub fn roles(&self, word: &str) -> u16 {
        self.roles.get(word).copied().unwrap_or_default()
    }

    /// Whether `word` stands in one of the lists.
    #[cfg(feature = "pdf")]
    pub fn knows(&self, word: &str) -> bool {
        self.roles.contains_key(word) || self.is_plain(&self.stem(self.spelling(word)))
    }

    /// Whether the word with this stem is an everyday one, so that sharing it alone says little.
    pub fn is_plain(&self, stem: &str) -> bool {
        self.plain.contains(stem)
    }

    /// The written form of a word that is only spoken so ("gonna"), in words separated by blanks.
    pub fn written(&self, word: &str) -> Option<&'static str> {
        self.spoken.get(word).copied()
    }

    /// The words that a contraction stands for, separated by blanks.
    pub fn contracted(&self, word: &str) -> Option<&'static str> {
        self.contractions.get(word).copied()
    }

    /// What the word with this stem has in common with others that may stand in its place.
    pub fn concept(&self, stem: &str) -> Option<&'static str> {
        self.concepts.get(stem).copied()
    }

    /// What the word with this stem begins with, without the ending by which it is made of another: "hunt" and
    /// "hunter" share it, "resign" and "resignation".
    pub fn root<'s>(&self, stem: &'s str) -> &'s str {
        let stripped = self.derivations.iter().find_map(|(ending, least)| {
            let base = stem.strip_suffix(ending)?;
            (base.len() >= *least).then_some(base)
        });
        let base = stripped.map_or(stem, |base| base.strip_suffix('e').unwrap_or(base));
        let end = base
            .char_indices()
            .nth(ROOT)
            .map_or(base.len(), |(at, _)| at);
        &base[..end]
    }

    /// Whether the word with this stem is the first of two that are one ("step down").
    pub fn opens_phrase(&self, stem: &str) -> bool {
        self.phrases.contains_key(stem)
    }

    /// What two words that are one have in common with others that may stand in their place.
    pub fn phrase(&self, first: &str, second: &str) -> Option<&'static str> {
        let seconds = self.phrases.get(first)?;
        let found = seconds.iter().find(|(stem, _)| stem == second);
        found.map(|(_, concept)| *concept)
    }

    /// The spelling that `word` counts as.
    pub fn spelling<'w>(&self, word: &'w str) -> &'w str {
        self.spellings.get(word).copied().unwrap_or(word)
    }

    /// The digits of a number written as a word.
    pub fn number(&self, word: &str) -> Option<&'static str> {
        self.numbers.get(word).copied()
    }

    /// `word` without the endings of inflection; number words give their digits. The result serves for
    /// comparing and is not always a word.
    pub fn stem(&self, word: &str) -> String {
        let mut stem = String::with_capacity(word.len());
        self.push_stem(word, &mut stem);
        stem
    }

    /// Appends the stem of `word` to `out`.
    pub fn push_stem(&self, word: &str, out: &mut String) {
        if let Some(digits) = self.number(word) {
            out.push_str(digits);
        } else {
            self.push_uninflected(word, out);
        }
    }

    /// The same for a word that is known to be no number.
    pub(super) fn push_uninflected(&self, word: &str, out: &mut String) {
        let start = out.len();
        let last = word.bytes().next_back().unwrap_or_default();
        let mut inflections = self.inflections[usize::from(last)].iter();
        let fits =
            |ending: &str| word.len() >= ending.len() + SHORTEST_STEM && word.ends_with(ending);
        match inflections.find(|(ending, _)| fits(ending)) {
            Some((ending, instead)) => {
                out.push_str(&word[..word.len() - ending.len()]);
                out.push_str(instead);
            }
            None => out.push_str(word),
        }
        if out.len() - start > SHORTEST_STEM && out.ends_with('e') {
            out.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use super::role;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        let wording = Lexicon::of(None).unwrap().wording();
        for (a, b) in [
            ("undermined", "undermining"),
            ("duty", "duties"),
            ("stop", "stopped"),
            ("make", "making"),
            ("class", "classes"),
            ("two", "2"),
        ] {
            assert_eq!(wording.stem(a), wording.stem(b), "{a} and {b}");
        }
        assert_ne!(wording.stem("news"), wording.stem("now"));
    }

    #[test]
    fn words_made_of_one_another_share_a_root() {
        let wording = Lexicon::of(None).unwrap().wording();
        let root = |word| wording.root(&wording.stem(word)).to_owned();
        for (a, b) in [
            ("hunt", "hunters"),
            ("joint", "jointly"),
            ("demoted", "demotion"),
            ("resign", "resignation"),
            ("hope", "hopeful"),
        ] {
            assert_eq!(root(a), root(b), "{a} and {b}");
        }
        assert_ne!(root("state"), root("station"));
    }

    #[test]
    fn two_words_may_stand_for_one() {
        let wording = Lexicon::of(None).unwrap().wording();
        let concept = |word| wording.concept(&wording.stem(word));
        let phrase = wording.phrase(&wording.stem("stepped"), "down");
        assert!(phrase.is_some());
        assert_eq!(phrase, concept("resigned"));
        assert_eq!(wording.phrase(&wording.stem("stepped"), "up"), None);
    }

    #[test]
    fn spellings_meet() {
        let wording = Lexicon::of(None).unwrap().wording();
        assert_eq!(wording.spelling("colour"), wording.spelling("color"));
        assert_ne!(wording.roles("dont") & role::NEGATION, 0);
        assert_eq!(wording.roles("do") & role::NEGATION, 0);
    }
}
