//! What of a comparison a report shows: the same choice for every format.

use std::cmp::Reverse;

use crate::model::{Finding, Group, Leading, MOST_LEADING};
use crate::{Comparison, Relation};

/// What a reader wants to see.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The article that the others are measured against where it carries a statement.
    pub base: Option<usize>,
    /// Only these statements, if any are named.
    pub only: Vec<usize>,
    /// Only these articles, if any are named, and the statements that one of them carries.
    pub outlets: Vec<usize>,
    /// Only statements where one of these relations holds, if any are named.
    pub relations: Vec<Relation>,
    /// Only statements of a speaker whose name holds this, in any case.
    pub speaker: Option<String>,
    /// Show also the statements that say the same everywhere or stand in one outlet only.
    pub all: bool,
    /// How much is said about each.
    pub detail: Detail,
    /// In which order.
    pub order: Order,
}

/// How much a report says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// What a reader should see first, and no more.
    Brief,
    /// All but the articles themselves.
    #[default]
    Usual,
    /// The articles too, with their quotations marked.
    Full,
}

/// The order of the statements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the article with most of them tells them.
    #[default]
    Told,
    /// Gravest difference first.
    Severity,
    /// Those that most outlets carry first.
    Carried,
}

/// The statements that a view shows, and those that it only counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// To be shown, in order.
    pub shown: Vec<usize>,
    /// Not shown because every outlet that carries them has the same words.
    pub same: Vec<usize>,
    /// Not shown because one outlet alone carries them.
    pub single: Vec<usize>,
    /// Not shown because there are too many graver ones.
    pub beyond: Vec<usize>,
}

/// A longer table is not read; `all` shows what is beyond.
const MOST_ROWS: usize = 25;

impl View {
    /// Chooses among the statements of `comparison`.
    pub fn select(&self, comparison: &Comparison) -> Selection {
        let mut selection = Selection::default();
        for at in (0..comparison.statements.len()).filter(|at| self.wants(comparison, *at)) {
            match comparison.group(at) {
                _ if self.all || !self.only.is_empty() => selection.shown.push(at),
                Group::Differs => selection.shown.push(at),
                Group::Same => selection.same.push(at),
                Group::Single => selection.single.push(at),
            }
        }
        if !self.all && self.only.is_empty() {
            selection.keep_gravest(comparison);
        }
        match self.order {
            Order::Told => {}
            Order::Severity => selection.shown.sort_by_key(|at| comparison.gravity(*at)),
            Order::Carried => selection.shown.sort_by_key(|at| {
                Reverse(comparison.own_voices(&comparison.statements[*at].carried_by))
            }),
        }
        selection
    }

    /// The articles to show, ascending.
    pub fn articles(&self, comparison: &Comparison) -> Vec<usize> {
        (0..comparison.articles.len())
            .filter(|at| self.outlets.is_empty() || self.outlets.contains(at))
            .collect()
    }

    /// What to say first of what is shown.
    pub(super) fn leading<'c>(&self, comparison: &'c Comparison) -> Leading<'c> {
        Leading::of(&self.findings(comparison), MOST_LEADING)
    }

    /// The findings on what is shown, gravest first.
    pub(super) fn findings<'c>(&self, comparison: &'c Comparison) -> Vec<&'c Finding> {
        let findings = comparison.summary.iter();
        findings
            .filter(|finding| self.is_told(comparison, finding))
            .collect()
    }

    /// What to say where there is no finding.
    pub(super) fn nothing_found(&self, comparison: &Comparison) -> String {
        let all = comparison.statements.len();
        if !self.is_narrow() || comparison.is_of_one_article() || all == 0 {
            return comparison.nothing_found();
        }
        match (0..all).any(|at| self.wants(comparison, at)) {
            true => comparison.texts.nothing_first().to_owned(),
            false => comparison.texts.none_asked_for(all),
        }
    }

    /// Whether a finding speaks of what was asked for. One that only counts others names none of them.
    fn is_told(&self, comparison: &Comparison, finding: &Finding) -> bool {
        if comparison.is_of_one_article() {
            return true;
        }
        let mut articles = finding.articles.iter();
        let names_outlet = self.outlets.is_empty()
            || finding.articles.is_empty()
            || articles.any(|article| self.outlets.contains(article));
        let mut statements = finding.statements.iter();
        let names_statement = !self.chooses_statements()
            || finding.count == 1 && statements.any(|at| self.wants(comparison, *at));
        names_outlet && names_statement
    }

    /// Whether less is asked for than everything.
    fn is_narrow(&self) -> bool {
        self.chooses_statements() || !self.outlets.is_empty()
    }

    fn chooses_statements(&self) -> bool {
        !self.only.is_empty() || !self.relations.is_empty() || self.speaker.is_some()
    }

    fn wants(&self, comparison: &Comparison, at: usize) -> bool {
        let statement = &comparison.statements[at];
        let is_named = self.only.is_empty() || self.only.contains(&at);
        let is_carried = self.outlets.is_empty()
            || statement
                .carried_by
                .iter()
                .any(|article| self.outlets.contains(article));
        let differs = self.relations.is_empty()
            || statement.pairs.iter().any(|pair| {
                let concerns = |article| self.outlets.is_empty() || self.outlets.contains(&article);
                let has = |relation: &Relation| pair.relations.contains(*relation);
                (concerns(pair.a.article) || concerns(pair.b.article))
                    && self.relations.iter().any(has)
            });
        is_named && is_carried && differs && self.is_speaker(statement.speaker.as_deref())
    }

    fn is_speaker(&self, name: Option<&str>) -> bool {
        let Some(wanted) = &self.speaker else {
            return true;
        };
        name.is_some_and(|name| name.to_lowercase().contains(&wanted.to_lowercase()))
    }
}

