//! Which outlet carries which statement, and how: one row a statement, one column an outlet.

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, PLAIN, STRONG, Screen, style_of};
use super::text::Text;
use crate::model::{Renderings, count_words};
use crate::{Comparison, Relation};

/// Columns of the speaker's name and the space beside it.
const SPEAKER: usize = 19;
/// Columns of a cell and the space beside it: two signs and two digits.
const CELL: usize = 5;
/// With more outlets the speakers become headings.
const MOST_BESIDE_SPEAKER: usize = 6;
/// From this width on the reporting verb joins its cell, as far as the words keep `ENOUGH_WORDS`.
const WIDE: usize = 120;
const ENOUGH_WORDS: usize = 26;

/// Columns of the parts of a row.
struct Columns {
    number: usize,
    /// Nothing when speakers are headings.
    speaker: usize,
    words: usize,
    cell: usize,
}

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let selection = &subject.selection;
    if subject.comparison.statements.is_empty() {
        return Ok(());
    }
    page.gap()?;
    let columns = Columns::new(subject, page.screen);
    let mut used = Vec::new();
    if !selection.shown.is_empty() {
        head(subject, &columns, page)?;
    }
    let mut speaker = None;
    for at in &selection.shown {
        let statement = &subject.comparison.statements[*at];
        if columns.speaker == 0 && speaker != Some(&statement.speaker) {
            let name = Text::of(subject.comparison.speaker_name(*at), PLAIN);
            page.line(Text::new().padded(columns.number).joined(&name))?;
            speaker = Some(&statement.speaker);
        }
        row(subject, *at, &columns, &mut used, page)?;
    }
    counts(subject, &columns, page)?;
    if selection.shown.is_empty() {
        return Ok(());
    }
    legend(&used, page)
}

impl Columns {
    fn new(subject: &Subject<'_>, screen: Screen) -> Self {
        let outlets = subject.articles.len();
        let number = 2 + Comparison::label(subject.comparison.statements.len().max(10) - 1).len();
        let speaker = if outlets <= MOST_BESIDE_SPEAKER {
            SPEAKER
        } else {
            0
        };
        let room = screen.width().saturating_sub(number + speaker);
        let cues = if screen.width() < WIDE {
            0
        } else {
            let spare = room.saturating_sub(ENOUGH_WORDS) / outlets.max(1);
            spare.saturating_sub(CELL).min(11)
        };
        let cell = CELL + if cues >= 6 { cues } else { 0 };
        Self {
            number,
            speaker,
            words: room.saturating_sub(outlets * cell),
            cell,
        }
    }
}

fn head(subject: &Subject<'_>, columns: &Columns, page: &mut Page<'_>) -> io::Result<()> {
    let mut line = Text::new().padded(columns.number);
    if columns.speaker > 0 {
        line.push("speaker", FAINT);
        line = line.padded(columns.number + columns.speaker);
    }
    line.push("statement", FAINT);
    let mut edge = columns.number + columns.speaker + columns.words;
    for at in &subject.articles {
        line = line.padded(edge);
        line.push(&subject.comparison.letter(*at), STRONG);
        edge += columns.cell;
    }
    page.line(line)
}

fn row(
    subject: &Subject<'_>,
    at: usize,
    columns: &Columns,
    used: &mut Vec<Relation>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let comparison = subject.comparison;
    let ellipsis = page.screen.ellipsis();
    let renderings = comparison.renderings(at, subject.terminal.view.base);
    let mut line = Text::of(&format!(" {}", Comparison::label(at)), STRONG).padded(columns.number);
    if columns.speaker > 0 {
        let name = Text::of(comparison.speaker_name(at), PLAIN);
        line.append(&name.clipped(columns.speaker - 2, ellipsis));
        line = line.padded(columns.number + columns.speaker);
    }
    let words = Text::of(comparison.slice(renderings.base), PLAIN);
    line.append(&words.clipped(columns.words.saturating_sub(2), ellipsis));
    let mut edge = columns.number + columns.speaker + columns.words;
    for article in &subject.articles {
        line = line.padded(edge);
        line.append(&cell(
            subject,
            at,
            &renderings,
            *article,
            columns,
            used,
            page.screen,
        ));
        edge += columns.cell;
    }
    page.line(line)
}

