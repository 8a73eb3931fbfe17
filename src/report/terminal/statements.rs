//! Every statement that is shown, each rendering under the other, marked against one of them.
//!
//! ```text
//! s1 Kremlin · A B C
//!  ◉ A   2%  said      The two leaders went over the Afghan question at length
//!  ≈ C   4%  claimed   The two leaders [-went-]{+argued+} over the Afghan question
//! ```

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, NEW, OLD, PLAIN, STRONG, Screen, style_of};
use super::text::Text;
use crate::model::{Passage, Rendering, Renderings, Stroke};
use crate::{Comparison, Relation};

/// Columns of signs, letter, position and verb.
const INDENT: usize = 25;
/// "According to".
const VERB: usize = 12;
/// From this width on the base stands beside the other renderings.
const WIDE: usize = 160;

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    for at in &subject.selection.shown {
        page.gap()?;
        statement(subject, *at, page)?;
    }
    Ok(())
}

fn statement(subject: &Subject<'_>, at: usize, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    let label = Comparison::label(at);
    let head = Text::of(&label, STRONG)
        .and(" ", PLAIN)
        .and(comparison.speaker_name(at), STRONG)
        .and(page.screen.signs().or(" · ", " - "), FAINT)
        .and(&comparison.carriers(at), PLAIN);
    page.line(head)?;
    let rows = Rows {
        subject,
        at,
        renderings: comparison.renderings(at, subject.terminal.view.base),
        screen: page.screen,
    };
    let (base, mut others) = rows.all();
    others.extend(rows.nearest());
    if page.screen.width() < WIDE || others.is_empty() {
        for row in base.iter().chain(&others) {
            page.entry(row.head.clone(), INDENT, &row.words)?;
        }
        return Ok(());
    }
    let half = page.screen.width() / 2;
    let lines = |rows: &[Row], width| -> Vec<Text> {
        let lines = rows.iter();
        lines
            .flat_map(|row| Page::entry_lines(&row.head, INDENT, &row.words, width))
            .collect()
    };
    page.beside(
        &lines(&base, half - 2),
        half,
        &lines(&others, page.screen.width() - half),
    )
}

/// One rendering: what stands in the margin, and the words.
struct Row {
    head: Text,
    words: Text,
}

struct Rows<'a> {
    subject: &'a Subject<'a>,
    at: usize,
    renderings: Renderings,
    screen: Screen,
}

