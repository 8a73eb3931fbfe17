//! Profiles to vectors of length 1, in which a term weighs the more the fewer articles hold it.

use rustc_hash::FxHashMap;

use super::profile::{Profile, Term};

/// How many articles hold each term.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Articles counted.
    pub articles: u64,
    /// By term; a term that is missing stands in one article.
    pub with: FxHashMap<Term, u32>,
}

impl Counts {
    /// Counts the terms of `profile`.
    pub fn add(&mut self, profile: &Profile) {
        self.articles += 1;
        for (term, _) in profile.counted() {
            *self.with.entry(term).or_default() += 1;
        }
    }

    /// What a term weighs by its rarity.
    fn rarity(&self, term: Term) -> f32 {
        let with = self.with.get(&term).copied().unwrap_or(1).max(1);
        (1.0 + (self.articles + UNSEEN) as f32 / with as f32).ln()
    }
}

/// Articles that are imagined beside the counted ones and hold none of their terms: a store of three
/// articles would otherwise take the words of all three for the commonest of words.
const UNSEEN: u64 = 500;

/// Terms that a vector keeps: those that weigh most.
const TERMS: usize = 96;

/// By term; the squares of the weights add up to 1.
#[derive(Clone, Debug, Default)]
pub(super) struct Vector(pub Vec<(Term, f32)>);

impl Vector {
    pub(super) fn of(profile: &Profile, counts: &Counts) -> Self {
        let weigh = |(term, times): &(Term, u8)| match times {
            // Nobody counts phrases: they are as rare as a word of one article.
            0 => (*term, counts.rarity(*term)),
            _ => (*term, (1.0 + f32::from(*times).ln()) * counts.rarity(*term)),
        };
        let mut terms: Vec<(Term, f32)> = profile.terms.iter().map(weigh).collect();
        terms.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(TERMS);
        let length = terms
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f32>()
            .sqrt();
        for (_, weight) in &mut terms {
            *weight /= length.max(f32::EPSILON);
        }
        terms.sort_unstable_by_key(|(term, _)| *term);
        Self(terms)
    }

    /// The cosine of two vectors of length 1.
    pub(super) fn dot(&self, other: &Self) -> f32 {
        let (mut a, mut b) = (self.0.as_slice(), other.0.as_slice());
        let mut sum = 0.0;
        while let (Some((x, wx)), Some((y, wy))) = (a.first(), b.first()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => a = &a[1..],
                std::cmp::Ordering::Greater => b = &b[1..],
                std::cmp::Ordering::Equal => {
                    sum += wx * wy;
                    (a, b) = (&a[1..], &b[1..]);
                }
            }
        }
        sum
    }

    /// The sum of both, cut to the `most` heaviest terms.
    pub(super) fn plus(&self, other: &Self, most: usize) -> Self {
        let mut sum = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut a, mut b) = (self.0.as_slice(), other.0.as_slice());
        loop {
            match (a.first(), b.first()) {
                (Some(x), Some(y)) if x.0 == y.0 => {
                    sum.push((x.0, x.1 + y.1));
                    (a, b) = (&a[1..], &b[1..]);
                }
                (Some(x), y) if y.is_none_or(|y| x.0 < y.0) => {
                    sum.push(*x);
                    a = &a[1..];
                }
                (_, Some(y)) => {
                    sum.push(*y);
                    b = &b[1..];
                }
                (_, None) => break,
            }
        }
        if sum.len() > most {
            sum.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            sum.truncate(most);
            sum.sort_unstable_by_key(|(term, _)| *term);
        }
        Self(sum)
    }

    /// The `count` heaviest terms.
    pub(super) fn heaviest(&self, count: usize) -> Vec<(Term, f32)> {
        let mut terms = self.0.clone();
        terms.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(count);
        terms
    }
}
