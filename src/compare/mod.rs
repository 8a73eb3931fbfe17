//! Aligned segments to statements, relations, omissions and commentary; what is told beside the quotations
//! to facts and framing.
//!
//! ```text
//! Alignment ─┬─▶ copies ─▶ statements ─▶ pairs: word diff, relations
//!            └─▶ sentences ─▶ facts · framing · remarks ─▶ summary: what to read first
//! ```
//!
//! Every finding holds the places of the words it is about, which are bytes of an article's text; the formats count
//! code points where they write a place. Articles are named by their index in the comparison, statements and
//! quotations likewise. There is no way to fail: what an article lacks (a time, a speaker, a language with tables) leaves
//! findings out.

mod apart;
mod attribution;
mod changes;
mod commentary;
mod copies;
mod coverage;
pub(crate) mod diff;
mod facts;
mod framing;
mod grounds;
mod nearest;
mod pairs;
pub(crate) mod relations;
pub(crate) mod side;
mod splices;
mod statements;
mod summary;
#[cfg(test)]
mod tests;
mod told;

use crate::align::Alignment;
use crate::align::sentences::align_sentences;
use crate::model::{WordStarts, names_in_sentences};
use crate::{Article, Comparison, Extraction, Texts};
use coverage::Coverage;

/// Most findings beside the statements per three articles: a longer list is not read.
const MOST_FINDINGS: usize = 40;

/// Describes how the articles differ, in English.
///
/// # Panics
///
/// Where `extractions` are not one for each article, in their order, or `alignment` is of others.
pub fn compare(
    articles: Vec<Article>,
    extractions: Vec<Extraction>,
    alignment: &Alignment,
) -> Comparison {
    compare_in(Texts::default(), articles, extractions, alignment)
}

/// The statements and the copies alone, of which figures over many events are made: facts, framing and what a copy
/// changes are not looked for.
///
/// # Panics
///
/// As [`compare`] does.
pub fn compare_statements(
    articles: Vec<Article>,
    mut extractions: Vec<Extraction>,
    alignment: &Alignment,
) -> Comparison {
    let copies = copies::copies(&articles, &mut extractions, alignment);
    let parsed = coverage::parsed(&extractions);
    let statements = statements::statements(&articles, &extractions, alignment, &copies, &parsed);
    Comparison {
        articles,
        extractions,
        statements,
        copies,
        ..Comparison::default()
    }
}

/// Describes how the articles differ, in the language of `texts`, whatever language the articles are in.
///
/// # Panics
///
/// As [`compare`] does.
pub fn compare_in(
    texts: Texts,
    articles: Vec<Article>,
    mut extractions: Vec<Extraction>,
    alignment: &Alignment,
) -> Comparison {
    let mut copies = copies::copies(&articles, &mut extractions, alignment);
    for copy in &mut copies {
        let folded = &alignment.folded;
        copy.changes = changes::changes(&folded[copy.of], &folded[copy.article]);
    }
    let parsed = coverage::parsed(&extractions);
    let statements = statements::statements(&articles, &extractions, alignment, &copies, &parsed);
    let sentences = align_sentences(&articles, &extractions, alignment);
    let names = names_in_sentences(&articles);
    let apart = apart::apart(&extractions, alignment, &sentences);
    let coverage = Coverage {
        articles: &articles,
        names: &names,
        extractions: &extractions,
        alignment,
        sentences: &sentences,
        apart: &apart,
        statements: &statements,
        rendered: &coverage::rendered(&statements),
        texts,
        copies: &copies,
        starts: &articles.iter().map(WordStarts::of).collect::<Vec<_>>(),
        lexicons: &coverage::lexicons(&articles),
        capitals: &alignment
            .folded
            .iter()
            .map(coverage::capitals)
            .collect::<Vec<_>>(),
        parsed: &parsed,
    };
    let facts = facts::facts(&coverage);
    let (framing, voices) = framing::framing(&coverage);
    let told = told::told(&coverage);
    let marked: usize = extractions
        .iter()
        .map(|extraction| extraction.commentary.len())
        .sum();
    let threes = articles.len().div_ceil(3).max(1);
    let shown = (facts.differing.len() + framing.len() + marked) / threes;
    let remarks = commentary::remarks(&coverage, MOST_FINDINGS.saturating_sub(shown));
    let nearest = nearest::nearest(&statements, alignment);
    let mut comparison = Comparison {
        articles,
        extractions,
        statements,
        facts: facts.differing,
        facts_compared: facts.compared,
        framing,
        remarks,
        told,
        voices,
        copies,
        nearest,
        summary: Vec::new(),
        left_out: Vec::new(),
        notes: Vec::new(),
        texts,
    };
    comparison.summary = summary::summary(&comparison, names, &alignment.vocabulary, apart);
    comparison
}
