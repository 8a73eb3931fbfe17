//! Which candidates are pairs.
//!
//! The strong ones are decided first, because they tell about the weak ones: which two names stand for one
//! speaker in this event ("the committee's Liberals" here, "Ann Lee" there, for one letter that both
//! quote), and where in the two articles the same passage is being told.

mod rejections;

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::align::Candidate;
use crate::align::evidence::{Evidence, Grade};
use crate::align::matching::Step;
use crate::align::names::{Agreement, Name, agreement, without_s};
use crate::align::segments::Segment;
use crate::align::vocabulary::{FoldedArticle, Vocabulary};

/// For every candidate whether it is a pair.
pub(super) fn accepted(
    candidates: &[Candidate],
    segments: &[Segment],
    folded: &[FoldedArticle],
    vocabulary: &Vocabulary,
) -> Vec<bool> {
    let mut accepted: Vec<bool> = candidates
        .iter()
        .map(|candidate| by_itself(&candidate.evidence) && !is_other_form(candidate))
        .collect();
    let event = Event::learn(candidates, &accepted, segments);
    for (at, candidate) in candidates.iter().enumerate() {
        if !accepted[at] && candidate.evidence.grade() > Grade::None && !is_other_form(candidate) {
            accepted[at] = event.supports(candidate, segments, folded, vocabulary);
        }
    }
    rejections::reject(candidates, &mut accepted, segments);
    accepted
}

/// Whether few words, of nobody who is known to be the same, agree in their stems only: “deeply troubled”, “deeply
/// troubling”.
fn is_other_form(candidate: &Candidate) -> bool {
    let evidence = &candidate.evidence;
    evidence.grade() == Grade::Short
        && evidence.speaker != Agreement::Same
        && evidence.same < evidence.telling
}

/// Whether a candidate is a pair whatever else the event holds.
fn by_itself(evidence: &Evidence) -> bool {
    let is_open = evidence.speaker == Agreement::Open
        || evidence.speaker == Agreement::Different && evidence.is_doubtful;
    match evidence.grade() {
        Grade::None => false,
        _ if evidence.speaker == Agreement::Same => true,
        Grade::Strong => {
            evidence.is_long()
                || is_open
                    && (evidence.speaker == Agreement::Open || evidence.context >= SOME_CONTEXT)
        }
        Grade::Fair => {
            let is_telling = evidence.sentence >= 4 || evidence.run >= 5;
            is_open
                && (evidence.containment >= MOST
                    || is_telling && evidence.speaker == Agreement::Open)
        }
        Grade::Short => {
            evidence.speaker == Agreement::Open
                && (evidence.context >= CONTEXT || evidence.symmetry >= ALL && evidence.content > 0)
        }
    }
}

/// How much the paragraphs around must have in common for one of two credits to be taken for a mistake.
const SOME_CONTEXT: f32 = 0.1;
/// How much the paragraphs around must have in common to stand in for a speaker.
const CONTEXT: f32 = 0.3;
/// How much they must have in common where the words stand nowhere else.
const NEAR: f32 = 0.15;
/// Share of a wording that must be found where nobody is credited.
const MOST: f32 = 0.72;
/// Share of both wordings at which they count as the same.
const ALL: f32 = 0.9;
/// Weight of a short wording that two affiliated speakers can share: more than one word.
const SEVERAL_WORDS: f32 = 1.2;
/// How many segments away a neighbour may stand.
const NEIGHBOURHOOD: usize = 2;

/// What the decided pairs tell about the event.
struct Event<'s> {
    /// Names of two articles that were credited with the same words.
    bound: Vec<(&'s Name, &'s Name)>,
    /// The decided pairs.
    pairs: FxHashSet<(usize, usize)>,
    /// Segments with the articles in which they have a partner of the same speaker.
    partnered: FxHashSet<(usize, usize)>,
    /// How often any two words stand side by side; counted when it is asked for.
    neighbours: OnceCell<FxHashMap<(u32, u32), u32>>,
}

impl<'s> Event<'s> {
    fn learn(candidates: &[Candidate], accepted: &[bool], segments: &'s [Segment]) -> Self {
        let mut event = Self {
            bound: Vec::new(),
            pairs: FxHashSet::default(),
            partnered: FxHashSet::default(),
            neighbours: OnceCell::new(),
        };
        for (candidate, _) in candidates
            .iter()
            .zip(accepted)
            .filter(|(_, accepted)| **accepted)
        {
            let (a, b) = (&segments[candidate.a], &segments[candidate.b]);
            event.pairs.insert((candidate.a, candidate.b));
            match candidate.evidence.speaker {
                Agreement::Same => {
                    event.partnered.insert((candidate.a, b.place.article));
                    event.partnered.insert((candidate.b, a.place.article));
                }
                Agreement::Different => {
                    event
                        .bound
                        .extend(a.speaker.as_ref().zip(b.speaker.as_ref()));
                }
                // "The committee's Liberals" may be told of by a name elsewhere.
                Agreement::Open if candidate.evidence.is_long() => {
                    event
                        .bound
                        .extend(a.speaker.as_ref().zip(b.speaker.as_ref()));
                }
                Agreement::Open => {}
            }
        }
        event
    }

