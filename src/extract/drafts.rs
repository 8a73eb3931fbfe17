//! Drafts of quotations, in tokens, and how they become quotations, in places of the text.

use super::Reader;
use super::phrases::Phrase;
use super::reports::Report;
use crate::Span;
use crate::lexicon::CueVerb;
use crate::model::{Cue, CueGroup, Quotation, QuotationKind, Speaker};

/// A quotation whose speaker is still a phrase.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Tokens of the content, in order.
    pub content: Vec<Phrase>,
    pub speaker: Option<Phrase>,
    pub cue: Option<DraftCue>,
    /// Whether a quoted string stands in the content.
    pub is_quoted: bool,
    /// Tokens of the quoted strings in the content that are somebody else's words: Lee said Roy told her, “Go.”
    pub passed_on: Vec<usize>,
}

/// The cue of a draft: its tokens and what the lexicon says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct DraftCue {
    pub tokens: Phrase,
    pub verb: Option<CueVerb>,
}

impl Draft {
    /// Whether the cue reports words rather than a thought.
    pub(super) fn reports_speech(&self) -> bool {
        let verb = self.cue.and_then(|cue| cue.verb);
        verb.is_some_and(|verb| verb.group == CueGroup::Speech)
    }

    /// The quotation of this draft, whose speaker is called `name`; none when it holds no word.
    pub(super) fn quotation(&self, reader: &Reader, name: Option<String>) -> Option<Quotation> {
        let tokens = || self.content.iter().flat_map(|part| part.start..part.end);
        let has_words = tokens().any(|at| reader.tokens[at].is_word());
        let own = tokens().filter(|at| !self.passed_on.contains(at));
        let quoted = own.filter_map(|at| reader.tokens[at].quote());
        let segments: Vec<Span> = quoted.map(|quote| reader.quotes[quote].inner).collect();
        let kind = match (self.is_quoted, has_words) {
            (false, false) => return None,
            (false, true) => QuotationKind::Indirect,
            (true, false) => QuotationKind::Direct,
            (true, true) => QuotationKind::Mixed,
        };
        let mention = self
            .speaker
            .map(|phrase| reader.span(phrase.start, phrase.end));
        Some(Quotation {
            kind,
            content: self.content_spans(reader),
            segments,
            speaker: name
                .zip(mention)
                .map(|(name, mention)| Speaker { name, mention }),
            cue: self.cue.map(|cue| cue.place(reader)),
        })
    }

    /// The places of the content, adjoining ones joined.
    fn content_spans(&self, reader: &Reader) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for part in self.content.iter().filter(|part| part.start < part.end) {
            let span = reader.span(part.start, part.end);
            match spans.last_mut() {
                Some(last) if is_gap(&reader.text[last.end..span.start.max(last.end)]) => {
                    *last = last.join(span);
                }
                _ => spans.push(span),
            }
        }
        spans
    }
}

impl DraftCue {
    /// The cue of a report.
    pub(super) fn of(report: &Report) -> Self {
        Self {
            tokens: report.cue,
            verb: report.verb,
        }
    }

    /// The word at token `at`, which need not be a verb of the lexicon.
    pub(super) fn word(at: usize) -> Self {
        Self {
            tokens: Phrase::of(at),
            verb: None,
        }
    }

    fn place(self, reader: &Reader) -> Cue {
        let span = reader.span(self.tokens.start, self.tokens.end);
        let text = || span.slice(reader.text).to_lowercase();
        Cue {
            span,
            lemma: self.verb.map_or_else(text, |verb| verb.lemma.to_owned()),
            stance: self.verb.map_or("unlisted", |verb| verb.stance).to_owned(),
            group: self.verb.map_or(CueGroup::Speech, |verb| verb.group),
        }
    }
}

/// Whether nothing but blanks on one line lies between two parts.
fn is_gap(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() && c != '\n')
}
