//! Which articles tell the same event.
//!
//! ```text
//! article ─▶ profile: its telling words, names and quoted phrases
//!               │ weigh: a word that few articles hold says much
//!               ▼
//!            vectors ─▶ neighbours: who shares rare words, days apart at most   (index)
//!                          └─▶ verify: the whole vectors ─▶ join the closest    (average link)
//! ```
//!
//! Approach: articles of one event share names, rare words and the words that were said, within days.
//! An inverted index over each article's rarest words proposes neighbours, the whole profiles decide.
//! Then the two closest groups are joined until no two are alike enough on average: one article between
//! two events does not chain them together.
//!
//! Cost: an article looks at a bounded number of entries of a bounded number of words, so the neighbours
//! of `n` articles take time in proportion to `n`; joining takes `log n` more.
//!
//! Grouping is incremental: articles that belong to an event already stay there, and new ones join them
//! or found events of their own. Events that somebody arranged by hand are never joined.
//!
//! It fails on events told without names or numbers, on articles of different languages, and on a story
//! that goes on for weeks without a pause, where the line between two events is a matter of taste.

mod group;
mod neighbours;
mod profile;
mod vectors;

pub use group::{Belonging, group};
pub use neighbours::WINDOW_SECONDS;
pub use profile::{Profile, Term, profile};
pub use vectors::Counts;
