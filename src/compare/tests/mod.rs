//! What two wordings of one utterance amount to, on lines as news print them.

mod properties;
mod relations;

use super::compare;
use crate::align::align;
use crate::model::{FindingKind, Pair, QuotationKind, Speaker};
use crate::{Article, Comparison, Extraction, Quotation, Relation, Span, compare_articles};

/// The relations of the only pair of two articles that quote Ann Lee.
fn relations(a: &str, b: &str) -> Vec<&'static str> {
    let quoting = |outlet: &str, words: &str| {
        Article::new(outlet, format!("“{words}” Mayor Ann Lee said on Monday."))
    };
    let comparison = compare_articles(vec![quoting("a", a), quoting("b", b)]);
    let pairs: Vec<&Pair> = comparison
        .statements
        .iter()
        .flat_map(|one| &one.pairs)
        .collect();
    assert_eq!(pairs.len(), 1, "pairs of {a:?} and {b:?}: {pairs:?}");
    pairs[0].relations.iter().map(Relation::name).collect()
}

#[test]
fn words_that_only_one_outlet_prints_are_not_credited_in_the_other() {
    let told = |a: &str, b: &str| -> String {
        let comparison =
            compare_articles(vec![Article::new("A Wire", a), Article::new("B Post", b)]);
        let mut findings = comparison.summary.into_iter();
        let finding = findings.find(|finding| finding.kind == FindingKind::Speaker);
        finding.expect("two speakers").text
    };
    let lee =
        "“The tender for the harbour was rigged from the very first day in May,” Ann Lee said.";
    let ortega = lee.replace("Ann Lee", "Robert Ortega");
    assert_eq!(
        told(lee, &ortega),
        "“The tender for the harbour was rigged from” … is credited to Ann Lee in A Wire, to Robert Ortega in B Post"
    );
    assert_eq!(
        told(lee, &ortega.replace("tender", "contract")),
        "“The tender for the harbour was rigged from” … in A Wire is credited to Ann Lee, “The contract for the harbour was rigged from” … in B Post to Robert Ortega"
    );
}

#[test]
fn two_named_speakers_differ_and_a_title_does_not() {
    let a = Article::new(
        "a",
        "“The tender for the harbour was rigged from the start,” Ann Lee said.",
    );
    let b = Article::new(
        "b",
        "“The tender for the harbour was rigged from the start,” Robert Ortega said.",
    );
    let c = Article::new(
        "c",
        "“The tender for the harbour was rigged from the start,” Mayor Lee said.",
    );
    let speaker = |x: &Article, y: &Article| {
        let comparison = compare_articles(vec![x.clone(), y.clone()]);
        comparison.statements[0].pairs[0]
            .relations
            .contains(Relation::Speaker)
    };
    assert!(speaker(&a, &b));
    assert!(!speaker(&a, &c));
    let aides = Article::new(
        "d",
        "“The tender for the harbour was rigged from the start,” aides said.",
    );
    let aide = Article::new(
        "e",
        "“The tender for the harbour was rigged from the start,” an aide said.",
    );
    assert!(speaker(&a, &aides));
    assert!(!speaker(&a, &aide));
}

#[test]
fn a_refrain_and_a_neighbouring_part_are_no_pairs() {
    let count = |a: &str, b: &str| {
        let comparison = compare_articles(vec![Article::new("a", a), Article::new("b", b)]);
        comparison
            .statements
            .iter()
            .map(|one| one.pairs.len())
            .sum::<usize>()
    };
    assert_eq!(
        count(
            "“The people of this valley deserve a hospital,” Ann Lee said.",
            "“The people of this valley voted for a ferry in the spring,” Ann Lee said."
        ),
        0
    );
    assert_eq!(
        count(
            "“It is a disgrace,” Ann Lee said of the dam.",
            "“It is a disgrace,” Tom Ortega said of the railway."
        ),
        0
    );
    assert_eq!(
        count(
            "Ann Lee called the plan “unacceptable”.",
            "The plan is “unacceptable”, said Mayor Ann Lee."
        ),
        1
    );
}

