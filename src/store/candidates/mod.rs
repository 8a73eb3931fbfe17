//! Which articles of a store may print some words: few enough to be read whole, whatever its size.
//!
//! ```text
//! words ─▶ the rare ones ─▶ full text: articles with each ─▶ those that hold a good part of all, by rarity
//!    │                           └─▶ those that hold two of them in one place, or a run of all words ─┐
//!    └───▶ as one phrase ─▶ articles with its rarest word, or full text: those that print exactly this ┴─▶
//! ```
//!
//! A word that more than [`holders::FREQUENT`] articles hold tells little and costs much, so its articles are not
//! read to the end. Words that are misremembered are missed without harm while the others are right; a
//! quotation of frequent words alone is found where it is printed as it stands. The cost grows with the
//! words asked for and with the number of articles that hold the rare ones; where none is rare, with the number
//! of articles that hold two of them.

mod holders;
mod nearness;

use rustc_hash::{FxHashMap, FxHashSet};

use holders::Holders;
use nearness::{RUN, heaviest_place, shares_a_run};

use super::words::{in_lower_case, words};
use super::{Store, StoreError};
use crate::Article;
use crate::model::Searched;

/// Share of the rare words, by weight, that an article must hold.
const SHARE: f64 = 0.3;
/// Articles that hold that share and are looked at, for each that may be taken.
const LOOKED_AT: usize = 4;
/// Words of a phrase that are looked up as they stand.
const PHRASE: usize = 24;
/// Bytes of a place in a text for each byte of the quotation, and at least.
const SPREAD: usize = 3;
const NARROWEST: usize = 300;

/// Articles that may print some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidates {
    /// In the order in which they came in.
    pub articles: Vec<Article>,
    /// Whether there are more.
    pub is_cut: bool,
}

impl Store {
    /// The articles that may print one of `quotations`, at most `limit` for each: those that print it as it
    /// stands before others, those that hold more of its rare words before those with fewer, and of equals
    /// those that came in first. Revisions that a later one replaced count too: they were published.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn candidates(&self, quotations: &[&str], limit: usize) -> Result<Candidates, StoreError> {
        let mut holders = Holders::new(self)?;
        let mut ids: Vec<i64> = Vec::new();
        let mut is_cut = false;
        for quotation in quotations {
            let (closest, is_short) = candidates(&mut holders, quotation, limit)?;
            ids.extend(closest);
            is_cut |= is_short;
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(Candidates {
            articles: self.articles_of(&ids)?,
            is_cut,
        })
    }

    /// How many articles there are to search, all revisions counted, and their words.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn count_all(&self) -> Result<Searched, StoreError> {
        let sql = "SELECT articles, words FROM totals";
        Ok(self.connection.query_row(sql, [], |row| {
            Ok(Searched {
                articles: row.get(0)?,
                words: row.get(1)?,
            })
        })?)
    }
}

/// At most `limit` articles that may print `quotation`, and whether there are more.
fn candidates(
    holders: &mut Holders,
    quotation: &str,
    limit: usize,
) -> Result<(Vec<i64>, bool), StoreError> {
    let quotation = quotation.to_lowercase();
    let words: Vec<&str> = words(&quotation).collect();
    let phrase = &words[..words.len().min(PHRASE)];
    let mut found = holders.printing(phrase, limit.saturating_add(1))?;
    if found.len() > limit {
        found.truncate(limit);
        return Ok((found, true));
    }
    let (best, rare) = by_rare_words(holders, &words, &found)?;
    let whole: f64 = rare.iter().map(|(_, weight)| weight).sum();
    let width = NARROWEST.max(SPREAD * quotation.len());
    let mut lightest = f64::INFINITY;
    let mut looked_at = 0;
    for (id, score) in best.iter().take(limit.saturating_mul(LOOKED_AT)) {
        if found.len() == limit {
            break;
        }
        looked_at += 1;
        let text = in_lower_case(holders.text(*id)?);
        let place = heaviest_place(&text, &rare, width);
        // What the full text knows in another spelling may stand anywhere.
        let hidden = (score - place.all).max(0.0);
        let is_place = (place.words > 1 || hidden > 0.0 || words.len() < RUN)
            && place.together + hidden >= SHARE * whole;
        if is_place || shares_a_run(&words, &text) {
            found.push(*id);
            lightest = *score;
        }
    }
    let is_full = found.len() == limit;
    let next = best.get(looked_at);
    let is_cut = next.is_some_and(|(_, score)| is_full || *score >= lightest);
    Ok((found, is_cut))
}

