//! Who did it, where two outlets name two persons.
//!
//! ```text
//! A  Chairman │Per Lie│ made the decision.                    ┐ one verb, one object:
//! B  Sporting director │Kai Voll│ made the decision, …        ┘ two persons
//! A  Per Lie scored a goal.   B  Kai Voll scored a goal.      of goals there are many
//! ```
//!
//! Only verbs that one alone does to a thing count (the table has them), and only persons are compared: what the
//! ministry does the minister does too.

use super::super::coverage::Coverage;
use super::clauses::Clause;
use super::done::is_of_one_voice;
use super::groups::value;
use super::names::last_name;
use crate::Span;
use crate::align::names::{Agreement, agreement};
use crate::align::segments::shared_weight;
use crate::align::sentences::{SentenceLink, weight};
use crate::lexicon::class;
use crate::model::{Difference, Fact, FactKind, NamingKind};

/// Least likeness of the sentences, weight of what stands behind both verbs, and share of the fewer.
const ALIKE: f32 = 0.12;
const SAME_OBJECT: f32 = 0.6;
const SAME_SHARE: f32 = 0.5;
/// Likeness of two names from which they may be one in two spellings.
const SPELT: f64 = 0.7;
/// How sure such a difference is.
const SCORE: f64 = 0.56;

/// Two persons who did one thing.
pub(super) fn agents(
    coverage: &Coverage,
    link: &SentenceLink,
    a: &Clause,
    b: &Clause,
) -> Option<Fact> {
    let (own, other) = (a.agent?, b.agent?);
    let behind = shared_weight(&a.behind, &b.behind);
    let lighter = weight(&a.behind).min(weight(&b.behind));
    let is_same = link.symmetry >= ALIKE
        && behind >= SAME_OBJECT
        && behind >= SAME_SHARE * lighter
        && [a.is_negated, a.is_ahead] == [b.is_negated, b.is_ahead]
        && [a, b]
            .iter()
            .all(|clause| clause.is_sole && !clause.is_open)
        && is_of_one_voice(coverage, link, a, b);
    if !is_same {
        return None;
    }
    let x = person(coverage, link.a.article, own)?;
    let y = person(coverage, link.b.article, other)?;
    let names = [x, y].map(|name| coverage.name(name));
    let are_two = agreement(Some(&names[0]), Some(&names[1])) == Agreement::Different
        && strsim::normalized_damerau_levenshtein(last_name(x), last_name(y)) < SPELT
        && !is_joined(coverage, link.a.article, own, last_name(y))
        && !is_joined(coverage, link.b.article, other, last_name(x));
    are_two.then(|| Fact {
        kind: FactKind::Name,
        values: vec![
            value(link.a.article, own, own),
            value(link.b.article, other, other),
        ],
        difference: Difference::Conflict,
        score: SCORE,
    })
}

/// The fullest name that an article gives the person whom it names at `place`; nothing if that is no person.
fn person<'a>(coverage: &Coverage<'a>, article: usize, place: Span) -> Option<&'a str> {
    let printed = last_name(place.slice(&coverage.articles[article].text));
    let namings = coverage.narration(article).namings.iter();
    let names = namings.filter_map(|naming| match &naming.kind {
        NamingKind::Name(name) => Some(name.as_str()),
        NamingKind::Noun(_) => None,
    });
    let lexicon = coverage.lexicon(article)?;
    let classes = |word: &str| lexicon.word(&word.to_lowercase()).classes;
    let may_be_person = |name: &&str| {
        let mut words = name.split(' ');
        let (first, last) = (words.next().map(classes), words.next_back().map(classes));
        let is_first = first.is_some_and(|first| first == 0 || first & class::FIRST_NAME != 0);
        is_first && last.is_some_and(|last| last & !class::FIRST_NAME == 0)
    };
    let mut full = names
        .filter(|name| last_name(name) == printed)
        .filter(may_be_person);
    full.next()
}

/// Whether a name stands in the words right before an agent: "Lie and Voll decided".
fn is_joined(coverage: &Coverage, article: usize, agent: Span, name: &str) -> bool {
    let Some(sentence) = coverage.narration(article).sentence_at(agent.start) else {
        return false;
    };
    let start = coverage.narration(article).sentences[sentence].span.start;
    let before = Span::new(start.min(agent.start), agent.start);
    before
        .slice(&coverage.articles[article].text)
        .contains(name)
}
