//! Words with any ending that very many places hold, without gathering all of these places.
//!
//! ```text
//! th* ─▶ how does it end in a few places spread over the store? the, that, they, …
//!           ─▶ do very many places hold one of these? ─ no ──▶ gather them all, as FTS5 does
//!                                                    └ yes ─▶ very many hold th*: read the latest places one by one
//! ```
//!
//! A word that is frequent with any ending mostly is so by a few frequent words, and these stand in any handful of
//! places. What they prove holds: who holds "the" holds "th*". An index of beginnings would make the store half as
//! large again and its making a sixth longer, for every ingest, and serve no beginning longer than it has letters.

use rusqlite::named_params;
use rustc_hash::{FxHashMap, FxHashSet};

use super::excerpt::{Excerpt, MARKS};
use super::order::{Answers, joins};
use super::query::Query;
use super::{Search, SearchField};
use crate::store::{Store, StoreError, row_count};

/// Places whose words are looked at for how words end.
fn sample(field: SearchField) -> i64 {
    match field {
        SearchField::Quotations | SearchField::Headline => 128,
        SearchField::Text => 16,
    }
}

/// Words that a word with any ending is spelt out to.
const SPELLINGS: usize = 8;

/// Latest places that are looked at for those that are asked for.
const WALKED: usize = 10_000;

/// Places whose words are read at most: with more it takes longer than gathering all.
fn most_read(field: SearchField) -> usize {
    match field {
        SearchField::Quotations | SearchField::Headline => 512,
        SearchField::Text => 64,
    }
}

/// Places read at once, at least.
const BLOCK: usize = 16;

/// The table with a row for each place.
fn rows(field: SearchField) -> &'static str {
    match field {
        SearchField::Quotations => "quotations",
        SearchField::Text | SearchField::Headline => "articles",
    }
}

