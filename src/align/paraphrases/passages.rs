//! What articles attribute without quotation marks, in the pieces that can tell one statement each.
//!
//! ```text
//! He apologized to Mr. Ortega and “anyone I offended,” warning that “a clerk” could become mayor.
//!               └──────────────┘                       └──────────┘         └───────────────────┘
//! ```
//!
//! A piece is what stands between quotation marks and the borders of the content. Its words, the verb that
//! reports it included ("apologized" may be the very point), are what it tells; a quoted term of a word or
//! two belongs to the piece around it.

use super::{Search, Telling};
use crate::align::names::Name;
use crate::align::segments::{beside, units};
use crate::model::{Place, QuotationId, QuotationKind};
use crate::{Extraction, Quotation, Span};

/// What an article attributes without quotation marks.
pub(super) struct Passage {
    pub place: Place,
    pub quotation: QuotationId,
    /// Who is credited; the first is the speaker of the quotation.
    pub speakers: Vec<Name>,
    /// The words of the sentence, in lower case, that begin with a capital: who else may be meant.
    pub named: Vec<u32>,
    pub words: Telling,
}

/// Words of a quoted string up to which it is a term inside a piece.
const TERM: usize = 2;

/// All pieces, in order of article and quotation.
pub(super) fn passages(search: &Search) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (article, extraction) in search.extractions.iter().enumerate() {
        let told = extraction.quotations.iter().enumerate();
        for (index, quotation) in told.filter(|(_, told)| told.kind != QuotationKind::Direct) {
            let mut speakers: Vec<Name> = quotation
                .speaker
                .iter()
                .map(|speaker| Name::parse(&speaker.name))
                .collect();
            if !speakers.is_empty() {
                speakers.extend(beside(&search.articles[article], quotation));
            }
            let pieces = quotation
                .content
                .iter()
                .flat_map(|span| pieces(search, article, quotation, *span));
            for (from, to) in pieces {
                let text = &search.folded[article];
                let mut own = units(text, (from, to), search.vocabulary);
                let cue = quotation.cue.as_ref().map(|cue| text.within(cue.span));
                own.extend(
                    cue.map(|cue| units(text, cue, search.vocabulary))
                        .unwrap_or_default(),
                );
                let span = text.words[from].span.join(text.words[to - 1].span);
                passages.push(Passage {
                    place: Place { article, span },
                    quotation: QuotationId { article, index },
                    speakers: speakers.clone(),
                    named: named(search, extraction, article, span),
                    words: search.telling(article, &own, (from, to)),
                });
            }
        }
    }
    passages
}

/// The runs of words of `span` outside the quoted strings of `quotation`.
fn pieces(
    search: &Search,
    article: usize,
    quotation: &Quotation,
    span: Span,
) -> Vec<(usize, usize)> {
    let text = &search.folded[article];
    let (from, to) = text.within(span);
    let mut pieces = Vec::new();
    let mut start = from;
    for segment in &quotation.segments {
        let (first, last) = text.within(*segment);
        if last <= from || first >= to || last - first <= TERM && first > from && last < to {
            continue;
        }
        pieces.push((start, first));
        start = last;
    }
    pieces.push((start, to));
    pieces.retain(|(from, to)| from < to);
    pieces
}

/// The words with a capital of the sentence that holds `span`.
fn named(search: &Search, extraction: &Extraction, article: usize, span: Span) -> Vec<u32> {
    let narration = &extraction.narration;
    let Some(sentence) = narration.sentence_at(span.start) else {
        return Vec::new();
    };
    let text = &search.folded[article];
    let (from, to) = text.within(narration.sentences[sentence].span);
    let capitals = text.words[from..to].iter().filter(|word| word.capital);
    capitals
        .map(|word| search.vocabulary.stem(word.id))
        .collect()
}
