//! A statement that opens one report and closes another.

use super::super::coverage::Coverage;
use crate::Statement;
use crate::model::{Framing, FramingKind, Place, count_words};

/// Least distance between the places of a statement, as share of the articles.
const FAR_APART: f64 = 0.6;

/// Least words of a rendering: where "a farce" stands says nothing.
const LEAST_WORDS: usize = 4;

/// The statements that stand far apart.
pub(super) fn prominence(coverage: &Coverage) -> Vec<Framing> {
    coverage
        .statements
        .iter()
        .filter_map(|statement| apart(coverage, statement))
        .collect()
}

fn apart(coverage: &Coverage, statement: &Statement) -> Option<Framing> {
    let mut firsts: Vec<(f64, Place)> = Vec::new();
    for article in &statement.carried_by {
        let own = statement.pairs.iter().flat_map(|pair| [pair.a, pair.b]);
        let is_long = |place: &Place| count_words(coverage.slice(*place)) >= LEAST_WORDS;
        let own = own.filter(|place| place.article == *article);
        let place = own.filter(is_long).min()?;
        let position = coverage.share_before(*article, place.span.start);
        firsts.push((position, place));
    }
    let first = firsts.iter().min_by(|a, b| a.0.total_cmp(&b.0))?;
    let last = firsts.iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    let distance = last.0 - first.0;
    if distance < FAR_APART {
        return None;
    }
    let percent = |share: f64| (share * 100.0).round();
    let words = count_words(coverage.slice(first.1));
    let mut places = vec![first.1, last.1];
    places.sort();
    Some(Framing {
        kind: FramingKind::Prominence,
        about: statement.speaker.clone().unwrap_or_default(),
        note: coverage.texts.framing_at(
            percent(first.0),
            coverage.outlet(first.1.article),
            percent(last.0),
            coverage.outlet(last.1.article),
        ),
        places,
        is_clear: true,
        missing_in: Vec::new(),
        versions: Vec::new(),
        weight: distance + (words as f64).min(30.0) / 60.0,
    })
}