impl Selection {
    fn keep_gravest(&mut self, comparison: &Comparison) {
        if self.shown.len() <= MOST_ROWS {
            return;
        }
        let mut by_gravity = self.shown.clone();
        by_gravity.sort_by_key(|at| {
            let carried = comparison.statements[*at].carried_by.len();
            (comparison.gravity(*at), Reverse(carried), *at)
        });
        self.beyond = by_gravity.split_off(MOST_ROWS);
        self.beyond.sort_unstable();
        self.shown
            .retain(|at| self.beyond.binary_search(at).is_err());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn what_differs_is_shown_and_the_rest_counted() {
        let selection = View::default().select(&sample::dam());
        assert_eq!(selection.shown, [0, 1, 2]);
        assert_eq!(selection.same, [3]);
        assert_eq!(selection.single, [4]);
    }

    #[test]
    fn filters_choose_together() {
        let view = View {
            outlets: vec![2],
            relations: vec![Relation::Speaker],
            ..View::default()
        };
        assert_eq!(view.select(&sample::dam()).shown, [2]);
        let view = View {
            speaker: Some("brandt".to_owned()),
            ..View::default()
        };
        assert_eq!(view.select(&sample::dam()).shown, [1]);
        let view = View {
            only: vec![4],
            ..View::default()
        };
        assert_eq!(view.select(&sample::dam()).shown, [4]);
    }

    #[test]
    fn findings_are_those_of_the_statements_and_outlets_asked_for() {
        let comparison = sample::dam();
        let told = |view: View| -> Vec<(&str, Vec<usize>)> {
            let findings = view.findings(&comparison).into_iter();
            findings
                .map(|finding| (finding.kind.name(), finding.statements.clone()))
                .collect()
        };
        let all = told(View::default());
        let water = told(View {
            only: vec![2],
            ..View::default()
        });
        assert!(all.len() > water.len() && !water.is_empty(), "{all:?}");
        assert!(
            water.iter().all(|(_, statements)| statements == &[2]),
            "{water:?}"
        );
        let hearth = told(View {
            outlets: vec![4],
            ..View::default()
        });
        assert!(
            hearth.iter().any(|(kind, _)| *kind == "comment"),
            "{hearth:?}"
        );
        assert!(
            hearth.iter().all(|(kind, _)| *kind != "conflict"),
            "{hearth:?}"
        );
    }

    #[test]
    fn that_nothing_is_what_was_asked_for_is_said() {
        let comparison = sample::dam();
        let of = |speaker: &str| View {
            speaker: Some(speaker.to_owned()),
            ..View::default()
        };
        let nobody = of("Nobody");
        assert!(nobody.findings(&comparison).is_empty());
        assert_eq!(
            nobody.nothing_found(&comparison),
            "None of the 5 statements is what was asked for."
        );
        assert!(!of("brandt").findings(&comparison).is_empty());
    }

    #[test]
    fn the_gravest_come_first_when_asked() {
        let view = View {
            order: Order::Severity,
            all: true,
            ..View::default()
        };
        assert_eq!(view.select(&sample::dam()).shown, [1, 2, 0, 3, 4]);
    }
}
