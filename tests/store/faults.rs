//! What can be in the way: a clear word, exit status 2, and nothing lost.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::generated::Newsroom;
use crate::trial::{Trial, stderr};

#[test]
fn asking_a_store_that_is_not_there_makes_none() {
    let trial = Trial::new();
    for arguments in [
        &["check-store"][..],
        &["vacuum"],
        &["events", "split", "e1", "herald"],
        &["events", "regroup"],
        &["ingest", "--update"],
    ] {
        let said = trial.trouble(arguments);
        assert!(
            said.contains("store.db: there is no store here yet"),
            "{said}"
        );
        assert!(!trial.path("store.db").exists(), "{arguments:?}");
    }
}

#[test]
fn a_folder_is_no_store() {
    let trial = Trial::new();
    let folder = trial.path("articles");
    fs::create_dir(&folder).unwrap();
    for command in ["stats", "vacuum"] {
        let said = trial.trouble(&[command, "--store", folder.to_str().unwrap()]);
        assert!(said.contains("articles: cannot be opened"), "{said}");
    }
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
fn what_a_damaged_store_still_holds_can_be_exported() {
    let trial = Trial::new();
    let dump = trial.path("dump.jsonl");
    fs::write(&dump, Newsroom::new(1).dump(300)).unwrap();
    trial.done(&["ingest", dump.to_str().unwrap()]);
    trial.done(&["vacuum"]);
    // One page of the texts is torn.
    let page: u64 = trial
        .connection()
        .query_row(
            "SELECT max(pageno) FROM dbstat WHERE name = 'articles' AND pagetype = 'leaf'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let mut bytes = fs::read(trial.path("store.db")).unwrap();
    let from = usize::try_from(page - 1).unwrap() * 4096;
    bytes[from..from + 4096].fill(0xa5);
    fs::write(trial.path("store.db"), bytes).unwrap();
    let output = trial.run(&["export"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("left out: article "), "{said}");
    let saved = String::from_utf8(output.stdout).unwrap().lines().count();
    assert!((250..300).contains(&saved), "{saved}");
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
    fs::write(&dump, Newsroom::new(1).dump(520)).unwrap();
    // The system refuses to make any file longer than that many blocks of 512 bytes.
    let output = Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 8000; exec \"$0\" ingest \"$1\"",
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
    assert!((1..520).contains(&before), "{before} articles");
    assert!(
        said.contains(&format!("{before} articles were added before that")),
        "{said}"
    );
    trial.done(&["check-store"]);
    trial.done(&["ingest", dump.to_str().unwrap()]);
    assert_eq!(trial.count("SELECT count(*) FROM articles"), 520);
}

#[test]
fn of_a_file_that_was_cut_off_the_rest_is_saved() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall", "corpora/river-flood"]);
    let articles = trial.count("SELECT count(*) FROM articles");
    let path = trial.path("store.db");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 4096 * 3 / 4 * 4096]).unwrap();
    let said = trial.trouble(&["stats"]);
    assert!(said.contains("store.db: is damaged"), "{said}");
    let said = trial.trouble(&["check-store"]);
    assert!(said.contains("the store is damaged"), "{said}");
    let output = trial.run(&["export"]);
    assert_eq!(output.status.code(), Some(2));
    let saved = output.stdout.iter().filter(|byte| **byte == b'\n').count();
    let said = stderr(&output);
    let lost = said.matches("left out: article ").count();
    assert!(saved > 0 && lost > 0, "{saved} saved: {said}");
    assert!(i64::try_from(saved + lost).unwrap() <= articles, "{said}");
}

#[test]
fn where_the_end_of_a_file_is_lost_what_came_before_is_saved() {
    let trial = Trial::new();
    let lines = (0..1_500).map(|day| {
        format!("{{\"outlet\": \"Ridge Post\", \"text\": \"The dam held on day {day}, Ann Lee said.\"}}\n")
    });
    let dump = trial.path("dump.jsonl");
    fs::write(&dump, lines.collect::<String>()).unwrap();
    trial.done(&["ingest", dump.to_str().unwrap()]);
    // Both tables that know which article was the last one lose their last page.
    let pages: usize = trial
        .connection()
        .query_row(
            "SELECT min(last) - 1 FROM (SELECT max(pageno) AS last FROM dbstat
             WHERE name IN ('articles', 'article_search_docsize') AND pagetype = 'leaf' GROUP BY name)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let path = trial.path("store.db");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..pages * 4096]).unwrap();
    let output = trial.run(&["export"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    let saved = output.stdout.iter().filter(|byte| **byte == b'\n').count();
    assert!((100..1_500).contains(&saved), "{saved} saved: {said}");
    assert!(said.contains("what came in after article"), "{said}");
}

#[test]
fn an_outlet_that_is_not_there_is_named_with_those_that_are() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall"]);
    let known: String = {
        let sql = "SELECT min(name) FROM outlets";
        let connection = rusqlite::Connection::open(trial.path("store.db")).unwrap();
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    for command in [
        &["events"][..],
        &["search", "pump"],
        &["outlets"],
        &["export"],
    ] {
        let said = trial.trouble(&[command, &["--outlet", "No Such Post"]].concat());
        assert!(said.contains("no outlet \"No Such Post\""), "{said}");
        assert!(said.contains(&known), "{said}");
        trial.done(&[command, &["--outlet", &known]].concat());
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_store_answers_and_takes_nothing() {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall"]);
    let articles = trial.count("SELECT count(*) FROM articles");
    fs::write(trial.path("dump.jsonl"), Newsroom::new(1).dump(3)).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_rashomon"), trial.path("rashomon")).unwrap();
    set_mode(&trial.path("store.db"), 0o444);
    set_mode(trial.folder.path(), 0o555);
    let ask = |arguments: &[&str]| {
        let mut command = without_privileges(&trial);
        command
            .args(arguments)
            .env("RASHOMON_STORE", trial.path("store.db"));
        command.output().expect("the command runs")
    };
    for question in [
        &["stats"][..],
        &["events"],
        &["events", "show", "e1"],
        &["search", "pump"],
        &["check-store"],
    ] {
        let answer = ask(question);
        assert_eq!(answer.status.code(), Some(0), "{}", stderr(&answer));
    }
    let dump = trial.path("dump.jsonl");
    for change in [&["ingest", dump.to_str().unwrap()][..], &["vacuum"]] {
        let refused = ask(change);
        assert_eq!(refused.status.code(), Some(2));
        assert!(
            stderr(&refused).contains("store.db: is read-only"),
            "{}",
            stderr(&refused)
        );
    }
    set_mode(trial.folder.path(), 0o755);
    assert_eq!(trial.count("SELECT count(*) FROM articles"), articles);
}

/// The program, run as somebody who may only read the folder of the trial: root may write everywhere, and
/// becomes "nobody" for this.
#[cfg(unix)]
fn without_privileges(trial: &Trial) -> Command {
    const NOBODY: &str = "65534";
    let program = trial.path("rashomon");
    let probe = trial.path("probe");
    if fs::write(&probe, "").is_err() {
        return Command::new(program);
    }
    fs::remove_file(probe).expect("a file of ours");
    let mut command = Command::new("setpriv");
    command.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]);
    command.arg(program);
    command
}

#[cfg(unix)]
fn set_mode(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a file of ours");
}