    /// Whether what is known of the event makes a weak candidate a pair.
    fn supports(
        &self,
        candidate: &Candidate,
        segments: &[Segment],
        folded: &[FoldedArticle],
        vocabulary: &Vocabulary,
    ) -> bool {
        let (a, b) = (&segments[candidate.a], &segments[candidate.b]);
        let evidence = &candidate.evidence;
        let neighbours = || self.neighbours.get_or_init(|| neighbours(folded));
        if evidence.speaker == Agreement::Open
            && (self.has_neighbour(candidate.a, candidate.b, segments)
                || evidence.content > 0
                    && evidence.context >= NEAR
                    && is_said_once(candidate, neighbours()))
        {
            return true;
        }
        let Some((x, y)) = a.speaker.as_ref().zip(b.speaker.as_ref()) else {
            return false;
        };
        let same = |p: &Name, q: &Name| agreement(Some(p), Some(q)) == Agreement::Same;
        let bound = |(p, q): &(&Name, &Name)| same(p, x) && same(q, y) || same(p, y) && same(q, x);
        if self.bound.iter().any(bound) {
            return true;
        }
        if evidence.speaker == Agreement::Open {
            return false;
        }
        if evidence.content == 0 {
            return false;
        }
        let is_beside = || {
            evidence.symmetry >= ALL
                && (names_beside(a, b, folded, vocabulary)
                    || names_beside(b, a, folded, vocabulary))
        };
        // Somebody else's words are preferred where the speaker agrees.
        if self.partnered.contains(&(candidate.a, b.place.article))
            || self.partnered.contains(&(candidate.b, a.place.article))
        {
            return evidence.context >= CONTEXT && is_beside();
        }
        evidence.content >= if evidence.is_doubtful { 2 } else { 3 }
            && evidence.containment >= ALL
            && is_said_once(candidate, neighbours())
            || is_beside()
            || evidence.weight >= SEVERAL_WORDS && are_affiliated(x, y, folded, vocabulary)
    }

    /// Whether segments close by in both articles are a pair.
    fn has_neighbour(&self, a: usize, b: usize, segments: &[Segment]) -> bool {
        let around = |at: usize| {
            let article = segments[at].place.article;
            let range = at.saturating_sub(NEIGHBOURHOOD)..=at + NEIGHBOURHOOD;
            range.filter(move |other| {
                segments
                    .get(*other)
                    .is_some_and(|segment| segment.place.article == article)
            })
        };
        around(a).any(|x| around(b).any(|y| self.pairs.contains(&(x, y))))
    }
}

/// Whether two neighbouring words of those that two segments share stand side by side nowhere else in the event: a
/// telling phrase and no term that everybody uses, so that one of the two credits must be another's or wrong.
fn is_said_once(candidate: &Candidate, neighbours: &FxHashMap<(u32, u32), u32>) -> bool {
    let run = &candidate.matching.steps[candidate.matching.longest_run()];
    let same = |step: &Step| step.same.then(|| candidate.units.0[step.a].id);
    run.windows(2).any(|pair| {
        let words = same(&pair[0]).zip(same(&pair[1]));
        words.is_some_and(|words| neighbours.get(&words) == Some(&2))
    })
}

/// How often any two words stand side by side.
fn neighbours(folded: &[FoldedArticle]) -> FxHashMap<(u32, u32), u32> {
    let mut counts = FxHashMap::default();
    for article in folded {
        for pair in article.words.windows(2) {
            *counts.entry((pair[0].id, pair[1].id)).or_default() += 1;
        }
    }
    counts
}

/// Most words between the names of a person and a body that belong together.
const AFFILIATION: usize = 8;

/// Whether an article names two speakers in one breath with an office between them: "Ann Lee, a spokeswoman
/// for the Harbour Trust".
fn are_affiliated(a: &Name, b: &Name, folded: &[FoldedArticle], vocabulary: &Vocabulary) -> bool {
    let last = |name: &Name| name.words().last().and_then(|word| vocabulary.id(word));
    let Some((x, y)) = last(a).zip(last(b)).filter(|(x, y)| x != y) else {
        return false;
    };
    folded.iter().any(|article| {
        let words = &article.words;
        (0..words.len())
            .filter(|at| words[*at].id == x || words[*at].id == y)
            .any(|from| {
                let wanted = if words[from].id == x { y } else { x };
                let window = &words[from + 1..words.len().min(from + 2 + AFFILIATION)];
                let Some(to) = window.iter().position(|word| word.id == wanted) else {
                    return false;
                };
                let between = &window[..to];
                between.iter().any(|word| vocabulary.is_office(word.id))
                    && !between.iter().any(|word| word.ends)
            })
    })
}

/// Whether the paragraph of `b` holds the last word of the name of `a`'s speaker.
fn names_beside(
    a: &Segment,
    b: &Segment,
    folded: &[FoldedArticle],
    vocabulary: &Vocabulary,
) -> bool {
    let Some(name) = a.speaker.as_ref().filter(|name| name.is_name()) else {
        return false;
    };
    let Some(last) = name.words().last() else {
        return false;
    };
    let article = &folded[b.place.article];
    let (from, to) = article.paragraph(b.words.0);
    article.words[from..to].iter().any(|word| {
        let text = vocabulary.text(word.id);
        word.capital && without_s(text) == without_s(last)
    })
}
