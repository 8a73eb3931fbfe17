//! What `extract` prints and chooses.

use std::fs;

use serde_json::Value;

use super::{EVENT, folder, run, stderr, stdout};

#[test]
fn extract_prints_a_line_of_json_for_each_article() {
    let output = run(&["extract", EVENT, "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    let ids: Vec<String> = stdout(&output)
        .lines()
        .map(|line| {
            let found: Value = serde_json::from_str(line).unwrap();
            assert!(found["quotations"].is_array() && found["commentary"].is_array());
            found["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert!(ids.contains(&"klaxon".to_owned()), "{ids:?}");
}

/// An article with a quotation of each kind and a remark of the outlet's.
const MIXED_ARTICLE: &str = "“The dam is safe,” said Ann Lee, the mayor.\n\n\
    Bob Roy called it “a disgrace” on Monday. Lee denied that water had come in.\n\n\
    Comment: Nobody asked the fish.\n";

#[test]
fn extract_shows_the_kinds_and_the_speaker_that_are_asked_for() {
    let folder = folder("extract_kinds");
    let file = folder.join("post.txt");
    fs::write(&file, MIXED_ARTICLE).unwrap();
    let file = file.to_str().unwrap();
    let kinds = |arguments: &[&str]| -> Vec<String> {
        let all = [&["extract", file, "--format", "jsonl"], arguments].concat();
        let found: Value = serde_json::from_str(&stdout(&run(&all))).unwrap();
        let quotations = found["quotations"].as_array().unwrap().iter();
        let mut kinds: Vec<String> = quotations
            .map(|quotation| quotation["kind"].as_str().unwrap().to_owned())
            .collect();
        let remarks = found["commentary"].as_array().unwrap().iter();
        kinds.extend(remarks.map(|_| "commentary".to_owned()));
        kinds
    };
    assert_eq!(kinds(&[]), ["direct", "mixed", "indirect", "commentary"]);
    assert_eq!(kinds(&["--kind", "mixed,indirect"]), ["mixed", "indirect"]);
    assert_eq!(kinds(&["--kind", "commentary"]), ["commentary"]);
    assert_eq!(kinds(&["--speaker", "ann lee"]), ["direct", "indirect"]);
    assert!(kinds(&["--speaker", "lee", "--kind", "mixed"]).is_empty());
}

#[test]
fn extract_writes_a_table_with_the_words_around() {
    let folder = folder("extract_table");
    let file = folder.join("post.txt");
    fs::write(&file, MIXED_ARTICLE).unwrap();
    let table = folder.join("quotations.csv");
    let (file, table) = (file.to_str().unwrap(), table.to_str().unwrap());
    let output = run(&["extract", file, "-o", table, "--context", "2"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let written = fs::read_to_string(table).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines.len(), 5);
    assert!(lines[0].starts_with("article,outlet,published,kind,speaker,mention,cue"));
    assert!(lines[1].starts_with("post,"), "{}", lines[1]);
    assert!(lines[1].contains(",direct,Ann Lee,"), "{}", lines[1]);
    assert!(
        lines[1].ends_with(",\"“The dam is safe,”\",,said Ann,true"),
        "{}",
        lines[1]
    );
    assert!(lines[4].contains(",commentary,"), "{}", lines[4]);
    let page = stdout(&run(&[
        "extract",
        file,
        "--context",
        "3",
        "--kind",
        "mixed",
    ]));
    assert!(page.contains("Bob Roy called"), "{page}");
    assert!(!page.contains("Nobody asked"), "{page}");
}
