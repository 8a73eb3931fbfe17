//! One self-contained page for a browser.
//!
//! Everything is static HTML: the script only filters, moves and links, and without it nothing is missing.
//! The page asks for nothing from anywhere. Its policy lets one style and one script run, named by their
//! hashes, so that nothing an article smuggles in can: besides, every word of an article is escaped, stands
//! in a `bdi` element that keeps its text direction to itself, and has its control characters replaced.
//!
//! Addresses live in the fragment, since a local file has nothing else: `#s-3f9a2c` is a statement,
//! `#s-3f9a2c-B` the rendering of outlet B, `#a-B:1204-1290` that slice of B's text in code points.

mod aligned;
mod articles;
mod beside;
#[cfg(feature = "store")]
mod events;
mod figures;
mod outlets;
mod prominence;
mod renderings;
mod statements;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use askama::Template;

use super::signs::Used;
use super::view::View;
use super::visible::{substitute, visible};
use super::{Format, Signs, json};
use crate::model::CodePoints;
use crate::{Article, Comparison, Span, Texts};
use articles::Story;
#[cfg(feature = "store")]
pub use events::{EventFigures, EventList};
use outlets::{Finding, Outlet, Remark};
use prominence::Prominence;
use statements::{Chip, StatementGroup};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// SHA-256 of the two, as the policy names them; a test checks them.
const STYLE_HASH: &str = "sha256-jWl0kHBkWu1lCbe+zQOWeyTQXeSd2AKwtAkI7wyhXZI=";
const SCRIPT_HASH: &str = "sha256-VRc3v0KjF/EDGijGyIESnsKZTb28+ZjPQ2NMw1SvBcA=";

/// A page with more JSON than this would be slow to open; `--format json` prints it.
const MOST_JSON_BYTES: usize = 250_000;
/// With more than this the articles would make the page unwieldy, and are left out.
const MOST_STATEMENTS: usize = 200;
const MOST_WORDS: usize = 60_000;
/// With more rows than this the renderings are printed against one outlet only.
const MOST_OTHER_ROWS: usize = 500;

/// The page for a browser.
#[derive(Clone, Debug, Default)]
pub struct Html {
    /// The name of the event, if it has one.
    pub event: Option<String>,
    /// What to show.
    pub view: View,
    /// Whether the comparison's JSON is left out of the page.
    pub is_without_json: bool,
}

#[derive(Template)]
#[template(path = "page.html", config = "src/report/html/askama.toml")]
struct Page<'a> {
    texts: Texts,
    style: &'static str,
    script: &'static str,
    style_hash: &'static str,
    script_hash: &'static str,
    event: String,
    days: String,
    counts: String,
    outlets: Vec<Outlet>,
    has_copies: bool,
    /// Whether any outlet says when it published.
    has_moments: bool,
    findings: Vec<Finding>,
    /// Those that are folded, and how many findings they tell of.
    more_findings: Vec<Finding>,
    findings_untold: usize,
    nothing: String,
    left_out: Vec<String>,
    notes: Vec<String>,
    groups: Vec<StatementGroup>,
    relations: Vec<Chip>,
    carriers: Vec<Chip>,
    speakers: Vec<String>,
    facts: Vec<beside::Row>,
    facts_compared: usize,
    framing: Vec<beside::Table>,
    own_voice: Vec<beside::OwnVoice>,
    voices: Vec<beside::VoiceRow>,
    remarks: Vec<Remark>,
    prominence: Prominence,
    stories: Vec<Story>,
    /// What to say in the place of the articles.
    no_stories: String,
    /// The signs of the matrix.
    key: Vec<String>,
    legend: Vec<(&'static str, &'static str)>,
    json: &'a str,
    /// What to say in the place of the JSON.
    no_json: String,
}

impl Format<Comparison> for Html {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let subject = Subject::new(comparison, self);
        let json = if self.is_without_json {
            String::new()
        } else {
            inert_json(comparison)?
        };
        let page = match json.len() {
            ..=MOST_JSON_BYTES => subject.page(&json, String::new()),
            _ => subject.page("", subject.no_json()),
        };
        page.write_into(out)
    }
}

/// What the parts of the page share.
struct Subject<'a> {
    comparison: &'a Comparison,
    html: &'a Html,
    addresses: Vec<String>,
    points: Vec<CodePoints>,
    /// The articles to show, ascending.
    articles: Vec<usize>,
    /// The statements to show, in order.
    statements: Vec<usize>,
    /// Whether the articles are printed in full.
    has_stories: bool,
    /// Whether the statements are printed against each of their outlets.
    has_other_bases: bool,
}

