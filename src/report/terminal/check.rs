//! A check as a list of problems, each at its line, with what the source prints instead.

use std::io;

use super::page::Page;
use super::screen::{FAINT, GRAVE, NOTABLE, PLAIN, STRONG};
use super::text::Text;
use crate::model::{Check, CheckStatus, Checked, Severity};

/// Columns from the edge of what belongs to a problem.
const INDENT: usize = 4;

pub(super) fn write(check: &Check, is_full: bool, page: &mut Page<'_>) -> io::Result<()> {
    let mut shown = 0;
    for checked in &check.results {
        let is_quiet = checked.severity == Severity::Allow || checked.is_known;
        if is_quiet && !is_full {
            continue;
        }
        problem(check, checked, page)?;
        page.gap()?;
        shown += 1;
    }
    for line in tally(check, shown) {
        page.paragraph(0, &line)?;
    }
    Ok(())
}

fn problem(check: &Check, checked: &Checked, page: &mut Page<'_>) -> io::Result<()> {
    let style = match checked.severity {
        Severity::Deny => GRAVE,
        Severity::Warn => NOTABLE,
        Severity::Allow => PLAIN,
    };
    let origin = &check.origins[checked.place.article];
    let (line, column) = check.line_and_column(checked.place.article, checked.place.span.start);
    let head = if origin.is_whole_file {
        format!("{}:{line}:{column}", origin.path)
    } else {
        origin.path.clone()
    };
    let mut text = Text::of(&head, STRONG).and("  ", PLAIN);
    for (at, status) in checked.statuses.iter().enumerate() {
        text.push(if at == 0 { " " } else { ", " }, PLAIN);
        text.push(
            status.short(check.texts),
            if at == 0 { style } else { PLAIN },
        );
    }
    if checked.is_known {
        text.push(&format!(" ({})", check.texts.check_known()), FAINT);
    }
    // A long path takes several lines rather than the statuses behind it.
    page.entry(Text::new(), 0, &text)?;
    let entry = |label: &str, words: &str, page: &mut Page<'_>| {
        let first = Text::new().and_spaced("    ", PLAIN).and(label, FAINT);
        page.entry(first, LABELS, &Text::of(words, PLAIN))
    };
    entry(check.texts.check_draft(), check.slice(checked.place), page)?;
    let is_plain = checked.status() == CheckStatus::Verbatim;
    let found = checked.found.iter().chain(&checked.nearest);
    for found in found.filter(|_| !is_plain) {
        let label = if checked.found.is_empty() {
            check.texts.check_nearest_label()
        } else {
            check.texts.check_source_label()
        };
        entry(label, check.slice(found.place), page)?;
    }
    page.paragraph(INDENT, &format!("{}.", check.brief(checked)))
}

/// Columns from the edge of the words, behind their labels.
const LABELS: usize = 13;

fn tally(check: &Check, shown: usize) -> Vec<String> {
    let texts = check.texts;
    let all = check.results.len();
    let counts: Vec<String> = check
        .counts()
        .into_iter()
        .map(|(status, count)| format!("{count} {}", status.short(texts)))
        .collect();
    let quotations = texts.quotations(all);
    let known = check.known_in_words();
    let known = known.map_or_else(String::new, |known| format!("; {known}"));
    let mut lines = vec![if all == 0 {
        texts.check_nothing().to_owned()
    } else {
        format!("{quotations}: {}{known}.", counts.join(", "))
    }];
    let forbidden = check
        .results
        .iter()
        .filter(|one| one.is_forbidden())
        .count();
    let searched = check.searched;
    let (sources, words) = (searched.articles, texts.words(searched.words));
    lines.push(if shown < all {
        texts.check_searched_more(sources, words, forbidden, "--full")
    } else {
        texts.check_searched(sources, words, forbidden)
    });
    lines
}
