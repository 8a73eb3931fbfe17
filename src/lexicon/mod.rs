//! Language knowledge: tables in one folder per language, built into the program. To add a cue verb, a
//! title or a first name, add a line to a table; to add a language, add a folder.
//!
//! A [`Lexicon`] is made once per language, on first use, and answers one question per word of text:
//! what can this word be? [`Word`] holds the answer as a set of classes, so that the extraction looks
//! each word up a single time.

mod cues;
mod tables;
mod wording;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use cues::{CueVerb, Frames, VerbForm};
pub use wording::Wording;

/// What is known of the words of one language.
#[derive(Debug)]
pub struct Lexicon {
    language: &'static str,
    words: FxHashMap<String, Word>,
    cues: Vec<CueVerb>,
    readings: Vec<CueReading>,
    markers: Vec<Marker>,
    endings: Vec<(&'static str, u32)>,
    wording: Wording,
}

/// What one word can be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Its classes, a union of the constants of [`class`].
    pub classes: u32,
    /// What it tells about a person it names or stands for.
    pub gender: Gender,
    /// Range of its readings as a cue verb.
    readings: (u16, u16),
}

impl Word {
    /// A word of which nothing but its classes is known.
    pub fn of_classes(classes: u32) -> Self {
        Self {
            classes,
            ..Self::default()
        }
    }
}

/// One reading of a word as a form of a cue verb.
#[derive(Clone, Copy, Debug)]
pub struct CueReading {
    /// Index of the verb.
    pub cue: u16,
    /// Which form of it.
    pub form: VerbForm,
}

/// Grammatical or natural gender that a word tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gender {
    /// He, Mr., brother, Robert.
    Male,
    /// She, Mrs., sister, Mary.
    Female,
    /// Nothing told.
    #[default]
    Unknown,
}

impl Gender {
    /// Whether the two can be the same person.
    pub fn agrees(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
    }

    fn parse(text: &str) -> Self {
        match text {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Unknown,
        }
    }
}

/// Words that open what an outlet says in its own voice.
#[derive(Clone, Copy, Debug)]
pub struct Marker {
    /// In lower case, without the punctuation that follows.
    pub text: &'static str,
    /// Whether it may open a paragraph.
    pub opens_paragraph: bool,
    /// Whether it may open a remark in brackets.
    pub opens_bracket: bool,
}

/// The classes of words, one bit each.
pub mod class {
    /// "the", "some".
    pub const DETERMINER: u32 = 1;
    /// "his", "their".
    pub const POSSESSIVE: u32 = 1 << 1;
    /// "he", "they".
    pub const SUBJECT: u32 = 1 << 2;
    /// "him", "them".
    pub const OBJECT: u32 = 1 << 3;
    /// "who", "which".
    pub const RELATIVE: u32 = 1 << 4;
    /// "this", "those".
    pub const DEMONSTRATIVE: u32 = 1 << 5;
    /// "of", "during".
    pub const PREPOSITION: u32 = 1 << 6;
    /// Prepositions that attach to the noun before ("a spokesman for").
    pub const ATTACHING: u32 = 1 << 7;
    /// "has", "would", "didn't".
    pub const AUXILIARY: u32 = 1 << 8;
    /// "and", "but".
    pub const CONJUNCTION: u32 = 1 << 9;
    /// "while", "because".
    pub const SUBORDINATOR: u32 = 1 << 10;
    /// "also", "later".
    pub const ADVERB: u32 = 1 << 11;
    /// "Tuesday", "week".
    pub const TEMPORAL: u32 = 1 << 12;
    /// "reporters", "supporters".
    pub const AUDIENCE: u32 = 1 << 13;
    /// "two", "dozens".
    pub const NUMBER: u32 = 1 << 14;
    /// A form of a verb that is no cue.
    pub const VERB: u32 = 1 << 15;
    /// "spokesman", "critics".
    pub const ROLE: u32 = 1 << 16;
    /// "Sen.", "chairman".
    pub const TITLE: u32 = 1 << 17;
    /// "Robert", when written with a capital.
    pub const FIRST_NAME: u32 = 1 << 18;
    /// "Committee", "University".
    pub const ORGANISATION: u32 = 1 << 19;
    /// A form of a cue verb.
    pub const CUE: u32 = 1 << 20;
    /// A verb in -ing.
    pub const GERUND: u32 = 1 << 21;
    /// Prepositions that attach to a noun whatever follows ("of", "for").
    pub const CLOSE: u32 = 1 << 22;
    /// "that" before a clause.
    pub const COMPLEMENTIZER: u32 = 1 << 23;
    /// Forms of "to be".
    pub const COPULA: u32 = 1 << 24;
    /// "to" before a verb.
    pub const INFINITIVE: u32 = 1 << 25;
    /// "by" before the agent of a passive.
    pub const AGENT: u32 = 1 << 26;
    /// "whether", "how".
    pub const INTERROGATIVE: u32 = 1 << 27;
    /// Pronouns that stand with the base form of a verb.
    pub const PLURAL: u32 = 1 << 28;
    /// Words that keep their full stop ("Jr.").
    pub const ABBREVIATION: u32 = 1 << 29;

