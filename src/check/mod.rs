//! The quotations of a draft, looked up in sources: transcripts, documents, other outlets' articles.
//!
//! ```text
//! drafts ──extract──▶ quoted strings ─┐
//!                                     ├─ seeds: stretches that share rare words ─▶ places: alignment ─▶ judge: statuses
//! sources ─ turns: who speaks where ──┘
//! ```
//!
//! Words stand anywhere in a source, not only inside its quotation marks: a transcript has none. The words
//! are folded, weighed, aligned and compared as `align` and `compare` do it, with one difference: the source
//! is the measure. What the draft changes is a finding; what the source says beyond it is none, unless it is
//! the reservation that the quotation stops before. The cost is linear in the words of the sources and, for
//! each quotation, quadratic in its own.

mod allow;
mod credit;
mod judge;
mod layout;
mod places;
mod search;
mod seeds;
mod trace;

#[cfg(test)]
mod tests;

pub use allow::Allowances;
pub use trace::{trace, trace_with};

use crate::align::segments::{Segment, segments};
use crate::align::vocabulary::Vocabulary;
use crate::model::{Check, Origin, Searched};
use crate::{Article, Extraction, Texts, extract};
use layout::layouts;
use search::Search;

/// Looks up every quoted string of `drafts` in `sources`.
pub fn check(drafts: Vec<Article>, sources: Vec<Article>, allowances: &Allowances) -> Check {
    let count = drafts.len();
    let mut articles = drafts;
    articles.extend(sources);
    let searched = Searched {
        articles: articles.len() - count,
        words: articles[count..].iter().map(Article::words).sum(),
    };
    let extractions: Vec<Extraction> = articles[..count].iter().map(extract::quotations).collect();
    let (vocabulary, mut folded) = Vocabulary::of(&articles);
    let turns = layouts(&articles, count, &mut folded);
    let segments = outermost(segments(
        &articles[..count],
        &extractions,
        &folded[..count],
        &vocabulary,
    ));
    let search = Search {
        articles: &articles,
        drafts: count,
        extractions: &extractions,
        folded: &folded,
        vocabulary: &vocabulary,
        turns: &turns,
        allowances,
    };
    let results = search.results(&segments);
    let origins = articles.iter().map(|article| Origin {
        path: article.id.clone(),
        is_whole_file: true,
    });
    Check {
        origins: origins.collect(),
        drafts: count,
        results,
        searched,
        left_out: Vec::new(),
        articles,
        texts: Texts::default(),
    }
}

/// The quoted strings that lie in no other and hold a word.
fn outermost(segments: Vec<Segment>) -> Vec<Segment> {
    let mut kept: Vec<Segment> = Vec::with_capacity(segments.len());
    let mut sorted = segments;
    sorted.sort_by_key(|segment| {
        let place = segment.place;
        (
            place.article,
            place.span.start,
            std::cmp::Reverse(place.span.end),
        )
    });
    for segment in sorted {
        let is_inside = kept.last().is_some_and(|outer| {
            outer.place.article == segment.place.article
                && outer.place.span.contains(segment.place.span)
        });
        if !is_inside && !segment.units.is_empty() {
            kept.push(segment);
        }
    }
    kept
}
