//! The quoted strings of all articles, ready to be compared.

use super::fold::Bracket;
use super::matching::Unit;
use super::names::Name;
use super::vocabulary::{FoldedArticle, Rank, Vocabulary};
use crate::model::{Place, QuotationId};
use crate::{Article, Extraction, Quotation, Span};

/// One quoted string with what is needed to compare it.
#[derive(Debug)]
pub(crate) struct Segment {
    /// The quotation that it belongs to.
    pub quotation: QuotationId,
    /// Where it stands.
    pub place: Place,
    /// Its words in the folded article, as a range.
    pub words: (usize, usize),
    /// Its words outside square brackets.
    pub units: Vec<Unit>,
    /// The distinct stems of its units with their weights, by stem.
    pub bag: Bag,
    /// Sum of the weights of its units.
    pub weight: f32,
    /// How many of its units say something.
    pub telling: usize,
    /// Who is credited.
    pub speaker: Option<Name>,
    /// Whether the article names the speaker in the segment's own paragraph, instead of pointing to him with
    /// a pronoun or having named him before.
    pub is_named: bool,
}

/// Distinct stems with their weights, ascending by stem.
pub(crate) type Bag = Vec<(u32, f32)>;

/// The segments of all articles, in order of article and text; a string that two quotations share counts
/// for the first.
pub(crate) fn segments(
    articles: &[Article],
    extractions: &[Extraction],
    folded: &[FoldedArticle],
    vocabulary: &Vocabulary,
) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for (article, extraction) in extractions.iter().enumerate() {
        let first = segments.len();
        for (index, quotation) in extraction.quotations.iter().enumerate() {
            let speaker = quotation
                .speaker
                .as_ref()
                .map(|speaker| Name::parse(&speaker.name));
            for span in &quotation.segments {
                let words = folded[article].within(*span);
                let units = units(&folded[article], words, vocabulary);
                segments.push(Segment {
                    quotation: QuotationId { article, index },
                    place: Place {
                        article,
                        span: *span,
                    },
                    words,
                    bag: bag(&units),
                    weight: units.iter().map(|unit| unit.weight).sum(),
                    telling: units
                        .iter()
                        .filter(|unit| unit.rank > Rank::Function)
                        .count(),
                    units,
                    is_named: is_named(&articles[article].text, quotation, *span),
                    speaker: speaker.clone(),
                });
            }
        }
        segments[first..].sort_by_key(|segment| (segment.place, segment.quotation));
        segments.dedup_by_key(|segment| segment.place);
    }
    segments
}

/// Whether the speaker's mention is a form of the name and stands in the paragraph of `segment`.
fn is_named(text: &str, quotation: &Quotation, segment: Span) -> bool {
    let Some(speaker) = &quotation.speaker else {
        return false;
    };
    let mention = speaker.mention;
    let between = if mention.end <= segment.start {
        &text[mention.end..segment.start]
    } else {
        text.get(segment.end..mention.start).unwrap_or("")
    };
    let (name, named) = (Name::parse(&speaker.name), Name::parse(mention.slice(text)));
    let holds = |last: &String| named.words().contains(last);
    mention.is_empty() || name.words().last().is_some_and(holds) && !between.contains('\n')
}

/// The words of a passage outside square brackets.
pub(crate) fn units(
    article: &FoldedArticle,
    (from, to): (usize, usize),
    vocabulary: &Vocabulary,
) -> Vec<Unit> {
    (from..to)
        .filter(|at| article.words[*at].bracket != Bracket::Square)
        .map(|at| {
            let word = article.words[at];
            Unit {
                id: word.id,
                stem: vocabulary.stem(word.id),
                weight: vocabulary.weight(word.id),
                rank: vocabulary.rank(word.id),
                first: at,
                last: at,
                capital: word.capital,
                ends: word.ends,
            }
        })
        .collect()
}

/// The distinct stems of `units`.
pub(crate) fn bag(units: &[Unit]) -> Bag {
    let mut bag: Bag = units.iter().map(|unit| (unit.stem, unit.weight)).collect();
    bag.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    bag.dedup_by_key(|entry| entry.0);
    bag
}

/// Weight of the stems that both bags hold; the lighter form of each counts.
pub(crate) fn shared_weight(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1.min(b[j].1);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

/// Joins two neighbouring words of one side where the other side writes them as one: "work force", and
/// "twenty-one" beside "21".
pub(crate) fn join_as_other(units: &[Unit], other: &[Unit], vocabulary: &Vocabulary) -> Vec<Unit> {
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    let mut at = 0;
    while at < units.len() {
        let unit = units[at];
        let next = units.get(at + 1);
        let next = next.filter(|next| next.first == unit.last + 1 && !unit.ends);
        match next.and_then(|next| join(&unit, next, other, vocabulary)) {
            Some(whole) => {
                joined.push(whole);
                at += 2;
            }
            None => {
                joined.push(unit);
                at += 1;
            }
        }
    }
    joined
}

fn join(unit: &Unit, next: &Unit, other: &[Unit], vocabulary: &Vocabulary) -> Option<Unit> {
    let both = Unit {
        last: next.last,
        ends: next.ends,
        ..*unit
    };
    if let Some(stem) = vocabulary.summed(unit.id, next.id)
        && other.iter().any(|unit| unit.stem == stem)
    {
        return Some(Unit { stem, ..both });
    }
    let id = vocabulary.joined(unit.id, next.id)?;
    other.iter().any(|unit| unit.id == id).then(|| Unit {
        id,
        stem: vocabulary.stem(id),
        weight: vocabulary.weight(id),
        rank: vocabulary.rank(id),
        ..both
    })
}
