//! Articles in JSON: one object, a list of them, or one per line.
//!
//! The vocabularies that are read (this project's own, schema.org `NewsArticle`, IPTC ninjs) differ in
//! little but the names, so one table of names serves them and their relatives:
//!
//! ```text
//! ours        outlet         title         published       text
//! schema.org  publisher.name headline      datePublished   articleBody
//! ninjs 1     provider       headline      versioncreated  body_text, body_xhtml
//! ninjs 2, 3  provider.name  headlines[]   contentcreated  bodies[]
//! ```

mod escapes;
mod fields;
mod lines;
#[cfg(feature = "html")]
pub(super) mod linked;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::draft::{Draft, one_line};
use crate::Span;
use crate::error::{JsonPlace, NoText, ReadProblem};

pub(super) use escapes::with_characters;
pub(super) use fields::TEXT;

/// Lists of articles under a heading.
const LISTS: &[&str] = &["articles", "items", "results", "@graph"];

/// What the version of a JSON Feed names.
const FEED: &str = "jsonfeed.org";

/// Whether `text` opens as a JSON Feed does.
pub(super) fn is_feed(text: &str) -> bool {
    let version = text.find("\"version\"").map(|at| &text[at..]);
    version.is_some_and(|version| {
        version
            .lines()
            .next()
            .is_some_and(|line| line.contains(FEED))
    })
}

/// The articles in `text`; what is wrong with one of several goes to `problems`.
pub(super) fn articles(
    text: &str,
    problems: &mut Vec<ReadProblem>,
) -> Result<Vec<Draft>, ReadProblem> {
    let value = match serde_json::from_str::<Value>(text) {
        Ok(value) => value,
        Err(error) if lines::are_objects(text) => return lines::articles(text, problems, &error),
        Err(error) => return Err(broken(&error)),
    };
    let Some(members) = members(&value) else {
        return Ok(vec![
            article(&value, &[]).map_err(|missing| not_an_article(None, missing))?,
        ]);
    };
    // A JSON Feed says once for all entries whose they are.
    let version = value.get("version").and_then(Value::as_str);
    let is_feed = version.is_some_and(|version| version.contains(FEED));
    let feed = |name: &str| one_line(value.get(name)?.as_str()?).filter(|_| is_feed);
    let mut drafts = Vec::new();
    let before = problems.len();
    for (number, member) in members.iter().enumerate() {
        if is_something_else(member) {
            continue;
        }
        match article(member, members) {
            Ok(draft) => drafts.push(Draft {
                number: Some(number + 1),
                outlet: draft.outlet.or_else(|| feed("title")),
                language: draft.language.or_else(|| feed("language")),
                ..draft
            }),
            Err(missing) => {
                problems.push(not_an_article(Some(JsonPlace::Member(number + 1)), missing));
            }
        }
    }
    if drafts.is_empty() && problems.len() == before {
        return Err(not_an_article(None, NoText::Object));
    }
    Ok(drafts)
}

/// The articles in some lines of a dump, of which the first has the number `first`.
pub(super) fn lines(text: &str, first: usize, problems: &mut Vec<ReadProblem>) -> Vec<Draft> {
    lines::numbered(text, first, problems)
}

/// The article whose fields `object` holds.
pub(super) fn of_fields(object: &Map<String, Value>) -> Result<Draft, NoText> {
    let text = fields::text(object)?.into_owned();
    Ok(Draft {
        text,
        ..fields::all_but_text(object, &[])
    })
}

/// The field that is called `name`, whatever the case of its letters.
pub(super) fn spelling(name: &str) -> String {
    fields::spelling(name)
}

/// The members of a list of articles.
fn members(value: &Value) -> Option<&[Value]> {
    match value {
        Value::Array(members) => Some(members),
        Value::Object(object) if fields::text(object).is_err() => LISTS
            .iter()
            .find_map(|name| {
                let list = object.get(*name)?;
                // Some put the list of a page of results one level below.
                list.as_array().or_else(|| list.get("results")?.as_array())
            })
            .map(Vec::as_slice),
        _ => None,
    }
}

fn broken(error: &serde_json::Error) -> ReadProblem {
    ReadProblem::BrokenJson {
        line: error.line(),
        column: error.column(),
        cause: cause(error),
    }
}

/// The message without the place, which is told apart.
fn cause(error: &serde_json::Error) -> String {
    if error.is_eof() {
        return "it ends too early".to_owned();
    }
    let message = error.to_string();
    message
        .split(" at line ")
        .next()
        .unwrap_or(&message)
        .to_owned()
}

fn not_an_article(place: Option<JsonPlace>, missing: NoText) -> ReadProblem {
    ReadProblem::NotAnArticle { place, missing }
}

/// schema.org describes the site, the company and the breadcrumbs in one list with the article.
fn is_something_else(value: &Value) -> bool {
    value.get("@type").is_some() && !is_article_kind(value)
}

