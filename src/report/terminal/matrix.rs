//! Which outlet carries which statement, and how: one row a statement, one column an outlet.

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, PLAIN, STRONG, Screen, style_of};
use super::text::Text;
use crate::Comparison;
use crate::model::{Renderings, from_first_word};
use crate::report::Signs;
use crate::report::signs::Used;

/// Most columns of the speaker's name and the space beside it, and how many more there may be where the
/// words have plenty.
const SPEAKER: usize = 19;
const MORE_SPEAKER: usize = 9;
/// Columns of a cell and the space beside it: two signs and two digits.
const CELL: usize = 5;
/// Columns of the reporting verb, which joins its cell from the width `WIDE` on.
const VERB: std::ops::RangeInclusive<usize> = 6..=11;
const WIDE: usize = 120;
/// The words give way to speakers and verbs only down to this,
const ENOUGH_WORDS: usize = 26;
const PLENTY_OF_WORDS: usize = 44;
/// and to further outlets down to this; still more outlets go to a second table.
const FEWEST_WORDS: usize = 15;

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let selection = &subject.selection;
    if subject.comparison.statements.is_empty() {
        return Ok(());
    }
    let number = 2 + subject.label_width();
    let mut used = Used::default();
    if !selection.shown.is_empty() {
        let widest = Widest::of(subject);
        let most = (page.screen.width() - number - FEWEST_WORDS) / CELL;
        for articles in subject.articles.chunks(most) {
            page.gap()?;
            let columns = Columns::new(number, articles.len(), &widest, page.screen);
            table(subject, articles, &columns, &mut used, page)?;
        }
    } else {
        page.gap()?;
    }
    counts(subject, number, page)?;
    if selection.shown.is_empty() {
        return Ok(());
    }
    let key = page.screen.signs().key(&used, subject.comparison);
    page.gap()?;
    page.pieces(1, &key)
}

/// What the table has to hold, with the space beside it.
struct Widest {
    speaker: usize,
    words: usize,
}

impl Widest {
    fn of(subject: &Subject<'_>) -> Self {
        let comparison = subject.comparison;
        let texts = comparison.texts;
        let columns = |text: &str| 2 + Text::of(text, PLAIN).width();
        let mut widest = Self {
            speaker: columns(texts.speaker_column()),
            words: columns(texts.statement_column()),
        };
        for at in &subject.selection.shown {
            let base = comparison.renderings(*at, subject.terminal.view.base).base;
            widest.speaker = widest.speaker.max(columns(comparison.speaker_name(*at)));
            widest.words = widest.words.max(columns(comparison.slice(base)));
        }
        widest
    }
}

/// Columns of the parts of a row.
struct Columns {
    number: usize,
    /// Nothing when speakers are headings.
    speaker: usize,
    words: usize,
    /// Nothing when there is no room for verbs.
    verb: usize,
}

impl Columns {
    fn new(number: usize, outlets: usize, widest: &Widest, screen: Screen) -> Self {
        let room = screen.width() - number - outlets * CELL;
        let speaker = if room >= SPEAKER + ENOUGH_WORDS {
            let spare = room.saturating_sub(SPEAKER + PLENTY_OF_WORDS);
            widest.speaker.min(SPEAKER + spare.min(MORE_SPEAKER))
        } else {
            0
        };
        let room = room - speaker;
        let spare = room.saturating_sub(ENOUGH_WORDS) / outlets;
        let verb = match spare.min(*VERB.end()) {
            verb if screen.width() >= WIDE && verb >= *VERB.start() => verb,
            _ => 0,
        };
        Self {
            number,
            speaker,
            words: widest.words.min(room - outlets * verb),
            verb,
        }
    }

    /// Where the first cell begins.
    fn cells(&self) -> usize {
        self.number + self.speaker + self.words
    }
}

fn table(
    subject: &Subject<'_>,
    articles: &[usize],
    columns: &Columns,
    used: &mut Used,
    page: &mut Page<'_>,
) -> io::Result<()> {
    page.line(head(subject, articles, columns))?;
    let mut speaker = None;
    for at in &subject.selection.shown {
        let name = subject.comparison.speaker_name(*at);
        if columns.speaker == 0 && speaker != Some(name) {
            let name = Text::of(name, PLAIN);
            page.line(Text::new().padded(columns.number).joined(&name))?;
        }
        speaker = Some(name);
        let row = Row {
            subject,
            at: *at,
            renderings: subject
                .comparison
                .renderings(*at, subject.terminal.view.base),
            columns,
            screen: page.screen,
        };
        page.line(row.line(articles, used))?;
    }
    Ok(())
}

