//! Writes invented articles, one JSON object to a line, for measuring stores of any size:
//!
//! ```sh
//! cargo run --release --example generate_articles -- 100000 > dump.jsonl
//! rashomon ingest dump.jsonl --store trial.db
//! ```

#[path = "../tests/generated/mod.rs"]
mod generated;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let count: usize = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(1_000);
    let mut newsroom = generated::Newsroom::new(1);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut left = count;
    while left > 0 {
        let articles = newsroom.event();
        for article in articles.iter().take(left) {
            writeln!(out, "{article}")?;
        }
        left = left.saturating_sub(articles.len());
    }
    out.flush()
}
