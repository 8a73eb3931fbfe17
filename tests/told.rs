//! What a page tells of what was found is true of the articles, and its words stand by themselves.
#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use rashomon::extract::extract;
use rashomon::model::{Comparison, FindingKind, Framing, FramingKind, Place, Stroke};
use rashomon::{Article, compare_articles};

const NAMES: [&str; 5] = ["A Wire", "B Post", "C Star", "D Sun", "E Mail"];

fn compared(texts: &[&str]) -> Comparison {
    let articles = NAMES.iter().zip(texts);
    let articles = articles.map(|(name, text)| Article::new(*name, *text));
    compare_articles(articles.collect())
}

fn told(comparison: &Comparison, kind: FindingKind) -> Vec<&str> {
    let findings = comparison.summary.iter();
    let own = findings.filter(|finding| finding.kind == kind);
    own.map(|finding| finding.text.as_str()).collect()
}

fn of_kind(comparison: &Comparison, kind: FramingKind) -> Vec<&Framing> {
    let all = comparison.framing.iter();
    let of_openings = |framing: &&Framing| framing.about == "the first sentences";
    let own = all.filter(|framing| framing.kind == kind);
    own.filter(|framing| !of_openings(framing)).collect()
}

/// The phrases by which a text names something, as they are printed.
fn phrases(text: &str) -> Vec<&str> {
    let namings = extract(&Article::new("wire", text)).narration.namings;
    namings
        .iter()
        .map(|naming| naming.span.slice(text))
        .collect()
}

#[test]
fn what_another_outlet_quotes_is_not_told_as_missing_there() {
    let comparison = compared(&[
        "“The old harbour crane must go before the winter storms,” Ann Lee said in Orme. The museum had wished to keep \
         its copper wheels, its steam whistle and the driver's painted bench.",
        "Ann Lee wants it gone: “The old harbour crane must go before the winter storms.”",
    ]);
    for text in told(&comparison, FindingKind::Missing) {
        assert!(!text.contains("crane must go"), "{text}");
    }
    let unlike = of_kind(&comparison, FramingKind::Omission);
    let unlike = unlike.iter().flat_map(|framing| &framing.versions);
    for version in unlike {
        let words = comparison.slice(version.place);
        assert!(!words.contains("crane must go"), "{words}");
    }
}

#[test]
fn a_statement_that_is_left_out_is_told_once() {
    let comparison = compared(&[
        "“The old harbour crane must go before the winter storms,” Ann Lee said in Orme. The museum met on Monday.",
        "Ann Lee wants it gone: “The old harbour crane must go before the winter storms,” she said at the museum.",
        "The museum had wished to keep its copper wheels, its steam whistle and the driver's painted bench.",
    ]);
    let left_out = told(&comparison, FindingKind::Omission);
    assert!(left_out.iter().any(|text| text.contains("crane must go")));
    for text in told(&comparison, FindingKind::Missing) {
        assert!(!text.contains("crane must go"), "{text}");
    }
}

#[test]
fn the_words_under_two_verbs_are_those_of_both() {
    let comparison = compared(&[
        "“Nobody asked us in the winter, and now the ferry landing is a ruin of planks,” Ann Lee insisted.",
        "Ann Lee claimed that “the ferry landing is a ruin of planks.”",
    ]);
    let cues = told(&comparison, FindingKind::Cue);
    let cue = cues.iter().find(|cue| cue.starts_with("Ann Lee: "));
    assert_eq!(
        cue.copied(),
        Some(
            "Ann Lee: “insisted” in A Wire, “claimed” in B Post: “the ferry landing is a ruin of planks”"
        )
    );
}

#[test]
fn where_else_an_article_is_printed_is_nothing_that_others_lack() {
    let comparison = compared(&[
        "The council shut the ferry landing on Monday.\n\n\
         A version of this article appears in print on Tuesday in the harbour pages of the northern edition.",
        "The council shut the ferry landing on Monday.",
    ]);
    let missing = told(&comparison, FindingKind::Missing);
    assert!(missing.is_empty(), "{missing:?}");
    let comparison = compared(&[
        "The council shut the ferry landing on Monday.\n\n\
         Comment: Nobody who ever watched this town hall bargain over planks and pennies will wonder why.",
        "The council shut the ferry landing on Monday.",
    ]);
    assert!(told(&comparison, FindingKind::Missing).is_empty());
}

