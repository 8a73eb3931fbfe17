//! Sentences in which an outlet seems to speak for itself without saying so.
//!
//! ```text
//! The microphone is always on, a lesson that politicians never learn.      moral
//! The governor, who is hardly a stranger to scandal, said he was “sorry”.   mocking, charged
//! ```
//!
//! A sentence counts by its words of attitude outside what it reports of others, each class once, the
//! strongest first. Nothing is taken from inside quotation marks or from the content of indirect speech. A
//! sentence without any attribution speaks with the outlet's own voice and counts more.

use super::coverage::Coverage;
use crate::Span;
use crate::model::{Place, Remark, Tone, ToneClass};

/// Most remarks per article.
const MOST: usize = 3;
/// Weight from which a sentence is shown.
const LEAST: f64 = 3.0;

/// The remarks of all articles, in order of article and text.
pub(super) fn remarks(coverage: &Coverage) -> Vec<Remark> {
    let mut all = Vec::new();
    for article in 0..coverage.articles.len() {
        let mut own = of_article(coverage, article);
        own.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.place.cmp(&b.place)));
        own.truncate(MOST);
        own.sort_by_key(|remark| remark.place);
        all.extend(own);
    }
    all
}

fn of_article(coverage: &Coverage, article: usize) -> Vec<Remark> {
    let extraction = &coverage.extractions[article];
    let narration = &extraction.narration;
    let reported: Vec<Span> = extraction
        .quotations
        .iter()
        .flat_map(|quotation| &quotation.content)
        .copied()
        .collect();
    let marked = |span: Span| {
        let mut commentary = extraction.commentary.iter();
        commentary.any(|comment| comment.span.overlap(span) > 0)
    };
    let mut remarks = Vec::new();
    let mut tones = narration.tones.as_slice();
    for (index, sentence) in narration.sentences.iter().enumerate() {
        let count = tones.iter().take_while(|tone| tone.sentence == index).count();
        let (own, rest) = tones.split_at(count);
        tones = rest;
        if marked(sentence.span) {
            continue;
        }
        let free = |tone: &&Tone| !reported.iter().any(|span| span.overlap(tone.span) > 0);
        let own: Vec<&Tone> = own.iter().filter(free).collect();
        let is_attributed = coverage.quotations_at(article, sentence.span).next().is_some();
        let is_last = index + 1 == narration.sentences.len();
        let weight = weight(&own, is_attributed) + if is_last && !own.is_empty() { 0.5 } else { 0.0 };
        if weight >= LEAST {
            remarks.push(Remark {
                place: Place {
                    article,
                    span: sentence.span,
                },
                triggers: own.iter().map(|tone| (tone.span, tone.class)).collect(),
                weight,
            });
        }
    }
    remarks
}

/// What the words of attitude of one sentence weigh.
fn weight(tones: &[&Tone], is_attributed: bool) -> f64 {
    if tones.is_empty() {
        return 0.0;
    }
    let mut strengths: Vec<f64> = tones.iter().map(|tone| f64::from(tone.strength) * class_weight(tone.class)).collect();
    strengths.sort_by(|a, b| b.total_cmp(a));
    // The second and third word add less than the first: a long sentence has more of everything.
    let sum: f64 = (1..).zip(&strengths).map(|(rank, strength)| strength / f64::from(rank)).sum();
    sum + if is_attributed { 0.0 } else { 0.7 }
}

fn class_weight(class: ToneClass) -> f64 {
    match class {
        ToneClass::Judging | ToneClass::Mocking | ToneClass::Moral => 1.0,
        ToneClass::Reserve | ToneClass::Motive => 0.9,
        ToneClass::Charged | ToneClass::Address | ToneClass::Certain => 0.8,
        ToneClass::Doubting | ToneClass::Hedged => 0.7,
    }
}
