use super::Sample;
use crate::Comparison;
use crate::model::FindingKind;

use crate::Relation::{Contradicted, Reworded, Speaker as Credited, Truncated, Verbatim};

/// What must come out inert in every format: escape sequences, a direction override, markup, a
/// spreadsheet formula, table bars, a command of a build machine.
pub(crate) const HOSTILE: &str = "\u{1b}[31;1m\u{1b}]8;;https://evil.example\u{7}\u{202e}<img src=x onerror=alert(1)></script>\
    =HYPERLINK(\"https://evil.example\") | `code` ::error::stop [x](javascript:alert(1)) \u{9b}2J\r\u{8}";

/// `outlets` outlets that carry the same three statements, with hostile words, wide and combining
/// characters, and words that fit no line.
pub(crate) fn crowd(outlets: usize) -> Comparison {
    let texts: Vec<String> = (0..outlets).map(text).collect();
    let names: Vec<String> = (0..outlets).map(name).collect();
    let titles: Vec<String> = (0..outlets).map(|at| format!("{HOSTILE} {at}")).collect();
    let articles: Vec<_> = (0..outlets)
        .map(|at| {
            (
                names[at].as_str(),
                None,
                titles[at].as_str(),
                texts[at].as_str(),
            )
        })
        .collect();
    let mut sample = Sample::new(&articles);
    for article in &mut sample.comparison.articles {
        article.url = Some("javascript:alert(1)".to_owned());
        article.byline = Some(HOSTILE.to_owned());
    }
    for words in [
        "我们在中午之前转移了三百个家庭，没有人留下",
        "le\u{301} pont est su\u{302}r et restera ouvert",
        HOSTILE,
        LONG,
    ] {
        let mut pairs = Vec::new();
        let first = sample.quote(0, words, HOSTILE, "Ána", "said");
        for other in 1..outlets {
            let place = sample.quote(other, words, HOSTILE, "Ána", "said");
            match other % 3 {
                0 => pairs.push((first, place, &[Credited, Verbatim][..])),
                1 => pairs.push((first, place, &[Contradicted, Reworded, Truncated][..])),
                _ => pairs.push((first, place, &[Truncated][..])),
            }
        }
        sample.state(HOSTILE, &pairs);
    }
    sample.find(FindingKind::Contradicted, HOSTILE, &[0, 1], &[0]);
    sample.comparison.left_out.push(HOSTILE.to_owned());
    sample.comparison.notes.push(HOSTILE.to_owned());
    sample.comparison
}

const LONG: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender-👩\u{200d}👩\u{200d}👧\u{fe0f}☺\u{fe0f}-ﷺ";

fn name(at: usize) -> String {
    let names = ["Ｗｉｄｅ 日報", "E\u{301}clair", HOSTILE, "Post"];
    format!("{} {at}", names[at % names.len()])
}

fn text(at: usize) -> String {
    format!(
        "Ána said {at}.\n\n“我们在中午之前转移了三百个家庭，没有人留下”\n\n\
         “le\u{301} pont est su\u{302}r et restera ouvert”\n\n“{HOSTILE}”\n\n“{LONG}”\n\nComment: {HOSTILE}"
    )
}
