//! One name in two spellings.

use super::super::coverage::Coverage;
use super::groups::value;
use crate::Span;
use crate::model::{Difference, Fact, FactKind, NamingKind};

/// Fewest letters of a name in which a slip tells two spellings from two names.
const SHORTEST: usize = 5;
/// Likeness of two spellings of one name.
const ALIKE: f64 = 0.75;

/// A name of an article: its last word, and the words before it.
struct Written<'a> {
    article: usize,
    span: Span,
    first: &'a str,
    last: &'a str,
}

/// Finds names that two articles write differently and neither writes as the other does.
pub(super) fn names(coverage: &Coverage) -> Vec<Fact> {
    let written = collect(coverage);
    let mut facts: Vec<Fact> = Vec::new();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for (at, a) in written.iter().enumerate() {
        for b in written[at + 1..].iter().filter(|b| b.article != a.article) {
            if !is_variant(a, b) || seen.contains(&(a.last, b.last)) {
                continue;
            }
            let knows = |article: usize, word: &str| {
                written.iter().any(|other| other.article == article && other.last == word)
            };
            if knows(a.article, b.last) || knows(b.article, a.last) {
                continue;
            }
            seen.extend([(a.last, b.last), (b.last, a.last)]);
            facts.push(Fact {
                kind: FactKind::Name,
                values: vec![value(a.article, a.span, a.span), value(b.article, b.span, b.span)],
                difference: Difference::Conflict,
                score: 0.8,
            });
        }
    }
    facts
}

fn collect<'a>(coverage: &Coverage<'a>) -> Vec<Written<'a>> {
    let mut written = Vec::new();
    for (article, text) in coverage.articles.iter().enumerate() {
        for naming in &coverage.narration(article).namings {
            if !matches!(naming.kind, NamingKind::Name(_)) {
                continue;
            }
            let name = naming.head.slice(&text.text);
            let Some((first, last)) = name.rsplit_once(' ') else {
                continue;
            };
            written.push(Written {
                article,
                span: naming.head,
                first,
                last,
            });
        }
    }
    written
}

fn is_plural(one: &str, many: &str) -> bool {
    many.strip_prefix(one).is_some_and(|ending| matches!(ending, "s" | "es" | "’s" | "'s"))
}

/// Whether two names of equal first names differ by a slip or a transliteration.
fn is_variant(a: &Written, b: &Written) -> bool {
    let (x, y) = (a.last, b.last);
    a.first == b.first
        && x != y
        && x.chars().count().min(y.chars().count()) >= SHORTEST
        && x.chars().next() == y.chars().next()
        && !is_plural(x, y)
        && !is_plural(y, x)
        && !x.eq_ignore_ascii_case(y)
        && strsim::normalized_damerau_levenshtein(x, y) >= ALIKE
}
