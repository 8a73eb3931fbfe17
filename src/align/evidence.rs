//! What speaks for two segments being the same utterance.

use super::matching::{Matching, Unit};
use super::names::{Agreement, agreement};
use super::segments::{Segment, bag, shared_weight, units};
use super::vocabulary::{FoldedArticle, Rank, Vocabulary};

/// The measurements on which a pair is accepted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// Share of the lighter segment's weight that is matched.
    pub containment: f32,
    /// Matched weight as share of the weight of both together.
    pub symmetry: f32,
    /// Weight that is matched.
    pub weight: f32,
    /// How many matched words say something.
    pub telling: usize,
    /// Matched words that are content.
    pub content: usize,
    /// Words in the longest run, and its weight.
    pub run: usize,
    pub run_weight: f32,
    /// Words of the shorter segment.
    pub shorter: usize,
    /// Whether the same speaker is credited.
    pub speaker: Agreement,
    /// Whether one article names the other's speaker beside the words.
    pub linked: bool,
    /// How much the paragraphs around have in common, 0 to 1.
    pub context: f32,
}

impl Evidence {
    pub(crate) fn weigh(
        a: &Segment,
        b: &Segment,
        matching: &Matching,
        units: &(Vec<Unit>, Vec<Unit>),
        folded: &[FoldedArticle],
        vocabulary: &Vocabulary,
    ) -> Self {
        let weight = matching.weight;
        let (wa, wb): (f32, f32) = (
            units.0.iter().map(|u| u.weight).sum(),
            units.1.iter().map(|u| u.weight).sum(),
        );
        let run = matching.longest_run();
        let rank = |rank: Rank| {
            matching
                .steps
                .iter()
                .filter(|step| units.0[step.a].rank >= rank)
                .count()
        };
        Self {
            containment: weight / wa.min(wb).max(0.01),
            symmetry: weight / (wa + wb - weight).max(0.01),
            weight,
            telling: rank(Rank::Common),
            content: rank(Rank::Content),
            run: run.len(),
            run_weight: matching.steps[run]
                .iter()
                .map(|step| units.0[step.a].weight)
                .sum(),
            shorter: units.0.len().min(units.1.len()),
            speaker: agreement(a.speaker.as_ref(), b.speaker.as_ref()),
            linked: names_beside(a, b, folded, vocabulary)
                || names_beside(b, a, folded, vocabulary),
            context: context(a, b, matching, units, folded, vocabulary),
        }
    }

    pub(crate) fn accepts(&self) -> bool {
        if self.telling == 0 {
            return false;
        }
        let speaker_ok = self.speaker != Agreement::Different || self.linked;
        if self.shorter <= 3 {
            return speaker_ok && self.containment >= 0.8 && self.speaker == Agreement::Same
                || self.containment >= 0.8 && speaker_ok && self.context > 0.3;
        }
        let long_run = self.run >= 6 && self.run_weight >= 2.0;
        if !speaker_ok && !long_run {
            return false;
        }
        long_run || self.containment >= 0.66 && self.weight >= 0.8 || self.symmetry >= 0.45
    }

    pub(crate) fn score(&self) -> f64 {
        f64::from((self.containment / 0.84).max(self.symmetry / 0.5)).min(1.0)
    }
}

/// Whether the paragraph of `b` holds the last word of the name of `a`'s speaker.
fn names_beside(
    a: &Segment,
    b: &Segment,
    folded: &[FoldedArticle],
    vocabulary: &Vocabulary,
) -> bool {
    let Some(name) = a.speaker.as_ref().filter(|name| name.is_name()) else {
        return false;
    };
    let Some(last) = name.words().last() else {
        return false;
    };
    let article = &folded[b.place.article];
    let (from, to) = article.paragraph(b.words.0);
    article.words[from..to].iter().any(|word| {
        let text = vocabulary.text(word.id);
        word.capital && text.trim_end_matches('s') == last.trim_end_matches('s')
    })
}

fn context(
    a: &Segment,
    b: &Segment,
    matching: &Matching,
    own: &(Vec<Unit>, Vec<Unit>),
    folded: &[FoldedArticle],
    vocabulary: &Vocabulary,
) -> f32 {
    let around = |segment: &Segment| {
        let article = &folded[segment.place.article];
        let all = units(article, article.paragraph(segment.words.0), vocabulary);
        let mut bag = bag(&all);
        bag.retain(|(stem, weight)| {
            *weight > 0.2
                && !matching
                    .steps
                    .iter()
                    .any(|step| own.0[step.a].stem == *stem || own.1[step.b].stem == *stem)
        });
        bag
    };
    let (x, y) = (around(a), around(b));
    let sum = |bag: &[(u32, f32)]| bag.iter().map(|entry| entry.1).sum::<f32>();
    shared_weight(&x, &y) / sum(&x).min(sum(&y)).max(0.5)
}
