//! What of the facts and the framing belongs among the first sentences of a report.
//!
//! A handful: the facts that conflict, the referent that is named most differently, the speaker whose words
//! are introduced most differently, the weightiest matters that somebody leaves out, and the sentences in
//! which an outlet seems to speak for itself. The rest stands in the sections behind `-v` and in JSON.

use crate::Comparison;
use crate::model::{
    Difference, Fact, FactKind, Finding, FindingKind, Framing, FramingKind, Place, Remark,
};

/// Most sentences of each kind; together at most twelve.
const MOST_FACTS: usize = 4;
const MOST_LABELS: usize = 2;
const MOST_CUES: usize = 1;
const MOST_OMISSIONS: usize = 2;
const MOST_REMARKS: usize = 2;
/// Words of a passage that are printed to tell which one is meant.
const SNIPPET: usize = 12;
/// Facts compared from which it is worth saying that none conflicts.
const WORTH_SAYING: usize = 3;

/// The findings on facts and framing.
pub(super) fn findings(comparison: &Comparison) -> Vec<Finding> {
    let mut found = facts(comparison);
    let kinds = [
        (FramingKind::Label, FindingKind::Label, MOST_LABELS),
        (FramingKind::Cue, FindingKind::Cue, MOST_CUES),
        (FramingKind::Omission, FindingKind::Missing, MOST_OMISSIONS),
    ];
    for (kind, finding, most) in kinds {
        let own = comparison
            .framing
            .iter()
            .filter(|framing| framing.kind == kind);
        let own = own.filter(|framing| is_shared(framing));
        found.extend(own.take(most).map(|framing| Finding {
            kind: finding,
            text: text(comparison, framing),
            statements: Vec::new(),
            articles: articles(framing.places.iter().copied()),
        }));
    }
    found.extend(remarks(comparison));
    found
}

fn facts(comparison: &Comparison) -> Vec<Finding> {
    let facts = &comparison.facts;
    let differing = facts
        .iter()
        .filter(|fact| fact.difference != Difference::Rounding);
    let mut found: Vec<Finding> = differing
        .take(MOST_FACTS)
        .map(|fact| Finding {
            kind: FindingKind::Fact,
            text: values(comparison, fact),
            statements: Vec::new(),
            articles: articles(fact.values.iter().map(|value| value.place)),
        })
        .collect();
    if facts.is_empty() && comparison.facts_compared >= WORTH_SAYING {
        found.push(Finding {
            kind: FindingKind::Note,
            text: format!(
                "no conflicting numbers, dates or names among {} compared",
                comparison.facts_compared
            ),
            statements: Vec::new(),
            articles: Vec::new(),
        });
    }
    found
}

/// "“62-page judgment” in Assize News, “64 pages” in Docket & Quill".
fn values(comparison: &Comparison, fact: &Fact) -> String {
    let mut printed: Vec<(String, Vec<usize>)> = Vec::new();
    for value in &fact.values {
        let words = plain(comparison.slice(value.place));
        match printed
            .iter_mut()
            .find(|(known, _)| known.eq_ignore_ascii_case(&words))
        {
            Some((_, articles)) => articles.push(value.place.article),
            None => printed.push((words, vec![value.place.article])),
        }
    }
    let parts: Vec<String> = printed
        .iter()
        .map(|(words, articles)| format!("“{words}” in {}", outlets(comparison, articles)))
        .collect();
    let updated = match fact.difference {
        Difference::Update => " (the later report has more)",
        _ => "",
    };
    let what = match fact.kind {
        FactKind::Name => "name: ",
        FactKind::Date => "when: ",
        FactKind::Place => "where: ",
        FactKind::Number | FactKind::Other => "",
    };
    format!("{what}{}{updated}", parts.join(", "))
}

/// Whether the passages lie in several articles: what one outlet alone tells is no news for the first lines.
fn is_shared(framing: &Framing) -> bool {
    articles(framing.places.iter().copied()).len() > 1
}

fn text(comparison: &Comparison, framing: &Framing) -> String {
    match (framing.kind, framing.places.first()) {
        (FramingKind::Label, _) => framing.note.clone(),
        (FramingKind::Omission, Some(first)) => {
            let carrying = articles(framing.places.iter().copied());
            format!(
                "{}: in {} (“{}”), {}",
                framing.about,
                outlets(comparison, &carrying),
                snippet(comparison, *first),
                framing.note
            )
        }
        _ => format!("{}: {}", framing.about, framing.note),
    }
}

/// The weightiest remarks, in order of article and text.
fn remarks(comparison: &Comparison) -> Vec<Finding> {
    let mut heaviest: Vec<&Remark> = comparison.remarks.iter().collect();
    heaviest.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then_with(|| a.place.cmp(&b.place))
    });
    heaviest.truncate(MOST_REMARKS);
    heaviest.sort_by_key(|remark| remark.place);
    heaviest
        .iter()
        .map(|remark| Finding {
            kind: FindingKind::Remark,
            text: format!(
                "{}: “{}”",
                comparison.articles[remark.place.article].outlet,
                snippet(comparison, remark.place)
            ),
            statements: Vec::new(),
            articles: vec![remark.place.article],
        })
        .collect()
}

fn snippet(comparison: &Comparison, place: Place) -> String {
    let words: Vec<&str> = comparison.slice(place).split_whitespace().collect();
    if words.len() <= SNIPPET {
        return words.join(" ");
    }
    format!("{} …", words[..SNIPPET].join(" "))
}

fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn articles(places: impl Iterator<Item = Place>) -> Vec<usize> {
    let mut articles: Vec<usize> = places.map(|place| place.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles
}

fn outlets(comparison: &Comparison, articles: &[usize]) -> String {
    let mut articles = articles.to_vec();
    articles.dedup();
    let names: Vec<&str> = articles
        .iter()
        .map(|at| comparison.articles[*at].outlet.as_str())
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
