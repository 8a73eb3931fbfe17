//! How long aligning and comparing take: two, twelve and two hundred articles of one event, and a corpus of
//! a hundred thousand quotations of many events.
//!
//! ```text
//! cargo bench --bench align
//! ```
//!
//! The texts are made: sentences of words that follow the frequencies of natural language, each outlet
//! quoting them whole, cut, elided or with words exchanged. Times are wall-clock on one core; the corpus is
//! aligned only, since a comparison describes one event.

use divan::Bencher;
use divan::counter::ItemsCount;
use rashomon::align::{Alignment, align};
use rashomon::compare::compare;
use rashomon::model::{QuotationKind, Speaker};
use rashomon::{Article, Extraction, Quotation, Span};

fn main() {
    divan::main();
}

/// Statements of one event.
const STATEMENTS: usize = 12;

#[divan::bench(args = [2, 12, 50, 200], sample_count = 10)]
fn align_one_event(bencher: Bencher, outlets: usize) {
    let (articles, extractions) = Maker::new(7).event(outlets, STATEMENTS);
    bencher
        .counter(ItemsCount::new(count(&extractions)))
        .bench_local(|| align(&articles, &extractions));
}

#[divan::bench(args = [2, 12, 50, 200], sample_count = 10)]
fn compare_one_event(bencher: Bencher, outlets: usize) {
    let (articles, extractions) = Maker::new(7).event(outlets, STATEMENTS);
    bencher
        .counter(ItemsCount::new(count(&extractions)))
        .with_inputs(|| {
            let alignment = align(&articles, &extractions);
            (articles.clone(), extractions.clone(), alignment)
        })
        .bench_local_values(|(articles, extractions, alignment): (_, _, Alignment)| {
            // The alignment goes out with the result: freeing it is no part of the comparison.
            (compare(articles, extractions, &alignment), alignment)
        });
}

/// Quotations of many events: 10,000 and 100,000.
#[divan::bench(args = [10_000, 100_000], sample_count = 3)]
fn align_corpus(bencher: Bencher, quotations: usize) {
    const OUTLETS: usize = 3;
    const EACH: usize = 4;
    let mut maker = Maker::new(11);
    let mut articles = Vec::new();
    let mut extractions = Vec::new();
    for _ in 0..quotations.div_ceil(OUTLETS * EACH) {
        let (some, found) = maker.event(OUTLETS, EACH);
        articles.extend(some);
        extractions.extend(found);
    }
    bencher
        .counter(ItemsCount::new(count(&extractions)))
        .bench_local(|| align(&articles, &extractions));
}

fn count(extractions: &[Extraction]) -> usize {
    let quotations = extractions.iter();
    quotations
        .map(|extraction| extraction.quotations.len())
        .sum()
}

/// Makes texts from a seed.
struct Maker {
    state: u64,
    articles: usize,
}

impl Maker {
    fn new(seed: u64) -> Self {
        Self {
            state: seed,
            articles: 0,
        }
    }

    /// A number below `end` (Knuth's linear congruential generator).
    fn below(&mut self, end: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or(0) % end
    }

    /// Small words as often as in English, others the rarer the higher their number.
    fn word(&mut self) -> String {
        const SMALL: [&str; 16] = [
            "the", "of", "and", "to", "a", "in", "that", "is", "we", "it", "for", "will", "not",
            "our", "they", "have",
        ];
        if self.below(100) < 45 {
            return SMALL[self.below(SMALL.len())].to_owned();
        }
        let spread = 20_000 / (1 + self.below(200));
        let mut number = self.below(spread.max(1));
        let mut word = String::new();
        loop {
            word.push_str(
                ["ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "nu"][number % 10],
            );
            number /= 10;
            if number == 0 {
                return word + "n";
            }
        }
    }

    fn sentence(&mut self) -> Vec<String> {
        let length = 12 + self.below(25);
        (0..length).map(|_| self.word()).collect()
    }

    /// One outlet's version of a statement.
    fn render(&mut self, statement: &[String]) -> String {
        let mut words = statement.to_vec();
        match self.below(5) {
            0 => words.truncate(words.len() / 2 + 3),
            1 => drop(words.drain(..words.len() / 3)),
            2 => {
                let at = 3 + self.below(words.len() - 6);
                words.insert(at, "…".to_owned());
                words.remove(at + 1);
            }
            3 => {
                let at = self.below(words.len());
                words[at] = self.word();
            }
            _ => {}
        }
        words.join(" ")
    }

    /// `outlets` articles that quote most of the same `statements`.
    fn event(&mut self, outlets: usize, statements: usize) -> (Vec<Article>, Vec<Extraction>) {
        let said: Vec<Vec<String>> = (0..statements).map(|_| self.sentence()).collect();
        let speaker = format!("Ann {}", self.word());
        let mut articles = Vec::new();
        let mut extractions = Vec::new();
        for _ in 0..outlets {
            self.articles += 1;
            let mut text = String::new();
            let mut quotations = Vec::new();
            for statement in &said {
                text.push_str(&self.sentence().join(" "));
                text.push_str(".\n“");
                let start = text.len();
                text.push_str(&self.render(statement));
                let segment = Span::new(start, text.len());
                text.push_str("”\n");
                quotations.push(Quotation {
                    kind: QuotationKind::Direct,
                    content: vec![segment],
                    segments: vec![segment],
                    speaker: Some(Speaker {
                        name: speaker.clone(),
                        mention: Span::new(0, 0),
                    }),
                    cue: None,
                });
            }
            articles.push(Article::new(format!("outlet{}", self.articles), text));
            extractions.push(Extraction {
                quotations,
                ..Extraction::default()
            });
        }
        (articles, extractions)
    }
}
