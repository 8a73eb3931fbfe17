//! Tables for spreadsheets and statistics: CSV and TSV, one table a file, a head and then the rows.
//!
//! Places count code points of the article's text, as in the JSON. A spreadsheet takes a cell that begins
//! with `=`, `+`, `-` or `@` for a formula; such a cell gets an apostrophe in front, which spreadsheets take
//! for "this is text".

use std::io::{self, Write};

use super::Format;
use super::visible::visible;
use crate::Comparison;
use crate::model::{CodePoints, Group, Place, count_words};

/// One table of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tables {
    /// Which one.
    pub table: Table,
    /// What stands between the cells.
    pub separator: Separator,
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
        let rows = Rows {
            comparison,
            points: comparison.code_points(),
        };
        let (head, rows) = match self.table {
            Table::Outlets => rows.outlets(),
            Table::Statements => rows.statements(),
            Table::Renderings => rows.renderings(),
            Table::Pairs => rows.pairs(),
            Table::Cues => rows.cues(),
            Table::Comments => rows.comments(),
        };
        let mut table = csv::WriterBuilder::new()
            .delimiter(match self.separator {
                Separator::Comma => b',',
                Separator::Tab => b'\t',
            })
            .from_writer(out);
        table.write_record(head)?;
        for row in rows {
            table.write_record(row.iter().map(|cell| inert(cell)))?;
        }
        table.flush()
    }
}

