//! Quoted in one outlet, told in another's own words.
//!
//! ```text
//! A   “We have not changed our view of the toll,” Ms. Lee said.
//! B   Ms. Lee issued a statement saying that her view of the toll had not changed.
//! ```
//!
//! Candidates are the indirect quotations of the extraction and the unquoted pieces of mixed ones
//! ([`passages()`]). Words alone cannot tell the same point from another on the same matter, so several signs
//! are weighed together ([`score`]): who is credited, what the reporting verb does, the telling words in common
//! (those of one meaning count as one: "stepped down", "resigned"), whether both negate
//! the same one, what a third article that prints the same words has in common with the passage, and what the
//! paragraphs around have. A passage tells one segment of an article at most, and a segment is told by one passage of
//! an article: of all that fit the surest are taken first. A passage that prints the words themselves, only
//! without quotation marks, needs no speaker ([`unquoted`]).

mod passages;
mod score;
mod telling;
mod unquoted;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Link;
use super::matching::Unit;
use super::meetings::{meetings, postings};
use super::names::Agreement;
use super::segments::Segment;
use super::vocabulary::{FoldedArticle, Vocabulary};
use crate::model::{Place, QuotationId};
use crate::{Article, Extraction};
use passages::{Passage, passages};
use score::Signs;
use telling::Telling;

/// A quoted segment and the passage of another article that tells it without quotation marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Paraphrase {
    /// Index of the segment among those of the alignment.
    pub segment: usize,
    /// The passage, in its article.
    pub place: Place,
    /// The quotation that the passage is content of; none where nobody is credited.
    pub quotation: Option<QuotationId>,
    /// How sure it is, a half to 1.
    pub score: f64,
    /// Whether the same speaker is credited.
    pub speaker: Agreement,
    /// Share of the lighter paragraph around that the other tells too, 0 to 1.
    pub around: f32,
}

/// Where the search looks and with what; `extractions` and `folded` are those of `articles`, in their order.
pub(super) struct Search<'a> {
    pub articles: &'a [Article],
    pub extractions: &'a [Extraction],
    pub segments: &'a [Segment],
    pub folded: &'a [FoldedArticle],
    pub vocabulary: &'a Vocabulary,
    pub links: &'a [Link],
}

/// A segment and a passage, by their indices, that share something that tells.
struct Fit {
    segment: usize,
    passage: usize,
    signs: Signs,
}

/// Third articles that are asked whether their rendering of a segment is told too.
const SECONDS: usize = 12;

