//! Sentences of several articles that tell the same.
//!
//! ```text
//! A  The council voted on Monday to shut the bridge to lorries.      ┐ rewritten: most of what the shorter
//! B  Lorries will be kept off the bridge, the council decided.       ┘ one tells stands in the other
//! A  A ferry will run every hour.                                      only here
//! ```
//!
//! A sentence is the bag of its stems with their weights, quoted words included, since what one outlet
//! quotes another tells in its own words. Words that outlets choose among for one kind of thing ("summit",
//! "meeting") count as one. Only sentences that share a telling stem are compared, found over
//! an index from stem to sentences; a stem that a large part of all sentences hold opens no comparison. Of
//! very many articles only [`Partners`] are compared, so that the cost is near-linear in the length of all.

use rustc_hash::FxHashMap;

use super::Alignment;
use super::fold::Bracket;
use super::partners::Partners;
use super::segments::{Bag, shared_weight};
use super::vocabulary::{FoldedArticle, Vocabulary};
use crate::lexicon::Lexicon;
use crate::{Article, Extraction};

/// A sentence of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SentenceId {
    /// Index of its article.
    pub article: usize,
    /// Index in that article's narration.
    pub index: usize,
}

/// Two sentences of different articles with what they share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SentenceLink {
    /// The sentence of the earlier article.
    pub a: SentenceId,
    /// That of the other.
    pub b: SentenceId,
    /// Weight of what both hold.
    pub shared: f32,
    /// Shared weight as share of the weight of both together, what is shared counted once, 0 to 1.
    pub symmetry: f32,
}

/// The sentences of all articles and those that tell the same.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// What each sentence of each article holds, by the indices of a [`SentenceId`].
    pub bags: Vec<Vec<Bag>>,
    /// Pairs of different articles, `a` before `b`, in order.
    pub links: Vec<SentenceLink>,
    /// The articles that were compared.
    pub partners: Partners,
    /// For each sentence of each article its links, as indices, in order of the sentence on the other side.
    by_sentence: Vec<Vec<Vec<usize>>>,
    kinds: Kinds,
}

/// For each stem the one that stands for all of its kind of thing.
#[derive(Debug, Default)]
pub(crate) struct Kinds(Vec<u32>);

/// Least weight of a stem that opens a comparison.
const TELLING: f32 = 0.3;
/// Largest number of sentences with a stem that opens a comparison, when it is more than a fifth of all.
const FREQUENT: usize = 30;
/// Least weight that two sentences must share: two content words.
const LEAST_SHARED: f32 = 1.2;
/// Least share of the lighter sentence.
const LEAST_CONTAINMENT: f32 = 0.22;

/// Aligns the sentences of the articles.
pub(crate) fn align_sentences(
    articles: &[Article],
    extractions: &[Extraction],
    alignment: &Alignment,
) -> Sentences {
    let kinds = Kinds::of(articles, alignment);
    let bags: Vec<Vec<Bag>> = extractions
        .iter()
        .zip(&alignment.folded)
        .map(|(extraction, folded)| {
            let sentences = extraction.narration.sentences.iter();
            let words = sentences.map(|sentence| folded.within(sentence.span));
            words
                .map(|words| kinds.bag(folded, &[words], &alignment.vocabulary, |_| true))
                .collect()
        })
        .collect();
    let stems: Vec<Vec<(u32, f32)>> = bags.iter().map(|bags| telling(bags)).collect();
    let partners = Partners::choose(&stems);
    let mut found = Sentences {
        links: links(&bags, &partners),
        bags,
        partners,
        by_sentence: Vec::new(),
        kinds,
    };
    found.by_sentence = found
        .bags
        .iter()
        .map(|sentences| vec![Vec::new(); sentences.len()])
        .collect();
    for (at, link) in found.links.iter().enumerate() {
        for id in [link.a, link.b] {
            found.by_sentence[id.article][id.index].push(at);
        }
    }
    found
}

impl Kinds {
    fn of(articles: &[Article], alignment: &Alignment) -> Self {
        let vocabulary = &alignment.vocabulary;
        let mut kinds: Vec<Option<u32>> = Vec::new();
        let mut first_of: FxHashMap<&str, u32> = FxHashMap::default();
        let mut written = String::new();
        for (article, folded) in articles.iter().zip(&alignment.folded) {
            let Some(lexicon) = Lexicon::of(article.language.as_deref()) else {
                continue;
            };
            for word in &folded.words {
                let stem = vocabulary.stem(word.id);
                let at = stem as usize;
                if kinds.len() <= at {
                    kinds.resize(at + 1, None);
                }
                if kinds[at].is_some() {
                    continue;
                }
                written.clear();
                lexicon.push_stem(vocabulary.text(word.id), true, &mut written);
                let kind = lexicon.facts().referent(&written);
                kinds[at] = Some(kind.map_or(stem, |kind| *first_of.entry(kind).or_insert(stem)));
            }
        }
        let own = |(kind, stem): (Option<u32>, u32)| kind.unwrap_or(stem);
        Self(kinds.into_iter().zip(0..).map(own).collect())
    }