    /// "while", "whereas": they set a clause of the reporter's own against the reported words.
    pub const CONTRAST: u32 = 1 << 30;
    /// "book", "entitled": a title stands behind them.
    pub const WORK: u32 = 1 << 31;

    /// The class with this name in the tables; 0 when there is none.
    pub(super) fn named(name: &str) -> u32 {
        NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map_or(0, |(_, bit)| *bit)
    }

    const NAMES: [(&str, u32); 27] = [
        ("determiner", DETERMINER),
        ("possessive", POSSESSIVE),
        ("subject", SUBJECT),
        ("object", OBJECT),
        ("relative", RELATIVE),
        ("demonstrative", DEMONSTRATIVE),
        ("preposition", PREPOSITION),
        ("attaching", ATTACHING),
        ("auxiliary", AUXILIARY),
        ("conjunction", CONJUNCTION),
        ("subordinator", SUBORDINATOR),
        ("adverb", ADVERB),
        ("temporal", TEMPORAL),
        ("audience", AUDIENCE),
        ("number", NUMBER),
        ("verb", VERB),
        ("gerund", GERUND),
        ("close", CLOSE),
        ("complementizer", COMPLEMENTIZER),
        ("copula", COPULA),
        ("infinitive", INFINITIVE),
        ("agent", AGENT),
        ("interrogative", INTERROGATIVE),
        ("plural", PLURAL),
        ("abbreviation", ABBREVIATION),
        ("contrast", CONTRAST),
        ("work", WORK),
    ];
}

