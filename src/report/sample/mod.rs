//! The comparison that the tests of all formats render: invented outlets, people and words, made by hand
//! so that a change of the stages before does not change it.
//!
//! Passages are given by their words and found in the text; the word diff is made here as the compare
//! stage makes it, as far as these texts need.

mod crowd;
mod dam;

use similar::{Algorithm, DiffOp as Step, capture_diff_slices};

use crate::model::{
    Cue, CueGroup, DiffOp, DiffPart, Finding, FindingKind, Grounds, Pair, Place, Published,
    QuotationId, Speaker, Told,
};
use crate::{
    Article, Comparison, Extraction, Quotation, QuotationKind, Relation, Span, Statement, Texts,
};

pub(crate) use crowd::crowd;
pub(crate) use dam::dam;

struct Sample {
    comparison: Comparison,
}

impl Sample {
    fn new(articles: &[(&str, Option<&str>, &str, &str)]) -> Self {
        let articles: Vec<Article> = articles.iter().map(|about| article(*about)).collect();
        Self {
            comparison: Comparison {
                extractions: vec![Extraction::default(); articles.len()],
                told: vec![Told::default(); articles.len()],
                articles,
                statements: Vec::new(),
                facts: Vec::new(),
                facts_compared: 0,
                framing: Vec::new(),
                remarks: Vec::new(),
                voices: Vec::new(),
                copies: Vec::new(),
                nearest: Vec::new(),
                summary: Vec::new(),
                left_out: Vec::new(),
                notes: Vec::new(),
                texts: Texts::default(),
            },
        }
    }

    fn quote(
        &mut self,
        article: usize,
        words: &str,
        name: &str,
        mention: &str,
        cue: &str,
    ) -> Place {
        let text = &self.comparison.articles[article].text;
        let inner = found(text, words);
        let outer = Span::new(
            text[..inner.start]
                .char_indices()
                .next_back()
                .map_or(0, |(at, _)| at),
            inner.end + text[inner.end..].chars().next().map_or(0, char::len_utf8),
        );
        self.add(
            article,
            QuotationKind::Direct,
            outer,
            vec![inner],
            (name, mention, cue),
        );
        Place {
            article,
            span: inner,
        }
    }

    fn indirect(
        &mut self,
        article: usize,
        words: &str,
        name: &str,
        mention: &str,
        cue: &str,
    ) -> Place {
        let span = found(&self.comparison.articles[article].text, words);
        self.add(
            article,
            QuotationKind::Indirect,
            span,
            Vec::new(),
            (name, mention, cue),
        );
        Place { article, span }
    }

    fn add(
        &mut self,
        article: usize,
        kind: QuotationKind,
        content: Span,
        segments: Vec<Span>,
        (name, mention, cue): (&str, &str, &str),
    ) {
        let text = &self.comparison.articles[article].text;
        let quotation = Quotation {
            kind,
            content: vec![content],
            segments,
            speaker: Some(Speaker {
                name: name.to_owned(),
                mention: found(text, mention),
            }),
            cue: Some(Cue {
                span: found(text, cue),
                lemma: cue.to_owned(),
                stance: "neutral".to_owned(),
                group: CueGroup::Speech,
            }),
        };
        self.comparison.extractions[article]
            .quotations
            .push(quotation);
    }

    fn state(&mut self, speaker: &str, pairs: &[(Place, Place, &[Relation])]) {
        let mut places: Vec<Place> = pairs.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
        places.sort();
        places.dedup();
        let pairs = pairs.iter().map(|(a, b, relations)| Pair {
            a: *a,
            b: *b,
            relations: relations.iter().copied().collect(),
            diff: if relations.contains(&Relation::Paraphrased) {
                Vec::new()
            } else {
                diff(
                    self.comparison.slice(*a),
                    a.span.start,
                    self.comparison.slice(*b),
                    b.span.start,
                )
            },
            score: 0.9,
            is_translation: false,
            grounds: Grounds::default(),
        });
        let pairs = pairs.collect();
        self.push(speaker, &places, pairs);
    }

