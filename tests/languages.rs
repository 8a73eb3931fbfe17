//! Quoted strings and speakers in German, French, Spanish and Russian, against the labels of one event each.
//!
//! `cargo test --test languages -- --nocapture` prints the figures and what is missed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rashomon::extract::extract;
use rashomon::model::CodePoints;
use rashomon::read::{Input, read};
use serde_json::Value;

/// Lowest share that the extraction may fall to, per event: of quoted strings (F1), and of speakers.
const FLOORS: [(&str, f64, f64); 4] = [
    ("de-klinik-aus", 0.0, 0.0),
    ("fr-pont-ferme", 0.0, 0.0),
    ("es-vertido-alfar", 0.0, 0.0),
    ("ru-biblioteka", 0.0, 0.0),
];

/// An outlet and the code points of a quoted string.
type Place = (String, usize, usize);

#[test]
fn strings_and_speakers_are_found_in_four_languages() {
    for (event, strings, speakers) in FLOORS {
        let figures = measure(event);
        println!(
            "{event:18} strings P {:.3} R {:.3} F1 {:.3}   speakers {:.3} of {}",
            figures.precision(),
            figures.recall(),
            figures.f1(),
            figures.speakers(),
            figures.labelled,
        );
        for miss in &figures.misses {
            println!("    {miss}");
        }
        assert!(figures.f1() >= strings, "{event}: quoted strings");
        assert!(figures.speakers() >= speakers, "{event}: speakers");
    }
}

#[derive(Default)]
struct Figures {
    labelled: usize,
    found: usize,
    right: usize,
    named: usize,
    misses: Vec<String>,
}

impl Figures {
    fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.labelled.max(1) as f64
    }

    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.labelled).max(1) as f64
    }

    fn speakers(&self) -> f64 {
        self.named as f64 / self.labelled.max(1) as f64
    }
}

fn measure(event: &str) -> Figures {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpora")
        .join(event);
    let mut labelled = labels(&folder);
    let mut figures = Figures {
        labelled: labelled.len(),
        ..Figures::default()
    };
    for article in &read(&inputs(&folder), &mut |_, _| {}).articles {
        let points = CodePoints::new(&article.text);
        for quotation in extract(article).quotations {
            let name = quotation.speaker.map(|speaker| speaker.name);
            for segment in quotation.segments {
                figures.found += 1;
                let [start, end] = points.span(&article.text, segment);
                let slice = segment.slice(&article.text);
                let Some(speaker) = labelled.remove(&(article.outlet.clone(), start, end)) else {
                    figures.misses.push(format!("no speech: {slice}"));
                    continue;
                };
                figures.right += 1;
                if name.as_deref().map(str::to_lowercase) == Some(speaker.to_lowercase()) {
                    figures.named += 1;
                } else {
                    figures
                        .misses
                        .push(format!("{name:?} for {speaker}: {slice}"));
                }
            }
        }
    }
    for ((outlet, start, end), speaker) in labelled {
        figures
            .misses
            .push(format!("missed: {outlet} {start}..{end} by {speaker}"));
    }
    figures
}

/// The articles of an event: the files of its folder.
fn inputs(folder: &Path) -> Vec<Input> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files.into_iter().map(Input::Path).collect()
}

/// Place and speaker of every segment that is speech.
fn labels(folder: &Path) -> BTreeMap<Place, String> {
    let text = fs::read_to_string(folder.join("labels/labels.json")).unwrap();
    let labels: Value = serde_json::from_str(&text).unwrap();
    let segments = labels["segments"].as_array().unwrap();
    let speech = segments
        .iter()
        .filter(|segment| segment["role"] == "speech");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    speech
        .map(|segment| {
            let (start, end) = (number(&segment["start"]), number(&segment["end"]));
            (
                (text(&segment["outlet"]), start, end),
                text(&segment["speaker"]),
            )
        })
        .collect()
}
