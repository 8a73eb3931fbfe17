//! Articles and what was found in them, out of the store.

use rusqlite::{Params, Row};

use super::content::content_key;
use super::places::Inward;
use super::{Store, StoreError};
use crate::model::{CommentaryKind, Cue, Speaker};
use crate::model::{CueGroup, Published};
use crate::{Article, Commentary, Extraction, Quotation, QuotationKind, Span};

/// An article and what was found in it when it came in, or at the last update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The article.
    pub article: Article,
    /// In order of the text.
    pub quotations: Vec<Quotation>,
    /// In order of the text.
    pub commentary: Vec<Commentary>,
}

/// Articles in a row that cannot be read before a store whose end is lost is given up.
const MOST_IN_A_ROW: i64 = 20_000;

impl Stored {
    /// The article, and what was found in it as the comparison takes it: without what an article tells
    /// beside its quotations, which is not kept.
    pub fn into_parts(self) -> (Article, Extraction) {
        let extraction = Extraction {
            quotations: self.quotations,
            commentary: self.commentary,
            ..Extraction::default()
        };
        (self.article, extraction)
    }
}

impl Store {
    /// The article with this name and what was found in it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and those of a damaged store.
    pub fn article(&self, name: &str) -> Result<Stored, StoreError> {
        let ids = self.ids("SELECT id FROM articles WHERE name = ?1", [name])?;
        let Some(id) = ids.first() else {
            return Err(StoreError::NotFound(format!(
                "there is no article {name:?}"
            )));
        };
        self.load(*id)
    }

