//! Reading real files: `tests/read/event` is a folder as a user might have it, with articles in every
//! format that is read and every kind of file that is not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]
#![allow(clippy::print_stdout, reason = "a test shows what it missed")]

#[cfg(all(feature = "fetch", feature = "html"))]
#[path = "read/fetch.rs"]
mod fetch;
#[path = "read/formats.rs"]
mod formats;
#[path = "read/hostile.rs"]
mod hostile;
#[cfg(feature = "html")]
#[path = "read/layouts.rs"]
mod layouts;
#[cfg(feature = "html")]
#[path = "read/pages.rs"]
mod pages;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rashomon::Article;
use rashomon::read::{Input, Options, Reading, read, read_with};

const EVENT: &str = "tests/read/event";

fn read_paths(paths: &[&Path]) -> Reading {
    let inputs: Vec<Input> = paths
        .iter()
        .map(|path| Input::Path(path.to_path_buf()))
        .collect();
    read(&inputs, &mut |_, _| {})
}

/// What a reading gave, as a person would want to check it.
fn listed(reading: &Reading) -> String {
    let mut out = String::new();
    for article in &reading.articles {
        let Article {
            id,
            outlet,
            title,
            url,
            published,
            language,
            body,
            text,
            ..
        } = article;
        let words = article.words();
        let mut line = format!("{id}: {outlet}, {words} words from byte {}", body.start);
        for part in [title, url, language].into_iter().flatten() {
            let _ = write!(line, ", {part}");
        }
        if let Some(published) = published {
            let _ = write!(line, ", {} = {:?}", published.text, published.timestamp);
        }
        let last = body.slice(text).trim().lines().last().unwrap_or_default();
        let _ = writeln!(out, "{line}\n    … {last}");
    }
    for problem in &reading.left_out {
        let _ = writeln!(out, "LEFT OUT {problem}");
    }
    for note in &reading.notes {
        let _ = writeln!(out, "NOTE {note}");
    }
    out
}

/// An empty folder of this test run.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

#[cfg(feature = "html")]
#[test]
fn a_folder_of_everything() {
    insta::assert_snapshot!(listed(&read_paths(&[Path::new(EVENT)])));
}

#[test]
fn the_order_of_arguments_and_their_number_make_no_difference() {
    let folder = scratch("order");
    for place in ["a", "b"] {
        fs::create_dir(folder.join(place)).expect("a folder");
        for name in ["herald.txt", "post.txt"] {
            fs::write(folder.join(place).join(name), format!("From {place}.")).expect("a file");
        }
    }
    let (a, b) = (folder.join("a"), folder.join("b"));
    let one = b.join("herald.txt");
    let same = folder.join("a/../b/herald.txt");
    let expected = listed(&read_paths(&[&a, &b]));
    assert_eq!(listed(&read_paths(&[&b, &one, &a, &same, &b])), expected);
    let ids: Vec<String> = read_paths(&[&b, &a])
        .articles
        .into_iter()
        .map(|article| article.id)
        .collect();
    assert_eq!(ids, ["herald", "herald-2", "post", "post-2"]);
}

#[test]
fn a_folder_without_articles_says_what_is_in_it() {
    let folder = scratch("folders");
    for (name, hint) in [
        ("", "put one file"),
        ("ferry", "the folder \"ferry\""),
        ("bridge", "2 folders"),
    ] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
        let problem = read_paths(&[&folder]).left_out[0].to_string();
        assert!(
            problem.contains("holds no article") && problem.contains(hint),
            "{problem}"
        );
    }
}

#[test]
fn a_missing_file_is_named_and_the_others_are_read() {
    let reading = read_paths(&[
        Path::new("tests/read/nothing.txt"),
        Path::new("tests/read/event/crlf.txt"),
    ]);
    assert_eq!(reading.articles.len(), 1);
    let problem = reading.left_out[0].to_string();
    assert_eq!(
        problem,
        "tests/read/nothing.txt: there is no such file or folder; check the name"
    );
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let folder = scratch("limit");
    let path = folder.join("long.txt");
    fs::write(&path, "x".repeat(2_000_001)).expect("a file");
    let options = Options {
        max_file_bytes: 2_000_000,
        ..Options::default()
    };
    let reading = read_with(&[Input::Path(path)], &options, &mut |_| {});
    let problem = reading.left_out[0].to_string();
    assert!(
        problem.contains("is larger than the limit of 2 MB for one file")
            && problem.contains("--max-file-size"),
        "{problem}"
    );
}

#[cfg(unix)]
#[test]
fn what_might_never_end_is_refused() {
    let folder = scratch("special");
    let round = folder.join("round.txt");
    std::os::unix::fs::symlink("round.txt", &round).expect("a link to itself");
    std::os::unix::fs::symlink(".", folder.join("self")).expect("a link to the folder");
    std::os::unix::fs::symlink("/dev/zero", folder.join("zero.txt")).expect("a link to a device");
    let pipe = folder.join("pipe.txt");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "mkfifo makes a pipe"
    );
    fs::write(folder.join("herald.txt"), "Nobody was hurt.").expect("a file");
    let reading = read_paths(&[&folder]);
    assert_eq!(reading.articles.len(), 1);
    let problems: Vec<String> = reading.left_out.iter().map(ToString::to_string).collect();
    assert!(
        problems[0].contains("pipe.txt: is a pipe, not a file"),
        "{problems:?}"
    );
    assert!(
        problems[1].contains("round.txt: cannot be read"),
        "{problems:?}"
    );
    assert!(
        problems[2].contains("zero.txt: is a device, not a file"),
        "{problems:?}"
    );
    assert_eq!(problems.len(), 3);
}

#[test]
fn progress_counts_files() {
    let mut seen = Vec::new();
    let paths = ["tests/read/event/crlf.txt", "tests/read/event/empty.txt"];
    let inputs = paths.map(|path| Input::Path(path.into()));
    read(&inputs, &mut |done, all| seen.push((done, all)));
    assert_eq!(seen, [(0, 2), (1, 2), (2, 2)]);
}

#[test]
fn plain_files_are_their_own_text() {
    for name in ["callan-herald.md", "crlf.txt"] {
        let path = Path::new(EVENT).join(name);
        let reading = read_paths(&[&path]);
        assert_eq!(
            reading.articles[0].text.as_bytes(),
            fs::read(&path).expect("the file")
        );
    }
}
