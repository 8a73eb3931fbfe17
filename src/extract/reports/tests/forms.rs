//! Words that can be a verb or a noun, and the subjects that tell which.

use super::are_read;

#[test]
fn states_are_rather_a_noun() {
    are_read(&[
        (
            "She won in 11 states and territories that vote in May.",
            &[],
        ),
        ("The toll divides coastal states that have no bridge.", &[]),
        (
            "The report states that the bridge was unsafe.",
            &["The report: that the bridge was unsafe"],
        ),
        (
            "The law of the town states: “All dogs pay.”",
            &["The law of the town: “All dogs pay.”"],
        ),
    ]);
}

#[test]
fn nouns_behind_this_and_a_preposition_report_nothing() {
    are_read(&[
        (
            "Lee used this question to press for “a fair toll.”",
            &["Lee: for “a fair toll.”"],
        ),
        (
            "Amid farmers’ calls for peace, Lee said the toll must go, adding, “It is over.”",
            &[
                "farmers: peace",
                "Lee: the toll must go",
                "Lee: “It is over.”",
            ],
        ),
    ]);
}

#[test]
fn a_poll_shows_what_a_person_does_not() {
    are_read(&[
        (
            "A new poll shows Lee far ahead of the mayor.",
            &["A new poll: Lee far ahead of the mayor"],
        ),
        ("The mayor shows great patience with the board.", &[]),
    ]);
}

#[test]
fn what_is_maintained_or_celebrated_is_told_only_with_a_verb_of_its_own() {
    are_read(&[
        (
            "Lee maintained the dam would hold.",
            &["Lee: the dam would hold"],
        ),
        ("Lee maintained a garden into her married life.", &[]),
        ("Lee celebrated her birthday in Orme.", &[]),
        ("Lee knew about the dam.", &[]),
    ]);
}

#[test]
fn a_plan_calls_for_something_and_they_all_vow_it() {
    are_read(&[
        (
            "To please the board, his plan calls for tolls that fall with income.",
            &["his plan: for tolls that fall with income"],
        ),
        (
            "Even as they all vowed to stay, the mill closed.",
            &["they: to stay"],
        ),
        (
            "Lee says she likes the firm, but accuses it of theft.",
            &["Lee: she likes the firm", "Lee: of theft"],
        ),
    ]);
}

#[test]
fn an_audience_ends_before_what_is_asked_of_it() {
    are_read(&[
        (
            "Lee asked the court for a quick ruling.",
            &["Lee: for a quick ruling"],
        ),
        (
            "Lee asked Ann Roy, the mayor and Dan Holt to search the mill.",
            &["Lee: to search the mill"],
        ),
        (
            "The firm did not admit wrongdoing.",
            &["The firm: wrongdoing"],
        ),
    ]);
}

#[test]
fn shares_and_others_speak() {
    are_read(&[
        (
            "Nearly nine out of 10 say they will vote for Lee.",
            &["nine out of 10: they will vote for Lee"],
        ),
        (
            "On the toll, 38% say it is too high, and 12% support a new one.",
            &["38%: it is too high", "12%: a new one"],
        ),
        (
            "One firm says the roof is safe, another says there are holes in it.",
            &[
                "One firm: the roof is safe",
                "another: there are holes in it",
            ],
        ),
        (
            "Yet rural bakers, like their city rivals, say taxing bread encourages debts, waste and bigger losses.",
            &["rural bakers: taxing bread encourages debts, waste and bigger losses"],
        ),
    ]);
}

#[test]
fn a_clause_of_time_inside_a_tag_reports_by_itself() {
    are_read(&[
        (
            "“I love it,” Lee said in May after Ann Roy announced it was leaving Orme.",
            &["Lee: “I love it,”", "Ann Roy: it was leaving Orme"],
        ),
        (
            "Lee warned the guild against hiring boys, because he thought it was unlawful.",
            &["Lee: against hiring boys", "he: it was unlawful"],
        ),
        (
            "Lee argued again - pointing at the empty chair beside her on the stage - that he was wrong.",
            &["Lee: that he was wrong"],
        ),
    ]);
}
