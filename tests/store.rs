//! Stores on the disk, through the command line: nothing lost, nothing twice, a clear word when
//! something is in the way.
#![cfg(feature = "store")]

mod generated;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use generated::Newsroom;

/// A store in a folder of this test's own.
struct Trial {
    folder: tempfile::TempDir,
}

impl Trial {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder to write to"),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
        command
            .args(arguments)
            .env("RASHOMON_STORE", self.path("store.db"))
            .env("LANG", "C.UTF-8")
            .env_remove("NO_COLOR")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the command runs")
    }

    /// Runs a command that has to succeed; gives what it prints.
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{arguments:?}: {}",
            stderr(&output)
        );
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Runs a command that has to end with 2; gives what it says.
    fn trouble(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        stderr(&output)
    }

    /// Runs a command with `text` on its standard input.
    fn piped(&self, arguments: &[&str], text: &str) -> Output {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(text.as_bytes()).expect("the command reads");
        drop(input);
        child.wait_with_output().expect("the command ends")
    }

    fn connection(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path("store.db")).expect("an SQLite file")
    }

    fn count(&self, sql: &str) -> i64 {
        self.connection()
            .query_row(sql, [], |row| row.get(0))
            .expect("a number")
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn article(outlet: &str, url: &str, text: &str) -> String {
    let article = serde_json::json!({
        "outlet": outlet, "title": "Dam report", "url": url, "published": "2026-03-02T10:00:00Z",
        "text": text,
    });
    format!("{article}\n")
}

#[test]
fn the_same_articles_are_added_once() {
    let trial = Trial::new();
    let first = trial.done(&["ingest", "corpora/pump-recall", "corpora/river-flood"]);
    assert!(first.starts_with("Added "), "{first}");
    let articles = trial.count("SELECT count(*) FROM articles");
    assert!(articles >= 10);
    let second = trial.done(&["ingest", "corpora/river-flood", "corpora/pump-recall"]);
    assert!(
        second.contains(&format!("{articles} were there before")),
        "{second}"
    );
    assert_eq!(trial.count("SELECT count(*) FROM articles"), articles);
    trial.done(&["check-store"]);
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

// What can be in the way.

#[test]
fn asking_a_store_that_is_not_there_makes_none() {
    let trial = Trial::new();
    let said = trial.trouble(&["check-store"]);
    assert!(
        said.contains("store.db: there is no store here yet"),
        "{said}"
    );
    assert!(!trial.path("store.db").exists());
}

#[test]
fn a_newer_store_is_left_alone() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall"]);
    trial
        .connection()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    for arguments in [&["ingest", "corpora/river-flood"][..], &["check-store"]] {
        let said = trial.trouble(arguments);
        assert!(
            said.contains("store.db: was written by a newer rashomon (schema 99"),
            "{said}"
        );
    }
    assert_eq!(trial.count("PRAGMA user_version"), 99);
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let trial = Trial::new();
    trial
        .connection()
        .execute_batch("CREATE TABLE mine (x)")
        .unwrap();
    let said = trial.trouble(&["ingest", "corpora/pump-recall"]);
    assert!(said.contains("a database of another program"), "{said}");
    fs::write(
        trial.path("store.db"),
        "Dear diary, nobody reads this file. ".repeat(99),
    )
    .unwrap();
    let said = trial.trouble(&["ingest", "corpora/pump-recall"]);
    assert!(
        said.contains("is not a rashomon store but some other file"),
        "{said}"
    );
    assert!(
        fs::read(trial.path("store.db"))
            .unwrap()
            .starts_with(b"Dear diary")
    );
}

#[test]
fn a_damaged_store_is_named() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall", "corpora/river-flood"]);
    trial.done(&["vacuum"]);
    let mut bytes = fs::read(trial.path("store.db")).unwrap();
    let (from, to) = (bytes.len() / 4, bytes.len() / 2);
    bytes[from..to].fill(0xa5);
    fs::write(trial.path("store.db"), bytes).unwrap();
    let said = trial.trouble(&["check-store"]);
    assert!(said.contains("damaged"), "{said}");
}

#[test]
fn a_locked_store_is_waited_for_and_then_named() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall"]);
    let mut other = trial.connection();
    let hold = other
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .unwrap();
    let said = trial.trouble(&["ingest", "corpora/river-flood", "--wait", "0"]);
    assert!(said.contains("is locked by another process"), "{said}");
    // Reading goes on meanwhile.
    trial.done(&["stats"]);
    let waiting = trial
        .command(&["ingest", "corpora/river-flood"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(300));
    hold.commit().unwrap();
    assert!(waiting.wait_with_output().unwrap().status.success());
}

