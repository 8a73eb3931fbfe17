//! Articles into the store, with what is found in them.

use std::num::NonZero;
use std::thread;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, named_params};
use rustc_hash::FxHashSet;

use super::content::{self, ContentKey};
use super::grouping::save_profile;
use super::places::Outward;
use super::{Store, StoreError};
use crate::events::{Profile, profile};
use crate::{Article, Commentary, Extraction, Quotation, extract};

/// Names the rules and tables that find quotations: the release and a hash of their files.
pub(super) const EXTRACTOR: &str =
    concat!(env!("CARGO_PKG_VERSION"), "+", env!("RASHOMON_EXTRACTOR"));

/// What [`Store::add`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Articles that are new.
    pub articles: usize,
    /// How many of them are another text of a page that was there.
    pub revisions: usize,
    /// Articles that were there before and were left as they are.
    pub known: usize,
    /// Quotations of the new articles.
    pub quotations: usize,
}

impl std::ops::AddAssign for Added {
    fn add_assign(&mut self, other: Self) {
        self.articles += other.articles;
        self.revisions += other.revisions;
        self.known += other.known;
        self.quotations += other.quotations;
    }
}

impl Store {
    /// Adds the articles that are not there yet, all of them or, when it fails, none.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Locked`], [`StoreError::ReadOnly`] and those of a damaged
    /// store. Calling again with the same articles is always safe.
    pub fn add(&mut self, articles: Vec<Article>) -> Result<Added, StoreError> {
        let all = articles.len();
        let fresh = self.unknown(articles)?;
        let mut added = Added::default();
        if !fresh.is_empty() {
            // The slow part stands before the transaction, so that other processes can write meanwhile.
            let drafts = extracted(fresh);
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let now = now();
            for draft in &drafts {
                added += insert(&transaction, draft, now)?;
            }
            transaction.commit()?;
        }
        added.known = all - added.articles;
        Ok(added)
    }

    /// Extracts again what was extracted with other rules or tables, at most `limit` articles; gives how
    /// many. When it gives 0 nothing is left to do.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn update(&mut self, limit: usize) -> Result<usize, StoreError> {
        let old = self.ids(
            "SELECT id FROM articles WHERE extractor <> ?1 ORDER BY id LIMIT ?2",
            (EXTRACTOR, limit),
        )?;
        let articles = self.articles_of(&old)?;
        let drafts = extracted(
            articles
                .into_iter()
                .map(|article| (ContentKey::default(), article)),
        );
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (id, draft) in old.iter().zip(&drafts) {
            transaction.execute("DELETE FROM quotations WHERE article = ?1", [id])?;
            transaction.execute("DELETE FROM commentary WHERE article = ?1", [id])?;
            transaction.execute(
                "UPDATE articles SET extractor = ?1 WHERE id = ?2",
                (EXTRACTOR, id),
            )?;
            insert_extraction(&transaction, *id, draft)?;
        }
        transaction.commit()?;
        Ok(old.len())
    }

    /// How many articles were extracted with other rules or tables than those of this program.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn outdated(&self) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM articles WHERE extractor <> ?1";
        Ok(self
            .connection
            .query_row(sql, [EXTRACTOR], |row| row.get(0))?)
    }

    /// The articles whose content is not there, each once.
    fn unknown(&self, articles: Vec<Article>) -> Result<Vec<(ContentKey, Article)>, StoreError> {
        let mut lookup = self
            .connection
            .prepare_cached("SELECT 1 FROM articles WHERE content_key = ?1")?;
        let mut seen = FxHashSet::default();
        let mut fresh = Vec::new();
        for article in articles {
            let key = content::content_key(&article);
            if seen.insert(key) && !lookup.exists([key])? {
                fresh.push((key, article));
            }
        }
        Ok(fresh)
    }
}

/// An article with what was found in it, ready to be written.
struct Draft {
    key: ContentKey,
    article: Article,
    extraction: Extraction,
    profile: Profile,
}

