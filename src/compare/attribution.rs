//! Whether two outlets credit the same words to different people.
//!
//! "Two outlets name different speakers" is a grave thing to print, and the extraction is surest where the
//! article names the speaker next to the words. A credit that was found through a pronoun or carried over
//! from an earlier paragraph may be the extraction's mistake instead of the outlet's claim; it does not
//! count here.

use crate::align::names::Agreement;
use crate::align::segments::Segment;

/// Whether two segments are credited, by name and beside the words, to different persons or bodies.
pub(super) fn differ(a: &Segment, b: &Segment) -> bool {
    a.agreement(b) == Agreement::Different && a.is_named && b.is_named
}
