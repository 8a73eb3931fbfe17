use crate::extract::testing::speakers;

#[test]
fn a_document_speaks_for_its_sender() {
    assert_eq!(
        speakers(
            "Tom Roy called on him to quit in a tweet that accused him of “lying and leaking.”"
        ),
        ["Tom Roy"]
    );
    assert_eq!(
        speakers("Ann Lee cited a study that said the river was “a sewer in all but name.”"),
        ["a study"]
    );
}

#[test]
fn a_description_takes_up_whom_the_text_is_about() {
    let text = "Ann Lee, who ran once, spoke. The Ohio senator said it was a “total disgrace.”";
    assert_eq!(speakers(text), ["Ann Lee"]);
    let text = "A senator wrote to Ann Lee. The senator said it was a “total disgrace.”";
    assert!(!speakers(text).contains(&"Ann Lee".to_owned()));
}

#[test]
fn somebody_without_a_name_who_spoke_last_is_he() {
    let text =
        "Ann Lee and her husband Tom Lee had a baby, his brother added. “He’s a new dad,” he said.";
    assert_eq!(speakers(text), ["his brother"]);
}

#[test]
fn words_belong_to_the_one_who_is_quoted_as_saying_them() {
    assert_eq!(
        speakers("Senators criticized Governor Ann Lee for calling the plan “a shameful mess.”"),
        ["Ann Lee"]
    );
    assert_eq!(
        speakers("“It was him,” Rev. Bo Roy of Orme, told the Courier."),
        ["Bo Roy"]
    );
    assert_eq!(
        speakers("Ann Lee pledged to “stop every leak in town,” the Courier reported."),
        ["Ann Lee"]
    );
    assert_eq!(
        speakers("Ohio said that it will sue over what Gov. Kay Bond called a “vanity project.”"),
        ["Kay Bond"]
    );
}

#[test]
fn an_owned_noun_says_what_its_owner_said() {
    assert_eq!(
        speakers("Ann Lee dismissed Tom Roy's comment on Sunday that the town was “a ruin.”"),
        ["Tom Roy"]
    );
    assert_eq!(
        speakers("Ann Lee said she had heard Tom Roy's claim that the town was “a ruin.”"),
        ["Ann Lee"]
    );
    assert_eq!(
        speakers("Critics pointed to remarks by Mayor Ann Lee that the plan was “dead for good.”"),
        ["Ann Lee"]
    );
    assert_eq!(
        speakers("Ann Lee spoke. Her warning that the dam was “about to burst” was heard.").last(),
        Some(&"Ann Lee".to_owned())
    );
}

#[test]
fn a_feeling_in_marks_is_that_of_the_subject() {
    assert_eq!(
        speakers("The board was “deeply troubled” by the notes. It was a “deep” hole."),
        ["The board"]
    );
}

#[test]
fn an_absolute_clause_has_a_speaker_of_its_own() {
    assert_eq!(
        speakers("Critics tore into Ann Lee, with Chairman Bo Roy saying she showed “clear bias.”"),
        ["Bo Roy"]
    );
}

#[test]
fn a_description_by_an_owner_is_whoever_is_called_so_beside_him() {
    let text = "Ann Kell, a lawyer for Mr. Dorn, came. Tom Hale, a lawyer, left. \
                Mr. Dorn’s attorney said it was “a clear departure.”";
    assert_eq!(speakers(text), ["Ann Kell"]);
}

#[test]
fn who_adds_something_is_who_spoke_last() {
    let text = "Roy’s sister blasted the board, saying Tom Hale, the director, had “lost his way.” \
                She added, “He should go.”";
    assert_eq!(speakers(text), ["Roy’s sister", "Roy’s sister"]);
}

#[test]
fn a_report_is_its_writers() {
    let text = "The report, by City Counsel Mark Dorn, concluded that it was “a mistake in law.”\n\n\
                Ann Lee disagreed.\n\n“There have been many cases,” the report read.";
    assert_eq!(speakers(text), ["Mark Dorn", "Mark Dorn"]);
    let text = "The letter, obtained by the Courier, said that it was “a mistake in law.”";
    assert_eq!(speakers(text), ["The letter"]);
}

#[test]
fn a_title_before_its_bearer_is_named_is_his_if_it_is_nobody_elses() {
    let text = "The inspector, who found the notes, cited them as “a sign of clear bias.” \
                The report by the inspector, Michael Orr, came first.";
    assert_eq!(speakers(text), ["Michael Orr"]);
}

#[test]
fn what_somebody_becomes_describes_him() {
    let text = "Ann Lee took office Friday as the 45th mayor of Orme. \
                The new mayor said nobody would be “ignored ever again.”";
    assert_eq!(speakers(text), ["Ann Lee"]);
}

#[test]
fn a_surname_that_is_a_noun_is_a_name() {
    let text = "“Which is it?” Justice Kay Bond asked Joseph M. Sellers. \
                Sellers said “both of them are right.”";
    assert_eq!(
        speakers(text).last().map(String::as_str),
        Some("Joseph M. Sellers")
    );
}

#[test]
fn two_who_are_joined_speak_together_and_are_taken_up_together() {
    let text = "Harlow and Orme sued the firm. The two say the dam was a “plain fraud.”";
    assert_eq!(speakers(text), ["Harlow and Orme"]);
    let text = "Ann Lee of Orme and Bo Roy of Harlow said the plan was “dead in the water.”";
    assert_eq!(speakers(text), ["Ann Lee and Bo Roy"]);
}