#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing() {
    let trial = Trial::new();
    let dump = trial.path("dump.jsonl");
    fs::write(&dump, Newsroom::new(1).dump(1_500)).unwrap();
    // The system refuses to make any file longer than 3,000 blocks of 512 or 1,024 bytes.
    let output = Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 3000; exec \"$0\" ingest \"$1\"",
        ])
        .arg(env!("CARGO_BIN_EXE_rashomon"))
        .arg(&dump)
        .env("RASHOMON_STORE", trial.path("store.db"))
        .output()
        .unwrap();
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("store.db: cannot grow: the disk is full"),
        "{said}"
    );
    let before = trial.count("SELECT count(*) FROM articles");
    assert!((1..1_500).contains(&before), "{before} articles");
    assert!(
        said.contains(&format!("{before} articles were added before that")),
        "{said}"
    );
    trial.done(&["check-store"]);
    trial.done(&["ingest", dump.to_str().unwrap()]);
    assert_eq!(trial.count("SELECT count(*) FROM articles"), 1_500);
}

#[test]
fn a_read_only_store_answers_and_takes_nothing() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall"]);
    for (path, mode) in [
        (trial.path("store.db"), 0o444),
        (trial.folder.path().into(), 0o555),
    ] {
        set_mode(&path, mode);
    }
    if fs::write(trial.path("probe"), "").is_ok() {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    trial.done(&["stats"]);
    let said = trial.trouble(&["ingest", "corpora/river-flood"]);
    assert!(said.contains("read-only"), "{said}");
    set_mode(trial.folder.path(), 0o755);
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) {}

// Killed at any moment.

#[test]
fn killed_processes_lose_and_double_nothing() {
    kill_trial(5);
}

/// The full trial: `cargo test --release --test store -- --ignored --nocapture`.
#[test]
#[ignore = "takes some minutes"]
fn two_hundred_kills_lose_and_double_nothing() {
    kill_trial(200);
}

/// Two processes add two halves of a dump that overlap; both are killed at a random moment, again and
/// again, until everything is in.
fn kill_trial(kills: usize) {
    let newsroom_size = 1_200;
    let mut random = generated::Random::new(7);
    let (mut done, mut rounds) = (0, 0);
    while done < kills {
        rounds += 1;
        let trial = Trial::new();
        let lines: Vec<String> = Newsroom::new(rounds)
            .dump(newsroom_size)
            .lines()
            .map(|line| format!("{line}\n"))
            .collect();
        fs::write(trial.path("a.jsonl"), lines[..800].concat()).unwrap();
        fs::write(trial.path("b.jsonl"), lines[400..].concat()).unwrap();
        let mut committed = 0;
        while done < kills {
            let mut children = [start(&trial, "a.jsonl"), start(&trial, "b.jsonl")];
            std::thread::sleep(Duration::from_micros(random.below(600_000) as u64));
            let mut ended = 0;
            for child in &mut children {
                ended += usize::from(child.try_wait().unwrap().is_some());
                let _ = child.kill();
                child.wait().unwrap();
            }
            done += 2 - ended;
            if trial.path("store.db").exists() {
                let output = trial.run(&["check-store"]);
                assert_eq!(
                    output.status.code(),
                    Some(0),
                    "kill {done}: {}",
                    stderr(&output)
                );
                let now = trial.count("SELECT count(*) FROM articles");
                assert!(
                    now >= committed,
                    "kill {done}: {committed} articles, then {now}"
                );
                committed = now;
            }
            if ended == 2 {
                break;
            }
        }
        for name in ["a.jsonl", "b.jsonl"] {
            trial.done(&["ingest", trial.path(name).to_str().unwrap()]);
        }
        assert_eq!(trial.count("SELECT count(*) FROM articles"), 1_200);
        assert_eq!(
            trial.count("SELECT count(DISTINCT url) FROM articles"),
            1_200
        );
        trial.done(&["check-store"]);
    }
    eprintln!("{done} processes killed in {rounds} stores: 0 lost, 0 twice");
}

fn start(trial: &Trial, name: &str) -> Child {
    let path = trial.path(name);
    trial
        .command(&["ingest", path.to_str().unwrap()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}
