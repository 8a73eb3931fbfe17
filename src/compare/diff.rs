//! Two wordings of one utterance as a word diff that a person can read.
//!
//! ```text
//! a   Well, we will [really] look at every … option on the table
//! b         we will          look at all     options
//!     └cut┘ └equal┘          └eq┘ └ replace ─┘ └─cut─┘        “…” and “[really]” are editorial
//! ```
//!
//! The words outside the part that both print are cut, the rest is compared by `similar` as slices of word
//! numbers, so that case, punctuation and quotation marks never count and no word is torn apart. `RawMyers`
//! gives the shortest script; its heuristic sister does not. Runs of small words that were kept by chance
//! between two changes ("islands") are swallowed: a person reads one change of five words more easily than
//! three of one. What the script was before that is kept beside it, because "words are missing" and "other
//! words stand there" are told apart by it.

use std::ops::Range;

use similar::Algorithm;

use crate::Span;
use crate::align::fold::Bracket;
use crate::align::matching::{Matching, Unit};
use crate::align::vocabulary::{FoldedArticle, Rank};
use crate::model::{DiffOp, DiffPart, Place};

/// One of the two wordings.
#[derive(Debug)]
pub(super) struct Side {
    /// Its words without an editor's.
    pub units: Vec<Unit>,
    /// The editor's remarks and marks of omission, in order.
    pub notes: Vec<Note>,
    /// Where each unit stands.
    spans: Vec<Span>,
}

/// Something in a wording that is not of the wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// Index of the unit before which it stands.
    pub before: usize,
    pub span: Span,
    pub kind: NoteKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    /// "…", "[...]".
    Ellipsis,
    /// "[sic]", "[the mayor]".
    Remark,
}

/// A step of the script inside the part that both print; ranges of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub kind: StepKind,
    pub a: Range<usize>,
    pub b: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StepKind {
    /// The same words.
    Equal,
    /// Words that only one side has; it stays one when islands between several such are swallowed.
    Missing,
    /// Other words.
    Changed,
}

/// The script from one wording to the other.
#[derive(Debug)]
pub(super) struct Script {
    pub a: Side,
    pub b: Side,
    /// What lies between the first and the last word that both print.
    pub steps: Vec<Step>,
    /// The part that both print, in units of each side.
    pub shared: (Range<usize>, Range<usize>),
}

impl Side {
    /// The wording at `place`, compared through `units`. Words in round brackets are the speaker's own when
    /// `other` has them in brackets too.
    pub(super) fn new(
        text: &str,
        article: &FoldedArticle,
        place: Place,
        units: &[Unit],
        other: (&FoldedArticle, &[Unit]),
    ) -> Self {
        let bracketed: Vec<u32> = (other.1.iter())
            .filter(|unit| other.0.words[unit.first].bracket == Bracket::Round)
            .map(|unit| unit.stem)
            .collect();
        let is_own = |unit: &Unit| {
            article.words[unit.first].bracket == Bracket::Open || bracketed.contains(&unit.stem)
        };
        let units: Vec<Unit> = units.iter().copied().filter(is_own).collect();
        let spans: Vec<Span> = units
            .iter()
            .map(|unit| {
                article.words[unit.first]
                    .span
                    .join(article.words[unit.last].span)
            })
            .collect();
        let mut side = Self {
            units,
            notes: Vec::new(),
            spans,
        };
        side.find_notes(text, article, place.span);
        side
    }

