//! Tags that stand beside the quoted words, against cues further off.

use super::are_read;

#[test]
fn a_tag_beside_the_string_outweighs_the_cue_before_the_colon() {
    are_read(&[
        (
            "Lee ended by lamenting the state of the roads, above all in Orme: “We are cut off,” she said.",
            &["she: “We are cut off,”"],
        ),
        (
            "Lee stressed the need for new roads: “We are cut off,” she said.",
            &["she: “We are cut off,”"],
        ),
        (
            "In May, when Roy offered the town money for its roads, “we were broke. We took it,” Lee said.",
            &[
                "Lee: In May, when Roy offered the town money for its roads, “we were broke. We took it,”",
            ],
        ),
        (
            "As Roy went on to call the report “a hoax,” the board defended it.",
            &["Roy: “a hoax,”"],
        ),
    ]);
}

#[test]
fn what_somebody_thinks_around_an_inserted_tag_is_told_by_its_speaker() {
    are_read(&[
        (
            "If farmers who back the toll were to change sides, Lee wrote, “the vote could be lost.”",
            &["Lee: If farmers who back the toll were to change sides … “the vote could be lost.”"],
        ),
        (
            "Two years ago, the mayor said, the press considered him “a clown.”",
            &["the mayor: Two years ago … the press considered him “a clown.”"],
        ),
        (
            "The new tolls, he added, amount to “a joke.”",
            &["he: The new tolls … amount to “a joke.”"],
        ),
        (
            "The town, he said, has won by “sheer luck.”",
            &["he: The town … has won by “sheer luck.”"],
        ),
        (
            "Nobody came to the hearing, he said, on condition of anonymity to speak freely.",
            &["he: Nobody came to the hearing"],
        ),
        (
            "The French are big fans of “Night Train,” Mr. Roy said.",
            &["Roy: The French are big fans of “Night Train,”"],
        ),
        (
            "And the way to mending the bridge, the mayor’s friends say, is a day in Orme.",
            &["the mayor’s friends: And the way to mending the bridge … is a day in Orme"],
        ),
    ]);
}

#[test]
fn what_follows_the_string_of_an_object_on_its_own_is_no_part_of_it() {
    are_read(&[
        (
            "Lee called the merger “a mess” and ranked the board below the others.",
            &["Lee: the merger “a mess”"],
        ),
        (
            "Lee called the vote “rigged” in May, and a few farmers have left the board.",
            &["Lee: the vote “rigged” in May"],
        ),
        (
            "Conceding that it was “a mess” she warned: “It will get worse.”",
            &["she: that it was “a mess”", "she: “It will get worse.”"],
        ),
    ]);
}

#[test]
fn a_clause_about_the_audience_and_an_inserted_thought_take_no_words_away() {
    are_read(&[
        (
            "“We won,” Lee told a crowd that had waited for hours.",
            &["Lee: “We won,”"],
        ),
        (
            "In his letter, Roy wrote that the dam, he feared, was broken.",
            &["Roy: that the dam, he feared, was broken"],
        ),
    ]);
}

#[test]
fn days_thanks_and_agents_behind_an_adverb_report_nothing() {
    are_read(&[
        ("The deal, announced Friday, would last four years.", &[]),
        (
            "Lee claims that, thanks to the rain, the well is full.",
            &["Lee: that, thanks to the rain, the well is full"],
        ),
        (
            "She has no licence — a fact first reported by Ann Lee of the Courier.",
            &[],
        ),
    ]);
}
