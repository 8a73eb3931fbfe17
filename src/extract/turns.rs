//! The turns of a conversation to quotations: a label instead of quotation marks.
//!
//! ```text
//! Governor Kay Talbot took questions on Monday.      narration
//! │Q:│ When will the bridge open?                    a direct quotation of "Q"
//! │GOV. TALBOT:│ In May. (Laughter.)                 one of Kay Talbot, who is named above
//! We have the money.                                 and goes on, paragraph by paragraph
//! ```
//!
//! Each paragraph of a turn is a segment, as each quoted paragraph of an article is; its label is the mention
//! of the speaker. There is no cue. What stands in brackets alone ("(Applause.)") is nobody's words. Only a text
//! that is a conversation throughout is read so (see [`super::transcript`]). Cost: one pass over the lines; the
//! names of labels are looked for once each.

use rustc_hash::FxHashMap;

use super::Reader;
use super::drafts::Draft;
use super::marks::{Ending, QuotedString};
use super::paragraphs::Paragraph;
use super::phrases::{Phrase, is_name};
use super::transcript::Turns;
use crate::Span;
use crate::lexicon::{Lexicon, class};
use crate::model::Quotation;

/// A turn: who speaks, and what, paragraph by paragraph.
#[derive(Debug)]
pub(super) struct Turn {
    pub label: Span,
    pub strings: Vec<QuotedString>,
}

/// The turns of the part `body` of `text`; none where it is no conversation.
pub(super) fn turns(
    text: &str,
    body: Span,
    paragraphs: &[Paragraph],
    lexicon: Option<&Lexicon>,
) -> Vec<Turn> {
    let layout = Turns::of(text, body, lexicon);
    if !layout.is_conversation(text, body.end, lexicon) {
        return Vec::new();
    }
    let mut turns = Vec::new();
    let mut next = 0;
    for (label, words) in layout.turns(body.end) {
        let mut strings = Vec::new();
        while let Some(paragraph) = paragraphs.get(next) {
            let start = paragraph.span.start.max(words.start);
            let end = paragraph.span.end.min(words.end);
            if start < end {
                let parts = layout.without_layout(Span::new(start, end));
                strings.extend(parts.into_iter().filter_map(|part| string(text, part)));
            }
            if paragraph.span.end > words.end {
                break;
            }
            next += 1;
        }
        turns.push(Turn { label, strings });
    }
    turns
}

/// The quoted string of what stands at `part`; none for a remark in brackets.
fn string(text: &str, part: Span) -> Option<QuotedString> {
    let inner = part.trim(text);
    let words = inner.slice(text);
    let is_remark = words.starts_with(['(', '[']) && words.ends_with([')', ']']);
    (words.contains(char::is_alphanumeric) && !is_remark).then_some(QuotedString {
        outer: inner,
        inner,
        ending: Ending::Closed,
    })
}

/// A quotation for each turn, with its speaker named.
pub(super) fn named_turns(reader: &Reader) -> Vec<Quotation> {
    let mut labels = Labels::new(reader);
    let drafts = reader.turn_drafts();
    let mut named = |draft: &Draft| {
        let speaker = draft.speaker?;
        let name = labels.name(reader.span(speaker.start, speaker.end));
        draft.quotation(reader, Some(name))
    };
    drafts.iter().filter_map(&mut named).collect()
}

