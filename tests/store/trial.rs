//! A store in a folder of its own, asked through the command line.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A store in a folder of this test's own.
pub(crate) struct Trial {
    pub(crate) folder: tempfile::TempDir,
}

impl Trial {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder to write to"),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
        command
            .args(arguments)
            .env("RASHOMON_STORE", self.path("store.db"))
            .env("LANG", "C.UTF-8")
            .env_remove("NO_COLOR")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the command runs")
    }

    /// Runs a command that has to succeed; gives what it prints.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
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
    pub(crate) fn trouble(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        stderr(&output)
    }

    /// Runs a command with `text` on its standard input.
    pub(crate) fn piped(&self, arguments: &[&str], text: &str) -> Output {
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

    pub(crate) fn connection(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path("store.db")).expect("an SQLite file")
    }

    pub(crate) fn count(&self, sql: &str) -> i64 {
        self.connection()
            .query_row(sql, [], |row| row.get(0))
            .expect("a number")
    }
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

pub(crate) fn article(outlet: &str, url: &str, text: &str) -> String {
    let article = serde_json::json!({
        "outlet": outlet, "title": "Dam report", "url": url, "published": "2026-03-02T10:00:00Z",
        "text": text,
    });
    format!("{article}\n")
}
