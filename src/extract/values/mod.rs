//! What a sentence gives in numbers and days: the values that outlets may give differently.
//!
//! ```text
//! Some 300 families left by 10 p.m. on Monday; a third of the pumps failed.
//!      └─ figure ┘ measure   clock     day    └ ratio ┘
//! ```
//!
//! [`mod@days`] come first: a number that belongs to a date is no quantity. A quantity is a [`figures`] value with the
//! [`measures`] shape behind it, or a [`clocks`] or [`ratios`] form that is both.

mod clocks;
mod days;
mod figures;
mod measures;
mod quantities;
mod ranges;
mod ratios;

pub(super) use days::days;
pub(super) use quantities::quantities;
