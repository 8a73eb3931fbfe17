//! Writes invented articles, one JSON object to a line, for measuring stores of any size:
//!
//! ```sh
//! cargo run --release --example generate_articles -- 100000 > dump.jsonl
//! rashomon ingest dump.jsonl --store trial.db
//! ```

#[path = "../tests/generated/mod.rs"]
mod generated;

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let count: usize = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(1_000);
    let dump = generated::Newsroom::new(1).dump(count);
    io::stdout().lock().write_all(dump.as_bytes())
}
