//! Facts of the event for which the outlets give different values.
//!
//! ```text
//! A  …said nearly 300 passengers were stranded.     ┐ one fact: the same noun, the same words around
//! B  …297 passengers were stranded overnight.       ┘ rounding: 300 with its hedge holds 297
//! C  …some 500 passengers slept in the hall.          conflict
//! ```
//!
//! Values are of one fact when they count the same kind of thing (or measure in the same dimension) and
//! enough of the words around them is shared; each value goes to its best counterpart in the other article
//! if that one's best counterpart it is. A value that the other article gives too is no difference, whatever
//! stands near. What is compared and agrees is counted.

mod agents;
mod answers;
mod channels;
mod clauses;
mod days;
mod done;
mod groups;
mod names;
mod nearness;
mod numbers;
mod opposed;
mod posts;
mod signs;
#[cfg(test)]
mod tests;
mod twofold;
mod when;

use super::coverage::Coverage;
use crate::model::{Fact, FactKind, Value};
use groups::Groups;

/// The facts of an event.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Those that differ, gravest first.
    pub differing: Vec<Fact>,
    /// How many were compared.
    pub compared: usize,
}

/// Most facts that are reported per three articles: what lies beyond is too unsure to be read.
const MOST: usize = 10;

/// Whether the values of a fact hold all of another's.
fn holds(fact: &Fact, other: &Fact) -> bool {
    let is_held = |value: &Value| {
        let place = value.place;
        let mut own = fact.values.iter().map(|value| value.place);
        own.any(|own| own.article == place.article && own.span.overlap(place.span) > 0)
    };
    other.values.iter().all(is_held)
}

/// Compares the facts of the articles.
pub(super) fn facts(coverage: &Coverage) -> Facts {
    let mut found = Facts::default();
    for groups in [numbers::numbers(coverage), days::days(coverage)] {
        let groups: Groups = groups;
        found.compared += groups.count();
        found.differing.extend(groups.into_facts(coverage));
    }
    let names = names::names(coverage);
    let mut opposed = opposed::opposed(coverage);
    // "the third time", "the fourth time" are numbers already.
    opposed.retain(|fact| !found.differing.iter().any(|known| holds(known, fact)));
    let channels = channels::channels(coverage);
    let answers = answers::answers(coverage);
    let done = done::done(coverage);
    let posts = posts::posts(coverage);
    for facts in [names, opposed, channels, answers, done, posts] {
        found.compared += facts.len();
        found.differing.extend(facts);
    }
    found.differing.retain(|fact| {
        let mut values = fact.values.iter();
        !values.any(|value| coverage.is_apart(value.place.article))
    });
    found.differing.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        let place = |fact: &Fact| fact.values.first().map(|value| value.place);
        by_score.then_with(|| place(a).cmp(&place(b)))
    });
    found
        .differing
        .truncate(MOST * coverage.articles.len().div_ceil(3));
    found.differing.sort_by_key(|fact| {
        let first = fact.values.first().map(|value| value.place);
        (fact.difference, fact.kind == FactKind::Other, first)
    });
    found
}
