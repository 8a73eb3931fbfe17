//! How the outlets render one statement: a cell of the matrix each, and the words under one another.

use super::{Subject, shown};
use crate::Relation;
use crate::model::{Passage, Rendering, Renderings, Stroke};
use crate::report::Signs;
use crate::report::outside::address_of_words;

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

pub(super) struct Mark {
    pub(super) kind: &'static str,
    pub(super) text: String,
}

/// The rows against every other outlet that prints words of the statement in quotation marks.
pub(super) fn other_bases(subject: &Subject<'_>, at: usize, base: usize) -> Vec<OtherBase> {
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

impl Row {
    /// Whether another row says nothing else than this one, which says to be as an earlier one.
    fn is_same_as(&self, other: &Self) -> bool {
        let told = |row: &Self| (row.signs.clone(), row.as_in.clone(), row.notes.clone());
        !self.as_in.is_empty() && told(self) == told(other) && self.sentence == other.sentence
    }
}

/// The renderings of one statement, measured against one of them.
pub(super) struct Rows<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) at: usize,
    pub(super) renderings: &'a Renderings,
}

impl Rows<'_> {
    /// What the matrix shows of `article`.
    pub(super) fn cell(&self, article: usize) -> Cell {
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
    pub(super) fn all(&self) -> Vec<Row> {
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
        let strokes = self.subject.comparison.strokes(passage);
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
            notes.push(comparison.texts.told_not_quoted().to_owned());
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
