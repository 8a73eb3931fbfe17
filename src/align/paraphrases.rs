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

use rustc_hash::{FxHashMap, FxHashSet};

use super::matching::{Likeness, Unit, match_words};
use super::names::{Agreement, Name, agreement};
use super::segments::{Bag, Segment, bag, runs, shared_weight, units};
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

/// The words of a paragraph outside quotation marks.
struct Narration {
    article: usize,
    units: Vec<Unit>,
    bag: Bag,
    runs: Vec<u64>,
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
        let mut found = self.unquoted(is_linked);
        let printed: FxHashSet<(usize, usize)> = found
            .iter()
            .map(|copy| (copy.segment, copy.place.article))
            .collect();
        let retold = self.retold(&|segment, article| {
            is_linked(segment, article) || printed.contains(&(segment, article))
        });
        found.extend(self.best_of_passages(retold));
        found.sort_by_key(|paraphrase| (paraphrase.segment, paraphrase.place));
        found
    }

    /// Passages that print the words of a segment without quotation marks.
    fn unquoted(&self, is_linked: &dyn Fn(usize, usize) -> bool) -> Vec<Paraphrase> {
        let narrations = self.narrations();
        let long = |segment: &&Segment| segment.telling >= 3 && segment.units.len() >= LONG_RUN;
        let own = postings(self.segments.iter().map(|segment| {
            let runs = Some(segment)
                .filter(long)
                .map(|segment| segment.runs.iter().copied());
            runs.into_iter().flatten()
        }));
        let theirs = postings(
            narrations
                .iter()
                .map(|narration| narration.runs.iter().copied()),
        );
        let mut likeness = Likeness::new(self.vocabulary);
        let mut found: Vec<Paraphrase> = Vec::new();
        for (at, narration) in meetings(&own, &theirs, LONG_RUN - 2) {
            let (segment, narration) = (&self.segments[at], &narrations[narration]);
            let article = narration.article;
            let is_known = |copy: &Paraphrase| copy.segment == at && copy.place.article == article;
            if article == segment.place.article
                || found.last().is_some_and(is_known)
                || is_linked(at, article)
                || shared_weight(&segment.bag, &narration.bag) < COPIED * segment.distinct
            {
                continue;
            }
            let printed = self.printed(segment, narration, &mut likeness);
            found.extend(printed.map(|span| Paraphrase {
                segment: at,
                place: Place { article, span },
                quotation: None,
                score: UNQUOTED,
            }));
        }
        found
    }

    fn narrations(&self) -> Vec<Narration> {
        let mut narrations = Vec::new();
        for (article, text) in self.folded.iter().enumerate() {
            for paragraph in &text.paragraphs {
                let mut units = units(text, *paragraph, self.vocabulary);
                units.retain(|unit| !self.is_quoted(article, text.words[unit.first].span));
                narrations.push(Narration {
                    article,
                    bag: bag(&units),
                    runs: runs(&units),
                    units,
                });
            }
        }
        narrations
    }

    fn is_quoted(&self, article: usize, word: Span) -> bool {
        let quotations = &self.extractions[article].quotations;
        let mut segments = quotations.iter().flat_map(|quotation| &quotation.segments);
        segments.any(|segment| segment.contains(word))
    }

    /// The sentences of a paragraph that print the words of `segment`.
    fn printed(
        &self,
        segment: &Segment,
        narration: &Narration,
        likeness: &mut Likeness,
    ) -> Option<Span> {
        let words = &narration.units;
        let matching = match_words(&segment.units, words, likeness);
        let (first, last) = (matching.steps.first()?, matching.steps.last()?);
        let is_copy =
            matching.weight >= COPIED * segment.weight && matching.longest_run().len() >= LONG_RUN;
        // Whole sentences, so that several segments of one passage find the same place.
        let start = words[..first.b]
            .iter()
            .rposition(|unit| unit.ends)
            .map_or(0, |at| at + 1);
        let end = (last.b..words.len())
            .find(|at| words[*at].ends)
            .unwrap_or(words.len() - 1);
        let text = &self.folded[narration.article].words;
        is_copy.then(|| {
            text[words[start].first]
                .span
                .join(text[words[end].last].span)
        })
    }

    /// The best passage of every article for every segment.
    fn retold(&self, is_known: &dyn Fn(usize, usize) -> bool) -> Vec<Paraphrase> {
        let passages = self.passages();
        let roots = |words: &Telling| -> Vec<u64> {
            words
                .roots
                .iter()
                .map(|(root, _)| u64::from(*root))
                .collect()
        };
        let own: Vec<Telling> = match passages.len() {
            0 => Vec::new(),
            _ => self
                .segments
                .iter()
                .map(|segment| self.telling_of(segment))
                .collect(),
        };
        let near = meetings(
            &postings(own.iter().map(|words| roots(words).into_iter())),
            &postings(
                passages
                    .iter()
                    .map(|passage| roots(&passage.words).into_iter()),
            ),
            1,
        );
        let mut found: Vec<Paraphrase> = Vec::new();
        for (at, passage) in near {
            let (segment, passage) = (&self.segments[at], &passages[passage]);
            let article = passage.place.article;
            if article == segment.place.article || is_known(at, article) {
                continue;
            }
            let Some(score) = score(segment, &own[at], passage) else {
                continue;
            };
            let told = Paraphrase {
                segment: at,
                place: passage.place,
                quotation: Some(passage.quotation),
                score,
            };
            match found.last_mut() {
                Some(last) if last.segment == at && last.place.article == article => {
                    if score > last.score {
                        *last = told;
                    }
                }
                _ => found.push(told),
            }
        }
        found
    }

    fn telling_of(&self, segment: &Segment) -> Telling {
        self.telling(segment.place.article, &segment.units, segment.words)
    }

    /// Of several segments of one article that a passage tells, the one that it tells best.
    fn best_of_passages(&self, found: Vec<Paraphrase>) -> Vec<Paraphrase> {
        let key = |one: &Paraphrase| (one.place, self.segments[one.segment].place.article);
        let mut best: FxHashMap<(Place, usize), (f64, usize)> = FxHashMap::default();
        for one in &found {
            let entry = best.entry(key(one)).or_insert((one.score, one.segment));
            if one.score > entry.0 {
                *entry = (one.score, one.segment);
            }
        }
        let is_best = |one: &Paraphrase| {
            best.get(&key(one))
                .is_some_and(|(_, at)| *at == one.segment)
        };
        found.into_iter().filter(is_best).collect()
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
        let squared = |unit: &Unit| {
            let share = if unit.capital { NAME } else { 1.0 };
            unit.weight * unit.weight * share
        };
        Telling {
            stems: bag(own, &|unit| unit.stem, &squared),
            roots: bag(own, &|unit| self.vocabulary.root(unit.id), &squared),
            around: bag(&around, &|unit| unit.stem, &|unit| unit.weight),
        }
    }
}

