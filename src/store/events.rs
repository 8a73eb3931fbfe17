//! Events out of the store, and arranging them by hand.

use rusqlite::{OptionalExtension, TransactionBehavior, named_params};

use super::grouping::merge;
use super::{Store, StoreError, Stored, row_count};
use crate::model::{Published, days};
use crate::{Article, Comparison, Texts, align, compare};

/// An event and its articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// "e12".
    pub id: String,
    /// The headline of its earliest article.
    pub title: String,
    /// Whether somebody split or merged it.
    pub by_hand: bool,
    /// By time of publication, those without a time last.
    pub articles: Vec<EventArticle>,
}

/// One article of an event, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventArticle {
    /// What reports call it.
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// The headline.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Time of publication.
    pub published: Option<Published>,
}

impl EventArticle {
    /// Time of publication in seconds since 1970.
    pub fn published_at(&self) -> Option<i64> {
        self.published.as_ref()?.timestamp
    }
}

impl Event {
    /// The names of its outlets, each once, by name.
    pub fn outlets(&self) -> Vec<&str> {
        let mut outlets: Vec<&str> = self
            .articles
            .iter()
            .map(|article| article.outlet.as_str())
            .collect();
        outlets.sort_unstable();
        outlets.dedup();
        outlets
    }

    /// The earliest and the latest time of publication, in seconds since 1970.
    pub fn times(&self) -> Option<(i64, i64)> {
        let times = || self.articles.iter().filter_map(EventArticle::published_at);
        times().min().zip(times().max())
    }

    /// The days of publication, in words.
    pub fn days(&self, texts: Texts) -> String {
        self.times().map_or_else(
            || texts.no_time().to_owned(),
            |(first, last)| days(first, last, texts),
        )
    }
}

/// Compares articles of one event by what was found in them when they came in: their statements and copies, as
/// [`compare::compare_statements`].
pub fn compare_stored(stored: Vec<Stored>) -> Comparison {
    let (articles, extractions): (Vec<_>, Vec<_>) =
        stored.into_iter().map(Stored::into_parts).unzip();
    let alignment = align::align(&articles, &extractions);
    compare::compare_statements(articles, extractions, &alignment)
}

/// Which events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// With an article at this moment or later, in seconds since 1970.
    pub since: Option<i64>,
    /// With an article at this moment or earlier.
    pub until: Option<i64>,
    /// With an article of this outlet.
    pub outlet: Option<String>,
    /// With at least that many articles.
    pub articles: usize,
    /// The latest ones alone.
    pub limit: Option<usize>,
}

/// Outlets that are named to somebody who asks for one that is not there.
const OUTLETS_NAMED: usize = 12;

