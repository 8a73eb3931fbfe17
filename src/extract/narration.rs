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

use super::tokens::{Token, TokenKind, Tokens};
use super::{Reader, namings, predicates, tones, values};
use crate::Span;
use crate::lexicon::{Lexicon, rule};
use crate::model::{Narration, Sentence};

/// Collects the sentences of an article with their numbers, days, namings and words of attitude.
pub(super) fn narration(reader: &Reader) -> Narration {
    let mut found = Narration::default();
    let mut stem = String::new();
    let of_lexicon = |lexicon| FlatSentence::new(lexicon, &reader.tokens);
    let mut flat = reader.lexicon.map(of_lexicon);
    for (paragraph, tokens) in reader.paragraphs.iter().enumerate() {
        let sentences = tokens
            .bounds
            .windows(2)
            .skip(usize::from(tokens.has_dateline));
        for bounds in sentences.filter(|pair| pair[0] < pair[1]) {
            let bounds = (bounds[0], bounds[1]);
            let sentence = Sentence {
                span: reader.span(bounds.0, bounds.1),
                paragraph,
                predicates: predicates::predicates(reader, bounds),
            };
            let index = found.sentences.len();
            found.sentences.push(sentence);
            let Some(flat) = &mut flat else {
                continue;
            };
            if may_hold_facts(reader, bounds) && flat.read(reader, bounds, index) {
                let dated = values::days(flat, &mut found.days);
                values::quantities(flat, &dated, &mut found.quantities);
            }
            namings::namings(reader, bounds, index, &mut found.namings);
            tones::tones(reader, bounds, index, &mut stem, &mut found.tones);
        }
    }
    found
}

/// Whether the tokens `start..end` hold a quoted string, or a word or sign with which a number or a day can
/// begin: most sentences need no second reading.
fn may_hold_facts(reader: &Reader, (start, end): (usize, usize)) -> bool {
    let can = |token: &Token| {
        matches!(token.kind, TokenKind::Quote(_) | TokenKind::Title) || can_open_fact(token)
    };
    reader.grammar().is_some() || reader.tokens[start..end].iter().any(can)
}

/// Whether a number or a day can begin with the token.
fn can_open_fact(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Sign(sign) => matches!(sign, '$' | '£' | '€' | '¥'),
        TokenKind::Lower | TokenKind::Capital => token.word.counts,
        _ => false,
    }
}

/// A sentence cut into tokens with its quotation marks as signs, so that what stands between them counts.
pub(super) struct FlatSentence {
    pub(super) lexicon: &'static Lexicon,
    pub(super) index: usize,
    pub(super) tokens: Tokens,
    /// Whether a number or a day can begin with each token.
    pub(super) opens: Vec<bool>,
}

impl FlatSentence {
    /// A sentence, not read yet, of the part of a text whose tokens are `tokens`.
    fn new(lexicon: &'static Lexicon, tokens: &Tokens) -> Self {
        Self {
            lexicon,
            index: 0,
            tokens: tokens.emptied(),
            opens: Vec::new(),
        }
    }

    /// Reads the sentence of the tokens `start..end`; false when no number and no day can begin in it.
    fn read(&mut self, reader: &Reader, (start, end): (usize, usize), index: usize) -> bool {
        self.index = index;
        self.tokens.truncate(0);
        self.opens.clear();
        let mut read = 0;
        for at in start..end {
            let token = &reader.tokens[at];
            if token.span.start < read {
                continue; // The words of a tag inside the marks are read with their string.
            }
            match token.kind {
                TokenKind::Quote(_) | TokenKind::Title => {
                    let lexicon = Some(self.lexicon);
                    self.tokens.read(reader.text, token.span, lexicon);
                }
                _ => self.tokens.copy(&reader.tokens, at),
            }
            read = token.span.end;
        }
        // Where words are cut and joined, any token can.
        let is_cut = self.lexicon.grammar().is_some();
        let opens = |token: &Token| is_cut || can_open_fact(token);
        self.opens.extend(self.tokens.iter().map(opens));
        self.opens.contains(&true)
    }

    /// The place of the tokens `start..end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// Whether what a noun is of stands behind token `at` ("10 tons │of│ rice").
    pub(super) fn is_of(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.obeys(rule::OF))
    }

    /// The word at token `at`, empty behind the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }
}
