//! Elements to paragraphs: one line for each block, white space as a browser shows it.

use trafilatura::dom::{Document, NodeId};

use crate::Span;

/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "lb",
    "li",
    "list",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "quote",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements without words of the article.
const SILENT: &[&str] = &[
    "button", "head", "iframe", "noscript", "script", "select", "style", "svg", "template",
    "textarea", "title",
];

/// Signs round the words of a link, where the extractor keeps no elements for them. They are no characters,
/// so no text has them.
pub(super) const LINK_BEGINS: char = '\u{fdd0}';
pub(super) const LINK_ENDS: char = '\u{fdd1}';

/// Stands before the words of a block quotation, and of a line that is one until the text is put together. No
/// character either.
const SET_OFF: char = '\u{fdd3}';

/// The extractor looks no deeper either.
const MAX_DEPTH: usize = 500;

/// A line as a browser shows it; never blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Line {
    pub text: String,
    /// Where its words are links, in bytes.
    pub links: Vec<Span>,
}

/// The lines of a piece of HTML; none is blank.
pub(super) fn lines(html: &str) -> Vec<String> {
    let piece = Document::parse(html);
    of_element(&piece, piece.root())
}

/// The lines of one element.
pub(super) fn of_element(page: &Document, element: NodeId) -> Vec<String> {
    let lines = with_links(page, element).into_iter();
    lines.map(|line| line.text).collect()
}

/// The lines of one element, and what of them leads to other pages.
pub(super) fn with_links(page: &Document, element: NodeId) -> Vec<Line> {
    let mut writer = Writer::default();
    writer.walk(page, element, 0);
    writer.end_line();
    writer.lines
}

/// Puts the marks that a browser draws round `<q>` into the text, where the extractor keeps them. Some
/// pages style the element and print marks of their own.
pub(super) fn spell_out(page: &mut Document) {
    for element in page.query_selector_all(page.root(), "q") {
        let is_marked = page
            .text_content(element)
            .trim_start()
            .starts_with(is_opening_mark);
        if !is_marked {
            let words = page.inner_html(element);
            page.set_inner_html(element, &format!("\u{201c}{words}\u{201d}"));
        }
        page.set_tag_name(element, "span");
    }
}

fn is_opening_mark(sign: char) -> bool {
    "\"\u{201c}\u{201e}\u{ab}\u{300c}".contains(sign)
}

/// Marks the words of block quotations in `page`, so that the mark comes out of the extractor with them.
pub(super) fn mark_set_off(page: &mut Document) {
    let is_blank = |words: &str| words.trim().is_empty();
    for block in page.query_selector_all(page.root(), "blockquote") {
        for part in page.iter(block, &[]) {
            let (words, tail) = (page.text(part), page.tail(part));
            if !is_blank(&words) && !is_silent(page.tag_name(part)) {
                page.set_text(part, &format!("{SET_OFF}{words}"));
            }
            if part != block && !is_blank(&tail) {
                page.set_tail(part, &format!("{SET_OFF}{tail}"));
            }
        }
    }
}

/// The text of `lines`, and which of its paragraphs are set off.
pub(super) fn put_together(lines: &[String]) -> (String, Vec<Span>) {
    let (mut text, mut set_off) = (String::new(), Vec::new());
    for line in lines {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(words_of(line));
        if line.starts_with(SET_OFF) {
            set_off.push(Span::new(start, text.len()));
        }
    }
    (text, set_off)
}

/// A line without the mark before it.
pub(super) fn words_of(line: &str) -> &str {
    line.strip_prefix(SET_OFF).unwrap_or(line)
}

/// Whether elements of this name begin a line of their own.
pub(super) fn is_block(tag: &str) -> bool {
    BLOCKS.contains(&tag)
}

/// Whether elements of this name hold no words of the article.
pub(super) fn is_silent(tag: &str) -> bool {
    SILENT.contains(&tag)
}

#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
    line: Line,
    /// Where the link begins in which the writer is.
    link: Option<usize>,
}

impl Writer {
    fn walk(&mut self, page: &Document, node: NodeId, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        if page.is_text(node) {
            self.write(&page.text_content(node));
            return;
        }
        let tag = page.tag_name(node).to_ascii_lowercase();
        if is_silent(&tag) {
            return;
        }
        let is_block = is_block(&tag);
        if is_block {
            self.end_line();
        }
        for child in page.child_nodes(node) {
            self.walk(page, child, depth + 1);
        }
        if is_block {
            self.end_line();
        } else if matches!(tag.as_str(), "td" | "th") {
            self.write(" ");
        }
    }

    fn write(&mut self, text: &str) {
        let line = &mut self.line.text;
        for sign in text.chars() {
            match sign {
                // Zero-width signs and soft hyphens say where a line may break.
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0' => {}
                LINK_BEGINS => self.link = Some(line.len()),
                LINK_ENDS => {
                    let begun = self.link.take().filter(|start| *start < line.len());
                    let link = begun.map(|start| Span::new(start, line.len()));
                    self.line.links.extend(link);
                }
                SET_OFF => {
                    if line.is_empty() {
                        line.push(sign);
                    }
                }
                _ if sign.is_whitespace() => {
                    if !words_of(line).is_empty() && !line.ends_with(' ') {
                        line.push(' ');
                    }
                }
                _ => line.push(sign),
            }
        }
    }

    fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        if let Some(start) = self.link.as_mut() {
            let begun = std::mem::take(start);
            if begun < line.text.len() {
                line.links.push(Span::new(begun, line.text.len()));
            }
        }
        line.text.truncate(line.text.trim_end().len());
        if !words_of(&line.text).is_empty() {
            self.lines.push(line);
        }
    }
}
