//! What the sentences that tell one matter call the things in it.
//!
//! ```text
//! A  …he wished for a duel with the lawmaker.         “a duel with the lawmaker”
//! B  …a threat to shoot the lawmaker in the face      “a threat”, “the face”
//! ```
//!
//! Of each sentence those namings are shown whose words the others lack. A matter is worth it when it
//! stands early, when several tell it, and when the namings have a colour.

use rustc_hash::FxHashSet;

use super::super::coverage::Coverage;
use super::matters::Matter;
use super::ordered;
use super::said::Said;
use crate::align::sentences::SentenceId;
use crate::align::vocabulary::Rank;
use crate::model::{Framing, FramingKind, Place};

/// Most namings of one sentence.
const MOST_NAMINGS: usize = 4;
/// Weight from which words of its own make a naming worth showing: less is a preposition or a common verb.
const LEAST_OWN: f32 = 0.3;

/// The matters whose sentences name things differently.
pub(super) fn wordings(coverage: &Coverage, said: &[Said], matters: &[Matter]) -> Vec<Framing> {
    let told = matters.iter();
    told.filter_map(|matter| wording(coverage, said, matter))
        .collect()
}

/// A naming with the weight of the words that the other sentences lack.
type Own<'s, 'a> = (f32, &'s Said<'a>);

fn wording(coverage: &Coverage, said: &[Said], matter: &Matter) -> Option<Framing> {
    let stems: Vec<FxHashSet<u32>> = matter
        .sentences
        .iter()
        .map(|id| stems(coverage, *id))
        .collect();
    let mut places = Vec::new();
    let mut parts = Vec::new();
    let mut weight = 0.0;
    for (at, id) in matter.sentences.iter().enumerate() {
        let is_own = |stem: u32| {
            let mut others = stems.iter().enumerate().filter(|(other, _)| *other != at);
            others.all(|(_, other)| !other.contains(&stem))
        };
        let mut own: Vec<Own> = said
            .iter()
            .filter(|one| one.article == id.article && one.naming.sentence == id.index)
            .map(|one| (own_weight(coverage, one.place(), is_own), one))
            .filter(|(own, _)| *own >= LEAST_OWN)
            .collect();
        own.sort_by(|(x, a), (y, b)| {
            b.color
                .cmp(&a.color)
                .then(y.total_cmp(x))
                .then(a.place().cmp(&b.place()))
        });
        own.truncate(MOST_NAMINGS);
        let (first, best) = own.first()?;
        weight += 0.4 * f64::from(first.sqrt()) + 0.5 * f64::from(best.color);
        parts.push(format!(
            "{}: {}",
            coverage.outlet(id.article),
            coverage.quote(best.place())
        ));
        places.extend(own.iter().map(|(_, one)| one.place()));
        let predicates = coverage.narration(id.article).sentences[id.index]
            .predicates
            .iter();
        let place = |span: &crate::Span| Place {
            article: id.article,
            span: *span,
        };
        let differs = |place: &Place| own_weight(coverage, *place, is_own) >= LEAST_OWN;
        places.extend(predicates.map(place).filter(differs));
    }
    let first = coverage.place(*matter.sentences.first()?);
    Some(Framing {
        kind: FramingKind::Label,
        about: coverage.snippet(first),
        places: ordered(places),
        missing_in: Vec::new(),
        note: parts.join("; "),
        weight: weight
            + matter.sentences.len() as f64
            + 1.5 * matter.likeness
            + 0.8 * (1.0 - matter.earliest(coverage)),
    })
}

/// The stems of a sentence.
fn stems(coverage: &Coverage, id: SentenceId) -> FxHashSet<u32> {
    let folded = &coverage.alignment.folded[id.article];
    let (from, to) = folded.within(coverage.place(id).span);
    let words = folded.words[from..to].iter();
    words
        .map(|word| coverage.alignment.vocabulary.stem(word.id))
        .collect()
}

/// Weight of the words at a place whose stems are its sentence's own.
fn own_weight(coverage: &Coverage, place: Place, is_own: impl Fn(u32) -> bool) -> f32 {
    let vocabulary = &coverage.alignment.vocabulary;
    let folded = &coverage.alignment.folded[place.article];
    let (from, to) = folded.within(place.span);
    let words = folded.words[from..to].iter();
    words
        .filter(|word| {
            vocabulary.rank(word.id) > Rank::Function && is_own(vocabulary.stem(word.id))
        })
        .map(|word| vocabulary.weight(word.id))
        .sum()
}
