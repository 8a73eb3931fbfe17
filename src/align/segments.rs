//! The quoted strings of all articles, ready to be compared.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::fold::{Bracket, Word};
use super::matching::Unit;
use super::names::{Agreement, Name, agreement, named_beside};
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
    /// Its words in the folded article, from and up to.
    pub words: (usize, usize),
    /// Its words outside square brackets.
    pub units: Vec<Unit>,
    /// The distinct stems of its units with their weights, by stem.
    pub bag: Bag,
    /// Sum of the weights of its units.
    pub weight: f32,
    /// Sum of the weights of its distinct stems.
    pub distinct: f32,
    /// Neighbouring words of it that the event also writes as one.
    pub joins: Vec<Join>,
    /// Its runs of three stems, as numbers that stand for them, ascending.
    pub runs: Vec<u64>,
    /// The distinct stems of the paragraph around it, small words left out.
    pub around: Bag,
    /// How many of its units say something.
    pub telling: usize,
    /// Who is credited.
    pub speaker: Option<Name>,
    /// Who is credited together with him: "both Ann Lee and Tom Ortega said".
    pub beside: Vec<Name>,
    /// A number for the speaker and those beside him, the same for all segments of the event with the same names.
    pub credit: Option<u32>,
    /// Whether the article says that the speaker's words were translated.
    pub is_translated: bool,
    /// Whether it is a term of which the article says that somebody does not use it: "refused to say the words".
    pub is_unsaid: bool,
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
        let mut found: Vec<Segment> = Vec::new();
        for (index, quotation) in extraction.quotations.iter().enumerate() {
            let speaker = quotation
                .speaker
                .as_ref()
                .map(|speaker| Name::parse(&speaker.name));
            let beside = beside(&articles[article], quotation);
            for span in &quotation.segments {
                let place = Place {
                    article,
                    span: *span,
                };
                let words = folded[article].within(*span);
                let id = QuotationId { article, index };
                found.push(Segment {
                    beside: beside.clone(),
                    is_named: is_named(&articles[article].text, quotation, *span),
                    speaker: speaker.clone(),
                    ..Segment::new(id, place, words, &folded[article], vocabulary)
                });
            }
        }
        found.sort_by_key(|segment| (segment.place, segment.quotation));
        found.dedup_by_key(|segment| segment.place);
        segments.append(&mut found);
    }
    number_speakers(&mut segments);
    segments
}

impl Segment {
    /// The words `words` of `article` as a segment that nobody is credited with.
    pub(crate) fn new(
        quotation: QuotationId,
        place: Place,
        words: (usize, usize),
        article: &FoldedArticle,
        vocabulary: &Vocabulary,
    ) -> Self {
        let units = units(article, words, vocabulary);
        let bag = bag(&units);
        let telling = units.iter().filter(|unit| unit.rank > Rank::Function);
        Self {
            quotation,
            place,
            words,
            distinct: bag.iter().map(|entry| entry.1).sum(),
            bag,
            joins: joins(&units, vocabulary),
            runs: runs(&units),
            around: around(article, words.0, vocabulary),
            weight: units.iter().map(|unit| unit.weight).sum(),
            telling: telling.count(),
            units,
            speaker: None,
            beside: Vec::new(),
            is_translated: false,
            is_unsaid: is_unsaid(article, words.0, vocabulary),
            is_named: false,
            credit: None,
        }
    }

    /// Whether the same speaker is credited with `other`; of several the one who agrees counts.
    pub(crate) fn agreement(&self, other: &Self) -> Agreement {
        let own = self.speaker.iter().chain(&self.beside);
        own.flat_map(|x| {
            let theirs = other.speaker.iter().chain(&other.beside);
            theirs.map(move |y| agreement(Some(x), Some(y)))
        })
        .max()
        .unwrap_or(Agreement::Open)
    }

    /// Its words, with two neighbours joined where `other` writes them as one.
    pub(crate) fn joined_as_in(&self, other: &[Unit]) -> Cow<'_, [Unit]> {
        join(&self.units, &self.joins, other)
    }
}

/// Gives equal names the same number.
fn number_speakers(segments: &mut [Segment]) {
    let mut numbers: FxHashMap<(Name, Vec<Name>), u32> = FxHashMap::default();
    for segment in segments {
        segment.credit = segment.speaker.as_ref().map(|name| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let credit = (name.clone(), segment.beside.clone());
            *numbers.entry(credit).or_insert(next)
        });
    }
}

