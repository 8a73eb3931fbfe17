//! Compares a comparison with the labels of its event.
//!
//! A found span stands for the labelled span that it overlaps most, if they share at least half of the
//! shorter one and a third of what they cover together.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::AddAssign;

use rashomon::model::{Pair, Place as Found};
use rashomon::{Comparison, Relation, Span};

use super::labels::{Labels, Paraphrase, Role, text_of};

/// What is measured, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Measure {
    /// Quoted strings that are somebody's words.
    Segments,
    /// Who said them; recall counts.
    Speakers,
    /// Segments of two outlets that render the same words.
    Pairs,
    /// Of the pairs found, those with exactly the labelled relations.
    Relations,
    /// Pairs whose relations hold a changed fact, a splice or a cut before a reservation.
    Gravest,
    /// Segments that another outlet gives in its own words.
    Paraphrases,
    /// Remarks in the outlet's own voice.
    Commentary,
}

const MEASURES: [Measure; 7] = [
    Measure::Segments,
    Measure::Speakers,
    Measure::Pairs,
    Measure::Relations,
    Measure::Gravest,
    Measure::Paraphrases,
    Measure::Commentary,
];

impl Measure {
    /// Whether a false find costs: speakers, relations and commentary are measured by recall alone,
    /// since what is found beyond the labels is another measure's matter or was not labelled.
    fn counts_precision(self) -> bool {
        !matches!(self, Self::Speakers | Self::Relations | Self::Commentary)
    }
}

/// The relations that a pair's `difference` names.
const DIFFERENCES: [Relation; 6] = [
    Relation::Verbatim,
    Relation::Truncated,
    Relation::Elided,
    Relation::Reworded,
    Relation::Interpolated,
    Relation::Speaker,
];

/// The relations that a pair's `also` names, by the word there.
const GRAVEST: [(&str, Relation); 3] = [
    ("contradicted", Relation::Contradicted),
    ("spliced", Relation::Spliced),
    ("qualification", Relation::QualificationCut),
];

#[derive(Clone, Copy, Default)]
struct Tally {
    /// Labels that were found.
    right: usize,
    labelled: usize,
    /// Finds that stand for a label; several can stand for one.
    fitting: usize,
    found: usize,
}

impl Tally {
    fn precision(self) -> f64 {
        self.fitting as f64 / self.found.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / self.labelled.max(1) as f64
    }

    fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.fitting += other.fitting;
        self.found += other.found;
        self.labelled += other.labelled;
    }
}

/// What was reached, by measure.
#[derive(Default)]
pub(super) struct Score(BTreeMap<Measure, Tally>);

impl Score {
    pub(super) fn heading() -> String {
        let mut line = format!("{:18}", "");
        for measure in MEASURES {
            let width = if measure.counts_precision() { 21 } else { 14 };
            let _ = write!(line, "  {:width$}", format!("{measure:?}"));
        }
        line.trim_end().to_owned()
    }

    /// Precision, recall and F1, or recall alone, of every measure, with the number of labels.
    pub(super) fn row(&self, name: &str) -> String {
        let mut line = format!("{name:18}");
        for measure in MEASURES {
            let tally = self.0.get(&measure).copied().unwrap_or_default();
            let _ = write!(line, "  ");
            if tally.labelled == 0 {
                let width = if measure.counts_precision() { 21 } else { 14 };
                let _ = write!(line, "{:width$}", "–");
                continue;
            }
            if measure.counts_precision() {
                let _ = write!(line, "{:.2} ", tally.precision());
                let _ = write!(line, "{:.2} {:.3}", tally.recall(), tally.f1());
            } else {
                let _ = write!(line, "{:8.3}", tally.recall());
            }
            let _ = write!(line, " /{:<4}", tally.labelled);
        }
        line.trim_end().to_owned()
    }

    /// F1, or recall where a false find does not cost.
    pub(super) fn figure(&self, measure: Measure) -> f64 {
        let tally = self.0.get(&measure).copied().unwrap_or_default();
        if measure.counts_precision() {
            tally.f1()
        } else {
            tally.recall()
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (measure, tally) in &other.0 {
            *self.tally(*measure) += *tally;
        }
    }

    fn tally(&mut self, measure: Measure) -> &mut Tally {
        self.0.entry(measure).or_default()
    }
}

/// The score of one event, and a line for everything that was missed.
pub(super) fn score(comparison: &Comparison, labels: &Labels) -> (Score, Vec<String>) {
    let mut scorer = Scorer::new(comparison, labels);
    scorer.segments();
    scorer.pairs();
    scorer.paraphrases();
    scorer.commentary();
    (scorer.score, scorer.misses)
}

struct Scorer<'a> {
    comparison: &'a Comparison,
    labels: &'a Labels,
    /// Byte spans of the labelled segments, in their order.
    spans: Vec<Span>,
    score: Score,
    misses: Vec<String>,
}