impl Rows<'_> {
    /// The base, and the others with a last line for the outlets without the statement.
    fn all(&self) -> (Vec<Row>, Vec<Row>) {
        let mut base = Vec::new();
        let mut others = Vec::new();
        for rendering in &self.renderings.articles {
            let is_shown = self.subject.articles.contains(&rendering.article);
            let of_base = rendering
                .passages
                .iter()
                .filter(|own| own.place == self.renderings.base);
            base.extend(of_base.map(|own| self.row(rendering, own)));
            let comparison = self.subject.comparison;
            let earlier = comparison.same_as(&self.renderings, rendering.article);
            // Where one article copies another, its second passage has nothing to tell.
            let all = match earlier {
                Some(_) => &rendering.passages[..1],
                None => &rendering.passages[..],
            };
            let all = all
                .iter()
                .filter(|own| own.place != self.renderings.base && is_shown);
            others.extend(all.map(|own| self.row(rendering, own)));
        }
        others.extend(self.absent());
        (base, others)
    }

    /// What comes nearest elsewhere, where one outlet alone carries the statement.
    fn nearest(&self) -> Option<Row> {
        let comparison = self.subject.comparison;
        let nearest = comparison.nearest_to(self.at)?;
        let texts = comparison.texts;
        let words: Vec<&str> = comparison.slice(nearest.place).split_whitespace().collect();
        let words = Text::of(texts.nearest(), FAINT)
            .and(" ", PLAIN)
            .and(&comparison.letter(nearest.place.article), STRONG)
            .and(&format!(" {} ", words.join(" ")), PLAIN)
            .and(&format!("({}; ", Comparison::label(nearest.of)), FAINT)
            .and(&format!("{})", comparison.nearest_in_words(nearest)), FAINT);
        let is_shown = self.subject.articles.contains(&nearest.place.article);
        is_shown.then(|| Row {
            head: Text::new(),
            words,
        })
    }

    fn absent(&self) -> Option<Row> {
        let comparison = self.subject.comparison;
        let statement = &comparison.statements[self.at];
        let mut absent = statement.omitted_by.clone();
        absent.retain(|article| self.subject.articles.contains(article));
        (!absent.is_empty()).then(|| Row {
            head: Text::of(&format!(" {} ", self.screen.signs().absent()), FAINT),
            words: Text::of(
                &comparison.texts.not_found_in(comparison.letters(&absent)),
                FAINT,
            ),
        })
    }

    fn row(&self, rendering: &Rendering, passage: &Passage) -> Row {
        let comparison = self.subject.comparison;
        let mut head = Text::of(" ", PLAIN);
        match &passage.measure {
            _ if passage.place == self.renderings.base => {
                head.push(self.screen.signs().reference(), PLAIN);
            }
            None => {}
            Some(measure) => {
                for relation in measure.relations.iter().take(2) {
                    head.push(self.screen.signs().relation(relation), style_of(relation));
                }
            }
        }
        let mut head = head.padded(4);
        let letter = Text::of(&comparison.letter(passage.place.article), STRONG);
        let address = comparison.articles[passage.place.article].web_address();
        head.append(&letter.leading_to(address, self.screen));
        let position = 100.0 * comparison.position(passage.place);
        let mut head = head
            .padded(6)
            .and_spaced(&format!("{position:3.0}%"), FAINT)
            .padded(12);
        if let Some(verb) = comparison.verb_at(self.at, passage.place) {
            head.append(&Text::of(verb, PLAIN).clipped(VERB, self.screen.signs().ellipsis()));
        }
        Row {
            head,
            words: self.words(rendering, passage),
        }
    }

    fn words(&self, rendering: &Rendering, passage: &Passage) -> Text {
        let comparison = self.subject.comparison;
        let earlier = comparison.same_as(&self.renderings, passage.place.article);
        let as_in =
            |article: usize| Text::of(&comparison.texts.as_in(comparison.letter(article)), FAINT);
        let mut words = match &passage.measure {
            Some(measure) if measure.relations.contains(Relation::Verbatim) => {
                as_in(measure.against.article)
            }
            Some(_) => match earlier {
                Some(article) => as_in(article),
                None => drawn(&comparison.strokes(passage), self.screen),
            },
            None => drawn(&comparison.strokes(passage), self.screen),
        };
        for note in self.notes(rendering, passage) {
            words.push(&format!(" ({note})"), FAINT);
        }
        words
    }

    /// What signs and marks leave unsaid.
    fn notes(&self, rendering: &Rendering, passage: &Passage) -> Vec<String> {
        let comparison = self.subject.comparison;
        let texts = comparison.texts;
        let mut notes = Vec::new();
        if comparison.is_indirect(self.at, passage.place) {
            notes.push(texts.told_not_quoted().to_owned());
        }
        let is_first = rendering.passages[0].place == passage.place;
        let is_base = passage.place == self.renderings.base;
        if comparison.is_disputed(self.at) && (is_first || is_base) {
            notes.push(comparison.credit(self.at, passage.place));
        }
        if passage
            .measure
            .as_ref()
            .is_some_and(|measure| measure.is_translation)
        {
            notes.push(texts.another_translation().to_owned());
        }
        if let Some(measure) = &passage.measure
            && measure.against != self.renderings.base
            && !measure.diff.is_empty()
            && !measure.relations.contains(Relation::Verbatim)
            && comparison
                .same_as(&self.renderings, passage.place.article)
                .is_none()
        {
            let letter = comparison.letter(measure.against.article);
            notes.push(texts.against_words_of(letter));
        }
        notes
    }
}

/// Words taken out and put in, each with its own colour or its own brackets.
fn drawn(strokes: &[Stroke<'_>], screen: Screen) -> Text {
    let mut text = Text::new();
    for stroke in strokes {
        if matches!(stroke, Stroke::New(_)) && screen.is_colored() && text.ends_with(OLD) {
            text.push(" ", PLAIN);
        }
        match stroke {
            Stroke::Kept(words) => text.push(words, PLAIN),
            Stroke::Old(words) => marked(&mut text, words, ("[-", "-]"), OLD, screen),
            Stroke::New(words) => marked(&mut text, words, ("{+", "+}"), NEW, screen),
            Stroke::Cut(count) => text.push(&screen.signs().cut(*count), FAINT),
        }
    }
    text
}

fn marked(
    text: &mut Text,
    words: &str,
    (open, close): (&str, &str),
    style: anstyle::Style,
    screen: Screen,
) {
    if screen.is_colored() {
        text.push(words, style);
    } else {
        text.push(&format!("{open}{words}{close}"), PLAIN);
    }
}
