//! Why the renderings of a statement were taken to be renderings of it, one pair after another.

use std::io;

use super::page::Page;
use super::screen::{FAINT, PLAIN, STRONG};
use super::text::Text;
use crate::Comparison;
use crate::model::{Orders, Pair, Place};

/// Columns from the edge of what belongs to a pair, and of the reasons.
const INDENT: usize = 4;

pub(super) fn write(
    comparison: &Comparison,
    statements: &[usize],
    page: &mut Page<'_>,
) -> io::Result<()> {
    let orders = comparison.orders();
    for (nth, at) in statements.iter().enumerate() {
        if nth > 0 {
            page.gap()?;
        }
        let head = Text::of(&Comparison::label(*at), STRONG)
            .and(" ", PLAIN)
            .and(comparison.speaker_name(*at), STRONG);
        page.line(head)?;
        let pairs = &comparison.statements[*at].pairs;
        if pairs.is_empty() {
            page.paragraph(INDENT, comparison.texts.grounds_alone())?;
            nearest(comparison, *at, page)?;
        }
        for pair in pairs {
            page.gap()?;
            explain(comparison, &orders, *at, pair, page)?;
        }
    }
    Ok(())
}

/// What was passed over, where one outlet alone carries the statement.
fn nearest(comparison: &Comparison, at: usize, page: &mut Page<'_>) -> io::Result<()> {
    let Some(nearest) = comparison.nearest_to(at) else {
        return Ok(());
    };
    page.gap()?;
    for place in [comparison.statements[at].reference, nearest.place] {
        let head = Text::of(&comparison.letter(place.article), STRONG);
        page.entry(head, INDENT, &Text::of(&words_at(comparison, place), PLAIN))?;
    }
    let label = Comparison::label(nearest.of);
    let why = format!("{} ({label})", comparison.nearest_in_words(nearest));
    for reason in [comparison.texts.nearest_passed_over(), &why] {
        page.entry(Text::of("  -", FAINT), INDENT, &Text::of(reason, PLAIN))?;
    }
    Ok(())
}

fn explain(
    comparison: &Comparison,
    orders: &Orders,
    at: usize,
    pair: &Pair,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let relations: Vec<&str> = pair
        .relations
        .iter()
        .map(|relation| relation.in_words(comparison.texts))
        .collect();
    for place in [pair.a, pair.b] {
        let head = Text::of(&comparison.letter(place.article), STRONG);
        page.entry(head, INDENT, &Text::of(&words_at(comparison, place), PLAIN))?;
    }
    page.entry(
        Text::new(),
        INDENT,
        &Text::of(&format!("({})", relations.join(", ")), FAINT),
    )?;
    for reason in comparison.grounds_in_words(orders, at, pair) {
        page.entry(Text::of("  -", FAINT), INDENT, &Text::of(&reason, PLAIN))?;
    }
    Ok(())
}

fn words_at(comparison: &Comparison, place: Place) -> String {
    let words: Vec<&str> = comparison.slice(place).split_whitespace().collect();
    comparison.texts.quoted(words.join(" "))
}
