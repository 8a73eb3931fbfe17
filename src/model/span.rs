//! A place in a text. Inside the program places are byte ranges, which slice in constant time;
//! everywhere outside (JSON, messages) they are code points, as the `TextPositionSelector` of the
//! W3C Web Annotation model counts. [`CodePoints`] is the one place that converts.

use std::ops::Range;

/// A byte range in one article's text, start inclusive, end exclusive, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span of the bytes `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Self { start, end }
    }

    /// The characters of `text` at this place.
    pub fn slice(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Number of bytes that both spans hold.
    pub fn overlap(self, other: Self) -> usize {
        self.end
            .min(other.end)
            .saturating_sub(self.start.max(other.start))
    }

    /// The shortest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without the white space at its edges.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let slice = self.slice(text);
        let start = self.start + slice.len() - slice.trim_start().len();
        Self::new(start, start + slice.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// Converts byte offsets of one text to code points; built once per text.
#[derive(Debug)]
pub struct CodePoints {
    /// Code points before every 64th byte (rounded down to a character boundary).
    checkpoints: Vec<usize>,
}

const STRIDE: usize = 64;

impl CodePoints {
    /// Counts the characters of `text`.
    pub fn new(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(STRIDE) {
            checkpoints.push(count);
            count += characters(block);
        }
        checkpoints.push(count);
        Self { checkpoints }
    }

    /// The code-point offset of byte `at` of the `text` this was built for.
    pub fn offset(&self, text: &str, at: usize) -> usize {
        let block = at / STRIDE;
        let before = self.checkpoints.get(block).copied().unwrap_or_default();
        let rest = &text.as_bytes()[block * STRIDE..at];
        before + characters(rest)
    }

    /// Start and end of `span` in code points.
    pub fn span(&self, text: &str, span: Span) -> [usize; 2] {
        [self.offset(text, span.start), self.offset(text, span.end)]
    }
}

/// How many characters begin in `bytes`.
fn characters(bytes: &[u8]) -> usize {
    let is_continuation = |byte: u8| byte & 0b1100_0000 == 0b1000_0000;
    count_bytes(bytes, |byte| !is_continuation(byte))
}

/// How many of the `bytes` fit. Sums of one byte let the compiler look at many bytes in one step, and no sum of
/// 255 overflows.
pub(crate) fn count_bytes(bytes: &[u8], fits: impl Fn(u8) -> bool) -> usize {
    let sum = |some: &[u8]| some.iter().map(|byte| u8::from(fits(*byte))).sum::<u8>();
    let parts = bytes.chunks(usize::from(u8::MAX));
    parts.map(|part| usize::from(sum(part))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_count_characters_not_bytes() {
        let text = "“Ça va,” dit-elle — 你好。".repeat(20);
        let points = CodePoints::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.offset(&text, at), count);
        }
        assert_eq!(points.offset(&text, text.len()), text.chars().count());
    }

    #[test]
    fn trim_keeps_the_inner_text() {
        let text = " a b\n";
        assert_eq!(Span::new(0, 5).trim(text).slice(text), "a b");
    }
}