#[test]
fn one_of_many_says_what_they_say() {
    assert_eq!(
        speakers("Ann Lee was among the many members who called the plan “a plain fraud.”"),
        ["Ann Lee"]
    );
    assert_eq!(
        speakers("Every member of the board signed onto a letter calling it “a plain fraud.”"),
        ["Every member of the board"]
    );
}

#[test]
fn a_report_that_somebody_is_named_in_is_not_his() {
    assert_eq!(
        speakers("The Orme Board fined Ann Lee in its annual report, which called it “no slip.”"),
        ["Orme Board"]
    );
    assert_eq!(
        speakers("The judge rejected what she called “a bare attempt to stall.”"),
        ["The judge"]
    );
}

#[test]
fn a_place_and_a_party_or_an_age_describe_somebody() {
    assert_eq!(
        speakers("Sen. Ann Lee (D-Ohio) voted no. “It had to end,” the Ohio Democrat said."),
        ["Ann Lee"]
    );
}

#[test]
fn in_whose_view_something_is_so_tells_whose_words_they_are() {
    assert_eq!(
        speakers("For Ann Lee, a nurse, the flood was “the worst night” of all."),
        ["Ann Lee"]
    );
    assert!(speakers("It was “the worst night in a hundred years.”").is_empty());
}

#[test]
fn words_that_somebody_passes_on_are_those_of_who_said_them() {
    assert_eq!(
        speakers("Ms. Orme wrote that Governor Lee told her directly, “I need an answer.”"),
        ["Lee"]
    );
    assert_eq!(
        speakers("Ms. Orme said that the governor told her, “I need an answer.”"),
        ["the governor"]
    );
    assert_eq!(
        speakers("Ms. Orme wrote that Governor Lee said she had “serious doubts” about the dam."),
        ["Lee"]
    );
    assert_eq!(
        speakers("Ms. Orme wrote that Governor Lee’s claim that it held was “a joke” to her."),
        ["Orme"]
    );
}

#[test]
fn who_behind_a_party_and_a_state_is_the_person_before_them() {
    assert_eq!(
        speakers("Sen. Kay Hale, R-Orme, who called it “a mess,” left."),
        ["Kay Hale"]
    );
}

#[test]
fn whom_the_opening_of_a_sentence_names_gives_way_to_who_spoke_before() {
    for opening in [
        "During a visit by prime minister Piet Brandt",
        "After talks with Piet Brandt",
    ] {
        let text = format!("Karin Holt wants cranes. {opening}, she said that it was “a mess.”");
        assert_eq!(speakers(&text), ["Karin Holt"], "{opening}");
    }
}

#[test]
fn whose_remark_it_is_in_which_he_says_so() {
    for text in [
        "Mayor Bo Roy spoke. He attacked Tom Lee over his remark in which he said it was “a ruin of a town.”",
        "Mayor Bo Roy spoke. He raised the matter of Tom Lee's remarks in which he called it “a ruin of a town.”",
    ] {
        assert_eq!(speakers(text), ["Tom Lee"], "{text}");
    }
}

#[test]
fn an_office_with_an_article_is_taken_up_by_a_pronoun() {
    let text = "Despite Jan Lund's theory, the Dean said it was late. “It is a mess,” he said.";
    assert_eq!(speakers(text), ["the Dean"]);
}

#[test]
fn a_thing_says_nothing_where_somebody_spoke_before() {
    for thing in [
        "The new cranes have been a disaster.",
        "The Harbour Act came late.",
    ] {
        let text = format!("“The port is failing,” said Mr Holt. {thing} “We need new ones soon.”");
        assert_eq!(speakers(&text), ["Holt", "Holt"], "{thing}");
    }
}

#[test]
fn the_first_word_of_a_headline_names_no_firm() {
    let text = "Profits fall at the dock\n\nThe firm said it was “a mess.”";
    assert_eq!(speakers(text), ["The firm"]);
}

#[test]
fn a_case_and_a_site_speak_for_those_whose_they_are() {
    assert_eq!(
        speakers(
            "The Ship Board filed a lawsuit on Friday. “It has to end,” the lawsuit states. Roy's aides left. \
             However, the suit argues that it was “theft by any name.”"
        ),
        ["Ship Board", "Ship Board"]
    );
    assert_eq!(
        speakers(
            "Ann Lee says this on her website: “Born in Orme, Lee moved.”\n\n“She worked as a nurse,” it says."
        ),
        ["Ann Lee", "Ann Lee"]
    );
}

#[test]
fn an_office_is_its_holders_at_home_only() {
    let text = "Israel's prime minister said it was “a mess.” Israeli Prime Minister Bo Roy left.";
    assert_eq!(speakers(text), ["Bo Roy"]);
    let text = "Canada's prime minister said it was “a mess.” Israeli Prime Minister Bo Roy left.";
    assert_eq!(speakers(text), ["Canada's prime minister"]);
}

#[test]
fn those_who_spoke_together_are_called_by_what_one_of_them_is() {
    assert_eq!(
        speakers(
            "Senator Ann Lee and Mayor Bo Roy said it was “a mess.”\n\n“It is over,” the senators said."
        ),
        ["Ann Lee and Bo Roy", "Ann Lee and Bo Roy"]
    );
}

#[test]
fn whose_office_it_is_is_told() {
    assert_eq!(
        speakers("Both were hired by Ann Lee, whose office said it was “a matter of trust.”"),
        ["Ann Lee’s office"]
    );
}
