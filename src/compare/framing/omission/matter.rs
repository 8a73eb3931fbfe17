//! What an article lacks, as a finding.

use super::super::ordered;
use super::{ANSWER, Absence, MOST_PASSAGES};
use crate::align::sentences::SentenceId;
use crate::model::{Framing, FramingKind, Place, Version};

/// Likeness from which two sentences are not plainly told by one outlet alone.
const LIKE: f32 = 0.2;
/// Least share of a sentence's weight that the articles without it lack, and that a single one does.
const LEAST_UNLIKE: f32 = 0.5;
const LEAST_UNLIKE_IN_ONE: f32 = 0.6;

/// Passages about one matter that one article lacks.
pub(super) struct Matter {
    /// The article, or the largest number where all others do.
    pub missing_in: usize,
    /// The passages.
    pub sentences: Vec<SentenceId>,
    /// Stems with their weights that the article lacks.
    pub missing: Vec<(u32, f32)>,
}

/// A finding whose words are sought when it is kept: most are not.
pub(super) struct Draft {
    pub(super) framing: Framing,
    /// What it is made of, with its first passage; nothing where its words are there.
    pub(super) matter: Option<(Matter, Option<Place>)>,
}

impl Absence<'_, '_> {
    /// The finding but for its words: its weight is `carried`, what the matter weighs for those who tell it, with what
    /// its missing words weigh and how early it stands.
    pub(super) fn draft(&self, mut matter: Matter, carried: f64) -> Draft {
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
        let first = places.first().copied();
        Draft {
            framing: Framing {
                kind: FramingKind::Omission,
                note: String::new(),
                about: String::new(),
                places: ordered(places),
                is_clear: false,
                versions: Vec::new(),
                missing_in,
                weight: carried
                    + f64::from(weight).sqrt()
                    + 0.8 * (1.0 - earliest)
                    + if answers { ANSWER } else { 0.0 },
            },
            matter: Some((matter, first)),
        }
    }

    /// The finding that a draft becomes.
    pub(super) fn worded(&self, draft: Draft) -> Framing {
        let Draft {
            mut framing,
            matter,
        } = draft;
        let Some((matter, first)) = matter else {
            return framing;
        };
        let coverage = self.coverage;
        framing.versions = self.unlike(&matter, &framing.missing_in);
        let told = framing.versions.first().map(|version| version.place);
        framing.about = told
            .or(first)
            .map_or_else(String::new, |place| coverage.quote(place));
        let lacking = coverage.outlets(&framing.missing_in);
        framing.note = coverage.texts.not_found_in(lacking);
        // What the articles without these words tell something like is not plainly missing there.
        framing.is_clear = !framing.versions.is_empty();
        framing
    }

    /// The passages of a matter that have no like in the articles `missing_in`, those first of which these lack most.
    fn unlike(&self, matter: &Matter, missing_in: &[usize]) -> Vec<Version> {
        let coverage = self.coverage;
        let least = match matter.missing_in {
            usize::MAX => LEAST_UNLIKE,
            // What two tell is known to the third more easily than what one does.
            _ => LEAST_UNLIKE_IN_ONE,
        };
        let mut found: Vec<(f32, SentenceId)> = Vec::new();
        for id in &matter.sentences {
            let is_known = missing_in.iter().any(|at| self.has_like(*id, *at));
            if is_known || self.is_own(*id) {
                continue;
            }
            let bag = &coverage.sentences.bags[id.article][id.index];
            let whole: f32 = bag.iter().map(|(_, weight)| weight).sum();
            let lacked = |stem: u32| !missing_in.iter().any(|at| self.stems[*at].contains(stem));
            let own: f32 = bag
                .iter()
                .filter(|(stem, _)| lacked(*stem))
                .map(|(_, weight)| weight)
                .sum();
            // Of a long sentence most can be known.
            let share = own / whole.max(f32::EPSILON);
            if share >= least {
                found.push((own * share, *id));
            }
        }
        found.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.cmp(second)));
        found.dedup_by_key(|(_, id)| *id);
        let version = |(_, id): (f32, SentenceId)| Version {
            place: coverage.place(id),
            count: 1,
        };
        found.into_iter().map(version).collect()
    }

    /// Whether an outlet speaks for itself in a sentence, or to its readers: nobody else can have it.
    fn is_own(&self, id: SentenceId) -> bool {
        let lexicon = self.coverage.lexicon(id.article);
        let place = self.coverage.place(id);
        let words = self.coverage.slice(place);
        let mut remarks = self.coverage.extractions[id.article].commentary.iter();
        remarks.any(|remark| remark.span.overlap(place.span) > 0)
            || lexicon.is_some_and(|lexicon| lexicon.appeals().opened_by(words).is_some())
    }

    /// Whether an article tells something like the sentence, or renders a statement that it prints words of.
    fn has_like(&self, id: SentenceId, article: usize) -> bool {
        let coverage = self.coverage;
        let mut links = coverage.sentences.with(id, article);
        if links.any(|link| link.symmetry >= LIKE) {
            return true;
        }
        let span = coverage.place(id).span;
        let statements = coverage.statements_at(id.article, span);
        let is_carried = |at: &usize| coverage.statements[*at].carried_by.contains(&article);
        statements.iter().any(is_carried)
    }
}
