use std::io::{self, Write};

use clap::{Args, ValueEnum};

use super::Status;
use super::moments::TimeArguments;
use super::output::write_to;
use super::stores::StoreArguments;
use crate::report::{InertLines, on_one_line};
use crate::store::{Access, Hit, Search as Question, SearchField};

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

    /// How many places to show, those that fit best
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,

    /// How the places look
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: SearchFormat,

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
            kind: self.kind.map(|kind| {
                match kind {
                    KindName::Direct => "direct",
                    KindName::Mixed => "mixed",
                    KindName::Indirect => "indirect",
                }
                .to_owned()
            }),
            speaker: self.speaker.clone(),
            outlet: self.outlet.clone(),
            since: self.time.since,
            until: self.time.until,
            revisions: self.revisions,
            limit: self.limit,
        };
        self.store.with(Access::Read, |store| {
            let hits = store.search(&question)?;
            write_to(None, |out| match self.format {
                SearchFormat::Jsonl => hits.iter().try_for_each(|hit| {
                    serde_json::to_writer(&mut *out, hit)?;
                    writeln!(out)
                }),
                SearchFormat::Terminal => self.list(&hits, &mut InertLines::new(out)),
            })?;
            Ok(Status::Done)
        })
    }

    fn list(&self, hits: &[Hit], out: &mut dyn Write) -> io::Result<()> {
        if hits.is_empty() {
            return writeln!(out, "Nothing found.");
        }
        for hit in hits {
            let published = hit.published.as_deref().unwrap_or("no time");
            write!(
                out,
                "{}, {}  ({})",
                on_one_line(&hit.outlet),
                on_one_line(published),
                on_one_line(&hit.article)
            )?;
            if let Some(kind) = &hit.kind {
                let speaker = hit.speaker.as_deref().unwrap_or("speaker not named");
                write!(out, "  {}, {kind}", on_one_line(speaker))?;
            }
            writeln!(out)?;
            for text in &hit.text {
                writeln!(out, "  {}", on_one_line(text))?;
            }
        }
        if hits.len() == self.limit {
            writeln!(out, "There may be more: --limit {}", self.limit * 5)?;
        }
        Ok(())
    }
}
