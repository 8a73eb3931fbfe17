//! One foreign-language statement in two translations.
//!
//! ```text
//! A   “We will never sell our rivers for the sake of someone else's winter,” Benkov said through an interpreter.
//! B   “We shall not trade away our rivers to warm another country's winter,” Benkov said.
//! ```
//!
//! Two translators share nouns, names and numbers and little else, so the rules for wordings do not find them. Where
//! an article says that somebody's words were translated, his segments that have no partner in the other
//! article are compared by what words of one form or meaning weigh; each may have one partner, the likest
//! first.

use rustc_hash::FxHashSet;

use super::Candidate;
use super::evidence::Evidence;
use super::matching::{Likeness, Unit, match_words};
use super::meetings::{meetings, postings};
use super::names::Agreement;
use super::segments::{Bag, Segment, shared_weight};
use super::vocabulary::{FoldedArticle, Rank, Vocabulary};

/// Share of the lighter wording, and weight, that two translations have in common.
const SHARE: f32 = 0.35;
const WEIGHT: f32 = 1.0;
/// Telling words that a translated segment must have.
const TELLING: usize = 2;

/// Marks the segments whose words are said to be translated: in the paragraph around them or before, or where
/// else the article quotes or names their speaker.
pub(super) fn mark(segments: &mut [Segment], folded: &[FoldedArticle], vocabulary: &Vocabulary) {
    let foreign: Vec<Vec<(usize, usize)>> = folded
        .iter()
        .map(|article| {
            let paragraphs = article.paragraphs.iter().copied();
            paragraphs
                .filter(|(from, to)| says_translated(article, (*from, *to), vocabulary))
                .collect()
        })
        .collect();
    let named = |segment: &Segment| {
        let name = segment.speaker.as_ref().filter(|name| name.is_name())?;
        vocabulary.id(name.words().last()?)
    };
    let mut translated: FxHashSet<(usize, u32)> = FxHashSet::default();
    for segment in segments.iter() {
        let article = segment.place.article;
        let Some(credit) = segment.credit else {
            continue;
        };
        let last = named(segment);
        let is_told = foreign[article].iter().any(|(from, to)| {
            let words = &folded[article].words[*from..*to];
            (*from..*to).contains(&segment.words.0)
                || last.is_some_and(|last| words.iter().any(|word| word.id == last))
        });
        if is_told {
            translated.insert((article, credit));
        }
    }
    for segment in segments {
        let article = segment.place.article;
        segment.is_translated = segment
            .credit
            .is_some_and(|credit| translated.contains(&(article, credit)));
    }
}

/// Whether a paragraph speaks of an interpreter or a translation, or of words "in Russian".
fn says_translated(
    article: &FoldedArticle,
    (from, to): (usize, usize),
    vocabulary: &Vocabulary,
) -> bool {
    (from..to).any(|at| {
        let word = article.words[at];
        let ends = || {
            let next = article
                .words
                .get(at + 1)
                .filter(|_| !word.ends && at + 1 < to);
            next.is_none_or(|next| vocabulary.rank(next.id) == Rank::Function)
        };
        let follows_preposition =
            || at > from && vocabulary.rank(article.words[at - 1].id) == Rank::Function;
        vocabulary.is_of_translation(word.id)
            || vocabulary.is_tongue(word.id) && follows_preposition() && ends()
    })
}

/// The pairs of translated segments without a partner in each other's article.
pub(super) fn translations(
    segments: &[Segment],
    linked: &FxHashSet<(usize, usize)>,
    vocabulary: &Vocabulary,
) -> Vec<Candidate> {
    if !segments.iter().any(|segment| segment.is_translated) {
        return Vec::new();
    }
    let bags: Vec<Bag> = segments
        .iter()
        .map(|segment| match segment.telling >= TELLING {
            true => meanings(&segment.units, vocabulary),
            false => Bag::new(),
        })
        .collect();
    let keys = |bag: &Bag| -> Vec<u64> { bag.iter().map(|(key, _)| u64::from(*key)).collect() };
    let translated = segments.iter().zip(&bags);
    let translated = postings(
        translated.map(|(segment, bag)| match segment.is_translated {
            true => keys(bag).into_iter(),
            false => Vec::new().into_iter(),
        }),
    );
    let all = postings(bags.iter().map(|bag| keys(bag).into_iter()));
    let sum = |bag: &Bag| bag.iter().map(|entry| entry.1).sum::<f32>();
    let mut found: Vec<(f32, usize, usize)> = Vec::new();
    for (at, other) in meetings(&translated, &all, 1) {
        let (a, b) = (at.min(other), at.max(other));
        let (x, y) = (&segments[a], &segments[b]);
        let (first, second) = (x.place.article, y.place.article);
        let is_again = segments[other].is_translated && other < at;
        if is_again
            || first == second
            || linked.contains(&(a, second))
            || linked.contains(&(b, first))
        {
            continue;
        }
        let shared = shared_weight(&bags[a], &bags[b]);
        let share = shared / sum(&bags[a]).min(sum(&bags[b])).max(0.01);
        if shared >= WEIGHT && share >= SHARE && x.agreement(y) >= least_agreement(x, y) {
            found.push((share, a, b));
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut likeness = Likeness::new(vocabulary);
    let mut pairs = Vec::new();
    for (_, a, b) in found {
        let (x, y) = (&segments[a], &segments[b]);
        let keys = [(a, y.place.article), (b, x.place.article)];
        let matching = match_words(&x.units, &y.units, &mut likeness);
        if keys.iter().any(|key| taken.contains(key)) || matching.steps.is_empty() {
            continue;
        }
        taken.extend(keys);
        pairs.push(Candidate {
            a,
            b,
            evidence: Evidence::weigh(
                (x, y),
                &matching,
                (&x.units, &y.units),
                x.agreement(y),
                vocabulary,
            ),
            matching,
            units: (x.units.clone(), y.units.clone()),
        });
    }
    pairs
}

/// Where both are credited, a description may stand for the name.
fn least_agreement(x: &Segment, y: &Segment) -> Agreement {
    match (&x.speaker, &y.speaker) {
        (Some(_), Some(_)) => Agreement::Open,
        _ => Agreement::Same,
    }
}

/// The telling words by what they may mean.
fn meanings(units: &[Unit], vocabulary: &Vocabulary) -> Bag {
    let telling = units.iter().filter(|unit| unit.rank > Rank::Function);
    let mut bag: Bag = telling
        .map(|unit| (vocabulary.meaning(unit.id), unit.weight))
        .collect();
    bag.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    bag.dedup_by_key(|entry| entry.0);
    bag
}

/// Whether two linked segments differ as two translations do: somebody's words are said to be translated, the
/// articles are in different languages, or no more than scattered words agree.
pub(crate) fn is_translation(
    (x, y): (&Segment, &Segment),
    evidence: &Evidence,
    languages: (Option<&str>, Option<&str>),
) -> bool {
    let foreign = matches!(languages, (Some(a), Some(b)) if a != b);
    let differs_throughout = evidence.shorter >= SENTENCE
        && evidence.run <= SCATTERED
        && evidence.containment < THROUGHOUT;
    x.is_translated || y.is_translated || foreign || differs_throughout
}

/// Words of a wording that can differ throughout, words in a row that are chance, and share of the lighter
/// wording below which the words are others.
const SENTENCE: usize = 7;
const SCATTERED: usize = 3;
const THROUGHOUT: f32 = 0.75;
