//! What is told of the verbs with which the outlets introduce one speaker's words.
//!
//! ```text
//! one statement    “insisted” in A, “said” in B and C: “The bridge is safe for …”; 2 more
//! no such one      A: “insisted” 2, “claimed”, 4 more; B: “said” 3
//! ```
//!
//! The same words under two verbs are what a reader can compare; a list of all verbs of a speaker tells how often he
//! was quoted. So one statement that the outlets introduce in different colours stands first, and the others are counted.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::coverage::Coverage;
use super::voices::Voice;
use crate::Quotation;
use crate::model::{CueGroup, Place, QuotationId, Version};

/// Coloured verbs of one article that are told, and plain ones where there are no others.
const MOST_COLORED: usize = 3;
const MOST_PLAIN: usize = 2;

/// Whether the verb of a quotation has a colour.
pub(super) fn is_colored(quotation: &Quotation) -> bool {
    !color(quotation).is_empty()
}

/// The class of a coloured verb, nothing for a plain one.
fn color(quotation: &Quotation) -> &str {
    let stance = quotation.cue.as_ref().map_or("", |cue| &cue.stance);
    match stance {
        "neutral" | "unlisted" => "",
        stance => stance,
    }
}

/// A statement that the outlets introduce with verbs of different colours.
pub(super) struct Apart {
    statement: usize,
    /// How many colours there are, the plain one included.
    colors: usize,
    /// The verb of each article that renders it.
    verbs: Vec<Place>,
}

/// The statements of a speaker that are introduced in different colours, those in most colours first.
pub(super) fn told_apart(coverage: &Coverage, voice: &Voice) -> Vec<Apart> {
    let mut of: BTreeMap<usize, Vec<(usize, &Quotation)>> = BTreeMap::new();
    for (article, index) in voice.quotations.iter().copied() {
        let quotation = &coverage.extractions[article].quotations[index];
        if verb(coverage, article, quotation).is_none() {
            continue;
        }
        let rendered = coverage.rendered.get(&QuotationId { article, index });
        for statement in rendered.into_iter().flatten() {
            let known = of.entry(*statement).or_default();
            match known.iter_mut().find(|(other, _)| *other == article) {
                Some((_, first)) if is_colored(quotation) && !is_colored(first) => {
                    *first = quotation;
                }
                Some(_) => {}
                None => known.push((article, quotation)),
            }
        }
    }
    let mut apart: Vec<Apart> = of
        .into_iter()
        .map(|(statement, told)| {
            let mut colors: Vec<&str> = told.iter().map(|(_, own)| color(own)).collect();
            colors.sort_unstable();
            colors.dedup();
            let verbs = told.iter();
            Apart {
                statement,
                colors: colors.len(),
                verbs: verbs
                    .filter_map(|(article, own)| verb(coverage, *article, own))
                    .collect(),
            }
        })
        .filter(|apart| apart.colors > 1)
        .collect();
    apart.sort_by_key(|apart| (Reverse(apart.colors), apart.statement));
    apart
}

/// “insisted” in A, “said” in B and C: the statement's first words; and how many more there are. With the verbs.
pub(super) fn of_first(coverage: &Coverage, apart: &[Apart]) -> Option<(String, Vec<Version>)> {
    let (first, rest) = apart.split_first()?;
    // Outlets with one verb share a place in the sentence.
    let mut printed: Vec<(Place, Vec<usize>)> = Vec::new();
    for verb in &first.verbs {
        let is_same = |(known, _): &&mut (Place, Vec<usize>)| {
            coverage.slice(*known).to_lowercase() == coverage.slice(*verb).to_lowercase()
        };
        match printed.iter_mut().find(is_same) {
            Some((_, articles)) => articles.push(verb.article),
            None => printed.push((*verb, vec![verb.article])),
        }
    }
    let texts = coverage.texts;
    let verbs: Vec<String> = printed
        .iter()
        .map(|(verb, articles)| texts.words_in(coverage.quote(*verb), coverage.outlets(articles)))
        .collect();
    let mut words = coverage.statements[first.statement].carried_words(coverage.articles);
    let trimmed = coverage.slice(words).trim_end_matches([',', ' ']);
    words.span.end = words.span.start + trimmed.len();
    let words = coverage.quote(words);
    let told = format!("{}: {words}", verbs.join(", "));
    let told = match rest.len() {
        0 => told,
        more => format!("{told}; {}", texts.verbs_differ_too(more)),
    };
    let verbs = first.verbs.iter();
    let versions = verbs.map(|place| Version {
        place: *place,
        count: 1,
    });
    Some((told, versions.collect()))
}

