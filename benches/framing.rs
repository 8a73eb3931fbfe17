//! What facts and framing cost beside the alignment of the same articles: the comparison should take less
//! than twice as long.
//!
//! ```text
//! cargo bench --bench framing
//! ```

mod corpora;

use divan::Bencher;
use rashomon::align::{Alignment, align};
use rashomon::compare::compare;
use rashomon::extract::extract;
use rashomon::{Article, Extraction};

fn main() {
    divan::main();
}

#[divan::bench(args = events(), sample_count = 200)]
fn alignment(bencher: Bencher, event: &str) {
    let event = Event::read(event);
    bencher
        .with_inputs(|| event.aligned())
        .bench_local_refs(|(articles, extractions, _)| align(articles, extractions));
}

#[divan::bench(args = events(), sample_count = 200)]
fn comparison(bencher: Bencher, event: &str) {
    let event = Event::read(event);
    bencher.with_inputs(|| event.aligned()).bench_local_values(
        |(articles, extractions, alignment)| {
            // The alignment goes out with the result: freeing it is no part of the comparison.
            (compare(articles, extractions, &alignment), alignment)
        },
    );
}

/// The articles of an event and what was extracted from them.
struct Event {
    articles: Vec<Article>,
    extractions: Vec<Extraction>,
}

impl Event {
    fn read(event: &str) -> Self {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpora")
            .join(event);
        let articles = corpora::articles(&folder);
        let extractions = articles.iter().map(extract).collect();
        Self {
            articles,
            extractions,
        }
    }

    /// What both benchmarks begin with, made anew: neither finds its input in a warmer memory than the other.
    fn aligned(&self) -> (Vec<Article>, Vec<Extraction>, Alignment) {
        let alignment = align(&self.articles, &self.extractions);
        (self.articles.clone(), self.extractions.clone(), alignment)
    }
}

/// The names of the events.
fn events() -> Vec<String> {
    let events = corpora::events().into_iter();
    events
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect()
}
