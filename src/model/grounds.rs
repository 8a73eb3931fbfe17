//! Why two passages were taken to render the same statement, in the words and in numbers.
//!
//! ```text
//! s3 Ann Lee: A and C
//!   They share 14 of the 16 words of the shorter one, 9 of them in a row: “…”.
//!   The shared words that weigh most: malarkey 0.98, bunch 0.71.
//!   Both credit Ann Lee.
//!   Of the 5 statements that both carry, A tells it 2nd and C 2nd.
//! ```

use super::wording::quoted;
use super::{Comparison, Pair, Place, Relation, Span};

/// What two passages were aligned on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grounds {
    /// The words of both that stand for one another, weightiest first.
    pub words: Vec<SharedWord>,
    /// How many words stand for one another.
    pub shared: usize,
    /// Words of the shorter passage.
    pub shorter: usize,
    /// The longest run of words that both print in a row, where it has more than one word.
    pub run: Option<Run>,
    /// Whether the same speaker is credited.
    pub credit: Credit,
    /// Share of what the lighter of the two paragraphs around tells that the other tells too, 0 to 1.
    pub around: f64,
}

/// A word of each passage that stands for the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharedWord {
    /// Where it stands in the article of the pair's first passage.
    pub a: Span,
    /// Where it stands in that of the second.
    pub b: Span,
    /// What it weighs, above 0 and up to 1: a word that little else in the event uses weighs most.
    pub weight: f64,
    /// What the two words have in common.
    pub likeness: Likeness,
}

/// What two words have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// They are the same.
    Same,
    /// They are forms of one word, or spelt alike.
    Form,
    /// They begin alike ("refuse", "refusal").
    Beginning,
    /// One may stand for the other ("refused", "declined").
    Meaning,
}

impl Likeness {
    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Form => "form",
            Self::Beginning => "beginning",
            Self::Meaning => "meaning",
        }
    }
}

/// Words in a row that both passages print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// In the article of the first passage.
    pub a: Span,
    /// In that of the second.
    pub b: Span,
    /// How many words it has.
    pub words: usize,
}

/// Whether two passages credit the same speaker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Credit {
    /// They do.
    Same,
    /// They name different ones.
    Different,
    /// It cannot be told: one credits nobody, or only describes.
    #[default]
    Open,
}

impl Credit {
    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Open => "open",
        }
    }
}

/// Where two articles tell a statement among those that both carry, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its place in the first article.
    pub a: usize,
    /// Its place in the second.
    pub b: usize,
    /// How many statements both carry.
    pub of: usize,
}

/// Where every article tells every statement.
#[derive(Clone, Debug)]
pub struct Orders {
    /// By statement the first place of each article, ascending.
    first: Vec<Vec<Place>>,
}

impl Orders {
    /// Where the two articles of `pair` tell statement `at` among the statements that both carry.
    pub fn of(&self, at: usize, pair: &Pair) -> Order {
        let first = |statement: usize, article: usize| {
            let places = &self.first[statement];
            let found = places.binary_search_by_key(&article, |place| place.article);
            found.ok().map(|found| places[found])
        };
        let (a, b) = (pair.a.article, pair.b.article);
        let common: Vec<(Place, Place)> = (0..self.first.len())
            .filter_map(|statement| first(statement, a).zip(first(statement, b)))
            .collect();
        let own = first(at, a).zip(first(at, b)).unwrap_or((pair.a, pair.b));
        Order {
            a: 1 + common.iter().filter(|places| places.0 < own.0).count(),
            b: 1 + common.iter().filter(|places| places.1 < own.1).count(),
            of: common.len().max(1),
        }
    }
}

/// Shared words that are named in a sentence.
const NAMED: usize = 6;

