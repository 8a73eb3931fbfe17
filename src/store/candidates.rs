//! Which articles of a store may print some words: few enough to be read whole, whatever its size.
//!
//! ```text
//! words ─▶ the rare ones ─▶ full text: articles with each ─▶ those that hold a good part of all, by rarity
//!    │                           └─▶ those that hold two of them in one place, or a run of all words ─┐
//!    └───▶ as one phrase ─▶ articles with its rarest word, or full text: those that print exactly this ┴─▶
//! ```
//!
//! A word that more than [`FREQUENT`] articles hold tells little and costs much, so its articles are not
//! read to the end. Words that are misremembered are missed without harm while the others are right; a
//! quotation of frequent words alone is found where it is printed as it stands. The cost grows with the
//! words asked for and with the number of articles that hold the rare ones; where none is rare, with the number
//! of articles that hold all of them.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Store, StoreError};
use crate::Article;
use crate::model::Searched;

/// Articles that hold a frequent word.
const FREQUENT: usize = 3_000;
/// Share of the rare words, by weight, that an article must hold.
const SHARE: f64 = 0.3;
/// Articles that hold that share and are looked at, for each that may be taken.
const LOOKED_AT: usize = 4;
/// Words of a phrase that are looked up as they stand.
const PHRASE: usize = 24;
/// Articles that hold a word and are looked through for a phrase with it: asking the full text for the phrase
/// costs as much as all articles that hold its frequent words.
const FEW: usize = 1_500;
/// Words of a phrase, the longest, among which rare ones are looked for.
const LONG: usize = 4;
/// Words in a row that make an article worth reading when it holds but one rare word.
const RUN: usize = 3;
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
        let mut holders = Holders {
            store: self,
            all: self.last_id()?,
            known: FxHashMap::default(),
        };
        let mut ids: Vec<i64> = Vec::new();
        let mut is_cut = false;
        for quotation in quotations {
            let (closest, is_short) = holders.candidates(quotation, limit)?;
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
        let sql = "SELECT articles, words FROM totals";
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
    /// Nothing for a frequent word.
    known: FxHashMap<String, Option<Vec<i64>>>,
}

