//! The upper end of a range whose ends are two words.
//!
//! ```text
//! between 150 and 200 tenants     5 to 10 million crowns     $5 to $10 million
//! from 41 to 46 percent           a change: two numbers
//! ```

use super::figures::value;
use super::quantities::currency;
use crate::extract::narration::FlatSentence;
use crate::lexicon::{FigureWord, class};

/// The upper end of a range.
pub(super) struct Upper {
    pub(super) number: f64,
    /// What multiplies the lower end too: "million" of "5 to 10 million".
    pub(super) factor: f64,
    /// The token behind it.
    pub(super) end: usize,
}

/// The upper end behind the number at token `at`, which ends before token `end` and is `lower`, its multipliers
/// counted if `is_multiplied`.
pub(super) fn upper(
    sentence: &FlatSentence,
    at: usize,
    end: usize,
    (lower, is_multiplied): (f64, bool),
) -> Option<Upper> {
    let facts = sentence.lexicon.facts();
    let figure = |at: usize| facts.figure(sentence.word(at));
    let is_sign = |at: usize| currency(sentence.word(at)).is_some();
    let before = at.checked_sub(1)?;
    let before = before.checked_sub(usize::from(is_sign(before)));
    let opening = before.and_then(figure);
    let joint = sentence.tokens.get(end)?;
    let joins = match opening {
        Some(FigureWord::Between) => joint.is(class::CONJUNCTION),
        Some(FigureWord::From) => false,
        _ => figure(end) == Some(FigureWord::Against),
    };
    if !joins {
        return None;
    }
    let at = end + 1 + usize::from(is_sign(end + 1));
    let mut number = value(sentence, sentence.word(at))?;
    let mut end = at + 1;
    let mut factor = 1.0;
    while let Some(times) = facts.multiplier(sentence.word(end)) {
        number *= times;
        factor *= times;
        end += 1;
    }
    if is_multiplied {
        factor = 1.0;
    }
    (number > lower * factor).then_some(Upper {
        number,
        factor,
        end,
    })
}
