//! What differs beside the quotations, one table per kind: a row per finding, a column per outlet, in each
//! cell the outlet's own words with a link into its article.

use super::super::outside::address_of_words;
use super::{Subject, shown};
use crate::Comparison;
use crate::model::{Difference, Finding, Framing, FramingKind, Place, Remark, Voice};

/// Passages of one cell; the rest is counted.
const MOST_SLICES: usize = 4;
/// Findings of one kind, the weightiest; the rest is counted.
const MOST_ROWS: usize = 12;
/// Words on either side of a value.
const AROUND: usize = 6;
/// Longest passage that is shown whole, in words.
const LONGEST: usize = 40;
/// Speakers that are shown.
const MOST_VOICES: usize = 20;

/// The class of a mark that is linked to and looks like any other text.
pub(super) const FOUND: &str = "found";

/// Every place that the tables link to, with the class of its mark.
pub(super) fn places(comparison: &Comparison) -> impl Iterator<Item = (Place, &'static str)> {
    let values = comparison.facts.iter().flat_map(|fact| &fact.values);
    let values = values.map(|value| (value.place, "value"));
    let framing = FramingKind::SHOWN
        .iter()
        .flat_map(|kind| of_kind(comparison, *kind));
    let framing = framing.flat_map(|(_, framing)| {
        let class = |place: &Place| match framing.kind {
            FramingKind::Loaded if comparison.slice(*place) == framing.about => "loaded",
            _ => FOUND,
        };
        let passages = framing.passages().into_iter();
        passages.map(move |place| (place, class(&place)))
    });
    let remarks = comparison.remarks.iter();
    let remarks = remarks.map(|remark| (remark.place, FOUND));
    let heard = comparison.voices.iter().flat_map(|voice| &voice.heard);
    let firsts = heard.map(|heard| (heard.first, FOUND));
    values.chain(framing).chain(remarks).chain(firsts)
}

/// One kind of findings.
pub(super) struct Table {
    pub(super) heading: &'static str,
    pub(super) rows: Vec<Row>,
    /// Findings that are not shown.
    pub(super) more: usize,
}

/// One finding.
pub(super) struct Row {
    /// The fragment that names it.
    pub(super) address: String,
    pub(super) about: String,
    /// What kind of difference it is; may be empty.
    pub(super) note: String,
    /// One per outlet shown.
    pub(super) cells: Vec<Cell>,
}

/// What one outlet has.
pub(super) struct Cell {
    pub(super) letter: String,
    pub(super) name: String,
    pub(super) slices: Vec<Slice>,
    /// Passages that are not shown.
    pub(super) more: usize,
    /// What to say where there is none.
    pub(super) absence: &'static str,
}

/// Words of an article, cut in three: what differs stands between what surrounds it.
pub(super) struct Slice {
    pub(super) before: String,
    pub(super) words: String,
    pub(super) behind: String,
    /// Words that are not shown.
    pub(super) cut: usize,
    pub(super) address: String,
    /// The words on their outlet's own page.
    pub(super) outside: Option<String>,
    pub(super) language: String,
}

/// The fragment of the row that shows `finding`, if a table has one.
pub(super) fn row_of(comparison: &Comparison, finding: &Finding) -> Option<String> {
    let own = |places: &mut dyn Iterator<Item = Place>| places.eq(finding.places.iter().copied());
    let mut facts = comparison.facts.iter();
    let fact = facts.position(|fact| own(&mut fact.values.iter().map(|value| value.place)));
    let framing = || {
        let mut kinds = FramingKind::SHOWN.into_iter();
        let shown = kinds.find_map(|kind| {
            let mut rows = of_kind(comparison, kind);
            rows.find(|(_, framing)| own(&mut framing.places.iter().copied()))
        });
        shown.map(|(at, framing)| match framing.kind {
            FramingKind::Headline => HEADLINES.to_owned(),
            _ => framing_address(at),
        })
    };
    fact.map(fact_address).or_else(framing)
}