impl Comparison {
    /// Where every article tells every statement.
    pub fn orders(&self) -> Orders {
        let statements = self.statements.iter();
        let first = statements.map(|statement| {
            let pairs = statement.pairs.iter();
            let mut places: Vec<Place> = pairs.flat_map(|pair| [pair.a, pair.b]).collect();
            places.sort_unstable();
            places.dedup_by_key(|place| place.article);
            places
        });
        Orders {
            first: first.collect(),
        }
    }

    /// Why the passages of `pair`, one of statement `at`, were aligned: a sentence for each reason.
    pub fn grounds_in_words(&self, orders: &Orders, at: usize, pair: &Pair) -> Vec<String> {
        let texts = self.texts;
        let grounds = &pair.grounds;
        let mut sentences = Vec::new();
        let text = &self.articles[pair.a.article].text;
        if !pair.relations.contains(Relation::Paraphrased) {
            sentences.push(match grounds.run {
                Some(run) => texts.grounds_shared_run(
                    grounds.shorter,
                    grounds.shared,
                    run.words,
                    quoted(texts, run.a.slice(text)),
                ),
                None => texts.grounds_shared(grounds.shorter, grounds.shared),
            });
        }
        if !grounds.words.is_empty() {
            let words = grounds.words.iter().take(NAMED);
            let words: Vec<String> = words.map(|word| self.shared_in_words(pair, word)).collect();
            sentences.push(texts.grounds_words(words.join(", ")));
        }
        sentences.push(self.credit_in_words(at, pair));
        let order = orders.of(at, pair);
        if order.of > 1 {
            sentences.push(texts.grounds_order(
                order.of,
                self.letter(pair.a.article),
                order.a,
                self.letter(pair.b.article),
                order.b,
            ));
        }
        if grounds.around > 0.0 {
            let share = format!("{:.0}", 100.0 * grounds.around);
            sentences.push(texts.grounds_around(share));
        }
        if pair.is_translation {
            sentences.push(texts.grounds_translation().to_owned());
        }
        sentences.push(texts.grounds_score(format!("{:.2}", pair.score)));
        sentences
    }

    fn shared_in_words(&self, pair: &Pair, word: &SharedWord) -> String {
        let a = word.a.slice(&self.articles[pair.a.article].text);
        let b = word.b.slice(&self.articles[pair.b.article].text);
        match word.likeness {
            Likeness::Same => format!("{a} {:.2}", word.weight),
            _ => format!("{a}/{b} {:.2}", word.weight),
        }
    }

    fn credit_in_words(&self, at: usize, pair: &Pair) -> String {
        let name = |place| {
            let quotation = self.quotation_at(at, place);
            let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
            speaker.map_or(self.texts.nobody(), |speaker| speaker.name.as_str())
        };
        let (a, b) = (name(pair.a), name(pair.b));
        let (first, second) = (self.letter(pair.a.article), self.letter(pair.b.article));
        let texts = self.texts;
        match pair.grounds.credit {
            Credit::Same if a == b => texts.grounds_both_credit(a),
            Credit::Same => texts.grounds_credit_same(first, a, second, b),
            Credit::Different => texts.grounds_credit_different(first, a, second, b),
            Credit::Open => texts.grounds_credit_open(first, a, second, b),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, compare_articles};

    #[test]
    fn a_pair_says_why_it_was_aligned() {
        let comparison = compare_articles(vec![
            Article::new(
                "a",
                "“The ferry was a floating scandal from the first day,” Ann Lee said.",
            ),
            Article::new(
                "b",
                "Lee called the ferry “a floating scandal” in her speech.",
            ),
        ]);
        let reasons = comparison.grounds_in_words(
            &comparison.orders(),
            0,
            &comparison.statements[0].pairs[0],
        );
        assert_eq!(
            reasons[0],
            "They share 3 of the 3 words of the shorter one, 3 of them in a row: “a floating scandal”."
        );
        assert!(
            reasons[1].contains("floating") && reasons[1].contains("scandal"),
            "{reasons:?}"
        );
        assert!(reasons[2].contains("taken to be the same"), "{reasons:?}");
    }
}
