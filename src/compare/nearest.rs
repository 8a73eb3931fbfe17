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

use std::collections::{BTreeMap, BTreeSet};

use crate::align::Alignment;
use crate::align::matching::Unit;
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
    /// By stem: what it weighs, and where it stands first.
    words: BTreeMap<u32, (f32, Span)>,
}

/// What comes nearest to each of the `statements` that one outlet alone carries, in their order.
pub(super) fn nearest(statements: &[Statement], alignment: &Alignment) -> Vec<Nearest> {
    let passages = passages(statements, alignment);
    let mut with_stem: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, passage) in passages.iter().enumerate() {
        for stem in passage.words.keys() {
            with_stem.entry(*stem).or_default().push(at);
        }
    }
    let alone = passages
        .iter()
        .filter(|passage| statements[passage.statement].carried_by.len() == 1);
    let found = alone.filter_map(|own| {
        let stems = own.words.keys().filter_map(|stem| with_stem.get(stem));
        let near: BTreeSet<usize> = stems
            .filter(|holders| holders.len() <= MOST_WITH_A_STEM)
            .flatten()
            .copied()
            .collect();
        let others = near.into_iter().map(|at| &passages[at]);
        let others = others.filter(|other| other.place.article != own.place.article);
        let mut best: Option<(f32, Nearest)> = None;
        for other in others {
            let Some((likeness, nearest)) = own.against(other) else {
                continue;
            };
            if best.as_ref().is_none_or(|(most, _)| likeness > *most) {
                best = Some((likeness, nearest));
            }
        }
        best.map(|(_, nearest)| nearest)
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
        passages.extend(places.into_iter().map(|place| Passage {
            statement,
            place,
            words: telling_words(place, alignment),
        }));
    }
    passages
}

fn telling_words(place: Place, alignment: &Alignment) -> BTreeMap<u32, (f32, Span)> {
    let folded = &alignment.folded[place.article];
    let all = units(folded, folded.within(place.span), &alignment.vocabulary);
    let mut words = BTreeMap::new();
    let telling = |unit: &&Unit| unit.rank > Rank::Function;
    for unit in all.iter().filter(telling) {
        let span = folded.words[unit.first].span;
        words.entry(unit.stem).or_insert((unit.weight, span));
    }
    words
}

impl Passage {
    /// How like `other` it is, and on what grounds; nothing where they share too little.
    fn against(&self, other: &Self) -> Option<(f32, Nearest)> {
        let stems = self.words.iter();
        let mut shared: Vec<(f32, Span)> = stems
            .filter(|(stem, _)| other.words.contains_key(stem))
            .map(|(_, word)| *word)
            .collect();
        if shared.len() < FEWEST {
            return None;
        }
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let sum =
            |words: &mut dyn Iterator<Item = f32>| words.map(|weight| weight * weight).sum::<f32>();
        let both = sum(&mut shared.iter().map(|(weight, _)| *weight));
        let own = sum(&mut self.words.values().map(|(weight, _)| *weight));
        let theirs = sum(&mut other.words.values().map(|(weight, _)| *weight));
        let likeness = both / (own * theirs).sqrt().max(f32::MIN_POSITIVE);
        let nearest = Nearest {
            statement: self.statement,
            place: other.place,
            of: other.statement,
            count: shared.len(),
            shared: shared.iter().take(KEPT).map(|(_, span)| *span).collect(),
            telling: self.words.len().min(other.words.len()),
        };
        Some((likeness, nearest))
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
