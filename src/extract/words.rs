//! Words one behind another in one buffer: a run of thousands of them costs two allocations.

/// Words by their number.
#[derive(Debug, Default)]
pub(super) struct Words {
    letters: String,
    /// Where each ends in the letters.
    ends: Vec<usize>,
}

impl Words {
    /// No words yet, and room for so many with so many bytes.
    pub(super) fn with_capacity(words: usize, bytes: usize) -> Self {
        Self {
            letters: String::with_capacity(bytes),
            ends: Vec::with_capacity(words),
        }
    }

    /// The word with this number.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        Some(&self.letters[self.start(at)..end])
    }

    /// Adds a word.
    pub(super) fn push(&mut self, word: &str) {
        self.letters.push_str(word);
        self.ends.push(self.letters.len());
    }

    /// Leaves the first `count` words.
    pub(super) fn truncate(&mut self, count: usize) {
        self.letters.truncate(self.start(count));
        self.ends.truncate(count);
    }

    /// Where the word with this number begins, if it is not behind the end.
    fn start(&self, at: usize) -> usize {
        let before = at.checked_sub(1).map(|before| self.ends.get(before));
        before.map_or(0, |end| end.copied().unwrap_or(self.letters.len()))
    }
}
