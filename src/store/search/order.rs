//! Which places come first, and how many of them are looked at.
//!
//! ```text
//! words ─▶ how many places hold them? ─ none ────────▶ nothing
//!                                      ├ up to `most` ▶ rank all (BM25) ─▶ the closest
//!                                      └ more ────────▶ walk back from the last that came in ─▶ the latest
//! ```
//!
//! BM25 reads every place that holds the words, and for its weights every place that holds one of them: of
//! "the" in a million quotations that is two seconds. So a query that more than `most` places answer is not
//! ranked: the places are walked back from the latest, lazily, until enough pass the filters, and no
//! further than `most`. Words that more than `most` places hold weigh nearly nothing beside a rarer one and
//! are left out of the weights. Whoever asks for an order has all places looked at.
//!
//! The cost is that of `most` places, whatever the size of the store, but for phrases of frequent words that
//! seldom follow one another ("is in"): only walking through all places of both words, some 25 ms in a million
//! quotations, tells where. They are walked through once, from the first to the last, which takes FTS5 two
//! thirds of the time of the way back, and ranked by what is read ([`super::closeness`], [`super::phrases`]). Words
//! with any ending have a way of their own ([`super::endings`]).

use rusqlite::{ToSql, named_params};

use super::query::Query;
use super::{Order, Search, SearchField, json_list};
use crate::QuotationKind;
use crate::store::{Store, StoreError, row_count};

/// The places that are shown.
#[derive(Debug)]
pub(super) struct Found {
    pub ids: Vec<i64>,
    pub order: Order,
    /// Whether they stand in that order; otherwise in the one in which they came in.
    pub is_sorted: bool,
    pub looked_at: Option<usize>,
}

impl Found {
    fn sorted(ids: Vec<i64>, order: Order) -> Self {
        Self {
            ids,
            order,
            is_sorted: true,
            looked_at: None,
        }
    }
}

/// Which places answer a query, when not too many do.
#[derive(Debug)]
pub(super) enum Answers {
    /// These, in the order in which they came in.
    All(Vec<i64>),
    TooMany,
}

/// A bound on places that is none, in SQL.
const EVERY_PLACE: i64 = -1;

/// Whether the order of `places` can be told from their words once these are read: see [`super::closeness`].
fn is_sorted_when_shown(places: &[i64], query: &Query, search: &Search) -> bool {
    let are_few = places.len() <= search.limit;
    let is_one_phrase = query.several().next().is_none();
    places.is_empty() || are_few && is_one_phrase && search.field == SearchField::Quotations
}

