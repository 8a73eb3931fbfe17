//! What an outlet changed at one page after publishing: headline, quotations, numbers, words.
//!
//! ```text
//! revision 1   “The dam holds,” Mayor Ann Lee said.         12 people …
//! revision 2   “The dam may hold,” Mayor Ann Lee said.      14 people …
//!              changed: the statement, word by word         12 → 14
//! ```
//!
//! Two revisions are compared as two outlets' versions would be, so a statement that was reworded is one
//! change and not a line that went and a line that came. Numbers and other words are told by a diff of the
//! whole texts.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Store, StoreError, content};
use crate::align::fold::{self, RawWord};
use crate::lexicon::Lexicon;
use crate::model::{Relation, Span, Statement};
use crate::{Article, Comparison, align, compare, extract};

/// One page of an outlet, text after text.
#[derive(Debug)]
pub struct History {
    /// Who published it.
    pub outlet: String,
    /// Where.
    pub url: String,
    /// The earliest first; never empty.
    pub revisions: Vec<Revision>,
}

/// One text of a page.
#[derive(Debug)]
pub struct Revision {
    /// The text.
    pub article: Article,
    /// When it came into the store, in seconds since 1970.
    pub added_at: i64,
    /// What is different from the revision before; nothing for the first.
    pub changes: Option<Changes>,
}

/// What is different between two revisions. The first place of a pair lies in the earlier one, the
/// second in the later one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Whether the headlines differ.
    pub headline: bool,
    /// Quotations that came.
    pub added: Vec<Span>,
    /// Quotations that went.
    pub removed: Vec<Span>,
    /// Quotations that were changed, and how, gravest first.
    pub changed: Vec<(Span, Span, Vec<Relation>)>,
    /// Numbers that stand in the place of others.
    pub numbers: Vec<(Span, Span)>,
    /// Words that came, and words that went.
    pub words: (usize, usize),
}

impl Changes {
    /// Whether nothing but perhaps the time of publication differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Store {
    /// The histories of the page at `url`, one for each outlet that published there.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and those of a damaged store.
    pub fn history(&self, url: &str) -> Result<Vec<History>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, outlet, added_at FROM articles WHERE page = ?1
             ORDER BY outlet, is_current, published_at, id",
        )?;
        let rows = statement.query_map([content::page(url)], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })?;
        let rows: Vec<(i64, i64, i64)> = rows.collect::<Result<_, _>>()?;
        if rows.is_empty() {
            return Err(StoreError::NotFound(format!(
                "no article in the store is from {url}"
            )));
        }
        rows.chunk_by(|a, b| a.1 == b.1)
            .map(|page| self.page_history(page, url))
            .collect()
    }

    fn page_history(&self, page: &[(i64, i64, i64)], url: &str) -> Result<History, StoreError> {
        let mut revisions: Vec<Revision> = Vec::new();
        let articles = self.articles_of(&page.iter().map(|(id, ..)| *id).collect::<Vec<_>>())?;
        for (article, (_, _, added_at)) in articles.into_iter().zip(page) {
            let before = revisions.last().map(|revision| &revision.article);
            let changes = before.map(|before| changes(before, &article));
            revisions.push(Revision {
                article,
                added_at: *added_at,
                changes,
            });
        }
        let last = revisions.last().map(|revision| &revision.article);
        Ok(History {
            outlet: last.map(|last| last.outlet.clone()).unwrap_or_default(),
            url: last
                .and_then(|last| last.url.clone())
                .unwrap_or_else(|| url.to_owned()),
            revisions,
        })
    }
}

/// What is different between two revisions.
fn changes(before: &Article, after: &Article) -> Changes {
    let mut changes = Changes {
        headline: before.title != after.title,
        ..Changes::default()
    };
    if before.body.slice(&before.text) == after.body.slice(&after.text) {
        return changes;
    }
    diff_words(before, after, &mut changes);
    // In this order, whatever the times of publication are.
    let articles = vec![before.clone(), after.clone()];
    let extractions: Vec<_> = articles.iter().map(extract::extract).collect();
    let alignment = align::align(&articles, &extractions);
    let comparison = compare::compare(articles, extractions, &alignment);
    for statement in &comparison.statements {
        add_statement(&comparison, statement, &mut changes);
    }
    add_indirect(&comparison, &mut changes);
    changes.added.sort();
    changes.removed.sort();
    changes
}

/// What became of one statement.
fn add_statement(comparison: &Comparison, statement: &Statement, changes: &mut Changes) {
    for pair in &statement.pairs {
        let relations: Vec<Relation> = pair
            .relations
            .iter()
            .filter(|relation| *relation != Relation::Verbatim)
            .collect();
        if !relations.is_empty() {
            changes.changed.push((pair.a.span, pair.b.span, relations));
        }
    }
    if let [only] = statement.carried_by[..] {
        let spans = statement
            .variants
            .iter()
            .flat_map(|id| &comparison.quotation(*id).content);
        match only {
            0 => changes.removed.extend(spans),
            _ => changes.added.extend(spans),
        }
    }
}

