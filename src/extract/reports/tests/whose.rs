//! Whose words they are where other phrases stand between the speaker and the cue.

use super::{are_read, quotations};

#[test]
fn a_plural_that_could_be_a_verb_takes_no_subject_from_the_verb_before_it() {
    for (text, expected) in [
        (
            "Lee widened her work on water issues, saying, “We shall win.”",
            "Lee: “We shall win.”",
        ),
        (
            "Ann Lee, head of the Orme Institute, linked the grant to lower crime rates, saying it was “well spent.”",
            "Ann Lee: it was “well spent.”",
        ),
        (
            "Lee recalled the fight over water rates: “It hurt.”",
            "Lee: the fight over water rates: “It hurt.”",
        ),
        (
            "Lee filled up the row of singers invited, citing “a long night.”",
            "Lee: “a long night.”",
        ),
        (
            "The council dropped the toll, as well as ruling that it was “unfair.”",
            "The council: that it was “unfair.”",
        ),
        (
            "But while praising the “beauty” of the dam to visitors, she stays away.",
            "she: the “beauty” of the dam to visitors",
        ),
    ] {
        assert_eq!(quotations(text), [expected], "{text}");
    }
}

#[test]
fn what_a_participle_takes_is_not_the_subject() {
    for (text, expected) in [
        (
            "Another banker speaking to the Courier said, “Nobody knows.”",
            "Another banker speaking to the Courier: “Nobody knows.”",
        ),
        (
            "A June 3 note from the Guild obtained by the Courier says that “time is short.”",
            "Guild: that “time is short.”",
        ),
    ] {
        assert_eq!(quotations(text), [expected], "{text}");
    }
}

#[test]
fn times_objects_and_relative_clauses_stand_between_the_speaker_and_the_cue() {
    are_read(&[
        (
            "The ministry less than two weeks ago said that the dam was “safe.”",
            &["The ministry: that the dam was “safe.”"],
        ),
        (
            "When Lee a week later announced a strike, nobody was surprised.",
            &["Lee: a strike"],
        ),
        (
            "Lee rose as if to hush the hall, then came closer and shouted: “Let us begin.”",
            &["Lee: “Let us begin.”"],
        ),
        (
            "An official who spoke in Orme to the heads of the guilds said, “It is over.”",
            &["An official: “It is over.”"],
        ),
        (
            "First there was the editor Ann Lee, who, after swapping tales with Mr. Roy over Mr. Holt, said on air that “it must go.”",
            &["Ann Lee: that “it must go.”"],
        ),
    ]);
}

#[test]
fn who_stands_behind_by_inside_what_is_told_has_not_said_it() {
    are_read(&[
        (
            "It was reported that the dam was built by Roy Holt.",
            &["-: that the dam was built by Roy Holt"],
        ),
        (
            "The bill is said to be backed by Roy Holt.",
            &["-: to be backed by Roy Holt"],
        ),
        (
            "Lee was asked about a letter published in May by the Courier.",
            &["-: about a letter published in May by the Courier"],
        ),
        (
            "Lee was warned by Roy Holt that the dam leaked.",
            &["Roy Holt: that the dam leaked"],
        ),
        (
            "Lee was accused of theft by Roy Holt.",
            &["Roy Holt: of theft"],
        ),
    ]);
}

#[test]
fn who_stands_behind_from_or_an_inverted_verb_before_a_colon_speaks() {
    are_read(&[
        (
            "More from Lee and Roy: “The dam is old.”",
            &["Lee and Roy: “The dam is old.”"],
        ),
        (
            "From Lee’s Facebook post: “The dam is old.”",
            &["Lee: “The dam is old.”"],
        ),
        (
            "“We won here,” said Lee. “We shall win in Orme,” which votes in May.",
            &["Lee: “We won here,” … “We shall win in Orme,”"],
        ),
        (
            "Stated Lee:\n\n“The dam is old.”",
            &["Lee: “The dam is old.”"],
        ),
    ]);
}