impl Store {
    /// `query` with the words that its endings make most often in place of them: whoever answers that answers
    /// `query`. Nothing where no place that is looked at has such a word.
    pub(super) fn spelt_out(
        &self,
        query: &Query,
        field: SearchField,
    ) -> Result<Option<Query>, StoreError> {
        let rows = rows(field);
        let sql = format!(
            "WITH RECURSIVE step (number) AS (
                 VALUES (1) UNION ALL SELECT number + 1 FROM step WHERE number < ?1
             )
             SELECT DISTINCT coalesce((SELECT max(id) FROM {rows}), 0) * number / ?1 FROM step"
        );
        let places = self.ids(&sql, [sample(field)])?;
        let excerpt = Excerpt::of(self, &places, field)?;
        query.spelt_out(|phrase| {
            let mut counts: FxHashMap<String, usize> = FxHashMap::default();
            for (_, words) in excerpt.marked(phrase)? {
                for found in words.split(MARKS.0).skip(1) {
                    let wording = found.split(MARKS.1).next().unwrap_or(found);
                    *counts.entry(wording.to_lowercase()).or_default() += 1;
                }
            }
            let mut wordings: Vec<(String, usize)> = counts.into_iter().collect();
            wordings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            wordings.truncate(SPELLINGS);
            Ok(wordings.into_iter().map(|(wording, _)| wording).collect())
        })
    }

    /// The places that are most about the words without an ending, of those that answer `query`: very many places hold
    /// its others, which weigh nothing then. Nothing where that is not so, and where those that answer lie too far apart
    /// to be read one by one.
    pub(super) fn closest_without_endings(
        &self,
        query: &Query,
        search: &Search,
        most: usize,
    ) -> Result<Option<Vec<i64>>, StoreError> {
        let (open, closed) = query.by_ending();
        let (Some(open), Some(closed)) = (open, closed) else {
            return Ok(None);
        };
        let field = search.field;
        let are_many = matches!(self.answers(&open, field, most)?, Answers::TooMany);
        if !are_many || matches!(self.answers(&closed, field, most)?, Answers::TooMany) {
            return Ok(None);
        }
        let to_read = Search {
            limit: most_read(field),
            ..search.clone()
        };
        let ranked = self.closest(&closed, &to_read, most, None)?.ids;
        let found = self.those_answering(&ranked, query, search)?;
        let is_all = found.len() == search.limit || ranked.len() < to_read.limit;
        Ok(is_all.then_some(found))
    }

    /// The places that came in last, of those that answer `query` and are asked for; nothing when they lie too far
    /// apart to be read one by one.
    pub(super) fn latest_read(
        &self,
        query: &Query,
        search: &Search,
    ) -> Result<Option<Vec<i64>>, StoreError> {
        let field = search.field;
        let ((full_text, _), joins, rows) = (field.full_text(), joins(field), rows(field));
        let places = format!(
            "(SELECT id AS rowid FROM {rows} ORDER BY id DESC LIMIT :walked) AS {full_text} {joins} WHERE TRUE"
        );
        let to_read = Search {
            limit: most_read(field),
            ..search.clone()
        };
        let walked = row_count(WALKED);
        let own = named_params! { ":walked": walked };
        let places = self.wanted(&to_read, &places, "", own)?;
        let latest = self.those_answering(&places, query, search)?;
        Ok((latest.len() == search.limit).then_some(latest))
    }

    /// The first of `places` that answer `query`, as many as are asked for.
    fn those_answering(
        &self,
        places: &[i64],
        query: &Query,
        search: &Search,
    ) -> Result<Vec<i64>, StoreError> {
        let mut found = Vec::new();
        for block in places.chunks(search.limit.max(BLOCK)) {
            let marked = Excerpt::of(self, block, search.field)?.marked(query)?;
            let answering: FxHashSet<i64> = marked.into_iter().map(|(id, _)| id).collect();
            found.extend(block.iter().filter(|id| answering.contains(id)));
            if found.len() >= search.limit {
                break;
            }
        }
        found.truncate(search.limit);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    /// Sixty quotations of which every third speaks of a siren, and one of a sirocco.
    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        let articles = (0..60).map(|number| {
            let what = match number {
                11 => "Sirocco",
                _ if number % 3 == 0 => "Sirène",
                _ => "dam",
            };
            let speaker = ["Ann Corley", "Émile Roux"][number % 2];
            let text = format!("“The {what} on hill {number} may hold,” {speaker} said.");
            Article::new(format!("a{number}"), text)
        });
        store.add(articles.collect()).unwrap();
        store
    }

    fn question(words: &str, speaker: Option<&str>) -> (Query, Search) {
        let search = Search {
            words: words.to_owned(),
            speaker: speaker.map(str::to_owned),
            limit: 4,
            ..Search::default()
        };
        let query = Query::parse(words, SearchField::Quotations).unwrap();
        (query, search)
    }

    #[test]
    fn an_ending_is_spelt_out_to_the_words_that_stand_there_most() {
        let store = store();
        let spelt_out = |words| {
            let (query, search) = question(words, None);
            let spelt_out = store.spelt_out(&query, search.field).unwrap();
            spelt_out.map(|query| query.all())
        };
        assert_eq!(
            spelt_out("SIR* hill").unwrap(),
            "(\"sirène\" OR \"sirocco\") AND \"hill\""
        );
        assert_eq!(
            spelt_out("“the si*” may").unwrap(),
            "(\"the sirène\" OR \"the sirocco\") AND \"may\""
        );
        let numbers = spelt_out("“hill 1*”").unwrap();
        assert_eq!(numbers.split(" OR ").count(), SPELLINGS);
        assert_eq!(spelt_out("sirup* hill"), None);
    }

    #[test]
    fn the_latest_are_those_that_the_full_text_gives_last() {
        let store = store();
        for (words, speaker) in [
            ("s*", None),
            ("si* hi*", None),
            ("sir* may", Some("corley")),
            ("“the si*”", None),
        ] {
            let (query, search) = question(words, speaker);
            let read = store.latest_read(&query, &search).unwrap().unwrap();
            let sql = "SELECT quotation_search.rowid FROM quotation_search
                       JOIN quotations ON quotations.id = quotation_search.rowid
                       WHERE quotation_search MATCH ?1 AND (?2 IS NULL OR instr(lower(speaker), ?2))
                       ORDER BY 1 DESC LIMIT 4";
            let known = store.ids(sql, (query.all(), speaker)).unwrap();
            assert_eq!(read, known, "{words}");
            assert_eq!(known.len(), 4, "{words}");
        }
    }

    #[test]
    fn nothing_stands_in_an_empty_store() {
        let (_, search) = question("si* hill", None);
        let store = Store::in_memory().unwrap();
        assert!(store.search(&search).unwrap().hits.is_empty());
    }

    #[test]
    fn places_that_lie_apart_are_left_to_the_full_text() {
        let (query, search) = question("siro*", None);
        assert_eq!(store().latest_read(&query, &search).unwrap(), None);
    }

    #[test]
    fn a_rare_word_beside_an_ending_that_many_have_is_ranked_alone() {
        let store = store();
        for (words, most) in [
            ("siro* 11", 19),
            ("h* sirene", 10),
            ("h*", 19),
            ("hill", 19),
        ] {
            let (query, search) = question(words, None);
            let read = store.closest_without_endings(&query, &search, most);
            assert_eq!(read.unwrap(), None, "{words}");
        }
        for (words, speaker, count) in [
            ("s* 9", None, 1),
            ("h* sirocco", None, 1),
            ("h* sirene", None, 4),
            ("h* ma* sirene", Some("corley"), 4),
        ] {
            let (query, search) = question(words, speaker);
            let read = store.closest_without_endings(&query, &search, 20).unwrap();
            let ranked = store.closest(&query, &search, 20, None).unwrap().ids;
            assert_eq!(ranked.len(), count, "{words}");
            assert_eq!(read, Some(ranked), "{words}");
        }
    }
}
