//! What a word diff amounts to: the relations of two wordings.

use std::ops::Range;

use super::diff::{Script, Step, StepKind};
use super::side::{NoteKind, Side};
use crate::align::matching::Unit;
use crate::align::vocabulary::{Rank, Vocabulary};
use crate::model::{Relation, RelationSet};

/// The relations that the wordings alone show; empty when they are the same.
pub(super) fn relations(script: &Script, vocabulary: &Vocabulary) -> RelationSet {
    let mut found = RelationSet::default();
    let (a, b) = &script.shared;
    let edges = [
        Edge {
            a: 0..a.start,
            b: 0..b.start,
            omitted: script.a.has_note(a.start, NoteKind::Ellipsis) && a.start > 0
                || script.b.has_note(b.start, NoteKind::Ellipsis) && b.start > 0,
            between_sentences: script.a.ends_before(a.start) && script.b.ends_before(b.start),
        },
        Edge {
            a: a.end..script.a.units.len(),
            b: b.end..script.b.units.len(),
            omitted: script.a.has_note(a.end, NoteKind::Ellipsis) && a.end < script.a.units.len()
                || script.b.has_note(b.end, NoteKind::Ellipsis) && b.end < script.b.units.len(),
            between_sentences: script.a.ends_before(a.end) && script.b.ends_before(b.end),
        },
    ];
    for edge in &edges {
        edge.describe(script, &mut found);
    }
    for step in &script.steps {
        inner(script, step, &edges, &mut found);
    }
    if script.steps.iter().any(|step| splices(script, step)) {
        found.insert(Relation::Spliced);
    }
    if stops_before_limit(script, vocabulary) {
        found.insert(Relation::QualificationCut);
    }
    if has_remark(&script.a, a) || has_remark(&script.b, b) {
        found.insert(Relation::Interpolated);
    }
    if script
        .steps
        .iter()
        .any(|step| contradicts(script, step, vocabulary))
    {
        found.insert(Relation::Contradicted);
    }
    found
}

/// The words before or behind the shared part.
struct Edge {
    a: Range<usize>,
    b: Range<usize>,
    /// Whether one side marks an omission there and goes on.
    omitted: bool,
    /// Whether a sentence of both ends there, so that what lies beyond are other sentences.
    between_sentences: bool,
}

/// Words more on one side that make two different edges a cut as well.
const UNEVEN: usize = 3;

impl Edge {
    fn describe(&self, script: &Script, found: &mut RelationSet) {
        let (a, b) = (self.a.len(), self.b.len());
        if a == 0 && b == 0 {
            return;
        }
        if self.is_moved(script) {
            found.insert(Relation::Reworded);
        } else if a == 0 || b == 0 || self.between_sentences && !self.omitted {
            found.insert(Relation::Truncated);
        } else if self.omitted {
            found.insert(Relation::Truncated);
            found.insert(Relation::Elided);
        } else {
            found.insert(Relation::Reworded);
            if a.abs_diff(b) >= UNEVEN {
                found.insert(Relation::Truncated);
            }
        }
    }
}

impl Edge {
    /// Whether the words of `step`, which one side lacks there, are those that were moved here.
    fn holds(&self, script: &Script, step: &Step) -> bool {
        let own = |side: &Side, range: &Range<usize>| -> Vec<u32> {
            side.units[range.clone()]
                .iter()
                .map(|unit| unit.id)
                .collect()
        };
        let (here, there) = if step.a.len() < step.b.len() {
            (own(&script.a, &self.a), own(&script.b, &step.b))
        } else {
            (own(&script.b, &self.b), own(&script.a, &step.a))
        };
        self.is_moved(script) && there.iter().all(|id| here.contains(id))
    }

    /// Whether one side only lacks the words here because it prints them elsewhere.
    fn is_moved(&self, script: &Script) -> bool {
        let changed = || {
            script
                .steps
                .iter()
                .filter(|step| step.kind != StepKind::Equal)
        };
        let (own, elsewhere): (&[Unit], Vec<&Unit>) = if self.b.is_empty() {
            let there = changed().flat_map(|step| &script.b.units[step.b.clone()]);
            (&script.a.units[self.a.clone()], there.collect())
        } else if self.a.is_empty() {
            let there = changed().flat_map(|step| &script.a.units[step.a.clone()]);
            (&script.b.units[self.b.clone()], there.collect())
        } else {
            return false;
        };
        own.iter().any(|unit| unit.rank > Rank::Function)
            && own
                .iter()
                .all(|unit| elsewhere.iter().any(|other| other.id == unit.id))
    }
}

