//! What somebody is told to do, beside what he says.

use super::{articles, of_kind};
use crate::model::FramingKind;
use crate::{Comparison, compare_articles};

/// What the cues of `name` show of the first article.
fn shown_of<'c>(comparison: &'c Comparison, name: &str) -> Vec<&'c str> {
    let cues = of_kind(comparison, FramingKind::Cue);
    let own = cues.into_iter().filter(|cue| cue.about == name);
    own.flat_map(|cue| &cue.places)
        .filter(|place| place.article == 0)
        .map(|place| comparison.slice(*place))
        .collect()
}

fn against_plain(told: &str) -> Comparison {
    compare_articles(articles(&[
        told,
        "The bridge was shut on Monday. “The toll is dead,” Ann Lee said.",
    ]))
}

#[test]
fn what_somebody_does_stands_beside_what_he_says() {
    let comparison = against_plain(
        "The bridge was shut on Monday. Ann Lee, who runs the miners’ union, lashed out at the mayor and \
         stormed off the stage.",
    );
    let shown = shown_of(&comparison, "Ann Lee");
    for deed in ["lashed out", "stormed off"] {
        assert!(shown.iter().any(|words| words.contains(deed)), "{shown:?}");
    }
}

#[test]
fn a_pronoun_takes_up_who_acted_last() {
    let comparison = against_plain(
        "The bridge was shut on Monday. Ann Lee mocked the mayor. She stormed off the stage.",
    );
    let shown = shown_of(&comparison, "Ann Lee");
    assert!(
        shown.iter().any(|words| words.contains("stormed off")),
        "{shown:?}"
    );
}

#[test]
fn what_another_does_is_not_credited_to_the_first_name() {
    let comparison = against_plain(
        "The bridge was shut on Monday. Ann Lee mocked the toll. Tom Ortega stormed off the stage. The crowd \
         jeered for an hour.",
    );
    let shown = shown_of(&comparison, "Ann Lee");
    assert!(
        shown.iter().any(|words| words.contains("mocked")),
        "{shown:?}"
    );
    for other in ["stormed off", "jeered"] {
        assert!(
            !shown.iter().any(|words| words.contains(other)),
            "{shown:?}"
        );
    }
}
