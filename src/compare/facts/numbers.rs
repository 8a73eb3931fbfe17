//! Numbers that count or measure the same thing.

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use super::groups::{Candidate, Groups, mutual_best, value};
use super::nearness::{
    NEAR_SUM, TELLING, are_vague_alike, gap, is_apart, is_equal, is_round_share, is_rounded_off,
    is_wide, overlaps, ratio, touches,
};
use super::twofold::{Marks, Surveys, is_share};
use crate::align::segments::{Bag, shared_weight};
use crate::align::sentences::{SentenceId, weight};
use crate::align::vocabulary::Rank;
use crate::model::{Difference, Dimension, FactKind, Place, Quantity};

/// A number with what it takes to find its counterpart.
struct Number<'a> {
    article: usize,
    quantity: &'a Quantity,
    /// What it counts: the kind of thing, or else the stem of the noun.
    counted: Option<&'a str>,
    around: Bag,
    /// The closest of them.
    beside: Bag,
    sentence: SentenceId,
    /// Whether no other number of the article counts the same.
    is_only: bool,
    /// Whether it counts people of any kind.
    is_wide: bool,
    /// What the last word of what it counts means, or of people the words close by: "signatures", "signed by 60,000 people".
    deeds: Vec<u32>,
    /// Whether it is one of many in its article that measure alike and count nothing ("49 percent to 41") or count
    /// the same (delegates).
    is_crowded: bool,
    marks: Marks,
}

/// Words on either side of a number that tell what it is about.
const REACH: usize = 9;
/// Words on either side that stand close to it.
const CLOSE: usize = 4;
/// Score from which two numbers are taken to be of one fact, by how many times the smaller one the larger
/// is: the farther apart, the likelier they are of two.
fn same_fact(ratio: f64) -> f64 {
    match ratio {
        _ if ratio <= 3.0 => 0.42,
        _ if ratio <= 10.0 => 0.6,
        _ => 1.0,
    }
}
/// How many times the smaller the larger may be where the two are near.
const NEAR: f64 = 1.25;
/// Up to this ratio a length in miles and one in kilometres are the same, rounded.
const CONVERTED: f64 = 1.05;
/// Up to this, in thousandths, a number is small talk.
const FEW: i64 = 9000;
/// From more than so many numbers that measure or count alike in an article, one needs more to be told from another.
const CROWD: usize = 5;
const CROWDED: f64 = 0.4;
/// Likeness from which two sentences tell the same, and the context below which hardly a word is the same.
const LINKED: f32 = 0.1;
const HARDLY: f32 = 0.2;
/// Least weight of what the words around two numbers share.
const LEAST_SHARED: f32 = 0.5;

/// Compares the numbers of every two articles that are compared.
pub(super) fn numbers(coverage: &Coverage) -> Groups {
    let numbers = collect(coverage);
    let candidates = numbers.iter().map(|number| Candidate {
        value: value(number.article, number.quantity.span, number.quantity.figure),
        kind: match number.quantity.dimension {
            Dimension::Clock => FactKind::Date,
            _ => FactKind::Number,
        },
    });
    Groups::of_partners(coverage, candidates.collect(), |pair, groups| {
        compare(coverage, &numbers, pair, groups);
    })
}

