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
            &["Roy: “It will,”", "-: about the dam"],
        ),
        (
            "Asked in May about the dam in Orme, Lee said it would hold.",
            &["-: about the dam in Orme", "Lee: it would hold"],
        ),
        (
            "Asked during a debate why the dam leaked, Lee blamed the rain.",
            &["-: why the dam leaked", "Lee: the rain"],
        ),
        (
            "“Yes,” Lee told the Courier when asked which dam would be closed.",
            &["Lee: “Yes,”", "-: which dam would be closed"],
        ),
        (
            "“Yes,” Lee told the Courier in Orme when asked if she would run.",
            &["Lee: “Yes,”", "-: if she would run"],
        ),
        (
            "“It will,” said Roy when asked about it.",
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
fn a_plural_subject_stands_behind_its_verb() {
    are_read(&[
        (
            "The port should stay open, say the fishermen.",
            &["the fishermen: The port should stay open"],
        ),
        (
            "Thousands of jobs are at risk, warn unions.",
            &["unions: Thousands of jobs are at risk"],
        ),
        (
            "“Prices will rise,” say farmers.",
            &["farmers: “Prices will rise,”"],
        ),
        ("The port has, say, two docks.", &[]),
    ]);
}

#[test]
fn what_is_said_may_hold_verbs_that_report() {
    are_read(&[
        (
            "A port official said Ann Lee, the head of the guard, told Mr. Roy of the leak.",
            &["A port official: Ann Lee, the head of the guard, told Mr. Roy of the leak"],
        ),
        (
            "The ministry said the letters show “a plan” to sink it.",
            &["The ministry: the letters show “a plan” to sink it"],
        ),
        ("There are eight aims that states have to keep.", &[]),
    ]);
}

#[test]
fn what_a_court_heard_and_what_is_thought_is_reported() {
    are_read(&[
        (
            "The driver was tired, the court heard.",
            &["the court: The driver was tired"],
        ),
        ("The mayor heard that the driver was tired.", &[]),
        (
            "It was claimed the mayor had fled.",
            &["-: the mayor had fled"],
        ),
        (
            "The firm is understood to be close to a deal.",
            &["-: to be close to a deal"],
        ),
        (
            "The gap, some argue, is enough.",
            &["some: The gap … is enough"],
        ),
        (
            "The bridge is not safe, a report by the auditor says.",
            &["the auditor: The bridge is not safe"],
        ),
    ]);
}

#[test]
fn what_is_no_report_is_left() {
    are_read(&[
        (
            "The drivers missed warning signs put up by the council.",
            &[],
        ),
        ("Norvik Bank shares in Oslo rose 4% by noon.", &[]),
        ("The town is open to attack if the wall falls.", &[]),
        ("The firm introduced a new phone in March.", &[]),
        ("The mayor cast a vote in the morning.", &[]),
    ]);
}

#[test]
fn whom_and_what_of_belongs_to_an_accusation() {
    are_read(&[
        (
            "Ms Orlov accused Mr Brandt and his deputies of telling lies about the hospital.",
            &["Orlov: of telling lies about the hospital"],
        ),
        (
            "He objected to tolls on lorries that make it hard for small firms to compete.",
            &["He: to tolls on lorries that make it hard for small firms to compete"],
        ),
        (
            "Ms Holt cast her term as a return to order.",
            &["Holt: her term as a return to order"],
        ),
    ]);
}

#[test]
fn from_whom_somebody_has_it_is_no_report() {
    are_read(&[
        (
            "The Courier reported it on Monday, citing a senior official.",
            &[],
        ),
        (
            "The bridge closed, the Courier wrote, citing the mayor’s “frank letter.”",
            &[
                "Courier: The bridge closed",
                "Courier: the mayor’s “frank letter.”",
            ],
        ),
    ]);
}

#[test]
fn the_subject_is_found_behind_its_participle_and_in_what_was_heard() {
    are_read(&[
        (
            "The charities organising the concert said it was late.",
            &["The charities organising the concert: it was late"],
        ),
        (
            "“The road is closed,” the council's ruling said.",
            &["the council's ruling: “The road is closed,”"],
        ),
        (
            "It was an evening of listening to Holt rage about tolls — labeling them a theft.",
            &["Holt: them a theft"],
        ),
    ]);
}

#[test]
fn neither_of_two_is_no_name() {
    are_read(&[(
        "The board has the yard, though it neither confirms nor denies holding the lease.",
        &["The board: holding the lease"],
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
