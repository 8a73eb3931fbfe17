//! The articles in full, with what was found marked at its place.
//!
//! Marks may overlap (a speaker inside a quotation, a quotation inside a comment): the text is cut into runs
//! at every edge of a mark, and a run has the classes of all marks that cover it.

use std::collections::HashSet;

use super::outlets::{Outlet, outlet};
use super::{Subject, beside, shown};
use crate::extract::paragraphs;
use crate::model::{Place, count_words};
use crate::{Comparison, Span};

pub(super) struct Story {
    pub(super) outlet: Outlet,
    /// The attribute of what the page says inside, where the article speaks another language.
    pub(super) speaks_otherwise: String,
    /// Nothing where there is no mark to draw.
    pub(super) map: Option<Map>,
    pub(super) blocks: Vec<Block>,
}

/// Where the marks of an article stand, drawn as a strip a thousand units long.
pub(super) struct Map {
    /// Code points of the article.
    pub(super) length: usize,
    /// What to draw for the outlet's own comment, and for quoted words.
    pub(super) own: String,
    pub(super) said: String,
}

/// Consecutive paragraphs that are all marked or all bare, and all copied or not; bare ones are folded.
pub(super) struct Block {
    pub(super) is_folded: bool,
    /// Whose paragraphs they are, if they are copied.
    pub(super) as_in: String,
    pub(super) words: usize,
    pub(super) paragraphs: Vec<Paragraph>,
}

pub(super) struct Paragraph {
    pub(super) number: usize,
    pub(super) is_comment: bool,
    /// Address and label of each statement in it, for the margin.
    pub(super) statements: Vec<(String, String)>,
    pub(super) runs: Vec<Run>,
}

impl Paragraph {
    /// Whether its margin holds no more than its number, which is then drawn by the style: of a long article
    /// these are the most.
    pub(super) fn is_bare(&self) -> bool {
        self.statements.is_empty() && !self.is_comment
    }
}

pub(super) struct Run {
    pub(super) text: String,
    /// Classes of the marks; empty for bare text.
    pub(super) classes: String,
    /// Address of the mark that begins here, and those of others that do.
    pub(super) id: String,
    pub(super) other_ids: Vec<String>,
    /// Address of the statement that it belongs to.
    pub(super) statement: String,
    pub(super) label: String,
}

/// Something found in an article.
struct Mark {
    span: Span,
    class: &'static str,
    statement: Option<usize>,
}

pub(super) fn stories(subject: &Subject<'_>) -> Vec<Story> {
    if !subject.has_stories {
        return Vec::new();
    }
    let articles = subject.articles.iter();
    articles.map(|article| story(subject, *article)).collect()
}

fn story(subject: &Subject<'_>, article: usize) -> Story {
    let about = &subject.comparison.articles[article];
    let texts = subject.comparison.texts;
    let marks = marks(subject, article);
    let original = Original::of(subject.comparison, article);
    let mut blocks: Vec<Block> = Vec::new();
    for (index, paragraph) in paragraphs(&about.text, about.body).iter().enumerate() {
        let span = paragraph.span;
        let own: Vec<&Mark> = marks
            .iter()
            .filter(|mark| mark.span.overlap(span) > 0)
            .collect();
        let is_folded = own.is_empty();
        let words = count_words(span.slice(&about.text));
        let as_in = match &original {
            Some(original) if is_folded && original.has(span.slice(&about.text)) => {
                texts.as_in(&original.letter)
            }
            _ => String::new(),
        };
        let paragraph = Paragraph {
            number: index + 1,
            is_comment: own.iter().any(|mark| mark.class == "own"),
            statements: statements(subject, &own),
            runs: runs(subject, article, span, &own),
        };
        match blocks.last_mut() {
            Some(last) if last.is_folded == is_folded && last.as_in == as_in => {
                last.words += words;
                last.paragraphs.push(paragraph);
            }
            _ => blocks.push(Block {
                is_folded,
                as_in,
                words,
                paragraphs: vec![paragraph],
            }),
        }
    }
    let outlet = outlet(subject, article);
    let is_alike = outlet.language.is_empty() || outlet.language == texts.code();
    Story {
        speaks_otherwise: match is_alike {
            true => String::new(),
            false => format!(" lang=\"{}\"", texts.code()),
        },
        map: map(subject, article, &marks),
        outlet,
        blocks,
    }
}

/// Each mark a bar across the strip, from where it begins to where it ends.
fn map(subject: &Subject<'_>, article: usize, marks: &[Mark]) -> Option<Map> {
    const LENGTH: usize = 1000;
    /// A shorter bar is not seen.
    const SHORTEST: usize = 4;
    let text = &subject.comparison.articles[article].text;
    let [_, length] = subject.points[article].span(text, Span::new(0, text.len()));
    let bars = |class: &str| -> String {
        let own = marks.iter().filter(|mark| mark.class == class);
        let bars = own.map(|mark| {
            let place = subject.points[article].span(text, mark.span);
            let [top, end] = place.map(|at| at * LENGTH / length.max(1));
            format!("M0 {top}h10v{}H0z", (end - top).max(SHORTEST))
        });
        bars.collect()
    };
    let (own, said) = (bars("own"), bars("said"));
    (!own.is_empty() || !said.is_empty()).then_some(Map { length, own, said })
}

