use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Status;
use super::input::{self, Inputs};
use super::output::{FormatName, destinations, write_to};
use super::progress::Progress;
use super::screen::ScreenArguments;
use crate::extract::extract;
use crate::report::{Extracted, Format, JsonLines, Terminal};
use crate::{Article, Extraction};

/// Find the quotations, speakers and commentary of each article by itself
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon extract herald.html
  rashomon extract articles/ --format jsonl | jq '.quotations[].speaker.name'")]
pub(super) struct Extract {
    #[command(flatten)]
    inputs: Inputs,

    /// How the result looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<ExtractFormat>,

    /// Write the result to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    #[command(flatten)]
    screen: ScreenArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExtractFormat {
    /// A list to read
    Terminal,
    /// One object per article, one to a line
    Jsonl,
}

impl FormatName for ExtractFormat {
    const DEFAULT: Self = Self::Terminal;

    fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "txt" => Some(Self::Terminal),
            "jsonl" | "ndjson" | "json" => Some(Self::Jsonl),
            _ => None,
        }
    }
}

impl Extract {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        let progress = Progress::new();
        let reading = self.inputs.read(&progress)?;
        let all = reading.articles.len();
        let mut found: Vec<(&Article, Extraction)> = Vec::with_capacity(all);
        for article in &reading.articles {
            progress.show("extracting", found.len(), all);
            found.push((article, extract(article)));
        }
        progress.clear();
        for destination in &destinations {
            let file = destination.file.as_deref();
            let screen = self.screen.screen(file.is_none());
            write_to(file, |out| {
                for (article, extraction) in &found {
                    let extracted = Extracted {
                        article,
                        extraction,
                    };
                    match destination.format {
                        ExtractFormat::Jsonl => JsonLines.write(&extracted, out)?,
                        ExtractFormat::Terminal => Terminal::on(screen).write(&extracted, out)?,
                    }
                }
                Ok(())
            })?;
        }
        Ok(input::status(&reading))
    }
}
