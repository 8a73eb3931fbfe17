//! A seeded trial of `check`: quotations altered in known ways and as many left alone, over the transcripts
//! and the articles of `corpora/`. Prints how many of each kind are recognised:
//!
//! ```text
//! cargo test --test check_trial -- --nocapture
//! ```

// The table of figures is what the test is run for.
#![allow(clippy::print_stdout)]

mod makers;
mod material;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rashomon::Article;
use rashomon::check::{Allowances, check};
use rashomon::model::CheckStatus;
use rashomon::read::{Input, read};

/// Altered quotations and untouched ones.
const ALTERED: usize = 500;
const UNTOUCHED: usize = 500;
/// Share of each kind that must be recognised, and of the untouched ones that may be called altered.
const RECOGNISED: f64 = 0.97;
const FALSE_ALARMS: f64 = 0.005;

/// What is searched: one article of an event, since its outlets alter one another's quotations themselves.
/// One event is held back for quotations that no source has.
const SOURCES: [&str; 4] = [
    "transcripts",
    "pump-recall/courier.json",
    "river-flood/national-register.json",
    "stadium-ruling/docket-and-quill.txt",
];
const HELD_BACK: &str = "kremlin-readout";

/// What somebody says in one go.
struct Speech {
    speaker: String,
    sentences: Vec<String>,
}

/// A quotation for a draft and what `check` must say of it.
struct Case {
    words: String,
    speaker: String,
    expected: CheckStatus,
}

/// Xorshift: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit.max(1)
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

#[test]
fn every_kind_is_recognised_and_untouched_quotations_are_left_alone() {
    let sources: Vec<Article> = SOURCES.iter().flat_map(|event| articles(event)).collect();
    let speeches: Vec<Speech> = sources.iter().flat_map(material::speeches).collect();
    let mut dice = Dice(20_310_314);
    let mut cases = Vec::new();
    let kinds: [(CheckStatus, Maker); 9] = [
        (CheckStatus::Interpolated, makers::interpolated),
        (CheckStatus::Elided, makers::elided),
        (CheckStatus::Truncated, makers::truncated),
        (CheckStatus::Spliced, makers::spliced),
        (CheckStatus::Reworded, makers::reworded),
        (CheckStatus::Contradicted, makers::contradicted),
        (CheckStatus::Speaker, makers::credited_to_another),
        (CheckStatus::Missing, makers::missing),
        (CheckStatus::Paraphrased, makers::paraphrased),
    ];
    let material = Material {
        told: sources.iter().flat_map(material::told).collect(),
        foreign: articles(HELD_BACK)
            .iter()
            .flat_map(material::speeches_of_article)
            .collect(),
        speeches,
    };
    for (at, (kind, make)) in kinds.iter().enumerate() {
        let wanted = ALTERED / kinds.len() + usize::from(at < ALTERED % kinds.len());
        let mut made = 0;
        for _ in 0..wanted * 400 {
            if made == wanted {
                break;
            }
            if let Some((words, speaker)) = make(&material, &mut dice) {
                made += 1;
                cases.push(Case {
                    words,
                    speaker,
                    expected: *kind,
                });
            }
        }
        assert_eq!(made, wanted, "{} cases", kind.name());
    }
    let mut untouched = 0;
    while untouched < UNTOUCHED {
        if let Some((words, speaker)) = makers::verbatim(&material, &mut dice) {
            cases.push(Case {
                words,
                speaker,
                expected: CheckStatus::Verbatim,
            });
            untouched += 1;
        }
    }
    let outcome = run(&cases, sources);
    report(&cases, &outcome);
}

type Maker = fn(&Material, &mut Dice) -> Option<(String, String)>;

struct Material {
    speeches: Vec<Speech>,
    /// What articles tell in their own words, with the speaker.
    told: Vec<(String, String)>,
    foreign: Vec<Speech>,
}

fn articles(event: &str) -> Vec<Article> {
    let path = PathBuf::from("corpora").join(event);
    read(&[Input::Path(path)], &mut |_, _| {}).articles
}

/// Writes the cases into drafts, checks them and gives what was said of each.
fn run(cases: &[Case], sources: Vec<Article>) -> Vec<(Option<CheckStatus>, String)> {
    let mut drafts = Vec::new();
    let mut places = BTreeMap::new();
    for (number, part) in cases.chunks(25).enumerate() {
        let mut text = String::new();
        for (at, case) in part.iter().enumerate() {
            text.push('“');
            places.insert((number, text.len()), number * 25 + at);
            let mark = if case.words.ends_with(['?', '!']) {
                ""
            } else {
                ","
            };
            text.push_str(&format!("{}{mark}” {} said.\n\n", case.words, case.speaker));
        }
        let mut draft = Article::new(format!("draft-{number}"), text);
        draft.language = Some("en".to_owned());
        drafts.push(draft);
    }
    let check = check(drafts, sources, &Allowances::default());
    let mut outcome = vec![(None, String::new()); cases.len()];
    for checked in &check.results {
        if let Some(case) = places.get(&(checked.place.article, checked.place.span.start)) {
            outcome[*case] = (Some(checked.status()), check.note(checked));
        }
    }
    outcome
}

fn report(cases: &[Case], outcome: &[(Option<CheckStatus>, String)]) {
    let mut rows: BTreeMap<CheckStatus, (usize, usize)> = BTreeMap::new();
    for (case, (status, note)) in cases.iter().zip(outcome) {
        let row = rows.entry(case.expected).or_default();
        row.1 += 1;
        if *status == Some(case.expected) {
            row.0 += 1;
        } else {
            let said = status.map_or("not looked up", CheckStatus::name);
            println!(
                "{} taken for {said}: “{}” ({}): {note}",
                case.expected.name(),
                case.words,
                case.speaker
            );
        }
    }
    println!("\n{:<14} {:>5} {:>10}", "kind", "cases", "recognised");
    let mut failed = Vec::new();
    for (kind, (right, all)) in rows {
        let share = right as f64 / all as f64;
        println!("{:<14} {all:>5} {share:>10.3}", kind.name());
        let floor = if kind == CheckStatus::Verbatim {
            1.0 - FALSE_ALARMS
        } else {
            RECOGNISED
        };
        if share < floor {
            failed.push(kind.name());
        }
    }
    assert!(failed.is_empty(), "too few of {failed:?} are recognised");
}
