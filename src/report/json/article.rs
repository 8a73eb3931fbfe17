//! The objects that `extract` and `read` print.

use serde::Serialize;

use super::Points;
use crate::read::Reading;
use crate::report::Extracted;
use crate::{Article, Commentary, Quotation};

/// `rashomon read --format json`; its `articles` can be read again.
#[derive(Serialize)]
pub(super) struct ReadingObject<'a> {
    schema: &'static str,
    articles: Vec<ArticleObject<'a>>,
    left_out: Vec<LeftOut>,
    notes: Vec<String>,
}

/// An input, or a part of one, that was not read.
#[derive(Serialize)]
struct LeftOut {
    path: String,
    reason: String,
}

impl<'a> ReadingObject<'a> {
    pub(super) fn new(reading: &'a Reading) -> Self {
        let left_out = reading.left_out.iter().map(|error| LeftOut {
            path: error.path.display().to_string(),
            reason: error.problem.to_string(),
        });
        Self {
            schema: "rashomon.reading/1",
            articles: reading.articles.iter().map(ArticleObject::new).collect(),
            left_out: left_out.collect(),
            notes: reading.notes.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A line of `rashomon read --format jsonl`; it can be read again as an article.
#[derive(Serialize)]
pub(super) struct ArticleObject<'a> {
    id: &'a str,
    outlet: &'a str,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<&'a str>,
    language: Option<&'a str>,
    words: usize,
    text: &'a str,
    /// The part of `text` that is the article: all but the front matter.
    body: [usize; 2],
    /// Paragraphs that the page sets off as a block quotation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    set_off: Vec<[usize; 2]>,
}

impl<'a> ArticleObject<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        let points = Points::new(&article.text);
        let set_off = article.set_off.iter().map(|part| points.span(*part));
        Self {
            id: &article.id,
            outlet: &article.outlet,
            title: article.title.as_deref(),
            byline: article.byline.as_deref(),
            url: article.url.as_deref(),
            published: article.published.as_ref().map(|time| time.text.as_str()),
            language: article.language.as_deref(),
            words: article.words(),
            text: &article.text,
            body: points.span(article.body),
            set_off: set_off.collect(),
        }
    }
}

/// A line of `rashomon extract --format jsonl`.
#[derive(Serialize)]
pub(super) struct ExtractedObject<'a> {
    id: &'a str,
    outlet: &'a str,
    /// False where there are no word lists for the language: quoted strings without speakers.
    speakers_read: bool,
    quotations: Vec<QuotationObject<'a>>,
    commentary: Vec<CommentaryObject<'a>>,
}

impl<'a> ExtractedObject<'a> {
    pub(super) fn new(extracted: &Extracted<'a>) -> Self {
        let Extracted {
            article,
            extraction,
            ..
        } = *extracted;
        let points = Points::new(&article.text);
        Self {
            id: &article.id,
            outlet: &article.outlet,
            speakers_read: !extraction.lacks_language,
            quotations: extraction
                .quotations
                .iter()
                .map(|quotation| {
                    let mut object = QuotationObject::new(quotation, &points);
                    (object.before, object.after) = extracted.around(quotation).unzip();
                    object
                })
                .collect(),
            commentary: extraction
                .commentary
                .iter()
                .map(|commentary| CommentaryObject::new(commentary, &points))
                .collect(),
        }
    }
}

/// A quotation; `id` and `article` tell it from those of other articles in a comparison.
#[derive(Serialize)]
pub(super) struct QuotationObject<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) article: Option<&'a str>,
    kind: &'static str,
    content: Vec<[usize; 2]>,
    segments: Vec<[usize; 2]>,
    speaker: Option<SpeakerObject<'a>>,
    cue: Option<CueObject<'a>>,
    /// The words around it, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'a str>,
}

#[derive(Serialize)]
struct SpeakerObject<'a> {
    name: &'a str,
    text: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CueObject<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    lemma: &'a str,
    stance: &'a str,
    group: &'static str,
}

impl<'a> QuotationObject<'a> {
    pub(super) fn new(quotation: &'a Quotation, points: &Points<'a>) -> Self {
        Self {
            id: None,
            article: None,
            before: None,
            after: None,
            kind: quotation.kind.name(),
            content: points.spans(&quotation.content),
            segments: points.spans(quotation.marked_segments()),
            speaker: quotation.speaker.as_ref().map(|speaker| {
                let [start, end] = points.span(speaker.mention);
                SpeakerObject {
                    name: &speaker.name,
                    text: points.slice(speaker.mention),
                    start,
                    end,
                }
            }),
            cue: quotation.cue.as_ref().map(|cue| {
                let [start, end] = points.span(cue.span);
                CueObject {
                    text: points.slice(cue.span),
                    start,
                    end,
                    lemma: &cue.lemma,
                    stance: &cue.stance,
                    group: cue.group.name(),
                }
            }),
        }
    }
}

/// A remark of the outlet's own; `article` says whose in a comparison.
#[derive(Serialize)]
pub(super) struct CommentaryObject<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) article: Option<&'a str>,
    pub(super) start: usize,
    end: usize,
    kind: &'static str,
    marker: Option<&'a str>,
}

impl<'a> CommentaryObject<'a> {
    pub(super) fn new(commentary: &Commentary, points: &Points<'a>) -> Self {
        let [start, end] = points.span(commentary.span);
        Self {
            article: None,
            start,
            end,
            kind: commentary.kind.name(),
            marker: commentary.marker.map(|marker| points.slice(marker)),
        }
    }
}