/// The article that another one prints, paragraph by paragraph.
struct Original<'a> {
    letter: String,
    paragraphs: HashSet<Vec<&'a str>>,
}

impl<'a> Original<'a> {
    /// What `article` copies, if it copies one.
    fn of(comparison: &'a Comparison, article: usize) -> Option<Self> {
        let copy = comparison
            .copies
            .iter()
            .find(|copy| copy.article == article)?;
        let original = &comparison.articles[copy.of];
        let all = paragraphs(&original.text, original.body);
        let words = all
            .iter()
            .map(|paragraph| words(paragraph.span.slice(&original.text)));
        Some(Self {
            letter: comparison.letter(copy.of),
            paragraphs: words.collect(),
        })
    }

    fn has(&self, paragraph: &str) -> bool {
        self.paragraphs.contains(&words(paragraph))
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Everything found in `article` that is shown, by place.
fn marks(subject: &Subject<'_>, article: usize) -> Vec<Mark> {
    let comparison = subject.comparison;
    let mut marks = Vec::new();
    for at in subject.statements.iter().copied() {
        if let Some(own) = comparison.renderings(at, None).of(article) {
            marks.extend(own.passages.iter().map(|passage| Mark {
                span: passage.place.span,
                class: "said",
                statement: Some(at),
            }));
        }
    }
    let extraction = &comparison.extractions[article];
    for quotation in &extraction.quotations {
        let speaker = quotation
            .speaker
            .as_ref()
            .map(|speaker| (speaker.mention, "who"));
        let cue = quotation.cue.as_ref().map(|cue| (cue.span, "cue"));
        for (span, class) in [speaker, cue].into_iter().flatten() {
            marks.push(Mark {
                span,
                class,
                statement: None,
            });
        }
    }
    marks.extend(extraction.commentary.iter().map(|remark| Mark {
        span: remark.span,
        class: "own",
        statement: None,
    }));
    let beside = beside::places(comparison).filter(|(place, _)| place.article == article);
    marks.extend(beside.map(|(place, class)| Mark {
        span: place.span,
        class,
        statement: None,
    }));
    marks.sort_by_key(|mark| (mark.span, mark.class));
    marks.dedup_by_key(|mark| (mark.span, mark.class, mark.statement));
    marks
}

fn statements(subject: &Subject<'_>, marks: &[&Mark]) -> Vec<(String, String)> {
    let mut statements: Vec<usize> = Vec::new();
    for at in marks.iter().filter_map(|mark| mark.statement) {
        if !statements.contains(&at) {
            statements.push(at);
        }
    }
    let named = statements
        .iter()
        .map(|at| (subject.addresses[*at].clone(), Comparison::label(*at)));
    named.collect()
}

fn runs(subject: &Subject<'_>, article: usize, span: Span, marks: &[&Mark]) -> Vec<Run> {
    let mut edges: Vec<usize> = marks
        .iter()
        .flat_map(|mark| [mark.span.start, mark.span.end])
        .filter(|at| (span.start..span.end).contains(at))
        .chain([span.start, span.end])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let pieces = edges.windows(2).map(|edge| Span::new(edge[0], edge[1]));
    pieces
        .map(|piece| run(subject, article, span, piece, marks))
        .collect()
}

fn run(
    subject: &Subject<'_>,
    article: usize,
    paragraph: Span,
    piece: Span,
    marks: &[&Mark],
) -> Run {
    let covering: Vec<&&Mark> = marks
        .iter()
        .filter(|mark| mark.span.contains(piece))
        .collect();
    let mut classes: Vec<&str> = covering.iter().map(|mark| mark.class).collect();
    classes.retain(|class| *class != beside::FOUND);
    classes.sort_unstable();
    classes.dedup();
    // A mark over several paragraphs has its address where it begins.
    let begins = |mark: &&&&Mark| {
        let has_address = !matches!(mark.class, "who" | "cue");
        has_address
            && mark.span.start.max(paragraph.start) == piece.start
            && mark.span.start >= paragraph.start
    };
    let ids = covering
        .iter()
        .filter(begins)
        .map(|mark| subject.slice_address(article, mark.span));
    let mut ids: Vec<String> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let id = ids.pop().unwrap_or_default();
    let statement = covering.iter().find_map(|mark| mark.statement);
    Run {
        text: shown(subject.comparison.slice(Place {
            article,
            span: piece,
        })),
        classes: classes.join(" "),
        id,
        other_ids: ids,
        statement: statement
            .map(|at| subject.addresses[at].clone())
            .unwrap_or_default(),
        label: statement.map(Comparison::label).unwrap_or_default(),
    }
}
