//! Words that open a line that says who wrote: "By", "Propos recueillis par". Those of all languages
//! are one list, since who wrote is read before the language of a text is told.

use std::sync::OnceLock;

use super::tables;

/// One way to open such a line.
#[derive(Debug)]
struct Opening {
    /// In small letters.
    words: &'static str,
    /// Whether it must begin with a capital, since a name can begin with the same word ("von Hagen").
    is_capital: bool,
}

/// What stands behind the words that open `line`, if it says who wrote.
pub(crate) fn behind_by(line: &str) -> Option<&str> {
    static OPENINGS: OnceLock<Vec<Opening>> = OnceLock::new();
    let openings = OPENINGS.get_or_init(|| {
        let rows = tables::codes().flat_map(|code| tables::rows(code, "bylines"));
        let openings = rows.map(|row| Opening {
            words: row.column(0),
            is_capital: row.column(1) == "capital",
        });
        openings.collect()
    });
    openings.iter().find_map(|opening| opening.before(line))
}

impl Opening {
    fn before<'l>(&self, line: &'l str) -> Option<&'l str> {
        let count = self.words.chars().count();
        let (end, _) = line.char_indices().nth(count)?;
        let (opening, rest) = line.split_at(end);
        let is_it = opening.to_lowercase() == self.words
            && !(self.is_capital && opening.starts_with(char::is_lowercase));
        let name = rest.trim_start();
        (is_it && name.len() < rest.len() && !name.is_empty()).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wrote_stands_behind_the_words_that_say_so() {
        for (line, expected) in [
            ("By Lena Ost", Some("Lena Ost")),
            ("BY LENA OST", Some("LENA OST")),
            ("by Lena Ost", Some("Lena Ost")),
            ("Propos recueillis par Léa Roux", Some("Léa Roux")),
            ("Von Lena Ost", Some("Lena Ost")),
            ("Автор: Анна Котова", Some("Анна Котова")),
            ("von Hagen", None),
            ("Byron Ost", None),
            ("By", None),
            ("", None),
        ] {
            assert_eq!(behind_by(line), expected, "{line}");
        }
    }
}
