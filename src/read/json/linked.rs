//! The article in a page's JSON-LD, with what it brings of the text:
//!
//! ```text
//! NewsArticle      articleBody                                            the whole text
//! LiveBlogPosting  liveBlogUpdate [{headline, articleBody}, …]            a section for each update
//! WebPage          mainEntity {NewsArticle}
//! ```

use serde_json::{Map, Value};

use super::{fields, is_article_kind, members};
use crate::read::draft::{Draft, one_line};

/// What `value`, the JSON-LD of a page, says about its article.
pub(in crate::read) fn article(value: &Value) -> Option<Draft> {
    let alone = std::slice::from_ref(value);
    let members = members(value).unwrap_or(alone);
    let object = members
        .iter()
        .find(|member| is_article_kind(member))
        .or_else(|| {
            let mut inner = members.iter().filter_map(|member| member.get("mainEntity"));
            inner.find(|entity| is_article_kind(entity))
        })?
        .as_object()?;
    let mut draft = fields::all_but_text(object, members);
    draft.text = updates(object)
        .or_else(|| paragraphs(object.get("articleBody")?))
        .unwrap_or_default();
    Some(draft)
}

/// The updates of a live blog, one below the other as the page has them.
fn updates(object: &Map<String, Value>) -> Option<String> {
    let updates = object.get("liveBlogUpdate")?.as_array()?;
    let sections: Vec<String> = updates
        .iter()
        .filter_map(|update| {
            let body = paragraphs(update.get("articleBody")?)?;
            let headline = update.get("headline").and_then(Value::as_str);
            Some(match headline.and_then(one_line) {
                Some(headline) if !body.starts_with(&headline) => format!("{headline}\n\n{body}"),
                _ => body,
            })
        })
        .collect();
    (!sections.is_empty()).then(|| sections.join("\n\n"))
}

/// The lines of a text as paragraphs; markup that stands in it is taken as such.
fn paragraphs(text: &Value) -> Option<String> {
    let text = text.as_str()?;
    if text.contains("</p>") || text.contains("<br") {
        return fields::rendered(text);
    }
    let lines: Vec<String> = text.lines().filter_map(one_line).collect();
    (!lines.is_empty()).then(|| lines.join("\n\n"))
}
