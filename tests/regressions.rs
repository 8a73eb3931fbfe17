//! One short test per mistake that was made once or is easy to make, named after what must hold.

use rashomon::extract::extract;
use rashomon::model::CommentaryKind;
use rashomon::{Article, Quotation, QuotationKind};

/// Words and speaker of every quoted string, in order of the text.
fn quoted(text: &str) -> Vec<(String, Option<String>)> {
    let article = Article::new("post", text);
    let mut strings = Vec::new();
    for quotation in extract(&article).quotations {
        let speaker = quotation.speaker.map(|speaker| speaker.name);
        for segment in quotation.segments {
            strings.push((segment.slice(text).to_owned(), speaker.clone()));
        }
    }
    strings
}

/// Whom the article credits with the quoted string that holds `words`.
fn speaker_of(text: &str, words: &str) -> Option<String> {
    let strings = quoted(text);
    let found = strings.iter().find(|(string, _)| string.contains(words));
    let (_, speaker) = found.unwrap_or_else(|| panic!("{words:?} is not among {strings:?}"));
    speaker.clone()
}

/// The quotation that holds `words`.
fn quotation_with(text: &str, words: &str) -> Quotation {
    let quotations = extract(&Article::new("post", text)).quotations;
    let holds = |quotation: &&Quotation| {
        let mut content = quotation.content.iter();
        content.any(|span| span.slice(text).contains(words))
    };
    let found = quotations.iter().find(holds);
    found
        .unwrap_or_else(|| panic!("{words:?} is not among {quotations:?}"))
        .clone()
}

const READ_OUT: &str = "In a note that the Palace put out an hour after the two kings had talked, \
    courtiers revealed that \"the matter of the straits was weighed from every side.\" Both men \
    \"declared themselves willing to do more against the smuggling of arms that sets out from the \
    islands.\"\n\n\
    As the note has it, \"The need to calm the islands soon, and to keep unrest from the coast, was \
    underlined.\" The Northern Pact, the so-called 'club of the cold,' to which both crowns belong, \
    was named as the place to settle the rest.";

#[test]
fn a_read_out_is_credited_to_who_put_it_out() {
    for words in ["the matter of the straits", "The need to calm"] {
        let speaker = speaker_of(READ_OUT, words).expect("somebody is credited");
        let known = ["Palace", "note", "courtiers"];
        assert!(known.iter().any(|name| speaker.contains(name)), "{speaker}");
    }
}

#[test]
fn a_nickname_in_single_marks_is_nobody_s_speech() {
    for (string, _) in quoted(READ_OUT) {
        assert!(!string.contains("club of the cold"), "{string}");
    }
}

#[test]
fn sentences_around_nothing_but_he_said_are_one_quotation_of_the_one_named_before() {
    let text = "A day earlier the rebels' envoy, Tarik Osmani, had assured reporters that his \
        movement got on with both neighbours. \"Veldia shares a river with us, and we share its \
        water. It is no different with Sarmor,\" he said.";
    let quotation = quotation_with(text, "Veldia shares a river");
    assert_eq!(quotation.segments.len(), 1);
    assert_eq!(
        quotation.segments[0].slice(text),
        "Veldia shares a river with us, and we share its water. It is no different with Sarmor,"
    );
    let speaker = quotation.speaker.map(|speaker| speaker.name);
    assert_eq!(speaker.as_deref(), Some("Tarik Osmani"));
}

#[test]
fn whoever_is_quoted_inside_another_s_paragraph_keeps_the_words() {
    let text = "On the same day Sarmor's Foreign Minister, Radu Vintila, railed at officials who, \
        he claims, fret more over rank than over refugees. He pointed to the union's envoy, Lisbet \
        Maurer, who cautioned this week that \"what must not happen is that others hold the keys to \
        the straits, and we stand on the quay.\"";
    let speaker = speaker_of(text, "what must not happen");
    assert_eq!(speaker.as_deref(), Some("Lisbet Maurer"));
}

#[test]
fn single_words_belong_to_the_subject_of_the_sentence() {
    let text = "At the start of the month the rebels' spokesman, Yusuf Karam, said that Veldia was a \
        welcome \"guest\" at the rebuilding of the ports, and asked its banks to come \"before the \
        first frost.\"";
    for words in ["guest", "before the first frost"] {
        let quotation = quotation_with(text, words);
        assert_eq!(quotation.kind, QuotationKind::Mixed, "{words}");
        let speaker = quotation.speaker.map(|speaker| speaker.name);
        assert_eq!(speaker.as_deref(), Some("Yusuf Karam"), "{words}");
    }
}

#[test]
fn every_paragraph_that_opens_with_a_marker_is_a_comment_even_when_it_is_cut_short() {
    let text = "The envoy left by the back door.\n\n\
        Comment: With the garrison packing, and its neighbours already measuring the barracks for \
        curtains, the smugglers will have to pay their own fares: The straits and the people who own \
        them\n\n\
        The envoy is due back on Monday.\n\n\
        Comment: For a longer look at the straits, listen to our evening";
    let remarks = extract(&Article::new("repost", text)).commentary;
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    for remark in &remarks {
        assert_eq!(remark.kind, CommentaryKind::Marked);
        let marker = remark.marker.map(|marker| marker.slice(text));
        assert!(marker.is_some_and(|marker| marker.starts_with("Comment")));
    }
    assert!(remarks[0].span.slice(text).ends_with("own them"));
    assert!(remarks[1].span.slice(text).ends_with("our evening"));
}

#[test]
fn words_of_a_comment_are_no_quotation_of_who_was_named_before() {
    let text = "\"We leave on Friday,\" said the envoy, Tarik Osmani.\n\n\
        Comment: The \"garrison\" never came.";
    assert_eq!(
        speaker_of(text, "We leave").as_deref(),
        Some("Tarik Osmani")
    );
    let credited = quoted(text)
        .into_iter()
        .find(|(string, _)| string == "garrison")
        .and_then(|(_, speaker)| speaker);
    assert_eq!(credited, None);
}
