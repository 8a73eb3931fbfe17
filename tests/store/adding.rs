//! What is added, once, and what becomes of it.

use std::fs;

use crate::trial::{Trial, article, stderr};

#[test]
fn the_same_articles_are_added_once() {
    let trial = Trial::new();
    let first = trial.done(&["ingest", "corpora/pump-recall", "corpora/river-flood"]);
    assert!(first.starts_with("Added "), "{first}");
    let articles = trial.count("SELECT count(*) FROM articles");
    assert!(articles >= 10);
    let second = trial.done(&["ingest", "corpora/river-flood", "corpora/pump-recall"]);
    assert!(
        second.contains(&format!("{articles} articles were there before")),
        "{second}"
    );
    assert_eq!(trial.count("SELECT count(*) FROM articles"), articles);
    trial.done(&["check-store"]);
}

#[test]
fn folders_beside_files_are_named_and_not_read() {
    let trial = Trial::new();
    for file in [
        "archive/notes.txt",
        "archive/monday/dam.txt",
        "archive/tuesday/fair.txt",
    ] {
        let path = trial.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{file} holds what Ann Lee said.")).unwrap();
    }
    let archive = trial.path("archive");
    let said = stderr(&trial.run(&["ingest", archive.to_str().unwrap()]));
    assert!(said.contains("2 folders stand beside files"), "{said}");
    assert!(said.contains("monday the first"), "{said}");
    assert_eq!(trial.count("SELECT count(*) FROM articles"), 1);
}

#[test]
fn places_in_the_store_are_literal_slices() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/kremlin-readout", "corpora/fr-pont-ferme"]);
    let connection = trial.connection();
    let mut statement = connection
        .prepare(
            "SELECT substr(text, speaker_start + 1, speaker_end - speaker_start), cue_lemma
             FROM quotations JOIN articles ON articles.id = article
             WHERE speaker = 'Dmitry Peskov' OR cue_lemma = 'say'",
        )
        .unwrap();
    let mentions: Vec<Option<String>> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(!mentions.is_empty());
    let quoted: Vec<(String, String)> = connection
        .prepare("SELECT text, content FROM quoted WHERE kind = 'direct'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (text, content) in quoted {
        let marks = ['“', '"', '«', '„', '\''];
        assert!(text.starts_with(marks), "{text:?} at {content}");
    }
}

#[test]
fn another_text_at_a_page_is_a_revision() {
    let trial = Trial::new();
    let url = "https://ridgepost.example/dam";
    let first = article("Ridge Post", url, "“The dam holds,” Mayor Ann Lee said.");
    let later = article(
        "Ridge Post",
        "http://www.ridgepost.example/dam/?utm_source=feed",
        "“The dam may hold,” Mayor Ann Lee said.",
    );
    trial.piped(&["ingest", "-"], &first);
    let said = trial.piped(&["ingest", "-"], &(first + &later));
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("1 is a revision"), "{said}");
    let current = "SELECT count(*) FROM articles WHERE is_current AND text LIKE '%may hold%'";
    assert_eq!(trial.count(current), 1);
    assert_eq!(
        trial.count("SELECT count(*) FROM articles WHERE is_current"),
        1
    );
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let trial = Trial::new();
    fs::write(trial.path("broken.json"), "{\"text\": ").unwrap();
    fs::write(
        trial.path("good.txt"),
        "“The dam holds,” Mayor Ann Lee said.",
    )
    .unwrap();
    let folder = trial.folder.path().to_str().unwrap();
    let said = trial.trouble(&["ingest", folder]);
    assert!(said.contains("broken.json"), "{said}");
    assert_eq!(
        trial.count("SELECT count(*) FROM articles WHERE name = 'good'"),
        1
    );
}

#[test]
fn an_update_extracts_what_other_rules_extracted() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall"]);
    let quotations = trial.count("SELECT count(*) FROM quotations");
    trial
        .connection()
        .execute_batch(
            "UPDATE articles SET extractor = 'old'; DELETE FROM quotations WHERE kind = 'direct';",
        )
        .unwrap();
    let said = trial.done(&["ingest", "--update"]);
    assert!(!said.starts_with('0'), "{said}");
    assert_eq!(trial.count("SELECT count(*) FROM quotations"), quotations);
    trial.done(&["check-store"]);
    assert!(trial.done(&["ingest", "--update"]).starts_with("0 "));
}

#[test]
fn a_folder_of_events_is_added_whole() {
    let trial = Trial::new();
    for (folder, name) in [("dam", "wire"), ("dam", "post"), ("fair", "lantern")] {
        let folder = trial.path("archive").join(folder);
        fs::create_dir_all(&folder).unwrap();
        let text = format!(
            "“We count on {name},” Mayor Ann Lee said in {}.",
            folder.display()
        );
        fs::write(folder.join(format!("{name}.txt")), text).unwrap();
    }
    let said = trial.run(&["ingest", trial.path("archive").to_str().unwrap()]);
    assert_eq!(said.status.code(), Some(0));
    assert_eq!(trial.count("SELECT count(*) FROM articles"), 3);
    // Neither the outlet nor the time is told by a plain text.
    let notes = String::from_utf8(said.stderr).unwrap();
    assert!(notes.contains("3 articles name no outlet"), "{notes}");
    assert!(notes.contains("3 articles have no time"), "{notes}");
}

#[cfg(not(feature = "fetch"))]
#[test]
fn a_web_address_wants_a_build_that_fetches() {
    let trial = Trial::new();
    let said = trial.trouble(&["ingest", "https://ridgepost.example/dam"]);
    assert!(said.contains("--features fetch"), "{said}");
}
