//! What one outlet says is done and another says is not, or not to all of it.
//!
//! ```text
//! A  …he │is expected to meet│ the queen.              ┐ one verb, the same companions:
//! B  …he │is unlikely to meet│ Queen Ada of Norland.   ┘ one of them negated
//! A  The court struck down │part of│ the Bridge Act.
//! B  The court │struck down│ the Bridge Act.
//! ```
//!
//! Only sentences that tell the same are looked at. What somebody says and another denies is no conflict of the
//! outlets: both stand in the outlet's own voice, are said by one speaker, or are still to come.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::coverage::Coverage;
use super::agents::agents;
use super::clauses::{Clause, Words};
use super::groups::{merge, value};
use super::signs::Signs;
use crate::Span;
use crate::align::names::{Agreement, agreement};
use crate::align::segments::shared_weight;
use crate::align::sentences::{SentenceId, SentenceLink};
use crate::model::{Difference, Fact, FactKind};

/// Least weight of what stands behind both verbs, and least share of what stands behind the one that is denied.
const SAME_OBJECT: f32 = 0.6;
const SAME_SHARE: f32 = 0.65;
/// Least likeness of the sentences where nothing stands behind either verb, and where what does is in every sentence.
const SAME_SENTENCE: f32 = 0.25;
const CLOSE: f32 = 0.4;
/// How sure such a difference is at least.
const SCORE: f32 = 0.5;

/// Finds what is done here and not there.
pub(super) fn done(coverage: &Coverage) -> Vec<Fact> {
    let links = coverage.sentences.links.iter();
    // What is printed alike says the same.
    let print = |id: SentenceId| coverage.slice(coverage.place(id));
    let links: Vec<&SentenceLink> = links
        .filter(|link| print(link.a) != print(link.b))
        .collect();
    let linked: FxHashSet<SentenceId> = links.iter().flat_map(|link| [link.a, link.b]).collect();
    let mut signs = Signs::default();
    let words = linked
        .into_iter()
        .map(|id| (id, Words::of(coverage, id, &mut signs)));
    let words: FxHashMap<SentenceId, Words> = words.collect();
    let links: Vec<&SentenceLink> = links
        .into_iter()
        .filter(|link| words[&link.a].may_differ(&words[&link.b]))
        .collect();
    let mut shared: FxHashMap<SentenceId, Vec<usize>> = FxHashMap::default();
    for link in &links {
        let (own, other) = (&words[&link.a], &words[&link.b]);
        own.shared(other, shared.entry(link.a).or_default());
        other.shared(own, shared.entry(link.b).or_default());
    }
    let read = shared.into_iter();
    let read = read.map(|(id, places)| (id, words[&id].clauses(coverage, places)));
    let read: FxHashMap<SentenceId, Vec<Clause>> = read.collect();
    let mut facts: Vec<Fact> = Vec::new();
    for link in links {
        let (own, other) = (&read[&link.a], &read[&link.b]);
        for a in own {
            for b in other.iter().filter(|b| b.meaning == a.meaning) {
                let found = compare(coverage, link, a, b).or_else(|| agents(coverage, link, a, b));
                if let Some(fact) = found {
                    merge(&mut facts, fact);
                }
            }
        }
    }
    facts
}

fn compare(coverage: &Coverage, link: &SentenceLink, a: &Clause, b: &Clause) -> Option<Fact> {
    if a.is_ahead != b.is_ahead || is_apart(a, b) {
        return None;
    }
    let behind = shared_weight(&a.behind, &b.behind);
    let shared = behind + shared_weight(&a.before, &b.before);
    let spans: [Span; 2] = if a.is_negated != b.is_negated {
        let (done, undone) = if a.is_negated { (b, a) } else { (a, b) };
        if a.is_open
            || b.is_open
            || !is_undone(done, undone, link.symmetry)
            || !is_of_one_voice(coverage, link, a, b)
        {
            return None;
        }
        [a.span, b.span]
    } else if a.part.is_some() != b.part.is_some() && behind >= SAME_OBJECT {
        let with_part = |clause: &Clause| {
            clause
                .part
                .map_or(clause.span, |part| clause.span.join(part))
        };
        [with_part(a), with_part(b)]
    } else {
        return None;
    };
    Some(Fact {
        kind: FactKind::Other,
        values: vec![
            value(link.a.article, spans[0], spans[0]),
            value(link.b.article, spans[1], spans[1]),
        ],
        difference: Difference::Conflict,
        score: f64::from(SCORE + 0.1 * shared.min(2.0) + 0.3 * link.symmetry),
    })
}

/// Whether what is denied is what is done: hardly anything stands behind the one that the other lacks ("did not approve
/// the plan for a heliport" is not about every plan).
fn is_undone(done: &Clause, undone: &Clause, symmetry: f32) -> bool {
    let behind = shared_weight(&done.behind, &undone.behind);
    let before = shared_weight(&done.before, &undone.before);
    // "the queen", "Queen Ada of Norland"
    let is_told = |(word, _): &&(u32, f32)| {
        !undone.names.contains(word) || done.behind.iter().any(|(own, _)| own == word)
    };
    let all: f32 = undone
        .behind
        .iter()
        .filter(is_told)
        .map(|(_, weight)| weight)
        .sum();
    let is_same_object =
        (behind >= SAME_OBJECT || behind > 0.0 && symmetry >= CLOSE) && behind >= SAME_SHARE * all;
    let is_alone = undone.behind.is_empty() && done.behind.is_empty() && symmetry >= SAME_SENTENCE;
    let has_no_subject = undone.before.is_empty() && done.before.is_empty();
    is_same_object || is_alone && (has_no_subject || before >= SAME_OBJECT)
}

/// Whether both have names and neither has one of the other's words.
fn is_apart(a: &Clause, b: &Clause) -> bool {
    let holds = |clause: &Clause, name: &u32| {
        let mut words = clause.before.iter().chain(&clause.behind);
        words.any(|(word, _)| word == name)
    };
    let is_shared =
        a.names.iter().any(|name| holds(b, name)) || b.names.iter().any(|name| holds(a, name));
    !a.names.is_empty() && !b.names.is_empty() && !is_shared
}

/// Whether both stand in their outlet's own voice, are said by one speaker, or are still to come.
pub(super) fn is_of_one_voice(
    coverage: &Coverage,
    link: &SentenceLink,
    a: &Clause,
    b: &Clause,
) -> bool {
    let speaker = |article: usize, at: usize| {
        let quotation = &coverage.extractions[article].quotations[at];
        let speaker = quotation.speaker.as_ref()?;
        Some(coverage.name(&speaker.name))
    };
    match (a.said, b.said) {
        (None, None) => true,
        (Some(x), Some(y)) => {
            let names = speaker(link.a.article, x).zip(speaker(link.b.article, y));
            names.is_some_and(|(x, y)| agreement(Some(&x), Some(&y)) == Agreement::Same)
        }
        // What is to come is not what somebody is accused of.
        _ => a.is_ahead,
    }
}
