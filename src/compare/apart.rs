//! Articles that tell something else than the others: a file that was handed in by mistake.
//!
//! ```text
//! A  The council voted to shut the bridge.   ┐ one event
//! B  The bridge is shut, the council said.   ┘
//! C  Rovers won the cup for the third time.    apart
//! ```
//!
//! An article stands apart when no other renders a quotation of it and what its sentences share with those of any
//! other is little for their number. The cost is that of reading the links once.

use rustc_hash::FxHashMap;

use crate::Extraction;
use crate::align::Alignment;
use crate::align::sentences::Sentences;

/// Weight that two articles of one event share at the least for each sentence of the shorter one. In 36 events of
/// three to five articles they share 0.8 and more; of 351 pairs of articles of one broadcaster on different matters
/// 12 share more than this.
const SHARED: f32 = 0.4;

/// Sentences below which an article tells too little to say that it stands apart.
const BRIEF: usize = 5;

/// The indices of the articles that stand apart, ascending; none of a single article.
pub(super) fn apart(
    extractions: &[Extraction],
    alignment: &Alignment,
    sentences: &Sentences,
) -> Vec<usize> {
    let count = extractions.len();
    let length = |article: usize| extractions[article].narration.sentences.len();
    let is_brief = |article: usize| count < 2 || length(article) < BRIEF;
    let mut is_joined: Vec<bool> = (0..count).map(is_brief).collect();
    for link in &alignment.links {
        for segment in [link.a, link.b] {
            is_joined[alignment.segments[segment].place.article] = true;
        }
    }
    for paraphrase in &alignment.paraphrases {
        is_joined[alignment.segments[paraphrase.segment].place.article] = true;
        is_joined[paraphrase.place.article] = true;
    }
    let mut shared: FxHashMap<(usize, usize), f32> = FxHashMap::default();
    let mut best: FxHashMap<(usize, usize, usize), f32> = FxHashMap::default();
    for link in &sentences.links {
        let of_sentence = best
            .entry((link.a.article, link.b.article, link.a.index))
            .or_default();
        let more = (link.shared - *of_sentence).max(0.0);
        *of_sentence += more;
        *shared.entry((link.a.article, link.b.article)).or_default() += more;
    }
    for ((a, b), weight) in shared {
        if weight >= SHARED * length(a).min(length(b)) as f32 {
            is_joined[a] = true;
            is_joined[b] = true;
        }
    }
    (0..count).filter(|article| !is_joined[*article]).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Article, compare_articles};

    #[test]
    fn a_report_of_something_else_is_named_and_no_finding_compares_it() {
        let bridge = "The council voted on Monday to shut the old bridge to lorries. Repairs will cost 4 million \
                      crowns. They will take nine months. The ferry runs every hour. Shops fear for their trade.";
        let other = "Lorries will be kept off the old bridge, the council decided on Monday. Repairs of the bridge \
                     will cost 5 million crowns. Nobody asked the shops. A ferry is planned. Work begins in May.";
        let cup = "Rovers won the cup for the third time. Their striker scored twice before 9,000 spectators. \
                   The keeper limped off early. Rain fell all evening. Fans sang until midnight.";
        let found = compare_articles(vec![
            Article::new("courier", bridge),
            Article::new("herald", other),
            Article::new("sport", cup),
        ]);
        let notes: Vec<&str> = found
            .summary
            .iter()
            .map(|finding| finding.text.as_str())
            .filter(|text| text.contains("the same event"))
            .collect();
        assert_eq!(notes.len(), 1);
        assert!(
            notes[0].contains("sport") && !notes[0].contains("courier"),
            "{notes:?}"
        );
        assert!(!found.facts.is_empty());
        let strays = found
            .framing
            .iter()
            .filter(|framing| framing.places.iter().any(|place| place.article == 2));
        assert_eq!(strays.count(), 0);
    }
}
