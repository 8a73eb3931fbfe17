//! The figures of outlets as tables: wide, a row for each outlet, and long, a row for each number.

use std::io::{self, Write};

use super::Format;
use super::tables::{Separator, inert, writer};
use crate::outlets::{Figures, Measure, Outlets, Total};

/// The figures of outlets for spreadsheets and statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureTable {
    /// Its layout.
    pub shape: Shape,
    /// What stands between the cells.
    pub separator: Separator,
}

/// How figures are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A row for each outlet.
    Wide,
    /// A row for each outlet, measure and sort.
    Long,
}

/// A column of the wide table.
pub(super) struct Column {
    /// What it is called in tables.
    pub(super) name: &'static str,
    /// What it is called on the screen.
    pub(super) head: &'static str,
    /// What stands in it.
    pub(super) cell: fn(&Figures) -> Cell,
}

/// A number, or none where there is nothing to count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    Count(usize),
    Mean(Option<f64>),
    Share(Option<f64>),
}

impl Cell {
    /// As a program reads it.
    fn plain(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Mean(value) | Self::Share(value) => {
                value.map_or_else(String::new, |value| format!("{value:.4}"))
            }
        }
    }

    /// As a person reads it.
    pub(super) fn shown(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Mean(value) => value.map_or_else(String::new, |value| format!("{value:.1}")),
            Self::Share(value) => {
                value.map_or_else(String::new, |value| format!("{:.0}%", 100.0 * value))
            }
        }
    }
}

/// Columns that belong together, and what they are about.
pub(super) struct Chapter {
    pub(super) title: &'static str,
    pub(super) columns: &'static [Column],
}

macro_rules! column {
    ($name:literal, $head:literal, $cell:expr) => {
        Column {
            name: $name,
            head: $head,
            cell: $cell,
        }
    };
}

pub(super) const CHAPTERS: &[Chapter] = &[
    Chapter {
        title: "Articles and quotations",
        columns: &[
            column!("articles", "articles", |f| count(f, Measure::Articles)),
            column!("words", "words", |f| words(f, Measure::Articles)),
            column!("direct", "direct", |f| count(f, Measure::Direct)),
            column!("mixed", "mixed", |f| count(f, Measure::Mixed)),
            column!("indirect", "indirect", |f| count(f, Measure::Indirect)),
            column!("quoted_words", "their words", |f| Cell::Count(
                quoted_words(f)
            )),
        ],
    },
    Chapter {
        title: "Speakers given voice, each once per event",
        columns: &[
            column!("voices", "speakers", |f| count(f, Measure::Voices)),
            column!("voice_words", "their words", |f| words(f, Measure::Voices)),
            column!("words_per_voice", "words each", |f| Cell::Mean(
                f.total(Measure::Voices).words_each()
            )),
        ],
    },
    Chapter {
        title: "Statements that another outlet of the event carries too",
        columns: &[
            column!("shared", "shared", |f| count(f, Measure::Shared)),
            column!("fullest", "fullest", |f| count(f, Measure::Fullest)),
            column!("verbatim", "verbatim", |f| count(f, Measure::Verbatim)),
            column!("verbatim_share", "share", |f| Cell::Share(
                f.share(Measure::Verbatim, Measure::Shared)
            )),
            column!("altered", "altered", |f| count(f, Measure::Altered)),
            column!("altered_share", "share", |f| Cell::Share(
                f.share(Measure::Altered, Measure::Shared)
            )),
            column!("paraphrased", "own words", |f| count(
                f,
                Measure::Paraphrased
            )),
        ],
    },
    Chapter {
        title: "Where they stand, and what was not found",
        columns: &[
            column!("credited", "other speaker", |f| count(f, Measure::Credited)),
            column!("position", "mean place", |f| Cell::Share(
                f.total(Measure::Shared).position()
            )),
            column!("opening", "first fifth", |f| count(f, Measure::Opening)),
            column!("opening_share", "share", |f| Cell::Share(
                f.share(Measure::Opening, Measure::Shared)
            )),
            column!("not_found", "not found", |f| count(f, Measure::NotFound)),
        ],
    },
    Chapter {
        title: "Events shared with others and told first; copies of others; remarks",
        columns: &[
            column!("together", "shared", |f| count(f, Measure::Together)),
            column!("first", "first", |f| count(f, Measure::First)),
            column!("first_share", "share", |f| Cell::Share(
                f.share(Measure::First, Measure::Together)
            )),
            column!("copies", "copies", |f| count(f, Measure::Copied)),
            column!("copied_share", "copied", |f| Cell::Share(f.copied_share())),
            column!("comments", "remarks", |f| count(f, Measure::Comments)),
            column!("comment_words", "words", |f| words(f, Measure::Comments)),
        ],
    },
];

