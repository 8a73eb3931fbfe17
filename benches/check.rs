//! Speed of looking up a draft's quotations: a draft of about a thousand words against one to a thousand
//! pages of transcript (450 words a page).

use std::fmt::Write;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use rashomon::Article;
use rashomon::check::{Allowances, check, trace};

fn main() {
    divan::main();
}

const SENTENCES_ON_A_PAGE: usize = 30;

#[divan::bench(args = [1, 10, 100, 1000], sample_count = 5, sample_size = 1)]
fn draft_against_pages(bencher: Bencher, pages: usize) {
    let (draft, sources) = (draft(pages), transcripts(pages));
    bencher
        .counter(ItemsCount::new(pages))
        .with_inputs(|| (vec![draft.clone()], sources.clone()))
        .bench_local_values(|(drafts, sources)| {
            check(
                black_box(drafts),
                black_box(sources),
                &Allowances::default(),
            )
        });
}

#[divan::bench(args = [1, 10, 100, 1000], sample_count = 5, sample_size = 1)]
fn words_in_pages(bencher: Bencher, pages: usize) {
    let asked = sentence(pages * SENTENCES_ON_A_PAGE / 2);
    let sources = transcripts(pages);
    bencher
        .counter(ItemsCount::new(pages))
        .with_inputs(|| sources.clone())
        .bench_local_values(|sources| trace(black_box(&asked), black_box(sources)));
}

/// Forty quotations, every second one with a word of its own, between sentences of the reporter's.
fn draft(pages: usize) -> Article {
    let mut text = String::new();
    let all = pages * SENTENCES_ON_A_PAGE;
    for at in 0..40 {
        let mut said = sentence(at * all / 40);
        if at % 2 == 1 {
            said = said.replacen("the", "their", 1);
        }
        let _ = write!(
            text,
            "“{said},” Ms. Lee told the committee. Members listened to the answer and went on to the \
             next question.\n\n"
        );
    }
    Article::new("draft", text)
}

/// Ten pages to a transcript.
fn transcripts(pages: usize) -> Vec<Article> {
    let of = |(number, first): (usize, usize)| {
        let last = (first + 10).min(pages);
        let mut text = String::new();
        for at in first * SENTENCES_ON_A_PAGE..last * SENTENCES_ON_A_PAGE {
            let speaker = ["MS. LEE", "THE CHAIR", "MR. OKAFOR"][at / 5 % 3];
            if at % 5 == 0 {
                let _ = write!(text, "\n{speaker}: ");
            }
            let _ = write!(text, "{}. ", sentence(at));
        }
        Article::new(format!("hearing {number}"), text)
    };
    (0..pages).step_by(10).enumerate().map(of).collect()
}

/// Fifteen words; which ones depends on the number (Knuth's linear congruential generator).
fn sentence(number: usize) -> String {
    let known: Vec<&str> = WORDS.split(' ').collect();
    let mut state = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let words = (0..15).map(|at| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let drawn = usize::try_from(state >> 40).unwrap_or_default();
        // Every third word is a small one, as in speech.
        known[if at % 3 == 0 {
            drawn % 8
        } else {
            drawn % known.len()
        }]
    });
    let words: Vec<&str> = words.collect();
    format!("We {} {number}", words.join(" "))
}

const WORDS: &str = "\
    the of and we is not to that bridge river harbour school council ferry budget winter \
    promise letter engine garden hospital market signal tunnel village window island \
    library mountain number orchard passenger quarter railway shelter theatre umbrella \
    vessel warning yard anchor barrier captain deposit estate factory gallery highway \
    inquiry journey kitchen ladder meadow notice officer parcel quarry record station \
    ticket upgrade valley worker account border cable district engineer forest ground \
    height insurance judgment lake machine newspaper opinion platform question report \
    surface teacher union visitor water open close repair build wait hold carry measure \
    leave return answer";