/// The coloured verbs of an article with their counts, or the most frequent of plain ones; the rest is counted.
pub(super) fn of_article(
    coverage: &Coverage,
    article: usize,
    speech: &[&Quotation],
) -> (String, Vec<Version>) {
    let mut counts: Vec<(Place, usize, bool)> = Vec::new();
    for quotation in speech {
        let Some(verb) = verb(coverage, article, quotation) else {
            continue;
        };
        let is_same = |(known, ..): &&mut (Place, usize, bool)| {
            coverage.slice(*known).to_lowercase() == coverage.slice(verb).to_lowercase()
        };
        match counts.iter_mut().find(is_same) {
            Some((_, count, _)) => *count += 1,
            None => counts.push((verb, 1, is_colored(quotation))),
        }
    }
    counts.sort_by_key(|(verb, count, is_colored)| (!is_colored, Reverse(*count), *verb));
    let texts = coverage.texts;
    let colored = counts.iter().take_while(|(.., is_colored)| *is_colored);
    let most = match colored.count() {
        0 => MOST_PLAIN,
        colored => colored.min(MOST_COLORED),
    };
    let mut parts: Vec<String> = counts
        .iter()
        .take(most)
        .map(|(verb, count, _)| texts.counted(*count, coverage.quote(*verb)))
        .collect();
    if counts.len() > most {
        let rest = counts[most..].iter().map(|(_, count, _)| *count);
        parts.push(texts.other_verbs(rest.sum::<usize>()));
    }
    let versions = counts.iter().take(most);
    let versions = versions.map(|(place, count, _)| Version {
        place: *place,
        count: *count,
    });
    (parts.join(", "), versions.collect())
}

/// Where the verb of a quotation of speech stands; a colon alone is none.
fn verb(coverage: &Coverage, article: usize, quotation: &Quotation) -> Option<Place> {
    let cue = quotation.cue.as_ref()?;
    let place = Place {
        article,
        span: cue.span,
    };
    let has_letters = coverage.slice(place).contains(char::is_alphabetic);
    let says = cue.group == CueGroup::Speech && has_letters && !is_denied(coverage, place);
    says.then_some(place)
}

/// Words before a verb among which one can deny it: "did not immediately respond".
const BEFORE: usize = 2;

/// Whether the words right before a verb deny that anything was said.
fn is_denied(coverage: &Coverage, verb: Place) -> bool {
    let text = &coverage.articles[verb.article].text[..verb.span.start];
    let line = text.rfind('\n').map_or(0, |at| at + 1);
    let vocabulary = &coverage.alignment.vocabulary;
    let mut before = text[line..].split_whitespace().rev().take(BEFORE);
    before.any(|word| {
        let mut ids = vocabulary.ids_of(word).into_iter();
        ids.any(|id| vocabulary.is_negation(id))
    })
}

#[cfg(test)]
mod tests {
    use crate::model::FindingKind;
    use crate::{Article, compare_articles};

    fn line(texts: &[&str]) -> String {
        let names = ["A Wire", "B Post", "C Star"];
        let articles = names.iter().zip(texts);
        let comparison = compare_articles(
            articles
                .map(|(name, text)| Article::new(*name, *text))
                .collect(),
        );
        let mut findings = comparison.summary.into_iter();
        let of_lee = |text: &str| text.starts_with("Ann Lee: ");
        let cue = findings.find(|one| one.kind == FindingKind::Cue && of_lee(&one.text));
        cue.map(|cue| cue.text).unwrap_or_default()
    }

    #[test]
    fn one_statement_under_two_verbs_is_told_and_the_others_are_counted() {
        let told = line(&[
            "“The bridge is safe for lorries,” Ann Lee insisted. “No bolt was missing in May,” she claimed. \
             Ann Lee said the ferry runs. Ann Lee said the toll stays.",
            "“The bridge is safe for lorries,” Ann Lee said. “No bolt was missing in May,” she said.",
            "Ann Lee said: “The bridge is safe for lorries.”",
        ]);
        assert_eq!(
            told,
            "Ann Lee: “insisted” in A Wire, “said” in B Post and C Star: “The bridge is safe for lorries”; the verbs of 1 more statement differ too"
        );
    }

    #[test]
    fn without_such_a_statement_the_coloured_verbs_of_each_are_told() {
        let told = line(&[
            "“The bridge is safe,” Ann Lee insisted. Ann Lee claimed that bolts are new. Ann Lee said the ferry runs.",
            "“The toll stays,” Ann Lee said. “Buses are free,” Ann Lee added. “We meet in May,” Ann Lee told reporters.",
        ]);
        assert_eq!(
            told,
            "Ann Lee: A Wire: “insisted”, “claimed”, another verb; B Post: “said”, “added”, another verb"
        );
    }

    #[test]
    fn a_colon_is_no_verb() {
        let told = line(&[
            "Ann Lee: “The bridge is safe for lorries and buses.”",
            "“The bridge is safe for lorries and buses,” Ann Lee insisted.",
        ]);
        assert!(!told.contains("“:”") && !told.contains("“”"), "{told}");
    }
}
