//! What a number counts or measures: the unit or the noun behind it, or the verb.
//!
//! ```text
//! 22-month inquiry     38 reports of injury     53 others were wounded     twice investigated
//!    unit  noun                     counted                   counted      counted
//! ```

use super::figures::{Figure, figure, ordinal};
use crate::extract::narration::FlatSentence;
use crate::extract::phrases::NOT_NOUN;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{FigureWord, YEAR, class};
use crate::model::Dimension;

/// What a number counts or measures.
pub(super) struct Shape {
    pub(super) dimension: Dimension,
    pub(super) factor: f64,
    pub(super) noun: Option<String>,
    /// Whether it counts people of any kind.
    pub(super) is_people: bool,
    pub(super) end: usize,
}

impl Shape {
    /// What "and a half" or "and twenty minutes" adds, in this unit, and the end of it.
    pub(super) fn remainder(&self, sentence: &FlatSentence) -> Option<(f64, usize)> {
        if self.dimension != Dimension::Unit("time")
            || sentence.tokens.get(self.end)?.word.classes & class::CONJUNCTION == 0
        {
            return None;
        }
        let at = self.end + 1;
        if sentence.tokens.get(at)?.is(class::DETERMINER)
            && sentence.lexicon.facts().is_half(sentence.word(at + 1))
        {
            return Some((0.5, at + 2));
        }
        let more = figure(sentence, at)?;
        let unit = sentence.lexicon.facts().unit(sentence.word(more.end))?;
        let smaller = unit.measure == "time" && unit.factor < self.factor;
        smaller.then_some((more.low * unit.factor / self.factor, more.end + 1))
    }

    pub(super) fn read(
        sentence: &FlatSentence,
        figure: &Figure,
        currency: Option<char>,
        start: usize,
    ) -> Self {
        let facts = sentence.lexicon.facts();
        let mut end = figure.end;
        if currency.is_none() && (is_occasion(sentence, end) || ordinal(sentence, start).is_some())
        {
            return Self::times(sentence, start, end + 1);
        }
        let mut unit = figure.tail.as_deref().and_then(|tail| facts.unit(tail));
        let is_old = |word: &str| facts.figure(word) == Some(FigureWord::Old);
        let in_years = |tail: &String| facts.calendar(tail) == Some(YEAR);
        if unit.is_none() && figure.tail.is_none() {
            let pair = format!("{} {}", sentence.word(end), sentence.word(end + 1));
            if let Some(known) = facts.unit(&pair) {
                (unit, end) = (Some(known), end + 2);
            } else if let Some(known) = facts.unit(sentence.word(end)) {
                (unit, end) = (Some(known), end + 1);
            }
        }
        let before = start.checked_sub(1).map(|before| sentence.word(before));
        let is_aged = before.and_then(|before| facts.figure(before)) == Some(FigureWord::Age);
        let is_age = is_old(sentence.word(end))
            || is_aged && unit.is_none()
            || figure.tail.as_ref().is_some_and(in_years)
                && sentence.word(start).rsplit('-').next().is_some_and(is_old)
            || is_bare_age(sentence, start, end);
        // Of a measure only a noun that is tied to it tells something: "22-month inquiry", "10 tons of rice".
        let is_tied =
            unit.is_none() && currency.is_none() || figure.tail.is_some() || sentence.is_of(end);
        let (mut noun, noun_end) = if is_tied {
            counted(sentence, end)
        } else {
            (None, end)
        };
        // A "62-page ruling" has 62 pages.
        if let (None, Some(tail)) = (unit, &figure.tail) {
            noun = Some(sentence.lexicon.stem(tail));
        }
        let end = if noun.is_some() { noun_end } else { end };
        let (dimension, factor) = match (currency, unit) {
            _ if is_age => (Dimension::Age, 1.0),
            (Some(sign), _) => (Dimension::Money(sign), 1.0),
            (None, Some(unit)) if unit.measure.starts_with("money") => {
                let sign = unit.measure.chars().next_back().unwrap_or('$');
                (Dimension::Money(sign), unit.factor)
            }
            (None, Some(unit)) => (Dimension::Unit(unit.measure), unit.factor),
            (None, None) => (Dimension::Count, 1.0),
        };
        Self {
            dimension,
            factor,
            is_people: end > 0 && facts.is_people(sentence.word(end - 1)),
            noun,
            end,
        }
    }
}

/// Whether the token tells how often something was, and compares nothing: "four times", but not "four times as
/// many".
fn is_occasion(sentence: &FlatSentence, at: usize) -> bool {
    let tokens = &sentence.tokens;
    let is_occasion =
        sentence.lexicon.facts().figure(sentence.word(at)) == Some(FigureWord::Occasion);
    is_occasion
        && tokens[at].kind == TokenKind::Lower
        && tokens.get(at + 1).is_none_or(|next| {
            !next.is_word() || next.is(class::PREPOSITION | class::CONJUNCTION | class::TEMPORAL)
        })
}

/// Longest way from "twice" to the verb that it bears on, in tokens.
const FARTHEST_VERB: usize = 5;

