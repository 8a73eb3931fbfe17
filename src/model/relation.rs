use super::Span;

/// How two renderings of the same utterance differ. Several hold at once, save that
/// [`Verbatim`](Self::Verbatim) stands alone or with [`Speaker`](Self::Speaker).
///
/// The order is the order of gravity in reports, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// What was changed, dropped or added is a negation, a number or a name.
    Contradicted,
    /// The two outlets credit different persons or bodies.
    Speaker,
    /// One side joins two places of what the other prints as if they were one.
    Spliced,
    /// One side stops right before a limit ("but", "unless", "if") that the other prints.
    QualificationCut,
    /// Other words stand in the place of some.
    Reworded,
    /// One side holds editorial words in brackets.
    Interpolated,
    /// Words are missing inside one side, marked or not.
    Elided,
    /// One side stops earlier or starts later.
    Truncated,
    /// A quoted segment in one outlet, indirect speech in the other.
    Paraphrased,
    /// The same words apart from case, punctuation and marks.
    Verbatim,
}

impl Relation {
    /// All relations, gravest first.
    pub const ALL: [Self; 10] = [
        Self::Contradicted,
        Self::Speaker,
        Self::Spliced,
        Self::QualificationCut,
        Self::Reworded,
        Self::Interpolated,
        Self::Elided,
        Self::Truncated,
        Self::Paraphrased,
        Self::Verbatim,
    ];

    /// The relation with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|relation| relation.name() == name)
    }

    /// The word for it in JSON and on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::Speaker => "speaker",
            Self::Spliced => "spliced",
            Self::QualificationCut => "qualification-cut",
            Self::Reworded => "reworded",
            Self::Interpolated => "interpolated",
            Self::Elided => "elided",
            Self::Truncated => "truncated",
            Self::Paraphrased => "paraphrased",
            Self::Verbatim => "verbatim",
        }
    }
}

/// The relations of one pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RelationSet(u16);

impl RelationSet {
    /// Adds `relation`.
    pub fn insert(&mut self, relation: Relation) {
        self.0 |= 1 << relation as u16;
    }

    /// Whether `relation` holds.
    pub fn contains(self, relation: Relation) -> bool {
        self.0 & (1 << relation as u16) != 0
    }

    /// Whether nothing holds.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The relations that hold, gravest first.
    pub fn iter(self) -> impl Iterator<Item = Relation> {
        Relation::ALL
            .into_iter()
            .filter(move |relation| self.contains(*relation))
    }
}

impl FromIterator<Relation> for RelationSet {
    fn from_iter<I: IntoIterator<Item = Relation>>(relations: I) -> Self {
        let mut set = Self::default();
        for relation in relations {
            set.insert(relation);
        }
        set
    }
}

/// What happened to a run of words between two renderings, told from the first to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffOp {
    /// The same words on both sides.
    Equal,
    /// Words of the first side that the second lacks.
    Delete,
    /// Words of the second side that the first lacks.
    Insert,
    /// Other words on the second side.
    Replace,
    /// Words before or after the part that both print: the first or the second side was cut there.
    Cut,
    /// An ellipsis mark or a bracketed remark of an editor, which no word of the other side answers.
    Editorial,
}

impl DiffOp {
    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Delete => "delete",
            Self::Insert => "insert",
            Self::Replace => "replace",
            Self::Cut => "cut",
            Self::Editorial => "editorial",
        }
    }
}

/// One step of a word diff; the spans lie in the texts of the two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiffPart {
    /// What happened.
    pub op: DiffOp,
    /// The words of the first side, from the first letter to the last.
    pub a: Option<Span>,
    /// The words of the second side.
    pub b: Option<Span>,
}
