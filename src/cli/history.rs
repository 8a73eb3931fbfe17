use std::io::{self, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::Status;
use super::language::LanguageArguments;
use super::output::write_to;
use super::stores::StoreArguments;
use crate::model::{CodePoints, moment};
use crate::report::{InertLines, on_one_line};
use crate::store::{Access, Changes, History as Page, Revision};
use crate::{Article, Span, Texts};

/// Show what an outlet changed at a page after publishing
///
/// Every text that was ingested from the page is a revision. Shown are the headline, the quotations that
/// came, went or were changed, the numbers that stand in the place of others.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon history https://ridgepost.example/2026/dam-report
  rashomon history https://ridgepost.example/2026/dam-report --format json")]
pub(super) struct History {
    /// Where the page was published
    #[arg(value_name = "URL")]
    url: String,

    /// How it looks
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: HistoryFormat,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum HistoryFormat {
    /// Lines to read
    Terminal,
    /// One object, for scripts
    Json,
}

impl History {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let texts = self.language.texts();
        self.store.with(Access::Read, |store| {
            let pages = store.history(&self.url)?;
            write_to(None, |out| match self.format {
                HistoryFormat::Json => {
                    let object = HistoryObject {
                        schema: "rashomon.history/1",
                        pages: pages.iter().map(PageObject::new).collect(),
                    };
                    serde_json::to_writer_pretty(&mut *out, &object)?;
                    writeln!(out)
                }
                HistoryFormat::Terminal => {
                    let mut lines = InertLines::new(out);
                    pages
                        .iter()
                        .try_for_each(|page| list(page, texts, &mut lines))
                }
            })?;
            Ok(Status::Done)
        })
    }
}

fn list(page: &Page, texts: Texts, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "{}  {}",
        on_one_line(&page.outlet),
        on_one_line(&page.url)
    )?;
    let mut before: Option<&Article> = None;
    for (at, revision) in page.revisions.iter().enumerate() {
        let article = &revision.article;
        let published = article
            .published
            .as_ref()
            .map_or(texts.no_time(), |time| &time.text);
        writeln!(out)?;
        writeln!(
            out,
            "{}. {}  ({})",
            at + 1,
            texts.history_revision(on_one_line(published), moment(revision.added_at)),
            on_one_line(&article.id)
        )?;
        match (before, &revision.changes) {
            (Some(before), Some(changes)) => list_changes([before, article], changes, texts, out)?,
            _ => writeln!(out, "   {}", headline(article, texts))?,
        }
        before = Some(article);
    }
    Ok(())
}

fn headline(article: &Article, texts: Texts) -> String {
    article
        .title
        .as_deref()
        .map_or_else(|| texts.no_headline().to_owned(), on_one_line)
}

fn list_changes(
    [before, after]: [&Article; 2],
    changes: &Changes,
    texts: Texts,
    out: &mut dyn Write,
) -> io::Result<()> {
    let old = |span: Span| on_one_line(span.slice(&before.text));
    let new = |span: Span| on_one_line(span.slice(&after.text));
    if changes.is_empty() {
        return writeln!(out, "   {}", texts.history_same());
    }
    let mut both = |name: &str, gone: String, came: String| {
        writeln!(out, "   {name}\n     - {gone}\n     + {came}")
    };
    if changes.headline {
        both(
            texts.history_headline(),
            headline(before, texts),
            headline(after, texts),
        )?;
    }
    for (gone, came, relations) in &changes.changed {
        let names = relations.iter().map(|relation| relation.in_words(texts));
        let names: Vec<&str> = names.collect();
        both(
            &texts.history_quotation(names.join(", ")),
            old(*gone),
            new(*came),
        )?;
    }
    for (gone, came) in &changes.numbers {
        writeln!(out, "   {}", texts.history_number(old(*gone), new(*came)))?;
    }
    for span in &changes.removed {
        writeln!(out, "   {}\n     - {}", texts.history_removed(), old(*span))?;
    }
    for span in &changes.added {
        writeln!(out, "   {}\n     + {}", texts.history_added(), new(*span))?;
    }
    let (came, gone) = changes.words;
    writeln!(out, "   {}", texts.history_words(texts.words(came), gone))
}

/// What `--format json` prints; offsets count code points of the text of their revision.
#[derive(Serialize)]
struct HistoryObject<'a> {
    schema: &'static str,
    pages: Vec<PageObject<'a>>,
}

#[derive(Serialize)]
struct PageObject<'a> {
    outlet: &'a str,
    url: &'a str,
    revisions: Vec<RevisionObject<'a>>,
}

#[derive(Serialize)]
struct RevisionObject<'a> {
    article: &'a str,
    title: Option<&'a str>,
    published: Option<&'a str>,
    added: String,
    changes: Option<ChangesObject<'a>>,
}

#[derive(Serialize)]
struct ChangesObject<'a> {
    headline: bool,
    quotations_added: Vec<PlaceObject<'a>>,
    quotations_removed: Vec<PlaceObject<'a>>,
    quotations_changed: Vec<ChangeObject<'a>>,
    numbers: Vec<ChangeObject<'a>>,
    words_added: usize,
    words_removed: usize,
}

#[derive(Serialize)]
struct ChangeObject<'a> {
    before: PlaceObject<'a>,
    after: PlaceObject<'a>,
    relation: Vec<&'static str>,
}

#[derive(Serialize)]
struct PlaceObject<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> PageObject<'a> {
    fn new(page: &'a Page) -> Self {
        let before = std::iter::once(None).chain(page.revisions.iter().map(Some));
        let revisions = page.revisions.iter().zip(before);
        Self {
            outlet: &page.outlet,
            url: &page.url,
            revisions: revisions
                .map(|(revision, before)| RevisionObject::new(revision, before))
                .collect(),
        }
    }
}

impl<'a> RevisionObject<'a> {
    fn new(revision: &'a Revision, before: Option<&'a Revision>) -> Self {
        let article = &revision.article;
        let changes = before.zip(revision.changes.as_ref());
        Self {
            article: &article.id,
            title: article.title.as_deref(),
            published: article.published.as_ref().map(|time| time.text.as_str()),
            added: moment(revision.added_at),
            changes: changes
                .map(|(before, changes)| ChangesObject::new(&before.article, article, changes)),
        }
    }
}

impl<'a> ChangesObject<'a> {
    fn new(before: &'a Article, after: &'a Article, changes: &Changes) -> Self {
        let (points_before, points_after) =
            (CodePoints::new(&before.text), CodePoints::new(&after.text));
        let place = |article: &'a Article, points: &CodePoints, span: Span| {
            let [start, end] = points.span(&article.text, span);
            PlaceObject {
                start,
                end,
                text: span.slice(&article.text),
            }
        };
        let old = |span: &Span| place(before, &points_before, *span);
        let new = |span: &Span| place(after, &points_after, *span);
        Self {
            headline: changes.headline,
            quotations_added: changes.added.iter().map(new).collect(),
            quotations_removed: changes.removed.iter().map(old).collect(),
            quotations_changed: changes
                .changed
                .iter()
                .map(|(gone, came, relations)| ChangeObject {
                    before: old(gone),
                    after: new(came),
                    relation: relations.iter().map(|relation| relation.name()).collect(),
                })
                .collect(),
            numbers: changes
                .numbers
                .iter()
                .map(|(gone, came)| ChangeObject {
                    before: old(gone),
                    after: new(came),
                    relation: Vec::new(),
                })
                .collect(),
            words_added: changes.words.0,
            words_removed: changes.words.1,
        }
    }
}
