//! What separates a quotation from the place where a source prints it.

use super::places::{Part, Text};
use crate::Article;
use crate::align::matching::Unit;
use crate::align::segments::{Segment, join_as_other, units};
use crate::compare::diff::{Script, Step, StepKind};
use crate::compare::relations::{contradicts, splices};
use crate::compare::side::{NoteKind, Side};
use crate::extract::Turns;
use crate::model::{CheckStatus, DiffPart, Place, Span};

/// What the wordings show.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub statuses: Vec<CheckStatus>,
    pub diff: Vec<DiffPart>,
    /// For each step of `diff` the part it belongs to.
    pub diff_in: Vec<usize>,
    /// The words of the source that each part is compared with.
    pub words: Vec<(usize, usize)>,
    /// What the source goes on with behind a quotation that stops before a reservation.
    pub cut: Option<Place>,
    /// Whether everything left out is marked.
    pub is_marked: bool,
}

/// What is needed to judge.
pub(super) struct Judge<'a> {
    pub articles: &'a [Article],
    pub text: Text<'a>,
    pub turns: &'a [Turns],
}

/// Words that must be missing without a mark for two sentences to be called joined.
const SPLICE: usize = 8;
/// Words left out between the matched ones and the rest of a quotation.
const LEFT_OUT: usize = 8;
/// Words that a bracketed remark can stand for.
const REPLACED: usize = 5;

