//! Articles to events: those that came in since the last time are grouped among themselves and with
//! the ones around them.
//!
//! Some thousand articles at a time, in the order of time, one transaction each: memory holds them and
//! the articles some days before and after, however large the store is.

use std::collections::hash_map::Entry;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use rustc_hash::FxHashMap;

use super::{Store, StoreError};
use crate::events::{Belonging, Counts, Profile, WINDOW_SECONDS, group, profile};

/// Articles that are grouped in one transaction.
const AT_A_TIME: usize = 5_000;

/// Grouped articles that are looked at beside new ones, at most.
const AROUND: usize = 20_000;

impl Store {
    /// How many articles belong to no event yet.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn ungrouped(&self) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM ungrouped";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// Groups the articles that belong to no event yet; gives how many there were. `progress` is told how
    /// many of how many are done.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn find_events(
        &mut self,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<usize, StoreError> {
        let all = self.ungrouped()?;
        let mut done = 0;
        while done < all {
            let grouped = self.group_some()?;
            if grouped == 0 {
                break;
            }
            done += grouped;
            progress(done, all.max(done));
        }
        Ok(done)
    }

    /// Forgets every event but those that somebody arranged by hand, for [`Self::find_events`] to start
    /// again.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn forget_events(&mut self) -> Result<(), StoreError> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(
            "DELETE FROM memberships WHERE event IN (SELECT id FROM events WHERE NOT by_hand);
             DELETE FROM events WHERE NOT by_hand AND merged_into IS NULL
                 AND id NOT IN (SELECT merged_into FROM events WHERE merged_into IS NOT NULL);
             DELETE FROM term_counts;",
        )?;
        let mut counts = FxHashMap::default();
        for id in read_ids(&transaction, "SELECT article FROM memberships", [])? {
            for (term, _) in load_profile(&transaction, id)?
                .unwrap_or_default()
                .counted()
            {
                *counts.entry(term).or_default() += 1;
            }
        }
        add_counts(&transaction, &counts)?;
        transaction.commit()?;
        Ok(())
    }

    fn group_some(&mut self) -> Result<usize, StoreError> {
        self.make_profiles()?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let new = read_ids(
            &transaction,
            "SELECT id FROM ungrouped JOIN articles ON id = article
             ORDER BY published_at IS NULL, published_at, id LIMIT ?1",
            [AT_A_TIME],
        )?;
        if new.is_empty() {
            return Ok(0);
        }
        let mut articles = Vec::new();
        for id in around(&transaction, &new)? {
            articles.push(Grouped::load(&transaction, id)?);
        }
        let first_new = articles.len();
        for id in &new {
            articles.push(Grouped::load(&transaction, *id)?);
        }
        let mut added = FxHashMap::default();
        for article in &articles[first_new..] {
            for (term, _) in article.profile.counted() {
                *added.entry(term).or_default() += 1;
            }
        }
        add_counts(&transaction, &added)?;
        let counts = counts(&transaction, &articles)?;
        let profiles: Vec<Profile> = articles
            .iter()
            .map(|article| article.profile.clone())
            .collect();
        let belonging: Vec<Option<Belonging>> =
            articles.iter().map(|article| article.belonging).collect();
        for members in group(&profiles, &belonging, &counts) {
            settle(&transaction, &articles, &members)?;
        }
        transaction.commit()?;
        Ok(new.len())
    }

    /// Makes the profiles that are missing.
    fn make_profiles(&mut self) -> Result<(), StoreError> {
        loop {
            let missing = self.ids(
                "SELECT article FROM ungrouped
                 WHERE article NOT IN (SELECT article FROM profiles) LIMIT ?1",
                [AT_A_TIME / 10],
            )?;
            if missing.is_empty() {
                return Ok(());
            }
            let mut profiles = Vec::new();
            for id in missing {
                let stored = self.load(id)?;
                profiles.push((id, profile(&stored.article, &stored.quotations)));
            }
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (id, profile) in profiles {
                save_profile(&transaction, id, &profile)?;
            }
            transaction.commit()?;
        }
    }
}

/// An article while it is grouped.
struct Grouped {
    id: i64,
    profile: Profile,
    belonging: Option<Belonging>,
}

impl Grouped {
    fn load(connection: &Connection, id: i64) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT published_at, events.id, events.by_hand
             FROM articles
             LEFT JOIN memberships ON memberships.article = articles.id
             LEFT JOIN events ON events.id = memberships.event
             WHERE articles.id = ?1",
        )?;
        let (at, belonging) = statement.query_row([id], |row| {
            let event: Option<i64> = row.get(1)?;
            let belonging = match event {
                Some(event) => Some(Belonging {
                    event,
                    by_hand: row.get(2)?,
                }),
                None => None,
            };
            Ok((row.get(0)?, belonging))
        })?;
        let profile = load_profile(connection, id)?.unwrap_or_default();
        Ok(Self {
            id,
            profile: Profile { at, ..profile },
            belonging,
        })
    }
}