/// Compares the numbers of two articles.
fn compare(
    coverage: &Coverage,
    numbers: &[Number],
    (a, b): (&[usize], &[usize]),
    groups: &mut Groups,
) {
    let agreed = mutual_best(a, b, |a, b| {
        let (a, b) = (&numbers[a], &numbers[b]);
        agree(a, b).then(|| agreement(coverage, a, b)).flatten()
    });
    for (i, j, score) in agreed {
        groups.join(i, j, None, score);
    }
    let unknown = |own: &[usize], others: &[usize]| -> Vec<usize> {
        let is_known = |at: &usize| {
            others
                .iter()
                .any(|other| agree(&numbers[*at], &numbers[*other]))
        };
        own.iter().copied().filter(|at| !is_known(at)).collect()
    };
    // "at least 47" here, "six, compared to 47 the night before" there.
    let told = |number: &Number, others: &[usize]| {
        let mut others = others.iter().map(|at| &numbers[*at]);
        others.any(|other| repeats(number, other))
    };
    let (own, other) = (a, b);
    let differing = mutual_best(&unknown(a, b), &unknown(b, a), |a, b| {
        let (a, b) = (&numbers[a], &numbers[b]);
        let is_lost = a.is_crowded || b.is_crowded || is_stray(coverage, a, b);
        let floor = same_fact(gap(a.quantity, b.quantity)) + if is_lost { CROWDED } else { 0.0 };
        let score = likeness(coverage, a, b).filter(|score| *score >= floor);
        // "42 members" and "42 Republicans" are one number, whatever they count.
        score.filter(|_| {
            !is_equal(a.quantity, b.quantity)
                && !are_vague_alike(a.quantity, b.quantity)
                && (overlaps(a.quantity, b.quantity) || !told(a, other) && !told(b, own))
        })
    });
    for (i, j, score) in differing {
        let difference = difference(coverage, &numbers[i], &numbers[j]);
        groups.join(i, j, Some(difference), score);
    }
}

fn collect<'a>(coverage: &Coverage<'a>) -> Vec<Number<'a>> {
    let mut numbers = Vec::new();
    for article in 0..coverage.articles.len() {
        let facts = coverage.lexicon(article).map(|lexicon| lexicon.facts());
        let surveys = Surveys::of(coverage, article);
        for quantity in &coverage.narration(article).quantities {
            let noun = quantity.noun.as_deref();
            let kind = noun.and_then(|noun| facts.and_then(|facts| facts.referent(noun)));
            numbers.push(Number {
                article,
                quantity,
                counted: kind.or(noun),
                around: coverage.around(article, quantity.sentence, quantity.figure, REACH),
                beside: coverage.around(article, quantity.sentence, quantity.figure, CLOSE),
                is_only: false,
                is_crowded: false,
                marks: Marks::of(coverage, &surveys, (article, quantity)),
                is_wide: kind == Some("person"),
                deeds: deeds(coverage, (article, quantity), kind == Some("person")),
                sentence: SentenceId {
                    article,
                    index: quantity.sentence,
                },
            });
        }
    }
    // Percent and points crowd the same reports of polls.
    let key = |number: &Number<'a>| {
        let dimension = match number.quantity.dimension {
            Dimension::Unit("point") => Dimension::Unit("percent"),
            other => other,
        };
        (number.article, number.counted, dimension)
    };
    let mut counts: FxHashMap<_, usize> = FxHashMap::default();
    for number in &numbers {
        *counts.entry(key(number)).or_default() += 1;
    }
    for number in &mut numbers {
        let alike = counts[&key(number)];
        number.is_only = number.counted.is_some() && alike == 1;
        let is_measure = matches!(
            number.quantity.dimension,
            Dimension::Unit(_) | Dimension::Clock
        );
        number.is_crowded = (is_measure || number.counted.is_some()) && alike > CROWD;
    }
    numbers
}

/// What the last word of what is counted means; of people, what the words close by do.
fn deeds(coverage: &Coverage, (article, quantity): (usize, &Quantity), is_wide: bool) -> Vec<u32> {
    let vocabulary = &coverage.alignment.vocabulary;
    let folded = &coverage.alignment.folded[article];
    let (from, to) = folded.within(quantity.span);
    let whole = coverage.narration(article).sentences[quantity.sentence].span;
    let (first, last) = folded.within(whole);
    let words = match is_wide {
        true => first.max(from.saturating_sub(CLOSE))..last.min(to + CLOSE),
        false => to.saturating_sub(1).max(from)..to,
    };
    let ids = folded.words[words].iter().map(|word| word.id);
    let telling =
        ids.filter(|id| vocabulary.rank(*id) == Rank::Content && !vocabulary.is_number(*id));
    telling.map(|id| vocabulary.meaning(id)).collect()
}

/// Whether people are counted here by what they did and there by what came of it: signed, signatures.
fn is_derived(a: &Number, b: &Number) -> bool {
    a.is_wide != b.is_wide && a.deeds.iter().any(|deed| b.deeds.contains(deed))
}

