//! Words in lower case by their number: slices of the text in lower case, which is made once for all of them. Words
//! with other letters than those of ASCII can get shorter or longer; they stand behind it, one behind another.

use super::entries::fold;
use crate::Span;

/// The words of a part of a text.
#[derive(Debug)]
pub(super) struct Words {
    /// The part with its ASCII letters in lower case, and behind it the words with other letters.
    letters: String,
    /// Where the part begins in its text, and how long it is.
    start: usize,
    length: usize,
    /// Where each word stands in the letters.
    places: Vec<Span>,
}

impl Words {
    /// No words yet, and room for so many of the part `body` of `text`.
    pub(super) fn of(text: &str, body: Span, count: usize) -> Self {
        Self {
            letters: body.slice(text).to_ascii_lowercase(),
            start: body.start,
            length: body.len(),
            places: Vec::with_capacity(count),
        }
    }

    /// No words yet, of the same part of the text.
    pub(super) fn emptied(&self) -> Self {
        Self {
            letters: self.letters[..self.length].to_owned(),
            places: Vec::new(),
            ..*self
        }
    }

    /// The word with this number.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        Some(self.places.get(at)?.slice(&self.letters))
    }

    /// What is written at `span`, which is all ASCII.
    pub(super) fn plain(&self, span: Span) -> &str {
        self.place(span).slice(&self.letters)
    }

    /// Adds what is written at `span`, which is all ASCII.
    pub(super) fn push_plain(&mut self, span: Span) {
        self.places.push(self.place(span));
    }

    /// Adds what is written at `span` of the text.
    pub(super) fn push(&mut self, text: &str, span: Span) {
        let written = span.slice(text);
        if written.is_ascii() {
            self.push_plain(span);
        } else {
            let start = self.letters.len();
            fold(written, &mut self.letters);
            self.places.push(Span::new(start, self.letters.len()));
        }
    }

    /// Adds a word without letters.
    pub(super) fn push_empty(&mut self) {
        self.places.push(Span::new(0, 0));
    }

    /// Adds the word with this number of `other`, whose words are of the same part.
    pub(super) fn copy(&mut self, other: &Self, at: usize) {
        let place = other.places[at];
        if place.end <= self.length {
            self.places.push(place);
            return;
        }
        let start = self.letters.len();
        self.letters.push_str(place.slice(&other.letters));
        self.places.push(Span::new(start, self.letters.len()));
    }

    /// Leaves the first `count` words.
    pub(super) fn truncate(&mut self, count: usize) {
        self.places.truncate(count);
    }

    fn place(&self, span: Span) -> Span {
        Span::new(span.start - self.start, span.end - self.start)
    }
}
