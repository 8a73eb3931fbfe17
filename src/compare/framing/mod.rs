//! How the outlets frame the event: headlines, names, verbs, voices, and what they leave out.
//!
//! Nothing here judges. Each finding names the passages and puts beside them what the other outlets have in
//! their place; findings of a kind are ranked by how likely a careful reader is to want them, and cut where
//! the list would no longer be read.

mod credits;
mod cue;
mod deeds;
mod gathered;
mod headline;
mod heard;
mod label;
mod lead_in;
mod loaded;
mod matters;
mod omission;
mod openings;
mod phrases;
mod prominence;
mod said;
#[cfg(test)]
mod tests;
mod verbs;
mod voices;

use super::coverage::Coverage;
use crate::model::{Framing, FramingKind, Place, Version, Voice};
use voices::Voices;

/// Most findings of each kind per three articles.
struct Most {
    referent: usize,
    cue: usize,
    omission: usize,
    loaded: usize,
    prominence: usize,
}

const MOST: Most = Most {
    referent: 6,
    cue: 6,
    omission: 12,
    loaded: 1,
    prominence: 1,
};

/// Finds how the outlets differ in framing, by kind, weightiest first; and who is heard in the articles, those
/// in most articles first.
pub(super) fn framing(coverage: &Coverage) -> (Vec<Framing>, Vec<Voice>) {
    let voices = Voices::of(coverage);
    let mut found = Vec::new();
    let actors = voices.and_actors(coverage);
    let matters = matters::matters(coverage);
    let mentions = said::speakers(coverage);
    let said = said::collect(coverage, &mentions);
    let mut cues = cue::cues(coverage, &actors, &matters);
    cues.extend(openings::verbs(coverage));
    let threes = coverage.articles.len().div_ceil(3);
    let referents = label::labels(coverage, &said, &actors, MOST.referent * threes);
    let mut labels = cut(coverage, referents, MOST.referent);
    labels.extend(openings::names(coverage, &said));
    let lists = [
        (headline::headlines(coverage), 1),
        (labels, MOST.referent + 1),
        (cues, MOST.cue),
        (
            omission::omissions(coverage, &voices, MOST.omission * threes),
            MOST.omission,
        ),
        (loaded::loaded(coverage), MOST.loaded),
        (prominence::prominence(coverage), MOST.prominence),
    ];
    for (mut list, most) in lists {
        list.retain(|framing| compares(coverage, framing));
        found.extend(cut(coverage, list, most));
    }
    (found, heard::heard(coverage, &voices))
}

/// Whether a finding is one of articles that tell of one event.
fn compares(coverage: &Coverage, framing: &Framing) -> bool {
    let mut places = framing.places.iter();
    let lacks_nothing = framing.kind == FramingKind::Omission && framing.missing_in.is_empty();
    !lacks_nothing && !places.any(|place| coverage.is_apart(place.article))
}

/// The weightiest, at most so many per three articles. Of a single article everything is kept: there is no
/// other to choose by.
fn cut(coverage: &Coverage, mut list: Vec<Framing>, most: usize) -> Vec<Framing> {
    list.sort_by(Framing::by_weight);
    if coverage.articles.len() > 1 {
        list.truncate(most * coverage.articles.len().div_ceil(3));
    }
    list
}

/// What each outlet has, with how often: "Meridian Wire: “the senator” (3 times), “Mr. Lee”; Capital Daily: …".
fn in_words(coverage: &Coverage, versions: &[Version]) -> String {
    let of_each = versions.chunk_by(|a, b| a.place.article == b.place.article);
    let told = of_each.map(|own| {
        let words: Vec<String> = own
            .iter()
            .map(|version| {
                let words = coverage.quote(version.place);
                coverage.texts.counted(version.count, words)
            })
            .collect();
        format!(
            "{}: {}",
            coverage.outlet(own[0].place.article),
            words.join(", ")
        )
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The places in order, those that overlap joined.
fn ordered(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by_key(|place| {
        (
            place.article,
            place.span.start,
            std::cmp::Reverse(place.span.end),
        )
    });
    let mut kept: Vec<Place> = Vec::with_capacity(places.len());
    for place in places {
        match kept.last_mut() {
            Some(last) if last.article == place.article && last.span.overlap(place.span) > 0 => {
                last.span = last.span.join(place.span);
            }
            _ => kept.push(place),
        }
    }
    kept
}
