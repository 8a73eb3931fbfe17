//! The object that `compare` prints.

use serde::Serialize;

use super::article::{CommentaryObject, QuotationObject};
use super::framing::{FactObject, FramingObject, RemarkObject, VoiceObject};
use super::pairs::PairObject;
use super::{DiffObject, Points};
use crate::Comparison;
use crate::model::{Copy, Orders, Place, QuotationId, Statement};

/// Changes when a field changes its name or meaning; further fields do not change it.
const SCHEMA: &str = "rashomon.comparison/1";

#[derive(Serialize)]
pub(super) struct ComparisonObject<'a> {
    schema: &'static str,
    summary: Vec<FindingObject<'a>>,
    articles: Vec<ArticleHead<'a>>,
    quotations: Vec<QuotationObject<'a>>,
    statements: Vec<StatementObject<'a>>,
    copies: Vec<CopyObject<'a>>,
    facts: Vec<FactObject<'a>>,
    facts_compared: usize,
    framing: Vec<FramingObject<'a>>,
    commentary: Vec<CommentaryEntry<'a>>,
    voices: Vec<VoiceObject<'a>>,
    left_out: &'a [String],
    notes: &'a [String],
}

#[derive(Serialize)]
struct FindingObject<'a> {
    kind: &'static str,
    text: &'a str,
    statements: Vec<String>,
    articles: Vec<&'a str>,
}

#[derive(Serialize)]
struct ArticleHead<'a> {
    id: &'a str,
    /// What reports call it in few columns, and sentences where names are long.
    letter: String,
    outlet: &'a str,
    title: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<&'a str>,
    language: Option<&'a str>,
    /// False where there are no word lists for the language: quoted strings without speakers.
    speakers_read: bool,
    words: usize,
    /// How many of its sentences other articles tell too.
    sentences: SentencesObject,
}

#[derive(Serialize)]
struct SentencesObject {
    shared: usize,
    rewritten: usize,
    only_here: usize,
}

#[derive(Serialize)]
struct StatementObject<'a> {
    id: String,
    speaker: Option<&'a str>,
    reference: PlaceObject<'a>,
    variants: Vec<String>,
    carried_by: Vec<&'a str>,
    /// Articles that carry it, a copy and what it copies counted once.
    voices: usize,
    omitted_by: Vec<&'a str>,
    pairs: Vec<PairObject<'a>>,
}