fn is_article_kind(value: &Value) -> bool {
    let is_article = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_article),
        Some(kind) => is_article(kind),
        None => false,
    }
}

/// The article that `value` is; things that it refers to stand among `others`.
fn article(value: &Value, others: &[Value]) -> Result<Draft, NoText> {
    let object = value.as_object().ok_or(NoText::Object)?;
    let text = fields::text(object)?.into_owned();
    Ok(Draft {
        body: object.get("body").and_then(|value| place(value, &text)),
        set_off: set_off(object, &text),
        text,
        ..fields::all_but_text(object, others)
    })
}

/// The place that `value`, as this program prints it, names in code points of `text`.
fn place(value: &Value, text: &str) -> Option<Span> {
    let [start, end] = <[usize; 2]>::deserialize(value).ok()?;
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let mut bytes = starts.skip(start);
    let first = bytes.next()?;
    let last = match end.checked_sub(start)? {
        0 => first,
        length => bytes.nth(length - 1)?,
    };
    Some(Span::new(first, last))
}

/// The paragraphs of `text` that are set off, as this program printed them.
fn set_off(object: &Map<String, Value>, text: &str) -> Vec<Span> {
    let listed = object.get("set_off").and_then(Value::as_array);
    let mut parts: Vec<Span> = listed
        .into_iter()
        .flatten()
        .filter_map(|value| place(value, text))
        .collect();
    parts.sort_unstable();
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_that_is_the_article_is_read_again() {
        let (drafts, problems) = read(
            r#"{"outlet": "Post", "text": "Überschrift\n“Ja,” sagte Fenn.", "body": [12, 29]}"#,
        );
        assert!(problems.is_empty(), "{problems:?}");
        let body = drafts[0].body.expect("a body");
        assert_eq!(body.slice(&drafts[0].text), "“Ja,” sagte Fenn.");
        let (drafts, _) = read(r#"{"outlet": "Post", "text": "Kurz.", "body": [2, 99]}"#);
        assert_eq!(drafts[0].body, None);
    }

    fn read(text: &str) -> (Vec<Draft>, Vec<String>) {
        let mut problems = Vec::new();
        let drafts = articles(text, &mut problems).unwrap_or_else(|problem| {
            problems.push(problem);
            Vec::new()
        });
        (drafts, problems.iter().map(ToString::to_string).collect())
    }

    fn fields_of(text: &str) -> [String; 7] {
        let (drafts, problems) = read(text);
        assert!(problems.is_empty(), "{problems:?}");
        let draft = drafts.into_iter().next().expect("an article");
        draft.into_fields()
    }

    const EXPECTED: [&str; 7] = [
        "Harbour Post",
        "Ferry aground",
        "Lena Ost, Per Lind",
        "https://harbour.example/ferry",
        "2024-05-14T08:30:00Z",
        "en",
        "Nobody was hurt.\n\n“A night to forget,” said Fenn.",
    ];

    #[test]
    fn the_vocabularies_of_news() {
        let ours = r#"{"outlet": "Harbour Post", "title": "Ferry aground", "byline": "Lena Ost, Per Lind",
            "url": "https://harbour.example/ferry", "published": "2024-05-14T08:30:00Z", "language": "en",
            "text": "Nobody was hurt.\n\n“A night to forget,” said Fenn."}"#;
        let schema = r##"{"@context": "https://schema.org", "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Harbour Post online"},
            {"@type": "Organization", "@id": "#post", "name": "Harbour Post"},
            {"@type": ["NewsArticle"], "headline": "Ferry aground", "publisher": {"@id": "#post"},
             "author": [{"@type": "Person", "name": "Lena Ost"}, {"@type": "Person", "name": "Per Lind"}],
             "mainEntityOfPage": {"@type": "WebPage", "@id": "https://harbour.example/ferry"},
             "datePublished": "2024-05-14T08:30:00Z", "inLanguage": "en",
             "articleBody": "Nobody was hurt.\n\n“A night to forget,” said Fenn."}]}"##;
        let ninjs = r#"{"uri": "https://harbour.example/ferry", "type": "text", "provider": "Harbour Post",
            "versioncreated": "2024-05-14T08:30:00Z", "headline": "Ferry aground", "byline": "Lena Ost, Per Lind",
            "language": "en", "body_text": "Nobody was hurt.\n\n“A night to forget,” said Fenn."}"#;
        let ninjs3 = r#"{"uri": "https://harbour.example/ferry", "provider": {"name": "Harbour Post"},
            "contentcreated": "2024-05-14T08:30:00Z", "headlines": [{"role": "main", "value": "Ferry aground"}],
            "bylines": [{"value": "Lena Ost"}, {"value": "Per Lind"}], "language": "en", "bodies": [
            {"role": "main", "contenttype": "text/plain", "value": "Nobody was hurt.\n\n“A night to forget,” said Fenn."}]}"#;
        for text in [ours, schema, ninjs, ninjs3, &format!("[{ours}]")] {
            assert_eq!(fields_of(text), EXPECTED.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn exports_of_collections() {
        let article = r#"{"uri": "81", "lang": "eng", "dateTimePub": "2024-05-14T08:30:00Z", "url": "https://harbour.example/ferry",
            "title": "Ferry aground", "body": "Nobody was hurt.", "source": {"uri": "harbour.example", "title": "Harbour Post"},
            "authors": [{"name": "Lena Ost"}]}"#;
        for text in [
            format!(r#"{{"articles": {{"results": [{article}], "page": 1}}}}"#),
            format!(r#"{{"status": "ok", "articles": [{article}]}}"#),
            format!(r#"{{"results": [{article}]}}"#),
        ] {
            let [outlet, title, byline, url, published, _, text] = fields_of(&text);
            assert_eq!(
                [outlet, title, byline, url, published, text],
                [
                    "Harbour Post",
                    "Ferry aground",
                    "Lena Ost",
                    "https://harbour.example/ferry",
                    "2024-05-14T08:30:00Z",
                    "Nobody was hurt."
                ]
            );
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn bodies_in_html_become_paragraphs() {
        for text in [
            r#"{"body_xhtml": "<p>Nobody was hurt.</p><p>The <i>ship</i> is safe.</p>"}"#,
            r#"{"bodies": [{"contenttype": "text/html", "value": "<p>Nobody was hurt.</p><p>The ship is safe.</p>"}]}"#,
        ] {
            assert_eq!(fields_of(text)[6], "Nobody was hurt.\n\nThe ship is safe.");
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn a_piece_of_a_page_in_a_field_becomes_paragraphs_unless_it_is_the_text() {
        let blog = r#"{"title": {"rendered": "Ferry &amp; tug"}, "link": "https://harbour.example/1",
            "content": {"rendered": "<p>Nobody was hurt.</p><p>The ship is safe.</p>", "protected": false}}"#;
        let fields = fields_of(blog);
        assert_eq!(fields[1], "Ferry & tug");
        assert_eq!(fields[6], "Nobody was hurt.\n\nThe ship is safe.");
        let content = r#"{"content": "<p>Nobody was hurt.</p>\n<p>The ship is safe.</p>"}"#;
        assert_eq!(
            fields_of(content)[6],
            "Nobody was hurt.\n\nThe ship is safe."
        );
        let text = r#"{"text": "<p>Nobody was hurt.</p>"}"#;
        assert_eq!(fields_of(text)[6], "<p>Nobody was hurt.</p>");
    }

    #[test]
    fn one_bad_line_does_not_stop_the_others() {
        let (drafts, problems) = read(
            "{\"id\": \"a\", \"text\": \"Nobody was hurt.\"}\n\n{\"text\": \"Cut o\n{\"title\": \"x\"}\n{\"text\": \"Safe.\"}\n",
        );
        assert_eq!(drafts.len(), 2);
        assert_eq!(drafts[0].id.as_deref(), Some("a"));
        assert_eq!(problems.len(), 2);
        assert!(
            problems[0].starts_with("line 3: is not JSON"),
            "{}",
            problems[0]
        );
        assert!(
            problems[1].starts_with("line 4: is JSON but no article"),
            "{}",
            problems[1]
        );
    }

    #[test]
    fn what_is_no_article_says_what_is_missing() {
        for (text, message) in [
            (
                r#"{"title": "Ferry", "url": "x"}"#,
                "the field \"text\" is missing",
            ),
            (r#"{"text": " "}"#, "the field \"text\" is empty"),
            (
                r#"{"text": ["Nobody"]}"#,
                "the field \"text\" should hold the text",
            ),
            ("{}", "it has no fields"),
            ("[]", "an object with the fields"),
            ("[{\"@type\": \"WebSite\"}]", "an object with the fields"),
            (
                "[{\"text\": \"x\"}, {\"title\": \"y\"}]",
                "article 2 of the list: is JSON but no article",
            ),
            (
                "{\"text\": \"x\",\n \"title\" \"y\"}",
                "breaks in line 2, column 10: expected `:`",
            ),
        ] {
            let (_, problems) = read(text);
            assert!(
                problems.len() == 1 && problems[0].contains(message),
                "{text}: {problems:?}"
            );
        }
    }

    #[test]
    fn the_text_stays_as_it_is() {
        let (drafts, _) = read(r#"{"text": "  Two ends.\r\n\u00a0“Yes.” \ud83d\ude00 "}"#);
        assert_eq!(drafts[0].text, "  Two ends.\r\n\u{a0}“Yes.” 😀 ");
    }
}
