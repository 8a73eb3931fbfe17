use crate::model::{FindingKind, Passage, RelationSet, Rendering, Renderings};
use crate::{Comparison, Relation, Texts};

/// The signs of a report, beside the words that mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// ◉ ≈ ◐ and lines.
    Unicode,
    /// O ~ < and hyphens, for terminals that show nothing else. The words of the articles stay as they are.
    Ascii,
}

/// What the cells of a table show.
#[derive(Default)]
pub(super) struct Used {
    relations: Vec<Relation>,
    /// Whether words were lost, so that a number says how many were kept.
    keeps_a_share: bool,
    /// The first article whose letter stands beside a sign.
    other: Option<usize>,
}

impl Used {
    /// What the cells show of `statements`, measured against the article `base` where it carries them.
    pub(super) fn by(comparison: &Comparison, statements: &[usize], base: Option<usize>) -> Self {
        let mut used = Self::default();
        for at in statements {
            let renderings = comparison.renderings(*at, base);
            for rendering in &renderings.articles {
                used.see(rendering, &renderings);
            }
        }
        used
    }

    /// Adds the cell of `rendering`, one of `renderings`.
    pub(super) fn see(&mut self, rendering: &Rendering, renderings: &Renderings) {
        let base = renderings.base;
        if rendering.holds(base) {
            return;
        }
        let loses_words = [Relation::Truncated, Relation::Elided];
        for relation in rendering.relations(base).iter().take(Signs::IN_A_CELL) {
            self.keeps_a_share |= loses_words.contains(&relation);
            self.relations.push(relation);
        }
        self.other = self.other.or(rendering.stands_beside(base));
    }
}

impl Signs {
    /// Relations whose signs stand in a cell: the gravest.
    pub(super) const IN_A_CELL: usize = 2;

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

    /// The signs of the gravest.
    pub(super) fn relations(self, relations: RelationSet) -> String {
        let gravest = relations.iter().take(Self::IN_A_CELL);
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
            FindingKind::Headline | FindingKind::Label | FindingKind::Cue => {
                self.relation(Relation::Reworded)
            }
            FindingKind::Rounding => self.or("±", "r"),
            FindingKind::Note => "-",
        }
    }

    /// The signs of a table whose cells show `used`, with what they mean; the gravest stand last.
    pub(super) fn key(self, used: &Used, comparison: &Comparison) -> Vec<String> {
        let texts = comparison.texts;
        let of = |relation: &Relation| {
            let word = relation.in_few_words(texts);
            format!("{} {word}", self.relation(*relation))
        };
        let occurs = |relation: &&Relation| used.relations.contains(relation);
        let mut key = vec![format!("{} {}", self.reference(), texts.fullest())];
        key.extend(Relation::ALL.iter().rev().filter(occurs).map(of));
        key.push(format!("{} {}", self.absent(), texts.absent()));
        if used.keeps_a_share {
            key.push(format!("47: {}", texts.kept_of_fullest(self.reference())));
        }
        let letter = used.other.map(|article| comparison.letter(article));
        key.extend(letter.map(|letter| texts.letter_beside(letter)));
        key
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
