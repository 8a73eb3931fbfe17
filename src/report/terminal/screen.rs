use anstyle::{AnsiColor, Style};

use crate::Relation;
use crate::model::FindingKind;

/// What a page of text may use.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    width: usize,
    is_colored: bool,
    signs: Signs,
}

/// The drawing characters of a page of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// ◉ ≈ ◐ and lines.
    Unicode,
    /// O ~ < and hyphens, for terminals that show nothing else. The words of the articles stay as they are.
    Ascii,
}

/// Narrower pages cannot hold the matrix, wider ones cannot be read.
const WIDTHS: std::ops::RangeInclusive<usize> = 80..=200;

impl Screen {
    /// A page of `width` columns, at least 80 and at most 200, without colour.
    pub fn new(width: usize) -> Self {
        Self {
            width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
            is_colored: false,
            signs: Signs::Unicode,
        }
    }

    /// The same with or without colour.
    #[must_use]
    pub fn with_color(self, is_colored: bool) -> Self {
        Self { is_colored, ..self }
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

    /// `unicode` where the terminal can show it, else `ascii`.
    pub(super) fn sign<T>(self, unicode: T, ascii: T) -> T {
        match self.signs {
            Signs::Unicode => unicode,
            Signs::Ascii => ascii,
        }
    }

    pub(super) fn of_relation(self, relation: Relation) -> &'static str {
        match relation {
            Relation::Contradicted => self.sign("✗", "x"),
            Relation::Speaker => "!",
            Relation::Spliced => "+",
            Relation::QualificationCut => self.sign("⌐", "q"),
            Relation::Reworded => self.sign("≈", "~"),
            Relation::Interpolated => "[",
            Relation::Elided => self.sign("⋯", ":"),
            Relation::Truncated => self.sign("◐", "<"),
            Relation::Paraphrased => self.sign("»", "p"),
            Relation::Verbatim => "=",
        }
    }

    pub(super) fn of_finding(self, kind: FindingKind) -> &'static str {
        match kind {
            FindingKind::Contradicted => self.of_relation(Relation::Contradicted),
            FindingKind::Speaker => self.of_relation(Relation::Speaker),
            FindingKind::Reworded => self.of_relation(Relation::Reworded),
            FindingKind::Omission => self.absent(),
            FindingKind::Commentary => self.comment(),
            FindingKind::Note => "-",
        }
    }

    pub(super) fn reference(self) -> &'static str {
        self.sign("◉", "O")
    }

    pub(super) fn absent(self) -> &'static str {
        self.sign("·", ".")
    }

    pub(super) fn comment(self) -> &'static str {
        self.sign("▒", "#")
    }

    /// Stands where a line was cut to fit.
    pub(super) fn ellipsis(self) -> &'static str {
        self.sign("…", "...")
    }

    /// How many words were cut, as it stands in the place of them.
    pub(super) fn cut(self, words: usize) -> String {
        match self.signs {
            Signs::Unicode => format!("‹{words}›"),
            Signs::Ascii => format!("<{words}>"),
        }
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
