/// How many sentences of one article the others tell too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Another article has nearly the same words.
    pub shared: usize,
    /// Another article tells it in other words.
    pub rewritten: usize,
    /// In no other article.
    pub only_here: usize,
}
