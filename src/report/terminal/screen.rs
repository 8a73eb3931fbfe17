use anstyle::{AnsiColor, Style};

use crate::Relation;
use crate::report::signs::Signs;

/// What a page of text may use.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    width: usize,
    is_colored: bool,
    has_links: bool,
    signs: Signs,
}

/// Narrower pages cannot hold the matrix, wider ones cannot be read.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=200;

impl Screen {
    /// A page of `width` columns, at least 60 and at most 200, without colour.
    pub fn new(width: usize) -> Self {
        Self {
            width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
            is_colored: false,
            has_links: false,
            signs: Signs::Unicode,
        }
    }

    /// The same with or without colour.
    #[must_use]
    pub fn with_color(self, is_colored: bool) -> Self {
        Self { is_colored, ..self }
    }

    /// The same with or without links from outlets to their articles (OSC 8).
    #[must_use]
    pub fn with_links(self, has_links: bool) -> Self {
        Self { has_links, ..self }
    }

    /// The same with these drawing characters.
    #[must_use]
    pub fn with_signs(self, signs: Signs) -> Self {
        Self { signs, ..self }
    }

    /// Columns of a line.
    pub fn width(self) -> usize {
        self.width
    }

    pub(super) fn is_colored(self) -> bool {
        self.is_colored
    }

    pub(super) fn has_links(self) -> bool {
        self.has_links
    }

    pub(super) fn signs(self) -> Signs {
        self.signs
    }
}

pub(super) const PLAIN: Style = Style::new();
pub(super) const STRONG: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();
pub(super) const OLD: Style = AnsiColor::Red.on_default().strikethrough();
pub(super) const NEW: Style = AnsiColor::Green.on_default().underline();
pub(super) const GRAVE: Style = AnsiColor::Red.on_default().bold();
pub(super) const NOTABLE: Style = AnsiColor::Yellow.on_default();

/// The colour of a relation, beside its sign and its word.
pub(super) fn style_of(relation: Relation) -> Style {
    match relation {
        Relation::Contradicted
        | Relation::Speaker
        | Relation::Spliced
        | Relation::QualificationCut => GRAVE,
        Relation::Reworded | Relation::Interpolated | Relation::Elided => NOTABLE,
        Relation::Truncated | Relation::Paraphrased | Relation::Verbatim => PLAIN,
    }
}
