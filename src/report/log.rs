//! Lines that may end in the log of a build machine, which obeys some of them.
//!
//! ```text
//! ::error::x         GitHub, at the start of a line, spaces or not   ──▶   : :error::x
//! ##[section]x       GitHub and Azure, anywhere in a line            ──▶   # #[section]x
//! ##vso[task.x]y     Azure, anywhere in a line                       ──▶   # #vso[task.x]y
//! ```
//!
//! Words of an article must not get the chance, so a space goes into whatever would be obeyed.

use std::io::{self, Write};

use super::visible::visible;

/// Where a space has to go into `line`, in bytes, ascending.
pub(super) fn breaks(line: &str) -> Vec<usize> {
    let mut breaks: Vec<usize> = ["##[", "##vso["]
        .iter()
        .flat_map(|command| line.match_indices(command))
        .map(|(at, _)| at + 1)
        .collect();
    let lead = line.len() - line.trim_start().len();
    if line[lead..].starts_with("::") {
        breaks.push(lead + 1);
    }
    breaks.sort_unstable();
    breaks
}

/// `text` on one line, with visible substitutes for what would steer a screen.
pub(crate) fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&words.join(" ")).into_owned()
}

/// Writes lines of which none is a command.
pub(crate) struct InertLines<'a> {
    out: &'a mut dyn Write,
    /// The line that has not ended yet.
    line: Vec<u8>,
}

impl<'a> InertLines<'a> {
    /// A writer in front of `out`.
    pub(crate) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            out,
            line: Vec::new(),
        }
    }

    fn write_line(&mut self) -> io::Result<()> {
        let line = String::from_utf8_lossy(&self.line);
        let mut done = 0;
        for at in breaks(&line) {
            self.out.write_all(&line.as_bytes()[done..at])?;
            self.out.write_all(b" ")?;
            done = at;
        }
        self.out.write_all(&line.as_bytes()[done..])?;
        self.line.clear();
        Ok(())
    }
}

impl Write for InertLines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                self.write_line()?;
            }
        }
        Ok(bytes.len())
    }

    /// Writes also a line that has not ended.
    fn flush(&mut self) -> io::Result<()> {
        self.write_line()?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_written_in_pieces_is_no_command() {
        let mut out = Vec::new();
        let mut lines = InertLines::new(&mut out);
        for piece in [" :", ":error::x ::y\n", "std::fmt ##", "vso[x] ##[y]\n::a"] {
            lines.write_all(piece.as_bytes()).unwrap();
        }
        lines.flush().unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out, " : :error::x ::y\nstd::fmt # #vso[x] # #[y]\n: :a");
    }

    #[test]
    fn what_would_start_a_line_stands_on_one() {
        let line = on_one_line("the bridge\r::error::x\n\u{1b}[2J\u{202e}\tis safe");
        assert_eq!(line, "the bridge ::error::x ␛[2J<U+202E> is safe");
    }
}
