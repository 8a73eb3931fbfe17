//! The statements: a row of the matrix each, and the renderings under one another.

use super::aligned::{Aligned, aligned};
use super::{Subject, shown};
use crate::Comparison;
use crate::Relation;
use crate::Texts;
use crate::model::{Group, Nearest, Passage, Rendering, Renderings, Stroke, from_first_word};
use crate::report::Signs;
use crate::report::outside::address_of_words;
use crate::report::view::View;

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

pub(super) struct Cell {
    pub(super) letter: String,
    pub(super) signs: String,
    pub(super) sentence: String,
    /// Empty when the outlet does not carry the statement.
    pub(super) address: String,
    pub(super) is_grave: bool,
}

pub(super) struct Row {
    pub(super) signs: String,
    /// One, or several that print the same as an earlier row.
    pub(super) tellers: Vec<Teller>,
    pub(super) language: String,
    pub(super) marks: Vec<Mark>,
    /// Stands in the place of words that another row prints.
    pub(super) as_in: String,
    pub(super) notes: String,
    /// The same in words; empty for the base.
    pub(super) sentence: String,
}

/// An outlet that prints the words of a row.
pub(super) struct Teller {
    pub(super) address: String,
    pub(super) letter: String,
    pub(super) name: String,
    pub(super) verb: String,
    pub(super) paragraph: usize,
    pub(super) slice_address: String,
    /// Where the outlet itself has them, if it is known.
    pub(super) outside: Option<String>,
}

