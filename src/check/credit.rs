//! Whose words stand at a place of a source.
//!
//! In a transcript the label before the words says it; in an article the quotation that holds them does. An
//! article is extracted, or what was found in it before is fetched, only when a place in it is asked for.

use rustc_hash::FxHashMap;

use crate::align::names::{Agreement, Name, agreement};
use crate::align::segments::Segment;
use crate::extract::Turns;
use crate::model::{Place, Quotation, Span};
use crate::{Article, Extraction};

/// How a place of a source stands to the credit of the draft, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Speaking {
    /// Nothing speaks against it.
    Own,
    /// The source tells it without quotation marks, as what somebody said.
    Indirect,
    /// Another person or body says it there.
    Other,
}

/// The speakers of the sources.
pub(super) struct Credits<'a> {
    articles: &'a [Article],
    turns: &'a [Turns],
    extract: &'a dyn Fn(&Article) -> Extraction,
    extractions: FxHashMap<usize, Extraction>,
}

impl<'a> Credits<'a> {
    pub(super) fn new(
        articles: &'a [Article],
        turns: &'a [Turns],
        extract: &'a dyn Fn(&Article) -> Extraction,
    ) -> Self {
        Self {
            articles,
            turns,
            extract,
            extractions: FxHashMap::default(),
        }
    }

    /// Who speaks at `place`, in the source's words.
    pub(super) fn speaker(&mut self, place: Place) -> Option<String> {
        let turns = &self.turns[place.article];
        if turns.has_speakers() {
            let label = turns.speaker(place.span.start)?;
            return Some(label.slice(&self.articles[place.article].text).to_owned());
        }
        let quotation = self.quotation(place)?.0;
        Some(quotation.speaker.as_ref()?.name.clone())
    }

    /// Whether an article tells `place` without quotation marks, as what somebody said.
    pub(super) fn is_indirect(&mut self, place: Place) -> bool {
        !self.turns[place.article].has_speakers()
            && self
                .quotation(place)
                .is_some_and(|(_, is_quoted)| !is_quoted)
    }

    /// The quoted string around `place`; the place itself where there is none.
    pub(super) fn passage(&mut self, place: Place) -> Place {
        if self.turns[place.article].has_speakers() {
            return place;
        }
        let around = self.quotation(place).and_then(|(quotation, is_quoted)| {
            let spans = if is_quoted {
                &quotation.segments
            } else {
                &quotation.content
            };
            spans.iter().find(|span| span.contains(place.span)).copied()
        });
        around.map_or(place, |span| Place { span, ..place })
    }

    /// The quotation of an article that holds `place`, and whether in quotation marks.
    fn quotation(&mut self, place: Place) -> Option<(&Quotation, bool)> {
        let (articles, extract) = (self.articles, self.extract);
        let extraction = self
            .extractions
            .entry(place.article)
            .or_insert_with(|| extract(&articles[place.article]));
        let share =
            |spans: &[Span]| -> usize { spans.iter().map(|span| span.overlap(place.span)).sum() };
        let half = place.span.len().div_ceil(2);
        let quoted = extraction
            .quotations
            .iter()
            .filter(|quotation| share(&quotation.segments) >= half)
            .min_by_key(|quotation| {
                quotation
                    .segments
                    .iter()
                    .map(|span| span.len())
                    .sum::<usize>()
            });
        if let Some(quotation) = quoted {
            return Some((quotation, true));
        }
        let mut told = extraction.quotations.iter();
        told.find(|quotation| share(&quotation.content) >= half)
            .map(|quotation| (quotation, false))
    }

    /// How `place` stands to the credit of a draft's segment.
    pub(super) fn speaking(&mut self, segment: &Segment, place: Place) -> Speaking {
        let turns = &self.turns[place.article];
        let draft = segment.speaker.as_ref().filter(|_| segment.is_named);
        if turns.has_speakers() {
            let text = &self.articles[place.article].text;
            let (Some(label), Some(own)) = (turns.speaker(place.span.start), draft) else {
                return Speaking::Own;
            };
            let label = label.slice(text);
            let agrees = |label: &str| agreement(Some(own), Some(&parsed(label)));
            return match agrees(label) {
                Agreement::Same => Speaking::Own,
                Agreement::Different => Speaking::Other,
                // "Q" or "THE PRESIDENT" may be anybody, but not somebody who has a label of their own.
                Agreement::Open => {
                    let mut labels = turns.labels().map(|other| other.slice(text));
                    if labels.any(|other| other != label && agrees(other) == Agreement::Same) {
                        Speaking::Other
                    } else {
                        Speaking::Own
                    }
                }
            };
        }
        let Some((quotation, is_quoted)) = self.quotation(place) else {
            return Speaking::Own;
        };
        let theirs = quotation
            .speaker
            .as_ref()
            .map(|speaker| Name::parse(&speaker.name));
        if is_quoted && agreement(draft, theirs.as_ref()) == Agreement::Different {
            Speaking::Other
        } else if is_quoted {
            Speaking::Own
        } else {
            Speaking::Indirect
        }
    }
}

/// A label as a name: "MAYOR LEE" is written "Mayor Lee".
fn parsed(label: &str) -> Name {
    let is_capitals = !label.chars().any(char::is_lowercase);
    if !is_capitals {
        return Name::parse(label);
    }
    let words: Vec<String> = label
        .split_whitespace()
        .map(|word| {
            let mut signs = word.chars();
            let first: String = signs.next().into_iter().collect();
            first + &signs.as_str().to_lowercase()
        })
        .collect();
    Name::parse(&words.join(" "))
}
