//! Words in quotations, texts and headlines.
//!
//! What is asked is plain words: all of them must stand there, in any order, whatever their case and
//! accents; words between quotation marks must follow one another; a star at the end of a word stands for
//! any ending. The best fit comes first (BM25), which says how much a passage is about these words and
//! nothing about the article.

use rusqlite::{Row, ToSql, named_params};
use serde::Serialize;

use super::{Store, StoreError};

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The words.
    pub words: String,
    /// Where to look.
    pub field: SearchField,
    /// Only quotations of this kind ("direct"); for quotations alone.
    pub kind: Option<String>,
    /// Only quotations of speakers with this in their name; for quotations alone.
    pub speaker: Option<String>,
    /// Only articles of this outlet.
    pub outlet: Option<String>,
    /// Only articles published at this moment or later, in seconds since 1970.
    pub since: Option<i64>,
    /// Only articles published at this moment or earlier.
    pub until: Option<i64>,
    /// Also texts that a later revision replaced.
    pub revisions: bool,
    /// How many places to give.
    pub limit: usize,
}

/// Where to look for words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchField {
    /// In what somebody is quoted with.
    #[default]
    Quotations,
    /// In the whole text.
    Text,
    /// In the headline.
    Headline,
}

/// A place where the words stand. Offsets count code points of the article's text, or of its headline
/// when that was searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// What reports call the article.
    pub article: String,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When, as printed.
    pub published: Option<String>,
    /// The kind of the quotation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Who is credited with the quotation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// The passages shown: those of the quotation, or one around the first of the words.
    pub content: Vec<[usize; 2]>,
    /// The words found, inside `content`.
    pub matches: Vec<[usize; 2]>,
    /// The slices at `content`.
    pub text: Vec<String>,
}

/// Code points before and behind the first word found that a passage shows of a text.
const AROUND: usize = 120;

/// What FTS5 is told to put before and behind a word found: signs that no text holds.
const MARKS: (char, char) = ('\u{2}', '\u{3}');

impl Store {
    /// Looks for words.
    ///
    /// # Errors
    /// [`StoreError::Query`] when there is no word in what is asked; those of a damaged store.
    pub fn search(&self, search: &Search) -> Result<Vec<Hit>, StoreError> {
        let query = query(&search.words, search.field)?;
        let ids = match search.field {
            SearchField::Quotations => self.quotations_with(&query, search)?,
            SearchField::Text | SearchField::Headline => self.articles_with(&query, search)?,
        };
        ids.into_iter()
            .map(|id| match search.field {
                SearchField::Quotations => self.quotation_hit(id, &query),
                SearchField::Text => self.article_hit(id, &query, 1),
                SearchField::Headline => self.article_hit(id, &query, 0),
            })
            .collect()
    }

    fn quotations_with(&self, query: &str, search: &Search) -> Result<Vec<i64>, StoreError> {
        // The order of the joins is kept (CROSS): the search gives its rows by rank, and the first ones
        // that pass are enough.
        let select = "SELECT quotations.id FROM quotation_search
             CROSS JOIN quotations ON quotations.id = quotation_search.rowid
             CROSS JOIN articles ON articles.id = quotations.article
             WHERE quotation_search MATCH :query
               AND (:kind IS NULL OR kind = :kind)
               AND (:speaker IS NULL OR instr(lower(speaker), lower(:speaker)) > 0)";
        let own = named_params! { ":kind": search.kind, ":speaker": search.speaker };
        self.closest(select, own, query, search)
    }

    fn articles_with(&self, query: &str, search: &Search) -> Result<Vec<i64>, StoreError> {
        let select = "SELECT articles.id FROM article_search
             CROSS JOIN articles ON articles.id = article_search.rowid
             WHERE article_search MATCH :query";
        self.closest(select, &[], query, search)
    }

