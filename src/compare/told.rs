//! How much of each article the others tell too, sentence by sentence.
//!
//! ```text
//! A  12 shared, 5 rewritten, 9 only here
//! ```

use super::coverage::Coverage;
use crate::align::sentences::SentenceId;
use crate::model::Told;

/// Likeness from which two sentences have nearly the same words.
const SHARED: f32 = 0.6;
/// Likeness from which they tell the same.
const REWRITTEN: f32 = 0.2;

/// The counts of every article, in order.
pub(super) fn told(coverage: &Coverage) -> Vec<Told> {
    let articles = 0..coverage.articles.len();
    articles
        .map(|article| of_article(coverage, article))
        .collect()
}

fn of_article(coverage: &Coverage, article: usize) -> Told {
    let mut told = Told::default();
    for index in 0..coverage.narration(article).sentences.len() {
        let links = coverage.sentences.of(SentenceId { article, index });
        let likeness = links.map(|link| link.symmetry).fold(0.0, f32::max);
        if likeness >= SHARED {
            told.shared += 1;
        } else if likeness >= REWRITTEN {
            told.rewritten += 1;
        } else {
            told.only_here += 1;
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use crate::model::Told;
    use crate::{Article, compare_articles};

    #[test]
    fn sentences_are_shared_rewritten_or_only_here() {
        let comparison = compare_articles(vec![
            Article::new(
                "A Wire",
                "The council voted on Monday to close the old bridge to lorries. A ferry will run every hour. \
                 Rain is expected.",
            ),
            Article::new(
                "B Post",
                "The council voted on Monday to close the old bridge to lorries. Every hour a small boat, the \
                 ferry of the council, will run.",
            ),
        ]);
        let counts = |shared, rewritten, only_here| Told {
            shared,
            rewritten,
            only_here,
        };
        assert_eq!(comparison.told, [counts(1, 1, 1), counts(1, 1, 0)]);
    }
}
