//! What a text tells: the words that say something, and which of them it negates.
//!
//! ```text
//! We have not changed our view of the toll.      told: changed (negated), view, toll
//! ```

use super::Search;
use crate::align::matching::Unit;
use crate::align::segments::{Bag, units};
use crate::align::vocabulary::Rank;

/// A text and what surrounds it, as the words that say something.
pub(super) struct Telling {
    /// What it says, with the squares of the weights: the concept of a word that others may stand in for, of any other
    /// how it begins.
    pub meanings: Bag,
    /// The keys of those meanings that stand behind a "not", ascending.
    pub negated: Vec<u32>,
    /// Stems of the paragraph around.
    pub around: Bag,
}

/// What a word with a capital or an everyday word counts beside another: names are shared by all that an event has
/// to say, everyday words by all that is said.
const EVERYDAY: f32 = 0.7;

/// Words behind a negation that it may reach: "has not, the governor said, changed".
const REACH: usize = 5;

/// How two texts negate the words that both hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Negation {
    /// Neither negates one.
    Neither,
    /// Both negate the same one.
    Both,
    /// One negates what the other affirms.
    One,
}

impl Telling {
    /// Turns what is affirmed into what is negated: the words of a denial.
    pub(super) fn deny(&mut self) {
        let keys = self.meanings.iter().map(|entry| entry.0);
        self.negated = keys
            .filter(|key| self.negated.binary_search(key).is_err())
            .collect();
    }

    /// How both negate what they share.
    pub(super) fn negation(&self, other: &Self) -> Negation {
        let holds = |telling: &Self, key: &u32| {
            let at = |entry: &(u32, f32)| entry.0.cmp(key);
            telling.meanings.binary_search_by(at).is_ok()
        };
        let negates = |telling: &Self, key: &u32| telling.negated.binary_search(key).is_ok();
        if self.negated.iter().any(|key| negates(other, key)) {
            Negation::Both
        } else if self.negated.iter().any(|key| holds(other, key))
            || other.negated.iter().any(|key| holds(self, key))
        {
            Negation::One
        } else {
            Negation::Neither
        }
    }
}

impl Search<'_> {
    /// What the words `own` of an article tell; `words` is the place whose paragraph surrounds them.
    pub(super) fn telling(&self, article: usize, own: &[Unit], words: (usize, usize)) -> Telling {
        let text = &self.folded[article];
        let (from, to) = text.paragraph(words.0);
        let around = units(text, (from, to), self.vocabulary);
        let squared = |unit: &Unit| {
            let is_shared_by_all = unit.capital || self.vocabulary.is_plain(unit.id);
            let share = if is_shared_by_all { EVERYDAY } else { 1.0 };
            unit.weight * unit.weight * share
        };
        let meaning = |unit: &Unit| self.vocabulary.meaning_at(text, unit);
        Telling {
            meanings: telling_bag(own, &meaning, &squared),
            negated: self.negated(own, &meaning),
            around: telling_bag(&around, &|unit| unit.stem, &|unit| unit.weight),
        }
    }

    /// The keys of the words that stand behind a negation.
    fn negated(&self, own: &[Unit], key: &dyn Fn(&Unit) -> u32) -> Vec<u32> {
        let negations = own
            .iter()
            .filter(|unit| self.vocabulary.is_negation(unit.id));
        let reach: Vec<usize> = negations.map(|unit| unit.last).collect();
        let is_reached = |unit: &&Unit| {
            let behind =
                |negation: &usize| (*negation + 1..=*negation + REACH).contains(&unit.first);
            unit.rank > Rank::Function && reach.iter().any(behind)
        };
        let mut negated: Vec<u32> = own.iter().filter(is_reached).map(key).collect();
        negated.sort_unstable();
        negated.dedup();
        negated
    }
}

/// The words that say something by `key`, each with the most that `weight` gives it.
fn telling_bag(units: &[Unit], key: &dyn Fn(&Unit) -> u32, weight: &dyn Fn(&Unit) -> f32) -> Bag {
    let says = units.iter().filter(|unit| unit.rank > Rank::Function);
    let mut bag: Bag = says.map(|unit| (key(unit), weight(unit))).collect();
    bag.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    bag.dedup_by_key(|entry| entry.0);
    bag
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(held: &[u32], negated: &[u32]) -> Telling {
        Telling {
            meanings: held.iter().map(|key| (*key, 1.0)).collect(),
            negated: negated.to_vec(),
            around: Bag::new(),
        }
    }

    #[test]
    fn what_both_negate_is_told_from_what_one_affirms() {
        let unchanged = telling(&[1, 2, 3], &[2]);
        assert_eq!(unchanged.negation(&telling(&[2, 5], &[2])), Negation::Both);
        assert_eq!(unchanged.negation(&telling(&[2, 5], &[])), Negation::One);
        assert_eq!(telling(&[2, 5], &[]).negation(&unchanged), Negation::One);
        assert_eq!(
            unchanged.negation(&telling(&[3, 5], &[5])),
            Negation::Neither
        );
    }

    #[test]
    fn a_denial_turns_its_words_round() {
        let mut denied = telling(&[1, 2], &[2]);
        denied.deny();
        assert_eq!(denied.negated, [1]);
    }
}
