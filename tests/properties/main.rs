//! What must hold of every text.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod texts;

use std::fs;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use rashomon::extract::extract;
use rashomon::model::{Narration, Place};
use rashomon::read::{Input, read};
use rashomon::report::{
    Detail, Extracted, Format, Html, Json, JsonLines, Markdown, Screen, Separator, Table, Tables,
    Terminal, View,
};
use rashomon::{Article, Comparison, Extraction, Relation, Span, compare_articles};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use texts::{any_article, any_text, article, some_paragraphs};

proptest! {
    #![proptest_config(cases())]

    /// Every span lies in the body on character boundaries, in the order that the model promises.
    #[test]
    fn what_is_extracted_are_slices_of_the_text(article in any_article("post")) {
        let extraction = extract(&article);
        let spans = spans_of(&extraction);
        for span in &spans {
            prop_assert!(is_slice(&article, *span), "{span:?} of {:?}", article.text);
        }
        for quotation in &extraction.quotations {
            prop_assert!(!quotation.content.is_empty());
            prop_assert!(quotation.content.is_sorted(), "{:?}", quotation.content);
            prop_assert!(quotation.segments.is_sorted(), "{:?}", quotation.segments);
            for segment in &quotation.segments {
                let lies_inside = quotation.content.iter().any(|content| content.contains(*segment));
                prop_assert!(lies_inside, "{segment:?} of {:?}", quotation.content);
                prop_assert!(!segment.is_empty());
            }
        }
        let starts = extraction.quotations.iter().map(|quotation| quotation.start());
        prop_assert!(starts.is_sorted());
        prop_assert!(extraction.commentary.iter().map(|remark| remark.span).is_sorted());
    }

    /// Whatever the outlets print, every place of the comparison is a slice of its article.
    #[test]
    fn what_is_compared_are_slices_of_the_texts(
        a in any_article("a"), b in any_article("b"), c in any_article("c"),
    ) {
        let comparison = compare_articles(vec![a, b, c]);
        for place in places_of(&comparison) {
            let article = &comparison.articles[place.article];
            prop_assert!(is_slice(article, place.span), "{place:?} of {:?}", article.text);
        }
    }

    /// Offsets in JSON count code points, and the text beside them stands there.
    #[test]
    fn offsets_in_json_lead_to_the_text_beside_them(a in any_article("a"), b in any_article("b")) {
        let comparison = compare_articles(vec![a, b]);
        let report: Value = serde_json::from_slice(&written(&Json, &comparison)).unwrap();
        let of = |id: &Value| {
            let mut articles = comparison.articles.iter();
            articles.find(|article| article.id == *id).map(|article| &article.text)
        };
        for quotation in report["quotations"].as_array().unwrap() {
            let text = of(&quotation["article"]).unwrap();
            for mention in [&quotation["speaker"], &quotation["cue"]] {
                if !mention.is_null() {
                    prop_assert_eq!(mention["text"].clone(), code_points(text, mention));
                }
            }
        }
        for remark in report["commentary"].as_array().unwrap() {
            let text = of(&remark["article"]).unwrap();
            prop_assert!(remark["end"].as_u64() <= Some(text.chars().count() as u64));
        }
    }

    /// No format fails on any text; none lets a control character through to a terminal, and no line is
    /// wider than the screen.
    #[test]
    fn every_report_can_be_written(a in any_article("a"), b in any_article("b")) {
        let comparison = compare_articles(vec![a, b]);
        let view = View { all: true, detail: Detail::Full, ..View::default() };
        let page = Terminal { screen: Screen::new(80), event: None, view: view.clone() };
        let page = String::from_utf8(written(&page, &comparison)).unwrap();
        for line in page.lines() {
            prop_assert!(!line.contains(char::is_control), "{line:?}");
            prop_assert!(line.width() <= 80, "{} columns: {line:?}", line.width());
        }
        let html = Html { event: None, view: view.clone(), is_without_json: false };
        written(&html, &comparison);
        written(&Markdown { event: None, view: view.clone() }, &comparison);
        for table in [Table::Outlets, Table::Statements, Table::Renderings, Table::Pairs, Table::Cues] {
            written(&Tables { table, separator: Separator::Tab, view: view.clone() }, &comparison);
        }
        for (article, extraction) in comparison.articles.iter().zip(&comparison.extractions) {
            let extracted = Extracted { article, extraction, context: 5, shows_thoughts: true, texts: comparison.texts };
            written(&JsonLines, &extracted);
            written(&Terminal::on(Screen::new(80)), &extracted);
        }
    }

    /// The order in which articles come changes no byte, and neither does a second run.
    #[test]
    fn order_of_the_articles_changes_nothing(
        a in any_article("a"),
        b in some_paragraphs(), c in some_paragraphs(), d in some_paragraphs(),
    ) {
        let articles = [a, article("b", &b), article("c", &c), article("d", &d)];
        let mut reports = [[0, 1, 2, 3], [0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]].map(|order| {
            let comparison = compare_articles(order.map(|at: usize| articles[at].clone()).to_vec());
            (written(&Json, &comparison), written(&Terminal::on(Screen::new(80)), &comparison))
        });
        reports.sort();
        prop_assert_eq!(&reports[0], &reports[3]);
    }

    /// An article beside its copy: the same words everywhere, and nobody leaves anything out.
    #[test]
    fn a_copy_is_verbatim(paragraphs in some_paragraphs()) {
        let comparison = compare_articles(vec![article("a", &paragraphs), article("b", &paragraphs)]);
        for statement in &comparison.statements {
            prop_assert_eq!(&statement.carried_by, &[0, 1]);
            prop_assert!(statement.omitted_by.is_empty());
            for pair in &statement.pairs {
                prop_assert_eq!(pair.a.span, pair.b.span);
                let relations: Vec<Relation> = pair.relations.iter().collect();
                prop_assert_eq!(relations, [Relation::Verbatim], "{}", comparison.slice(pair.a));
            }
        }
        let segments = comparison.extractions[0].quotations.iter().map(|q| q.segments.len());
        let pairs = comparison.statements.iter().map(|statement| statement.pairs.len());
        prop_assert_eq!(pairs.sum::<usize>(), segments.sum::<usize>());
    }

    /// Any bytes are an article or an error that names the file.
    #[test]
    fn any_bytes_can_be_read(bytes in vec(any::<u8>(), 0..400)) {
        let path = file("bytes", &bytes);
        let reading = read(&[Input::Path(path.clone())], &mut |_, _| {});
        prop_assert!(reading.articles.len() + reading.left_out.len() > 0);
        for error in &reading.left_out {
            prop_assert!(error.to_string().contains(path.to_str().unwrap()), "{error}");
        }
    }

    /// Plain text comes through as it stands: nothing lost, nothing moved.
    #[test]
    // A NUL byte is shown as a replacement character, and the loss is told beside the article; where carriage
    // returns alone end the lines, they become the sign that ends lines elsewhere.
    fn plain_text_is_kept_as_it_stands(text in plain_text()) {
        let path = file("plain", text.as_bytes());
        let ends = if text.contains('\n') { "\r" } else { "\n" };
        let expected = text.replace('\0', "\u{fffd}").replace('\r', ends);
        for article in read(&[Input::Path(path)], &mut |_, _| {}).articles {
            prop_assert_eq!(&article.text, &expected);
        }
    }
}

