//! What stands before a paragraph that opens with quoted words.

use super::super::coverage::Coverage;
use crate::align::sentences::SentenceId;
use crate::model::Place;

/// Longest sentence that is shown whole as what leads in a quotation, in bytes.
const LONGEST_LEAD_IN: usize = 130;

/// The sentence before a paragraph that opens with quoted words, if it is short ("She was not convinced."),
/// else what it says that somebody did.
pub(super) fn lead_in(coverage: &Coverage, id: SentenceId) -> Vec<Place> {
    let narration = coverage.narration(id.article);
    let own = &narration.sentences[id.index];
    let Some(before) = id.index.checked_sub(1).map(|at| &narration.sentences[at]) else {
        return Vec::new();
    };
    let opens = coverage.extractions[id.article]
        .quotations
        .iter()
        .flat_map(|quotation| quotation.content.first())
        .any(|content| content.start == own.span.start);
    if !opens || before.paragraph == own.paragraph {
        return Vec::new();
    }
    let is_whole = before.span.len() <= LONGEST_LEAD_IN
        && !before.predicates.is_empty()
        && coverage
            .quotations_at(id.article, before.span)
            .next()
            .is_none();
    let spans = if is_whole {
        std::slice::from_ref(&before.span)
    } else {
        &before.predicates
    };
    spans
        .iter()
        .map(|span| Place {
            article: id.article,
            span: *span,
        })
        .collect()
}
