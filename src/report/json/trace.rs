use serde::Serialize;

use super::{DiffObject, Points, SearchedObject};
use crate::model::Trace;

/// The name and version of the layout.
const SCHEMA: &str = "rashomon.trace/1";

#[derive(Serialize)]
pub(super) struct TraceObject<'a> {
    schema: &'static str,
    asked: &'a str,
    renderings: Vec<RenderingObject<'a>>,
    searched: SearchedObject,
    closest: Option<usize>,
}

#[derive(Serialize)]
struct RenderingObject<'a> {
    article: &'a str,
    outlet: &'a str,
    url: Option<&'a str>,
    published: Option<&'a str>,
    start: usize,
    end: usize,
    text: &'a str,
    /// The quotation around the words.
    passage: &'a str,
    speaker: Option<&'a str>,
    time: Option<&'a str>,
    status: &'static str,
    also: Vec<&'static str>,
    /// `a` lies in the article, `b` in the asked words.
    diff: Vec<DiffObject>,
    note: String,
}

impl<'a> TraceObject<'a> {
    pub(super) fn new(trace: &'a Trace) -> Self {
        let points: Vec<Points> = trace
            .articles
            .iter()
            .map(|article| Points::new(&article.text))
            .collect();
        let renderings = trace.renderings.iter().enumerate().map(|(at, traced)| {
            let article = &trace.articles[traced.place.article];
            let own = &points[traced.place.article];
            let [start, end] = own.span(traced.place.span);
            RenderingObject {
                article: &article.id,
                outlet: &article.outlet,
                url: article.url.as_deref(),
                published: article.published.as_ref().map(|time| time.text.as_str()),
                start,
                end,
                text: trace.slice(traced.place),
                passage: trace.slice(traced.passage),
                speaker: traced.speaker.as_deref(),
                time: traced.time.map(|time| own.slice(time)),
                status: traced
                    .statuses
                    .first()
                    .map_or("verbatim", |status| status.name()),
                also: traced
                    .statuses
                    .iter()
                    .skip(1)
                    .map(|status| status.name())
                    .collect(),
                diff: traced
                    .diff
                    .iter()
                    .map(|part| DiffObject::new(*part, own, &points[0]))
                    .collect(),
                note: trace.note(at),
            }
        });
        Self {
            schema: SCHEMA,
            asked: trace.asked(),
            renderings: renderings.collect(),
            searched: trace.searched.into(),
            closest: trace.closest,
        }
    }
}
