//! The quotations of articles as a table: a row for each, for spreadsheets and statistics.
//!
//! The words themselves are in it, on one line, with their place in code points of the article's text.

use std::io::{self, Write};

use super::tables::inert;
use super::{Extracted, Format};
use crate::Span;
use crate::model::CodePoints;

/// CSV with a head.
#[derive(Clone, Copy, Debug, Default)]
pub struct QuotationTable;

const HEAD: [&str; 15] = [
    "article",
    "outlet",
    "published",
    "kind",
    "speaker",
    "mention",
    "cue",
    "lemma",
    "stance",
    "start",
    "end",
    "words",
    "before",
    "after",
    "speakers_read",
];

impl<'a> Format<[Extracted<'a>]> for QuotationTable {
    fn write(&self, articles: &[Extracted<'a>], out: &mut dyn Write) -> io::Result<()> {
        let mut table = csv::WriterBuilder::new().from_writer(out);
        table.write_record(HEAD)?;
        for extracted in articles {
            for row in rows(extracted) {
                table.write_record(row.iter().map(|cell| inert(cell)))?;
            }
        }
        table.flush()
    }
}

/// The rows of one article: its quotations, then its remarks in its own voice.
fn rows(extracted: &Extracted<'_>) -> Vec<Vec<String>> {
    let article = extracted.article;
    let points = CodePoints::new(&article.text);
    let published = article.published.as_ref().map(|time| time.text.clone());
    let head = [
        article.id.clone(),
        article.outlet.clone(),
        published.unwrap_or_default(),
    ];
    let read = (!extracted.extraction.lacks_language).to_string();
    let place = |span: Span| points.span(&article.text, span).map(|at| at.to_string());
    let quotations = extracted.extraction.quotations.iter().map(|quotation| {
        let slice = |span: &Span| span.slice(&article.text).to_owned();
        let who = quotation.speaker.as_ref();
        let cue = quotation.cue.as_ref();
        let last = quotation.content.last().map_or(0, |part| part.end);
        let [start, end] = place(Span::new(quotation.start(), last));
        let words: Vec<String> = quotation.content.iter().map(slice).collect();
        let (before, after) = extracted.around(quotation).unwrap_or_default();
        let cells = [
            quotation.kind.name().to_owned(),
            who.map(|who| who.name.clone()).unwrap_or_default(),
            who.map(|who| slice(&who.mention)).unwrap_or_default(),
            cue.map(|cue| slice(&cue.span)).unwrap_or_default(),
            cue.map(|cue| cue.lemma.clone()).unwrap_or_default(),
            cue.map(|cue| cue.stance.clone()).unwrap_or_default(),
            start,
            end,
            words.join(" / "),
            before.to_owned(),
            after.to_owned(),
            read.clone(),
        ];
        head.iter().cloned().chain(cells).collect()
    });
    let remarks = extracted.extraction.commentary.iter().map(|remark| {
        let [start, end] = place(remark.span);
        let marker = remark.marker.map(|marker| marker.slice(&article.text));
        let cells = [
            "commentary".to_owned(),
            String::new(),
            String::new(),
            marker.unwrap_or_default().to_owned(),
            String::new(),
            String::new(),
            start,
            end,
            remark.span.slice(&article.text).to_owned(),
            String::new(),
            String::new(),
            read.clone(),
        ];
        head.iter().cloned().chain(cells).collect()
    });
    quotations.chain(remarks).collect()
}
