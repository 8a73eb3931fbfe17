//! What is done here and not there, who did it, and what somebody is.

use super::*;

/// The values of the facts that are words or names.
fn told(texts: &[&str]) -> Vec<Vec<String>> {
    let comparison = compare(texts);
    let facts = comparison.facts.iter();
    let facts = facts.filter(|fact| matches!(fact.kind, FactKind::Other | FactKind::Name));
    let values = facts.map(|fact| values(&comparison, fact));
    values
        .map(|values| values.into_iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn one_verb_with_and_without_a_negation_is_a_conflict() {
    let texts = [
        "The driver of the lorry was injured in the crash at Kestmoor, the fire service said.",
        "The driver of the lorry was not injured in the crash at Kestmoor, according to the fire service.",
    ];
    assert_eq!(told(&texts), [["was injured", "was not injured"]]);
    let texts = [
        "He is expected to shake hands with the mayor of Ormstad and to meet the queen at the palace.",
        "As it is no state visit, he is unlikely to meet Queen Ada of Norland, the mayor of Ormstad or others at the palace.",
    ];
    assert_eq!(told(&texts), [["to meet", "is unlikely to meet"]]);
}

#[test]
fn what_is_denied_must_be_what_is_done() {
    let pairs = [
        // Another plan.
        [
            "The ministry of health has approved the plan for the clinic in Aldby.",
            "The ministry of health has not approved the older plan for a heliport in Aldby.",
        ],
        // A claim and its denial.
        [
            "The mill’s owner, Nord Pulp, ignored the warnings of the inspectors in May.",
            "“We care,” said Ann Lee. Nord Pulp did not ignore the warnings of the inspectors in May, Ann Lee said.",
        ],
        // Left open.
        [
            "The council will raise the toll on the bridge in May.",
            "The council would not raise the toll on the bridge if the ferry ran.",
        ],
        // Not yet.
        [
            "The council has signed the contract for the bridge.",
            "The council has not yet signed the contract for the bridge.",
        ],
    ];
    for texts in pairs {
        assert!(told(&texts).is_empty(), "{:?}", told(&texts));
    }
}

#[test]
fn a_part_is_not_the_whole() {
    let texts = [
        "The regional court on Thursday overturned a part of the Bridge Act.",
        "The ruling to overturn the Bridge Act was read out by the regional court on Thursday.",
        "The regional court struck down the Bridge Act on Thursday.",
    ];
    assert_eq!(
        told(&texts),
        [["overturned a part of", "to overturn", "struck down"]]
    );
}

#[test]
fn two_persons_who_did_one_thing() {
    let texts = [
        "Fjellvik sacked its coach. Anna Ferrer made the decision on Tuesday at the club.",
        "Fjellvik sacked its coach. Tom Barrow made the decision on Tuesday at the club.",
    ];
    assert_eq!(told(&texts), [["Anna Ferrer", "Tom Barrow"]]);
    // There are many goals, several attend, and the club decides through its chairman.
    let others = [
        [
            "Anna Ferrer scored a goal on Tuesday against Strandby.",
            "Tom Barrow scored a goal on Tuesday against Strandby.",
        ],
        [
            "Anna Ferrer attended the meeting on Tuesday at the club.",
            "Tom Barrow attended the meeting on Tuesday at the club.",
        ],
        [
            "Anna Ferrer made the decision on Tuesday at the club.",
            "The Harbour Authority made the decision on Tuesday at the club.",
        ],
    ];
    for texts in others {
        assert!(told(&texts).is_empty(), "{:?}", told(&texts));
    }
}

#[test]
fn posts_of_one_body_exclude_each_other() {
    let texts = [
        "A toll was raised. The former campaign manager Paul Drenn praised it.",
        "A toll was raised. Paul Drenn, the campaign chairman, praised it.",
    ];
    assert_eq!(
        told(&texts),
        [[
            "The former campaign manager Paul Drenn",
            "the campaign chairman"
        ]]
    );
    let others = [
        "A toll was raised. The water board’s chairman Paul Drenn praised it.",
        "A toll was raised. The deputy campaign chairman Paul Drenn praised it.",
        "A toll was raised. Campaign chairman Paul Drenn, once campaign manager Paul Drenn, praised it.",
    ];
    for other in others {
        let found = told(&[texts[0], other]);
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn a_slip_in_a_name_is_told_once() {
    let texts = [
        "The mill was inspected. Josef Kline, the night manager, saw Maria Papadopoulos, who left.",
        "The mill was inspected. The night manager, Josef Klein, saw Maria Papadopoulos. He and Papadopoulous pleaded guilty.",
    ];
    assert_eq!(
        told(&texts),
        [
            vec!["Josef Kline", "Josef Klein"],
            vec!["Maria Papadopoulos", "Maria Papadopoulos", "Papadopoulous"]
        ]
    );
    let relatives = [
        "The mill was inspected. Josef Kline left with the Norlander.",
        "The mill was inspected. Hanna Klein left with the Norlanders.",
    ];
    assert!(told(&relatives).is_empty(), "{:?}", told(&relatives));
}

#[test]
fn an_article_that_takes_both_sides_tells_of_two_things() {
    let permanent = "Sundia has won a permanent exemption from the steel duty of Lorvia.";
    let temporary = "Sundia has won a temporary exemption from the steel duty of Lorvia.";
    assert_eq!(told(&[permanent, temporary]).len(), 1);
    let both = format!("{permanent} Estmark has a temporary exemption.");
    assert!(told(&[&both, temporary]).is_empty());
    let of_another = "Estmark has won a temporary exemption from the steel duty of Lorvia.";
    assert!(told(&[permanent, of_another]).is_empty());
}
