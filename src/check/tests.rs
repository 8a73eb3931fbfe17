use super::*;
use crate::model::CheckStatus;

const HEARING: &str = "THE CHAIR: You may begin.\n\nMAYOR LEE: We did not, um, we did not open the gate before noon. \
We will pay for 300 pumps, unless the court says otherwise. I am gonna ask the council for help. \
It was a long night for all of us.\n\nMR. ORTEGA: Nobody told the crews about the water. The river was higher than in 1998.\n";

/// The gravest status of each quotation of `draft` against the hearing, with the note.
fn checked(draft: &str) -> Vec<(CheckStatus, String)> {
    let mut draft = Article::new("draft", draft);
    draft.language = Some("en".to_owned());
    let check = check(
        vec![draft],
        vec![Article::new("hearing", HEARING)],
        &Allowances::default(),
    );
    let results = check.results.iter();
    results
        .map(|checked| (checked.status(), check.note(checked)))
        .collect()
}

fn status(draft: &str) -> CheckStatus {
    let results = checked(draft);
    assert_eq!(results.len(), 1, "{draft}: {results:?}");
    results[0].0
}

#[test]
fn each_status_is_told_from_the_others() {
    for (draft, expected) in [
        (
            "“It was a long night for all of us,” Mayor Lee said.",
            CheckStatus::Verbatim,
        ),
        (
            "“We did not open the gate before noon,” Mayor Lee said.",
            CheckStatus::Verbatim,
        ),
        (
            "“I am going to ask the council for help,” Mayor Lee said.",
            CheckStatus::Verbatim,
        ),
        (
            "“We did open the gate before noon,” Mayor Lee said.",
            CheckStatus::Contradicted,
        ),
        (
            "“The river was higher than in 1989,” Mr. Ortega said.",
            CheckStatus::Contradicted,
        ),
        (
            "“We will pay for 300 pumps,” Mayor Lee said.",
            CheckStatus::Truncated,
        ),
        (
            "“Nobody told the crews about the water,” Mayor Lee said.",
            CheckStatus::Speaker,
        ),
        (
            "“It was a hard night for all of us,” Mayor Lee said.",
            CheckStatus::Reworded,
        ),
        (
            "“It was a long night [at the gate] for all of us,” Mayor Lee said.",
            CheckStatus::Interpolated,
        ),
        (
            "“It was … for all of us,” Mayor Lee said.",
            CheckStatus::Elided,
        ),
        (
            "“We did not open the gate before noon. It was a long night for all of us,” Mayor Lee said.",
            CheckStatus::Spliced,
        ),
        (
            "“The bridge has been closed to lorries since spring,” Mayor Lee said.",
            CheckStatus::Missing,
        ),
    ] {
        assert_eq!(status(draft), expected, "{draft}");
    }
}

#[test]
fn a_reservation_that_the_draft_gives_itself_is_not_cut() {
    let draft = "“We will pay for 300 pumps,” Mayor Lee said, “unless the court says otherwise.”";
    let statuses: Vec<CheckStatus> = checked(draft).into_iter().map(|one| one.0).collect();
    assert_eq!(statuses, [CheckStatus::Verbatim, CheckStatus::Verbatim]);
}

#[test]
fn reported_speech_is_no_quotation() {
    let article =
        "The mayor, Ann Lee, told the council that the city would pay for the pumps by June.\n";
    let draft = Article::new(
        "draft",
        "“The city will pay for the pumps by June,” Mayor Lee said.",
    );
    let check = check(
        vec![draft],
        vec![Article::new("packet", article)],
        &Allowances::default(),
    );
    assert_eq!(check.results[0].status(), CheckStatus::Paraphrased);
}

#[test]
fn a_trace_finds_partial_and_misremembered_words() {
    let article = |id: &str, text: &str, at: i64| {
        let mut article = Article::new(id, text);
        article.published = Some(crate::model::Published {
            text: String::new(),
            timestamp: Some(at),
        });
        article
    };
    let articles = vec![
        article(
            "late",
            "“The gauge did not fail,” said Ilse Roth on Monday.",
            20,
        ),
        article(
            "early",
            "“The gauge at Sallow Bridge did not fail at all,” said Ilse Roth.",
            10,
        ),
        article(
            "other",
            "The council met on Monday and spoke about the budget.",
            5,
        ),
    ];
    let traced = trace("the gauge at the bridge did not fail", articles);
    let found: Vec<&str> = traced
        .renderings
        .iter()
        .map(|one| traced.articles[one.place.article].id.as_str())
        .collect();
    assert_eq!(found, ["early", "late"]);
    assert_eq!(traced.renderings[0].speaker.as_deref(), Some("Ilse Roth"));
    assert_eq!(traced.searched.articles, 3);
    assert!(
        trace("nothing of the kind was printed", traced.articles)
            .renderings
            .is_empty()
    );
}
