use std::cmp::Ordering;

use super::{Comparison, Place, Span, ToneClass};

/// A way in which the outlets tell the same thing differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Framing {
    /// In which respect.
    pub kind: FramingKind,
    /// Whom or what it concerns, in words of the articles.
    pub about: String,
    /// The passages that show it, in order of article and text; never empty.
    pub places: Vec<Place>,
    /// Indices of the articles that lack what the places tell; of an omission only.
    pub missing_in: Vec<usize>,
    /// What differs, in neutral words; quoted words in it are slices of the articles.
    pub note: String,
    /// By what a reader is likelier to want it, comparable within a kind.
    pub weight: f64,
    /// What each outlet has, in order of article, where that can be told by a few words each; of an omission the
    /// passages that have no like in the articles without them, what tells most first.
    pub versions: Vec<Version>,
    /// Whether the note shows it to a reader who sees nothing else: what is not clear stands only where its
    /// passages stand.
    pub is_clear: bool,
}

impl Framing {
    /// Weightiest first, those of one weight in order of their places.
    pub(crate) fn by_weight(&self, other: &Self) -> Ordering {
        let heavier = other.weight.total_cmp(&self.weight);
        heavier.then_with(|| self.places.cmp(&other.places))
    }

    /// The passages that a page shows: those that the outlets' own words stand in, where such are told, else all.
    pub(crate) fn passages(&self) -> Vec<Place> {
        let mut told: Vec<Place> = self.versions.iter().map(|version| version.place).collect();
        told.sort_unstable();
        match told.is_empty() {
            true => self.places.clone(),
            false => told,
        }
    }
}

impl Comparison {
    /// The findings of a kind that a page shows, weightiest first, each with its index: those that are clear.
    pub(crate) fn shown_of_kind(
        &self,
        kind: FramingKind,
    ) -> impl Iterator<Item = (usize, &Framing)> {
        let framing = self.framing.iter().enumerate();
        framing.filter(move |(_, framing)| framing.kind == kind && framing.is_clear)
    }
}

/// Words of one outlet, and how often it prints them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where they stand first.
    pub place: Place,
    /// How often.
    pub count: usize,
}

/// In which respect outlets tell the same thing differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FramingKind {
    /// What the headline and the opening make the news.
    Headline,
    /// How a person, group or thing is named.
    Label,
    /// With which verbs words are introduced.
    Cue,
    /// What one outlet tells and another does not.
    Omission,
    /// Words with a charge of their own, beside the other outlets' words.
    Loaded,
    /// Who is heard, how early and how long.
    Prominence,
}

impl FramingKind {
    /// The word for it in JSON and in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Label => "label",
            Self::Cue => "cue",
            Self::Omission => "omission",
            Self::Loaded => "loaded",
            Self::Prominence => "prominence",
        }
    }
}

/// A sentence in which an outlet seems to speak for itself without saying so.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The sentence, or neighbouring ones.
    pub place: Place,
    /// The words that point to it, in order.
    pub triggers: Vec<(Span, ToneClass)>,
    /// How much speaks for it, comparable within an event.
    pub weight: f64,
}

impl Remark {
    /// Weightiest first, those of one weight in order of their places.
    pub(crate) fn by_weight(&self, other: &Self) -> Ordering {
        let heavier = other.weight.total_cmp(&self.weight);
        heavier.then_with(|| self.place.cmp(&other.place))
    }
}
