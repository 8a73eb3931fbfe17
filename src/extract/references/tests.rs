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
