//! Annotations after the [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/): every
//! quotation, difference and remark as a note on the words it is about, for tools that show notes beside
//! a page.
//!
//! Words are pointed at twice: by their place in the text as it was read, in code points, and by the words
//! themselves with what stands before and behind them, which finds them on the page that the text came from.

use std::io::{self, Write};

use serde::Serialize;

use super::OneOrMore;
use crate::model::{Article, Check, CodePoints, Comparison, Place, Severity, Trace};
use crate::report::Format;
use crate::report::uri::encoded;

/// Characters before and behind the words.
const AROUND: usize = 32;

/// One page of annotations.
#[derive(Clone, Copy, Debug, Default)]
pub struct WebAnnotation;

#[derive(Serialize)]
struct PageObject<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    r#type: &'static str,
    items: Vec<AnnotationObject<'a>>,
}

#[derive(Serialize)]
struct AnnotationObject<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: OneOrMore<BodyObject>,
    target: OneOrMore<TargetObject<'a>>,
}

#[derive(Serialize)]
struct BodyObject {
    r#type: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Serialize)]
struct TargetObject<'a> {
    r#type: &'static str,
    /// The article's URL, or its name where it has none.
    source: String,
    selector: [SelectorObject<'a>; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum SelectorObject<'a> {
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        prefix: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: &'a str,
    },
}

impl Format<Comparison> for WebAnnotation {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let mut notes = Notes::on(&comparison.articles);
        for at in 0..comparison.statements.len() {
            add_statement(&mut notes, comparison, at);
        }
        for (article, extraction) in comparison.extractions.iter().enumerate() {
            for remark in &extraction.commentary {
                let span = remark.span;
                let about = format!("comment: {}", remark.kind.name());
                notes.add(&[Place { article, span }], [about]);
            }
        }
        for remark in &comparison.remarks {
            notes.add(&[remark.place], ["own voice, unmarked".to_owned()]);
        }
        for fact in &comparison.facts {
            let places: Vec<Place> = fact.values.iter().map(|value| value.place).collect();
            let kind = fact.kind.name();
            notes.add(&places, [format!("{kind}: {}", fact.difference.name())]);
        }
        for framing in comparison.framing.iter() {
            let note = format!("{}: {}", framing.kind.name(), framing.note);
            notes.add(&framing.places, [note]);
        }
        notes.write(out)
    }
}

/// Every passage of a statement: which statement, who is credited, how it differs.
fn add_statement(notes: &mut Notes, comparison: &Comparison, at: usize) {
    let renderings = comparison.renderings(at, None);
    for rendering in &renderings.articles {
        for passage in &rendering.passages {
            let quotation = comparison.quotation_at(at, passage.place);
            let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
            let mut about = vec![format!(
                "statement {}: {}",
                Comparison::label(at),
                comparison.passage_in_words(at, &renderings, passage)
            )];
            about.extend(speaker.map(|speaker| format!("speaker: {}", speaker.name)));
            notes.add(&[passage.place], about);
        }
    }
}

impl Format<Check> for WebAnnotation {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let mut notes = Notes::on(&check.articles);
        let findings = check.results.iter();
        for checked in findings.filter(|checked| checked.severity > Severity::Allow) {
            let mut places = vec![checked.place];
            places.extend(checked.found.iter().map(|found| found.place));
            notes.add(&places, [check.message(checked)]);
        }
        notes.write(out)
    }
}

impl Format<Trace> for WebAnnotation {
    fn write(&self, trace: &Trace, out: &mut dyn Write) -> io::Result<()> {
        let mut notes = Notes::on(&trace.articles);
        for (at, traced) in trace.renderings.iter().enumerate() {
            let mut about = vec![format!("“{}”: {}", trace.asked(), trace.note(at))];
            let speaker = traced.speaker.as_ref();
            about.extend(speaker.map(|speaker| format!("speaker: {speaker}")));
            notes.add(&[traced.place], about);
        }
        notes.write(out)
    }
}