/// Whether two numbers say the same of the same.
fn agree(a: &Number, b: &Number) -> bool {
    a.quantity.dimension == b.quantity.dimension
        && (is_equal(a.quantity, b.quantity)
            || is_round_share(a.quantity, b.quantity)
            || is_round_share(b.quantity, a.quantity))
        && (a.counted == b.counted || a.counted.is_none() || b.counted.is_none())
}

/// Whether two numbers print one figure, hedged or not, of what can be the same.
fn repeats(a: &Number, b: &Number) -> bool {
    a.quantity.dimension == b.quantity.dimension
        && a.quantity.low == b.quantity.low
        && (a.counted == b.counted || a.counted.is_none() || b.counted.is_none())
}

/// Whether nothing but what they count joins two numbers that are far from one another: their sentences tell different
/// things, and hardly a word around them is the same, or the noun has other numbers too.
fn is_stray(coverage: &Coverage, a: &Number, b: &Number) -> bool {
    if ratio(a.quantity, b.quantity) <= NEAR {
        return false;
    }
    let is_count = a.quantity.dimension == Dimension::Count;
    if a.counted.is_none() && b.counted.is_none() {
        return is_count;
    }
    let is_shared = a.counted == b.counted && !(a.is_only && b.is_only);
    !is_linked(coverage, a, b) && (is_shared || context(a, b) < HARDLY)
}

/// Whether the sentences of two numbers tell the same.
fn is_linked(coverage: &Coverage, a: &Number, b: &Number) -> bool {
    let link = coverage.sentences.between(a.sentence, b.sentence);
    link.is_some_and(|link| link.symmetry >= LINKED)
}

/// Share of the words around the number with fewer that stand around the other too.
fn context(a: &Number, b: &Number) -> f32 {
    let lighter = weight(&a.around).min(weight(&b.around)).max(1.5);
    (shared_weight(&a.around, &b.around) / lighter).min(1.0)
}

/// How sure it is that two equal numbers are of one fact, if they can be: what they count or a number that
/// hardly occurs twice is enough.
fn agreement(coverage: &Coverage, a: &Number, b: &Number) -> Option<f64> {
    let is_measure = a.quantity.dimension != Dimension::Count;
    let is_telling = (is_measure || a.counted.is_some() && a.counted == b.counted)
        && a.quantity.high > FEW
        || a.quantity.high >= TELLING
        || a.is_only && b.is_only;
    let score = likeness(coverage, a, b).or(is_telling.then_some(0.3));
    score.filter(|_| !a.marks.is_of_other_survey(&b.marks))
}

