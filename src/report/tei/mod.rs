//! A critical apparatus in TEI, the form in which scholars of texts exchange readings.
//!
//! ```text
//! <app>
//!   <lem wit="#A">went over the Afghan question</lem>
//!   <rdg wit="#C" type="reworded" ana="#reworded #truncated">argued over the Afghan crisis</rdg>
//! </app>
//! ```
//!
//! The outlets are the witnesses and each statement is one entry: its base is the lemma, every other
//! rendering a reading with its relations, an outlet without it an empty reading. What differs, and where
//! the words stand in the article (code points), is told in a `witDetail` beside each reading. Written after
//! chapters 12 and 17 of the guidelines P5.

#[cfg(test)]
mod tests;

use std::io::{self, Write};

use askama::Template;

use super::Format;
use super::view::View;
use super::visible::visible;
use crate::model::{CodePoints, Passage, Published, Renderings};
use crate::{Comparison, Relation};

/// The apparatus.
#[derive(Clone, Debug, Default)]
pub struct Tei {
    /// The name of the event, if it has one.
    pub event: Option<String>,
    /// What to show; every statement that its filters let through.
    pub view: View,
}

#[derive(Template)]
#[template(path = "apparatus.xml", config = "src/report/tei/askama.toml")]
struct Apparatus {
    event: String,
    witnesses: Vec<Witness>,
    relations: Vec<(&'static str, &'static str)>,
    statements: Vec<Entry>,
    nothing: String,
}

struct Witness {
    letter: String,
    language: String,
    outlet: String,
    title: String,
    date: String,
    /// The same as a W3C date; empty when it cannot be told.
    when: String,
    url: String,
}

struct Entry {
    label: String,
    speaker: String,
    readings: Vec<Reading>,
    /// The witnesses without it, as pointers.
    absent: String,
}

struct Reading {
    id: String,
    letter: String,
    is_base: bool,
    words: String,
    gravest: &'static str,
    /// As pointers into the taxonomy.
    relations: String,
    detail: String,
}

impl Format<Comparison> for Tei {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let editor = Editor {
            comparison,
            view: &self.view,
            articles: self.view.articles(comparison),
            points: comparison.code_points(),
        };
        let every = View {
            all: true,
            ..self.view.clone()
        };
        let chosen = every.select(comparison).shown;
        let apparatus = Apparatus {
            event: shown(&comparison.event_name(self.event.as_deref())),
            witnesses: editor
                .articles
                .iter()
                .map(|at| editor.witness(*at))
                .collect(),
            relations: Relation::ALL
                .iter()
                .map(|relation| (relation.name(), relation.in_words(comparison.texts)))
                .collect(),
            statements: chosen.iter().map(|at| editor.entry(*at)).collect(),
            nothing: comparison.nothing_found(),
        };
        apparatus.write_into(out)
    }
}

struct Editor<'a> {
    comparison: &'a Comparison,
    view: &'a View,
    /// The articles to show, ascending.
    articles: Vec<usize>,
    points: Vec<CodePoints>,
}

impl Editor<'_> {
    fn witness(&self, at: usize) -> Witness {
        let article = &self.comparison.articles[at];
        let published = article.published.as_ref();
        Witness {
            letter: self.comparison.letter(at),
            language: article.language_tag().to_owned(),
            outlet: shown(&article.outlet),
            title: shown(article.title.as_deref().unwrap_or_default()),
            date: published.map_or_else(String::new, |time| shown(&time.text)),
            when: published.map_or_else(String::new, Published::w3c),
            url: article.web_address().unwrap_or_default().to_owned(),
        }
    }

    fn entry(&self, at: usize) -> Entry {
        let comparison = self.comparison;
        let statement = &comparison.statements[at];
        let renderings = comparison.renderings(at, self.view.base);
        let mut readings = Vec::new();
        for rendering in &renderings.articles {
            for (index, passage) in rendering.passages.iter().enumerate() {
                let is_base = passage.place == renderings.base;
                if is_base || self.articles.contains(&rendering.article) {
                    readings.push(self.reading(at, &renderings, passage, index));
                }
            }
        }
        readings.sort_by_key(|reading| !reading.is_base);
        let absent = statement.omitted_by.iter();
        let absent = absent.filter(|article| self.articles.contains(article));
        let pointers: Vec<String> = absent
            .map(|article| format!("#{}", comparison.letter(*article)))
            .collect();
        Entry {
            label: Comparison::label(at),
            speaker: shown(comparison.speaker_name(at)),
            readings,
            absent: pointers.join(" "),
        }
    }

    fn reading(
        &self,
        at: usize,
        renderings: &Renderings,
        passage: &Passage,
        index: usize,
    ) -> Reading {
        let comparison = self.comparison;
        let place = passage.place;
        let letter = comparison.letter(place.article);
        let relations: Vec<&str> = match &passage.measure {
            Some(measure) => measure.relations.iter().map(Relation::name).collect(),
            None => Vec::new(),
        };
        let pointers: Vec<String> = relations.iter().map(|name| format!("#{name}")).collect();
        let text = &comparison.articles[place.article].text;
        let [start, end] = self.points[place.article].span(text, place.span);
        let mut detail = format!("code points {start} to {end}");
        let told = comparison.passage_in_words(at, renderings, passage);
        if !told.is_empty() {
            detail.push_str(&format!("; {told}"));
        }
        Reading {
            id: match index {
                0 => format!("{}-{letter}", Comparison::label(at)),
                _ => format!("{}-{letter}-{}", Comparison::label(at), index + 1),
            },
            letter,
            is_base: place == renderings.base,
            words: shown(comparison.slice(place)),
            gravest: relations.first().copied().unwrap_or_default(),
            relations: pointers.join(" "),
            detail: shown(&detail),
        }
    }
}

/// `text` without the characters that steer, and without the two that XML cannot hold.
fn shown(text: &str) -> String {
    visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
