//! Findings of framing, by example.

mod deeds;
mod lines;

use crate::model::{Framing, FramingKind, Place};
use crate::{Article, Comparison, compare_articles};

fn articles(texts: &[&str]) -> Vec<Article> {
    let names = ["A Wire", "B Post", "C Star"];
    names
        .iter()
        .zip(texts)
        .map(|(name, text)| Article::new(*name, *text))
        .collect()
}

fn of_kind(comparison: &Comparison, kind: FramingKind) -> Vec<&Framing> {
    comparison
        .framing
        .iter()
        .filter(|framing| framing.kind == kind)
        .collect()
}

fn holds(comparison: &Comparison, framing: &Framing, article: usize, words: &str) -> bool {
    let mut own = framing
        .places
        .iter()
        .filter(|place| place.article == article);
    own.any(|place| comparison.slice(*place).contains(words))
}

const MEETING: [&str; 3] = [
    "Ann Lee, the popular governor, will hold a long-awaited summit with the miners on Monday. She said: “We will listen.”",
    "Ann Lee, the embattled governor, plans a hastily arranged meeting with the miners on Monday. She claimed: “We will listen.”",
    "The governor, Ann Lee, invited the miners to talks on Monday. “We will listen,” she insisted.",
];

#[test]
fn one_meeting_has_three_names() {
    let comparison = compare_articles(articles(&MEETING));
    let labels = of_kind(&comparison, FramingKind::Label);
    assert!(labels.iter().any(|label| {
        holds(&comparison, label, 0, "long-awaited summit")
            && holds(&comparison, label, 1, "hastily arranged meeting")
    }));
    assert!(labels.iter().any(|label| {
        holds(&comparison, label, 0, "the popular governor")
            && holds(&comparison, label, 1, "the embattled governor")
    }));
}

#[test]
fn the_same_words_are_introduced_by_verbs_of_different_colour() {
    let comparison = compare_articles(articles(&MEETING));
    let cues = of_kind(&comparison, FramingKind::Cue);
    assert!(cues.iter().any(|cue| {
        holds(&comparison, cue, 0, "said")
            && holds(&comparison, cue, 1, "claimed")
            && holds(&comparison, cue, 2, "insisted")
    }));
}

#[test]
fn what_two_tell_and_one_does_not_is_missing_there() {
    let comparison = compare_articles(articles(&[
        "The council closed the bridge. An engineer had warned of rusted cables in January, the minutes show. Buses go round by the mill.",
        "The bridge is closed, the council said. The minutes show that rusted cables were known in January from an engineer.",
        "The council closed the bridge on Monday. Buses go round by the mill until spring.",
    ]));
    let omissions = of_kind(&comparison, FramingKind::Omission);
    assert!(omissions.iter().any(|omission| {
        omission.missing_in == [2]
            && holds(&comparison, omission, 0, "rusted cables")
            && holds(&comparison, omission, 1, "rusted cables")
    }));
}

#[test]
fn a_speaker_whom_one_outlet_never_hears_is_named() {
    let comparison = compare_articles(articles(&[
        "The plan is dead, said Ann Lee of the miners’ union. “Nobody asked us,” Lee said. The mayor, Tom Ortega, praised the plan.",
        "Ann Lee of the miners’ union said that nobody had asked her. Mayor Tom Ortega praised the plan.",
        "Mayor Tom Ortega praised the plan. “It is a good one,” he said of the miners’ plan.",
    ]));
    let omissions = of_kind(&comparison, FramingKind::Omission);
    assert!(omissions.iter().any(|omission| {
        omission.missing_in == [2]
            && holds(&comparison, omission, 0, "Nobody asked us")
            && holds(&comparison, omission, 1, "nobody had asked her")
    }));
}

#[test]
fn headlines_stand_beside_what_carries_them() {
    let mut articles = articles(&[
        "The mayor opened a bridge. Later she ruled out a toll for ten years.",
        "A toll was ruled out on Monday by the mayor, who opened a bridge.",
    ]);
    articles[0].title = Some("Mayor opens bridge".to_owned());
    articles[1].title = Some("No toll, mayor rules".to_owned());
    let comparison = compare_articles(articles);
    let headlines = of_kind(&comparison, FramingKind::Headline);
    assert_eq!(headlines.len(), 1);
    assert!(headlines[0].note.contains("“No toll, mayor rules”"));
    assert!(holds(&comparison, headlines[0], 1, "A toll was ruled out"));
}

