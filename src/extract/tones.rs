//! Words that can show the writer's attitude, outside quotation marks.
//!
//! ```text
//! So-called “experts” blundered again, and who is surprised?
//! └doubting┘          └charged┘        └────── address ────┘
//! ```
//!
//! A name is no word of attitude ("Rocky Brown"), so a capital counts only where it opens the sentence or
//! stands before a noun in small letters ("the Islamist group").

use super::Reader;
use super::tokens::{Token, TokenKind};
use crate::Span;
use crate::lexicon::{Lexicon, class};
use crate::model::{Tone, ToneClass};

/// Whether a capital inside a sentence stands alone before a noun in small letters.
fn describes(tokens: &[Token], at: usize) -> bool {
    const NO: u64 = class::VERB
        | class::CUE
        | class::AUXILIARY
        | class::PREPOSITION
        | class::CONJUNCTION
        | class::ADVERB
        | class::RELATIVE
        | class::SUBORDINATOR
        | class::TEMPORAL;
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    before.is_some_and(|before| before.kind == TokenKind::Lower || before.is(class::DETERMINER))
        && !tokens[at].is(class::FIRST_NAME | class::TITLE)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == TokenKind::Lower && !next.is(NO))
}

/// The attitude that a word has from another one: "chillingly" from "chilling", "half-crazy" from "crazy".
fn derived(reader: &Reader, lexicon: &Lexicon, at: usize, sentence: usize) -> Option<Tone> {
    let written = reader.slice(at);
    if !written.ends_with(['y', 'Y']) && !written.contains('-') {
        return None;
    }
    let word = reader.folded(at);
    let parts: Vec<&str> = match word.strip_suffix("ly") {
        Some(adjective) if !word.contains('-') => vec![adjective],
        _ => word.split('-').collect(),
    };
    let known = |part: &&str| {
        let base = part.strip_suffix('i').map(|stem| format!("{stem}y"));
        let base = base.unwrap_or_else(|| (*part).to_owned());
        let found = lexicon
            .tones()
            .longest(&lexicon.stem(&base), |_| None)
            .map(|tone| (tone.class, tone.strength));
        found.filter(|(_, strength)| *strength > 1 && base.len() < word.len())
    };
    let (class, strength) = parts.iter().find_map(known)?;
    Some(Tone {
        span: reader.span(at, at + 1),
        sentence,
        class,
        strength: strength - u8::from(word.contains('-')),
    })
}

/// The stems of the words of a sentence one behind the other, empty where no phrase of the table can reach.
#[derive(Default)]
pub(super) struct Stems {
    letters: String,
    /// Where each ends in the letters.
    ends: Vec<usize>,
    word: String,
}

impl Stems {
    fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.letters[start..end])
    }

    /// Reads the tokens `start..end`.
    fn read(&mut self, reader: &Reader, lexicon: &Lexicon, (start, end): (usize, usize)) {
        self.letters.clear();
        self.ends.clear();
        let tokens = &reader.tokens[start..end];
        let first_word = tokens.iter().position(|token| token.is_word());
        for (at, token) in tokens.iter().enumerate() {
            let counts = match token.kind {
                TokenKind::Lower => true,
                TokenKind::Capital => {
                    Some(at) == first_word && !token.is(class::FIRST_NAME) || describes(tokens, at)
                }
                // No phrase of the table reaches over a name, a sign or a quoted string.
                _ => false,
            };
            if counts {
                reader.fold(start + at, &mut self.word);
                lexicon.push_stem(&self.word, token.word.counts, &mut self.letters);
            }
            self.ends.push(self.letters.len());
        }
    }
}

/// Adds the words of attitude among the tokens `start..end`, which are one sentence, to `found`.
pub(super) fn tones(
    reader: &Reader,
    (start, end): (usize, usize),
    sentence: usize,
    stems: &mut Stems,
    found: &mut Vec<Tone>,
) {
    let Some(lexicon) = reader.lexicon else {
        return;
    };
    let tokens = &reader.tokens[start..end];
    stems.read(reader, lexicon, (start, end));
    let mut at = 0;
    while let Some(first) = stems.get(at) {
        if first.is_empty() {
            at += 1;
            continue;
        }
        let behind = |next: usize| stems.get(at + 1 + next);
        let Some(phrase) = lexicon.tones().longest(first, behind) else {
            found.extend(derived(reader, lexicon, start + at, sentence));
            at += 1;
            continue;
        };
        found.push(Tone {
            span: reader.span(start + at, start + at + phrase.words()),
            sentence,
            class: phrase.class,
            strength: phrase.strength,
        });
        at += phrase.words();
    }
    for (sign, class) in [('?', ToneClass::Address), ('!', ToneClass::Mocking)] {
        if let Some(token) = tokens.iter().find(|token| token.is_sign(sign)) {
            found.push(Tone {
                span: Span::new(token.span.start, token.span.end),
                sentence,
                class,
                strength: 3,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::ToneClass;
    use crate::{Article, extract};

    fn tones(text: &str) -> Vec<(&str, ToneClass)> {
        let article = Article::new("wire", text);
        let found = extract::extract(&article).narration.tones;
        found
            .iter()
            .map(|tone| (tone.span.slice(text), tone.class))
            .collect()
    }

    #[test]
    fn words_of_attitude_are_found_in_their_forms() {
        assert_eq!(
            tones("Of course the so-called reform was blatantly reckless."),
            [
                ("Of course", ToneClass::Certain),
                ("so-called", ToneClass::Doubting),
                ("blatantly", ToneClass::Judging),
                ("reckless", ToneClass::Judging),
            ]
        );
        assert_eq!(tones("He met the Islamist group.")[0].0, "Islamist");
        assert_eq!(tones("Who paid for it?"), [("?", ToneClass::Address)]);
    }

    #[test]
    fn a_name_or_a_quotation_is_no_attitude() {
        assert!(tones("The talks with Wild Savage ended, “a farce,” she said.").is_empty());
    }
}