/// Extracts on as many threads as the machine has cores; the order stays.
fn extracted(articles: impl IntoIterator<Item = (ContentKey, Article)>) -> Vec<Draft> {
    let mut articles: Vec<_> = articles.into_iter().collect();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = articles.len().div_ceil(cores).max(1);
    let mut shares = Vec::new();
    while !articles.is_empty() {
        let rest = articles.split_off(share.min(articles.len()));
        shares.push(std::mem::replace(&mut articles, rest));
    }
    let extract_all = |articles: Vec<(ContentKey, Article)>| -> Vec<Draft> {
        let drafts = articles.into_iter().map(|(key, article)| {
            let extraction = extract::quotations(&article);
            let profile = profile(&article, &extraction.quotations);
            Draft {
                key,
                article,
                extraction,
                profile,
            }
        });
        drafts.collect()
    };
    thread::scope(|scope| {
        let running: Vec<_> = shares
            .into_iter()
            .map(|articles| scope.spawn(move || extract_all(articles)))
            .collect();
        let done = running.into_iter().map(|thread| match thread.join() {
            Ok(drafts) => drafts,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.flatten().collect()
    })
}

/// Writes one article, unless another process was first.
fn insert(connection: &Connection, draft: &Draft, now: i64) -> Result<Added, StoreError> {
    let article = &draft.article;
    let mut lookup = connection.prepare_cached("SELECT 1 FROM articles WHERE content_key = ?1")?;
    if lookup.exists([draft.key])? {
        return Ok(Added::default());
    }
    let outlet = outlet(connection, &article.outlet)?;
    let id: i64 = connection
        .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM articles")?
        .query_row([], |row| row.get(0))?;
    let page = article.url.as_deref().map(content::page);
    let published_at = article.published.as_ref().and_then(|time| time.timestamp);
    let place = settle(connection, page.as_deref(), outlet, published_at)?;
    let outward = Outward::new(&article.text);
    let [body_start, body_end] = outward.span(article.body);
    connection
        .prepare_cached(
            "INSERT INTO articles (id, name, content_key, outlet, title, byline, url, page, published,
                 published_at, language, words, is_current, added_at, extractor, body_start, body_end, set_off, text)
             VALUES (:id, :name, :key, :outlet, :title, :byline, :url, :page, :published,
                 :published_at, :language, :words, :is_current, :now, :extractor, :start, :end, :set_off, :text)",
        )?
        .execute(named_params! {
            ":id": id,
            ":name": free_name(connection, &article.id, id)?,
            ":key": draft.key,
            ":outlet": outlet,
            ":title": article.title,
            ":byline": article.byline,
            ":url": article.url,
            ":page": page,
            ":published": article.published.as_ref().map(|time| &time.text),
            ":published_at": published_at,
            ":language": article.language,
            ":words": article.words(),
            ":is_current": place != PlaceAmong::Older,
            ":now": now,
            ":extractor": EXTRACTOR,
            ":start": body_start,
            ":end": body_end,
            ":set_off": outward.list(&article.set_off),
            ":text": article.text,
        })?;
    insert_extraction(connection, id, draft)?;
    if let PlaceAmong::Latest { before } = place {
        // The event that the page told is told by its new text.
        connection
            .prepare_cached("UPDATE memberships SET article = ?1 WHERE article = ?2")?
            .execute((id, before))?;
    }
    Ok(Added {
        articles: 1,
        revisions: usize::from(place != PlaceAmong::Only),
        known: 0,
        quotations: draft.extraction.quotations.len(),
    })
}

fn outlet(connection: &Connection, name: &str) -> Result<i64, StoreError> {
    let known = connection
        .prepare_cached("SELECT id FROM outlets WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let mut insert =
        connection.prepare_cached("INSERT INTO outlets (name) VALUES (?1) RETURNING id")?;
    Ok(insert.query_row([name], |row| row.get(0))?)
}

/// `wanted`, or `wanted` with the number of the article where an earlier one has that name.
fn free_name(connection: &Connection, wanted: &str, id: i64) -> Result<String, StoreError> {
    let mut lookup = connection.prepare_cached("SELECT 1 FROM articles WHERE name = ?1")?;
    let mut name = wanted.to_owned();
    while lookup.exists([&name])? {
        name = format!("{name}-{id}");
    }
    Ok(name)
}

/// How a text stands among those of its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlaceAmong {
    Only,
    Latest {
        /// The revision that was current.
        before: i64,
    },
    Older,
}

/// Finds the place of a text among the revisions of its page and makes room for it. The later time of
/// publication is the later revision; where the times do not tell, the one that came later.
fn settle(
    connection: &Connection,
    page: Option<&str>,
    outlet: i64,
    published_at: Option<i64>,
) -> Result<PlaceAmong, StoreError> {
    let current = connection
        .prepare_cached(
            "SELECT id, published_at FROM articles WHERE page = ?1 AND outlet = ?2 AND is_current",
        )?
        .query_row((page, outlet), |row| {
            Ok((row.get::<_, i64>(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((id, current_at)) = current else {
        return Ok(PlaceAmong::Only);
    };
    if published_at < current_at {
        return Ok(PlaceAmong::Older);
    }
    connection
        .prepare_cached("UPDATE articles SET is_current = 0 WHERE id = ?1")?
        .execute([id])?;
    Ok(PlaceAmong::Latest { before: id })
}

/// Writes what was found in the article `id`.
fn insert_extraction(connection: &Connection, id: i64, draft: &Draft) -> Result<(), StoreError> {
    let text = &draft.article.text;
    let outward = Outward::new(text);
    for quotation in &draft.extraction.quotations {
        insert_quotation(connection, id, quotation, text, &outward)?;
    }
    for commentary in &draft.extraction.commentary {
        insert_commentary(connection, id, commentary, &outward)?;
    }
    save_profile(connection, id, &draft.profile)
}

fn insert_quotation(
    connection: &Connection,
    article: i64,
    quotation: &Quotation,
    text: &str,
    outward: &Outward,
) -> Result<(), StoreError> {
    let speaker = quotation.speaker.as_ref();
    let mention = speaker.map(|speaker| outward.span(speaker.mention));
    let cue = quotation.cue.as_ref();
    let cue_place = cue.map(|cue| outward.span(cue.span));
    let slices: Vec<&str> = quotation.slices(text).collect();
    let id: i64 = connection
        .prepare_cached(
            "INSERT INTO quotations (article, kind, content, segments, words, speaker, speaker_start,
                 speaker_end, cue_start, cue_end, cue_lemma, cue_stance, cue_group)
             VALUES (:article, :kind, :content, :segments, :words, :speaker, :speaker_start,
                 :speaker_end, :cue_start, :cue_end, :cue_lemma, :cue_stance, :cue_group)
             RETURNING id",
        )?
        .query_row(
            named_params! {
            ":article": article,
            ":kind": quotation.kind.name(),
            ":content": outward.list(&quotation.content),
            ":segments": outward.list(&quotation.segments),
            ":words": quotation.words(text),
            ":speaker": speaker.map(|speaker| &speaker.name),
            ":speaker_start": mention.map(|[start, _]| start),
            ":speaker_end": mention.map(|[_, end]| end),
            ":cue_start": cue_place.map(|[start, _]| start),
            ":cue_end": cue_place.map(|[_, end]| end),
            ":cue_lemma": cue.map(|cue| &cue.lemma),
            ":cue_stance": cue.map(|cue| &cue.stance),
            ":cue_group": cue.map(|cue| cue.group.name()),
        }, |row| row.get(0))?;
    connection
        .prepare_cached("INSERT INTO quotation_search (rowid, words) VALUES (?1, ?2)")?
        .execute((id, slices.join(" … ")))?;
    Ok(())
}

fn insert_commentary(
    connection: &Connection,
    article: i64,
    commentary: &Commentary,
    outward: &Outward,
) -> Result<(), StoreError> {
    let [start, end] = outward.span(commentary.span);
    let marker = commentary.marker.map(|marker| outward.span(marker));
    connection
        .prepare_cached(
            "INSERT INTO commentary (article, kind, span_start, span_end, marker_start, marker_end)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            article,
            commentary.kind.name(),
            start,
            end,
            marker.map(|[start, _]| start),
            marker.map(|[_, end]| end),
        ))?;
    Ok(())
}

/// Seconds since 1970. `SOURCE_DATE_EPOCH` stands for the clock where a store has to come out the same.
fn now() -> i64 {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok();
    let fixed = fixed.and_then(|seconds| seconds.trim().parse().ok());
    fixed.unwrap_or_else(|| jiff::Timestamp::now().as_second())
}
