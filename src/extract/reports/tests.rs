use crate::extract::testing;

fn quotations(text: &str) -> Vec<String> {
    testing::quotations("en", text)
}

#[test]
fn a_clause_behind_a_named_speaker_is_no_apposition() {
    for (text, expected) in [
        (
            "According to the Courier, the town paid twice.",
            "Courier: the town paid twice",
        ),
        (
            "According to Ann Lee, a nurse from Orme, nobody came.",
            "Ann Lee: nobody came",
        ),
        (
            "As reported by the Courier, costs rose in May.",
            "Courier: costs rose in May",
        ),
    ] {
        assert_eq!(quotations(text), [expected], "{text}");
    }
}

#[test]
fn base_forms_that_are_no_nouns_report() {
    assert_eq!(
        quotations("Rather, sources close to her campaign say she stands behind the plan."),
        ["sources close to her campaign: she stands behind the plan"]
    );
    assert!(quotations("The campaign promise stood in every paper.").is_empty());
}

#[test]
fn adjectives_stand_before_who_said_it() {
    assert_eq!(
        quotations("“It is no mistake,” said retired surgeon Ben Kars, asked about it."),
        ["Ben Kars: “It is no mistake,”"]
    );
    assert_eq!(
        quotations("The former first lady calls it her “great gift” now."),
        ["The former first lady: it her “great gift” now"]
    );
}

#[test]
fn a_noun_and_a_verb_behind_a_term_are_no_tag() {
    assert_eq!(
        quotations(
            "Ann Lee said that the toll would stay and rejected what she called “idle” town plans."
        ),
        [
            "Ann Lee: that the toll would stay",
            "Ann Lee: “idle” town plans"
        ]
    );
}

#[test]
fn what_a_second_verb_reports_is_not_the_tags() {
    assert_eq!(
        quotations("“Get out!” she wrote, arguing that tougher measures were needed."),
        ["she: “Get out!”", "she: that tougher measures were needed"]
    );
}

#[test]
fn a_clause_behind_a_comma_inside_the_marks_is_the_reporters() {
    assert_eq!(
        quotations("Ann Lee said it was “a mess,” and she told the Courier that “nobody cares.”"),
        ["Ann Lee: it was “a mess,”", "Ann Lee: that “nobody cares.”"]
    );
}

#[test]
fn an_aside_about_the_speaker_and_a_question_put_to_her_report_nothing() {
    assert_eq!(
        quotations("“What we saw,” one officer, who spoke in private, said, “was chaos.”"),
        ["one officer: “What we saw,” … “was chaos.”"]
    );
    assert_eq!(
        quotations("“Every word,” said Hale when asked if Lee stood by her remarks."),
        ["Hale: “Every word,”"]
    );
}

#[test]
fn a_participle_behind_an_article_is_an_adjective() {
    assert_eq!(
        quotations("The firm said in an emailed statement that it “takes this seriously.”"),
        ["The firm: that it “takes this seriously.”"]
    );
}

#[test]
fn people_are_told_by_what_stands_behind_their_noun() {
    assert_eq!(
        quotations("Lee was not told, according to two people familiar with the talks."),
        ["two people familiar with the talks: Lee was not told"]
    );
    assert_eq!(
        quotations("Two people briefed on the talks said Lee was not told."),
        ["Two people briefed on the talks: Lee was not told"]
    );
}

#[test]
fn what_a_statement_says_is_said_by_who_issued_it() {
    assert_eq!(
        quotations("The chief executive issued a statement saying that nothing had changed."),
        ["The chief executive: that nothing had changed"]
    );
}

#[test]
fn a_noun_that_could_be_a_verb_may_have_the_verb_behind_it() {
    for (text, expected) in [
        (
            "The report says that the dam is safe.",
            "The report: that the dam is safe",
        ),
        (
            "Orme's charge claims that Lee lied.",
            "Orme's charge: that Lee lied",
        ),
        (
            "More than half agree, according to a poll published last week.",
            "a poll: More than half agree",
        ),
        ("Another said it was chaos.", "Another: it was chaos"),
        (
            "The night was long, and some said it was chaos.",
            "some: it was chaos",
        ),
    ] {
        assert_eq!(quotations(text), [expected], "{text}");
    }
    for text in [
        "Ann Lee quit over her past comments about the dam.",
        "Some alleged victims came.",
    ] {
        assert!(quotations(text).is_empty(), "{text}");
    }
}

