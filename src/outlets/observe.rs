//! One event to observations: what each outlet does in it, with the place of each.

use std::borrow::Cow;

use super::Measure;
use crate::align::names::{Agreement, Name, agreement, without_initials};
use crate::model::{CueGroup, Relation, Rendering, Renderings, WordStarts, count_words};
use crate::{Comparison, Quotation, QuotationKind, Span};

/// Share of an article's words that is its opening.
const OPENING: f64 = 0.2;

/// One occurrence of what is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation<'c> {
    /// Which outlet it counts for.
    pub outlet: &'c str,
    /// What it is.
    pub measure: Measure,
    /// Of which sort: a speaker, a stance, a relation; empty where there are no sorts.
    pub detail: Cow<'c, str>,
    /// 1, or 0 for what goes on with the occurrence before.
    pub count: usize,
    /// Words that it is made of.
    pub words: usize,
    /// How far down in its article it stands, 0 to 1.
    pub position: f64,
    /// Index of the article that shows it: the outlet's own, save for what was not found in it.
    pub article: usize,
    /// Where it stands; the body of the article for what is of the whole.
    pub spans: Vec<Span>,
}

/// What each outlet does in one event, in order of measure and article.
pub fn observe(comparison: &Comparison) -> Vec<Observation<'_>> {
    let mut observer = Observer {
        comparison,
        starts: comparison.articles.iter().map(WordStarts::of).collect(),
        seen: Vec::new(),
    };
    observer.articles();
    observer.quotations();
    observer.voices();
    observer.statements();
    observer.copies();
    observer.times();
    observer.comments();
    observer.seen
}

struct Observer<'c> {
    comparison: &'c Comparison,
    /// Where the words of each article begin.
    starts: Vec<WordStarts>,
    seen: Vec<Observation<'c>>,
}

