//! Two wordings of one utterance as a word diff that a person can read.
//!
//! ```text
//! a   Well, we will [really] look at every … option on the table
//! b         we will          look at all     options
//!     └cut┘ └equal┘          └eq┘ └ replace ─┘ └─cut─┘        “…” and “[really]” are editorial
//! ```
//!
//! The words outside the part that both print are cut, the rest is compared by `similar` as slices of word
//! numbers, so that case, punctuation and quotation marks never count and no word is torn apart. `RawMyers` (Myers,
//! 1986) gives the shortest script; its heuristic sister does not. Runs of small words that were kept by chance
//! between two changes ("islands") are swallowed: a person reads one change of five words more easily than
//! three of one. What the script was before that is kept beside it, because "words are missing" and "other
//! words stand there" are told apart by it.

use std::ops::Range;

use similar::Algorithm;

use super::side::{Note, Side};
use crate::Span;
use crate::align::matching::{Matching, Unit};
use crate::align::vocabulary::Rank;
use crate::model::{DiffOp, DiffPart};

/// A step of the script inside the part that both print; ranges of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What it does.
    pub kind: StepKind,
    /// Units of the first side; empty where only the other has words.
    pub a: Range<usize>,
    /// Units of the second side.
    pub b: Range<usize>,
    /// Whether it was joined from several and one of them was words that only one side has, moved words
    /// left aside.
    pub holds_missing: bool,
}

/// What a step of the script does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StepKind {
    /// The same words.
    Equal,
    /// Words that only one side has; it stays one when islands between several such are swallowed.
    Missing,
    /// Other words.
    Changed,
}

/// The script from one wording to the other.
#[derive(Debug)]
pub(crate) struct Script {
    /// The first wording.
    pub a: Side,
    /// The second.
    pub b: Side,
    /// What lies between the first and the last word that both print.
    pub steps: Vec<Step>,
    /// The part that both print, in units of each side.
    pub shared: (Range<usize>, Range<usize>),
}

impl Script {
    /// Compares two sides whose `units` were matched by `matching` before remarks were taken out. What lies outside the
    /// part that both print is not compared.
    pub(crate) fn new(a: Side, b: Side, units: (&[Unit], &[Unit]), matching: &Matching) -> Self {
        let mut shared = (
            shared_range(&a, units.0, matching.steps.iter().map(|step| step.a)),
            shared_range(&b, units.1, matching.steps.iter().map(|step| step.b)),
        );
        let turned = matching.turned;
        widen(&a, &b, &mut shared, turned);
        let steps = clean(steps(&a, &b, &shared, turned), &a, &b);
        Self {
            a,
            b,
            steps,
            shared,
        }
    }

    /// Compares two sides of which both are taken whole.
    pub(crate) fn whole(a: Side, b: Side) -> Self {
        let shared = (0..a.units.len(), 0..b.units.len());
        let steps = clean(steps(&a, &b, &shared, false), &a, &b);
        Self {
            a,
            b,
            steps,
            shared,
        }
    }

    /// The script for people: one part a step, remarks and marks of omission between them.
    pub(crate) fn parts(&self) -> Vec<DiffPart> {
        let mut parts = Parts {
            script: self,
            notes: (0, 0),
            parts: Vec::new(),
        };
        let (a, b) = &self.shared;
        parts.edge(0..a.start, 0..b.start);
        for step in &self.steps {
            parts.step(step);
        }
        parts.edge(a.end..self.a.units.len(), b.end..self.b.units.len());
        parts.notes_before(usize::MAX, usize::MAX);
        parts.parts
    }
}

/// The units from the first to the last matched one.
fn shared_range(side: &Side, units: &[Unit], matched: impl Iterator<Item = usize>) -> Range<usize> {
    let mut range: Option<Range<usize>> = None;
    for at in matched {
        let word = units[at].first;
        if let Ok(found) = side.units.binary_search_by_key(&word, |unit| unit.first) {
            let start = range.as_ref().map_or(found, |range| range.start);
            range = Some(start..found + 1);
        }
    }
    range.unwrap_or(0..0)
}

