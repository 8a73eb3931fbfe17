//! Which candidates are pairs.
//!
//! The strong ones are decided first, because they tell about the weak ones: which two names stand for one
//! speaker in this event ("the committee's Liberals" here, "Ann Lee" there, for one letter that both
//! quote), and where in the two articles the same passage is being told.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Candidate;
use super::evidence::{Evidence, Grade};
use super::matching::{Step, Unit};
use super::names::{Agreement, Name, agreement};
use super::segments::Segment;
use super::vocabulary::{FoldedArticle, Vocabulary};

/// For every candidate whether it is a pair.
pub(super) fn accepted(
    candidates: &[Candidate],
    segments: &[Segment],
    folded: &[FoldedArticle],
    vocabulary: &Vocabulary,
) -> Vec<bool> {
    let mut accepted: Vec<bool> = candidates
        .iter()
        .map(|candidate| by_itself(&candidate.evidence))
        .collect();
    let event = Event::learn(candidates, &accepted, segments);
    for (at, candidate) in candidates.iter().enumerate() {
        if !accepted[at] && candidate.evidence.grade() > Grade::None {
            accepted[at] = event.supports(candidate, segments, folded, vocabulary);
        }
    }
    reject_terms(candidates, &mut accepted, segments);
    reject_outer(candidates, &mut accepted, segments);
    reject_refrains(candidates, &mut accepted, segments);
    reject_repeated(candidates, &mut accepted, segments);
    reject_lesser(candidates, &mut accepted, segments);
    accepted
}

/// Words that one outlet prints once and another twice render the occasion on which what stands beside them
/// agrees too, if it does on one of the two only.
fn reject_repeated(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let pairs: FxHashSet<(usize, usize)> = (candidates.iter().zip(accepted.iter()))
        .filter(|(_, accepted)| **accepted)
        .map(|(candidate, _)| (candidate.a, candidate.b))
        .collect();
    let is_beside = |own: usize, partner: usize| {
        let near = [own.wrapping_sub(1), own + 1].into_iter();
        let mut near = near.filter(|x| {
            let segment = segments.get(*x);
            segment.is_some_and(|segment| segment.quotation == segments[own].quotation)
        });
        near.any(|x| pairs.contains(&(x.min(partner), x.max(partner))))
    };
    let mut partners: FxHashMap<(usize, usize), Vec<(usize, usize)>> = FxHashMap::default();
    for (at, candidate) in candidates
        .iter()
        .enumerate()
        .filter(|(at, _)| accepted[*at])
    {
        for (own, other) in [(candidate.a, candidate.b), (candidate.b, candidate.a)] {
            if candidate.matches_all_of(own) {
                let key = (own, segments[other].place.article);
                partners.entry(key).or_default().push((at, other));
            }
        }
    }
    for ((own, _), several) in partners
        .into_iter()
        .filter(|(_, several)| several.len() > 1)
    {
        let credit = |partner: usize| segments[partner].credit;
        let is_one = several
            .iter()
            .all(|(_, partner)| credit(*partner) == credit(several[0].1));
        if is_one && several.iter().any(|(_, partner)| is_beside(own, *partner)) {
            for (at, partner) in several {
                accepted[at] &= is_beside(own, partner);
            }
        }
    }
}

/// Where it cannot be told who is credited, words belong to the segment of the other article that is more alike:
/// two speakers may attack each other in the same words.
fn reject_lesser(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let mut alike: FxHashMap<(usize, usize), f32> = FxHashMap::default();
    for (candidate, _) in candidates
        .iter()
        .zip(accepted.iter())
        .filter(|(_, accepted)| **accepted)
    {
        for (own, other) in [(candidate.a, candidate.b), (candidate.b, candidate.a)] {
            let best = alike
                .entry((own, segments[other].place.article))
                .or_default();
            *best = best.max(candidate.evidence.symmetry);
        }
    }
    for (at, candidate) in candidates.iter().enumerate() {
        let evidence = &candidate.evidence;
        if evidence.speaker == Agreement::Same || evidence.symmetry > LESSER {
            continue;
        }
        let has_twin = |own: usize, other: usize| {
            let best = alike.get(&(own, segments[other].place.article));
            candidate.matches_most_of(own) && best.is_some_and(|best| *best >= ALL)
        };
        if has_twin(candidate.a, candidate.b) || has_twin(candidate.b, candidate.a) {
            accepted[at] = false;
        }
    }
}

/// Share of both wordings up to which one is clearly less like the other than a twin is.
const LESSER: f32 = 0.75;