impl Reader<'_> {
    /// A draft for each turn: its label speaks.
    fn turn_drafts(&self) -> Vec<Draft> {
        let mut drafts = Vec::with_capacity(self.turns.len());
        let mut at = 0;
        let mut until = |end: usize| {
            let start = at;
            while self
                .tokens
                .get(at)
                .is_some_and(|token| token.span.start < end)
            {
                at += 1;
            }
            Phrase { start, end: at }
        };
        for turn in &self.turns {
            until(turn.label.start);
            let speaker = until(turn.label.end);
            let content: Vec<Phrase> = turn
                .strings
                .iter()
                .map(|string| {
                    let start = until(string.outer.start).end;
                    Phrase {
                        start,
                        end: until(string.outer.end).end.min(start + 1),
                    }
                })
                .filter(|part| part.start < part.end)
                .collect();
            if speaker.start < speaker.end && !content.is_empty() {
                drafts.push(Draft {
                    content,
                    speaker: Some(speaker),
                    cue: None,
                    is_quoted: true,
                    passed_on: Vec::new(),
                });
            }
        }
        drafts
    }

    /// Whether a paragraph belongs to a turn.
    pub(super) fn is_in_turn(&self, paragraph: Span) -> bool {
        let next = self
            .turns
            .partition_point(|turn| turn.label.start < paragraph.end);
        next.checked_sub(1).is_some_and(|last| {
            let turn = &self.turns[last];
            let strings = &turn.strings;
            let next = strings.partition_point(|string| string.outer.end <= paragraph.start);
            paragraph.contains(turn.label)
                || strings
                    .get(next)
                    .is_some_and(|string| string.outer.start < paragraph.end)
        })
    }
}

/// What the labels of a conversation call the speakers.
struct Labels<'r, 'a> {
    reader: &'r Reader<'a>,
    known: FxHashMap<&'a str, String>,
}

/// How many labels are looked up in the text: more speakers than any conversation has.
const MAX_LABELS: usize = 64;

/// Most words of a name before its last.
const MAX_FIRST_NAMES: usize = 3;

impl<'r, 'a> Labels<'r, 'a> {
    fn new(reader: &'r Reader<'a>) -> Self {
        let known = FxHashMap::default();
        Self { reader, known }
    }

    /// The name in the label at `label`: without titles and remarks, in ordinary letters, and in full where the
    /// narration or another label has it in full.
    fn name(&mut self, label: Span) -> String {
        let written = label.slice(self.reader.text);
        if let Some(name) = self.known.get(written) {
            return name.clone();
        }
        let bare = written.split([',', '(', '[']).next().unwrap_or(written);
        let words: Vec<&str> = bare.split_whitespace().collect();
        let mut from = 0;
        while from + 1 < words.len() && self.describes(words[from]) {
            from += 1;
        }
        let is_office = words
            .last()
            .is_some_and(|word| word.len() > 1 && self.describes(word));
        let name = if is_office {
            bare.trim().to_lowercase() // "THE CHAIR"
        } else {
            let words: Vec<String> = words[from..].iter().map(|word| capitalised(word)).collect();
            let looked_up = self.known.len() < MAX_LABELS;
            let full = words.last().filter(|_| looked_up && words.len() == 1);
            full.and_then(|last| self.in_full(last))
                .unwrap_or_else(|| words.join(" "))
        };
        self.known.insert(written, name.clone());
        name
    }

    fn describes(&self, word: &str) -> bool {
        let classes = class::TITLE | class::ROLE | class::DETERMINER;
        let word = word.to_lowercase();
        self.reader.lexicon.is_some_and(|lexicon| {
            let known = lexicon.word(&word).classes;
            known & classes != 0 && known & class::FIRST_NAME == 0
        })
    }

    /// The full name that ends with `last` in the narration or in a label.
    fn in_full(&self, last: &str) -> Option<String> {
        let tokens = &self.reader.tokens;
        let is_same = |at: &usize| {
            tokens[*at].is_word() && self.reader.slice(*at).to_lowercase() == last.to_lowercase()
        };
        let first_name =
            |at: usize| is_name(&tokens[at]) && !tokens[at].is(class::TITLE | class::ROLE);
        (1..tokens.len()).filter(is_same).find_map(|at| {
            let mut names = (at.saturating_sub(MAX_FIRST_NAMES)..at).rev();
            let start = names.by_ref().take_while(|at| first_name(*at)).last()?;
            let words: Vec<String> = (start..=at)
                .map(|at| capitalised(self.reader.slice(at)))
                .collect();
            Some(words.join(" "))
        })
    }
}

