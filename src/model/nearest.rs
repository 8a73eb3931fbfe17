use super::{Comparison, Place, Span};

/// What comes nearest to a statement that one outlet alone carries, and was not taken to be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Index of the statement.
    pub statement: usize,
    /// The passage of another outlet.
    pub place: Place,
    /// Index of the statement that the passage renders.
    pub of: usize,
    /// The weightiest words that both have, as the statement prints them.
    pub shared: Vec<Span>,
    /// How many words that say something both have.
    pub count: usize,
    /// How many words of the shorter of the two say something ("harbour", not "of").
    pub telling: usize,
}

impl Comparison {
    /// What comes nearest to statement `at`; nothing where several outlets carry it or nothing is near.
    pub fn nearest_to(&self, at: usize) -> Option<&Nearest> {
        let found = self
            .nearest
            .binary_search_by_key(&at, |nearest| nearest.statement);
        found.ok().map(|index| &self.nearest[index])
    }

    /// Why two passages that come near each other were not taken for one statement.
    pub fn nearest_in_words(&self, nearest: &Nearest) -> String {
        let article = self.statements[nearest.statement].reference.article;
        let words: Vec<String> = nearest
            .shared
            .iter()
            .map(|span| {
                let place = Place {
                    article,
                    span: *span,
                };
                self.texts.quoted(self.slice(place))
            })
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let list = self.texts.list(&words);
        self.texts
            .nearest_shares(nearest.telling, nearest.count, list)
    }
}