#[test]
fn a_newspaper_called_post_is_no_post() {
    let comparison = compared(&[
        "The mayor's angry post about the ferry was read by the Orme Post on Monday.",
        "The mayor's cheerful message about the ferry was read on Monday.",
    ]);
    for framing in of_kind(&comparison, FramingKind::Label) {
        assert!(!framing.note.contains("“the Orme Post”"), "{framing:?}");
    }
}

#[test]
fn a_thing_with_two_nouns_is_called_by_both() {
    let comparison = compared(&[
        "Ann Lee will hold a long-awaited summit with the miners of Orme on Monday at noon.",
        "Ann Lee will hold a hastily arranged meeting with the miners of Orme on Monday at noon.",
    ]);
    let labels = of_kind(&comparison, FramingKind::Label);
    let summit = labels.iter().find(|label| label.note.contains("summit"));
    assert_eq!(summit.unwrap().about, "summit, meeting");
}

#[test]
fn what_is_told_at_a_conference_is_no_part_of_it() {
    let comparison = compared(&[
        "Ann Lee announced it during a Friday press conference in Orme on the hated ferry.",
        "Ann Lee announced it at a hasty news conference that the council hated the Orme ferry.",
    ]);
    let labels = of_kind(&comparison, FramingKind::Label);
    let conference = labels.iter().find(|label| label.about == "conference");
    let note = &conference.unwrap().note;
    assert!(note.contains("“a hasty news conference”"), "{note}");
}

#[test]
fn titles_and_states_are_no_other_name() {
    let comparison = compared(&[
        "Sen. Ann Lee (D-Ohio) said that the ferry runs. Ann Lee said that the toll stays.",
        "Senator Ann Lee of Ohio said that the ferry runs. Ann Lee said that the toll stays.",
    ]);
    assert!(told(&comparison, FindingKind::Label).is_empty());
    let comparison = compared(&[
        "The embattled senator Ann Lee said that the ferry runs. Ann Lee said that the toll stays.",
        "The popular senator Ann Lee said that the ferry runs. Ann Lee said that the toll stays.",
    ]);
    assert_eq!(told(&comparison, FindingKind::Label).len(), 1);
}

#[test]
fn a_wife_is_not_her_husband() {
    let comparison = compared(&[
        "Robert Hansen, the embattled governor, said that the toll stays. He and Mrs. Hansen, a former model from Orme, \
         left at noon.",
        "Robert Hansen, the popular governor, said that the toll stays.",
    ]);
    let labels = of_kind(&comparison, FramingKind::Label);
    let hansen = labels.iter().find(|label| label.about == "Robert Hansen");
    let note = &hansen.unwrap().note;
    assert!(
        note.contains("embattled") && !note.contains("model"),
        "{note}"
    );
}

#[test]
fn somebody_is_not_called_by_who_stands_beside() {
    let comparison = compared(&[
        "Ann Lee and other councillors rejected the ferry. Ann Lee insisted that the toll stays.",
        "Ann Lee claimed that the toll stays.",
    ]);
    let names: Vec<&str> = comparison
        .voices
        .iter()
        .map(|voice| voice.name.as_str())
        .collect();
    assert!(names.contains(&"Ann Lee"), "{names:?}");
}

#[test]
fn one_statement_shows_that_a_short_first_name_is_the_same_person() {
    let comparison = compared(&[
        "“The ferry must run all winter for the islands,” Mike Hansen said.",
        "“The ferry must run all winter for the islands,” Michael Hansen said. “The toll is a farce,” Michael Hansen said.",
    ]);
    let statements = comparison.statements.iter();
    let speakers: Vec<_> = statements.map(|one| one.speaker.as_deref()).collect();
    assert_eq!(speakers, [Some("Michael Hansen"); 2]);
}

