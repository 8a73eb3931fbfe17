//! Where a name begins behind the day or the place that opens its clause.
//!
//! ```text
//! On Tuesday │Karin Holt│ warned   In 1998 │Ms Holt│ said   In Oslo │Karin Holt│ said
//! ```
//!
//! All of it is written with capitals and numbers, and no comma stands between: what tells them apart is the word
//! before, and that a first name or a title begins a name.

use super::is_name;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::class;

/// Digits of a year.
const YEAR: usize = 4;

/// First token of the name in `start..end` behind the day or the place; `floor` is the first of its sentence or clause.
pub(in crate::extract) fn behind_setting(
    tokens: &[Token],
    floor: usize,
    start: usize,
    end: usize,
) -> usize {
    let before = start.checked_sub(1).filter(|before| *before >= floor);
    let is_in = before.is_some_and(|before| tokens[before].is(class::INSIDE));
    let is_set = before.is_some_and(|before| {
        tokens[before].is(class::PREPOSITION) || tokens[before].kind == TokenKind::Number
    });
    let is_day =
        |token: &Token| token.is(class::TEMPORAL) && (is_in || !token.is(class::FIRST_NAME));
    let is_year = |token: &Token| token.kind == TokenKind::Number && token.span.len() == YEAR;
    let is_date = |at: &usize| {
        let next = tokens.get(at + 1).filter(|_| at + 1 < end);
        is_day(&tokens[*at])
            || is_set && is_year(&tokens[*at])
            || tokens[*at].kind == TokenKind::Number && next.is_some_and(is_day)
    };
    let named = (start..end).find(|at| !is_date(at)).unwrap_or(end);
    if named < end && named > start && is_name(&tokens[named]) {
        let is_person = tokens[named].is(class::FIRST_NAME | class::TITLE);
        let opens = is_set || before.is_none() && is_person;
        return if opens { named } else { start };
    }
    // The place ends where a first name begins.
    let is_place = |at: usize| {
        let other = class::FIRST_NAME | class::TITLE | class::ROLE;
        is_name(&tokens[at]) && !tokens[at].is(other)
    };
    let first = (start..end).find(|at| !is_place(*at)).unwrap_or(end);
    let is_person = first + 1 < end
        && tokens[first].is(class::FIRST_NAME)
        && tokens[first].kind == TokenKind::Capital
        && is_name(&tokens[first + 1]);
    if is_in && before == Some(floor) && is_person {
        first
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::quotations;

    #[test]
    fn neither_the_day_nor_the_place_that_opens_a_clause_belongs_to_who_speaks() {
        for opening in [
            "On Tuesday",
            "On 4 March",
            "In 1998",
            "Yesterday",
            "In Torvik",
            "In New Torvik",
        ] {
            assert_eq!(
                quotations(
                    "en",
                    &format!("{opening} Karin Holt warned that it was late.")
                ),
                ["Karin Holt: that it was late"],
                "{opening}"
            );
        }
        let months = "In April Karin Holt said it was late. Then April Holt said it was early.";
        assert_eq!(
            quotations("en", months),
            ["Karin Holt: it was late", "April Holt: it was early"]
        );
    }
}
