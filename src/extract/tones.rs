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
    let word = reader.folded(at);
    let known = |part: &str| {
        let found = lexicon
            .tones()
            .longest(&mut lexicon.stem(part), |_, _| false)
            .map(|tone| (tone.class, tone.strength));
        found.filter(|(_, strength)| *strength > 1 && part.len() < word.len())
    };
    let (class, strength) = match word.contains('-') {
        true => word.split('-').find_map(known)?,
        false => known(&lexicon.adjective(word)?)?,
    };
    Some(Tone {
        span: reader.span(at, at + 1),
        sentence,
        class,
        strength: strength - u8::from(word.contains('-')),
    })
}

/// Adds the words of attitude among the tokens `start..end`, which are one sentence, to `found`; `stem` serves
/// for writing stems.
pub(super) fn tones(
    reader: &Reader,
    (start, end): (usize, usize),
    sentence: usize,
    stem: &mut String,
    found: &mut Vec<Tone>,
) {
    let Some(lexicon) = reader.lexicon else {
        return;
    };
    let tokens = &reader.tokens[start..end];
    let first_word = tokens.iter().position(|token| token.is_word());
    let counts = |at: usize| match tokens[at].kind {
        TokenKind::Lower => true,
        TokenKind::Capital => {
            Some(at) == first_word && !tokens[at].is(class::FIRST_NAME) || describes(tokens, at)
        }
        // No phrase of the table reaches over a name, a sign or a quoted string.
        _ => false,
    };
    let mut at = 0;
    while at < tokens.len() {
        if !counts(at) {
            at += 1;
            continue;
        }
        let word = reader.folded(start + at);
        let is_number = tokens[at].word.counts;
        let phrase = if is_number || lexicon.tones().can_open(word) {
            let behind = |words: usize, stem: &mut String| {
                let next = at + words;
                let goes_on = next < tokens.len() && counts(next);
                if goes_on {
                    let word = reader.folded(start + next);
                    lexicon.push_stem(word, tokens[next].word.counts, stem);
                }
                goes_on
            };
            stem.clear();
            lexicon.push_stem(word, is_number, stem);
            let longest = lexicon.tones().longest(stem, behind);
            longest.filter(|phrase| phrase.words > 1 || !lexicon.tones().is_plain(word))
        } else {
            None
        };
        let Some(phrase) = phrase else {
            found.extend(derived(reader, lexicon, start + at, sentence));
            at += 1;
            continue;
        };
        if phrase.strength > 0 {
            found.push(Tone {
                span: reader.span(start + at, start + at + phrase.words),
                sentence,
                class: phrase.class,
                strength: phrase.strength,
            });
        }
        at += phrase.words;
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
    fn a_word_that_shares_a_stem_or_stands_in_a_plain_phrase_is_no_attitude() {
        assert!(
            tones("Rain fell for the third day in a row in spring, and his story let them go.")
                .is_empty()
        );
        assert_eq!(tones("The row over his hissing went on.").len(), 2);
    }

    #[test]
    fn a_name_or_a_quotation_is_no_attitude() {
        assert!(tones("The talks with Wild Savage ended, “a farce,” she said.").is_empty());
    }
}
