//! What a reader should see first, in a handful of plain sentences, gravest first.
//!
//! Every sentence names outlets and prints words as they stand in the articles; it says what differs and
//! never who is right. One sentence per statement and kind: ten outlets that all drop the same "not" are
//! one finding.

mod appeals;
mod beside;
mod omissions;
mod pairs;

use std::cmp::Reverse;

use crate::align::vocabulary::Vocabulary;
use crate::model::{
    CommentaryKind, Copy, Difference, Finding, FindingKind, Place, Span, from_first_word,
};
use crate::{Comparison, Texts};

/// Sentences of one kind before the rest is counted.
const MOST: usize = 4;
/// Words of a statement that are printed to tell which one is meant.
const SNIPPET: usize = 8;

/// The findings of `comparison`, whose outlets are called by `names` in sentences; the articles `apart` tell something
/// else than the others.
pub(super) fn summary(
    comparison: &Comparison,
    names: Vec<String>,
    vocabulary: &Vocabulary,
    apart: Vec<usize>,
) -> Vec<Finding> {
    let writer = Writer {
        comparison,
        names,
        vocabulary,
        texts: comparison.texts,
    };
    let mut findings = writer.at_most(
        FindingKind::Contradicted,
        writer.of_pairs(FindingKind::Contradicted),
    );
    findings.extend(writer.facts(Difference::Conflict));
    for kind in [
        FindingKind::Speaker,
        FindingKind::Spliced,
        FindingKind::QualificationCut,
        FindingKind::Reworded,
    ] {
        let found = writer.of_pairs(kind);
        findings.extend(writer.at_most(kind, found));
    }
    findings.extend(writer.facts(Difference::Update));
    findings.extend(writer.at_most(FindingKind::Omission, writer.omissions()));
    findings.extend(writer.missing());
    findings.extend(writer.headlines());
    findings.extend(writer.labels());
    findings.extend(writer.cues());
    findings.extend(writer.commentary());
    findings.extend(writer.remarks());
    findings.extend(writer.facts(Difference::Rounding));
    findings.extend(writer.copies());
    findings.extend(writer.agreement());
    findings.extend(writer.languages());
    findings.extend(writer.apart(apart));
    findings.extend(writer.nothing_shared());
    findings
}

struct Writer<'c> {
    comparison: &'c Comparison,
    names: Vec<String>,
    vocabulary: &'c Vocabulary,
    texts: Texts,
}

/// What could not be compared, in a sentence about `articles`.
fn note(text: String, articles: Vec<usize>) -> Finding {
    Finding {
        kind: FindingKind::Note,
        text,
        statements: Vec::new(),
        articles,
        places: Vec::new(),
        count: 1,
    }
}

