use super::Place;

/// A fact of the event for which outlets give different values.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What kind of value differs.
    pub kind: FactKind,
    /// The values, in order of article and text; at least two, of at least two articles.
    pub values: Vec<Value>,
    /// How they differ.
    pub difference: Difference,
    /// How sure it is that the values are of one fact, 0 to 1.
    pub score: f64,
}

/// One outlet's value for a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// As printed, with what it counts.
    pub place: Place,
    /// The value itself.
    pub figure: Place,
}

/// What kind of value differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// A number.
    Number,
    /// A day, month or year.
    Date,
    /// Where it was.
    Place,
    /// How a name is written, or who it was.
    Name,
    /// Words that exclude each other.
    Other,
}

impl FactKind {
    /// The word for it in JSON and in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Place => "place",
            Self::Name => "name",
            Self::Other => "other",
        }
    }
}

/// How the values of a fact differ, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// They cannot both hold.
    Conflict,
    /// A later article gives more than an earlier one, of what can grow.
    Update,
    /// One is vaguer than the other and holds it.
    Rounding,
}

impl Difference {
    /// The word for it in JSON and in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Update => "update",
            Self::Rounding => "rounding",
        }
    }
}
