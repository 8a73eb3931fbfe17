//! Days, months and years that the articles give for the same thing.

use super::super::coverage::Coverage;
use super::groups::{Candidate, Groups, mutual_best, value};
use super::when::When;
use crate::align::segments::{Bag, bag, shared_weight, units};
use crate::align::sentences::{SentenceId, weight};
use crate::lexicon::CalendarWord;
use crate::model::{Day, Difference, FactKind, Grain};

/// A day with what it takes to find its counterpart.
struct Dated<'a> {
    article: usize,
    day: &'a Day,
    around: Bag,
    /// The closest of them.
    beside: Bag,
    sentence: SentenceId,
    /// Statements whose cue the day stands beside: then it tells when somebody spoke.
    spoken: Option<Vec<usize>>,
    /// Whether it is the day of what somebody said or wrote ("its statement of Monday", "Monday’s letter").
    is_of_words: bool,
    /// What began on it, if anything did.
    begun: Option<Bag>,
    /// Which days it can be.
    when: Option<When>,
    /// Whether no other date of the article lies ahead of its publication.
    is_only_ahead: bool,
}

impl Dated<'_> {
    /// Whether two days are one: the same as printed, or of one grain or another and on one day.
    fn is_one(&self, other: &Self) -> bool {
        if self.day.grain == other.day.grain {
            self.day.number == other.day.number
        } else {
            self.may_be(other)
        }
    }

    /// Whether two days can be one; true when it cannot be told.
    fn may_be(&self, other: &Self) -> bool {
        let both = self.when.zip(other.when);
        both.is_none_or(|(own, other)| own.agrees(&other))
    }
}

/// Words on either side of a day that tell what it is about.
const REACH: usize = 10;
/// Words on either side that stand close to it.
const CLOSE: usize = 4;
/// Bytes between a cue and a day that tells when it was said.
const BESIDE_CUE: usize = 24;
/// Score from which two days of a grain are taken to be of one fact: the wider the grain, the fewer there
/// are of it in an article and the less chance there is of a wrong counterpart.
fn same_fact(grain: Grain) -> f64 {
    match grain {
        Grain::Weekday | Grain::Date | Grain::Month => 0.5,
        Grain::Year => 0.36,
        Grain::Span => 0.33,
    }
}

/// Score from which two days of different grains are taken to be of one fact.
const ACROSS_GRAINS: f64 = 0.5;

/// Sentences that are the opening of a report, which tells when its event was.
const OPENING: usize = 2;
/// What it adds when both days stand there.
const BOTH_OPEN: f64 = 0.2;
/// What it adds when each is the only date of its article that lies ahead.
const BOTH_AHEAD: f64 = 0.35;

/// Compares the days of every two articles that are compared.
pub(super) fn days(coverage: &Coverage) -> Groups {
    let dated = collect(coverage);
    let candidates = dated.iter().map(|dated| Candidate {
        value: value(dated.article, dated.day.span, dated.day.span),
        kind: FactKind::Date,
    });
    Groups::of_partners(coverage, candidates.collect(), |pair, groups| {
        compare(coverage, &dated, pair, groups);
    })
}

/// Compares the days of two articles.
fn compare(
    coverage: &Coverage,
    dated: &[Dated],
    (a, b): (&[usize], &[usize]),
    groups: &mut Groups,
) {
    let begun = mutual_best(a, b, |a, b| beginning(&dated[a], &dated[b]));
    for (i, j, score) in &begun {
        let differs = !dated[*i].is_one(&dated[*j]);
        groups.join(*i, *j, differs.then_some(Difference::Conflict), *score);
    }
    let a = &free(a, &begun);
    let b = &free(b, &begun);
    let pairs = mutual_best(a, b, |a, b| likeness(coverage, &dated[a], &dated[b]));
    let across = mutual_best(&free(a, &pairs), &free(b, &pairs), |a, b| {
        across_grains(coverage, &dated[a], &dated[b])
    });
    for (i, j, score) in across {
        let differs = !dated[i].may_be(&dated[j]);
        groups.join(i, j, differs.then_some(Difference::Conflict), score);
    }
    for (i, j, score) in pairs {
        let (own, other) = (&dated[i], &dated[j]);
        let differs = own.day.number != other.day.number;
        let is_told = is_told(own, dated, b) || is_told(other, dated, a);
        if differs && (is_told || !is_conflict(own, other, score)) {
            continue;
        }
        groups.join(i, j, differs.then_some(Difference::Conflict), score);
    }
}