/// What the rows of a full text belong to.
pub(super) fn joins(field: SearchField) -> &'static str {
    match field {
        SearchField::Quotations => {
            "CROSS JOIN quotations ON quotations.id = quotation_search.rowid
             CROSS JOIN articles ON articles.id = quotations.article"
        }
        SearchField::Text | SearchField::Headline => {
            "CROSS JOIN articles ON articles.id = article_search.rowid"
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
        if search.order.is_none()
            && let Some(closest) = self.closest_without_endings(query, search, most)?
        {
            return Ok(Found::sorted(closest, Order::Closest));
        }
        match search.order {
            Some(Order::Closest) => self.closest(query, search, most, None),
            Some(Order::Latest) => self.latest(query, search, EVERY_PLACE),
            None => match self.answers(query, search.field, most)? {
                Answers::TooMany => {
                    let found = self.latest(query, search, row_count(most))?;
                    // Where the list is full, nothing further back could have entered it.
                    let is_cut = found.ids.len() < search.limit;
                    Ok(Found {
                        looked_at: is_cut.then_some(most),
                        ..found
                    })
                }
                Answers::All(places) if is_sorted_when_shown(&places, query, search) => {
                    self.unsorted(&places, search)
                }
                Answers::All(places) if self.is_of_frequent_words(query, search.field, most)? => {
                    let closest = self.closest_read(query, search, &places)?;
                    Ok(Found::sorted(closest, Order::Closest))
                }
                Answers::All(places) => self.closest(query, search, most, Some(&places)),
            },
        }
    }

    /// The places that answer `query`, unless more than `most` do.
    pub(super) fn answers(
        &self,
        query: &Query,
        field: SearchField,
        most: usize,
    ) -> Result<Answers, StoreError> {
        if query.has_ending()
            && let Some(spelt_out) = self.spelt_out(query, field)?
            && let Answers::TooMany = self.answers(&spelt_out, field, most)?
        {
            return Ok(Answers::TooMany);
        }
        let (full_text, _) = field.full_text();
        let limit = row_count(most.saturating_add(1));
        let places = self.ids(
            &format!("SELECT rowid FROM {full_text} WHERE {full_text} MATCH ?1 LIMIT ?2"),
            (query.all(), limit),
        )?;
        Ok(match places.len() > most {
            true => Answers::TooMany,
            false => Answers::All(places),
        })
    }

    /// Those of `places` that are asked for, in the order in which they came in.
    fn unsorted(&self, places: &[i64], search: &Search) -> Result<Found, StoreError> {
        let ids = self.those_wanted(places, search)?;
        Ok(Found {
            is_sorted: false,
            ..Found::sorted(ids, Order::Closest)
        })
    }

    /// The first of `places` that are asked for, in their order.
    pub(super) fn those_wanted(
        &self,
        places: &[i64],
        search: &Search,
    ) -> Result<Vec<i64>, StoreError> {
        let ((full_text, _), joins) = (search.field.full_text(), joins(search.field));
        let rows = format!(
            "(SELECT value AS rowid FROM json_each(:places)) AS {full_text} {joins} WHERE TRUE"
        );
        self.wanted(search, &rows, "", &[(":places", &json_list(places))])
    }

    /// The places that are most about the words; `answers` are all that answer, where that is known.
    pub(super) fn closest(
        &self,
        query: &Query,
        search: &Search,
        most: usize,
        answers: Option<&[i64]>,
    ) -> Result<Found, StoreError> {
        let ((full_text, _), joins) = (search.field.full_text(), joins(search.field));
        let ranked = self.telling(query, search.field, most)?.all();
        let all = query.all();
        let places = format!("{full_text} {joins} WHERE {full_text} MATCH :query");
        let ids = if ranked == all {
            self.wanted(search, &places, "ORDER BY rank", &[(":query", &all)])?
        } else {
            let (answering, all) = match answers {
                Some(known) => (
                    "SELECT value FROM json_each(:all)".to_owned(),
                    json_list(known),
                ),
                None => (
                    format!("SELECT rowid FROM {full_text} WHERE {full_text} MATCH :all"),
                    all,
                ),
            };
            // The plus keeps SQLite from asking the full text once for each place.
            let places = format!("{places} AND +{full_text}.rowid IN ({answering})");
            let own: &[(&str, &dyn ToSql)] = named_params! { ":query": ranked, ":all": all };
            self.wanted(search, &places, "ORDER BY rank", own)?
        };
        Ok(Found::sorted(ids, Order::Closest))
    }

    /// The phrases that at most `most` places hold; all where that would be none.
    fn telling(&self, query: &Query, field: SearchField, most: usize) -> Result<Query, StoreError> {
        let mut rare = Vec::new();
        for phrase in query.several() {
            if let Answers::All(_) = self.answers(&phrase, field, most)? {
                rare.push(phrase);
            }
        }
        Ok(Query::joined(rare).unwrap_or_else(|| query.clone()))
    }

    /// The places that came in last, of the `most` last that answer `query`; [`EVERY_PLACE`] is no bound.
    fn latest(&self, query: &Query, search: &Search, most: i64) -> Result<Found, StoreError> {
        if query.has_ending()
            && let Some(latest) = self.latest_read(query, search)?
        {
            return Ok(Found::sorted(latest, Order::Latest));
        }
        let ((full_text, _), joins) = (search.field.full_text(), joins(search.field));
        // SQLite takes the places one by one out of the inner question, in its order, while more are wanted.
        let places = format!(
            "(SELECT rowid FROM {full_text} WHERE {full_text} MATCH :query
              ORDER BY rowid DESC LIMIT :most) AS {full_text} {joins} WHERE TRUE"
        );
        let own: &[(&str, &dyn ToSql)] = named_params! { ":query": query.all(), ":most": most };
        let ids = self.wanted(search, &places, "", own)?;
        Ok(Found::sorted(ids, Order::Latest))
    }

    /// The first of `places` in this order, of what is asked for. The order of the joins is kept (CROSS), so
    /// that no more are looked at than are needed.
    pub(super) fn wanted(
        &self,
        search: &Search,
        places: &str,
        order: &str,
        own: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<i64>, StoreError> {
        let kind = search.kind.map(QuotationKind::name);
        let (of_quotations, quoted): (_, &[(&str, &dyn ToSql)]) = match search.field {
            SearchField::Quotations => (
                "AND (:kind IS NULL OR kind = :kind)
                 AND (:speaker IS NULL OR instr(lower(speaker), lower(:speaker)) > 0)",
                named_params! { ":kind": kind, ":speaker": search.speaker },
            ),
            SearchField::Text | SearchField::Headline => ("", &[]),
        };
        let (full_text, _) = search.field.full_text();
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {full_text}.rowid FROM {places} {of_quotations}
               AND (:outlet IS NULL OR outlet = (SELECT id FROM outlets WHERE name = :outlet))
               AND (:since IS NULL OR published_at >= :since)
               AND (:until IS NULL OR published_at <= :until)
               AND (:revisions OR is_current)
             {order} LIMIT :limit"
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
