//! What a store holds, in numbers.

use super::{Store, StoreError};

/// What a store holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Texts, all revisions counted.
    pub articles: usize,
    /// Texts that a later revision of their page replaces.
    pub superseded: usize,
    /// Words of all texts.
    pub words: usize,
    /// Outlets with at least one article.
    pub outlets: usize,
    /// Quotations wholly in quotation marks.
    pub direct: usize,
    /// Quotations partly in quotation marks.
    pub mixed: usize,
    /// Quotations in the reporter's words.
    pub indirect: usize,
    /// Different names of speakers.
    pub speakers: usize,
    /// Remarks in an outlet's own voice.
    pub commentary: usize,
    /// Events, those of one article counted.
    pub events: usize,
    /// Earliest time of publication, in seconds since 1970.
    pub first: Option<i64>,
    /// Latest time of publication.
    pub last: Option<i64>,
    /// Articles extracted with other rules or tables than this program's.
    pub outdated: usize,
    /// Size of the store.
    pub bytes: u64,
    /// Number of its schema.
    pub schema: usize,
}

impl Store {
    /// Counts.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn stats(&self) -> Result<Stats, StoreError> {
        let count = |sql: &str| self.connection.query_row(sql, [], |row| row.get(0));
        let [direct, mixed, indirect] = self.kinds()?;
        let bound = |sql: &str| self.connection.query_row(sql, [], |row| row.get(0));
        Ok(Stats {
            articles: count("SELECT count(*) FROM articles")?,
            superseded: count("SELECT count(*) FROM articles WHERE NOT is_current")?,
            words: count("SELECT words FROM totals")?,
            outlets: count("SELECT count(DISTINCT outlet) FROM articles")?,
            direct,
            mixed,
            indirect,
            speakers: count("SELECT count(DISTINCT speaker) FROM quotations")?,
            commentary: count("SELECT count(*) FROM commentary")?,
            events: count("SELECT count(DISTINCT event) FROM memberships")?,
            first: bound("SELECT min(published_at) FROM articles")?,
            last: bound("SELECT max(published_at) FROM articles")?,
            outdated: self.outdated()?,
            bytes: self.size()?,
            schema: count("PRAGMA user_version")?,
        })
    }

    /// How many quotations are direct, mixed and indirect.
    fn kinds(&self) -> Result<[usize; 3], StoreError> {
        let sql = "SELECT count(*) FILTER (WHERE kind = 'direct'),
                          count(*) FILTER (WHERE kind = 'mixed'),
                          count(*) FILTER (WHERE kind = 'indirect')
                   FROM quotations";
        Ok(self
            .connection
            .query_row(sql, [], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?)
    }
}
