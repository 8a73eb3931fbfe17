use std::io::{self, Write};
use std::num::NonZero;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::language::LanguageArguments;
use super::moments::TimeArguments;
use super::output::write_to;
use super::stores::StoreArguments;
use super::{Status, complain};
use crate::report::{InertLines, on_one_line};
use crate::store::{Access, Hit, Hits, Order, Search as Question, SearchField};
use crate::{QuotationKind, Texts};

/// Find words in the quotations, texts or headlines of a store
///
/// All words must stand there; "words in quotation marks" must follow one another; a star stands for any
/// ending.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon search deeply concerned
  rashomon search '\"deeply concerned\"' --speaker Corley --kind direct
  rashomon search evacuat* --in text --since 2026-03-01 --format jsonl")]
pub(super) struct Search {
    /// The words
    #[arg(value_name = "WORD", required = true)]
    words: Vec<String>,

    /// Where to look
    #[arg(long = "in", value_name = "WHERE", default_value = "quotations")]
    field: FieldName,

    /// Only quotations of this kind
    #[arg(long, value_name = "KIND")]
    kind: Option<KindName>,

    /// Only quotations of this speaker; a part of the name is enough
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,

    /// Only articles of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,

    #[command(flatten)]
    time: TimeArguments,

    /// Also texts that a later revision replaced
    #[arg(long)]
    revisions: bool,

    /// How many places to show
    #[arg(long, value_name = "N", default_value = "20")]
    limit: NonZero<usize>,

    /// Which places come first [default: closest, or latest where very many hold the words]
    #[arg(long, value_name = "ORDER")]
    order: Option<OrderName>,

    /// How the places look
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: SearchFormat,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FieldName {
    /// What somebody is quoted with
    Quotations,
    /// The whole text
    Text,
    /// The headline
    Headline,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum KindName {
    /// Wholly in quotation marks
    Direct,
    /// Partly in quotation marks
    Mixed,
    /// In the reporter's words
    Indirect,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OrderName {
    /// Those that are most about the words; takes seconds where a large part of the store holds them
    Closest,
    /// Those that came into the store last
    Latest,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SearchFormat {
    /// Lines to read
    Terminal,
    /// One object per place, one to a line
    Jsonl,
}

impl Search {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        if self.field != FieldName::Quotations && (self.kind.is_some() || self.speaker.is_some()) {
            anyhow::bail!("--kind and --speaker are of quotations; leave out --in, or them");
        }
        let question = Question {
            words: self.words.join(" "),
            field: match self.field {
                FieldName::Quotations => SearchField::Quotations,
                FieldName::Text => SearchField::Text,
                FieldName::Headline => SearchField::Headline,
            },
            kind: self.kind.map(|kind| match kind {
                KindName::Direct => QuotationKind::Direct,
                KindName::Mixed => QuotationKind::Mixed,
                KindName::Indirect => QuotationKind::Indirect,
            }),
            speaker: self.speaker.clone(),
            outlet: self.outlet.clone(),
            since: self.time.since,
            until: self.time.until,
            revisions: self.revisions,
            limit: self.limit.get(),
            order: self.order.map(|order| match order {
                OrderName::Closest => Order::Closest,
                OrderName::Latest => Order::Latest,
            }),
        };
        let texts = self.language.texts();
        self.store.with(Access::Read, |store| {
            let found = store.search(&question)?;
            write_to(None, |out| match self.format {
                SearchFormat::Jsonl => found.hits.iter().try_for_each(|hit| {
                    serde_json::to_writer(&mut *out, &HitObject::new(hit, &found))?;
                    writeln!(out)
                }),
                SearchFormat::Terminal => self.list(&found, texts, &mut InertLines::new(out)),
            })?;
            if let (SearchFormat::Jsonl, Some(note)) = (self.format, self.order_note(&found, texts))
            {
                complain(&note);
            }
            Ok(Status::Done)
        })
    }

    fn list(&self, found: &Hits, texts: Texts, out: &mut dyn Write) -> io::Result<()> {
        if found.hits.is_empty() {
            writeln!(out, "{}", texts.search_nothing())?;
        }
        for hit in &found.hits {
            list_hit(hit, texts, out)?;
        }
        if found.hits.len() == self.limit.get() {
            let more = format!("--limit {}", self.limit.get().saturating_mul(5));
            writeln!(out, "{}", texts.search_more(more))?;
        }
        match self.order_note(found, texts) {
            Some(note) => writeln!(out, "{note}"),
            None => Ok(()),
        }
    }

    /// Says that the places were not ranked, unless that was asked for.
    fn order_note(&self, found: &Hits, texts: Texts) -> Option<String> {
        let is_own_choice = self.order.is_some() || found.order == Order::Closest;
        let option = "--order closest";
        match found.looked_at {
            _ if is_own_choice => None,
            Some(count) => Some(texts.search_looked_at(count, option)),
            None => Some(texts.search_latest(option)),
        }
    }
}

fn list_hit(hit: &Hit, texts: Texts, out: &mut dyn Write) -> io::Result<()> {
    let published = hit.published.as_deref().unwrap_or(texts.no_time());
    write!(
        out,
        "{}, {}  ({})",
        on_one_line(&hit.outlet),
        on_one_line(published),
        on_one_line(&hit.article)
    )?;
    if let Some(kind) = hit.kind {
        let speaker = hit.speaker.as_deref().unwrap_or(texts.speaker_not_named());
        write!(out, "  {}, {}", on_one_line(speaker), kind.in_words(texts))?;
    }
    writeln!(out)?;
    for text in &hit.text {
        writeln!(out, "  {}", on_one_line(text))?;
    }
    Ok(())
}

/// A line of `--format jsonl`; the names are a contract.
#[derive(Serialize)]
struct HitObject<'a> {
    article: &'a str,
    outlet: &'a str,
    title: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    content: &'a [[usize; 2]],
    matches: &'a [[usize; 2]],
    text: &'a [String],
    order: &'static str,
    looked_at: Option<usize>,
}

impl<'a> HitObject<'a> {
    fn new(hit: &'a Hit, found: &Hits) -> Self {
        Self {
            article: &hit.article,
            outlet: &hit.outlet,
            title: hit.title.as_deref(),
            url: hit.url.as_deref(),
            published: hit.published.as_deref(),
            kind: hit.kind.map(QuotationKind::name),
            speaker: hit.speaker.as_deref(),
            content: &hit.content,
            matches: &hit.matches,
            text: &hit.text,
            order: found.order.name(),
            looked_at: found.looked_at,
        }
    }
}
