//! Headings inside a text that are written with capitals throughout ("Lee Hits Back at Roy"): their capitals are no
//! sign of a name.

use super::{LONGEST_HEADING, People, SHORTEST_HEADING};
use crate::extract::Reader;
use crate::extract::tokens::TokenKind;
use crate::lexicon::{Lexicon, class};

/// Whether the sentence of the tokens `start..end` is a heading written with capitals throughout.
pub(super) fn is_title_case(reader: &Reader, (start, end): (usize, usize)) -> bool {
    let head = start..end.min(start + LONGEST_HEADING);
    let words = head.filter(|at| reader.tokens[*at].is_word());
    let is_small = |at: usize| {
        let token = &reader.tokens[at];
        token.kind != TokenKind::Lower || token.span.len() < 5
    };
    let is_common = |at: usize| {
        let common = class::VERB | class::ADVERB | class::CUE | class::AUXILIARY;
        let known = |lexicon: &Lexicon| lexicon.word(reader.folded(at)).classes & common != 0;
        at > start
            && reader.tokens[at].kind == TokenKind::Capital
            && reader.lexicon.is_some_and(known)
    };
    reader.grammar().is_none()
        && words.clone().all(is_small)
        && words.clone().count() >= SHORTEST_HEADING
        && !ends_with_stop(reader, (start, end))
        && words.clone().any(is_common)
}

/// Whether a full stop ends the sentence of the tokens `start..end`, before the quoted strings behind it or inside the
/// last of them.
fn ends_with_stop(reader: &Reader, (start, end): (usize, usize)) -> bool {
    let sentence = &reader.tokens[start..end];
    let last = sentence.iter().rev().find(|token| token.quote().is_none());
    let quoted = sentence.last().and_then(|token| token.quote());
    let stops_inside = |quote: usize| reader.quotes[quote].inner.slice(reader.text).ends_with('.');
    last.is_some_and(|token| token.is_sign('.')) || quoted.is_some_and(stops_inside)
}

impl People<'_, '_> {
    /// Whether the token stands in a heading that is written with capitals throughout ("Lee Hits Back at Roy"):
    /// where a name begins and ends cannot be seen in it.
    pub(super) fn is_heading(&self, at: usize) -> bool {
        self.headings[self.sentence_of[at]]
    }
}
