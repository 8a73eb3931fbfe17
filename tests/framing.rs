//! Facts, framing and unmarked comment against the labels of the English events.
//!
//! `cargo test --test framing -- --nocapture` prints the figures and what is missed. A label is found when one
//! finding of its kind touches each of its places; the remarks of an event count together.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test shows what it measures and may stop where it cannot go on"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rashomon::compare_articles;
use rashomon::model::{CodePoints, Comparison, FramingKind, Place};
use rashomon::read::{Input, read};
use serde_json::Value;

const EVENTS: [&str; 5] = [
    "kremlin-readout",
    "mill-fire",
    "pump-recall",
    "river-flood",
    "stadium-ruling",
];

/// Lowest share of the labels of a kind that may be found over all events.
const FLOORS: [(&str, f64); 6] = [
    ("facts", 0.48),
    ("headline", 0.2),
    ("label", 0.0),
    ("cue", 0.7),
    ("omission", 0.1),
    ("commentary", 0.35),
];

/// Most findings beside the statements per three articles.
const MOST_FINDINGS: usize = 40;

#[test]
fn labelled_facts_and_findings_are_found() {
    let mut figures: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for event in EVENTS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpora")
            .join(event);
        let comparison = compare_articles(read(&inputs(&folder), &mut |_, _| {}).articles);
        let shown = findings(&comparison);
        let count: usize = shown.values().map(Vec::len).sum();
        let threes = comparison.articles.len().div_ceil(3);
        assert!(
            count <= MOST_FINDINGS * threes,
            "{event}: {count} findings are too many to read"
        );
        for label in labels(&folder) {
            let (found, all) = figures.entry(label.kind.clone()).or_default();
            *all += 1;
            if is_found(&label, shown.get(&label.kind)) {
                *found += 1;
            } else {
                println!("{event} {} missed: {}", label.kind, label.note);
            }
        }
    }
    for (kind, floor) in FLOORS {
        let (found, all) = figures.get(kind).copied().unwrap_or_default();
        let share = found as f64 / all.max(1) as f64;
        println!("{kind:12}{found:3} of {all:3}  {share:.2}");
        assert!(share >= floor, "{kind}: {share:.2} found, floor {floor}");
    }
}

/// Places of a finding as outlet and code points.
type Span = (String, usize, usize);

struct Label {
    kind: String,
    spans: Vec<Span>,
    note: String,
}

/// The findings of a comparison by kind.
fn findings(comparison: &Comparison) -> BTreeMap<String, Vec<Vec<Span>>> {
    let points: Vec<CodePoints> = comparison.code_points();
    let span = |place: &Place| -> Span {
        let article = &comparison.articles[place.article];
        let [start, end] = points[place.article].span(&article.text, place.span);
        (article.outlet.clone(), start, end)
    };
    let mut shown: BTreeMap<String, Vec<Vec<Span>>> = BTreeMap::new();
    for fact in &comparison.facts {
        let spans = fact.values.iter().map(|value| span(&value.place));
        shown
            .entry("facts".to_owned())
            .or_default()
            .push(spans.collect());
    }
    for framing in &comparison.framing {
        if framing.kind != FramingKind::Loaded && framing.kind != FramingKind::Prominence {
            let spans = framing.places.iter().map(span).collect();
            shown
                .entry(framing.kind.name().to_owned())
                .or_default()
                .push(spans);
        }
    }
    let mut remarks: Vec<Span> = comparison
        .remarks
        .iter()
        .map(|remark| span(&remark.place))
        .collect();
    for (article, extraction) in comparison.extractions.iter().enumerate() {
        let marked = extraction.commentary.iter();
        remarks.extend(marked.map(|comment| {
            span(&Place {
                article,
                span: comment.span,
            })
        }));
    }
    shown.insert("commentary".to_owned(), vec![remarks]);
    shown
}

fn is_found(label: &Label, shown: Option<&Vec<Vec<Span>>>) -> bool {
    let touches = |spans: &Vec<Span>, wanted: &Span| {
        let mut spans = spans.iter();
        spans.any(|span| span.0 == wanted.0 && span.1 < wanted.2 && wanted.1 < span.2)
    };
    let all = |spans: &Vec<Span>| label.spans.iter().all(|wanted| touches(spans, wanted));
    shown.is_some_and(|shown| shown.iter().any(all))
}

fn labels(folder: &Path) -> Vec<Label> {
    let text = fs::read_to_string(folder.join("labels/labels.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let mut labels = Vec::new();
    for fact in file["facts"].as_array().unwrap() {
        labels.push(label("facts", fact));
    }
    for finding in file["findings"].as_array().unwrap() {
        labels.push(label(finding["kind"].as_str().unwrap(), finding));
    }
    labels
}

fn label(kind: &str, value: &Value) -> Label {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let spans = value["spans"].as_array().unwrap().iter().map(|span| {
        let outlet = span["outlet"].as_str().unwrap().to_owned();
        (outlet, number(&span["start"]), number(&span["end"]))
    });
    Label {
        kind: kind.to_owned(),
        spans: spans.collect(),
        note: value["note"].as_str().unwrap_or_default().to_owned(),
    }
}

/// The articles of an event that have labels: the text and JSON files of its folder.
fn inputs(folder: &Path) -> Vec<Input> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file() && path.extension().is_some_and(|ending| ending != "html"));
    files.sort();
    files.into_iter().map(Input::Path).collect()
}
