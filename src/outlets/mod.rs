//! What outlets do, over many events.
//!
//! ```text
//! Comparison ──observe──▶ Observation, one per occurrence ──add──▶ Figures, one row per outlet
//!  one event               outlet, measure, sort, place            counts, words, positions
//! ```
//!
//! Every number is a sum of observations and every observation has a place in a text, so whoever doubts a
//! number asks for the places behind it. A share is one number over another: both can be asked for. The
//! rows stand in the order of the names, and nothing joins the figures to one: how outlets differ is told,
//! not who does better.
//!
//! Cost: that of comparing each event once. It cannot say more than the comparison: "not found" is said of
//! the text that is in the store, and an event that was grouped wrongly counts wrongly.

mod figures;
mod measure;
mod observe;

pub use figures::{Figures, Outlets, TENTHS, Total};
pub use measure::Measure;
pub use observe::{Observation, observe};
