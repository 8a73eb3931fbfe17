//! Every JSON output is what its schema in `schemas/` says, no more and no less.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// What the command prints.
fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_rashomon"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the command runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn object(arguments: &[&str]) -> Value {
    serde_json::from_str(&run(arguments)).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
}

fn lines(arguments: &[&str]) -> Vec<Value> {
    let text = run(arguments);
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().expect("one object a line")
}

fn schema(name: &str) -> Value {
    let text = fs::read_to_string(format!("schemas/{name}.json")).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

/// Checks `printed` against the schema, and that the schema knows each field of it.
fn holds(name: &str, printed: &Value) {
    let validator = jsonschema::draft202012::new(&schema(name)).expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(printed)
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
    for pointer in objects(printed) {
        let mut changed = printed.clone();
        let object = changed.pointer_mut(&pointer).and_then(Value::as_object_mut);
        let object = object.expect("an object");
        object.insert("unheard_of".to_owned(), json!(1));
        assert!(
            !validator.is_valid(&changed),
            "{name}: a new field in {pointer:?}"
        );
    }
}

/// JSON Pointers of one object of each kind: every field name once, the first element of each array.
fn objects(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, all: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                all.push(at.to_owned());
                for (name, field) in fields {
                    walk(field, &format!("{at}/{name}"), all);
                }
            }
            Value::Array(elements) => {
                if let Some(first) = elements.first() {
                    walk(first, &format!("{at}/0"), all);
                }
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    walk(value, "", &mut all);
    all
}

const EVENTS: [&str; 3] = [
    "corpora/river-flood",
    "corpora/kremlin-readout",
    "corpora/ru-biblioteka",
];

#[test]
fn comparisons() {
    let mut seen = Vec::new();
    for event in EVENTS {
        let printed = object(&["compare", event, "--format", "json"]);
        holds("comparison", &printed);
        let fields = printed.as_object().expect("an object");
        let filled = fields
            .iter()
            .filter(|(_, value)| value.as_array().is_some_and(|all| !all.is_empty()));
        seen.extend(filled.map(|(name, _)| name.clone()));
    }
    for part in ["summary", "statements", "facts", "framing", "commentary"] {
        assert!(seen.iter().any(|name| name == part), "no example of {part}");
    }
}

#[test]
fn articles_and_what_was_found_in_them() {
    for event in EVENTS {
        for line in lines(&["extract", event, "--format", "jsonl"]) {
            holds("extracted", &line);
        }
        holds("reading", &object(&["read", event, "--format", "json"]));
        for line in lines(&["read", event, "--format", "jsonl"]) {
            holds("article", &line);
        }
    }
}

#[test]
fn checks_and_traces() {
    let against = [
        "--against",
        "corpora/transcripts/water-briefing.srt",
        "--format",
        "json",
    ];
    let drafts = [
        "check",
        "corpora/river-flood",
        "corpora/transcripts/harbour-readout.md",
    ];
    let arguments: Vec<&str> = drafts.into_iter().chain(against).collect();
    holds("check", &object(&arguments));
    holds(
        "check",
        &object(&[
            "check",
            "corpora/transcripts/harbour-readout.md",
            "--against",
            "corpora/transcripts/harbour-inquiry.txt",
            "--format",
            "json",
        ]),
    );
    let trace = object(&[
        "trace",
        "the gauge did not fail",
        "corpora/river-flood",
        "--format",
        "json",
    ]);
    assert!(trace["renderings"][0].is_object());
    holds("trace", &trace);
}

#[cfg(feature = "store")]
#[test]
fn stores() {
    let folder = tempfile::tempdir().expect("a folder to write to");
    let store = folder.path().join("store.db");
    let store = store.to_str().expect("UTF-8");
    let page = |words: &str| {
        let article = json!({"outlet": "Ridge Post", "url": "https://ridge.example/dam", "title": "Dam",
            "published": "2026-03-02T06:00:00Z", "text": format!("“{words},” said Mayor Ann Lee.\n\nIt took 30 days.")});
        let file = folder.path().join("page.json");
        fs::write(&file, article.to_string()).expect("a file");
        run(&["ingest", file.to_str().expect("UTF-8"), "--store", store]);
    };
    page("The old dam is safe and nobody has to leave");
    page("The old dam is not safe and nobody has to leave");
    run(&["ingest", EVENTS[0], "--store", store]);
    holds(
        "events",
        &object(&["events", "--store", store, "--format", "json"]),
    );
    holds(
        "stats",
        &object(&["stats", "--store", store, "--format", "json"]),
    );
    let outlets = ["outlets", "--store", store, "--format", "json"];
    holds("outlets", &object(&outlets));
    let explained = [&outlets[..], &["--explain", "direct"]].concat();
    holds("evidence", &object(&explained));
    let history = object(&[
        "history",
        "https://ridge.example/dam",
        "--store",
        store,
        "--format",
        "json",
    ]);
    assert!(
        history["pages"][0]["revisions"][1]["changes"].is_object(),
        "{history}"
    );
    holds("history", &history);
    for field in ["quotations", "text"] {
        let hits = lines(&[
            "search", "gauge", "--in", field, "--store", store, "--format", "jsonl",
        ]);
        assert!(!hits.is_empty(), "{field}");
        hits.iter().for_each(|hit| holds("hit", hit));
    }
}