#[test]
fn a_verb_that_is_denied_introduces_nothing() {
    let comparison = compared(&[
        "Ann Lee did not respond to the union. Ann Lee insisted that the toll stays.",
        "Ann Lee claimed that the toll stays.",
    ]);
    for cue in of_kind(&comparison, FramingKind::Cue) {
        assert!(!cue.note.contains("respond"), "{}", cue.note);
    }
}

#[test]
fn a_phrase_ends_before_the_verb_and_not_inside_a_name() {
    let text = "It shows Prime Minister Ann Lee warning of a flood.";
    assert!(phrases(text).contains(&"Prime Minister Ann Lee"));
    let text = "It is the powerful lobby for older Norwegians and meets today.";
    assert!(phrases(text).contains(&"the powerful lobby"));
    let text = "She is sane, unlike Republican nominee Tom Hansen.";
    assert!(phrases(text).contains(&"Republican nominee Tom Hansen"));
}

#[test]
fn words_around_a_value_hold_no_half_of_a_quotation() {
    let comparison = compared(&[
        "She said on Monday that “the ferry runs” and left.",
        "She said on Monday.",
    ]);
    let start = comparison.articles[0].text.find("Monday").unwrap();
    let place = Place {
        article: 0,
        span: rashomon::Span::new(start, start + "Monday".len()),
    };
    let (is_cut_before, around, is_cut_behind) = comparison.context(place, 6);
    assert_eq!(comparison.slice(around), "She said on Monday that");
    assert_eq!((is_cut_before, is_cut_behind), (false, true));
}

#[test]
fn what_a_reporter_tells_between_quoted_words_is_drawn_with_them() {
    let comparison = compared(&[
        "“If the council is not ready to vote, the harbour talks in Orme should not go on,” Ann Lee said.",
        "Ann Lee said that if the council “is not ready to vote,” the harbour talks in Orme “should not go on.”",
    ]);
    let mut drawn = Vec::new();
    for at in 0..comparison.statements.len() {
        let renderings = comparison.renderings(at, None);
        let passages = renderings.articles.iter().flat_map(|one| &one.passages);
        for passage in passages {
            if let [Stroke::Kept(words)] = comparison.strokes(passage).as_slice() {
                drawn.push((*words).to_owned());
            }
        }
    }
    assert!(
        !drawn
            .iter()
            .any(|words| words.starts_with("the harbour talks")),
        "{drawn:?}"
    );
}

#[test]
fn a_few_headlines_are_told_and_many_are_not() {
    let titles = [
        "Ferry sinks",
        "Ferry lost in storm",
        "Boat gone, crew safe",
        "A night on the river",
        "Who paid for the ferry?",
    ];
    let article = |at: usize| Article {
        title: Some(titles[at].to_owned()),
        ..Article::new(
            NAMES[at],
            "The ferry sank on Monday, and its crew was saved by the pilot.",
        )
    };
    let few = compare_articles((0..3).map(article).collect());
    assert_eq!(
        told(&few, FindingKind::Headline),
        ["A Wire: “Ferry sinks”; B Post: “Ferry lost in storm”; C Star: “Boat gone, crew safe”"]
    );
    let many = compare_articles((0..5).map(article).collect());
    assert!(told(&many, FindingKind::Headline).is_empty());
}

#[test]
fn who_tells_the_reservation_in_other_words_does_not_stop_before_it() {
    let whole = "“The ferry runs all winter, but it also needs a new engine and a second pilot,” Ann Lee said.";
    let stops = "The ferry “runs all winter,” Ann Lee said.";
    let goes_on = "The ferry “runs all winter,” Ann Lee said. She said that it also needed a new engine and a second pilot.";
    let cut = |text: &str| told(&compared(&[whole, text]), FindingKind::QualificationCut).len();
    assert_eq!((cut(stops), cut(goes_on)), (1, 0));
}

#[test]
fn a_change_is_told_by_the_words_that_stand_for_one_another() {
    let comparison = compared(&[
        "“It's a field where five people play on Sundays after the market has closed,” Ann Lee said.",
        "“A football ground is not a warehouse. It is a field where six people play on Sundays after the market has \
         closed,” Ann Lee said.",
    ]);
    let found = told(&comparison, FindingKind::Contradicted);
    assert_eq!(found, ["“five” in A Wire is “six” in B Post"]);
}
