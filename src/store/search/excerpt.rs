//! A full text of a few places, in memory, which finds and marks words as the one of the store does.
//!
//! For a word with any ending FTS5 first gathers all places of all words that begin so, were it asked for one place
//! only: of `a*` in a million quotations that is a tenth of a second. Twenty quotations are put in a full text of
//! their own in a hundredth of that, and asked there.

use rusqlite::Connection;

use super::SearchField;
use super::query::Query;
use crate::store::{Store, StoreError};

/// What FTS5 is told to put before and behind a word found: signs that no text holds.
pub(super) const MARKS: (char, char) = ('\u{2}', '\u{3}');

/// The words of a few places.
pub(super) struct Excerpt {
    connection: Connection,
}

impl Excerpt {
    /// Those of the places `ids`.
    pub(super) fn of(store: &Store, ids: &[i64], field: SearchField) -> Result<Self, StoreError> {
        let column = field.column();
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(&format!(
            "CREATE VIRTUAL TABLE excerpt USING fts5 (
                 {column}, tokenize = 'unicode61 remove_diacritics 2'
             )"
        ))?;
        let all = connection.unchecked_transaction()?;
        let mut words = store.connection.prepare_cached(field.words_of_place())?;
        let insert = format!("INSERT INTO excerpt (rowid, {column}) VALUES (?1, ?2)");
        let mut insert = all.prepare(&insert)?;
        for id in ids {
            let mut rows = words.query([id])?;
            if let Some(row) = rows.next()? {
                insert.execute((id, row.get::<_, Option<String>>(0)?))?;
            }
        }
        drop(insert);
        all.commit()?;
        Ok(Self { connection })
    }

    /// The places that answer `query`, each with its words and [`MARKS`] around those that were found.
    pub(super) fn marked(&self, query: &Query) -> Result<Vec<(i64, String)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT rowid, highlight(excerpt, 0, ?1, ?2) FROM excerpt WHERE excerpt MATCH ?3",
        )?;
        let (before, behind) = (MARKS.0.to_string(), MARKS.1.to_string());
        let rows = statement.query_map((before, behind, query.all()), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    #[test]
    fn words_are_marked_as_the_full_text_of_the_store_marks_them() {
        let mut store = Store::in_memory().unwrap();
        let texts = [
            "“The dam’s gates – 3.5 m high – DIDN'T hold,” Émile Roux said.",
            "“Ça va? Le barrage n'a pas tenu,” dit Zoë Ångström à l'école.",
        ];
        store
            .add(texts.map(|text| Article::new("post", text)).into())
            .unwrap();
        let ids = store.ids("SELECT id FROM articles", []).unwrap();
        let excerpt = Excerpt::of(&store, &ids, SearchField::Text).unwrap();
        for words in [
            "emile",
            "d*",
            "“m high”",
            "ca va",
            "ZOE",
            "n a",
            "angs* “à l”",
            "tents",
        ] {
            let query = Query::parse(words, SearchField::Text).unwrap();
            let sql = "SELECT rowid, highlight(article_search, 1, ?1, ?2) FROM article_search
                       WHERE article_search MATCH ?3";
            let mut known = store.connection.prepare(sql).unwrap();
            let marks = (MARKS.0.to_string(), MARKS.1.to_string(), query.all());
            let known = known.query_map(marks, |row| Ok((row.get(0)?, row.get(1)?)));
            let known: Vec<(i64, String)> = known.unwrap().map(Result::unwrap).collect();
            assert_eq!(excerpt.marked(&query).unwrap(), known, "{words}");
            assert_eq!(known.is_empty(), words == "tents", "{words}");
        }
    }
}
