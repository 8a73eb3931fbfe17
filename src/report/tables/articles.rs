//! Tables of what stands in the articles: outlets, facts, cues, comments.

use super::{HeadAndRows, Rows};
use crate::model::{Place, count_words};

impl Rows<'_> {
    pub(super) fn outlets(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let rows = self.articles.iter().map(|at| {
            let (at, article) = (*at, &comparison.articles[*at]);
            let copy = comparison.copies.iter().find(|copy| copy.article == at);
            let remarks = comparison.extractions[at].commentary.iter();
            let own_words = remarks.map(|remark| count_words(remark.span.slice(&article.text)));
            vec![
                comparison.letter(at),
                article.id.clone(),
                article.outlet.clone(),
                article.title.clone().unwrap_or_default(),
                article.url.clone().unwrap_or_default(),
                article
                    .published
                    .as_ref()
                    .map(|time| time.text.clone())
                    .unwrap_or_default(),
                article.language.clone().unwrap_or_default(),
                article.words().to_string(),
                comparison.carried_count(at).to_string(),
                comparison.extractions[at].quotations.len().to_string(),
                own_words.sum::<usize>().to_string(),
                copy.map(|copy| comparison.articles[copy.of].id.clone())
                    .unwrap_or_default(),
                copy.map(|copy| format!("{:.3}", copy.share))
                    .unwrap_or_default(),
            ]
        });
        let head = &[
            "letter",
            "article",
            "outlet",
            "title",
            "url",
            "published",
            "language",
            "words",
            "statements",
            "quotations",
            "comment_words",
            "copy_of",
            "copied_share",
        ];
        (head, rows.collect())
    }

    pub(super) fn facts(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let mut rows = Vec::new();
        for (number, fact) in comparison.facts.iter().enumerate() {
            let values = fact.values.iter();
            for value in values.filter(|value| self.is_shown(value.place)) {
                let mut row = vec![
                    format!("f{}", number + 1),
                    fact.kind.name().to_owned(),
                    fact.difference.name().to_owned(),
                    comparison.articles[value.place.article].outlet.clone(),
                    comparison.slice(value.figure).to_owned(),
                ];
                row.extend(self.place(value.place));
                rows.push(row);
            }
        }
        let head = &[
            "fact",
            "kind",
            "difference",
            "outlet",
            "value",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows)
    }

    pub(super) fn cues(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let mut rows = Vec::new();
        for article in self.articles.iter().copied() {
            for quotation in &comparison.extractions[article].quotations {
                let Some(cue) = &quotation.cue else { continue };
                let speaker = quotation.speaker.as_ref();
                let text = &comparison.articles[article].text;
                let mut row = vec![
                    comparison.articles[article].outlet.clone(),
                    speaker
                        .map(|speaker| speaker.name.clone())
                        .unwrap_or_default(),
                    cue.lemma.clone(),
                    cue.stance.clone(),
                    quotation.kind.name().to_owned(),
                    quotation.words(text).to_string(),
                ];
                row.extend(self.place(Place {
                    article,
                    span: cue.span,
                }));
                rows.push(row);
            }
        }
        let head = &[
            "outlet",
            "speaker",
            "lemma",
            "stance",
            "kind",
            "content_words",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows)
    }

    pub(super) fn comments(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let mut rows = Vec::new();
        for article in self.articles.iter().copied() {
            for remark in &comparison.extractions[article].commentary {
                let place = Place {
                    article,
                    span: remark.span,
                };
                let marker = remark
                    .marker
                    .map(|span| span.slice(&comparison.articles[article].text));
                let mut row = vec![
                    comparison.articles[article].outlet.clone(),
                    remark.kind.name().to_owned(),
                    marker.unwrap_or_default().to_owned(),
                    comparison.paragraph_number(place).to_string(),
                ];
                row.extend(self.place(place));
                rows.push(row);
            }
        }
        let head = &[
            "outlet",
            "kind",
            "marker",
            "paragraph",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows)
    }
}
