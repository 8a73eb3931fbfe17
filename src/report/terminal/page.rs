use std::io::{self, Write};

use super::screen::{FAINT, PLAIN, STRONG, Screen};
use super::text::Text;

/// The page being written, line by line.
pub(super) struct Page<'a> {
    pub(super) screen: Screen,
    out: &'a mut dyn Write,
}

impl<'a> Page<'a> {
    pub(super) fn new(screen: Screen, out: &'a mut dyn Write) -> Self {
        Self { screen, out }
    }

    /// One line, cut where it would leave the screen.
    pub(super) fn line(&mut self, text: Text) -> io::Result<()> {
        let mut clipped = text
            .without_commands()
            .clipped(self.screen.width(), self.screen.signs().ellipsis());
        clipped.trim_end();
        clipped.write(self.screen, self.out)?;
        writeln!(self.out)
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// An empty line and a heading.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        self.line(Text::of(text, STRONG))
    }

    /// `first` (padded to `indent` columns) and `body` beside it, wrapped, further lines under the body.
    pub(super) fn entry(&mut self, first: Text, indent: usize, body: &Text) -> io::Result<()> {
        for line in Self::entry_lines(&first, indent, body, self.screen.width()) {
            self.line(line)?;
        }
        Ok(())
    }

    /// The lines of an [`entry`](Self::entry) that is `width` columns wide; `first` has to fit.
    pub(super) fn entry_lines(first: &Text, indent: usize, body: &Text, width: usize) -> Vec<Text> {
        let mut head = first.clone();
        let mut lines = Vec::new();
        for line in body.wrapped(width.saturating_sub(indent)) {
            lines.push(head.padded(indent).joined(&line));
            head = Text::new();
        }
        if !head.is_empty() {
            lines.push(head);
        }
        lines
    }

    /// Two columns of lines, the second `edge` columns from the left.
    pub(super) fn beside(&mut self, left: &[Text], edge: usize, right: &[Text]) -> io::Result<()> {
        for at in 0..left.len().max(right.len()) {
            let mut line = left.get(at).cloned().unwrap_or_default();
            if let Some(right) = right.get(at) {
                line = line.padded(edge).joined(right);
            }
            self.line(line)?;
        }
        Ok(())
    }

    /// Short entries in lines, two spaces between them, never broken inside.
    pub(super) fn pieces(&mut self, indent: usize, entries: &[String]) -> io::Result<()> {
        let mut line = Text::new();
        for entry in entries {
            let entry = Text::of(entry, FAINT);
            if line.width() + 2 + entry.width() > self.screen.width() {
                self.line(std::mem::take(&mut line))?;
            }
            let edge = if line.is_empty() {
                indent
            } else {
                line.width() + 2
            };
            line = line.padded(edge).joined(&entry);
        }
        self.line(line)
    }

    /// A paragraph `indent` columns from the edge.
    pub(super) fn paragraph(&mut self, indent: usize, body: &str) -> io::Result<()> {
        self.entry(Text::new(), indent, &Text::of(body, PLAIN))
    }
}
