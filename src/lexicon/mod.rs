//! Language knowledge: tables in one folder per language, built into the program. To add a cue verb, a
//! title or a first name, add a line to a table; to add a language, add a folder.
//!
//! A [`Lexicon`] is made once per language, on first use, and answers one question per word of text:
//! what can this word be? [`Word`] holds the answer as a set of classes, so that the extraction looks
//! each word up a single time. Every run of the program makes one, so words stay slices of the tables, and what
//! only comparing needs is read when it is first asked for.

mod appeals;
mod bylines;
pub mod class;
mod common;
mod cues;
mod facts;
mod forms;
mod grammar;
mod tables;
mod tone;
#[cfg(test)]
mod verify;
mod walls;
mod wording;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use appeals::{AppealKind, Appeals};
pub(crate) use bylines::behind_by;
pub use common::language_of_common_words;
pub use cues::{CueNoun, CueVerb, Frames, VerbForm};
pub use facts::{
    Approximation, CalendarWord, DeedWord, FactWords, FigureWord, Hedge, PostWord, Unit,
};
pub use grammar::{Grammar, rule};
pub use tone::{TonePhrase, Tones};
pub(crate) use walls::{WallKind, wall_words};
pub use wording::{Wording, role};

use forms::Forms;

/// The row of `words.tsv` with small words that are names in capitals.
const INITIALS: &str = "initials";
/// The row of `words.tsv` with those before whom others speak.
const HEARINGS: &str = "hearings";
/// The row of `words.tsv` with forms in -s that are rather nouns than verbs.
const PLURAL_NOUN: &str = "plural-noun";
/// The row of `words.tsv` with verbs that say nothing but with the noun behind them.
const UTTERING: &str = "uttering";

/// What is known of the words of one language.
#[derive(Debug)]
pub struct Lexicon {
    language: &'static str,
    words: Forms,
    cues: Vec<CueVerb>,
    /// Indices of the verbs as which nouns report.
    cue_nouns: FxHashMap<&'static str, CueNoun>,
    readings: Vec<CueReading>,
    markers: Vec<Marker>,
    endings: Vec<(&'static str, u64)>,
    kin: FxHashMap<&'static str, Vec<&'static str>>,
    grammar: Option<Grammar>,
    /// First names by their stems, where names change with their case.
    first_names: FxHashMap<&'static str, &'static str>,
    /// Small words that are names where they stand in capitals.
    initials: Vec<&'static str>,
    /// Those before whom others speak: "the court heard".
    hearings: Vec<&'static str>,
    /// Verbs that report with the noun behind them: "made a claim".
    uttering: Vec<&'static str>,
    /// Forms in -s that are rather nouns than verbs: "states".
    plural_nouns: Vec<&'static str>,
    // What finding quotations does without.
    wording: OnceLock<Wording>,
    facts: OnceLock<FactWords>,
    tones: OnceLock<Tones>,
    appeals: OnceLock<Appeals>,
}

/// What one word can be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Its classes, a union of the constants of [`class`].
    pub classes: u64,
    /// What it tells about a person it names or stands for.
    pub gender: Gender,
    /// What the grammar of its language says of it, a union of the constants of [`rule`].
    pub rules: u16,
    /// Whether a number or a day can begin with it: "nearly", "three", "two-thirds", "March".
    pub counts: bool,
    /// Range of its readings as a cue verb.
    readings: (u16, u16),
}

impl Word {
    /// A word of which nothing but its classes is known.
    pub fn of_classes(classes: u64) -> Self {
        Self {
            classes,
            ..Self::default()
        }
    }

