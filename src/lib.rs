//! One event, several outlets, several stories: `rashomon` reads the outlets' versions of an event
//! and says what differs, with the exact place of every finding.
//!
//! # The words
//!
//! An [`Article`] is one outlet's version of an event: outlet, title, time of publication, text.
//! Wherever the library points into an article it does so with a [`Span`], a byte range in its text;
//! a "quotation" that is not a literal slice of the input cannot be expressed.
//!
//! In an article somebody says something. A [`Quotation`] joins the **speaker**, the **cue** (the
//! reporting verb or phrase) and the **content**. Its kind is *direct* when all of the content stands
//! inside quotation marks, *mixed* when a part does, *indirect* when nothing does. Each quoted string
//! of a quotation is a **segment**: the characters between two quotation marks within one paragraph.
//! What the outlet says in its own voice is [`Commentary`].
//!
//! Quotations of several articles that render the same utterance form a [`Statement`]; each is a
//! *variant* of it. Two segments of a statement stand in [`Relation`]s: the same words, words cut at
//! the edges, words missing inside, other words, another speaker.
//!
//! A [`Comparison`] holds all of it for one event, and a *report* renders a comparison.
//!
//! # The way of the data
//!
//! ```text
//! bytes ──read──▶ Article ──extract──▶ Extraction ──align──▶ Statement ──compare──▶ Comparison ──report──▶ terminal, JSON
//! ```
//!
//! Each arrow is a module with one entry function: [`read::read`], [`extract::extract`],
//! [`align::align`], [`compare::compare`]; the formats of [`report`] render the end of the way.
//! [`compare_articles`] walks the middle of it.
//!
//! ```
//! use rashomon::{Article, compare_articles};
//!
//! let wire = Article::new("wire", "“The bridge is safe,” said Mayor Ann Lee on Monday.");
//! let post = Article::new("post", "Mayor Ann Lee claimed “the bridge is safe”.");
//! let comparison = compare_articles(vec![wire, post]);
//! assert_eq!(comparison.statements.len(), 1);
//! assert_eq!(comparison.statements[0].speaker.as_deref(), Some("Ann Lee"));
//! ```

pub mod align;
pub mod check;
pub mod cli;
pub mod compare;
mod error;
#[cfg(feature = "store")]
pub mod events;
pub mod extract;
pub mod lexicon;
pub mod model;
pub mod outlets;
pub mod policy;
pub mod read;
pub mod report;
#[cfg(feature = "store")]
pub mod store;
mod texts;

pub use error::{JsonPlace, NoText, Part, ReadError, ReadProblem, STDIN_NAME};
pub use model::{
    Article, Commentary, Comparison, Extraction, Quotation, QuotationKind, Relation, Span,
    Statement,
};
pub use texts::Texts;

/// Extracts, aligns and compares `articles`, which tell one event. Their order does not matter.
pub fn compare_articles(mut articles: Vec<Article>) -> Comparison {
    articles.sort_by(Article::cmp_by_time);
    let extractions: Vec<Extraction> = articles.iter().map(extract::extract).collect();
    let alignment = align::align(&articles, &extractions);
    compare::compare(articles, extractions, &alignment)
}