/// The two gravest signs, the share of the base's words that is kept, and the verb where there is room.
fn cell(
    subject: &Subject<'_>,
    at: usize,
    renderings: &Renderings,
    article: usize,
    columns: &Columns,
    used: &mut Vec<Relation>,
    screen: Screen,
) -> Text {
    let Some(rendering) = renderings.of(article) else {
        return Text::of(screen.absent(), FAINT);
    };
    let mut cell = Text::new();
    if rendering.holds(renderings.base) {
        cell.push(screen.reference(), PLAIN);
    } else {
        let relations = rendering.relations(renderings.base);
        for relation in relations.iter().take(2) {
            cell.push(screen.of_relation(relation), style_of(relation));
            used.push(relation);
        }
        let are_lost =
            relations.contains(Relation::Truncated) || relations.contains(Relation::Elided);
        match rendering.stands_beside(renderings.base) {
            Some(other) => cell.push(&subject.comparison.letter(other), PLAIN),
            None if are_lost => {
                if let Some(share) = share_kept(subject.comparison, renderings, article) {
                    cell.push(&share.to_string(), PLAIN);
                }
            }
            None => {}
        }
    }
    if columns.cell > CELL {
        let place = rendering.passages[0].place;
        let quotation = subject.comparison.quotation_at(at, place);
        if let Some(cue) = quotation.and_then(|quotation| quotation.cue.as_ref()) {
            let verb = cue.span.slice(&subject.comparison.articles[article].text);
            cell = cell.padded(CELL);
            let room = columns.cell - CELL - 1;
            cell.append(&Text::of(verb, FAINT).clipped(room, screen.ellipsis()));
        }
    }
    cell
}

/// Per cent of the words of the base that `article` keeps, 1 to 99.
fn share_kept(comparison: &Comparison, renderings: &Renderings, article: usize) -> Option<usize> {
    let text = &comparison.articles[renderings.base.article].text;
    let kept = renderings.of(article)?.kept_words(renderings.base, text)?;
    let all = count_words(comparison.slice(renderings.base)).max(1);
    Some((100 * kept / all).clamp(1, 99))
}

/// What the table leaves out.
fn counts(subject: &Subject<'_>, columns: &Columns, page: &mut Page<'_>) -> io::Result<()> {
    let selection = &subject.selection;
    let mut parts = Vec::new();
    if !selection.beyond.is_empty() {
        parts.push(format!(
            "{} with lesser differences",
            selection.beyond.len()
        ));
    }
    if !selection.same.is_empty() {
        parts.push(format!("{} in the same words", selection.same.len()));
    }
    if !selection.single.is_empty() {
        parts.push(format!("{} in one outlet only", selection.single.len()));
    }
    if parts.is_empty() {
        return Ok(());
    }
    let more = selection.beyond.len() + selection.same.len() + selection.single.len();
    let more = match selection.shown.len() {
        0 => format!("{more} statements: {} (--all)", parts.join("; ")),
        _ => format!("{more} more: {} (--all)", parts.join("; ")),
    };
    page.paragraph(columns.number, &more)
}

/// The signs that the table uses, gravest first.
fn legend(used: &[Relation], page: &mut Page<'_>) -> io::Result<()> {
    let screen = page.screen;
    let mut entries = vec![format!("{} fullest", screen.reference())];
    for relation in Relation::ALL
        .iter()
        .rev()
        .filter(|relation| used.contains(relation))
    {
        let word = match relation {
            Relation::Speaker => "other speaker",
            Relation::Contradicted => "other number, name or negation",
            relation => relation.name(),
        };
        entries.push(format!("{} {word}", screen.of_relation(*relation)));
    }
    entries.push(format!("{} absent", screen.absent()));
    let loses_words = [Relation::Truncated, Relation::Elided];
    if used.iter().any(|relation| loses_words.contains(relation)) {
        let fullest = screen.reference();
        entries.push(format!("47: % of the words of {fullest} kept"));
    }
    page.gap()?;
    page.pieces(1, &entries)
}
