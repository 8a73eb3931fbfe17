//! The statements in three groups, with what a reader can choose among them by.

use super::aligned::{Aligned, aligned};
use super::renderings::{Cell, OtherBase, Row, Rows, other_bases};
use super::{Subject, shown};
use crate::model::{Group, Nearest, from_first_word};
use crate::{Comparison, Relation, Texts};

pub(super) struct StatementGroup {
    pub(super) id: &'static str,
    pub(super) heading: &'static str,
    pub(super) is_open: bool,
    pub(super) statements: Vec<StatementView>,
}

pub(super) struct StatementView {
    pub(super) label: String,
    pub(super) address: String,
    pub(super) speaker: String,
    /// Whether the statement before it in its group has another speaker.
    pub(super) starts_speaker: bool,
    pub(super) excerpt: String,
    pub(super) language: String,
    /// Letters of the outlets that carry it, and of those that do not.
    pub(super) letters: String,
    pub(super) omitted_by: String,
    /// Names of the relations that hold, for the filter.
    pub(super) relations: String,
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<Row>,
    /// Empty when no other outlet can be the measure, or the page would grow too long.
    pub(super) other_bases: Vec<OtherBase>,
    /// Letter and name of the outlet that the rows are measured against.
    pub(super) base: (String, String),
    /// What comes nearest in another outlet, where one outlet alone carries it.
    pub(super) nearest: Option<Near>,
    /// Word under word; empty when the words are too many.
    pub(super) aligned: Option<Aligned>,
}

/// A passage that was not taken to render the same statement.
pub(super) struct Near {
    pub(super) letter: String,
    pub(super) words: String,
    pub(super) language: String,
    pub(super) grounds: String,
    /// Address and label of the statement that it renders.
    pub(super) address: String,
    pub(super) label: String,
}

const EXCERPT_WORDS: usize = 12;

/// All statements that the view lets through, by what they have to say.
pub(super) fn groups(subject: &Subject<'_>) -> Vec<StatementGroup> {
    let texts = subject.comparison.texts;
    let kinds = [
        (Group::Differs, "differs", texts.group_differs()),
        (Group::Same, "same", texts.group_same()),
        (Group::Single, "single", texts.group_single()),
    ];
    let groups = kinds.into_iter().map(|(group, id, heading)| {
        let members = subject.statements.iter();
        let members = members.filter(|at| subject.comparison.group(**at) == group);
        StatementGroup {
            id,
            heading,
            is_open: false,
            statements: by_speaker(members.map(|at| statement(subject, *at)).collect()),
        }
    });
    let mut groups: Vec<StatementGroup> = groups
        .filter(|group| !group.statements.is_empty())
        .collect();
    if let Some(first) = groups.first_mut() {
        first.is_open = true;
    }
    groups
}

/// The statements of one speaker side by side, the speakers in order of their first.
fn by_speaker(mut statements: Vec<StatementView>) -> Vec<StatementView> {
    let names: Vec<String> = statements.iter().map(|one| one.speaker.clone()).collect();
    statements.sort_by_key(|one| names.iter().position(|name| *name == one.speaker));
    for at in 1..statements.len() {
        statements[at].starts_speaker = statements[at].speaker != statements[at - 1].speaker;
    }
    statements
}

/// Something to choose statements by, and how many have it.
pub(super) struct Chip {
    pub(super) name: String,
    pub(super) words: String,
    pub(super) count: usize,
}

/// The relations that occur, gravest first.
pub(super) fn relations_of(groups: &[StatementGroup], texts: Texts) -> Vec<Chip> {
    let relations = Relation::ALL.iter().map(|relation| Chip {
        name: relation.name().to_owned(),
        words: relation.in_words(texts).to_owned(),
        count: having(groups, relation.name(), |statement| &statement.relations),
    });
    relations.filter(|chip| chip.count > 0).collect()
}

/// The outlets shown, in order.
pub(super) fn carriers_of(groups: &[StatementGroup], subject: &Subject<'_>) -> Vec<Chip> {
    let outlets = subject.articles.iter().map(|article| {
        let name = subject.comparison.letter(*article);
        Chip {
            count: having(groups, &name, |statement| &statement.letters),
            name,
            words: shown(&subject.comparison.articles[*article].outlet),
        }
    });
    outlets.collect()
}

/// How many statements have `name` in the list that `list` gives of each.
fn having(groups: &[StatementGroup], name: &str, list: fn(&StatementView) -> &String) -> usize {
    let statements = groups.iter().flat_map(|group| &group.statements);
    statements
        .filter(|statement| list(statement).split(' ').any(|own| own == name))
        .count()
}

/// Every speaker once, in order of appearance.
pub(super) fn speakers_of(groups: &[StatementGroup]) -> Vec<String> {
    let mut speakers: Vec<String> = Vec::new();
    for statement in groups.iter().flat_map(|group| &group.statements) {
        if !speakers.contains(&statement.speaker) {
            speakers.push(statement.speaker.clone());
        }
    }
    speakers
}

fn statement(subject: &Subject<'_>, at: usize) -> StatementView {
    let comparison = subject.comparison;
    let statement = &comparison.statements[at];
    let renderings = comparison.renderings(at, subject.html.view.base);
    let relations = statement.relations();
    let relations: Vec<&str> = relations.iter().map(|relation| relation.name()).collect();
    let rows = Rows {
        subject,
        at,
        renderings: &renderings,
    };
    StatementView {
        label: Comparison::label(at),
        address: subject.addresses[at].clone(),
        speaker: shown(comparison.speaker_name(at)),
        starts_speaker: true,
        excerpt: excerpt(comparison.slice(renderings.base)),
        language: subject.language(renderings.base.article),
        letters: comparison.letters(&statement.carried_by),
        omitted_by: comparison.letters(&statement.omitted_by),
        relations: relations.join(" "),
        cells: subject
            .articles
            .iter()
            .map(|article| rows.cell(*article))
            .collect(),
        rows: rows.all(),
        other_bases: if subject.has_other_bases {
            other_bases(subject, at, renderings.base.article)
        } else {
            Vec::new()
        },
        base: letter_and_name(subject, renderings.base.article),
        nearest: comparison
            .nearest_to(at)
            .filter(|nearest| {
                subject.articles.contains(&nearest.place.article)
                    && subject.statements.contains(&nearest.of)
            })
            .map(|nearest| near(subject, nearest)),
        aligned: aligned(subject, &renderings),
    }
}

fn letter_and_name(subject: &Subject<'_>, article: usize) -> (String, String) {
    let name = shown(&subject.comparison.articles[article].outlet);
    (subject.comparison.letter(article), name)
}

fn near(subject: &Subject<'_>, nearest: &Nearest) -> Near {
    let comparison = subject.comparison;
    Near {
        letter: comparison.letter(nearest.place.article),
        words: shown(comparison.slice(nearest.place)),
        language: subject.language(nearest.place.article),
        grounds: shown(&comparison.nearest_in_words(nearest)),
        address: subject.addresses[nearest.of].clone(),
        label: Comparison::label(nearest.of),
    }
}

/// The first words, with an ellipsis of ours after them.
fn excerpt(words: &str) -> String {
    let all: Vec<&str> = from_first_word(words).split_whitespace().collect();
    let mut excerpt = all[..all.len().min(EXCERPT_WORDS)].join(" ");
    if all.len() > EXCERPT_WORDS {
        excerpt.push('…');
    }
    shown(&excerpt)
}