    /// The stem that stands for all of the kind.
    fn one(&self, stem: u32) -> u32 {
        self.0.get(stem as usize).copied().unwrap_or(stem)
    }

    /// A bag in which the stems of a kind are one.
    fn joined(&self, mut bag: Bag) -> Bag {
        for (stem, _) in &mut bag {
            *stem = self.one(*stem);
        }
        distinct(&mut bag);
        bag
    }

    /// The distinct stems of the words in `ranges` that `counts` takes, those of a kind as one; editors' brackets
    /// are left out.
    fn bag(
        &self,
        folded: &FoldedArticle,
        ranges: &[(usize, usize)],
        vocabulary: &Vocabulary,
        counts: impl Fn(u32) -> bool,
    ) -> Bag {
        let length = ranges
            .iter()
            .map(|(from, to)| to.saturating_sub(*from))
            .sum();
        let mut bag = Vec::with_capacity(length);
        for (from, to) in ranges.iter().filter(|(from, to)| from < to) {
            let words = folded.words[*from..*to].iter();
            let own = words.filter(|word| word.bracket != Bracket::Square && counts(word.id));
            bag.extend(own.map(|word| {
                let stem = self.one(vocabulary.stem(word.id));
                (stem, vocabulary.weight(word.id))
            }));
        }
        distinct(&mut bag);
        bag
    }
}

/// Puts the stems in order, each once with its largest weight.
fn distinct(bag: &mut Bag) {
    bag.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    bag.dedup_by_key(|entry| entry.0);
}

/// The stems of an article that open comparisons, sorted, each once.
fn telling(bags: &[Bag]) -> Vec<(u32, f32)> {
    let stems = bags.iter().flatten().copied();
    let mut telling: Vec<(u32, f32)> = stems.filter(|(_, weight)| *weight >= TELLING).collect();
    telling.sort_by_key(|(stem, _)| *stem);
    telling.dedup_by_key(|(stem, _)| *stem);
    telling
}

fn links(bags: &[Vec<Bag>], partners: &Partners) -> Vec<SentenceLink> {
    let holders = Holders::of(bags);
    let all: usize = bags.iter().map(Vec::len).sum();
    let most = FREQUENT.max(all / 5);
    let weights: Vec<Vec<f32>> = bags
        .iter()
        .map(|sentences| sentences.iter().map(|bag| weight(bag)).collect())
        .collect();
    let weigh = |id: SentenceId| {
        (
            bags[id.article][id.index].as_slice(),
            weights[id.article][id.index],
        )
    };
    let mut found = Vec::new();
    let mut candidates = Vec::new();
    for (article, sentences) in bags.iter().enumerate() {
        for (index, bag) in sentences.iter().enumerate() {
            let a = SentenceId { article, index };
            candidates.clear();
            for (stem, _) in bag {
                let mut ids = holders.of_stem(*stem);
                if ids.len() > most {
                    continue;
                }
                for partner in partners.after(article) {
                    ids = &ids[ids.partition_point(|id| id.article < *partner)..];
                    candidates.extend(ids.iter().take_while(|id| id.article == *partner));
                }
            }
            candidates.sort_unstable();
            candidates.dedup();
            found.extend(
                candidates
                    .iter()
                    .filter_map(|b| link((a, weigh(a)), (*b, weigh(*b)))),
            );
        }
    }
    found
}

/// The sentences that hold each telling stem.
struct Holders {
    /// By stem, of each in order.
    ids: Vec<SentenceId>,
    /// Where those of each stem begin, and behind the last where they end.
    starts: Vec<usize>,
}

