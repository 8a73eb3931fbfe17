//! The comparison that the tests of all formats render: invented outlets, people and words, made by hand
//! so that a change of the stages before does not change it.
//!
//! Passages are given by their words and found in the text; the word diff is made here as the compare
//! stage makes it, as far as these texts need.

use similar::{Algorithm, DiffOp as Step, capture_diff_slices};

use crate::model::{
    Copy, Cue, DiffOp, DiffPart, Finding, FindingKind, Pair, Place, Published, QuotationId, Speaker,
};
use crate::{
    Article, Commentary, Comparison, Extraction, Quotation, QuotationKind, Relation, Span,
    Statement,
};

use Relation::{
    Contradicted, Elided, Paraphrased, Reworded, Speaker as Credited, Truncated, Verbatim,
};

/// Five outlets on a dam: six statements, one credited to another, one with another number, one only
/// paraphrased by the fourth; the fifth reprints the first with remarks of its own.
pub(crate) fn dam() -> Comparison {
    let mut sample = Sample::new(&[
        (
            "Meridian Wire",
            Some("2021-08-25T14:05:00Z"),
            "Dam at Korr holds, ministry says",
            "KORR, Aug 25 - Engineers lowered the lake behind the Korr dam on Wednesday, the ministry said.\n\n\
          \u{201c}The two crews went over the damaged gate at length and agreed to stay through the night,\u{201d} the ministry said in a statement.\n\n\
          \u{201c}We moved 300 families before noon and nobody was left behind,\u{201d} Interior Minister Ana Brandt told reporters.\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} said Mayor Tomas Velk. \u{201c}We warned them in spring.\u{201d}\n\n\
          The dam was built in 1962.",
        ),
        (
            "Northern Herald",
            Some("2021-08-25T15:40:00Z"),
            "Korr: families moved as gate fails",
            "Hundreds of people left the valley of Korr.\n\n\
          The crews \u{201c}went over the damaged gate at length\u{201d}, the ministry noted, and Ms Brandt said: \u{201c}We moved 300 families before noon and nobody was left behind.\u{201d}\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} Tomas Velk, the mayor, said.\n\n\
          Farmers counted their losses on Wednesday evening, and the co-operative said that the harvest of the lower valley was gone.",
        ),
        (
            "Capital Daily",
            Some("2021-08-25T17:12:00Z"),
            "Government scrambles at Korr",
            "The ministry claimed that \u{201c}the two crews argued over the broken gate at length.\u{201d}\n\n\
          \u{201c}We moved 30 families before noon,\u{201d} Brandt claimed.\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} Deputy Mayor Ilse Roth said.",
        ),
        (
            "East Post",
            Some("2021-08-26"),
            "Lake lowered",
            "The ministry said its crews examined the gate and would not leave before morning.\n\n\
          According to the interior minister, some three hundred families were brought to safety.",
        ),
        (
            "The Hearth",
            None,
            "Dam at Korr holds (Meridian Wire)",
            "\u{201c}The two crews went over the damaged gate at length and agreed to stay through the night,\u{201d} the ministry said in a statement.\n\n\
          Comment: Nobody at the ministry has ever seen a night shift. The gate was reported broken in March, and the report went where reports go.\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} said Mayor Tomas Velk. \u{201c}We warned them in spring.\u{201d}",
        ),
    ]);
    sample.gate();
    sample.families();
    sample.water();
    sample.alone();
    sample.comments();
    sample.summary();
    sample.comparison
}

struct Sample {
    comparison: Comparison,
}

impl Sample {
    fn new(articles: &[(&str, Option<&str>, &str, &str)]) -> Self {
        let articles: Vec<Article> = articles.iter().map(|about| article(*about)).collect();
        Self {
            comparison: Comparison {
                extractions: vec![Extraction::default(); articles.len()],
                articles,
                statements: Vec::new(),
                copies: Vec::new(),
                summary: Vec::new(),
                left_out: Vec::new(),
            },
        }
    }

