//! Several who speak together: what an "and" joins to a phrase that is walked from right to left.
//!
//! ```text
//! │Ann Lee and council speaker Bo Roy│ said      two names
//! │Ann Lee and the mayor│ said                   two phrases, the first of which opens the clause
//! But │Canada, Mexico and the EU│ said           a list that opens it
//! Lee met │Roy│ and the mayor said               no: what stands before the "and" is an object
//! ```

use super::before::{phrase_start, rposition};
use super::{is_lower_role, is_name, opens_phrase};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::class;

/// Most words of a description before a name, and the name's first: "council speaker Bo".
const MAX_TITLE: usize = 3;

/// Most words that tell the party of somebody between commas: "D-New York".
const MAX_TAG: usize = 2;

/// "│The mayor of Orme│ and the board", "│Canada, Mexico│ and the board": start of what an "and" before token `start`
/// joins to the phrase there, if that opens its clause and names people or bodies.
pub(super) fn joined_whole(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let joint = start.checked_sub(1).filter(|joint| *joint > floor)?;
    let joins = tokens[joint].is(class::CONJUNCTION) && !tokens[joint].is(class::SUBORDINATOR);
    let people = class::NUMBER | class::ALONE | class::ROLE;
    let opens = opens_phrase(&tokens[start]) || is_name(&tokens[start]);
    if !joins || !opens && !tokens[start].is(people) {
        return None;
    }
    let last = somebody_before(tokens, floor, joint)?;
    let mut first = last;
    while first > floor && tokens[first - 1].is_sign(',') {
        match somebody_before(tokens, floor, first - 1) {
            Some(before) => first = before,
            None => break,
        }
    }
    let mut starts = [first, last].into_iter();
    starts.find(|start| opens_clause(tokens, floor, *start))
}

/// Start of the phrase that ends before token `end`, if it names a person or a body.
fn somebody_before(tokens: &[Token], floor: usize, end: usize) -> Option<usize> {
    let start = phrase_start(tokens, floor, end)?;
    let people = class::ROLE | class::TITLE | class::ORGANISATION | class::BODY;
    let is_somebody =
        |token: &Token| !token.is(class::TEMPORAL) && (is_name(token) || token.is(people));
    let is_pronoun = tokens[start].is(class::SUBJECT | class::RELATIVE | class::OBJECT);
    (!is_pronoun && tokens[start..end].iter().any(is_somebody)).then_some(start)
}

/// Whether a clause begins at token `at`: the sentence, or what stands behind a sign, "that" or "but".
fn opens_clause(tokens: &[Token], floor: usize, at: usize) -> bool {
    let opens = class::CONJUNCTION | class::SUBORDINATOR | class::COMPLEMENTIZER;
    at == floor || !tokens[at - 1].is_word() || tokens[at - 1].is(opens)
}

/// "Smith and Jones": an "and" between two names.
pub(super) fn joins_names(tokens: &[Token], floor: usize, start: usize) -> bool {
    // "Ann Lee and council speaker Bo Roy"
    let is_titled = || {
        let mut words = tokens[start..].iter().take(MAX_TITLE);
        tokens[start].kind == TokenKind::Lower && words.any(is_name)
    };
    start >= floor + 2
        && tokens[start - 1].is(class::CONJUNCTION)
        && (is_name(&tokens[start]) || is_titled())
        && is_name(&tokens[start - 2])
}

/// "…, teachers and union officials": an "and" between two nouns for people that begin a clause without an article.
pub(super) fn joins_roles(tokens: &[Token], floor: usize, start: usize) -> bool {
    let is_bare = || {
        start == floor + 2 || {
            let before = &tokens[start - 3];
            before.quote().is_some() || before.is_sign(',') || before.is(class::COMPLEMENTIZER)
        }
    };
    start >= floor + 2
        && tokens[start - 1].is(class::CONJUNCTION)
        && is_lower_role(&tokens[start - 2])
        && !opens_phrase(&tokens[start])
        && is_bare()
}

/// "Smith (D) and Jones", "Smith, D-Ohio, and Jones": index of the last word before the bracket or comma that an
/// "and" joins to a name.
pub(super) fn joined_bracket(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let joins =
        start >= floor + 2 && tokens[start - 1].is(class::CONJUNCTION) && is_name(&tokens[start]);
    let open = match tokens[start.checked_sub(2).filter(|_| joins)?].kind {
        TokenKind::Sign(')') => rposition(tokens, floor, start - 2, '(')?,
        TokenKind::Sign(',') => {
            let open = rposition(tokens, floor, start - 2, ',')?;
            let is_short = start - 2 - open <= MAX_TAG + 1;
            let mut tag = tokens[open + 1..start - 2].iter();
            (is_short && tag.all(|word| word.kind == TokenKind::Capital)).then_some(open)?
        }
        _ => return None,
    };
    (open > floor && is_name(&tokens[open - 1])).then(|| open - 1)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::quotations;

    #[test]
    fn those_who_are_joined_speak_together() {
        for (text, expected) in [
            (
                "Mayor Ann Lee and the town’s treasurer Bo Roy said the bridge was safe.",
                "Ann Lee and Bo Roy: the bridge was safe",
            ),
            (
                "Mayor Ann Lee and the treasurer, Bo Roy, said the bridge was safe.",
                "Ann Lee and Bo Roy: the bridge was safe",
            ),
            (
                "But Ghent, Orme and the River Board have all said they will pay.",
                "Ghent, Orme and River Board: they will pay",
            ),
            (
                "In Ohio, Lee and his aides said the bridge was safe.",
                "Lee and his aides: the bridge was safe",
            ),
            (
                "“It holds,” said Ann Lee and the mayor of Orme, Bo Roy.",
                "Ann Lee and Bo Roy: “It holds,”",
            ),
            (
                "Ann Lee met Bo Roy and the treasurer said the bridge was safe.",
                "the treasurer: the bridge was safe",
            ),
            (
                "Bo Roy, River Party deputy leader and Harbour Affairs spokesperson, said it was over.",
                "Bo Roy: it was over",
            ),
        ] {
            assert_eq!(quotations("en", text), [expected], "{text}");
        }
    }
}