/// The grouped articles that may tell the same as one of `new`.
fn around(connection: &Connection, new: &[i64]) -> Result<Vec<i64>, StoreError> {
    let mut time = connection.prepare_cached("SELECT published_at FROM articles WHERE id = ?1")?;
    let mut times: Vec<i64> = Vec::new();
    let mut is_undated = false;
    for id in new {
        match time.query_row([id], |row| row.get::<_, Option<i64>>(0))? {
            Some(time) => times.push(time),
            None => is_undated = true,
        }
    }
    let mut ids = Vec::new();
    if let Some((first, last)) = times.iter().min().zip(times.iter().max()) {
        ids = read_ids(
            connection,
            "SELECT id FROM articles JOIN memberships ON article = id
             WHERE published_at BETWEEN ?1 AND ?2 ORDER BY published_at, id LIMIT ?3",
            (first - WINDOW_SECONDS, last + WINDOW_SECONDS, AROUND),
        )?;
    }
    // An article without a time may be of any event: the latest ones are looked at.
    let rest = if is_undated {
        "SELECT id FROM articles JOIN memberships ON article = id
         WHERE published_at IS NULL OR NOT ?2 ORDER BY id DESC LIMIT ?1"
    } else {
        "SELECT id FROM articles JOIN memberships ON article = id
         WHERE published_at IS NULL AND ?2 ORDER BY id DESC LIMIT ?1"
    };
    ids.extend(read_ids(connection, rest, (AROUND / 4, !is_undated))?);
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// Writes to which event the articles of a group belong: the earliest that one of them belongs to, or a
/// new one.
fn settle(
    connection: &Connection,
    articles: &[Grouped],
    members: &[usize],
) -> Result<(), StoreError> {
    let members = || members.iter().map(|at| &articles[*at]);
    let mut known: Vec<Belonging> = members().filter_map(|article| article.belonging).collect();
    // One that somebody arranged keeps its number.
    known.sort_by_key(|known| (!known.by_hand, known.event));
    known.dedup();
    let event = match known.first() {
        Some(known) => known.event,
        None => connection
            .prepare_cached("INSERT INTO events DEFAULT VALUES RETURNING id")?
            .query_row([], |row| row.get(0))?,
    };
    for joined in known.iter().skip(1) {
        merge(connection, event, joined.event)?;
    }
    for article in members().filter(|article| article.belonging.is_none()) {
        connection
            .prepare_cached("INSERT INTO memberships (article, event) VALUES (?1, ?2)")?
            .execute((article.id, event))?;
    }
    Ok(())
}

/// Moves the articles of event `gone` to `event`; who asks for `gone` later is sent there.
pub(super) fn merge(connection: &Connection, event: i64, gone: i64) -> Result<(), StoreError> {
    for sql in [
        "UPDATE memberships SET event = ?1 WHERE event = ?2",
        "UPDATE events SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2",
    ] {
        connection.prepare_cached(sql)?.execute((event, gone))?;
    }
    Ok(())
}

fn read_ids(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map(parameters, |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// How many articles hold each of the terms of `articles`.
fn counts(connection: &Connection, articles: &[Grouped]) -> Result<Counts, StoreError> {
    let mut lookup =
        connection.prepare_cached("SELECT articles FROM term_counts WHERE term = ?1")?;
    let mut counts = Counts {
        articles: connection.query_row(
            "SELECT (SELECT count(*) FROM articles)
                  - (SELECT count(*) FROM articles WHERE NOT is_current)",
            [],
            |row| row.get(0),
        )?,
        with: FxHashMap::default(),
    };
    for article in articles {
        for (term, _) in article.profile.counted() {
            if let Entry::Vacant(unknown) = counts.with.entry(term) {
                // The words of a revision that took the place of a grouped one were never counted.
                let with = lookup.query_row([term], |row| row.get(0)).optional()?;
                unknown.insert(with.unwrap_or(1));
            }
        }
    }
    Ok(counts)
}

fn add_counts(connection: &Connection, added: &FxHashMap<u32, u32>) -> Result<(), StoreError> {
    // In the order of the table, which is the order of its pages.
    let mut added: Vec<(&u32, &u32)> = added.iter().collect();
    added.sort_unstable();
    let mut upsert = connection.prepare_cached(
        "INSERT INTO term_counts (term, articles) VALUES (?1, ?2)
         ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles",
    )?;
    for row in added {
        upsert.execute(row)?;
    }
    Ok(())
}

/// Writes the profile of an article.
pub(super) fn save_profile(
    connection: &Connection,
    article: i64,
    profile: &Profile,
) -> Result<(), StoreError> {
    let terms: Vec<u8> = profile
        .terms
        .iter()
        .flat_map(|(term, times)| {
            let [a, b, c, d] = term.to_le_bytes();
            [a, b, c, d, *times]
        })
        .collect();
    connection
        .prepare_cached("INSERT OR REPLACE INTO profiles (article, terms) VALUES (?1, ?2)")?
        .execute((article, terms))?;
    Ok(())
}

/// Reads the profile of an article, all but its time.
fn load_profile(connection: &Connection, article: i64) -> Result<Option<Profile>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT terms FROM profiles WHERE article = ?1")?;
    let mut rows = statement.query([article])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let ValueRef::Blob(bytes) = row.get_ref(0)? else {
        return Ok(None);
    };
    let terms = bytes.chunks_exact(5).map(|bytes| {
        let term = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        (term, bytes[4])
    });
    Ok(Some(Profile {
        terms: terms.collect(),
        at: None,
    }))
}
