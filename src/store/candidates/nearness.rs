//! How near the words of a quotation stand to one another in a text.

use rustc_hash::FxHashSet;

use crate::store::words::words;

/// Words in a row that make an article worth reading when it holds but one rare word.
pub(super) const RUN: usize = 3;

/// What the rare words that stand in a text weigh, each counted once.
#[derive(Debug)]
pub(super) struct Weighed {
    /// All of them.
    pub all: f64,
    /// Those of the heaviest place, and how many they are.
    pub together: f64,
    pub words: usize,
}

/// Weighs those of `words` that stand in `text`, which is in lower case; a place is `width` bytes.
pub(super) fn heaviest_place(text: &str, words: &[(&str, f64)], width: usize) -> Weighed {
    let mut all = 0.0;
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (number, (word, weight)) in words.iter().enumerate() {
        let before = places.len();
        places.extend(text.match_indices(word).map(|(at, _)| (at, number)));
        if places.len() > before {
            all += weight;
        }
    }
    places.sort_unstable();
    let mut inside = vec![0_usize; words.len()];
    let (mut sum, mut count) = (0.0_f64, 0);
    let (mut together, mut together_words) = (0.0_f64, 0);
    let mut first = 0;
    for (at, number) in &places {
        inside[*number] += 1;
        if inside[*number] == 1 {
            sum += words[*number].1;
            count += 1;
        }
        while places[first].0 + width < *at {
            let left = places[first].1;
            inside[left] -= 1;
            if inside[left] == 0 {
                sum -= words[left].1;
                count -= 1;
            }
            first += 1;
        }
        if sum > together {
            (together, together_words) = (sum, count);
        }
    }
    Weighed {
        all,
        together,
        words: together_words,
    }
}

/// Whether [`RUN`] words in a row of `quotation` stand in a row in `text`; both are in lower case.
pub(super) fn shares_a_run(quotation: &[&str], text: &str) -> bool {
    let runs: FxHashSet<&[&str]> = quotation.windows(RUN).collect();
    let text: Vec<&str> = words(text).collect();
    text.windows(RUN).any(|run| runs.contains(run))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_together_only_where_they_stand_together() {
        let words = [("dam", 2.0), ("sirens", 3.0)];
        let apart = format!(
            "The Dam is old. {} Sirens, sirens.",
            "It rained. ".repeat(9)
        );
        for (text, all, together, count) in [
            ("The dam has no sirens.", 5.0, 5.0, 2),
            (&apart, 5.0, 3.0, 1),
            ("A dam, and nothing else.", 2.0, 2.0, 1),
        ] {
            let found = heaviest_place(&text.to_lowercase(), &words, 40);
            assert!((found.all - all).abs() < 1e-9, "{text}");
            assert!((found.together - together).abs() < 1e-9, "{text}");
            assert_eq!(found.words, count, "{text}");
        }
    }

    #[test]
    fn one_rare_word_is_not_enough_without_its_neighbours() {
        let quotation = ["the", "dam", "will", "hold"];
        assert!(shares_a_run(
            &quotation,
            "and so the dam, will then hold? the dam will."
        ));
        assert!(!shares_a_run(&quotation, "the old dam will not hold"));
    }
}
