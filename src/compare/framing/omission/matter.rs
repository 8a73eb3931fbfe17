//! What an article lacks, as a finding.

use super::super::ordered;
use super::{ANSWER, Absence, MOST_PASSAGES};
use crate::align::sentences::SentenceId;
use crate::model::{Framing, FramingKind};

/// Passages about one matter that one article lacks.
pub(super) struct Matter {
    /// The article, or the largest number where all others do.
    pub missing_in: usize,
    /// The passages.
    pub sentences: Vec<SentenceId>,
    /// Stems with their weights that the article lacks.
    pub missing: Vec<(u32, f32)>,
}

impl Absence<'_, '_> {
    /// The finding: its weight is `carried`, what the matter weighs for those who tell it, with what its missing words
    /// weigh and how early it stands.
    pub(super) fn framing(&self, mut matter: Matter, carried: f64) -> Framing {
        let coverage = self.coverage;
        matter.sentences.sort_unstable();
        matter.sentences.dedup();
        matter.missing.sort_by_key(|(stem, _)| *stem);
        matter.missing.dedup_by_key(|(stem, _)| *stem);
        let weight: f32 = matter.missing.iter().map(|(_, weight)| weight).sum();
        let earliest = matter
            .sentences
            .iter()
            .map(|id| coverage.position(id.article, coverage.place(*id).span.start))
            .fold(1.0, f64::min);
        let answers = matter.sentences.iter().any(|id| self.answers(*id));
        let mut places = Vec::new();
        let mut taken = vec![0; coverage.articles.len()];
        for id in &matter.sentences {
            taken[id.article] += 1;
            if taken[id.article] <= MOST_PASSAGES {
                places.push(coverage.place(*id));
            }
        }
        let carrying: Vec<usize> = matter.sentences.iter().map(|id| id.article).collect();
        let missing_in: Vec<usize> = match matter.missing_in {
            usize::MAX => (0..coverage.articles.len())
                .filter(|at| carrying.iter().all(|own| self.is_another(*own, *at)))
                .collect(),
            article => vec![article],
        };
        let about = self.words(&matter);
        Framing {
            kind: FramingKind::Omission,
            note: coverage.texts.not_found_in(coverage.outlets(&missing_in)),
            about,
            places: ordered(places),
            is_clear: true,
            missing_in,
            weight: carried
                + f64::from(weight).sqrt()
                + 0.8 * (1.0 - earliest)
                + if answers { ANSWER } else { 0.0 },
        }
    }

    /// The words that a matter, whose stems are in order, turns on, as its passages print them: those that it
    /// repeats, names first.
    fn words(&self, matter: &Matter) -> String {
        let coverage = self.coverage;
        let vocabulary = &coverage.alignment.vocabulary;
        let mut words: Vec<(usize, bool, u32, &str)> = Vec::new();
        for id in &matter.sentences {
            let folded = &coverage.alignment.folded[id.article];
            let (from, to) = folded.within(coverage.place(*id).span);
            for word in &folded.words[from..to] {
                let stem = coverage.sentences.stem(vocabulary.stem(word.id));
                let missing = matter
                    .missing
                    .binary_search_by_key(&stem, |(stem, _)| *stem);
                if missing.is_err() || vocabulary.is_number(word.id) {
                    continue;
                }
                match words.iter_mut().find(|(.., known, _)| *known == stem) {
                    Some((count, ..)) => *count += 1,
                    None => words.push((
                        1,
                        word.capital,
                        stem,
                        word.span.slice(&coverage.articles[id.article].text),
                    )),
                }
            }
        }
        words.sort_by_key(|(count, capital, ..)| (std::cmp::Reverse(*count), !capital));
        words.truncate(4);
        let printed: Vec<&str> = words.iter().map(|(.., word)| *word).collect();
        printed.join(", ")
    }
}
