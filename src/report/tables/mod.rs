//! Tables for spreadsheets and statistics: CSV and TSV, one table a file, a head and then the rows.
//!
//! Places count code points of the article's text, as in the JSON. A spreadsheet takes a cell that begins
//! with `=`, `+`, `-` or `@` for a formula; such a cell gets an apostrophe in front, which spreadsheets take
//! for "this is text"; and so does one that a build machine would take for a command in its log.

mod articles;
mod statements;

use std::io::{self, Write};

use super::Format;
use super::view::View;
use super::visible::visible;
use crate::Comparison;
use crate::model::{CodePoints, Place};

/// One table of a comparison.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Which one.
    pub table: Table,
    /// What stands between the cells.
    pub separator: Separator,
    /// Of which statements and outlets; a table leaves none of them out for being long.
    pub view: View,
}

/// The tables there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A row for each outlet.
    Outlets,
    /// A row for each statement.
    Statements,
    /// A row for each passage that renders a statement.
    Renderings,
    /// A row for every two passages that render the same words.
    Pairs,
    /// A row for each value of a fact that the outlets tell differently.
    Facts,
    /// A row for each quotation, with the verb that reports it.
    Cues,
    /// A row for each remark in an outlet's own voice.
    Comments,
}

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// CSV.
    Comma,
    /// TSV.
    Tab,
}

impl Format<Comparison> for Tables {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let every = View {
            all: true,
            ..self.view.clone()
        };
        let rows = Rows {
            comparison,
            points: comparison.code_points(),
            statements: every.select(comparison).shown,
            articles: every.articles(comparison),
            base: self.view.base,
        };
        let (head, rows) = match self.table {
            Table::Outlets => rows.outlets(),
            Table::Statements => rows.statements(),
            Table::Renderings => rows.renderings(),
            Table::Pairs => rows.pairs(),
            Table::Facts => rows.facts(),
            Table::Cues => rows.cues(),
            Table::Comments => rows.comments(),
        };
        let mut table = writer(self.separator, out);
        table.write_record(head)?;
        for row in rows {
            table.write_record(row.iter().map(|cell| inert(cell)))?;
        }
        table.flush()
    }
}

/// Writes rows to `out`.
pub(super) fn writer(separator: Separator, out: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new()
        .delimiter(match separator {
            Separator::Comma => b',',
            Separator::Tab => b'\t',
        })
        .from_writer(out)
}

/// A cell on one line, without characters that steer, and never a formula.
pub(super) fn inert(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let text = visible(&words.join(" ")).into_owned();
    if text.starts_with(['=', '+', '-', '@']) || text.starts_with("::") {
        format!("'{text}")
    } else {
        text
    }
}

type Row = Vec<String>;
type HeadAndRows = (&'static [&'static str], Vec<Row>);

struct Rows<'a> {
    comparison: &'a Comparison,
    points: Vec<CodePoints>,
    /// Those to show, in order.
    statements: Vec<usize>,
    /// Those to show, ascending.
    articles: Vec<usize>,
    /// What the renderings are measured against.
    base: Option<usize>,
}

impl Rows<'_> {
    /// Article, start, end and words of a place.
    fn place(&self, place: Place) -> [String; 4] {
        let article = &self.comparison.articles[place.article];
        let [start, end] = self.points[place.article].span(&article.text, place.span);
        [
            article.id.clone(),
            start.to_string(),
            end.to_string(),
            self.comparison.slice(place).to_owned(),
        ]
    }

    fn is_shown(&self, place: Place) -> bool {
        self.articles.contains(&place.article)
    }

    fn ids(&self, articles: &[usize]) -> String {
        let ids: Vec<&str> = articles
            .iter()
            .map(|at| self.comparison.articles[*at].id.as_str())
            .collect();
        ids.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Difference, Fact, FactKind, Value};
    use crate::report::sample;

    const ALL: [Table; 7] = [
        Table::Outlets,
        Table::Statements,
        Table::Renderings,
        Table::Pairs,
        Table::Facts,
        Table::Cues,
        Table::Comments,
    ];

    fn table(comparison: &Comparison, table: Table, separator: Separator) -> String {
        let mut out = Vec::new();
        let view = View::default();
        Tables {
            table,
            separator,
            view,
        }
        .write(comparison, &mut out)
        .unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_table_holds_what_was_asked_for() {
        let rows = |which, view: &View| {
            let tables = Tables {
                table: which,
                separator: Separator::Comma,
                view: view.clone(),
            };
            let mut out = Vec::new();
            tables.write(&sample::dam(), &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
        };
        let brandt = View {
            speaker: Some("brandt".to_owned()),
            ..View::default()
        };
        for which in [Table::Statements, Table::Renderings, Table::Pairs] {
            let rows = rows(which, &brandt);
            assert!(!rows.is_empty() && rows.iter().all(|row| row.starts_with("s2,")));
        }
        let hearth = View {
            outlets: vec![4],
            ..View::default()
        };
        for which in [Table::Outlets, Table::Renderings, Table::Comments] {
            let rows = rows(which, &hearth);
            assert!(!rows.is_empty() && rows.iter().all(|row| row.contains("The Hearth")));
        }
    }

    #[test]
    fn statements_as_csv() {
        insta::assert_snapshot!(table(&sample::dam(), Table::Statements, Separator::Comma));
    }

    #[test]
    fn renderings_as_tsv() {
        insta::assert_snapshot!(table(&sample::dam(), Table::Renderings, Separator::Tab));
    }

    #[test]
    fn no_cell_is_a_formula_and_no_line_is_torn() {
        for which in ALL {
            let text = table(&sample::crowd(5), which, Separator::Comma);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            for record in reader.records() {
                for cell in &record.unwrap() {
                    assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
                    assert!(!cell.contains(char::is_control), "{cell}");
                }
            }
        }
        assert_eq!(inert("=SUM(A1)"), "'=SUM(A1)");
    }

    #[test]
    fn every_table_has_rows_of_the_length_of_its_head() {
        let mut comparison = sample::dam();
        let pair = &comparison.statements[1].pairs[0];
        let values = [pair.a, pair.b].map(|place| Value {
            place,
            figure: place,
        });
        comparison.facts.push(Fact {
            kind: FactKind::Number,
            values: values.to_vec(),
            difference: Difference::Conflict,
            score: 1.0,
        });
        for which in ALL {
            let text = table(&comparison, which, Separator::Tab);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b'\t')
                .from_reader(text.as_bytes());
            let rows: Vec<_> = reader.records().map(|record| record.unwrap()).collect();
            assert!(!rows.is_empty(), "{which:?}");
        }
    }
}