/// Whether two days of one grain that differ are so surely of one fact that it is told.
fn is_conflict(a: &Dated, b: &Dated, score: f64) -> bool {
    let grain = a.day.grain;
    if grain != Grain::Span {
        return score >= same_fact(grain);
    }
    let ((unit, away), (other_unit, other_away)) =
        (a.day.unit_and_distance(), b.day.unit_and_distance());
    // Of "last month" and "last year" one can hold the other; "this week" is said of much that happens.
    let is_held = unit != other_unit && a.may_be(b);
    let floor = if away == 0 || other_away == 0 {
        ACROSS_GRAINS
    } else {
        same_fact(grain)
    };
    !is_held && score >= floor
}

/// Whether one of `others` is the same date, month or year: then the article knows it, and means another with what
/// stands in the same place. A weekday comes again.
fn is_told(day: &Dated, dated: &[Dated], others: &[usize]) -> bool {
    let own = day.day;
    matches!(own.grain, Grain::Date | Grain::Month | Grain::Year)
        && others.iter().any(|at| {
            let other = dated[*at].day;
            (other.grain, other.number) == (own.grain, own.number)
        })
}

/// Those that stand in none of the pairs.
fn free(of: &[usize], pairs: &[(usize, usize, f64)]) -> Vec<usize> {
    let is_paired = |at: &usize| pairs.iter().any(|(i, j, _)| i == at || j == at);
    of.iter().copied().filter(|at| !is_paired(at)).collect()
}

/// How sure it is that the same began on two days ("the strike began on Monday", "started last month").
fn beginning(a: &Dated, b: &Dated) -> Option<f64> {
    let (own, other) = (a.begun.as_ref()?, b.begun.as_ref()?);
    (shared_weight(own, other) >= SAME_BEGINNING).then_some(BEGUN)
}

/// Least weight of what two beginnings share, and how sure it then is.
const SAME_BEGINNING: f32 = 0.3;
const BEGUN: f64 = 0.6;
/// Words between a word for a beginning and its day, and before it, among them what began.
const BEFORE_DAY: usize = 3;
const BEFORE_BEGINNING: usize = 8;

/// The words before a word for a beginning that stands before the day, in its sentence.
fn begun(coverage: &Coverage, article: usize, day: &Day) -> Option<Bag> {
    let facts = coverage.lexicon(article)?.facts();
    let (vocabulary, folded) = (
        &coverage.alignment.vocabulary,
        &coverage.alignment.folded[article],
    );
    let sentence = coverage.narration(article).sentences[day.sentence].span;
    let (first, _) = folded.within(sentence);
    let (at, _) = folded.within(day.span);
    let near = at.saturating_sub(BEFORE_DAY).max(first)..at;
    let is_beginning = |at: &usize| {
        facts.calendar(vocabulary.text(folded.words[*at].id)) == Some(CalendarWord::Beginning)
    };
    let verb = near.rev().find(is_beginning)?;
    let from = verb.saturating_sub(BEFORE_BEGINNING).max(first);
    let words = units(folded, (from, verb), vocabulary);
    Some(coverage.sentences.joined(bag(&words)))
}

fn collect<'a>(coverage: &Coverage<'a>) -> Vec<Dated<'a>> {
    let mut all = Vec::new();
    for article in 0..coverage.articles.len() {
        for day in &coverage.narration(article).days {
            all.push(Dated {
                article,
                day,
                around: coverage.around(article, day.sentence, day.span, REACH),
                beside: coverage.around(article, day.sentence, day.span, CLOSE),
                sentence: SentenceId {
                    article,
                    index: day.sentence,
                },
                spoken: spoken(coverage, article, day),
                is_of_words: is_of_words(coverage, article, day),
                begun: begun(coverage, article, day),
                when: When::of(day, &coverage.articles[article]),
                is_only_ahead: false,
            });
        }
        mark_only_ahead(coverage, article, &mut all);
    }
    all
}

/// Notes which date of the article, whose days end `all`, is the only one to come.
fn mark_only_ahead(coverage: &Coverage, article: usize, all: &mut [Dated]) {
    let published = When::of_publication(&coverage.articles[article]);
    let is_ahead = |dated: &&mut Dated| {
        let days = dated.when.zip(published);
        dated.article == article
            && dated.day.grain == Grain::Date
            && days.is_some_and(|(when, published)| when.is_behind(&published))
    };
    let mut ahead: Vec<&mut Dated> = all.iter_mut().filter(is_ahead).collect();
    if let [only] = ahead.as_mut_slice() {
        only.is_only_ahead = true;
    }
}

