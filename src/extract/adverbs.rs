//! The adverbs and words of time behind a cue: those that tell of the reporting, and those that are part of what is
//! reported.
//!
//! ```text
//! said again │that …   said Monday │the plan …      they tell when and how it was said
//! said │not all …   said │Monday would …            they belong to the words told, which mean something else without
//! ```

use super::Reader;
use super::tokens::TokenKind;
use crate::lexicon::{class, rule};

impl Reader<'_> {
    /// Behind the adverbs and phrases of time from `at` on that tell of the reporting: "said again │that", "said Monday
    /// │the plan". An adverb is one of them before "that", a sign or a pronoun only; before anything else it belongs
    /// to what follows: "said │not all", "said │too many", "said │once the toll is gone".
    pub(super) fn skip_adverbs(&self, at: usize, end: usize) -> usize {
        let mut behind = at;
        let mut behind_time = at;
        while behind < end {
            let token = &self.tokens[behind];
            if self.is_last_week(behind, end) {
                behind += 2;
                behind_time = behind;
            } else if token.is(class::TEMPORAL) && !self.is_time_of_clause(behind, end) {
                behind += 1;
                behind_time = behind;
            } else if token.is(class::ADVERB)
                && !token.is(class::TEMPORAL)
                && !self.is_expletive(behind, end)
            {
                behind += 1;
            } else {
                break;
            }
        }
        let clears = class::COMPLEMENTIZER | class::INFINITIVE | class::INTERROGATIVE;
        let Some(next) = self.tokens.get(behind).filter(|_| behind < end) else {
            return behind;
        };
        if !next.is_word() || next.is(clears) {
            return behind;
        }
        let is_own = |at: &usize| self.tokens[*at].obeys(rule::FOCUS);
        if next.is(class::SUBJECT | class::PREPOSITION) {
            (behind_time..behind).find(is_own).unwrap_or(behind)
        } else {
            behind_time
        }
    }

    /// "said │there was│ a way": no adverb of place.
    fn is_expletive(&self, at: usize, end: usize) -> bool {
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < end);
        self.tokens[at].is(class::EXPLETIVE) && next.is_some_and(|next| next.is(class::AUXILIARY))
    }

    /// "said │last week│ the plan", "said │this month│ that", but "said last week's vote", "said this week was".
    fn is_last_week(&self, at: usize, end: usize) -> bool {
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        let points =
            is(at, class::WHEN) || is(at, class::DEMONSTRATIVE) && !is(at, class::COMPLEMENTIZER);
        points && is(at + 1, class::TEMPORAL) && !self.is_time_of_clause(at + 1, end)
    }

    /// "said │today's vote│ was fair", "said │Monday would│ be wet": whether a word of time opens the clause told.
    fn is_time_of_clause(&self, at: usize, end: usize) -> bool {
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < end);
        next.is_some_and(|next| next.kind == TokenKind::Genitive || next.is(class::AUXILIARY))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::quotations;

    fn contents(text: &str) -> Vec<String> {
        let strip = |line: String| line.split_once(": ").map(|(_, words)| words.to_owned());
        quotations("en", text)
            .into_iter()
            .filter_map(strip)
            .collect()
    }

    #[test]
    fn no_negation_and_no_limit_is_lost_behind_the_cue() {
        for content in [
            "not all of the cranes were safe",
            "not enough was done",
            "hardly anyone came",
            "barely a third of the cranes were safe",
            "only two of the ten cranes were safe",
            "only he could fix it",
            "even small firms would be hit",
            "too many nurses had left",
            "about half of the cranes were safe",
            "once the toll was gone people would come back",
            "publicly owned docks were safer",
        ] {
            assert_eq!(contents(&format!("Mr Holt said {content}.")), [content]);
            assert_eq!(
                contents(&format!("Mr Holt told the Ledger {content}.")),
                [content]
            );
        }
        assert_eq!(
            contents("Mr Holt said not that the cranes were safe but that they were old."),
            ["not that the cranes were safe but that they were old"]
        );
    }

    #[test]
    fn a_day_is_the_subject_before_its_verb_and_owns_what_follows() {
        for content in [
            "Monday would be wet",
            "today's vote was unfair",
            "this week would be wet",
        ] {
            assert_eq!(contents(&format!("Mr Holt said {content}.")), [content]);
        }
        assert_eq!(
            contents(
                "Mr Holt said Monday the plan was late. He said earlier this week that it was."
            ),
            ["the plan was late", "that it was"]
        );
    }

    #[test]
    fn when_and_how_it_was_said_is_no_content() {
        assert_eq!(
            contents("Mr Holt said repeatedly that the plan was late. He said again it was."),
            ["that the plan was late", "it was"]
        );
    }
}