    fn gate(&mut self) {
        let whole = "The two crews went over the damaged gate at length and agreed to stay through the night,";
        let wire = self.quote(0, whole, "ministry", "the ministry", "said");
        let herald = self.quote(
            1,
            "went over the damaged gate at length",
            "ministry",
            "the ministry",
            "noted",
        );
        let capital = self.quote(
            2,
            "the two crews argued over the broken gate at length.",
            "ministry",
            "The ministry",
            "claimed",
        );
        let east = self.indirect(
            3,
            "its crews examined the gate and would not leave before morning",
            "ministry",
            "The ministry",
            "said",
        );
        let hearth = self.quote(4, whole, "ministry", "the ministry", "said");
        self.state(
            "ministry",
            &[
                (wire, herald, &[Truncated]),
                (wire, capital, &[Reworded, Truncated]),
                (wire, east, &[Paraphrased]),
                (wire, hearth, &[Verbatim]),
                (herald, capital, &[Reworded, Truncated]),
            ],
        );
    }

    fn families(&mut self) {
        let whole = "We moved 300 families before noon and nobody was left behind";
        let wire = self.quote(0, whole, "Ana Brandt", "Ana Brandt", "told");
        let herald = self.quote(1, whole, "Brandt", "Ms Brandt", "said");
        let capital = self.quote(
            2,
            "We moved 30 families before noon,",
            "Brandt",
            "Brandt",
            "claimed",
        );
        let east = self.indirect(
            3,
            "some three hundred families were brought to safety",
            "interior minister",
            "the interior minister",
            "According to",
        );
        self.state(
            "Ana Brandt",
            &[
                (wire, herald, &[Verbatim]),
                (wire, capital, &[Contradicted, Reworded, Truncated]),
                (wire, east, &[Paraphrased]),
            ],
        );
    }

    fn water(&mut self) {
        let words = "The water does not wait for a budget,";
        let wire = self.quote(0, words, "Tomas Velk", "Tomas Velk", "said");
        let herald = self.quote(1, words, "Tomas Velk", "Tomas Velk", "said");
        let capital = self.quote(2, words, "Ilse Roth", "Ilse Roth", "said");
        let hearth = self.quote(4, words, "Tomas Velk", "Tomas Velk", "said");
        self.state(
            "Tomas Velk",
            &[
                (wire, herald, &[Verbatim]),
                (wire, capital, &[Credited, Verbatim]),
                (wire, hearth, &[Verbatim]),
                (herald, capital, &[Credited, Verbatim]),
            ],
        );
    }

    fn alone(&mut self) {
        let wire = self.quote(
            0,
            "We warned them in spring.",
            "Tomas Velk",
            "Tomas Velk",
            "said",
        );
        let hearth = self.quote(
            4,
            "We warned them in spring.",
            "Tomas Velk",
            "Tomas Velk",
            "said",
        );
        self.state("Tomas Velk", &[(wire, hearth, &[Verbatim])]);
        let herald = self.indirect(
            1,
            "the harvest of the lower valley was gone",
            "co-operative",
            "the co-operative",
            "said",
        );
        self.single("co-operative", herald);
    }

    fn comments(&mut self) {
        let text = &self.comparison.articles[4].text;
        let marker = found(text, "Comment:");
        let end = found(text, "reports go.").end;
        self.comparison.extractions[4].commentary.push(Commentary {
            span: Span::new(marker.start, end),
            marker: Some(marker),
            kind: crate::model::CommentaryKind::Marked,
        });
        self.comparison.copies.push(Copy {
            article: 4,
            of: 0,
            share: 0.71,
            own_words: 24,
        });
    }

    fn summary(&mut self) {
        let mut finding = |kind, text: &str, statements: &[usize], articles: &[usize]| {
            self.comparison.summary.push(Finding {
                kind,
                text: text.to_owned(),
                statements: statements.to_vec(),
                articles: articles.to_vec(),
            });
        };
        finding(
            FindingKind::Contradicted,
            "“300” in Meridian Wire is “30” in Capital Daily",
            &[1],
            &[0, 2],
        );
        finding(
            FindingKind::Speaker,
            "credited to Tomas Velk in three outlets, to Ilse Roth in Capital Daily",
            &[2],
            &[0, 1, 2, 4],
        );
        finding(
            FindingKind::Reworded,
            "Capital Daily prints “argued” for “went”, “broken” for “damaged”",
            &[0],
            &[2],
        );
        finding(
            FindingKind::Commentary,
            "The Hearth adds a remark of its own (24 words) to a text of Meridian Wire",
            &[],
            &[4],
        );
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
            diff: if relations.contains(&Paraphrased) {
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
        });
        let pairs = pairs.collect();
        self.push(speaker, &places, pairs);
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
