//! Groups of segments to statements.

use super::attribution;
use super::diff::{Script, Side};
use super::relations::relations;
use crate::align::names::{Agreement, agreement};
use crate::align::{Alignment, Group, Link};
use crate::model::{Pair, Relation};
use crate::{Article, Extraction, Statement};

/// The statements of an event, in the order in which the article with most of them tells them.
pub(super) fn statements(
    articles: &[Article],
    extractions: &[Extraction],
    alignment: &Alignment,
) -> Vec<Statement> {
    let mut statements: Vec<Statement> = alignment
        .groups
        .iter()
        .map(|group| statement(articles, extractions, alignment, group))
        .collect();
    sort(&mut statements, extractions, articles.len());
    statements
}

fn statement(
    articles: &[Article],
    extractions: &[Extraction],
    alignment: &Alignment,
    group: &Group,
) -> Statement {
    let segments = &alignment.segments;
    let mut variants: Vec<_> = group
        .members
        .iter()
        .map(|at| segments[*at].quotation)
        .collect();
    variants.sort_unstable();
    variants.dedup();
    let mut carried_by: Vec<usize> = variants.iter().map(|id| id.article).collect();
    carried_by.dedup();
    let pairs = group
        .links
        .iter()
        .map(|link| pair(articles, extractions, alignment, &alignment.links[*link]));
    Statement {
        speaker: speaker(extractions, &variants),
        reference: segments[group.root].place,
        omitted_by: (0..articles.len())
            .filter(|at| !carried_by.contains(at))
            .collect(),
        pairs: pairs.collect(),
        variants,
        carried_by,
    }
}

fn pair(
    articles: &[Article],
    extractions: &[Extraction],
    alignment: &Alignment,
    link: &Link,
) -> Pair {
    let (a, b) = (&alignment.segments[link.a], &alignment.segments[link.b]);
    let folded = |at: usize| &alignment.folded[at];
    let (x, y) = (&link.units.0, &link.units.1);
    let (fa, fb) = (folded(a.place.article), folded(b.place.article));
    let side_a = Side::new(&articles[a.place.article].text, fa, a.place, x, (fb, y));
    let side_b = Side::new(&articles[b.place.article].text, fb, b.place, y, (fa, x));
    let script = Script::new(side_a, side_b, (x, y), &link.matching);
    let mut found = relations(&script, &alignment.vocabulary);
    if found.is_empty() {
        found.insert(Relation::Verbatim);
    }
    if attribution::differ((a, b), articles, extractions) {
        found.insert(Relation::Speaker);
    }
    Pair {
        a: a.place,
        b: b.place,
        relations: found,
        diff: script.parts(),
        score: link.score,
    }
}

/// Who is credited by most articles, in the fullest form of the name.
fn speaker(extractions: &[Extraction], variants: &[crate::model::QuotationId]) -> Option<String> {
    use crate::align::names::Name;
    let credits: Vec<(usize, &str, Name)> = variants
        .iter()
        .filter_map(|id| {
            let speaker = extractions[id.article].quotations[id.index]
                .speaker
                .as_ref()?;
            Some((
                id.article,
                speaker.name.as_str(),
                Name::parse(&speaker.name),
            ))
        })
        .collect();
    let support = |name: &Name| {
        let mut articles: Vec<usize> = credits
            .iter()
            .filter(|(_, _, other)| agreement(Some(name), Some(other)) == Agreement::Same)
            .map(|(article, _, _)| *article)
            .collect();
        articles.dedup();
        articles.len()
    };
    let mut best: Option<(bool, usize, usize, &str)> = None;
    for (_, text, name) in &credits {
        let rank = (name.is_name(), support(name), name.words().len(), *text);
        if best.is_none_or(|known| (rank.0, rank.1, rank.2) > (known.0, known.1, known.2)) {
            best = Some(rank);
        }
    }
    best.map(|(_, _, _, text)| text.to_owned())
}

/// Sorts by the place in the article that carries most statements; those that it lacks come behind the
/// statement that stands before them in their own article.
fn sort(statements: &mut [Statement], extractions: &[Extraction], articles: usize) {
    let count = |article: usize| {
        let carried = |statement: &&Statement| statement.carried_by.contains(&article);
        statements.iter().filter(carried).count()
    };
    let start = |statement: &Statement, article: usize| {
        let variant = statement.variants.iter().find(|id| id.article == article)?;
        Some(extractions[article].quotations[variant.index].start())
    };
    let mut leaders: Vec<usize> = (0..articles).collect();
    leaders.sort_by_key(|article| (std::cmp::Reverse(count(*article)), *article));
    let Some(leader) = leaders.first().copied() else {
        return;
    };
    let key = |statement: &Statement| {
        if let Some(at) = start(statement, leader) {
            return (at, 0, 0, 0);
        }
        let own = statement.reference;
        let before = statements
            .iter()
            .filter_map(|other| {
                let here = start(other, own.article)?;
                let there = start(other, leader)?;
                (here < own.span.start).then_some((here, there))
            })
            .max();
        (
            before.map_or(0, |(_, there)| there),
            1,
            own.article,
            own.span.start,
        )
    };
    let mut keyed: Vec<_> = statements
        .iter()
        .map(|statement| (key(statement), statement.reference))
        .collect();
    keyed.sort_unstable();
    let position = |statement: &Statement| {
        keyed
            .iter()
            .position(|(_, reference)| *reference == statement.reference)
    };
    let positions: Vec<_> = statements
        .iter()
        .map(|statement| (statement.reference, position(statement)))
        .collect();
    statements.sort_by_key(|statement| {
        positions
            .iter()
            .find(|(reference, _)| *reference == statement.reference)
            .map(|(_, at)| *at)
    });
}
