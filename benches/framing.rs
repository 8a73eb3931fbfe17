//! What facts and framing cost beside the alignment of the same articles: the comparison should take less
//! than twice as long.
//!
//! ```text
//! cargo bench --bench framing
//! ```

mod corpora;

use divan::Bencher;
use rashomon::align::align;
use rashomon::compare::compare;
use rashomon::extract::extract;
use rashomon::{Article, Extraction};

fn main() {
    divan::main();
}

#[divan::bench(args = events(), sample_count = 200)]
fn alignment(bencher: Bencher, event: &str) {
    let articles = articles(event);
    bencher
        .with_inputs(|| extracted(&articles))
        .bench_local_refs(|(articles, extractions)| align(articles, extractions));
}

#[divan::bench(args = events(), sample_count = 200)]
fn comparison(bencher: Bencher, event: &str) {
    let articles = articles(event);
    bencher
        .with_inputs(|| {
            let (articles, extractions) = extracted(&articles);
            let alignment = align(&articles, &extractions);
            (articles, extractions, alignment)
        })
        .bench_local_values(|(articles, extractions, alignment)| {
            // The alignment goes out with the result: freeing it is no part of the comparison.
            (compare(articles, extractions, &alignment), alignment)
        });
}

/// The articles of an event.
fn articles(event: &str) -> Vec<Article> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpora")
        .join(event);
    corpora::articles(&folder)
}

/// The articles with what is extracted from them, made anew: each of the two stages is measured as it runs in the
/// tool, right behind the stage before it, and neither finds its own code and tables warm from a run just before.
fn extracted(articles: &[Article]) -> (Vec<Article>, Vec<Extraction>) {
    let extractions = articles.iter().map(extract).collect();
    (articles.to_vec(), extractions)
}

/// The names of the events.
fn events() -> Vec<String> {
    let events = corpora::events().into_iter();
    events
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect()
}
