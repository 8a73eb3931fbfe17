use super::{
    Article, CodePoints, DiffPart, Extraction, Fact, Framing, Nearest, Place, Quotation, Remark,
    Statement, Told, Voice,
};
use crate::Texts;

/// The result for one event.
#[derive(Debug, Default)]
pub struct Comparison {
    /// By time of publication, those without a time last, then by id.
    pub articles: Vec<Article>,
    /// What was found in each article, in the order of `articles`.
    pub extractions: Vec<Extraction>,
    /// In the order in which the article with most of them tells them.
    pub statements: Vec<Statement>,
    /// Facts for which the outlets give different values, gravest first.
    pub facts: Vec<Fact>,
    /// How many facts were compared, those without a difference included.
    pub facts_compared: usize,
    /// How the outlets tell the same thing differently, by kind, weightiest first.
    pub framing: Vec<Framing>,
    /// Sentences in which an outlet seems to speak for itself unmarked, in order of article and text.
    pub remarks: Vec<Remark>,
    /// How much of each article the others tell too, in the order of `articles`.
    pub told: Vec<Told>,
    /// Who is heard, those in most articles first.
    pub voices: Vec<Voice>,
    /// Articles that are for the greater part a copy of an earlier one.
    pub copies: Vec<Copy>,
    /// What comes nearest to the statements that one outlet alone carries, by statement.
    pub nearest: Vec<Nearest>,
    /// What a reader should see first, gravest first.
    pub summary: Vec<Finding>,
    /// What was left out while reading, one message each.
    pub left_out: Vec<String>,
    /// What was read and might be read wrongly, one message each.
    pub notes: Vec<String>,
    /// The language of its sentences.
    pub texts: Texts,
}

impl Comparison {
    /// The quotation with this id.
    pub fn quotation(&self, id: QuotationId) -> &Quotation {
        &self.extractions[id.article].quotations[id.index]
    }

    /// The characters at `place`.
    pub fn slice(&self, place: Place) -> &str {
        place.span.slice(&self.articles[place.article].text)
    }

    /// Share of the words of `place`'s article that stand before it, 0 to 1.
    pub fn position(&self, place: Place) -> f64 {
        self.articles[place.article].position(place.span.start)
    }

    /// The number of the paragraph in which `place` begins, counted from 1.
    pub fn paragraph_number(&self, place: Place) -> usize {
        self.articles[place.article].paragraph_number(place.span.start)
    }

    /// Converters to code points, one per article.
    pub fn code_points(&self) -> Vec<CodePoints> {
        self.articles
            .iter()
            .map(|article| CodePoints::new(&article.text))
            .collect()
    }
}

/// A quotation of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotationId {
    /// Index of its article.
    pub article: usize,
    /// Index in that article's extraction.
    pub index: usize,
}

/// An article whose text is for the greater part another article's.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// Index of the article that copies.
    pub article: usize,
    /// Index of the article that it copies.
    pub of: usize,
    /// Share of its words, commentary left aside, that stand in copied paragraphs, 0 to 1.
    pub share: f64,
    /// Words of its own inside.
    pub own_words: usize,
    /// What it changes in the text, from the article that it copies to its own; passages of its own left out.
    pub changes: Vec<DiffPart>,
}

/// One line of what a reader should see first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub kind: FindingKind,
    /// The finding in plain words; quoted words in it are slices of the input.
    pub text: String,
    /// Indices of the statements that it rests on.
    pub statements: Vec<usize>,
    /// Indices of the articles that it names.
    pub articles: Vec<usize>,
    /// The places that show it, where these are no renderings of statements.
    pub places: Vec<Place>,
    /// How many findings it tells of: 1, or more where it only counts the rest of its kind.
    pub count: usize,
}

/// What a [`Finding`] is about, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A negation, number or name differs inside quotation marks.
    Contradicted,
    /// Outlets give values for a fact that cannot both hold.
    Fact,
    /// One statement is credited to different speakers.
    Speaker,
    /// Two places of a statement are joined as if they were one.
    Spliced,
    /// A quotation stops right before a reservation.
    QualificationCut,
    /// Other words stand inside quotation marks.
    Reworded,
    /// A later article gives more of what can grow.
    Update,
    /// A statement that most carry is missing in some.
    Omission,
    /// Something else that others tell is not found in an outlet.
    Missing,
    /// The headlines differ.
    Headline,
    /// The same person, group or thing is named differently.
    Label,
    /// The same speaker's words are introduced differently.
    Cue,
    /// An outlet speaks in its own voice.
    Commentary,
    /// An outlet seems to speak for itself without saying so.
    Remark,
    /// One value of a fact is vaguer than another and holds it.
    Rounding,
    /// There is nothing to compare with, or nothing was found.
    Note,
}

impl FindingKind {
    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contradicted => "conflict",
            Self::Fact => "facts",
            Self::Speaker => "speaker",
            Self::Spliced => "spliced",
            Self::QualificationCut => "cut short",
            Self::Reworded => "reworded",
            Self::Update => "update",
            Self::Omission => "left out",
            Self::Missing => "not found",
            Self::Headline => "headlines",
            Self::Label => "names",
            Self::Cue => "verbs",
            Self::Commentary => "comment",
            Self::Remark => "own voice",
            Self::Rounding => "rounding",
            Self::Note => "note",
        }
    }
}
