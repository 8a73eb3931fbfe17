//! Which articles of a store may print some words: few enough to be read whole, whatever its size.
//!
//! ```text
//! words ─▶ the rare ones ─▶ full text: articles with each ─▶ those that hold a good part of all, by rarity
//!    │                                                           └─▶ those that hold it in one place ─┐
//!    └───▶ as one phrase ─▶ full text: articles that print exactly this ────────────────────────────┴─▶
//! ```
//!
//! A word that more than [`FREQUENT`] articles hold tells little and costs much, so its articles are not
//! read to the end. Words that are misremembered are missed without harm while the others are right; a
//! quotation of frequent words alone is found where it is printed as it stands. The cost grows with the
//! words asked for and with the number of articles that hold the rare ones.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Store, StoreError};
use crate::Article;
use crate::model::Searched;

/// Articles that hold a frequent word.
const FREQUENT: usize = 3_000;
/// Share of the rare words, by weight, that an article must hold.
const SHARE: f64 = 0.3;
/// Words of a phrase that are looked up as they stand.
const PHRASE: usize = 24;
/// Bytes of a place in a text for each byte of the quotation, and at least.
const SPREAD: usize = 3;
const NARROWEST: usize = 300;

impl Store {
    /// The articles that may print one of `quotations`, at most `limit` for each, in the order in which
    /// they came in. Revisions that a later one replaced count too: they were published.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn candidates(
        &self,
        quotations: &[&str],
        limit: usize,
    ) -> Result<Vec<Article>, StoreError> {
        let mut holders = Holders {
            store: self,
            all: self.last_id()?,
            known: FxHashMap::default(),
        };
        let mut ids: Vec<i64> = Vec::new();
        for quotation in quotations {
            ids.extend(holders.candidates(quotation, limit)?);
        }
        ids.sort_unstable();
        ids.dedup();
        self.articles_of(&ids)
    }

    /// About how many articles there are: their numbers have few gaps.
    fn last_id(&self) -> Result<usize, StoreError> {
        let sql = "SELECT coalesce(max(id), 0) FROM articles";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// How many articles there are to search, all revisions counted, and their words.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn count_all(&self) -> Result<Searched, StoreError> {
        let sql = "SELECT count(*), coalesce(sum(words), 0) FROM articles";
        Ok(self.connection.query_row(sql, [], |row| {
            Ok(Searched {
                articles: row.get(0)?,
                words: row.get(1)?,
            })
        })?)
    }
}

/// The articles that hold each word, each looked up once.
struct Holders<'s> {
    store: &'s Store,
    all: usize,
    known: FxHashMap<String, Vec<i64>>,
}

