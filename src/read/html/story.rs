//! A page that is too short for the extractor: it gives up, or takes all words of the page as one run
//! ("Ferry agroundNobody was hurt."). Where the page says which element is the article, its paragraphs are
//! taken as they stand.

use trafilatura::dom::{Document, NodeId};

use super::{blocks, gates};

/// Elements that hold an article, the surer first.
const HOLDERS: &[&str] = &["[itemprop=articleBody]", "article", "main", "[role=main]"];
/// Parts of such an element that are none of its words.
const ASIDE: &str = "nav, aside, footer, header, h1, form, figure, figcaption, script, style, [hidden], [aria-hidden=true]";

/// The lines of the only article of `page`, if the page says which it is; none when nothing stands in it.
pub(super) fn lines(page: &str) -> Option<Vec<String>> {
    let mut page = Document::parse(page);
    gates::remove_wall(&mut page);
    gates::remove_consent(&mut page);
    blocks::mark_set_off(&mut page);
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
    Some(blocks::of_element(&page, story))
}
