//! How much of each article the others tell too, sentence by sentence.
//!
//! ```text
//! A  12 shared, 5 rewritten, 9 only here
//! ```

use super::coverage::Coverage;
use crate::model::Told;

/// Likeness from which two sentences have nearly the same words.
const SHARED: f32 = 0.6;
/// Likeness from which they tell the same.
const REWRITTEN: f32 = 0.2;

/// The counts of every article, in order.
pub(super) fn told(coverage: &Coverage) -> Vec<Told> {
    let bags = coverage.sentences.bags.iter();
    let mut likeness: Vec<Vec<f32>> = bags.map(|bags| vec![0.0; bags.len()]).collect();
    for link in &coverage.sentences.links {
        for id in [link.a, link.b] {
            let best = &mut likeness[id.article][id.index];
            *best = best.max(link.symmetry);
        }
    }
    likeness.iter().map(|own| counts(own)).collect()
}

/// Counts sentences by the likeness of their best counterpart.
fn counts(likeness: &[f32]) -> Told {
    let from = |least: f32| likeness.iter().filter(|own| **own >= least).count();
    let (shared, told) = (from(SHARED), from(REWRITTEN));
    Told {
        shared,
        rewritten: told - shared,
        only_here: likeness.len() - told,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Told;
    use crate::{Article, compare_articles};

    #[test]
    fn sentences_are_shared_rewritten_or_only_here() {
        let comparison = compare_articles(vec![
            Article::new(
                "A Wire",
                "The council voted on Monday to close the old bridge to lorries. A ferry will run every hour. \
                 Rain is expected.",
            ),
            Article::new(
                "B Post",
                "The council voted on Monday to close the old bridge to lorries. Every hour a boat that the \
                 harbour master has hired, the ferry Aurora, will run to the far bank.",
            ),
        ]);
        let counts = |shared, rewritten, only_here| Told {
            shared,
            rewritten,
            only_here,
        };
        assert_eq!(comparison.told, [counts(1, 1, 1), counts(1, 1, 0)]);
    }
}
