//! Where reports go and how they look there.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::{EVENT, folder, rashomon, run, stderr, stdout};

#[test]
fn a_page_in_a_pipe_has_no_escape_sequence_unless_asked() {
    let plain = run(&["compare", EVENT]);
    assert_eq!(plain.status.code(), Some(0));
    assert!(!plain.stdout.contains(&b'\x1b'));
    assert!(plain.stderr.is_empty(), "{}", stderr(&plain));
    let colored = run(&["compare", EVENT, "--color", "always"]);
    assert!(colored.stdout.contains(&b'\x1b'));
    let forced = rashomon(&["compare", EVENT])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    assert_eq!(forced.stdout, colored.stdout);
}

#[test]
fn lines_keep_to_the_width_asked_for() {
    let page = stdout(&run(&["compare", EVENT, "-v", "--all"]));
    let widest = |page: &str| page.lines().map(|line| line.chars().count()).max();
    assert!(widest(&page) <= Some(80), "{:?}", widest(&page));
    let by_variable = rashomon(&["compare", EVENT])
        .env("COLUMNS", "120")
        .output()
        .unwrap();
    assert_eq!(
        by_variable.stdout,
        run(&["compare", EVENT, "--width", "120"]).stdout
    );
}

#[test]
fn other_locales_get_ascii_signs() {
    let page = rashomon(&["compare", EVENT])
        .env("LANG", "C")
        .output()
        .unwrap();
    assert_eq!(page.stdout, run(&["compare", EVENT, "--ascii"]).stdout);
    assert!(!stdout(&page).contains('◉'));
}

#[test]
fn the_same_input_gives_the_same_bytes_in_any_order() {
    let files = [
        "corpora/pump-recall/klaxon.md",
        "corpora/pump-recall/courier.json",
    ];
    for format in ["terminal", "json"] {
        let once = run(&["compare", files[0], files[1], "--format", format]);
        let again = run(&["compare", files[1], files[0], "--format", format]);
        assert_eq!(stdout(&once), stdout(&again));
    }
}

