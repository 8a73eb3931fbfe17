use serde::Serialize;

use super::{DiffObject, Points, SearchedObject};
use crate::model::{Check, Checked, Found, Place};

/// The name and version of the layout.
const SCHEMA: &str = "rashomon.check/1";

#[derive(Serialize)]
pub(super) struct CheckObject<'a> {
    schema: &'static str,
    results: Vec<ResultObject<'a>>,
    searched: SearchedObject,
    drafts: Vec<FileObject<'a>>,
    sources: Vec<FileObject<'a>>,
    left_out: &'a [String],
}

#[derive(Serialize)]
struct ResultObject<'a> {
    draft: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    status: &'static str,
    also: Vec<&'static str>,
    severity: &'static str,
    known: bool,
    speaker: Option<&'a str>,
    /// Where the source prints it; the first place when it is made of several.
    source: Option<PlaceObject<'a>>,
    /// All the places that it is made of.
    places: Vec<PlaceObject<'a>>,
    /// Further places that print the same words.
    elsewhere: Vec<PlaceObject<'a>>,
    /// The passage most like it, when nothing is found.
    nearest: Option<PlaceObject<'a>>,
    /// What the source goes on with, when the quotation stops before a reservation.
    cut: Option<PlaceObject<'a>>,
    diff: Vec<StepObject>,
    note: String,
    fingerprint: String,
}

#[derive(Serialize)]
struct PlaceObject<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    speaker: Option<&'a str>,
    time: Option<&'a str>,
}

/// `a` lies in the source of place `place`, `b` in the draft.
#[derive(Serialize)]
struct StepObject {
    #[serde(flatten)]
    step: DiffObject,
    place: usize,
}

#[derive(Serialize)]
struct FileObject<'a> {
    id: &'a str,
    file: &'a str,
}

impl<'a> CheckObject<'a> {
    pub(super) fn new(check: &'a Check) -> Self {
        let writer = Writer {
            check,
            points: check
                .articles
                .iter()
                .map(|article| Points::new(&article.text))
                .collect(),
        };
        let files: Vec<FileObject> = check
            .articles
            .iter()
            .zip(&check.origins)
            .map(|(article, origin)| FileObject {
                id: &article.id,
                file: &origin.path,
            })
            .collect();
        let mut drafts = files;
        let sources = drafts.split_off(check.drafts);
        Self {
            schema: SCHEMA,
            results: check.results.iter().map(|one| writer.result(one)).collect(),
            searched: check.searched.into(),
            drafts,
            sources,
            left_out: &check.left_out,
        }
    }
}

struct Writer<'a> {
    check: &'a Check,
    points: Vec<Points<'a>>,
}

impl<'a> Writer<'a> {
    fn result(&self, checked: &'a Checked) -> ResultObject<'a> {
        let draft = &self.points[checked.place.article];
        let [start, end] = draft.span(checked.place.span);
        let places: Vec<_> = checked
            .found
            .iter()
            .map(|found| self.found(found))
            .collect();
        ResultObject {
            draft: self.check.name(checked.place),
            start,
            end,
            text: self.check.slice(checked.place),
            status: checked.status().name(),
            also: checked
                .statuses
                .iter()
                .skip(1)
                .map(|status| status.name())
                .collect(),
            severity: checked.severity.name(),
            known: checked.is_known,
            speaker: checked.speaker.as_deref(),
            source: checked.found.first().map(|found| self.found(found)),
            places,
            elsewhere: checked
                .elsewhere
                .iter()
                .map(|found| self.found(found))
                .collect(),
            nearest: checked.nearest.as_ref().map(|found| self.found(found)),
            cut: checked.cut.map(|place| self.place(place)),
            diff: self.diff(checked),
            note: self.check.note(checked),
            fingerprint: crate::policy::fingerprint(self.check, checked),
        }
    }

    fn diff(&self, checked: &Checked) -> Vec<StepObject> {
        let draft = &self.points[checked.place.article];
        let parts = checked.diff.iter().zip(&checked.diff_in);
        parts
            .map(|(part, at)| {
                let source = &self.points[checked.found[*at].place.article];
                StepObject {
                    step: DiffObject::new(*part, source, draft),
                    place: *at,
                }
            })
            .collect()
    }

    fn found(&self, found: &'a Found) -> PlaceObject<'a> {
        PlaceObject {
            speaker: found.speaker.as_deref(),
            time: found
                .time
                .map(|time| self.points[found.place.article].slice(time)),
            ..self.place(found.place)
        }
    }

    fn place(&self, place: Place) -> PlaceObject<'a> {
        let [start, end] = self.points[place.article].span(place.span);
        PlaceObject {
            article: self.check.name(place),
            start,
            end,
            text: self.check.slice(place),
            speaker: None,
            time: None,
        }
    }
}
