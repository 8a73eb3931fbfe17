//! The command line with real files: what goes where, and how a run ends.

mod checking;
mod extracting;
mod reading;
mod writing;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

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
fn options_of_a_command_stand_before_those_that_several_share() {
    let mut commands = vec!["compare", "check", "trace", "extract", "read"];
    if cfg!(feature = "store") {
        commands.extend(["ingest", "search", "events", "outlets", "export"]);
    }
    for command in commands {
        let help = String::from_utf8(run(&[command, "--help"]).stdout).unwrap();
        let headings = [
            "\nReading:",
            "\nStore:",
            "\nWhat to show:",
            "\nLayout of text:",
        ];
        let places = headings.iter().filter_map(|heading| help.find(heading));
        let first = places.min().expect("a group of options");
        for option in ["--format <", "--output <", "--lang <"] {
            let place = help.find(option);
            assert!(place.is_none_or(|at| at < first), "{command} {option}");
        }
    }
}

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
        &["compare", EVENT, "--table", "facts"],
        &["trace", "the gauge did not fail"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!stderr(&output).is_empty(), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}