    /// The same word with these classes, and nothing else known of how it is used.
    pub fn with_classes(self, classes: u64) -> Self {
        Self {
            classes,
            counts: self.counts,
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
    /// A word that belongs to this form and stands behind it, perhaps not at once ("kündigte … an").
    pub particle: Option<&'static str>,
}

/// Grammatical or natural gender that a word tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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

impl Lexicon {
    /// The lexicon of the language with this BCP 47 tag, if there are tables for it. English serves
    /// where no language is known.
    pub fn of(tag: Option<&str>) -> Option<&'static Self> {
        static LEXICONS: OnceLock<Vec<OnceLock<Lexicon>>> = OnceLock::new();
        let code = tag.map_or("en", |tag| tag.split('-').next().unwrap_or(tag));
        let (index, code) = tables::codes()
            .enumerate()
            .find(|(_, known)| *known == code)?;
        let all = LEXICONS.get_or_init(|| tables::codes().map(|_| OnceLock::new()).collect());
        Some(all.get(index)?.get_or_init(|| Self::load(code)))
    }

    /// How the language quotes, where that differs from English.
    pub fn grammar(&self) -> Option<&Grammar> {
        self.grammar.as_ref()
    }

    /// What `word`, in lower case, can be.
    pub fn word(&self, word: &str) -> Word {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Whether `word`, in lower case, is a name in capitals: the US, the WHO.
    pub fn is_initials(&self, word: &str) -> bool {
        self.initials.contains(&word)
    }

    /// Whether `word`, in lower case, is one of those before whom others speak: a court, an inquest.
    pub fn is_hearing(&self, word: &str) -> bool {
        self.hearings.contains(&word)
    }

    /// Whether `word`, in lower case, is a verb that reports with the noun behind it: "made a claim".
    pub fn is_uttering(&self, word: &str) -> bool {
        self.uttering.contains(&word)
    }

    /// Whether `word`, in lower case, is rather a plural noun than a verb: "states".
    pub fn is_plural_noun(&self, word: &str) -> bool {
        self.plural_nouns.contains(&word)
    }

    /// Whether `word`, in lower case, stands in one of the lists.
    #[cfg(feature = "pdf")]
    pub fn knows(&self, word: &str) -> bool {
        self.words.get(word).is_some() || self.wording().knows(word)
    }

    /// The class that the ending of `word`, in lower case, tells of words that no table holds.
    pub fn ending(&self, word: &str) -> u64 {
        let last = word.as_bytes().last();
        let fits = |(ending, _): &&(&str, u64)| {
            ending.as_bytes().last() == last
                && word.len() > ending.len() + 1
                && word.ends_with(*ending)
        };
        self.endings.iter().find(fits).map_or(0, |(_, bit)| *bit)
    }

    /// The readings of `word` as a form of a cue verb, longest verbs first.
    pub fn readings(&self, word: Word) -> &[CueReading] {
        &self.readings[usize::from(word.readings.0)..usize::from(word.readings.1)]
    }

    /// Whether `word` can be the past of the verb at `cue` too.
    pub fn is_past(&self, word: Word, cue: u16) -> bool {
        let mut readings = self.readings(word).iter();
        readings.any(|reading| reading.cue == cue && reading.form == VerbForm::Past)
    }

    /// The cue verb of a reading.
    pub fn cue(&self, reading: CueReading) -> &CueVerb {
        &self.cues[usize::from(reading.cue)]
    }

    /// How `noun`, a noun or adjective in lower case, reports.
    pub fn cue_noun(&self, noun: &str) -> Option<&CueNoun> {
        self.cue_nouns.get(noun)
    }

    /// What is known of words for comparing wordings.
    pub fn wording(&self) -> &Wording {
        self.wording.get_or_init(|| Wording::load(self.language))
    }

    /// What else a person with this title or role, in lower case, may be called.
    pub fn kin(&self, role: &str) -> &[&'static str] {
        self.kin.get(role).map_or(&[], Vec::as_slice)
    }

    /// The first name, in lower case, of which `name`, in lower case, is a form ("игоря").
    pub fn first_name(&self, name: &str) -> Option<&'static str> {
        let stem = self.grammar.as_ref()?.name_stem(name);
        self.first_names.get(stem).copied()
    }

    /// What is known for reading facts.
    pub fn facts(&self) -> &FactWords {
        let load = || FactWords::load(self.language, self.wording());
        self.facts.get_or_init(load)
    }

    /// Words that can show a writer's attitude.
    pub fn tones(&self) -> &Tones {
        let load = || Tones::load(self.language, self.wording());
        self.tones.get_or_init(load)
    }

    /// How letters and calls to the readers open.
    pub fn appeals(&self) -> &Appeals {
        self.appeals.get_or_init(|| Appeals::load(self.language))
    }

    /// The stem of `word`, which is in lower case.
    pub fn stem(&self, word: &str) -> String {
        tone::stem(self.wording(), word)
    }

    /// Appends the stem of `word`, which is in lower case, to `out`. `counts`: whether it can be a number.
    pub fn push_stem(&self, word: &str, counts: bool, out: &mut String) {
        tone::push_stem(self.wording(), word, counts, out);
    }

    /// What opens an outlet's own voice, by the letters.
    pub fn markers(&self) -> &[Marker] {
        &self.markers
    }

    /// The markers that begin with this letter.
    pub fn markers_from(&self, letter: char) -> &[Marker] {
        let first = |marker: &Marker| marker.text.chars().next();
        let start = self
            .markers
            .partition_point(|marker| first(marker) < Some(letter));
        let rest = &self.markers[start..];
        &rest[..rest.partition_point(|marker| first(marker) == Some(letter))]
    }

    fn load(language: &'static str) -> Self {
        let mut words = Forms::new();
        let (mut initials, mut hearings) = (Vec::new(), Vec::new());
        let (mut uttering, mut plural_nouns) = (Vec::new(), Vec::new());
        for row in tables::rows(language, "words") {
            let mut columns = row.words(0);
            let name = columns.next().unwrap_or("");
            match name {
                INITIALS => initials.extend(columns),
                HEARINGS => hearings.extend(columns),
                UTTERING => uttering.extend(columns),
                PLURAL_NOUN => plural_nouns.extend(columns),
                _ => columns.for_each(|word| {
                    let word = words.entry(word);
                    word.classes |= class::named(name);
                    word.rules |= rule::named(name);
                }),
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
                let word = words.entry(row.column(0));
                word.classes |= bit;
                if bit != class::FIRST_NAME || word.gender == Gender::Unknown {
                    word.gender = Gender::parse(row.column(1));
                }
            }
        }
        let grammar = Grammar::load(language, |word, bit| {
            words.entry(word).rules |= bit;
        });
        let first_names = grammar.as_ref().map_or_else(FxHashMap::default, |grammar| {
            let changes = |_: &tables::Row| !grammar.name_forms.is_empty();
            let names = tables::rows(language, "first-names").filter(changes);
            names
                .map(|row| (grammar.name_stem(row.column(0)), row.column(0)))
                .collect()
        });
        let (cues, forms) = cues::load(tables::rows(language, "cues"));
        for (form, reading) in forms.iter().filter(|_| grammar.is_some()) {
            if !cues[usize::from(reading.cue)].frames.is_verb() {
                words.entry(form).rules |= rule::NAMING;
            }
        }
        let readings = index_readings(&mut words, &forms);
        let cue_nouns: FxHashMap<_, _> = cues::nouns(tables::rows(language, "cue-nouns"), &cues);
        for noun in cue_nouns.keys() {
            words.entry(noun).classes |= class::CUE_NOUN;
        }
        let markers = tables::rows(language, "markers").map(|row| Marker {
            text: row.column(0),
            opens_paragraph: matches!(row.column(1), "start" | "either"),
            opens_bracket: matches!(row.column(1), "bracket" | "either"),
        });
        let mut markers: Vec<Marker> = markers.collect();
        markers.sort_by_key(|marker| marker.text);
        let endings = tables::rows(language, "endings")
            .map(|row| (row.column(0), class::named(row.column(1))));
        for word in facts::openings(language) {
            words.entry(word).counts = true;
        }
        Self {
            language,
            words,
            cues,
            cue_nouns,
            readings,
            markers,
            endings: endings.collect(),
            kin: tables::rows(language, "kin")
                .map(|row| (row.column(0), row.words(1).collect()))
                .collect(),
            grammar,
            first_names,
            initials,
            hearings,
            uttering,
            plural_nouns,
            wording: OnceLock::new(),
            facts: OnceLock::new(),
            tones: OnceLock::new(),
            appeals: OnceLock::new(),
        }
    }
}

/// Lays the readings out word by word and notes each word's range.
fn index_readings(words: &mut Forms, forms: &[(&'static str, CueReading)]) -> Vec<CueReading> {
    // First how many readings each word has, then where they stand.
    for (form, _) in forms {
        words.entry(form).readings.1 += 1;
    }
    let mut readings: Vec<CueReading> = forms.iter().map(|(_, reading)| *reading).collect();
    let mut next = 0;
    for (form, reading) in forms {
        let word = words.entry(form);
        if word.classes & class::CUE == 0 {
            word.classes |= class::CUE;
            let start = next;
            next += word.readings.1;
            word.readings = (start, start);
        }
        match reading.form {
            VerbForm::Gerund => word.classes |= class::GERUND,
            VerbForm::Past | VerbForm::Participle => word.classes |= class::VERB,
            VerbForm::Base | VerbForm::Third => {}
        }
        readings[usize::from(word.readings.1)] = *reading;
        word.readings.1 += 1;
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
}
