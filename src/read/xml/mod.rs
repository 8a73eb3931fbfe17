//! XML of news: feeds, `NewsML-G2`, NITF. A document becomes a tree, in which the elements are found by their
//! names without the prefixes, which producers choose as they like.

pub(super) mod feed;
pub(super) mod newsml;

use roxmltree::{Document, Node, ParsingOptions};

use super::draft::one_line;
use crate::error::ReadProblem;

/// Nodes of a document: some thousands in real ones.
const MAX_NODES: u32 = 2_000_000;

/// The tree of `text`.
pub(super) fn tree(text: &str) -> Result<Document<'_>, ReadProblem> {
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text.trim_start(), options)
        .map_err(|error| ReadProblem::BrokenXml(error.to_string()))
}

/// The first child that is called `name`.
fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is_called(*child, name))
}

/// The first descendant that is called `name`.
fn below<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|node| is_called(*node, name))
}

pub(super) fn is_called(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name().eq_ignore_ascii_case(name)
}

/// All words in `node`, in one line.
fn words(node: Node<'_, '_>) -> Option<String> {
    one_line(&all_text(node))
}

/// All text in `node` as it stands.
fn all_text(node: Node<'_, '_>) -> String {
    let parts = node.descendants().filter(Node::is_text);
    parts.filter_map(|part| part.text()).collect()
}

/// The value of the attribute `name`, whatever its prefix.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut attributes = node.attributes();
    attributes
        .find(|attribute| attribute.name() == name)
        .map(|attribute| attribute.value())
}

/// The text of a piece of HTML in paragraphs, or of plain text as it stands.
fn paragraphs(text: &str) -> Option<String> {
    let is_html =
        text.contains("</") || text.contains("/>") || text.contains("<br") || text.contains("<p>");
    let text = if is_html || text.contains('&') {
        rendered(text)?
    } else {
        text.trim().to_owned()
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(feature = "html")]
fn rendered(html: &str) -> Option<String> {
    super::html::text(html, super::Options::default().max_depth).ok()
}

#[cfg(not(feature = "html"))]
fn rendered(_: &str) -> Option<String> {
    None
}

/// The paragraphs of an element whose markup is part of the document.
fn markup(document: &str, node: Node<'_, '_>) -> Option<String> {
    let blocks = ["p", "h1", "h2", "h3", "li", "blockquote", "hl2", "td"];
    let is_block = |node: Node<'_, '_>| blocks.iter().any(|name| is_called(node, name));
    let mut lines = Vec::new();
    for block in node.descendants().filter(|node| is_block(*node)) {
        if !block.descendants().skip(1).any(is_block) {
            lines.extend(words(block));
        }
    }
    if lines.is_empty() {
        return paragraphs(&document[node.range()]).or_else(|| words(node));
    }
    Some(lines.join("\n\n"))
}