/// The fragment of the list of headlines, which stands above the tables.
const HEADLINES: &str = "headlines";

fn fact_address(at: usize) -> String {
    format!("fact-{}", at + 1)
}

fn framing_address(at: usize) -> String {
    format!("framing-{}", at + 1)
}

/// The facts for which outlets give different values.
pub(super) fn facts(subject: &Subject<'_>) -> Vec<Row> {
    let facts = subject.comparison.facts.iter().enumerate();
    facts
        .map(|(at, fact)| {
            let texts = subject.comparison.texts;
            let places: Vec<Place> = fact.values.iter().map(|value| value.place).collect();
            Row {
                address: fact_address(at),
                about: fact.kind.in_words(texts).to_owned(),
                note: match fact.difference {
                    Difference::Conflict => String::new(),
                    difference => difference.in_words(texts).to_owned(),
                },
                cells: cells(subject, &places, "", value),
            }
        })
        .collect()
}

/// The findings of a kind that are shown, each with its index.
fn of_kind(comparison: &Comparison, kind: FramingKind) -> impl Iterator<Item = (usize, &Framing)> {
    comparison.shown_of_kind(kind).take(MOST_ROWS)
}

/// The tables of framing that have rows.
pub(super) fn framing(subject: &Subject<'_>) -> Vec<Table> {
    let all = &subject.comparison.framing;
    let table = |kind: FramingKind| {
        let count = all.iter().filter(|framing| framing.kind == kind).count();
        Table {
            heading: kind.heading(subject.comparison.texts),
            rows: rows(subject, kind),
            more: count.saturating_sub(MOST_ROWS),
        }
    };
    // The headlines stand above the tables.
    let shown = FramingKind::SHOWN.into_iter();
    let shown = shown.filter(|kind| *kind != FramingKind::Headline);
    let tables = shown.map(table);
    tables.filter(|table| !table.rows.is_empty()).collect()
}

fn rows(subject: &Subject<'_>, kind: FramingKind) -> Vec<Row> {
    let texts = subject.comparison.texts;
    let row = |(at, framing): (usize, &Framing)| {
        // Only of an omission an empty cell says something.
        let (absence, note) = match kind {
            FramingKind::Omission => (texts.not_found(), framing.note.as_str()),
            FramingKind::Prominence | FramingKind::Cue => ("", framing.note.as_str()),
            _ => ("", ""),
        };
        Row {
            address: framing_address(at),
            about: shown(&framing.about),
            note: shown(note),
            cells: cells(subject, &framing.passages(), absence, passage),
        }
    };
    of_kind(subject.comparison, kind).map(row).collect()
}

