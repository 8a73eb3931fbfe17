//! Where the news comes from, printed before its first sentence.
//!
//! ```text
//! WASHINGTON (AP) — The senate …     CASPER, Wyo. - Her …     London, 3 March (Reuters) – A …
//! └── dateline ───┘                  └─ dateline ┘            └────── dateline ──────┘
//! ```
//!
//! Names, signs and a bracket up to a dash, at the beginning of a paragraph; what has neither an agency in brackets nor a
//! place in capitals may be any words before a dash.

use super::tokens::{Token, TokenKind};

/// Longest dateline, in tokens.
const LONGEST: usize = 12;

/// The first token behind the dateline with which the tokens from `first` on open; `first` where they open with none.
pub(super) fn behind(text: &str, tokens: &[Token], first: usize) -> usize {
    let Some(opening) = tokens.get(first) else {
        return first;
    };
    let place = opening.span.slice(text);
    let mut letters = place.chars().filter(|sign| sign.is_alphabetic());
    let is_shouted = letters.clone().count() > 1 && letters.all(char::is_uppercase);
    let mut has_agency = false;
    for (at, token) in tokens.iter().enumerate().skip(first).take(LONGEST) {
        match token.kind {
            TokenKind::Sign(')') => has_agency = true,
            TokenKind::Sign(',' | '.' | '(' | '/') => {}
            TokenKind::Capital | TokenKind::Number => {}
            _ if token.is_dash() => {
                let leads_on = at > first && tokens.get(at + 1).is_some_and(opens_sentence);
                let is_dateline = leads_on && (is_shouted || has_agency);
                return if is_dateline { at + 1 } else { first };
            }
            _ => return first,
        }
    }
    first
}

/// Whether a sentence can begin with the token: "AFL — later CIO —" goes on.
fn opens_sentence(token: &Token) -> bool {
    matches!(
        token.kind,
        TokenKind::Capital | TokenKind::Number | TokenKind::Quote(_) | TokenKind::Title
    )
}

#[cfg(test)]
mod tests {
    use crate::{Article, extract};

    fn first(text: &str) -> &str {
        let narration = extract::extract(&Article::new("wire", text)).narration;
        narration.sentences[0].span.slice(text)
    }

    #[test]
    fn the_first_sentence_begins_behind_the_dateline() {
        let datelines = [
            "ARDEN (AP) — The ferry sank.",
            "ARDEN, Bel. - The ferry sank.",
            "ARDEN -- The ferry sank.",
            "Arden, 3 March (Reuters) – The ferry sank.",
        ];
        for text in datelines {
            assert_eq!(first(text), "The ferry sank.", "{text}");
        }
    }

    #[test]
    fn words_before_a_dash_are_no_dateline() {
        let text = "Ann Lee – The mayor of Arden – resigned.";
        assert_eq!(first(text), text);
        let text = "NATO — once an alliance of twelve — has grown.";
        assert_eq!(first(text), text);
    }
}
