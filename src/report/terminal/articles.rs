//! The articles in full, with the numbers of their statements in the margin.

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, NOTABLE, PLAIN, STRONG};
use super::text::Text;
use crate::extract::paragraphs;
use crate::model::Place;
use crate::{Comparison, Span};

/// Columns of the margin.
const INDENT: usize = 8;

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    for article in &subject.articles {
        let about = &subject.comparison.articles[*article];
        page.gap()?;
        let letter = subject.comparison.letter(*article);
        page.line(
            Text::of(&letter, STRONG)
                .and(" ", PLAIN)
                .and(&about.outlet, STRONG),
        )?;
        for line in [&about.title, &about.url].into_iter().flatten() {
            page.paragraph(2, line)?;
        }
        let marks = marks(subject.comparison, *article);
        for paragraph in paragraphs(&about.text, about.body) {
            page.gap()?;
            write_paragraph(subject, *article, paragraph.span, &marks, page)?;
        }
    }
    Ok(())
}

/// The passages of an article that render statements, in order.
fn marks(comparison: &Comparison, article: usize) -> Vec<(Span, usize)> {
    let mut marks = Vec::new();
    for at in 0..comparison.statements.len() {
        if let Some(own) = comparison.renderings(at, None).of(article) {
            marks.extend(own.passages.iter().map(|passage| (passage.place.span, at)));
        }
    }
    marks.sort();
    marks
}

fn write_paragraph(
    subject: &Subject<'_>,
    article: usize,
    span: Span,
    marks: &[(Span, usize)],
    page: &mut Page<'_>,
) -> io::Result<()> {
    let comparison = subject.comparison;
    let mut margin = Text::new();
    let mut body = Text::new();
    let mut at = span.start;
    let slice = |start, end| {
        comparison.slice(Place {
            article,
            span: Span::new(start, end),
        })
    };
    let remarks = &comparison.extractions[article].commentary;
    if remarks.iter().any(|remark| remark.span.overlap(span) > 0) {
        margin.push(page.screen.signs().comment(), PLAIN);
    }
    let mut labels: Vec<usize> = Vec::new();
    for (mark, statement) in marks.iter().filter(|(mark, _)| mark.overlap(span) > 0) {
        if !labels.contains(statement) {
            labels.push(*statement);
        }
        let start = mark.start.max(at);
        let end = mark.end.min(span.end);
        if start < end {
            body.push(slice(at, start), PLAIN);
            body.push(slice(start, end), NOTABLE.underline());
            at = end;
        }
    }
    body.push(slice(at, span.end), PLAIN);
    let labels: Vec<String> = labels.into_iter().map(Comparison::label).collect();
    if !margin.is_empty() && !labels.is_empty() {
        margin.push(" ", PLAIN);
    }
    margin.push(&labels.join(" "), FAINT);
    page.entry(margin, INDENT, &body)
}
