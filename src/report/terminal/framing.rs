//! What differs beside the quotations: facts, framing, and where an outlet seems to speak for itself.

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, GRAVE, PLAIN, STRONG};
use super::text::Text;
use crate::model::{Difference, Fact, Framing, FramingKind, Place, Remark};

/// Columns of the kind or the letter and place.
const INDENT: usize = 13;
/// Passages of one finding; the rest is counted.
const MOST_PASSAGES: usize = 6;
/// Words of a passage.
const PASSAGE: usize = 16;

pub(super) fn write(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    if !comparison.facts.is_empty() {
        page.heading("Facts that differ")?;
        for fact in &comparison.facts {
            write_fact(subject, fact, page)?;
        }
    }
    for (kind, heading) in [
        (
            FramingKind::Headline,
            "Headlines and the passages that carry them",
        ),
        (FramingKind::Label, "How the same is named"),
        (
            FramingKind::Cue,
            "What the outlets have somebody do and say",
        ),
        (FramingKind::Loaded, "Charged words"),
        (FramingKind::Prominence, "Early here, late there"),
        (FramingKind::Omission, "Not found everywhere"),
    ] {
        let own: Vec<&Framing> = comparison
            .framing
            .iter()
            .filter(|framing| framing.kind == kind)
            .collect();
        if !own.is_empty() {
            page.heading(heading)?;
        }
        for framing in own {
            let body = Text::of(&framing.about, STRONG)
                .and(": ", PLAIN)
                .and(&framing.note, PLAIN);
            page.entry(Text::of(" ", PLAIN), 1, &body)?;
            passages(subject, &framing.places, page)?;
        }
    }
    if !comparison.remarks.is_empty() {
        page.heading("Sentences that may be the outlets' own voice")?;
        for remark in &comparison.remarks {
            write_remark(subject, remark, page)?;
        }
    }
    Ok(())
}

fn write_fact(subject: &Subject<'_>, fact: &Fact, page: &mut Page<'_>) -> io::Result<()> {
    let style = if fact.difference == Difference::Conflict {
        GRAVE
    } else {
        PLAIN
    };
    let head =
        Text::of(&format!(" {} ", fact.kind.name()), style).and(fact.difference.name(), style);
    page.line(head)?;
    let places: Vec<Place> = fact.values.iter().map(|value| value.place).collect();
    passages(subject, &places, page)
}

/// Each passage on its own lines, with its outlet and paragraph.
fn passages(subject: &Subject<'_>, places: &[Place], page: &mut Page<'_>) -> io::Result<()> {
    for place in places.iter().take(MOST_PASSAGES) {
        page.entry(
            address(subject, *place),
            INDENT,
            &Text::of(&words(subject, *place), PLAIN),
        )?;
    }
    if places.len() > MOST_PASSAGES {
        let rest = format!("{} more passages", places.len() - MOST_PASSAGES);
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
    let sign = subject.terminal.screen.signs().or("¶", "par. ");
    Text::of("   ", PLAIN)
        .and(&comparison.letter(place.article), STRONG)
        .and(
            &format!(" {sign}{}", comparison.paragraph_number(place)),
            FAINT,
        )
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
