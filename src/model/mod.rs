//! The nouns: what the stages hand to one another. This module depends on none of them.

mod article;
mod commentary;
mod comparison;
mod drawing;
mod group;
mod quotation;
mod relation;
mod rendering;
mod span;
mod statement;
mod wording;

pub use article::{Article, Published};
pub(crate) use article::{count_words, day};
pub use commentary::{Commentary, CommentaryKind};
pub use comparison::{Comparison, Copy, Finding, FindingKind, QuotationId};
pub use drawing::Stroke;
pub use group::Group;
pub use quotation::{Cue, CueGroup, Extraction, Quotation, QuotationKind, Speaker};
pub use relation::{DiffOp, DiffPart, Relation, RelationSet};
pub use rendering::{Measure, Passage, Rendering, Renderings};
pub use span::{CodePoints, Span};
pub use statement::{Pair, Place, Statement};