    fn find(&mut self, kind: FindingKind, text: &str, statements: &[usize], articles: &[usize]) {
        self.comparison.summary.push(Finding {
            kind,
            text: text.to_owned(),
            statements: statements.to_vec(),
            articles: articles.to_vec(),
            places: Vec::new(),
            count: 1,
        });
    }

    fn single(&mut self, speaker: &str, place: Place) {
        self.push(speaker, &[place], Vec::new());
    }

    fn push(&mut self, speaker: &str, places: &[Place], pairs: Vec<Pair>) {
        let carried_by: Vec<usize> = places.iter().map(|place| place.article).collect();
        let all = 0..self.comparison.articles.len();
        let variants = places.iter().map(|place| {
            let quotations = &self.comparison.extractions[place.article].quotations;
            let index = quotations
                .iter()
                .position(|quotation| quotation.content[0].contains(place.span));
            QuotationId {
                article: place.article,
                index: index.expect("the passage is a quotation"),
            }
        });
        let variants = variants.collect();
        self.comparison.statements.push(Statement {
            speaker: Some(speaker.to_owned()),
            reference: places[0],
            variants,
            omitted_by: all
                .filter(|article| !carried_by.contains(article))
                .collect(),
            carried_by,
            pairs,
        });
    }
}

fn article((outlet, published, title, text): (&str, Option<&str>, &str, &str)) -> Article {
    let timestamps = [
        "2021-08-25T14:05:00Z",
        "2021-08-25T15:40:00Z",
        "2021-08-25T17:12:00Z",
        "2021-08-26",
    ];
    let seconds = [1_629_900_300, 1_629_906_000, 1_629_911_520, 1_629_936_000];
    Article {
        id: outlet.to_lowercase().replace(' ', "-"),
        title: Some(title.to_owned()),
        language: Some("en".to_owned()),
        url: Some(format!(
            "https://{}.example/korr",
            outlet.to_lowercase().replace(' ', "-")
        )),
        published: published.map(|text| Published {
            text: text.to_owned(),
            timestamp: timestamps
                .iter()
                .position(|known| *known == text)
                .map(|at| seconds[at]),
        }),
        ..Article::new(outlet, text)
    }
}

fn found(text: &str, words: &str) -> Span {
    let start = text
        .find(words)
        .unwrap_or_else(|| panic!("{words:?} is not in the text"));
    Span::new(start, start + words.len())
}

/// A word diff that ignores case and punctuation; what stands before the first and after the last kept
/// word is a cut.
fn diff(a: &str, a_start: usize, b: &str, b_start: usize) -> Vec<DiffPart> {
    let (a_words, b_words) = (words(a, a_start), words(b, b_start));
    let folded = |words: &[(String, Span)]| -> Vec<String> {
        words.iter().map(|(word, _)| word.clone()).collect()
    };
    let steps = capture_diff_slices(Algorithm::Myers, &folded(&a_words), &folded(&b_words));
    let last = steps.len().saturating_sub(1);
    let parts = steps.iter().enumerate().map(|(at, step)| {
        let is_edge = at == 0 || at == last;
        let op = match step {
            Step::Equal { .. } => DiffOp::Equal,
            Step::Replace { .. } => DiffOp::Replace,
            Step::Delete { .. } | Step::Insert { .. } if is_edge => DiffOp::Cut,
            Step::Delete { .. } => DiffOp::Delete,
            Step::Insert { .. } => DiffOp::Insert,
        };
        DiffPart {
            op,
            a: join(&a_words[step.old_range()]),
            b: join(&b_words[step.new_range()]),
        }
    });
    parts.collect()
}

fn words(text: &str, start: usize) -> Vec<(String, Span)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let inner = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let from = start + at + word.find(inner).unwrap_or(0);
        words.push((inner.to_lowercase(), Span::new(from, from + inner.len())));
        at += word.len() + 1;
    }
    words
}

fn join(words: &[(String, Span)]) -> Option<Span> {
    Some(words.first()?.1.join(words.last()?.1))
}
