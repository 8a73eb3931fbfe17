//! Which places come first, and how many of them are looked at.
//!
//! ```text
//! words ─▶ more than `most` hold them? ─ no ──▶ rank all (BM25) ─▶ the closest
//!                                       └ yes ─▶ walk back from the last that came in ─▶ the latest
//! ```
//!
//! BM25 reads every place that holds the words, and for its weights every place that holds one of them: of
//! "the" in a million quotations that is two seconds. So a query that more than `most` places answer is not
//! ranked: the places are walked back from the latest, lazily, until enough pass the filters, and no
//! further than `most`. Words that more than `most` places hold weigh nearly nothing beside a rarer one and
//! are left out of the weights. The cost is that of `most` places, whatever the size of the store; whoever
//! asks for an order has all places looked at.

use rusqlite::{OptionalExtension, ToSql, named_params};

use super::query::Query;
use super::{Order, Search, SearchField};
use crate::QuotationKind;
use crate::store::{Store, StoreError, row_count};

/// Ids in their order.
pub(super) struct Found {
    pub ids: Vec<i64>,
    pub order: Order,
    pub looked_at: Option<usize>,
}

/// The full text of a field, and what its rows belong to.
struct Tables {
    full_text: &'static str,
    joins: &'static str,
}

impl Tables {
    fn of(field: SearchField) -> Self {
        match field {
            SearchField::Quotations => Self {
                full_text: "quotation_search",
                joins: "CROSS JOIN quotations ON quotations.id = quotation_search.rowid
                        CROSS JOIN articles ON articles.id = quotations.article",
            },
            SearchField::Text | SearchField::Headline => Self {
                full_text: "article_search",
                joins: "CROSS JOIN articles ON articles.id = article_search.rowid",
            },
        }
    }
}

impl Store {
    /// The places that answer `query`, of the articles and quotations that are asked for.
    pub(super) fn places_of(
        &self,
        query: &Query,
        search: &Search,
        most: usize,
    ) -> Result<Found, StoreError> {
        let tables = Tables::of(search.field);
        let before = match search.order {
            None => self.last_behind(&tables, query, most)?,
            Some(_) => None,
        };
        let order = match search.order {
            Some(order) => order,
            None if before.is_some() => Order::Latest,
            None => Order::Closest,
        };
        let ids = match order {
            Order::Closest => self.closest(&tables, query, search, most)?,
            Order::Latest => self.latest(&tables, query, search, before)?,
        };
        // Where the list is full, nothing further back could have entered it.
        let is_cut = before.is_some() && ids.len() < search.limit;
        Ok(Found {
            ids,
            order,
            looked_at: is_cut.then_some(most),
        })
    }

    /// The latest place behind the `most` latest that answer `query`; none when no more do.
    fn last_behind(
        &self,
        tables: &Tables,
        query: &Query,
        most: usize,
    ) -> Result<Option<i64>, StoreError> {
        let Tables { full_text, .. } = tables;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT rowid FROM {full_text} WHERE {full_text} MATCH ?1
             ORDER BY rowid DESC LIMIT 1 OFFSET ?2"
        ))?;
        Ok(statement
            .query_row((query.all(), most), |row| row.get(0))
            .optional()?)
    }

    /// The places that are most about the words.
    fn closest(
        &self,
        tables: &Tables,
        query: &Query,
        search: &Search,
        most: usize,
    ) -> Result<Vec<i64>, StoreError> {
        let full_text = tables.full_text;
        let ranked = self.telling(tables, query, most)?.all();
        let all = query.all();
        if ranked == all {
            return self.wanted(tables, search, "", "rank", &[(":query", &all)]);
        }
        // The plus keeps SQLite from asking the full text once for each place.
        let condition = format!(
            "AND +{full_text}.rowid IN (SELECT rowid FROM {full_text} WHERE {full_text} MATCH :all)"
        );
        let own: &[(&str, &dyn ToSql)] = named_params! { ":query": ranked, ":all": all };
        self.wanted(tables, search, &condition, "rank", own)
    }

    /// The phrases that at most `most` places hold; all where that would be none.
    fn telling(&self, tables: &Tables, query: &Query, most: usize) -> Result<Query, StoreError> {
        let mut rare = Vec::new();
        for phrase in query.several() {
            if self.last_behind(tables, &phrase, most)?.is_none() {
                rare.push(phrase);
            }
        }
        Ok(Query::joined(rare).unwrap_or_else(|| query.clone()))
    }

    /// The places that came in last, of those behind `before`.
    fn latest(
        &self,
        tables: &Tables,
        query: &Query,
        search: &Search,
        before: Option<i64>,
    ) -> Result<Vec<i64>, StoreError> {
        let full_text = tables.full_text;
        let condition = format!("AND {full_text}.rowid > :before");
        let order = format!("{full_text}.rowid DESC");
        let own: &[(&str, &dyn ToSql)] =
            named_params! { ":query": query.all(), ":before": before.unwrap_or(0) };
        self.wanted(tables, search, &condition, &order, own)
    }

    /// The first places in this order that answer `:query` and `condition`, of what is asked for. The order
    /// of the joins is kept (CROSS), so that no more are looked at than are needed.
    fn wanted(
        &self,
        tables: &Tables,
        search: &Search,
        condition: &str,
        order: &str,
        own: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<i64>, StoreError> {
        let Tables { full_text, joins } = tables;
        let kind = search.kind.map(QuotationKind::name);
        let (of_quotations, quoted): (_, &[(&str, &dyn ToSql)]) = match search.field {
            SearchField::Quotations => (
                "AND (:kind IS NULL OR kind = :kind)
                 AND (:speaker IS NULL OR instr(lower(speaker), lower(:speaker)) > 0)",
                named_params! { ":kind": kind, ":speaker": search.speaker },
            ),
            SearchField::Text | SearchField::Headline => ("", &[]),
        };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {full_text}.rowid FROM {full_text} {joins}
             WHERE {full_text} MATCH :query {condition} {of_quotations}
               AND (:outlet IS NULL OR outlet = (SELECT id FROM outlets WHERE name = :outlet))
               AND (:since IS NULL OR published_at >= :since)
               AND (:until IS NULL OR published_at <= :until)
               AND (:revisions OR is_current)
             ORDER BY {order} LIMIT :limit"
        ))?;
        let shared: &[(&str, &dyn ToSql)] = named_params! {
            ":outlet": search.outlet,
            ":since": search.since,
            ":until": search.until,
            ":revisions": search.revisions,
            ":limit": row_count(search.limit),
        };
        let parameters = [shared, quoted, own].concat();
        let ids = statement.query_map(parameters.as_slice(), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}
