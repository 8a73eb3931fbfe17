//! Facts about days.

use super::*;

#[test]
fn one_apology_on_two_days() {
    let comparison = compare(&[
        "The aide apologized on Friday for a post about the mayor’s daughters.",
        "The aide had to apologize Saturday for a post about the mayor’s daughters.",
    ]);
    let fact = comparison
        .facts
        .iter()
        .find(|fact| fact.kind == FactKind::Date)
        .unwrap();
    assert_eq!(values(&comparison, fact), ["Friday", "Saturday"]);
}

#[test]
fn the_day_of_a_statement_is_not_the_day_of_what_it_tells() {
    let comparison = compare(&[
        "The board’s statement of Monday says that the release from the dam began in three steps.",
        "The release from the dam began in three steps on Sunday, the board says.",
    ]);
    assert!(comparison.facts.is_empty(), "{:?}", comparison.facts);
}

#[test]
fn a_weekday_meets_a_date_over_the_day_of_publication() {
    let told = |date: &str| {
        let texts = [
            "The mayor resigned on Tuesday over the fire at the old mill.".to_owned(),
            format!("The mayor resigned on {date} over the fire at the old mill."),
        ];
        let articles = texts.iter().enumerate().map(|(at, text)| {
            let mut article = Article::new(format!("outlet {at}"), text.as_str());
            let moment: Option<jiff::Timestamp> = "2026-03-06T10:00:00Z".parse().ok();
            article.published = Some(crate::model::Published {
                text: "2026-03-06".to_owned(),
                timestamp: moment.map(|moment| moment.as_second()),
            });
            article
        });
        compare_articles(articles.collect()).facts.len()
    };
    assert_eq!((told("March 3"), told("March 4")), (0, 1));
}

#[test]
fn the_day_on_which_one_thing_began_differs_across_grains() {
    let own = (
        "2026-04-15T10:00:00Z",
        "The dispute over the ferry began on Monday at the pier.",
    );
    let differing = (
        "2026-04-15T12:00:00Z",
        "The dispute, which has divided the town, dates back to January.",
    );
    let comparison = dated(&[own, differing]);
    assert_eq!(
        values(&comparison, &comparison.facts[0]),
        ["Monday", "January"]
    );
    let other = (
        "2026-04-15T12:00:00Z",
        "The concert season, which has delighted the town, started in January.",
    );
    assert!(dated(&[own, other]).facts.is_empty());
}

#[test]
fn a_date_that_both_print_is_no_conflict() {
    let comparison = compare(&[
        "The race moves to Arden on May 20 and to Belmar on May 27, the league said.",
        "The league said the race moves to Arden on May 20, then to Belmar, to end on May 27.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn the_same_deed_before_and_during_the_raid_is_a_conflict() {
    let deed = "The gunman pledged loyalty to the brotherhood before the raid on the mill.";
    let comparison = compare(&[
        deed,
        "During the raid on the mill the gunman pledged loyalty to the brotherhood.",
    ]);
    assert_eq!(
        values(&comparison, &comparison.facts[0]),
        ["before", "During"]
    );
    let comparison = compare(&[
        deed,
        "A baker hid two apprentices of the brotherhood during the raid on the mill.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn the_one_date_to_come_is_of_one_vote() {
    let texts = |day: &str| {
        [
            (
                "2026-04-13T10:00:00Z",
                "The council is due to vote on the ferry plan on May 7.".to_owned(),
            ),
            (
                "2026-04-13T12:00:00Z",
                format!("Ferries are slow, a captain said. The vote is scheduled for {day}."),
            ),
        ]
    };
    let of_day = |day: &str| {
        let texts = texts(day);
        dated(&[(texts[0].0, &texts[0].1), (texts[1].0, &texts[1].1)])
    };
    let comparison = of_day("May 8");
    let [fact] = comparison.facts.as_slice() else {
        panic!("{:?}", comparison.facts);
    };
    assert_eq!(values(&comparison, fact), ["May 7", "May 8"]);
    assert!(of_day("May 7").facts.is_empty());
}