impl Holders {
    fn of(bags: &[Vec<Bag>]) -> Self {
        let telling = || {
            bags.iter().enumerate().flat_map(|(article, sentences)| {
                sentences.iter().enumerate().flat_map(move |(index, bag)| {
                    let stems = bag.iter().filter(|(_, weight)| *weight >= TELLING);
                    stems.map(move |(stem, _)| (*stem as usize, SentenceId { article, index }))
                })
            })
        };
        let mut starts: Vec<usize> = Vec::new();
        let mut all = 0;
        for (stem, _) in telling() {
            if starts.len() < stem + 2 {
                starts.resize(stem + 2, 0);
            }
            starts[stem + 1] += 1;
            all += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut ids = vec![
            SentenceId {
                article: 0,
                index: 0
            };
            all
        ];
        for (stem, id) in telling() {
            ids[next[stem]] = id;
            next[stem] += 1;
        }
        Self { ids, starts }
    }

    fn of_stem(&self, stem: u32) -> &[SentenceId] {
        let stem = stem as usize;
        match self.starts.get(stem..stem + 2) {
            Some([from, to]) => &self.ids[*from..*to],
            _ => &[],
        }
    }
}

/// A sentence with its stems and what they weigh together.
type Weighed<'b> = (SentenceId, (&'b [(u32, f32)], f32));

fn link((a, (x, wx)): Weighed, (b, (y, wy)): Weighed) -> Option<SentenceLink> {
    let shared = shared_weight(x, y);
    let containment = shared / wx.min(wy).max(0.01);
    let holds = shared >= LEAST_SHARED && containment >= LEAST_CONTAINMENT;
    holds.then_some(SentenceLink {
        a,
        b,
        shared,
        symmetry: shared / (wx + wy - shared).max(0.01),
    })
}

/// Sum of the weights of a bag.
pub(crate) fn weight(bag: &[(u32, f32)]) -> f32 {
    bag.iter().map(|(_, weight)| weight).sum()
}

impl SentenceLink {
    /// The sentence on the other side.
    pub(crate) fn other(&self, id: SentenceId) -> SentenceId {
        if self.a == id { self.b } else { self.a }
    }
}

impl Sentences {
    /// A stem, or the one that stands for all words of its kind of thing.
    pub(crate) fn stem(&self, stem: u32) -> u32 {
        self.kinds.one(stem)
    }

    /// A bag of stems, those of a kind as one.
    pub(crate) fn joined(&self, bag: Bag) -> Bag {
        self.kinds.joined(bag)
    }

    /// The distinct stems of the words of an article in `ranges`, those of a kind as one, numbers left out.
    pub(crate) fn bag_without_numbers(
        &self,
        folded: &FoldedArticle,
        ranges: &[(usize, usize)],
        vocabulary: &Vocabulary,
    ) -> Bag {
        let counts = |id| !vocabulary.is_number(id);
        self.kinds.bag(folded, ranges, vocabulary, counts)
    }

    /// The link between two sentences of different articles.
    pub(crate) fn between(&self, a: SentenceId, b: SentenceId) -> Option<&SentenceLink> {
        let (a, b) = (a.min(b), a.max(b));
        let at = self
            .links
            .binary_search_by_key(&(a, b), |link| (link.a, link.b));
        at.ok().map(|at| &self.links[at])
    }

    /// The links of a sentence with those of one article.
    pub(crate) fn with(
        &self,
        id: SentenceId,
        article: usize,
    ) -> impl Iterator<Item = &SentenceLink> {
        let links = self.by_sentence[id.article][id.index].as_slice();
        let article_of = |at: &usize| self.links[*at].other(id).article;
        let from = links.partition_point(|at| article_of(at) < article);
        let to = links.partition_point(|at| article_of(at) <= article);
        links[from..to].iter().map(|at| &self.links[*at])
    }

    /// The sentence of `article` that has most in common with `id`.
    pub(crate) fn nearest(&self, id: SentenceId, article: usize) -> Option<&SentenceLink> {
        let links = self.with(id, article);
        links.max_by(|x, y| x.symmetry.total_cmp(&y.symmetry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, align, extract};

    #[test]
    fn a_rewritten_sentence_finds_its_counterpart() {
        let articles = [
            Article::new(
                "A",
                "The council voted on Monday to close the old bridge to lorries. A ferry will run every hour.",
            ),
            Article::new(
                "B",
                "Rain fell all week. Lorries will be kept off the bridge, which the council closed to them.",
            ),
        ];
        let extractions: Vec<_> = articles.iter().map(extract::extract).collect();
        let alignment = align::align(&articles, &extractions);
        let sentences = align_sentences(&articles, &extractions, &alignment);
        let id = |article, index| SentenceId { article, index };
        let near = sentences.nearest(id(0, 0), 1).unwrap();
        assert_eq!(near.other(id(0, 0)), id(1, 1));
        assert!(sentences.nearest(id(0, 1), 1).is_none());
    }
}
