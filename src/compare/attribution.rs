//! Whether two outlets credit the same words to different people.
//!
//! "Two outlets name different speakers" is a grave thing to print, and the extraction is surest where the
//! article names the speaker next to the words. A credit that was found through a pronoun or carried over
//! from an earlier paragraph may be the extraction's mistake instead of the outlet's claim; it does not
//! count here.

use crate::align::names::{Agreement, Name, agreement};
use crate::align::segments::Segment;
use crate::{Article, Extraction};

/// Whether two segments are credited, by name and beside the words, to different persons or bodies.
pub(super) fn differ(
    (a, b): (&Segment, &Segment),
    articles: &[Article],
    extractions: &[Extraction],
) -> bool {
    agreement(a.speaker.as_ref(), b.speaker.as_ref()) == Agreement::Different
        && is_explicit(a, articles, extractions)
        && is_explicit(b, articles, extractions)
}

/// Whether the article names the segment's speaker in the paragraph of the segment.
fn is_explicit(segment: &Segment, articles: &[Article], extractions: &[Extraction]) -> bool {
    let id = segment.quotation;
    let Some(speaker) = &extractions[id.article].quotations[id.index].speaker else {
        return false;
    };
    let text = &articles[id.article].text;
    let (mention, words) = (speaker.mention, segment.place.span);
    let between = if mention.end <= words.start {
        &text[mention.end..words.start]
    } else {
        text.get(words.end..mention.start).unwrap_or("")
    };
    let name = Name::parse(&speaker.name);
    let named = Name::parse(mention.slice(text));
    let last = |name: &Name| name.words().last().cloned();
    let is_named = last(&name).is_some()
        && named
            .words()
            .iter()
            .any(|word| Some(word) == last(&name).as_ref());
    mention.is_empty() || is_named && !between.contains('\n')
}
