//! Where words come from: every rendering of asked words in a set of articles.
//!
//! The asked words may be partial or misremembered, so an article counts when it holds a good run of them,
//! not only when it holds them all. The measure is the article: what is told is how the asked words differ
//! from what it prints.

use super::allow::Allowances;
use super::credit::Credits;
use super::layout::layouts;
use super::places::Part;
use super::search::{Search, is_found};
use super::seeds::{self, Hit};
use crate::align::matching::Likeness;
use crate::align::segments::Segment;
use crate::align::vocabulary::{FoldedArticle, Vocabulary};
use crate::model::{CheckStatus, Place, QuotationId, Searched, Span, Trace, Traced};
use crate::{Article, Extraction, Texts, extract};

/// Share of the asked words, by weight, and words in a row that an article must hold.
const SHARE: f32 = 0.3;
const RUN: usize = 3;

/// Finds every rendering of `asked` in `articles`, earliest first.
pub fn trace(asked: &str, articles: Vec<Article>) -> Trace {
    trace_with(asked, articles, &extract::quotations)
}

/// As [`trace`], where `extract` knows what is found in an article.
pub fn trace_with(
    asked: &str,
    mut articles: Vec<Article>,
    extract: &dyn Fn(&Article) -> Extraction,
) -> Trace {
    articles.sort_by(Article::cmp_by_time);
    let searched = Searched {
        articles: articles.len(),
        words: articles.iter().map(Article::words).sum(),
    };
    articles.insert(0, Article::new("", asked));
    let (vocabulary, mut folded) = Vocabulary::of(&articles);
    let turns = layouts(&articles, 1, &mut folded);
    let allowances = Allowances::default();
    let search = Search {
        articles: &articles,
        drafts: 1,
        extractions: &[],
        folded: &folded,
        vocabulary: &vocabulary,
        turns: &turns,
        allowances: &allowances,
    };
    let segment = whole(&articles[0], &folded[0], &vocabulary);
    let renderings = search.renderings(&segment, Credits::new(&articles, &turns, extract));
    Trace {
        articles,
        renderings,
        searched,
        closest: None,
        texts: Texts::default(),
    }
}

/// All of an article as one segment.
fn whole(article: &Article, folded: &FoldedArticle, vocabulary: &Vocabulary) -> Segment {
    let words = (0, folded.words.len());
    let place = Place {
        article: 0,
        span: Span::new(0, article.text.len()),
    };
    let quotation = QuotationId {
        article: 0,
        index: 0,
    };
    Segment::new(quotation, place, words, folded, vocabulary)
}

impl Search<'_> {
    fn renderings(&self, segment: &Segment, mut credits: Credits) -> Vec<Traced> {
        let sources: Vec<(usize, &FoldedArticle)> =
            self.folded.iter().enumerate().skip(self.drafts).collect();
        let hits = seeds::hits(&[segment.units.as_slice()], &sources, self.vocabulary);
        let hits = hits.first().map_or(&[][..], Vec::as_slice);
        let mut likeness = Likeness::new(self.vocabulary);
        let groups = hits.chunk_by(|a, b| a.article == b.article);
        groups
            .flat_map(|hits| self.rendering(segment, hits, &mut likeness, &mut credits))
            .collect()
    }

    /// The closest places of one article, when it holds enough of the words.
    fn rendering(
        &self,
        segment: &Segment,
        hits: &[Hit],
        likeness: &mut Likeness,
        credits: &mut Credits,
    ) -> Vec<Traced> {
        let judge = self.judge(None);
        let mut parts = judge.text.parts(&segment.units, hits, likeness);
        parts.retain(|part| holds_enough(segment, part));
        let best = parts.first().map_or(0.0, |part| part.loss);
        parts.retain(|part| part.loss <= best + CLOSE);
        parts.sort_by_key(|part| part.words);
        let traced = parts.iter().map(|part| {
            let verdict = judge.judge(segment, std::slice::from_ref(part));
            let words = verdict.words.first().copied().unwrap_or(part.words);
            let place = judge.place(part.article, words);
            let mut statuses = verdict.statuses;
            // Whoever asks for words does not say that a speech ends with them.
            statuses.retain(|one| *one != CheckStatus::Truncated);
            if is_partial(segment, part) {
                statuses.retain(|one| *one != CheckStatus::Reworded);
                statuses.push(CheckStatus::Truncated);
            }
            if credits.is_indirect(place) {
                statuses.push(CheckStatus::Paraphrased);
            }
            if statuses.is_empty() {
                statuses.push(CheckStatus::Verbatim);
            }
            statuses.sort();
            statuses.dedup();
            Traced {
                place,
                speaker: credits.speaker(place),
                time: self.turns[place.article].time(place.span.start),
                passage: credits.passage(place),
                statuses,
                diff: verdict.diff,
            }
        });
        traced.collect()
    }
}

/// Loss by which two places of one article may differ when both are told.
const CLOSE: f32 = 0.2;

fn holds_enough(segment: &Segment, part: &Part) -> bool {
    is_found(segment, std::slice::from_ref(part))
        || part.run >= RUN && part.weight >= SHARE * segment.weight
}

/// Whether the article prints only a run of the asked words, without a change inside.
fn is_partial(segment: &Segment, part: &Part) -> bool {
    let inside = segment
        .units
        .iter()
        .filter(|unit| (part.quoted.0..part.quoted.1).contains(&unit.first))
        .count();
    inside < segment.units.len()
        && part.matched == inside
        && part.matched == part.words.1 - part.words.0
}
