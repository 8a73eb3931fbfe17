//! What differs beside the quotations: facts, framing, and where an outlet seems to speak for itself.

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, GRAVE, PLAIN, STRONG};
use super::text::Text;
use crate::model::{Difference, Fact, Framing, FramingKind, Place, Remark, Told};

/// Columns of the kind or the letter and place.
const INDENT: usize = 13;
/// Passages of one finding; the rest is counted.
const MOST_PASSAGES: usize = 6;
/// Speakers that are shown.
const MOST_VOICES: usize = 12;
/// Words of a passage.
const PASSAGE: usize = 16;

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    let texts = comparison.texts;
    write_told(subject, page)?;
    if comparison.facts_compared > 0 {
        page.heading(texts.facts_that_differ())?;
        let compared = comparison.facts_compared;
        let among = match comparison.facts.len() {
            0 => texts.facts_no_conflict(compared),
            count => texts.facts_differing(compared, count),
        };
        page.line(Text::of(&format!(" {among}"), FAINT))?;
        for fact in &comparison.facts {
            write_fact(subject, fact, page)?;
        }
    }
    for kind in FramingKind::SHOWN {
        let own: Vec<&Framing> = comparison
            .framing
            .iter()
            .filter(|framing| framing.kind == kind)
            .collect();
        if !own.is_empty() {
            page.heading(match kind {
                FramingKind::Headline => texts.framing_headline_passages(),
                FramingKind::Loaded => texts.framing_loaded_short(),
                kind => kind.heading(texts),
            })?;
        }
        for framing in own {
            page.entry(Text::of(" ", PLAIN), 1, &Text::of(&framing.about, STRONG))?;
            page.paragraph(3, &framing.note)?;
            passages(subject, &framing.places, page)?;
        }
    }
    if !comparison.remarks.is_empty() {
        page.heading(texts.framing_remarks())?;
        for remark in &comparison.remarks {
            write_remark(subject, remark, page)?;
        }
    }
    write_voices(subject, page)
}

/// How many sentences of each article the others tell too.
fn write_told(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    let has_sentences = comparison.told.iter().any(|told| *told != Told::default());
    if comparison.articles.len() < 2 || !has_sentences {
        return Ok(());
    }
    page.heading(comparison.texts.sentences_told())?;
    for article in &subject.articles {
        let head = Text::of(" ", PLAIN).and(&comparison.letter(*article), STRONG);
        let told = comparison.told[*article];
        let counts =
            comparison
                .texts
                .sentences_of_each(told.shared, told.rewritten, told.only_here);
        page.entry(head, INDENT, &Text::of(&counts, PLAIN))?;
    }
    Ok(())
}

/// Who speaks, those in most outlets first.
fn write_voices(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    if comparison.voices.is_empty() {
        return Ok(());
    }
    page.heading(comparison.texts.who_speaks())?;
    for voice in comparison.voices.iter().take(MOST_VOICES) {
        page.entry(Text::of(" ", PLAIN), 1, &Text::of(&voice.name, STRONG))?;
        for article in &subject.articles {
            let head = Text::new()
                .padded(3)
                .and(&comparison.letter(*article), STRONG);
            page.entry(
                head,
                INDENT,
                &Text::of(&voice.in_words(*article, comparison.texts), PLAIN),
            )?;
        }
    }
    if comparison.voices.len() > MOST_VOICES {
        let rest = comparison.voices.len() - MOST_VOICES;
        let rest = comparison.texts.more_speakers(rest);
        page.line(Text::of(&format!(" {rest}"), FAINT))?;
    }
    Ok(())
}

fn write_fact(subject: &Subject<'_>, fact: &Fact, page: &mut Page<'_>) -> io::Result<()> {
    let style = if fact.difference == Difference::Conflict {
        GRAVE
    } else {
        PLAIN
    };
    let texts = subject.comparison.texts;
    let head = Text::of(&format!(" {} ", fact.kind.in_words(texts)), style)
        .and(fact.difference.in_words(texts), style);
    page.line(head)?;
    let places: Vec<Place> = fact.values.iter().map(|value| value.place).collect();
    passages(subject, &places, page)
}

/// Each passage on its own lines, with its outlet and paragraph; of every article some, so that they stand
/// side by side.
fn passages(subject: &Subject<'_>, places: &[Place], page: &mut Page<'_>) -> io::Result<()> {
    let mut of_each = places.chunk_by(|a, b| a.article == b.article);
    let articles = of_each.clone().count().max(1);
    let most = (MOST_PASSAGES / articles).max(1);
    let shown: Vec<Place> = of_each
        .by_ref()
        .flat_map(|own| own.iter().copied().take(most))
        .collect();
    for place in &shown {
        page.entry(
            address(subject, *place),
            INDENT,
            &Text::of(&words(subject, *place), PLAIN),
        )?;
    }
    if places.len() > shown.len() {
        let rest = subject
            .comparison
            .texts
            .more_passages(places.len() - shown.len());
        page.line(Text::new().padded(INDENT).and(&rest, FAINT))?;
    }
    Ok(())
}

fn write_remark(subject: &Subject<'_>, remark: &Remark, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    let text = comparison.slice(remark.place);
    page.entry(
        address(subject, remark.place),
        INDENT,
        &Text::of(text, PLAIN),
    )?;
    let triggers: Vec<&str> = remark
        .triggers
        .iter()
        .map(|(span, _)| {
            comparison.slice(Place {
                article: remark.place.article,
                span: *span,
            })
        })
        .collect();
    page.entry(
        Text::new(),
        INDENT,
        &Text::of(&format!("({})", triggers.join(", ")), FAINT),
    )
}

fn address(subject: &Subject<'_>, place: Place) -> Text {
    let comparison = subject.comparison;
    let number = comparison.paragraph_number(place);
    let signs = subject.terminal.screen.signs();
    let number = signs.paragraph(number, comparison.texts);
    Text::new()
        .padded(3)
        .and(&comparison.letter(place.article), STRONG)
        .and(&format!(" {number}"), FAINT)
}

/// The first words of a passage.
fn words(subject: &Subject<'_>, place: Place) -> String {
    let ellipsis = subject.terminal.screen.signs().ellipsis();
    let words: Vec<&str> = subject.comparison.slice(place).split_whitespace().collect();
    if words.len() <= PASSAGE {
        return words.join(" ");
    }
    format!("{} {ellipsis}", words[..PASSAGE].join(" "))
}
