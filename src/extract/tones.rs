//! Words that can show the writer's attitude, outside quotation marks.
//!
//! ```text
//! So-called “experts” blundered again, and who is surprised?
//! └doubting┘          └charged┘        └────── address ────┘
//! ```
//!
//! A name is no word of attitude ("Rocky Brown"), so a capital counts only where it opens the sentence.

use super::Reader;
use super::tokens::TokenKind;
use crate::Span;
use crate::lexicon::{Lexicon, class};
use crate::model::{Tone, ToneClass};

/// The attitude that a word has from another one: "chillingly" from "chilling", "half-crazy" from "crazy".
fn derived(reader: &Reader, lexicon: &Lexicon, at: usize, sentence: usize) -> Option<Tone> {
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
            .longest(&[lexicon.stem(&base)])
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

/// Adds the words of attitude among the tokens `start..end`, which are one sentence, to `found`.
pub(super) fn tones(
    reader: &Reader,
    (start, end): (usize, usize),
    sentence: usize,
    found: &mut Vec<Tone>,
) {
    let Some(lexicon) = reader.lexicon else {
        return;
    };
    let tokens = &reader.tokens[start..end];
    let first_word = tokens.iter().position(|token| token.is_word());
    let stems: Vec<String> = (start..end)
        .zip(tokens)
        .map(|(at, token)| match token.kind {
            TokenKind::Lower => lexicon.stem(&reader.folded(at)),
            TokenKind::Capital
                if Some(at - start) == first_word && !token.is(class::FIRST_NAME) =>
            {
                lexicon.stem(&reader.folded(at))
            }
            // No phrase of the table reaches over a name, a sign or a quoted string.
            _ => String::new(),
        })
        .collect();
    let mut at = 0;
    while at < stems.len() {
        let Some(phrase) = lexicon.tones().longest(&stems[at..]) else {
            if !stems[at].is_empty() {
                found.extend(derived(reader, lexicon, start + at, sentence));
            }
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
