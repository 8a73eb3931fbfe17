//! The figures of outlets as a page: the tables, and two drawings made of small bars in cells, so that
//! each bar has its number beside it and the page reads without seeing.

use std::collections::BTreeMap;
use std::io::{self, Write};

use askama::Template;

use super::{Html, STYLE, STYLE_HASH, shown};
use crate::Texts;
use crate::outlets::{Figures, Measure, Outlets};
use crate::report::Format;
use crate::report::figures::CHAPTERS;

/// Length of the longest bar.
const BAR: f64 = 60.0;
/// Speakers that the drawing has room for.
const SPEAKERS: usize = 8;

#[derive(Template)]
#[template(path = "figures.html", config = "src/report/html/askama.toml")]
struct Page {
    texts: Texts,
    style: &'static str,
    style_hash: &'static str,
    counts: String,
    chapters: Vec<Table>,
    drawings: Drawings,
}

/// Where statements stand and who is given voice, in each outlet.
pub(super) struct Drawings {
    pub(super) outlets: Vec<String>,
    /// Of each outlet, the shares of its shared statements.
    pub(super) tenths: Vec<Strip>,
    /// Of each speaker, the shares of the outlets' attributed words.
    pub(super) voices: Vec<Strip>,
}

struct Table {
    title: &'static str,
    heads: Vec<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    outlet: String,
    cells: Vec<String>,
}

/// The bars of an outlet or a speaker.
pub(super) struct Strip {
    pub(super) name: String,
    pub(super) bars: Vec<Bar>,
}

/// A bar with its number.
pub(super) struct Bar {
    pub(super) length: String,
    pub(super) text: String,
}

impl Bar {
    /// A share of what the longest bar stands for.
    fn new(share: f64, longest: f64) -> Self {
        Self {
            length: format!("{:.1}", BAR * share / longest.max(f64::MIN_POSITIVE)),
            text: format!("{:.0}%", 100.0 * share),
        }
    }
}

impl Format<Outlets> for Html {
    fn write(&self, outlets: &Outlets, out: &mut dyn Write) -> io::Result<()> {
        let texts = outlets.texts;
        let page = Page {
            style: STYLE,
            style_hash: STYLE_HASH,
            texts,
            counts: format!(
                "{}, {}",
                texts.outlets(outlets.rows.len()),
                texts.events(outlets.events)
            ),
            chapters: CHAPTERS
                .iter()
                .map(|chapter| Table {
                    title: (chapter.title)(texts),
                    heads: chapter
                        .columns
                        .iter()
                        .map(|column| (column.head)(texts))
                        .collect(),
                    rows: outlets
                        .rows
                        .iter()
                        .map(|(outlet, figures)| Row {
                            outlet: shown(outlet),
                            cells: chapter
                                .columns
                                .iter()
                                .map(|column| (column.cell)(figures).shown())
                                .collect(),
                        })
                        .collect(),
                })
                .collect(),
            drawings: Drawings::of(outlets),
        };
        page.write_into(out)
    }
}

impl Drawings {
    pub(super) fn of(outlets: &Outlets) -> Self {
        let figures = || outlets.rows.values();
        let tenths = outlets.rows.iter().map(|(outlet, figures)| {
            let all = figures.tenths.iter().sum::<usize>();
            let tenths = figures.tenths.iter();
            let shares = tenths.map(|tenth| share(*tenth, all)).collect();
            (outlet.as_str(), shares)
        });
        let words: Vec<BTreeMap<&str, usize>> = figures()
            .map(|figures| words_of(figures).collect())
            .collect();
        let speakers = speakers(outlets);
        let voices = speakers.iter().map(|speaker| {
            let shares = figures().zip(&words).map(|(figures, words)| {
                let own = words.get(speaker.as_str()).copied().unwrap_or_default();
                share(own, figures.total(Measure::Voices).words)
            });
            (speaker.as_str(), shares.collect())
        });
        Self {
            outlets: outlets.rows.keys().map(|outlet| shown(outlet)).collect(),
            tenths: strips(tenths),
            voices: strips(voices),
        }
    }
}

fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}

/// The bars of named shares, all on one scale.
fn strips<'n>(rows: impl Iterator<Item = (&'n str, Vec<f64>)>) -> Vec<Strip> {
    let rows: Vec<_> = rows.collect();
    let all = rows.iter().flat_map(|(_, shares)| shares);
    let longest = all.copied().fold(0.0, f64::max);
    rows.into_iter()
        .map(|(name, shares)| Strip {
            name: shown(name),
            bars: shares
                .into_iter()
                .map(|share| Bar::new(share, longest))
                .collect(),
        })
        .collect()
}

fn words_of(figures: &Figures) -> impl Iterator<Item = (&str, usize)> {
    figures
        .sorts(Measure::Voices)
        .map(|(speaker, total)| (speaker, total.words))
}

/// The speakers with most words over all outlets.
fn speakers(outlets: &Outlets) -> Vec<String> {
    let mut all: BTreeMap<&str, usize> = BTreeMap::new();
    for (speaker, words) in outlets.rows.values().flat_map(words_of) {
        *all.entry(speaker).or_default() += words;
    }
    let mut all: Vec<(&str, usize)> = all.into_iter().collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    all.truncate(SPEAKERS);
    all.into_iter()
        .map(|(speaker, _)| speaker.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::tests::outlets;

    #[test]
    fn the_page_holds_every_outlet_and_escapes_it() {
        let mut table = outlets();
        let figures = table.rows.values().next().unwrap().clone();
        table.rows.insert("<b>Post</b>".to_owned(), figures);
        let mut out = Vec::new();
        Html::default().write(&table, &mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        for name in table.rows.keys().skip(1) {
            assert!(page.contains(&format!(">{name}<")), "{name}");
        }
        assert!(!page.contains("<b>Post"));
        assert!(page.contains("<rect") && !page.contains("<script"));
    }
}
