//! A lexicon from the tables of its language: the classes, rules and genders of every word go into one look-up,
//! and the readings of cue verbs lie word by word behind it.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::cues;
use super::ends::Ends;
use super::facts;
use super::forms::Forms;
use super::{CueReading, Gender, Grammar, Lexicon, VerbForm, class, markers, rule, tables};

/// The row of `words.tsv` with small words that are names in capitals.
const INITIALS: &str = "initials";
/// The row of `words.tsv` with those before whom others speak.
const HEARINGS: &str = "hearings";
/// The row with forms in -s that are rather nouns than verbs.
const PLURAL_NOUN: &str = "plural-noun";
/// The row with verbs that say nothing but with the noun behind them.
const UTTERING: &str = "uttering";
/// The row with what stands behind names and is none.
const HONOURS: &str = "honours";
/// The row with the subjects that are objects too.
const ADDRESSEES: &str = "addressees";
/// The row with the ending of an owner's name.
const OWNER: &str = "owner";
/// The row with the endings of regular participles.
const PARTICIPLE: &str = "participle";
/// The rows of `words.tsv` that hold no classes.
#[cfg(test)]
pub(super) const LISTS: [&str; 8] = [
    INITIALS,
    HEARINGS,
    HONOURS,
    UTTERING,
    PLURAL_NOUN,
    ADDRESSEES,
    OWNER,
    PARTICIPLE,
];

impl Lexicon {
    /// Reads the tables of a language.
    pub(super) fn load(language: &'static str) -> Self {
        let mut words = Forms::new();
        let (mut initials, mut hearings, mut honours) = (Vec::new(), Vec::new(), Vec::new());
        let (mut uttering, mut plural_nouns) = (Vec::new(), Vec::new());
        let (mut owner, mut participles, mut addressees) = ("", Vec::new(), Vec::new());
        for row in tables::rows(language, "words") {
            let mut columns = row.words(0);
            let name = columns.next().unwrap_or("");
            match name {
                INITIALS => initials.extend(columns),
                HEARINGS => hearings.extend(columns),
                HONOURS => honours.extend(columns),
                UTTERING => uttering.extend(columns),
                PLURAL_NOUN => plural_nouns.extend(columns),
                ADDRESSEES => addressees.extend(columns),
                OWNER => owner = columns.next().unwrap_or_default(),
                PARTICIPLE => participles.extend(columns),
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
            markers: markers::load(language),
            endings: endings.collect(),
            plurals: Ends::load(language, "plurals"),
            adverbs: Ends::load(language, "adverbs"),
            participles,
            owner,
            kin: tables::rows(language, "kin")
                .map(|row| (row.column(0), row.words(1).collect()))
                .collect(),
            grammar,
            first_names,
            initials,
            hearings,
            honours,
            uttering,
            plural_nouns,
            addressees,
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
