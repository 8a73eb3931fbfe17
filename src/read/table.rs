//! Articles as rows of a table (CSV, TSV), as exported by collections of news: the first line names the
//! columns, by the names that JSON uses too.
//!
//! ```text
//! stories_id,publish_date,title,url,media_name,text
//! 17,2026-04-13,Ferry aground,https://…,Harbour Post,"Nobody was hurt. …"
//! ```

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use super::draft::Draft;
use super::json;
use crate::error::{Part, ReadProblem};

/// What may stand between the cells, the likelier first.
const SEPARATORS: [char; 4] = [',', '\t', ';', '|'];
/// Columns of which one must be there for a text to be a table, beside the text's own, or several without it.
const KNOWN: [&str; 15] = [
    "outlet",
    "publisher",
    "media_name",
    "publication",
    "newspaper",
    "source",
    "title",
    "headline",
    "url",
    "link",
    "date",
    "published",
    "publish_date",
    "author",
    "language",
];
/// So many of them make a table also where the text is missing, as in lists of addresses.
const SURE: usize = 3;

/// Whether `text` opens with the names of columns.
pub(super) fn is_start(text: &str) -> bool {
    separator(text).is_some_and(|separator| {
        let names = names(text, separator);
        let knows = |name: &str| names.iter().any(|other| other == name);
        let known = KNOWN.iter().filter(|name| knows(name)).count();
        let has_text = json::TEXT.iter().any(|name| knows(&name.to_lowercase()));
        known >= SURE || known > 0 && has_text || is_ruled(text, separator)
    })
}

/// Whether three columns or more stand under names of one word each, unspaced as no sentence is, and the first row
/// fills as many: a table of somebody else's names, which it is better to say than to read as one article.
fn is_ruled(text: &str, separator: char) -> bool {
    let head = text.trim_start().lines().next().unwrap_or_default();
    let is_name = |cell: &str| {
        let cell = cell.trim_matches('"');
        !cell.is_empty()
            && cell
                .chars()
                .all(|sign| sign.is_alphanumeric() || sign == '_')
    };
    let columns = head.split(separator).count();
    let is_filled = || {
        let first = reader(text, separator).into_records().nth(1);
        first.is_some_and(|row| row.is_ok_and(|row| row.len() == columns))
    };
    columns >= SURE && head.split(separator).all(is_name) && is_filled()
}

/// The rows of `text`, the names of the columns among them.
fn reader(text: &str, separator: char) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
}

/// The articles in the rows of `text`.
pub(super) fn articles(
    text: &str,
    problems: &mut Vec<ReadProblem>,
) -> Result<Vec<Draft>, ReadProblem> {
    let separator = separator(text).unwrap_or(',');
    let mut reader = reader(text, separator);
    let names: Vec<String> = names(text, separator);
    let mut drafts = Vec::new();
    for (row, record) in reader.records().enumerate().skip(1) {
        let in_row = |problem: ReadProblem| problem.in_part(Part::Row(row));
        match record {
            Err(error) => problems.push(in_row(ReadProblem::BrokenArchive(error.to_string()))),
            Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(record) => match json::of_fields(&object(&names, &record)) {
                Ok(draft) => drafts.push(Draft {
                    number: Some(row),
                    ..draft
                }),
                Err(missing) if row == 1 && missing.is_absent() => {
                    return Err(ReadProblem::NoTextColumn(names));
                }
                Err(_) => problems.push(in_row(ReadProblem::Empty)),
            },
        }
    }
    if drafts.is_empty() && problems.is_empty() {
        return Err(ReadProblem::NoText("a table"));
    }
    Ok(drafts)
}

/// The cells of a row under the names of their columns.
fn object(names: &[String], record: &StringRecord) -> Map<String, Value> {
    names
        .iter()
        .zip(record)
        .filter(|(_, cell)| !cell.trim().is_empty())
        .map(|(name, cell)| (json::spelling(name), Value::from(cell)))
        .collect()
}

/// What separates the cells of the first line: the sign that stands there most often.
fn separator(text: &str) -> Option<char> {
    let first = text.trim_start().lines().next()?;
    let count = |sign: &char| first.matches(*sign).count();
    let best = SEPARATORS.into_iter().rev().max_by_key(count)?;
    (count(&best) > 0).then_some(best)
}

/// The names of the columns in lower case.
fn names(text: &str, separator: char) -> Vec<String> {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let clean = |name: &str| {
        let name = name.trim().trim_matches(['"', '\'', '\u{feff}']);
        name.to_lowercase().replace(' ', "_")
    };
    first.split(separator).map(clean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Draft>, Vec<String>) {
        let mut problems = Vec::new();
        let drafts = articles(text, &mut problems).unwrap_or_else(|problem| {
            problems.push(problem);
            Vec::new()
        });
        (drafts, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_row_is_an_article() {
        for sign in [',', '\t', ';'] {
            let text = "id,Publish Date,title,URL,media_name,Text\n\
                17,2026-04-13,Ferry aground,https://harbour.example/1,Harbour Post,\"Nobody was hurt.\n\n\"\"A noise\"\" woke them.\"\n\
                18,,,,,\n\n"
                .replace(',', &sign.to_string());
            assert!(is_start(&text), "{text}");
            let (drafts, problems) = read(&text);
            assert_eq!(problems, ["row 2: is empty; an article was expected"]);
            let draft = &drafts[0];
            assert_eq!(draft.outlet.as_deref(), Some("Harbour Post"));
            assert_eq!(draft.title.as_deref(), Some("Ferry aground"));
            assert_eq!(draft.published.as_deref(), Some("2026-04-13"));
            assert_eq!(draft.url.as_deref(), Some("https://harbour.example/1"));
            assert_eq!(draft.text, "Nobody was hurt.\n\n\"A noise\" woke them.");
            assert_eq!((draft.number, draft.id.as_deref()), (Some(1), Some("17")));
        }
    }

    #[test]
    fn a_table_without_a_text_names_its_columns() {
        let text = "id,language,title,url\n1,en,Ferry,https://harbour.example/1\n";
        assert!(is_start(text));
        let (_, problems) = read(text);
        assert!(
            problems[0].contains("it has id, language, title, url")
                && problems[0].contains("addresses"),
            "{problems:?}"
        );
    }

    #[test]
    fn a_table_of_other_names_is_no_article() {
        let text = "doc;prose;medium\n1;\"Nobody was hurt.\";Post\n";
        assert!(is_start(text));
        let (_, problems) = read(text);
        assert!(
            problems[0].contains("it has doc, prose, medium"),
            "{problems:?}"
        );
    }

    #[test]
    fn a_sentence_with_commas_is_no_table() {
        for text in [
            "The text, the title, and the date were wrong, she said.\nNobody knew.",
            "Text messages, a title and a date",
            "title: Ferry\ntext: x",
            "Red, white, blue\nOne, two, three",
            "Red,white,blue",
            "Outlet, title, url and date are what the form asks for.",
        ] {
            assert!(!is_start(text), "{text}");
        }
    }
}
