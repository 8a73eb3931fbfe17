//! Linked segments to pairs: the word diff, and what it amounts to.

use super::diff::Script;
use super::relations::relations;
use super::side::Side;
use super::{attribution, grounds};
use crate::Article;
use crate::align::translations::is_translation;
use crate::align::{Alignment, Link, Paraphrase};
use crate::model::{Pair, Place, Relation};

/// Share of the lighter of two translations below which their words do not answer one another.
const TRANSLATED: f32 = 0.8;

/// Two linked segments with their relations and their word diff.
pub(super) fn pair(
    articles: &[Article],
    alignment: &Alignment,
    link: &Link,
    is_spliced: bool,
) -> Pair {
    let (a, b) = (&alignment.segments[link.a], &alignment.segments[link.b]);
    let folded = |at: usize| &alignment.folded[at];
    let (x, y) = (&link.units.0, &link.units.1);
    let (fa, fb) = (folded(a.place.article), folded(b.place.article));
    let side_a = Side::new(&articles[a.place.article].text, fa, a.place, x, (fb, y));
    let side_b = Side::new(&articles[b.place.article].text, fb, b.place, y, (fa, x));
    let script = Script::new(side_a, side_b, (x, y), &link.matching);
    let mut found = relations(&script, &alignment.vocabulary);
    if found.is_empty() {
        found.insert(Relation::Verbatim);
    }
    if attribution::differ(a, b) {
        found.insert(Relation::Speaker);
    }
    if is_spliced {
        found.insert(Relation::Spliced);
    }
    if found.contains(Relation::QualificationCut) && goes_on(alignment, link, &script) {
        found = found
            .iter()
            .filter(|one| *one != Relation::QualificationCut)
            .collect();
    }
    let language = |at: usize| articles[at].language.as_deref();
    let languages = (language(a.place.article), language(b.place.article));
    let is_translation =
        found.contains(Relation::Reworded) && is_translation((a, b), &link.evidence, languages);
    if is_translation && link.evidence.containment < TRANSLATED {
        // No word answers another, so none is left out or cut.
        found = found
            .iter()
            .filter(|one| !matches!(one, Relation::Elided | Relation::Truncated))
            .collect();
    }
    Pair {
        a: a.place,
        b: b.place,
        relations: found,
        is_translation,
        diff: script.parts(),
        score: link.score,
        grounds: grounds::of_link(alignment, link),
    }
}

/// Whether the outlet that stops before a reservation prints it in its next segment.
fn goes_on(alignment: &Alignment, link: &Link, script: &Script) -> bool {
    let (stopped, rest) = if script.shared.0.end == script.a.units.len() {
        (link.a, script.b.units.get(script.shared.1.end))
    } else {
        (link.b, script.a.units.get(script.shared.0.end))
    };
    let article = alignment.segments[stopped].place.article;
    let next = alignment.segments.get(stopped + 1);
    let first = next
        .filter(|next| next.place.article == article)
        .and_then(|next| next.units.first());
    first
        .zip(rest)
        .is_some_and(|(first, rest)| first.id == rest.id)
}

/// A segment at `quoted` and the passage that tells it in other words, the earlier article first.
pub(super) fn paraphrased(alignment: &Alignment, quoted: Place, paraphrase: &Paraphrase) -> Pair {
    let (a, b) = if quoted < paraphrase.place {
        (quoted, paraphrase.place)
    } else {
        (paraphrase.place, quoted)
    };
    Pair {
        a,
        b,
        relations: [Relation::Paraphrased].into_iter().collect(),
        diff: Vec::new(),
        score: paraphrase.score,
        is_translation: false,
        grounds: grounds::of_paraphrase(alignment, (a, b), paraphrase),
    }
}