fn inner(script: &Script, step: &Step, edges: &[Edge], found: &mut RelationSet) {
    let (a, b) = (step.a.len(), step.b.len());
    match step.kind {
        StepKind::Equal => {}
        StepKind::Missing => {
            if edges.iter().any(|edge| edge.holds(script, step)) {
                found.insert(Relation::Reworded);
            } else if !is_bracketed(script, step) {
                found.insert(Relation::Elided);
            }
        }
        StepKind::Changed => {
            found.insert(Relation::Reworded);
            if step.holds_missing || a.max(b) >= 3 * a.min(b) && a.abs_diff(b) >= UNEVEN {
                found.insert(Relation::Elided);
            }
        }
    }
}

/// Whether the words that one side lacks stand there in brackets.
fn is_bracketed(script: &Script, step: &Step) -> bool {
    let holds = |side: &Side, at: usize, units: &[Unit]| {
        side.remark_at(at)
            .is_some_and(|remark| units.iter().all(|unit| remark.contains(&unit.id)))
    };
    step.a.is_empty() && holds(&script.a, step.a.start, &script.b.units[step.b.clone()])
        || step.b.is_empty() && holds(&script.b, step.b.start, &script.a.units[step.a.clone()])
}

/// Whether an editor's remark stands inside the shared part, or at its edge when nothing lies beyond.
fn has_remark(side: &Side, shared: &Range<usize>) -> bool {
    let all = side.units.len();
    side.notes.iter().any(|note| {
        note.kind == NoteKind::Remark
            && (note.before > shared.start && note.before < shared.end
                || note.before == shared.start && shared.start == 0
                || note.before == shared.end && shared.end == all)
    })
}

/// Words that must be missing without a mark for two sentences to be called joined.
const SPLICE: usize = 8;

/// Whether one side joins two sentences, without a mark, between which the other prints more.
pub(crate) fn splices(script: &Script, step: &Step) -> bool {
    let joins = |short: (&Side, &Range<usize>), long: (&Side, &Range<usize>)| {
        let ends = |at: usize| long.0.units[at].ends;
        short.1.is_empty()
            && long.1.len() >= SPLICE
            && !short.0.has_note(short.1.start, NoteKind::Ellipsis)
            && (long.1.start.saturating_sub(1)..long.1.end).any(ends)
    };
    let (a, b) = ((&script.a, &step.a), (&script.b, &step.b));
    step.kind == StepKind::Missing && (joins(a, b) || joins(b, a))
}

/// Words of the part that was cut among which the reservation must begin.
const SOON: usize = 3;

/// Whether one side stops where the other goes on with a reservation. "If" that begins the next sentence is
/// none; "but" there is.
fn stops_before_limit(script: &Script, vocabulary: &Vocabulary) -> bool {
    let rest = |side: &Side, at: usize| {
        let mut is_new = side.ends_before(at);
        let limits = side.units[at..].iter().take(SOON).any(|unit| {
            let limits = vocabulary.is_limit(unit.id) && !is_new || vocabulary.is_contrast(unit.id);
            is_new |= unit.ends;
            limits
        });
        (side.units.len() - at, limits)
    };
    let (a, a_limits) = rest(&script.a, script.shared.0.end);
    let (b, b_limits) = rest(&script.b, script.shared.1.end);
    a_limits && !b_limits && b <= SOON || b_limits && !a_limits && a <= SOON
}

/// Longest change in which a single word is taken to turn the statement.
const SHORT_CHANGE: usize = 4;

/// Whether a change is one of negation, number or name.
pub(crate) fn contradicts(script: &Script, step: &Step, vocabulary: &Vocabulary) -> bool {
    if step.kind == StepKind::Equal || step.a.len().max(step.b.len()) > SHORT_CHANGE {
        return false;
    }
    let (a, b) = (
        &script.a.units[step.a.clone()],
        &script.b.units[step.b.clone()],
    );
    // A whole sentence that is left out turns none of those that stay.
    let is_sentence = |side: &Side, range: &Range<usize>| {
        !range.is_empty() && side.ends_before(range.start) && side.ends_before(range.end)
    };
    if step.kind == StepKind::Missing
        && (is_sentence(&script.a, &step.a) || is_sentence(&script.b, &step.b))
    {
        return false;
    }
    let negations = |units: &[Unit]| {
        let negates = |unit: &&Unit| vocabulary.is_negation(unit.id);
        units.iter().filter(negates).count()
    };
    if negations(a) % 2 != negations(b) % 2 {
        return true;
    }
    let stems = |units: &[Unit], counts: &dyn Fn(&Unit) -> bool| {
        let counted = units.iter().filter(|unit| counts(unit));
        let mut stems: Vec<u32> = counted.map(|unit| unit.stem).collect();
        stems.sort_unstable();
        stems
    };
    let number = |unit: &Unit| vocabulary.is_number(unit.id);
    if stems(a, &number) != stems(b, &number) {
        return true;
    }
    let name = |unit: &Unit| unit.capital && unit.rank == Rank::Content;
    let (x, y) = (stems(a, &name), stems(b, &name));
    vocabulary.capitals_tell()
        && !x.is_empty()
        && !y.is_empty()
        && x.iter().all(|stem| !y.contains(stem))
}