/// A cell on one line, without characters that steer, and never a formula.
pub(super) fn inert(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let text = visible(&words.join(" ")).into_owned();
    if text.starts_with(['=', '+', '-', '@']) {
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
}

impl Rows<'_> {
    fn outlets(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let rows = comparison.articles.iter().enumerate().map(|(at, article)| {
            let copy = comparison.copies.iter().find(|copy| copy.article == at);
            let remarks = comparison.extractions[at].commentary.iter();
            let own_words = remarks.map(|remark| count_words(remark.span.slice(&article.text)));
            vec![
                comparison.letter(at),
                article.id.clone(),
                article.outlet.clone(),
                article.title.clone().unwrap_or_default(),
                article.url.clone().unwrap_or_default(),
                article
                    .published
                    .as_ref()
                    .map(|time| time.text.clone())
                    .unwrap_or_default(),
                article.language.clone().unwrap_or_default(),
                article.words().to_string(),
                comparison.carried_count(at).to_string(),
                comparison.extractions[at].quotations.len().to_string(),
                own_words.sum::<usize>().to_string(),
                copy.map(|copy| comparison.articles[copy.of].id.clone())
                    .unwrap_or_default(),
                copy.map(|copy| format!("{:.3}", copy.share))
                    .unwrap_or_default(),
            ]
        });
        let head = &[
            "letter",
            "article",
            "outlet",
            "title",
            "url",
            "published",
            "language",
            "words",
            "statements",
            "quotations",
            "comment_words",
            "copy_of",
            "copied_share",
        ];
        (head, rows.collect())
    }

    fn statements(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let addresses = comparison.addresses();
        let rows = comparison
            .statements
            .iter()
            .enumerate()
            .map(|(at, statement)| {
                let mut relations: Vec<_> = statement
                    .pairs
                    .iter()
                    .flat_map(|pair| pair.relations.iter())
                    .collect();
                relations.sort_unstable();
                relations.dedup();
                let relations: Vec<&str> =
                    relations.iter().map(|relation| relation.name()).collect();
                let group = match comparison.group(at) {
                    Group::Differs => "differs",
                    Group::Same => "same",
                    Group::Single => "single",
                };
                let mut row = vec![
                    Comparison::label(at),
                    addresses[at].clone(),
                    statement.speaker.clone().unwrap_or_default(),
                    group.to_owned(),
                    relations.join(" "),
                    self.ids(&statement.carried_by),
                    self.ids(&statement.omitted_by),
                ];
                row.extend(self.place(statement.reference));
                row
            });
        let head = &[
            "statement",
            "address",
            "speaker",
            "group",
            "relations",
            "carried_by",
            "omitted_by",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows.collect())
    }

    fn renderings(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let mut rows = Vec::new();
        for at in 0..comparison.statements.len() {
            let renderings = comparison.renderings(at, None);
            for passage in renderings
                .articles
                .iter()
                .flat_map(|rendering| &rendering.passages)
            {
                let place = passage.place;
                let quotation = comparison.quotation_at(at, place);
                let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
                let cue = quotation.and_then(|quotation| quotation.cue.as_ref());
                let relations: Vec<&str> = match &passage.measure {
                    Some(measure) => measure
                        .relations
                        .iter()
                        .map(|relation| relation.name())
                        .collect(),
                    None => vec!["reference"],
                };
                let mut row = vec![
                    Comparison::label(at),
                    comparison.letter(place.article),
                    comparison.articles[place.article].outlet.clone(),
                    speaker
                        .map(|speaker| speaker.name.clone())
                        .unwrap_or_default(),
                    comparison.verb_at(at, place).unwrap_or_default().to_owned(),
                    cue.map(|cue| cue.stance.clone()).unwrap_or_default(),
                    quotation
                        .map(|quotation| quotation.kind.name())
                        .unwrap_or_default()
                        .to_owned(),
                    relations.join(" "),
                    comparison.passage_in_words(at, &renderings, passage),
                    format!("{:.3}", comparison.position(place)),
                ];
                row.extend(self.place(place));
                rows.push(row);
            }
        }
        let head = &[
            "statement",
            "letter",
            "outlet",
            "speaker",
            "verb",
            "stance",
            "kind",
            "relations",
            "in_words",
            "position",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows)
    }

    fn pairs(&self) -> HeadAndRows {
        let mut rows = Vec::new();
        for (at, statement) in self.comparison.statements.iter().enumerate() {
            for pair in &statement.pairs {
                let relations: Vec<&str> = pair
                    .relations
                    .iter()
                    .map(|relation| relation.name())
                    .collect();
                let mut row = vec![
                    Comparison::label(at),
                    relations.join(" "),
                    format!("{:.3}", pair.score),
                ];
                row.extend(self.place(pair.a));
                row.extend(self.place(pair.b));
                rows.push(row);
            }
        }
        let head = &[
            "statement",
            "relations",
            "score",
            "a_article",
            "a_start",
            "a_end",
            "a_words",
            "b_article",
            "b_start",
            "b_end",
            "b_words",
        ];
        (head, rows)
    }

    fn cues(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let mut rows = Vec::new();
        for (article, extraction) in comparison.extractions.iter().enumerate() {
            for quotation in &extraction.quotations {
                let Some(cue) = &quotation.cue else { continue };
                let speaker = quotation.speaker.as_ref();
                let words = quotation
                    .content
                    .iter()
                    .map(|span| count_words(span.slice(&comparison.articles[article].text)));
                let mut row = vec![
                    comparison.articles[article].outlet.clone(),
                    speaker
                        .map(|speaker| speaker.name.clone())
                        .unwrap_or_default(),
                    cue.lemma.clone(),
                    cue.stance.clone(),
                    quotation.kind.name().to_owned(),
                    words.sum::<usize>().to_string(),
                ];
                row.extend(self.place(Place {
                    article,
                    span: cue.span,
                }));
                rows.push(row);
            }
        }
        let head = &[
            "outlet",
            "speaker",
            "lemma",
            "stance",
            "kind",
            "content_words",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows)
    }

    fn comments(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let mut rows = Vec::new();
        for (article, extraction) in comparison.extractions.iter().enumerate() {
            for remark in &extraction.commentary {
                let place = Place {
                    article,
                    span: remark.span,
                };
                let marker = remark
                    .marker
                    .map(|span| span.slice(&comparison.articles[article].text));
                let mut row = vec![
                    comparison.articles[article].outlet.clone(),
                    remark.kind.name().to_owned(),
                    marker.unwrap_or_default().to_owned(),
                    comparison.paragraph_number(place).to_string(),
                ];
                row.extend(self.place(place));
                rows.push(row);
            }
        }
        let head = &[
            "outlet",
            "kind",
            "marker",
            "paragraph",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows)
    }

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
    use crate::report::sample;

    const ALL: [Table; 6] = [
        Table::Outlets,
        Table::Statements,
        Table::Renderings,
        Table::Pairs,
        Table::Cues,
        Table::Comments,
    ];

    fn table(comparison: &Comparison, table: Table, separator: Separator) -> String {
        let mut out = Vec::new();
        Tables { table, separator }
            .write(comparison, &mut out)
            .unwrap();
        String::from_utf8(out).unwrap()
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
        for which in ALL {
            let text = table(&sample::dam(), which, Separator::Tab);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b'\t')
                .from_reader(text.as_bytes());
            let rows: Vec<_> = reader.records().map(|record| record.unwrap()).collect();
            assert!(!rows.is_empty(), "{which:?}");
        }
    }
}
