//! Which tokens stand in what somebody is reported to have said, so that a speaker in there is no teller.

use crate::extract::drafts::Draft;
use crate::extract::phrases::Phrase;

/// The contents of the drafts, to ask whether a speaker stands in one.
pub(super) struct Reported {
    /// Ascending by their starts.
    contents: Vec<Phrase>,
    next: usize,
    /// The furthest end of those that begin before the token asked for.
    end: usize,
}

impl Reported {
    pub(super) fn new(drafts: &[Draft]) -> Self {
        let parts = drafts
            .iter()
            .flat_map(|draft| draft.content.iter().copied());
        let mut contents: Vec<Phrase> = parts.collect();
        contents.sort_by_key(|part| part.start);
        Self {
            contents,
            next: 0,
            end: 0,
        }
    }

    /// Whether token `at` stands in a content; asked for in ascending order.
    pub(super) fn holds(&mut self, at: usize) -> bool {
        while let Some(part) = self.contents.get(self.next).filter(|part| part.start <= at) {
            self.end = self.end.max(part.end);
            self.next += 1;
        }
        at < self.end
    }
}
