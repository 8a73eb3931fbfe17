//! One name in two spellings.

use rustc_hash::FxHashSet;

use super::super::coverage::Coverage;
use super::groups::value;
use crate::Span;
use crate::lexicon::class;
use crate::model::{Difference, Fact, FactKind, NamingKind, Value};

/// Fewest letters of a name in which a slip tells two spellings from two names.
const SHORTEST: usize = 5;
/// Likeness of two spellings of one name.
const ALIKE: f64 = 0.66;

/// A name of several words as an article writes it.
struct Written<'a> {
    article: usize,
    span: Span,
    words: Vec<&'a str>,
}

/// Finds names that two articles write differently and neither writes as the other does; every article that
/// has the name in either spelling is a witness.
pub(super) fn names(coverage: &Coverage) -> Vec<Fact> {
    let written = collect(coverage);
    let mut facts: Vec<Fact> = Vec::new();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for (at, a) in written.iter().enumerate() {
        for b in written[at + 1..].iter().filter(|b| b.article != a.article) {
            let Some((x, y)) = variant(coverage, a, b) else {
                continue;
            };
            if seen.contains(&(x, y)) || seen.contains(&(y, x)) {
                continue;
            }
            let knows = |article: usize, word: &str| {
                let mut own = written.iter().filter(|other| other.article == article);
                own.any(|other| other.words.contains(&word))
            };
            if knows(a.article, y) || knows(b.article, x) {
                continue;
            }
            seen.push((x, y));
            facts.push(fact(&written, x, y));
        }
    }
    facts
}

/// The first mention of each article that has the name in either spelling.
fn fact(written: &[Written], x: &str, y: &str) -> Fact {
    let mut values: Vec<Value> = Vec::new();
    for name in written
        .iter()
        .filter(|name| name.words.contains(&x) || name.words.contains(&y))
    {
        if values
            .last()
            .is_none_or(|last| last.place.article != name.article)
        {
            values.push(value(name.article, name.span, name.span));
        }
    }
    Fact {
        kind: FactKind::Name,
        values,
        difference: Difference::Conflict,
        score: 0.8,
    }
}

fn collect<'a>(coverage: &Coverage<'a>) -> Vec<Written<'a>> {
    let mut written = Vec::new();
    for (article, text) in coverage.articles.iter().enumerate() {
        for naming in &coverage.narration(article).namings {
            let words: Vec<&str> = naming.head.slice(&text.text).split(' ').collect();
            if matches!(naming.kind, NamingKind::Name(_)) && words.len() > 1 {
                written.push(Written {
                    article,
                    span: naming.head,
                    words,
                });
            }
        }
    }
    written.sort_by_key(|name| (name.article, name.span));
    // Who is named a second time is not compared a second time.
    let mut seen: FxHashSet<(usize, &str)> = FxHashSet::default();
    written.retain(|name| {
        let text = name.span.slice(&coverage.articles[name.article].text);
        seen.insert((name.article, text))
    });
    written
}

/// The one word in which two names of as many words differ, if it is one word in two spellings.
fn variant<'a>(
    coverage: &Coverage,
    a: &Written<'a>,
    b: &Written<'a>,
) -> Option<(&'a str, &'a str)> {
    if a.words.len() != b.words.len() {
        return None;
    }
    let mut differing = a.words.iter().zip(&b.words).filter(|(x, y)| x != y);
    let (x, y) = differing.next()?;
    let lexicon = coverage.lexicon(a.article)?;
    let is_word = |word: &str| lexicon.word(&word.to_lowercase()).classes & !class::FIRST_NAME != 0;
    // What is cheap to tell stands first: nearly all pairs of names are two.
    let alike = differing.next().is_none()
        && x.chars().next() == y.chars().next()
        && x.chars().count().min(y.chars().count()) >= SHORTEST
        && !x.eq_ignore_ascii_case(y)
        && strsim::normalized_damerau_levenshtein(x, y) >= ALIKE
        && !is_word(x)
        && !is_word(y);
    alike.then_some((x, y))
}