impl Store {
    /// Makes sure that there is an outlet of this name.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], which names some that there are; those of a damaged store.
    pub fn require_outlet(&self, name: &str) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT name FROM outlets ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?;
        let names: Vec<String> = names.collect::<Result<_, _>>()?;
        if names.iter().any(|known| known == name) {
            return Ok(());
        }
        let rest = names.len().saturating_sub(OUTLETS_NAMED);
        let mut known = names[..names.len() - rest].join(", ");
        if rest > 0 {
            known += &format!(" and {rest} more");
        }
        Err(StoreError::NotFound(format!(
            "there is no outlet {name:?} in the store; it has {known}"
        )))
    }

    /// The events that `filter` lets through, the latest first; those without a time come last.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such outlet; those of a damaged store.
    pub fn events(&self, filter: &EventFilter) -> Result<Vec<Event>, StoreError> {
        if let Some(outlet) = &filter.outlet {
            self.require_outlet(outlet)?;
        }
        let mut statement = self.connection.prepare_cached(
            // The order of the join is kept (CROSS): times and outlets stand in one index, and the texts
            // are not read.
            "SELECT event FROM articles CROSS JOIN memberships ON memberships.article = articles.id
             GROUP BY event
             HAVING count(*) >= :articles
                AND (:since IS NULL OR max(published_at) >= :since)
                AND (:until IS NULL OR min(published_at) <= :until)
                AND (:outlet IS NULL OR sum(outlet IN (SELECT id FROM outlets WHERE name = :outlet)) > 0)
             ORDER BY max(published_at) IS NULL, max(published_at) DESC, event DESC
             LIMIT :limit",
        )?;
        let limit = filter.limit.map_or(i64::MAX, row_count);
        let parameters = named_params! {
            ":articles": filter.articles,
            ":since": filter.since,
            ":until": filter.until,
            ":outlet": filter.outlet,
            ":limit": limit,
        };
        let events = statement.query_map(parameters, |row| row.get(0))?;
        let events: Vec<i64> = events.collect::<Result<_, _>>()?;
        events
            .into_iter()
            .map(|event| self.load_event(event))
            .collect()
    }

    /// The event with this id ("e12", "12"), or the one that it was joined to.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and those of a damaged store.
    pub fn event(&self, id: &str) -> Result<Event, StoreError> {
        self.load_event(self.event_number(id)?)
    }

    /// The articles of an event, in the order of [`Event::articles`].
    ///
    /// # Errors
    /// As [`Self::event`].
    pub fn event_articles(&self, id: &str) -> Result<Vec<Article>, StoreError> {
        let event = self.event(id)?;
        let articles = event.articles.iter();
        articles
            .map(|article| Ok(self.article(&article.id)?.article))
            .collect()
    }

    /// The articles of `event` with what was found in them, in its order.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn stored_of(&self, event: &Event) -> Result<Vec<Stored>, StoreError> {
        let articles = event.articles.iter();
        articles.map(|article| self.article(&article.id)).collect()
    }

    /// Makes the articles with these names, all of event `id`, an event of their own, and keeps both as
    /// they are from now on. Gives the new one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when an article is not in the event, or none would be left; as
    /// [`Self::add`].
    pub fn split_event(&mut self, id: &str, articles: &[String]) -> Result<Event, StoreError> {
        let event = self.event_number(id)?;
        let members = self.load_event(event)?.articles;
        for name in articles {
            if !members.iter().any(|member| member.id == *name) {
                let known: Vec<&str> = members.iter().map(|member| member.id.as_str()).collect();
                return Err(StoreError::NotFound(format!(
                    "event e{event} has no article {name:?}; it has {}",
                    known.join(", ")
                )));
            }
        }
        if members.iter().all(|member| articles.contains(&member.id)) {
            return Err(StoreError::NotFound(format!(
                "these are all articles of event e{event}: nothing would be left of it"
            )));
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let own: i64 = transaction.query_row(
            "INSERT INTO events (by_hand) VALUES (1) RETURNING id",
            [],
            |row| row.get(0),
        )?;
        for name in articles {
            transaction.execute(
                "UPDATE memberships SET event = ?1
                 WHERE article = (SELECT id FROM articles WHERE name = ?2)",
                (own, name),
            )?;
        }
        transaction.execute("UPDATE events SET by_hand = 1 WHERE id = ?1", [event])?;
        transaction.commit()?;
        self.load_event(own)
    }

    /// Joins the events to the first of them, and keeps it as it is from now on.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where all are the same one; as [`Self::event`] and [`Self::add`].
    pub fn merge_events(&mut self, ids: &[String]) -> Result<Event, StoreError> {
        let numbers: Vec<i64> = ids
            .iter()
            .map(|id| self.event_number(id))
            .collect::<Result<_, _>>()?;
        let Some((first, others)) = numbers.split_first() else {
            return Err(StoreError::NotFound("no event was named".to_owned()));
        };
        if others.iter().all(|other| other == first) {
            return Err(StoreError::NotFound(format!(
                "there is nothing to join: {} is event e{first}",
                ids.join(", ")
            )));
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for other in others.iter().filter(|other| *other != first) {
            merge(&transaction, *first, *other)?;
        }
        transaction.execute("UPDATE events SET by_hand = 1 WHERE id = ?1", [first])?;
        transaction.commit()?;
        self.load_event(*first)
    }

    /// The number of the event with this id, or of the one that it was joined to.
    fn event_number(&self, id: &str) -> Result<i64, StoreError> {
        let digits = id.trim().trim_start_matches(['e', 'E']);
        let known = match digits.parse::<i64>() {
            Ok(number) => self
                .connection
                .prepare_cached("SELECT coalesce(merged_into, id) FROM events WHERE id = ?1")?
                .query_row([number], |row| row.get(0))
                .optional()?,
            Err(_) => None,
        };
        known.ok_or_else(|| {
            StoreError::NotFound(format!(
                "there is no event {id:?}; \"rashomon events\" lists those that are"
            ))
        })
    }

    fn load_event(&self, event: i64) -> Result<Event, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT articles.name, outlets.name, title, url, published, published_at
             FROM memberships
             JOIN articles ON articles.id = memberships.article
             JOIN outlets ON outlets.id = articles.outlet
             WHERE event = ?1
             ORDER BY published_at IS NULL, published_at, articles.id",
        )?;
        let articles = statement.query_map([event], |row| {
            let published = row.get::<_, Option<String>>(4)?;
            let timestamp = row.get(5)?;
            Ok(EventArticle {
                id: row.get(0)?,
                outlet: row.get(1)?,
                title: row.get(2)?,
                url: row.get(3)?,
                published: published.map(|text| Published { text, timestamp }),
            })
        })?;
        let articles: Vec<EventArticle> = articles.collect::<Result<_, _>>()?;
        let title = articles.iter().find_map(|article| article.title.clone());
        let by_hand = self
            .connection
            .prepare_cached("SELECT by_hand FROM events WHERE id = ?1")?
            .query_row([event], |row| row.get(0))?;
        let first = || articles.first().map(|article| article.id.clone());
        Ok(Event {
            id: format!("e{event}"),
            title: title.or_else(first).unwrap_or_default(),
            by_hand,
            articles,
        })
    }
}
