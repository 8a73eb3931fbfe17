//! Elements to paragraphs: one line for each block, white space as a browser shows it.

use trafilatura::dom::{Document, NodeId};

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

/// The extractor looks no deeper either.
const MAX_DEPTH: usize = 500;

/// The lines of a piece of HTML; none is blank.
pub(super) fn lines(html: &str) -> Vec<String> {
    let piece = Document::parse(html);
    of_element(&piece, piece.root())
}

/// The lines of one element.
pub(super) fn of_element(page: &Document, element: NodeId) -> Vec<String> {
    let mut writer = Writer::default();
    writer.walk(page, element, 0);
    writer.end_line();
    writer.lines
}

/// Puts the marks that a browser draws round `<q>` into the text, where the extractor keeps them.
pub(super) fn spell_out(page: &mut Document) {
    for element in page.query_selector_all(page.root(), "q") {
        let words = page.inner_html(element);
        page.set_inner_html(element, &format!("\u{201c}{words}\u{201d}"));
        page.set_tag_name(element, "span");
    }
}

#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    line: String,
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
        if SILENT.contains(&tag.as_str()) {
            return;
        }
        let is_block = BLOCKS.contains(&tag.as_str());
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
        for sign in text.chars() {
            match sign {
                // Zero-width signs and soft hyphens say where a line may break.
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0' => {}
                _ if sign.is_whitespace() => {
                    if !self.line.is_empty() && !self.line.ends_with(' ') {
                        self.line.push(' ');
                    }
                }
                _ => self.line.push(sign),
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        }
    }
}