impl Lexicon {
    /// The lexicon of the language with this BCP 47 tag, if there are tables for it. English serves
    /// where no language is known.
    pub fn of(tag: Option<&str>) -> Option<&'static Self> {
        static LEXICONS: OnceLock<Vec<Lexicon>> = OnceLock::new();
        let code = tag.map_or("en", |tag| tag.split('-').next().unwrap_or(tag));
        let all = LEXICONS.get_or_init(|| tables::codes().map(Self::load).collect());
        all.iter().find(|lexicon| lexicon.language == code)
    }

    /// What `word`, in lower case, can be.
    pub fn word(&self, word: &str) -> Word {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// The class that the ending of `word`, in lower case, tells of words that no table holds.
    pub fn ending(&self, word: &str) -> u32 {
        let fits =
            |(ending, _): &&(&str, u32)| word.len() > ending.len() + 1 && word.ends_with(*ending);
        self.endings.iter().find(fits).map_or(0, |(_, bit)| *bit)
    }

    /// The readings of `word` as a form of a cue verb, longest verbs first.
    pub fn readings(&self, word: Word) -> &[CueReading] {
        &self.readings[usize::from(word.readings.0)..usize::from(word.readings.1)]
    }

    /// The cue verb of a reading.
    pub fn cue(&self, reading: CueReading) -> &CueVerb {
        &self.cues[usize::from(reading.cue)]
    }

    /// What is known of words for comparing wordings.
    pub fn wording(&self) -> &Wording {
        &self.wording
    }

    /// What opens an outlet's own voice.
    pub fn markers(&self) -> &[Marker] {
        &self.markers
    }

    fn load(language: &'static str) -> Self {
        let mut words: FxHashMap<String, Word> = FxHashMap::default();
        for row in tables::rows(language, "words") {
            let mut columns = row.words(0);
            let bit = class::named(columns.next().unwrap_or(""));
            for word in columns {
                words.entry(word.to_owned()).or_default().classes |= bit;
            }
        }
        let lists = [
            ("verbs", class::VERB),
            ("roles", class::ROLE),
            ("titles", class::TITLE),
            ("first-names", class::FIRST_NAME),
            ("organisations", class::ORGANISATION),
            ("pronouns", 0),
        ];
        for (table, bit) in lists {
            for row in tables::rows(language, table) {
                let word = words.entry(row.column(0).to_owned()).or_default();
                word.classes |= bit;
                if bit != class::FIRST_NAME || word.gender == Gender::Unknown {
                    word.gender = Gender::parse(row.column(1));
                }
            }
        }
        let (cues, forms) = cues::load(tables::rows(language, "cues"));
        let readings = index_readings(&mut words, forms);
        let markers = tables::rows(language, "markers").map(|row| Marker {
            text: row.column(0),
            opens_paragraph: matches!(row.column(1), "start" | "either"),
            opens_bracket: matches!(row.column(1), "bracket" | "either"),
        });
        let endings = tables::rows(language, "endings")
            .map(|row| (row.column(0), class::named(row.column(1))));
        Self {
            language,
            words,
            cues,
            readings,
            markers: markers.collect(),
            endings: endings.collect(),
            wording: Wording::load(language),
        }
    }
}

/// Lays the readings out word by word and notes each word's range.
fn index_readings(
    words: &mut FxHashMap<String, Word>,
    mut forms: Vec<(String, CueReading)>,
) -> Vec<CueReading> {
    forms.sort_by(|a, b| a.0.cmp(&b.0));
    let mut readings = Vec::with_capacity(forms.len());
    for (form, reading) in forms {
        let at = u16::try_from(readings.len()).unwrap_or(u16::MAX);
        let word = words.entry(form).or_default();
        if word.classes & class::CUE == 0 {
            word.classes |= class::CUE;
            word.readings.0 = at;
        }
        match reading.form {
            VerbForm::Gerund => word.classes |= class::GERUND,
            VerbForm::Past | VerbForm::Participle => word.classes |= class::VERB,
            VerbForm::Base | VerbForm::Third => {}
        }
        word.readings.1 = at + 1;
        readings.push(reading);
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_verb() {
        let lexicon = Lexicon::of(None).unwrap();
        let verbs = |form: &str| -> Vec<&str> {
            lexicon
                .readings(lexicon.word(form))
                .iter()
                .map(|r| lexicon.cue(*r).lemma)
                .collect()
        };
        assert_eq!(verbs("said"), ["say"]);
        assert_eq!(verbs("denied"), ["deny"]);
        assert_eq!(verbs("referring"), ["refer"]);
        assert_eq!(verbs("pointed"), ["point out", "point to"]);
        assert!(verbs("table").is_empty());
    }

    #[test]
    fn every_table_is_sorted_without_repeats() {
        for language in tables::codes() {
            for table in [
                "cues",
                "titles",
                "roles",
                "first-names",
                "organisations",
                "verbs",
                "markers",
                "numbers",
                "spellings",
            ] {
                let keys: Vec<&str> = tables::rows(language, table)
                    .map(|row| row.column(0))
                    .collect();
                for pair in keys.windows(2) {
                    assert!(
                        pair[0] < pair[1],
                        "{language}/{table}.tsv: {:?} before {:?}",
                        pair[0],
                        pair[1]
                    );
                }
            }
        }
    }
}