impl<'c> Observer<'c> {
    fn outlet(&self, article: usize) -> &'c str {
        &self.comparison.articles[article].outlet
    }

    /// Notes an occurrence in `article`; its words are those of `spans`.
    fn note(&mut self, measure: Measure, detail: &'c str, article: usize, spans: Vec<Span>) {
        let text = &self.comparison.articles[article];
        let words = spans
            .iter()
            .map(|span| count_words(span.slice(&text.text)))
            .sum();
        self.seen.push(Observation {
            outlet: &text.outlet,
            measure,
            detail: Cow::Borrowed(detail),
            count: 1,
            words,
            position: self.starts[article].position(spans.first().map_or(0, |span| span.start)),
            article,
            spans,
        });
    }

    fn note_whole(&mut self, measure: Measure, article: usize) {
        let body = self.comparison.articles[article].body;
        self.note(measure, "", article, vec![body]);
    }

    fn articles(&mut self) {
        for article in 0..self.comparison.articles.len() {
            self.note_whole(Measure::Articles, article);
        }
    }

    fn quotations(&mut self) {
        for (article, extraction) in self.comparison.extractions.iter().enumerate() {
            for quotation in &extraction.quotations {
                let measure = match quotation.kind {
                    QuotationKind::Direct => Measure::Direct,
                    QuotationKind::Mixed => Measure::Mixed,
                    QuotationKind::Indirect => Measure::Indirect,
                };
                self.note(measure, "", article, quotation.content.clone());
                if let Some(cue) = &quotation.cue
                    && cue.group == CueGroup::Speech
                {
                    self.note(Measure::Cues, &cue.stance, article, vec![cue.span]);
                }
            }
        }
    }

    /// Speakers whose names agree are one voice, under the fullest name of the event.
    fn voices(&mut self) {
        let mut voices: Vec<Voice<'c>> = Vec::new();
        for (article, extraction) in self.comparison.extractions.iter().enumerate() {
            for quotation in &extraction.quotations {
                let Some(speaker) = &quotation.speaker else {
                    continue;
                };
                let parsed = Name::parse(&speaker.name);
                if parsed.words().is_empty() {
                    continue;
                }
                let same = |voice: &&mut Voice| {
                    agreement(Some(&voice.parsed), Some(&parsed)) == Agreement::Same
                };
                match voices.iter_mut().find(same) {
                    Some(voice) => voice.add(&speaker.name, parsed, article, quotation),
                    None => voices.push(Voice {
                        name: &speaker.name,
                        parsed,
                        quotations: vec![(article, quotation)],
                    }),
                }
            }
        }
        for voice in voices {
            let name = without_initials(voice.name);
            let mut heard_in: Vec<&str> = Vec::new();
            for (article, quotation) in voice.quotations {
                self.note(Measure::Voices, "", article, quotation.content.clone());
                if let Some(last) = self.seen.last_mut() {
                    last.detail = Cow::Owned(name.clone());
                }
                let outlet = self.outlet(article);
                if heard_in.contains(&outlet) {
                    self.goes_on();
                }
                heard_in.push(outlet);
            }
        }
    }

    /// The last observation is no occurrence of its own.
    fn goes_on(&mut self) {
        if let Some(last) = self.seen.last_mut() {
            last.count = 0;
        }
    }

    fn statements(&mut self) {
        let comparison = self.comparison;
        let all = self.outlets(0..comparison.articles.len());
        for (at, statement) in comparison.statements.iter().enumerate() {
            let carriers = self.outlets(statement.carried_by.iter().copied());
            if carriers.len() < 2 {
                continue;
            }
            let renderings = comparison.renderings(at, None);
            let mut told: Vec<&str> = Vec::new();
            for rendering in &renderings.articles {
                let outlet = self.outlet(rendering.article);
                if !told.contains(&outlet) {
                    told.push(outlet);
                    self.rendering(&renderings, rendering);
                }
            }
            for outlet in all.iter().filter(|outlet| !carriers.contains(outlet)) {
                let shown = renderings.base;
                self.note(Measure::NotFound, "", shown.article, vec![shown.span]);
                if let Some(last) = self.seen.last_mut() {
                    last.outlet = outlet;
                }
            }
        }
    }

    fn rendering(&mut self, renderings: &Renderings, rendering: &Rendering) {
        let article = rendering.article;
        let spans: Vec<Span> = rendering
            .passages
            .iter()
            .map(|passage| passage.place.span)
            .collect();
        self.note(Measure::Shared, "", article, spans.clone());
        if self.seen.last().is_some_and(|last| last.position < OPENING) {
            self.note(Measure::Opening, "", article, spans.clone());
        }
        if rendering.holds(renderings.base) {
            self.note(Measure::Fullest, "", article, spans);
            return;
        }
        let relations = rendering.relations(renderings.base);
        if relations.contains(Relation::Speaker) {
            self.note(Measure::Credited, "", article, spans.clone());
        }
        let mut others = relations
            .iter()
            .filter(|relation| *relation != Relation::Speaker);
        match others.next() {
            Some(Relation::Verbatim) => self.note(Measure::Verbatim, "", article, spans),
            Some(Relation::Paraphrased) | None => {
                self.note(Measure::Paraphrased, "", article, spans);
            }
            Some(gravest) => self.note(Measure::Altered, gravest.name(), article, spans),
        }
    }

    fn copies(&mut self) {
        for copy in &self.comparison.copies {
            let of = self.outlet(copy.of);
            if of == self.outlet(copy.article) {
                continue;
            }
            let body = self.comparison.articles[copy.article].body;
            self.note(Measure::Copied, of, copy.article, vec![body]);
            if let Some(last) = self.seen.last_mut() {
                last.words = last.words.saturating_sub(copy.own_words);
            }
        }
    }

    fn times(&mut self) {
        let time = |article: &usize| {
            let published = self.comparison.articles[*article].published.as_ref();
            published.and_then(|time| time.timestamp)
        };
        let mut timed: Vec<(i64, usize)> = (0..self.comparison.articles.len())
            .filter_map(|article| Some((time(&article)?, article)))
            .collect();
        timed.sort_unstable();
        let mut outlets: Vec<(i64, usize)> = Vec::new();
        for (time, article) in timed {
            let own = self.outlet(article);
            if !outlets.iter().any(|(_, other)| self.outlet(*other) == own) {
                outlets.push((time, article));
            }
        }
        let [(earliest, first), (next, _), ..] = outlets[..] else {
            return;
        };
        for (_, article) in &outlets {
            self.note_whole(Measure::Together, *article);
        }
        if earliest < next {
            self.note_whole(Measure::First, first);
        }
    }

    fn comments(&mut self) {
        for (article, extraction) in self.comparison.extractions.iter().enumerate() {
            for remark in &extraction.commentary {
                self.note(
                    Measure::Comments,
                    remark.kind.name(),
                    article,
                    vec![remark.span],
                );
            }
        }
    }

    /// The names of the outlets of some articles, each once.
    fn outlets(&self, articles: impl Iterator<Item = usize>) -> Vec<&'c str> {
        let mut outlets: Vec<&str> = articles.map(|article| self.outlet(article)).collect();
        outlets.sort_unstable();
        outlets.dedup();
        outlets
    }
}

