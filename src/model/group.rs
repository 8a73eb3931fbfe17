use super::{Comparison, Relation};

/// What a statement has to say about the outlets, which decides whether a report shows it or counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Several outlets carry it and at least one of them differs.
    Differs,
    /// Several outlets carry it in the same words.
    Same,
    /// One outlet carries it.
    Single,
}

impl Comparison {
    /// The group of statement `at`.
    pub fn group(&self, at: usize) -> Group {
        let statement = &self.statements[at];
        if statement.carried_by.len() < 2 {
            Group::Single
        } else if self.gravity(at) == Relation::Verbatim {
            Group::Same
        } else {
            Group::Differs
        }
    }

    /// The gravest relation of statement `at`.
    pub fn gravity(&self, at: usize) -> Relation {
        let pairs = self.statements[at].pairs.iter();
        pairs
            .flat_map(|pair| pair.relations.iter())
            .min()
            .unwrap_or(Relation::Verbatim)
    }

    /// Whether any two outlets can be compared.
    pub fn is_of_one_article(&self) -> bool {
        self.articles.len() < 2
    }

    /// The letter that stands for article `at` in reports: A to Z, then AA, AB and so on.
    pub fn letter(&self, at: usize) -> String {
        let mut letters = Vec::new();
        let mut rest = at + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }

    /// The letters of `articles`, with a space between.
    pub fn letters(&self, articles: &[usize]) -> String {
        let letters: Vec<String> = articles.iter().map(|at| self.letter(*at)).collect();
        letters.join(" ")
    }
}
