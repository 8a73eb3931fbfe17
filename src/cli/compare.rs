use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Status;
#[cfg(feature = "store")]
use super::events::group_the_rest;
use super::input::{self, Inputs};
use super::output::{Destination, FormatName, destinations, write_to};
use super::progress::Progress;
use super::screen::ScreenArguments;
#[cfg(feature = "store")]
use super::stores::StoreArguments;
use super::view::ViewArguments;
use crate::report::{Format, Json, Terminal, View};
#[cfg(feature = "store")]
use crate::store::Access;
use crate::{Article, Comparison, Extraction, align, compare, extract};

/// Compare how several outlets tell one event
///
/// Give one folder that holds an article per outlet, or the files themselves.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon compare coverage/
  rashomon compare coverage/ --base B --relation reworded,contradicted
  rashomon compare wire.json herald.html blog.md --format json -o report.json
  rashomon compare --event e12        (an event of a store: see rashomon events)")]
#[cfg_attr(feature = "store", command(mut_arg("paths", |paths| paths
    .required(false)
    .required_unless_present("event")
    .conflicts_with("event"))))]
pub(super) struct Compare {
    #[command(flatten)]
    inputs: Inputs,

    /// Compare the articles of this event of the store instead of files
    #[cfg(feature = "store")]
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,

    #[cfg(feature = "store")]
    #[command(flatten)]
    store: StoreArguments,

    /// How the report looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<CompareFormat>,

    /// Write the report to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    /// The name of the event [default: the name of the folder, or the earliest headline]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    #[command(flatten)]
    view: ViewArguments,

    #[command(flatten)]
    screen: ScreenArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CompareFormat {
    /// A page of text
    Terminal,
    /// One object, for scripts
    Json,
}

impl FormatName for CompareFormat {
    const DEFAULT: Self = Self::Terminal;

    fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "txt" => Some(Self::Terminal),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

impl Compare {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        let progress = Progress::new();
        let (comparison, status) = self.comparison(&progress)?;
        progress.clear();
        let view = self.view.view(&comparison)?;
        for destination in &destinations {
            self.write(&comparison, &view, destination)?;
        }
        Ok(status)
    }

    /// Compares what was asked for.
    fn comparison(&self, progress: &Progress) -> anyhow::Result<(Comparison, Status)> {
        #[cfg(feature = "store")]
        if let Some(event) = &self.event {
            let stored = self.store.with(Access::Read, |store| {
                group_the_rest(store)?;
                Ok(store.event_articles(event)?)
            })?;
            let (articles, extractions) = stored.into_iter().unzip();
            return Ok((compared(articles, extractions, progress), Status::Done));
        }
        let reading = self.inputs.read(progress);
        let status = input::status(&reading);
        if reading.articles.is_empty() {
            anyhow::bail!(
                "there is no article to compare; give a folder or files with one article each"
            );
        }
        let mut articles = reading.articles;
        articles.sort_by(Article::cmp_by_time);
        let extractions = extracted(&articles, progress);
        let mut comparison = compared(articles, extractions, progress);
        let left_out = reading.left_out.iter();
        comparison.left_out = left_out.map(ToString::to_string).collect();
        Ok((comparison, status))
    }

    fn write(
        &self,
        comparison: &Comparison,
        view: &View,
        destination: &Destination<CompareFormat>,
    ) -> anyhow::Result<()> {
        let file = destination.file.as_deref();
        let format: Box<dyn Format<Comparison>> = match destination.format {
            CompareFormat::Json => Box::new(Json),
            CompareFormat::Terminal => Box::new(Terminal {
                screen: self.screen.screen(file.is_none()),
                event: self.title.clone().or_else(|| self.inputs.event()),
                view: view.clone(),
            }),
        };
        write_to(file, |out| format.write(comparison, out))
    }
}

fn extracted(articles: &[Article], progress: &Progress) -> Vec<Extraction> {
    let extract_one = |(done, article)| {
        progress.show("extracting", done, articles.len());
        extract::extract(article)
    };
    articles.iter().enumerate().map(extract_one).collect()
}

fn compared(
    articles: Vec<Article>,
    extractions: Vec<Extraction>,
    progress: &Progress,
) -> Comparison {
    progress.show("comparing", articles.len(), articles.len());
    let alignment = align::align(&articles, &extractions);
    compare::compare(articles, extractions, alignment)
}
