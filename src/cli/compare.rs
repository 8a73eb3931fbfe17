use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

#[cfg(feature = "store")]
use super::events::group_the_rest;
use super::input::{self, Inputs};
use super::language::LanguageArguments;
use super::output::{Destination, FormatName, destinations, page_through, require_table, write_to};
use super::policy::PolicyArguments;
use super::progress::{Progress, Stage};
use super::screen::ScreenArguments;
#[cfg(feature = "store")]
use super::stores::StoreArguments;
use super::view::{ViewArguments, statement};
use super::{Status, complain};
use crate::policy::{Policy, relations};
use crate::report::{
    ClaimReview, Explanation, Format, Html, Json, Markdown, Separator, Table, Tables, Tei,
    Terminal, View, WebAnnotation,
};
#[cfg(feature = "store")]
use crate::store::Access;
use crate::{Article, Comparison, Extraction, Relation, Texts, align, compare, extract};

/// Compare how several outlets tell one event
///
/// Give one folder that holds an article per outlet, or the files themselves.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon compare coverage/
  rashomon compare coverage/ --base B --relation reworded,contradicted
  rashomon compare coverage/ --explain s3
  rashomon compare coverage/ -o report.html -o report.json
  rashomon compare coverage/ --open
  rashomon compare coverage/ --format csv --table cues
  rashomon compare --event e12        (an event of a store: see rashomon events)
  rashomon compare wire.json herald.html blog.md --format json")]
#[cfg_attr(feature = "store", command(mut_arg("paths", |paths| paths
    .required(false)
    .required_unless_present("event")
    .conflicts_with("event"))))]
pub(super) struct Compare {
    /// Compare the articles of this event of a store instead of files
    #[cfg(feature = "store")]
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,

    /// How the report looks [default: terminal, or what the ending of FILE says]
    #[arg(long, value_name = "FORMAT")]
    format: Vec<CompareFormat>,

    /// Write the report to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,

    /// Open the page in the browser (written to FILE, or to a file for temporary use)
    #[arg(long)]
    open: bool,

    /// Show the page of text through $PAGER, or less, when standard output is a terminal
    #[arg(long)]
    pager: bool,

    /// The name of the event [default: the name of the folder, or the earliest headline]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// Which table csv and tsv hold [default: renderings]
    #[arg(long, value_name = "TABLE")]
    table: Option<TableName>,

    /// Leave the comparison's JSON out of the page for a browser
    #[arg(long)]
    no_data: bool,

    /// End with exit status 1 when any two passages are so related: contradicted, speaker, spliced, ...
    #[arg(long, value_name = "RELATION", value_delimiter = ',', value_parser = relation)]
    fail_on: Vec<Relation>,

    /// Say why the renderings of these statements were aligned, instead of the report: s3,s7
    #[arg(long, value_name = "LIST", value_delimiter = ',', conflicts_with_all = ["format", "output"])]
    explain: Vec<String>,

    #[command(flatten)]
    policy: PolicyArguments,

    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    view: ViewArguments,

    #[command(flatten)]
    inputs: Inputs,

    #[cfg(feature = "store")]
    #[command(flatten)]
    store: StoreArguments,

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
    /// A critical apparatus in XML (TEI), for scholars of texts
    Tei,
    /// One object, for scripts
    Json,
    /// A table (--table) with commas between the cells
    Csv,
    /// A table (--table) with tabs between the cells
    Tsv,
    /// Drafts of schema.org `ClaimReview`, one per statement: claim, claimant and appearances
    #[value(name = "claimreview")]
    ClaimReview,
    /// Notes on the words, after the W3C Web Annotation model
    #[value(name = "webannotation")]
    WebAnnotation,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum TableName {
    /// A row for each outlet
    Outlets,
    /// A row for each statement
    Statements,
    /// A row for each passage that renders a statement
    #[default]
    Renderings,
    /// A row for every two passages that render the same words
    Pairs,
    /// A row for each value of a fact that the outlets tell differently
    Facts,
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
            TableName::Facts => Self::Facts,
            TableName::Cues => Self::Cues,
            TableName::Comments => Self::Comments,
        }
    }
}

impl FormatName for CompareFormat {
    const DEFAULT: Self = Self::Terminal;
}

fn relation(name: &str) -> Result<Relation, String> {
    Relation::named(name).ok_or_else(|| format!("known are {}", relations()))
}

