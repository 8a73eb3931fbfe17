//! How somebody spoke: on one day and in one place, so that two outlets can differ about it.
//!
//! ```text
//! A  …Lee tweeted that if the mayor “is not prepared…”      one statement: tweeted / in a statement
//! B  …“not prepared…,” Ms. Lee said in a statement.
//! ```
//!
//! Only words beside the cues of one statement are looked at, outside what is quoted.

use super::super::coverage::Coverage;
use super::groups::value;
use crate::align::names::{Agreement, agreement};
use crate::model::{Difference, Fact, FactKind, QuotationId, Value};
use crate::{Quotation, Span, Statement};

/// Bytes on either side of a cue in which the words are sought.
const REACH: usize = 60;
/// How sure such a difference is.
const SCORE: f64 = 0.7;

/// How one article says that somebody spoke.
struct Channel {
    kind: &'static str,
    side: u8,
    value: Value,
}

/// The statements that were made in different ways.
pub(super) fn channels(coverage: &Coverage) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for statement in coverage.statements {
        let Some(fact) = of_statement(coverage, statement) else {
            continue;
        };
        // A cue that leads in several statements tells it once.
        let is_known = |known: &Fact| known.values == fact.values;
        if !facts.iter().any(is_known) {
            facts.push(fact);
        }
    }
    facts
}

fn of_statement(coverage: &Coverage, statement: &Statement) -> Option<Fact> {
    let mut found: Vec<Channel> = Vec::new();
    let is_speaker = |id: &QuotationId| {
        let quotation = &coverage.extractions[id.article].quotations[id.index];
        let named = quotation
            .speaker
            .as_ref()
            .map(|speaker| speaker.name.as_str());
        let names = named.zip(statement.speaker.as_deref());
        let names = names.map(|(own, of_all)| (coverage.name(own), coverage.name(of_all)));
        names.is_some_and(|(own, of_all)| agreement(Some(&own), Some(&of_all)) == Agreement::Same)
    };
    for id in &statement.variants {
        let is_new = |channel: &Channel| channel.value.place.article != id.article;
        if found.iter().all(is_new) {
            found.extend(channel(coverage, *id).filter(|_| is_speaker(id)));
        }
    }
    let first = found.first()?;
    found
        .iter()
        .find(|other| other.kind == first.kind && other.side != first.side)?;
    let kind = first.kind;
    Some(Fact {
        kind: FactKind::Other,
        values: found
            .iter()
            .filter(|other| other.kind == kind)
            .map(|other| other.value)
            .collect(),
        difference: Difference::Conflict,
        score: SCORE,
    })
}

/// The first word beside the cue of a quotation that tells how it was spoken.
fn channel(coverage: &Coverage, id: QuotationId) -> Option<Channel> {
    let QuotationId { article, index } = id;
    let facts = coverage.lexicon(article)?.facts();
    let quotation: &Quotation = &coverage.extractions[article].quotations[index];
    let cue = quotation.cue.as_ref()?.span;
    let sentence = coverage.narration(article).sentence_at(cue.start)?;
    let whole = coverage.narration(article).sentences[sentence].span;
    let folded = &coverage.alignment.folded[article];
    let (from, to) = folded.within(whole);
    let is_near = |span: Span| span.start + REACH >= cue.start && span.end <= cue.end + REACH;
    let is_quoted = |span: Span| quotation.content.iter().any(|part| part.overlap(span) > 0);
    let words = folded.words[from..to].iter();
    let all: Vec<(Channel, Span)> = words
        .filter(|word| !is_quoted(word.span))
        .filter_map(|word| {
            let text = coverage.alignment.vocabulary.text(word.id);
            let (kind, side) = facts.opposition(text)?;
            let channel = Channel {
                kind,
                side,
                value: value(article, word.span, word.span),
            };
            facts.is_spoken(kind).then_some((channel, word.span))
        })
        .collect();
    // "in a statement on Twitter" is both of them.
    let first = all.first()?;
    let is_mixed =
        |(other, _): &(Channel, Span)| (other.kind, other.side) != (first.0.kind, first.0.side);
    if all.iter().any(is_mixed) {
        return None;
    }
    let near = all.into_iter().find(|(_, span)| is_near(*span));
    near.map(|(channel, _)| channel)
}