/// A marked or an unmarked remark of an outlet.
#[derive(Serialize)]
#[serde(untagged)]
enum CommentaryEntry<'a> {
    Marked(CommentaryObject<'a>),
    Unmarked(RemarkObject<'a>),
}

impl CommentaryEntry<'_> {
    fn start(&self) -> usize {
        match self {
            Self::Marked(object) => object.start,
            Self::Unmarked(object) => object.start(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct PlaceObject<'a> {
    pub(super) article: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'a> PlaceObject<'a> {
    pub(super) fn new(place: Place, comparison: &'a Comparison, points: &[Points<'a>]) -> Self {
        let [start, end] = points[place.article].span(place.span);
        Self {
            article: &comparison.articles[place.article].id,
            start,
            end,
        }
    }
}

#[derive(Serialize)]
struct CopyObject<'a> {
    article: &'a str,
    of: &'a str,
    share: f64,
    own_words: usize,
    /// `a` counts in the article that is copied, `b` in the copy.
    changes: Vec<DiffObject>,
}

impl<'a> ComparisonObject<'a> {
    pub(super) fn new(comparison: &'a Comparison) -> Self {
        Self::with(comparison, true)
    }

    /// Without saying why each two renderings were aligned, which is a third of it all.
    pub(super) fn without_grounds(comparison: &'a Comparison) -> Self {
        Self::with(comparison, false)
    }

    fn with(comparison: &'a Comparison, explains: bool) -> Self {
        Writer {
            explains,
            orders: comparison.orders(),
            comparison,
            points: comparison
                .articles
                .iter()
                .map(|article| Points::new(&article.text))
                .collect(),
        }
        .object()
    }
}

struct Writer<'a> {
    comparison: &'a Comparison,
    points: Vec<Points<'a>>,
    orders: Orders,
    explains: bool,
}

impl<'a> Writer<'a> {
    fn object(&self) -> ComparisonObject<'a> {
        ComparisonObject {
            schema: SCHEMA,
            summary: self.summary(),
            articles: self.articles(),
            quotations: self.quotations(),
            statements: self.statements(),
            copies: self.copies(),
            facts: self.facts(),
            facts_compared: self.comparison.facts_compared,
            framing: self.framing(),
            commentary: self.commentary(),
            voices: self.voices(),
            left_out: &self.comparison.left_out,
            notes: &self.comparison.notes,
        }
    }

    fn summary(&self) -> Vec<FindingObject<'a>> {
        let findings = self.comparison.summary.iter();
        findings
            .map(|finding| FindingObject {
                kind: finding.kind.name(),
                text: &finding.text,
                statements: finding
                    .statements
                    .iter()
                    .map(|at| Comparison::label(*at))
                    .collect(),
                articles: self.ids(&finding.articles),
            })
            .collect()
    }

    fn articles(&self) -> Vec<ArticleHead<'a>> {
        let articles = self.comparison.articles.iter().enumerate();
        let found = articles
            .zip(&self.comparison.extractions)
            .zip(&self.comparison.told);
        found
            .map(|(((at, article), extraction), told)| ArticleHead {
                id: &article.id,
                letter: self.comparison.letter(at),
                outlet: &article.outlet,
                title: article.title.as_deref(),
                url: article.url.as_deref(),
                published: article.published.as_ref().map(|time| time.text.as_str()),
                language: article.language.as_deref(),
                speakers_read: !extraction.lacks_language,
                words: article.words(),
                sentences: SentencesObject {
                    shared: told.shared,
                    rewritten: told.rewritten,
                    only_here: told.only_here,
                },
            })
            .collect()
    }

    fn quotations(&self) -> Vec<QuotationObject<'a>> {
        let mut all = Vec::new();
        for (article, extraction) in self.comparison.extractions.iter().enumerate() {
            for (index, quotation) in extraction.quotations.iter().enumerate() {
                let mut object = QuotationObject::new(quotation, &self.points[article]);
                object.id = Some(self.quotation_id(QuotationId { article, index }));
                object.article = Some(self.id(article));
                all.push(object);
            }
        }
        all
    }

    fn statements(&self) -> Vec<StatementObject<'a>> {
        let statements = self.comparison.statements.iter().enumerate();
        statements
            .map(|(at, statement)| self.statement(at, statement))
            .collect()
    }

    fn statement(&self, at: usize, statement: &'a Statement) -> StatementObject<'a> {
        StatementObject {
            id: Comparison::label(at),
            speaker: statement.speaker.as_deref(),
            reference: PlaceObject::new(statement.reference, self.comparison, &self.points),
            variants: statement
                .variants
                .iter()
                .map(|id| self.quotation_id(*id))
                .collect(),
            carried_by: self.ids(&statement.carried_by),
            voices: self.comparison.own_voices(&statement.carried_by),
            omitted_by: self.ids(&statement.omitted_by),
            pairs: statement
                .pairs
                .iter()
                .map(|pair| {
                    let order = self.explains.then(|| self.orders.of(at, pair));
                    PairObject::new(pair, order, self.comparison, &self.points)
                })
                .collect(),
        }
    }

    fn copies(&self) -> Vec<CopyObject<'a>> {
        let copies = self.comparison.copies.iter();
        copies
            .map(|copy| CopyObject {
                article: self.id(copy.article),
                of: self.id(copy.of),
                share: rounded(copy.share),
                own_words: copy.own_words,
                changes: self.changes(copy),
            })
            .collect()
    }

    fn changes(&self, copy: &Copy) -> Vec<DiffObject> {
        let (of, own) = (&self.points[copy.of], &self.points[copy.article]);
        let changes = copy.changes.iter();
        changes
            .map(|part| DiffObject::new(*part, of, own))
            .collect()
    }

    fn voices(&self) -> Vec<VoiceObject<'a>> {
        let voices = self.comparison.voices.iter();
        voices
            .map(|voice| VoiceObject::new(voice, self.comparison, &self.points))
            .collect()
    }

    fn facts(&self) -> Vec<FactObject<'a>> {
        let facts = self.comparison.facts.iter();
        facts
            .map(|fact| FactObject::new(fact, self.comparison, &self.points))
            .collect()
    }

    fn framing(&self) -> Vec<FramingObject<'a>> {
        let framing = self.comparison.framing.iter();
        framing
            .map(|framing| FramingObject::new(framing, self.comparison, &self.points))
            .collect()
    }

    fn commentary(&self) -> Vec<CommentaryEntry<'a>> {
        let mut all = Vec::new();
        for (article, extraction) in self.comparison.extractions.iter().enumerate() {
            let first = all.len();
            for commentary in &extraction.commentary {
                let mut object = CommentaryObject::new(commentary, &self.points[article]);
                object.article = Some(self.id(article));
                all.push(CommentaryEntry::Marked(object));
            }
            let remarks = self.comparison.remarks.iter();
            for remark in remarks.filter(|remark| remark.place.article == article) {
                let object = RemarkObject::new(remark, self.comparison, &self.points);
                all.push(CommentaryEntry::Unmarked(object));
            }
            all[first..].sort_by_key(CommentaryEntry::start);
        }
        all
    }

    fn id(&self, article: usize) -> &'a str {
        &self.comparison.articles[article].id
    }

    fn ids(&self, articles: &[usize]) -> Vec<&'a str> {
        articles.iter().map(|article| self.id(*article)).collect()
    }

    fn quotation_id(&self, quotation: QuotationId) -> String {
        format!("{}/q{}", self.id(quotation.article), quotation.index + 1)
    }
}

/// Scores to three decimals: more would be noise, and would differ between machines.
pub(super) fn rounded(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}
