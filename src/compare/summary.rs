//! What a reader should see first, in a handful of plain sentences, gravest first.
//!
//! Every sentence names outlets and prints words as they stand in the articles; it says what differs and
//! never who is right. One sentence per statement and kind: ten outlets that all drop the same "not" are
//! one finding.

use crate::Comparison;
use crate::align::vocabulary::{Rank, Vocabulary};
use crate::model::{
    CommentaryKind, DiffOp, DiffPart, Finding, FindingKind, Pair, Place, Relation, Span,
};

/// Sentences of one kind before the rest is counted.
const MOST: usize = 4;
/// Words of a statement that are printed to tell which one is meant.
const SNIPPET: usize = 8;
/// Changes of one pair that are printed.
const CHANGES: usize = 2;
/// Longest change, in bytes, that is printed: two whole sentences belong into the statement itself.
const LONGEST_CHANGE: usize = 60;

/// The findings of `comparison`.
pub(super) fn summary(comparison: &Comparison, vocabulary: &Vocabulary) -> Vec<Finding> {
    let writer = Writer {
        comparison,
        vocabulary,
    };
    let mut findings = Vec::new();
    for kind in [
        FindingKind::Contradicted,
        FindingKind::Speaker,
        FindingKind::Spliced,
        FindingKind::QualificationCut,
        FindingKind::Reworded,
    ] {
        let found = writer.of_pairs(kind);
        findings.extend(writer.at_most(kind, found));
    }
    findings.extend(writer.at_most(FindingKind::Omission, writer.omissions()));
    findings.extend(writer.commentary());
    findings.extend(writer.copies());
    findings.extend(writer.languages());
    if comparison.articles.len() < 2 {
        findings.push(Finding {
            kind: FindingKind::Note,
            text: comparison.nothing_found().to_owned(),
            statements: Vec::new(),
            articles: Vec::new(),
        });
    }
    findings
}

struct Writer<'c> {
    comparison: &'c Comparison,
    vocabulary: &'c Vocabulary,
}

