//! Segments of several articles to groups that render the same utterance.
//!
//! ```text
//! articles ─fold─▶ words by number ─▶ segments ─▶ candidates ─▶ matchings ─▶ pairs ─▶ groups
//!                                        │        share stems   word by word          one per utterance
//!                                        └─▶ passages that tell a segment without quotation marks
//! ```
//!
//! What is what, in every module here:
//!
//! - A *segment* is a quoted string, a *unit* one of its words, a *bag* the distinct stems of a text with their weights.
//! - A [`Span`](crate::Span) counts bytes of an article's text. A range `(usize, usize)` of words counts the words of the
//!   folded article, not bytes; its end is behind its last word.
//! - Segments, links and groups are named by their index, articles by their place in the list that was given; the
//!   *earlier* of two articles is the one before the other there.
//! - A word weighs from 0 to 1, by what it says and how rare it is in the event.
//!
//! Nothing fails: what cannot be read as words is in no pair. Inside one event every two segments are looked at; how the
//! cost is kept down for many articles stands with the step that does it.

mod candidates;
pub(crate) mod evidence;
pub(crate) mod fold;
mod forest;
pub(crate) mod matching;
mod meetings;
pub(crate) mod names;
mod paraphrases;
pub(crate) mod partners;
pub(crate) mod segments;
pub(crate) mod sentences;
pub(crate) mod translations;
mod verdict;
pub(crate) mod vocabulary;

use crate::{Article, Extraction};
use rustc_hash::FxHashMap;

use evidence::{Evidence, Grade};
pub(crate) use forest::Group;
use matching::{Likeness, Matching, Unit, match_words};
use names::Agreement;
pub(crate) use paraphrases::Paraphrase;
use segments::{Segment, segments};
use vocabulary::{FoldedArticle, Rank, Vocabulary};

/// The segments that render the same words, article against article.
#[derive(Debug, Default)]
pub struct Alignment {
    /// The words of the event.
    pub(crate) vocabulary: Vocabulary,
    /// The articles as words, in the order in which they were given.
    pub(crate) folded: Vec<FoldedArticle>,
    /// All segments, in order of article and text.
    pub(crate) segments: Vec<Segment>,
    /// The pairs that render the same words, by both segments.
    pub(crate) links: Vec<Link>,
    /// The statements, by their roots; a segment without links is one by itself.
    pub(crate) groups: Vec<Group>,
    /// What other articles tell in their own words, by segment and place.
    pub(crate) paraphrases: Vec<Paraphrase>,
}

/// Two segments of different articles that render at least partly the same words.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// Index of the segment in the earlier article.
    pub a: usize,
    /// Index of the other segment.
    pub b: usize,
    /// The words that stand for each other; indices into [`Self::units`].
    pub matching: Matching,
    /// The words of both, two neighbours as one where only the other side writes them so.
    pub units: (Vec<Unit>, Vec<Unit>),
    /// How alike the wordings are, 0 to 1, as [`Evidence::score`] tells it.
    pub score: f64,
    /// What speaks for the pair.
    pub evidence: Evidence,
}

/// Finds the segments of different articles that render at least partly the same words, and the passages that tell
/// them without quotation marks.
///
/// `extractions`: one for each of `articles`, in their order. The articles tell one event, which is not asked here, and
/// come in order of time if two orders are to give one result, as [`compare_articles`](crate::compare_articles) sees to.
///
/// # Panics
///
/// Where there is no article for an extraction.
pub fn align(articles: &[Article], extractions: &[Extraction]) -> Alignment {
    let (vocabulary, folded) = Vocabulary::of(articles);
    let mut segments = segments(articles, extractions, &folded, &vocabulary);
    translations::mark(&mut segments, &folded, &vocabulary);
    let segments = segments;
    let candidates = candidates(&segments, &vocabulary);
    let accepted = verdict::accepted(&candidates, &segments, &folded, &vocabulary);
    let mut pairs: Vec<Candidate> = candidates
        .into_iter()
        .zip(accepted)
        .filter(|(_, accepted)| *accepted)
        .map(|(candidate, _)| candidate)
        .collect();
    let article = |at: usize| segments[at].place.article;
    let linked = pairs
        .iter()
        .flat_map(|pair| [(pair.a, article(pair.b)), (pair.b, article(pair.a))])
        .collect();
    pairs.extend(translations::translations(&segments, &linked, &vocabulary));
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    let links: Vec<Link> = pairs
        .into_iter()
        .map(|candidate| Link {
            a: candidate.a,
            b: candidate.b,
            score: candidate.evidence.score(),
            evidence: candidate.evidence,
            matching: candidate.matching,
            units: candidate.units,
        })
        .collect();
    let groups = forest::groups(&segments, &links);
    let search = paraphrases::Search {
        articles,
        extractions,
        segments: &segments,
        folded: &folded,
        vocabulary: &vocabulary,
        links: &links,
    };
    let paraphrases = search.paraphrases();
    Alignment {
        groups,
        paraphrases,
        vocabulary,
        folded,
        segments,
        links,
    }
}

/// Two segments that share enough words to be looked at.
#[derive(Debug)]
struct Candidate {
    a: usize,
    b: usize,
    matching: Matching,
    units: (Vec<Unit>, Vec<Unit>),
    evidence: Evidence,
}

impl Candidate {
    /// Which share of the words of `segment`, one of the two, is matched.
    fn covered(&self, segment: usize) -> f32 {
        let units = if segment == self.a {
            &self.units.0
        } else {
            &self.units.1
        };
        self.matching.steps.len() as f32 / units.len().max(1) as f32
    }

    /// The matched words of `segment`, one of the two, that say something, as indices of its article; ascending.
    fn telling_of(&self, segment: usize) -> Vec<usize> {
        let steps = self.matching.steps.iter();
        let matched = steps.map(|step| match segment == self.a {
            true => &self.units.0[step.a],
            false => &self.units.1[step.b],
        });
        let telling = matched.filter(|unit| unit.rank > Rank::Function);
        telling.map(|unit| unit.first).collect()
    }

    /// Whether all words of `segment`, one of the two, are matched.
    fn matches_all_of(&self, segment: usize) -> bool {
        self.covered(segment) > 0.99
    }

    /// Whether most words of `segment`, one of the two, are matched.
    fn matches_most_of(&self, segment: usize) -> bool {
        self.covered(segment) > 0.5
    }
}

/// Compares the segments that are worth it; what shares too little to be a pair is left out.
fn candidates(segments: &[Segment], vocabulary: &Vocabulary) -> Vec<Candidate> {
    let mut likeness = Likeness::new(vocabulary);
    let mut agreements: FxHashMap<(Option<u32>, Option<u32>), Agreement> = FxHashMap::default();
    let mut found = Vec::new();
    let all = candidates::candidates(segments);
    for (a, b) in all {
        let (x, y) = (&segments[a], &segments[b]);
        let units = (x.joined_as_in(&y.units), y.joined_as_in(&x.units));
        let matching = match_words(&units.0, &units.1, &mut likeness);
        let speaker = *agreements
            .entry((x.credit, y.credit))
            .or_insert_with(|| x.agreement(y));
        let evidence =
            Evidence::weigh((x, y), &matching, (&units.0, &units.1), speaker, vocabulary);
        if evidence.grade() > Grade::None {
            found.push(Candidate {
                a,
                b,
                matching,
                units: (units.0.into_owned(), units.1.into_owned()),
                evidence,
            });
        }
    }
    found
}