#[test]
fn a_charged_word_stands_beside_the_plain_one() {
    let comparison = compare_articles(articles(&[
        "Thousands left the northern capital amid the chaos after the army withdrew.",
        "Thousands left the northern capital after the army withdrew.",
    ]));
    let loaded = of_kind(&comparison, FramingKind::Loaded);
    assert_eq!(loaded.len(), 1);
    assert_eq!(loaded[0].about, "chaos");
    assert!(loaded[0].places.iter().any(|place| place.article == 1));
}

#[test]
fn one_article_alone_shows_its_charged_words() {
    let comparison = compare_articles(articles(&[
        "The minister hit out at the so-called council, which he claims is idle amid the chaos, despite shuttering its offices.",
    ]));
    let words: Vec<&str> = of_kind(&comparison, FramingKind::Loaded)
        .iter()
        .map(|framing| framing.about.as_str())
        .collect();
    for word in ["so-called", "chaos", "shuttering"] {
        assert!(words.contains(&word), "{word} in {words:?}");
    }
}

#[test]
fn nothing_inside_quotation_marks_is_credited_to_the_outlet() {
    let text = "“The shameless regime lies, of course, and everybody knows it,” Ann Lee said. “A disgrace!”";
    let comparison = compare_articles(articles(&[text, text]));
    let in_marks = |place: &Place| {
        let quotations = &comparison.extractions[place.article].quotations;
        let mut segments = quotations.iter().flat_map(|quotation| &quotation.segments);
        segments.any(|segment| segment.contains(place.span))
    };
    let framing = comparison
        .framing
        .iter()
        .filter(|framing| framing.kind != FramingKind::Omission);
    assert!(
        framing
            .flat_map(|framing| &framing.places)
            .all(|place| !in_marks(place))
    );
    let triggers = comparison
        .remarks
        .iter()
        .flat_map(|remark| &remark.triggers);
    assert_eq!(triggers.count(), 0);
}

#[test]
fn an_article_beside_itself_differs_in_nothing() {
    let comparison = compare_articles(articles(&[MEETING[1], MEETING[1]]));
    assert!(comparison.facts.is_empty());
    for kind in [
        FramingKind::Label,
        FramingKind::Omission,
        FramingKind::Loaded,
        FramingKind::Headline,
    ] {
        assert!(of_kind(&comparison, kind).is_empty(), "{}", kind.name());
    }
}

#[test]
fn who_is_heard_and_who_is_only_named() {
    let comparison = compare_articles(articles(&[
        "The plan is dead, said Ann Lee of the miners’ union. “Nobody asked us,” Lee said.",
        "Mayor Tom Ortega praised the plan. “Ann Lee likes it,” he said.",
        "Mayor Tom Ortega praised the plan. “It is a good one,” he said.",
    ]));
    let voices = comparison.voices.iter();
    let lee = voices
        .clone()
        .find(|voice| voice.name == "Ann Lee")
        .unwrap();
    assert_eq!((lee.heard.len(), lee.heard[0].quotations), (1, 2));
    assert_eq!((&lee.named_only[..], &lee.absent[..]), (&[1][..], &[2][..]));
    assert!(
        lee.in_words(0, comparison.texts)
            .starts_with("2 quotations, 1 in quotation marks, ")
    );
    assert_eq!(lee.in_words(1, comparison.texts), "named, not heard");
}