/// Takes small words at the edges into the shared part: where both sides go on a little beyond it and
/// most of what they go on with is the same, that is no cut ("We *are at* twelve", "We *are at* eleven").
fn widen(a: &Side, b: &Side, shared: &mut (Range<usize>, Range<usize>), turned: bool) {
    let before = same_words((a, 0..shared.0.start), (b, 0..shared.1.start), turned);
    if let Some((i, j)) = before.first() {
        (shared.0.start, shared.1.start) = (*i, *j);
    }
    let behind = same_words(
        (a, shared.0.end..a.units.len()),
        (b, shared.1.end..b.units.len()),
        turned,
    );
    if let Some((i, j)) = behind.last() {
        (shared.0.end, shared.1.end) = (i + 1, j + 1);
    }
}

/// The pairs of same words, in order, when they are most of two stretches of like length.
fn same_words(
    (a, x): (&Side, Range<usize>),
    (b, y): (&Side, Range<usize>),
    turned: bool,
) -> Vec<(usize, usize)> {
    let (shorter, longer) = (x.len().min(y.len()), x.len().max(y.len()));
    if shorter == 0 || longer > 3 * shorter + 3 {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    for step in steps(a, b, &(x, y), turned) {
        if step.kind == StepKind::Equal {
            pairs.extend(step.a.zip(step.b));
        }
    }
    let is_alike = longer <= 2 * shorter + 2 && pairs.len() * 2 >= shorter;
    if !is_alike && pairs.len() < shorter {
        pairs.clear();
    }
    pairs
}

/// The shortest script between the shared parts. The same side always goes first, so that the script from
/// b to a is the mirror of the one from a to b.
fn steps(a: &Side, b: &Side, shared: &(Range<usize>, Range<usize>), turned: bool) -> Vec<Step> {
    let ids = |side: &Side, range: &Range<usize>| -> Vec<u32> {
        side.units[range.clone()]
            .iter()
            .map(|unit| unit.id)
            .collect()
    };
    let (x, y) = (ids(a, &shared.0), ids(b, &shared.1));
    let (first, second) = if turned { (&y, &x) } else { (&x, &y) };
    similar::capture_diff_slices(Algorithm::RawMyers, first, second)
        .into_iter()
        .map(|op| {
            let (_, mut old, mut new) = op.as_tag_tuple();
            if turned {
                std::mem::swap(&mut old, &mut new);
            }
            let (start_a, start_b) = (shared.0.start, shared.1.start);
            let kind = match op.tag() {
                similar::DiffTag::Equal => StepKind::Equal,
                similar::DiffTag::Replace => StepKind::Changed,
                similar::DiffTag::Delete | similar::DiffTag::Insert => StepKind::Missing,
            };
            Step {
                kind,
                a: start_a + old.start..start_a + old.end,
                b: start_b + new.start..start_b + new.end,
                holds_missing: false,
            }
        })
        .collect()
}

/// Longest run of small words, and of any words, that is swallowed between two changes.
const SMALL_ISLAND: usize = 3;
const ISLAND: usize = 2;

/// Swallows the islands.
fn clean(steps: Vec<Step>, a: &Side, b: &Side) -> Vec<Step> {
    let size = |step: &Step| step.a.len().max(step.b.len());
    let mut cleaned: Vec<Step> = Vec::with_capacity(steps.len());
    let mut at = 0;
    while at < steps.len() {
        let step = &steps[at];
        let between = step.kind == StepKind::Equal
            && at + 1 < steps.len()
            && cleaned
                .last()
                .is_some_and(|before| before.kind != StepKind::Equal);
        if between && let Some(before) = cleaned.last_mut() {
            let behind = &steps[at + 1];
            let small = a.units[step.a.clone()]
                .iter()
                .all(|unit| unit.rank == Rank::Function);
            let length = step.a.len();
            if small && length <= SMALL_ISLAND
                || length <= ISLAND && length <= size(before) && length <= size(behind)
            {
                let missing = [&*before, behind].map(|step| step.is_missing_from(a, b, &steps));
                before.kind = joined_kind(before, behind);
                before.holds_missing |= missing.contains(&true);
                before.a.end = behind.a.end;
                before.b.end = behind.b.end;
                at += 2;
                continue;
            }
        }
        cleaned.push(step.clone());
        at += 1;
    }
    debug_assert!(b.units.len() >= cleaned.last().map_or(0, |step| step.b.end));
    cleaned
}

impl Step {
    /// Whether these are words that one side has and the other lacks, also elsewhere.
    fn is_missing_from(&self, a: &Side, b: &Side, steps: &[Self]) -> bool {
        let ids = |side: &Side, range: &Range<usize>| -> Vec<u32> {
            side.units[range.clone()]
                .iter()
                .map(|unit| unit.id)
                .collect()
        };
        let changed = steps.iter().filter(|step| step.kind != StepKind::Equal);
        // A step that swallowed an island has words on both sides; the longer one has more than the island.
        let (own, other): (Vec<u32>, Vec<u32>) = if self.a.len() < self.b.len() {
            (
                ids(b, &self.b),
                changed.flat_map(|step| ids(a, &step.a)).collect(),
            )
        } else {
            (
                ids(a, &self.a),
                changed.flat_map(|step| ids(b, &step.b)).collect(),
            )
        };
        self.kind == StepKind::Missing && own.iter().any(|id| !other.contains(id))
    }
}

/// Two runs that only one and the same side has are still missing words when they are joined.
fn joined_kind(before: &Step, behind: &Step) -> StepKind {
    let missing = before.kind == StepKind::Missing && behind.kind == StepKind::Missing;
    let longer_a = |step: &Step| step.a.len() > step.b.len();
    if missing && longer_a(before) == longer_a(behind) {
        StepKind::Missing
    } else {
        StepKind::Changed
    }
}

/// Collects the parts and puts the notes in their places.
struct Parts<'s> {
    script: &'s Script,
    notes: (usize, usize),
    parts: Vec<DiffPart>,
}

