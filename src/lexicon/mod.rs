//! Language knowledge: tables in one folder per language, built into the program. To add a cue verb, a
//! title or a first name, add a line to a table; to add a language, add a folder.
//!
//! A [`Lexicon`] is made once per language, on first use, and answers one question per word of text:
//! what can this word be? [`Word`] holds the answer as a set of classes, so that the extraction looks
//! each word up a single time. Every run of the program makes one, so words stay slices of the tables, and what
//! only comparing needs is read when it is first asked for.

mod appeals;
mod approximations;
mod bylines;
pub mod class;
mod common;
mod cues;
mod ends;
mod facts;
mod forms;
mod grammar;
mod kinds;
mod load;
mod markers;
mod tables;
mod tone;
#[cfg(test)]
mod verify;
mod walls;
mod word;
mod wording;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use appeals::{AppealKind, Appeals};
pub use approximations::{Approximation, Hedge};
pub(crate) use bylines::behind_by;
pub use common::language_of_common_words;
pub use cues::{CueNoun, CueVerb, Frames, VerbForm};
pub use facts::FactWords;
pub use grammar::{Grammar, rule};
pub use kinds::{CalendarWord, DeedWord, FigureWord, PostWord, Unit, YEAR};
pub use markers::Marker;
pub use tone::{TonePhrase, Tones};
pub(crate) use walls::{WallKind, wall_words};
pub use word::{CueReading, Gender, Word};
pub use wording::{Wording, role};

use ends::Ends;
use forms::Forms;

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
    plurals: Ends,
    adverbs: Ends,
    participles: Vec<&'static str>,
    /// The ending of an owner's name; empty where the language has none.
    owner: &'static str,
    kin: FxHashMap<&'static str, Vec<&'static str>>,
    grammar: Option<Grammar>,
    /// First names by their stems, where names change with their case.
    first_names: FxHashMap<&'static str, &'static str>,
    /// Small words that are names where they stand in capitals.
    initials: Vec<&'static str>,
    /// Those before whom others speak: "the court heard".
    hearings: Vec<&'static str>,
    /// What stands behind names and is none: "KC".
    honours: Vec<&'static str>,
    /// Subjects that are objects too: "told you".
    addressees: Vec<&'static str>,
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

    /// Whether `word`, in lower case and without full stops, stands behind somebody's name and is none ("Ann Lee KC").
    pub fn is_honour(&self, word: &str) -> bool {
        self.honours.contains(&word)
    }

    /// Whether `word`, in lower case, is a subject that somebody can be told as well ("told you that").
    pub fn is_addressee(&self, word: &str) -> bool {
        self.addressees.contains(&word)
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

    /// Whether `word`, in lower case, ends like a noun for several ("members").
    pub fn is_plural(&self, word: &str) -> bool {
        self.plurals.has(word)
    }

    /// The noun for one of those for whom `several`, in lower case, is the noun: "chairman" for "chairmen".
    pub fn one_of(&self, several: &str) -> Option<String> {
        self.plurals.base(several)
    }

    /// The adjective that `adverb`, in lower case, is made of: "angry" for "angrily".
    pub fn adjective(&self, adverb: &str) -> Option<String> {
        self.adverbs.base(adverb)
    }

    /// Whether `word`, in lower case, ends like a regular participle ("accused").
    pub fn is_like_participle(&self, word: &str) -> bool {
        let mut endings = self.participles.iter();
        endings.any(|ending| word.ends_with(ending))
    }

    /// Whether what a noun is of stands behind `word`, in lower case.
    pub fn is_of(&self, word: &str) -> bool {
        self.word(word).rules & rule::OF != 0
    }

    /// Who owns what stands behind `word`: "Lee" for "Lee’s", with a straight apostrophe or a typographic one.
    pub fn owner<'w>(&self, word: &'w str) -> Option<&'w str> {
        let tail = self.owner.strip_prefix('’')?;
        word.strip_suffix(tail)?.strip_suffix(['’', '\''])
    }

    /// What `owner` owns, called so: "Lee’s office".
    pub fn owned(&self, owner: &str, what: &str) -> String {
        format!("{owner}{} {what}", self.owner)
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
        markers::starting_with(&self.markers, letter)
    }
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
    fn an_owner_is_told_by_either_apostrophe() {
        let lexicon = Lexicon::of(None).unwrap();
        for (word, owner) in [
            ("Lee’s", Some("Lee")),
            ("Lee's", Some("Lee")),
            ("Lees", None),
        ] {
            assert_eq!(lexicon.owner(word), owner, "{word}");
        }
        assert_eq!(lexicon.owned("Lee", "office"), "Lee’s office");
        assert_eq!(Lexicon::of(Some("fr")).unwrap().owner("Lee’s"), None);
    }
}
