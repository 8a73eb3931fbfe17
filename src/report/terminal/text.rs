//! Text that is measured in columns, styled, wrapped and never trusted.
//!
//! Everything on a page goes through [`Text::push`], which turns white space to single spaces and shows
//! characters that would steer the terminal (C0, C1, DEL, bidi controls) as visible substitutes. So an
//! article cannot colour, move or hide anything.

use std::io::{self, Write};
use std::ops::Range;
use std::rc::Rc;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::screen::{PLAIN, Screen};
use crate::report::log::breaks;
use crate::report::visible::substitute;

/// A piece of a line, or a paragraph before it is wrapped.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    plain: String,
    /// Consecutive, covering all of `plain`.
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    range: Range<usize>,
    style: Style,
    /// An address of the web, in ASCII without controls.
    link: Option<Rc<str>>,
}

impl Piece {
    fn new(range: Range<usize>, style: Style) -> Self {
        Self {
            range,
            style,
            link: None,
        }
    }
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
        match self.pieces.last_mut() {
            Some(last) if last.style == style && last.link.is_none() => last.range.end = range.end,
            _ if range.is_empty() => {}
            _ => self.pieces.push(Piece::new(range, style)),
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
        self.pieces.push(Piece::new(start..self.plain.len(), style));
        self
    }

    /// The same as a link to `address`, where there is one and the screen has links.
    #[must_use]
    pub(super) fn leading_to(mut self, address: Option<&str>, screen: Screen) -> Self {
        if let Some(address) = address.filter(|_| screen.has_links()) {
            let link: Rc<str> = in_ascii(address).into();
            for piece in &mut self.pieces {
                piece.link = Some(Rc::clone(&link));
            }
        }
        self
    }

    pub(super) fn append(&mut self, other: &Self) {
        for piece in &other.pieces {
            let start = self.plain.len();
            self.plain.push_str(&other.plain[piece.range.clone()]);
            self.pieces.push(Piece {
                range: start..self.plain.len(),
                ..piece.clone()
            });
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
            self.pieces.push(Piece::new(start..self.plain.len(), PLAIN));
        }
        self
    }

    /// Columns on the screen; wide characters take two.
    pub(super) fn width(&self) -> usize {
        self.plain.width()
    }

    /// Whether its last words are in `style`.
    pub(super) fn ends_with(&self, style: Style) -> bool {
        self.pieces.last().is_some_and(|last| last.style == style)
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
        let style = self.pieces.first().map_or(PLAIN, |first| first.style);
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

    /// A line that no build machine obeys when it stands in a log.
    #[must_use]
    pub(super) fn without_commands(self) -> Self {
        let breaks = breaks(&self.plain);
        if breaks.is_empty() {
            return self;
        }
        let mut inert = Self::new();
        let mut done = 0;
        for at in breaks {
            inert.append(&self.slice(done..at));
            inert = inert.and_spaced(" ", PLAIN);
            done = at;
        }
        inert.append(&self.slice(done..self.plain.len()));
        inert
    }

    /// Writes it, with colour where the screen has it.
    pub(super) fn write(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        if !screen.is_colored() && !screen.has_links() {
            return write!(out, "{}", self.plain);
        }
        for piece in &self.pieces {
            let text = &self.plain[piece.range.clone()];
            let style = if screen.is_colored() {
                piece.style
            } else {
                PLAIN
            };
            match &piece.link {
                Some(link) => write!(
                    out,
                    "\u{1b}]8;;{link}\u{1b}\\{style}{text}{style:#}\u{1b}]8;;\u{1b}\\"
                )?,
                None => write!(out, "{style}{text}{style:#}")?,
            }
        }
        Ok(())
    }

    fn slice(&self, wanted: Range<usize>) -> Self {
        let mut slice = Self::new();
        for piece in &self.pieces {
            let start = piece.range.start.max(wanted.start);
            let end = piece.range.end.min(wanted.end);
            if start < end {
                let from = slice.plain.len();
                slice.plain.push_str(&self.plain[start..end]);
                slice.pieces.push(Piece {
                    range: from..slice.plain.len(),
                    ..piece.clone()
                });
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

/// `address` with every byte that is not printable ASCII percent-encoded, as a terminal expects it.
fn in_ascii(address: &str) -> String {
    let mut ascii = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            ascii.push(char::from(byte));
        } else {
            ascii.push_str(&format!("%{byte:02X}"));
        }
    }
    ascii
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
    fn a_log_of_a_build_machine_holds_no_command() {
        let line = |text: &str| Text::of(text, PLAIN).without_commands().plain;
        assert_eq!(line(" ::error::x ::y"), " : :error::x ::y");
        assert_eq!(line("a ##vso[x] ##[y]"), "a # #vso[x] # #[y]");
        assert_eq!(line("std::fmt ## [x]"), "std::fmt ## [x]");
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

    #[test]
    fn links_are_written_only_where_asked_for() {
        let text = Text::of("post", PLAIN);
        let written = |screen: Screen| {
            let mut out = Vec::new();
            let text = text.clone().leading_to(Some("https://a.example/é"), screen);
            text.write(screen, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(written(Screen::new(80)), "post");
        assert_eq!(
            written(Screen::new(80).with_links(true)),
            "\u{1b}]8;;https://a.example/%C3%A9\u{1b}\\post\u{1b}]8;;\u{1b}\\"
        );
    }
}
