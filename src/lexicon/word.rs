//! What one word can be, as one look-up tells it.
//!
//! ```text
//! claims ─▶ classes: a verb, a noun that reports · readings: third person of "claim"
//! her    ─▶ classes: possessive, object          · gender: female
//! ```

use super::VerbForm;

/// What one word can be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Its classes, a union of the constants of [`class`](super::class).
    pub classes: u64,
    /// What it tells about a person it names or stands for.
    pub gender: Gender,
    /// What the grammar of its language says of it, a union of the constants of [`rule`](super::rule).
    pub rules: u16,
    /// Whether a number or a day can begin with it: "nearly", "three", "two-thirds", "March".
    pub counts: bool,
    /// Range of its readings as a cue verb.
    pub(super) readings: (u16, u16),
}

impl Word {
    /// A word of which nothing but its classes is known.
    pub fn of_classes(classes: u64) -> Self {
        Self {
            classes,
            ..Self::default()
        }
    }

    /// The same word with these classes, and nothing else known of how it is used.
    pub fn with_classes(self, classes: u64) -> Self {
        Self {
            classes,
            counts: self.counts,
            ..Self::default()
        }
    }
}

/// One reading of a word as a form of a cue verb.
#[derive(Clone, Copy, Debug)]
pub struct CueReading {
    /// Index of the verb.
    pub cue: u16,
    /// Which form of it.
    pub form: VerbForm,
    /// A word that belongs to this form and stands behind it, perhaps not at once ("kündigte … an").
    pub particle: Option<&'static str>,
}

/// Grammatical or natural gender that a word tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    /// He, Mr., brother, Robert.
    Male,
    /// She, Mrs., sister, Mary.
    Female,
    /// Nothing told.
    #[default]
    Unknown,
}

impl Gender {
    /// Whether the two can be the same person.
    pub fn agrees(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
    }

    pub(super) fn parse(text: &str) -> Self {
        match text {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Unknown,
        }
    }
}