#[test]
fn indirect_speech_of_the_same_point_is_a_paraphrase() {
    let a = "“The county never inspected the sluice valves after the March flood,” Ann Lee said.";
    let b = "Ann Lee said that the sluice valves had never been inspected by the county.";
    let comparison = compare_articles(vec![Article::new("a", a), Article::new("b", b)]);
    let statement = &comparison.statements[0];
    assert!(statement.pairs[0].relations.contains(Relation::Paraphrased));
    assert_eq!(statement.carried_by, [0, 1]);
    assert_eq!(
        comparison.slice(statement.pairs[0].a),
        "The county never inspected the sluice valves after the March flood,"
    );
}

#[test]
fn a_paraphrase_may_share_no_form_of_a_word() {
    for (quoted, told) in [
        (
            "“We lose four hundred dollars on every winter crossing,” Paul Stone said.",
            "Paul Stone said that the line was losing $400 a crossing.",
        ),
        (
            "“The treasurer should step down over the harbour audit,” Ann Lee said.",
            "Ann Lee demanded that the treasurer resign because of the audit.",
        ),
    ] {
        let comparison = compare_articles(vec![Article::new("a", quoted), Article::new("b", told)]);
        let pairs = comparison.statements.iter().flat_map(|one| &one.pairs);
        let relations: Vec<_> = pairs.map(|pair| pair.relations).collect();
        assert_eq!(relations.len(), 1, "{quoted}");
        assert!(relations[0].contains(Relation::Paraphrased), "{quoted}");
    }
}

#[test]
fn a_repost_is_a_copy_and_what_it_adds_is_commentary() {
    let wire = "The ferry to Harrow Island will stop running in October, the county said on Monday.\n\n\
        Engineers found cracks in the landing stage during an inspection last week.\n\n\
        “We cannot let anybody board there,” said Ann Lee, who leads the harbour office.\n\n\
        The island has four hundred inhabitants and no other link to the mainland.";
    let repost = wire.replace(
        "\n\nThe island",
        "\n\nOnce more the taxpayer is asked to cover for officials who slept at their desks for years.\n\nThe island",
    );
    let comparison = compare_articles(vec![
        Article::new("wire", wire),
        Article::new("repost", repost),
    ]);
    assert_eq!(comparison.copies.len(), 1);
    let copy = &comparison.copies[0];
    assert_eq!(comparison.articles[copy.article].id, "repost");
    assert_eq!(copy.own_words, 17);
    let inserted = &comparison.extractions[copy.article].commentary[0];
    let text = &comparison.articles[copy.article].text;
    assert!(
        inserted
            .span
            .slice(text)
            .starts_with("Once more the taxpayer")
    );
    assert!(
        comparison
            .summary
            .iter()
            .any(|finding| finding.kind == FindingKind::Commentary)
    );
}

#[test]
fn an_article_beside_itself_is_all_verbatim() {
    let text = "“The dam held,” said Ann Lee. “It held because we paid for it [in 2019] … twice.”\n\n\
        Tom Ortega called that “nonsense” and said the dam had “never held”.";
    let (a, b) = (Article::new("a", text), Article::new("b", text));
    let comparison = compare_articles(vec![a, b]);
    assert!(!comparison.statements.is_empty());
    for pair in comparison.statements.iter().flat_map(|one| &one.pairs) {
        if pair.a.span == pair.b.span {
            let names: Vec<_> = pair.relations.iter().collect();
            assert!(
                names == [Relation::Verbatim] || names == [Relation::Interpolated],
                "{pair:?}"
            );
        }
    }
    for statement in &comparison.statements {
        assert_eq!(statement.carried_by, [0, 1]);
    }
}