impl Writer<'_> {
    /// One finding for every statement with a pair of this kind.
    fn of_pairs(&self, kind: FindingKind) -> Vec<Finding> {
        let relation = match kind {
            FindingKind::Contradicted => Relation::Contradicted,
            FindingKind::Speaker => Relation::Speaker,
            FindingKind::Spliced => Relation::Spliced,
            FindingKind::QualificationCut => Relation::QualificationCut,
            _ => Relation::Reworded,
        };
        let mut findings = Vec::new();
        for (at, statement) in self.comparison.statements.iter().enumerate() {
            // What was said of a statement under a graver head is not said again.
            let is_graver_said = |pair: &Pair| {
                kind == FindingKind::Reworded && pair.relations.contains(Relation::Contradicted)
            };
            let mut pairs: Vec<&Pair> = statement
                .pairs
                .iter()
                .filter(|pair| pair.relations.contains(relation) && !is_graver_said(pair))
                .collect();
            pairs.sort_by_key(|pair| {
                let with_reference = [pair.a, pair.b].contains(&statement.reference);
                (!with_reference, pair.a, pair.b)
            });
            let said = pairs.iter().find_map(|pair| {
                let text = match kind {
                    FindingKind::Speaker => Some(self.speakers(at, pair)),
                    FindingKind::Spliced => Some(self.splice(pair)),
                    FindingKind::QualificationCut => self.qualification(pair),
                    _ => self.changes(pair, kind),
                };
                Some((text?, pair))
            });
            if let Some((text, pair)) = said {
                findings.push(Finding {
                    kind,
                    text,
                    statements: vec![at],
                    articles: vec![pair.a.article, pair.b.article],
                });
            }
        }
        findings
    }

    /// Which articles are in languages without word lists.
    fn languages(&self) -> Option<Finding> {
        let extractions = self.comparison.extractions.iter().enumerate();
        let articles: Vec<usize> = extractions
            .filter(|(_, extraction)| extraction.lacks_language)
            .map(|(at, _)| at)
            .collect();
        (!articles.is_empty()).then(|| Finding {
            kind: FindingKind::Note,
            text: format!(
                "Without speakers, for lack of word lists for the language: the quoted words in {}",
                self.outlets(&articles)
            ),
            statements: Vec::new(),
            articles,
        })
    }

    /// The first findings, and how many more there are.
    fn at_most(&self, kind: FindingKind, mut findings: Vec<Finding>) -> Vec<Finding> {
        if findings.len() > MOST + 1 {
            let rest = findings.split_off(MOST);
            let mut articles: Vec<usize> = rest
                .iter()
                .flat_map(|finding| finding.articles.iter().copied())
                .collect();
            articles.sort_unstable();
            articles.dedup();
            findings.push(Finding {
                kind,
                text: format!("{} more of this kind", rest.len()),
                statements: rest
                    .iter()
                    .flat_map(|finding| finding.statements.clone())
                    .collect(),
                articles,
            });
        }
        findings
    }

    fn outlet(&self, article: usize) -> &str {
        &self.comparison.articles[article].outlet
    }

    fn outlets(&self, articles: &[usize]) -> String {
        let names: Vec<&str> = articles.iter().map(|at| self.outlet(*at)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => names.concat(),
        }
    }

    /// "“300” in Meridian Wire is “30” in Capital Daily".
    fn changes(&self, pair: &Pair, kind: FindingKind) -> Option<String> {
        let (a, b) = (self.outlet(pair.a.article), self.outlet(pair.b.article));
        let is_short = |span: Option<Span>| span.is_none_or(|span| span.len() <= LONGEST_CHANGE);
        let changed = |part: &&DiffPart| {
            let op = match kind {
                FindingKind::Contradicted => {
                    matches!(part.op, DiffOp::Replace | DiffOp::Delete | DiffOp::Insert)
                }
                _ => part.op == DiffOp::Replace,
            };
            op && is_short(part.a) && is_short(part.b) && self.is_telling(pair, part)
        };
        let told: Vec<String> = pair
            .diff
            .iter()
            .filter(changed)
            .take(CHANGES)
            .map(|part| match (part.a, part.b) {
                (Some(x), Some(y)) => {
                    format!(
                        "{} in {a} is {} in {b}",
                        self.quote(pair.a, x),
                        self.quote(pair.b, y)
                    )
                }
                (Some(x), None) => format!("{} in {a} is missing in {b}", self.quote(pair.a, x)),
                (None, Some(y)) => format!("{} in {b} is missing in {a}", self.quote(pair.b, y)),
                (None, None) => String::new(),
            })
            .collect();
        (!told.is_empty()).then(|| told.join("; "))
    }

    /// Whether a change is more than one of small words, or of digits for a number word.
    fn is_telling(&self, pair: &Pair, part: &DiffPart) -> bool {
        let ids = |place: Place, span: Option<Span>| -> Vec<u32> {
            let text = &self.comparison.articles[place.article].text;
            span.map(|span| self.vocabulary.ids_of(span.slice(text)))
                .unwrap_or_default()
        };
        let (a, b) = (ids(pair.a, part.a), ids(pair.b, part.b));
        let stems = |ids: &[u32]| {
            ids.iter()
                .map(|id| self.vocabulary.stem(*id))
                .collect::<Vec<_>>()
        };
        let says = |id: &u32| {
            self.vocabulary.rank(*id) > Rank::Function || self.vocabulary.is_negation(*id)
        };
        a.iter().chain(&b).any(says) && stems(&a) != stems(&b)
    }

    fn speakers(&self, at: usize, pair: &Pair) -> String {
        let credit = |place| self.comparison.credit(at, place);
        format!(
            "{} is {} in {}, {} in {}",
            self.snippet(self.shorter(pair)),
            credit(pair.a),
            self.outlet(pair.a.article),
            credit(pair.b),
            self.outlet(pair.b.article)
        )
    }

    fn splice(&self, pair: &Pair) -> String {
        let (joined, whole) = if statement_joins(self.comparison, pair.b) {
            (pair.b, pair.a)
        } else if statement_joins(self.comparison, pair.a) {
            (pair.a, pair.b)
        } else {
            self.by_length(pair)
        };
        format!(
            "{} joins two places of what {} prints apart: {}",
            self.outlet(joined.article),
            self.outlet(whole.article),
            self.snippet(joined)
        )
    }

    fn qualification(&self, pair: &Pair) -> Option<String> {
        let last = pair.diff.iter().rev().find(|part| part.op == DiffOp::Cut)?;
        let (stops, goes_on, rest) = match (last.a, last.b) {
            (Some(rest), _) => (pair.b, pair.a, rest),
            (_, Some(rest)) => (pair.a, pair.b, rest),
            _ => return None,
        };
        Some(format!(
            "{} stops before {} in {}",
            self.outlet(stops.article),
            self.snippet(Place {
                article: goes_on.article,
                span: rest
            }),
            self.outlet(goes_on.article)
        ))
    }

    fn shorter(&self, pair: &Pair) -> Place {
        self.by_length(pair).0
    }

    fn by_length(&self, pair: &Pair) -> (Place, Place) {
        if pair.a.span.len() <= pair.b.span.len() {
            (pair.a, pair.b)
        } else {
            (pair.b, pair.a)
        }
    }

    /// Statements that most voices carry and some do not; a copy is no voice of its own.
    fn omissions(&self) -> Vec<Finding> {
        let is_copy = |at: usize| self.comparison.copies.iter().any(|copy| copy.article == at);
        let own = |articles: &[usize]| -> Vec<usize> {
            articles
                .iter()
                .copied()
                .filter(|at| !is_copy(*at))
                .collect()
        };
        let voices = (0..self.comparison.articles.len())
            .filter(|at| !is_copy(*at))
            .count();
        let mut missing: Vec<(usize, Vec<usize>, usize)> = Vec::new();
        for (at, statement) in self.comparison.statements.iter().enumerate() {
            let (carried, omitted) = (own(&statement.carried_by), own(&statement.omitted_by));
            if carried.len() >= 2 && carried.len() * 2 > voices && !omitted.is_empty() {
                missing.push((at, omitted, carried.len()));
            }
        }
        // Those that most carry first, then the longest: what is missing weighs more.
        missing.sort_by_key(|(at, _, carried)| {
            let reference = self.comparison.statements[*at].reference;
            (
                std::cmp::Reverse(*carried),
                std::cmp::Reverse(reference.span.len()),
                *at,
            )
        });
        missing
            .into_iter()
            .map(|(at, omitted, carried)| Finding {
                kind: FindingKind::Omission,
                text: format!(
                    "{}, which {carried} of {voices} carry, is not in {}",
                    self.snippet(self.comparison.statements[at].reference),
                    self.outlets(&omitted)
                ),
                statements: vec![at],
                articles: omitted,
            })
            .collect()
    }

    fn commentary(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (at, extraction) in self.comparison.extractions.iter().enumerate() {
            let remarks = &extraction.commentary;
            if remarks.is_empty() {
                continue;
            }
            let text = &self.comparison.articles[at].text;
            let words: usize = remarks
                .iter()
                .map(|remark| count_words(remark.span.slice(text)))
                .sum();
            let all_inserted = remarks
                .iter()
                .all(|remark| remark.kind == CommentaryKind::Inserted);
            let what = match (remarks.len(), all_inserted) {
                (1, true) => "a passage of its own".to_owned(),
                (1, false) => "a remark of its own".to_owned(),
                (count, true) => format!("{count} passages of its own"),
                (count, false) => format!("{count} remarks of its own"),
            };
            let copy = self
                .comparison
                .copies
                .iter()
                .find(|copy| copy.article == at);
            let into = copy
                .map(|copy| format!(" to a text of {}", self.outlet(copy.of)))
                .unwrap_or_default();
            findings.push(Finding {
                kind: FindingKind::Commentary,
                text: format!("{} adds {what} ({words} words){into}", self.outlet(at)),
                statements: Vec::new(),
                articles: vec![at],
            });
        }
        findings
    }

    fn copies(&self) -> Vec<Finding> {
        let has_remarks = |at: usize| !self.comparison.extractions[at].commentary.is_empty();
        let plain = self
            .comparison
            .copies
            .iter()
            .filter(|copy| !has_remarks(copy.article));
        plain
            .map(|copy| Finding {
                kind: FindingKind::Note,
                text: format!(
                    "{} prints the text of {} ({:.0}%)",
                    self.outlet(copy.article),
                    self.outlet(copy.of),
                    copy.share * 100.0
                ),
                statements: Vec::new(),
                articles: vec![copy.article, copy.of],
            })
            .collect()
    }

    fn quote(&self, place: Place, span: Span) -> String {
        let text = &self.comparison.articles[place.article].text;
        format!("“{}”", span.slice(text))
    }

    /// The first words of a place, as they stand.
    fn snippet(&self, place: Place) -> String {
        let slice = self.comparison.slice(place);
        let mut words = 0;
        let mut in_word = false;
        for (at, sign) in slice.char_indices() {
            if sign.is_whitespace() {
                in_word = false;
            } else if !in_word {
                in_word = true;
                words += 1;
                if words > SNIPPET {
                    return format!("“{}” …", slice[..at].trim_end());
                }
            }
        }
        format!("“{}”", slice.trim_end_matches([',', ' ']))
    }
}

/// Whether a segment was found joined with two others.
fn statement_joins(comparison: &Comparison, place: Place) -> bool {
    let pairs = comparison
        .statements
        .iter()
        .flat_map(|statement| &statement.pairs);
    let spliced = pairs.filter(|pair| pair.relations.contains(Relation::Spliced));
    spliced
        .filter(|pair| pair.a == place || pair.b == place)
        .count()
        > 1
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}
