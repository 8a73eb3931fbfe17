//! What comes nearest to a statement that one outlet alone carries.
//!
//! ```text
//! s5 only in B   We asked for sirens in 2021
//!    nearest     sirens, which the county had refused to buy     shares “sirens”: 1 of 4 words that say something
//! ```
//!
//! A reader who misses a pair wants to see what was passed over and on what grounds. So of all passages of
//! other outlets the one is kept with which the statement shares most of what both tell: the weight of the
//! shared stems against the weight of each (the cosine of the two bags of words). Stems are looked up in an
//! index, so the cost is that of the words that statements share.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::align::Alignment;
use crate::align::segments::units;
use crate::align::vocabulary::Rank;
use crate::model::{Nearest, Place, Span, Statement};

/// Shared words from which two passages are near: one alone is an accident.
const FEWEST: usize = 2;
/// Passages that hold a stem, beyond which it tells too little to look them all up.
const MOST_WITH_A_STEM: usize = 200;
/// Shared words that are kept.
const KEPT: usize = 5;

/// A passage of a statement with the words in it that say something.
struct Passage {
    statement: usize,
    place: Place,
    /// What each stem weighs and where it stands first, in order of the stems.
    words: Vec<(u32, (f32, Span))>,
    /// The squares of the weights, summed.
    length: f32,
}

/// What comes nearest to each of the `statements` that one outlet alone carries, in their order.
pub(super) fn nearest(statements: &[Statement], alignment: &Alignment) -> Vec<Nearest> {
    let passages = passages(statements, alignment);
    let mut with_stem: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (at, passage) in passages.iter().enumerate() {
        for (stem, _) in &passage.words {
            with_stem.entry(*stem).or_default().push(at);
        }
    }
    let alone = passages
        .iter()
        .filter(|passage| statements[passage.statement].carried_by.len() == 1);
    let found = alone.filter_map(|own| {
        let stems = own.words.iter();
        let holders = stems.filter_map(|(stem, _)| with_stem.get(stem));
        let holders = holders.filter(|holders| holders.len() <= MOST_WITH_A_STEM);
        let is_other = |at: &usize| passages[*at].place.article != own.place.article;
        let mut near: Vec<usize> = holders.flatten().copied().filter(is_other).collect();
        near.sort_unstable();
        let mut best: Option<(f32, &Passage)> = None;
        // A passage stands in the list once for each stem that opens it.
        for same in near.chunk_by(|a, b| a == b) {
            let other = &passages[same[0]];
            let Some(likeness) = own.likeness(other) else {
                continue;
            };
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, other));
            }
        }
        best.map(|(_, other)| own.beside(other))
    });
    let mut found: Vec<Nearest> = found.collect();
    found.dedup_by_key(|nearest| nearest.statement);
    found
}

/// Every passage in which an outlet renders a statement, by statement.
fn passages(statements: &[Statement], alignment: &Alignment) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (statement, about) in statements.iter().enumerate() {
        let paired = about.pairs.iter().flat_map(|pair| [pair.a, pair.b]);
        let places: BTreeSet<Place> = paired.chain([about.reference]).collect();
        passages.extend(places.into_iter().map(|place| {
            let words = telling_words(place, alignment);
            Passage {
                statement,
                place,
                length: squares(&words),
                words,
            }
        }));
    }
    passages
}

fn squares(words: &[(u32, (f32, Span))]) -> f32 {
    words.iter().map(|(_, (weight, _))| weight * weight).sum()
}

fn telling_words(place: Place, alignment: &Alignment) -> Vec<(u32, (f32, Span))> {
    let folded = &alignment.folded[place.article];
    let all = units(folded, folded.within(place.span), &alignment.vocabulary);
    let telling = all.iter().filter(|unit| unit.rank > Rank::Function);
    let mut words: Vec<(u32, (f32, Span))> = telling
        .map(|unit| (unit.stem, (unit.weight, folded.words[unit.first].span)))
        .collect();
    words.sort_by_key(|(stem, _)| *stem);
    words.dedup_by_key(|(stem, _)| *stem);
    words
}

impl Passage {
    /// Its words that `other` has too, weightiest first.
    fn shared(&self, other: &Self) -> Vec<(f32, Span)> {
        let has = |stem: &u32| other.words.binary_search_by_key(stem, |(stem, _)| *stem);
        let both = self.words.iter().filter(|(stem, _)| has(stem).is_ok());
        let mut shared: Vec<(f32, Span)> = both.map(|(_, word)| *word).collect();
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        shared
    }

    /// How like `other` it is; nothing where they share too little.
    fn likeness(&self, other: &Self) -> Option<f32> {
        let shared = self.shared(other);
        let both: f32 = shared.iter().map(|(weight, _)| weight * weight).sum();
        let whole = (self.length * other.length).sqrt();
        (shared.len() >= FEWEST).then(|| both / whole.max(f32::MIN_POSITIVE))
    }

    /// What they share, told.
    fn beside(&self, other: &Self) -> Nearest {
        let shared = self.shared(other);
        Nearest {
            statement: self.statement,
            place: other.place,
            of: other.statement,
            count: shared.len(),
            shared: shared.iter().take(KEPT).map(|(_, span)| *span).collect(),
            telling: self.words.len().min(other.words.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, compare_articles};

    #[test]
    fn a_statement_of_one_outlet_has_its_nearest_in_another() {
        let comparison = compare_articles(vec![
            Article::new(
                "Wire",
                "“The harbour wall will be rebuilt before the winter storms arrive,” said Ann Lee.\n\n\
                 “Our ferries carried nobody that day,” said Tom Rush.",
            ),
            Article::new(
                "Post",
                "“Nobody told us that the harbour wall was cracked,” said Tom Rush.\n\n\
                 “We count the votes again on Monday,” said Ann Lee.",
            ),
        ]);
        let at = |words: &str| {
            let mut all = 0..comparison.statements.len();
            all.find(|at| {
                comparison
                    .slice(comparison.statements[*at].reference)
                    .contains(words)
            })
            .unwrap()
        };
        let nearest = comparison.nearest_to(at("winter storms")).unwrap();
        assert_eq!(nearest.of, at("cracked"));
        let shared: Vec<&str> = nearest
            .shared
            .iter()
            .map(|span| {
                let article = comparison.statements[nearest.statement].reference.article;
                span.slice(&comparison.articles[article].text)
            })
            .collect();
        assert_eq!(shared, ["harbour", "wall"]);
        assert!(comparison.nearest_to(at("count the votes")).is_none());
        let said = comparison.summary.last().map(|finding| &finding.text);
        assert!(
            said.is_some_and(|text| text.contains("Nearest come “") && text.contains("“harbour”")),
            "{said:?}"
        );
    }

    #[test]
    fn what_several_outlets_carry_has_none() {
        let texts = ["said Ann Lee.", "the mayor, Ann Lee, said."];
        let articles = texts.map(|end| {
            Article::new(
                end,
                format!("“The harbour wall was cracked for years,” {end}"),
            )
        });
        let comparison = compare_articles(articles.to_vec());
        assert_eq!(comparison.statements.len(), 1);
        assert!(comparison.nearest_to(0).is_none());
    }
}
