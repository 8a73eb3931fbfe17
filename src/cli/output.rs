//! Where reports go.

use std::env;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use clap::ValueEnum;

/// The formats of one subcommand.
pub(super) trait FormatName: ValueEnum + Copy {
    /// The format when nothing is said.
    const DEFAULT: Self;

    /// The format that a file with this ending (without its dot, in lower case) holds.
    fn of_ending(ending: &str) -> Option<Self> {
        let (_, names) = ENDINGS.iter().find(|(known, _)| *known == ending)?;
        names
            .iter()
            .find_map(|name| Self::from_str(name, false).ok())
    }
}

/// Endings with the names of the formats that such a file may hold; the first counts that a subcommand has.
const ENDINGS: [(&str, &[&str]); 14] = [
    ("txt", &["text", "terminal"]),
    ("html", &["html"]),
    ("htm", &["html"]),
    ("md", &["markdown", "github-summary"]),
    ("markdown", &["markdown"]),
    ("csv", &["csv"]),
    ("tsv", &["tsv"]),
    ("tab", &["tsv"]),
    ("xml", &["tei", "junit"]),
    ("tei", &["tei"]),
    ("json", &["json", "jsonl"]),
    ("jsonl", &["jsonl"]),
    ("ndjson", &["jsonl"]),
    ("sarif", &["sarif"]),
];

/// One report to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Destination<F> {
    pub(super) format: F,
    /// Standard output if none.
    pub(super) file: Option<PathBuf>,
}

/// Joins the `--format` and `-o` arguments:
///
/// | given | meaning |
/// |---|---|
/// | nothing | the default format, to standard output |
/// | one file, one format | that format into that file |
/// | files alone | each in the format that its ending names |
/// | formats alone | each to standard output, one after the other |
/// | as many files as formats | pairs, in the order given |
pub(super) fn destinations<F: FormatName>(
    formats: &[F],
    files: &[PathBuf],
) -> anyhow::Result<Vec<Destination<F>>> {
    if files.is_empty() {
        let formats = if formats.is_empty() {
            &[F::DEFAULT]
        } else {
            formats
        };
        let to_stdout = formats.iter().map(|format| Destination {
            format: *format,
            file: None,
        });
        return Ok(to_stdout.collect());
    }
    if !formats.is_empty() && formats.len() != files.len() {
        bail!(
            "{} × --format and {} × -o do not pair up: give as many of each, or leave out --format \
             and let the endings of the files decide",
            formats.len(),
            files.len()
        );
    }
    let mut destinations = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let format = match formats.get(at) {
            Some(format) => *format,
            None => format_of(file)?,
        };
        destinations.push(Destination {
            format,
            file: (file.as_os_str() != "-").then(|| file.clone()),
        });
    }
    Ok(destinations)
}

/// Refuses to choose a table where none is written.
///
/// # Errors
/// One that says what to add.
pub(super) fn require_table<F: FormatName + PartialEq>(
    is_chosen: bool,
    destinations: &[Destination<F>],
) -> anyhow::Result<()> {
    let tables = ["csv", "tsv"].map(F::of_ending);
    let is_table = |to: &Destination<F>| tables.contains(&Some(to.format));
    if is_chosen && !destinations.iter().any(is_table) {
        bail!("--table says which table csv and tsv hold; add --format csv, or -o FILE.csv");
    }
    Ok(())
}

fn format_of<F: FormatName>(file: &Path) -> anyhow::Result<F> {
    if file.as_os_str() == "-" {
        return Ok(F::DEFAULT);
    }
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    F::of_ending(&ending.to_lowercase()).with_context(|| {
        format!(
            "{}: no format has the ending {ending:?}; name one with --format",
            file.display()
        )
    })
}

