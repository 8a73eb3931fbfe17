use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};

use super::files::Files;
use super::language::LanguageArguments;
use super::output::{Destination, FormatName, destinations, write_to};
use super::policy::{Holding, PolicyArguments};
use super::progress::{Progress, Stage};
use super::screen::ScreenArguments;
#[cfg(feature = "store")]
use super::stores::StoreArguments;
use super::{Status, complain};
use crate::Article;
use crate::check::check;
#[cfg(feature = "store")]
use crate::extract;
use crate::model::{Check, Searched};
use crate::policy::Baseline;
use crate::report::{
    Detail, Format, GithubAnnotations, GithubSummary, Gitlab, Json, Junit, Sarif, Terminal,
    WebAnnotation,
};
#[cfg(feature = "store")]
use crate::store::Access;

/// Articles of a store that are read whole for each quotation: those that hold most of its words.
#[cfg(feature = "store")]
const CANDIDATES: usize = 25;

/// Look up every quotation of a draft in transcripts, documents and articles
///
/// Each quotation is verbatim, interpolated (brackets), elided (words left out), truncated (cut before a
/// "but"), spliced (two places joined), reworded, contradicted (a negation, number or name changed),
/// credited to another speaker, only paraphrased in the source, or missing. What is forbidden is said by
/// the policy; altered and missing quotations are unless it says otherwise.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon check draft.md --against transcript.txt
  rashomon check articles/*.md --against sources/ --format sarif -o check.sarif
  rashomon check draft.md --against sources/ --baseline known.json --update-baseline
  rashomon check draft.md --store 2026.db        (against the articles of a store)")]
pub(super) struct CheckCommand {
    /// Drafts: files, folders of files, or `-` for standard input
    #[arg(value_name = "DRAFT", required = true)]
    drafts: Vec<PathBuf>,

    /// Sources: files or folders of files [default: those that the policy names]
    #[arg(long, value_name = "SOURCE", num_args = 1..)]
    against: Vec<PathBuf>,

    /// How the report looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<CheckFormat>,

    /// Write the report to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    /// Show every quotation, also those that are allowed or known
    #[arg(long)]
    full: bool,

    /// Findings that are known already and stand in nobody's way
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found now into the baseline
    #[arg(long, requires = "baseline")]
    update_baseline: bool,

    #[command(flatten)]
    policy: PolicyArguments,

    #[command(flatten)]
    language: LanguageArguments,

    #[cfg(feature = "store")]
    #[command(flatten)]
    store: StoreArguments,

    #[command(flatten)]
    screen: ScreenArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// A list of problems to read
    Terminal,
    /// One object, for scripts
    Json,
    /// SARIF 2.1.0, for code hosts
    Sarif,
    /// `JUnit` XML, for build servers
    Junit,
    /// Annotations of GitHub Actions
    Github,
    /// A page for the summary of a GitHub job
    GithubSummary,
    /// A code quality report for GitLab
    Gitlab,
    /// Notes on the words, after the W3C Web Annotation model
    #[value(name = "webannotation")]
    WebAnnotation,
}

impl FormatName for CheckFormat {
    const DEFAULT: Self = Self::Terminal;
}

impl CheckCommand {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let destinations = destinations(&self.format, &self.output)?;
        let holding = self.policy.read()?;
        let mut check = self.checked(&holding)?;
        check.texts = self.language.texts();
        holding.policy.apply(&mut check);
        self.know(&mut check)?;
        for destination in &destinations {
            self.write(&check, destination)?;
        }
        Ok(if !check.left_out.is_empty() {
            Status::Trouble
        } else if check
            .results
            .iter()
            .any(crate::model::Checked::is_forbidden)
        {
            Status::Found
        } else {
            Status::Done
        })
    }

    fn checked(&self, holding: &Holding) -> anyhow::Result<Check> {
        let against = self.against(holding)?;
        let progress = Progress::new(self.language.texts());
        let mut taken = HashSet::new();
        let mut drafts = Files::read(&self.drafts, &mut taken, &progress);
        if drafts.articles.is_empty() {
            bail!("there is no draft to check");
        }
        let mut sources = Files::read(&against, &mut taken, &progress);
        let elsewhere = self.stored_sources(&drafts.articles, &mut sources, &mut taken)?;
        if sources.articles.is_empty() && elsewhere.articles == 0 {
            bail!("there is no source to check against");
        }
        holding.policy.name_outlets(&mut drafts.articles);
        holding.policy.name_outlets(&mut sources.articles);
        progress.show(Stage::Checking, 0, 1);
        let mut check = check(drafts.articles, sources.articles, &holding.policy.style);
        progress.clear();
        check.searched.articles += elsewhere.articles;
        check.searched.words += elsewhere.words;
        drafts.origins.extend(sources.origins);
        check.origins = drafts.origins;
        check.left_out = drafts.left_out;
        check.left_out.extend(sources.left_out);
        Ok(check)
    }

    /// The files to check against.
    fn against(&self, holding: &Holding) -> anyhow::Result<Vec<PathBuf>> {
        if !self.against.is_empty() {
            return Ok(self.against.clone());
        }
        #[cfg(feature = "store")]
        if self.store.is_named() {
            return Ok(Vec::new());
        }
        let against = holding.against();
        if against.is_empty() {
            bail!(
                "nothing to check against; name transcripts, documents or articles with --against"
            );
        }
        Ok(against)
    }

    /// Adds the articles of the store that may hold a quotation of `drafts`; gives how much more of it was
    /// searched.
    #[cfg(feature = "store")]
    fn stored_sources(
        &self,
        drafts: &[Article],
        sources: &mut Files,
        taken: &mut HashSet<String>,
    ) -> anyhow::Result<Searched> {
        if !self.store.is_named() {
            return Ok(Searched::default());
        }
        let extractions: Vec<_> = drafts.iter().map(extract::quotations).collect();
        let quoted: Vec<&str> = drafts
            .iter()
            .zip(&extractions)
            .flat_map(|(draft, extraction)| {
                let quotations = extraction.quotations.iter();
                let segments = quotations.flat_map(|quotation| &quotation.segments);
                segments.map(|segment| segment.slice(&draft.text))
            })
            .collect();
        self.store.with(Access::Read, |store| {
            let mut searched = store.count_all()?;
            for article in store.candidates(&quoted, CANDIDATES)?.articles {
                searched.articles -= 1;
                searched.words = searched.words.saturating_sub(article.words());
                sources.add(article, taken);
            }
            Ok(searched)
        })
    }

    #[cfg(not(feature = "store"))]
    fn stored_sources(
        &self,
        _: &[Article],
        _: &mut Files,
        _: &mut HashSet<String>,
    ) -> anyhow::Result<Searched> {
        Ok(Searched::default())
    }

    /// Marks what the baseline knows, or writes a new one.
    fn know(&self, check: &mut Check) -> anyhow::Result<()> {
        let Some(file) = &self.baseline else {
            return Ok(());
        };
        if self.update_baseline {
            let text = Baseline::of(check).to_text();
            fs::write(file, text)
                .with_context(|| format!("{}: cannot be written", file.display()))?;
        }
        for stale in Baseline::read(file)?.apply(check) {
            complain(&format!(
                "{}: no longer found, --update-baseline takes it out: {stale}",
                file.display()
            ));
        }
        Ok(())
    }

    fn write(&self, check: &Check, destination: &Destination<CheckFormat>) -> anyhow::Result<()> {
        let file = destination.file.as_deref();
        let format: Box<dyn Format<Check>> = match destination.format {
            CheckFormat::Json => Box::new(Json),
            CheckFormat::Sarif => Box::new(Sarif),
            CheckFormat::Junit => Box::new(Junit),
            CheckFormat::Github => Box::new(GithubAnnotations),
            CheckFormat::GithubSummary => Box::new(GithubSummary),
            CheckFormat::Gitlab => Box::new(Gitlab),
            CheckFormat::WebAnnotation => Box::new(WebAnnotation),
            CheckFormat::Terminal => {
                let mut page = Terminal::on(self.screen.screen(file.is_none()));
                if self.full {
                    page.view.detail = Detail::Full;
                }
                Box::new(page)
            }
        };
        write_to(file, |out| format.write(check, out))
    }
}