    fn find_notes(&mut self, text: &str, article: &FoldedArticle, span: Span) {
        let (from, to) = article.within(span);
        let mut next = 0;
        let mut remark: Option<Span> = None;
        let mut notes = Vec::new();
        for at in from..=to {
            let is_unit = self.units.get(next).is_some_and(|unit| unit.first <= at) || at == to;
            if is_unit {
                if let Some(span) = remark.take() {
                    notes.push((next, with_brackets(text, span), NoteKind::Remark));
                }
                if at < to && self.units[next].last == at {
                    next += 1;
                }
            } else {
                let word = article.words[at].span;
                remark = Some(remark.map_or(word, |span| span.join(word)));
            }
        }
        for mark in article.ellipses.iter().filter(|mark| span.contains(**mark)) {
            let before = self.spans.partition_point(|unit| unit.start < mark.start);
            notes.push((before, *mark, NoteKind::Ellipsis));
        }
        notes.sort_by_key(|(_, span, _)| *span);
        self.notes = notes
            .into_iter()
            .map(|(before, span, kind)| Note { before, span, kind })
            .collect();
    }

    /// The place of a run of units, from the first letter to the last.
    fn span(&self, range: &Range<usize>) -> Option<Span> {
        (!range.is_empty()).then(|| self.spans[range.start].join(self.spans[range.end - 1]))
    }

    /// Whether a note of this kind stands right before unit `at`.
    pub(super) fn has_note(&self, at: usize, kind: NoteKind) -> bool {
        self.notes
            .iter()
            .any(|note| note.before == at && note.kind == kind)
    }
}

/// `span` with the brackets around it.
fn with_brackets(text: &str, span: Span) -> Span {
    let before = text[..span.start]
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '[' | '('));
    let start = if before.ends_with(['[', '(']) {
        before.len() - 1
    } else {
        span.start
    };
    let behind = text[span.end..].find([']', ')']).filter(|at| {
        text[span.end..span.end + at]
            .chars()
            .all(|c| !c.is_alphanumeric())
    });
    Span::new(start, behind.map_or(span.end, |at| span.end + at + 1))
}

impl Script {
    /// Compares two sides whose units were matched by `matching` before remarks were taken out.
    pub(super) fn new(a: Side, b: Side, units: (&[Unit], &[Unit]), matching: &Matching) -> Self {
        let shared = (
            shared_range(&a, units.0, matching.steps.iter().map(|step| step.a)),
            shared_range(&b, units.1, matching.steps.iter().map(|step| step.b)),
        );
        let steps = clean(steps(&a, &b, &shared), &a, &b);
        Self {
            a,
            b,
            steps,
            shared,
        }
    }

    /// The script for people: one part a step, remarks and marks of omission between them.
    pub(super) fn parts(&self) -> Vec<DiffPart> {
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

/// The shortest script between the shared parts. The side that comes first in the alphabet is always the
/// first one for `similar`, so that the script from b to a is the mirror of the one from a to b.
fn steps(a: &Side, b: &Side, shared: &(Range<usize>, Range<usize>)) -> Vec<Step> {
    let ids = |side: &Side, range: &Range<usize>| -> Vec<u32> {
        side.units[range.clone()]
            .iter()
            .map(|unit| unit.id)
            .collect()
    };
    let (x, y) = (ids(a, &shared.0), ids(b, &shared.1));
    let swapped = (y.len(), &y) < (x.len(), &x);
    let (first, second) = if swapped { (&y, &x) } else { (&x, &y) };
    similar::capture_diff_slices(Algorithm::RawMyers, first, second)
        .into_iter()
        .map(|op| {
            let (_, mut old, mut new) = op.as_tag_tuple();
            if swapped {
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
                before.kind = joined_kind(before, behind);
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
        while let Some(note) = self
            .script
            .a
            .notes
            .get(self.notes.0)
            .filter(|note| note.before <= a)
        {
            self.parts.push(editorial(Some(note.span), None));
            self.notes.0 += 1;
        }
        while let Some(note) = self
            .script
            .b
            .notes
            .get(self.notes.1)
            .filter(|note| note.before <= b)
        {
            self.parts.push(editorial(None, Some(note.span)));
            self.notes.1 += 1;
        }
    }
}

fn editorial(a: Option<Span>, b: Option<Span>) -> DiffPart {
    DiffPart {
        op: DiffOp::Editorial,
        a,
        b,
    }
}