#[test]
fn json_offsets_count_characters_of_the_text() {
    let folder = folder("json_offsets");
    let text = "Die Brücke hält. “Ça va, 你好,” said Anna Müller on Monday.";
    let article = serde_json::json!({"outlet": "Post", "text": text});
    let path = folder.join("post.json");
    fs::write(&path, article.to_string()).unwrap();
    let output = run(&["compare", path.to_str().unwrap(), "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["schema"], "rashomon.comparison/1");
    assert_eq!(report["articles"][0]["id"], "post");
    let segment = &report["quotations"][0]["segments"][0];
    let at = |side: usize| usize::try_from(segment[side].as_u64().unwrap()).unwrap();
    let slice: String = text.chars().skip(at(0)).take(at(1) - at(0)).collect();
    assert_eq!(slice, "Ça va, 你好,");
}

#[test]
fn every_report_says_that_a_language_is_not_known() {
    let folder = folder("unknown_language");
    let text = "“De dijk houdt het wel,” zei burgemeester Anna de Wit gisteren in de raad.\n";
    for outlet in ["courant", "dagblad"] {
        let article = serde_json::json!({"outlet": outlet, "language": "nl", "text": text});
        fs::write(folder.join(format!("{outlet}.json")), article.to_string()).unwrap();
    }
    let folder = folder.to_str().unwrap();
    for format in ["terminal", "markdown", "html"] {
        let report = stdout(&run(&["compare", folder, "--format", format]));
        assert!(report.contains("ithout speakers"), "{format}: {report}");
    }
    let found = stdout(&run(&["extract", folder, "--format", "jsonl"]));
    let first: Value = serde_json::from_str(found.lines().next().unwrap()).unwrap();
    assert_eq!(first["speakers_read"], false);
    assert!(first["quotations"][0]["speaker"].is_null());
    assert_eq!(
        first["quotations"][0]["segments"],
        serde_json::json!([[1, 23]])
    );
    let page = stdout(&run(&["extract", folder]));
    assert!(page.contains("Without speakers"), "{page}");
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = folder("several");
    let (page, json) = (folder.join("page.txt"), folder.join("report.json"));
    let output = run(&[
        "compare",
        EVENT,
        "-o",
        page.to_str().unwrap(),
        "-o",
        json.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
    assert_eq!(fs::read(&page).unwrap(), run(&["compare", EVENT]).stdout);
    let report: Value = serde_json::from_slice(&fs::read(&json).unwrap()).unwrap();
    assert_eq!(report["schema"], "rashomon.comparison/1");
}

/// Puts a program of this name into `folder`.
#[cfg(target_os = "linux")]
fn stand_in(folder: &Path, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    let program = folder.join(name);
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("a program");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a program");
}

#[cfg(target_os = "linux")]
#[test]
fn open_writes_the_page_and_gives_it_to_the_browser() {
    let folder = folder("open");
    stand_in(
        &folder,
        "xdg-open",
        "printf %s \"$1\" > \"$SEEN.new\"; mv \"$SEEN.new\" \"$SEEN\"",
    );
    let seen = folder.join("seen");
    let page = folder.join("report.html");
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let output = rashomon(&["compare", EVENT, "--open", "-o", page.to_str().unwrap()])
        .env("PATH", path)
        .env("SEEN", &seen)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        fs::read_to_string(&page)
            .unwrap()
            .starts_with("<!DOCTYPE html>")
    );
    // The browser is left to itself and may be slow.
    let opened = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        fs::read_to_string(&seen).ok()
    });
    assert_eq!(
        opened.unwrap(),
        page.canonicalize().unwrap().to_str().unwrap()
    );
}

#[test]
fn outlets_are_links_when_asked() {
    let page = stdout(&run(&["compare", EVENT, "--hyperlinks"]));
    assert!(page.contains("\u{1b}]8;;https://"));
    assert!(!stdout(&run(&["compare", EVENT])).contains('\u{1b}'));
}

#[test]
fn a_pager_is_for_a_terminal_only() {
    let plain = stdout(&run(&["compare", EVENT]));
    let output = rashomon(&["compare", EVENT, "--pager"])
        .env("PAGER", "no-such-pager")
        .output()
        .unwrap();
    assert_eq!(stdout(&output), plain);
}

#[test]
fn the_ending_of_the_file_decides_on_the_format() {
    let folder = folder("endings");
    let begins = [
        ("report.html", "<!DOCTYPE html>"),
        ("report.md", "## pump-recall"),
        ("report.xml", "<?xml version=\"1.0\""),
        ("report.csv", "statement,letter,outlet,"),
        ("report.tsv", "statement\tletter\toutlet\t"),
    ];
    let files: Vec<String> = begins
        .iter()
        .map(|(name, _)| folder.join(name).display().to_string())
        .collect();
    let mut arguments = vec!["compare", EVENT];
    for file in &files {
        arguments.extend(["-o", file]);
    }
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for (file, (name, beginning)) in files.iter().zip(begins) {
        let text = fs::read_to_string(file).unwrap();
        assert!(text.starts_with(beginning), "{name}");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let output = run(&["compare", EVENT, "-o", "no/such/folder/report.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no/such/folder/report.json"));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let mut child = rashomon(&["compare", EVENT, "-v", "--all"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", stderr(&output));
}

#[test]
fn the_language_of_the_page_is_one_that_there_is() {
    let english = run(&["compare", EVENT, "--lang", "en"]);
    assert_eq!(english.stdout, run(&["compare", EVENT]).stdout);
    for command in [
        &["compare", EVENT][..],
        &["extract", EVENT],
        &["trace", "the pump", EVENT],
    ] {
        let refused = run(&[command, &["--lang", "tlh"]].concat());
        assert_eq!(refused.status.code(), Some(2));
        let message = stderr(&refused);
        assert!(message.contains("there are en (English)"), "{message}");
    }
}
