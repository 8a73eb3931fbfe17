//! How two renderings of one statement differ.

use super::*;

#[test]
fn case_punctuation_and_marks_make_no_difference() {
    let a = "We won't close the old harbour road, and we'll pay for the co-operative's ferry,";
    let b = "We won’t close the old harbor road -- and we’ll pay for the cooperative’s ferry.";
    assert_eq!(relations(a, b), ["verbatim"]);
    assert_eq!(
        relations(
            "Our work force in the F.B.I. is O.K.",
            "Our workforce in the FBI is OK."
        ),
        ["verbatim"]
    );
}

#[test]
fn words_missing_at_the_edges_are_truncated() {
    let whole = "The bridge is safe, and every lorry that crosses it has been weighed since March.";
    assert_eq!(
        relations(whole, "every lorry that crosses it has been weighed"),
        ["truncated"]
    );
    assert_eq!(
        relations(
            "I said the bridge is safe for every lorry",
            "the bridge is safe for every lorry that is weighed"
        ),
        ["truncated"]
    );
}

#[test]
fn words_missing_inside_are_elided() {
    let whole = "We will rebuild the quay with the county's money before the winter storms come.";
    let marked = "We will rebuild the quay … before the winter storms come.";
    let silent = "We will rebuild the quay before the winter storms come.";
    assert_eq!(relations(whole, marked), ["elided"]);
    assert_eq!(relations(whole, silent), ["elided"]);
    assert_eq!(
        relations(
            "I think that the tender was rigged from the start",
            "I think the tender was rigged from the start"
        ),
        ["elided"]
    );
}

#[test]
fn a_mark_of_omission_at_the_edge_of_what_both_print_is_an_elision() {
    let a = "Dress for the weather … and never trust a forecast from the coast.";
    let b = "Dress for the weather, not for the photographers.";
    assert_eq!(relations(a, b), ["elided", "truncated"]);
}

#[test]
fn other_words_are_reworded() {
    assert_eq!(
        relations(
            "The council has undermined the trust of every tenant in Marlow Street",
            "The council has damaged the trust of every tenant in Marlow Street"
        ),
        ["reworded"]
    );
    assert_eq!(
        relations(
            "We're going to sue the pipeline company",
            "We are going to sue the pipeline company"
        ),
        ["reworded"]
    );
    assert_eq!(
        relations(
            "That f-----g pipeline will never cross our valley",
            "That fucking pipeline will never cross our valley"
        ),
        ["reworded"]
    );
    assert_eq!(
        relations(
            "Brick, Copper and Slate are the quarries",
            "Copper, Brick and Slate are the quarries"
        ),
        ["reworded"]
    );
}

#[test]
fn brackets_are_left_out_of_the_comparison() {
    assert_eq!(
        relations(
            "[Governor Tom] Ortega's pipeline will poison the valley",
            "Ortega's pipeline will poison the valley"
        ),
        ["interpolated"]
    );
    assert_eq!(
        relations(
            "The (county) inspectors never looked at the valves",
            "The inspectors never looked at the valves [sic]"
        ),
        ["interpolated"]
    );
    assert_eq!(
        relations(
            "The inspectors (and I met them all) looked at the valves",
            "The inspectors (and I met them all) looked at the valves"
        ),
        ["verbatim"]
    );
}

#[test]
fn neighbouring_sentences_that_differ_are_no_rewording() {
    let a = "The gauge failed at noon. We lost the ferry to the flood that night.";
    let b = "Nobody warned us. We lost the ferry to the flood that night.";
    assert_eq!(relations(a, b), ["truncated"]);
}

#[test]
fn a_turned_negation_number_or_name_is_contradicted() {
    assert_eq!(
        relations(
            "The lower dam is not safe after the flood",
            "The lower dam is safe after the flood"
        ),
        ["contradicted", "elided"]
    );
    assert_eq!(
        relations(
            "We have replaced 9,200 pumps in the county",
            "We have replaced 2,900 pumps in the county"
        ),
        ["contradicted", "reworded"]
    );
    assert_eq!(
        relations(
            "I gave the letter to Senator Ortega in March",
            "I gave the letter to Senator Lindqvist in March"
        ),
        ["contradicted", "reworded"]
    );
    // The same number in words is reworded and no more.
    assert_eq!(
        relations(
            "We have twenty-one days for the appeal",
            "We have 21 days for the appeal"
        ),
        ["reworded"]
    );
}

#[test]
fn sentences_joined_without_a_mark_are_spliced() {
    let whole = "I lost the farm. The bank had promised us another season of credit before the rain. I will not leave the valley.";
    let joined = "I lost the farm. I will not leave the valley.";
    assert_eq!(relations(whole, joined), ["spliced", "elided"]);
    assert_eq!(
        relations(whole, "I lost the farm. … I will not leave the valley."),
        ["elided"]
    );
}

#[test]
fn a_cut_before_a_reservation_is_named() {
    let whole = "The ferry will run all winter, unless the harbour freezes over.";
    assert_eq!(
        relations(whole, "The ferry will run all winter"),
        ["qualification-cut", "truncated"]
    );
}

#[test]
fn an_outlet_that_prints_the_reservation_in_its_next_words_cuts_nothing() {
    let a = Article::new(
        "a",
        "“The ferry will run all winter, unless the harbour freezes,” Mayor Ann Lee said.",
    );
    let b = Article::new(
        "b",
        "“The ferry will run all winter,” Mayor Ann Lee said, “unless the harbour freezes.”",
    );
    let comparison = compare_articles(vec![a, b]);
    let relations = comparison
        .statements
        .iter()
        .flat_map(|one| &one.pairs)
        .map(|pair| pair.relations);
    for found in relations {
        assert!(!found.contains(Relation::QualificationCut), "{found:?}");
    }
}

#[test]
fn a_splice_of_two_statements_stands_in_both() {
    let whole = "“We asked for sirens in May and were told to wait for the budget,” Ann Lee said.\n\n\
        “I lost a friend at the ferry landing, and I will bury him on Thursday,” Ann Lee said.";
    let joined =
        "“We asked for sirens in May. I lost a friend at the ferry landing,” Ann Lee said.";
    let comparison = compare_articles(vec![Article::new("a", whole), Article::new("b", joined)]);
    assert_eq!(comparison.statements.len(), 2);
    for statement in &comparison.statements {
        assert_eq!(statement.carried_by, [0, 1]);
        assert!(statement.pairs[0].relations.contains(Relation::Spliced));
    }
}

#[test]
fn a_swallowed_island_is_missing_from_the_same_side_either_way() {
    let said = "the the the the the the the the the the the the the the";
    let a = format!("{said} the bridge valves. not the the valves.");
    let b = format!("{said} the … valves. the the");
    let relations = |a: &str, b: &str| -> Vec<_> {
        let comparison = compared(a, b);
        let pairs = comparison.statements.iter().flat_map(|one| &one.pairs);
        pairs.map(|pair| pair.relations).collect()
    };
    assert!(!relations(&a, &b).is_empty());
    assert_eq!(relations(&a, &b), relations(&b, &a));
}