fn count(figures: &Figures, measure: Measure) -> Cell {
    Cell::Count(figures.total(measure).count)
}

fn words(figures: &Figures, measure: Measure) -> Cell {
    Cell::Count(figures.total(measure).words)
}

fn quoted_words(figures: &Figures) -> usize {
    let kinds = [Measure::Direct, Measure::Mixed, Measure::Indirect];
    kinds.iter().map(|kind| figures.total(*kind).words).sum()
}

impl Format<Outlets> for FigureTable {
    fn write(&self, outlets: &Outlets, out: &mut dyn Write) -> io::Result<()> {
        let mut table = writer(self.separator, out);
        match self.shape {
            Shape::Wide => {
                let columns = || CHAPTERS.iter().flat_map(|chapter| chapter.columns);
                let names = columns().map(|column| column.name);
                table.write_record(["outlet"].into_iter().chain(names))?;
                for (outlet, figures) in &outlets.rows {
                    let cells = columns().map(|column| (column.cell)(figures).plain());
                    table.write_record([inert(outlet)].into_iter().chain(cells))?;
                }
            }
            Shape::Long => {
                table.write_record(["outlet", "measure", "sort", "count", "words", "position"])?;
                for (outlet, figures) in &outlets.rows {
                    for measure in Measure::ALL {
                        for (sort, total) in figures.sorts(measure) {
                            table.write_record(long_row(outlet, measure, sort, total))?;
                        }
                    }
                }
            }
        }
        table.flush()
    }
}

fn long_row(outlet: &str, measure: Measure, sort: &str, total: Total) -> [String; 6] {
    [
        inert(outlet),
        measure.name().to_owned(),
        inert(sort),
        total.count.to_string(),
        total.words.to_string(),
        Cell::Mean(total.position()).plain(),
    ]
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::outlets::observe;
    use crate::report::sample;

    /// The figures of the sample, twice.
    pub(in crate::report) fn outlets() -> Outlets {
        let mut outlets = Outlets::default();
        for _ in 0..2 {
            outlets.add(&observe(&sample::dam()));
        }
        outlets
    }

    fn table(shape: Shape) -> String {
        let mut out = Vec::new();
        let table = FigureTable {
            shape,
            separator: Separator::Comma,
        };
        table.write(&outlets(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_row_for_each_outlet_and_shares_of_what_is_shared() {
        let table = table(Shape::Wide);
        assert_eq!(table.lines().count(), 1 + outlets().rows.len());
        for (name, figures) in &outlets().rows {
            let total = |measure| figures.total(measure).count;
            let parts = total(Measure::Fullest)
                + total(Measure::Verbatim)
                + total(Measure::Altered)
                + total(Measure::Paraphrased);
            assert_eq!(parts, total(Measure::Shared), "{name}");
        }
    }

    #[test]
    fn the_long_table_adds_up_to_the_wide_one() {
        let table = table(Shape::Long);
        let altered: usize = table
            .lines()
            .filter(|line| line.contains(",altered,"))
            .filter_map(|line| line.split(',').nth(3)?.parse::<usize>().ok())
            .sum();
        let rows = outlets().rows;
        let all = rows
            .values()
            .map(|figures| figures.total(Measure::Altered).count);
        assert_eq!(altered, all.sum::<usize>());
        assert!(altered > 0);
    }
}
