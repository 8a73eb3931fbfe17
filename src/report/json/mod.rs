//! JSON for scripts: names and offsets are a contract, so every object is a type of its own here and
//! nothing of the model's layout leaks into it. Offsets are Unicode code points of the article's text.

mod article;
mod check;
mod comparison;
mod framing;
mod outlets;
mod pairs;
mod trace;

use std::io::{self, Write};

use serde::Serialize;

use super::{Extracted, Format};
use crate::model::{Check, CodePoints, DiffPart, Searched, Span, Trace};
use crate::outlets::Outlets;
use crate::read::Reading;
use crate::{Article, Comparison};

/// One object per comparison or check, indented.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

impl Format<Comparison> for Json {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &comparison::ComparisonObject::new(comparison))?;
        writeln!(out)
    }
}

impl Format<Check> for Json {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &check::CheckObject::new(check))?;
        writeln!(out)
    }
}

impl Format<Trace> for Json {
    fn write(&self, trace: &Trace, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &trace::TraceObject::new(trace))?;
        writeln!(out)
    }
}

impl Format<Outlets> for Json {
    fn write(&self, outlets: &Outlets, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &outlets::OutletsObject::new(outlets))?;
        writeln!(out)
    }
}

impl Format<Reading> for Json {
    fn write(&self, reading: &Reading, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &article::ReadingObject::new(reading))?;
        writeln!(out)
    }
}

/// The same object without white space and without grounds, for a page to hold.
pub(super) fn compact(comparison: &Comparison) -> io::Result<String> {
    Ok(serde_json::to_string(
        &comparison::ComparisonObject::without_grounds(comparison),
    )?)
}

/// One object per article, one to a line.
#[derive(Clone, Copy, Debug, Default)]
pub struct JsonLines;

impl Format<Extracted<'_>> for JsonLines {
    fn write(&self, extracted: &Extracted<'_>, out: &mut dyn Write) -> io::Result<()> {
        line(&article::ExtractedObject::new(extracted), out)
    }
}

impl Format<Article> for JsonLines {
    fn write(&self, article: &Article, out: &mut dyn Write) -> io::Result<()> {
        line(&article::ArticleObject::new(article), out)
    }
}

fn line(object: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    // A line at a time: JSON comes in pieces of a few bytes each.
    let mut line = serde_json::to_vec(object)?;
    line.push(b'\n');
    out.write_all(&line)
}

/// The text of one article and the way from its bytes to code points.
struct Points<'a> {
    text: &'a str,
    points: CodePoints,
}

impl<'a> Points<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            points: CodePoints::new(text),
        }
    }

    fn span(&self, span: Span) -> [usize; 2] {
        self.points.span(self.text, span)
    }

    fn spans(&self, spans: &[Span]) -> Vec<[usize; 2]> {
        spans.iter().map(|span| self.span(*span)).collect()
    }

    fn slice(&self, span: Span) -> &'a str {
        span.slice(self.text)
    }
}

/// One step of a word diff: `a` and `b` count each in its own text.
#[derive(Serialize)]
struct DiffObject {
    op: &'static str,
    a: Option<[usize; 2]>,
    b: Option<[usize; 2]>,
}

impl DiffObject {
    fn new(part: DiffPart, a: &Points, b: &Points) -> Self {
        Self {
            op: part.op.name(),
            a: part.a.map(|span| a.span(span)),
            b: part.b.map(|span| b.span(span)),
        }
    }
}

/// How much was searched.
#[derive(Serialize)]
struct SearchedObject {
    articles: usize,
    words: usize,
}

impl From<Searched> for SearchedObject {
    fn from(searched: Searched) -> Self {
        Self {
            articles: searched.articles,
            words: searched.words,
        }
    }
}