impl Parts<'_> {
    /// What lies before or behind the shared part.
    fn edge(&mut self, a: Range<usize>, b: Range<usize>) {
        let op = if a.is_empty() || b.is_empty() {
            DiffOp::Cut
        } else {
            DiffOp::Replace
        };
        self.part(op, a, b);
    }

    fn step(&mut self, step: &Step) {
        if step.kind != StepKind::Equal {
            let op = match (step.a.is_empty(), step.b.is_empty()) {
                (false, true) => DiffOp::Delete,
                (true, false) => DiffOp::Insert,
                _ => DiffOp::Replace,
            };
            self.part(op, step.a.clone(), step.b.clone());
            return;
        }
        // Equal words are shown in pieces, so that a remark inside them stands by itself.
        let (mut a, mut b) = (step.a.start, step.b.start);
        while a < step.a.end {
            let next = |notes: &[Note], at: usize, from: usize, end: usize| {
                let inside = |note: &&Note| note.before > at && note.before < end;
                notes
                    .iter()
                    .find(inside)
                    .map_or(end - from, |note| note.before - from)
            };
            let length = next(&self.script.a.notes, a, a, step.a.end).min(next(
                &self.script.b.notes,
                b,
                b,
                step.b.end,
            ));
            self.part(DiffOp::Equal, a..a + length, b..b + length);
            (a, b) = (a + length, b + length);
        }
    }

    fn part(&mut self, op: DiffOp, a: Range<usize>, b: Range<usize>) {
        if a.is_empty() && b.is_empty() {
            return;
        }
        self.notes_before(a.start, b.start);
        let part = DiffPart {
            op,
            a: self.script.a.span(&a),
            b: self.script.b.span(&b),
        };
        self.skip_inner_notes(&a, &b);
        self.parts.push(part);
    }

    /// Notes between the words of a part are inside its span already.
    fn skip_inner_notes(&mut self, a: &Range<usize>, b: &Range<usize>) {
        let skip = |notes: &[Note], at: &mut usize, end: usize| {
            while notes.get(*at).is_some_and(|note| note.before < end) {
                *at += 1;
            }
        };
        skip(&self.script.a.notes, &mut self.notes.0, a.end);
        skip(&self.script.b.notes, &mut self.notes.1, b.end);
    }

    /// Prints the notes that stand before these units.
    fn notes_before(&mut self, a: usize, b: usize) {
        let stand = |notes: &[Note], at: &mut usize, before: usize| -> Vec<Span> {
            let from = *at;
            while notes.get(*at).is_some_and(|note| note.before <= before) {
                *at += 1;
            }
            notes[from..*at].iter().map(|note| note.span).collect()
        };
        let own = stand(&self.script.a.notes, &mut self.notes.0, a);
        let other = stand(&self.script.b.notes, &mut self.notes.1, b);
        self.parts
            .extend(own.into_iter().map(|span| editorial(Some(span), None)));
        self.parts
            .extend(other.into_iter().map(|span| editorial(None, Some(span))));
    }
}

fn editorial(a: Option<Span>, b: Option<Span>) -> DiffPart {
    DiffPart {
        op: DiffOp::Editorial,
        a,
        b,
    }
}
