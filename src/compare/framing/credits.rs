//! Speakers without a name whom a statement shows to be one.
//!
//! ```text
//! A  “It is in the log,” said a former engineer at the dam.        ┐ one statement, so one speaker
//! B  A whistleblower claims: “It is in the log.”                   ┘
//! ```

use super::super::coverage::Coverage;
use super::said::Said;
use crate::Statement;

/// The namings of each speaker whom at least two articles describe without a name; indices of `said`,
/// ascending. A speaker of two statements stands in one group.
pub(super) fn unnamed(coverage: &Coverage, said: &[Said]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for statement in coverage.statements {
        let mut own = of_statement(coverage, said, statement);
        if own
            .iter()
            .all(|at| said[*at].article == said[own[0]].article)
        {
            continue;
        }
        let shares = |group: &Vec<usize>| group.iter().any(|at| own.contains(at));
        match groups.iter().position(shares) {
            Some(known) => groups[known].append(&mut own),
            None => groups.push(own),
        }
    }
    for group in &mut groups {
        group.sort_unstable();
        group.dedup();
    }
    groups
}

/// The namings that a statement's variants credit, where they give no name.
fn of_statement(coverage: &Coverage, said: &[Said], statement: &Statement) -> Vec<usize> {
    let mut found = Vec::new();
    for id in &statement.variants {
        let quotation = &coverage.extractions[id.article].quotations[id.index];
        let Some(speaker) = &quotation.speaker else {
            continue;
        };
        let name = coverage.name(&speaker.name);
        if name.is_name() || name.words().is_empty() {
            continue;
        }
        let first = said.partition_point(|one| one.article < id.article);
        let own = said[first..]
            .iter()
            .take_while(|one| one.article == id.article);
        let mut own = own.enumerate();
        let credited = own.find(|(_, one)| {
            one.naming.span.overlap(speaker.mention) > 0
                && speaker.mention.contains(one.naming.head)
        });
        found.extend(credited.map(|(at, _)| first + at));
    }
    found
}
