use super::{Article, DiffPart, Place, Span};
use crate::Texts;

/// What looking up a draft's quotations in sources gave.
#[derive(Debug)]
pub struct Check {
    /// The drafts and behind them the sources; every [`Place`] counts in this list.
    pub articles: Vec<Article>,
    /// Where each of `articles` was read.
    pub origins: Vec<Origin>,
    /// How many of `articles` are drafts.
    pub drafts: usize,
    /// One per quoted string of the drafts, in order of draft and text.
    pub results: Vec<Checked>,
    /// How much was searched.
    pub searched: Searched,
    /// What was left out while reading, one message each.
    pub left_out: Vec<String>,
    /// The language of its sentences.
    pub texts: Texts,
}

/// Where an article was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file as the user named it.
    pub path: String,
    /// Whether the article's text is the file's, so that its lines are lines of the file.
    pub is_whole_file: bool,
}

/// How much was searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    /// Sources.
    pub articles: usize,
    /// Their words.
    pub words: usize,
}

/// One quoted string of a draft and what the sources hold of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The quoted string without its marks.
    pub place: Place,
    /// What was found, gravest first; never empty.
    pub statuses: Vec<CheckStatus>,
    /// Whom the draft credits.
    pub speaker: Option<String>,
    /// Where the sources print it, in the order of the draft's words: one place, several when it is
    /// spliced or elided, none when it is missing.
    pub found: Vec<Found>,
    /// Other places that print it as well.
    pub elsewhere: Vec<Found>,
    /// The passage most like it, when it is missing.
    pub nearest: Option<Found>,
    /// Word for word from the source (`a`) to the draft (`b`).
    pub diff: Vec<DiffPart>,
    /// For each step of `diff` the place of `found` whose article its `a` lies in.
    pub diff_in: Vec<usize>,
    /// What the source goes on with, when the draft stops before a reservation.
    pub cut: Option<Place>,
    /// Whether everything that is missing is marked as left out.
    pub is_marked: bool,
    /// What the policy makes of it.
    pub severity: Severity,
    /// Whether a baseline holds it already.
    pub is_known: bool,
}

impl Checked {
    /// The gravest of what was found.
    pub fn status(&self) -> CheckStatus {
        self.statuses
            .first()
            .copied()
            .unwrap_or(CheckStatus::Missing)
    }

    /// Whether it stands in the way: forbidden, and not known from a baseline.
    pub fn is_forbidden(&self) -> bool {
        self.severity == Severity::Deny && !self.is_known
    }
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where the words stand.
    pub place: Place,
    /// Who says them there, if it can be told.
    pub speaker: Option<String>,
    /// The time code before them, in a transcript or captions that have such.
    pub time: Option<Span>,
}

/// What the sources hold of a quoted string; gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckStatus {
    /// No source holds it, nor anything like it.
    Missing,
    /// A negation, a number or a name is changed, dropped or added.
    Contradicted,
    /// The source credits somebody else.
    Speaker,
    /// Two places of the source are joined as if they were one.
    Spliced,
    /// The source goes on with a reservation where the draft stops.
    Truncated,
    /// The source tells it, but not as anybody's words.
    Paraphrased,
    /// Other words stand in the place of some.
    Reworded,
    /// Words are missing inside.
    Elided,
    /// An editor's words stand in brackets.
    Interpolated,
    /// The same words.
    Verbatim,
}

impl CheckStatus {
    /// All statuses, gravest first.
    pub const ALL: [Self; 10] = [
        Self::Missing,
        Self::Contradicted,
        Self::Speaker,
        Self::Spliced,
        Self::Truncated,
        Self::Paraphrased,
        Self::Reworded,
        Self::Elided,
        Self::Interpolated,
        Self::Verbatim,
    ];

    /// The word for it in reports and policies.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Contradicted => "contradicted",
            Self::Speaker => "speaker",
            Self::Spliced => "spliced",
            Self::Truncated => "truncated",
            Self::Paraphrased => "paraphrased",
            Self::Reworded => "reworded",
            Self::Elided => "elided",
            Self::Interpolated => "interpolated",
            Self::Verbatim => "verbatim",
        }
    }

    /// The word for it on the screen.
    pub fn short(self, texts: Texts) -> &'static str {
        match self {
            Self::Missing => texts.check_missing(),
            Self::Contradicted => texts.check_contradicted(),
            Self::Speaker => texts.check_speaker(),
            Self::Spliced => texts.check_spliced(),
            Self::Truncated => texts.check_truncated(),
            Self::Paraphrased => texts.check_paraphrased(),
            Self::Reworded => texts.check_reworded(),
            Self::Elided => texts.check_elided(),
            Self::Interpolated => texts.check_interpolated(),
            Self::Verbatim => texts.check_verbatim(),
        }
    }

    /// The status with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// What it means, in a sentence without its full stop.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Missing => texts.check_is_missing(),
            Self::Contradicted => texts.check_is_contradicted(),
            Self::Speaker => texts.check_is_speaker(),
            Self::Spliced => texts.check_is_spliced(),
            Self::Truncated => texts.check_is_truncated(),
            Self::Paraphrased => texts.check_is_paraphrased(),
            Self::Reworded => texts.check_is_reworded(),
            Self::Elided => texts.check_is_elided(),
            Self::Interpolated => texts.check_is_interpolated(),
            Self::Verbatim => texts.check_is_verbatim(),
        }
    }
}

/// What a policy makes of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing.
    Allow,
    /// It is shown and stands in nobody's way.
    Warn,
    /// It is forbidden.
    Deny,
}

impl Severity {
    /// The word for it in reports and policies.
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

impl Check {
    /// The characters at `place`.
    pub fn slice(&self, place: Place) -> &str {
        place.span.slice(&self.articles[place.article].text)
    }
}
