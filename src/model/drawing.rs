//! A passage drawn against another: its own words, with what was cut, taken out and put in.
//!
//! ```text
//! ‹3› went over the Afghan [-question-]{+crisis+} at length ‹7›
//! ```
//!
//! Whatever is drawn is a literal slice of one of the two texts, with the punctuation that stands
//! between the words; only counts of cut words are ours.

use super::{
    DiffOp, DiffPart, Measure, Passage, Place, Quotation, Relation, Span, count_words,
    from_first_word,
};
use crate::Comparison;

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
            parts
                .filter_map(side)
                .map(|span| count_words(span.slice(text)))
                .sum()
        };
        let kept = words(|part| part.a, theirs, &[DiffOp::Equal]);
        let changed = [DiffOp::Delete, DiffOp::Insert, DiffOp::Replace];
        let old = words(|part| part.a, theirs, &changed);
        let new = words(|part| part.b, own, &changed);
        kept as f64 >= READABLE * (kept + old.max(new)) as f64 && kept > 0
    }

    /// Draws the passage `place` of the text `own` against the text `theirs`.
    fn strokes<'a>(&self, theirs: &'a str, own: &'a str, place: Span) -> Vec<Stroke<'a>> {
        if !self.is_drawable(theirs, own) {
            return vec![Stroke::Kept(place.slice(own))];
        }
        let mut brush = Brush {
            own,
            at: place.start,
            end: place.end,
            owes_space: false,
            strokes: Vec::new(),
        };
        for part in &self.diff {
            brush.draw(*part, theirs);
        }
        brush.keep_until(place.end);
        brush.strokes
    }
}

impl Comparison {
    /// Draws a passage against the one that it was measured by; whole where there is none. What a reporter tells beside
    /// quoted words is no phrase without them.
    pub fn strokes(&self, passage: &Passage) -> Vec<Stroke<'_>> {
        let own = &self.articles[passage.place.article].text;
        match &passage.measure {
            None => vec![Stroke::Kept(from_first_word(self.slice(passage.place)))],
            Some(measure) if measure.relations.contains(Relation::Paraphrased) => {
                vec![Stroke::Kept(self.slice(self.with_quoted(passage.place)))]
            }
            Some(measure) => {
                let theirs = &self.articles[measure.against.article].text;
                measure.strokes(theirs, own, passage.place.span)
            }
        }
    }
}

/// Words of a quotation that is printed whole for what is told in it.
const MOST_TOLD: usize = 60;

impl Comparison {
    /// A passage in the reporter's words with the quoted words that its quotation goes on with: of "that if she “is not
    /// ready,” the talks “should stop”" not "the talks" alone.
    fn with_quoted(&self, place: Place) -> Place {
        let quotations = &self.extractions[place.article].quotations;
        let is_told = |quotation: &&Quotation| {
            let mut segments = quotation.segments.iter();
            !quotation.segments.is_empty() && segments.all(|span| span.overlap(place.span) == 0)
        };
        let mut contents = quotations
            .iter()
            .filter(is_told)
            .flat_map(|own| &own.content);
        let whole = contents.find(|content| content.contains(place.span));
        let whole = whole.map_or(place, |span| Place {
            span: *span,
            ..place
        });
        match count_words(self.slice(whole)) <= MOST_TOLD {
            true => whole,
            false => place,
        }
    }
}

