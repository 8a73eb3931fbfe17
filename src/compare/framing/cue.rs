//! With which verbs the outlets introduce the same speaker's words.
//!
//! ```text
//! Ann Lee   A  said 3, added 1      B  insisted 2, claimed 1      C  lashed out 1
//! ```
//!
//! The colour of a verb is its class in the table of cues; "said" and the like have none. A speaker is worth
//! showing when one outlet colours what another reports plainly, the more so for the same statement.

use super::super::coverage::Coverage;
use super::ordered;
use super::voices::{Voice, Voices, frame};
use crate::Quotation;
use crate::model::{Framing, FramingKind, Place};

/// Most passages shown of one article.
const MOST_PASSAGES: usize = 7;

/// The speakers whose words the outlets introduce differently.
pub(super) fn cues(coverage: &Coverage, voices: &Voices) -> Vec<Framing> {
    voices.voices.iter().filter_map(|voice| cue(coverage, voice)).collect()
}

fn is_colored(quotation: &Quotation) -> bool {
    quotation
        .cue
        .as_ref()
        .is_some_and(|cue| cue.stance != "neutral" && cue.stance != "unlisted")
}

fn cue(coverage: &Coverage, voice: &Voice) -> Option<Framing> {
    let articles = voice.articles();
    if articles.len() < 2 {
        return None;
    }
    let mut places = Vec::new();
    let mut parts = Vec::new();
    let mut stances: Vec<Vec<&str>> = Vec::new();
    for article in &articles {
        let mut speech = voice.speech(coverage, *article);
        speech.retain(|quotation| quotation.cue.is_some());
        let mut own: Vec<&str> = speech
            .iter()
            .filter(|quotation| is_colored(quotation))
            .filter_map(|quotation| quotation.cue.as_ref().map(|cue| cue.stance.as_str()))
            .collect();
        own.sort_unstable();
        own.dedup();
        stances.push(own);
        parts.push(format!("{}: {}", coverage.letter(*article), verbs(coverage, *article, &speech)));
        // Colour first, then what another outlet reports too, then what comes first.
        speech.sort_by_key(|quotation| {
            let shared = quotation
                .content
                .iter()
                .any(|span| !coverage.statements_at(*article, *span).is_empty());
            (!is_colored(quotation), !shared, quotation.start())
        });
        let shown = speech.iter().take(MOST_PASSAGES);
        places.extend(shown.filter_map(|quotation| frame(coverage, *article, quotation)));
    }
    let differing = stances.iter().filter(|own| **own != stances[0]).count() > 0;
    let colors: usize = stances.iter().map(Vec::len).sum();
    if !differing || colors == 0 {
        return None;
    }
    let places: Vec<Place> = ordered(places);
    let quoted = voice.quotations.len() as f64;
    Some(Framing {
        kind: FramingKind::Cue,
        about: voice.name.clone(),
        note: parts.join("; "),
        missing_in: Vec::new(),
        weight: colors as f64 * 0.5 + articles.len() as f64 + quoted.sqrt() * 0.6,
        places,
    })
}

/// The verbs of an article with their counts, most frequent first.
fn verbs(coverage: &Coverage, article: usize, speech: &[&Quotation]) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for quotation in speech {
        let Some(cue) = &quotation.cue else { continue };
        let span = cue.span;
        let verb = coverage.slice(Place { article, span }).to_lowercase();
        match counts.iter_mut().find(|(known, _)| *known == verb) {
            Some((_, count)) => *count += 1,
            None => counts.push((verb, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let shown = counts.iter().map(|(verb, count)| match count {
        1 => verb.clone(),
        count => format!("{verb} {count}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}
