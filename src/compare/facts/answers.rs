//! Who answered one outlet and gave another no answer.
//!
//! ```text
//! A  A spokeswoman for the harbour board did not respond to a request.     ┐ asked by both,
//! B  The harbour board responded: “We checked the cranes.”                 ┘ answered B alone
//! ```
//!
//! The one asked is the body whose name stands last before the phrase; an answer is what another article quotes
//! of it.

use super::super::coverage::Coverage;
use super::groups::value;
use crate::align::names::{Agreement, Name, agreement};
use crate::lexicon::{Lexicon, class};
use crate::model::{CueGroup, Difference, Fact, FactKind, NamingKind, Place, Sentence, Value};
use crate::{Quotation, Span};

/// How sure such a difference is.
const SCORE: f64 = 0.62;

/// Somebody who gave an article no answer.
struct Silence {
    place: Place,
    name: Name,
}

/// Those who gave one article an answer and another none.
pub(super) fn answers(coverage: &Coverage) -> Vec<Fact> {
    let mut facts = Vec::new();
    for article in 0..coverage.articles.len() {
        for silence in silences(coverage, article) {
            let others = coverage.sentences.partners.of(article).iter();
            let answered = others.filter_map(|other| answer(coverage, *other, &silence.name));
            let mut values: Vec<Value> = answered.collect();
            if values.is_empty() {
                continue;
            }
            values.push(value(article, silence.place.span, silence.place.span));
            values.sort_by_key(|value| value.place);
            facts.push(Fact {
                kind: FactKind::Other,
                values,
                difference: Difference::Conflict,
                score: SCORE,
            });
        }
    }
    facts
}

/// Those of whom the article says that they gave no answer.
fn silences(coverage: &Coverage, article: usize) -> Vec<Silence> {
    let narration = coverage.narration(article);
    let Some(lexicon) = coverage.lexicon(article) else {
        return Vec::new();
    };
    let vocabulary = &coverage.alignment.vocabulary;
    let ids = |words: &mut dyn Iterator<Item = &'static str>| -> Vec<u32> {
        words.filter_map(|word| vocabulary.id(word)).collect()
    };
    let openings = ids(&mut lexicon.facts().silence_openings());
    let endings = ids(&mut lexicon.facts().silence_endings());
    let folded = &coverage.alignment.folded[article];
    let may_be_silent = |sentence: &Sentence| {
        let (from, to) = folded.within(sentence.span);
        let has = |words: &[u32]| {
            let mut own = folded.words[from..to].iter();
            own.any(|word| words.contains(&word.id))
        };
        has(&openings) && has(&endings)
    };
    let mut found = Vec::new();
    for (index, sentence) in narration.sentences.iter().enumerate() {
        if !may_be_silent(sentence) {
            continue;
        }
        let text = sentence.span.slice(&coverage.articles[article].text);
        let lower = text.to_ascii_lowercase();
        let Some((start, end)) = lexicon.facts().silence(&lower) else {
            continue;
        };
        let span = Span::new(sentence.span.start + start, sentence.span.start + end);
        let quotations = &coverage.extractions[article].quotations;
        let is_quoted = |quotation: &Quotation| {
            let mut segments = quotation.segments.iter();
            segments.any(|segment| segment.overlap(span) > 0)
        };
        let names = narration
            .namings
            .iter()
            .filter(|naming| naming.sentence == index && naming.head.end <= span.start);
        let last = names
            .filter_map(|naming| match &naming.kind {
                NamingKind::Name(name) => Some((naming.head.end, name)),
                NamingKind::Noun(_) => None,
            })
            .max_by_key(|(end, _)| *end);
        let Some((_, name)) = last.filter(|(_, name)| is_body(lexicon, name)) else {
            continue;
        };
        let name = coverage.name(name).into_owned();
        if !quotations.iter().any(is_quoted) {
            let place = Place { article, span };
            found.push(Silence { place, name });
        }
    }
    found
}

/// Whether a name is that of a body: what a person is quoted with may be older than the question.
fn is_body(lexicon: &Lexicon, name: &str) -> bool {
    let is_short = |word: &str| {
        let letters = word.chars().filter(|sign| sign.is_alphabetic());
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    };
    let is_organisation =
        |word: &str| lexicon.word(&word.to_lowercase()).classes & class::ORGANISATION != 0;
    name.split(' ')
        .any(|word| is_short(word) || is_organisation(word))
}

/// Where `article` first introduces words in quotation marks of somebody with the name.
fn answer(coverage: &Coverage, article: usize, name: &Name) -> Option<Value> {
    let mut quotations = coverage.extractions[article].quotations.iter();
    let quotation = quotations.find(|quotation| {
        let is_speech = |cue: &crate::model::Cue| cue.group == CueGroup::Speech;
        let speaker = quotation
            .speaker
            .as_ref()
            .map(|speaker| coverage.name(&speaker.name));
        !quotation.segments.is_empty()
            && quotation.cue.as_ref().is_some_and(is_speech)
            && speaker.is_some_and(|own| agreement(Some(&own), Some(name)) == Agreement::Same)
    })?;
    let cue = quotation.cue.as_ref()?.span;
    let mention = quotation.speaker.as_ref()?.mention;
    let near = mention.join(cue);
    let is_clear = !quotation
        .segments
        .iter()
        .any(|segment| segment.overlap(near) > 0);
    let span = if is_clear { near } else { cue };
    Some(value(article, span, span))
}
