//! Text that is measured in columns, styled, wrapped and never trusted.
//!
//! Everything on a page goes through [`Text::push`], which turns white space to single spaces and shows
//! characters that would steer the terminal (C0, C1, DEL, bidi controls) as visible substitutes. So an
//! article cannot colour, move or hide anything.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::screen::{PLAIN, Screen};
use crate::report::visible::substitute;

/// A piece of a line, or a paragraph before it is wrapped.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    plain: String,
    /// Consecutive, covering all of `plain`.
    styles: Vec<(Range<usize>, Style)>,
}

impl Text {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn of(text: &str, style: Style) -> Self {
        Self::new().and(text, style)
    }

    /// Appends `text`.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        let start = self.plain.len();
        for sign in text.chars() {
            self.push_visible(sign);
        }
        let range = start..self.plain.len();
        match self.styles.last_mut() {
            Some((last, same)) if *same == style => last.end = range.end,
            _ if range.is_empty() => {}
            _ => self.styles.push((range, style)),
        }
    }

    /// The same with `text` appended.
    #[must_use]
    pub(super) fn and(mut self, text: &str, style: Style) -> Self {
        self.push(text, style);
        self
    }

    /// The same with `other` behind it.
    #[must_use]
    pub(super) fn joined(mut self, other: &Self) -> Self {
        self.append(other);
        self
    }

    /// The same with `text` appended, every space of it kept; for our own words only.
    #[must_use]
    pub(super) fn and_spaced(mut self, text: &'_ str, style: Style) -> Self {
        let start = self.plain.len();
        self.plain.push_str(text);
        self.styles.push((start..self.plain.len(), style));
        self
    }

    pub(super) fn append(&mut self, other: &Self) {
        for (range, style) in &other.styles {
            let start = self.plain.len();
            self.plain.push_str(&other.plain[range.clone()]);
            self.styles.push((start..self.plain.len(), *style));
        }
    }

    /// Appends spaces until the text has `width` columns.
    #[must_use]
    pub(super) fn padded(mut self, width: usize) -> Self {
        let missing = width.saturating_sub(self.width());
        // Past `push`, which would make one space of them.
        let start = self.plain.len();
        self.plain.extend(std::iter::repeat_n(' ', missing));
        if missing > 0 {
            self.styles.push((start..self.plain.len(), PLAIN));
        }
        self
    }

    /// Columns on the screen; wide characters take two.
    pub(super) fn width(&self) -> usize {
        self.plain.width()
    }

    /// Whether its last words are in `style`.
    pub(super) fn ends_with(&self, style: Style) -> bool {
        self.styles.last().is_some_and(|(_, last)| *last == style)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// At most `width` columns of it, with `ellipsis` at the end when something was cut.
    #[must_use]
    pub(super) fn clipped(self, width: usize, ellipsis: &str) -> Self {
        if self.width() <= width {
            return self;
        }
        let room = width.saturating_sub(ellipsis.width());
        let mut columns = 0;
        let end = self
            .plain
            .char_indices()
            .find(|(_, sign)| {
                columns += sign.width().unwrap_or(0);
                columns > room
            })
            .map_or(self.plain.len(), |(at, _)| at);
        let style = self.styles.first().map_or(PLAIN, |(_, style)| *style);
        let mut clipped = self.slice(0..end);
        clipped.trim_end();
        clipped.and(ellipsis, style)
    }

    /// Lines of at most `width` columns, broken at spaces, or inside a word that is longer.
    pub(super) fn wrapped(&self, width: usize) -> Vec<Self> {
        let options = textwrap::Options::new(width.max(1))
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let mut at = 0;
        let mut lines = Vec::new();
        for line in textwrap::wrap(&self.plain, options) {
            // Lines are slices in order, with the spaces between them left out.
            let start = self.plain[at..].find(&*line).map_or(at, |skip| at + skip);
            at = start + line.len();
            lines.push(self.slice(start..at));
        }
        lines
    }

    /// Writes it, with colour where the screen has it.
    pub(super) fn write(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        if !screen.is_colored() {
            return write!(out, "{}", self.plain);
        }
        for (range, style) in &self.styles {
            let text = &self.plain[range.clone()];
            write!(out, "{style}{text}{style:#}")?;
        }
        Ok(())
    }

    fn slice(&self, wanted: Range<usize>) -> Self {
        let mut slice = Self::new();
        for (range, style) in &self.styles {
            let start = range.start.max(wanted.start);
            let end = range.end.min(wanted.end);
            if start < end {
                let from = slice.plain.len();
                slice.plain.push_str(&self.plain[start..end]);
                slice.styles.push((from..slice.plain.len(), *style));
            }
        }
        slice
    }

    pub(super) fn trim_end(&mut self) {
        let kept = self.plain.trim_end().len();
        *self = self.slice(0..kept);
    }

    fn push_visible(&mut self, sign: char) {
        match sign {
            _ if sign.is_whitespace() => {
                if !self.plain.ends_with(' ') {
                    self.plain.push(' ');
                }
            }
            // A picture in two columns where one is counted, and a hyphen where none is.
            '\u{fe0f}' | '\u{ad}' => {}
            _ => match substitute(sign) {
                Some(substitute) => self.plain.push_str(&substitute),
                None => self.plain.push(sign),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::terminal::screen::STRONG;

    fn lines(text: &str, width: usize) -> Vec<String> {
        let text = Text::of(text, PLAIN);
        text.wrapped(width)
            .into_iter()
            .map(|line| line.plain)
            .collect()
    }

    #[test]
    fn controls_become_visible_and_white_space_single() {
        let text = Text::of("a\u{1b}[31mb \n\t c\u{202e}d\u{9b}e\u{7f}", PLAIN);
        assert_eq!(text.plain, "a␛[31mb c<U+202E>d<U+009B>e␡");
    }

    #[test]
    fn wide_and_combining_characters_are_measured() {
        assert_eq!(Text::of("你好", PLAIN).width(), 4);
        assert_eq!(Text::of("e\u{301}te\u{301}", PLAIN).width(), 3);
        let clipped = Text::of("你好你好", PLAIN).clipped(6, "…");
        assert_eq!(clipped.plain, "你好…");
        let clipped = Text::of("e\u{301}te\u{301} passe\u{301}", PLAIN).clipped(4, "…");
        assert_eq!(clipped.plain, "e\u{301}te\u{301}…");
    }

    #[test]
    fn lines_break_at_spaces_or_inside_a_long_word() {
        assert_eq!(lines("the bridge is safe", 10), ["the bridge", "is safe"]);
        assert_eq!(lines("你好你好你", 4), ["你好", "你好", "你"]);
    }

    #[test]
    fn styles_survive_wrapping() {
        let text = Text::of("the ", PLAIN)
            .and("old bridge", STRONG)
            .and(" fell", PLAIN);
        let mut colored = Vec::new();
        for line in text.wrapped(8) {
            line.write(Screen::new(80).with_color(true), &mut colored)
                .unwrap();
            colored.push(b'\n');
        }
        assert_eq!(
            String::from_utf8(colored).unwrap(),
            "the \u{1b}[1mold\u{1b}[0m\n\u{1b}[1mbridge\u{1b}[0m\nfell\n"
        );
    }
}
