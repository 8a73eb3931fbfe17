//! Quoted in one outlet, told in another's own words.
//!
//! ```text
//! A   “We have not changed our view of the toll,” Ms. Lee said.
//! B   Ms. Lee issued a statement saying that her view of the toll had not changed.
//! ```
//!
//! Candidates are the indirect quotations of the extraction and the unquoted parts of mixed ones. Words
//! alone cannot tell the same point from another on the same matter, so the same speaker must be credited
//! (or somebody described, when the words say more), and the shared words must be telling ones: they count by the square of their weight, names half, words
//! that only begin alike ("resign", "resignation") half. What the paragraphs around have in common is added.
//! A passage that prints the words themselves, only without quotation marks, needs no speaker.
//!
//! On news of the kind measured, about half of what is reported is what two readers marked as well;
//! a retelling that shares no telling word ("it would never happen") is not found.

use super::matching::{Likeness, Unit, match_words};
use super::names::{Agreement, Name, agreement};
use super::segments::{Bag, Segment, bag, shared_weight, units};
use super::vocabulary::{FoldedArticle, Rank, Vocabulary};
use crate::model::{Place, QuotationId, QuotationKind};
use crate::{Extraction, Span};

/// A quoted segment and the passage of another article that tells it without quotation marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Paraphrase {
    /// Index of the segment.
    pub segment: usize,
    /// The passage.
    pub place: Place,
    /// The quotation that the passage is content of; none where nobody is credited.
    pub quotation: Option<QuotationId>,
    /// How sure it is, 0 to 1.
    pub score: f64,
}

/// A text and what surrounds it, as the words that say something.
struct Telling {
    stems: Bag,
    roots: Bag,
    /// Stems of the paragraph around.
    around: Bag,
}

/// What an article attributes without quotation marks.
struct Passage {
    place: Place,
    quotation: QuotationId,
    speaker: Option<Name>,
    words: Telling,
}

/// Where the search looks and with what.
pub(super) struct Search<'a> {
    pub extractions: &'a [Extraction],
    pub segments: &'a [Segment],
    pub folded: &'a [FoldedArticle],
    pub vocabulary: &'a Vocabulary,
}