/// A speaker in the articles of one event.
struct Voice<'c> {
    name: &'c str,
    parsed: Name,
    quotations: Vec<(usize, &'c Quotation)>,
}

impl<'c> Voice<'c> {
    fn add(&mut self, name: &'c str, parsed: Name, article: usize, quotation: &'c Quotation) {
        if parsed.words().len() > self.parsed.words().len() {
            self.name = name;
            self.parsed = parsed;
        }
        self.quotations.push((article, quotation));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, compare_articles};

    fn event() -> Comparison {
        let mut wire = Article::new(
            "Wire",
            "“The dam will hold through the night and nobody has to leave,” Mayor Ann Corley said.\n\n\
             “We sent forty trucks to the northern shore,” General Tomas Reyk said.\n\nIt rained.",
        );
        let mut post = Article::new(
            "Post",
            "It rained again over Halverby, and the river rose.\n\n\
             “The dam will hold through the night,” Ann Corley insisted.",
        );
        for (article, time) in [(&mut wire, 200), (&mut post, 100)] {
            article.published = Some(crate::model::Published {
                text: String::new(),
                timestamp: Some(time),
            });
        }
        compare_articles(vec![wire, post])
    }

    fn counted(comparison: &Comparison, outlet: &str, measure: Measure) -> usize {
        let seen = observe(comparison);
        let own = seen
            .iter()
            .filter(|one| one.outlet == outlet && one.measure == measure);
        own.map(|one| one.count).sum()
    }

    #[test]
    fn voices_statements_and_times_are_told_apart_by_outlet() {
        let event = event();
        for (outlet, measure, count) in [
            ("Wire", Measure::Direct, 2),
            ("Wire", Measure::Voices, 2),
            ("Post", Measure::Voices, 1),
            ("Wire", Measure::Fullest, 1),
            ("Post", Measure::Altered, 1),
            ("Post", Measure::Verbatim, 0),
            ("Post", Measure::First, 1),
            ("Wire", Measure::First, 0),
            ("Wire", Measure::Together, 1),
        ] {
            assert_eq!(
                counted(&event, outlet, measure),
                count,
                "{outlet} {measure:?}"
            );
        }
    }

    #[test]
    fn a_cut_rendering_is_named_by_its_relation_and_shown() {
        let event = event();
        let seen = observe(&event);
        let cut = seen
            .iter()
            .find(|one| one.measure == Measure::Altered)
            .unwrap();
        assert_eq!(cut.detail, "truncated");
        assert_eq!(
            cut.spans[0].slice(&event.articles[cut.article].text),
            "The dam will hold through the night,"
        );
    }
}