/// As many cases as the time of a test run allows; `PROPTEST_CASES` asks for another number, and
/// `PROPTEST_RNG_SEED`, which `.cargo/config.toml` sets, for other ones.
fn cases() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 48;
    }
    config
}

/// Any text that no reader can take for another format.
fn plain_text() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| format!("Harbour. {text}"))
}

/// A file of this test's own that holds `bytes`.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("properties-{name}"));
    fs::write(&path, bytes).unwrap();
    path
}

fn written<S>(format: &impl Format<S>, subject: &S) -> Vec<u8> {
    let mut bytes = Vec::new();
    format.write(subject, &mut bytes).unwrap();
    bytes
}

fn is_slice(article: &Article, span: Span) -> bool {
    article.text.get(span.start..span.end).is_some() && article.body.contains(span)
}

/// The characters that an object's `start` and `end` point to.
fn code_points(text: &str, object: &Value) -> String {
    let at = |side: &str| usize::try_from(object[side].as_u64().unwrap()).unwrap();
    let (start, end) = (at("start"), at("end"));
    text.chars().skip(start).take(end - start).collect()
}

/// Every span of an extraction.
fn spans_of(extraction: &Extraction) -> Vec<Span> {
    let mut spans = Vec::new();
    for quotation in &extraction.quotations {
        spans.extend(&quotation.content);
        spans.extend(&quotation.segments);
        spans.extend(quotation.speaker.iter().map(|speaker| speaker.mention));
        spans.extend(quotation.cue.iter().map(|cue| cue.span));
    }
    for remark in &extraction.commentary {
        spans.push(remark.span);
        spans.extend(remark.marker);
    }
    let Narration {
        sentences,
        quantities,
        days,
        namings,
        tones,
    } = &extraction.narration;
    for sentence in sentences {
        spans.push(sentence.span);
        spans.extend(&sentence.predicates);
    }
    spans.extend(
        quantities
            .iter()
            .flat_map(|found| [found.span, found.figure]),
    );
    spans.extend(days.iter().map(|day| day.span));
    spans.extend(namings.iter().flat_map(|naming| [naming.span, naming.head]));
    spans.extend(tones.iter().map(|tone| tone.span));
    spans
}

/// Every place of a comparison.
fn places_of(comparison: &Comparison) -> Vec<Place> {
    let mut places = Vec::new();
    for (article, extraction) in comparison.extractions.iter().enumerate() {
        let spans = spans_of(extraction).into_iter();
        places.extend(spans.map(|span| Place { article, span }));
    }
    for statement in &comparison.statements {
        places.push(statement.reference);
        for pair in &statement.pairs {
            places.extend([pair.a, pair.b]);
            for part in &pair.diff {
                let (a, b) = (pair.a.article, pair.b.article);
                places.extend(part.a.map(|span| Place { article: a, span }));
                places.extend(part.b.map(|span| Place { article: b, span }));
            }
        }
    }
    for fact in &comparison.facts {
        places.extend(
            fact.values
                .iter()
                .flat_map(|value| [value.place, value.figure]),
        );
    }
    places.extend(
        comparison
            .framing
            .iter()
            .flat_map(|framing| &framing.places),
    );
    places.extend(comparison.remarks.iter().map(|remark| remark.place));
    places
}
