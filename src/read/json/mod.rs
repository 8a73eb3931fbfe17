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

mod fields;
mod lines;
mod surrogates;

use serde_json::Value;

use super::draft::Draft;
use crate::error::{JsonPlace, NoText, ReadProblem};

/// Lists of articles under a heading.
const LISTS: &[&str] = &["articles", "items", "@graph"];

/// The articles in `text`; what is wrong with one of several goes to `problems`.
pub(super) fn articles(
    text: &str,
    problems: &mut Vec<ReadProblem>,
) -> Result<Vec<Draft>, ReadProblem> {
    let text = surrogates::repair(text);
    let value = match serde_json::from_str::<Value>(&text) {
        Ok(value) => value,
        Err(error) if lines::are_objects(&text) => return lines::articles(&text, problems, &error),
        Err(error) => return Err(broken(&error)),
    };
    let Some(members) = members(&value) else {
        return Ok(vec![
            article(&value).map_err(|missing| not_an_article(None, missing))?,
        ]);
    };
    let mut drafts = Vec::new();
    let before = problems.len();
    for (number, member) in members.iter().enumerate() {
        if is_something_else(member) {
            continue;
        }
        match article(member) {
            Ok(draft) => drafts.push(draft),
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

/// What a JSON-LD block of a page says about its article.
#[cfg(feature = "html")]
pub(super) fn linked_article(value: &Value) -> Option<Draft> {
    let alone = std::slice::from_ref(value);
    let members = members(value).unwrap_or(alone);
    let object = members
        .iter()
        .find(|member| is_article_kind(member))?
        .as_object()?;
    Some(fields::all_but_text(object, members))
}

/// The members of a list of articles.
fn members(value: &Value) -> Option<&[Value]> {
    match value {
        Value::Array(members) => Some(members),
        Value::Object(object) if fields::text(object).is_err() => LISTS
            .iter()
            .find_map(|name| object.get(*name)?.as_array())
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

fn article(value: &Value) -> Result<Draft, NoText> {
    let object = value.as_object().ok_or(NoText::Object)?;
    let text = fields::text(object)?.into_owned();
    Ok(Draft {
        text,
        ..fields::all_but_text(object, &[])
    })
}
