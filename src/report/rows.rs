//! Articles, quotations and commentary of many articles as rows of a table, written one article after the
//! other.

use std::io::{self, Write};

use super::Extracted;
use super::tables::{Separator, inert, writer};
use crate::Span;
use crate::model::{CodePoints, count_words};

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowsOf {
    /// A row for each article, with its text.
    Articles,
    /// A row for each quotation.
    Quotations,
    /// A row for each remark in an outlet's own voice.
    Commentary,
}

/// Writes rows.
pub struct Rows<'o> {
    of: RowsOf,
    table: csv::Writer<&'o mut dyn Write>,
}

impl<'o> Rows<'o> {
    /// Begins a table with its head.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new(of: RowsOf, separator: Separator, out: &'o mut dyn Write) -> io::Result<Self> {
        let mut table = writer(separator, out);
        let head: &[&str] = match of {
            RowsOf::Articles => &[
                "article",
                "outlet",
                "title",
                "byline",
                "url",
                "published",
                "language",
                "words",
                "text",
            ],
            RowsOf::Quotations => &[
                "article",
                "outlet",
                "published",
                "kind",
                "speaker",
                "cue",
                "stance",
                "words",
                "start",
                "end",
                "text",
            ],
            RowsOf::Commentary => &[
                "article",
                "outlet",
                "published",
                "kind",
                "words",
                "start",
                "end",
                "text",
            ],
        };
        table.write_record(head)?;
        Ok(Self { of, table })
    }

    /// Writes the rows of one article.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn add(&mut self, extracted: &Extracted) -> io::Result<()> {
        match self.of {
            RowsOf::Articles => self.article(extracted),
            RowsOf::Quotations => self.quotations(extracted),
            RowsOf::Commentary => self.commentary(extracted),
        }
    }

    /// Ends the table.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn end(mut self) -> io::Result<()> {
        self.table.flush()
    }

    fn article(&mut self, extracted: &Extracted) -> io::Result<()> {
        let article = extracted.article;
        let optional = |text: &Option<String>| inert(text.as_deref().unwrap_or_default());
        let row = [
            inert(&article.id),
            inert(&article.outlet),
            optional(&article.title),
            optional(&article.byline),
            optional(&article.url),
            published(extracted),
            optional(&article.language),
            article.words().to_string(),
            inert(&article.text),
        ];
        Ok(self.table.write_record(row)?)
    }

    fn quotations(&mut self, extracted: &Extracted) -> io::Result<()> {
        let text = &extracted.article.text;
        let points = CodePoints::new(text);
        for quotation in &extracted.extraction.quotations {
            let speaker = quotation.speaker.as_ref().map(|speaker| &speaker.name);
            let cue = quotation.cue.as_ref();
            let slices: Vec<&str> = quotation.slices(text).collect();
            let mut spans = quotation.content.iter().copied();
            let Some(whole) = spans.next().map(|first| spans.fold(first, Span::join)) else {
                continue;
            };
            let [start, end] = points.span(text, whole);
            self.table.write_record([
                inert(&extracted.article.id),
                inert(&extracted.article.outlet),
                published(extracted),
                quotation.kind.name().to_owned(),
                inert(speaker.map_or("", |name| name)),
                inert(cue.map_or("", |cue| &cue.lemma)),
                inert(cue.map_or("", |cue| &cue.stance)),
                quotation.words(text).to_string(),
                start.to_string(),
                end.to_string(),
                inert(&slices.join(" … ")),
            ])?;
        }
        Ok(())
    }

    fn commentary(&mut self, extracted: &Extracted) -> io::Result<()> {
        let text = &extracted.article.text;
        let points = CodePoints::new(text);
        for remark in &extracted.extraction.commentary {
            let slice = remark.span.slice(text);
            let [start, end] = points.span(text, remark.span);
            self.table.write_record([
                inert(&extracted.article.id),
                inert(&extracted.article.outlet),
                published(extracted),
                remark.kind.name().to_owned(),
                count_words(slice).to_string(),
                start.to_string(),
                end.to_string(),
                inert(slice),
            ])?;
        }
        Ok(())
    }
}

fn published(extracted: &Extracted) -> String {
    let published = extracted.article.published.as_ref();
    inert(published.map_or("", |time| &time.text))
}
