use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Status;
use super::input::{self, Inputs};
use super::output::{FormatName, destinations, write_to};
use super::progress::Progress;
use super::screen::ScreenArguments;
use crate::report::{Format, Json, JsonLines, Terminal};
use crate::{Article, Texts};

/// Show the articles as they were read: outlet, title, time, text
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon read saved-page.html
  rashomon read pages/ --format jsonl -o articles.jsonl
  rashomon read feed.xml archive.warc.gz table.csv --format json
  rashomon read https://outlet.example/story        (built with --features fetch)")]
pub(super) struct Read {
    /// How the articles look [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<ReadFormat>,

    /// Write the articles to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    screen: ScreenArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReadFormat {
    /// A page to read
    Terminal,
    /// The text alone, as it stands
    Text,
    /// One object: the articles, what was left out and why
    Json,
    /// One object per article, one to a line
    Jsonl,
}

impl FormatName for ReadFormat {
    const DEFAULT: Self = Self::Terminal;
}

impl Read {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        let reading = self.inputs.read(&Progress::new(Texts::default()))?;
        for destination in &destinations {
            let file = destination.file.as_deref();
            let screen = self.screen.screen(file.is_none());
            write_to(file, |out| {
                if destination.format == ReadFormat::Json {
                    return Json.write(&reading, out);
                }
                for article in &reading.articles {
                    match destination.format {
                        ReadFormat::Json | ReadFormat::Jsonl => JsonLines.write(article, out)?,
                        ReadFormat::Terminal => Terminal::on(screen).write(article, out)?,
                        ReadFormat::Text => text(article, out)?,
                    }
                }
                Ok(())
            })?;
        }
        Ok(input::status(&reading))
    }
}

fn text(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", article.body.slice(&article.text).trim_end())
}