/// A word in capitals with only its first letter, and those behind a hyphen or an apostrophe, left as they are:
/// "O'NEILL" is "O'Neill"; short ones may be abbreviations and stay.
fn capitalised(word: &str) -> String {
    let is_short = word.chars().count() < SHORTEST_NAME || word.contains('.');
    if is_short || word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut starts = true;
    let letters = word.chars().flat_map(|letter| {
        let kept = starts;
        starts = matches!(letter, '-' | '\'' | '’');
        let lower: Vec<char> = if kept {
            vec![letter]
        } else {
            letter.to_lowercase().collect()
        };
        lower
    });
    letters.collect()
}

/// Fewest letters of a word in capitals that is taken for a name.
const SHORTEST_NAME: usize = 3;

#[cfg(test)]
mod tests {
    use crate::model::QuotationKind;
    use crate::{Article, extract};

    fn turns(text: &str) -> Vec<(String, Vec<String>)> {
        let found = extract::extract(&Article::new("wire", text)).quotations;
        found
            .into_iter()
            .filter(|quotation| quotation.cue.is_none())
            .map(|quotation| {
                assert_eq!(quotation.kind, QuotationKind::Direct);
                let segments = quotation
                    .segments
                    .iter()
                    .map(|one| one.slice(text).to_owned());
                let name = quotation
                    .speaker
                    .map_or_else(String::new, |speaker| speaker.name);
                (name, segments.collect())
            })
            .collect()
    }

    #[test]
    fn a_label_speaks_until_the_next() {
        let text = "Governor Kay Talbot took questions on Monday, and said she was tired.\n\nQ: When will the bridge open?\n\nGOV. TALBOT: In May, I “think”.\n\nWe have the money.\n\n(Applause.)\n\nQ: All of it?\n\nGOV. TALBOT: Yes.\n";
        assert_eq!(
            turns(text),
            [
                (
                    "Q".to_owned(),
                    vec!["When will the bridge open?".to_owned()]
                ),
                (
                    "Kay Talbot".to_owned(),
                    vec![
                        "In May, I “think”.".to_owned(),
                        "We have the money.".to_owned()
                    ]
                ),
                ("Q".to_owned(), vec!["All of it?".to_owned()]),
                ("Kay Talbot".to_owned(), vec!["Yes.".to_owned()]),
            ]
        );
    }

    #[test]
    fn a_last_name_alone_is_the_full_name_of_another_label() {
        let text = "ANN LEE: We will pay.\nTHE CHAIR: When?\nLEE: Soon.\nTHE CHAIR: Thank you.\n";
        let names: Vec<String> = turns(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Ann Lee", "the chair", "Ann Lee", "the chair"]);
    }

    #[test]
    fn an_article_with_labels_in_it_is_no_conversation() {
        for text in [
            "RIVERTON: The dam broke on Monday.\nUPDATE: It was mended.\nThe mayor, Ann Lee, said it was safe.\nRIVERTON: More soon.\n",
            "What we know: The dam broke.\nWhat we do not know: Why it broke.\nWho is hurt: Nobody.\n",
            "Lee: 1,204 votes.\nRoy: 988 votes.\nLee: 310 more by mail.\nRoy: 127 more by mail.\nThe dam: Closed.\n",
            "Ann Lee: “We will pay.”\nThe board met.\nIt was late.\nNobody came.\nBo Roy: “When?”\nIt rained.\nThe hall was full.\nPeople left.\n",
        ] {
            assert!(
                turns(text).iter().all(|(_, segments)| segments.len() < 2),
                "{text}"
            );
            let found = extract::extract(&Article::new("wire", text)).quotations;
            assert!(
                found
                    .iter()
                    .all(|one| !one.segments.is_empty() || one.cue.is_some()),
                "{text}"
            );
            assert!(
                !found
                    .iter()
                    .any(|one| one.segments.iter().any(|s| s.slice(text).contains("dam")))
            );
        }
    }
}
