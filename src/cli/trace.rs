#[cfg(feature = "store")]
use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input::{self, Inputs};
use super::language::LanguageArguments;
use super::output::{FormatName, destinations, write_to};
use super::progress::Progress;
use super::screen::ScreenArguments;
#[cfg(feature = "store")]
use super::stores::StoreArguments;
use super::{Status, complain};
use crate::check::trace;
#[cfg(feature = "store")]
use crate::check::trace_with;
use crate::model::Trace;
use crate::report::{ClaimReview, Format, Json, Terminal, WebAnnotation};
#[cfg(feature = "store")]
use crate::store::{Access, Store};
#[cfg(feature = "store")]
use crate::{Article, Extraction, extract};

/// Find where words come from: every rendering of a quotation, earliest first
///
/// The words may be partial or misremembered. Ends with exit status 1 when nothing is found.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon trace \"the gauge did not fail\" coverage/
  rashomon trace \"the gauge did not fail\" coverage/ --format json
  rashomon trace \"the gauge did not fail\" coverage/ --format claimreview -o claim.json
  rashomon trace \"the gauge did not fail\" --store 2026.db")]
#[cfg_attr(feature = "store", command(mut_arg("paths", |paths| paths.required(false))))]
pub(super) struct TraceCommand {
    /// The words
    #[arg(value_name = "QUOTE")]
    quote: String,

    /// How many articles of the store to read: those that print the words, or hold most of them
    #[cfg(feature = "store")]
    #[arg(long, value_name = "N", default_value = "50", requires = "store")]
    limit: NonZero<usize>,

    /// How the result looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<TraceFormat>,

    /// Write the result to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    inputs: Inputs,

    #[cfg(feature = "store")]
    #[command(flatten)]
    store: StoreArguments,

    #[command(flatten)]
    screen: ScreenArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TraceFormat {
    /// A list to read
    Terminal,
    /// One object, for scripts
    Json,
    /// A draft of a schema.org `ClaimReview`: claim, claimant and appearances
    #[value(name = "claimreview")]
    ClaimReview,
    /// Notes on the words, after the W3C Web Annotation model
    #[value(name = "webannotation")]
    WebAnnotation,
}

impl FormatName for TraceFormat {
    const DEFAULT: Self = Self::Terminal;
}

impl TraceCommand {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        if !self.quote.contains(char::is_alphanumeric) {
            anyhow::bail!("there is no word to look for in {:?}", self.quote);
        }
        let (mut traced, status) = self.traced()?;
        traced.texts = self.language.texts();
        for destination in &destinations {
            let file = destination.file.as_deref();
            let format: Box<dyn Format<Trace>> = match destination.format {
                TraceFormat::Json => Box::new(Json),
                TraceFormat::ClaimReview => Box::<ClaimReview>::default(),
                TraceFormat::WebAnnotation => Box::new(WebAnnotation),
                TraceFormat::Terminal => Box::new(Terminal::on(self.screen.screen(file.is_none()))),
            };
            write_to(file, |out| format.write(&traced, out))?;
            if let Some(note) = traced.not_read()
                && matches!(
                    destination.format,
                    TraceFormat::ClaimReview | TraceFormat::WebAnnotation
                )
            {
                complain(&note);
            }
        }
        Ok(match status {
            Status::Done if traced.renderings.is_empty() => Status::Found,
            status => status,
        })
    }

    fn traced(&self) -> anyhow::Result<(Trace, Status)> {
        #[cfg(feature = "store")]
        if self.inputs.is_empty() && !self.store.is_named() {
            anyhow::bail!(
                "nothing to look in; name articles or folders of them, or a store with --store"
            );
        }
        let progress = Progress::new(self.language.texts());
        let reading = self.inputs.read(&progress)?;
        let status = input::status(&reading);
        #[cfg(feature = "store")]
        if self.store.is_named() {
            let mut articles = reading.articles;
            let read = articles.len();
            let words: usize = articles.iter().map(Article::words).sum();
            let ask = |store: &Store| {
                let candidates = store.candidates(&[&self.quote], self.limit.get())?;
                articles.extend(candidates.articles);
                let known = |article: &Article| extraction(store, article);
                let mut traced = trace_with(&self.quote, articles, &known);
                let all = store.count_all()?;
                traced.searched.articles = all.articles + read;
                traced.searched.words = all.words + words;
                traced.closest = candidates.is_cut.then_some(self.limit.get());
                anyhow::Ok(traced)
            };
            let traced = self
                .store
                .with(Access::Read, |store| store.in_one_state(ask))?;
            return Ok((traced, status));
        }
        if reading.articles.is_empty() {
            anyhow::bail!("there is no article to look in");
        }
        Ok((trace(&self.quote, reading.articles), status))
    }
}

/// What the store knows was found in `article`; in one that it does not know it is found now.
#[cfg(feature = "store")]
fn extraction(store: &Store, article: &Article) -> Extraction {
    match store.extraction(article) {
        Ok(Some(extraction)) => extraction,
        _ => extract::quotations(article),
    }
}
