//! Passages that one article lacks: told by two others, or by one outlet alone.

use super::super::super::coverage::Coverage;
use super::matter::{Draft, Matter};
use super::{Absence, MOST_PASSAGES};
use crate::align::sentences::SentenceId;

/// Pairs of sentences of two outlets that are looked for in a third, those with most in common. With many
/// outlets the strongest tell what there is, and all of them would cost the cube of the outlets.
const MOST_LINKS: usize = 4000;
/// Least share of what two passages have in common that the third article lacks.
const LEAST_NOVEL: f32 = 0.34;
/// Least weight of it.
const LEAST_MISSING: f32 = 1.2;
/// Findings of one outlet alone, per outlet.
const MOST_ALONE: usize = 2;

impl Absence<'_, '_> {
    /// What two outlets tell and a third lacks.
    pub(super) fn passages(&self) -> Vec<Draft> {
        let count = self.coverage.articles.len();
        let mut matters: Vec<Vec<Matter>> = (0..count).map(|_| Vec::new()).collect();
        let mut links: Vec<_> = self.coverage.sentences.links.iter().collect();
        links.sort_by(|x, y| {
            y.shared
                .total_cmp(&x.shared)
                .then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        links.truncate(MOST_LINKS);
        for link in links {
            if link.symmetry < 0.1 || self.is_one_voice(link.a.article, link.b.article) {
                continue;
            }
            let shared = self.shared(link.a, link.b);
            let compared = self.coverage.sentences.partners.of(link.a.article);
            let is_third = |at: &usize| *at != link.b.article && !self.coverage.is_apart(*at);
            for third in compared.iter().copied().filter(is_third) {
                let missing = self.missing(&shared, third);
                let weight: f32 = missing.iter().map(|(_, weight)| weight).sum();
                let told = self.is_told(link.a, third) || self.is_told(link.b, third);
                if weight < LEAST_MISSING || weight < LEAST_NOVEL * link.shared || told {
                    continue;
                }
                let same = |matter: &&mut Matter| {
                    matter.sentences.contains(&link.a)
                        || matter.sentences.contains(&link.b)
                        || common_weight(&matter.missing, &missing) >= 0.8
                };
                match matters[third].iter_mut().find(same) {
                    Some(matter) => {
                        matter.sentences.extend([link.a, link.b]);
                        matter.missing.extend(missing);
                    }
                    None => matters[third].push(Matter {
                        missing_in: third,
                        sentences: vec![link.a, link.b],
                        missing,
                    }),
                }
            }
        }
        matters
            .into_iter()
            .flatten()
            .map(|matter| self.draft(matter, 2.0))
            .collect()
    }

    /// What one outlet tells and no other has a sentence for.
    pub(super) fn alone(&self) -> Vec<Draft> {
        let count = self.coverage.articles.len();
        let mut found = Vec::new();
        let holders = self.holders();
        for article in 0..count {
            let copies: Vec<usize> = (0..count)
                .filter(|other| *other != article && !self.is_another(article, *other))
                .collect();
            if copies.len() + 1 == count {
                continue;
            }
            let is_own = |stem: &u32| {
                let holding = copies.iter().filter(|at| self.stems[**at].contains(*stem));
                holders[*stem as usize] == 1 + holding.count()
            };
            let mut matters: Vec<Matter> = Vec::new();
            for index in 0..self.coverage.sentences.bags[article].len() {
                let id = SentenceId { article, index };
                let mut compared = self.coverage.sentences.partners.of(article).iter();
                if compared.any(|at| self.is_another(article, *at) && self.is_told(id, *at)) {
                    continue;
                }
                let own = &self.coverage.sentences.bags[article][index];
                let missing: Vec<(u32, f32)> = own
                    .iter()
                    .filter(|(stem, weight)| *weight >= 0.3 && is_own(stem))
                    .copied()
                    .collect();
                let weight: f32 = missing.iter().map(|(_, weight)| weight).sum();
                if weight < 2.0 * LEAST_MISSING {
                    continue;
                }
                let near = |matter: &&mut Matter| {
                    let follows = matter
                        .sentences
                        .last()
                        .is_some_and(|last| last.index + 1 == index);
                    matter.sentences.len() < MOST_PASSAGES
                        && (follows && paragraph_gap(self.coverage, &matter.sentences, id) <= 1
                            || common_weight(&matter.missing, &missing) >= 0.8)
                };
                match matters.iter_mut().find(near) {
                    Some(matter) => {
                        matter.sentences.push(id);
                        matter.missing.extend(missing);
                    }
                    None => matters.push(Matter {
                        missing_in: usize::MAX,
                        sentences: vec![id],
                        missing,
                    }),
                }
            }
            let mut own: Vec<Draft> = matters
                .into_iter()
                .map(|matter| self.draft(matter, 0.0))
                .collect();
            own.sort_by(|a, b| a.framing.by_weight(&b.framing));
            own.truncate(MOST_ALONE);
            found.extend(own);
        }
        found
    }

    /// The stems that two sentences share, with their weights.
    fn shared(&self, a: SentenceId, b: SentenceId) -> Vec<(u32, f32)> {
        let bag = |id: SentenceId| &self.coverage.sentences.bags[id.article][id.index];
        let other = bag(b);
        let holds = |stem: u32| other.binary_search_by_key(&stem, |entry| entry.0).is_ok();
        bag(a)
            .iter()
            .filter(|(stem, _)| holds(*stem))
            .copied()
            .collect()
    }

    fn missing(&self, shared: &[(u32, f32)], article: usize) -> Vec<(u32, f32)> {
        let lacks = |stem: &u32| !self.stems[article].contains(*stem);
        shared
            .iter()
            .filter(|(stem, weight)| *weight >= 0.3 && lacks(stem))
            .copied()
            .collect()
    }
}

fn common_weight(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let known = |stem: &u32| a.iter().any(|(other, _)| other == stem);
    let shared = b.iter().filter(|(stem, _)| known(stem));
    shared.map(|(_, weight)| weight).sum()
}

/// Paragraphs from the last of `sentences` to `next`.
fn paragraph_gap(coverage: &Coverage, sentences: &[SentenceId], next: SentenceId) -> usize {
    let paragraph = |id: SentenceId| coverage.narration(id.article).sentences[id.index].paragraph;
    sentences
        .last()
        .map_or(0, |last| paragraph(next).saturating_sub(paragraph(*last)))
}
