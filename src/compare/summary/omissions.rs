//! Statements that most outlets carry and some leave out.
//!
//! ```text
//! A  “We were late, and the bridge was shut,” he said.     ┐ told: “the bridge was shut” is not in C
//! B  He said “the bridge was shut”.                        ┘
//! ```
//!
//! The words that are printed are those which every outlet that quotes the statement prints, since a sentence of one
//! outlet is not what the others carry.

use std::cmp::Reverse;

use super::Writer;
use crate::model::{Finding, FindingKind};

impl Writer<'_> {
    /// Statements that most voices carry and some do not; a copy is no voice of its own.
    pub(super) fn omissions(&self) -> Vec<Finding> {
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
        missing.sort_by_cached_key(|(at, _, voices)| {
            let runs = self.comparison.statements[*at].carried_runs();
            let words: usize = runs.iter().map(|run| run.len()).sum();
            (Reverse(*voices), Reverse(words), *at)
        });
        missing
            .into_iter()
            .map(|(at, omitted, carried)| {
                let statement = &self.comparison.statements[at];
                let words = self.snippet(statement.carried_words(&self.comparison.articles));
                let outlets = self.outlets(&omitted);
                let is_quoted_by_all = statement
                    .carried_by
                    .iter()
                    .all(|article| statement.is_quoted_in(*article));
                Finding {
                    kind: FindingKind::Omission,
                    text: match is_quoted_by_all {
                        true => self.texts.left_out(carried, words, voices, outlets),
                        false => self.texts.left_out_told(carried, words, voices, outlets),
                    },
                    statements: vec![at],
                    articles: omitted,
                    places: Vec::new(),
                    count: 1,
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::FindingKind;
    use crate::{Article, compare_articles};

    fn left_out(texts: [&str; 3]) -> Vec<String> {
        let names = ["A Wire", "B Post", "C Star"];
        let articles = names.iter().zip(texts);
        let articles = articles.map(|(name, text)| Article::new(*name, text));
        let findings = compare_articles(articles.collect()).summary.into_iter();
        let own = findings.filter(|finding| finding.kind == FindingKind::Omission);
        own.map(|finding| finding.text).collect()
    }

    const ELSEWHERE: &str = "The council of Orme met on Monday and spoke about buses.";

    #[test]
    fn the_words_told_are_those_that_all_who_quote_it_print() {
        let told = left_out([
            "“Nobody asked us in the winter, and now the ferry landing is a ruin of planks,” Ann Lee said.",
            "Ann Lee said that “the ferry landing is a ruin of planks.”",
            ELSEWHERE,
        ]);
        assert_eq!(
            told,
            ["“the ferry landing is a ruin of planks”, which 2 of 3 carry, is not in C Star"]
        );
    }

    #[test]
    fn what_one_quotes_and_another_tells_is_told_so() {
        let told = left_out([
            "“The ferry landing is a ruin of planks,” Ann Lee said.",
            "Ann Lee said that the ferry landing was a ruin of planks.",
            ELSEWHERE,
        ]);
        assert_eq!(
            told,
            [
                "“The ferry landing is a ruin of planks”, which 2 of 3 quote or tell, is not in C Star"
            ]
        );
    }
}