/// Who is credited together with the speaker of `quotation`.
pub(crate) fn beside(article: &Article, quotation: &Quotation) -> Vec<Name> {
    let mention = quotation.speaker.as_ref().map(|speaker| speaker.mention);
    mention.map_or_else(Vec::new, |mention| {
        named_beside(&article.text, mention, article.language.as_deref())
    })
}

/// Words before a term among which the article says that somebody does not use it.
const BEFORE: usize = 8;

/// Whether the sentence speaks, before word `at`, of somebody who does not use the term that follows.
fn is_unsaid(article: &FoldedArticle, at: usize, vocabulary: &Vocabulary) -> bool {
    let before = &article.words[at.saturating_sub(BEFORE)..at];
    let start = before.iter().rposition(|word| word.ends);
    let clause = &before[start.map_or(0, |end| end + 1)..];
    let naming = |word: &&Word| vocabulary.is_naming(word.id);
    let telling = |word: &&Word| vocabulary.rank(word.id) > Rank::Function || naming(word);
    clause.iter().enumerate().any(|(at, word)| {
        let mut behind = clause[at + 1..].iter();
        vocabulary.is_unsaid(word.id) && behind.find(telling).is_some_and(|next| naming(&next))
    })
}

/// Weight from which a word counts for the surroundings.
const SMALL: f32 = 0.2;

/// The distinct stems of the paragraph that holds word `at`, small words left out.
fn around(article: &FoldedArticle, at: usize, vocabulary: &Vocabulary) -> Bag {
    let mut around = bag(&units(article, article.paragraph(at), vocabulary));
    around.retain(|(_, weight)| *weight > SMALL);
    around
}

/// The runs of three stems, each mixed into one number. Two runs with the same number cost a comparison
/// and change no result.
pub(crate) fn runs(units: &[Unit]) -> Vec<u64> {
    let mut runs: Vec<u64> = units
        .windows(3)
        .map(|run| {
            run.iter().fold(0, |mixed: u64, unit| {
                (mixed.rotate_left(21) ^ u64::from(unit.stem)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
            })
        })
        .collect();
    runs.sort_unstable();
    runs.dedup();
    runs
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

/// Two neighbouring words and what they make as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Join {
    /// Index of the first of the two units.
    at: usize,
    /// The unit that they make.
    whole: Unit,
    /// Whether another wording must have the very word, or any form of it.
    same_word: bool,
}

/// The neighbours that the event also writes as one word: "work force", and "twenty-one" beside "21".
fn joins(units: &[Unit], vocabulary: &Vocabulary) -> Vec<Join> {
    let mut joins = Vec::new();
    let mut buffer = String::new();
    for (at, pair) in units.windows(2).enumerate() {
        let (unit, next) = (pair[0], pair[1]);
        if next.first != unit.last + 1 || unit.ends {
            continue;
        }
        let both = Unit {
            last: next.last,
            ends: next.ends,
            ..unit
        };
        if let Some(figure) = vocabulary.figure(unit.id, next.id) {
            let stem = vocabulary.stem(figure);
            let whole = Unit { stem, ..both };
            let same_word = false;
            joins.push(Join {
                at,
                whole,
                same_word,
            });
        } else if let Some(id) = vocabulary.joined(unit.id, next.id, &mut buffer) {
            let whole = Unit {
                id,
                stem: vocabulary.stem(id),
                weight: vocabulary.weight(id),
                rank: vocabulary.rank(id),
                ..both
            };
            let same_word = true;
            joins.push(Join {
                at,
                whole,
                same_word,
            });
        }
    }
    joins
}

/// `units` with two neighbours joined where `other` writes them as one.
pub(crate) fn join_as_other(units: &[Unit], other: &[Unit], vocabulary: &Vocabulary) -> Vec<Unit> {
    join(units, &joins(units, vocabulary), other).into_owned()
}

fn join<'u>(units: &'u [Unit], joins: &[Join], other: &[Unit]) -> Cow<'u, [Unit]> {
    let mut joined: Vec<Unit> = Vec::new();
    let mut done = 0;
    for join in joins {
        let is_met = |unit: &Unit| match join.same_word {
            true => unit.id == join.whole.id,
            false => unit.stem == join.whole.stem,
        };
        if join.at >= done && other.iter().any(is_met) {
            joined.extend(&units[done..join.at]);
            joined.push(join.whole);
            done = join.at + 2;
        }
    }
    if done == 0 {
        return Cow::Borrowed(units);
    }
    joined.extend(&units[done..]);
    Cow::Owned(joined)
}
