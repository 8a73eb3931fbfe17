//! One name in two spellings.
//!
//! ```text
//! A  …the night manager, Josef Kline, …       B  …Josef Klein, who was on duty, …
//! A  …Ellen Varga, the harbour master, …      B  …Ms. Vargha had been in office …
//! ```
//!
//! Names of several words that differ in one; and a last name alone, if it is long or stands behind a title, that
//! differs by a letter inside from that of a person in another article.

use rustc_hash::FxHashSet;

use super::super::coverage::Coverage;
use super::groups::value;
use crate::Span;
use crate::lexicon::class;
use crate::model::{Difference, Fact, FactKind, NamingKind, Value};

/// Fewest letters of a name in which a slip tells two spellings from two names, and of one behind the same first name.
const SHORTEST: usize = 5;
const SHORTEST_OF_PERSON: usize = 4;
/// Likeness of two spellings of one name, and of one behind the same first name.
const ALIKE: f64 = 0.66;
const ALIKE_OF_PERSON: f64 = 0.6;
/// Fewest letters of a last name that stands alone, and behind a title.
const SHORTEST_ALONE: usize = 8;
const SHORTEST_TITLED: usize = 5;

/// A name as an article writes it.
struct Written<'a> {
    article: usize,
    span: Span,
    words: Vec<&'a str>,
    /// Whether a title stands before it.
    is_titled: bool,
}

impl<'a> Written<'a> {
    /// Its last words.
    fn last(&self, words: usize) -> &[&'a str] {
        &self.words[self.words.len() - words..]
    }
}

/// The last word of a name.
pub(super) fn last_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
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
            // A slip beside the right spelling is one all the same.
            let is_slip = match (knows(a.article, y), knows(b.article, x)) {
                (false, false) => true,
                (true, false) => a.words.len() == 1,
                (false, true) => b.words.len() == 1,
                (true, true) => false,
            };
            if is_slip {
                seen.push((x, y));
                facts.push(fact(&written, (x, y)));
            }
        }
    }
    facts
}

/// The first mention in each article of the name in either spelling: who has both shows both.
fn fact(written: &[Written], (x, y): (&str, &str)) -> Fact {
    let mut values: Vec<Value> = Vec::new();
    let mut seen: Vec<(usize, &str)> = Vec::new();
    for name in written {
        let mut spellings = [x, y].into_iter();
        let Some(spelling) = spellings.find(|spelling| name.words.contains(spelling)) else {
            continue;
        };
        if !seen.contains(&(name.article, spelling)) {
            seen.push((name.article, spelling));
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
            let is_titled = words.len() == 1 && is_titled(coverage, article, naming.head);
            let is_long = words.iter().any(|word| word.len() >= SHORTEST_ALONE);
            let may_slip = words.len() > 1 || is_titled || is_long;
            if matches!(naming.kind, NamingKind::Name(_)) && may_slip {
                written.push(Written {
                    article,
                    span: naming.head,
                    words,
                    is_titled,
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

/// Whether a title stands before a name.
fn is_titled(coverage: &Coverage, article: usize, name: Span) -> bool {
    let folded = &coverage.alignment.folded[article];
    let (at, _) = folded.within(name);
    let before = at.checked_sub(1).map(|before| folded.words[before].id);
    let text = before.map(|id| coverage.alignment.vocabulary.text(id));
    let classes = text
        .zip(coverage.lexicon(article))
        .map(|(text, lexicon)| lexicon.word(text).classes);
    classes.is_some_and(|classes| classes & class::TITLE != 0)
}

/// The one word in which two names differ, if it is one word in two spellings.
fn variant<'a>(
    coverage: &Coverage,
    a: &Written<'a>,
    b: &Written<'a>,
) -> Option<(&'a str, &'a str)> {
    let words = a.words.len().min(b.words.len());
    let (own, other) = (a.last(words), b.last(words));
    let mut differing = own.iter().zip(other).filter(|(x, y)| x != y);
    let (x, y) = differing.next()?;
    let is_alone = words == 1;
    // "Trade Ann Lee" behind "Minister of" is Ann Lee; of two bodies with a word more they are two.
    let is_of_one_kind = a.words.len() == b.words.len() || words == 2 || is_alone;
    // What is cheap to tell stands first: nearly all pairs of names are two.
    let may_be = differing.next().is_none()
        && is_of_one_kind
        && x.chars().next() == y.chars().next()
        && !x.eq_ignore_ascii_case(y);
    if !may_be {
        return None;
    }
    let lexicon = coverage.lexicon(a.article)?;
    let classes = |word: &str| lexicon.word(&word.to_lowercase()).classes;
    let first = classes(own[0]);
    let may_be_first_name = first == 0 || first & class::FIRST_NAME != 0;
    let is_person = words > 1 && own[0] == other[0] && may_be_first_name;
    let letters = x.chars().count().min(y.chars().count());
    let likeness = || strsim::normalized_damerau_levenshtein(x, y);
    let is_alike = if is_alone {
        let is_titled = a.is_titled && b.words.len() > 1 || b.is_titled && a.words.len() > 1;
        letters
            >= if is_titled {
                SHORTEST_TITLED
            } else {
                SHORTEST_ALONE
            }
            && x.chars().next_back() == y.chars().next_back()
            && strsim::damerau_levenshtein(x, y) == 1
    } else if is_person {
        letters >= SHORTEST_OF_PERSON && likeness() >= ALIKE_OF_PERSON
    } else {
        letters >= SHORTEST && likeness() >= ALIKE
    };
    let is_word = |word: &str| classes(word) & !class::FIRST_NAME != 0;
    let is_variant = is_alike && !is_word(x) && !is_word(y);
    (is_variant && !lexicon.facts().is_people_of(x, y)).then_some((x, y))
}