impl Writer<'_> {
    /// Which articles are in languages without word lists.
    fn languages(&self) -> Option<Finding> {
        let extractions = self.comparison.extractions.iter().enumerate();
        let articles: Vec<usize> = extractions
            .filter(|(_, extraction)| extraction.lacks_language)
            .map(|(at, _)| at)
            .collect();
        let text = self.texts.without_speakers(self.outlets(&articles));
        (!articles.is_empty()).then(|| note(text, articles))
    }

    /// Which articles tell something else than the others.
    fn apart(&self, articles: Vec<usize>) -> Option<Finding> {
        let text = self.texts.apart(self.outlets(&articles));
        (!articles.is_empty()).then(|| note(text, articles))
    }

    /// That no two outlets can be compared, or none carries what another does; then also what came nearest.
    fn nothing_shared(&self) -> Option<Finding> {
        let comparison = self.comparison;
        let mut statements = comparison.statements.iter();
        if statements.any(|statement| statement.carried_by.len() > 1) {
            return None;
        }
        let mut finding = note(comparison.nothing_found(), Vec::new());
        let nearest = comparison
            .nearest
            .iter()
            .min_by_key(|near| (Reverse(near.count), near.telling, near.statement));
        if let Some(near) = nearest {
            let own = comparison.statements[near.statement].reference;
            let passage = |place: Place| {
                let outlet = self.outlet(place.article);
                self.texts.words_in(self.snippet(place), outlet)
            };
            let shared = comparison.nearest_in_words(near);
            let told = self
                .texts
                .nearest_of_all(passage(own), passage(near.place), shared);
            finding.text = format!("{} {told}", finding.text);
            finding.statements = vec![near.statement, near.of];
            finding.articles = vec![own.article, near.place.article];
        }
        Some(finding)
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
                text: self.texts.more_of_kind(rest.len()),
                statements: rest
                    .iter()
                    .flat_map(|finding| finding.statements.clone())
                    .collect(),
                articles,
                places: Vec::new(),
                count: rest.len(),
            });
        }
        findings
    }

    fn outlet(&self, article: usize) -> &str {
        &self.names[article]
    }

    fn outlets(&self, articles: &[usize]) -> String {
        let names: Vec<&str> = articles.iter().map(|at| self.outlet(*at)).collect();
        self.texts.list(&names)
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
            let what = match all_inserted {
                true => self.texts.passages_of_its_own(remarks.len()),
                false => self.texts.remarks_of_its_own(remarks.len()),
            };
            let words = self.texts.words(words);
            let copy = self
                .comparison
                .copies
                .iter()
                .find(|copy| copy.article == at);
            let marker = match remarks.as_slice() {
                [remark] => remark.marker,
                _ => None,
            };
            let text = match copy {
                None if marker.is_some() => {
                    let marker = marker.map_or("", |span| span.slice(text));
                    let marker = self.texts.quoted(marker.trim_end_matches([':', '.', ' ']));
                    self.texts.adds_marked(self.outlet(at), what, words, marker)
                }
                Some(copy) => {
                    let other = self.outlet(copy.of);
                    self.texts.adds_to(self.outlet(at), what, words, other)
                }
                None => self.texts.adds(self.outlet(at), what, words),
            };
            findings.push(Finding {
                kind: FindingKind::Commentary,
                text,
                statements: Vec::new(),
                articles: vec![at],
                places: Vec::new(),
                count: 1,
            });
        }
        findings
    }

    fn copies(&self) -> Vec<Finding> {
        let has_remarks = |at: usize| !self.comparison.extractions[at].commentary.is_empty();
        let copies = self.comparison.copies.iter();
        let told = copies.filter(|copy| !has_remarks(copy.article) || !copy.changes.is_empty());
        told.map(|copy| Finding {
            kind: FindingKind::Note,
            text: self.texts.prints_text(
                self.outlet(copy.article),
                self.outlet(copy.of),
                format!("{:.0}", copy.share * 100.0),
            ) + &self.changed(copy),
            statements: Vec::new(),
            articles: vec![copy.article, copy.of],
            places: Vec::new(),
            count: 1,
        })
        .collect()
    }

    /// What a copy changes, in a few phrases.
    fn changed(&self, copy: &Copy) -> String {
        let mut phrases = self.comparison.copy_changes(copy);
        if phrases.is_empty() {
            return String::new();
        }
        let more = phrases.len().saturating_sub(MOST);
        phrases.truncate(MOST);
        let phrases = phrases.join(", ");
        match more {
            0 => format!(", {phrases}"),
            more => format!(", {}", self.texts.changes_more(more, phrases)),
        }
    }

    fn quote(&self, place: Place, span: Span) -> String {
        let text = &self.comparison.articles[place.article].text;
        self.texts.quoted(span.slice(text))
    }

    /// The first words of a place, as they stand.
    fn snippet(&self, place: Place) -> String {
        self.first_words(place, SNIPPET)
    }

    fn first_words(&self, place: Place, most: usize) -> String {
        let slice = from_first_word(self.comparison.slice(place));
        let mut words = 0;
        let mut in_word = false;
        for (at, sign) in slice.char_indices() {
            if sign.is_whitespace() {
                in_word = false;
            } else if !in_word {
                in_word = true;
                words += 1;
                if words > most {
                    return self.texts.quoted_beginning(slice[..at].trim_end());
                }
            }
        }
        self.texts.quoted(slice.trim_end_matches([',', ' ']))
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}
