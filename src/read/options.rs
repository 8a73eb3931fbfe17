//! What reading may take, and what it is told about its inputs.

use std::time::Duration;

/// What reading may take. Every limit has a message that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The largest file that is read whole, unpacked, and the longest line or record of a dump, in bytes.
    pub max_file_bytes: u64,
    /// What one packed file may unpack to, in bytes.
    pub max_unpacked_bytes: u64,
    /// Elements of a page inside one another.
    pub max_depth: usize,
    /// Articles of all inputs together; nothing for any number.
    pub max_articles: Option<usize>,
    /// Time for one page.
    pub max_time: Duration,
    /// What the inputs are, whatever they look like.
    pub format: Option<InputFormat>,
    /// What becomes of the time codes of captions.
    pub captions: Captions,
    /// Whether and how web addresses are fetched.
    pub fetching: Fetching,
}

impl Default for Options {
    /// 64 MB a file: a thousand times the longest article, and a dump of some ten thousand.
    fn default() -> Self {
        Self {
            max_file_bytes: 64_000_000,
            max_unpacked_bytes: 16_000_000_000,
            max_depth: 500,
            max_articles: None,
            max_time: Duration::from_secs(30),
            format: None,
            captions: Captions::Joined,
            fetching: Fetching::default(),
        }
    }
}

/// What becomes of the time codes of captions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Captions {
    /// The words alone, a paragraph for each turn of a speaker.
    Joined,
    /// The file as it stands, so that a place in it has its time.
    AsPrinted,
}

/// How web addresses are fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetching {
    /// Nothing is fetched; what was fetched before may be read.
    pub is_offline: bool,
    /// Pages that were fetched before are fetched again.
    pub is_refreshing: bool,
    /// Addresses of private networks, such as that of this machine, may be asked.
    pub allows_private: bool,
    /// How long a page may take, with all its redirects.
    pub max_time: Duration,
    /// Redirects that are followed.
    pub max_redirects: usize,
    /// Between two requests to one host.
    pub pause: Duration,
    /// Where pages are kept; nothing for not at all.
    pub cache: Option<std::path::PathBuf>,
    /// Who asks, for the owners of a site: an address or a page.
    pub contact: Option<String>,
}

impl Default for Fetching {
    fn default() -> Self {
        Self {
            is_offline: false,
            is_refreshing: false,
            allows_private: false,
            max_time: Duration::from_secs(20),
            max_redirects: 5,
            pause: Duration::from_secs(1),
            cache: None,
            contact: None,
        }
    }
}

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// Plain text or Markdown.
    Text,
    /// One article, a list of them or one per line.
    Json,
    /// A page or a piece of one.
    Html,
    /// A table with named columns.
    Csv,
    /// RSS, Atom or RDF.
    Feed,
    /// `NewsML-G2`, or NITF.
    Newsml,
    /// SRT or `WebVTT`.
    Captions,
    /// A message as mail programs save it.
    Mail,
    /// A web archive.
    Warc,
    /// A document of a word processor.
    Docx,
    /// A page as it is printed; read with the feature `pdf`.
    Pdf,
}

impl InputFormat {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Text,
        Self::Json,
        Self::Html,
        Self::Csv,
        Self::Feed,
        Self::Newsml,
        Self::Captions,
        Self::Mail,
        Self::Warc,
        Self::Docx,
        Self::Pdf,
    ];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Feed => "feed",
            Self::Newsml => "newsml",
            Self::Captions => "captions",
            Self::Mail => "mail",
            Self::Warc => "warc",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// The format that is called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}
