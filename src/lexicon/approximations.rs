//! Words before a number that hedge it, and those that stand for a vague one, from `approximations.tsv`.
//!
//! ```text
//! at least 20 ─▶ 20 or more    dozens of ─▶ 24 to 99    twice ─▶ 2 times
//! ```

use super::tables::Row;

/// Words that hedge a number or stand for a vague one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approximation {
    /// Its words behind the first, in lower case.
    pub(super) rest: Vec<&'static str>,
    /// What it does.
    pub hedge: Hedge,
}

/// What words before a number do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// Near it.
    About,
    /// A little less.
    Below,
    /// More.
    Above,
    /// It or more.
    Least,
    /// It or less.
    Most,
    /// A number of their own, from and to.
    Vague(i64, i64),
    /// How many times, from and to.
    Often(i64, i64),
}

impl Hedge {
    /// What a row of `approximations.tsv` says of the number behind its words; nothing where the row is of
    /// another kind.
    pub(super) fn of(row: Row) -> Option<Self> {
        let number = |column| row.column(column).parse().unwrap_or_default();
        Some(match row.column(1) {
            "times" | "half" | "clock" | "people" => return None,
            "below" => Self::Below,
            "above" => Self::Above,
            "least" => Self::Least,
            "most" => Self::Most,
            "often" => Self::Often(number(2), number(3)),
            "vague" => Self::Vague(number(2), number(3)),
            _ => Self::About,
        })
    }
}

impl Approximation {
    /// How many words it has.
    pub fn words(&self) -> usize {
        1 + self.rest.len()
    }
}
