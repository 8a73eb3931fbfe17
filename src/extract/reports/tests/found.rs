//! Reports that a cue makes found, by example: questions, nouns, adjectives, plain statements around a tag.

use super::{are_read, quotations};

#[test]
fn what_somebody_was_asked_or_told_is_reported_though_nobody_is_credited() {
    are_read(&[
        (
            "Asked whether the dam would hold, Lee said: “I hope not.”",
            &["-: whether the dam would hold", "Lee: “I hope not.”"],
        ),
        (
            "“It will,” Roy said when asked about the dam.",
            &["Roy: “It will,”"],
        ),
        ("The bridge was said to be unsafe.", &["-: to be unsafe"]),
        (
            "The mayor was asked by a reporter if he regretted it.",
            &["a reporter: if he regretted it"],
        ),
    ]);
}

#[test]
fn owned_nouns_and_adjectives_report() {
    are_read(&[
        (
            "Nobody shared Lee’s criticism of the board.",
            &["Lee: the board"],
        ),
        (
            "Lee was confident that the bridge would hold.",
            &["Lee: that the bridge would hold"],
        ),
        (
            "Lee was reluctant to close the bridge.",
            &["Lee: to close the bridge"],
        ),
        ("It was clear about noon.", &[]),
    ]);
}

#[test]
fn prepositions_tell_what_is_spoken_of_from_whom_it_is_told() {
    are_read(&[
        (
            "She spoke to reporters about the dam.",
            &["She: about the dam"],
        ),
        ("The pope spoke at the conference.", &[]),
        (
            "Candidates promise they will stay.",
            &["Candidates: they will stay"],
        ),
    ]);
}

#[test]
fn plain_words_go_on_behind_their_tag() {
    are_read(&[
        (
            "He had no known foes, the airline added, and had passed all checks.",
            &["the airline: He had no known foes … and had passed all checks"],
        ),
        (
            "It is luck, Lee said, that nobody was hurt.",
            &["Lee: It is luck … that nobody was hurt"],
        ),
        (
            "The plan is dead, Lee said, but he added that the board could meet again.",
            &[
                "Lee: The plan is dead",
                "he: that the board could meet again",
            ],
        ),
        (
            "The couple had been abroad, wrote film director Omar Lind, on Facebook.",
            &["Omar Lind: The couple had been abroad"],
        ),
        (
            "In the long run, many economists say, this could hurt the town.",
            &["many economists: In the long run … this could hurt the town"],
        ),
        (
            "This is not about me, Lee told his aides as he left the room.",
            &["Lee: This is not about me"],
        ),
    ]);
}

#[test]
fn a_verb_joined_behind_an_object_and_a_contrast_behind_a_dash_end_it() {
    are_read(&[
        (
            "Lee denied the charges and left the room.",
            &["Lee: the charges"],
        ),
        (
            "Lee said the bridge was in decline — a decline that began under Roy.",
            &["Lee: the bridge was in decline — a decline that began under Roy"],
        ),
        (
            "Lee said the bridge was safe — even though it was not.",
            &["Lee: the bridge was safe"],
        ),
        (
            "Lee said it was “a mess,” and that it had failed.",
            &["Lee: it was “a mess,” and that it had failed"],
        ),
    ]);
}

#[test]
fn subjects_of_many_shapes_are_found() {
    are_read(&[
        (
            "The work was hard, the news site ORM Info reported.",
            &["ORM Info: The work was hard"],
        ),
        (
            "Another ranking says he is no longer rich.",
            &["Another ranking: he is no longer rich"],
        ),
        (
            "Those surveyed said the bridge was safe.",
            &["Those surveyed: the bridge was safe"],
        ),
        (
            "The vote will be close, a source close to him said.",
            &["a source close to him: The vote will be close"],
        ),
        (
            "The plan, an inside source said, is to close the bridge.",
            &["an inside source: The plan … is to close the bridge"],
        ),
        (
            "While saying that he liked Roy, Lee kept his doubts.",
            &["Lee: that he liked Roy"],
        ),
        (
            "But as Roy noted, those voters will look again.",
            &["Roy: those voters will look again"],
        ),
    ]);
}

#[test]
fn a_particle_is_no_verb_of_its_own() {
    are_read(&[(
        "Lee hit back that the bridge was safe.",
        &["Lee: that the bridge was safe"],
    )]);
}

#[test]
fn what_somebody_did_is_no_report() {
    for text in [
        "The flood claimed 30 lives.",
        "Ben Roy added two goals in the second half.",
        "Norvik recalled 2,000 cars in May.",
        "Ann Lee called the police.",
        "The referee called off the match.",
        "Ann Lee was attacked and bitten by a large dog off Orme.",
        "What did Ann Lee say after the vote?",
        "The plan, dubbed a “big dig” for the port, lets dockers work at night.",
    ] {
        assert!(quotations(text).is_empty(), "{text}");
    }
    assert_eq!(
        quotations(
            "Ann Lee called the mayor a liar. She called it “a farce”, and the cuts unfair."
        ),
        [
            "Ann Lee: the mayor a liar",
            "Ann Lee: it “a farce”, and the cuts unfair"
        ]
    );
}

#[test]
fn whom_something_is_said_to_is_no_content() {
    assert_eq!(
        quotations("“We will go,” Ann Lee said to cheers."),
        ["Ann Lee: “We will go,”"]
    );
    assert_eq!(
        quotations("Ann Lee was accused by the board of taking the money."),
        ["the board: of taking the money"]
    );
}
