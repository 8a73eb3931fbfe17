use std::fmt;
use std::path::PathBuf;

/// Why an input, or a part of it, was left out. The message names the input, what is wrong and the way
/// out.
#[derive(Debug)]
pub struct ReadError {
    /// The file or folder as the user named it; [`STDIN_NAME`] for standard input.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: ReadProblem,
}

/// What standard input is called in messages.
pub const STDIN_NAME: &str = "standard input";

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path.display(), self.problem)
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.problem.source()
    }
}

/// What is wrong with an input.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadProblem {
    /// Nothing has this name.
    #[error("there is no such file or folder; check the name")]
    Missing,
    /// The operating system refused.
    #[error("cannot be read: {0}")]
    Unreadable(#[source] std::io::Error),
    /// A pipe, socket or device, which might never end.
    #[error("is {0}, not a file; to read from it, send it to standard input and name it \"-\"")]
    NotAFile(&'static str),
    /// More bytes than the limit allows.
    #[error("is larger than the limit of {} MB for one file; split it or cut it down", limit / 1_000_000)]
    TooLarge {
        /// In bytes.
        limit: u64,
    },
    /// No byte, or nothing but white space.
    #[error("is empty; an article was expected")]
    Empty,
    /// Front matter or a headline with nothing below.
    #[error("has fields or a headline but no text below them")]
    NoBody,
    /// A folder whose files are all skipped, or that has none.
    #[error("holds no article{}", folder_hint(.subfolders))]
    NoArticles {
        /// The folders in it, by name.
        subfolders: Vec<String>,
    },
    /// Something else than text.
    #[error("is not text but {0}; save the article as text, JSON or HTML")]
    Binary(&'static str),
    /// Something packed, which might hold articles.
    #[error("is {0}; unpack it first")]
    Packed(&'static str),
    /// Text in a format that is not read.
    #[error("is {0}, which is not read; save the article as text, JSON or HTML")]
    Unsupported(&'static str),
    /// Bytes that are no characters; the rest of the article was read.
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
    /// The beginning promised JSON.
    #[error("begins like JSON but breaks in line {line}, column {column}: {cause}")]
    BrokenJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What the parser expected.
        cause: String,
    },
    /// A page in which no article was found.
    #[error(
        "is an HTML page without an article's text (a list, a paywall or a page that is filled by a script?); save it again when the article shows, or paste its text into a .txt file"
    )]
    NoArticleInPage,
    /// A page that would exhaust the parser.
    #[error("is an HTML page with more than {limit} {what}; save the article as text")]
    TooComplex {
        /// What there is too much of.
        what: &'static str,
        /// How many would have been read.
        limit: usize,
    },
    /// JSON that lacks what makes an article.
    #[error("{}{missing}", place.map_or(String::new(), |place| format!("{place}: ")))]
    NotAnArticle {
        /// Where in the file, when it holds several.
        place: Option<JsonPlace>,
        /// What was expected.
        missing: NoText,
    },
}

/// Which of the articles of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonPlace {
    /// A line of JSON Lines, from 1.
    Line(usize),
    /// A member of a list, from 1.
    Member(usize),
}

impl fmt::Display for JsonPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(out, "line {line}"),
            Self::Member(member) => write!(out, "article {member} of the list"),
        }
    }
}

/// How the text of an article in JSON is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoText {
    /// No field for it; these fields stand there.
    Field(Vec<String>),
    /// This field should hold text and holds something else.
    Kind(String),
    /// This field is empty.
    Blank(String),
    /// Not an object with fields at all.
    Object,
    /// This line is not JSON.
    Broken(String),
}

impl fmt::Display for NoText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(fields) => write!(
                out,
                "is JSON but no article: the field \"text\" is missing (also read: \"articleBody\", \"body_text\"); it has {}",
                if fields.is_empty() {
                    "no fields".to_owned()
                } else {
                    fields.join(", ")
                }
            ),
            Self::Kind(field) => write!(
                out,
                "is JSON but no article: the field \"{field}\" should hold the text of the article and holds something else"
            ),
            Self::Blank(field) => {
                write!(out, "has no text: the field \"{field}\" is empty")
            }
            Self::Object => write!(
                out,
                "is JSON but no article: an object with the fields \"outlet\", \"title\" and \"text\" was expected"
            ),
            Self::Broken(cause) => write!(out, "is not JSON: {cause}"),
        }
    }
}

fn folder_hint(subfolders: &[String]) -> String {
    match subfolders {
        [] => "; put one file for each outlet into it".to_owned(),
        [one] => format!(", only the folder \"{one}\"; name that folder instead"),
        [first, ..] => format!(
            ", only {} folders; name one of them, such as \"{first}\"",
            subfolders.len()
        ),
    }
}