    /// What was found in `article` when it came in, or at the last update; nothing when it is not in the
    /// store.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn extraction(&self, article: &Article) -> Result<Option<Extraction>, StoreError> {
        let key = content_key(article);
        let ids = self.ids("SELECT id FROM articles WHERE content_key = ?1", [key])?;
        let Some(id) = ids.first() else {
            return Ok(None);
        };
        let inward = Inward::new(&article.text);
        Ok(Some(Extraction {
            quotations: self.load_quotations(*id, &inward)?,
            commentary: self.load_commentary(*id, &inward)?,
            ..Extraction::default()
        }))
    }

    /// Calls `each` with every article and what was found in it, in the order in which they came in,
    /// until it fails. An article that a damaged store does not give is an error of its own, and the next
    /// one follows.
    ///
    /// # Errors
    /// Those of a store of which nothing can be read, and those of `each`.
    pub fn for_each_article<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Result<Stored, StoreError>) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.ids("SELECT id FROM articles ORDER BY id", []) {
            Ok(ids) => ids
                .into_iter()
                .try_for_each(|id| each(self.load(id).map_err(|error| error.of_article(id)))),
            // The list breaks off at the first torn page; one by one all the others can be had.
            Err(StoreError::Damaged(_)) => self.for_each_number(each),
            Err(error) => Err(error.into()),
        }
    }

    /// As [`Self::for_each_article`], for every number that an article may have.
    fn for_each_number<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Result<Stored, StoreError>) -> Result<(), E>,
    ) -> Result<(), E> {
        let known_last = self.last_number();
        let mut found = 0;
        // Nobody knows whether there is an article behind the last one that can be read.
        let mut perhaps: Vec<StoreError> = Vec::new();
        let mut id = 0;
        while id < known_last.unwrap_or(found + MOST_IN_A_ROW) {
            id += 1;
            match self.load(id) {
                Err(StoreError::Other(rusqlite::Error::QueryReturnedNoRows)) => {}
                Err(error) => perhaps.push(error.of_article(id)),
                Ok(stored) => {
                    perhaps.drain(..).try_for_each(|error| each(Err(error)))?;
                    each(Ok(stored))?;
                    found = id;
                }
            }
        }
        if known_last.is_none() {
            return each(Err(StoreError::LostRest { after: found }));
        }
        perhaps.into_iter().try_for_each(|error| each(Err(error)))
    }

    /// The number of the article that came in last, unless that is lost. The full text has a row for each
    /// article too, in pages of its own.
    fn last_number(&self) -> Option<i64> {
        let tables = ["articles", "article_search_docsize"];
        tables.into_iter().find_map(|table| {
            let sql = format!("SELECT coalesce(max(id), 0) FROM {table}");
            self.connection.query_row(&sql, [], |row| row.get(0)).ok()
        })
    }

    /// The first column of a question for ids.
    pub(super) fn ids(&self, sql: &str, parameters: impl Params) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(parameters, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The articles with these ids, in their order.
    pub(super) fn articles_of(&self, ids: &[i64]) -> Result<Vec<Article>, StoreError> {
        ids.iter().map(|id| self.load_article(*id)).collect()
    }

    /// The article with this id and what was found in it.
    pub(super) fn load(&self, id: i64) -> Result<Stored, StoreError> {
        let article = self.load_article(id)?;
        let inward = Inward::new(&article.text);
        Ok(Stored {
            quotations: self.load_quotations(id, &inward)?,
            commentary: self.load_commentary(id, &inward)?,
            article,
        })
    }

    fn load_article(&self, id: i64) -> Result<Article, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT articles.name, outlets.name, title, byline, url, published, published_at, language,
                 text, body_start, body_end, set_off
             FROM articles JOIN outlets ON outlets.id = articles.outlet
             WHERE articles.id = ?1",
        )?;
        let (mut article, start, end, set_off) = statement.query_row([id], |row| {
            let timestamp = row.get(6)?;
            let published = row.get::<_, Option<String>>(5)?;
            let article = Article {
                id: row.get(0)?,
                outlet: row.get(1)?,
                title: row.get(2)?,
                byline: row.get(3)?,
                url: row.get(4)?,
                published: published.map(|text| Published { text, timestamp }),
                language: row.get(7)?,
                text: row.get(8)?,
                body: Span::new(0, 0),
                set_off: Vec::new(),
            };
            Ok((
                article,
                row.get(9)?,
                row.get(10)?,
                row.get::<_, String>(11)?,
            ))
        })?;
        let inward = Inward::new(&article.text);
        article.body = inward.span(start, end)?;
        article.set_off = inward.list(&set_off)?;
        Ok(article)
    }

    fn load_quotations(&self, article: i64, inward: &Inward) -> Result<Vec<Quotation>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, content, segments, speaker, speaker_start, speaker_end,
                 cue_lemma, cue_stance, cue_group, cue_start, cue_end
             FROM quotations WHERE article = ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([article])?;
        let mut quotations = Vec::new();
        while let Some(row) = rows.next()? {
            quotations.push(quotation(row, inward)?);
        }
        Ok(quotations)
    }

    fn load_commentary(
        &self,
        article: i64,
        inward: &Inward,
    ) -> Result<Vec<Commentary>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, span_start, span_end, marker_start, marker_end
             FROM commentary WHERE article = ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([article])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let marker = row.get::<_, Option<usize>>(3)?.zip(row.get(4)?);
            all.push(Commentary {
                span: inward.span(row.get(1)?, row.get(2)?)?,
                marker: marker
                    .map(|(start, end)| inward.span(start, end))
                    .transpose()?,
                kind: match row.get_ref(0)?.as_str().unwrap_or_default() {
                    "bracketed" => CommentaryKind::Bracketed,
                    "inserted" => CommentaryKind::Inserted,
                    _ => CommentaryKind::Marked,
                },
            });
        }
        Ok(all)
    }
}

/// The kind that a row names.
pub(super) fn kind(name: &str) -> Result<QuotationKind, StoreError> {
    QuotationKind::named(name)
        .ok_or_else(|| StoreError::Damaged(format!("{name:?} is no kind of quotation")))
}

fn quotation(row: &Row, inward: &Inward) -> Result<Quotation, StoreError> {
    let speaker = match row.get::<_, Option<String>>(3)? {
        Some(name) => Some(Speaker {
            name,
            mention: inward.span(row.get(4)?, row.get(5)?)?,
        }),
        None => None,
    };
    let cue = match row.get::<_, Option<String>>(6)? {
        Some(lemma) => Some(Cue {
            span: inward.span(row.get(9)?, row.get(10)?)?,
            lemma,
            stance: row.get(7)?,
            group: match row.get::<_, Option<String>>(8)?.as_deref() {
                Some("thought") => CueGroup::Thought,
                _ => CueGroup::Speech,
            },
        }),
        None => None,
    };
    Ok(Quotation {
        kind: kind(row.get_ref(0)?.as_str().unwrap_or_default())?,
        content: inward.list(row.get_ref(1)?.as_str().unwrap_or_default())?,
        segments: inward.list(row.get_ref(2)?.as_str().unwrap_or_default())?,
        speaker,
        cue,
    })
}
