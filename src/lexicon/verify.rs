//! What must hold of every table, so that a line added by hand cannot be silently without effect: a
//! known file name, the columns of its kind, the words of its classes, one order.

use std::collections::BTreeSet;

use super::tables::{self, Row};
use super::{WallKind, class, grammar};
use crate::model::ToneClass;

/// Tables with one word or phrase a row, by the alphabet.
const ALPHABETICAL: [&str; 27] = [
    "appeals",
    "approximations",
    "bylines",
    "calendar",
    "contractions",
    "cue-nouns",
    "cues",
    "deeds",
    "figures",
    "first-names",
    "kin",
    "markers",
    "numbers",
    "oppositions",
    "organisations",
    "peoples",
    "posts",
    "referents",
    "roles",
    "silences",
    "spellings",
    "spoken",
    "synonyms",
    "titles",
    "units",
    "verbs",
    "walls",
];

/// Tables with one word a row, in an order of their own.
const GROUPED: [&str; 1] = ["pronouns"];

/// Tables whose first fitting row counts, in an order of their own.
const ORDERED: [&str; 6] = [
    "adverbs",
    "derivations",
    "endings",
    "inflections",
    "name-forms",
    "plurals",
];

/// Tables with a class and its words a row.
const CLASSED: [&str; 4] = ["grammar", "tone", "wording", "words"];

const GENDERS: [&str; 3] = ["m", "f", "-"];

/// The letters that the heads of the `cues.tsv` explain.
const FRAMES: &str = "dtioaurpwnkzcexshv";

/// Forms of a verb that a table may list.
const FORMS: [&str; 5] = ["base", "present", "past", "participle", "gerund"];

const STANCES: [&str; 20] = [
    "neutral", "doubt", "concede", "insist", "attack", "warn", "praise", "ask", "promise",
    "demand", "deny", "agree", "explain", "suggest", "reveal", "joke", "emotion", "think", "want",
    "show",
];

/// What `approximations.tsv` says of words that bring no number of their own.
const HEDGES: [&str; 8] = [
    "about", "below", "above", "least", "most", "half", "clock", "people",
];

/// What `deeds.tsv` says of its words.
const DEEDS: [&str; 6] = ["open", "ahead", "unlikely", "part", "sole", "loosened"];

/// What `figures.tsv` says of words that bring no number of their own.
const FIGURES: [&str; 15] = [
    "among", "against", "between", "from", "ballot", "occasion", "age", "change", "tally",
    "length", "one", "besides", "survey", "old", "open",
];

/// Rules of `grammar.tsv` that are no classes of single words.
const RULES: [&str; 16] = [
    "elision",
    "clitic",
    "name-ending",
    "plural-ending",
    "patronymic",
    "female-ending",
    "male-ending",
    "infinitive-ending",
    "mood-ending",
    "past-ending",
    "nouns-capital",
    "comma-that",
    "participle-last",
    "no-articles",
    "dialogue",
    "tag-inside",
];

#[test]
fn every_table_has_a_name_that_is_read() {
    for language in tables::codes() {
        for table in tables::names(language) {
            let known = [&ALPHABETICAL[..], &GROUPED, &ORDERED, &CLASSED].concat();
            assert!(known.contains(&table), "{language}/{table}.tsv is not read");
        }
    }
}

#[test]
fn no_blank_stands_beside_a_column() {
    for language in tables::codes() {
        for table in tables::names(language) {
            for row in tables::rows(language, table) {
                let mut columns = (0..6).map(|column| row.column(column));
                let is_bare = columns.all(|column| column == column.trim());
                assert!(is_bare, "{language}/{table}.tsv: {row:?}");
            }
        }
    }
}

#[test]
fn words_come_by_the_alphabet_without_repeats() {
    for language in tables::codes() {
        for table in ALPHABETICAL {
            let rows: Vec<&str> = tables::rows(language, table)
                .map(|row| row.column(0))
                .collect();
            for pair in rows.windows(2) {
                let (first, second) = (pair[0], pair[1]);
                assert!(
                    first < second,
                    "{language}/{table}.tsv: {first:?} before {second:?}"
                );
            }
        }
    }
}

#[test]
fn endings_come_once() {
    for language in tables::codes() {
        for (table, key) in [
            ("adverbs", 1),
            ("endings", 1),
            ("inflections", 1),
            ("name-forms", 2),
            ("plurals", 1),
        ] {
            let mut seen = BTreeSet::new();
            for row in tables::rows(language, table) {
                let key: Vec<&str> = (0..key).map(|column| row.column(column)).collect();
                assert!(
                    seen.insert(key.clone()),
                    "{language}/{table}.tsv: {key:?} twice"
                );
            }
        }
    }
}

