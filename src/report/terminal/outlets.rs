//! The figures of outlets: a few tables below one another, a row for each outlet.

use std::collections::BTreeMap;
use std::io;

use super::page::Page;
use super::screen::{FAINT, PLAIN};
use super::text::Text;
use crate::outlets::{Measure, Outlets};
use crate::report::figures::CHAPTERS;

/// Most columns of the longest name.
const NAME: usize = 24;
/// Stances that a table has room for.
const STANCES: usize = 6;
/// Spaces between columns.
const GAP: usize = 2;

pub(super) fn write(outlets: &Outlets, page: &mut Page<'_>) -> io::Result<()> {
    let texts = outlets.texts;
    let counts = format!(
        "{}, {}",
        texts.outlets(outlets.rows.len()),
        texts.events(outlets.events)
    );
    page.paragraph(0, &counts)?;
    if outlets.rows.is_empty() {
        return Ok(());
    }
    for chapter in CHAPTERS {
        page.heading((chapter.title)(texts))?;
        let heads: Vec<&str> = chapter
            .columns
            .iter()
            .map(|column| (column.head)(texts))
            .collect();
        let rows = outlets.rows.values().map(|figures| {
            let cells = chapter.columns.iter();
            cells.map(|column| (column.cell)(figures).shown()).collect()
        });
        table(page, outlets, &heads, rows.collect())?;
    }
    stances(outlets, page)?;
    page.gap()?;
    let measures = "--explain direct, voices, cues, altered, not-found";
    page.paragraph(0, &texts.figures_unfold(measures))
}

/// The stances of the verbs of speech that are most frequent over all outlets.
fn stances(outlets: &Outlets, page: &mut Page<'_>) -> io::Result<()> {
    let mut all: BTreeMap<&str, usize> = BTreeMap::new();
    for figures in outlets.rows.values() {
        for (stance, total) in figures.sorts(Measure::Cues) {
            *all.entry(stance).or_default() += total.count;
        }
    }
    let mut heads: Vec<(&str, usize)> = all.into_iter().collect();
    heads.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    heads.truncate(STANCES);
    let heads: Vec<&str> = heads.into_iter().map(|(stance, _)| stance).collect();
    let rows = outlets.rows.values().map(|figures| {
        let of: BTreeMap<&str, usize> = figures
            .sorts(Measure::Cues)
            .map(|(stance, total)| (stance, total.count))
            .collect();
        let counts = heads.iter().map(|stance| of.get(stance).copied());
        counts
            .map(|count| count.unwrap_or_default().to_string())
            .collect()
    });
    page.heading(outlets.texts.figures_stances())?;
    table(page, outlets, &heads, rows.collect())
}

/// A head and a row for each outlet; numbers stand flush right.
fn table(
    page: &mut Page<'_>,
    outlets: &Outlets,
    heads: &[&str],
    rows: Vec<Vec<String>>,
) -> io::Result<()> {
    let names: Vec<Text> = outlets
        .rows
        .keys()
        .map(|name| Text::of(name, PLAIN).clipped(NAME, page.screen.signs().ellipsis()))
        .collect();
    let name_width = names.iter().map(Text::width).max().unwrap_or(0);
    let widths: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| {
            let cells = rows.iter().map(|row| row[at].chars().count());
            cells.chain([head.chars().count()]).max().unwrap_or(0)
        })
        .collect();
    let line = |name: Text, cells: Vec<&str>, style| {
        let mut line = name;
        let mut edge = name_width + 1;
        for (cell, width) in cells.into_iter().zip(&widths) {
            edge += GAP + width;
            let cell = Text::of(cell, style);
            line = line.padded(edge - cell.width()).joined(&cell);
        }
        line
    };
    page.line(line(Text::of(" ", PLAIN), heads.to_vec(), FAINT))?;
    for (name, row) in names.into_iter().zip(&rows) {
        let cells = row.iter().map(String::as_str).collect();
        page.line(line(Text::of(" ", PLAIN).joined(&name), cells, PLAIN))?;
    }
    Ok(())
}