/// Articles with what they hold of the rare words, by weight.
type Scores = Vec<(i64, f64)>;
/// Words with their weights.
type Weights<'q> = Vec<(&'q str, f64)>;

/// The articles beside `found` that hold a good part of the rare words, those with most first; and these words.
fn by_rare_words<'q>(
    holders: &mut Holders,
    words: &[&'q str],
    found: &[i64],
) -> Result<(Scores, Weights<'q>), StoreError> {
    let mut scores: FxHashMap<i64, f64> = FxHashMap::default();
    let mut rare: Weights = Vec::new();
    let mut seen = FxHashSet::default();
    let all = holders.all as f64;
    for word in words.iter().filter(|word| seen.insert(**word)) {
        let Some(holders) = holders.of(word)? else {
            continue;
        };
        // A word that no article holds weighs most: it may be what the quotation changed.
        let weight = (1.0 + all / holders.len().max(1) as f64).ln();
        for id in holders {
            *scores.entry(*id).or_default() += weight;
        }
        rare.push((*word, weight));
    }
    let whole: f64 = rare.iter().map(|(_, weight)| weight).sum();
    let found: FxHashSet<i64> = found.iter().copied().collect();
    let mut best: Scores = scores
        .into_iter()
        .filter(|(id, score)| *score >= SHARE * whole && !found.contains(id))
        .collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Ok((best, rare))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        let articles = (0..40).map(|number| {
            let text = match number {
                7 => "“We asked for sirens in May and nobody answered,” Ingrid Szabolcs said."
                    .to_owned(),
                8 => "Szabolcs said that they had asked for the sirens already in May.".to_owned(),
                _ => format!("It rained in May on day {number} and nobody asked for more."),
            };
            Article::new(format!("a{number}"), &text)
        });
        store.add(articles.collect()).unwrap();
        store
    }

    fn found(quotation: &str) -> Vec<String> {
        among(quotation, 10).0
    }

    /// The articles found, and whether there are more.
    fn among(quotation: &str, limit: usize) -> (Vec<String>, bool) {
        let found = store().candidates(&[quotation], limit).unwrap();
        let articles = found.articles.into_iter().map(|article| article.id);
        (articles.collect(), found.is_cut)
    }

    #[test]
    fn it_is_known_whether_more_articles_may_print_the_words() {
        let (found, is_cut) = among("nobody asked for more", 3);
        assert_eq!((found.len(), is_cut), (3, true));
        assert_eq!(found, ["a0", "a1", "a2"]);
        assert_eq!(among("nobody asked for more", 38).0.len(), 38);
        assert!(!among("Szabolcs asked for sirens", 10).1);
        // Both hold the rare words, and one alone prints them as they stand.
        let both = among("asked for sirens in May", 1);
        assert_eq!(both, (vec!["a7".to_owned()], true));
    }

    #[test]
    fn misremembered_words_are_looked_for_by_the_rare_ones() {
        assert_eq!(
            found("we wanted sirens in May, and no one answered"),
            ["a7"]
        );
        let both = found("sirens asked May");
        assert!(both.contains(&"a7".to_owned()) && both.contains(&"a8".to_owned()));
    }

    #[test]
    fn an_accent_does_not_hide_a_word() {
        let mut store = Store::in_memory().unwrap();
        let text = "“The sirèns of Halverby were never tested,” Émile Roux said.";
        store.add(vec![Article::new("a", text)]).unwrap();
        let found = store.candidates(&["the sirens of Halverby"], 10).unwrap();
        assert_eq!(found.articles.len(), 1);
    }

    #[test]
    fn an_accent_does_not_hide_a_phrase() {
        let mut store = Store::in_memory().unwrap();
        let texts = [
            "Roux slept. Emile Roux did not.",
            "“Émile Roux slept,” she said.",
        ];
        let articles = texts.map(|text| Article::new("post", text));
        store.add(articles.into()).unwrap();
        let found = store.candidates(&["Emile Roux slept"], 1).unwrap();
        assert_eq!(found.articles[0].text, texts[1]);
    }

    #[test]
    fn signs_of_the_query_language_are_nothing() {
        for words in ["\"", "sirens\" OR (", "NEAR(x", "", "* -"] {
            found(words);
        }
    }
}
