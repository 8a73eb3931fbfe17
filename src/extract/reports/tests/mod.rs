mod bounds;
mod forms;
mod found;
mod owned;
mod subjects;
mod tagged;
mod whose;

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
fn the_clause_behind_a_named_speaker_is_whole_whatever_commas_it_holds() {
    for (text, expected) in [
        (
            "According to police, Jan Roy, 34, was drunk.",
            "police: Jan Roy, 34, was drunk",
        ),
        (
            "According to the report, two men, three women and a boy were hurt.",
            "report: two men, three women and a boy were hurt",
        ),
        (
            "According to the head of the choir, Ann Lee, 45, the roof was safe.",
            "Ann Lee: the roof was safe",
        ),
        (
            "However, according to the bank, trade fell by 3 percent in May.",
            "bank: trade fell by 3 percent in May",
        ),
        (
            "According to a study by the Orme Institute, the roof is set to fall.",
            "Orme Institute: the roof is set to fall",
        ),
        (
            "The ferry, according to Ann Lee, was late, old and full.",
            "Ann Lee: The ferry … was late, old and full",
        ),
        (
            "It turned too fast, according to radar notes, the mayor said.",
            "radar notes: It turned too fast",
        ),
    ] {
        let found = quotations(text);
        let found: Vec<&str> = found
            .iter()
            .map(|one| one.trim_start_matches("the "))
            .collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn behind_words_without_a_verb_and_a_named_speaker_the_clause_follows() {
    let found = quotations("In May, according to the bank, trade fell by 3 percent.");
    assert!(found[0].ends_with("trade fell by 3 percent"), "{found:?}");
    let found = quotations("In May, according to the log, Ben Roy told Ann Lee: “Go home now.”");
    assert_eq!(
        found.last().map(String::as_str),
        Some("Ben Roy: “Go home now.”")
    );
}

#[test]
fn a_verb_joined_to_who_acts_in_the_reported_clause_is_part_of_it() {
    for whole in [
        "the man entered the hall and demanded money",
        "that the thief took her phone and warned her not to talk",
        "Ben Roy met the girl and told her that he was a doctor",
    ] {
        assert_eq!(
            quotations(&format!("Ann Lee said {whole}.")),
            [format!("Ann Lee: {whole}")]
        );
    }
    assert_eq!(
        quotations("Ann Lee said the roof was safe and promised to mend it."),
        ["Ann Lee: the roof was safe", "Ann Lee: to mend it"]
    );
    assert_eq!(
        quotations("Ann Lee said police caught two men and added that a third had fled."),
        [
            "Ann Lee: police caught two men",
            "Ann Lee: that a third had fled"
        ]
    );
}

#[test]
fn a_family_speaks() {
    assert_eq!(
        quotations("“It is late,” the Roy family said. His family's lawyer said it was early."),
        [
            "the Roy family: “It is late,”",
            "His family's lawyer: it was early"
        ]
    );
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
fn an_aside_about_the_speaker_and_a_question_put_to_her_are_not_hers() {
    assert_eq!(
        quotations("“What we saw,” one officer, who spoke in private, said, “was chaos.”"),
        ["one officer: “What we saw,” … “was chaos.”"]
    );
    assert_eq!(
        quotations("“Every word,” said Hale when asked if Lee stood by her remarks."),
        ["Hale: “Every word,”", "-: if Lee stood by her remarks"]
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
        ["Ann Lee: the water is safe"]
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
            vec![
                "Ann Lee: that Bo Roy was “a coward,”",
                "Bo Roy: “Come and see.”",
            ],
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
