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
}

/// `text` in one line, or nothing when it is blank.
pub(super) fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
