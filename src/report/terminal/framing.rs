//! What differs beside the quotations: facts, framing, and where an outlet seems to speak for itself.

use std::io;

use super::comparison::Subject;
use super::page::Page;
use super::screen::{FAINT, GRAVE, PLAIN, STRONG};
use super::text::Text;
use crate::model::{
    Difference, Fact, Framing, FramingKind, Place, Remark, Told, Version, count_words,
};

/// Columns of the kind or the letter and place.
const INDENT: usize = 13;
/// Passages of one finding; the rest is counted.
const MOST_PASSAGES: usize = 6;
/// Passages that the same outlets lack.
const MOST_ABSENT: usize = 8;
/// Speakers that are shown.
const MOST_VOICES: usize = 12;
/// Words of a passage.
const PASSAGE: usize = 16;
/// Words of a charged word: a longer passage is what others have for it.
const LONGEST_WORD: usize = 4;
/// Words on either side of a value.
const AROUND: usize = 8;

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
        write_framing(subject, kind, page)?;
    }
    if !comparison.remarks.is_empty() {
        page.heading(texts.framing_remarks())?;
        for remark in &comparison.remarks {
            write_remark(subject, remark, page)?;
        }
    }
    write_voices(subject, page)
}

/// The findings of one kind.
fn write_framing(subject: &Subject<'_>, kind: FramingKind, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    let texts = comparison.texts;
    let own: Vec<&Framing> = comparison
        .shown_of_kind(kind)
        .map(|(_, framing)| framing)
        .collect();
    if own.is_empty() {
        return Ok(());
    }
    page.heading(match kind {
        FramingKind::Loaded => texts.framing_loaded_short(),
        kind => kind.heading(texts),
    })?;
    match kind {
        FramingKind::Headline => write_headlines(subject, page)?,
        FramingKind::Omission => write_absences(subject, &own, page)?,
        _ => {
            for framing in &own {
                write_one(subject, framing, page)?;
            }
        }
    }
    let all = comparison.framing.iter();
    let all = all.filter(|framing| framing.kind == kind).count();
    if all > own.len() {
        let rest = texts.more_in_data(all - own.len());
        page.line(Text::of(&format!(" {rest}"), FAINT))?;
    }
    Ok(())
}

/// A finding: what it is about, and what the outlets have.
fn write_one(subject: &Subject<'_>, framing: &Framing, page: &mut Page<'_>) -> io::Result<()> {
    page.entry(Text::of(" ", PLAIN), 1, &Text::of(&framing.about, STRONG))?;
    match framing.kind {
        FramingKind::Label if !framing.versions.is_empty() => {
            write_versions(subject, &framing.versions, page)
        }
        FramingKind::Cue => page.paragraph(3, &framing.note),
        FramingKind::Loaded => {
            page.paragraph(3, &framing.note)?;
            let mut places = framing.places.chunk_by(|a, b| a.article == b.article);
            places.try_for_each(|own| match count_words(subject.comparison.slice(own[0])) {
                0..=LONGEST_WORD => write_value(subject, own[0], page),
                _ => passages(subject, own, 1, page),
            })
        }
        _ => {
            page.paragraph(3, &framing.note)?;
            passages(subject, &framing.places, MOST_PASSAGES, page)
        }
    }
}

/// What some outlets tell and others do not: the passages under the outlets that lack them, then the voices.
fn write_absences(
    subject: &Subject<'_>,
    found: &[&Framing],
    page: &mut Page<'_>,
) -> io::Result<()> {
    let mut by_outlets: Vec<(&str, Vec<Place>)> = Vec::new();
    for framing in found.iter().filter(|one| !one.versions.is_empty()) {
        match by_outlets
            .iter_mut()
            .find(|(known, _)| *known == framing.note)
        {
            Some((_, places)) => places.extend(framing.passages()),
            None => by_outlets.push((&framing.note, framing.passages())),
        }
    }
    for (outlets, mut places) in by_outlets {
        places.sort_unstable();
        places.dedup();
        page.entry(Text::of(" ", PLAIN), 1, &Text::of(outlets, STRONG))?;
        passages(subject, &places, MOST_ABSENT, page)?;
    }
    let mut voices = found.iter().filter(|one| one.versions.is_empty());
    voices.try_for_each(|framing| write_one(subject, framing, page))
}

/// The headlines one under the other.
fn write_headlines(subject: &Subject<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let comparison = subject.comparison;
    for article in &subject.articles {
        let title = comparison.articles[*article].title.as_deref();
        let style = if title.is_some() { PLAIN } else { FAINT };
        let title = title.unwrap_or(comparison.texts.no_headline());
        let head = Text::of(" ", PLAIN).and(&comparison.letter(*article), STRONG);
        page.entry(head, 3, &Text::of(title, style))?;
    }
    Ok(())
}

/// What each outlet has, on a line of its own.
fn write_versions(
    subject: &Subject<'_>,
    versions: &[Version],
    page: &mut Page<'_>,
) -> io::Result<()> {
    let texts = subject.comparison.texts;
    for own in versions.chunk_by(|a, b| a.place.article == b.place.article) {
        let told = own.iter().map(|version| {
            let words = texts.quoted(words(subject, version.place, PASSAGE));
            texts.counted(version.count, words)
        });
        let told = told.collect::<Vec<_>>().join(", ");
        let head = address(subject, own[0].place);
        page.entry(head, INDENT, &Text::of(&told, PLAIN))?;
    }
    Ok(())
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
    let head = Text::of(&format!(" {}: ", fact.kind.in_words(texts)), style)
        .and(fact.difference.in_words(texts), style);
    page.line(head)?;
    for value in &fact.values {
        write_value(subject, value.place, page)?;
    }
    Ok(())
}

/// A value with the words around it.
fn write_value(subject: &Subject<'_>, place: Place, page: &mut Page<'_>) -> io::Result<()> {
    let ellipsis = subject.terminal.screen.signs().ellipsis();
    let (before, around, behind) = subject.comparison.context(place, AROUND);
    let value = words(subject, place, PASSAGE);
    let words = words(subject, around, usize::MAX);
    let sign = |is_cut: bool| if is_cut { ellipsis } else { "" };
    let around = format!("{} {words} {}", sign(before), sign(behind));
    let mut text = Text::of(&value, STRONG);
    if count_words(&words) > count_words(&value) {
        text.push(&format!(": {}", around.trim()), FAINT);
    }
    page.entry(address(subject, place), INDENT, &text)
}

/// Each passage on its own lines, with its outlet and paragraph; of every article some, so that they stand
/// side by side.
fn passages(
    subject: &Subject<'_>,
    places: &[Place],
    most: usize,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let mut of_each = places.chunk_by(|a, b| a.article == b.article);
    let articles = of_each.clone().count().max(1);
    let most = (most / articles).max(1);
    let shown: Vec<Place> = of_each
        .by_ref()
        .flat_map(|own| own.iter().copied().take(most))
        .collect();
    for place in &shown {
        page.entry(
            address(subject, *place),
            INDENT,
            &Text::of(&words(subject, *place, PASSAGE), PLAIN),
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
fn words(subject: &Subject<'_>, place: Place, most: usize) -> String {
    let ellipsis = subject.terminal.screen.signs().ellipsis();
    let words: Vec<&str> = subject.comparison.slice(place).split_whitespace().collect();
    if words.len() <= most {
        return words.join(" ");
    }
    format!("{} {ellipsis}", words[..most].join(" "))
}
