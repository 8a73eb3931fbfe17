use crate::extract::testing::speakers;

#[test]
fn where_somebody_is_from_is_no_part_of_the_name() {
    assert_eq!(
        speakers("Sen. Ann Lee of Ohio left early. “It was late,” Lee said."),
        ["Ann Lee"]
    );
    assert_eq!(
        speakers("“We saw it,” said Sheriff Bo Roy of Orme County, Neb., on Monday."),
        ["Bo Roy"]
    );
    assert_eq!(
        speakers("The Bank of Ohio said the plan was “a mess.”"),
        ["Bank of Ohio"]
    );
}

#[test]
fn what_describes_somebody_is_no_part_of_the_name() {
    assert_eq!(
        speakers(
            "Shopkeeper Kofi Lindqvist said it was “a mess.” Ohio-based Tove Brandt said it was “fine.”"
        ),
        ["Kofi Lindqvist", "Tove Brandt"]
    );
    assert_eq!(
        speakers("Secretary of State Ann Lee spoke. Lee said it was “a mess.”"),
        ["Ann Lee"]
    );
}

#[test]
fn an_unknown_first_name_that_opens_a_sentence_stays() {
    let text = "Tavi Lee, a nurse, left. “It hurts,” Lee said.";
    assert_eq!(speakers(text), ["Tavi Lee"]);
}

#[test]
fn an_office_is_named_with_whose_it_is() {
    assert_eq!(
        speakers("The Orme County Sheriff’s Office said the man was “armed and shouting.”"),
        ["Orme County Sheriff’s Office"]
    );
    assert_eq!(
        speakers("“He is stable,” St. Mary's Hospital said."),
        ["St. Mary's Hospital"]
    );
    assert_eq!(
        speakers("Ann Lee's Office of Budget said it was “fine and dandy.”"),
        ["Office of Budget"]
    );
}

#[test]
fn a_surname_may_be_a_title_or_a_month() {
    for (name, last) in [
        ("Steve King", "King"),
        ("Ann Judge", "Judge"),
        ("Theresa May", "May"),
    ] {
        let text = format!("They met {name} on Friday. In the evening {last} said it was “late.”");
        assert_eq!(speakers(&text), [name]);
    }
    assert_eq!(
        speakers("Paris Mayor Anne Roy left in May. The mayor said it was “late.”"),
        ["Anne Roy"]
    );
}

#[test]
fn a_body_goes_by_its_initials() {
    let text = "The Dairy Farmers Council sued on Friday. The D.F.C. said it was “a mess.”";
    assert_eq!(speakers(text), ["Dairy Farmers Council"]);
}

#[test]
fn a_party_and_a_place_behind_a_name_are_no_name() {
    assert_eq!(
        speakers("“They matter,” said a statement from Chairman Bob Holt, R-Ohio, on Friday."),
        ["Bob Holt"]
    );
    let text = "Sen. Dan Null, R-Utah, and Rep. Bob Holt, R-Ohio, said it was “a mess.”\n\n\
                “It also stinks,” they added.";
    assert_eq!(
        speakers(text),
        ["Dan Null and Bob Holt", "Dan Null and Bob Holt"]
    );
}

#[test]
fn a_noun_for_several_describes_no_one_person() {
    let text = "They met Ann Lee, the top Democrats. The Democrats accused her of “a cheap trick.”";
    assert!(!speakers(text).contains(&"Ann Lee".to_owned()));
}

#[test]
fn a_son_of_the_same_name_is_another_than_his_father() {
    let text = "Donald Holt and his son, Donald Holt Jr., left. “We did nothing,” Donald Holt Jr. said. \
                “Never,” Holt said.";
    assert_eq!(speakers(text), ["Donald Holt Jr.", "Donald Holt"]);
    let text = "Mayor Eric Holt Jr. resigned. “I am tired,” Holt said. Eric Holt was 60.";
    assert_eq!(speakers(text), ["Eric Holt Jr."]);
}

#[test]
fn when_something_was_is_no_part_of_a_name() {
    assert_eq!(
        speakers("Lee was denounced by Bo Roy last year as “a fraud.”"),
        ["Bo Roy"]
    );
}

#[test]
fn how_many_and_of_what_kind_they_are_belongs_to_them() {
    assert_eq!(
        speakers("“It floats in any storm,” two former Ghent officials said."),
        ["two former Ghent officials"]
    );
    assert_eq!(
        speakers("House Ways and Harbors Committee Chairman Bo Roy said it was “a mess.”"),
        ["Bo Roy"]
    );
}

#[test]
fn an_administration_is_whose_it_was_said_to_be() {
    let text = "The Roy administration was told on Friday. The administration said it was “a lie.”";
    assert_eq!(speakers(text), ["Roy administration"]);
    let text = "The European Union was told on Friday. The EU said it was “a lie.”";
    assert_eq!(speakers(text), ["European Union"]);
}

#[test]
fn who_holds_an_office_is_named_without_it() {
    for office in [
        "Secretary of State",
        "Speaker of the House",
        "Director of National Safety",
    ] {
        let text = format!("{office} Ann Lee said it was “a mess.”");
        assert_eq!(speakers(&text), ["Ann Lee"]);
    }
    assert_eq!(
        speakers("A friend of Mayor Ann Lee said it was “a mess.”"),
        ["A friend of Mayor Ann Lee"]
    );
}

#[test]
fn small_words_stand_inside_names() {
    for name in [
        "Karl van Doren",
        "Dirk van der Meer",
        "Maria de la Cruz",
        "Nick Van den Brul",
    ] {
        let text = format!("{name} of Norvik Bank said it was “a mess.”");
        assert_eq!(speakers(&text), [name]);
    }
}

#[test]
fn an_office_abroad_is_no_name() {
    for (text, expected) in [
        (
            "Ohio Ambassador to the US Sir Bo Roy said it was “a rather good day.”",
            "Bo Roy",
        ),
        (
            "The Ohio Ambassador to Washington said it was “a rather good day.”",
            "The Ohio Ambassador to Washington",
        ),
        (
            "Secretary of State Wybe Roy, who left on Sunday, said it was “a rather good day.”",
            "Wybe Roy",
        ),
    ] {
        assert_eq!(speakers(text), [expected], "{text}");
    }
}

#[test]
fn a_title_with_an_adjective_is_no_name() {
    assert_eq!(
        speakers(
            "“It is wet,” said managing director April Lund. NHB head Karin Holt said it was “fine.”"
        ),
        ["April Lund", "Karin Holt"]
    );
}

#[test]
fn a_country_in_capitals_is_no_pronoun() {
    for (text, expected) in [
        ("The US said it was “a rather good day.”", "US"),
        (
            "NEW: US official says it was “a rather good day.”",
            "US official",
        ),
        (
            "Former US secretary of state Ann Lee spoke. “A rather good day,” she said.",
            "Ann Lee",
        ),
    ] {
        assert_eq!(speakers(text), [expected], "{text}");
    }
}
