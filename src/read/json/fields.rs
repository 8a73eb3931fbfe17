//! The names under which an article's parts stand.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::error::NoText;
use crate::read::draft::{Draft, one_line};

type Object = Map<String, Value>;

/// Fields of plain text, best first, as in the lists below.
pub(in crate::read) const TEXT: &[&str] = &[
    "text",
    "articleBody",
    "body_text",
    "maintext",
    "body",
    "content",
    "content_text",
    "article_text",
    "full_text",
    "fulltext",
];
/// Fields of HTML.
const HTML: &[&str] = &["body_xhtml", "body_html", "content_html"];
const OUTLET: &[&str] = &[
    "outlet",
    "publisher",
    "provider",
    "source",
    "sitename",
    "site_name",
    "isPartOf",
    "media_name",
    "publication",
    "newspaper",
    "infosources",
    "source_domain",
    "domain",
    "copyrightholder",
];
const TITLE: &[&str] = &["title", "headline", "headlines", "name"];
const BYLINE: &[&str] = &["byline", "bylines", "author", "authors", "creator"];
const URL: &[&str] = &[
    "url",
    "canonical_url",
    "canonicalurl",
    "mainEntityOfPage",
    "link",
    "@id",
    "uri",
];
const PUBLISHED: &[&str] = &[
    "published",
    "datePublished",
    "date_published",
    "published_at",
    "publish_date",
    "date_publish",
    "pubDate",
    "publishedAt",
    "dateTimePub",
    "firstpublished",
    "contentcreated",
    "firstcreated",
    "versioncreated",
    "dateTime",
    "date",
];
const LANGUAGE: &[&str] = &["language", "inLanguage", "lang"];

/// The name of a field that is `name` but for the case of its letters, or `name` itself.
pub(super) fn spelling(name: &str) -> String {
    let lists = [TEXT, HTML, OUTLET, TITLE, BYLINE, URL, PUBLISHED, LANGUAGE];
    let mut known = lists.into_iter().flatten();
    known
        .find(|known| known.eq_ignore_ascii_case(name))
        .map_or(name, |known| *known)
        .to_owned()
}

/// The text of the article that `object` is.
pub(super) fn text(object: &Object) -> Result<Cow<'_, str>, NoText> {
    let mut blank = None;
    for name in TEXT {
        match object.get(*name) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.trim().is_empty() => blank = blank.or(Some(*name)),
            Some(Value::String(text)) => return Ok(words(name, text)),
            // Blogs say of their fields that they are "rendered" as HTML.
            Some(Value::Object(field)) if field.contains_key("rendered") => {
                return Ok(Cow::Owned(rendered_field(field).unwrap_or_default()));
            }
            Some(_) => return Err(NoText::Kind((*name).to_owned())),
        }
    }
    let html = HTML.iter().find_map(|name| object.get(*name)?.as_str());
    if let Some(text) = html.and_then(rendered) {
        return Ok(Cow::Owned(text));
    }
    if let Some(text) = object.get("bodies").and_then(among_bodies) {
        return Ok(text);
    }
    Err(match blank {
        Some(name) => NoText::Blank(name.to_owned()),
        None => NoText::Field(object.keys().cloned().collect()),
    })
}

/// The words of a field of plain text. Its offsets count for those who wrote "text"; others put pieces of pages
/// into their fields.
fn words<'t>(name: &str, text: &'t str) -> Cow<'t, str> {
    let is_page = name != "text" && text.trim_start().starts_with('<') && text.contains("</");
    match rendered(text).filter(|_| is_page) {
        Some(words) => Cow::Owned(words),
        None => Cow::Borrowed(text),
    }
}

fn rendered_field(field: &Object) -> Option<String> {
    rendered(field.get("rendered")?.as_str()?)
}

/// The text among the `bodies` of ninjs 2 and 3: plain text when there is one, else HTML.
fn among_bodies(bodies: &Value) -> Option<Cow<'_, str>> {
    let value = |is_html: bool| {
        bodies.as_array()?.iter().find_map(|body| {
            let kind = body.get("contenttype").and_then(Value::as_str);
            let value = body.get("value")?.as_str()?;
            (kind.is_some_and(|kind| kind.contains("html")) == is_html).then_some(value)
        })
    };
    match value(false) {
        Some(plain) => Some(Cow::Borrowed(plain)),
        None => value(true).and_then(rendered).map(Cow::Owned),
    }
}

#[cfg(feature = "html")]
pub(super) fn rendered(html: &str) -> Option<String> {
    crate::read::html::text(html, crate::read::Options::default().max_depth)
        .ok()
        .filter(|text| !text.is_empty())
}

#[cfg(not(feature = "html"))]
fn rendered(_: &str) -> Option<String> {
    None
}

/// All but the text. Things that `object` only refers to by their `@id` stand among `others`.
pub(super) fn all_but_text(object: &Object, others: &[Value]) -> Draft {
    let field = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| first(object.get(*name)?, others))
    };
    let byline = BYLINE
        .iter()
        .find_map(|name| all(object.get(*name)?, others));
    Draft {
        id: object.get("id").and_then(|id| first(id, &[])),
        outlet: field(OUTLET),
        title: field(TITLE),
        byline,
        url: URL.iter().find_map(|name| address(object.get(*name)?)),
        published: field(PUBLISHED),
        language: field(LANGUAGE),
        ..Draft::default()
    }
}

/// All members of a list in words.
fn all(value: &Value, others: &[Value]) -> Option<String> {
    let Value::Array(members) = value else {
        return first(value, others);
    };
    let members: Vec<String> = members
        .iter()
        .filter_map(|member| first(member, others))
        .collect();
    (!members.is_empty()).then(|| members.join(", "))
}

/// A value in words: a string, a number, the name of a thing, or the first member of a list.
fn first(value: &Value, others: &[Value]) -> Option<String> {
    match value {
        Value::String(text) => one_line(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(members) => members.iter().find_map(|member| name(member, others)),
        thing => name(thing, others),
    }
}

/// The name of a thing that stands here or is referred to; a string is its own name.
fn name(thing: &Value, others: &[Value]) -> Option<String> {
    let named = |thing: &Value| {
        ["name", "title", "value"]
            .iter()
            .find_map(|key| one_line(thing.get(*key)?.as_str()?))
    };
    if let Some(text) = thing.as_str() {
        return one_line(text);
    }
    if let Some(text) = thing.as_object().and_then(rendered_field) {
        return one_line(&text);
    }
    named(thing).or_else(|| {
        let id = thing.get("@id")?;
        others
            .iter()
            .filter(|other| other.get("@id") == Some(id))
            .find_map(named)
    })
}

/// A web address that stands here or is that of a thing.
fn address(value: &Value) -> Option<String> {
    let text = match value {
        Value::Object(thing) => ["@id", "url"]
            .iter()
            .find_map(|name| thing.get(*name)?.as_str())?,
        value => value.as_str()?,
    };
    let is_web = text.starts_with("http://") || text.starts_with("https://");
    one_line(text).filter(|_| is_web)
}
