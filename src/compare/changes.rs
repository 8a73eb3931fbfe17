//! What an outlet changed in a text that it copied.
//!
//! ```text
//! wire     A grain barge broke loose in high water … It was carrying 900 tonnes of barley.
//! repost   A grain barge tore  loose in high water … It was carrying 1,900 tonnes of barley.
//! ```
//!
//! One word diff over both articles. Passages that the outlet put in are its commentary and no changes; so is
//! what stands before the first and behind the last word that both print, where bylines and notes stand.
//! The cost is the length times the number of changed words.

use std::ops::Range;

use similar::{Algorithm, DiffOp as Step, capture_diff_slices};

use super::copies::PASSAGE;
use crate::Span;
use crate::align::vocabulary::FoldedArticle;
use crate::model::{DiffOp, DiffPart};

/// Words that stay between two changes that make them one.
const ISLAND: usize = 2;

/// From the text that was copied to the copy; in order of the text.
pub(super) fn changes(original: &FoldedArticle, copy: &FoldedArticle) -> Vec<DiffPart> {
    let ids = |article: &FoldedArticle| -> Vec<u32> {
        article.words.iter().map(|word| word.id).collect()
    };
    let steps = capture_diff_slices(Algorithm::RawMyers, &ids(original), &ids(copy));
    let mut changed: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut kept = usize::MAX;
    for step in &steps {
        let (a, b) = (step.old_range(), step.new_range());
        if matches!(step, Step::Equal { .. }) {
            kept = a.len();
            continue;
        }
        match changed.last_mut().filter(|_| kept <= ISLAND) {
            Some((old, new)) => {
                old.end = a.end;
                new.end = b.end;
            }
            None => changed.push((a, b)),
        }
        kept = 0;
    }
    let is_inner = |(a, b): &(Range<usize>, Range<usize>)| {
        let begins = a.start == 0 && b.start == 0;
        let ends = a.end == original.words.len() && b.end == copy.words.len();
        let is_passage = a.is_empty() && b.len() >= PASSAGE;
        !(begins || ends || is_passage)
    };
    let span = |article: &FoldedArticle, words: &Range<usize>| -> Option<Span> {
        let words = &article.words[words.clone()];
        Some(words.first()?.span.join(words.last()?.span))
    };
    changed
        .iter()
        .filter(|change| is_inner(change))
        .map(|(a, b)| DiffPart {
            op: match (a.is_empty(), b.is_empty()) {
                (true, _) => DiffOp::Insert,
                (_, true) => DiffOp::Delete,
                _ => DiffOp::Replace,
            },
            a: span(original, a),
            b: span(copy, b),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::align::vocabulary::Vocabulary;

    #[test]
    fn changed_dropped_and_added_words_are_listed() {
        let wire = "A barge broke loose in high water on the Orme on Tuesday and struck a pier.\n\n\
                    It was carrying 900 tonnes of barley when the two lines gave way.\n\n\
                    Some commuters were taken across the river by bus, the railway said.";
        let copy = wire
            .replace("broke", "tore")
            .replace("of barley ", "")
            .replace("two lines", "two rotten lines");
        let articles = [Article::new("wire", wire), Article::new("post", copy)];
        let (_, folded) = Vocabulary::of(&articles);
        let parts = changes(&folded[0], &folded[1]);
        let told: Vec<(&str, &str)> = parts
            .iter()
            .map(|part| {
                let words = |span: Option<Span>, at: usize| {
                    span.map_or("", |span| span.slice(&articles[at].text))
                };
                (words(part.a, 0), words(part.b, 1))
            })
            .collect();
        assert_eq!(told, [("broke", "tore"), ("of barley", ""), ("", "rotten")]);
    }
}
