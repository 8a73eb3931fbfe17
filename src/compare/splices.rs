//! Segments that join what the other outlet prints in two places.
//!
//! ```text
//! A   “We asked for sirens in May.  I lost a friend this morning,”
//!      └───────────────────────┘    └──────────────────────────┘
//! B   “We asked for sirens in May. They said no.”  …  “We went out at four. I lost a friend this morning.”
//! ```
//!
//! Two links of one segment with two segments of another article show it: they cover neighbouring stretches
//! of the first without a mark of omission between, and the other article goes on after the one stretch or
//! comes to the other with words that the first leaves out. A quotation that a cue interrupts leaves none
//! out and is no splice.

use rustc_hash::FxHashSet;

use crate::align::segments::Segment;
use crate::align::{Alignment, Link};

/// Words left out at the joint, at least, and words between the two stretches, at most.
const LEFT_OUT: usize = 5;
const JOINT: usize = 1;
/// Words that each stretch must have: a phrase is quoted out of order without joining anything.
const STRETCH: usize = 4;

/// The indices of the links that are parts of a splice.
pub(super) fn splices(alignment: &Alignment) -> FxHashSet<usize> {
    let mut parts: Vec<Part> = Vec::new();
    for (index, link) in alignment.links.iter().enumerate() {
        parts.extend(
            [Part::of(index, link, false), Part::of(index, link, true)]
                .into_iter()
                .flatten(),
        );
    }
    let article = |part: &Part| alignment.segments[part.other].place.article;
    parts.sort_by_key(|part| (part.segment, article(part), part.own.0, part.own.1));
    let mut found = FxHashSet::default();
    for pair in parts.windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.segment == second.segment
            && article(first) == article(second)
            && first.other != second.other
            && is_joint(alignment, first, second)
        {
            found.extend([first.link, second.link]);
        }
    }
    found
}

/// One side of a link.
struct Part {
    link: usize,
    segment: usize,
    other: usize,
    /// First matched word of the segment, and the one behind the last, as words of the article.
    own: (usize, usize),
    /// Words of the other segment before and behind its matched words.
    before: usize,
    behind: usize,
    /// First matched word of the other segment, and the one behind the last.
    there: (usize, usize),
}

impl Part {
    fn of(index: usize, link: &Link, turned: bool) -> Option<Self> {
        let (first, last) = (link.matching.steps.first()?, link.matching.steps.last()?);
        let a = (link.a, &link.units.0, (first.a, last.a));
        let b = (link.b, &link.units.1, (first.b, last.b));
        let ((segment, own, steps), (other, there, theirs)) = if turned { (b, a) } else { (a, b) };
        Some(Self {
            link: index,
            segment,
            other,
            own: (own[steps.0].first, own[steps.1].last + 1),
            before: theirs.0,
            behind: there.len() - 1 - theirs.1,
            there: (there[theirs.0].first, there[theirs.1].last + 1),
        })
    }
}

fn is_joint(alignment: &Alignment, first: &Part, second: &Part) -> bool {
    let is_next = second.own.0 >= first.own.1 && second.own.0 - first.own.1 <= JOINT;
    let is_whole = |part: &Part| part.own.1 - part.own.0 >= STRETCH;
    if !is_next || !is_whole(first) || !is_whole(second) || first.behind + second.before < LEFT_OUT
    {
        return false;
    }
    let marks = |segment: usize, from: Option<usize>, to: Option<usize>| {
        let segment: &Segment = &alignment.segments[segment];
        let article = &alignment.folded[segment.place.article];
        let from = from.map_or(0, |at| article.words[at].span.end);
        let to = to.map_or(article.words.len(), |at| article.words[at].span.start);
        let mut marks = article.ellipses.iter();
        marks.any(|mark| from <= mark.start && mark.end <= to)
    };
    // Where the other article marks an omission itself, nothing is known of what stands between.
    let next = |at: usize, end: usize| (at < end).then_some(at);
    let own_end = alignment.segments[first.other].words.1;
    let is_marked = marks(first.segment, Some(first.own.1 - 1), Some(second.own.0));
    let behind = next(first.there.1, own_end);
    let is_open_behind = first.behind > 0 && marks(first.other, Some(first.there.1 - 1), behind);
    let before = second.there.0.checked_sub(1);
    let is_open_before = second.before > 0 && marks(second.other, before, Some(second.there.0));
    !(is_marked || is_open_behind || is_open_before)
}
