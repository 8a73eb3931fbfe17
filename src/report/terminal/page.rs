use std::io::{self, Write};

use super::screen::{PLAIN, STRONG, Screen};
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
        let clipped = text.clipped(self.screen.width(), self.screen.ellipsis());
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
        let room = self.screen.width().saturating_sub(indent);
        let mut head = first.clipped(indent, self.screen.ellipsis());
        for line in body.wrapped(room) {
            let mut whole = head.padded(indent);
            whole.append(&line);
            self.line(whole)?;
            head = Text::new();
        }
        if head.is_empty() {
            Ok(())
        } else {
            self.line(head)
        }
    }

    /// A paragraph `indent` columns from the edge.
    pub(super) fn paragraph(&mut self, indent: usize, body: &str) -> io::Result<()> {
        self.entry(Text::new(), indent, &Text::of(body, PLAIN))
    }
}