impl Search<'_> {
    /// For every segment and every other article the passage that tells it, if one does.
    pub(super) fn paraphrases(&self) -> Vec<Paraphrase> {
        let mut partners: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
        let article = |at: usize| self.segments[at].place.article;
        for (index, link) in self.links.iter().enumerate() {
            for key in [(link.a, article(link.b)), (link.b, article(link.a))] {
                partners.entry(key).or_default().push(index);
            }
        }
        let mut found = unquoted::unquoted(self, &|segment, article| {
            partners.contains_key(&(segment, article))
        });
        let printed: FxHashSet<(usize, usize)> = found
            .iter()
            .map(|copy| (copy.segment, copy.place.article))
            .collect();
        let mut told = self.retold(&partners);
        told.retain(|one| !printed.contains(&(one.segment, one.place.article)));
        found.extend(self.surest(told));
        found.sort_by_key(|paraphrase| (paraphrase.segment, paraphrase.place));
        found
    }

    /// All segments and passages of other articles that fit.
    fn retold(&self, partners: &FxHashMap<(usize, usize), Vec<usize>>) -> Vec<Paraphrase> {
        let passages = passages(self);
        if passages.is_empty() {
            return Vec::new();
        }
        let keys = |words: &Telling| -> Vec<u64> {
            let keys = words.meanings.iter();
            keys.map(|(key, _)| u64::from(*key)).collect()
        };
        let own: Vec<Telling> = self
            .segments
            .iter()
            .map(|segment| self.telling(segment.place.article, &segment.units, segment.words))
            .collect();
        let near = meetings(
            &postings(own.iter().map(|words| keys(words).into_iter())),
            &postings(
                passages
                    .iter()
                    .map(|passage| keys(&passage.words).into_iter()),
            ),
            1,
        );
        let mut fits: Vec<Fit> = Vec::new();
        for (segment, passage) in near {
            let told = &passages[passage];
            let article = told.place.article;
            if article == self.segments[segment].place.article {
                continue;
            }
            let links = partners.get(&(segment, article)).map(Vec::as_slice);
            let signs = self.signs(segment, &own[segment], told, links);
            if signs.may_hold() {
                fits.push(Fit {
                    segment,
                    passage,
                    signs,
                });
            }
        }
        self.second(&mut fits, &passages);
        let found = fits.iter().filter_map(|fit| {
            let passage = &passages[fit.passage];
            fit.signs.score().map(|score| Paraphrase {
                segment: fit.segment,
                place: passage.place,
                quotation: Some(passage.quotation),
                score,
                speaker: fit.signs.agreement(),
                around: fit.signs.around,
            })
        });
        found.collect()
    }

    /// What speaks for a passage telling a segment, or telling what is left of it when `links` are taken out.
    fn signs(&self, at: usize, own: &Telling, passage: &Passage, links: Option<&[usize]>) -> Signs {
        let segment = &self.segments[at];
        let rest = links.map(|links| self.unmatched(at, links));
        let words = rest.as_ref().unwrap_or(own);
        Signs {
            is_printed_in_part: links.is_some(),
            distance: (self.position(segment.place) - self.position(passage.place)).abs(),
            ..Signs::of(self.vocabulary, segment, words, passage)
        }
    }

    /// Says of each of `fits`, in order of segment and passage, what the passage shares with the segments of third
    /// articles that print the same words.
    fn second(&self, fits: &mut [Fit], passages: &[Passage]) {
        let mut linked: Vec<Vec<usize>> = vec![Vec::new(); self.segments.len()];
        for link in self.links {
            linked[link.a].push(link.b);
            linked[link.b].push(link.a);
        }
        let shared_with = |segment: usize, passage: usize| {
            let at =
                fits.binary_search_by_key(&(segment, passage), |fit| (fit.segment, fit.passage));
            at.map_or(0.0, |at| fits[at].signs.shared)
        };
        let seconded = |fit: &Fit| {
            let home = passages[fit.passage].place.article;
            let others = linked[fit.segment].iter();
            let thirds = others.filter(|other| self.segments[**other].place.article != home);
            let shared = thirds
                .take(SECONDS)
                .map(|third| shared_with(*third, fit.passage));
            shared.fold(0.0, f32::max)
        };
        let seconded: Vec<f32> = fits.iter().map(seconded).collect();
        for (fit, seconded) in fits.iter_mut().zip(seconded) {
            fit.signs.seconded = seconded;
        }
    }

    /// How far into its article a place stands, 0 to 1.
    fn position(&self, place: Place) -> f32 {
        place.span.start as f32 / self.articles[place.article].text.len().max(1) as f32
    }

    /// The words of a segment that its links leave out.
    fn unmatched(&self, at: usize, links: &[usize]) -> Telling {
        let segment = &self.segments[at];
        let mut matched: FxHashSet<usize> = FxHashSet::default();
        for link in links {
            let link = &self.links[*link];
            let steps = link.matching.steps.iter();
            if link.a == at {
                matched.extend(steps.map(|step| link.units.0[step.a].first));
            } else {
                matched.extend(steps.map(|step| link.units.1[step.b].first));
            }
        }
        let rest = segment
            .units
            .iter()
            .filter(|unit| !matched.contains(&unit.first));
        let rest: Vec<Unit> = rest.copied().collect();
        self.telling(segment.place.article, &rest, segment.words)
    }

    /// Takes the surest first; a passage tells one segment of an article, a segment is told by one passage of
    /// an article.
    fn surest(&self, mut found: Vec<Paraphrase>) -> Vec<Paraphrase> {
        found.sort_by(|x, y| {
            let place = |one: &Paraphrase| (one.segment, one.place);
            y.score.total_cmp(&x.score).then(place(x).cmp(&place(y)))
        });
        let mut told: FxHashSet<(usize, usize)> = FxHashSet::default();
        let mut telling: FxHashSet<(Place, usize)> = FxHashSet::default();
        found.retain(|one| {
            let segment = (one.segment, one.place.article);
            let passage = (one.place, self.segments[one.segment].place.article);
            let is_free = !told.contains(&segment) && !telling.contains(&passage);
            if is_free {
                told.insert(segment);
                telling.insert(passage);
            }
            is_free
        });
        found
    }
}