/// Quotations in the reporter's words, of which no wording is aligned: those that the other revision does
/// not hold literally, unless they are in a statement.
fn add_indirect(comparison: &Comparison, changes: &mut Changes) {
    for (at, article) in comparison.articles.iter().enumerate() {
        let other = &comparison.articles[1 - at].text;
        for (index, quotation) in comparison.extractions[at].quotations.iter().enumerate() {
            let is_told = comparison.statements.iter().any(|statement| {
                let mut variants = statement.variants.iter();
                variants.any(|id| (id.article, id.index) == (at, index))
            });
            let is_there = |span: &Span| other.contains(span.slice(&article.text));
            if !is_told && !quotation.content.iter().all(is_there) {
                let places = if at == 0 {
                    &mut changes.removed
                } else {
                    &mut changes.added
                };
                places.extend(&quotation.content);
            }
        }
    }
}

struct Words {
    folded: Vec<String>,
    spans: Vec<Span>,
}

impl Words {
    fn of(article: &Article) -> Self {
        let mut words = Self {
            folded: Vec::new(),
            spans: Vec::new(),
        };
        let mut add = |word: RawWord| {
            words.folded.push(word.folded.to_owned());
            words.spans.push(word.span);
        };
        fold::fold(&article.text, article.body, &mut add, &mut |_| {});
        words
    }

    /// The numbers among the words `from..to`.
    fn numbers(&self, from: usize, to: usize, lexicon: Option<&Lexicon>) -> Vec<Span> {
        let is_number = |at: &usize| {
            let word = self.folded[*at].as_str();
            word.starts_with(|sign: char| sign.is_ascii_digit())
                || lexicon.is_some_and(|lexicon| lexicon.wording().number(word).is_some())
        };
        (from..to)
            .filter(is_number)
            .map(|at| self.spans[at])
            .collect()
    }
}

/// Counts the words that differ, and pairs the numbers that stand in the place of others.
fn diff_words(before: &Article, after: &Article, changes: &mut Changes) {
    let lexicon = Lexicon::of(after.language.as_deref());
    let (old, new) = (Words::of(before), Words::of(after));
    for op in capture_diff_slices(Algorithm::Patience, &old.folded, &new.folded) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (from, to) = (op.old_range(), op.new_range());
        changes.words.0 += to.len();
        changes.words.1 += from.len();
        let gone = old.numbers(from.start, from.end, lexicon);
        let came = new.numbers(to.start, to.end, lexicon);
        // Where their number differs there is no telling which stands for which.
        if gone.len() == came.len() {
            changes.numbers.extend(gone.into_iter().zip(came));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn revise(before: &str, after: &str) -> (Vec<(String, String)>, Changes) {
        let mut store = Store::in_memory().unwrap();
        for text in [before, after] {
            let mut article = Article::new("Ridge Post", text);
            article.url = Some("https://ridgepost.example/dam".to_owned());
            store.add(vec![article]).unwrap();
        }
        let mut histories = store.history("http://ridgepost.example/dam/#top").unwrap();
        let history = histories.remove(0);
        let changes = history.revisions[1].changes.clone().unwrap();
        let numbers = changes
            .numbers
            .iter()
            .map(|(gone, came)| (gone.slice(before).to_owned(), came.slice(after).to_owned()));
        (numbers.collect(), changes)
    }

    #[test]
    fn a_reworded_quotation_and_a_corrected_number_are_two_changes() {
        let before = "The dam is old.\n\n“We will keep the dam safe for the whole valley,” Mayor Ann Lee said. It feeds 12 villages.";
        let after = "The dam is old.\n\n“We will try to keep the dam safe for the whole valley,” Mayor Ann Lee said. It feeds 14 villages.";
        let (numbers, changes) = revise(before, after);
        assert_eq!(numbers, [("12".to_owned(), "14".to_owned())]);
        assert_eq!(changes.changed.len(), 1);
        let (gone, came, relations) = &changes.changed[0];
        assert!(gone.slice(before).starts_with("We will keep"));
        assert!(came.slice(after).starts_with("We will try"));
        assert!(!relations.is_empty());
        assert!(
            changes.added.is_empty() && changes.removed.is_empty(),
            "{changes:?}"
        );
        assert_eq!(changes.words, (3, 1));
    }

    #[test]
    fn a_quotation_that_goes_is_named() {
        let before = "“The dam holds, and it will hold for another century,” Mayor Ann Lee said.\n\n“Nobody asked the farmers about the reservoir,” said Tom Roux.";
        let after = "“The dam holds, and it will hold for another century,” Mayor Ann Lee said.";
        let (_, changes) = revise(before, after);
        let removed: Vec<&str> = changes
            .removed
            .iter()
            .map(|span| span.slice(before))
            .collect();
        assert_eq!(removed, ["“Nobody asked the farmers about the reservoir,”"]);
        assert!(changes.changed.is_empty());
    }

    #[test]
    fn the_same_text_with_another_time_has_no_change() {
        let mut store = Store::in_memory().unwrap();
        for time in [1, 2] {
            let mut article = Article::new("Ridge Post", "The dam holds.");
            article.url = Some("https://ridgepost.example/dam".to_owned());
            article.published = Some(crate::model::Published {
                text: format!("time {time}"),
                timestamp: Some(time),
            });
            store.add(vec![article]).unwrap();
        }
        let history = store.history("https://ridgepost.example/dam").unwrap();
        assert!(history[0].revisions[1].changes.as_ref().unwrap().is_empty());
        assert!(matches!(
            store.history("https://ridgepost.example/other"),
            Err(StoreError::NotFound(_))
        ));
    }
}
