//! The command line with real files: what goes where, and how a run ends.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A run of the command without anything of the tester's own terminal.
fn rashomon(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
    command.args(arguments).stdin(Stdio::null());
    for name in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "LC_ALL",
        "LC_CTYPE",
    ] {
        command.env_remove(name);
    }
    command.env("LANG", "C.UTF-8").env("TERM", "xterm");
    command
}

fn run(arguments: &[&str]) -> Output {
    rashomon(arguments).output().expect("the command runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder to write to");
    path
}

const EVENT: &str = "corpora/pump-recall";

#[test]
fn help_shows_an_example_of_each_command() {
    for command in ["compare", "check", "trace", "extract", "read", "policy"] {
        let output = run(&[command, "--help"]);
        assert_eq!(output.status.code(), Some(0));
        assert!(
            stdout(&output).contains(&format!("  rashomon {command} ")),
            "{command}"
        );
    }
}

#[test]
fn bad_usage_ends_with_2_and_says_what_is_wrong() {
    for arguments in [
        &["compare"][..],
        &["compare", EVENT, "--format", "pdf"],
        &["compare", EVENT, "-o", "report.pdf"],
        &["compare", EVENT, "--base", "Z"],
        &["compare", EVENT, "--only", "s99999"],
        &["compare", EVENT, "-q", "-v"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!stderr(&output).is_empty(), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

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

/// A folder with a draft that alters one of two quotations, and its transcript.
fn check_folder(name: &str) -> (PathBuf, String, String) {
    let folder = folder(name);
    let draft = folder.join("draft.md");
    let source = folder.join("hearing.txt");
    fs::write(
        &draft,
        "# Gate\n\n“It was a long night,” Mayor Lee said. “We lost 30 pumps,” she said.\n",
    )
    .expect("a draft");
    fs::write(
        &source,
        "MAYOR LEE: It was a long night. We lost 300 pumps.\n",
    )
    .expect("a source");
    let (draft, source) = (draft.display().to_string(), source.display().to_string());
    (folder, draft, source)
}

#[test]
fn check_points_at_what_was_altered_in_every_format() {
    let (_, draft, source) = check_folder("check_formats");
    let checked = |format: &str| {
        let output = run(&[
            "check",
            &draft,
            "--against",
            &source,
            "--no-policy",
            "--format",
            format,
        ]);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{format}: {}",
            stderr(&output)
        );
        stdout(&output)
    };
    let json: Value = serde_json::from_str(&checked("json")).expect("JSON");
    assert_eq!(json["schema"], "rashomon.check/1");
    assert_eq!(json["results"][0]["status"], "verbatim");
    assert_eq!(json["results"][1]["status"], "contradicted");
    assert_eq!(json["results"][1]["source"]["text"], "We lost 300 pumps");
    assert_eq!(json["searched"]["articles"], 1);
    let sarif: Value = serde_json::from_str(&checked("sarif")).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), 1);
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (region["startLine"].as_u64(), region["startColumn"].as_u64()),
        (Some(3), Some(41))
    );
    assert!(
        checked("github")
            .contains(",line=3,endLine=3,col=41,endColumn=58,title=Quotation%3A contradicted::")
    );
    let gitlab: Value = serde_json::from_str(&checked("gitlab")).expect("JSON");
    assert_eq!(gitlab[0]["location"]["lines"]["begin"], 3);
    let junit = checked("junit");
    assert!(
        junit.contains("tests=\"2\"") && junit.contains("failures=\"1\""),
        "{junit}"
    );
    assert!(checked("github-summary").contains("**forbidden**"));
    assert!(checked("terminal").contains("draft.md:3:41"));
    assert_eq!(checked("json"), checked("json"));
}

#[test]
fn a_baseline_knows_findings_wherever_they_stand() {
    let (folder, draft, source) = check_folder("check_baseline");
    let baseline = folder.join("known.json").display().to_string();
    let check = |extra: &[&str]| {
        let mut arguments = vec![
            "check",
            &draft,
            "--against",
            &source,
            "--no-policy",
            "--baseline",
            &baseline,
        ];
        arguments.extend(extra);
        run(&arguments)
    };
    assert_eq!(
        check(&[]).status.code(),
        Some(2),
        "there is no baseline yet"
    );
    assert_eq!(check(&["--update-baseline"]).status.code(), Some(0));
    let text = fs::read_to_string(&draft).expect("the draft");
    fs::write(
        &draft,
        text.replace("# Gate\n", "# Gate\n\nA line above.\n"),
    )
    .expect("a draft");
    assert_eq!(
        check(&[]).status.code(),
        Some(0),
        "moved lines change nothing"
    );
    fs::write(&draft, text.replace("30 pumps", "31 pumps")).expect("a draft");
    let output = check(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("no longer found"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_policy_says_what_is_forbidden() {
    let (folder, draft, source) = check_folder("check_policy");
    let policy = folder.join("rashomon.toml");
    let check = || {
        let policy = policy.display().to_string();
        run(&["check", &draft, "--against", &source, "--policy", &policy])
    };
    fs::write(
        &policy,
        "[severity]\ncontradicted = \"warn\"\nreworded = \"allow\"\n",
    )
    .expect("a policy");
    assert_eq!(check().status.code(), Some(0));
    fs::write(&policy, "\n[severity]\ncontradicted = \"fatal\"\n").expect("a policy");
    let output = check();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("line 3"), "{}", stderr(&output));
    let denied = run(&[
        "compare",
        EVENT,
        "--format",
        "json",
        "--fail-on",
        "truncated,contradicted",
    ]);
    assert_eq!(denied.status.code(), Some(1));
    assert_eq!(
        run(&["compare", EVENT, "--fail-on", "lies"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_trace_without_a_result_says_how_much_was_searched() {
    let output = run(&["trace", "the moon is made of cheese", EVENT]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stdout(&output).contains("Not found in 5 articles"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn the_script_of_the_action_annotates_and_summarises() {
    let (folder, draft, source) = check_folder("check_action");
    let summary = folder.join("summary.md");
    let sarif = folder.join("check.sarif");
    let output = Command::new("bash")
        .arg("ci/github.sh")
        .env("RASHOMON", env!("CARGO_BIN_EXE_rashomon"))
        .env("DRAFTS", &draft)
        .env("AGAINST", &source)
        .env("SARIF", &sarif)
        .env("GITHUB_STEP_SUMMARY", &summary)
        .output()
        .expect("bash runs");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("::error file="));
    assert!(
        fs::read_to_string(&summary)
            .expect("a summary")
            .starts_with("## Quotations")
    );
    assert!(
        fs::read_to_string(&sarif)
            .expect("a report")
            .contains("2.1.0")
    );
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
