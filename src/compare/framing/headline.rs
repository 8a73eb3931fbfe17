//! What the headlines make the news.
//!
//! A headline is a sentence outside the text: the passages of the body that carry it are those of its words,
//! sought in the opening, with the first sentence, in which most reports say what the news is.

use super::super::coverage::Coverage;
use super::ordered;
use crate::align::segments::{Bag, shared_weight};
use crate::align::sentences::{SentenceId, weight};
use crate::model::{Framing, FramingKind, Place};

/// Share of an article in which the passages of its headline are sought.
const OPENING: f64 = 0.4;
/// Passages beside the first sentence.
const MOST_PASSAGES: usize = 2;
/// Least share of a headline's weight that a passage carries.
const LEAST_SHARE: f32 = 0.3;
/// Share of their weight that two headlines must have in common to be the same.
const SAME: f32 = 0.85;

/// The headlines side by side, if at least two articles have one and they are not the same.
pub(super) fn headlines(coverage: &Coverage) -> Vec<Framing> {
    let titled: Vec<(usize, &str, Bag)> = coverage
        .articles
        .iter()
        .enumerate()
        .filter_map(|(at, article)| {
            let title = article.title.as_deref()?;
            Some((
                at,
                title,
                coverage
                    .sentences
                    .joined(coverage.alignment.vocabulary.bag_of(title)),
            ))
        })
        .collect();
    let differ = titled.iter().any(|(.., a)| {
        titled
            .iter()
            .any(|(.., b)| shared_weight(a, b) < SAME * weight(a).max(weight(b)))
    });
    if titled.len() < 2 || !differ {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut parts = Vec::new();
    for (article, title, bag) in &titled {
        places.extend(passages(coverage, *article, bag));
        parts.push(format!("{}: “{}”", coverage.outlet(*article), title));
    }
    vec![Framing {
        kind: FramingKind::Headline,
        about: coverage.texts.about_headlines().to_owned(),
        places: ordered(places),
        is_clear: true,
        missing_in: Vec::new(),
        versions: Vec::new(),
        note: parts.join("; "),
        weight: 1.0,
    }]
}

/// The first sentence and those that carry most of the headline.
fn passages(coverage: &Coverage, article: usize, title: &Bag) -> Vec<Place> {
    let bags = &coverage.sentences.bags[article];
    let id = |index| SentenceId { article, index };
    let mut carrying: Vec<(f32, usize)> = bags
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            coverage.position(article, coverage.place(id(*index)).span.start) <= OPENING
        })
        .map(|(index, bag)| (shared_weight(title, bag) / weight(title).max(0.5), index))
        .filter(|(share, _)| *share >= LEAST_SHARE)
        .collect();
    carrying.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut indices: Vec<usize> = carrying
        .iter()
        .take(MOST_PASSAGES)
        .map(|(_, index)| *index)
        .collect();
    if !bags.is_empty() {
        indices.push(0);
    }
    indices
        .iter()
        .map(|index| coverage.place(id(*index)))
        .collect()
}
