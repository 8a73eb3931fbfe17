//! Speed of finding which quotations render the same utterance, by the number of segments in the event.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use rashomon::extract::extract;
use rashomon::{Article, Extraction, align};

fn main() {
    divan::main();
}

/// Outlets that tell the event.
const OUTLETS: usize = 5;

/// Every outlet prints every utterance, some of them cut short.
#[divan::bench(args = [75, 300, 1200, 4800], sample_count = 10)]
fn segments(bencher: Bencher, segments: usize) {
    let articles: Vec<Article> = (0..OUTLETS)
        .map(|outlet| article(outlet, segments / OUTLETS))
        .collect();
    let extractions: Vec<Extraction> = articles.iter().map(extract).collect();
    bencher
        .counter(ItemsCount::new(segments))
        .bench_local(|| align::align(black_box(&articles), black_box(&extractions)));
}

/// An outlet's article with so many utterances, which are the same in every outlet.
fn article(outlet: usize, utterances: usize) -> Article {
    let paragraphs = (0..utterances).map(|utterance| {
        let mut words = Words::new(utterance as u64 + 1);
        let length = 8 + utterance % 17;
        let said: Vec<&str> = (0..length).map(|_| words.next_word()).collect();
        // Outlets cut different utterances, so that pairs are verbatim, truncated and both at once.
        let kept = if (utterance + outlet) % 3 == 0 {
            &said[2..]
        } else {
            &said
        };
        format!(
            "“{},” said {} Lee.",
            kept.join(" "),
            SPEAKERS[utterance % 4]
        )
    });
    let text = paragraphs.collect::<Vec<String>>().join("\n\n");
    Article::new(format!("outlet-{outlet}"), text)
}

const SPEAKERS: [&str; 4] = ["Ann", "Tom", "Ruth", "Omar"];

/// Words in an order that a seed decides.
struct Words {
    state: u64,
    known: Vec<&'static str>,
}

impl Words {
    fn new(seed: u64) -> Self {
        Self {
            state: seed,
            known: WORDS.split(' ').collect(),
        }
    }

    fn next_word(&mut self) -> &'static str {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(self.state >> 33).unwrap_or_default();
        self.known[at % self.known.len()]
    }
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