#[test]
fn classes_are_spelt_as_they_are_read() {
    for language in tables::codes() {
        let classes = |table| {
            let rows = tables::rows(language, table);
            rows.map(|row| row.words(0).next().unwrap_or_default())
        };
        for name in classes("words") {
            let is_known = class::named(name) != 0 || grammar::rule::named(name) != 0;
            assert!(
                is_known || super::load::LISTS.contains(&name),
                "{language}/words.tsv: {name:?}"
            );
        }
        for name in classes("wording") {
            assert!(
                matches!(
                    name,
                    "function"
                        | "common"
                        | "plain"
                        | "negation"
                        | "limit"
                        | "contrast"
                        | "filler"
                        | "translation"
                        | "tongue"
                        | "unsaid"
                        | "naming"
                ),
                "{language}/wording.tsv: {name:?}"
            );
        }
        for name in classes("grammar") {
            let mut words = grammar::rule::NAMES.iter().map(|(known, _)| *known);
            assert!(
                RULES.contains(&name) || words.any(|known| known == name),
                "{language}/grammar.tsv: {name:?}"
            );
        }
        for row in tables::rows(language, "tone") {
            let name = row.column(0);
            let known = name == "plain" || ToneClass::named(name).is_some();
            assert!(known, "{language}/tone.tsv: {name:?}");
        }
        for row in tables::rows(language, "endings") {
            let name = row.column(1);
            assert!(class::named(name) != 0, "{language}/endings.tsv: {name:?}");
        }
    }
}

#[test]
fn no_class_names_a_word_twice() {
    for language in tables::codes() {
        for table in ["grammar", "wording", "words"] {
            let mut seen = BTreeSet::new();
            for row in tables::rows(language, table) {
                let mut words = row.words(0);
                let class = words.next().unwrap_or_default();
                for word in words {
                    assert!(
                        seen.insert((class, word)),
                        "{language}/{table}.tsv: {word:?} twice in {class:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn columns_hold_what_their_heads_say() {
    let check = |language: &str, table: &str, holds: &dyn Fn(Row) -> bool| {
        for row in tables::rows(language, table) {
            assert!(holds(row), "{language}/{table}.tsv: {row:?}");
        }
    };
    for language in tables::codes() {
        check(language, "cues", &|row| {
            let frames = row.column(2);
            let mut forms = row.words(1).filter_map(|group| group.split_once('='));
            forms.all(|(kind, _)| FORMS.contains(&kind))
                && !frames.is_empty()
                && frames.chars().all(|letter| FRAMES.contains(letter))
                && matches!(row.column(3), "speech" | "thought")
                && STANCES.contains(&row.column(4))
        });
        check(language, "cue-nouns", &|row| {
            let mut verbs = tables::rows(language, "cues");
            verbs.any(|verb| verb.column(0) == row.column(1))
        });
        for table in ["first-names", "roles", "titles"] {
            check(language, table, &|row| GENDERS.contains(&row.column(1)));
        }
        check(language, "bylines", &|row| {
            matches!(row.column(1), "" | "capital")
        });
        check(language, "walls", &|row| {
            WallKind::named(row.column(1)).is_some()
                && !row.column(0).trim_end_matches('*').contains('*')
        });
        check(language, "pronouns", &|row| {
            GENDERS.contains(&row.column(1))
        });
        check(language, "markers", &|row| {
            matches!(row.column(1), "start" | "bracket" | "either")
        });
        check(language, "tone", &|row| {
            let is_strength = match row.column(0) {
                "plain" => row.column(1) == "-",
                _ => matches!(row.column(1), "1" | "2" | "3"),
            };
            is_strength && row.words(2).next().is_some()
        });
        check(language, "units", &|row| {
            !row.column(1).is_empty() && row.column(2).parse::<f64>().is_ok()
        });
        check(language, "approximations", &|row| {
            let numbers = (2..4).map(|column| row.column(column));
            let count = numbers.filter(|text| text.parse::<f64>().is_ok()).count();
            match row.column(1) {
                "vague" | "often" => count == 2,
                "times" => count == 1,
                kind => HEDGES.contains(&kind) && count == 0,
            }
        });
        check(language, "figures", &|row| match row.column(1) {
            "hour" | "moment" | "part" => row.column(2).parse::<u16>().is_ok(),
            "factor" => row.column(2).parse::<f64>().is_ok(),
            kind => FIGURES.contains(&kind) && row.column(2).is_empty(),
        });
        check(language, "deeds", &|row| DEEDS.contains(&row.column(1)));
        check(language, "posts", &|row| match row.column(1) {
            "deputy" | "former" => row.column(2).is_empty(),
            kind => matches!(kind, "office" | "force" | "seat") && !row.column(2).is_empty(),
        });
        check(language, "derivations", &|row| {
            row.column(1).parse::<usize>().is_ok()
        });
        check(language, "calendar", &|row| {
            let is_number = row.column(2).parse::<i32>().is_ok();
            match row.column(1) {
                "weekday" | "month" | "span" | "place" => is_number,
                kind => kind == "beginning" && row.column(2).is_empty(),
            }
        });
        check(language, "referents", &|row| {
            matches!(row.column(2), "" | "grows" | "said")
        });
        for table in [
            "kin",
            "numbers",
            "oppositions",
            "referents",
            "spellings",
            "synonyms",
        ] {
            check(language, table, &|row| !row.column(1).is_empty());
        }
        check(language, "name-forms", &|row| {
            GENDERS.contains(&row.column(0)) && !row.column(1).is_empty()
        });
    }
}

#[test]
fn words_are_written_as_they_are_looked_up() {
    for language in tables::codes() {
        for table in ALPHABETICAL {
            for row in tables::rows(language, table) {
                // Where the forms of a verb are listed, they are looked up and not its base form.
                let word = match row.column(1) {
                    forms if table == "cues" && forms.contains('=') => forms,
                    _ => row.column(0),
                };
                assert_eq!(word, word.to_lowercase(), "{language}/{table}.tsv");
                assert!(!word.contains('’'), "{language}/{table}.tsv: {word:?}");
            }
        }
    }
}
