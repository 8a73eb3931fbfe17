//! A place found, as it is shown: the quotation, or the passage around the first of the words, with its
//! article.
//!
//! FTS5 marks the words that it found in what it holds of a quotation or a text; the marks are counted in
//! code points and taken out again.

use rusqlite::{Row, named_params};
use rustc_hash::FxHashMap;

use super::excerpt::{Excerpt, MARKS};
use super::{Hit, Query, SearchField, json_list};
use crate::store::rows::kind;
use crate::store::{Store, StoreError};

/// Code points before and behind the first word found that a passage shows of a text.
const AROUND: usize = 120;

impl Store {
    /// The places with these ids, in their order.
    pub(super) fn hits(
        &self,
        ids: &[i64],
        query: &Query,
        field: SearchField,
    ) -> Result<Vec<Hit>, StoreError> {
        let marked = self.marked(ids, query, field)?;
        let hits = ids.iter().filter_map(|id| {
            let marked = marked.get(id)?;
            Some(match field {
                SearchField::Quotations => self.quotation_hit(*id, marked),
                SearchField::Text | SearchField::Headline => self.article_hit(*id, marked),
            })
        });
        hits.collect()
    }

    /// The words at these places, with marks around those that were found.
    fn marked(
        &self,
        ids: &[i64],
        query: &Query,
        field: SearchField,
    ) -> Result<FxHashMap<i64, String>, StoreError> {
        if query.has_ending() {
            let marked = Excerpt::of(self, ids, field)?.marked(query)?;
            return Ok(marked.into_iter().collect());
        }
        let (full_text, column) = field.full_text();
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {full_text}.rowid, highlight({full_text}, {column}, :before, :behind)
             FROM json_each(:ids) CROSS JOIN {full_text}
             WHERE {full_text}.rowid = value AND {full_text} MATCH :query"
        ))?;
        let parameters = named_params! {
            ":before": MARKS.0.to_string(),
            ":behind": MARKS.1.to_string(),
            ":query": query.all(),
            ":ids": json_list(ids),
        };
        let marked = statement.query_map(parameters, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(marked.collect::<Result<_, _>>()?)
    }

    /// The quotation with this id, of which `marked` are the words.
    fn quotation_hit(&self, id: i64, marked: &str) -> Result<Hit, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT articles.name, outlets.name, title, url, published, kind, speaker, content
             FROM quotations
             JOIN articles ON articles.id = article
             JOIN outlets ON outlets.id = outlet
             WHERE quotations.id = ?1",
        )?;
        let (mut hit, name, content) = statement.query_row([id], |row| {
            let mut hit = hit(row)?;
            hit.speaker = row.get(6)?;
            Ok((hit, row.get::<_, String>(5)?, row.get::<_, String>(7)?))
        })?;
        hit.kind = Some(kind(&name)?);
        hit.content = serde_json::from_str(&content)
            .map_err(|_| StoreError::Damaged(format!("{content:?} is no list of places")))?;
        let (plain, matches) = unmark(marked);
        // The words of several passages stand one behind the other, with " … " between.
        let mut rest = plain.chars();
        let mut from = 0;
        for [start, end] in &hit.content {
            let length = end.saturating_sub(*start);
            hit.text.push(rest.by_ref().take(length).collect());
            let inside = matches
                .iter()
                .filter(|[a, b]| *a >= from && *b <= from + length);
            hit.matches
                .extend(inside.map(|[a, b]| [start + a - from, start + b - from]));
            from += length + 3;
            rest.by_ref().take(3).for_each(drop);
        }
        Ok(hit)
    }

    /// The article with this id, of which `marked` is the text or the headline.
    fn article_hit(&self, id: i64, marked: &str) -> Result<Hit, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT articles.name, outlets.name, title, url, published
             FROM articles
             JOIN outlets ON outlets.id = outlet
             WHERE articles.id = ?1",
        )?;
        let mut hit = statement.query_row([id], hit)?;
        let (plain, matches) = unmark(marked);
        let signs: Vec<char> = plain.chars().collect();
        let first = matches.first().copied().unwrap_or([0, 0]);
        let passage = passage(&signs, first);
        let inside = |[a, b]: &&[usize; 2]| passage[0] <= *a && *b <= passage[1];
        hit.matches = matches.iter().filter(inside).copied().collect();
        hit.text = vec![signs[passage[0]..passage[1]].iter().collect()];
        hit.content = vec![passage];
        Ok(hit)
    }
}

fn hit(row: &Row) -> rusqlite::Result<Hit> {
    Ok(Hit {
        article: row.get(0)?,
        outlet: row.get(1)?,
        title: row.get(2)?,
        url: row.get(3)?,
        published: row.get(4)?,
        kind: None,
        speaker: None,
        content: Vec::new(),
        matches: Vec::new(),
        text: Vec::new(),
    })
}

/// A text without the marks, and what stood between them.
fn unmark(marked: &str) -> (String, Vec<[usize; 2]>) {
    let mut plain = String::with_capacity(marked.len());
    let mut matches = Vec::new();
    let (mut count, mut start) = (0, None);
    for sign in marked.chars() {
        if sign == MARKS.0 {
            start = Some(count);
        } else if sign == MARKS.1 {
            matches.extend(start.take().map(|start| [start, count]));
        } else {
            plain.push(sign);
            count += 1;
        }
    }
    (plain, matches)
}

/// The place around `found` that is shown: some words before and behind, within the paragraph.
fn passage(signs: &[char], found: [usize; 2]) -> [usize; 2] {
    let before = &signs[found[0].saturating_sub(AROUND)..found[0]];
    let line = before.iter().rposition(|sign| *sign == '\n');
    let cut = before.len() == AROUND;
    let word = || {
        cut.then(|| before.iter().position(|sign| sign.is_whitespace()))
            .flatten()
    };
    let skipped = line.or_else(word).map_or(0, |at| at + 1);
    let start = found[0] - before.len() + skipped;
    let behind = &signs[found[1]..signs.len().min(found[1] + AROUND)];
    let line = behind.iter().position(|sign| *sign == '\n');
    let cut = behind.len() == AROUND;
    let word = || {
        cut.then(|| behind.iter().rposition(|sign| sign.is_whitespace()))
            .flatten()
    };
    let end = found[1] + line.or_else(word).unwrap_or(behind.len());
    [start, end]
}
