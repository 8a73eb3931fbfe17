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

use super::Search;
use super::telling::Telling;
use crate::align::names::Name;
use crate::align::segments::{beside, units};
use crate::align::vocabulary::Rank;
use crate::lexicon::{Lexicon, class};
use crate::model::{Place, QuotationId, QuotationKind};
use crate::{Extraction, Quotation, Span};

/// What an article attributes without quotation marks.
pub(super) struct Passage {
    /// Where it stands.
    pub place: Place,
    /// The quotation of whose content it is a piece.
    pub quotation: QuotationId,
    /// Who is credited; the first is the speaker of the quotation.
    pub speakers: Vec<Name>,
    /// The words of the sentence, by their numbers, that begin with a capital: who else may be meant.
    pub named: Vec<u32>,
    /// What it tells.
    pub words: Telling,
    /// Whether the clause goes on in quotation marks: "that the plan would be a".
    pub breaks_off: bool,
    /// What the verb that reports it does.
    pub act: Act,
}

/// What a verb does that reports the words of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// It gives their point itself: promised, demanded, suggested.
    Point,
    /// It gives what was said: said, claimed, warned.
    Words,
    /// It gives how or to what somebody spoke or felt, less what he said: attacked, praised, wondered.
    Manner,
}

impl Act {
    fn of(quotation: &Quotation) -> Self {
        match quotation.cue.as_ref().map(|cue| cue.stance.as_str()) {
            Some("promise" | "demand" | "suggest") => Self::Point,
            Some(
                "agree" | "ask" | "attack" | "deny" | "emotion" | "praise" | "reveal" | "show"
                | "think" | "want",
            ) => Self::Manner,
            _ => Self::Words,
        }
    }
}

/// Whether the verb that reports it says that it is not so.
fn is_denial(quotation: &Quotation) -> bool {
    let cue = quotation.cue.as_ref();
    cue.is_some_and(|cue| cue.stance.as_str() == "deny")
}

/// Words of a quoted string up to which it is a term inside a piece.
const TERM: usize = 2;

/// Different telling words, the verb that reports included, that a piece must have to tell a statement.
const STATEMENT: usize = 3;

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
                .flat_map(|span| pieces(search, article, quotation, *span))
                .flat_map(|piece| clauses(search, article, piece));
            for (from, to) in pieces {
                let text = &search.folded[article];
                let mut own = units(text, (from, to), search.vocabulary);
                // What a quoted term renders, it renders in quotation marks.
                let is_term = |at: usize| {
                    let mut terms = quotation.segments.iter().map(|term| text.within(*term));
                    terms.any(|(first, last)| (first..last).contains(&at))
                };
                own.retain(|unit| !is_term(unit.first));
                let cue = quotation.cue.as_ref().map(|cue| text.within(cue.span));
                own.extend(
                    cue.map(|cue| units(text, cue, search.vocabulary))
                        .unwrap_or_default(),
                );
                let mut words = search.telling(article, &own, (from, to));
                if words.meanings.len() < STATEMENT {
                    continue;
                }
                if is_denial(quotation) {
                    words.deny();
                }
                let span = text.words[from].span.join(text.words[to - 1].span);
                passages.push(Passage {
                    place: Place { article, span },
                    quotation: QuotationId { article, index },
                    speakers: speakers.clone(),
                    named: named(search, extraction, article, span),
                    words,
                    breaks_off: breaks_off(search, article, quotation, to),
                    act: Act::of(quotation),
                });
            }
        }
    }
    passages
}

/// Whether the clause of the piece that ends before word `to` goes on in quotation marks: it stops at a small word
/// that joins nothing.
fn breaks_off(search: &Search, article: usize, quotation: &Quotation, to: usize) -> bool {
    let text = &search.folded[article];
    let mut quoted = quotation.segments.iter();
    let last = text.words[to - 1].id;
    let is_small = search.vocabulary.rank(last) == Rank::Function;
    let joins = Lexicon::of(search.articles[article].language.as_deref()).is_some_and(|lexicon| {
        let word = lexicon.word(search.vocabulary.text(last));
        word.classes & class::CONJUNCTION != 0
    });
    is_small && !joins && quoted.any(|term| text.within(*term).0 == to)
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

/// Telling words that a clause must have to stand for itself.
const CLAUSE: usize = 2;

/// The clauses of a piece: it is parted at a semicolon, at a conjunction behind a comma and at "and that".
fn clauses(search: &Search, article: usize, (from, to): (usize, usize)) -> Vec<(usize, usize)> {
    let text = &search.folded[article];
    let Some(lexicon) = Lexicon::of(search.articles[article].language.as_deref()) else {
        return vec![(from, to)];
    };
    let is = |at: usize, classes: u64| {
        let word = search.vocabulary.text(text.words[at].id);
        lexicon.word(word).classes & classes != 0
    };
    let telling = |from: usize, to: usize| {
        let words = text.words[from..to].iter();
        let telling = words.filter(|word| search.vocabulary.rank(word.id) > Rank::Function);
        telling.count()
    };
    let mut clauses = Vec::new();
    let mut start = from;
    for at in from + 1..to {
        let gap = Span::new(text.words[at - 1].span.end, text.words[at].span.start);
        let gap = gap.slice(&search.articles[article].text);
        let joins = is(at, class::CONJUNCTION);
        let parts = gap.contains(';')
            || joins && gap.contains(',')
            || joins && at + 1 < to && is(at + 1, class::COMPLEMENTIZER);
        if parts && telling(start, at) >= CLAUSE && telling(at, to) >= CLAUSE {
            clauses.push((start, at));
            start = at;
        }
    }
    clauses.push((start, to));
    clauses
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
