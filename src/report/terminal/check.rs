//! A check as a list of problems, each at its line, with what the source prints instead.

use std::io;

use super::page::Page;
use super::screen::{FAINT, GRAVE, NOTABLE, PLAIN, STRONG};
use super::text::Text;
use crate::model::{Check, CheckStatus, Checked, Severity};
use crate::report::Signs;

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
        // Lines of the text are none of the file.
        let article = &check.articles[checked.place.article];
        let number = article.paragraph_number(checked.place.span.start);
        let number = page.screen.signs().paragraph(number, check.texts);
        format!("{} {number}", origin.path)
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
        let words = check.slice(found.place);
        if checked.found.is_empty() {
            entry(label, &beginning(words, page.screen.signs()), page)?;
        } else {
            entry(label, words, page)?;
        }
    }
    page.paragraph(INDENT, &format!("{}.", check.brief(checked)))
}

/// Columns from the edge of the words, behind their labels.
const LABELS: usize = 13;

/// The first words of a passage that is only near; how many more there are is counted.
fn beginning(passage: &str, signs: Signs) -> String {
    const MOST: usize = 30;
    let words: Vec<&str> = passage.split_whitespace().collect();
    match words.len().saturating_sub(MOST) {
        0 => passage.to_owned(),
        more => format!("{} {}", words[..MOST].join(" "), signs.cut(more)),
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_passage_that_is_only_near_the_first_words_are_shown() {
        let long = "was looked at again ".repeat(10);
        let told = beginning(&long, Signs::Unicode);
        assert!(told.ends_with("was looked ‹10›"), "{told}");
        assert_eq!(beginning("nobody  asked", Signs::Unicode), "nobody  asked");
    }
}
