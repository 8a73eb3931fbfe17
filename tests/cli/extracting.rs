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

#[cfg(feature = "html")]
#[test]
fn what_a_page_sets_off_is_quoted_also_when_it_was_read_and_kept_before() {
    let folder = folder("set_off");
    let page = folder.join("page.html");
    fs::write(
        &page,
        "<!DOCTYPE html><html lang=en><head><title>Ferry aground | Harbour Post</title></head><body><article><h1>Ferry \
         aground</h1><p>The ferry Aurelia ran aground off Port Callan early on Tuesday with 212 people on board, the \
         coast guard said. Nobody was hurt.</p><p>In a message to the parents the teacher Nora Fenn wrote:</p>\
         <blockquote><p>We heard a noise like a train, and then the lights went out.</p><p>The crew was kind, and there \
         were boats for <b>everybody</b>.</p></blockquote><p>The mayor of Port Callan thanked the rescuers on Tuesday \
         evening.</p><div class=embed><blockquote class=twitter-tweet><p lang=en>The harbour is open again. Thank you \
         to every volunteer.</p>&mdash; Per Lind (@perlind) <a href=https://x.example/1>May 14, 2024</a></blockquote>\
         </div><p>The rain went on until the evening, and the ferry lay where it was.</p><blockquote>Nobody knows who \
         steered the ferry when it ran aground.</blockquote></article></body></html>",
    )
    .unwrap();
    let said = |path: &std::path::Path| -> Vec<(String, usize)> {
        let output = run(&[
            "extract",
            path.to_str().unwrap(),
            "--format",
            "jsonl",
            "--kind",
            "direct",
        ]);
        let article: Value = serde_json::from_str(&stdout(&output)).unwrap();
        let quotations = article["quotations"].as_array().unwrap().iter();
        quotations
            .map(|one| {
                let speaker = one["speaker"]["name"].as_str().unwrap_or_default();
                (speaker.to_owned(), one["content"].as_array().unwrap().len())
            })
            .collect()
    };
    let expected = [("Nora Fenn".to_owned(), 2), ("Per Lind".to_owned(), 1)];
    assert_eq!(said(&page), expected);
    let kept = folder.join("kept.json");
    let output = run(&[
        "read",
        page.to_str().unwrap(),
        "--format",
        "jsonl",
        "-o",
        kept.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(0));
    let text = fs::read_to_string(&kept).unwrap();
    let article: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(article["set_off"].as_array().unwrap().len(), 5);
    assert!(!text.contains('\u{fdd3}'));
    assert_eq!(said(&kept), expected);
    let plain = folder.join("plain.txt");
    fs::write(
        &plain,
        "In a message the teacher Nora Fenn wrote:\n\n> We heard a noise like a train.\n>\n> The crew was kind.\n\n\
         It rained.\n\n> The harbour is open again.\n>\n> — Per Lind (@perlind) May 14, 2024\n\nIt rained.\n",
    )
    .unwrap();
    assert_eq!(said(&plain), expected);
}

#[test]
fn what_somebody_wants_is_shown_on_request_and_counted_otherwise() {
    let folder = folder("extract_thoughts");
    let file = folder.join("post.txt");
    fs::write(
        &file,
        "Ann Lee hopes that the dam holds. Bob Roy said it would.\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let page = stdout(&run(&["extract", file]));
    assert!(
        !page.contains("hopes") && page.contains("1 more tells"),
        "{page}"
    );
    let page = stdout(&run(&["extract", file, "--thoughts"]));
    assert!(
        page.contains("hopes") && !page.contains("1 more tells"),
        "{page}"
    );
    assert!(stdout(&run(&["extract", file, "--format", "jsonl"])).contains("hope"));
}
