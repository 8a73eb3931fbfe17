//! Who answered whom.

use super::*;

fn silences(comparison: &Comparison) -> Vec<Vec<&str>> {
    let facts = comparison.facts.iter();
    let told = facts.filter(|fact| fact.kind == FactKind::Other);
    told.map(|fact| values(comparison, fact)).collect()
}

#[test]
fn a_body_that_answered_one_outlet_alone_is_a_difference() {
    let comparison = compare(&[
        SILENT,
        "A crane fell on the pier on Monday. “We had checked its bolts in May,” the Harbour Authority said.",
    ]);
    assert_eq!(
        silences(&comparison),
        [["did not respond", "the Harbour Authority said"]]
    );
}

#[test]
fn a_silence_is_none_beside_a_silence_an_answer_of_others_or_inside_a_quotation() {
    let others = [
        "A crane fell on the pier on Monday. The Harbour Authority declined to comment on its bolts.",
        "A crane fell on the pier on Monday. “We had checked its bolts in May,” the Dockers’ Union said.",
    ];
    for other in others {
        let comparison = compare(&[SILENT, other]);
        assert!(silences(&comparison).is_empty(), "{other}");
    }
    let comparison = compare(&[
        "A crane fell on the pier. “The Harbour Authority did not respond to our letters,” Ann Lee said.",
        "A crane fell on the pier. “We had checked its bolts in May,” the Harbour Authority said.",
    ]);
    assert!(silences(&comparison).is_empty());
}

#[test]
fn what_a_person_is_quoted_with_is_no_answer() {
    let comparison = compare(&[
        "A crane fell on the pier on Monday. Tom Ortega did not respond to a request for comment.",
        "A crane fell on the pier on Monday. “We had checked its bolts in May,” Tom Ortega said.",
    ]);
    assert!(silences(&comparison).is_empty());
}
