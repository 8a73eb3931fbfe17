//! Places between the program, which counts bytes, and the store, which counts code points.

use super::StoreError;
use crate::Span;
use crate::model::CodePoints;

/// Places of one text on their way into the store.
pub(super) struct Outward<'a> {
    text: &'a str,
    points: CodePoints,
}

impl<'a> Outward<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            points: CodePoints::new(text),
        }
    }

    pub(super) fn span(&self, span: Span) -> [usize; 2] {
        self.points.span(self.text, span)
    }

    /// `[[start, end], ...]`.
    pub(super) fn list(&self, spans: &[Span]) -> String {
        let spans: Vec<String> = spans
            .iter()
            .map(|span| {
                let [start, end] = self.span(*span);
                format!("[{start},{end}]")
            })
            .collect();
        format!("[{}]", spans.join(","))
    }
}

/// Places of one text on their way out of the store.
pub(super) struct Inward {
    /// The byte at which each code point begins, and the length of the text; nothing where all code
    /// points are one byte.
    bytes: Option<Vec<usize>>,
    length: usize,
}

impl Inward {
    pub(super) fn new(text: &str) -> Self {
        let starts = || {
            let starts = text.char_indices().map(|(at, _)| at);
            starts.chain([text.len()]).collect()
        };
        Self {
            bytes: (!text.is_ascii()).then(starts),
            length: text.len(),
        }
    }

    /// The bytes of the code points `start..end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Result<Span, StoreError> {
        let byte = |at: usize| match &self.bytes {
            Some(bytes) => bytes.get(at).copied(),
            None => (at <= self.length).then_some(at),
        };
        match (byte(start), byte(end)) {
            (Some(start), Some(end)) if start <= end => Ok(Span::new(start, end)),
            _ => Err(StoreError::Damaged(format!(
                "the place {start} to {end} lies outside of its article"
            ))),
        }
    }

    /// The spans of `[[start, end], ...]`.
    pub(super) fn list(&self, places: &str) -> Result<Vec<Span>, StoreError> {
        let places: Vec<[usize; 2]> = serde_json::from_str(places)
            .map_err(|_| StoreError::Damaged(format!("{places:?} is no list of places")))?;
        let spans = places.iter().map(|[start, end]| self.span(*start, *end));
        spans.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_back_as_they_went() {
        for text in ["“Ça va,” dit-elle — 你好。", "\"Yes,\" he said."] {
            let (outward, inward) = (Outward::new(text), Inward::new(text));
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let spans: Vec<Span> = starts.windows(3).map(|w| Span::new(w[0], w[2])).collect();
            assert_eq!(inward.list(&outward.list(&spans)).unwrap(), spans);
            let count = text.chars().count();
            assert!(inward.span(0, count).is_ok());
            assert!(inward.span(0, count + 1).is_err());
        }
    }
}
