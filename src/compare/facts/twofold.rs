//! What shows that two numbers are of two things, however alike the words around them are.
//!
//! ```text
//! 52 percent of Orme voters            27 percent of Callan voters           names that do not meet
//! an Orme Radio poll … 41 percent      a Callan Institute survey … 48        two polls
//! five ships                           fourteen other ships                  one leaves the other out
//! cut by 30 percent                    an increase of 15 percent             two changes
//! ```

use super::super::coverage::Coverage;
use crate::Span;
use crate::lexicon::{FigureWord, class};
use crate::model::{Dimension, Quantity};

/// Words before a word for a poll among which its name stands, and the nearest of them that can describe it.
const BEFORE_SURVEY: usize = 8;
const DESCRIBED: usize = 2;

/// What stands with a number that another can lack.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The words with a capital in what is counted, ascending.
    names: Vec<u32>,
    /// Those of the poll from which a share comes, ascending.
    survey: Vec<u32>,
    /// Whether it leaves others out ("other").
    leaves_out: bool,
    /// Which way what it measures went, if the words close by tell it.
    way: Option<u8>,
}

/// Words before a number, and behind it, among which the nearest tells which way something went.
const BEFORE_WAY: usize = 9;
const BEHIND_WAY: usize = 3;
/// The opposition of words that tell it.
const WAYS: &str = "direction";

impl Marks {
    /// What stands with a number of an article.
    pub(super) fn of(
        coverage: &Coverage,
        surveys: &Surveys,
        (article, quantity): (usize, &Quantity),
    ) -> Self {
        let Some(facts) = coverage.lexicon(article).map(|lexicon| lexicon.facts()) else {
            return Self::default();
        };
        let folded = &coverage.alignment.folded[article];
        let end = quantity.span.end.max(quantity.figure.end);
        let (from, to) = folded.within(Span::new(quantity.figure.end, end));
        let words = &folded.words[from..to];
        let names = words.iter().filter(|word| word.capital);
        let mut names: Vec<u32> = names.map(|word| word.id).collect();
        names.sort_unstable();
        let text = |id: u32| coverage.alignment.vocabulary.text(id);
        let mut ids = words.iter().map(|word| word.id);
        let whole = coverage.narration(article).sentences[quantity.sentence].span;
        let (first, last) = folded.within(whole);
        let before = folded.words[first.max(from.saturating_sub(BEFORE_WAY))..from].iter();
        let behind = folded.words[to..last.min(to + BEHIND_WAY)].iter();
        let mut sides = behind.chain(before.rev()).filter_map(|word| {
            let (opposition, side) = facts.opposition(text(word.id))?;
            (opposition == WAYS).then_some(side)
        });
        Self {
            way: sides.next(),
            names,
            survey: match is_share(quantity.dimension) {
                true => surveys.near(coverage, article, quantity.sentence),
                false => Vec::new(),
            },
            leaves_out: ids.any(|id| facts.figure(text(id)) == Some(FigureWord::Besides)),
        }
    }

    /// Whether what both count has names and none of them in common.
    pub(super) fn has_other_names(&self, other: &Self) -> bool {
        is_apart(&self.names, &other.names)
    }

    /// Whether both come from polls with names, and from two.
    pub(super) fn is_of_other_survey(&self, other: &Self) -> bool {
        is_apart(&self.survey, &other.survey)
    }

    /// Whether what one measures went up and what the other does went down.
    pub(super) fn went_another_way(&self, other: &Self) -> bool {
        self.way
            .zip(other.way)
            .is_some_and(|(own, other)| own != other)
    }

    /// Whether one leaves out others and the other does not.
    pub(super) fn leaves_out_otherwise(&self, other: &Self) -> bool {
        self.leaves_out != other.leaves_out
    }
}

/// The words with a capital before the words for a poll in an article that has shares in percent, with the places of
/// the latter.
pub(super) struct Surveys(Vec<(usize, Vec<u32>)>);

impl Surveys {
    /// Reads an article.
    pub(super) fn of(coverage: &Coverage, article: usize) -> Self {
        let mut quantities = coverage.narration(article).quantities.iter();
        let has_shares = quantities.any(|quantity| is_share(quantity.dimension));
        let Some(lexicon) = coverage.lexicon(article).filter(|_| has_shares) else {
            return Self(Vec::new());
        };
        let vocabulary = &coverage.alignment.vocabulary;
        let words = lexicon.facts().surveys();
        let surveys: Vec<u32> = words.filter_map(|word| vocabulary.id(word)).collect();
        let words = &coverage.alignment.folded[article].words;
        let named = |at: usize| -> Vec<u32> {
            let before = words[..at].iter().rev().take(BEFORE_SURVEY);
            // "the Orme Radio telephone poll"
            let mut described = before.clone().take(DESCRIBED);
            let skipped = described.position(|word| word.capital).unwrap_or(DESCRIBED);
            let run = before.skip(skipped).take_while(|word| word.capital);
            const NO: u64 = class::DETERMINER | class::PREPOSITION | class::TEMPORAL;
            let is_name = |id: u32| lexicon.word(vocabulary.text(id)).classes & NO == 0;
            run.map(|word| word.id).filter(|id| is_name(*id)).collect()
        };
        let found = words.iter().enumerate();
        let found = found.filter(|(_, word)| surveys.contains(&word.id));
        Self(
            found
                .map(|(at, word)| (word.span.start, named(at)))
                .collect(),
        )
    }

