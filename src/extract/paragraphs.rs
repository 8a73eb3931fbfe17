//! Text to paragraphs: one per line that holds more than white space.

use crate::Span;

/// One paragraph, without white space at its edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub span: Span,
}

/// The paragraphs of the part `body` of `text`, in order. Articles separate them by an empty line or by
/// a single line break, and wrapped plain text is rare enough in this field to be read as it stands.
pub(crate) fn paragraphs(text: &str, body: Span) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut start = body.start;
    for line in body.slice(text).split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(text);
        start += line.len();
        if !span.is_empty() {
            found.push(Paragraph { span });
        }
    }
    found
}
