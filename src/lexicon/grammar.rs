//! How a language quotes, where that differs from English: one table, `grammar.tsv`, one rule a line.
//!
//! ```text
//! « Nous la demandons pour lundi, dit-elle. »    clitic, tag-inside
//! —Bajé a regar —cuenta Paquita Lozano—.         dialogue
//! Die Klinik habe Geld, sagte Henke.             comma-clause, nouns-capital
//! ```
//!
//! A language that has this table is read by the rules for free word order; English, which has none, by
//! its own.

use super::{Gender, tables};

/// The rules of `grammar.tsv` that are no lists of words to be looked up one by one.
#[derive(Debug, Default)]
pub struct Grammar {
    /// Beginnings of a written word that are words of their own ("l'").
    pub elisions: Vec<&'static str>,
    /// Ends of a written word that are pronouns of their own ("-t-elle"), longest first.
    pub clitics: Vec<&'static str>,
    /// Endings that a name may take and lose.
    pub name_endings: Vec<&'static str>,
    /// Endings of verbs in the plural, where a verb without a subject may be that of a place.
    pub plural_endings: Vec<&'static str>,
    /// Endings of names in other cases, each with that of the first case, by gender.
    pub name_forms: Vec<(Gender, &'static str, &'static str)>,
    /// Endings of the name after the father.
    pub patronymics: Vec<&'static str>,
    /// Endings of verbs that tell whether their subject is a woman or a man.
    pub verb_endings: Vec<(Gender, &'static str)>,
    /// Endings of infinitives.
    pub infinitive_endings: Vec<&'static str>,
    /// Endings of verbs in the mood of reported speech.
    pub mood_endings: Vec<&'static str>,
    /// Endings of verbs that look like those, and are of the past.
    pub past_endings: Vec<&'static str>,
    /// Whether common nouns are written with a capital.
    pub nouns_capital: bool,
    /// Whether a comma stands before "that".
    pub comma_that: bool,
    /// Whether a participle stands at the end of its clause.
    pub participle_last: bool,
    /// Whether nouns stand without articles.
    pub no_articles: bool,
    /// Whether a dash at the start of a paragraph opens speech.
    pub dialogue: bool,
    /// Whether a tag may stand inside the marks.
    pub tag_inside: bool,
}

/// What `grammar.tsv`, or in English `words.tsv`, says of one word, one bit each.
pub mod rule {
    /// "wie": opens a clause that only names who said it.
    pub const AS: u16 = 1;
    /// "man": a subject that is nobody.
    pub const IMPERSONAL: u16 = 1 << 1;
    /// "un": an article of somebody not named before.
    pub const INDEFINITE: u16 = 1 << 2;
    /// "den": opens a phrase that is no subject.
    pub const OBLIQUE: u16 = 1 << 3;
    /// "von", "of": what a noun is of stands behind it ("nach Angaben von …", "10 tons of rice").
    pub const OF: u16 = 1 << 4;
    /// "que" between an auxiliary and its verb.
    pub const LINKING: u16 = 1 << 5;
    /// "Transparent": it bears written words that nobody speaks.
    pub const INSCRIPTION: u16 = 1 << 6;
    /// A noun with the ending of a verb.
    pub const NOUN: u16 = 1 << 7;
    /// "habe": tells a reported clause that follows a comma alone.
    pub const REPORTED: u16 = 1 << 8;

    /// "la" between a subject and its verb: an object.
    pub const OBJECT_CLITIC: u16 = 1 << 9;

    /// "laut", "selon": a cue that names its speaker and is no verb.
    pub const NAMING: u16 = 1 << 10;

    /// "der" of a genitive: it joins a noun to the noun before.
    pub const GENITIVE: u16 = 1 << 11;
    /// "в" of "в мэрии заявили": it opens a place that speaks, beside a plural verb.
    pub const PLACE_SPEAKER: u16 = 1 << 12;
    /// "haben": a form of the mood of reported speech that is one of others too.
    pub const UNSURE: u16 = 1 << 14;
    /// "se" of "s'est dit": the auxiliary behind it makes no passive.
    pub const REFLEXIVE: u16 = 1 << 13;
    /// "not", "only", "too": belongs to the words behind it, whatever stands before it.
    pub const FOCUS: u16 = 1 << 15;

