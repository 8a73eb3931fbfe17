//! What differs inside quotation marks, one sentence per statement and kind.

use super::{Writer, count_words};
use crate::Comparison;
use crate::align::vocabulary::Rank;
use crate::model::{DiffOp, DiffPart, Finding, FindingKind, Pair, Place, Relation, Span};

/// Changes of one pair that are printed.
const CHANGES: usize = 2;
/// Longest change, in bytes, that is printed: two whole sentences belong into the statement itself.
const LONGEST_CHANGE: usize = 60;

impl Writer<'_> {
    /// One finding for every statement with a pair of this kind.
    pub(super) fn of_pairs(&self, kind: FindingKind) -> Vec<Finding> {
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
                    FindingKind::QualificationCut => self.qualification(at, pair),
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
                    places: Vec::new(),
                    count: 1,
                });
            }
        }
        findings
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
        let mut changes: Vec<&DiffPart> = pair.diff.iter().filter(changed).collect();
        let is_even = |part: &&DiffPart| part.op != DiffOp::Replace || self.is_even(pair, part);
        if kind != FindingKind::Contradicted || changes.iter().any(is_even) {
            changes.retain(is_even);
        }
        let told: Vec<String> = changes
            .into_iter()
            .take(CHANGES)
            .map(|part| match (part.a, part.b) {
                (Some(x), Some(y)) => {
                    let (old, new) = (self.quote(pair.a, x), self.quote(pair.b, y));
                    self.texts.is_in(old, a, new, b)
                }
                (Some(x), None) => self.texts.is_missing(self.quote(pair.a, x), a, b),
                (None, Some(y)) => self.texts.is_missing(self.quote(pair.b, y), b, a),
                (None, None) => String::new(),
            })
            .collect();
        (!told.is_empty()).then(|| told.join("; "))
    }

    /// Whether the two sides of a change are about as long: one word does not stand for a sentence.
    fn is_even(&self, pair: &Pair, part: &DiffPart) -> bool {
        let words = |place: Place, span: Option<Span>| {
            let text = &self.comparison.articles[place.article].text;
            span.map_or(0, |span| count_words(span.slice(text)))
        };
        let (a, b) = (words(pair.a, part.a), words(pair.b, part.b));
        a.max(b) <= 2 * a.min(b) + 2
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
        let says = |id: &u32| self.vocabulary.rank(*id) > Rank::Function;
        let negates = |id: &u32| self.vocabulary.is_negation(*id);
        let tells = match part.op {
            // "the" for "I understand that" is a matter of where the quotation begins.
            DiffOp::Replace => a.iter().any(says) && b.iter().any(says),
            _ => a.iter().chain(&b).any(says),
        };
        (tells || a.iter().chain(&b).any(negates)) && stems(&a) != stems(&b)
    }

    /// "“We warned them” is credited to Ann Lee in Meridian Wire, to Bo Carr in Capital Daily".
    fn speakers(&self, at: usize, pair: &Pair) -> String {
        let speaker = |place| self.comparison.credited(at, place);
        let (speaker_a, speaker_b) = (speaker(pair.a), speaker(pair.b));
        let (a, b) = (self.outlet(pair.a.article), self.outlet(pair.b.article));
        let (words_a, words_b) = (self.snippet(pair.a), self.snippet(pair.b));
        // Other words are not those of both.
        if pair.relations.iter().any(changes_words) && words_a != words_b {
            return self
                .texts
                .credited_apart_each(words_a, a, speaker_a, words_b, b, speaker_b);
        }
        let (words, _) = self.by_length(pair);
        self.texts
            .credited_apart(self.snippet(words), speaker_a, a, speaker_b, b)
    }

    fn splice(&self, pair: &Pair) -> String {
        let (joined, whole) = if statement_joins(self.comparison, pair.b) {
            (pair.b, pair.a)
        } else if statement_joins(self.comparison, pair.a) {
            (pair.a, pair.b)
        } else {
            self.by_length(pair)
        };
        self.texts.joins_two_places(
            self.outlet(joined.article),
            self.outlet(whole.article),
            self.snippet(joined),
        )
    }

    fn qualification(&self, at: usize, pair: &Pair) -> Option<String> {
        let last = pair.diff.iter().rev().find(|part| part.op == DiffOp::Cut)?;
        let (stops, goes_on, rest) = match (last.a, last.b) {
            (Some(rest), _) => (pair.b, pair.a, rest),
            (_, Some(rest)) => (pair.a, pair.b, rest),
            _ => return None,
        };
        // Who goes on in words of his own conceals nothing.
        let mut pairs = self.comparison.statements[at].pairs.iter();
        let tells_rest = pairs.any(|other| {
            let mut places = [other.a, other.b].into_iter();
            other.relations.contains(Relation::Paraphrased)
                && places.any(|place| place.article == stops.article && place > stops)
        });
        if tells_rest {
            return None;
        }
        let rest = self.snippet(Place {
            article: goes_on.article,
            span: rest,
        });
        Some(self.texts.stops_before(
            self.outlet(stops.article),
            rest,
            self.outlet(goes_on.article),
        ))
    }

    fn by_length(&self, pair: &Pair) -> (Place, Place) {
        if pair.a.span.len() <= pair.b.span.len() {
            (pair.a, pair.b)
        } else {
            (pair.b, pair.a)
        }
    }
}

/// Whether the words of two passages so related are not those of one, cut at its edges.
fn changes_words(relation: Relation) -> bool {
    !matches!(
        relation,
        Relation::Verbatim | Relation::Truncated | Relation::QualificationCut | Relation::Speaker
    )
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
