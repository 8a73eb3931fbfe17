//! The page for one event: what to see first, then the evidence.

use std::io;
use std::iter::repeat;

use super::page::Page;
use super::screen::{FAINT, GRAVE, PLAIN, STRONG, Screen};
use super::text::Text;
use super::{Terminal, article, articles, comment, framing, matrix, statements, strip};
use crate::Comparison;
use crate::model::FindingKind;
use crate::report::Extracted;
use crate::report::view::{Detail, Selection};

/// What the sections of the page share.
pub(super) struct Subject<'a> {
    pub(super) comparison: &'a Comparison,
    pub(super) terminal: &'a Terminal,
    pub(super) selection: Selection,
    /// The articles to show, ascending.
    pub(super) articles: Vec<usize>,
}

pub(super) fn write(
    comparison: &Comparison,
    terminal: &Terminal,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let subject = Subject {
        comparison,
        terminal,
        selection: terminal.view.select(comparison),
        articles: terminal.view.articles(comparison),
    };
    if terminal.view.detail == Detail::Brief {
        return in_short(&subject, page);
    }
    head(&subject, page)?;
    page.gap()?;
    in_short(&subject, page)?;
    if comparison.is_of_one_article() {
        let found = comparison.articles.iter().zip(&comparison.extractions);
        for (article, extraction) in found {
            article::write_findings(
                &Extracted {
                    article,
                    extraction,
                    context: 0,
                    shows_thoughts: true,
                    texts: comparison.texts,
                },
                page,
            )?;
        }
        if terminal.view.detail == Detail::Full {
            framing::write(&subject, page)?;
        }
        return Ok(());
    }
    matrix::write(&subject, page)?;
    statements::write(&subject, page)?;
    strip::write(&subject, page)?;
    comment::write(&subject, page)?;
    if terminal.view.detail == Detail::Full {
        framing::write(&subject, page)?;
        articles::write(&subject, page)?;
    }
    Ok(())
}

/// The event, and one line for each outlet.
fn head(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    let dot = page.screen.signs().or(" · ", " - ");
    let count = comparison.texts.outlets(comparison.articles.len());
    let mut title = Text::of(
        &comparison.event_name(subject.terminal.event.as_deref()),
        STRONG,
    );
    for part in [Some(count), comparison.days()].into_iter().flatten() {
        title.push(dot, FAINT);
        title.push(&part, PLAIN);
    }
    page.entry(Text::new(), 0, &title)?;
    page.gap()?;
    let columns = HeadColumns::new(subject);
    for (row, at) in subject.articles.iter().enumerate() {
        page.line(columns.line(subject, *at, row == 0, page.screen))?;
    }
    Ok(())
}

/// Columns of the outlets' lines.
struct HeadColumns {
    letter: usize,
    name: usize,
    moment: usize,
}

impl HeadColumns {
    const MOST_NAME: usize = 30;
    const MOST_MOMENT: usize = 16;

    fn new(subject: &Subject<'_>) -> Self {
        let widest = |text: &dyn Fn(usize) -> String| {
            let widths = subject
                .articles
                .iter()
                .map(|at| Text::of(&text(*at), PLAIN).width());
            widths.max().unwrap_or(0)
        };
        let comparison = subject.comparison;
        Self {
            letter: 2 + widest(&|at| comparison.letter(at)),
            name: widest(&|at| comparison.articles[at].outlet.clone()).min(Self::MOST_NAME),
            moment: widest(&|at| moment(comparison, at)).min(Self::MOST_MOMENT),
        }
    }

    fn line(&self, subject: &Subject<'_>, at: usize, is_first: bool, screen: Screen) -> Text {
        let comparison = subject.comparison;
        let article = &comparison.articles[at];
        let ellipsis = screen.signs().ellipsis();
        let letter = Text::of(" ", PLAIN).and(&comparison.letter(at), STRONG);
        let name = Text::of(&article.outlet, PLAIN).clipped(self.name, ellipsis);
        let name = name.leading_to(article.web_address(), screen);
        let mut line = letter.padded(self.letter).joined(&name);
        let mut edge = self.letter + self.name + 2;
        if self.moment > 0 {
            let moment = Text::of(&moment(comparison, at), PLAIN);
            line = line
                .padded(edge)
                .joined(&moment.clipped(self.moment, ellipsis));
            edge += self.moment + 2;
        }
        let carried = comparison.carried_count(at);
        let texts = comparison.texts;
        let (words, statements) = match is_first {
            true => (
                format!(" {}", texts.words_column()),
                texts.statements_of(comparison.statements.len(), carried),
            ),
            false => (String::new(), carried.to_string()),
        };
        let words = format!("{:5}{words}", article.words());
        line = line.padded(edge).and_spaced(&words, PLAIN);
        edge += 14;
        line = line.padded(edge).and_spaced(&statements, PLAIN);
        if let Some(copy) = comparison.copies.iter().find(|copy| copy.article == at) {
            let note = comparison.copied_in_words(copy);
            let edge = line.width().max(edge + 3) + 1;
            line = line.padded(edge).and_spaced(&note, FAINT);
        }
        line
    }
}

/// When article `at` was published, in few characters.
fn moment(comparison: &Comparison, at: usize) -> String {
    let published = comparison.articles[at].published.as_ref();
    published
        .map(|time| time.moment(comparison.texts))
        .unwrap_or_default()
}

/// What to see first. What was not read is said last, and always.
fn in_short(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    const INDENT: usize = 14;
    let comparison = subject.comparison;
    let texts = comparison.texts;
    page.line(Text::of(texts.in_short(), STRONG))?;
    let view = &subject.terminal.view;
    let (findings, untold) = match view.detail {
        Detail::Full => (view.findings(comparison), 0),
        _ => {
            let leading = view.leading(comparison);
            let untold = leading.untold();
            (leading.first, untold)
        }
    };
    if findings.is_empty() && comparison.left_out.is_empty() {
        page.paragraph(1, &view.nothing_found(comparison))?;
    }
    for finding in findings {
        let sign = page.screen.signs().finding(finding.kind);
        let style = if finding.kind <= FindingKind::Speaker {
            GRAVE
        } else {
            PLAIN
        };
        let head = Text::of(&format!(" {sign} "), style).and(finding.kind.in_words(texts), style);
        let mut body = Text::of(&finding.text, PLAIN);
        if !finding.statements.is_empty() {
            let labels: Vec<String> = finding
                .statements
                .iter()
                .map(|at| Comparison::label(*at))
                .collect();
            body.push(&format!(" ({})", labels.join(" ")), FAINT);
        }
        page.entry(head, INDENT, &body)?;
    }
    if untold > 0 {
        page.paragraph(3, &texts.findings_untold_flag(untold))?;
    }
    let left_out = comparison
        .left_out
        .iter()
        .zip(repeat(texts.finding_not_read()));
    let notes = comparison.notes.iter().zip(repeat(texts.finding_note()));
    for (message, kind) in left_out.chain(notes) {
        let head = Text::of(&format!(" - {kind}"), PLAIN);
        page.entry(head, INDENT, &Text::of(message, PLAIN))?;
    }
    Ok(())
}

impl Subject<'_> {
    /// Columns of the longest label of a statement.
    pub(super) fn label_width(&self) -> usize {
        Comparison::label(self.comparison.statements.len().saturating_sub(1)).len()
    }
}
