//! What facts and framing cost beside the alignment of the same articles: the comparison should take less
//! than twice as long.
//!
//! ```text
//! cargo bench --bench framing
//! ```

mod corpora;

use divan::{Bencher, black_box};
use rashomon::align::align;
use rashomon::compare::compare;
use rashomon::extract::extract;
use rashomon::{Article, Extraction};

fn main() {
    divan::main();
}

#[divan::bench(args = events(), sample_count = 50)]
fn alignment(bencher: Bencher, event: &str) {
    let (articles, extractions) = read(event);
    bencher.bench_local(|| align(black_box(&articles), black_box(&extractions)));
}

#[divan::bench(args = events(), sample_count = 50)]
fn comparison(bencher: Bencher, event: &str) {
    let (articles, extractions) = read(event);
    bencher
        .with_inputs(|| {
            let alignment = align(&articles, &extractions);
            (articles.clone(), extractions.clone(), alignment)
        })
        .bench_local_values(|(articles, extractions, alignment)| {
            compare(articles, extractions, alignment)
        });
}

fn read(event: &str) -> (Vec<Article>, Vec<Extraction>) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpora")
        .join(event);
    let articles = corpora::articles(&folder);
    let extractions = articles.iter().map(extract).collect();
    (articles, extractions)
}

/// The names of the events.
fn events() -> Vec<String> {
    let events = corpora::events().into_iter();
    events
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect()
}
