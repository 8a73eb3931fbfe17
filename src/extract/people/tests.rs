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