    pub(in crate::lexicon) const NAMES: [(&str, u16); 15] = [
        ("focus", FOCUS),
        ("unsure-mood", UNSURE),
        ("reflexive", REFLEXIVE),
        ("genitive", GENITIVE),
        ("place-speaker", PLACE_SPEAKER),
        ("object-clitic", OBJECT_CLITIC),
        ("as", AS),
        ("impersonal", IMPERSONAL),
        ("indefinite", INDEFINITE),
        ("oblique", OBLIQUE),
        ("of", OF),
        ("linking", LINKING),
        ("inscription", INSCRIPTION),
        ("noun", NOUN),
        ("comma-clause", REPORTED),
    ];

    /// The rule with this name in the tables; 0 when there is none.
    pub(in crate::lexicon) fn named(name: &str) -> u16 {
        let known = NAMES.iter().find(|(known, _)| *known == name);
        known.map_or(0, |(_, bit)| *bit)
    }
}

/// Fewest letters that a name keeps without its ending.
const SHORTEST_NAME: usize = 3;

impl Grammar {
    /// Whether what is written as one word can be several.
    pub fn cuts_words(&self) -> bool {
        !self.elisions.is_empty() || !self.clitics.is_empty()
    }

    /// `name` without the longest ending that it may lose.
    pub fn name_stem<'n>(&self, name: &'n str) -> &'n str {
        let stems = self
            .name_endings
            .iter()
            .filter_map(|ending| name.strip_suffix(ending));
        let stems = stems.filter(|stem| stem.chars().count() >= SHORTEST_NAME);
        stems.min_by_key(|stem| stem.len()).unwrap_or(name)
    }

    /// `name`, which stands in some case, in the first case, for a person of this gender.
    pub fn first_case(&self, name: &str, gender: Gender) -> String {
        let mut forms = self.name_forms.iter().filter(|(of, _, _)| *of == gender);
        let first = forms.find_map(|(_, ending, instead)| {
            let stem = name.strip_suffix(ending)?;
            Some(format!("{stem}{instead}"))
        });
        first.unwrap_or_else(|| name.to_owned())
    }

    /// Whether a word is a name after the father.
    pub fn is_patronymic(&self, name: &str) -> bool {
        self.patronymics.iter().any(|ending| name.ends_with(ending))
    }

    /// The grammar of a language, if it has the table; words with their rules go to `note`.
    pub(super) fn load(language: &str, mut note: impl FnMut(&'static str, u16)) -> Option<Self> {
        let mut grammar = None;
        for row in tables::rows(language, "grammar") {
            let grammar = grammar.get_or_insert_with(Self::default);
            let mut columns = row.words(0);
            let name = columns.next().unwrap_or_default();
            match name {
                "elision" => grammar.elisions.extend(columns),
                "clitic" => grammar.clitics.extend(columns),
                "name-ending" => grammar.name_endings.extend(columns),
                "plural-ending" => grammar.plural_endings.extend(columns),
                "patronymic" => grammar.patronymics.extend(columns),
                "female-ending" => {
                    let endings = columns.map(|ending| (Gender::Female, ending));
                    grammar.verb_endings.extend(endings);
                }
                "male-ending" => {
                    let endings = columns.map(|ending| (Gender::Male, ending));
                    grammar.verb_endings.extend(endings);
                }
                "infinitive-ending" => grammar.infinitive_endings.extend(columns),
                "mood-ending" => grammar.mood_endings.extend(columns),
                "past-ending" => grammar.past_endings.extend(columns),
                "nouns-capital" => grammar.nouns_capital = true,
                "comma-that" => grammar.comma_that = true,
                "participle-last" => grammar.participle_last = true,
                "no-articles" => grammar.no_articles = true,
                "dialogue" => grammar.dialogue = true,
                "tag-inside" => grammar.tag_inside = true,
                _ => {
                    let bit = rule::named(name);
                    columns.for_each(|word| note(word, bit));
                }
            }
        }
        if let Some(grammar) = &mut grammar {
            let forms = tables::rows(language, "name-forms");
            grammar.name_forms = forms
                .map(|row| (Gender::parse(row.column(0)), row.column(1), row.column(2)))
                .collect();
        }
        grammar
    }
}
