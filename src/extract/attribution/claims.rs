//! Which words of an article are claimed, and by which quotation.

use super::Attribution;
use crate::extract::drafts::{Draft, DraftCue};
use crate::extract::marks::Ending;
use crate::extract::phrases::Phrase;
use crate::extract::tokens::Token;

impl Attribution<'_, '_> {
    pub(super) fn add(
        &mut self,
        content: Vec<Phrase>,
        speaker: Option<Phrase>,
        cue: Option<DraftCue>,
    ) {
        for part in &content {
            self.claim(*part);
        }
        let is_quoted = content.iter().any(|part| self.holds_quote(*part));
        self.drafts.push(Draft {
            content,
            speaker,
            cue,
            is_quoted,
        });
    }

    pub(super) fn extend(&mut self, draft: usize, part: Phrase) {
        self.claim(part);
        self.drafts[draft].content.push(part);
        self.drafts[draft].is_quoted = true;
        self.open = Some(draft);
    }

    fn claim(&mut self, part: Phrase) {
        for (_, quote) in self.reader.tokens.quotes(part.start, part.end) {
            self.claimed[quote] = true;
        }
    }

    pub(super) fn content_end(&self, draft: usize) -> usize {
        self.drafts[draft].content.last().map_or(0, |part| part.end)
    }

    /// The first quoted string among the tokens of a part.
    pub(super) fn first_quote(&self, part: Phrase) -> Option<usize> {
        let (at, _) = self.reader.tokens.quotes(part.start, part.end).next()?;
        Some(at)
    }

    pub(super) fn holds_quote(&self, part: Phrase) -> bool {
        self.first_quote(part).is_some()
    }

    /// Whether the tokens hold quoted strings and nothing else but signs.
    pub(super) fn is_quoted_only(&self, part: Phrase) -> bool {
        let mut tokens = self.reader.tokens[part.start..part.end].iter();
        !tokens.any(Token::is_word) && self.holds_quote(part)
    }

    /// Whether the string at the start of a paragraph goes on from the paragraph before.
    pub(super) fn continues(&self, start: usize) -> bool {
        self.reader.tokens[start]
            .quote()
            .is_some_and(|quote| self.goes_on_from_before(quote))
    }

    pub(super) fn goes_on_from_before(&self, quote: usize) -> bool {
        quote > 0 && self.reader.quotes[quote - 1].ending == Ending::Continues
    }

    /// Whether the paragraph before the one that begins at `start` ends with a colon.
    pub(super) fn follows_colon(&self, start: usize) -> bool {
        start > 0 && self.reader.tokens[start - 1].is_sign(':')
    }
}