impl Shape {
    /// What tells nothing but its dimension.
    pub(super) fn bare(dimension: Dimension, end: usize) -> Self {
        Self {
            dimension,
            factor: 1.0,
            noun: None,
            is_people: false,
            end,
        }
    }

    /// A share of what stands behind it.
    pub(super) fn share(sentence: &FlatSentence, end: usize) -> Self {
        let (noun, noun_end) = counted(sentence, end);
        Self {
            end: if noun.is_some() { noun_end } else { end },
            noun,
            ..Self::bare(Dimension::Unit("percent"), end)
        }
    }

    /// What "twice" bears on: the nearest verb, the one behind it first.
    pub(super) fn times(sentence: &FlatSentence, start: usize, end: usize) -> Self {
        let is_verb = |at: &usize| {
            let token = &sentence.tokens[*at];
            token.is(class::VERB | class::CUE) && !token.is(class::AUXILIARY)
        };
        let behind = (end..sentence.tokens.len().min(end + 3)).find(is_verb);
        let before = (start.saturating_sub(FARTHEST_VERB)..start)
            .rev()
            .find(is_verb);
        let verb = behind.or(before);
        Self {
            dimension: Dimension::Times,
            factor: 1.0,
            noun: verb.map(|verb| sentence.lexicon.stem(sentence.word(verb))),
            is_people: false,
            end: end.min(sentence.tokens.len()),
        }
    }
}

/// ", 46," behind a name.
fn is_bare_age(sentence: &FlatSentence, start: usize, end: usize) -> bool {
    start >= 2
        && end == start + 1
        && sentence.word(start - 1) == ","
        && sentence.tokens[start - 2].kind == TokenKind::Capital
        && matches!(sentence.word(end), "," | "." | "")
        && sentence.word(start).len() <= 2
}

/// Longest way from a number to the noun that it counts, in tokens.
const FARTHEST: usize = 7;

/// The stem of the noun that a number before token `start` counts, and the end of the phrase.
fn counted(sentence: &FlatSentence, start: usize) -> (Option<String>, usize) {
    let mut at = start;
    if sentence.is_of(at) {
        at += 1;
        while sentence
            .tokens
            .get(at)
            .is_some_and(|token| token.is(class::DETERMINER | class::POSSESSIVE))
        {
            at += 1;
        }
    }
    // At least 30 “emergencies”.
    let is_mark = |token: &Token| matches!(token.kind, TokenKind::Sign('"' | '“' | '‘'));
    at += usize::from(sentence.tokens.get(at).is_some_and(is_mark));
    let mut head = None;
    let last = sentence.tokens.len().min(start + FARTHEST);
    while at < last {
        let token = &sentence.tokens[at];
        // "45 percent of voters say"
        let is_report = token.is(class::CUE) && !token.is(class::CUE_NOUN) && head.is_some();
        // "60,000 people last year"
        let is_when = token.is(class::WHEN) && head.is_some();
        if counts(token) && !is_report && !is_when {
            head = Some(at);
        } else if token.kind != TokenKind::Number || head != at.checked_sub(1) {
            // A number inside a name ("Model 2 pumps") does not end the phrase.
            break;
        }
        at += 1;
    }
    let facts = sentence.lexicon.facts();
    let tells = |at: &usize| {
        facts
            .referent(&sentence.lexicon.stem(sentence.word(*at)))
            .is_some()
    };
    let grows = |at: &usize| {
        let kind = facts.referent(&sentence.lexicon.stem(sentence.word(*at)));
        kind.is_some_and(|kind| facts.grows(kind))
    };
    // "38 reports of injury", "40 users were hurt".
    let is_copula = |at: usize| {
        let token = sentence.tokens.get(at);
        token.is_some_and(|token| token.is(class::COPULA | class::AUXILIARY))
    };
    if head.is_some() && (sentence.is_of(at) || is_copula(at)) && grows(&(at + 1)) {
        return (Some(sentence.lexicon.stem(sentence.word(at + 1))), at + 2);
    }
    // "53 wounded" at once; "53 others were wounded" in a few words.
    let reach = match head {
        None => at..at + 2,
        Some(head) if facts.is_people(sentence.word(head)) => at..at + 3,
        Some(_) => at..at,
    };
    let goes_on = |at: &usize| sentence.tokens.get(*at).is_some_and(Token::is_word);
    if let Some(verb) = reach.take_while(goes_on).find(tells) {
        return (Some(sentence.lexicon.stem(sentence.word(verb))), verb + 1);
    }
    match head {
        Some(head) => (Some(sentence.lexicon.stem(sentence.word(head))), head + 1),
        None => (None, start),
    }
}

/// Whether a word can belong to the phrase that a number counts.
fn counts(token: &Token) -> bool {
    const NO: u64 = NOT_NOUN & !class::ADVERB;
    match token.kind {
        TokenKind::Lower => !token.is(NO) || token.is(class::ROLE),
        TokenKind::Capital => !token.is(class::TEMPORAL),
        _ => false,
    }
}
