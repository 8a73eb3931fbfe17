//! What is read, what is not, and what is said of it.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use super::{EVENT, folder, rashomon, run, stderr, stdout};

#[test]
fn what_read_prints_can_be_read_again() {
    let folder = folder("read_again");
    let lines = folder.join("articles.jsonl");
    let output = run(&["read", EVENT, "-o", lines.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
    let again = run(&["read", lines.to_str().unwrap(), "--format", "jsonl"]);
    let texts = |lines: &str| -> Vec<Value> {
        let objects = lines
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut texts: Vec<Value> = objects.map(|object| object["text"].clone()).collect();
        texts.sort_by_key(ToString::to_string);
        texts
    };
    let written = fs::read_to_string(&lines).unwrap();
    assert_eq!(texts(&written), texts(&stdout(&again)));
}

#[test]
fn a_bad_file_is_named_and_the_rest_goes_on() {
    let folder = folder("bad_file");
    fs::write(folder.join("empty.txt"), "").unwrap();
    let missing = folder.join("missing.txt");
    let output = run(&[
        "compare",
        EVENT,
        folder.join("empty.txt").to_str().unwrap(),
        missing.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(2));
    let messages = stderr(&output);
    assert!(
        messages.contains("empty.txt") && messages.contains("missing.txt"),
        "{messages}"
    );
    let page = stdout(&output);
    assert!(
        page.contains("not read") && page.contains("The Klaxon"),
        "{page}"
    );
}

#[test]
fn nothing_to_read_is_trouble() {
    let folder = folder("nothing");
    let output = run(&["compare", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!stderr(&output).is_empty());
}

#[test]
fn one_article_alone_is_reported() {
    let output = run(&["compare", "corpora/pump-recall/klaxon.md"]);
    assert_eq!(output.status.code(), Some(0));
    let page = stdout(&output);
    assert!(page.contains("nothing to compare"), "{page}");
    assert!(page.contains("Patrick Ormsby"), "{page}");
}

#[test]
fn standard_input_is_an_article() {
    let mut child = rashomon(&["compare", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin
        .write_all("“We will rebuild,” said Mayor Ann Lee.".as_bytes())
        .unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["quotations"][0]["speaker"]["name"], "Ann Lee");
}

#[test]
fn reading_strictly_stops_at_what_cannot_be_read() {
    let folder = folder("strictly");
    fs::write(folder.join("herald.txt"), "Nobody was hurt.").unwrap();
    fs::write(folder.join("photo.txt"), b"\x89PNG\r\n\x1a\n").unwrap();
    let path = folder.to_str().unwrap();
    let output = run(&["read", path, "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let reading: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reading["schema"], "rashomon.reading/1");
    assert_eq!(reading["articles"][0]["outlet"], "herald");
    assert!(
        reading["left_out"][0]["reason"]
            .as_str()
            .unwrap()
            .contains("a picture")
    );
    let output = run(&["read", path, "--strict"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("--strict allows none"), "{said}");
    let output = run(&["read", path, "--input-format", "novel"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("known are text, json"));
}

#[test]
fn what_is_missing_in_an_article_that_was_read_is_a_note() {
    let folder = folder("damaged");
    let text =
        r#"{"outlet": "Ridge Post", "text": "“The dam \ud800 holds,” said Ann Lee, the mayor."}"#;
    fs::write(folder.join("post.json"), text).unwrap();
    fs::write(
        folder.join("herald.txt"),
        b"The dam\xff holds \xe2\x80\x93 so far.",
    )
    .unwrap();
    let path = folder.to_str().unwrap();
    let output = run(&["compare", path, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 2);
    assert_eq!(report["quotations"][0]["speaker"]["name"], "Ann Lee");
    assert_eq!(report["left_out"], serde_json::json!([]));
    let notes = report["notes"].to_string();
    assert!(
        notes.contains("herald.txt: a character could not be read, the first in line 1")
            && notes.contains("post.json: \\\\ud800 in line 1, column 44 stands for no character"),
        "{notes}"
    );
    assert!(stderr(&output).contains("note: "), "{}", stderr(&output));
    let page = stdout(&run(&["compare", path]));
    assert!(
        page.contains("- note") && !page.contains("not read"),
        "{page}"
    );
    let output = run(&["compare", path, "--strict"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--strict allows no gap"));
}

#[cfg(not(feature = "fetch"))]
#[test]
fn a_web_address_says_how_to_read_it() {
    let output = run(&["read", "https://harbour.example/ferry"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("https://harbour.example/ferry: is a web address")
            && said.contains("--features fetch"),
        "{said}"
    );
}
