//! What an article tells by itself, sentence by sentence.
//!
//! ```text
//! The embattled governor said on Friday that nearly 300 people would be moved.
//! └──── naming ───────┘          day         └── quantity ──┘
//!     └ tone ┘
//! ```
//!
//! Numbers and days count wherever they stand, also inside quotation marks: a speaker's number is a fact
//! that outlets can print differently. Namings and tones are the outlet's own only outside the marks.

use super::paragraphs::Paragraph;
use super::tokens::{self, Token};
use super::{Reader, days, namings, predicates, quantities, tones};
use crate::Span;
use crate::lexicon::Lexicon;
use crate::model::{Narration, Sentence};

/// Collects the sentences of an article with their numbers, days, namings and words of attitude.
pub(super) fn narration(reader: &Reader) -> Narration {
    let mut found = Narration::default();
    for (paragraph, tokens) in reader.paragraphs.iter().enumerate() {
        for bounds in tokens.bounds.windows(2).filter(|pair| pair[0] < pair[1]) {
            let sentence = Sentence {
                span: reader.span(bounds[0], bounds[1]),
                paragraph,
                predicates: predicates::predicates(reader, (bounds[0], bounds[1])),
            };
            let index = found.sentences.len();
            let span = sentence.span;
            found.sentences.push(sentence);
            let Some(lexicon) = reader.lexicon else {
                continue;
            };
            let flat = FlatSentence::read(reader.text, span, index, lexicon);
            let dated = days::days(&flat, &mut found.days);
            quantities::quantities(&flat, &dated, &mut found.quantities);
            namings::namings(reader, (bounds[0], bounds[1]), index, &mut found.namings);
            tones::tones(reader, (bounds[0], bounds[1]), index, &mut found.tones);
        }
    }
    found
}

/// A sentence cut into tokens with its quotation marks as signs, so that what stands between them counts.
pub(super) struct FlatSentence {
    pub(super) lexicon: &'static Lexicon,
    pub(super) index: usize,
    pub(super) tokens: Vec<Token>,
    /// The words of the tokens in lower case.
    pub(super) words: Vec<String>,
}

impl FlatSentence {
    fn read(text: &str, span: Span, index: usize, lexicon: &'static Lexicon) -> Self {
        let mut found = Vec::new();
        tokens::tokenize(text, Paragraph { span }, &[], Some(lexicon), &mut found);
        let fold = |token: &Token| token.span.slice(text).to_lowercase().replace('’', "'");
        Self {
            lexicon,
            index,
            words: found.iter().map(fold).collect(),
            tokens: found,
        }
    }

    /// The place of the tokens `start..end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// The word at token `at`, empty behind the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }
}
