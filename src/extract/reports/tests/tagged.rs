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
            "The first step to a truce, the mayor’s allies say, will be a visit to Orme.",
            &["the mayor’s allies: The first step to a truce … will be a visit to Orme"],
        ),
    ]);
}
