use sha2::{Digest, Sha256};

use super::*;
use crate::report::sample;

fn page(comparison: &Comparison) -> String {
    written(&Html::default(), comparison)
}

fn written(html: &Html, comparison: &Comparison) -> String {
    let mut out = Vec::new();
    html.write(comparison, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The hash of a style or script as a policy names it.
fn policy_hash(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digest = Sha256::digest(text.as_bytes());
    let mut base64 = String::new();
    for bytes in digest.chunks(3) {
        let word = bytes
            .iter()
            .fold(0_usize, |word, byte| word << 8 | usize::from(*byte));
        let word = word << (8 * (3 - bytes.len()));
        for at in 0..4 {
            let is_filled = at <= bytes.len();
            let letter = LETTERS[word >> (18 - 6 * at) & 63];
            base64.push(if is_filled { char::from(letter) } else { '=' });
        }
    }
    format!("sha256-{base64}")
}

#[test]
fn the_policy_names_the_style_and_the_script() {
    assert_eq!(
        policy_hash(STYLE),
        STYLE_HASH,
        "put the left one into mod.rs"
    );
    assert_eq!(
        policy_hash(SCRIPT),
        SCRIPT_HASH,
        "put the left one into mod.rs"
    );
    assert_eq!(
        policy_hash(""),
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    );
    assert!(STYLE.len() <= 15_000 && SCRIPT.len() <= 25_000);
}

#[test]
fn every_statement_and_every_change_stands_in_the_page() {
    let comparison = sample::dam();
    let page = page(&comparison);
    for (at, address) in comparison.addresses().iter().enumerate() {
        assert!(page.contains(&format!("id=\"{address}\"")), "{at}");
    }
    assert!(page.contains("<del>300</del>") && page.contains("<ins>30</ins>"));
    assert!(page.contains("In words: <bdi>“30” for “300”; the last 5 words are cut"));
    assert!(page.contains("Capital Daily: another speaker, the same words"));
}

/// `page` without what stands from every `open` to the next `close`.
fn without(page: &str, open: &str, close: &str) -> String {
    let mut parts = page.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + part.split_once(close).map_or("", |(_, rest)| rest)
    })
}

/// What stands between `open` and the next `close`, for every `open`.
fn between<'a>(page: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = page.split(open).skip(1);
    parts.filter_map(|part| part.split(close).next()).collect()
}

/// The sample with so many statements that its articles are left out.
fn endless() -> Comparison {
    let mut comparison = sample::dam();
    let statement = comparison.statements[0].clone();
    comparison
        .statements
        .extend(std::iter::repeat_n(statement, MOST_STATEMENTS));
    comparison
}

#[test]
fn a_page_that_grows_too_long_leaves_out_the_articles_and_says_so() {
    let page = page(&endless());
    assert!(page.contains("The articles are left out"));
    assert!(!page.contains("class=\"story\""));
    assert!(!page.contains("rashomon.comparison/1"), "and the data");
    assert!(page.contains("The data are left out of this page"));
}

#[test]
fn every_link_has_its_target() {
    let everything = View::default();
    let some_statements = View {
        only: vec![1, 4],
        ..View::default()
    };
    let some_outlets = View {
        outlets: vec![0, 2],
        ..View::default()
    };
    let pages = [
        (sample::dam(), everything.clone()),
        (sample::dam(), some_statements),
        (sample::dam(), some_outlets),
        (sample::crowd(12), everything.clone()),
        (endless(), everything),
    ];
    for (comparison, view) in pages {
        let html = Html {
            view,
            ..Html::default()
        };
        // What stands in a template is in no page before it takes the place of what is.
        let page = without(&written(&html, &comparison), "<template", "</template>");
        let ids = between(&page, " id=\"", "\"");
        let ids: std::collections::BTreeSet<&str> = ids.into_iter().collect();
        for target in between(&page, "href=\"#", "\"") {
            assert!(ids.contains(target), "{target}");
        }
        assert_eq!(
            ids.len(),
            page.matches(" id=\"").count(),
            "an id is given twice"
        );
    }
}

#[test]
fn a_rendering_leads_to_its_words_at_the_outlet() {
    let page = page(&sample::dam());
    let outside = between(&page, "class=\"outside\" href=\"", "\"");
    assert!(!outside.is_empty());
    let leads_there =
        |address: &&str| address.starts_with("https:") && address.contains("#:~:text=");
    assert!(outside.iter().all(leads_there), "{outside:?}");
}