    /// The ids that `select`, whose own parameters are `own`, gives of the articles that are asked for, the
    /// closest first.
    fn closest(
        &self,
        select: &str,
        own: &[(&str, &dyn ToSql)],
        query: &str,
        search: &Search,
    ) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{select}
               AND (:outlet IS NULL OR outlet = (SELECT id FROM outlets WHERE name = :outlet))
               AND (:since IS NULL OR published_at >= :since)
               AND (:until IS NULL OR published_at <= :until)
               AND (:revisions OR is_current)
             ORDER BY rank LIMIT :limit"
        ))?;
        let shared: &[(&str, &dyn ToSql)] = named_params! {
            ":query": query,
            ":outlet": search.outlet,
            ":since": search.since,
            ":until": search.until,
            ":revisions": search.revisions,
            ":limit": search.limit,
        };
        let parameters = [shared, own].concat();
        let ids = statement.query_map(parameters.as_slice(), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    fn quotation_hit(&self, id: i64, query: &str) -> Result<Hit, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT articles.name, outlets.name, title, url, published, kind, speaker, content,
                 highlight(quotation_search, 0, :before, :behind)
             FROM quotation_search
             JOIN quotations ON quotations.id = quotation_search.rowid
             JOIN articles ON articles.id = article
             JOIN outlets ON outlets.id = outlet
             WHERE quotation_search MATCH :query AND quotation_search.rowid = :id",
        )?;
        let parameters = named_params! {
            ":before": MARKS.0.to_string(),
            ":behind": MARKS.1.to_string(),
            ":query": query,
            ":id": id,
        };
        let (mut hit, content, marked) = statement.query_row(parameters, |row| {
            let mut hit = hit(row)?;
            hit.kind = row.get(5)?;
            hit.speaker = row.get(6)?;
            Ok((hit, row.get::<_, String>(7)?, row.get::<_, String>(8)?))
        })?;
        hit.content = serde_json::from_str(&content)
            .map_err(|_| StoreError::Damaged(format!("{content:?} is no list of places")))?;
        let (plain, matches) = unmark(&marked);
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

    fn article_hit(&self, id: i64, query: &str, column: i32) -> Result<Hit, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT articles.name, outlets.name, articles.title, url, published,
                 highlight(article_search, :column, :before, :behind)
             FROM article_search
             JOIN articles ON articles.id = article_search.rowid
             JOIN outlets ON outlets.id = outlet
             WHERE article_search MATCH :query AND article_search.rowid = :id",
        )?;
        let parameters = named_params! {
            ":column": column,
            ":before": MARKS.0.to_string(),
            ":behind": MARKS.1.to_string(),
            ":query": query,
            ":id": id,
        };
        let (mut hit, marked) =
            statement.query_row(parameters, |row| Ok((hit(row)?, row.get::<_, String>(5)?)))?;
        let (plain, matches) = unmark(&marked);
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

/// The question as FTS5 wants it.
fn query(words: &str, field: SearchField) -> Result<String, StoreError> {
    let mut terms: Vec<String> = Vec::new();
    for (at, part) in words.split(['"', '“', '”', '„', '«', '»']).enumerate() {
        // Every second part stands between marks.
        let phrases: Vec<&str> = match at % 2 {
            0 => part.split_whitespace().collect(),
            _ => vec![part],
        };
        let phrases = phrases
            .into_iter()
            .filter(|phrase| phrase.chars().any(char::is_alphanumeric));
        terms.extend(phrases.map(|phrase| match phrase.strip_suffix('*') {
            Some(stem) => format!("\"{stem}\" *"),
            None => format!("\"{phrase}\""),
        }));
    }
    if terms.is_empty() {
        return Err(StoreError::Query(
            "there is no word in it; give the words to look for".to_owned(),
        ));
    }
    let terms = terms.join(" AND ");
    Ok(match field {
        SearchField::Quotations => terms,
        SearchField::Text => format!("text : ({terms})"),
        SearchField::Headline => format!("title : ({terms})"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        let mut article = Article::new(
            "Ridge Post",
            "The dam at Halverby is old.\n\n“The dam may hold,” Mayor Ann Corley said, “but nobody knows.”\n\nÉmile Roux said the road was closed.",
        );
        article.title = Some("Dam under watch".to_owned());
        store.add(vec![article]).unwrap();
        store
    }

    fn ask(words: &str, field: SearchField) -> Vec<Hit> {
        let search = Search {
            words: words.to_owned(),
            field,
            limit: 10,
            ..Search::default()
        };
        store().search(&search).unwrap()
    }

    #[test]
    fn quotations_are_found_by_their_words_with_places() {
        let store = store();
        let article = store.article("Ridge Post").unwrap().article;
        let signs: Vec<char> = article.text.chars().collect();
        let hits = ask("nobody DAM", SearchField::Quotations);
        assert_eq!(hits.len(), 1);
        let hit = &hits[0];
        assert_eq!(hit.speaker.as_deref(), Some("Ann Corley"));
        let slice = |[start, end]: [usize; 2]| signs[start..end].iter().collect::<String>();
        let found: Vec<String> = hit.matches.iter().map(|place| slice(*place)).collect();
        assert_eq!(found, ["dam", "nobody"]);
        for (place, text) in hit.content.iter().zip(&hit.text) {
            assert_eq!(&slice(*place), text);
        }
    }

    #[test]
    fn marks_make_phrases_and_a_star_any_ending() {
        assert_eq!(ask("“may hold”", SearchField::Quotations).len(), 1);
        assert_eq!(ask("“hold may”", SearchField::Quotations).len(), 0);
        assert_eq!(ask("know*", SearchField::Quotations).len(), 1);
        assert_eq!(ask("Halverby", SearchField::Quotations).len(), 0);
    }

    #[test]
    fn texts_show_the_passage_and_headlines_themselves() {
        let hits = ask("emile", SearchField::Text);
        assert_eq!(hits[0].text, ["Émile Roux said the road was closed."]);
        let hits = ask("watch", SearchField::Headline);
        assert_eq!(hits[0].text, ["Dam under watch"]);
        assert_eq!(hits[0].matches, [[10, 15]]);
    }

    #[test]
    fn signs_of_the_query_language_are_words_like_any() {
        for words in ["dam OR (", "NEAR(dam", "dam'--", "text:dam", "\"dam"] {
            ask(words, SearchField::Quotations);
        }
        let nothing = Search {
            words: "“?!”".to_owned(),
            limit: 1,
            ..Search::default()
        };
        assert!(matches!(
            store().search(&nothing),
            Err(StoreError::Query(_))
        ));
    }
}
