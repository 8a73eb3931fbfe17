//! What is asked, as FTS5 wants it: phrases, so that no sign of its language means anything.

use super::SearchField;
use crate::store::StoreError;

/// Phrases to look for, all of them in one column of a full text.
#[derive(Clone, Debug)]
pub(super) struct Query {
    phrases: Vec<String>,
    /// None where the full text has one column only.
    column: Option<&'static str>,
}

impl Query {
    /// Reads words, and words between quotation marks.
    pub(super) fn parse(words: &str, field: SearchField) -> Result<Self, StoreError> {
        let mut phrases: Vec<String> = Vec::new();
        for (at, part) in words.split(['"', '“', '”', '„', '«', '»']).enumerate() {
            // Every second part stands between marks.
            let some: Vec<&str> = match at % 2 {
                0 => part.split_whitespace().collect(),
                _ => vec![part],
            };
            let some = some
                .into_iter()
                .filter(|phrase| phrase.chars().any(char::is_alphanumeric));
            phrases.extend(some.map(|phrase| match phrase.strip_suffix('*') {
                Some(stem) => format!("\"{stem}\" *"),
                None => format!("\"{phrase}\""),
            }));
        }
        if phrases.is_empty() {
            return Err(StoreError::Query(
                "there is no word in it; give the words to look for".to_owned(),
            ));
        }
        let column = match field {
            SearchField::Quotations => None,
            SearchField::Text => Some("text"),
            SearchField::Headline => Some("title"),
        };
        Ok(Self { phrases, column })
    }

    /// The question for all phrases.
    pub(super) fn all(&self) -> String {
        let phrases = self.phrases.join(" AND ");
        match self.column {
            None => phrases,
            Some(column) => format!("{column} : ({phrases})"),
        }
    }

    /// Whether some word may have any ending.
    pub(super) fn has_ending(&self) -> bool {
        self.phrases.iter().any(|phrase| phrase.ends_with('*'))
    }

    /// A query for each phrase, where there are several.
    pub(super) fn several(&self) -> impl Iterator<Item = Self> {
        let phrases = match self.phrases.as_slice() {
            [_] => &[],
            several => several,
        };
        phrases.iter().map(|phrase| Self {
            phrases: vec![phrase.clone()],
            column: self.column,
        })
    }

    /// One query for the phrases of several; none when there is none.
    pub(super) fn joined(queries: Vec<Self>) -> Option<Self> {
        queries.into_iter().reduce(|mut all, next| {
            all.phrases.extend(next.phrases);
            all
        })
    }
}
