use crate::model::{FindingKind, Passage, RelationSet, Renderings};
use crate::{Comparison, Relation, Texts};

/// The signs of a report, beside the words that mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// ◉ ≈ ◐ and lines.
    Unicode,
    /// O ~ < and hyphens, for terminals that show nothing else. The words of the articles stay as they are.
    Ascii,
}

impl Signs {
    /// `unicode` where it can be shown, else `ascii`.
    pub(super) fn or<T>(self, unicode: T, ascii: T) -> T {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }

    pub(super) fn relation(self, relation: Relation) -> &'static str {
        match relation {
            Relation::Contradicted => self.or("✗", "x"),
            Relation::Speaker => "!",
            Relation::Spliced => "+",
            Relation::QualificationCut => self.or("⌐", "q"),
            Relation::Reworded => self.or("≈", "~"),
            Relation::Interpolated => "[",
            Relation::Elided => self.or("⋯", ":"),
            Relation::Truncated => self.or("◐", "<"),
            Relation::Paraphrased => self.or("»", "p"),
            Relation::Verbatim => "=",
        }
    }

    /// How a passage differs from what it is measured against.
    pub(super) fn passage(self, renderings: &Renderings, passage: &Passage) -> String {
        match &passage.measure {
            _ if passage.place == renderings.base => self.reference().to_owned(),
            Some(measure) => self.relations(measure.relations),
            None => String::new(),
        }
    }

    /// The signs of the two gravest.
    pub(super) fn relations(self, relations: RelationSet) -> String {
        let gravest = relations.iter().take(2);
        gravest.map(|relation| self.relation(relation)).collect()
    }

    pub(super) fn finding(self, kind: FindingKind) -> &'static str {
        match kind {
            FindingKind::Contradicted | FindingKind::Fact => self.relation(Relation::Contradicted),
            FindingKind::Speaker => self.relation(Relation::Speaker),
            FindingKind::Spliced => self.relation(Relation::Spliced),
            FindingKind::QualificationCut => self.relation(Relation::QualificationCut),
            FindingKind::Reworded => self.relation(Relation::Reworded),
            FindingKind::Update => self.or("↑", "^"),
            FindingKind::Omission | FindingKind::Missing => self.absent(),
            FindingKind::Commentary | FindingKind::Remark => self.comment(),
            FindingKind::Label | FindingKind::Cue => self.relation(Relation::Reworded),
            FindingKind::Rounding => self.or("±", "r"),
            FindingKind::Note => "-",
        }
    }

    /// The signs of a table in which the relations `used` occur, with what they mean; the gravest stand last.
    pub(super) fn key(self, used: &[Relation], texts: Texts) -> Vec<String> {
        let of = |relation: &Relation| {
            let word = relation.in_few_words(texts);
            format!("{} {word}", self.relation(*relation))
        };
        let mut key = vec![format!("{} {}", self.reference(), texts.fullest())];
        let relations = Relation::ALL.iter().rev();
        key.extend(relations.filter(|one| used.contains(one)).map(of));
        key.push(format!("{} {}", self.absent(), texts.absent()));
        let loses_words = [Relation::Truncated, Relation::Elided];
        if used.iter().any(|relation| loses_words.contains(relation)) {
            key.push(format!("47: {}", texts.kept_of_fullest(self.reference())));
        }
        key
    }

    /// The key to a table of `statements`, whichever of their relations its cells show.
    pub(super) fn key_to(self, comparison: &Comparison, statements: &[usize]) -> Vec<String> {
        let own = statements.iter().map(|at| &comparison.statements[*at]);
        let used: Vec<Relation> = own.flat_map(|statement| statement.relations()).collect();
        self.key(&used, comparison.texts)
    }

    /// The number of a paragraph.
    pub(super) fn paragraph(self, number: usize, texts: Texts) -> String {
        match self {
            Self::Unicode => format!("¶{number}"),
            Self::Ascii => texts.paragraph_ascii(number),
        }
    }

    pub(super) fn reference(self) -> &'static str {
        self.or("◉", "O")
    }

    pub(super) fn absent(self) -> &'static str {
        self.or("·", ".")
    }

    pub(super) fn comment(self) -> &'static str {
        self.or("▒", "#")
    }

    /// Stands where a line was cut to fit.
    pub(super) fn ellipsis(self) -> &'static str {
        self.or("…", "...")
    }

    /// How many words were cut, as it stands in the place of them.
    pub(super) fn cut(self, words: usize) -> String {
        match self {
            Self::Unicode => format!("‹{words}›"),
            Self::Ascii => format!("<{words}>"),
        }
    }
}
