//! Linked data (JSON-LD) for the tools of fact-checkers and archives: drafts of schema.org `ClaimReview`
//! and annotations of the W3C Web Annotation model, one file per vocabulary.
//!
//! Both hold slices of the articles and where they stand, and no judgement: what a claim is worth is left
//! for a person to write.

mod claim_review;
mod web_annotation;

use serde::Serialize;

pub use claim_review::ClaimReview;
pub use web_annotation::WebAnnotation;

/// One value as it is, several as a list: JSON-LD takes either.
#[derive(Serialize)]
#[serde(untagged)]
enum OneOrMore<T> {
    One(T),
    More(Vec<T>),
}

impl<T> OneOrMore<T> {
    fn of(mut values: Vec<T>) -> Self {
        match values.pop() {
            Some(only) if values.is_empty() => Self::One(only),
            last => {
                values.extend(last);
                Self::More(values)
            }
        }
    }
}
