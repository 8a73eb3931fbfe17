mod answers;
mod days;
mod done;

use crate::model::{Difference, Fact, FactKind};
use crate::{Article, Comparison, compare_articles};

fn compare(texts: &[&str]) -> Comparison {
    let names = ["A Wire", "B Post", "C Star"];
    let articles = names
        .iter()
        .zip(texts)
        .map(|(name, text)| Article::new(*name, *text));
    compare_articles(articles.collect())
}

fn values<'c>(comparison: &'c Comparison, fact: &Fact) -> Vec<&'c str> {
    let figures = fact.values.iter().map(|value| value.figure);
    figures.map(|figure| comparison.slice(figure)).collect()
}

#[test]
fn two_tolls_conflict_and_a_rounded_one_does_not() {
    let comparison = compare(&[
        "The fire killed 14 people in the old mill, the brigade said.",
        "The fire killed 17 people in the old mill on Monday.",
    ]);
    assert_eq!(comparison.facts.len(), 1);
    assert_eq!(values(&comparison, &comparison.facts[0]), ["14", "17"]);
    assert_eq!(comparison.facts[0].difference, Difference::Conflict);
    let comparison = compare(&[
        "Nearly 300 passengers were stranded at the airport overnight.",
        "At the airport 297 passengers were stranded overnight.",
    ]);
    assert_eq!(comparison.facts[0].difference, Difference::Rounding);
}

#[test]
fn a_large_amount_with_fewer_digits_is_a_rounding() {
    let cost = |amount: &str| format!("The law grants the port {amount} for the new sea wall.");
    let difference = |a: &str, b: &str| {
        let comparison = compare(&[&cost(a), &cost(b)]);
        comparison.facts[0].difference
    };
    assert_eq!(
        difference("$1.4 billion", "$1.375 billion"),
        Difference::Rounding
    );
    assert_eq!(
        difference("$1.4 billion", "$1.325 billion"),
        Difference::Conflict
    );
    assert_eq!(
        difference("$14 million", "$13 million"),
        Difference::Conflict
    );
}

#[test]
fn a_later_toll_is_an_update() {
    let texts = [
        (
            "2026-04-13T10:00:00Z",
            "The flood killed seven people in the valley.",
        ),
        (
            "2026-04-14T10:00:00Z",
            "The flood killed eleven people in the valley.",
        ),
    ];
    assert_eq!(dated(&texts).facts[0].difference, Difference::Update);
}

/// Compares texts with the times at which they were published.
fn dated(texts: &[(&str, &str)]) -> Comparison {
    let articles = texts.iter().enumerate().map(|(at, (time, text))| {
        let mut article = Article::new(format!("outlet {at}"), *text);
        article.published = Some(crate::model::Published {
            text: (*time).to_owned(),
            timestamp: time
                .parse()
                .ok()
                .map(|moment: jiff::Timestamp| moment.as_second()),
        });
        article
    });
    compare_articles(articles.collect())
}

#[test]
fn equal_values_are_counted_and_not_shown() {
    let comparison = compare(&[
        "The council voted to pay £2m for 40 buses in March.",
        "In March the council voted to pay £2m for forty buses.",
    ]);
    assert!(comparison.facts.is_empty());
    assert!(comparison.facts_compared >= 2);
}

