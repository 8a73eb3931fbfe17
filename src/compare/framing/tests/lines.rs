//! How the summary tells the names and the verbs.

use super::{MEETING, articles, holds, of_kind};
use crate::model::{FindingKind, FramingKind};
use crate::{Comparison, compare_articles};

/// What the summary says of a kind.
fn first_lines(comparison: &Comparison, kind: FindingKind) -> Vec<&str> {
    let findings = comparison.summary.iter();
    let own = findings.filter(|finding| finding.kind == kind);
    own.map(|finding| finding.text.as_str()).collect()
}

#[test]
fn a_thing_is_told_by_the_names_of_sentences_that_tell_the_same() {
    let comparison = compare_articles(articles(&[
        "The miners rejected the governor's long-awaited summit on wages. A parish meeting was held on lamps.",
        "Miners rejected a hastily arranged meeting on wages by the governor. Her summit for bakers, who sell rye, is in May.",
    ]));
    let lines = first_lines(&comparison, FindingKind::Label);
    let [line] = lines.as_slice() else {
        panic!("{lines:?}");
    };
    assert!(line.contains("long-awaited summit") && line.contains("hastily arranged meeting"));
    assert!(!line.contains("rye") && !line.contains("parish"));
}

#[test]
fn names_that_say_the_same_are_not_told_first() {
    let comparison = compare_articles(articles(&[
        "The council lost the lawsuit over the bridge on Monday.",
        "A lawsuit over the bridge was lost by the council on Monday.",
    ]));
    assert!(first_lines(&comparison, FindingKind::Label).is_empty());
}

#[test]
fn few_verbs_are_told_and_a_frame_goes_on_behind_a_short_title() {
    let verbs = [
        "warned",
        "claimed",
        "insisted",
        "argued",
        "admitted",
        "vowed",
        "complained",
    ];
    let said: String = verbs
        .iter()
        .map(|verb| format!("Ann Lee {verb} that the {verb} bridge is old. "))
        .collect();
    let comparison = compare_articles(articles(&[
        &said,
        "Ann Lee said that the bridge is old. “I am sorry,” Ann Lee told Sen. Tom E. Roy.",
    ]));
    let lines = first_lines(&comparison, FindingKind::Cue);
    assert!(
        lines.iter().any(|line| line.contains(", other verbs ")),
        "{lines:?}"
    );
    let cues = of_kind(&comparison, FramingKind::Cue);
    assert!(
        cues.iter()
            .any(|cue| holds(&comparison, cue, 1, "told Sen. Tom E. Roy"))
    );
}

#[test]
fn a_place_that_acts_is_no_line_of_names() {
    let comparison = compare_articles(articles(&[
        "Oslo, the sleepy capital, sued the state over the ferry tax on Monday.",
        "Oslo, a proud port, sued the state over the ferry tax on Monday.",
    ]));
    let mut labels = comparison.summary.iter();
    assert!(!labels.any(|one| one.kind == FindingKind::Label && one.text.starts_with("Oslo")));
}

#[test]
fn a_line_says_whom_it_names() {
    let comparison = compare_articles(articles(&MEETING));
    let mut labels = comparison.summary.iter();
    assert!(labels.any(|one| one.kind == FindingKind::Label && one.text.starts_with("Ann Lee: ")));
}

#[test]
fn the_verbs_of_a_speaker_are_told_once_and_in_quotation_marks() {
    let comparison = compare_articles(articles(&MEETING));
    let cues = of_kind(&comparison, FramingKind::Cue);
    let own: Vec<_> = cues.iter().filter(|cue| cue.about == "Ann Lee").collect();
    assert_eq!(own.len(), 1);
    assert!(own[0].note.contains("“claimed”"), "{}", own[0].note);
}

#[test]
fn one_outlet_alone_can_describe_somebody() {
    let comparison = compare_articles(articles(&[
        "Ann Lee spoke in Oslo on Monday.",
        "Ann Lee, a ruthless turnaround specialist, spoke in Oslo on Monday.",
    ]));
    let labels = of_kind(&comparison, FramingKind::Label);
    assert!(
        labels
            .iter()
            .any(|label| { label.about == "Ann Lee" && holds(&comparison, label, 1, "ruthless") })
    );
}
