//! A passage drawn against another: its own words, with what was cut, taken out and put in.
//!
//! ```text
//! ‹3› went over the Afghan [-question-]{+crisis+} at length ‹7›
//! ```
//!
//! Whatever is drawn is a literal slice of one of the two texts, with the punctuation that stands
//! between the words; only counts of cut words are ours.

use super::{DiffOp, DiffPart, Measure, Span, count_words};

/// One stretch of a drawn passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke<'a> {
    /// The passage's own text, which the other has too.
    Kept(&'a str),
    /// Words of the other, missing or replaced here.
    Old(&'a str),
    /// Words that the other does not have.
    New(&'a str),
    /// So many words of the other stand beyond this edge.
    Cut(usize),
}

/// When fewer of the words between the cut edges are kept, marks only confuse: both are printed whole.
const READABLE: f64 = 0.4;

impl Measure {
    /// Whether a word diff helps a reader.
    pub fn is_drawable(&self, theirs: &str, own: &str) -> bool {
        let words = |side: fn(&DiffPart) -> Option<Span>, text: &str, op: &[DiffOp]| -> usize {
            let parts = self.diff.iter().filter(|part| op.contains(&part.op));
            parts.filter_map(side).map(|span| count_words(span.slice(text))).sum()
        };
        let kept = words(|part| part.a, theirs, &[DiffOp::Equal]);
        let changed = [DiffOp::Delete, DiffOp::Insert, DiffOp::Replace];
        let old = words(|part| part.a, theirs, &changed);
        let new = words(|part| part.b, own, &changed);
        kept as f64 >= READABLE * (kept + old.max(new)) as f64 && kept > 0
    }

    /// Draws the passage `place` of the text `own` against the text `theirs`.
    pub fn strokes<'a>(&self, theirs: &'a str, own: &'a str, place: Span) -> Vec<Stroke<'a>> {
        if !self.is_drawable(theirs, own) {
            return vec![Stroke::Kept(place.slice(own))];
        }
        let mut brush = Brush {
            own,
            at: place.start,
            end: place.end,
            strokes: Vec::new(),
        };
        for part in &self.diff {
            brush.draw(*part, theirs);
        }
        brush.keep_until(place.end);
        brush.strokes
    }
}

struct Brush<'a> {
    own: &'a str,
    /// Everything before this byte is drawn.
    at: usize,
    end: usize,
    strokes: Vec<Stroke<'a>>,
}

impl<'a> Brush<'a> {
    fn draw(&mut self, part: DiffPart, theirs: &'a str) {
        let old = part.a.map(|span| span.slice(theirs));
        match part.b {
            Some(new) => self.keep_until(new.start),
            None => self.keep_punctuation(),
        }
        match (part.op, old) {
            (DiffOp::Delete | DiffOp::Replace, Some(words)) => self.strokes.push(Stroke::Old(words)),
            (DiffOp::Cut, Some(words)) if count_words(words) > 0 => {
                self.strokes.push(Stroke::Cut(count_words(words)));
            }
            _ => {}
        }
        let Some(new) = part.b else { return };
        match part.op {
            DiffOp::Insert | DiffOp::Replace | DiffOp::Cut => {
                self.strokes.push(Stroke::New(new.slice(self.own)));
                self.at = new.end;
            }
            DiffOp::Equal | DiffOp::Delete | DiffOp::Editorial => self.keep_until(new.end),
        }
    }

    fn keep_until(&mut self, end: usize) {
        let end = end.min(self.end);
        if self.at < end {
            self.strokes.push(Stroke::Kept(&self.own[self.at..end]));
            self.at = end;
        }
    }

    /// The comma or full stop that belongs to the word before a gap.
    fn keep_punctuation(&mut self) {
        let rest = &self.own[self.at..self.end];
        let length = rest
            .find(|sign: char| sign.is_whitespace() || sign.is_alphanumeric())
            .unwrap_or(rest.len());
        self.keep_until(self.at + length);
    }
}
