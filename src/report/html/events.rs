//! Events as pages. A list says what each event is called, who tells it, and when its articles came, drawn as
//! marks on a line from the first to the last; the page of one event says who is given voice in it.

use std::io::{self, Write};

use askama::Template;

use super::figures::Drawings;
use super::{Html, STYLE, STYLE_HASH, shown};
use crate::Texts;
use crate::outlets::Outlets;
use crate::report::Format;
use crate::store::{Event, EventArticle};

/// Length of the line of an event.
const LINE: f64 = 180.0;

/// Events for a page.
#[derive(Clone, Copy, Debug)]
pub struct EventList<'a> {
    /// In the order of the page.
    pub events: &'a [Event],
    /// The language of what the page says itself.
    pub texts: Texts,
}

/// An event with what its outlets do in it.
#[derive(Clone, Copy, Debug)]
pub struct EventFigures<'a> {
    /// The event.
    pub event: &'a Event,
    /// The figures of this event alone.
    pub outlets: &'a Outlets,
}

#[derive(Template)]
#[template(path = "events.html", config = "src/report/html/askama.toml")]
struct ListPage {
    texts: Texts,
    style: &'static str,
    style_hash: &'static str,
    counts: String,
    events: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "event.html", config = "src/report/html/askama.toml")]
struct EventPage {
    texts: Texts,
    style: &'static str,
    style_hash: &'static str,
    event: Shown,
    articles: Vec<ShownArticle>,
    drawings: Drawings,
}

struct Shown {
    id: String,
    title: String,
    days: String,
    outlets: String,
    articles: usize,
    /// Where the marks stand, each once.
    marks: Vec<String>,
}

struct ShownArticle {
    id: String,
    outlet: String,
    title: String,
    moment: String,
}

impl Format<EventList<'_>> for Html {
    fn write(&self, list: &EventList<'_>, out: &mut dyn Write) -> io::Result<()> {
        let EventList { events, texts } = *list;
        let page = ListPage {
            texts,
            style: STYLE,
            style_hash: STYLE_HASH,
            counts: texts.events(events.len()),
            events: events.iter().map(|event| Shown::of(event, texts)).collect(),
        };
        page.write_into(out)
    }
}

impl Format<EventFigures<'_>> for Html {
    fn write(&self, subject: &EventFigures<'_>, out: &mut dyn Write) -> io::Result<()> {
        let page = EventPage {
            texts: subject.outlets.texts,
            style: STYLE,
            style_hash: STYLE_HASH,
            event: Shown::of(subject.event, subject.outlets.texts),
            articles: subject
                .event
                .articles
                .iter()
                .map(ShownArticle::of)
                .collect(),
            drawings: Drawings::of(subject.outlets),
        };
        page.write_into(out)
    }
}

impl Shown {
    fn of(event: &Event, texts: Texts) -> Self {
        let articles = event.articles.iter();
        let times: Vec<i64> = articles.filter_map(EventArticle::published_at).collect();
        Self {
            id: event.id.clone(),
            title: shown(&event.title),
            days: event.days(texts),
            outlets: shown(&event.outlets().join(", ")),
            articles: event.articles.len(),
            marks: marks(&times),
        }
    }
}

impl ShownArticle {
    fn of(article: &EventArticle) -> Self {
        Self {
            id: shown(&article.id),
            outlet: shown(&article.outlet),
            title: shown(article.title.as_deref().unwrap_or_default()),
            moment: article
                .published
                .as_ref()
                .map(|time| shown(&time.w3c()))
                .unwrap_or_default(),
        }
    }
}

fn marks(times: &[i64]) -> Vec<String> {
    let Some((first, last)) = times.iter().min().zip(times.iter().max()) else {
        return Vec::new();
    };
    let whole = (last - first).max(1) as f64;
    let places = times
        .iter()
        .map(|time| 2.0 + LINE * (time - first) as f64 / whole);
    let mut marks: Vec<String> = places.map(|place| format!("{place:.1}")).collect();
    marks.dedup();
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::events::tests::event;
    use crate::report::figures::tests::outlets;

    #[test]
    fn articles_stand_on_the_line_by_their_time() {
        assert_eq!(marks(&[100, 200, 300]), ["2.0", "92.0", "182.0"]);
        assert_eq!(marks(&[7, 7]), ["2.0"]);
    }

    #[test]
    fn headlines_are_escaped_and_every_article_has_its_mark() {
        let mut event = event();
        event.title = "<i>Dam</i> under watch".to_owned();
        let list = EventList {
            events: std::slice::from_ref(&event),
            texts: Texts::default(),
        };
        let mut out = Vec::new();
        Html::default().write(&list, &mut out).unwrap();
        let list = String::from_utf8(out).unwrap();
        assert!(!list.contains("<i>Dam") && list.contains("under watch"));
        assert_eq!(list.matches("<circle").count(), event.articles.len());

        let subject = EventFigures {
            event: &event,
            outlets: &outlets(),
        };
        let mut out = Vec::new();
        Html::default().write(&subject, &mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert!(!page.contains("<i>Dam") && page.contains("<rect"));
        for article in &event.articles {
            assert!(page.contains(&format!(">{}<", article.outlet)));
        }
    }
}
