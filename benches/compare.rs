//! Speed of the whole way, from the files of an event to its report.

mod corpora;

use divan::{Bencher, black_box};
use rashomon::compare_articles;
use rashomon::report::{Format, Json, Screen, Terminal};

fn main() {
    divan::main();
}

#[divan::bench(args = events(), sample_count = 20)]
fn files_to_page(event: &str) -> Vec<u8> {
    let comparison = compare_articles(corpora::articles(&folder(event)));
    let mut page = Vec::new();
    let written = Terminal::on(Screen::new(80)).write(&comparison, &mut page);
    written.expect("memory can be written to");
    page
}

#[divan::bench(args = events(), sample_count = 20)]
fn json(bencher: Bencher, event: &str) {
    let comparison = compare_articles(corpora::articles(&folder(event)));
    bencher.bench_local(|| {
        let mut report = Vec::new();
        let written = Json.write(black_box(&comparison), &mut report);
        written.expect("memory can be written to");
        report
    });
}

/// The names of the events.
fn events() -> Vec<String> {
    let events = corpora::events().into_iter();
    events
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect()
}

fn folder(event: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpora")
        .join(event)
}
