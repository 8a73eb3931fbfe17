//! Articles in JSON: one object, a list of them, or one per line.
//!
//! The three vocabularies that are read (this project's own, schema.org `NewsArticle`, IPTC ninjs) differ
//! in little but the names, so one table of names serves them and their relatives.

use serde_json::{Map, Value};

use super::draft::{Draft, one_line};
use crate::error::{JsonPlace, NoText, ReadProblem};

type Object = Map<String, Value>;

const TEXT: &[&str] = &[
    "text",
    "articleBody",
    "body_text",
    "maintext",
    "body",
    "content",
];
const OUTLET: &[&str] = &[
    "outlet",
    "publisher",
    "provider",
    "source",
    "sitename",
    "site_name",
    "isPartOf",
    "source_domain",
];
const TITLE: &[&str] = &["title", "headline", "headlines", "name"];
const BYLINE: &[&str] = &["byline", "author", "authors", "creator"];
const URL: &[&str] = &[
    "url",
    "canonical_url",
    "canonicalurl",
    "mainEntityOfPage",
    "link",
    "@id",
];
const PUBLISHED: &[&str] = &[
    "published",
    "datePublished",
    "date_published",
    "published_at",
    "publish_date",
    "date_publish",
    "pubDate",
    "firstpublished",
    "contentcreated",
    "firstcreated",
    "versioncreated",
    "dateTime",
    "date",
];
const LANGUAGE: &[&str] = &["language", "inLanguage", "lang"];
/// Lists of articles under a heading.
const LISTS: &[&str] = &["articles", "items", "@graph"];

/// The articles in `text`; what is wrong with one of several goes to `problems`.
pub(super) fn articles(
    text: &str,
    problems: &mut Vec<ReadProblem>,
) -> Result<Vec<Draft>, ReadProblem> {
    let text = without_lone_surrogates(text);
    let value = match serde_json::from_str::<Value>(&text) {
        Ok(value) => value,
        Err(error) if is_lines(&text) => return lines(&text, problems, &error),
        Err(error) => return Err(broken(&error)),
    };
    let members = match &value {
        Value::Array(members) => members,
        Value::Object(object) if text_of(object).is_err() => {
            let list = LISTS.iter().find_map(|name| object.get(*name)?.as_array());
            match list {
                Some(members) => members,
                None => {
                    return Ok(vec![
                        article(&value).map_err(|missing| not_an_article(None, missing))?,
                    ]);
                }
            }
        }
        _ => {
            return Ok(vec![
                article(&value).map_err(|missing| not_an_article(None, missing))?,
            ]);
        }
    };
    let mut drafts = Vec::new();
    for (number, member) in members.iter().enumerate() {
        if is_something_else(member) {
            continue;
        }
        match article(member) {
            Ok(draft) => drafts.push(draft),
            Err(missing) => {
                problems.push(not_an_article(Some(JsonPlace::Member(number + 1)), missing))
            }
        }
    }
    if drafts.is_empty() && problems.is_empty() {
        return Err(not_an_article(None, NoText::Object));
    }
    Ok(drafts)
}

/// Whether every line is an object of its own.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.by_ref().take(2).count() == 2
        && text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .all(|line| line.starts_with('{'))
}

fn lines(
    text: &str,
    problems: &mut Vec<ReadProblem>,
    whole: &serde_json::Error,
) -> Result<Vec<Draft>, ReadProblem> {
    let mut drafts = Vec::new();
    let mut parsed = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let found = match serde_json::from_str::<Value>(line) {
            Ok(value) => {
                parsed = true;
                article(&value)
            }
            Err(error) => Err(NoText::Broken(error.to_string())),
        };
        match found {
            Ok(draft) => drafts.push(draft),
            Err(missing) => {
                problems.push(not_an_article(Some(JsonPlace::Line(number + 1)), missing))
            }
        }
    }
    if !parsed {
        problems.clear();
        return Err(broken(whole));
    }
    Ok(drafts)
}

fn broken(error: &serde_json::Error) -> ReadProblem {
    let message = error.to_string();
    let cause = message.split(" at line ").next().unwrap_or(&message);
    ReadProblem::BrokenJson {
        line: error.line(),
        column: error.column(),
        cause: cause.to_owned(),
    }
}

fn not_an_article(place: Option<JsonPlace>, missing: NoText) -> ReadProblem {
    ReadProblem::NotAnArticle { place, missing }
}

/// schema.org describes the site, the company and the breadcrumbs in one list with the article.
fn is_something_else(value: &Value) -> bool {
    let kind = value.get("@type").and_then(Value::as_str);
    kind.is_some_and(|kind| !kind.ends_with("Article") && !kind.ends_with("Posting"))
}

fn article(value: &Value) -> Result<Draft, NoText> {
    let object = value.as_object().ok_or(NoText::Object)?;
    let text = text_of(object)?;
    let field = |names: &[&str]| names.iter().find_map(|name| words(object.get(*name)?));
    Ok(Draft {
        id: object.get("id").and_then(words),
        outlet: field(OUTLET),
        title: field(TITLE),
        byline: field(BYLINE),
        url: field(URL).filter(|url| url.contains("://")),
        published: field(PUBLISHED),
        language: field(LANGUAGE),
        text: text.to_owned(),
        body: None,
    })
}

fn text_of(object: &Object) -> Result<&str, NoText> {
    for name in TEXT {
        match object.get(*name) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.trim().is_empty() => {
                return Err(NoText::Blank((*name).to_owned()));
            }
            Some(Value::String(text)) => return Ok(text),
            Some(_) => return Err(NoText::Kind((*name).to_owned())),
        }
    }
    Err(NoText::Field(object.keys().cloned().collect()))
}

/// A value in words: a string, a number, the name of a thing, or the members of a list.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => one_line(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(members) => {
            let members: Vec<String> = members.iter().filter_map(words).collect();
            (!members.is_empty()).then(|| members.join(", "))
        }
        Value::Object(object) => ["name", "title", "value", "@id", "url"]
            .iter()
            .find_map(|name| words(object.get(*name)?)),
        _ => None,
    }
}

/// Half of a surrogate pair ("\ud83d" without its partner) is no character, and a parser refuses the
/// whole file for it. The escape of U+FFFD has the same length, so places in messages stay right.
fn without_lone_surrogates(text: &str) -> String {
    let mut repaired = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        repaired.push_str(before);
        let (kept, length) = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (&escape[..12], 12),
            (Some(0xd800..=0xdfff), _) => ("\\ufffd", 6),
            // Any other escape is one sign behind the backslash, which may be a backslash itself.
            _ => {
                let length = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
                (&escape[..length], length)
            }
        };
        repaired.push_str(kept);
        rest = &escape[length..];
    }
    repaired.push_str(rest);
    repaired
}

/// The code unit of an escape "\uXXXX" that opens `text`.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}