fn head(subject: &Subject<'_>, articles: &[usize], columns: &Columns) -> Text {
    let mut line = Text::new().padded(columns.number);
    if columns.speaker > 0 {
        line.push(subject.comparison.texts.speaker_column(), FAINT);
        line = line.padded(columns.number + columns.speaker);
    }
    line.push(subject.comparison.texts.statement_column(), FAINT);
    let mut edge = columns.cells();
    for at in articles {
        line = line.padded(edge);
        line.push(&subject.comparison.letter(*at), STRONG);
        edge += CELL + columns.verb;
    }
    line
}

struct Row<'a> {
    subject: &'a Subject<'a>,
    at: usize,
    renderings: Renderings,
    columns: &'a Columns,
    screen: Screen,
}

impl Row<'_> {
    fn line(&self, articles: &[usize], used: &mut Used) -> Text {
        let comparison = self.subject.comparison;
        let ellipsis = self.screen.signs().ellipsis();
        let columns = self.columns;
        let label = format!(" {}", Comparison::label(self.at));
        let mut line = Text::of(&label, STRONG).padded(columns.number);
        if columns.speaker > 0 {
            let name = Text::of(comparison.speaker_name(self.at), PLAIN);
            line.append(&name.clipped(columns.speaker - 2, ellipsis));
            line = line.padded(columns.number + columns.speaker);
        }
        let words = Text::of(
            from_first_word(comparison.slice(self.renderings.base)),
            PLAIN,
        );
        line.append(&words.clipped(columns.words - 2, ellipsis));
        let mut edge = columns.cells();
        for article in articles {
            line = line.padded(edge).joined(&self.cell(*article, used));
            if columns.verb > 0 {
                line = line.padded(edge + CELL).joined(&self.verb(*article));
            }
            edge += CELL + columns.verb;
        }
        line
    }

    /// The two gravest signs, and the share of the base's words that is kept or the outlet that has
    /// the same words.
    fn cell(&self, article: usize, used: &mut Used) -> Text {
        let base = self.renderings.base;
        let Some(rendering) = self.renderings.of(article) else {
            return Text::of(self.screen.signs().absent(), FAINT);
        };
        used.see(rendering, &self.renderings);
        if rendering.holds(base) {
            return Text::of(self.screen.signs().reference(), PLAIN);
        }
        let mut cell = Text::new();
        let relations = rendering.relations(base);
        for relation in relations.iter().take(Signs::IN_A_CELL) {
            cell.push(self.screen.signs().relation(relation), style_of(relation));
        }
        let comparison = self.subject.comparison;
        match rendering.stands_beside(base) {
            Some(other) => cell.push(&comparison.letter(other), PLAIN),
            None => {
                if let Some(share) = comparison.share_kept(&self.renderings, rendering) {
                    cell.push(&share.to_string(), PLAIN);
                }
            }
        }
        cell
    }

    /// The verb that the outlet reports the statement with.
    fn verb(&self, article: usize) -> Text {
        let comparison = self.subject.comparison;
        let base = self.renderings.base;
        let passage = self.renderings.of(article).map(|rendering| {
            if rendering.holds(base) {
                base
            } else {
                rendering.passages[0].place
            }
        });
        let Some(verb) = passage.and_then(|place| comparison.verb_at(self.at, place)) else {
            return Text::new();
        };
        let verb = Text::of(verb, FAINT);
        verb.clipped(self.columns.verb - 1, self.screen.signs().ellipsis())
    }
}

/// What the table leaves out.
fn counts(subject: &Subject<'_>, indent: usize, page: &mut Page<'_>) -> io::Result<()> {
    let selection = &subject.selection;
    let texts = subject.comparison.texts;
    let mut parts = Vec::new();
    if !selection.beyond.is_empty() {
        parts.push(texts.lesser(selection.beyond.len()));
    }
    if !selection.same.is_empty() {
        parts.push(texts.in_same_words(selection.same.len()));
    }
    if !selection.single.is_empty() {
        parts.push(texts.in_one_outlet(selection.single.len()));
    }
    if parts.is_empty() {
        return Ok(());
    }
    let more = selection.beyond.len() + selection.same.len() + selection.single.len();
    let more = match selection.shown.len() {
        0 => texts.statements_left_out(more, parts.join("; ")),
        _ if parts.len() == 1 => texts.statements_of_one_kind(&parts[0]),
        _ => texts.statements_more(more, parts.join("; ")),
    };
    page.paragraph(indent, &more)
}
