//! Text to tokens, a quoted string being one token.
//!
//! Attribution happens in the narration, between the quoted strings. A token list in which a whole
//! quoted string is a single token lets the rules read `“…” said Ann Lee of Ohio, “…”` as six words
//! with something at each end, and costs nothing inside the strings.

use std::ops::{Deref, DerefMut};

use super::entries::{aged, folded, look_up, part, refold};
use super::insertions;
use super::marks::QuotedString;
use super::paragraphs::Paragraph;
use super::words::Words;
use super::written::{DASH, Written, sign, word_kind, word_length};
use crate::Span;
use crate::lexicon::{Grammar, Lexicon, Word, class};

/// A word, a sign or a quoted string of the narration.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// What the lexicon says of the word, by its form in lower case.
    pub word: Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word in lower case.
    Lower,
    /// A word that begins with a capital.
    Capital,
    /// A run that begins with a digit.
    Number,
    /// Possessive 's or an apostrophe that ends a plural.
    Genitive,
    /// A sign, a run of full stops or a dash of any length.
    Sign(char),
    /// The quoted string with this index.
    Quote(usize),
    /// A quoted string that is a title or a nickname, and nobody's words.
    Title,
}

impl Token {
    pub(super) fn is(&self, classes: u64) -> bool {
        self.word.classes & classes != 0
    }

    /// Whether it is "who": it opens a relative clause and is its subject.
    pub(super) fn is_who(&self) -> bool {
        self.is(class::RELATIVE) && self.is(class::SUBJECT)
    }

    /// Whether nothing is known of the word, or only that it is an adjective: it can stand in a noun phrase.
    pub(super) fn is_plain(&self) -> bool {
        self.word.classes & !class::ADJECTIVE == 0
    }

    /// Whether the grammar of the language says one of these rules of the word.
    pub(super) fn obeys(&self, rules: u16) -> bool {
        self.word.rules & rules != 0
    }

    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    pub(super) fn is_dash(&self) -> bool {
        self.is_sign(DASH)
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::Lower | TokenKind::Capital | TokenKind::Number
        )
    }

    pub(super) fn quote(&self) -> Option<usize> {
        match self.kind {
            TokenKind::Quote(index) => Some(index),
            _ => None,
        }
    }
}

/// The tokens of a text, each with its word in lower case.
#[derive(Debug)]
pub(super) struct Tokens {
    tokens: Vec<Token>,
    words: Words,
    /// The tokens that are quoted strings, titles among them; ascending.
    quoted: Vec<usize>,
    /// The word that is being read.
    buffer: String,
}

impl Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.tokens
    }
}

impl DerefMut for Tokens {
    fn deref_mut(&mut self) -> &mut [Token] {
        &mut self.tokens
    }
}

/// A token takes about so many bytes of a text.
const BYTES: usize = 5;

impl Tokens {
    /// No tokens yet, and room for those of the part `body` of `text`.
    pub(super) fn of(text: &str, body: Span) -> Self {
        let count = body.len() / BYTES;
        Self {
            tokens: Vec::with_capacity(count),
            words: Words::of(text, body, count),
            quoted: Vec::new(),
            buffer: String::new(),
        }
    }

    /// No tokens yet, of the same part of the text.
    pub(super) fn emptied(&self) -> Self {
        Self {
            tokens: Vec::new(),
            words: self.words.emptied(),
            quoted: Vec::new(),
            buffer: String::new(),
        }
    }

