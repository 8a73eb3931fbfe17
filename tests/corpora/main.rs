//! What is found in the labelled events of `corpora/`, against what a careful reader finds.
//!
//! `cargo test --test corpora -- --nocapture` prints the table; with `MISSES=1` also every miss.

// The table of figures is what the test is run for.
#![allow(clippy::print_stdout)]

mod labels;
mod score;

use std::fs;
use std::path::{Path, PathBuf};

use rashomon::read::{Input, read};
use rashomon::{Comparison, compare_articles};

use labels::{Labels, Role};
use score::{Measure, Score};

/// Lowest figures that may be reached, by language of the event: what was reached, less a small margin.
/// A change that lowers a figure says why; one that raises it raises the floor.
const FLOORS: [(&str, Measure, f64); 19] = [
    ("en", Measure::Segments, 0.98),
    ("en", Measure::Speakers, 0.82),
    ("en", Measure::Pairs, 0.96),
    ("en", Measure::Relations, 0.925),
    ("en", Measure::Gravest, 0.92),
    ("en", Measure::Paraphrases, 0.43),
    ("en", Measure::Commentary, 0.16),
    ("de", Measure::Segments, 0.97),
    ("de", Measure::Speakers, 0.95),
    ("de", Measure::Pairs, 0.88),
    ("es", Measure::Segments, 0.97),
    ("es", Measure::Speakers, 0.95),
    ("es", Measure::Pairs, 0.94),
    ("fr", Measure::Segments, 0.97),
    ("fr", Measure::Speakers, 0.83),
    ("fr", Measure::Pairs, 0.90),
    ("ru", Measure::Segments, 0.97),
    ("ru", Measure::Speakers, 0.85),
    ("ru", Measure::Pairs, 0.92),
];

#[test]
fn accuracy_does_not_fall_below_its_floors() {
    let mut scores: Vec<(String, Score)> = Vec::new();
    println!("{}", Score::heading());
    for event in events() {
        let labels = Labels::load(&event);
        let (score, misses) = score::score(&comparison(&event), &labels);
        println!("{}", score.row(&labels.event));
        if std::env::var_os("MISSES").is_some() {
            misses.iter().for_each(|miss| println!("    {miss}"));
        }
        let language = language(&labels.event);
        match scores.iter_mut().find(|(known, _)| known == language) {
            Some((_, sum)) => sum.add(&score),
            None => scores.push((language.to_owned(), score)),
        }
    }
    for (language, score) in &scores {
        println!("{}", score.row(&format!("all {language}")));
    }
    let reached = |language: &str, measure: Measure| {
        let score = scores.iter().find(|(known, _)| known == language);
        score.map_or(0.0, |(_, score)| score.figure(measure))
    };
    let missed: Vec<String> = FLOORS
        .iter()
        .filter(|(language, measure, floor)| reached(language, *measure) < *floor)
        .map(|(language, measure, floor)| {
            let figure = reached(language, *measure);
            format!("{language} {measure:?}: {figure:.3}, floor {floor}")
        })
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// A label that is off by one is worse than a label that is missing.
#[test]
fn labels_lie_where_the_text_has_them() {
    for event in events() {
        let labels = Labels::load(&event);
        let comparison = comparison(&event);
        for segment in &labels.segments {
            let at = format!("{} {}", labels.event, segment.id);
            let text = labels::text_of(&comparison, &segment.place.outlet);
            let words = segment.place.slice(text);
            assert_eq!(words, words.trim(), "{at} holds white space at its edge");
            assert!(!holds_own_mark(words), "{at} holds its mark: {words}");
            let speaks = segment.role == Role::Speech;
            assert_eq!(speaks, segment.speaker.is_some(), "{at} and its speaker");
        }
        for pair in &labels.pairs {
            let (a, b) = (labels.segment(&pair.a), labels.segment(&pair.b));
            assert_ne!(a.place.outlet, b.place.outlet, "{} ~ {}", a.id, b.id);
            assert!(a.role == Role::Speech && b.role == Role::Speech);
        }
        for paraphrase in &labels.paraphrases {
            let told = &labels.segment(&paraphrase.segment).place;
            assert_ne!(told.outlet, paraphrase.place.outlet, "{}", labels.event);
            let text = labels::text_of(&comparison, &paraphrase.place.outlet);
            assert!(!paraphrase.place.slice(text).is_empty());
        }
    }
}

#[test]
fn a_passage_retells_one_of_the_statements_that_a_splice_joins() {
    let event = comparison(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/river-flood"));
    let told = |id: &rashomon::model::QuotationId| {
        let content = &event.quotation(*id).content;
        let text = &event.articles[id.article].text;
        content
            .iter()
            .any(|span| span.slice(text).contains("too expensive"))
    };
    let retold = event
        .statements
        .iter()
        .filter(|one| one.variants.iter().any(told));
    assert_eq!(retold.count(), 1);
}

/// Whether a mark at an edge has no partner inside, so that it is the string's own.
fn holds_own_mark(words: &str) -> bool {
    let opens = words.starts_with(['“', '«', '„']) && !words.contains(['”', '»']);
    let closes = words.ends_with(['”', '»']) && !words.contains(['“', '«', '„']);
    opens || closes
}

/// The folders of labelled events, by name.
fn events() -> Vec<PathBuf> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let entries = fs::read_dir(corpora).expect("the folder of the events");
    let mut events: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    events.retain(|path| path.join("labels/labels.json").is_file());
    events.sort();
    assert!(!events.is_empty());
    events
}

fn comparison(event: &Path) -> Comparison {
    let reading = read(&[Input::Path(event.to_owned())], &mut |_, _| {});
    assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
    compare_articles(reading.articles)
}

/// The language that an event's folder is named after.
fn language(event: &str) -> &str {
    match event.split_once('-') {
        Some((code, _)) if code.len() == 2 => code,
        _ => "en",
    }
}
