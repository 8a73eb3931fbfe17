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
use crate::model::{CueGroup, Place, Remark, Tone, ToneClass};

/// Most remarks of one article.
const MOST: usize = 7;
/// Most remarks per three articles.
const MOST_OF_EVENT: usize = 13;
/// Share of its weight that the weaker of two neighbours adds to the other.
const JOINED: f64 = 0.2;
/// Weight from which a sentence is shown.
const LEAST: f64 = 0.8;

/// The remarks of all articles, in order of article and text; at most `room` per three articles.
pub(super) fn remarks(coverage: &Coverage, room: usize) -> Vec<Remark> {
    let mut all = Vec::new();
    for article in 0..coverage.articles.len() {
        let mut own = of_article(coverage, article);
        own.sort_by(Remark::by_weight);
        own.truncate(MOST);
        all.extend(own);
    }
    all.sort_by(Remark::by_weight);
    all.truncate(MOST_OF_EVENT.min(room) * coverage.articles.len().div_ceil(3));
    all.sort_by_key(|remark| remark.place);
    all
}

fn of_article(coverage: &Coverage, article: usize) -> Vec<Remark> {
    let extraction = &coverage.extractions[article];
    let narration = &extraction.narration;
    let reported = Reported::of(coverage, article);
    let marked = |span: Span| {
        let mut commentary = extraction.commentary.iter();
        commentary.any(|comment| comment.span.overlap(span) > 0)
    };
    let mut remarks: Vec<Remark> = Vec::new();
    // The paragraph of the last remark and the sentence behind it.
    let mut last = None;
    let mut tones = narration.tones.as_slice();
    for (index, sentence) in narration.sentences.iter().enumerate() {
        let count = tones
            .iter()
            .take_while(|tone| tone.sentence == index)
            .count();
        let (own, rest) = tones.split_at(count);
        tones = rest;
        if marked(sentence.span) {
            continue;
        }
        let own: Vec<(&Tone, f64)> = own
            .iter()
            .map(|tone| (tone, reported.share(tone.span)))
            .filter(|(_, share)| *share > 0.0)
            .collect();
        let weight = if own.is_empty() {
            0.0
        } else {
            tone_weight(&own) + voice_weight(coverage, article, sentence.span)
        };
        if weight >= LEAST {
            let remark = Remark {
                place: Place {
                    article,
                    span: sentence.span,
                },
                triggers: own
                    .iter()
                    .map(|(tone, _)| (tone.span, tone.class))
                    .collect(),
                weight,
            };
            let before = remarks
                .last_mut()
                .filter(|_| last == Some((sentence.paragraph, index)));
            match before {
                Some(before) => join(before, remark),
                None => remarks.push(remark),
            }
            last = Some((sentence.paragraph, index + 1));
        }
    }
    remarks
}

/// Adds a remark to the one in the sentence before it: the outlet goes on speaking for itself.
fn join(before: &mut Remark, next: Remark) {
    before.place.span = before.place.span.join(next.place.span);
    before.triggers.extend(next.triggers);
    let (weaker, stronger) = (
        before.weight.min(next.weight),
        before.weight.max(next.weight),
    );
    before.weight = stronger + JOINED * weaker;
}

/// What an article reports as others' words.
struct Reported {
    /// What stands inside quotation marks, and the content of indirect speech up to its first comma.
    certain: Vec<Span>,
    /// Thoughts and wishes, and the content of indirect speech behind its first comma, where the outlet may have taken
    /// over again ("said he would run, his latest surprise").
    uncertain: Vec<Span>,
}

impl Reported {
    fn of(coverage: &Coverage, article: usize) -> Self {
        let text = &coverage.articles[article].text;
        let mut reported = Self {
            certain: Vec::new(),
            uncertain: Vec::new(),
        };
        for quotation in &coverage.extractions[article].quotations {
            reported.certain.extend(&quotation.segments);
            // "seems to relish the outrage": what somebody thinks is often what the outlet reads in them.
            if quotation.is_thought() {
                reported.uncertain.extend(&quotation.content);
                continue;
            }
            for content in &quotation.content {
                let comma = content.slice(text).find(", ").map(|at| content.start + at);
                let is_quoted = quotation
                    .segments
                    .iter()
                    .any(|segment| content.contains(*segment));
                match comma.filter(|_| !is_quoted) {
                    Some(comma) => {
                        reported.certain.push(Span::new(content.start, comma));
                        reported.uncertain.push(Span::new(comma, content.end));
                    }
                    None => reported.certain.push(*content),
                }
            }
        }
        reported
    }

    /// How much of a word's weight counts as the outlet's.
    fn share(&self, span: Span) -> f64 {
        let inside = |spans: &[Span]| spans.iter().any(|other| other.overlap(span) > 0);
        if inside(&self.certain) {
            0.0
        } else if inside(&self.uncertain) {
            0.6
        } else {
            1.0
        }
    }
}

