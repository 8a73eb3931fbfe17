//! Phrases of frequent words, ranked without FTS5.
//!
//! ```text
//! "is in" ─▶ full text, once ─▶ places ─▶ the shortest ─▶ their words ─▶ how often, in how many ─▶ the closest
//! ```
//!
//! Where a phrase of frequent words stands, only walking through all places of all its words tells: some 25 ms in a
//! million quotations. To rank the places FTS5 walks there twice more, once for the weight of the phrase, which is
//! the same for each place. What is left of BM25 is told by the words of a place: the shortest places are read, and
//! ranked by [`super::closeness`]. Of a phrase that more places hold than are read, those that repeat it in many words
//! are missed; `--order closest` ranks all.

use super::closeness::closeness;
use super::order::Answers;
use super::query::Query;
use super::{Search, SearchField, json_list};
use crate::store::words::{in_lower_case, words};
use crate::store::{Store, StoreError};

/// Places that are read.
const READ: usize = 512;

impl Store {
    /// Whether `query` is a phrase and more than `most` places hold each of its words.
    pub(super) fn is_of_frequent_words(
        &self,
        query: &Query,
        field: SearchField,
        most: usize,
    ) -> Result<bool, StoreError> {
        let words = query.words_in_a_row();
        for word in &words {
            if let Answers::All(_) = self.answers(&query.word(word), field, most)? {
                return Ok(false);
            }
        }
        Ok(words.len() > 1)
    }

    /// Those of `places`, which print the phrase of `query`, that are asked for and most about it.
    pub(super) fn closest_read(
        &self,
        query: &Query,
        search: &Search,
        places: &[i64],
    ) -> Result<Vec<i64>, StoreError> {
        let phrase = in_lower_case(query.words_in_a_row().join(" "));
        let phrase: Vec<&str> = words(&phrase).collect();
        let mut statement = self
            .connection
            .prepare_cached(search.field.words_of_place())?;
        let mut found = Vec::new();
        for id in self.shortest(places, search)? {
            let text = in_lower_case(statement.query_row([id], |row| row.get(0))?);
            let words: Vec<&str> = words(&text).collect();
            let times = words.windows(phrase.len()).filter(|run| *run == phrase);
            // With an accent it is another phrase here, and the same to the full text.
            found.push((id, times.count().max(1), words.len()));
        }
        let all: usize = found.iter().map(|(.., length)| length).sum();
        let average = all as f64 / found.len().max(1) as f64;
        let of = |(_, times, length): &(i64, usize, usize)| closeness(*times, *length, average);
        found.sort_by(|a, b| of(b).total_cmp(&of(a)).then(a.0.cmp(&b.0)));
        let closest = found.into_iter().map(|(id, ..)| id);
        Ok(closest.take(search.limit).collect())
    }

    /// The [`READ`] shortest of `places` that are asked for.
    fn shortest(&self, places: &[i64], search: &Search) -> Result<Vec<i64>, StoreError> {
        let (table, length) = match search.field {
            SearchField::Quotations => ("quotations", "words"),
            SearchField::Text => ("articles", "words"),
            SearchField::Headline => ("articles", "length(title)"),
        };
        let sql = format!(
            "SELECT id FROM (SELECT value AS place FROM json_each(?1)) CROSS JOIN {table} ON id = place
             ORDER BY {length}, id"
        );
        let to_read = Search {
            limit: READ,
            ..search.clone()
        };
        let mut shortest = Vec::new();
        for some in self.ids(&sql, [json_list(places)])?.chunks(READ) {
            shortest.extend(self.those_wanted(some, &to_read)?);
            if shortest.len() >= READ {
                break;
            }
        }
        shortest.truncate(READ);
        Ok(shortest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::store::Order;

    #[test]
    fn places_that_are_read_stand_in_the_order_that_the_full_text_gives() {
        let texts = [
            "“The dam may hold if the wind drops and nobody opens the gate before noon,” Ann Corley said.",
            "“The dam, the dam, always the dam and the talk about it,” Émile Roux said.",
            "“The dam may hold,” Ann Corley said.",
            "“The road is shut and the dam is next, and then the dam at Halverby,” Ann Corley said.",
            "“The old dam is not theirs,” Émile Roux said.",
            "“Dam or no dam, the road is shut,” Émile Roux said.",
        ];
        let mut store = Store::in_memory().unwrap();
        let articles = texts.iter().enumerate();
        let articles = articles.map(|(number, text)| Article::new(format!("a{number}"), *text));
        store.add(articles.collect()).unwrap();
        for field in [SearchField::Quotations, SearchField::Text] {
            for speaker in [None, Some("Corley")] {
                let search = Search {
                    words: "“The dam”".to_owned(),
                    speaker: speaker
                        .filter(|_| field == SearchField::Quotations)
                        .map(str::to_owned),
                    field,
                    limit: 3,
                    ..Search::default()
                };
                let query = Query::parse(&search.words, field).unwrap();
                assert!(store.is_of_frequent_words(&query, field, 4).unwrap());
                assert!(!store.is_of_frequent_words(&query, field, 6).unwrap());
                let ranked = Search {
                    order: Some(Order::Closest),
                    ..search.clone()
                };
                let ranked = store.search(&ranked).unwrap();
                assert_eq!(store.search_among(&search, 4).unwrap(), ranked);
                assert_eq!(ranked.hits.len(), 3);
            }
        }
    }
}