#[test]
fn the_order_of_the_articles_does_not_matter() {
    let texts = [
        (
            "a",
            "“We will sue the pipeline company,” Ann Lee said. She called it “a fraud”.",
        ),
        (
            "b",
            "“We will never sue the pipeline company,” Ann Lee said.",
        ),
        (
            "c",
            "Ann Lee said she would sue the pipeline company over “a fraud”.",
        ),
    ];
    let articles = |order: [usize; 3]| {
        order
            .iter()
            .map(|at| Article::new(texts[*at].0, texts[*at].1))
            .collect::<Vec<_>>()
    };
    let first = compare_articles(articles([0, 1, 2]));
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let other = compare_articles(articles(order));
        assert_eq!(first.statements, other.statements);
        assert_eq!(first.summary, other.summary);
    }
}

/// Two articles that hold one quotation each, by the same speaker.
fn quoting(a: &str, b: &str) -> (Vec<Article>, Vec<Extraction>) {
    let articles = vec![Article::new("a", a), Article::new("b", b)];
    let extraction = |article: &Article| {
        let all = Span::new(0, article.text.len());
        let speaker = Speaker {
            name: "Ann Lee".to_owned(),
            mention: Span::new(0, 0),
        };
        Extraction {
            quotations: vec![Quotation {
                kind: QuotationKind::Direct,
                content: vec![all],
                segments: vec![all],
                speaker: Some(speaker),
                cue: None,
            }],
            commentary: Vec::new(),
            ..Extraction::default()
        }
    };
    let extractions = articles.iter().map(extraction).collect();
    (articles, extractions)
}

#[test]
fn a_rounding_is_told_by_its_own_word_behind_the_conflicts() {
    let comparison = crate::compare_articles(vec![
        Article::new(
            "A Wire",
            "After 12 days of unrest the square is calm. The fire killed 14 people in the mill.",
        ),
        Article::new(
            "B Post",
            "After more than a week of unrest the square is calm. The fire killed 17 people in the mill.",
        ),
    ]);
    let told = comparison.summary.iter();
    let told =
        told.filter(|finding| matches!(finding.kind, FindingKind::Fact | FindingKind::Rounding));
    let told: Vec<(FindingKind, &str)> = told.map(|one| (one.kind, one.text.as_str())).collect();
    assert_eq!(
        told,
        [
            (
                FindingKind::Fact,
                "“14 people” in A Wire, “17 people” in B Post"
            ),
            (
                FindingKind::Rounding,
                "“12 days of unrest” in A Wire, “more than a week of unrest” in B Post"
            ),
        ]
    );
}

fn compared(a: &str, b: &str) -> Comparison {
    let (articles, extractions) = quoting(a, b);
    let alignment = align(&articles, &extractions);
    compare(articles, extractions, &alignment)
}

#[test]
fn a_speaker_has_one_name_with_and_without_a_middle_initial() {
    let comparison = compare_articles(vec![
        Article::new(
            "A Wire",
            "Mayor Ann B. Corley met the crews on Monday.\n\n“The sluice was checked on Friday,” Ann B. Corley said.",
        ),
        Article::new(
            "B Post",
            "Ann Corley met the crews.\n\n“Nobody will pay for the pumps twice,” Ann Corley said.",
        ),
    ]);
    let mut speakers = comparison
        .statements
        .iter()
        .map(|statement| statement.speaker.as_deref());
    assert!(speakers.all(|speaker| speaker == Some("Ann B. Corley")));
}

#[test]
fn a_last_name_alone_is_whom_another_article_names_in_full() {
    let speakers = |a: &str, b: &str| -> Vec<String> {
        let articles = vec![Article::new("a", a), Article::new("b", b)];
        let statements = compare_articles(articles).statements;
        let names = statements.into_iter().filter_map(|one| one.speaker);
        names.collect()
    };
    let full = "“The quay will be shut,” Mayor Ann Lee said.";
    let last = "“Nobody was told about the crane in March,” Lee said.";
    assert_eq!(speakers(full, last), ["Ann Lee", "Ann Lee"]);
    // Two of that name: nobody knows which.
    let other = "“The ferry ran aground at night,” Tom Lee said.";
    let both = format!("{full}\n\n{other}");
    assert!(speakers(&both, last).contains(&"Lee".to_owned()));
}
