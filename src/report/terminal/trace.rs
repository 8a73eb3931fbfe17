//! Where words come from: one entry for each rendering, earliest first.

use std::io;

use super::page::Page;
use super::screen::{FAINT, PLAIN, STRONG};
use super::text::Text;
use crate::model::{CheckStatus, Trace, Traced};

/// Columns from the edge of what belongs to an entry.
const INDENT: usize = 4;

pub(super) fn write(trace: &Trace, page: &mut Page<'_>) -> io::Result<()> {
    let searched = trace.searched;
    let texts = trace.texts;
    let amount = texts.amount_of_words(
        texts.articles(searched.articles),
        texts.words(searched.words),
    );
    if trace.renderings.is_empty() {
        page.paragraph(0, &texts.trace_nothing(amount, trace.asked()))?;
        return not_read(trace, page);
    }
    let published = |traced: &Traced| trace.articles[traced.place.article].published.as_ref();
    let mut times = trace.renderings.iter().filter_map(published);
    let first = times.next();
    let is_of_years = times.any(|time| first.is_some_and(|first| time.year() != first.year()));
    for (at, traced) in trace.renderings.iter().enumerate() {
        let article = &trace.articles[traced.place.article];
        let moment = match published(traced) {
            None => texts.no_date().to_owned(),
            Some(time) if is_of_years => time.moment_of_year(texts),
            Some(time) => time.moment(texts),
        };
        let mut head = Text::of(&moment, FAINT).and("  ", PLAIN).and(" ", PLAIN);
        head.push(&article.outlet, STRONG);
        head.push(" · ", FAINT);
        head.push(
            traced.speaker.as_deref().unwrap_or(texts.nobody_credited()),
            PLAIN,
        );
        if let Some(time) = traced.time {
            head.push(
                &format!(" {}", texts.at_time(time.slice(&article.text))),
                FAINT,
            );
        }
        page.line(head)?;
        let passage = trace.slice(traced.passage);
        let is_quoted = !traced.statuses.contains(&CheckStatus::Paraphrased);
        if is_quoted {
            page.paragraph(INDENT, &texts.quoted(passage))?;
        } else {
            page.paragraph(INDENT, passage)?;
        }
        let note = Text::of(&trace.note(at), FAINT);
        page.entry(Text::new(), INDENT, &note)?;
        page.gap()?;
    }
    let count = trace.renderings.len();
    page.paragraph(0, &texts.trace_renderings(count, amount))?;
    not_read(trace, page)
}

fn not_read(trace: &Trace, page: &mut Page<'_>) -> io::Result<()> {
    match trace.not_read() {
        Some(note) => page.paragraph(0, &note),
        None => Ok(()),
    }
}
