//! What of a comparison a report shows: the same choice for every format.

use std::cmp::Reverse;

use crate::model::Group;
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
    fn the_gravest_come_first_when_asked() {
        let view = View {
            order: Order::Severity,
            all: true,
            ..View::default()
        };
        assert_eq!(view.select(&sample::dam()).shown, [1, 2, 0, 3, 4]);
    }
}