#[test]
fn numbers_of_different_things_do_not_meet() {
    let comparison = compare(&[
        "The council has 40 members. It bought 12 buses.",
        "The town has 9,000 voters. Its choir sang three songs.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn a_name_in_two_spellings() {
    let comparison = compare(&[
        "Desmond Achary, the mayor, spoke on the steps.",
        "Mayor Desmond Achari spoke on the steps.",
        "Ann Lee spoke on the steps.",
    ]);
    assert_eq!(comparison.facts.len(), 1);
    assert_eq!(
        values(&comparison, &comparison.facts[0]),
        ["Desmond Achary", "Desmond Achari"]
    );
}

#[test]
fn who_writes_a_name_in_both_spellings_shows_both() {
    let comparison = compare(&[
        "The march was led by Gentes Sin Pan, a group from Orme.",
        "Gente Sin Pan led the march.",
        "The march was led by Gentes Sin Pan. The head of Gente Sin Pan spoke.",
    ]);
    assert_eq!(
        values(&comparison, &comparison.facts[0]),
        [
            "Gentes Sin Pan",
            "Gente Sin Pan",
            "Gentes Sin Pan",
            "Gente Sin Pan"
        ]
    );
}

#[test]
fn a_place_and_its_people_are_two_names() {
    let comparison = compare(&[
        "The ferry took hundreds of North Callovans across the sea.",
        "The ferry from North Callova took hundreds across the sea.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn words_that_exclude_each_other_in_the_same_place() {
    let comparison = compare(&[
        "The minister said she was considering a new order on river tolls.",
        "The minister said that she was preparing a new order on river tolls.",
    ]);
    let fact = comparison
        .facts
        .iter()
        .find(|fact| fact.kind == FactKind::Other)
        .unwrap();
    assert_eq!(values(&comparison, fact), ["considering", "preparing"]);
}

#[test]
fn lengths_of_one_thing_conflict_though_an_article_counts_one() {
    let comparison = compare(&[
        "Talks with the union lasted three weeks before they broke down.",
        "Talks with the union lasted a month before they broke down.",
    ]);
    assert_eq!(values(&comparison, &comparison.facts[0]), ["three", "a"]);
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let texts = [
        "The fire killed 14 people in the old mill, the brigade said.",
        "The fire killed 17 people in the old mill on Monday.",
        "In the old mill 14 people were killed by a fire.",
    ];
    let forwards = compare(&texts);
    let backwards = compare(&[texts[2], texts[1], texts[0]]);
    let sorted = |comparison: &Comparison| {
        let mut all: Vec<String> = comparison
            .facts
            .iter()
            .flat_map(|fact| values(comparison, fact))
            .map(str::to_owned)
            .collect();
        all.sort();
        all
    };
    assert_eq!(sorted(&forwards), sorted(&backwards));
}

#[test]
fn one_statement_comes_by_two_ways() {
    let comparison = compare(&[
        "“The bridge will be open before the frost,” Mayor Ann Lee said in a statement.",
        "Mayor Ann Lee tweeted that “the bridge will be open before the frost.”",
    ]);
    let facts = comparison.facts.iter();
    let other: Vec<&Fact> = facts.filter(|fact| fact.kind == FactKind::Other).collect();
    assert_eq!(other.len(), 1);
    assert_eq!(values(&comparison, other[0]), ["statement", "tweeted"]);
}

#[test]
fn a_rounded_amount_and_a_converted_length_are_roundings() {
    for texts in [
        [
            "The club must pay costs of £640,000, the court said.",
            "The beaten boss must cough up more than £600,000 in legal bills.",
        ],
        [
            "The dam lies 14 miles upstream of the town.",
            "The town lies 22 kilometers below the dam, downstream.",
        ],
        [
            "The work should be finished in 14 weeks.",
            "The work could take more than three months.",
        ],
    ] {
        let comparison = compare(&texts);
        assert_eq!(comparison.facts.len(), 1, "{texts:?}");
        assert_eq!(comparison.facts[0].difference, Difference::Rounding);
    }
}

#[test]
fn one_number_of_two_nouns_is_no_difference() {
    let comparison = compare(&[
        "A letter signed by all 42 members of the council reached the mayor on Monday.",
        "A letter signed by 42 councillors reached the mayor on Monday.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn the_first_lines_tell_a_difference_or_that_there_is_none() {
    let told = |texts: &[&str]| -> Vec<String> {
        let comparison = compare(texts);
        let lines = comparison.summary.iter().map(|finding| &finding.text);
        lines.cloned().collect()
    };
    let lines = told(&[
        "The fire killed 14 people in the old mill, the brigade said.",
        "The fire killed 17 people in the old mill on Monday.",
    ]);
    let both = "“14 people” in A Wire, “17 people” in B Post";
    assert!(lines.iter().any(|line| line.contains(both)), "{lines:?}");
    let lines = told(&[
        "The council voted to pay £2m for 40 buses in March.",
        "In March the council voted to pay £2m for forty buses.",
    ]);
    let none = |line: &String| line.starts_with("No conflicting facts among ");
    assert!(lines.iter().any(none), "{lines:?}");
}

#[test]
fn what_stands_in_quotation_marks_is_counted_too() {
    let comparison = compare(&[
        "At least 30 “emergencies” are in force in the county, the clerk said.",
        "The clerk said that 31 of those emergencies are in force in the county.",
    ]);
    assert_eq!(comparison.facts.len(), 1);
    assert_eq!(comparison.facts[0].difference, Difference::Rounding);
}

#[test]
fn a_figure_that_the_other_prints_too_is_no_conflict() {
    let comparison = compare(&[
        "The police made at least 47 arrests on Bridge Street after bottles flew.",
        "After bottles flew there were 16 arrests on Bridge Street, compared to 47 the night before.",
    ]);
    let is_number = |fact: &&Fact| fact.kind == FactKind::Number;
    assert!(
        !comparison
            .facts
            .iter()
            .any(|fact| is_number(&fact) && fact.difference == Difference::Conflict)
    );
}

#[test]
fn a_length_of_time_in_one_word_meets_one_in_two() {
    let comparison = compare(&[
        "The mayor was charged after a monthslong investigation of her fund.",
        "The mayor was charged after a two-year investigation of her fund.",
    ]);
    assert_eq!(
        values(&comparison, &comparison.facts[0]),
        ["monthslong", "two-year"]
    );
    let comparison = compare(&[
        "The town has seen more than a week of unrest over the tolls.",
        "The town has seen 12 days of unrest over the tolls.",
    ]);
    assert_eq!(comparison.facts[0].difference, Difference::Rounding);
}

#[test]
fn words_exclude_each_other_only_beside_the_same_word() {
    let comparison = compare(&[
        "The lawsuit says that the sale of rafts is illegal under federal law.",
        "The lawsuit says that rafts from state shops flow over the border against the law.",
    ]);
    assert!(comparison.facts.is_empty());
}

const SILENT: &str = "A crane fell on the pier on Monday. The Harbour Authority did not respond to a request for comment.";

#[test]
fn votes_shares_and_times_of_day_are_compared() {
    let differing = [
        [
            "The board approved the bridge plan by a vote of 12 to 9.",
            "The board voted 13-9 to approve the bridge plan.",
        ],
        [
            "Two-thirds of the tenants rejected the offer, the union said.",
            "The union said 55 percent of the tenants rejected the offer.",
        ],
        [
            "The blast happened at 10:30 p.m. on Monday outside the depot.",
            "The blast happened outside the depot at 11:15 p.m. Monday.",
        ],
        [
            "The harbour master said the ferry had sunk for the third time.",
            "The ferry had sunk for the fourth time, the harbour master said.",
        ],
    ];
    for texts in differing {
        let comparison = compare(&texts);
        assert_eq!(comparison.facts.len(), 1, "{texts:?}");
        assert_eq!(comparison.facts[0].difference, Difference::Conflict);
    }
    let comparison = compare(&[
        "Two-thirds of the tenants rejected the offer, the union said.",
        "The union said about 66 percent of the tenants rejected the offer.",
    ]);
    assert!(comparison.facts.is_empty());
    let comparison = compare(&[
        "The blast happened at noon on Monday outside the depot.",
        "The blast happened outside the depot at 12 p.m. Monday.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn what_was_written_in_two_ways_at_once_is_no_conflict() {
    let comparison = compare(&[
        "Ann Lee tweeted that “the bridge was never inspected at all”.",
        "Ann Lee said in a statement on Twitter that “the bridge was never inspected at all”.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn hedges_that_meet_do_not_make_two_amounts_one() {
    let comparison = compare(&[
        "The ferry fund raised about $4 million for repairs in May.",
        "The ferry fund raised more than $3.3 million for repairs in May.",
    ]);
    assert_eq!(comparison.facts[0].difference, Difference::Conflict);
}

#[test]
fn a_range_and_a_number_inside_it_round() {
    let comparison = compare(&[
        "Between 150 and 200 drivers of the ferry line slept at the quay.",
        "About 200 drivers of the ferry line slept at the quay.",
    ]);
    assert_eq!(comparison.facts[0].difference, Difference::Rounding);
    assert_eq!(values(&comparison, &comparison.facts[0])[0], "150 and 200");
}

#[test]
fn numbers_of_one_noun_in_sentences_of_two_things_are_two() {
    let comparison = compare(&[
        "The choir sang for 20 villages in Arden. It lost 4 villages to the flood.",
        "The flood took the mill. The ferry calls at 35 villages along the lake.",
    ]);
    assert!(comparison.facts.is_empty());
}

#[test]
fn an_age_and_its_edge_round() {
    let comparison = compare(&[
        "Shops may sell the drug to adults over 21, the bill says.",
        "Shops may sell the drug to adults of 21, the bill says.",
    ]);
    let mut facts = comparison.facts.iter();
    assert!(facts.all(|fact| fact.difference == Difference::Rounding));
}