/// Whether the day belongs to what somebody says.
fn is_of_words(coverage: &Coverage, article: usize, day: &Day) -> bool {
    let Some(lexicon) = coverage.lexicon(article) else {
        return false;
    };
    let facts = lexicon.facts();
    let vocabulary = &coverage.alignment.vocabulary;
    let folded = &coverage.alignment.folded[article];
    let (from, to) = folded.within(day.span);
    let word = |at: usize| folded.words.get(at).map(|word| vocabulary.text(word.id));
    let is_said = |word: &str| {
        let kind = facts.referent(&lexicon.stem(word));
        kind.is_some_and(|kind| facts.is_said(kind))
    };
    let before = |words: usize| from.checked_sub(words).and_then(word);
    let hangs = before(1).is_some_and(|word| lexicon.is_of(word)) && before(2).is_some_and(is_said);
    let is_owner = coverage.articles[article].text[day.span.end..].starts_with(['\'', '’']);
    hangs || is_owner && word(to).is_some_and(is_said)
}

/// The statements that were made on the day, if it stands beside a cue.
fn spoken(coverage: &Coverage, article: usize, day: &Day) -> Option<Vec<usize>> {
    let quotations = &coverage.extractions[article].quotations;
    let cue = quotations
        .iter()
        .filter_map(|quotation| quotation.cue.as_ref());
    // Somebody says and adds on many days; he apologises or resigns on one.
    let near = cue.filter(|cue| cue.stance == "neutral").filter(|cue| {
        let gap = if cue.span.end <= day.span.start {
            day.span.start - cue.span.end
        } else {
            cue.span.start.saturating_sub(day.span.end)
        };
        gap <= BESIDE_CUE
    });
    let spans: Vec<_> = near.map(|cue| cue.span).collect();
    if spans.is_empty() {
        return None;
    }
    let statements = spans
        .iter()
        .flat_map(|span| coverage.statements_at(article, *span));
    Some(statements.collect())
}

/// How sure it is that two days of different grains are of one fact: a weekday and a date can differ, a wider
/// one only holds the other.
fn across_grains(coverage: &Coverage, a: &Dated, b: &Dated) -> Option<f64> {
    a.when.zip(b.when)?;
    let is_day = |day: &Day| matches!(day.grain, Grain::Weekday | Grain::Date);
    let is_told = is_day(a.day) && is_day(b.day) || a.may_be(b);
    let score = context(coverage, a, b).filter(|_| a.day.grain != b.day.grain && is_told);
    score.filter(|score| *score >= ACROSS_GRAINS)
}

/// How sure it is that two days of a grain are of one fact, if they can be.
fn likeness(coverage: &Coverage, a: &Dated, b: &Dated) -> Option<f64> {
    if a.day.grain != b.day.grain || a.is_of_words != b.is_of_words {
        return None;
    }
    // "last week" can stand against "last month" and "next week", but hardly against "this year".
    let ((x, away_x), (y, away_y)) = (a.day.unit_and_distance(), b.day.unit_and_distance());
    if a.day.grain == Grain::Span && x != y && away_x != away_y {
        return None;
    }
    context(coverage, a, b)
}

/// How much of what stands around two days is the same.
fn context(coverage: &Coverage, a: &Dated, b: &Dated) -> Option<f64> {
    let shared = shared_weight(&a.around, &b.around);
    let lighter = weight(&a.around).min(weight(&b.around)).max(2.0);
    let beside = (shared_weight(&a.beside, &b.beside) / 1.6).min(1.0);
    let context = f64::from((shared / lighter).min(1.0).max(0.8 * beside));
    // A year hangs on the word next to it ("ends in 2019"), a weekday on the whole clause.
    let context = if a.day.grain == Grain::Year {
        context.max(1.2 * f64::from(beside))
    } else {
        context
    };
    let link = coverage.sentences.between(a.sentence, b.sentence);
    let sentence = link.map_or(0.0, |link| f64::from(link.symmetry));
    let said = match (&a.spoken, &b.spoken) {
        (Some(x), Some(y)) if x.iter().any(|at| y.contains(at)) => 0.3,
        // Who speaks twice may well speak on two days.
        (Some(_), Some(_)) if a.day.number != b.day.number => -0.2,
        (Some(_), None) | (None, Some(_)) if a.day.number != b.day.number => -0.1,
        _ => 0.0,
    };
    let opens = |dated: &Dated| dated.sentence.index < OPENING;
    let opening = if opens(a) && opens(b) { BOTH_OPEN } else { 0.0 };
    // The one date to come that both name is mostly that of one vote or trial.
    let ahead = if a.is_only_ahead && b.is_only_ahead {
        BOTH_AHEAD
    } else {
        0.0
    };
    let floor = if ahead > 0.0 { 0.6 } else { 0.8 };
    (shared >= floor).then_some(0.6 * context + 0.6 * sentence + said + opening + ahead)
}