impl Compare {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let (destinations, opened) = self.destinations()?;
        require_table(self.table.is_some(), &destinations)?;
        let mut forbidden = self.fail_on.clone();
        let policy = self.policy.read()?.policy;
        let denied = policy.compare.deny.iter();
        forbidden.extend(denied.filter_map(|name| Relation::named(name)));
        let progress = Progress::new(self.language.texts());
        let (comparison, status) = self.comparison(&policy, &progress)?;
        progress.clear();
        if !self.explain.is_empty() {
            self.write_explanation(&comparison)?;
            return Ok(status);
        }
        let view = self.view.view(&comparison)?;
        for destination in &destinations {
            self.write(&comparison, &view, destination)?;
        }
        if let Some(file) = opened {
            show(&file);
        }
        let found = forbidden_in(&comparison, &forbidden);
        if let Some(found) = &found {
            complain(&format!("forbidden: {found}"));
        }
        Ok(match status {
            Status::Done if found.is_some() => Status::Found,
            status => status,
        })
    }

    /// Where reports go, and the one that is opened in the browser.
    fn destinations(&self) -> anyhow::Result<(Vec<Destination<CompareFormat>>, Option<PathBuf>)> {
        let mut destinations = if self.open && self.format.is_empty() && self.output.is_empty() {
            Vec::new()
        } else {
            destinations(&self.format, &self.output)?
        };
        if !self.open {
            return Ok((destinations, None));
        }
        let mut pages = destinations
            .iter()
            .filter(|destination| destination.format == CompareFormat::Html);
        let page = pages.find_map(|destination| destination.file.clone());
        let page = page.unwrap_or_else(|| {
            let name = self.event().unwrap_or_else(|| "event".to_owned());
            let page = std::env::temp_dir().join(format!("rashomon-{}.html", slug(&name)));
            destinations.push(Destination {
                format: CompareFormat::Html,
                file: Some(page.clone()),
            });
            page
        });
        Ok((destinations, Some(page)))
    }

    /// Compares what was asked for.
    fn comparison(
        &self,
        policy: &Policy,
        progress: &Progress,
    ) -> anyhow::Result<(Comparison, Status)> {
        #[cfg(feature = "store")]
        if let Some(event) = &self.event {
            let mut articles = self.store.with(Access::Read, |store| {
                group_the_rest(store, self.language.texts())?;
                Ok(store.event_articles(event)?)
            })?;
            policy.name_outlets(&mut articles);
            return Ok((
                compared(self.language.texts(), articles, progress),
                Status::Done,
            ));
        }
        let reading = self.inputs.read(progress)?;
        let status = input::status(&reading);
        if reading.articles.is_empty() {
            anyhow::bail!(
                "there is no article to compare; give a folder or files with one article each"
            );
        }
        let mut articles = reading.articles;
        policy.name_outlets(&mut articles);
        articles.sort_by(Article::cmp_by_time);
        let mut comparison = compared(self.language.texts(), articles, progress);
        let left_out = reading.left_out.iter();
        comparison.left_out = left_out.map(ToString::to_string).collect();
        comparison.notes = reading.notes.iter().map(ToString::to_string).collect();
        Ok((comparison, status))
    }

    fn event(&self) -> Option<String> {
        self.title.clone().or_else(|| self.inputs.event())
    }

    fn write_explanation(&self, comparison: &Comparison) -> anyhow::Result<()> {
        let labels = self.explain.iter();
        let statements = labels.map(|label| statement(comparison, label));
        let explanation = Explanation {
            screen: self.screen.screen(true),
            statements: statements.collect::<anyhow::Result<_>>()?,
        };
        write_to(None, |out| explanation.write(comparison, out))
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
            CompareFormat::Tei => Box::new(Tei {
                event: self.event(),
                view: view.clone(),
            }),
            CompareFormat::Csv | CompareFormat::Tsv => Box::new(Tables {
                table: self.table.unwrap_or_default().into(),
                separator: match destination.format {
                    CompareFormat::Tsv => Separator::Tab,
                    _ => Separator::Comma,
                },
                view: view.clone(),
            }),
            CompareFormat::ClaimReview => Box::new(ClaimReview { view: view.clone() }),
            CompareFormat::WebAnnotation => Box::new(WebAnnotation),
            CompareFormat::Terminal => Box::new(Terminal {
                screen: self.screen.screen(file.is_none()),
                event: self.event(),
                view: view.clone(),
            }),
        };
        let write = |out: &mut dyn std::io::Write| format.write(comparison, out);
        if self.pager && file.is_none() && destination.format == CompareFormat::Terminal {
            page_through(write)
        } else {
            write_to(file, write)
        }
    }
}

/// Which statements have pairs that are so related, by relation: "contradicted in s2, s7; speaker in s4".
fn forbidden_in(comparison: &Comparison, relations: &[Relation]) -> Option<String> {
    let mut told: Vec<String> = Vec::new();
    for relation in Relation::ALL.iter().filter(|one| relations.contains(one)) {
        let statements = comparison.statements.iter().enumerate();
        let labels: Vec<String> = statements
            .filter(|(_, statement)| statement.relations().contains(relation))
            .map(|(at, _)| Comparison::label(at))
            .collect();
        if !labels.is_empty() {
            told.push(format!("{} in {}", relation.name(), labels.join(", ")));
        }
    }
    (!told.is_empty()).then(|| told.join("; "))
}

/// Opens `page` in the browser, or says where it is.
fn show(page: &Path) {
    let page = page.canonicalize().unwrap_or_else(|_| page.to_owned());
    if let Err(error) = open::that_detached(&page) {
        complain(&format!(
            "{}: written, but no browser could be started: {error}",
            page.display()
        ));
    }
}

/// `name` as a part of a file's name.
fn slug(name: &str) -> String {
    let letters = name.chars().take(60);
    letters
        .map(|sign| if sign.is_alphanumeric() { sign } else { '-' })
        .collect()
}

fn compared(texts: Texts, articles: Vec<Article>, progress: &Progress) -> Comparison {
    let extract_one = |(done, article)| {
        progress.show(Stage::Extracting, done, articles.len());
        extract::extract(article)
    };
    let extractions: Vec<Extraction> = articles.iter().enumerate().map(extract_one).collect();
    progress.show(Stage::Comparing, articles.len(), articles.len());
    let alignment = align::align(&articles, &extractions);
    compare::compare_in(texts, articles, extractions, &alignment)
}
