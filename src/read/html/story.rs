//! A page that is too short for the extractor: it gives up, or takes all words of the page as one run
//! ("Ferry agroundNobody was hurt."). Where the page says which element is the article, its paragraphs are
//! taken as they stand.

use trafilatura::dom::{Document, NodeId};

use super::blocks;

/// Elements that hold an article, the surer first.
const HOLDERS: &[&str] = &["[itemprop=articleBody]", "article", "main", "[role=main]"];
/// Parts of such an element that are none of its words.
const ASIDE: &str = "nav, aside, footer, header, form, figure, figcaption, script, style, [hidden], [aria-hidden=true]";

/// The lines of the only article of `page`, if the page says which it is.
pub(super) fn lines(page: &mut Document) -> Option<Vec<String>> {
    let body = page.body()?;
    let story =
        HOLDERS.iter().find_map(
            |selector| match page.query_selector_all(body, selector)[..] {
                [story] => Some(story),
                _ => None,
            },
        )?;
    let parts: Vec<NodeId> = page.query_selector_all(story, ASIDE);
    for part in parts {
        page.set_inner_html(part, "");
    }
    let lines = blocks::of_element(page, story);
    (!lines.is_empty()).then_some(lines)
}