    /// The names of the polls in a sentence and those beside it, or else in the whole article; ascending.
    fn near(&self, coverage: &Coverage, article: usize, sentence: usize) -> Vec<u32> {
        let sentences = &coverage.narration(article).sentences;
        let from = sentences[sentence.saturating_sub(1)].span.start;
        let to = sentences[(sentence + 1).min(sentences.len() - 1)].span.end;
        let is_near = |at: &usize| (from..to).contains(at);
        let near = self.0.iter().filter(|(at, _)| is_near(at));
        let mut names: Vec<u32> = near.flat_map(|(_, names)| names).copied().collect();
        if names.is_empty() {
            names = self
                .0
                .iter()
                .flat_map(|(_, names)| names)
                .copied()
                .collect();
        }
        names.sort_unstable();
        names
    }
}

/// Whether a number is a share of a whole, or the distance of two.
pub(super) fn is_share(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Unit("percent" | "point"))
}

/// Whether both have something and nothing in common.
fn is_apart(a: &[u32], b: &[u32]) -> bool {
    let mut own = a.iter();
    !a.is_empty() && !b.is_empty() && !own.any(|id| b.binary_search(id).is_ok())
}

#[cfg(test)]
mod tests {
    use crate::{Article, Comparison, compare_articles};

    fn figures(texts: &[&str]) -> Vec<Vec<String>> {
        let names = ["A Wire", "B Post", "C Star"];
        let articles = names.iter().zip(texts);
        let comparison: Comparison = compare_articles(
            articles
                .map(|(name, text)| Article::new(*name, *text))
                .collect(),
        );
        let facts = comparison.facts.iter();
        let values = facts.map(|fact| {
            let own = fact.values.iter();
            own.map(|value| comparison.slice(value.figure).to_owned())
                .collect()
        });
        values.collect()
    }

    #[test]
    fn shares_of_voters_with_other_names_do_not_meet() {
        let share = "percent of Orme voters back the new harbour bridge, a count shows.";
        let orme = format!("In May 52 {share}");
        assert_eq!(figures(&[&orme, &format!("In May 47 {share}")]).len(), 1);
        let callan =
            "In May 47 percent of Callan voters back the new harbour bridge, a count shows.";
        assert!(figures(&[&orme, callan]).is_empty());
    }

    #[test]
    fn shares_from_two_polls_do_not_meet() {
        let poll = |name: &str, share: u32| {
            format!(
                "A poll by the town had Ann Lee ahead. In the {name} poll of May she has {share} percent of the vote."
            )
        };
        let radio = poll("Orme Radio", 44);
        assert_eq!(figures(&[&radio, &poll("Orme Radio", 41)]).len(), 1);
        assert!(figures(&[&radio, &poll("Callan Institute", 41)]).is_empty());
    }

    #[test]
    fn other_ships_are_not_the_ships() {
        let five = "The ministry has looked at the licences of five ships of the line.";
        let nine = |ships: &str| {
            format!("The ministry has looked at the licences of 9 {ships} of the line.")
        };
        assert_eq!(figures(&[five, &nine("ships")]).len(), 1);
        assert!(figures(&[five, &nine("other ships")]).is_empty());
    }

    #[test]
    fn a_cut_and_an_increase_are_two_changes() {
        let cut = "The port will cut its shipments of grain to Orme by 30 percent this year.";
        let change =
            |words: &str| format!("Shipments of grain to Orme {words} 15 percent this year.");
        assert_eq!(figures(&[cut, &change("fall by")]).len(), 1);
        assert!(figures(&[cut, &change("rose by")]).is_empty());
    }

    #[test]
    fn where_a_third_prints_both_they_are_two_facts() {
        let third =
            "The law pays for 55 miles of wall. The decree would pay for 234 miles of wall on top.";
        let texts = [
            "The law pays for 55 miles of wall, the mayor said.",
            "The decree would pay for 234 miles of wall, the mayor said.",
            third,
        ];
        assert!(figures(&texts).is_empty(), "{:?}", figures(&texts));
    }
}
