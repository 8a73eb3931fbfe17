//! Nouns that report: whose they are, and where their words end.

use super::are_read;

#[test]
fn a_verb_that_adds_nothing_gives_its_subject_to_the_noun() {
    are_read(&[
        (
            "Lee made the bold claim that the dam was safe.",
            &["Lee: that the dam was safe"],
        ),
        (
            "Ann Lee has recently made comments about the state of the dam.",
            &["Ann Lee: the state of the dam"],
        ),
        (
            "By then Lee was also making an argument for a new dam.",
            &["Lee: a new dam"],
        ),
        (
            "The two mayors made a quiet call for patience in Orme.",
            &["The two mayors: patience in Orme"],
        ),
        (
            "Roy made yet another call for free ferries, calling the toll “theft.”",
            &["Roy: free ferries", "Roy: the toll “theft.”"],
        ),
        ("Lee made several calls to members of the board.", &[]),
        ("Claims were made that the dam was safe.", &[]),
    ]);
}

#[test]
fn a_clause_that_hangs_on_a_noun_ends_before_the_verb_of_its_sentence() {
    are_read(&[
        (
            "Lee’s claim that the dam was safe is her own guess.",
            &["Lee: that the dam was safe"],
        ),
        (
            "Despite Lee’s claims that the dam was safe, nobody stayed.",
            &["Lee: that the dam was safe"],
        ),
    ]);
}

#[test]
fn what_hangs_on_the_string_of_an_owned_noun_goes_with_it() {
    are_read(&[
        (
            "Her call for “a total ban” on lorries in the old town was heard.",
            &["Her: “a total ban” on lorries in the old town"],
        ),
        (
            "Roy mocked her pledge to be “neutral” in the talks, and left.",
            &["her: to be “neutral” in the talks"],
        ),
    ]);
}