impl Holders<'_> {
    /// At most `limit` articles, and whether there are more.
    fn candidates(
        &mut self,
        quotation: &str,
        limit: usize,
    ) -> Result<(Vec<i64>, bool), StoreError> {
        let quotation = quotation.to_lowercase();
        let words: Vec<&str> = words(&quotation).collect();
        let mut found =
            self.printing(&words[..words.len().min(PHRASE)], limit.saturating_add(1))?;
        if found.len() > limit {
            found.truncate(limit);
            return Ok((found, true));
        }
        let mut scores: FxHashMap<i64, f64> = FxHashMap::default();
        let mut rare: Vec<(&str, f64)> = Vec::new();
        let mut seen = FxHashSet::default();
        for word in &words {
            if !seen.insert(*word) {
                continue;
            }
            let all = self.all;
            let Some(holders) = self.of(word)? else {
                continue;
            };
            // A word that no article holds weighs most: it may be what the quotation changed.
            let weight = (1.0 + all as f64 / holders.len().max(1) as f64).ln();
            for id in holders {
                *scores.entry(*id).or_default() += weight;
            }
            rare.push((*word, weight));
        }
        let whole: f64 = rare.iter().map(|(_, weight)| weight).sum();
        let printing: FxHashSet<i64> = found.iter().copied().collect();
        let mut best: Vec<(i64, f64)> = scores
            .into_iter()
            .filter(|(id, score)| *score >= SHARE * whole && !printing.contains(id))
            .collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let width = NARROWEST.max(SPREAD * quotation.len());
        let mut lightest = f64::INFINITY;
        let mut looked_at = 0;
        for (id, score) in best.iter().take(limit.saturating_mul(LOOKED_AT)) {
            if found.len() == limit {
                break;
            }
            looked_at += 1;
            let text = in_lower_case(self.text(*id)?);
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

    fn text(&self, id: i64) -> Result<String, StoreError> {
        let sql = "SELECT text FROM articles WHERE id = ?1";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        Ok(statement.query_row([id], |row| row.get(0))?)
    }

    /// The articles that hold `word`; nothing when it is frequent.
    fn of(&mut self, word: &str) -> Result<Option<&[i64]>, StoreError> {
        if !self.known.contains_key(word) {
            let holders = self.holding(word)?;
            self.known.insert(word.to_owned(), holders);
        }
        Ok(self.known.get(word).and_then(Option::as_deref))
    }

    fn holding(&self, word: &str) -> Result<Option<Vec<i64>>, StoreError> {
        let question = question(&[word]);
        let connection = &self.store.connection;
        let sql =
            "SELECT rowid FROM article_search WHERE article_search MATCH ?1 LIMIT 1 OFFSET ?2";
        if connection
            .prepare_cached(sql)?
            .exists((&question, FREQUENT - 1))?
        {
            return Ok(None);
        }
        let sql = "SELECT rowid FROM article_search WHERE article_search MATCH ?1";
        Ok(Some(self.store.ids(sql, [question])?))
    }

    /// Articles that print the words of `phrase` as they stand.
    fn printing(&mut self, phrase: &[&str], limit: usize) -> Result<Vec<i64>, StoreError> {
        let mut long: Vec<usize> = (0..phrase.len()).collect();
        long.sort_by_key(|at| Reverse(phrase[*at].len()));
        let longest = match long.first() {
            Some(longest) if phrase.len() > 1 => *longest,
            _ => return Ok(Vec::new()),
        };
        let mut printing = Vec::new();
        match self.holding_all(phrase, &long[..long.len().min(LONG)])? {
            Some((word, holders)) if holders.len() < FEW => {
                for id in holders {
                    if printing.len() < limit && self.prints(id, phrase, word)? {
                        printing.push(id);
                    }
                }
            }
            _ => {
                // The headline may print it as well; asking for the text alone takes FTS5 half as long again.
                let sql = "SELECT rowid FROM article_search WHERE article_search MATCH ?1";
                let mut statement = self.store.connection.prepare_cached(sql)?;
                let mut rows = statement.query([in_one_piece(phrase)])?;
                while printing.len() < limit
                    && let Some(row) = rows.next()?
                {
                    let id = row.get(0)?;
                    if self.prints(id, phrase, longest)? {
                        printing.push(id);
                    }
                }
            }
        }
        Ok(printing)
    }

    /// The articles that hold all of the words at `places` that are not frequent, and the rarest of these words; nothing
    /// when all are frequent.
    fn holding_all(
        &mut self,
        phrase: &[&str],
        places: &[usize],
    ) -> Result<Option<(usize, Vec<i64>)>, StoreError> {
        let mut rare: Vec<(usize, usize)> = Vec::new();
        for at in places {
            if let Some(holders) = self.of(phrase[*at])? {
                rare.push((holders.len(), *at));
            }
        }
        rare.sort_unstable();
        let Some((_, rarest)) = rare.first().copied() else {
            return Ok(None);
        };
        let mut shared = self.of(phrase[rarest])?.unwrap_or_default().to_vec();
        for (_, at) in &rare[1..] {
            let others = self.of(phrase[*at])?.unwrap_or_default();
            shared.retain(|id| others.binary_search(id).is_ok());
        }
        Ok(Some((rarest, shared)))
    }

    /// Whether the article `id`, which holds the word `rare` of `phrase`, prints it as it stands. The full text, which
    /// knows letters without their accents, is asked only where such a letter is in the way.
    fn prints(&self, id: i64, phrase: &[&str], rare: usize) -> Result<bool, StoreError> {
        let mut text = self.text(id)?;
        text.make_ascii_lowercase();
        let mut places = text.match_indices(phrase[rare]).peekable();
        let mut is_open = places.peek().is_none();
        for (at, word) in places {
            let (before, behind) = (&text[..at], &text[at + word.len()..]);
            let mut run: Vec<&str> = words(before).rev().take(rare).collect();
            run.reverse();
            run.push(word);
            run.extend(words(behind).take(phrase.len() - rare - 1));
            let is_whole = !before.ends_with(char::is_alphanumeric)
                && !behind.starts_with(char::is_alphanumeric);
            if is_whole && run == phrase {
                return Ok(true);
            }
            let fits = |(a, b): (&&str, &&str)| a == b || !a.is_ascii() || !b.is_ascii();
            is_open |= run.len() == phrase.len() && run.iter().zip(phrase).all(fits);
        }
        if !is_open {
            return Ok(false);
        }
        let sql = "SELECT rowid FROM article_search WHERE article_search MATCH ?1 AND rowid = ?2";
        Ok(!self.store.ids(sql, (question(phrase), id))?.is_empty())
    }
}

/// `text` in lower case, as [`str::to_lowercase`] writes it: most have no other letters than those of ASCII, which
/// take a tenth of the time.
fn in_lower_case(mut text: String) -> String {
    if text
        .chars()
        .any(|sign| !sign.is_ascii() && sign.is_alphabetic())
    {
        return text.to_lowercase();
    }
    text.make_ascii_lowercase();
    text
}

/// The question for articles that print the words of `phrase` one behind the other in their text.
fn question(phrase: &[&str]) -> String {
    format!("text : {}", in_one_piece(phrase))
}

/// The same for those that print them in text or headline.
fn in_one_piece(phrase: &[&str]) -> String {
    format!("\"{}\"", phrase.join(" "))
}

/// Whether [`RUN`] words in a row of `quotation` stand in a row in `text`; both are in lower case.
fn shares_a_run(quotation: &[&str], text: &str) -> bool {
    let runs: FxHashSet<&[&str]> = quotation.windows(RUN).collect();
    let text: Vec<&str> = words(text).collect();
    text.windows(RUN).any(|run| runs.contains(run))
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// What the rare words that stand in a text weigh, each counted once.
#[derive(Debug)]
struct Weighed {
    /// All of them.
    all: f64,
    /// Those of the heaviest place, and how many they are.
    together: f64,
    words: usize,
}

/// Weighs those of `words` that stand in `text`, which is in lower case; a place is `width` bytes.
fn heaviest_place(text: &str, words: &[(&str, f64)], width: usize) -> Weighed {
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