impl<'a> Subject<'a> {
    fn new(comparison: &'a Comparison, html: &'a Html) -> Self {
        let every = View {
            all: true,
            ..html.view.clone()
        };
        Self {
            statements: every.select(comparison).shown,
            comparison,
            html,
            addresses: comparison.addresses(),
            points: comparison.code_points(),
            articles: html.view.articles(comparison),
            has_stories: comparison.statements.len() <= MOST_STATEMENTS
                && comparison
                    .articles
                    .iter()
                    .map(Article::words)
                    .sum::<usize>()
                    <= MOST_WORDS,
            has_other_bases: comparison
                .statements
                .iter()
                .map(|statement| statement.carried_by.len().pow(2))
                .sum::<usize>()
                <= MOST_OTHER_ROWS,
        }
    }

    fn page<'j>(&self, json: &'j str, no_json: String) -> Page<'j> {
        let groups = statements::groups(self);
        let outlets = outlets::outlets(self);
        let leading = self.html.view.leading(self.comparison);
        Page {
            texts: self.comparison.texts,
            style: STYLE,
            script: SCRIPT,
            style_hash: STYLE_HASH,
            script_hash: SCRIPT_HASH,
            event: shown(&self.comparison.event_name(self.html.event.as_deref())),
            days: self.comparison.days().unwrap_or_default(),
            counts: self.counts(),
            has_copies: !self.comparison.copies.is_empty(),
            has_moments: outlets.iter().any(|outlet| !outlet.moment.is_empty()),
            findings: outlets::findings(self, &leading.first),
            more_findings: outlets::findings(self, &leading.others),
            findings_untold: leading.untold(),
            nothing: self.html.view.nothing_found(self.comparison),
            left_out: all_shown(&self.comparison.left_out),
            notes: all_shown(&self.comparison.notes),
            relations: statements::relations_of(&groups, self.comparison.texts),
            carriers: statements::carriers_of(&groups, self),
            speakers: statements::speakers_of(&groups),
            facts: beside::facts(self),
            facts_compared: self.comparison.facts_compared,
            framing: beside::framing(self),
            own_voice: beside::own_voice(self),
            voices: beside::voices(self),
            remarks: outlets::remarks(self),
            prominence: prominence::prominence(self),
            stories: articles::stories(self),
            no_stories: self.no_stories(),
            key: self.key(),
            legend: legend(self.comparison.texts),
            groups,
            outlets,
            json,
            no_json,
        }
    }

    /// That the comparison's JSON is left out.
    fn no_json(&self) -> String {
        let texts = self.comparison.texts;
        texts.data_left_out(MOST_JSON_BYTES / 1000, "rashomon compare --format json")
    }

    /// The signs of the matrix with what they mean.
    fn key(&self) -> Vec<String> {
        let used = Used::by(self.comparison, &self.statements, self.html.view.base);
        Signs::Unicode.key(&used, self.comparison)
    }

    fn counts(&self) -> String {
        let texts = self.comparison.texts;
        let outlets = texts.outlets(self.comparison.articles.len());
        let statements = texts.statements(self.comparison.statements.len());
        format!("{outlets}, {statements}")
    }

    fn no_stories(&self) -> String {
        if self.has_stories {
            return String::new();
        }
        let texts = self.comparison.texts;
        texts.articles_left_out(MOST_STATEMENTS, MOST_WORDS)
    }

    /// The fragment that names the slice `span` of article `article`; empty when the article is left out.
    fn slice_address(&self, article: usize, span: Span) -> String {
        if !self.has_stories || !self.articles.contains(&article) {
            return String::new();
        }
        let text = &self.comparison.articles[article].text;
        let [start, end] = self.points[article].span(text, span);
        format!("a-{}:{start}-{end}", self.comparison.letter(article))
    }

    /// The language that article `article` is marked with; nothing when it is not known or no tag.
    fn language(&self, article: usize) -> String {
        self.comparison.articles[article].language_tag().to_owned()
    }
}

/// `text` with its steering characters replaced, ready to be escaped.
fn shown(text: &str) -> String {
    visible(text).into_owned()
}

fn all_shown(messages: &[String]) -> Vec<String> {
    messages.iter().map(|text| shown(text)).collect()
}

/// The signs and what they mean, gravest first.
fn legend(texts: Texts) -> Vec<(&'static str, &'static str)> {
    let signs = Signs::Unicode;
    let mut legend: Vec<_> = crate::Relation::ALL
        .iter()
        .map(|relation| (signs.relation(*relation), relation.in_words(texts)))
        .collect();
    legend.push((signs.reference(), texts.legend_reference()));
    legend.push((signs.absent(), texts.legend_absent()));
    legend.push((signs.comment(), texts.outlets_own_comment()));
    legend
}

/// The comparison as JSON that cannot end the element it stands in.
fn inert_json(comparison: &Comparison) -> io::Result<String> {
    let json = json::compact(comparison)?;
    let mut inert = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign == '<' || substitute(sign).is_some() {
            let mut units = [0; 2];
            for unit in sign.encode_utf16(&mut units) {
                inert.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            inert.push(sign);
        }
    }
    Ok(inert)
}
