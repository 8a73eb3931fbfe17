//! An article as one format gives it, before dates, language and id are settled.

use crate::Span;

/// What a format found; empty strings are never kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    /// Its line or its place in the list, from 1, when the file is made for several.
    pub number: Option<usize>,
    /// The name that the file itself gives it.
    pub id: Option<String>,
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    pub language: Option<String>,
    pub text: String,
    pub body: Option<Span>,
    /// Paragraphs that are set off as a block quotation.
    pub set_off: Vec<Span>,
}

#[cfg(test)]
impl Draft {
    /// Its fields and its text, for comparing; what is missing is empty.
    pub(super) fn into_fields(self) -> [String; 7] {
        let fields = [
            self.outlet,
            self.title,
            self.byline,
            self.url,
            self.published,
            self.language,
            Some(self.text),
        ];
        fields.map(Option::unwrap_or_default)
    }
}

/// `text` in one line, or nothing when it is blank.
pub(super) fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