impl Search<'_> {
    /// For every segment and every other article the passage that tells it best, if one does; a passage
    /// tells one segment of an article at most. `is_linked` tells whether a segment has a quoted rendering
    /// in an article.
    pub(super) fn paraphrases(&self, is_linked: &dyn Fn(usize, usize) -> bool) -> Vec<Paraphrase> {
        let passages = self.passages();
        let mut likeness = Likeness::new(self.vocabulary);
        let mut found: Vec<Paraphrase> = Vec::new();
        for (at, segment) in self.segments.iter().enumerate() {
            let own = self.telling(segment.place.article, &segment.units, segment.words);
            for article in 0..self.extractions.len() {
                if article == segment.place.article || is_linked(at, article) {
                    continue;
                }
                if let Some(place) = self.unquoted(segment, article, &mut likeness) {
                    found.push(Paraphrase {
                        segment: at,
                        place,
                        quotation: None,
                        score: UNQUOTED,
                    });
                    continue;
                }
                let scored = passages
                    .iter()
                    .filter(|passage| passage.place.article == article);
                let scored =
                    scored.filter_map(|passage| Some((score(segment, &own, passage)?, passage)));
                let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
                found.extend(best.map(|(score, passage)| Paraphrase {
                    segment: at,
                    place: passage.place,
                    quotation: Some(passage.quotation),
                    score,
                }));
            }
        }
        self.keep_best_per_passage(found)
    }

    fn keep_best_per_passage(&self, found: Vec<Paraphrase>) -> Vec<Paraphrase> {
        let article = |paraphrase: &Paraphrase| self.segments[paraphrase.segment].place.article;
        let beaten = |one: &Paraphrase| {
            found.iter().any(|other| {
                other.quotation.is_some()
                    && other.place == one.place
                    && article(other) == article(one)
                    && (other.score, one.segment) > (one.score, other.segment)
            })
        };
        let beaten: Vec<bool> = found.iter().map(beaten).collect();
        let kept = found.into_iter().zip(beaten);
        kept.filter(|(_, beaten)| !beaten)
            .map(|(paraphrase, _)| paraphrase)
            .collect()
    }

    /// The place in `article` that prints the words of `segment` without quotation marks.
    fn unquoted(
        &self,
        segment: &Segment,
        article: usize,
        likeness: &mut Likeness,
    ) -> Option<Place> {
        if segment.telling < 3 || segment.units.len() < LONG_RUN {
            return None;
        }
        let text = &self.folded[article];
        text.paragraphs.iter().find_map(|paragraph| {
            let mut words = units(text, *paragraph, self.vocabulary);
            words.retain(|unit| !self.is_quoted(article, text.words[unit.first].span));
            if shared_weight(&segment.bag, &bag(&words)) < COPIED * segment.weight {
                return None;
            }
            let matching = match_words(&segment.units, &words, likeness);
            let (first, last) = (matching.steps.first()?, matching.steps.last()?);
            let is_copy = matching.weight >= COPIED * segment.weight
                && matching.longest_run().len() >= LONG_RUN;
            // Whole sentences, so that several segments of one passage find the same place.
            let start = words[..first.b]
                .iter()
                .rposition(|unit| unit.ends)
                .map_or(0, |at| at + 1);
            let end = (last.b..words.len())
                .find(|at| words[*at].ends)
                .unwrap_or(words.len() - 1);
            is_copy.then(|| Place {
                article,
                span: text.words[words[start].first]
                    .span
                    .join(text.words[words[end].last].span),
            })
        })
    }

    fn is_quoted(&self, article: usize, word: Span) -> bool {
        let quotations = &self.extractions[article].quotations;
        let mut segments = quotations.iter().flat_map(|quotation| &quotation.segments);
        segments.any(|segment| segment.contains(word))
    }

    fn passages(&self) -> Vec<Passage> {
        let mut passages = Vec::new();
        for (article, extraction) in self.extractions.iter().enumerate() {
            let told = extraction.quotations.iter().enumerate();
            for (index, quotation) in told.filter(|(_, told)| told.kind != QuotationKind::Direct) {
                let text = &self.folded[article];
                let speaker = quotation
                    .speaker
                    .as_ref()
                    .map(|speaker| Name::parse(&speaker.name));
                let cue = quotation.cue.as_ref().map(|cue| text.within(cue.span));
                for span in &quotation.content {
                    let words = text.within(*span);
                    let mut own = units(text, words, self.vocabulary);
                    own.retain(|unit| {
                        let word = text.words[unit.first].span;
                        !quotation
                            .segments
                            .iter()
                            .any(|segment| segment.contains(word))
                    });
                    if own.is_empty() {
                        continue;
                    }
                    // The verb may be the very point: "she apologised for the remark".
                    own.extend(
                        cue.map(|cue| units(text, cue, self.vocabulary))
                            .unwrap_or_default(),
                    );
                    passages.push(Passage {
                        place: Place {
                            article,
                            span: *span,
                        },
                        quotation: QuotationId { article, index },
                        speaker: speaker.clone(),
                        words: self.telling(article, &own, words),
                    });
                }
            }
        }
        passages
    }

    fn telling(&self, article: usize, own: &[Unit], words: (usize, usize)) -> Telling {
        let text = &self.folded[article];
        let around = units(text, text.paragraph(words.0), self.vocabulary);
        let bag = |units: &[Unit], key: &dyn Fn(&Unit) -> u32, weight: &dyn Fn(&Unit) -> f32| {
            let says = units.iter().filter(|unit| unit.rank > Rank::Function);
            let mut bag: Bag = says.map(|unit| (key(unit), weight(unit))).collect();
            bag.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            bag.dedup_by_key(|entry| entry.0);
            bag
        };
        let squared =
            |unit: &Unit| unit.weight * unit.weight * if unit.capital { 0.7 } else { 1.0 };
        Telling {
            stems: bag(own, &|unit| unit.stem, &squared),
            roots: bag(own, &|unit| self.vocabulary.root(unit.id), &squared),
            around: bag(&around, &|unit| unit.stem, &|unit| unit.weight),
        }
    }
}

/// Share of a segment's weight that a passage must print to be the same words without their marks.
const COPIED: f32 = 0.66;
/// Words in a row that such a passage must print.
const LONG_RUN: usize = 5;
/// How sure such a passage is.
const UNQUOTED: f64 = 0.95;
/// What shared words and surroundings must come to. The score that is reported is this over twice itself,
/// so that it begins at a half.
const ENOUGH: f32 = 1.3;
/// The same where the passage credits a description ("the mayor") that may stand for the speaker.
const ENOUGH_BY_ITSELF: f32 = 2.0;

/// How surely a passage tells a segment, from a half to 1; nothing when it does not.
fn score(segment: &Segment, own: &Telling, passage: &Passage) -> Option<f64> {
    let speaker = agreement(segment.speaker.as_ref(), passage.speaker.as_ref());
    let enough = match speaker {
        Agreement::Same => ENOUGH,
        Agreement::Open if passage.speaker.is_some() => ENOUGH_BY_ITSELF,
        _ => return None,
    };
    let sum = |bag: &Bag| bag.iter().map(|entry| entry.1).sum::<f32>();
    let shared = (shared_weight(&own.stems, &passage.words.stems)
        + shared_weight(&own.roots, &passage.words.roots))
        / 2.0;
    let lighter = sum(&own.stems).min(sum(&passage.words.stems)).max(0.6);
    let around = shared_weight(&own.around, &passage.words.around);
    let around = around / sum(&own.around).min(sum(&passage.words.around)).max(3.0);
    let total = shared.min(2.0) + 0.6 * (shared / lighter).min(1.0) + 2.0 * around;
    (total >= enough && shared > 0.0).then(|| f64::from((total / (2.0 * ENOUGH)).min(1.0)))
}
