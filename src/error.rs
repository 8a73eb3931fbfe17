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
    #[error(
        "is larger than the limit of {} MB for one file, or one line of a dump; split it, or raise the limit with --max-file-size",
        limit / 1_000_000
    )]
    TooLarge {
        /// In bytes.
        limit: u64,
    },
    /// A packed file that unpacks to more than the limit allows.
    #[error(
        "unpacks to more than {} MB; if that is meant, raise the limit with --max-unpacked-size",
        limit / 1_000_000
    )]
    Bomb {
        /// In bytes.
        limit: u64,
    },
    /// A packed file that is damaged.
    #[error("is packed and cannot be unpacked: {0}; get it again")]
    BrokenArchive(String),
    /// More articles than the limit allows.
    #[error(
        "holds an article beyond the limit of {limit}; it and those behind it are not read (--max-articles)"
    )]
    TooMany {
        /// How many are read.
        limit: usize,
    },
    /// Reading took longer than the limit allows.
    #[error(
        "takes longer than {seconds} s to read; raise the limit with --max-time, or save its text"
    )]
    TooSlow {
        /// The limit.
        seconds: u64,
    },
    /// The parser broke off.
    #[error("made the reader fail; save its text in a .txt file")]
    ReaderFailed,
    /// Somebody wrote into the file.
    #[error("changed while it was read, so what was read may be cut or mixed; read it again")]
    Changed,
    /// A part of a file.
    #[error("{part}: {problem}")]
    InPart {
        /// Which part.
        part: Part,
        /// What is wrong with it.
        problem: Box<ReadProblem>,
    },
    /// Markup that is none.
    #[error("begins like XML but breaks: {0}")]
    BrokenXml(String),
    /// A list without articles.
    #[error("is {0} without an article's text")]
    NoText(&'static str),
    /// A table whose columns are not those of articles.
    #[error(
        "is a table without a column for the text of articles; it has {}; name one \"text\"{}",
        .0.join(", "),
        if .0.iter().any(|name| name == "url" || name == "link") {
            ", or read the pages at its addresses"
        } else {
            ""
        }
    )]
    NoTextColumn(Vec<String>),
    /// A page that asks for something before it shows an article.
    #[error(
        "is a page that asks for consent to cookies and holds no article; save it again after answering"
    )]
    Consent,
    /// A page that asks whether a person reads it.
    #[error(
        "is a page that asks whether a person reads it, or for another browser, and holds no article; save it again after answering"
    )]
    Robot,
    /// A page that stands where an article was.
    #[error("is a page that says there is no such article; check its address")]
    NoSuchPage,
    /// A page for subscribers.
    #[error(
        "is a page for subscribers that holds no article's text; save it again when the article shows"
    )]
    Paywall,
    /// A web address that was not fetched.
    #[error("{0}")]
    NotFetched(String),
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
    /// A PDF that gives no text.
    #[error(transparent)]
    Pdf(#[from] PdfProblem),
    /// Something packed, which might hold articles.
    #[error("is {0}; unpack it first")]
    Packed(&'static str),
    /// Text in a format that is not read.
    #[error("is {0}, which is not read; save the article as text, JSON or HTML")]
    Unsupported(&'static str),
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

impl ReadProblem {
    /// What many of its like are called in a summary.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::InPart { problem, .. } => problem.kind(),
            Self::Missing => "missing",
            Self::Unreadable(_) | Self::ReaderFailed => "unreadable",
            Self::NotAFile(_) => "not files",
            Self::TooLarge { .. } | Self::Bomb { .. } => "too large",
            Self::TooMany { .. } => "beyond the number of articles",
            Self::TooSlow { .. } | Self::TooComplex { .. } => "too complex",
            Self::Changed => "changed while they were read",
            Self::Empty | Self::NoBody | Self::NoText(_) | Self::NoTextColumn(_) => {
                "without a text"
            }
            Self::NoArticles { .. } => "folders without articles",
            Self::Pdf(problem) => problem.kind(),
            Self::Binary(_) | Self::Packed(_) | Self::Unsupported(_) => {
                "in a format that is not read"
            }
            Self::BrokenJson { .. } | Self::BrokenXml(_) | Self::BrokenArchive(_) => "broken",
            Self::NoArticleInPage => "pages without an article",
            Self::Consent => "pages that ask for consent",
            Self::Paywall => "pages for subscribers",
            Self::NoSuchPage => "pages of articles that are gone",
            Self::Robot => "pages that ask whether a person reads them",
            Self::NotAnArticle { .. } => "no articles",
            Self::NotFetched(_) => "not fetched",
        }
    }

    /// The same, in a part of the file.
    pub(crate) fn in_part(self, part: Part) -> Self {
        Self::InPart {
            part,
            problem: Box::new(self),
        }
    }
}

/// What keeps the text of a PDF from being read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PdfProblem {
    /// The program was built without the feature `pdf`.
    #[error(
        "is a PDF, which this build does not read; build with \"--features pdf\", or save its text with \"pdftotext\" and name the .txt file"
    )]
    NotBuilt,
    /// It asks for a password.
    #[error(
        "is a PDF that opens with a password only; save a copy without one, or its text in a .txt file"
    )]
    Locked,
    /// Its pages are pictures.
    #[error(
        "is a PDF without text (a scan?); have its text recognised first, with \"ocrmypdf\" for example"
    )]
    Pictures,
    /// More pages than an article can have.
    #[error("is a PDF of {pages} pages, more than {limit}; save the pages of the article alone")]
    TooManyPages {
        /// How many it has.
        pages: usize,
        /// How many are read.
        limit: usize,
    },
    /// What it holds cannot be made out.
    #[error("cannot be read as a PDF: {0}; get it again")]
    Damaged(String),
}

impl PdfProblem {
    fn kind(&self) -> &'static str {
        match self {
            Self::NotBuilt => "in a format that is not read",
            Self::Locked => "locked with a password",
            Self::Pictures => "without a text",
            Self::TooManyPages { .. } => "too large",
            Self::Damaged(_) => "broken",
        }
    }
}

/// A part of a file that holds several articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A record of a web archive, from 1, and its address.
    Record(usize, String),
    /// A line of a dump, from 1.
    Line(usize),
    /// A row of a table, from 1 for the first under the heads of the columns.
    Row(usize),
    /// An entry of a feed or a list, from 1.
    Entry(usize),
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(number, url) => write!(out, "record {number} ({url})"),
            Self::Line(line) => write!(out, "line {line}"),
            Self::Row(row) => write!(out, "row {row}"),
            Self::Entry(entry) => write!(out, "entry {entry}"),
        }
    }
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

impl NoText {
    /// Whether there is no field for a text at all.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Field(_))
    }
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
