//! What is asked, as FTS5 wants it: phrases, so that no sign of its language means anything.

use super::SearchField;
use crate::store::StoreError;
use crate::store::words::words;

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
                Some(stem) => format!("{} *", in_marks(stem)),
                None => in_marks(phrase),
            }));
        }
        if phrases.is_empty() {
            return Err(StoreError::Query(
                "there is no word in it; give the words to look for".to_owned(),
            ));
        }
        let column = (field != SearchField::Quotations).then(|| field.column());
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
        self.phrases.iter().any(|phrase| is_open(phrase))
    }

    /// The query with other phrases, which `wordings` gives, in place of those with an ending: one of them is enough.
    /// Nothing where it gives none for some.
    pub(super) fn spelt_out<E>(
        &self,
        mut wordings: impl FnMut(&Self) -> Result<Vec<String>, E>,
    ) -> Result<Option<Self>, E> {
        let mut phrases = Vec::with_capacity(self.phrases.len());
        for phrase in &self.phrases {
            if !is_open(phrase) {
                phrases.push(phrase.clone());
                continue;
            }
            let wordings = wordings(&self.with(vec![phrase.clone()]))?;
            if wordings.is_empty() {
                return Ok(None);
            }
            let wordings = wordings.iter().map(|wording| in_marks(wording));
            let wordings: Vec<String> = wordings.collect();
            phrases.push(format!("({})", wordings.join(" OR ")));
        }
        Ok(Some(self.with(phrases)))
    }

    /// Its phrases with an ending and those without; nothing where there is none.
    pub(super) fn by_ending(&self) -> (Option<Self>, Option<Self>) {
        let phrases = self.phrases.iter().cloned();
        let (open, closed): (Vec<_>, Vec<_>) = phrases.partition(|phrase| is_open(phrase));
        let some = |phrases: Vec<String>| (!phrases.is_empty()).then(|| self.with(phrases));
        (some(open), some(closed))
    }

    /// The words of its only phrase, where this is one of several words as they stand.
    pub(super) fn words_in_a_row(&self) -> Vec<&str> {
        match self.phrases.as_slice() {
            [phrase] if !is_open(phrase) => words(phrase).collect(),
            _ => Vec::new(),
        }
    }

    /// The query for one word.
    pub(super) fn word(&self, word: &str) -> Self {
        self.with(vec![in_marks(word)])
    }

    fn with(&self, phrases: Vec<String>) -> Self {
        Self {
            phrases,
            column: self.column,
        }
    }

    /// A query for each phrase, where there are several.
    pub(super) fn several(&self) -> impl Iterator<Item = Self> {
        let phrases = match self.phrases.as_slice() {
            [_] => &[],
            several => several,
        };
        phrases.iter().map(|phrase| self.with(vec![phrase.clone()]))
    }

    /// One query for the phrases of several; none when there is none.
    pub(super) fn joined(queries: Vec<Self>) -> Option<Self> {
        queries.into_iter().reduce(|mut all, next| {
            all.phrases.extend(next.phrases);
            all
        })
    }
}

/// A phrase as FTS5 reads it.
fn in_marks(phrase: &str) -> String {
    format!("\"{}\"", phrase.replace('"', " "))
}

/// Whether its last word may have any ending.
fn is_open(phrase: &str) -> bool {
    phrase.ends_with('*')
}
