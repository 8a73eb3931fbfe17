//! Where the words of a cue begin and end, by example.

use super::{are_read, quotations};

#[test]
fn clauses_of_the_reporters_own_end_what_is_said() {
    are_read(&[
        (
            "Lee said the man would “not get hurt” at her rally, a swipe at the mayor’s rallies.",
            &["Lee: the man would “not get hurt” at her rally"],
        ),
        (
            "If he says he intends to “pick up votes” everywhere he can, it would seem that it is not over.",
            &["he: he intends to “pick up votes” everywhere he can"],
        ),
        (
            "Roy said he was “not ready” to back Lee, even though he is the last.",
            &["Roy: he was “not ready” to back Lee"],
        ),
        (
            "The crowd chanted “no contract, no peace” after the talks failed.",
            &["The crowd: “no contract, no peace”"],
        ),
    ]);
}

#[test]
fn asides_stand_between_a_verb_and_its_clause() {
    are_read(&[
        (
            "Lee claimed in July - falsely - that farmers “cannot come into this town.”",
            &["Lee: that farmers “cannot come into this town.”"],
        ),
        (
            "Lee stated, while speaking to the council in May, that Roy was not open about “the missing money.”",
            &["Lee: that Roy was not open about “the missing money.”"],
        ),
        (
            "He argued that “every one of them” - including Hale - favored some sort of pardon.",
            &["He: that “every one of them” - including Hale - favored some sort of pardon"],
        ),
    ]);
}

#[test]
fn brackets_hold_sentences() {
    are_read(&[
        (
            "(She says it made her weep.) The leaders included Roy Fox, who called it “a crime.”",
            &["She: it made her weep", "Roy Fox: it “a crime.”"],
        ),
        (
            "The vote angered members (“I want my dues back,” wrote Bo Hale), and the next one will too.",
            &["Bo Hale: “I want my dues back,”"],
        ),
    ]);
}

#[test]
fn what_stands_before_a_verb_that_tells_nothing_is_not_reported() {
    are_read(&[
        (
            "These days, many farmers worry about the dam in the hills.",
            &["many farmers: about the dam in the hills"],
        ),
        (
            "Today, despite a plan for peace, Weir continues to hold the town.",
            &[],
        ),
        (
            "As ministers met in Weir, Lee was weighing in by phone.",
            &[],
        ),
        (
            "The plan will fail, Lee said on Monday.",
            &["Lee: The plan will fail"],
        ),
        (
            "If the vote fails, Lee said, the dam will go.",
            &["Lee: If the vote fails … the dam will go"],
        ),
        (
            "He told voters that if the dam were a stock, he would advise buying it.",
            &["He: that if the dam were a stock, he would advise buying it"],
        ),
        (
            "The surge of bitter comments online has been so strong that the paper shut its page.",
            &[],
        ),
    ]);
}

#[test]
fn time_words_between_a_verb_and_its_clause_are_the_reporters() {
    are_read(&[(
        "Roy said last week the dam would fail.",
        &["Roy: the dam would fail"],
    )]);
}

#[test]
fn two_reports_may_be_joined_without_a_comma() {
    are_read(&[(
        "Roy said the ferry was safe and Lee said it was not.",
        &["Roy: the ferry was safe", "Lee: it was not"],
    )]);
}

#[test]
fn when_and_where_somebody_was_blamed_are_no_words() {
    are_read(&[
        ("The video was condemned by the council on Monday.", &[]),
        (
            "The plan was denounced by Ann Lee as a cheap trick.",
            &["Ann Lee: as a cheap trick"],
        ),
    ]);
}

#[test]
fn who_published_something_and_when_is_no_report() {
    are_read(&[(
        "In a statement published by Ann Lee after the two spoke, aides said that it was “late.”",
        &["aides: that it was “late.”"],
    )]);
}

#[test]
fn words_end_at_the_dash_and_the_tag_that_close_them() {
    are_read(&[
        (
            "He attacked her in his speech — hinting that she was not quite honest — and the hall cheered.",
            &["He: her in his speech", "He: that she was not quite honest"],
        ),
        (
            "Official guidance said files should be burned if they served “no purpose”, Mr Holt said.",
            &["Official guidance: files should be burned if they served “no purpose”"],
        ),
        (
            "The label says “Made in Norway” and shows a fish.",
            &["The label: “Made in Norway”"],
        ),
        (
            "Mr Holt said it was another “cheap trick” by the council.",
            &["Holt: it was another “cheap trick” by the council"],
        ),
    ]);
}

#[test]
fn words_in_ing_that_describe_end_nothing() {
    are_read(&[
        (
            "His brother called him a kind, loving and modest man.",
            &["His brother: him a kind, loving and modest man"],
        ),
        (
            "“It holds,” said Lee, a veteran voting rights lawyer who is suing the town.",
            &["Lee: “It holds,”"],
        ),
    ]);
}

#[test]
fn concessions_are_told_with_what_they_limit() {
    for content in [
        "that, while the hull was sound, the pumps were not",
        "the dock was safe, although the pier had to be watched",
        "the hull was “sound”, although the pumps had to be watched",
    ] {
        assert_eq!(
            quotations(&format!("Ann Lee said {content}.")),
            [format!("Ann Lee: {content}")]
        );
    }
    for text in [
        "Ann Lee said the dock was safe, although she had not seen it.",
        "Ann Lee said the dock was safe, while the board closed it.",
    ] {
        assert_eq!(quotations(text), ["Ann Lee: the dock was safe"], "{text}");
    }
}

#[test]
fn the_comma_behind_a_part_of_a_name_ends_nothing() {
    assert_eq!(
        quotations("Ann Lee blamed the mayor for fires in Orme, Calif., and a flood in Selby."),
        ["Ann Lee: the mayor for fires in Orme, Calif., and a flood in Selby"]
    );
    assert_eq!(
        quotations("Ann Lee denied the charges, and left the room."),
        ["Ann Lee: the charges"]
    );
}

#[test]
fn what_seems_to_end_a_clause_does_not() {
    for content in [
        "that the ferry was late; that the crew was tired; and that the port was closed",
        "that after the vote, the mayor promised to lower the toll",
    ] {
        assert_eq!(
            quotations(&format!("Ann Lee said {content}.")),
            [format!("Ann Lee: {content}")]
        );
    }
}
