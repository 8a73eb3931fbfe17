//! Drafts of schema.org [`ClaimReview`](https://schema.org/ClaimReview): what was said, by whom, where it
//! appeared. The review itself (`reviewRating`, `reviewBody`, who reviews and where) is a person's work and
//! left out.

use std::io::{self, Write};

use serde::Serialize;

use super::OneOrMore;
use crate::model::{Article, Comparison, Trace};
use crate::report::{Format, View};

/// One draft per statement of a comparison that the view shows, or one for the words that were traced.
#[derive(Clone, Debug, Default)]
pub struct ClaimReview {
    /// Which statements, and in which order.
    pub view: View,
}

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    reviews: Vec<ReviewObject<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReviewObject<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    claim_reviewed: &'a str,
    item_reviewed: ClaimObject<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClaimObject<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: &'a str,
    /// The claimant.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_appearance: Option<QuotationObject<'a>>,
    appearance: Vec<QuotationObject<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct QuotationObject<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: OneOrMore<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Named<'a>>,
    is_part_of: ArticleObject<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleObject<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    publisher: Named<'a>,
}

impl Format<Comparison> for ClaimReview {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let shown = self.view.select(comparison).shown;
        write(shown.iter().map(|at| of_statement(comparison, *at)), out)
    }
}

impl Format<Trace> for ClaimReview {
    fn write(&self, trace: &Trace, out: &mut dyn Write) -> io::Result<()> {
        write([of_trace(trace)].into_iter(), out)
    }
}

fn write<'a>(
    reviews: impl Iterator<Item = ReviewObject<'a>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let graph = Graph {
        context: "https://schema.org",
        reviews: reviews.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &graph)?;
    writeln!(out)
}

fn of_statement(comparison: &Comparison, at: usize) -> ReviewObject<'_> {
    let statement = &comparison.statements[at];
    let places = comparison.places(at);
    let appearances = statement.carried_by.iter().map(|article| {
        let own = places.iter().filter(|place| place.article == *article);
        let variants = statement.variants.iter();
        let speaker = variants
            .filter(|id| id.article == *article)
            .find_map(|id| comparison.quotation(*id).speaker.as_ref());
        Appearance {
            article: &comparison.articles[*article],
            words: own.map(|place| comparison.slice(*place)).collect(),
            speaker: speaker.map(|speaker| speaker.name.as_str()),
        }
    });
    review(
        comparison.slice(statement.reference),
        statement.speaker.as_deref(),
        &appearances.collect::<Vec<_>>(),
    )
}

fn of_trace(trace: &Trace) -> ReviewObject<'_> {
    let appearances = trace.renderings.iter().map(|traced| Appearance {
        article: &trace.articles[traced.place.article],
        words: vec![trace.slice(traced.passage)],
        speaker: traced.speaker.as_deref(),
    });
    let appearances: Vec<_> = appearances.collect();
    let claimant = appearances.iter().find_map(|one| one.speaker);
    review(trace.asked(), claimant, &appearances)
}

/// Words in an article, the earliest article first.
struct Appearance<'a> {
    article: &'a Article,
    words: Vec<&'a str>,
    speaker: Option<&'a str>,
}

fn review<'a>(
    words: &'a str,
    claimant: Option<&'a str>,
    appearances: &[Appearance<'a>],
) -> ReviewObject<'a> {
    let is_dated = |one: &&Appearance| {
        let published = one.article.published.as_ref();
        published.is_some_and(|published| published.timestamp.is_some())
    };
    ReviewObject {
        kind: "ClaimReview",
        claim_reviewed: words,
        item_reviewed: ClaimObject {
            kind: "Claim",
            text: words,
            author: claimant.map(claimed_by),
            first_appearance: appearances.first().filter(is_dated).map(quotation),
            appearance: appearances.iter().map(quotation).collect(),
        },
    }
}

/// Whether a claimant is a person or an organisation is not known.
fn claimed_by(name: &str) -> Named<'_> {
    Named { kind: None, name }
}

fn quotation<'a>(appearance: &Appearance<'a>) -> QuotationObject<'a> {
    let article = appearance.article;
    QuotationObject {
        kind: "Quotation",
        text: OneOrMore::of(appearance.words.clone()),
        creator: appearance.speaker.map(claimed_by),
        is_part_of: ArticleObject {
            kind: "NewsArticle",
            headline: article.title.as_deref(),
            url: article.url.as_deref(),
            date_published: article.published.as_ref().map(|time| time.text.as_str()),
            publisher: Named {
                kind: Some("Organization"),
                name: &article.outlet,
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::report::sample;

    fn written(view: View) -> Value {
        let mut out = Vec::new();
        let format = ClaimReview { view };
        format.write(&sample::dam(), &mut out).expect("a report");
        serde_json::from_slice(&out).expect("JSON")
    }

    #[test]
    fn a_statement_is_a_claim_with_its_appearances_and_no_rating() {
        let view = View {
            only: vec![0],
            ..View::default()
        };
        let graph = written(view);
        let reviews = graph["@graph"].as_array().expect("a list");
        assert_eq!(reviews.len(), 1);
        let claim = &reviews[0]["itemReviewed"];
        let comparison = sample::dam();
        let statement = &comparison.statements[0];
        assert_eq!(claim["text"], comparison.slice(statement.reference));
        assert_eq!(
            claim["author"]["name"].as_str(),
            statement.speaker.as_deref()
        );
        let appearances = claim["appearance"].as_array().expect("a list");
        assert_eq!(appearances.len(), statement.carried_by.len());
        for (appearance, article) in appearances.iter().zip(&statement.carried_by) {
            let outlet = &comparison.articles[*article].outlet;
            assert_eq!(appearance["isPartOf"]["publisher"]["name"], **outlet);
        }
        assert!(reviews[0].get("reviewRating").is_none());
    }
}
