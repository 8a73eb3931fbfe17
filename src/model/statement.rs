use super::{DiffPart, Grounds, QuotationId, Relation, RelationSet, Span};

/// One utterance as the outlets together report it.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Who is credited, in the fullest name any article gives; by the most articles when they disagree.
    pub speaker: Option<String>,
    /// The fullest quoted rendering, the earliest of equals: what the others are measured against.
    pub reference: Place,
    /// The quotations that render it, in order of article and text.
    pub variants: Vec<QuotationId>,
    /// Indices of the articles that carry a variant, ascending.
    pub carried_by: Vec<usize>,
    /// Indices of the articles that carry none, ascending.
    pub omitted_by: Vec<usize>,
    /// Every two segments of different articles that render at least partly the same words.
    pub pairs: Vec<Pair>,
}

impl Statement {
    /// How any two of its renderings differ, gravest first, each once.
    pub fn relations(&self) -> Vec<Relation> {
        let pairs = self.pairs.iter();
        let mut relations: Vec<Relation> = pairs.flat_map(|pair| pair.relations.iter()).collect();
        relations.sort_unstable();
        relations.dedup();
        relations
    }
}

/// A place in one of the articles compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the article in the comparison.
    pub article: usize,
    /// The place in its text.
    pub span: Span,
}

/// Two renderings of the same words in two articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The rendering in the article that comes first.
    pub a: Place,
    /// The rendering in the other article; indirect speech when the pair is *paraphrased*.
    pub b: Place,
    /// How they differ.
    pub relations: RelationSet,
    /// Word for word from `a` to `b`; empty for a paraphrase.
    pub diff: Vec<DiffPart>,
    /// How alike the wordings are, 0 to 1: see [`crate::align`].
    pub score: f64,
    /// Whether the wordings differ as two translations of the same words do.
    pub is_translation: bool,
    /// What they were aligned on.
    pub grounds: Grounds,
}
