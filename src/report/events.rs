//! Events as tables: a row for each, or a row for each of their articles.

use std::io::{self, Write};

use super::Format;
use super::tables::{Separator, inert, writer};
use crate::model::moment;
use crate::store::{Event, EventArticle};

/// Events for spreadsheets and statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventTables {
    /// Which table.
    pub table: EventTable,
    /// What stands between the cells.
    pub separator: Separator,
}

/// The tables there are of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTable {
    /// A row for each event.
    Events,
    /// A row for each article of each event.
    Articles,
}

const EVENT: [&str; 8] = [
    "event",
    "title",
    "first",
    "last",
    "articles",
    "outlets",
    "by_hand",
    "outlet_names",
];
const ARTICLE: [&str; 6] = ["event", "article", "outlet", "title", "url", "published"];

impl Format<[Event]> for EventTables {
    fn write(&self, events: &[Event], out: &mut dyn Write) -> io::Result<()> {
        let mut table = writer(self.separator, out);
        match self.table {
            EventTable::Events => {
                table.write_record(EVENT)?;
                for event in events {
                    table.write_record(row(event))?;
                }
            }
            EventTable::Articles => {
                table.write_record(ARTICLE)?;
                for event in events {
                    for article in &event.articles {
                        table.write_record(article_row(event, article))?;
                    }
                }
            }
        }
        table.flush()
    }
}

fn row(event: &Event) -> [String; 8] {
    let outlets = event.outlets();
    let times = event.times();
    [
        event.id.clone(),
        inert(&event.title),
        times.map(|(first, _)| moment(first)).unwrap_or_default(),
        times.map(|(_, last)| moment(last)).unwrap_or_default(),
        event.articles.len().to_string(),
        outlets.len().to_string(),
        event.by_hand.to_string(),
        inert(&outlets.join("; ")),
    ]
}

fn article_row(event: &Event, article: &EventArticle) -> [String; 6] {
    let optional = |text: &Option<String>| inert(text.as_deref().unwrap_or_default());
    [
        event.id.clone(),
        inert(&article.id),
        inert(&article.outlet),
        optional(&article.title),
        optional(&article.url),
        article
            .published
            .as_ref()
            .map(|time| inert(&time.w3c()))
            .unwrap_or_default(),
    ]
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Published;

    /// Two outlets' articles on a dam, one with a day alone.
    pub(in crate::report) fn event() -> Event {
        let article = |id: &str, outlet: &str, text: &str, timestamp| EventArticle {
            id: id.to_owned(),
            outlet: outlet.to_owned(),
            title: Some("=Dam under watch".to_owned()),
            url: None,
            published: Some(Published {
                text: text.to_owned(),
                timestamp: Some(timestamp),
            }),
        };
        Event {
            id: "e7".to_owned(),
            title: "=Dam under watch".to_owned(),
            by_hand: false,
            articles: vec![
                article("ridge", "Ridge Post", "1970-01-02", 86_400),
                article("lantern", "The Lantern", "1970-01-01 00:00", 0),
            ],
        }
    }

    fn written(table: EventTable) -> String {
        let tables = EventTables {
            table,
            separator: Separator::Comma,
        };
        let mut out = Vec::new();
        tables.write(&[event()], &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn an_event_is_a_row_and_no_cell_a_formula() {
        assert_eq!(
            written(EventTable::Events),
            "event,title,first,last,articles,outlets,by_hand,outlet_names\n\
             e7,'=Dam under watch,1970-01-01T00:00:00Z,1970-01-02T00:00:00Z,2,2,false,Ridge Post; The Lantern\n"
        );
    }

    #[test]
    fn an_article_is_a_row_with_its_event() {
        assert_eq!(
            written(EventTable::Articles),
            "event,article,outlet,title,url,published\n\
             e7,ridge,Ridge Post,'=Dam under watch,,1970-01-02\n\
             e7,lantern,The Lantern,'=Dam under watch,,1970-01-01T00:00:00Z\n"
        );
    }
}
