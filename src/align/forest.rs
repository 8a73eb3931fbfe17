//! Linked segments to statements.
//!
//! ```text
//!              A  “…that is a bunch of malarkey … not a single thing he said is true”
//!             ┌──────────┼───────────────┐
//!   B “a bunch of malarkey”   C “malarkey”   B “Not a single thing he said is true”
//! ```
//!
//! Every segment hangs under the fuller segment that holds most of it; what hangs under nothing is the
//! root of a statement, and the tree under it is the statement. Connected components would do for three
//! clean articles, but one splice of two utterances joins them into one, and the more articles there are the
//! more surely everything ends in a single heap. A segment that was spliced from two places stands in both
//! statements: under the root that holds most of it and, by its other links, in the other.

use rustc_hash::FxHashSet;

use super::Link;
use super::segments::Segment;

/// Segments that render one utterance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Group {
    /// The fullest segment, the earliest of equals.
    pub root: usize,
    /// All segments, the root among them, ascending.
    pub members: Vec<usize>,
    /// Indices of the links between them.
    pub links: Vec<usize>,
}

/// One group per root, by root; a segment without links is a group by itself.
pub(crate) fn groups(segments: &[Segment], links: &[Link]) -> Vec<Group> {
    let parents = parents(segments, links);
    let root = |mut at: usize| {
        while let Some(parent) = parents[at] {
            at = parent;
        }
        at
    };
    let mut group_of = vec![usize::MAX; segments.len()];
    let mut groups: Vec<Group> = Vec::new();
    for (at, parent) in parents.iter().enumerate() {
        if parent.is_none() {
            group_of[at] = groups.len();
            groups.push(Group {
                root: at,
                ..Group::default()
            });
        }
    }
    for at in 0..segments.len() {
        group_of[at] = group_of[root(at)];
        groups[group_of[at]].members.push(at);
    }
    let linked: FxHashSet<(usize, usize)> = links.iter().map(|link| (link.a, link.b)).collect();
    for (index, link) in links.iter().enumerate() {
        let (a, b) = (group_of[link.a], group_of[link.b]);
        let home = if a == b {
            a
        } else {
            foreign_home(
                segments,
                &linked,
                link,
                (groups[a].root, groups[b].root),
                (a, b),
            )
        };
        groups[home].links.push(index);
        groups[home].members.extend([link.a, link.b]);
    }
    for group in &mut groups {
        group.members.sort_unstable();
        group.members.dedup();
    }
    let (singles, mut linked): (Vec<Group>, Vec<Group>) =
        groups.into_iter().partition(|group| group.links.is_empty());
    linked.extend(join_singles(segments, singles));
    linked
}

/// Words that say something, below which what no other outlet prints is left to the rest of its quotation.
const TELLING: usize = 3;

/// Joins the segments without links that follow one another in a quotation: an interrupted sentence is one
/// statement. Scraps of a quotation that has links are dropped; whoever reads its variants sees them.
fn join_singles(segments: &[Segment], singles: Vec<Group>) -> Vec<Group> {
    let mut joined: Vec<Group> = Vec::new();
    for single in singles {
        let at = single.root;
        let quotation = segments[at].quotation;
        let before = joined.last_mut().filter(|group| {
            let last = group.members.last().copied();
            last.is_some_and(|last| last + 1 == at && segments[last].quotation == quotation)
        });
        match before {
            Some(group) => {
                group.members.push(at);
                if is_fuller(segments, at, group.root) {
                    group.root = at;
                }
            }
            None => joined.push(single),
        }
    }
    joined.retain(|group| {
        let quotation = segments[group.root].quotation;
        let outside = |at: Option<usize>| {
            at.and_then(|at| segments.get(at))
                .is_some_and(|segment| segment.quotation == quotation)
        };
        let (first, last) = (group.members.first(), group.members.last());
        let is_part =
            outside(first.and_then(|at| at.checked_sub(1))) || outside(last.map(|at| at + 1));
        let telling: usize = group.members.iter().map(|at| segments[*at].telling).sum();
        !is_part || telling >= TELLING
    });
    joined
}

/// The fuller segment that holds most of each.
fn parents(segments: &[Segment], links: &[Link]) -> Vec<Option<usize>> {
    let mut best: Vec<Option<(f32, usize)>> = vec![None; segments.len()];
    for link in links {
        let (child, parent) = if is_fuller(segments, link.a, link.b) {
            (link.b, link.a)
        } else {
            (link.a, link.b)
        };
        let held = link.matching.weight;
        let better = best[child].is_none_or(|(known, other)| {
            held > known + 1e-4 || held > known - 1e-4 && is_fuller(segments, parent, other)
        });
        if better {
            best[child] = Some((held, parent));
        }
    }
    best.into_iter()
        .map(|found| found.map(|(_, parent)| parent))
        .collect()
}

/// Whether segment `a` is fuller than `b`, or as full and earlier. Total, so that no circle arises.
fn is_fuller(segments: &[Segment], a: usize, b: usize) -> bool {
    let words = |at: usize| segments[at].units.len();
    match words(a).cmp(&words(b)) {
        std::cmp::Ordering::Equal => a < b,
        order => order.is_gt(),
    }
}

/// The group for a link between two groups: the one whose root knows the segment from the other, else the
/// one with the fuller segment.
fn foreign_home(
    segments: &[Segment],
    linked: &FxHashSet<(usize, usize)>,
    link: &Link,
    roots: (usize, usize),
    groups: (usize, usize),
) -> usize {
    let linked = |x: usize, y: usize| linked.contains(&(x.min(y), x.max(y)));
    let b_fits_a = roots.0 == link.a || linked(link.b, roots.0);
    let a_fits_b = roots.1 == link.b || linked(link.a, roots.1);
    match (b_fits_a, a_fits_b) {
        (true, false) => groups.0,
        (false, true) => groups.1,
        _ if is_fuller(segments, link.a, link.b) => groups.0,
        _ => groups.1,
    }
}