/// What the words of attitude of one sentence weigh.
fn tone_weight(tones: &[(&Tone, f64)]) -> f64 {
    let mut strengths: Vec<f64> = tones
        .iter()
        .map(|(tone, share)| f64::from(tone.strength) * class_weight(tone.class) * share)
        .collect();
    strengths.sort_by(|a, b| b.total_cmp(a));
    // The second and third word add less than the first: a long sentence has more of everything.
    (1..)
        .zip(&strengths)
        .map(|(rank, strength)| strength / f64::from(rank))
        .sum()
}

/// How surely a word of each class is the writer's attitude.
fn class_weight(class: ToneClass) -> f64 {
    match class {
        ToneClass::Reserve | ToneClass::Moral => 1.1,
        ToneClass::Mocking | ToneClass::Motive | ToneClass::Hedged => 1.0,
        ToneClass::Judging | ToneClass::Address => 0.9,
        ToneClass::Charged | ToneClass::Certain => 0.7,
        ToneClass::Doubting => 0.6,
    }
}

/// What the build of a sentence adds: whether it reports somebody's words, whether it opens the report and so sets
/// the scene, how early it stands, and what shows a writer at ease, compounds made for the occasion and asides between
/// dashes.
fn voice_weight(coverage: &Coverage, article: usize, span: Span) -> f64 {
    let text = span.slice(&coverage.articles[article].text);
    let quotations = &coverage.extractions[article].quotations;
    let mut reported: Vec<_> = coverage
        .quotations_at(article, span)
        .map(|at| &quotations[at])
        .collect();
    reported.retain(|quotation| {
        quotation
            .cue
            .as_ref()
            .is_none_or(|cue| cue.group == CueGroup::Speech)
    });
    let has_marks = reported.iter().any(|quotation| {
        let mut segments = quotation.segments.iter();
        segments.any(|segment| span.contains(*segment))
    });
    let is_reported = if has_marks {
        -1.0
    } else if reported.is_empty() {
        0.6
    } else {
        -0.2
    };
    let is_compound = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        word.contains('-') && word.chars().all(|c| c.is_lowercase() || c == '-')
    };
    let compounds = text.split_whitespace().filter(is_compound).count().min(2) as f64;
    let has_dash = text.contains('—') || text.contains(" – ") || text.contains("--");
    // Figures are what reports are made of.
    let has_figure = text.contains(|sign: char| sign.is_ascii_digit());
    let opens = coverage
        .narration(article)
        .sentences
        .first()
        .is_some_and(|first| first.span == span);
    let early = 1.0 - coverage.position(article, span.start);
    is_reported
        + 0.5 * compounds
        + if has_dash { 0.4 } else { 0.0 }
        + if has_figure { -0.6 } else { 0.0 }
        + if opens { 0.4 } else { 0.0 }
        + 0.7 * early
}

#[cfg(test)]
mod tests {
    use crate::{Article, Comparison, compare_articles};

    fn compare(text: &str) -> Comparison {
        compare_articles(vec![Article::new("Wire", text)])
    }

    #[test]
    fn a_moral_and_a_dig_are_the_outlets_own() {
        let comparison = compare(
            "It is a lesson that mayors never learn: the microphone is always on. The vote is on Monday. \
             The mayor, never one to admit a blunder, blatantly dodged the question.",
        );
        let found: Vec<&str> = comparison
            .remarks
            .iter()
            .map(|remark| comparison.slice(remark.place))
            .collect();
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("It is a lesson") && found[1].contains("blunder"));
    }

    #[test]
    fn a_plain_report_and_others_words_are_not() {
        let comparison = compare(
            "The council met on Monday and voted for the bridge. “It is a shameless, reckless farce,” Ann Lee said. \
             Lee said the plan was a reckless blunder.",
        );
        assert!(comparison.remarks.is_empty(), "{:?}", comparison.remarks);
    }

    const DIG: &str = "It is a lesson that mayors never learn: the microphone is always on.";
    const BLUNDER: &str = "The mayor, never one to admit a blunder, blatantly dodged the question.";

    #[test]
    fn neighbouring_sentences_of_a_paragraph_are_one_remark() {
        let comparison = compare(&format!("{DIG} {BLUNDER} The vote is on Monday."));
        let [remark] = comparison.remarks.as_slice() else {
            panic!("{:?}", comparison.remarks);
        };
        assert_eq!(comparison.slice(remark.place), format!("{DIG} {BLUNDER}"));
    }

    #[test]
    fn remarks_of_two_paragraphs_are_two() {
        let comparison = compare(&format!("{DIG}\n\n{BLUNDER} The vote is on Monday."));
        let found: Vec<&str> = comparison
            .remarks
            .iter()
            .map(|remark| comparison.slice(remark.place))
            .collect();
        assert_eq!(found, [DIG, BLUNDER]);
    }
}
