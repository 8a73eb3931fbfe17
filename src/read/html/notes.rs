//! Extractors drop comment boxes, and with them what an editor put there:
//!
//! ```text
//! <p>The talks ended on Monday.</p>
//! <div class="comment"><p>Comment: Nobody wants to hear this.</p></div>      kept: it opens with a marker
//! <div id="comments"><h3>3 comments</h3> <div class="comment">First!</div>   left: readers speak here
//! ```
//!
//! A block that opens with a marker of the lexicon loses the attributes and the tag by which it would be
//! dropped. When it opens its whole container, the container is freed with it. A box with anything else
//! in it is the readers', whatever a reader's comment may open with. A note that stands behind the article
//! is moved to its end. Embedded posts, which outlets quote, are dropped alike and kept alike.

use rustc_hash::FxHashSet;
use trafilatura::dom::{Document, NodeId};

use super::blocks;
use crate::lexicon::Marker;

/// Blocks that may hold a note.
const BOXES: &str = "div, aside, section, p, blockquote, li, details, footer";
/// A block longer than this, in bytes, is the page and not a note on it.
const MAX_BYTES: usize = 20_000;

/// Marks the editors' blocks of `page` as plain parts of the article.
pub(super) fn keep(page: &mut Document, markers: &[Marker]) {
    let Some(body) = page.body() else { return };
    let opening: Vec<NodeId> = page
        .query_selector_all(body, BOXES)
        .into_iter()
        .filter(|node| opens_with_marker(&opening_words(page, *node), markers))
        .collect();
    let story = only_story(page, body);
    let mut freed: FxHashSet<NodeId> = FxHashSet::default();
    for note in opening {
        let parents = ancestors(page, note);
        if parents.iter().any(|parent| freed.contains(parent)) || !is_a_note(page, note, &parents) {
            continue;
        }
        freed.insert(note);
        let stray = story.filter(|story| !parents.contains(story));
        if stray.is_some()
            && !(is_named(page, note, &["comment", "note", "editor"])
                && is_after(page, body, note, stray))
        {
            continue;
        }
        free(page, note);
        if let Some(story) = stray {
            page.append_child(last_paragraphs(page, story), note);
        }
    }
}

/// Posts of social networks that a page quotes by embedding them.
const POSTS: &str = "blockquote.twitter-tweet, blockquote.instagram-media, blockquote.tiktok-embed, \
    blockquote.bluesky-embed, blockquote.text-post-media, blockquote.mastodon-embed";

/// Marks posts that `page` embeds as plain parts of the article, with the boxes that hold nothing else.
pub(super) fn keep_posts(page: &mut Document) {
    for post in page.query_selector_all(page.root(), POSTS) {
        let shown = blocks::of_element(page, post);
        let mut part = post;
        while let Some(parent) = page.parent(part)
            && matches!(
                page.tag_name(parent),
                "div" | "figure" | "span" | "section" | "aside"
            )
            && blocks::of_element(page, parent) == shown
        {
            part = parent;
        }
        free(page, part);
    }
}

/// Where the paragraphs of `story` end: the parent of its last long one.
fn last_paragraphs(page: &Document, story: NodeId) -> NodeId {
    let paragraphs = page.iter_descendants(story, &["p"]);
    let last = paragraphs
        .into_iter()
        .rfind(|paragraph| page.text_content(*paragraph).trim().len() > 80);
    last.and_then(|paragraph| page.parent(paragraph))
        .unwrap_or(story)
}

/// The element that holds the article, when the page has one.
fn only_story(page: &Document, body: NodeId) -> Option<NodeId> {
    ["article", "main", "[itemprop=articleBody]"]
        .iter()
        .find_map(
            |selector| match page.query_selector_all(body, selector)[..] {
                [story] => Some(story),
                _ => None,
            },
        )
}

fn is_after(page: &Document, body: NodeId, note: NodeId, story: Option<NodeId>) -> bool {
    let order = page.iter(body, &[]);
    let place = |node: NodeId| order.iter().position(|other| *other == node);
    story.is_some_and(|story| place(note) > place(story))
}

/// Takes away what makes an extractor drop `note`.
fn free(page: &mut Document, note: NodeId) {
    for part in page.iter(note, &[]) {
        page.clear_attributes(part);
        if matches!(
            page.tag_name(part),
            "aside" | "section" | "details" | "summary" | "footer" | "header"
        ) {
            page.set_tag_name(part, "div");
        }
    }
    let blocks = ["p", "div", "blockquote", "ul", "ol", "h2", "h3", "h4", "li"];
    if page.iter_descendants(note, &blocks).is_empty() {
        page.set_tag_name(note, "p");
    }
}

/// Whether a block that opens like a note is one, and neither a reader's nor a link to another page.
fn is_a_note(page: &Document, note: NodeId, parents: &[NodeId]) -> bool {
    let words = page.text_content(note).len();
    let linked: usize = page
        .iter_descendants(note, &["a"])
        .into_iter()
        .map(|link| page.text_content(link).len())
        .sum();
    words <= MAX_BYTES
        && linked * 2 <= words
        && !parents.iter().any(|parent| is_for_readers(page, *parent))
        && page
            .query_selector(note, "form, textarea, time, .reply, [itemtype*=Comment]")
            .is_none()
}

/// Whether a box that is more than the note belongs to the readers.
fn is_for_readers(page: &Document, parent: NodeId) -> bool {
    is_named(
        page,
        parent,
        &["comment", "disqus", "discussion", "replies", "respond"],
    ) && !matches!(page.tag_name(parent), "html" | "body" | "article" | "main")
}

fn is_named(page: &Document, node: NodeId, words: &[&str]) -> bool {
    let name = format!("{} {}", page.id_attr(node), page.class_name(node)).to_lowercase();
    words.iter().any(|word| name.contains(word))
}

fn ancestors(page: &Document, node: NodeId) -> Vec<NodeId> {
    std::iter::successors(page.parent(node), |node| page.parent(*node)).collect()
}

/// The first words of an element, enough for the longest marker.
fn opening_words(page: &Document, node: NodeId) -> String {
    let mut words = String::new();
    let mut next: Vec<NodeId> = vec![node];
    while let Some(node) = next.pop() {
        if page.is_text(node) {
            words.push_str(&page.text_content(node));
            if words.trim_start().len() > 60 {
                break;
            }
        } else if !matches!(page.tag_name(node), "script" | "style") {
            next.extend(page.child_nodes(node).into_iter().rev());
        }
    }
    words
}

/// Whether `words` open with a marker and the colon, dash or full stop behind it.
fn opens_with_marker(words: &str, markers: &[Marker]) -> bool {
    let words =
        words.trim_start_matches(|sign: char| sign.is_whitespace() || "[(*_".contains(sign));
    let words = words.to_lowercase().replace('’', "'");
    markers
        .iter()
        .filter(|marker| marker.opens_paragraph)
        .any(|marker| {
            words.strip_prefix(marker.text).is_some_and(|rest| {
                let rest = rest.trim_start();
                let is_phrase = marker.text.contains(' ');
                rest.starts_with([':', '—', '–'])
                    || rest.starts_with(".:")
                    || is_phrase && rest.starts_with('.')
            })
        })
}