/// How sure it is that two numbers are of one fact, if they can be.
fn likeness(coverage: &Coverage, a: &Number, b: &Number) -> Option<f64> {
    if a.quantity.dimension != b.quantity.dimension {
        return None;
    }
    let is_same = a.counted.is_some() && a.counted == b.counted;
    let noun = match (a.counted, b.counted) {
        // "people" may be any people.
        _ if is_same && a.is_wide => 0.2,
        _ if is_same || is_derived(a, b) => 0.4,
        (Some(_), Some(_)) => -0.15,
        (None, None) => 0.15,
        // "tens of thousands of ballots" may be any.
        _ if a.quantity.dimension == Dimension::Count
            && (is_wide(a.quantity) || is_wide(b.quantity)) =>
        {
            0.0
        }
        // "49 percent of drivers" and "57 percent" are seldom of one thing.
        _ if a.quantity.dimension == Dimension::Unit("percent") => 0.0,
        _ => 0.1,
    };
    let ratio = ratio(a.quantity, b.quantity);
    let shared = shared_weight(&a.around, &b.around);
    let is_measured = is_same && a.quantity.dimension != Dimension::Count && ratio < NEAR;
    let is_only = is_same && a.is_only && b.is_only && !a.is_wide;
    // "more than £600,000" where another prints £640,000: hardly two amounts.
    // Percentages are few: two that meet are of one thing only where the words around say so.
    let is_percent = a.quantity.dimension == Dimension::Unit("percent");
    let is_rounded = (is_same || a.quantity.dimension != Dimension::Count && !is_percent)
        && (a.quantity.is_hedged || b.quantity.is_hedged)
        && a.quantity.low.min(b.quantity.low) > FEW
        && overlaps(a.quantity, b.quantity)
        && !is_apart(a.quantity, b.quantity);
    // Two large amounts or numbers so near one another are seldom of two things.
    let is_near_sum = matches!(a.quantity.dimension, Dimension::Money(_) | Dimension::Count)
        && a.quantity.low.min(b.quantity.low) >= TELLING
        && ratio < NEAR_SUM;
    if shared < LEAST_SHARED && !is_measured && !is_only && !is_rounded && !is_near_sum
        || is_twofold(coverage, a, b)
    {
        return None;
    }
    let context = context(a, b);
    let beside = (shared_weight(&a.beside, &b.beside) / 1.6).min(1.0);
    let link = coverage.sentences.between(a.sentence, b.sentence);
    let sentence = link.map_or(0.0, |link| link.symmetry);
    let mut score = noun + 0.45 * f64::from(context.max(0.9 * beside)) + 0.4 * f64::from(sentence);
    score += if ratio < NEAR { 0.12 } else { 0.0 };
    score += if is_only { 0.1 } else { 0.0 };
    score += if is_rounded || is_near_sum { 0.2 } else { 0.0 };
    score -= if is_wide(a.quantity) || is_wide(b.quantity) {
        0.05
    } else {
        0.0
    };
    // Two of something here and three there are mostly not the same ones.
    let is_few = |q: &Quantity| q.dimension == Dimension::Count && q.high <= FEW;
    score -= if is_few(a.quantity) && is_few(b.quantity) {
        0.3
    } else {
        0.0
    };
    Some(score)
}

/// Whether two numbers are shown to be of two things: one leaves others out, they come from two polls, or what they
/// count has other names.
fn is_twofold(coverage: &Coverage, a: &Number, b: &Number) -> bool {
    let is_near = ratio(a.quantity, b.quantity) <= NEAR;
    !is_near && a.marks.leaves_out_otherwise(&b.marks)
        || a.marks.is_of_other_survey(&b.marks)
        || a.marks.went_another_way(&b.marks)
        || a.marks.has_other_names(&b.marks)
            && (is_share(a.quantity.dimension) || !is_linked(coverage, a, b))
}

/// The last word of a measure: "miles" of "14 miles".
fn unit<'a>(coverage: &Coverage<'a>, number: &Number) -> Option<&'a str> {
    let place = Place {
        article: number.article,
        span: number.quantity.span,
    };
    let is_measure = matches!(number.quantity.dimension, Dimension::Unit(_));
    coverage
        .slice(place)
        .split_whitespace()
        .next_back()
        .filter(|_| is_measure)
}

fn difference(coverage: &Coverage, a: &Number, b: &Number) -> Difference {
    let (x, y) = (a.quantity, b.quantity);
    let is_converted = ratio(x, y) < CONVERTED && unit(coverage, a) != unit(coverage, b);
    let is_rounded_off = is_rounded_off(x, y) || is_rounded_off(y, x);
    if overlaps(x, y) && !is_apart(x, y) || is_converted || touches(x, y) || is_rounded_off {
        return Difference::Rounding;
    }
    let time = |number: &Number| {
        let published = coverage.articles[number.article].published.as_ref()?;
        published.timestamp
    };
    let (earlier, later) = match (time(a), time(b)) {
        (Some(s), Some(t)) if s < t => (x, y),
        (Some(s), Some(t)) if s > t => (y, x),
        _ => return Difference::Conflict,
    };
    let lexicon = coverage.lexicon(a.article).map(|lexicon| lexicon.facts());
    let grows = lexicon
        .zip(a.counted)
        .is_some_and(|(facts, kind)| facts.grows(kind));
    if later.low > earlier.high && grows {
        Difference::Update
    } else {
        Difference::Conflict
    }
}
