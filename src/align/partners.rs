//! Which articles of one event are compared sentence by sentence.
//!
//! Up to two dozen articles every two are. Beyond that the pairs would grow with the square while a reader gains
//! nothing: of two hundred outlets each is compared with those that have most words in common with it, and
//! what several of them share still comes together through the groups that the pairs are joined to.
//!
//! What two articles have in common is the weight of the stems that both hold; a stem that very many articles
//! hold tells nothing. The cost is one step per stem and article that holds it.

use rustc_hash::FxHashMap;

/// Up to this many articles every two are compared.
const ALL_PAIRS: usize = 24;
/// Articles that one is compared with by its own choice; others may choose it.
const PARTNERS: usize = 12;
/// Articles that may hold a stem for it to count.
const WIDESPREAD: usize = 200;

/// The articles that are compared with one another.
#[derive(Debug, Default)]
pub(crate) struct Partners {
    /// For each article those it is compared with, ascending.
    of: Vec<Vec<usize>>,
}

impl Partners {
    /// Chooses by the telling stems of each article: sorted, each once, with their weights.
    pub(super) fn choose(stems: &[Vec<(u32, f32)>]) -> Self {
        if stems.len() <= ALL_PAIRS {
            return Self::every_two(stems.len());
        }
        let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (article, stems) in stems.iter().enumerate() {
            for (stem, _) in stems {
                holders.entry(*stem).or_default().push(article);
            }
        }
        let mut of = vec![Vec::new(); stems.len()];
        let mut shared = vec![0.0_f32; stems.len()];
        for (article, own) in stems.iter().enumerate() {
            shared.fill(0.0);
            for (stem, weight) in own {
                let holders = &holders[stem];
                if holders.len() <= WIDESPREAD {
                    holders.iter().for_each(|other| shared[*other] += weight);
                }
            }
            let mut others: Vec<usize> = (0..stems.len())
                .filter(|other| *other != article && shared[*other] > 0.0)
                .collect();
            others.sort_by(|a, b| shared[*b].total_cmp(&shared[*a]).then(a.cmp(b)));
            for other in others.into_iter().take(PARTNERS) {
                of[article].push(other);
                of[other].push(article);
            }
        }
        for partners in &mut of {
            partners.sort_unstable();
            partners.dedup();
        }
        Self { of }
    }

    fn every_two(articles: usize) -> Self {
        let others = |own: usize| (0..articles).filter(move |other| *other != own).collect();
        Self {
            of: (0..articles).map(others).collect(),
        }
    }

    /// The articles that `article` is compared with, ascending.
    pub(crate) fn of(&self, article: usize) -> &[usize] {
        &self.of[article]
    }

    /// Those of them that come after it.
    pub(crate) fn after(&self, article: usize) -> &[usize] {
        let partners = &self.of[article];
        &partners[partners.partition_point(|other| *other < article)..]
    }

    /// Every two articles that are compared, the earlier first, in order.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let after = |article| {
            self.after(article)
                .iter()
                .map(move |other| (article, *other))
        };
        (0..self.of.len()).flat_map(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_few_articles_every_two_are_compared() {
        let partners = Partners::choose(&[vec![(1, 1.0)], vec![], vec![(2, 1.0)]]);
        assert!(partners.pairs().eq([(0, 1), (0, 2), (1, 2)]));
    }

    #[test]
    fn of_many_each_is_compared_with_those_it_shares_most_with() {
        let stems: Vec<Vec<(u32, f32)>> = (0..300)
            .map(|at| vec![(at / 3, 1.0), (1_000, 1.0)])
            .collect();
        let partners = Partners::choose(&stems);
        assert_eq!(partners.of(4), [3, 5]);
        assert_eq!(partners.after(4), [5]);
        assert_eq!(partners.pairs().count(), 300);
    }
}
