use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Status;
use super::input::{self, Inputs};
use super::output::{Destination, FormatName, destinations, write_to};
use super::progress::Progress;
use super::screen::ScreenArguments;
use super::view::ViewArguments;
use crate::read::Reading;
use crate::report::{Format, Json, Terminal, View};
use crate::{Article, Comparison, Extraction, align, compare, extract};

/// Compare how several outlets tell one event
///
/// Give one folder that holds an article per outlet, or the files themselves.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon compare coverage/
  rashomon compare coverage/ --base B --relation reworded,contradicted
  rashomon compare wire.json herald.html blog.md --format json -o report.json")]
pub(super) struct Compare {
    #[command(flatten)]
    inputs: Inputs,

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
        let reading = self.inputs.read(&progress);
        let status = input::status(&reading);
        if reading.articles.is_empty() {
            anyhow::bail!(
                "there is no article to compare; give a folder or files with one article each"
            );
        }
        let comparison = compared(reading, &progress);
        progress.clear();
        let view = self.view.view(&comparison)?;
        for destination in &destinations {
            self.write(&comparison, &view, destination)?;
        }
        Ok(status)
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

fn compared(reading: Reading, progress: &Progress) -> Comparison {
    let Reading {
        mut articles,
        left_out,
        ..
    } = reading;
    articles.sort_by(Article::cmp_by_time);
    let extractions: Vec<Extraction> = articles
        .iter()
        .enumerate()
        .map(|(done, article)| {
            progress.show("extracting", done, articles.len());
            extract::extract(article)
        })
        .collect();
    progress.show("comparing", articles.len(), articles.len());
    let alignment = align::align(&articles, &extractions);
    let mut comparison = compare::compare(articles, extractions, alignment);
    comparison.left_out = left_out.iter().map(ToString::to_string).collect();
    comparison
}