impl Judge<'_> {
    /// Judges `segment` against the `parts` of which it is made.
    pub(super) fn judge(&self, segment: &Segment, parts: &[Part]) -> Verdict {
        let mut verdict = Verdict {
            is_marked: true,
            ..Verdict::default()
        };
        for at in 0..parts.len() {
            let (script, words) = self.script(segment, parts, at);
            verdict.words.push(words);
            for step in &script.steps {
                self.step(&script, step, &mut verdict);
            }
            if script
                .b
                .notes
                .iter()
                .any(|note| note.kind == NoteKind::Remark)
            {
                verdict.add(CheckStatus::Interpolated);
            }
            if self.joins_speakers(&parts[at]) {
                verdict.add(CheckStatus::Spliced);
            }
            if let Some(next) = parts.get(at + 1) {
                let is_marked = script.b.has_note(script.b.units.len(), NoteKind::Ellipsis);
                self.joint(&parts[at], next, is_marked, &mut verdict);
            }
            let steps = script.parts();
            verdict.diff_in.extend(steps.iter().map(|_| at));
            verdict.diff.extend(steps);
        }
        if self.drops_negation(segment, &parts[0]) {
            verdict.add(CheckStatus::Contradicted);
        }
        if let Some(cut) = self.cut(segment, &parts[parts.len() - 1]) {
            verdict.add(CheckStatus::Truncated);
            verdict.cut = Some(cut);
        }
        verdict
    }

    /// The wordings of one part: the source's with as many words more as the quotation has unmatched ones
    /// at its outer edges, so that a change of the first or last word is a change and no cut.
    fn script(&self, segment: &Segment, parts: &[Part], at: usize) -> (Script, (usize, usize)) {
        let part = &parts[at];
        let is_last = at + 1 == parts.len();
        let from = if at == 0 {
            segment.words.0
        } else {
            parts[at - 1].quoted.1
        };
        let to = if is_last {
            segment.words.1
        } else {
            part.quoted.1
        };
        let draft = &self.text.folded[segment.place.article];
        let source = &self.text.folded[part.article];
        let mut words = part.words;
        if at == 0 {
            let missed = self.ids(segment.place.article, (from, part.quoted.0));
            words.0 = self.extended_left(part.article, words.0, &missed);
        }
        if is_last {
            let missed = self.ids(segment.place.article, (part.quoted.1, to));
            words.1 = self.extended_right(part.article, words.1, &missed);
        }
        let vocabulary = self.text.vocabulary;
        let (own, quoted) = (
            units(source, words, vocabulary),
            units(draft, (from, to), vocabulary),
        );
        let (x, y) = (
            join_as_other(&own, &quoted, vocabulary),
            join_as_other(&quoted, &own, vocabulary),
        );
        let start = if at == 0 {
            segment.place.span.start
        } else {
            draft.words[from].span.start
        };
        let end = if is_last {
            segment.place.span.end
        } else {
            draft.words[to].span.start
        };
        let quoted_at = Place {
            article: segment.place.article,
            span: Span::new(start, end),
        };
        let a = Side::new(
            &self.articles[part.article].text,
            source,
            self.place(part.article, words),
            &x,
            (draft, &y),
        );
        let text = &self.articles[segment.place.article].text;
        let b = Side::new(text, draft, quoted_at, &y, (source, &x));
        (Script::whole(a, b), words)
    }

    /// The place of a run of words.
    pub(super) fn place(&self, article: usize, words: (usize, usize)) -> Place {
        let all = &self.text.folded[article].words;
        let last = words.1.saturating_sub(1).max(words.0);
        Place {
            article,
            span: all[words.0].span.join(all[last].span),
        }
    }

    fn ids(&self, article: usize, words: (usize, usize)) -> Vec<u32> {
        let all = &self.text.folded[article].words[words.0..words.1];
        all.iter().map(|word| word.id).collect()
    }

    /// Where the source's wording begins when `missed` words of the quotation come before what is matched:
    /// at the same words a little earlier in the sentence, else as many words earlier.
    fn extended_left(&self, article: usize, at: usize, missed: &[u32]) -> usize {
        let all = &self.text.folded[article].words;
        let mut start = at;
        while start > 0 && !all[start - 1].ends && at - start < missed.len() + LEFT_OUT {
            start -= 1;
        }
        let same = all[start..at]
            .windows(missed.len().max(1))
            .rposition(|words| words.iter().map(|word| word.id).eq(missed.iter().copied()));
        same.map_or(start.max(at.saturating_sub(missed.len())), |same| {
            start + same
        })
    }

    /// The same behind what is matched.
    fn extended_right(&self, article: usize, at: usize, missed: &[u32]) -> usize {
        let all = &self.text.folded[article].words;
        let mut end = at;
        while end < all.len() && !all[end - 1].ends && end - at < missed.len() + LEFT_OUT {
            end += 1;
        }
        let same = all[at..end]
            .windows(missed.len().max(1))
            .position(|words| words.iter().map(|word| word.id).eq(missed.iter().copied()));
        same.map_or(end.min(at + missed.len()), |same| at + same + missed.len())
    }

    fn step(&self, script: &Script, step: &Step, verdict: &mut Verdict) {
        if step.kind == StepKind::Equal {
            return;
        }
        let (a, b) = (
            &script.a.units[step.a.clone()],
            &script.b.units[step.b.clone()],
        );
        let (before, behind) = (
            &script.a.units[..step.a.start],
            &script.a.units[step.a.end..],
        );
        if self.text.style.tidies(a, b, before, behind) {
            return;
        }
        let has_remark = script.b.has_note(step.b.start, NoteKind::Remark);
        if b.is_empty() && has_remark && a.len() <= REPLACED {
            verdict.add(CheckStatus::Interpolated);
            return;
        }
        if b.is_empty() {
            verdict.add(CheckStatus::Elided);
            verdict.is_marked &= script.b.has_note(step.b.start, NoteKind::Ellipsis);
        } else {
            verdict.add(CheckStatus::Reworded);
        }
        if !b.is_empty() && step.holds_missing && a.len() > b.len() {
            verdict.add(CheckStatus::Elided);
            verdict.is_marked = false;
        }
        if !a.is_empty() && splices(script, step) {
            verdict.add(CheckStatus::Spliced);
        }
        if contradicts(script, step, self.text.vocabulary) {
            verdict.add(CheckStatus::Contradicted);
        }
    }

    /// What lies between two parts.
    fn joint(&self, first: &Part, second: &Part, is_marked: bool, verdict: &mut Verdict) {
        let words = &self.text.folded[first.article].words;
        let is_in_order = first.article == second.article && first.words.1 <= second.words.0;
        if !is_in_order || self.speakers_differ(first.article, first.words.1 - 1, second.words.0) {
            verdict.add(CheckStatus::Spliced);
            return;
        }
        let ends = words[first.words.1 - 1..second.words.0]
            .iter()
            .any(|word| word.ends);
        let left_out = second.words.0 - first.words.1;
        if is_marked || left_out < SPLICE || !ends {
            verdict.add(CheckStatus::Elided);
            verdict.is_marked &= is_marked;
        } else {
            verdict.add(CheckStatus::Spliced);
        }
    }

    /// Whether one part runs from one speaker's words into another's.
    fn joins_speakers(&self, part: &Part) -> bool {
        self.speakers_differ(part.article, part.words.0, part.words.1 - 1)
    }

    fn speakers_differ(&self, article: usize, from: usize, to: usize) -> bool {
        let words = &self.text.folded[article].words;
        let text = &self.articles[article].text;
        let label = |at: usize| {
            let label = self.turns[article].speaker(words[at].span.start)?;
            Some(label.slice(text))
        };
        label(from) != label(to)
    }

    /// Whether the quotation opens like a sentence with what the source says behind a "not".
    fn drops_negation(&self, segment: &Segment, part: &Part) -> bool {
        let words = &self.text.folded[part.article].words;
        let opens = segment.units.first().is_some_and(|unit| unit.capital);
        let Some(before) = part.words.0.checked_sub(1) else {
            return false;
        };
        opens
            && segment.units.len() >= 3
            && part.quoted.0 == segment.units[0].first
            && !words[part.words.0].capital
            && !words[before].ends
            && self.text.vocabulary.is_negation(words[before].id)
    }

    /// What the source goes on with in the same sentence, when that is a reservation which the draft does
    /// not give behind the quotation either.
    fn cut(&self, segment: &Segment, part: &Part) -> Option<Place> {
        let source = &self.text.folded[part.article].words;
        let vocabulary = self.text.vocabulary;
        let is_whole = segment
            .units
            .last()
            .is_some_and(|unit| unit.last < part.quoted.1);
        let from = part.words.1;
        if !is_whole
            || source[from - 1].ends
            || source[from - 1].span.end > source.get(from)?.span.start
        {
            return None;
        }
        let rest = &source[from..source.len().min(from + CLAUSE)];
        let end = rest
            .iter()
            .position(|word| word.ends)
            .map_or(rest.len(), |at| at + 1);
        let rest = &rest[..end];
        let soon = rest
            .iter()
            .take(SOON)
            .position(|word| vocabulary.is_limit(word.id))?;
        if rest.len() < soon + 2 || self.gives_later(segment, &rest[soon + 1..]) {
            return None;
        }
        Some(self.place(part.article, (from, from + end)))
    }

    /// Whether the paragraph of the draft goes on with most of these words.
    fn gives_later(&self, segment: &Segment, rest: &[crate::align::fold::Word]) -> bool {
        let draft = &self.text.folded[segment.place.article];
        let (_, end) = draft.paragraph(segment.words.0);
        let behind = &draft.words[segment.words.1.min(end)..end];
        let vocabulary = self.text.vocabulary;
        let telling = rest
            .iter()
            .filter(|word| vocabulary.rank(word.id) > crate::align::vocabulary::Rank::Function);
        let is_given = |stem: u32| behind.iter().any(|word| vocabulary.stem(word.id) == stem);
        let (mut all, mut given) = (0, 0);
        for word in telling.take(6) {
            all += 1;
            given += usize::from(is_given(vocabulary.stem(word.id)));
        }
        all > 0 && given * 2 >= all
    }
}

/// Words behind the quotation among which the reservation must begin.
const SOON: usize = 2;
/// Longest clause that is shown, in words.
const CLAUSE: usize = 30;

impl Verdict {
    fn add(&mut self, status: CheckStatus) {
        if !self.statuses.contains(&status) {
            self.statuses.push(status);
        }
    }
}

/// How much of `words` a text with these words tells, 0 to 1: by the square of their weight, words that
/// only begin alike by half.
pub(super) fn told(
    words: &[Unit],
    by: &[crate::align::fold::Word],
    vocabulary: &crate::align::vocabulary::Vocabulary,
) -> (f32, usize) {
    use crate::align::vocabulary::Rank;
    let (mut all, mut shared, mut count) = (0.0, 0.0, 0);
    for unit in words.iter().filter(|unit| unit.rank > Rank::Function) {
        let worth = unit.weight * unit.weight;
        all += worth;
        if by.iter().any(|word| vocabulary.stem(word.id) == unit.stem) {
            shared += worth;
            count += 1;
        } else if by
            .iter()
            .any(|word| vocabulary.root(word.id) == vocabulary.root(unit.id))
        {
            shared += worth / 2.0;
        }
    }
    (shared / f32::max(all, 0.01), count)
}
