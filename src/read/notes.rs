//! What a reader should know of what was read: it was read, and might not be what was printed.

use std::path::PathBuf;

use crate::error::Part;

/// Something that was decided while reading and might be wrong, or that is missing in what was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadNote {
    /// The file is not UTF-8 and does not say what it is.
    #[error(
        "{}: is not UTF-8; read as {encoding}, which fits best; if letters look wrong, save it as UTF-8",
        path.display()
    )]
    GuessedEncoding {
        /// The file.
        path: PathBuf,
        /// Name of the encoding after the WHATWG standard.
        encoding: &'static str,
    },
    /// The file was saved after its characters had been read wrongly.
    #[error(
        "{}: has {count} signs such as \u{e2}\u{20ac} or \u{c3}\u{a9}, the first in line {line}, where quotation marks or accents stood, so quotations may be missed; get it again from where it came",
        path.display()
    )]
    Garbled {
        /// The file.
        path: PathBuf,
        /// How many such signs.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
    },
    /// A page that was not fetched anew.
    #[error("{url}: as it was fetched at {retrieved}; --refresh fetches it again")]
    Kept {
        /// Its address.
        url: String,
        /// When it was fetched.
        retrieved: String,
    },
    /// A page that shows only the beginning of its article.
    #[error("{}: {}{gate}", path.display(), before(part))]
    Cut {
        /// The file.
        path: PathBuf,
        /// Which part of it, when it holds several.
        part: Option<Part>,
        /// What stands in the way.
        gate: Gate,
    },
    /// An article that was read from another file too.
    #[error(
        "{}: is the same article as {} and counts once",
        path.display(),
        kept.display()
    )]
    Same {
        /// The file that was left aside.
        path: PathBuf,
        /// The file that was kept.
        kept: PathBuf,
    },
    /// Articles of which a feed, or the export of a service, has only the first words.
    #[error(
        "{}: holds only the first words of {}, so what seems to be left out may stand in the rest; read the pages of the articles instead",
        path.display(),
        match (count, articles) {
            (1, 1) => "its article".to_owned(),
            _ if count == articles => format!("its {articles} articles"),
            _ => format!("{count} of its {articles} articles"),
        }
    )]
    Beginnings {
        /// The file.
        path: PathBuf,
        /// How many.
        count: usize,
        /// Of how many.
        articles: usize,
    },
    /// Signs or words of the file are missing in what was read.
    #[error("{}: {}{damage}", path.display(), before(part))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Which part of it, when it holds several.
        part: Option<Part>,
        /// What is missing.
        damage: Damage,
    },
}

/// A part as it opens a message.
fn before(part: &Option<Part>) -> String {
    part.as_ref()
        .map_or_else(String::new, |part| format!("{part}: "))
}

impl ReadNote {
    /// What many of its like are called in a summary.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::GuessedEncoding { .. } => "not UTF-8",
            Self::Garbled { .. } => "with garbled signs",
            Self::Kept { .. } => "fetched before",
            Self::Cut { .. } => "cut short",
            Self::Beginnings { .. } => "only beginnings",
            Self::Same { .. } => "the same article",
            Self::Damaged { .. } => "with something missing",
        }
    }

    /// Whether signs or words of the file are missing.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. })
    }
}

/// What keeps readers from an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Gate {
    /// Only subscribers see the rest.
    #[error(
        "shows only the beginning of an article for subscribers; what is missing in it may stand in the rest"
    )]
    Paywall,
}

/// What is missing in an article that was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// Bytes that are no characters.
    #[error(
        "{} could not be read, the first in line {line}; \u{fffd} stands in {} place; save the file as UTF-8 to repair it",
        if *.count == 1 { "a character".to_owned() } else { format!("{count} characters") },
        if *.count == 1 { "its" } else { "their" }
    )]
    WrongBytes {
        /// How many characters were replaced.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
    },
    /// Escapes in JSON that stand for no character: half of a pair, or NUL.
    #[error(
        "{escape} in line {line}, column {column} stands for no character{}; \u{fffd} stands in {} place; get the article again from where it came",
        if *.count == 1 { String::new() } else { format!(", and {} more like it", .count - 1) },
        if *.count == 1 { "its" } else { "their" }
    )]
    NoCharacter {
        /// How many were replaced.
        count: usize,
        /// The first, as it stands in the file.
        escape: String,
        /// Its line, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
    },
    /// Some of the text of a PDF could not be read.
    #[error(
        "is a PDF with something that could not be read on {pages} {}, so words may be missing; get it again",
        if *.pages == 1 { "page" } else { "pages" }
    )]
    Gaps {
        /// On how many pages.
        pages: usize,
    },
}
