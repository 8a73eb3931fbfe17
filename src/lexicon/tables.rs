//! The tables as they are built into the program: text, one row a line, columns separated by tabs,
//! `#` for comments.

/// Code and tables of every language, by code; tables by file name without its ending.
static LANGUAGES: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The codes of the languages that have tables, ascending.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(code, _)| *code)
}

/// The names of the tables of a language, ascending.
#[cfg(test)]
pub(super) fn names(language: &str) -> impl Iterator<Item = &'static str> {
    let languages = LANGUAGES.iter().filter(move |(code, _)| *code == language);
    languages.flat_map(|(_, tables)| tables.iter().map(|(name, _)| *name))
}

/// The rows of one table of a language; none when the language lacks it.
pub(super) fn rows(language: &str, table: &str) -> impl Iterator<Item = Row> {
    let tables = LANGUAGES
        .iter()
        .find(|(code, _)| *code == language)
        .map_or(&[][..], |(_, tables)| tables);
    let text = tables
        .iter()
        .find(|(name, _)| *name == table)
        .map_or("", |(_, text)| text);
    Rows(text)
}

/// The rows of a table that are still to come.
struct Rows(&'static str);

impl Iterator for Rows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        while !self.0.is_empty() {
            let (line, rest) = cut(self.0, b'\n');
            self.0 = rest;
            let line = line.trim_ascii_end();
            if !line.is_empty() && !line.starts_with('#') {
                return Some(Row(line));
            }
        }
        None
    }
}

/// `text` before and behind the first `sign`, which is ASCII. What is cut here is a few bytes long, so that
/// looking at one byte after the other is the quickest way: each start of the program reads thousands of rows.
fn cut(text: &'static str, sign: u8) -> (&'static str, &'static str) {
    match text.bytes().position(|byte| byte == sign) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row(&'static str);

impl Row {
    /// The text of a column, counted from 0; empty when the row has fewer.
    pub(super) fn column(self, index: usize) -> &'static str {
        let behind = (0..index).fold(self.0, |rest, _| cut(rest, b'\t').1);
        cut(behind, b'\t').0
    }

    /// The words of a column.
    pub(super) fn words(self, index: usize) -> impl Iterator<Item = &'static str> {
        self.column(index).split_ascii_whitespace()
    }
}