/// Annotations being collected.
struct Notes<'a> {
    articles: &'a [Article],
    points: Vec<CodePoints>,
    items: Vec<AnnotationObject<'a>>,
}

impl<'a> Notes<'a> {
    fn on(articles: &'a [Article]) -> Self {
        let points = articles.iter();
        Self {
            articles,
            points: points.map(|one| CodePoints::new(&one.text)).collect(),
            items: Vec::new(),
        }
    }

    /// A note on `places`, which are alike; on none there is nothing to note.
    fn add(&mut self, places: &[Place], about: impl IntoIterator<Item = String>) {
        if places.is_empty() {
            return;
        }
        let bodies = about.into_iter().map(|value| BodyObject {
            r#type: "TextualBody",
            purpose: "describing",
            format: "text/plain",
            value,
        });
        let targets = places.iter().map(|place| self.target(*place));
        let annotation = AnnotationObject {
            id: format!("urn:rashomon:annotation:{}", self.items.len() + 1),
            r#type: "Annotation",
            motivation: "describing",
            body: OneOrMore::of(bodies.collect()),
            target: OneOrMore::of(targets.collect()),
        };
        self.items.push(annotation);
    }

    fn target(&self, place: Place) -> TargetObject<'a> {
        let article = &self.articles[place.article];
        let text = article.text.as_str();
        let [start, end] = self.points[place.article].span(text, place.span);
        let (before, behind) = (&text[..place.span.start], &text[place.span.end..]);
        let from = before.char_indices().rev().nth(AROUND - 1);
        let to = behind.char_indices().nth(AROUND);
        TargetObject {
            r#type: "SpecificResource",
            source: match &article.url {
                Some(url) => url.clone(),
                None => format!("urn:rashomon:article:{}", encoded(&article.id, ".-_~")),
            },
            selector: [
                SelectorObject::Position { start, end },
                SelectorObject::Quote {
                    exact: place.span.slice(text),
                    prefix: &before[from.map_or(0, |(at, _)| at)..],
                    suffix: &behind[..to.map_or(behind.len(), |(at, _)| at)],
                },
            ],
        }
    }

    fn write(self, out: &mut dyn Write) -> io::Result<()> {
        let page = PageObject {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: "urn:rashomon:annotations",
            r#type: "AnnotationPage",
            items: self.items,
        };
        serde_json::to_writer_pretty(&mut *out, &page)?;
        writeln!(out)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::report::sample;

    #[test]
    fn both_selectors_lead_to_the_words() {
        let comparison = sample::dam();
        let mut out = Vec::new();
        WebAnnotation.write(&comparison, &mut out).expect("a page");
        let page: Value = serde_json::from_slice(&out).expect("JSON");
        let items = page["items"].as_array().expect("a list");
        assert!(items.len() >= comparison.statements.len());
        for item in items {
            let targets = match &item["target"] {
                Value::Array(targets) => targets.clone(),
                target => vec![target.clone()],
            };
            for target in targets {
                let quote = &target["selector"][1];
                let word = |name: &str| quote[name].as_str().unwrap_or_default().to_owned();
                let around = word("prefix") + &word("exact") + &word("suffix");
                let source = target["source"].as_str().expect("an address");
                let is_source = |article: &&Article| {
                    article.url.as_deref() == Some(source)
                        || source == format!("urn:rashomon:article:{}", article.id)
                };
                let mut articles = comparison.articles.iter();
                let text = &articles.find(is_source).expect("an article").text;
                assert!(text.contains(&around), "{around}");
                let place = &target["selector"][0];
                let at = |name: &str| -> usize {
                    let number = place[name].as_u64().expect("a number");
                    number.try_into().expect("a place")
                };
                let slice = text.chars().skip(at("start")).take(at("end") - at("start"));
                assert_eq!(slice.collect::<String>(), word("exact"));
            }
        }
    }

    #[test]
    fn a_name_is_a_part_of_a_uri() {
        assert_eq!(encoded("wire 2/§", ".-_~"), "wire%202%2F%C2%A7");
    }
}
