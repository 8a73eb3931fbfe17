//! Whether two outlets credit the same words to different people.
//!
//! "Two outlets name different speakers" is a grave thing to print, and the extraction is surest where the
//! article names the speaker next to the words. A credit that was found through a pronoun or carried over
//! from an earlier paragraph may be the extraction's mistake instead of the outlet's claim; it does not
//! count here.

use crate::align::names::{Agreement, Name};
use crate::align::segments::Segment;

/// Whether two segments are credited, by name and beside the words, to different persons or bodies, or one to a
/// group ("aides") and the other to a person with a name.
pub(super) fn differ(a: &Segment, b: &Segment) -> bool {
    let differs = match a.agreement(b) {
        Agreement::Different => true,
        Agreement::Open => is_group_beside_person(a, b) || is_group_beside_person(b, a),
        Agreement::Same => false,
    };
    differs && a.is_named && b.is_named
}

fn is_group_beside_person(group: &Segment, person: &Segment) -> bool {
    let is_group = group.speaker.as_ref().is_some_and(Name::is_group);
    let is_person = person.speaker.as_ref().is_some_and(Name::is_person);
    is_group && group.beside.is_empty() && is_person
}
