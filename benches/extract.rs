//! Speed of finding quotations: the articles of `corpora/` by language, and texts made to be hard.
//!
//! A hard text is measured at sizes that double. Work in step with the size shows as the same number of
//! bytes per second on every line; a number that halves from line to line is a cost that grows with the
//! square.
//!
//! With reading and writing, `rashomon extract --format jsonl` of 840 news articles (3.95 MB) took 0.30 s of one
//! core, 13 MB a second, on a machine that others used too; of one line 5 ms, of which 3 ms are any command's. It
//! takes 320 instructions a byte (`valgrind --tool=callgrind`), which no other user of the machine changes.

mod corpora;

use std::fmt;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use rashomon::Article;
use rashomon::extract::extract;

fn main() {
    divan::main();
}

#[divan::bench(args = ["en", "de", "es", "fr", "ru"])]
fn articles(bencher: Bencher, language: &str) {
    let articles: Vec<Article> = corpora::events_in(language)
        .iter()
        .flat_map(|event| corpora::articles(event))
        .collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for article in &articles {
            black_box(extract(black_box(article)));
        }
    });
}

#[divan::bench(args = hard_texts(), sample_count = 3, sample_size = 1)]
fn hard(bencher: Bencher, text: &HardText) {
    let article = Article::new("hard", text.write());
    bencher
        .counter(BytesCount::of_str(&article.text))
        .bench_local(|| extract(black_box(&article)));
}

/// A text that repeats something until it has a size.
struct HardText {
    name: &'static str,
    /// The repeated part; `#` stands for a name that differs each time.
    part: &'static str,
    kilobytes: usize,
}

/// Sizes that double.
const KILOBYTES: [usize; 4] = [64, 128, 256, 512];

const PARTS: [(&str, &str); 20] = [
    ("opening marks", "“"),
    ("opening marks and words", "“word "),
    ("straight marks", "\""),
    ("straight marks and words", "\"word "),
    ("single marks", "'"),
    ("nested marks", "“‘"),
    ("open paragraphs", "“word word\n\n"),
    ("one word", "a"),
    ("one sentence", "word and word of the "),
    ("one sentence of commas", "word, said, "),
    ("capitals", "Ann "),
    ("other names", "# "),
    ("other speakers", "“Yes,” said # Lee.\n\n"),
    ("quotations in a paragraph", "“Yes,” he said. "),
    ("quotations in a sentence", "“yes” he said "),
    ("cues", "he said that she said "),
    ("numbers", "300 "),
    ("open brackets", "[Ed.: "),
    ("combining characters", "e\u{301}"),
    ("empty paragraphs", "\n"),
];

fn hard_texts() -> impl Iterator<Item = HardText> {
    PARTS.iter().flat_map(|&(name, part)| {
        KILOBYTES.map(|kilobytes| HardText {
            name,
            part,
            kilobytes,
        })
    })
}

impl HardText {
    fn write(&self) -> String {
        let mut text = String::new();
        let mut count = 0_usize;
        while text.len() < self.kilobytes * 1000 {
            text += &self.part.replace('#', &name(count));
            count += 1;
        }
        text
    }
}

/// A name like "Bacodu" for every number.
fn name(number: usize) -> String {
    let mut rest = number;
    let mut name = String::from("Ba");
    loop {
        name.push(char::from(b"bcdfghjklm"[rest % 10]));
        name.push(char::from(b"aeiou"[rest / 10 % 5]));
        rest /= 50;
        if rest == 0 {
            return name;
        }
    }
}

impl fmt::Display for HardText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {} kB", self.name, self.kilobytes)
    }
}
