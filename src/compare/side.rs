//! One of two wordings, ready for the word diff: its words, and beside them what an editor put in.
//!
//! ```text
//! “I’d ask [the mayor] to … reconsider,”      words  id ask to reconsider
//!                                             notes  remark before 2, ellipsis before 3
//! ```

use std::ops::Range;

use crate::Span;
use crate::align::fold::Bracket;
use crate::align::matching::Unit;
use crate::align::vocabulary::FoldedArticle;
use crate::model::Place;

/// One of the two wordings.
#[derive(Debug)]
pub(crate) struct Side {
    /// Its words without an editor's.
    pub units: Vec<Unit>,
    /// The editor's remarks and marks of omission, in order.
    pub notes: Vec<Note>,
    /// The words of each remark; empty for a mark of omission.
    remarks: Vec<Vec<u32>>,
    /// Where each unit stands.
    spans: Vec<Span>,
}

/// Something in a wording that is not of the wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    /// Index of the unit before which it stands.
    pub before: usize,
    /// Where it stands, with its brackets.
    pub span: Span,
    /// What it is.
    pub kind: NoteKind,
}

/// What stands in a wording without being of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteKind {
    /// "…", "[...]".
    Ellipsis,
    /// `[sic]`, `[the mayor]`.
    Remark,
}

impl Side {
    /// The wording at `place`, compared through `units`. Words in round brackets are the speaker's own when
    /// `other` has them in brackets too.
    pub(crate) fn new(
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
            remarks: Vec::new(),
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
            if notes.iter().any(|(_, remark, _)| remark.contains(*mark)) {
                continue;
            }
            let before = self.spans.partition_point(|unit| unit.start < mark.start);
            notes.push((before, *mark, NoteKind::Ellipsis));
        }
        notes.sort_by_key(|(_, span, _)| *span);
        let inside = |span: &Span, kind: &NoteKind| -> Vec<u32> {
            let words = &article.words[from..to];
            let words = words.iter().filter(|word| span.contains(word.span));
            match kind {
                NoteKind::Ellipsis => Vec::new(),
                NoteKind::Remark => words.map(|word| word.id).collect(),
            }
        };
        self.remarks = notes
            .iter()
            .map(|(_, span, kind)| inside(span, kind))
            .collect();
        self.notes = notes
            .into_iter()
            .map(|(before, span, kind)| Note { before, span, kind })
            .collect();
    }

    /// The place of a run of units, from the first letter to the last.
    pub(crate) fn span(&self, range: &Range<usize>) -> Option<Span> {
        (!range.is_empty()).then(|| self.spans[range.start].join(self.spans[range.end - 1]))
    }

    /// Whether a sentence ends before unit `at`.
    pub(crate) fn ends_before(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_none_or(|before| self.units[before].ends)
    }

    /// The words of the remark that stands right before unit `at`.
    pub(crate) fn remark_at(&self, at: usize) -> Option<&[u32]> {
        let is = |note: &&Note| note.before == at && note.kind == NoteKind::Remark;
        let note = self.notes.iter().position(|note| is(&note))?;
        Some(&self.remarks[note])
    }

    /// Whether a note of this kind stands right before unit `at`.
    pub(crate) fn has_note(&self, at: usize, kind: NoteKind) -> bool {
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