/// Keys with the texts that hold them.
type Postings = Vec<(u64, u32)>;

fn postings<K: Iterator<Item = u64>>(texts: impl Iterator<Item = K>) -> Postings {
    let mut postings = Postings::new();
    for (at, keys) in texts.enumerate() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        postings.extend(keys.map(|key| (key, at)));
    }
    postings.sort_unstable();
    postings
}

/// The texts of both sides that share at least `least` keys, in order; keys that more than [`WIDESPREAD`]
/// texts of the second side hold are left out.
fn meetings(a: &Postings, b: &Postings, least: usize) -> Vec<(usize, usize)> {
    let mut met: Vec<(u32, u32)> = Vec::new();
    let mut lists = b.chunk_by(|x, y| x.0 == y.0).peekable();
    for own in a.chunk_by(|x, y| x.0 == y.0) {
        while lists.next_if(|list| list[0].0 < own[0].0).is_some() {}
        let Some(list) = lists.peek().filter(|list| list[0].0 == own[0].0) else {
            continue;
        };
        if list.len() <= WIDESPREAD {
            met.extend(
                own.iter()
                    .flat_map(|(_, x)| list.iter().map(move |(_, y)| (*x, *y))),
            );
        }
    }
    met.sort_unstable();
    let often = met
        .chunk_by(|x, y| x == y)
        .filter(|same| same.len() >= least);
    often
        .map(|same| (same[0].0 as usize, same[0].1 as usize))
        .collect()
}

/// Texts that may hold a word for it to lead to them.
const WIDESPREAD: usize = 200;
/// What a word with a capital counts beside another: names are shared by all that an event has to say.
const NAME: f32 = 0.7;
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
