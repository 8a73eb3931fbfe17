//! Text to paragraphs: one per line that holds more than white space, unless the lines were wrapped.
//!
//! ```text
//! The master of the ferry said that a warning lamp “had failed four    ╮ one paragraph: the next
//! times since the summer” and that a promised switch never came.       ╯ word did not fit
//! ```
//!
//! Articles separate paragraphs by an empty line or by a single line break. Text that was typed or mailed is
//! often broken at a column instead. A text counts as wrapped when its lines are short and many of them stop
//! in the middle of a sentence: after a letter or a comma, where the next line goes on in small letters. In
//! such a text a line goes on in the next one when it stops like this, or when the next word had no room.

use crate::Span;

/// One paragraph, without white space at its edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub span: Span,
}

/// Most columns of a text that was wrapped.
const WIDEST: usize = 100;
/// Fewest lines that stop in the middle of a sentence, and their least share.
const STOPS: usize = 2;
const SHARE: f64 = 0.4;

/// The paragraphs of the part `body` of `text`, in order.
pub(crate) fn paragraphs(text: &str, body: Span) -> Vec<Paragraph> {
    let width = wrapped_at(body.slice(text));
    let mut found: Vec<Paragraph> = Vec::new();
    let mut start = body.start;
    let mut is_open = false;
    for line in lines(body.slice(text)) {
        let span = Span::new(start, start + line.len()).trim(text);
        start += line.len();
        // An empty line of a block quotation is ">".
        if span.is_empty() || span.slice(text) == ">" {
            is_open = false;
            continue;
        }
        match found.last_mut() {
            Some(last) if is_open => last.span = last.span.join(span),
            _ => found.push(Paragraph { span }),
        }
        is_open = width.is_some_and(|width| goes_on(text, span, start, body.end, width));
    }
    found
}

/// The lines of `text`, each with its break: `split_inclusive`, which takes smaller steps.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    let ends = breaks.map(|at| at + 1).chain([text.len()]);
    let mut start = 0;
    let lines = ends.map(move |end| &text[std::mem::replace(&mut start, end)..end]);
    lines.filter(|line| !line.is_empty())
}

/// Whether the paragraph of the line `span`, whose break ends at `next`, goes on in the next line.
fn goes_on(text: &str, span: Span, next: usize, end: usize, width: usize) -> bool {
    let line = span.slice(text);
    let next = text[next..end].lines().next().unwrap_or_default();
    let goes_on = || stops_inside(line, next) || is_full(line, next, width);
    !line.starts_with('#') && !opens_block(next) && goes_on()
}

/// The width at which the lines of `text` were broken, if they were.
fn wrapped_at(text: &str) -> Option<usize> {
    let mut width = 0;
    for line in text.lines() {
        // In bytes first: an article's paragraph is long, and then nothing needs counting.
        if line.len() > WIDEST * 4 {
            return None;
        }
        let columns = line.trim_end().chars().count();
        if columns > WIDEST {
            return None;
        }
        width = width.max(columns);
    }
    let (mut stops, mut breaks) = (0_usize, 0_u32);
    for (line, next) in text.lines().zip(text.lines().skip(1)) {
        if !line.trim().is_empty() && !next.trim().is_empty() {
            breaks += 1;
            stops += usize::from(stops_inside(line.trim_end(), next));
        }
    }
    let is_wrapped = stops >= STOPS && stops as f64 >= SHARE * f64::from(breaks);
    is_wrapped.then_some(width)
}

/// Whether `line` stops in the middle of a sentence that `next` takes up.
fn stops_inside(line: &str, next: &str) -> bool {
    let is_open = |last: char| last.is_alphanumeric() || matches!(last, ',' | '-' | '–' | '—');
    let mut first = next.trim_start().chars().filter(|c| !is_mark(*c));
    line.ends_with(is_open) && first.next().is_some_and(char::is_lowercase)
}

/// Whether a quotation mark or a bracket may stand before a word as this does.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '„' | '(' | '[')
}

/// Whether the first word of `next` had no room behind `line`.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    line.chars().count() + 1 + word.chars().count() > width
}

/// Whether `line` begins something of its own: a headline, a list, a quoted block, a rule, a table.
fn opens_block(line: &str) -> bool {
    let line = line.trim_start();
    let mut rest = line
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .chars();
    let is_numbered = rest.as_str().len() < line.len()
        && matches!(rest.next(), Some('.' | ')'))
        && rest.next().is_none_or(char::is_whitespace);
    let is_bullet = ["- ", "* ", "+ ", "• "]
        .iter()
        .any(|bullet| line.starts_with(bullet));
    let is_rule = line.len() >= 3 && line.chars().all(|c| matches!(c, '=' | '-' | '*' | '_'));
    is_numbered || is_bullet || is_rule || line.starts_with(['#', '>', '|'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let found = paragraphs(text, Span::new(0, text.len()));
        found.iter().map(|one| one.span.slice(text)).collect()
    }

    #[test]
    fn every_line_of_an_article_is_a_paragraph() {
        let text = "“It was safe,” he said.\nShe did not agree.\n\n  Both left.\n";
        assert_eq!(
            split(text),
            [
                "“It was safe,” he said.",
                "She did not agree.",
                "Both left."
            ]
        );
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "\
# Ferry

The master of the ferry Linnet told an inquiry on Tuesday that a warning
lamp “had failed four times since the summer” and that a promised switch
never came. “I did not ask for a second
count,” he said, and the office wanted him away by six in the evening or
not at all.
- a list is none
- of it

Nobody answered.
";
        let found = split(text);
        assert_eq!(found[0], "# Ferry");
        assert!(found[1].starts_with("The master") && found[1].ends_with("at all."));
        assert_eq!(
            found[2..],
            ["- a list is none", "- of it", "Nobody answered."]
        );
    }

    #[test]
    fn short_paragraphs_are_not_taken_for_wrapped_lines() {
        let text = "\
Four people were hurt when the stand gave way, police said.
The club closed the ground.
An inquiry will open on Monday in the old town hall, the mayor said.
Nobody was arrested.
The club said it would pay.
";
        assert_eq!(split(text).len(), 5);
    }
}
