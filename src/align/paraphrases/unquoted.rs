//! Passages that print the words of a segment without quotation marks.
//!
//! ```text
//! A   “At least respect the part you play.”
//! B   … try showing a little class. At least respect the part you play. Then again …
//! ```
//!
//! An outlet that sets a long statement apart prints it without marks. The words decide, so no speaker is
//! needed. The cost is near-linear: only paragraphs that share runs of three words are compared.

use rustc_hash::FxHashSet;

use super::{Paraphrase, Search};
use crate::Span;
use crate::align::matching::{Likeness, Unit, match_words};
use crate::align::meetings::{meetings, postings};
use crate::align::names::Agreement;
use crate::align::segments::{Bag, Segment, bag, runs, shared_weight, units};
use crate::model::Place;

/// Share of a segment's weight that a passage must print to be the same words without their marks.
const COPIED: f32 = 0.66;
/// Words in a row that such a passage must print.
const LONG_RUN: usize = 5;
/// How sure such a passage is.
const UNQUOTED: f64 = 0.95;

/// The words of a paragraph outside quotation marks.
struct Narration {
    article: usize,
    units: Vec<Unit>,
    bag: Bag,
    runs: Vec<u64>,
}

/// For every segment and article that has no quoted rendering of it the passage that prints its words.
pub(super) fn unquoted(
    search: &Search,
    is_linked: &dyn Fn(usize, usize) -> bool,
) -> Vec<Paraphrase> {
    let narrations = narrations(search);
    let long = |segment: &&Segment| segment.telling >= 3 && segment.units.len() >= LONG_RUN;
    let own = postings(search.segments.iter().map(|segment| {
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
    let mut likeness = Likeness::new(search.vocabulary);
    let mut found: Vec<Paraphrase> = Vec::new();
    for (at, narration) in meetings(&own, &theirs, LONG_RUN - 2) {
        let (segment, narration) = (&search.segments[at], &narrations[narration]);
        let article = narration.article;
        let is_known = |copy: &Paraphrase| copy.segment == at && copy.place.article == article;
        if article == segment.place.article
            || found.last().is_some_and(is_known)
            || is_linked(at, article)
            || shared_weight(&segment.bag, &narration.bag) < COPIED * segment.distinct
        {
            continue;
        }
        let printed = printed(search, segment, narration, &mut likeness);
        found.extend(printed.map(|span| Paraphrase {
            segment: at,
            place: Place { article, span },
            quotation: None,
            score: UNQUOTED,
            speaker: Agreement::Open,
            around: 0.0,
        }));
    }
    found
}

fn narrations(search: &Search) -> Vec<Narration> {
    let mut narrations = Vec::new();
    for (article, text) in search.folded.iter().enumerate() {
        let quotations = search.extractions[article].quotations.iter();
        let quoted: FxHashSet<usize> = quotations
            .flat_map(|quotation| &quotation.segments)
            .flat_map(|segment| {
                let (from, to) = text.within(*segment);
                from..to
            })
            .collect();
        for paragraph in &text.paragraphs {
            let mut units = units(text, *paragraph, search.vocabulary);
            units.retain(|unit| !quoted.contains(&unit.first));
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

/// The sentences of a paragraph that print the words of `segment`.
fn printed(
    search: &Search,
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
    let text = &search.folded[narration.article].words;
    is_copy.then(|| {
        text[words[start].first]
            .span
            .join(text[words[end].last].span)
    })
}