impl<'a> Scorer<'a> {
    fn new(comparison: &'a Comparison, labels: &'a Labels) -> Self {
        let spans = labels.segments.iter().map(|segment| {
            let text = text_of(comparison, &segment.place.outlet);
            segment.place.span(text)
        });
        Self {
            comparison,
            labels,
            spans: spans.collect(),
            score: Score::default(),
            misses: Vec::new(),
        }
    }

    fn outlet(&self, article: usize) -> &'a str {
        &self.comparison.articles[article].outlet
    }

    fn is_labelled(&self, article: usize) -> bool {
        let outlet = self.outlet(article);
        !self.labels.unlabelled.iter().any(|other| other == outlet)
    }

    /// Index of the labelled segment that `place` stands for.
    fn segment_at(&self, place: Found) -> Option<usize> {
        let outlet = self.outlet(place.article);
        let segments = self.labels.segments.iter().enumerate();
        segments
            .filter(|(_, segment)| segment.place.outlet == outlet)
            .map(|(at, _)| (at, likeness(place.span, self.spans[at])))
            .filter(|(_, likeness)| *likeness > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(at, _)| at)
    }

    fn segments(&mut self) {
        let comparison = self.comparison;
        let mut credited: BTreeMap<usize, Option<&str>> = BTreeMap::new();
        let mut tally = Tally::default();
        for (article, extraction) in comparison.extractions.iter().enumerate() {
            if !self.is_labelled(article) {
                continue;
            }
            for quotation in &extraction.quotations {
                let name = quotation.speaker.as_ref().map(|s| s.name.as_str());
                for &span in &quotation.segments {
                    tally.found += 1;
                    let at = self.segment_at(Found { article, span });
                    let new = at.filter(|at| !credited.contains_key(at));
                    let speech = new.filter(|at| self.labels.segments[*at].role == Role::Speech);
                    if let Some(at) = new {
                        credited.insert(at, name);
                    }
                    if speech.is_some() {
                        tally.right += 1;
                        tally.fitting += 1;
                    } else {
                        let words = span.slice(&comparison.articles[article].text);
                        let outlet = self.outlet(article);
                        self.misses.push(format!("no speech: {outlet}: {words}"));
                    }
                }
            }
        }
        let mut speakers = Tally::default();
        for (at, segment) in self.labels.segments.iter().enumerate() {
            let Some(speaker) = segment.speaker.as_deref() else {
                continue;
            };
            tally.labelled += 1;
            speakers.labelled += 1;
            match credited.get(&at) {
                Some(name) if name.is_some_and(|name| names_agree(name, speaker)) => {
                    speakers.right += 1;
                }
                Some(name) => {
                    let name = name.unwrap_or("nobody");
                    let miss = format!("speaker: {}: {name} for {speaker}", segment.id);
                    self.misses.push(miss);
                }
                None => self.misses.push(format!("segment missed: {}", segment.id)),
            }
        }
        *self.score.tally(Measure::Segments) += tally;
        *self.score.tally(Measure::Speakers) += speakers;
    }

    /// The pairs of labelled outlets, quoted on both sides or not.
    fn found_pairs(&self, paraphrased: bool) -> Vec<&'a Pair> {
        let comparison = self.comparison;
        let statements = comparison.statements.iter();
        let pairs = statements.flat_map(|statement| &statement.pairs);
        pairs
            .filter(|pair| pair.relations.contains(Relation::Paraphrased) == paraphrased)
            .filter(|pair| [pair.a, pair.b].iter().all(|p| self.is_labelled(p.article)))
            .collect()
    }

    fn pairs(&mut self) {
        let mut found: BTreeMap<(usize, usize), &Pair> = BTreeMap::new();
        let mut tally = Tally::default();
        for pair in self.found_pairs(false) {
            match (self.segment_at(pair.a), self.segment_at(pair.b)) {
                (Some(a), Some(b)) => {
                    found.entry((a.min(b), a.max(b))).or_insert(pair);
                }
                _ => tally.found += 1,
            }
        }
        tally.found += found.len();
        let ids: BTreeMap<&str, usize> = (self.labels.segments.iter().enumerate())
            .map(|(at, segment)| (segment.id.as_str(), at))
            .collect();
        let (mut relations, mut gravest) = (Tally::default(), Tally::default());
        for label in &self.labels.pairs {
            tally.labelled += 1;
            let (a, b) = (ids[label.a.as_str()], ids[label.b.as_str()]);
            let names = format!("{} ~ {}", label.a, label.b);
            let Some(pair) = found.remove(&(a.min(b), a.max(b))) else {
                gravest.labelled += label.also.len();
                self.misses.push(format!("pair missed: {names}"));
                continue;
            };
            tally.right += 1;
            tally.fitting += 1;
            relations.labelled += 1;
            let told: BTreeSet<&str> = DIFFERENCES
                .into_iter()
                .filter(|relation| pair.relations.contains(*relation))
                .map(Relation::name)
                .collect();
            let wanted: BTreeSet<&str> = label.difference.iter().map(String::as_str).collect();
            if told == wanted {
                relations.right += 1;
            } else {
                let miss = format!("relation: {names}: {told:?} for {wanted:?}");
                self.misses.push(miss);
            }
            for (word, relation) in GRAVEST {
                let told = pair.relations.contains(relation);
                let wanted = label.also.iter().any(|also| also == word);
                gravest.found += usize::from(told);
                gravest.labelled += usize::from(wanted);
                gravest.right += usize::from(told && wanted);
                gravest.fitting += usize::from(told && wanted);
                if told != wanted {
                    let what = if wanted { "missed" } else { "wrong" };
                    self.misses.push(format!("{word} {what}: {names}"));
                }
            }
        }
        for &(a, b) in found.keys() {
            let [a, b] = [a, b].map(|at| &self.labels.segments[at].id);
            self.misses.push(format!("pair wrong: {a} ~ {b}"));
        }
        *self.score.tally(Measure::Pairs) += tally;
        *self.score.tally(Measure::Relations) += relations;
        *self.score.tally(Measure::Gravest) += gravest;
    }

    fn paraphrases(&mut self) {
        let found = self.found_pairs(true);
        let mut fitting = BTreeSet::new();
        let mut tally = Tally {
            found: found.len(),
            labelled: self.labels.paraphrases.len(),
            ..Tally::default()
        };
        for label in &self.labels.paraphrases {
            let finds: Vec<usize> = (0..found.len())
                .filter(|at| self.tells(found[*at], label))
                .collect();
            tally.right += usize::from(!finds.is_empty());
            if finds.is_empty() {
                let (segment, outlet) = (&label.segment, &label.place.outlet);
                let miss = format!("paraphrase missed: {segment} in {outlet}");
                self.misses.push(miss);
            }
            fitting.extend(finds);
        }
        tally.fitting = fitting.len();
        *self.score.tally(Measure::Paraphrases) += tally;
        for (_, pair) in (0..).zip(found).filter(|(at, _)| !fitting.contains(at)) {
            let [a, b] = [pair.a, pair.b].map(|place| self.comparison.slice(place));
            self.misses.push(format!("paraphrase wrong: {a} ~ {b}"));
        }
    }

    /// Whether `pair` joins the segment of `label` with the place that it tells.
    fn tells(&self, pair: &Pair, label: &Paraphrase) -> bool {
        let text = text_of(self.comparison, &label.place.outlet);
        let told = label.place.span(text);
        let sides = [(pair.a, pair.b), (pair.b, pair.a)];
        sides.into_iter().any(|(quoted, own)| {
            let segment = self.segment_at(quoted);
            segment.is_some_and(|at| self.labels.segments[at].id == label.segment)
                && self.outlet(own.article) == label.place.outlet
                && own.span.overlap(told) > 0
        })
    }

    fn commentary(&mut self) {
        let findings = self.labels.findings.iter();
        for finding in findings.filter(|finding| finding.kind == "commentary") {
            for label in &finding.spans {
                let text = text_of(self.comparison, &label.outlet);
                let wanted = label.span(text);
                let articles = self.comparison.articles.iter();
                let remarks = articles
                    .zip(&self.comparison.extractions)
                    .filter(|(article, _)| article.outlet == label.outlet)
                    .flat_map(|(_, extraction)| &extraction.commentary);
                let is_found = remarks.map(|r| r.span).any(|span| span.overlap(wanted) > 0);
                let tally = self.score.tally(Measure::Commentary);
                tally.labelled += 1;
                tally.right += usize::from(is_found);
                if !is_found {
                    let words = wanted.slice(text);
                    let miss = format!("commentary missed: {}: {words}", label.outlet);
                    self.misses.push(miss);
                }
            }
        }
    }
}