/// A sentence of everyday words that a speaker repeats ("I don't think that's right") renders the same utterance
/// only if what comes before it does too, where both outlets print that.
fn reject_refrains(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let pairs: FxHashSet<(usize, usize)> = (candidates.iter().zip(accepted.iter()))
        .filter(|(_, accepted)| **accepted)
        .map(|(candidate, _)| (candidate.a, candidate.b))
        .collect();
    for (at, candidate) in candidates.iter().enumerate() {
        let evidence = &candidate.evidence;
        let is_plain = evidence.content == 0 && evidence.shorter > 3 && evidence.weight < REFRAIN;
        if !accepted[at] || !is_plain {
            continue;
        }
        let (a, b) = (candidate.a, candidate.b);
        let Some(first) = candidate.matching.steps.first() else {
            continue;
        };
        let before = |at: usize| {
            let before = at.checked_sub(1)?;
            (segments[before].quotation == segments[at].quotation).then_some(before)
        };
        let differs_before = |short: usize, long: usize, starts: usize, goes_on: usize| {
            let pair = |x: usize| (x.min(long), x.max(long));
            starts == 0 && goes_on > 0 && before(short).is_some_and(|x| !pairs.contains(&pair(x)))
        };
        if differs_before(a, b, first.a, first.b) || differs_before(b, a, first.b, first.a) {
            accepted[at] = false;
        }
    }
}

/// Weight of everyday words that may be said twice.
const REFRAIN: f32 = 1.5;

/// Of several long segments of one article that hold the same few words, only the one told in the most
/// like surroundings renders the same utterance; the others merely use the term.
fn reject_terms(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let mut homes: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for (at, candidate) in candidates.iter().enumerate() {
        let evidence = &candidate.evidence;
        if !accepted[at] || evidence.grade() != Grade::Short || evidence.longer <= MERE_TERM {
            continue;
        }
        let (a, b) = (candidate.a, candidate.b);
        let words = |at: usize| segments[at].units.len();
        let (short, long) = if words(a) <= words(b) { (a, b) } else { (b, a) };
        let key = (short, segments[long].place.article);
        match homes.get(&key).copied() {
            Some(home) if candidates[home].evidence.context >= evidence.context => {
                accepted[at] = false;
            }
            known => {
                if let Some(home) = known {
                    accepted[home] = false;
                }
                homes.insert(key, at);
            }
        }
    }
}

/// A segment inside another one (a quotation inside a quotation) has its own speaker, so words that lie
/// inside it pair with it alone.
fn reject_outer(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let inner = |outer: usize| {
        let span = segments[outer].place;
        let near = [outer + 1, outer + 2]
            .into_iter()
            .filter_map(|at| Some((at, segments.get(at)?)));
        near.filter(move |(_, segment)| {
            segment.place.article == span.article && span.span.contains(segment.place.span)
        })
        .map(|(at, _)| at)
    };
    let pairs: FxHashSet<(usize, usize)> = (candidates.iter().zip(accepted.iter()))
        .filter(|(_, accepted)| **accepted)
        .map(|(candidate, _)| (candidate.a, candidate.b))
        .collect();
    for (at, candidate) in candidates.iter().enumerate() {
        let (a, b) = (candidate.a, candidate.b);
        let lies_in =
            |units: &[Unit], mut matched: &mut dyn Iterator<Item = usize>, inner: usize| {
                let (from, to) = segments[inner].words;
                (&mut matched).all(|step| (from..to).contains(&units[step].first))
            };
        let steps = || candidate.matching.steps.iter();
        let in_a = inner(a).any(|x| {
            pairs.contains(&(x, b))
                && lies_in(&candidate.units.0, &mut steps().map(|step| step.a), x)
        });
        let in_b = inner(b).any(|y| {
            pairs.contains(&(a, y))
                && lies_in(&candidate.units.1, &mut steps().map(|step| step.b), y)
        });
        accepted[at] &= !in_a && !in_b;
    }
}

/// Words up to which a segment that holds a term is little more than the term.
const MERE_TERM: usize = 6;

/// Whether a candidate is a pair whatever else the event holds.
fn by_itself(evidence: &Evidence) -> bool {
    let is_open = evidence.speaker == Agreement::Open
        || evidence.speaker == Agreement::Different && evidence.is_doubtful;
    match evidence.grade() {
        Grade::None => false,
        _ if evidence.speaker == Agreement::Same => true,
        Grade::Strong => is_open || evidence.is_long(),
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

/// How much the paragraphs around must have in common to stand in for a speaker.
const CONTEXT: f32 = 0.3;
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
        if evidence.speaker == Agreement::Open
            && self.has_neighbour(candidate.a, candidate.b, segments)
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
        // Somebody else's words are preferred where the speaker agrees.
        if self.partnered.contains(&(candidate.a, b.place.article))
            || self.partnered.contains(&(candidate.b, a.place.article))
            || evidence.content == 0
        {
            return false;
        }
        evidence.content >= 2
            && evidence.containment >= ALL
            && is_said_once(
                candidate,
                self.neighbours.get_or_init(|| neighbours(folded)),
            )
            || evidence.symmetry >= ALL
                && (names_beside(a, b, folded, vocabulary)
                    || names_beside(b, a, folded, vocabulary))
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
        word.capital && text.trim_end_matches('s') == last.trim_end_matches('s')
    })
}
