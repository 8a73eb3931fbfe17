//! The figures of outlets as tables: wide, a row for each outlet, and long, a row for each number.

use std::io::{self, Write};

use super::Format;
use super::tables::{Separator, inert, writer};
use crate::Texts;
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
    pub(super) head: fn(Texts) -> &'static str,
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
    pub(super) title: fn(Texts) -> &'static str,
    pub(super) columns: &'static [Column],
}

macro_rules! column {
    ($name:literal, $head:ident, $cell:expr) => {
        Column {
            name: $name,
            head: Texts::$head,
            cell: $cell,
        }
    };
}

pub(super) const CHAPTERS: &[Chapter] = &[
    Chapter {
        title: Texts::figures_of_articles,
        columns: &[
            column!("articles", figures_articles, |f| count(
                f,
                Measure::Articles
            )),
            column!("words", figures_words, |f| words(f, Measure::Articles)),
            column!("direct", figures_direct, |f| count(f, Measure::Direct)),
            column!("mixed", figures_mixed, |f| count(f, Measure::Mixed)),
            column!("indirect", figures_indirect, |f| count(
                f,
                Measure::Indirect
            )),
            column!("quoted_words", figures_their_words, |f| Cell::Count(
                quoted_words(f)
            )),
        ],
    },
    Chapter {
        title: Texts::figures_of_voices,
        columns: &[
            column!("voices", figures_speakers, |f| count(f, Measure::Voices)),
            column!("voice_words", figures_their_words, |f| words(
                f,
                Measure::Voices
            )),
            column!("words_per_voice", figures_words_each, |f| Cell::Mean(
                f.total(Measure::Voices).words_each()
            )),
        ],
    },
    Chapter {
        title: Texts::figures_of_statements,
        columns: &[
            column!("shared", figures_shared, |f| count(f, Measure::Shared)),
            column!("fullest", figures_fullest, |f| count(f, Measure::Fullest)),
            column!("verbatim", figures_verbatim, |f| count(
                f,
                Measure::Verbatim
            )),
            column!("verbatim_share", figures_share, |f| Cell::Share(
                f.share(Measure::Verbatim, Measure::Shared)
            )),
            column!("altered", figures_altered, |f| count(f, Measure::Altered)),
            column!("altered_share", figures_share, |f| Cell::Share(
                f.share(Measure::Altered, Measure::Shared)
            )),
            column!("paraphrased", figures_own_words, |f| count(
                f,
                Measure::Paraphrased
            )),
        ],
    },
    Chapter {
        title: Texts::figures_of_places,
        columns: &[
            column!("credited", figures_other_speaker, |f| count(
                f,
                Measure::Credited
            )),
            column!("position", figures_mean_place, |f| Cell::Share(
                f.total(Measure::Shared).position()
            )),
            column!("opening", figures_first_fifth, |f| count(
                f,
                Measure::Opening
            )),
            column!("opening_share", figures_share, |f| Cell::Share(
                f.share(Measure::Opening, Measure::Shared)
            )),
            column!("not_found", figures_not_found, |f| count(
                f,
                Measure::NotFound
            )),
        ],
    },
    Chapter {
        title: Texts::figures_of_events,
        columns: &[
            column!("together", figures_shared, |f| count(f, Measure::Together)),
            column!("first", figures_first, |f| count(f, Measure::First)),
            column!("first_share", figures_share, |f| Cell::Share(
                f.share(Measure::First, Measure::Together)
            )),
            column!("copies", figures_copies, |f| count(f, Measure::Copied)),
            column!("copied_share", figures_copied, |f| Cell::Share(
                f.copied_share()
            )),
            column!("comments", figures_remarks, |f| count(f, Measure::Comments)),
            column!("comment_words", figures_words, |f| words(
                f,
                Measure::Comments
            )),
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