/// The rows of a statement measured against another outlet than the one that the page chose.
pub(super) struct OtherBase {
    pub(super) letter: String,
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
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

pub(super) struct Mark {
    pub(super) kind: &'static str,
    pub(super) text: String,
}

const EXCERPT_WORDS: usize = 12;

/// All statements that the view lets through, by what they have to say.
pub(super) fn groups(subject: &Subject<'_>) -> Vec<StatementGroup> {
    let every = View {
        all: true,
        ..subject.html.view.clone()
    };
    let chosen = every.select(subject.comparison).shown;
    let texts = subject.comparison.texts;
    let kinds = [
        (Group::Differs, "differs", texts.group_differs()),
        (Group::Same, "same", texts.group_same()),
        (Group::Single, "single", texts.group_single()),
    ];
    let groups = kinds.into_iter().map(|(group, id, heading)| {
        let members = chosen
            .iter()
            .filter(|at| subject.comparison.group(**at) == group);
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
            .filter(|nearest| subject.articles.contains(&nearest.place.article))
            .map(|nearest| near(subject, nearest)),
        aligned: aligned(subject, &renderings),
    }
}

/// The rows against every other outlet that prints words of the statement in quotation marks.
fn other_bases(subject: &Subject<'_>, at: usize, base: usize) -> Vec<OtherBase> {
    let comparison = subject.comparison;
    let carried_by = comparison.statements[at].carried_by.iter();
    let others = carried_by.filter(|other| **other != base && subject.articles.contains(other));
    let against = |article: &usize| {
        let renderings = comparison.renderings(at, Some(*article));
        let rows = Rows {
            subject,
            at,
            renderings: &renderings,
        };
        (renderings.base.article == *article).then(|| OtherBase {
            letter: comparison.letter(*article),
            name: shown(&comparison.articles[*article].outlet),
            rows: rows.all(),
        })
    };
    others.filter_map(against).collect()
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

impl Row {
    /// Whether another row says nothing else than this one, which says to be as an earlier one.
    fn is_same_as(&self, other: &Self) -> bool {
        let told = |row: &Self| (row.signs.clone(), row.as_in.clone(), row.notes.clone());
        !self.as_in.is_empty() && told(self) == told(other) && self.sentence == other.sentence
    }
}

struct Rows<'a> {
    subject: &'a Subject<'a>,
    at: usize,
    renderings: &'a Renderings,
}

impl Rows<'_> {
    fn cell(&self, article: usize) -> Cell {
        let comparison = self.subject.comparison;
        let name = &comparison.articles[article].outlet;
        let phrase = comparison.cell_in_words(self.renderings, article);
        let mut sentence = format!("{name}: {phrase}");
        let Some(rendering) = self.renderings.of(article) else {
            return Cell {
                letter: comparison.letter(article),
                signs: Signs::Unicode.absent().to_owned(),
                sentence: shown(&sentence),
                address: String::new(),
                is_grave: false,
            };
        };
        let base = self.renderings.base;
        let relations = rendering.relations(base);
        let mut signs = Signs::Unicode.relations(relations);
        if rendering.holds(base) {
            Signs::Unicode.reference().clone_into(&mut signs);
        } else if let Some(other) = rendering.stands_beside(base) {
            signs.push_str(&comparison.letter(other));
        } else if let Some(share) = comparison.share_kept(self.renderings, rendering) {
            signs.push_str(&format!(" {share}"));
            // Who speaks to a computer says what is seen.
            sentence.push_str(&format!(", {share}%"));
        }
        Cell {
            letter: comparison.letter(article),
            signs,
            sentence: shown(&sentence),
            address: self.address(article),
            is_grave: relations.contains(Relation::Contradicted)
                || relations.contains(Relation::Speaker),
        }
    }

    fn address(&self, article: usize) -> String {
        format!(
            "{}-{}",
            self.subject.addresses[self.at],
            self.subject.comparison.letter(article)
        )
    }

    /// The base first, then the others.
    fn all(&self) -> Vec<Row> {
        let comparison = self.subject.comparison;
        let mut rows = Vec::new();
        for rendering in &self.renderings.articles {
            let is_shown = self.subject.articles.contains(&rendering.article);
            let earlier = comparison.same_as(self.renderings, rendering.article);
            for (index, passage) in rendering.passages.iter().enumerate() {
                let is_base = passage.place == self.renderings.base;
                // Where one article copies another, its second passage has nothing to tell.
                if is_base || (is_shown && (earlier.is_none() || index == 0)) {
                    rows.push((!is_base, self.row(rendering, passage, index)));
                }
            }
        }
        rows.sort_by_key(|(is_other, _)| *is_other);
        let mut shared: Vec<Row> = Vec::new();
        for (_, mut row) in rows {
            match shared.iter_mut().find(|known| known.is_same_as(&row)) {
                Some(known) => known.tellers.append(&mut row.tellers),
                None => shared.push(row),
            }
        }
        shared
    }

    fn row(&self, rendering: &Rendering, passage: &Passage, index: usize) -> Row {
        let comparison = self.subject.comparison;
        let article = rendering.article;
        let signs = Signs::Unicode.passage(self.renderings, passage);
        let texts = comparison.texts;
        let as_in = match &passage.measure {
            Some(measure) if measure.relations.contains(Relation::Verbatim) => {
                texts.as_in(comparison.letter(measure.against.article))
            }
            Some(_) => {
                let earlier = comparison.same_as(self.renderings, article);
                earlier.map_or_else(String::new, |earlier| {
                    texts.as_in(comparison.letter(earlier))
                })
            }
            None => String::new(),
        };
        let address = match index {
            0 => self.address(article),
            _ => format!("{}-{}", self.address(article), index + 1),
        };
        let verb = comparison.verb_at(self.at, passage.place);
        Row {
            signs,
            tellers: vec![Teller {
                address,
                letter: comparison.letter(article),
                name: shown(&comparison.articles[article].outlet),
                verb: shown(verb.unwrap_or_default()),
                paragraph: comparison.paragraph_number(passage.place),
                slice_address: self.subject.slice_address(article, passage.place.span),
                outside: address_of_words(&comparison.articles[article], passage.place.span),
            }],
            language: self.subject.language(article),
            marks: self.marks(passage),
            notes: self.notes(passage),
            sentence: if as_in.is_empty() && !is_retold(passage) || comparison.is_disputed(self.at)
            {
                shown(&comparison.passage_in_words(self.at, self.renderings, passage))
            } else {
                String::new()
            },
            as_in,
        }
    }

    fn marks(&self, passage: &Passage) -> Vec<Mark> {
        let comparison = self.subject.comparison;
        let own = &comparison.articles[passage.place.article].text;
        let strokes = match &passage.measure {
            None => vec![Stroke::Kept(comparison.slice(passage.place))],
            Some(measure) => {
                let theirs = &comparison.articles[measure.against.article].text;
                measure.strokes(theirs, own, passage.place.span)
            }
        };
        let marks = strokes.into_iter().map(|stroke| match stroke {
            Stroke::Kept(text) => ("kept", shown(text)),
            Stroke::Old(text) => ("old", shown(text)),
            Stroke::New(text) => ("new", shown(text)),
            Stroke::Cut(count) => ("cut", Signs::Unicode.cut(count)),
        });
        marks.map(|(kind, text)| Mark { kind, text }).collect()
    }

    fn notes(&self, passage: &Passage) -> String {
        let comparison = self.subject.comparison;
        let mut notes = Vec::new();
        if is_retold(passage) && !comparison.is_disputed(self.at) {
            notes.push(comparison.texts.relation_paraphrased().to_owned());
        } else if comparison.is_indirect(self.at, passage.place) {
            notes.push(comparison.texts.no_quotation_marks().to_owned());
        }
        if comparison.is_disputed(self.at) && passage.measure.is_none() {
            notes.push(comparison.credit(self.at, passage.place));
        }
        shown(&notes.join("; "))
    }
}

/// Whether all that there is to say of `passage` is that the reporter tells it.
fn is_retold(passage: &Passage) -> bool {
    let measure = passage.measure.as_ref();
    measure.is_some_and(|measure| measure.relations.contains(Relation::Paraphrased))
}
