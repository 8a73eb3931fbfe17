//! The places behind a number, written one after the other as they are found: there may be millions.

use std::io::{self, Write};

use super::log::{InertLines, on_one_line};
use super::tables::{Separator, inert, writer};
use crate::outlets::Observation;
use crate::{Comparison, Span, Texts};
use serde::Serialize;

/// The layout of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceFormat {
    /// Lines to read.
    Terminal,
    /// One object, for scripts.
    Json,
    /// A row for each place.
    Table(Separator),
}

/// Writes the places behind a number.
pub struct Evidence<'o> {
    format: EvidenceFormat,
    texts: Texts,
    out: &'o mut dyn Write,
    written: usize,
}

#[derive(Serialize)]
struct Shown<'a> {
    outlet: &'a str,
    measure: &'static str,
    sort: &'a str,
    count: usize,
    words: usize,
    event: &'a str,
    /// What the article is called, and who published it: another outlet for what was not found.
    article: &'a str,
    published_by: &'a str,
    spans: Vec<[usize; 2]>,
    /// The characters of `spans`; the headline where the evidence is the whole article.
    text: String,
}

impl<'o> Evidence<'o> {
    /// Begins a list.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new(format: EvidenceFormat, texts: Texts, out: &'o mut dyn Write) -> io::Result<Self> {
        match format {
            EvidenceFormat::Terminal => {}
            EvidenceFormat::Json => {
                write!(
                    out,
                    "{{\"schema\": \"rashomon.evidence/1\", \"evidence\": ["
                )?;
            }
            EvidenceFormat::Table(separator) => {
                let mut table = writer(separator, out);
                table.write_record([
                    "outlet",
                    "measure",
                    "sort",
                    "count",
                    "words",
                    "event",
                    "article",
                    "published_by",
                    "start",
                    "end",
                    "text",
                ])?;
                table.flush()?;
            }
        }
        Ok(Self {
            format,
            texts,
            out,
            written: 0,
        })
    }

    /// Writes one observation of `event`.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn add(
        &mut self,
        event: &str,
        comparison: &Comparison,
        seen: &Observation,
    ) -> io::Result<()> {
        let shown = Shown::new(event, comparison, seen);
        match self.format {
            EvidenceFormat::Terminal => self.lines(&shown)?,
            EvidenceFormat::Json => {
                let comma = if self.written > 0 { "," } else { "" };
                write!(self.out, "{comma}\n  ")?;
                serde_json::to_writer(&mut *self.out, &shown)?;
            }
            EvidenceFormat::Table(separator) => {
                let mut table = writer(separator, &mut *self.out);
                table.write_record(shown.row())?;
                table.flush()?;
            }
        }
        self.written += 1;
        Ok(())
    }

    /// Ends the list; gives how many places it has.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn end(self) -> io::Result<usize> {
        if self.format == EvidenceFormat::Json {
            writeln!(self.out, "\n]}}")?;
        }
        if self.format == EvidenceFormat::Terminal && self.written == 0 {
            writeln!(self.out, "{}", self.texts.evidence_nothing())?;
        }
        Ok(self.written)
    }

    fn lines(&mut self, shown: &Shown) -> io::Result<()> {
        let by = if shown.published_by == shown.outlet {
            String::new()
        } else {
            format!(" {}", self.texts.of_outlet(on_one_line(shown.published_by)))
        };
        let place = match shown.spans.first().zip(shown.spans.last()) {
            Some(([start, _], [_, end])) => format!(" {start}-{end}"),
            None => String::new(),
        };
        let sort = match shown.sort {
            "" => String::new(),
            sort => format!(" ({})", on_one_line(sort)),
        };
        let mut lines = InertLines::new(self.out);
        writeln!(
            lines,
            "{}: {}{sort}, {}  {} {}{by}{place}",
            on_one_line(shown.outlet),
            shown.measure,
            self.texts.words(shown.words),
            shown.event,
            on_one_line(shown.article),
        )?;
        writeln!(lines, "  {}", on_one_line(&shown.text))
    }
}

impl<'a> Shown<'a> {
    fn new(event: &'a str, comparison: &'a Comparison, seen: &'a Observation) -> Self {
        let article = &comparison.articles[seen.article];
        let points = crate::model::CodePoints::new(&article.text);
        let slices = |spans: &[Span]| -> String {
            let slices: Vec<&str> = spans.iter().map(|span| span.slice(&article.text)).collect();
            slices.join(" … ")
        };
        Self {
            outlet: seen.outlet,
            measure: seen.measure.name(),
            sort: &seen.detail,
            count: seen.count,
            words: seen.words,
            event,
            article: &article.id,
            published_by: &article.outlet,
            spans: seen
                .spans
                .iter()
                .map(|span| points.span(&article.text, *span))
                .collect(),
            text: if seen.measure.is_of_articles() {
                article.title.clone().unwrap_or_default()
            } else {
                slices(&seen.spans)
            },
        }
    }

    fn row(&self) -> [String; 11] {
        let start = self.spans.first().map(|[start, _]| start.to_string());
        let end = self.spans.last().map(|[_, end]| end.to_string());
        [
            inert(self.outlet),
            self.measure.to_owned(),
            inert(self.sort),
            self.count.to_string(),
            self.words.to_string(),
            self.event.to_owned(),
            inert(self.article),
            inert(self.published_by),
            start.unwrap_or_default(),
            end.unwrap_or_default(),
            inert(&self.text),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outlets::{Measure, observe};
    use crate::report::sample;

    #[test]
    fn evidence_is_the_literal_slice_at_its_place() {
        let comparison = sample::dam();
        let mut out = Vec::new();
        let mut evidence = Evidence::new(EvidenceFormat::Json, Texts::default(), &mut out).unwrap();
        for seen in observe(&comparison) {
            evidence.add("e1", &comparison, &seen).unwrap();
        }
        let count = evidence.end().unwrap();
        let object: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let places = object["evidence"].as_array().unwrap();
        assert_eq!(places.len(), count);
        for place in places {
            let article = comparison
                .articles
                .iter()
                .find(|article| place["article"] == article.id.as_str())
                .unwrap();
            let [start, end] = serde_json::from_value(place["spans"][0].clone()).unwrap();
            let slice: String = article.text.chars().skip(start).take(end - start).collect();
            let measure = Measure::named(place["measure"].as_str().unwrap()).unwrap();
            if !measure.is_of_articles() {
                assert!(
                    place["text"].as_str().unwrap().starts_with(&slice),
                    "{place}"
                );
            }
        }
    }
}
