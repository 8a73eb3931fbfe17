//! Who is the subject of a cue, and which words are no cue, by example.

use super::are_read;

#[test]
fn an_adjective_or_that_before_a_word_makes_it_a_noun() {
    are_read(&[
        (
            "They would only describe it in the broadest terms, as “a river company” with locks.",
            &["They: it in the broadest terms, as “a river company” with locks"],
        ),
        (
            "Lee called that report Friday a “bold lie.”",
            &["Lee: that report Friday a “bold lie.”"],
        ),
        (
            "The Charter mandates a term for federal judges who serve in “good behavior” only.",
            &[],
        ),
    ]);
}

#[test]
fn what_only_ends_in_s_takes_no_verb_of_a_plural() {
    are_read(&[
        (
            "The jobless rate slipped back to the mark of last spring.",
            &[],
        ),
        (
            "The consensus view from those of us who mend bridges is bleak.",
            &[],
        ),
        (
            "An earlier version of this post said the bridge was open.",
            &["An earlier version of this post: the bridge was open"],
        ),
        (
            "The mayor and the rabbis vow to repair the bridge.",
            &["The mayor and the rabbis: to repair the bridge"],
        ),
    ]);
}

#[test]
fn the_larger_place_behind_a_town_is_nobody() {
    are_read(&[
        (
            "The mayor of Orme, Ohio, said the bridge was “a disgrace.”",
            &["The mayor of Orme: the bridge was “a disgrace.”"],
        ),
        (
            "The mayor of Flint, Mich., Ann Lee, said the bridge was “a disgrace.”",
            &["Ann Lee: the bridge was “a disgrace.”"],
        ),
        (
            "Ann Lee, 22, of Flint, Mich., said the bridge was “a disgrace.”",
            &["Ann Lee: the bridge was “a disgrace.”"],
        ),
        (
            "But, said Ann Lee, a nurse from Flint, Mich., “I like the bridge.”",
            &["Ann Lee: “I like the bridge.”"],
        ),
        (
            "But “it holds,” said Ann Lee, a nurse from Flint, Mich., on Monday.",
            &["Ann Lee: But “it holds,”"],
        ),
        (
            "The mayor of Orme, Ann Lee, said the bridge was “a disgrace.”",
            &["Ann Lee: the bridge was “a disgrace.”"],
        ),
    ]);
}

#[test]
fn insertions_between_a_subject_and_its_verb_are_no_subjects() {
    are_read(&[
        (
            "Lee, meanwhile, who has no backers, said that it was “not over.”",
            &["Lee: that it was “not over.”"],
        ),
        (
            "“It will close,” Bo Hale, managing director of the plant, told me.",
            &["Bo Hale: “It will close,”"],
        ),
        (
            "As Ann Hale, a historian and author of “The Long Bridge,” put it, “Towns forget what floods cost.”",
            &["Ann Hale: “Towns forget what floods cost.”"],
        ),
        (
            "Lee also misjudged Governor Bo Fox, having referred to him as a “reformer.”",
            &["Lee: to him as a “reformer.”"],
        ),
    ]);
}

#[test]
fn participles_behind_their_noun_report_nothing() {
    are_read(&[
        ("A band called Riverfunk got the crowd to dance.", &[]),
        (
            "A self-described “geeky kid from Weir,” Hale moved to Orme as a teenager.",
            &["Hale: “geeky kid from Weir,”"],
        ),
    ]);
}

#[test]
fn crowds_call_out() {
    are_read(&[
        (
            "Supporters answered with chants of “Build It!” until she spoke.",
            &["Supporters: “Build It!”"],
        ),
        (
            "There were shouts of “we want our money back” from the crowd.",
            &["the crowd: “we want our money back”"],
        ),
        (
            "“Open the gates,” came shouts from the crowd.",
            &["the crowd: “Open the gates,”"],
        ),
    ]);
}

#[test]
fn who_is_named_behind_the_words_may_say_more_in_a_relative_clause() {
    are_read(&[(
        "“It was good for us,” said Alan Hale, a doctor from Weir, Ohio, who said he knew her well.",
        &[
            "Alan Hale: “It was good for us,”",
            "Alan Hale: he knew her well",
        ],
    )]);
}

#[test]
fn a_relative_clause_belongs_to_its_subject() {
    are_read(&[
        (
            "A senior official who briefed reporters on condition of anonymity said the talks were “on life support.”",
            &["A senior official: the talks were “on life support.”"],
        ),
        (
            "A farmer who sold at the market and who didn’t want to be named said he heard “shots.”",
            &["who: to be named", "A farmer: he heard “shots.”"],
        ),
    ]);
}

#[test]
fn what_others_call_it_is_theirs() {
    are_read(&[(
        "Police Chief Lena Ortiz said officers had acted “by the book”, a claim the family’s lawyer called “laughable”.",
        &[
            "Lena Ortiz: officers had acted “by the book”",
            "the family’s lawyer: “laughable”",
        ],
    )]);
}

#[test]
fn who_is_quoted_as_saying_it_says_it() {
    are_read(&[(
        "“We will respond,” state television quoted General Roy as saying.",
        &["Roy: “We will respond,”"],
    )]);
}

#[test]
fn promises_are_reported_and_passives_credit_nobody() {
    are_read(&[
        (
            "Roy doubted Mr. Lee’s apology and promise to seek “good counsel” had helped.",
            &["Lee: to seek “good counsel”"],
        ),
        (
            "Theater tickets were labelled as “holiday gifts for the poor.”",
            &["-: “holiday gifts for the poor.”"],
        ),
    ]);
}

#[test]
fn the_subject_of_the_sentence_goes_on_behind_its_clauses() {
    are_read(&[
        (
            "Lee repeated that Roy denied the leak, calling him a “liar.”",
            &["Lee: that Roy denied the leak", "Lee: him a “liar.”"],
        ),
        (
            "Lee defended the bridge after Roy asked for a ban, saying it was “sound.”",
            &[
                "Lee: the bridge after Roy asked for a ban",
                "Roy: it was “sound.”",
            ],
        ),
        (
            "The mayor left no doubt of helping Mrs. Lee win, saying that “nobody is better.”",
            &["The mayor: that “nobody is better.”"],
        ),
        (
            "She has hired a clerk who reports to the mayor, and called for “more clerks.”",
            &["She: for “more clerks.”"],
        ),
        (
            "The candidate has mocked a nurse, referred to sailors as “rats.”",
            &[
                "The candidate: a nurse",
                "The candidate: to sailors as “rats.”",
            ],
        ),
    ]);
}

#[test]
fn places_with_their_larger_place_stay_in_their_insertion() {
    are_read(&[
        (
            "Lee, during a rally in Orme, Ohio, said the bridge was “safe.”",
            &["Lee: the bridge was “safe.”"],
        ),
        (
            "Lee, speaking to voters in Orme, New South Wales, said it would hold.",
            &["Lee: it would hold"],
        ),
    ]);
}

#[test]
fn whom_an_agency_quotes_says_it() {
    are_read(&[
        (
            "“It holds,” Ann Lee was quoted by state media as saying.",
            &["Ann Lee: “It holds,”"],
        ),
        (
            "Ann Lee was quoted by Ohio’s state news agency as saying the bridge would hold.",
            &["Ann Lee: the bridge would hold"],
        ),
        (
            "The Courier quoted Ann Lee as saying the bridge would hold.",
            &["Ann Lee: the bridge would hold"],
        ),
    ]);
}