#[test]
fn hostile_text_is_inert() {
    let page = page(&sample::crowd(5));
    assert!(!page.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{8}']));
    assert!(!page.contains("<img"));
    assert!(!page.contains("href=\"javascript"));
    assert!(
        !page.contains("class=\"outside\""),
        "only the web is linked to"
    );
    assert_eq!(
        page.matches("</script>").count(),
        2,
        "the script's and the data's own"
    );
    let markup = page.split("<script").next().unwrap();
    for tag in between(markup, "<", ">")
        .iter()
        .skip_while(|tag| !tag.starts_with("/style"))
    {
        // Every second part stands inside quotation marks.
        let names: String = tag.split('"').step_by(2).collect();
        let is_active = [" style=", " on", " src="]
            .iter()
            .any(|name| names.contains(name));
        assert!(!is_active, "<{tag}>");
    }
}

#[test]
fn marks_are_the_slices_at_their_addresses() {
    let comparison = sample::dam();
    let page = page(&comparison);
    let text: Vec<char> = comparison.articles[2].text.chars().collect();
    let addresses = between(&page, "id=\"a-C:", "\"");
    assert_eq!(addresses.len(), 3);
    for address in addresses {
        let (start, end) = address.split_once('-').unwrap();
        let slice: String = text[start.parse().unwrap()..end.parse().unwrap()]
            .iter()
            .collect();
        let mark = format!("id=\"a-C:{address}\" class=\"said\"");
        let after = page.split(&mark).nth(1).unwrap();
        let shown = after.split('>').nth(1).unwrap().split('<').next().unwrap();
        assert_eq!(shown, slice);
    }
}

#[test]
fn the_data_can_be_left_out_and_the_bytes_are_the_same_twice() {
    let comparison = sample::dam();
    assert_eq!(page(&comparison), page(&comparison));
    assert!(page(&comparison).contains("rashomon.comparison/1"));
    let html = Html {
        is_without_json: true,
        ..Html::default()
    };
    let mut out = Vec::new();
    html.write(&comparison, &mut out).unwrap();
    assert!(
        !String::from_utf8(out)
            .unwrap()
            .contains("rashomon.comparison/1")
    );
}

#[test]
fn facts_and_framing_stand_side_by_side_and_their_links_land() {
    let texts = [
        "The fire killed 14 people in the old mill, said Ann Lee, the embattled mayor.",
        "The fire killed 17 people in the old mill, claimed Ann Lee, the popular mayor.",
    ];
    let outlets = [
        ("Wire", "Old mill burns down"),
        ("Post", "Mayor under pressure"),
    ];
    let articles = texts.iter().zip(outlets);
    let articles = articles.map(|(text, (outlet, title))| Article {
        title: Some(title.to_owned()),
        ..Article::new(outlet, *text)
    });
    let comparison = crate::compare_articles(articles.collect());
    assert!(!comparison.facts.is_empty() && !comparison.framing.is_empty());
    let page = page(&comparison);
    let ids: Vec<&str> = page.split(" id=\"").skip(1).collect();
    let links: Vec<&str> = page.split("href=\"#").skip(1).collect();
    let name = |rest: &&str| rest.split('"').next().unwrap_or_default().to_owned();
    let ids: Vec<String> = ids.iter().map(name).collect();
    for link in links.iter().map(name) {
        assert!(ids.contains(&link), "#{link}");
    }
    // What is told first leads to its row, and not only to the section.
    let summary = page.split("id=\"matrix\"").next().unwrap();
    assert!(summary.contains("href=\"#fact-1\"") && summary.contains("href=\"#framing-"));
    assert!(summary.contains("href=\"#headlines\""));
    let facts = page.split("id=\"facts\"").nth(1).unwrap();
    let facts = facts.split("</section>").next().unwrap();
    assert!(facts.contains(">14 people</a>") && facts.contains(">17 people</a>"));
    assert!(page.contains("embattled") && page.contains("Who speaks"));
}

#[test]
fn the_matrix_says_what_its_signs_mean_and_no_others() {
    let page = page(&sample::dam());
    let matrix = page.split("id=\"matrix\"").nth(1).unwrap();
    let key = matrix.split("class=\"key\"").nth(1).unwrap();
    let key = key.split("</p>").next().unwrap();
    assert!(
        key.contains("◐ truncated") && key.contains("◉ fullest"),
        "{key}"
    );
    assert!(!key.contains("interpolated"), "{key}");
}

#[test]
fn a_page_without_a_conflict_says_how_many_facts_were_compared() {
    let mut comparison = sample::dam();
    comparison.facts_compared = 14;
    assert!(page(&comparison).contains("No conflict among 14 compared."));
}

#[test]
fn paragraphs_of_a_copied_text_are_folded_and_say_whose_they_are() {
    let told = "The river left its bed at the old mill before dawn and ran through the gardens below.\n\n\
                Divers looked for the ferry until the evening and found its bell under the second arch.\n\n\
                “We heard the bell all night,” said Ann Lee, the mayor.\n\n\
                The bridge stays closed to lorries for as long as the engineers count its rivets.";
    let copied =
        format!("{told}\n\nNobody on the council wished to be seen near the mill that week.");
    let at = |outlet: &str, text: &str, hour: u8| Article {
        published: Some(crate::model::Published {
            text: format!("2026-03-02T{hour:02}:00:00Z"),
            timestamp: Some(1_772_409_600 + i64::from(hour) * 3600),
        }),
        ..Article::new(outlet, text)
    };
    let articles = vec![at("Wire", told, 6), at("Post", &copied, 9)];
    let page = page(&crate::compare_articles(articles));
    let folds = between(&page, "<details class=\"fold\"><summary>", "</summary>");
    // The first are the original's own; what opens an article or stands in one alone has a mark.
    let bare = [16, 15].map(|words| format!("1 paragraph without a mark, {words} words"));
    let copied = bare.clone().map(|bare| format!("{bare}, as in A"));
    assert_eq!(folds, [bare, copied].concat());
    let rows = without(&page, "<template", "</template>");
    let rows = between(&rows, "<span class=\"as-in\">", "</span>");
    assert_eq!(rows, ["as in A"]);
}