    /// The word or sign at token `at` in lower case with straight apostrophes; empty for a quoted string and
    /// behind the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).unwrap_or_default()
    }

    /// The quoted strings among the tokens `start..end`, no titles: their tokens and their indices.
    pub(super) fn quotes(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, usize)> {
        let first = self.quoted.partition_point(|at| *at < start);
        let quoted = self.quoted[first..].iter().copied();
        let inside = quoted.take_while(move |at| *at < end);
        inside.filter_map(|at| Some((at, self.tokens[at].quote()?)))
    }

    /// Leaves the first `count` tokens.
    pub(super) fn truncate(&mut self, count: usize) {
        self.tokens.truncate(count);
        self.words.truncate(count);
        self.quoted
            .truncate(self.quoted.partition_point(|at| *at < count));
    }

    /// Adds token `at` of `other`, which are of the same part of a text.
    pub(super) fn copy(&mut self, other: &Self, at: usize) {
        if other[at].quote().is_some() {
            self.quoted.push(self.tokens.len());
        }
        self.tokens.push(other[at]);
        self.words.copy(&other.words, at);
    }

    /// Adds the tokens of one paragraph. `quotes`: its quoted strings, and the index of the first.
    pub(super) fn read_paragraph(
        &mut self,
        text: &str,
        paragraph: Paragraph,
        (first, quotes): (usize, &[QuotedString]),
        lexicon: Option<&Lexicon>,
    ) {
        let mut at = paragraph.span.start;
        for (index, quote) in (first..).zip(quotes) {
            self.read(text, Span::new(at, quote.outer.start), lexicon);
            self.quoted.push(self.tokens.len());
            self.tokens.push(Token {
                span: quote.outer,
                kind: TokenKind::Quote(index),
                word: Word::default(),
            });
            self.words.push_empty();
            at = quote.outer.end;
            if let Some(lexicon) = lexicon {
                insertions::push_tag(text, quote.inner, lexicon, self);
            }
        }
        self.read(text, Span::new(at, paragraph.span.end), lexicon);
    }

    /// Adds the words and signs of a stretch without quoted strings.
    pub(super) fn read(&mut self, text: &str, span: Span, lexicon: Option<&Lexicon>) {
        let is_cut = lexicon
            .and_then(Lexicon::grammar)
            .is_some_and(Grammar::cuts_words);
        let mut at = span.start;
        while at < span.end {
            let rest = Span::new(at, span.end);
            at = match Written::at(text, rest) {
                Written::Blank(length) => at + length,
                Written::Plain(length) if !is_cut => {
                    self.push_plain(text, Span::new(at, at + length), lexicon)
                }
                Written::Plain(length) => self.read_word(text, rest, length, lexicon),
                Written::Word => self.read_word(text, rest, 0, lexicon),
                Written::Sign(sign) => self.read_sign(text, rest, sign, lexicon),
            };
            // Behind most words stands a blank, which nothing needs to be told of.
            at += usize::from(text.as_bytes().get(at) == Some(&b' '));
        }
    }

    /// Adds the word at `span`, which holds nothing but letters and digits of ASCII; returns its end.
    fn push_plain(&mut self, text: &str, span: Span, lexicon: Option<&Lexicon>) -> usize {
        let kind = match text.as_bytes()[span.start] {
            b'0'..=b'9' => TokenKind::Number,
            b'A'..=b'Z' => TokenKind::Capital,
            _ => TokenKind::Lower,
        };
        let word = match lexicon {
            Some(lexicon) if kind != TokenKind::Number => {
                look_up(lexicon, self.words.plain(span), kind, true)
            }
            _ => Word::default(),
        };
        self.tokens.push(Token { span, kind, word });
        self.words.push_plain(span);
        span.end
    }

    /// Adds the word at the start of `rest`, whose first `plain` bytes are nothing but letters and digits; returns
    /// the end of what is read.
    fn read_word(
        &mut self,
        text: &str,
        rest: Span,
        plain: usize,
        lexicon: Option<&Lexicon>,
    ) -> usize {
        let (at, written) = (rest.start, rest.slice(text));
        let is_plain = plain > 0;
        let whole = if is_plain {
            plain
        } else {
            word_length(written)
        };
        let (length, gap) = match lexicon {
            Some(lexicon) => part(lexicon, written, whole, &mut self.buffer),
            None => (whole, 0),
        };
        let mut end = at + length;
        let mut kind = word_kind(written.chars().next().unwrap_or(' '));
        let mut word = Word::default();
        if let (Some(lexicon), TokenKind::Lower | TokenKind::Capital) = (lexicon, kind) {
            refold(&text[at..end], &mut self.buffer);
            let is_capital = kind == TokenKind::Capital && !is_plain;
            if is_capital && text[end..rest.end].starts_with('.') {
                self.buffer.push('.');
                if lexicon.word(&self.buffer).classes != 0 {
                    end += 1;
                } else {
                    self.buffer.pop();
                }
            }
            word = look_up(lexicon, &self.buffer, kind, is_plain);
            // "two-thirds"
            word.counts |= !is_plain && self.buffer.contains(['-', '‑']);
        }
        if let (Some(lexicon), TokenKind::Number, false) = (lexicon, kind, is_plain)
            && let Some(aged) = aged(lexicon, &text[at..end])
        {
            (kind, word) = (TokenKind::Lower, aged);
        }
        let span = Span::new(at, end);
        self.tokens.push(Token { span, kind, word });
        self.words.push(text, span);
        end + gap
    }

    /// Adds the sign `first` at the start of `rest`, or what else begins with it; returns its end.
    fn read_sign(
        &mut self,
        text: &str,
        rest: Span,
        first: char,
        lexicon: Option<&Lexicon>,
    ) -> usize {
        let at = rest.start;
        let (length, mut kind) = sign(rest.slice(text), first, &text[..at]);
        let span = Span::new(at, at + length);
        let mut word = Word::default();
        if let (TokenKind::Genitive, Some(lexicon), Some(before)) =
            (kind, lexicon, self.tokens.last())
            && before.span.end == at
            && takes_verb(before)
        {
            // "it's over", "there's a chance": the verb, and no genitive.
            kind = TokenKind::Lower;
            word = lexicon.word(&folded(span.slice(text)));
        }
        self.tokens.push(Token { span, kind, word });
        self.words.push(text, span);
        span.end
    }
}

/// Whether 's behind the word is the verb: "it's", "there's", "what's".
fn takes_verb(before: &Token) -> bool {
    before.is(class::SUBJECT | class::INTERROGATIVE | class::EXPLETIVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&str> {
        let whole = Span::new(0, text.len());
        let mut tokens = Tokens::of(text, whole);
        tokens.read(text, whole, Lexicon::of(None));
        tokens.iter().map(|token| token.span.slice(text)).collect()
    }

    #[test]
    fn what_ends_a_clause_belongs_to_no_word() {
        assert_eq!(
            kinds("He left. It rained, and 1,300 fled in 2015, or 5.")[..],
            [
                "He", "left", ".", "It", "rained", ",", "and", "1,300", "fled", "in", "2015", ",",
                "or", "5", "."
            ]
        );
    }

    #[test]
    fn abbreviations_keep_their_stop_and_genitives_stand_alone() {
        assert_eq!(
            kinds("Sen. J. Lee's U.S. co-chair didn't pay $1,300.50 -- yet."),
            [
                "Sen.", "J.", "Lee", "'s", "U.S.", "co-chair", "didn't", "pay", "$", "1,300.50",
                "--", "yet", "."
            ]
        );
    }
}