/// Opens `file` or standard output and lets `write` write to it. A reader who closes the pipe has seen
/// enough: that is no error.
pub(super) fn write_to(
    file: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let written = match file {
        None => finish(BufWriter::new(io::stdout().lock()), write),
        Some(path) => File::create(path).and_then(|file| finish(BufWriter::new(file), write)),
    };
    match written {
        Err(error) if is_closed_pipe(&error) => Ok(()),
        written => written.with_context(|| match file {
            Some(path) => cannot_be_written(path),
            None => "standard output: cannot be written".to_owned(),
        }),
    }
}

/// What to say of a file that could not be made; where its folder is missing, that.
fn cannot_be_written(path: &Path) -> String {
    let folder = path.parent().unwrap_or(Path::new(""));
    let named = !folder.as_os_str().is_empty();
    let what = match named && !folder.exists() {
        true => format!("; make the folder {} first", folder.display()),
        false => String::new(),
    };
    format!("{}: cannot be written{what}", path.display())
}

/// Whether nobody reads any longer, which is no trouble. The writer of tables wraps what it heard.
fn is_closed_pipe(error: &io::Error) -> bool {
    let wrapped = error.get_ref().and_then(|inner| inner.downcast_ref());
    let heard = match wrapped.map(csv::Error::kind) {
        Some(csv::ErrorKind::Io(heard)) => heard,
        _ => error,
    };
    heard.kind() == io::ErrorKind::BrokenPipe
}

/// Lets the reader's pager show what `write` writes; plain standard output where that is no terminal.
pub(super) fn page_through(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    if !io::stdout().is_terminal() {
        return write_to(None, write);
    }
    let pager = env::var("PAGER").unwrap_or_default();
    let mut words = pager.split_whitespace();
    let program = words.next().unwrap_or("less");
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        // Colours as they are, and no paging of what fits on the screen.
        command.env("LESS", "FRX");
    }
    let mut child = command
        .spawn()
        .with_context(|| format!("{program}: cannot be started; set $PAGER to another pager"))?;
    let written = match child.stdin.take() {
        Some(pipe) => finish(BufWriter::new(pipe), write),
        None => Ok(()),
    };
    child
        .wait()
        .with_context(|| format!("{program}: did not end"))?;
    match written {
        Err(error) if !is_closed_pipe(&error) => {
            Err(error).with_context(|| format!("{program}: cannot be written to"))
        }
        _ => Ok(()),
    }
}

fn finish(
    mut out: impl Write,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    write(&mut out)?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
    enum Name {
        Terminal,
        Json,
    }

    impl FormatName for Name {
        const DEFAULT: Self = Self::Terminal;
    }

    fn joined(formats: &[Name], files: &[&str]) -> anyhow::Result<Vec<(Name, Option<String>)>> {
        let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        let joined = destinations(formats, &files)?.into_iter().map(|to| {
            let file = to.file.map(|path| path.display().to_string());
            (to.format, file)
        });
        Ok(joined.collect())
    }

    #[test]
    fn the_ending_decides_unless_a_format_is_given() {
        let file = |name: &str| Some(name.to_owned());
        assert_eq!(joined(&[], &[]).unwrap(), [(Name::Terminal, None)]);
        assert_eq!(
            joined(&[], &["a.JSON", "b.txt"]).unwrap(),
            [
                (Name::Json, file("a.JSON")),
                (Name::Terminal, file("b.txt"))
            ]
        );
        assert_eq!(
            joined(&[Name::Json], &["report"]).unwrap(),
            [(Name::Json, file("report"))]
        );
        assert_eq!(
            joined(&[Name::Json, Name::Terminal], &["a", "-"]).unwrap(),
            [(Name::Json, file("a")), (Name::Terminal, None)]
        );
    }

    #[test]
    fn an_unknown_ending_or_an_uneven_number_is_refused() {
        let message =
            |formats: &[Name], files: &[&str]| joined(formats, files).unwrap_err().to_string();
        assert!(message(&[], &["report.pdf"]).contains("--format"));
        assert!(message(&[Name::Json, Name::Terminal], &["a.json"]).contains("pair up"));
    }
}