/// Share of what two spans cover together that both hold, 0 when they are not the same place.
fn likeness(a: Span, b: Span) -> f64 {
    let shared = a.overlap(b);
    let together = a.join(b).len();
    if shared * 2 >= a.len().min(b.len()) && shared * 3 >= together {
        shared as f64 / together as f64
    } else {
        0.0
    }
}

/// Whether the last names agree, or one name holds all words of the other.
fn names_agree(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase);
        words
            .filter(|word| !word.is_empty() && !matches!(word.as_str(), "the" | "a" | "an"))
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let holds = |all: &[String], some: &[String]| some.iter().all(|word| all.contains(word));
    !a.is_empty() && !b.is_empty() && (a.last() == b.last() || holds(&a, &b) || holds(&b, &a))
}

#[test]
fn a_span_stands_for_what_it_mostly_covers() {
    let span = |start, end| Span::new(start, end);
    assert!(likeness(span(10, 50), span(12, 50)) > 0.9);
    assert!(likeness(span(10, 50), span(48, 90)) == 0.0);
    assert!(likeness(span(10, 100), span(10, 20)) == 0.0);
}

#[test]
fn names_agree_by_last_name_or_parts() {
    assert!(names_agree("Lee", "Ann Lee"));
    assert!(names_agree("the Water Board", "Ashel Valley Water Board"));
    assert!(!names_agree("Bob Ray", "Ann Lee"));
    assert!(!names_agree("", "Ann Lee"));
}
