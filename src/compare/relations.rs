//! What a word diff amounts to: the relations of two wordings.

use std::ops::Range;

use super::diff::{NoteKind, Script, Side, Step, StepKind};
use crate::align::vocabulary::Vocabulary;
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
        },
        Edge {
            a: a.end..script.a.units.len(),
            b: b.end..script.b.units.len(),
            omitted: script.a.has_note(a.end, NoteKind::Ellipsis) && a.end < script.a.units.len()
                || script.b.has_note(b.end, NoteKind::Ellipsis) && b.end < script.b.units.len(),
        },
    ];
    for edge in &edges {
        edge.describe(&mut found);
    }
    for step in &script.steps {
        inner(script, step, &mut found);
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
}

/// Words more on one side that make two different edges a cut as well.
const UNEVEN: usize = 3;

impl Edge {
    fn describe(&self, found: &mut RelationSet) {
        let (a, b) = (self.a.len(), self.b.len());
        if a == 0 && b == 0 {
            return;
        }
        if a == 0 || b == 0 {
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

fn inner(script: &Script, step: &Step, found: &mut RelationSet) {
    let (a, b) = (step.a.len(), step.b.len());
    match step.kind {
        StepKind::Equal => {}
        StepKind::Missing => {
            // Words that a bracketed remark stands in for are no omission.
            let replaced = (a == 0 || b == 0)
                && (a == 0 && has_remark_at(&script.a, &step.a)
                    || b == 0 && has_remark_at(&script.b, &step.b));
            if !replaced {
                found.insert(Relation::Elided);
            }
        }
        StepKind::Changed => {
            found.insert(Relation::Reworded);
            if a.max(b) >= 3 * a.min(b) && a.abs_diff(b) >= UNEVEN {
                found.insert(Relation::Elided);
            }
        }
    }
}

fn has_remark_at(side: &Side, range: &Range<usize>) -> bool {
    side.has_note(range.start, NoteKind::Remark)
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

/// Longest change in which a single word is taken to turn the statement.
const SHORT_CHANGE: usize = 4;

/// Whether a change is one of negation, number or name.
fn contradicts(script: &Script, step: &Step, vocabulary: &Vocabulary) -> bool {
    if step.kind == StepKind::Equal || step.a.len().max(step.b.len()) > SHORT_CHANGE {
        return false;
    }
    let (a, b) = (
        &script.a.units[step.a.clone()],
        &script.b.units[step.b.clone()],
    );
    let negations = |units: &[crate::align::matching::Unit]| {
        units
            .iter()
            .filter(|unit| vocabulary.is_negation(unit.id))
            .count()
    };
    if negations(a) % 2 != negations(b) % 2 {
        return true;
    }
    let numbers = |units: &[crate::align::matching::Unit]| {
        let mut stems: Vec<u32> = (units.iter())
            .filter(|unit| vocabulary.is_number(unit.id))
            .map(|unit| unit.stem)
            .collect();
        stems.sort_unstable();
        stems
    };
    let (x, y) = (numbers(a), numbers(b));
    if x != y && !x.is_empty() && !y.is_empty() {
        return true;
    }
    let names = |units: &[crate::align::matching::Unit]| -> Vec<u32> {
        (units.iter())
            .filter(|unit| unit.capital && unit.rank == crate::align::vocabulary::Rank::Content)
            .map(|unit| unit.stem)
            .collect()
    };
    let (x, y) = (names(a), names(b));
    !x.is_empty() && !y.is_empty() && x.iter().all(|stem| !y.contains(stem))
}
