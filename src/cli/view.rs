//! What of a comparison to show: the letters, numbers and names of the command line to those of the
//! comparison.

use anyhow::bail;
use clap::{ArgAction, Args, ValueEnum};

use crate::report::{Detail, Order, View};
use crate::{Comparison, Relation};

/// What the report shows.
#[derive(Args, Debug)]
#[command(next_help_heading = "What to show (JSON always holds everything)")]
pub(super) struct ViewArguments {
    /// Measure the others against this outlet (its letter or name) instead of the fullest rendering
    #[arg(long, value_name = "OUTLET")]
    base: Option<String>,

    /// Only these statements: s3,s7
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    only: Vec<String>,

    /// Only these outlets (letters or names), and the statements that one of them carries
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    outlet: Vec<String>,

    /// Only statements that differ in one of these ways
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    relation: Vec<RelationName>,

    /// Only statements of this speaker; a part of the name is enough
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,

    /// Also the statements that say the same everywhere or stand in one outlet only
    #[arg(long)]
    all: bool,

    /// In which order
    #[arg(long, value_name = "ORDER", default_value = "told")]
    sort: OrderName,

    /// Only what to see first
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,

    /// Also facts, framing, and the articles in full with their statements marked
    #[arg(short, long, action = ArgAction::SetTrue)]
    verbose: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OrderName {
    /// As the article with most statements tells them
    Told,
    /// The gravest difference first
    Severity,
    /// Those that most outlets carry first
    Carried,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RelationName(Relation);

impl ValueEnum for RelationName {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [RelationName; Relation::ALL.len()] = {
            let mut all = [RelationName(Relation::Verbatim); Relation::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = RelationName(Relation::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()))
    }
}

impl ViewArguments {
    /// The view that the arguments ask for.
    ///
    /// # Errors
    /// An outlet or a statement that the comparison does not have.
    pub(super) fn view(&self, comparison: &Comparison) -> anyhow::Result<View> {
        let base = self.base.as_deref();
        let outlets = self.outlet.iter();
        let only = self.only.iter();
        Ok(View {
            base: base.map(|name| outlet(comparison, name)).transpose()?,
            only: only
                .map(|label| statement(comparison, label))
                .collect::<Result<_, _>>()?,
            outlets: outlets
                .map(|name| outlet(comparison, name))
                .collect::<Result<_, _>>()?,
            relations: self.relation.iter().map(|name| name.0).collect(),
            speaker: self.speaker.clone(),
            all: self.all || !self.relation.is_empty(),
            detail: match (self.quiet, self.verbose) {
                (true, _) => Detail::Brief,
                (_, true) => Detail::Full,
                _ => Detail::Usual,
            },
            order: match self.sort {
                OrderName::Told => Order::Told,
                OrderName::Severity => Order::Severity,
                OrderName::Carried => Order::Carried,
            },
        })
    }
}

/// The article with this letter, else the one with this outlet or id.
fn outlet(comparison: &Comparison, name: &str) -> anyhow::Result<usize> {
    let wanted = name.trim().to_lowercase();
    let all = 0..comparison.articles.len();
    let by_letter = all
        .clone()
        .find(|at| comparison.letter(*at).to_lowercase() == wanted);
    let by_name = || {
        all.clone().find(|at| {
            let article = &comparison.articles[*at];
            article.outlet.to_lowercase() == wanted || article.id.to_lowercase() == wanted
        })
    };
    let Some(found) = by_letter.or_else(by_name) else {
        let known: Vec<String> = all
            .map(|at| {
                format!(
                    "{} {}",
                    comparison.letter(at),
                    comparison.articles[at].outlet
                )
            })
            .collect();
        bail!("no outlet {name:?}; there are {}", known.join(", "));
    };
    Ok(found)
}

/// The statement with this label ("s3", or "3").
pub(super) fn statement(comparison: &Comparison, label: &str) -> anyhow::Result<usize> {
    let count = comparison.statements.len();
    let number = label.trim().trim_start_matches(['s', 'S']);
    match number.parse::<usize>() {
        Ok(number) if (1..=count).contains(&number) => Ok(number - 1),
        _ if count == 0 => bail!("no statement {label:?}; no statement was found"),
        _ if count == 1 => bail!("no statement {label:?}; there is s1 alone"),
        _ => bail!(
            "no statement {label:?}; there are s1 to {}",
            Comparison::label(count - 1)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn outlets_go_by_letter_name_or_id() {
        let comparison = sample::dam();
        for name in ["c", "C", "Capital Daily", "capital-daily"] {
            assert_eq!(outlet(&comparison, name).unwrap(), 2);
        }
        let message = outlet(&comparison, "F").unwrap_err().to_string();
        assert!(message.contains("E The Hearth"), "{message}");
    }

    #[test]
    fn statements_go_by_label() {
        let comparison = sample::dam();
        assert_eq!(statement(&comparison, "s3").unwrap(), 2);
        assert_eq!(statement(&comparison, "3").unwrap(), 2);
        let message = statement(&comparison, "s9").unwrap_err().to_string();
        assert!(message.contains("s1 to s5"), "{message}");
    }
}