#[test]
fn a_participle_without_its_auxiliary_names_who_behind_by() {
    assert_eq!(
        quotations("Ann Lee said the water is safe, a view shared by the board."),
        ["Ann Lee: the water is safe, a view shared by the board"]
    );
    assert_eq!(
        quotations("Ann Lee said that the water is safe, a claim disputed by the board."),
        ["Ann Lee: that the water is safe"]
    );
}

#[test]
fn what_stands_inside_the_next_subject_ends_with_it() {
    assert_eq!(
        quotations("The mayor, who had said she would run, told fans that “the time has come.”"),
        [
            "The mayor: she would run",
            "The mayor: that “the time has come.”"
        ]
    );
    assert_eq!(
        quotations("Ann Lee said the plan — drawn up in May — was a mess."),
        ["Ann Lee: the plan — drawn up in May — was a mess"]
    );
}

#[test]
fn another_voice_inside_a_report_keeps_its_words() {
    for (text, expected) in [
        (
            "Ann Lee remembers her father yelling, “Run!”",
            vec!["her father: “Run!”"],
        ),
        (
            "Fans chanted “Out! Out!” and carried signs that said “Water is life.”",
            vec!["Fans: “Out! Out!”", "Fans: “Water is life.”"],
        ),
        (
            "Ann Lee wrote that Bo Roy was “a coward,” prompting a reply from Roy: “Come and see.”",
            vec!["Ann Lee: Bo Roy was “a coward,”", "Bo Roy: “Come and see.”"],
        ),
    ] {
        assert_eq!(quotations(text), expected, "{text}");
    }
}

#[test]
fn a_dateline_neither_acts_nor_speaks() {
    assert_eq!(
        quotations(
            "ORME, Ohio (AP) — Mayor Ann Lee signed the bill on Friday, calling it “a gift.”"
        ),
        ["Ann Lee: it “a gift.”"]
    );
}

#[test]
fn a_second_verb_shares_the_subject_of_a_verb() {
    assert_eq!(
        quotations("Ann Lee rejected Bo Roy's claim that it failed, calling it “frivolous.”").pop(),
        Some("Ann Lee: it “frivolous.”".to_owned())
    );
    assert_eq!(
        quotations("Ann Lee said the mayor was “running scared,” and asked whether he knew."),
        [
            "Ann Lee: the mayor was “running scared,”",
            "Ann Lee: whether he knew"
        ]
    );
}

#[test]
fn a_passive_with_as_names_who_says_it_behind_the_words() {
    assert_eq!(
        quotations("The video was slammed as “tasteless” by veterans’ groups."),
        ["veterans’ groups: as “tasteless”"]
    );
}

#[test]
fn a_time_before_the_verb_and_a_participle_behind_the_noun_belong_to_no_name() {
    for (text, expected) in [
        (
            "Ann Lee last year called the law “a stain on Orme.”",
            vec!["Ann Lee: the law “a stain on Orme.”"],
        ),
        (
            "A memo obtained by the Courier tells staff to “act with care.”",
            vec!["A memo obtained by the Courier: to “act with care.”"],
        ),
        (
            "Ann Lee has denied the claims, which she says are “lies.”",
            vec!["Ann Lee: the claims", "Ann Lee: are “lies.”"],
        ),
    ] {
        assert_eq!(quotations(text), expected, "{text}");
    }
}

#[test]
fn who_is_quoted_and_who_is_behind_by_speak() {
    for (text, expected) in [
        (
            "“The plan is absurd,” Ann Lee was quoted as saying by the Courier.",
            "Ann Lee: “The plan is absurd,”",
        ),
        (
            "The plan, called “a tax on the poor” by its opponents, passed.",
            "its opponents: “a tax on the poor”",
        ),
        (
            "Ann Lee said by phone that she was “shocked and sad.”",
            "Ann Lee: that she was “shocked and sad.”",
        ),
    ] {
        assert_eq!(quotations(text), [expected], "{text}");
    }
    assert_eq!(
        quotations("“Save it,” wrote one. “Let it go,” wrote another."),
        ["one: “Save it,”", "another: “Let it go,”"]
    );
}

/// Each text with its quotations, in order.
fn are_read(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(quotations(text), *expected, "{text}");
    }
}

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
fn the_larger_place_behind_a_town_is_nobody() {
    are_read(&[
        (
            "The mayor of Orme, Ohio, said the bridge was “a disgrace.”",
            &["The mayor of Orme: the bridge was “a disgrace.”"],
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
            &[],
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
fn time_words_between_a_verb_and_its_clause_are_the_reporters() {
    are_read(&[(
        "Roy said last week the dam would fail.",
        &["Roy: the dam would fail"],
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