impl Holders<'_> {
    fn candidates(&mut self, quotation: &str, limit: usize) -> Result<Vec<i64>, StoreError> {
        let words: Vec<&str> = quotation
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let mut found = self.printing(&words[..words.len().min(PHRASE)], limit)?;
        let mut scores: FxHashMap<i64, f64> = FxHashMap::default();
        let mut rare: Vec<(String, f64)> = Vec::new();
        let mut seen = FxHashSet::default();
        for word in &words {
            let word = word.to_lowercase();
            if !seen.insert(word.clone()) {
                continue;
            }
            let all = self.all;
            let holders = self.of(&word)?;
            if holders.len() >= FREQUENT {
                continue;
            }
            // A word that no article holds weighs most: it may be what the quotation changed.
            let weight = (1.0 + all as f64 / holders.len().max(1) as f64).ln();
            for id in holders {
                *scores.entry(*id).or_default() += weight;
            }
            rare.push((word, weight));
        }
        let whole: f64 = rare.iter().map(|(_, weight)| weight).sum();
        let mut best: Vec<(i64, f64)> = scores
            .into_iter()
            .filter(|(_, score)| *score >= SHARE * whole)
            .collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let width = NARROWEST.max(SPREAD * quotation.len());
        for (id, score) in best.into_iter().take(limit) {
            let (all, together) = heaviest_place(&self.text(id)?, &rare, width);
            // What the full text knows in another spelling may stand anywhere.
            if together + (score - all).max(0.0) >= SHARE * whole {
                found.push(id);
            }
        }
        Ok(found)
    }

    fn text(&self, id: i64) -> Result<String, StoreError> {
        let sql = "SELECT text FROM articles WHERE id = ?1";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        Ok(statement.query_row([id], |row| row.get(0))?)
    }

    /// Some articles that hold `word`; as many as [`FREQUENT`] when there are more.
    fn of(&mut self, word: &str) -> Result<&[i64], StoreError> {
        if !self.known.contains_key(word) {
            let holders = self.matching(&format!("text : \"{word}\""), FREQUENT)?;
            self.known.insert(word.to_owned(), holders);
        }
        Ok(self.known.get(word).map_or(&[], Vec::as_slice))
    }

    /// Articles that print `words` as they stand.
    fn printing(&self, words: &[&str], limit: usize) -> Result<Vec<i64>, StoreError> {
        if words.len() < 2 {
            return Ok(Vec::new());
        }
        self.matching(&format!("text : \"{}\"", words.join(" ")), limit)
    }

    fn matching(&self, question: &str, limit: usize) -> Result<Vec<i64>, StoreError> {
        self.store.ids(
            "SELECT rowid FROM article_search WHERE article_search MATCH ?1 LIMIT ?2",
            (question, limit),
        )
    }
}

/// What those of `words` that stand in `text` weigh, each counted once: all of them, and at most those of
/// one place of `width` bytes.
fn heaviest_place(text: &str, words: &[(String, f64)], width: usize) -> (f64, f64) {
    let text = text.to_lowercase();
    let mut all = 0.0;
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (number, (word, weight)) in words.iter().enumerate() {
        let before = places.len();
        places.extend(
            text.match_indices(word.as_str())
                .map(|(at, _)| (at, number)),
        );
        if places.len() > before {
            all += weight;
        }
    }
    places.sort_unstable();
    let mut inside = vec![0_usize; words.len()];
    let (mut sum, mut best) = (0.0_f64, 0.0_f64);
    let mut first = 0;
    for (at, number) in &places {
        inside[*number] += 1;
        if inside[*number] == 1 {
            sum += words[*number].1;
        }
        while places[first].0 + width < *at {
            let left = places[first].1;
            inside[left] -= 1;
            if inside[left] == 0 {
                sum -= words[left].1;
            }
            first += 1;
        }
        best = best.max(sum);
    }
    (all, best)
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
        let articles = store().candidates(&[quotation], 10).unwrap();
        articles.into_iter().map(|article| article.id).collect()
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
    fn words_count_together_only_where_they_stand_together() {
        let words = [("dam".to_owned(), 2.0), ("sirens".to_owned(), 3.0)];
        let apart = format!(
            "The Dam is old. {} Sirens, sirens.",
            "It rained. ".repeat(9)
        );
        for (text, all, together) in [
            ("The dam has no sirens.", 5.0, 5.0),
            (&apart, 5.0, 3.0),
            ("A dam, and nothing else.", 2.0, 2.0),
        ] {
            let (found_all, found_together) = heaviest_place(text, &words, 40);
            assert!((found_all - all).abs() < 1e-9, "{text}");
            assert!((found_together - together).abs() < 1e-9, "{text}");
        }
    }

    #[test]
    fn an_accent_does_not_hide_a_word() {
        let mut store = Store::in_memory().unwrap();
        let text = "“The sirèns of Halverby were never tested,” Émile Roux said.";
        store.add(vec![Article::new("a", text)]).unwrap();
        let found = store.candidates(&["the sirens of Halverby"], 10).unwrap();
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn signs_of_the_query_language_are_nothing() {
        for words in ["\"", "sirens\" OR (", "NEAR(x", "", "* -"] {
            found(words);
        }
    }
}
