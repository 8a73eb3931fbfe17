//! The outlets, what to see first, and what the outlets say in their own voice.

use super::super::outside::address_of_words;
use super::{Subject, beside, shown};
use crate::Comparison;
use crate::model::{self, FindingKind, Place, count_words};
use crate::report::Signs;

pub(super) struct Outlet {
    pub(super) letter: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) language: String,
    /// Only an address of the web.
    pub(super) url: Option<String>,
    pub(super) byline: String,
    pub(super) moment: String,
    pub(super) words: usize,
    pub(super) carried: usize,
    pub(super) copy: String,
}

pub(super) fn outlets(subject: &Subject<'_>) -> Vec<Outlet> {
    let articles = subject.articles.iter();
    articles.map(|at| outlet(subject, *at)).collect()
}

pub(super) fn outlet(subject: &Subject<'_>, at: usize) -> Outlet {
    let comparison = subject.comparison;
    let article = &comparison.articles[at];
    let copy = comparison.copies.iter().find(|copy| copy.article == at);
    Outlet {
        letter: comparison.letter(at),
        name: shown(&article.outlet),
        title: shown(article.title.as_deref().unwrap_or_default()),
        language: subject.language(at),
        url: article.web_address().map(str::to_owned),
        byline: shown(article.byline.as_deref().unwrap_or_default()),
        moment: article
            .published
            .as_ref()
            .map(|time| shown(&time.moment(comparison.texts)))
            .unwrap_or_default(),
        words: article.words(),
        carried: comparison.carried_count(at),
        copy: copy.map_or_else(String::new, |copy| comparison.copied_in_words(copy)),
    }
}

pub(super) struct Finding {
    pub(super) kind: &'static str,
    pub(super) sign: &'static str,
    pub(super) text: String,
    /// Address and label of each statement that it rests on, or of the section that has its evidence.
    pub(super) evidence: Vec<(String, String)>,
}

pub(super) fn findings(subject: &Subject<'_>, findings: &[&model::Finding]) -> Vec<Finding> {
    let findings = findings.iter();
    findings
        .map(|finding| Finding {
            kind: finding.kind.in_words(subject.comparison.texts),
            sign: Signs::Unicode.finding(finding.kind),
            text: shown(&finding.text),
            evidence: evidence(subject, finding),
        })
        .collect()
}

fn evidence(subject: &Subject<'_>, finding: &model::Finding) -> Vec<(String, String)> {
    let comparison = subject.comparison;
    let texts = comparison.texts;
    let section = match finding.kind {
        _ if !finding.statements.is_empty() => None,
        FindingKind::Fact | FindingKind::Update | FindingKind::Rounding => {
            Some(("facts", texts.facts()))
        }
        FindingKind::Missing | FindingKind::Headline | FindingKind::Label | FindingKind::Cue => {
            Some(("framing", texts.framing()))
        }
        FindingKind::Remark => Some(("own-voice", texts.framing())),
        FindingKind::Commentary => Some(("comment", texts.comment())),
        _ => None,
    };
    let section = section.map(|(address, name)| {
        let row = beside::row_of(comparison, finding);
        (row.unwrap_or_else(|| address.to_owned()), name.to_owned())
    });
    let statements = finding.statements.iter();
    let statements = statements.filter(|at| subject.statements.contains(at));
    statements
        .map(|at| (subject.addresses[*at].clone(), Comparison::label(*at)))
        .chain(section)
        .collect()
}

pub(super) struct Remark {
    pub(super) letter: String,
    pub(super) name: String,
    pub(super) language: String,
    pub(super) paragraph: usize,
    pub(super) words: usize,
    pub(super) text: String,
    pub(super) address: String,
    pub(super) outside: Option<String>,
}

pub(super) fn remarks(subject: &Subject<'_>) -> Vec<Remark> {
    let comparison = subject.comparison;
    let mut remarks = Vec::new();
    for article in &subject.articles {
        for remark in &comparison.extractions[*article].commentary {
            let place = Place {
                article: *article,
                span: remark.span,
            };
            let words = comparison.slice(place);
            remarks.push(Remark {
                letter: comparison.letter(*article),
                name: shown(&comparison.articles[*article].outlet),
                language: subject.language(*article),
                paragraph: comparison.paragraph_number(place),
                words: count_words(words),
                text: shown(words),
                address: subject.slice_address(*article, remark.span),
                outside: address_of_words(&comparison.articles[*article], remark.span),
            });
        }
    }
    remarks
}
