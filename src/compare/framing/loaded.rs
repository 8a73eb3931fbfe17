//! Words with a charge of their own, with what the other outlets have for the same thing.

use super::super::coverage::Coverage;
use super::ordered;
use crate::align::sentences::SentenceId;
use crate::model::{Framing, FramingKind, Place, Tone, ToneClass};

/// Strength from which a word is shown.
const LEAST_STRENGTH: u8 = 3;
/// Least likeness of a sentence that tells the same.
const SAME_MATTER: f32 = 0.25;

/// The charged words outside quotation marks that another outlet's sentence for the same thing lacks; of a
/// single article all of them.
pub(super) fn loaded(coverage: &Coverage) -> Vec<Framing> {
    let mut found = Vec::new();
    for article in 0..coverage.articles.len() {
        for tone in &coverage.narration(article).tones {
            let is_charged = matches!(tone.class, ToneClass::Charged | ToneClass::Doubting);
            if is_charged
                && tone.strength >= LEAST_STRENGTH
                && !is_reported(coverage, article, tone)
            {
                found.extend(beside(coverage, article, tone));
            }
        }
    }
    found
}

/// Whether the word stands in what the article reports as somebody's words.
fn is_reported(coverage: &Coverage, article: usize, tone: &Tone) -> bool {
    let quotations = coverage.extractions[article].quotations.iter();
    quotations
        .flat_map(|quotation| &quotation.segments)
        .any(|span| span.contains(tone.span))
}

fn beside(coverage: &Coverage, article: usize, tone: &Tone) -> Option<Framing> {
    let id = SentenceId {
        article,
        index: tone.sentence,
    };
    let word = coverage.slice(Place {
        article,
        span: tone.span,
    });
    let mut places = vec![Place {
        article,
        span: tone.span,
    }];
    let mut weight = f64::from(tone.strength);
    let mut others = Vec::new();
    for other in (0..coverage.articles.len()).filter(|other| *other != article) {
        let Some(link) = coverage
            .sentences
            .nearest(id, other)
            .filter(|link| link.symmetry >= SAME_MATTER)
        else {
            continue;
        };
        let place = coverage.place(link.other(id));
        if coverage
            .slice(place)
            .to_lowercase()
            .contains(&word.to_lowercase())
        {
            return None;
        }
        weight += 1.0 + f64::from(link.symmetry);
        others.push(other);
        places.push(place);
    }
    let alone = coverage.articles.len() == 1;
    if others.is_empty() && !alone {
        return None;
    }
    let quoted = coverage.texts.quoted(word);
    let note = if alone {
        quoted
    } else {
        let outlets = coverage.outlets(&others);
        coverage
            .texts
            .framing_charged(quoted, coverage.outlet(article), outlets)
    };
    Some(Framing {
        kind: FramingKind::Loaded,
        about: word.to_owned(),
        places: ordered(places),
        is_clear: true,
        missing_in: Vec::new(),
        versions: Vec::new(),
        note,
        weight,
    })
}
