//! The nouns: what the stages hand to one another. This module depends on none of them.

mod address;
mod article;
mod beginning;
mod carried;
mod check;
mod check_wording;
mod commentary;
mod comparison;
mod copying;
mod drawing;
mod fact;
mod framing;
mod grounds;
mod group;
mod leading;
mod naming;
mod narration;
mod nearest;
mod quotation;
mod relation;
mod rendering;
mod span;
mod statement;
mod terms;
mod told;
mod trace;
mod voice;
mod wording;

#[cfg(feature = "fetch")]
pub(crate) use address::fnv1a;
pub use article::{Article, Published};
pub(crate) use article::{WordStarts, count_words};
#[cfg(feature = "store")]
pub(crate) use article::{days, moment};
pub(crate) use beginning::from_first_word;
pub use check::{Check, CheckStatus, Checked, Found, Origin, Searched, Severity};
pub use commentary::{Commentary, CommentaryKind};
pub use comparison::{Comparison, Copy, Finding, FindingKind, QuotationId};
pub(crate) use copying::origin;
pub use drawing::Stroke;
pub use fact::{Difference, Fact, FactKind, Value};
pub use framing::{Framing, FramingKind, Remark, Version};
pub use grounds::{Credit, Grounds, Likeness, Order, Orders, Run, SharedWord};
pub use group::Group;
pub use leading::Leading;
pub(crate) use leading::MOST as MOST_LEADING;
pub(crate) use naming::names_in_sentences;
pub use narration::{
    Day, Dimension, Grain, Naming, NamingKind, Narration, Quantity, Sentence, Tone, ToneClass,
};
pub use nearest::Nearest;
pub use quotation::{Cue, CueGroup, Extraction, Quotation, QuotationKind, Speaker};
pub use relation::{DiffOp, DiffPart, Relation, RelationSet};
pub use rendering::{Measure, Passage, Rendering, Renderings};
pub(crate) use span::count_bytes;
pub use span::{CodePoints, Span};
pub use statement::{Pair, Place, Statement};
pub use told::Told;
pub use trace::{Trace, Traced};
pub use voice::{Heard, Voice};
