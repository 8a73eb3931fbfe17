//! What the outlets say in their own voice.

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, PLAIN, STRONG};
use super::text::Text;
use crate::Commentary;
use crate::model::{Place, count_words};
use crate::report::view::Detail;

/// Columns of sign, letter, position and length.
const INDENT: usize = 23;
/// Lines of a remark; `-v` prints it whole.
const MOST_LINES: usize = 6;

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let extractions = &subject.comparison.extractions;
    let has_remarks = |article: &usize| !extractions[*article].commentary.is_empty();
    if !subject.articles.iter().any(has_remarks) {
        return Ok(());
    }
    page.heading(subject.comparison.texts.own_voice())?;
    for article in &subject.articles {
        for remark in &extractions[*article].commentary {
            write_remark(subject, *article, remark, page)?;
        }
    }
    Ok(())
}

fn write_remark(
    subject: &Subject<'_>,
    article: usize,
    remark: &Commentary,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let comparison = subject.comparison;
    let place = Place {
        article,
        span: remark.span,
    };
    let words = comparison.slice(place);
    let position = 100.0 * comparison.position(place);
    let head = Text::of(&format!(" {}", page.screen.signs().comment()), PLAIN).padded(4);
    let head = head.and(&comparison.letter(article), STRONG).padded(6);
    let head = head
        .and_spaced(&format!("{position:3.0}%"), FAINT)
        .padded(12);
    let head = head.and(&comparison.texts.words(count_words(words)), FAINT);
    let words = Text::of(words, PLAIN);
    let mut lines = Page::entry_lines(&head, INDENT, &words, page.screen.width());
    if lines.len() > MOST_LINES && subject.terminal.view.detail < Detail::Full {
        let more = lines.split_off(MOST_LINES).len();
        let note = comparison.texts.more_lines(more);
        lines.push(Text::new().padded(INDENT).and(&note, FAINT));
    }
    for line in lines {
        page.line(line)?;
    }
    Ok(())
}
