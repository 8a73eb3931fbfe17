//! The labels as `corpora/README.md` describes them.

use std::fs;
use std::path::Path;

use rashomon::{Comparison, Span};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Labels {
    pub(super) event: String,
    /// Outlets without labels, which no figure counts.
    #[serde(default)]
    pub(super) unlabelled: Vec<String>,
    pub(super) segments: Vec<Segment>,
    pub(super) pairs: Vec<Pair>,
    pub(super) paraphrases: Vec<Paraphrase>,
    pub(super) findings: Vec<Finding>,
}

/// Code points of one outlet's text.
#[derive(Deserialize)]
pub(super) struct Place {
    pub(super) outlet: String,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Role {
    Speech,
    Other,
}

#[derive(Deserialize)]
pub(super) struct Segment {
    pub(super) id: String,
    #[serde(flatten)]
    pub(super) place: Place,
    pub(super) role: Role,
    pub(super) speaker: Option<String>,
}

/// Two segments that render the same words.
#[derive(Deserialize)]
pub(super) struct Pair {
    pub(super) a: String,
    pub(super) b: String,
    /// Names of relations.
    pub(super) difference: Vec<String>,
    /// The gravest: `contradicted`, `spliced`, `qualification`.
    #[serde(default)]
    pub(super) also: Vec<String>,
}

/// A segment, and where another outlet gives it in its own words.
#[derive(Deserialize)]
pub(super) struct Paraphrase {
    pub(super) segment: String,
    #[serde(flatten)]
    pub(super) place: Place,
}

#[derive(Deserialize)]
pub(super) struct Finding {
    pub(super) kind: String,
    pub(super) spans: Vec<Place>,
}

impl Labels {
    pub(super) fn load(event: &Path) -> Self {
        let path = event.join("labels/labels.json");
        let text = fs::read_to_string(&path).expect("a labelled article that can be read");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub(super) fn segment(&self, id: &str) -> &Segment {
        let mut segments = self.segments.iter();
        segments
            .find(|segment| segment.id == id)
            .unwrap_or_else(|| panic!("{} has no segment {id}", self.event))
    }
}

impl Place {
    /// The place in bytes of `text`.
    pub(super) fn span(&self, text: &str) -> Span {
        let byte = |offset: usize| {
            let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let start = starts.nth(offset);
            start.unwrap_or_else(|| panic!("{offset} lies behind the end of {}", self.outlet))
        };
        Span::new(byte(self.start), byte(self.end))
    }

    pub(super) fn slice<'t>(&self, text: &'t str) -> &'t str {
        self.span(text).slice(text)
    }
}

/// The text that the labels of `outlet` count in.
pub(super) fn text_of<'c>(comparison: &'c Comparison, outlet: &str) -> &'c str {
    let mut articles = comparison.articles.iter();
    let article = articles.find(|article| article.outlet == outlet);
    &article
        .unwrap_or_else(|| panic!("no article of {outlet}"))
        .text
}
