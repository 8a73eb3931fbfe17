use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Status;
use super::input::{self, Inputs};
use super::language::LanguageArguments;
use super::output::{FormatName, destinations, write_to};
use super::progress::{Progress, Stage};
use super::screen::ScreenArguments;
use crate::extract;
use crate::model::QuotationKind;
use crate::report::{Extracted, Format, JsonLines, QuotationTable, Terminal};
use crate::{Article, Extraction, Quotation};

/// Find the quotations, speakers and commentary of each article by itself
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon extract herald.html
  rashomon extract article.html --kind direct,mixed    only what stands in quotation marks
  rashomon extract articles/ --speaker lee --context 20
  rashomon extract articles/ -o quotations.csv         a row for each quotation
  rashomon extract articles/ --format jsonl | jq '.quotations[].speaker.name'")]
pub(super) struct Extract {
    /// How the result looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<ExtractFormat>,

    /// Write the result to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    /// Only quotations of these kinds, and remarks of the outlet's own if "commentary" is one of them
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    kind: Vec<Kind>,

    /// Only quotations of a speaker with these words in the name, in capitals or not
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,

    /// Show N words of the article before and behind each quotation
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    context: usize,

    /// Show on the page what somebody is said to think or want, too ("hopes that"); JSON and tables always hold it
    #[arg(long)]
    thoughts: bool,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    screen: ScreenArguments,
}

/// What is shown of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// All in quotation marks
    Direct,
    /// Partly in quotation marks
    Mixed,
    /// In the reporter's words
    Indirect,
    /// What the outlet says in its own voice
    Commentary,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExtractFormat {
    /// A list to read
    Terminal,
    /// One object per article, one to a line
    Jsonl,
    /// A table with a row for each quotation
    Csv,
}

impl FormatName for ExtractFormat {
    const DEFAULT: Self = Self::Terminal;
}

impl Extract {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        let progress = Progress::new(self.language.texts());
        let reading = self.inputs.read(&progress)?;
        let all = reading.articles.len();
        let mut found: Vec<(&Article, Extraction)> = Vec::with_capacity(all);
        for article in &reading.articles {
            progress.show(Stage::Extracting, found.len(), all);
            found.push((article, self.selected(extract::quotations(article))));
        }
        progress.clear();
        for destination in &destinations {
            let file = destination.file.as_deref();
            let screen = self.screen.screen(file.is_none());
            let found: Vec<Extracted> = found
                .iter()
                .map(|(article, extraction)| Extracted {
                    article,
                    extraction,
                    context: self.context,
                    shows_thoughts: self.thoughts,
                    texts: self.language.texts(),
                })
                .collect();
            write_to(file, |out| match destination.format {
                ExtractFormat::Csv => QuotationTable.write(found.as_slice(), out),
                ExtractFormat::Jsonl => {
                    let mut found = found.iter();
                    found.try_for_each(|extracted| JsonLines.write(extracted, out))
                }
                ExtractFormat::Terminal => {
                    let mut found = found.iter();
                    found.try_for_each(|extracted| Terminal::on(screen).write(extracted, out))
                }
            })?;
        }
        Ok(input::status(&reading))
    }

    /// What was asked for of what was found.
    fn selected(&self, mut extraction: Extraction) -> Extraction {
        let asked = self.speaker.as_deref().map(str::to_lowercase);
        let is_of_kind = |quotation: &Quotation| {
            let kind = match quotation.kind {
                QuotationKind::Direct => Kind::Direct,
                QuotationKind::Mixed => Kind::Mixed,
                QuotationKind::Indirect => Kind::Indirect,
            };
            self.kind.is_empty() || self.kind.contains(&kind)
        };
        let is_by_speaker = |quotation: &Quotation| {
            asked.as_deref().is_none_or(|asked| {
                let name = quotation
                    .speaker
                    .as_ref()
                    .map(|who| who.name.to_lowercase());
                let words = |name: &str| asked.split_whitespace().all(|word| name.contains(word));
                name.is_some_and(|name| words(&name))
            })
        };
        extraction
            .quotations
            .retain(|quotation| is_of_kind(quotation) && is_by_speaker(quotation));
        let shows_commentary = if self.kind.is_empty() {
            asked.is_none()
        } else {
            self.kind.contains(&Kind::Commentary)
        };
        if !shows_commentary {
            extraction.commentary.clear();
        }
        extraction
    }
}
