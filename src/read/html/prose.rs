//! Extractors keep paragraphs. They lose the words that stand in none or in an element they do not know, and
//! the spaces between elements inside one another, so a page is made plain before they see it:
//!
//! ```text
//! <div><figure>…</figure>The ferry ran aground.<p>Nobody was hurt.</p></div>
//!                        └ stands between blocks: becomes a paragraph
//! <p>The <x-firm>Aurelia</x-firm> left on <time>Monday</time>, she said.</p>
//!         └ a name of the outlet's own        └ dropped as a date line: both become plain spans
//! <p>She told the <a href=/h><em>Herald</em></a> it was safe.</p>
//!                            └ came out as "theHerald it": emphasis is taken away
//! ```
//!
//! Cost: linear in the page for words within a sentence; a block that holds loose prose is copied once,
//! and so is each block round it that does.

use trafilatura::dom::{Document, NodeId};

use super::blocks;

/// Elements of a sentence that the extractor keeps with their words.
const KEPT: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn",
    "em", "font", "hr", "i", "img", "kbd", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "tt", "u", "var", "wbr",
];
/// Elements that change how words look and not what they say.
const EMPHASIS: &[&str] = &[
    "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "dfn", "em", "font", "i", "mark",
    "small", "strong", "tt", "u",
];
/// Elements that show no words, or words of their own.
const APART: &[&str] = &[
    "audio", "canvas", "embed", "input", "link", "map", "math", "meta", "object", "picture",
    "ruby", "source", "track", "video",
];
/// Elements whose direct words are prose when they are long enough.
const HOLDERS: &[&str] = &["article", "body", "center", "div", "main", "section", "td"];
/// Shorter words between blocks are labels and links, in characters.
const PROSE: usize = 40;

/// Puts the loose words of `page` into elements that the extractor keeps.
pub(super) fn settle(page: &mut Document) {
    let Some(body) = page.body() else { return };
    plain_words(page, body);
    page.strip_tags(body, EMPHASIS);
    // From the inside out: a block that is rebuilt holds copies of what was in it.
    for holder in page.iter(body, HOLDERS).into_iter().rev() {
        settle_in(page, holder);
    }
}

/// Makes unknown elements within paragraphs plain spans.
fn plain_words(page: &mut Document, body: NodeId) {
    for paragraph in page.iter_descendants(body, &["p"]) {
        for part in page.iter_descendants(paragraph, &[]) {
            let tag = page.tag_name(part);
            let is_kept = KEPT.contains(&tag) || APART.contains(&tag);
            if page.is_element(part) && !is_kept && !blocks::is_silent(tag) {
                page.set_tag_name(part, "span");
            }
        }
    }
}

/// Makes paragraphs of the prose that stands in `holder` between blocks.
fn settle_in(page: &mut Document, holder: NodeId) {
    let children = page.child_nodes(holder);
    let parts: Vec<&[NodeId]> = children
        .chunk_by(|a, b| !stands_apart(page, *a) && !stands_apart(page, *b))
        .collect();
    let has_blocks = children.iter().any(|child| stands_apart(page, *child));
    let is_prose: Vec<bool> = parts.iter().map(|part| is_prose(page, part)).collect();
    if !has_blocks || !is_prose.contains(&true) {
        return;
    }
    // The loose words first: to move a block would move the words behind it.
    let paragraphs: Vec<Option<NodeId>> = parts
        .iter()
        .zip(is_prose)
        .map(|(part, is_prose)| {
            is_prose.then(|| {
                let paragraph = page.create_element("p");
                move_into(page, paragraph, part);
                paragraph
            })
        })
        .collect();
    for (part, paragraph) in parts.iter().zip(paragraphs) {
        match paragraph {
            Some(paragraph) => page.append_child(holder, paragraph),
            None => move_into(page, holder, part),
        }
    }
}

fn move_into(page: &mut Document, parent: NodeId, nodes: &[NodeId]) {
    for node in nodes {
        // Words behind an element have moved with it.
        if page.parent(*node).is_some() {
            page.append_child(parent, *node);
        }
    }
}

fn stands_apart(page: &Document, node: NodeId) -> bool {
    let tag = page.tag_name(node);
    tag != "br" && blocks::is_block(tag)
}

/// Whether `part` of a block is prose between other blocks, and no row of links.
fn is_prose(page: &Document, part: &[NodeId]) -> bool {
    let length = |node: NodeId| {
        let text = page.text_content(node);
        text.split_whitespace().map(str::len).sum::<usize>()
    };
    let (mut words, mut linked) = (0, 0);
    for node in part {
        let tag = page.tag_name(*node);
        if stands_apart(page, *node) {
            return false;
        }
        if page.is_text(*node) {
            words += length(*node);
        } else if page.is_element(*node) && !blocks::is_silent(tag) && !APART.contains(&tag) {
            words += length(*node);
            linked += page
                .iter(*node, &["a"])
                .into_iter()
                .map(length)
                .sum::<usize>();
        }
    }
    words >= PROSE && linked * 2 < words
}