fn cells(
    subject: &Subject<'_>,
    places: &[Place],
    absence: &'static str,
    slice: fn(&Subject<'_>, Place) -> Slice,
) -> Vec<Cell> {
    let of = |article: &usize| {
        let own: Vec<Place> = places
            .iter()
            .filter(|place| place.article == *article)
            .copied()
            .collect();
        Cell {
            letter: subject.comparison.letter(*article),
            name: shown(&subject.comparison.articles[*article].outlet),
            slices: own
                .iter()
                .take(MOST_SLICES)
                .map(|place| slice(subject, *place))
                .collect(),
            more: own.len().saturating_sub(MOST_SLICES),
            absence: if own.is_empty() { absence } else { "" },
        }
    };
    subject.articles.iter().map(of).collect()
}

/// A value among the words around it.
fn value(subject: &Subject<'_>, place: Place) -> Slice {
    let text = &subject.comparison.articles[place.article].text;
    let around = subject.comparison.surroundings(place, AROUND).span;
    Slice {
        before: shown(&text[around.start..place.span.start]),
        words: shown(place.span.slice(text)),
        behind: shown(&text[place.span.end..around.end]),
        cut: 0,
        address: subject.slice_address(place.article, place.span),
        outside: address_of_words(&subject.comparison.articles[place.article], place.span),
        language: subject.language(place.article),
    }
}

/// A passage, its end cut when it is long.
fn passage(subject: &Subject<'_>, place: Place) -> Slice {
    let words: Vec<&str> = subject.comparison.slice(place).split_whitespace().collect();
    let kept = words.len().min(LONGEST);
    Slice {
        before: String::new(),
        words: shown(&words[..kept].join(" ")),
        behind: String::new(),
        cut: words.len() - kept,
        address: subject.slice_address(place.article, place.span),
        outside: address_of_words(&subject.comparison.articles[place.article], place.span),
        language: subject.language(place.article),
    }
}

/// The sentences in which an outlet seems to speak for itself.
pub(super) struct OwnVoice {
    pub(super) letter: String,
    pub(super) name: String,
    pub(super) remarks: Vec<OwnRemark>,
}

/// One of them.
pub(super) struct OwnRemark {
    pub(super) sentence: Slice,
    /// The words that point to it, with what such words do.
    pub(super) triggers: String,
}

/// The sentences that may be an outlet's own voice, of the outlets shown.
pub(super) fn own_voice(subject: &Subject<'_>) -> Vec<OwnVoice> {
    let comparison = subject.comparison;
    let of = |article: &usize| {
        let remarks = comparison.remarks.iter();
        let own = remarks.filter(|remark| remark.place.article == *article);
        OwnVoice {
            letter: comparison.letter(*article),
            name: shown(&comparison.articles[*article].outlet),
            remarks: own
                .map(|remark| OwnRemark {
                    sentence: passage(subject, remark.place),
                    triggers: shown(&triggers(comparison, remark)),
                })
                .collect(),
        }
    };
    let all = subject.articles.iter().map(of);
    all.filter(|outlet| !outlet.remarks.is_empty()).collect()
}

/// "“our”, “your” (speaks to the reader), “tragic” (praises or blames)".
fn triggers(comparison: &Comparison, remark: &Remark) -> String {
    let texts = comparison.texts;
    let mut by_class: Vec<(&str, Vec<String>)> = Vec::new();
    for (span, class) in &remark.triggers {
        let words = comparison.slice(Place {
            article: remark.place.article,
            span: *span,
        });
        let (class, words) = (class.in_words(texts), texts.quoted(words));
        match by_class.iter_mut().find(|(known, _)| *known == class) {
            Some((_, all)) if all.contains(&words) => {}
            Some((_, all)) => all.push(words),
            None => by_class.push((class, vec![words])),
        }
    }
    let told = by_class
        .iter()
        .map(|(class, words)| format!("{} ({class})", words.join(", ")));
    told.collect::<Vec<_>>().join(", ")
}

/// A speaker with what each outlet shown has of their words.
pub(super) struct VoiceRow {
    pub(super) name: String,
    pub(super) cells: Vec<VoiceCell>,
}

/// How one outlet lets somebody speak.
pub(super) struct VoiceCell {
    pub(super) letter: String,
    /// "3 quotations, 41 words, from 2%".
    pub(super) text: String,
    pub(super) address: String,
}

/// Who speaks, those in most outlets first.
pub(super) fn voices(subject: &Subject<'_>) -> Vec<VoiceRow> {
    let voices = subject.comparison.voices.iter().take(MOST_VOICES);
    voices
        .map(|voice| VoiceRow {
            name: shown(&voice.name),
            cells: subject
                .articles
                .iter()
                .map(|article| voice_cell(subject, voice, *article))
                .collect(),
        })
        .collect()
}

fn voice_cell(subject: &Subject<'_>, voice: &Voice, article: usize) -> VoiceCell {
    let heard = voice
        .heard
        .iter()
        .find(|heard| heard.first.article == article);
    VoiceCell {
        letter: subject.comparison.letter(article),
        text: voice.in_words(article, subject.comparison.texts),
        address: heard.map_or_else(String::new, |heard| {
            subject.slice_address(article, heard.first.span)
        }),
    }
}