struct Brush<'a> {
    own: &'a str,
    /// Everything before this byte is drawn.
    at: usize,
    end: usize,
    /// Words that are not the passage's own were drawn last, and its next word needs a space.
    owes_space: bool,
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
            (DiffOp::Delete, Some(words)) => self.push_foreign(Stroke::Old(words)),
            (DiffOp::Replace, Some(words)) => {
                self.pay_space();
                self.strokes.push(Stroke::Old(words));
            }
            (DiffOp::Cut, Some(words)) if count_words(words) > 0 => {
                self.push_foreign(Stroke::Cut(count_words(words)));
            }
            _ => {}
        }
        let Some(new) = part.b else { return };
        match part.op {
            DiffOp::Insert | DiffOp::Replace | DiffOp::Cut => {
                self.pay_space();
                self.strokes.push(Stroke::New(new.slice(self.own)));
                self.at = new.end;
            }
            DiffOp::Equal | DiffOp::Delete | DiffOp::Editorial => self.keep_until(new.end),
        }
    }

    /// What stands in no place of the passage, between spaces.
    fn push_foreign(&mut self, stroke: Stroke<'a>) {
        let is_apart = match self.strokes.last() {
            None => true,
            Some(Stroke::Kept(words)) => words.ends_with([' ', '\n']),
            Some(_) => false,
        };
        if !is_apart {
            self.strokes.push(Stroke::Kept(" "));
        }
        self.strokes.push(stroke);
        self.owes_space = true;
    }

    fn pay_space(&mut self) {
        if self.owes_space {
            self.strokes.push(Stroke::Kept(" "));
            self.owes_space = false;
        }
    }

    fn keep_until(&mut self, end: usize) {
        let end = end.min(self.end);
        if self.at >= end {
            return;
        }
        let kept = &self.own[self.at..end];
        if kept.starts_with(char::is_alphanumeric) {
            self.pay_space();
        }
        self.owes_space = false;
        self.strokes.push(Stroke::Kept(kept));
        self.at = end;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, RelationSet};

    const THEIRS: &str = "On Monday we moved 300 families out, and nobody was left behind at all.";

    /// A part whose sides are the words given, found in the two texts.
    fn part(own: &str, op: DiffOp, a: &str, b: &str) -> DiffPart {
        let found = |text: &str, words: &str| {
            let start = text.find(words).unwrap();
            (!words.is_empty()).then(|| Span::new(start, start + words.len()))
        };
        DiffPart {
            op,
            a: found(THEIRS, a),
            b: found(own, b),
        }
    }

    fn drawn(own: &str, parts: &[(DiffOp, &str, &str)]) -> String {
        let measure = Measure {
            against: Place {
                article: 0,
                span: Span::new(0, THEIRS.len()),
            },
            relations: RelationSet::default(),
            is_translation: false,
            diff: parts
                .iter()
                .map(|(op, a, b)| part(own, *op, a, b))
                .collect(),
        };
        let strokes = measure.strokes(THEIRS, own, Span::new(0, own.len()));
        let drawn = strokes.iter().map(|stroke| match stroke {
            Stroke::Kept(words) => (*words).to_owned(),
            Stroke::Old(words) => format!("[-{words}-]"),
            Stroke::New(words) => format!("{{+{words}+}}"),
            Stroke::Cut(count) => format!("‹{count}›"),
        });
        drawn.collect()
    }

    #[test]
    fn cuts_and_changes_stand_between_the_words_and_their_punctuation() {
        let own = "we moved 30 families, and nobody was left behind.";
        let parts = [
            (DiffOp::Cut, "On Monday", ""),
            (DiffOp::Equal, "we moved", "we moved"),
            (DiffOp::Replace, "300", "30"),
            (DiffOp::Equal, "families", "families"),
            (DiffOp::Delete, "out", ""),
            (
                DiffOp::Equal,
                "and nobody was left behind",
                "and nobody was left behind",
            ),
            (DiffOp::Cut, "at all", ""),
        ];
        assert_eq!(
            drawn(own, &parts),
            "‹2› we moved [-300-]{+30+} families, [-out-] and nobody was left behind. ‹2›"
        );
    }

    #[test]
    fn a_diff_that_keeps_little_is_not_drawn() {
        let own = "Everybody had gone, and nobody saw us.";
        let parts = [
            (
                DiffOp::Replace,
                "On Monday we moved 300 families out",
                "Everybody had gone",
            ),
            (DiffOp::Equal, "and nobody", "and nobody"),
            (DiffOp::Replace, "was left behind at all", "saw us"),
        ];
        assert_eq!(drawn(own, &parts), own);
    }
}
