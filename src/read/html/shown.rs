//! What a page shows, or marks up, of itself where its head is silent:
//!
//! ```text
//! <title>Ferry aground | Harbour Post</title>  …  <h1>Ferry aground</h1>       the rest is the outlet
//! <span itemprop=publisher itemscope><meta itemprop=name content="Harbour Post">
//! <div property="dc:date" content="2024-05-14T08:30">  <p class=dateline>14 May 2024</p>
//! ```

use trafilatura::dom::{Document, NodeId};

use super::super::dates;
use super::super::draft::one_line;
use super::same_words;

/// What may stand between a headline and the name of the outlet.
pub(super) const MARKS: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • "];
/// Parts of a page that speak of other articles.
const ELSEWHERE: &[&str] = &["aside", "nav", "footer", "li"];
/// Longest name of an outlet, in bytes.
const MAX_NAME: usize = 60;

/// The text of the first element that matches and is not too long to be a line.
pub(super) fn first(page: &Document, selector: &str) -> Option<String> {
    let found = page.query_selector_all(page.root(), selector);
    found.into_iter().find_map(|element| line(page, element))
}

fn line(page: &Document, element: NodeId) -> Option<String> {
    one_line(&page.text_content(element)).filter(|text| text.len() < 400)
}

/// The headline: the heading that is marked as one, or the only one of the first rank inside the article
/// or at all.
pub(super) fn heading(page: &Document) -> Option<String> {
    let selectors = ["[itemprop=headline]", "article h1", "main h1", "h1"];
    selectors.iter().find_map(
        |selector| match page.query_selector_all(page.root(), selector)[..] {
            [heading] => value(page, heading).filter(|text| text.len() < 400),
            _ => None,
        },
    )
}

/// The outlet: as marked up, else what the title of the window has beside the headline.
pub(super) fn outlet(page: &Document) -> Option<String> {
    let publisher = page.query_selector(page.root(), "[itemprop=publisher]");
    let marked = publisher.and_then(|publisher| {
        let name = page.query_selector(publisher, "[itemprop=name]");
        value(page, name.unwrap_or(publisher))
    });
    marked
        .filter(|name| name.len() <= MAX_NAME && !name.contains("://"))
        .or_else(|| beside_headline(page))
}

fn beside_headline(page: &Document) -> Option<String> {
    let title = first(page, "title")?;
    MARKS.iter().find_map(|mark| {
        let (headline, name) = title.rsplit_once(mark)?;
        let headings = page.query_selector_all(page.root(), "h1, h2");
        let is_shown = headings
            .into_iter()
            .filter_map(|heading| line(page, heading))
            .any(|heading| same_words(&heading, headline) || starts_alike(&heading, headline));
        (is_shown && name.len() <= MAX_NAME).then(|| name.trim().to_owned())
    })
}

/// "Ferry aground | News" before the name of the outlet: the headline and a section.
fn starts_alike(heading: &str, title: &str) -> bool {
    MARKS
        .iter()
        .filter_map(|mark| title.split_once(mark))
        .any(|(headline, _)| same_words(heading, headline))
}

/// When the page was published: as marked up, else the first time that is none of another article and
/// none of a change, else a line that is a date.
pub(super) fn published(page: &Document) -> Option<String> {
    let marked = "[itemprop=datePublished], time[pubdate], [property~='dc:date'], [property~='dc:created'], \
        [property~='schema:datePublished']";
    all(page, marked)
        .find_map(|element| value(page, element))
        .or_else(|| {
            let times = || all(page, "time").filter(|time| !is_of_change(page, *time));
            let here = times().find(|time| !is_elsewhere(page, *time) && is_date(page, *time));
            let found = here.or_else(|| times().find(|time| is_date(page, *time)))?;
            value(page, found)
        })
        .or_else(|| {
            let lines = all(
                page,
                "[class*=date], [class*=Date], [class*=publish], [class*=time], [class*=Time], [id*=date], [class*=byline], \
                 [class*=meta]",
            );
            lines
                .filter(|element| !is_of_change(page, *element) && !is_elsewhere(page, *element))
                .filter_map(|element| line(page, element))
                .find(|text| dates::published(text.clone()).timestamp.is_some())
        })
}

fn all<'p>(page: &'p Document, selector: &str) -> impl Iterator<Item = NodeId> + use<'p> {
    page.query_selector_all(page.root(), selector).into_iter()
}

/// What an element says: to machines, else to readers.
fn value(page: &Document, element: NodeId) -> Option<String> {
    ["content", "datetime"]
        .iter()
        .find_map(|name| one_line(&page.get_attribute(element, name)?))
        .or_else(|| line(page, element))
}

fn is_date(page: &Document, time: NodeId) -> bool {
    value(page, time).is_some_and(|text| dates::published(text).timestamp.is_some())
}

/// Whether a time is that of a later change.
fn is_of_change(page: &Document, element: NodeId) -> bool {
    let names = ["class", "itemprop", "id", "data-testid"];
    names.iter().any(|name| {
        page.get_attribute(element, name).is_some_and(|value| {
            let value = value.to_lowercase();
            value.contains("modif") || value.contains("updat")
        })
    })
}

/// Whether an element stands in a part of the page that is about other articles.
fn is_elsewhere(page: &Document, element: NodeId) -> bool {
    std::iter::successors(page.parent(element), |node| page.parent(*node)).any(|node| {
        let name = format!("{} {}", page.id_attr(node), page.class_name(node)).to_lowercase();
        ELSEWHERE.contains(&page.tag_name(node).to_ascii_lowercase().as_str())
            || [
                "related",
                "sidebar",
                "teaser",
                "most-read",
                "comment",
                "recommend",
            ]
            .iter()
            .any(|word| name.contains(word))
    })
}
