//! Articles, drafts and their names try everything that a report could fall for, and nothing of it works in
//! any format.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Escape sequences, directions, markup, a formula, table bars, commands of build machines, an XML section.
const HOSTILE: &str = "\u{1b}[31;1m\u{1b}]8;;https://evil.example\u{7}\u{202e}\u{2066}<img src=x onerror=alert(1)>\
    </script></testcase>]]> | `code` [x](javascript:alert(1)) @everyone #1 \u{9b}2J\r::error::stop\n::set-env name=PATH::evil\n\
    ##vso[task.setvariable variable=x]y\n=HYPERLINK(\"https://evil.example\")\n+1\n@SUM(A1)\n\u{8}";

/// Three articles and a draft in a folder of their own.
fn event() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder to write to");
    for (at, verb) in ["is", "is not", "was"].into_iter().enumerate() {
        let article = json!({
            "outlet": format!("=Post {at} {HOSTILE}"),
            "title": format!("+Title {HOSTILE}"),
            "byline": HOSTILE,
            "url": "javascript:alert(1)",
            "language": "en\" onclick=\"x",
            "published": HOSTILE,
            "text": format!(
                "“=The bridge {verb} safe and open to all traffic, and {HOSTILE} nobody has to leave,” said Mayor Ann Lee {HOSTILE}.\n\n\
                 “+The repair of the bridge took {} days and cost nothing,” she said.\n\nComment: {HOSTILE}",
                30 + at
            ),
        });
        let file = folder.path().join(format!("post-{at}.json"));
        fs::write(file, article.to_string()).expect("a file");
    }
    let draft = format!(
        "“=The bridge is never safe and open to all traffic,” said Mayor Ann Lee {HOSTILE}.\n\n\
         “Nobody {HOSTILE} ever said these words,” said Mayor Ann Lee.\n"
    );
    fs::create_dir(folder.path().join("draft")).expect("a folder");
    let name = folder.path().join("draft/::error::[x] =1,b.md");
    fs::write(name, draft).expect("a file");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_rashomon"))
        .args(arguments)
        .current_dir(folder)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("the command runs");
    assert_ne!(output.status.code(), None, "{arguments:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        !text.is_empty(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

fn compare(folder: &Path, format: &str, more: &[&str]) -> String {
    let posts = [
        "compare",
        "post-0.json",
        "post-1.json",
        "post-2.json",
        "--all",
        "--format",
        format,
    ];
    run(folder, &[&posts[..], more].concat())
}

fn check(folder: &Path, format: &str) -> String {
    let files = [
        "check",
        "draft",
        "--against",
        "post-0.json",
        "post-1.json",
        "--format",
        format,
    ];
    run(folder, &files)
}

/// Panics where `text` could steer what shows it.
fn shows_only(text: &str, format: &str) {
    let steers = |sign: char| {
        (sign.is_control() && !matches!(sign, '\n' | '\t' | '\r'))
            || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(text.find(steers), None, "{format}");
}

/// Panics where a build machine would obey a line of `text`.
fn obeys_nothing(text: &str, format: &str) {
    for line in text.split(['\n', '\r']) {
        let is_command =
            line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso[");
        assert!(!is_command, "{format}: {line:?}");
    }
}

#[test]
fn pages_for_people_only_show_it() {
    let folder = event();
    for format in ["terminal", "markdown", "html", "csv", "tsv", "tei"] {
        shows_only(&compare(folder.path(), format, &[]), format);
    }
    for command in ["extract", "read"] {
        shows_only(&run(folder.path(), &[command, "post-0.json"]), command);
    }
    shows_only(
        &compare(folder.path(), "terminal", &["-v"]),
        "terminal in full",
    );
    shows_only(
        &run(
            folder.path(),
            &["trace", "the bridge is safe and open", "post-0.json"],
        ),
        "trace",
    );
    for format in ["terminal", "junit", "github", "github-summary"] {
        shows_only(&check(folder.path(), format), format);
    }
}

#[test]
fn markdown_holds_no_markup_of_theirs() {
    let folder = event();
    for page in [
        compare(folder.path(), "markdown", &[]),
        check(folder.path(), "github-summary"),
    ] {
        assert!(
            !page.contains("<img") && page.matches("](").count() == page.matches("\\](").count(),
            "{page}"
        );
        assert!(
            !page.contains("@everyone") && !page.contains("`code`"),
            "{page}"
        );
        assert!(
            page.lines()
                .all(|line| !line.trim_start().starts_with(['=', '+', '@']))
        );
    }
}

#[test]
fn no_line_is_a_command_of_theirs() {
    let folder = event();
    let github = check(folder.path(), "github");
    for line in github.lines() {
        assert!(
            line.starts_with("::error file=draft/") || line.starts_with("::warning file=draft/"),
            "{line}"
        );
        assert_eq!(
            line.matches("::error file=").count() + line.matches("::warning file=").count(),
            1
        );
    }
    for format in ["terminal", "markdown"] {
        obeys_nothing(&compare(folder.path(), format, &[]), format);
    }
    obeys_nothing(&compare(folder.path(), "terminal", &["-v"]), "in full");
    obeys_nothing(
        &run(
            folder.path(),
            &["compare", "post-0.json", "post-1.json", "--explain", "s1"],
        ),
        "explain",
    );
    for command in ["extract", "read"] {
        obeys_nothing(&run(folder.path(), &[command, "post-0.json"]), command);
    }
    let quote = "the bridge is safe and open";
    obeys_nothing(
        &run(folder.path(), &["trace", quote, "post-0.json"]),
        "trace",
    );
    for format in ["terminal", "github-summary"] {
        obeys_nothing(&check(folder.path(), format), format);
    }
    let junit = check(folder.path(), "junit");
    assert!(
        junit
            .lines()
            .all(|line| !line.trim_start().starts_with("::")),
        "{junit}"
    );
}

#[test]
fn no_cell_is_a_formula() {
    let folder = event();
    for (format, separator) in [("csv", b','), ("tsv", b'\t')] {
        for table in [
            "outlets",
            "statements",
            "renderings",
            "pairs",
            "facts",
            "cues",
            "comments",
        ] {
            let text = compare(folder.path(), format, &["--table", table]);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(separator)
                .from_reader(text.as_bytes());
            for record in reader.records() {
                for cell in &record.expect("as many cells as its head") {
                    assert!(
                        !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                        "{table}: {cell}"
                    );
                    assert!(!cell.contains('\n'), "{table}: {cell}");
                }
            }
        }
    }
}

#[test]
fn xml_and_json_are_whole() {
    let folder = event();
    for (format, xml) in [
        ("tei", compare(folder.path(), "tei", &[])),
        ("junit", check(folder.path(), "junit")),
    ] {
        let document = roxmltree::Document::parse(&xml);
        let document = document.unwrap_or_else(|error| panic!("{format}: {error}"));
        assert!(!document.descendants().any(|node| node.has_tag_name("img")));
    }
    for (format, text) in [
        ("json", compare(folder.path(), "json", &[])),
        ("sarif", check(folder.path(), "sarif")),
        ("gitlab", check(folder.path(), "gitlab")),
        ("json", check(folder.path(), "json")),
    ] {
        let value: Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{format}: {error}"));
        assert!(value.is_object() || value.is_array());
        // What is written as JSON is inert on a screen too.
        assert!(!text.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn sarif_makes_no_link_of_it() {
    let folder = event();
    let sarif: Value = serde_json::from_str(&check(folder.path(), "sarif")).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert!(!results.is_empty());
    for result in results {
        let message = result["message"]["text"].as_str().expect("a message");
        assert!(
            !message.contains("[x](javascript") || message.contains("\\[x"),
            "{message}"
        );
    }
}

#[cfg(feature = "store")]
#[test]
fn lists_of_a_store_only_show_it_and_hold_no_command() {
    let folder = event();
    for (at, words) in ["is safe", "is not safe"].into_iter().enumerate() {
        let revision = json!({
            "outlet": format!("::error::Mail {HOSTILE}"),
            "title": format!("::error::{words} {HOSTILE}"),
            "url": "https://mail.example/::error::x",
            "published": format!("2026-03-0{}T10:00:00Z", at + 1),
            "text": format!("“::error::The bridge {words} to cross {HOSTILE},” said Ann Lee {HOSTILE}."),
        });
        let file = folder.path().join(format!("mail-{at}.json"));
        fs::write(file, revision.to_string()).expect("a file");
    }
    let store = ["--store", "news.db"];
    let ask = |arguments: &[&str]| run(folder.path(), &[arguments, &store].concat());
    let files = [
        "post-0.json",
        "post-1.json",
        "post-2.json",
        "mail-0.json",
        "mail-1.json",
    ];
    for file in files {
        ask(&["ingest", file]);
    }
    for question in [
        &["search", "bridge"][..],
        &["search", "bridge", "--in", "text"],
        &["search", "safe", "--in", "headline"],
        &["history", "https://mail.example/::error::x"],
        &["events"],
        &["events", "show", "e1"],
        &["outlets"],
        &["outlets", "--explain", "direct"],
        &["outlets", "--explain", "articles"],
        &["stats"],
        &["trace", "the bridge is safe"],
    ] {
        let text = ask(question);
        shows_only(&text, &question.join(" "));
        obeys_nothing(&text, &question.join(" "));
    }
    shows_only(&ask(&["events", "--format", "html"]), "events as a page");
    shows_only(&ask(&["outlets", "--format", "html"]), "outlets as a page");
    shows_only(&ask(&["outlets", "--format", "csv"]), "outlets as a table");
}

#[test]
fn complaints_hold_no_command() {
    let folder = tempfile::tempdir().expect("a folder to write to");
    let name = "a\n::error::\u{1b}[2J##vso[x].json";
    fs::write(folder.path().join(name), "{\"a\": 1}").expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_rashomon"))
        .args(["compare", "."])
        .current_dir(folder.path())
        .output()
        .expect("the command runs");
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(text.contains("a ::error::"), "{text}");
    shows_only(&text, "complaints");
    obeys_nothing(&text, "complaints");
}
