use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Status;
use super::input::{self, Inputs};
use super::output::{Destination, FormatName, destinations, write_to};
use super::progress::Progress;
use super::screen::ScreenArguments;
use super::view::ViewArguments;
use crate::read::Reading;
use crate::report::{Format, Html, Json, Markdown, Separator, Table, Tables, Terminal, View};
use crate::{Article, Comparison, Extraction, align, compare, extract};

/// Compare how several outlets tell one event
///
/// Give one folder that holds an article per outlet, or the files themselves.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon compare coverage/
  rashomon compare coverage/ --base B --relation reworded,contradicted
  rashomon compare coverage/ -o report.html -o report.json
  rashomon compare coverage/ --format csv --table cues
  rashomon compare wire.json herald.html blog.md --format json")]
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

    /// Which table csv and tsv hold
    #[arg(long, value_name = "TABLE", default_value = "renderings")]
    table: TableName,

    /// Leave the comparison's JSON out of the page for a browser
    #[arg(long)]
    no_data: bool,

    #[command(flatten)]
    view: ViewArguments,

    #[command(flatten)]
    screen: ScreenArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CompareFormat {
    /// A page of text
    Terminal,
    /// One page for a browser, which needs nothing else
    Html,
    /// For a comment on a pull request, or a wiki
    Markdown,
    /// One object, for scripts
    Json,
    /// A table (--table) with commas between the cells
    Csv,
    /// A table (--table) with tabs between the cells
    Tsv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableName {
    /// A row for each outlet
    Outlets,
    /// A row for each statement
    Statements,
    /// A row for each passage that renders a statement
    Renderings,
    /// A row for every two passages that render the same words
    Pairs,
    /// A row for each quotation, with the verb that reports it
    Cues,
    /// A row for each remark in an outlet's own voice
    Comments,
}

impl From<TableName> for Table {
    fn from(name: TableName) -> Self {
        match name {
            TableName::Outlets => Self::Outlets,
            TableName::Statements => Self::Statements,
            TableName::Renderings => Self::Renderings,
            TableName::Pairs => Self::Pairs,
            TableName::Cues => Self::Cues,
            TableName::Comments => Self::Comments,
        }
    }
}

impl FormatName for CompareFormat {
    const DEFAULT: Self = Self::Terminal;

    fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "txt" => Some(Self::Terminal),
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
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

    fn event(&self) -> Option<String> {
        self.title.clone().or_else(|| self.inputs.event())
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
            CompareFormat::Html => Box::new(Html {
                event: self.event(),
                view: view.clone(),
                is_without_json: self.no_data,
            }),
            CompareFormat::Markdown => Box::new(Markdown {
                event: self.event(),
                view: view.clone(),
            }),
            CompareFormat::Csv => Box::new(Tables {
                table: self.table.into(),
                separator: Separator::Comma,
            }),
            CompareFormat::Tsv => Box::new(Tables {
                table: self.table.into(),
                separator: Separator::Tab,
            }),
            CompareFormat::Terminal => Box::new(Terminal {
                screen: self.screen.screen(file.is_none()),
                event: self.event(),
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
