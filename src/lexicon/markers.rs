//! Words that open what an outlet says in its own voice, from `markers.tsv`: "Editor's note", "Update".

use super::tables;

/// Words that open what an outlet says in its own voice.
#[derive(Clone, Copy, Debug)]
pub struct Marker {
    /// In lower case, without the punctuation that follows.
    pub text: &'static str,
    /// Whether it may open a paragraph.
    pub opens_paragraph: bool,
    /// Whether it may open a remark in brackets.
    pub opens_bracket: bool,
}

/// The markers of a language, by the letters.
pub(super) fn load(language: &str) -> Vec<Marker> {
    let markers = tables::rows(language, "markers").map(|row| Marker {
        text: row.column(0),
        opens_paragraph: matches!(row.column(1), "start" | "either"),
        opens_bracket: matches!(row.column(1), "bracket" | "either"),
    });
    let mut markers: Vec<Marker> = markers.collect();
    markers.sort_by_key(|marker| marker.text);
    markers
}

/// Those of `markers`, which come by the letters, that begin with this letter.
pub(super) fn starting_with(markers: &[Marker], letter: char) -> &[Marker] {
    let first = |marker: &Marker| marker.text.chars().next();
    let start = markers.partition_point(|marker| first(marker) < Some(letter));
    let rest = &markers[start..];
    &rest[..rest.partition_point(|marker| first(marker) == Some(letter))]
}