#[test]
fn an_outlets_colour_is_found_and_the_speakers_is_not() {
    let text = "Envoy Ilya Brandt said the talks had gone well. “It is a shameless farce, of course,” he said.\n\n\
                Brandt hit out at the Nordmark officials who he claims care more for winners from the chaos in \
                Tarvia than for its people.\n\n\
                The Islamist group met the so-called ‘river alliance’ despite countries like the Nordmark and \
                Sudmark shuttering their diplomatic missions.\n\n\
                Comment: Nobody in the capital wants to hear this.\n\n\
                Comment: For more, listen to our programme.";
    let comparison = compare_articles(articles(&[text]));
    let shown = |kind: FramingKind, words: &str| {
        let of = of_kind(&comparison, kind);
        let mut places = of.iter().flat_map(|framing| &framing.places);
        places.any(|place| comparison.slice(*place).contains(words))
    };
    for (kind, words) in [
        (FramingKind::Label, "the chaos in Tarvia"),
        (FramingKind::Label, "shuttering their diplomatic missions"),
        (FramingKind::Label, "The Islamist group"),
        (FramingKind::Cue, "hit out at"),
        (FramingKind::Cue, "who he claims"),
        (FramingKind::Loaded, "so-called"),
    ] {
        assert!(shown(kind, words), "{words}");
    }
    assert!(!shown(FramingKind::Loaded, "shameless") && !shown(FramingKind::Loaded, "farce"));
    assert_eq!(comparison.extractions[0].commentary.len(), 2);
}

#[test]
fn the_openings_call_the_event_by_different_names() {
    let comparison = compare_articles(articles(&[
        "A gold-plated ferry scheme died on Monday when the council voted it down.",
        "The council on Monday turned away a modest plan for a boat over the river.",
    ]));
    let labels = of_kind(&comparison, FramingKind::Label);
    let openings = labels
        .iter()
        .find(|label| label.about == "the first sentences");
    let openings = openings.expect("the openings stand side by side");
    assert!(openings.note.contains("gold-plated ferry scheme"));
    assert!(openings.note.contains("a modest plan"));
    let cues = of_kind(&comparison, FramingKind::Cue);
    let verbs = cues.iter().find(|cue| cue.about == "the first sentences");
    assert!(verbs.is_some_and(|cue| cue.is_clear), "no headline says it");
}

#[test]
fn what_somebody_does_stands_beside_the_names() {
    let comparison = compare_articles(articles(&[
        "Ann Lee, the popular governor, started a fight with the miners on Monday.",
        "Ann Lee, the embattled governor, voiced disbelief at the miners on Monday.",
    ]));
    let labels = of_kind(&comparison, FramingKind::Label);
    assert!(labels.iter().any(|label| {
        label.about == "Ann Lee"
            && holds(&comparison, label, 0, "started a fight")
            && holds(&comparison, label, 1, "voiced disbelief")
    }));
}

#[test]
fn what_a_copy_tells_too_is_not_told_by_two() {
    let wire = "The county will close the Varn bridge to lorries on Monday. Engineers found rust in eleven of the forty \
                cables and asked for a weight limit at once. The dairy in Ostby will send its milk by barge until the \
                cables are replaced. “Nobody will be cut off,” the county engineer, Ann Lee, said.";
    let own = "Lorries may not cross the Varn bridge from Monday, the county decided. A ferry will carry them instead, \
               the harbour office said.";
    let comparison = compare_articles(articles(&[wire, wire, own]));
    assert_eq!(comparison.copies.len(), 1);
    let omissions = of_kind(&comparison, FramingKind::Omission);
    let mut passages = omissions
        .iter()
        .filter(|omission| omission.note.starts_with("not found"));
    assert!(
        omissions
            .iter()
            .any(|omission| holds(&comparison, omission, 0, "dairy"))
    );
    assert!(passages.all(|omission| {
        let mut told = omission.places.iter().map(|place| place.article);
        !(told.clone().any(|at| at == 0) && told.any(|at| at == 1))
    }));
}

#[test]
fn what_another_outlet_tells_in_other_order_is_not_missing_there() {
    let comparison = compare_articles(articles(&[
        "The council closed the bridge. An engineer had warned of rusted cables in January, the minutes show. Buses go round by the mill.",
        "The bridge is closed, the council said. The minutes show that rusted cables were known in January from an engineer.",
        "In January the minutes spoke of an engineer and of rusted cables. The council closed the bridge on Monday.",
    ]));
    let omissions = of_kind(&comparison, FramingKind::Omission);
    assert!(!omissions.iter().any(|omission| {
        omission.missing_in.contains(&2) && holds(&comparison, omission, 0, "rusted cables")
    }));
}
