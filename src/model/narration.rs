use super::Span;
use crate::lexicon::Gender;

/// What one article tells by itself, beside whom it quotes: its sentences, numbers, days, namings and the
/// words that show an attitude.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narration {
    /// All sentences of the body, in order; a quoted string of several sentences stays whole.
    pub sentences: Vec<Sentence>,
    /// Numbers with what they count or measure, in order.
    pub quantities: Vec<Quantity>,
    /// Days, months and years, in order.
    pub days: Vec<Day>,
    /// How persons, groups and things are named outside quotation marks, in order.
    pub namings: Vec<Naming>,
    /// Words of attitude outside quotation marks, in order.
    pub tones: Vec<Tone>,
}

impl Narration {
    /// The sentence in which the byte `at` stands.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let index = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= at);
        let sentence = self.sentences.get(index)?;
        (sentence.span.start <= at).then_some(index)
    }
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last sign.
    pub span: Span,
    /// Number of its paragraph, from 0.
    pub paragraph: usize,
    /// Its verbs outside quotation marks with the words that follow them ("swiftly rejected the plan"), those
    /// joined to them included ("and called for").
    pub predicates: Vec<Span>,
}

/// A number as the article gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number with its hedge and what it counts ("nearly 300 passengers").
    pub span: Span,
    /// The number itself ("300").
    pub figure: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// The least that it can be, in thousandths of the base unit.
    pub low: i64,
    /// The most that it can be, in thousandths of the base unit.
    pub high: i64,
    /// Whether it is hedged or vague.
    pub is_hedged: bool,
    /// What kind of number it is.
    pub dimension: Dimension,
    /// Stem of the noun that it counts.
    pub noun: Option<String>,
}

/// What kind of number a quantity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// A number of persons or things.
    Count,
    /// Money in the currency with this sign or code ("$").
    Money(char),
    /// How often something happened, or which time it was.
    Times,
    /// Votes of two sides: those of the larger a thousand times, and those of the smaller.
    Votes,
    /// A time of day in minutes from the midnight before the day before.
    Clock,
    /// The age of a person in years.
    Age,
    /// In the base unit of this measure ("time": days; "length": metres).
    Unit(&'static str),
}

/// A day, month or year as the article gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// As printed ("Tuesday", "March 3", "2019", "last week").
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// How exact it is.
    pub grain: Grain,
    /// Which one it is, comparable among days of the same grain: weekdays 0 (Monday) to 6, months 1 to 12,
    /// days of the year month × 100 + day, years as they are, relative spans unit × 10 + distance.
    pub number: i32,
    /// The year that stands behind a day or a month.
    pub year: Option<i32>,
}

impl Day {
    /// The unit of a relative span (week 1, month 2, year 3), and how many of them it lies ahead.
    pub(crate) fn unit_and_distance(&self) -> (i32, i32) {
        ((self.number + 5) / 10, (self.number + 5) % 10 - 5)
    }
}

/// How exact a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// "Tuesday".
    Weekday,
    /// "March 3".
    Date,
    /// "March".
    Month,
    /// "2019".
    Year,
    /// "last week", "last month", "last year".
    Span,
}

/// How the article names somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The whole phrase ("the embattled governor of Ohio").
    pub span: Span,
    /// Its main noun or name.
    pub head: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// What it names.
    pub kind: NamingKind,
    /// Whether words before or behind the head describe it.
    pub is_described: bool,
    /// What the title before a name tells: "Mrs. Lee" is not Robert Lee.
    pub gender: Gender,
}

/// What a naming names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamingKind {
    /// A person or body by name, as printed without titles.
    Name(String),
    /// A thing or group by a noun, given by its stem.
    Noun(String),
}

/// A word or phrase that can show the writer's attitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// Where it stands.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// What it does.
    pub class: ToneClass,
    /// 3: rarely plain; 2: often shows attitude; 1: only beside others.
    pub strength: u8,
}

/// What a word of attitude does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToneClass {
    /// Praises or blames.
    Judging,
    /// Names a thing by a word with a charge of its own.
    Charged,
    /// Presents a claim as beyond question.
    Certain,
    /// Guesses or leaves open.
    Hedged,
    /// Keeps a distance from a word.
    Doubting,
    /// Gives somebody's aims.
    Motive,
    /// Plays with the tone of speech.
    Mocking,
    /// Draws a lesson or a pattern.
    Moral,
    /// Speaks to the reader, or of the outlet as "we"; a question that no speaker asks.
    Address,
    /// Sets what the writer knows against what was said.
    Reserve,
}

impl ToneClass {
    const ALL: [(Self, &'static str); 10] = [
        (Self::Judging, "judging"),
        (Self::Charged, "charged"),
        (Self::Certain, "certain"),
        (Self::Hedged, "hedged"),
        (Self::Doubting, "doubting"),
        (Self::Motive, "motive"),
        (Self::Mocking, "mocking"),
        (Self::Moral, "moral"),
        (Self::Address, "address"),
        (Self::Reserve, "reserve"),
    ];

    /// The word for it in JSON and in the tables.
    pub fn name(self) -> &'static str {
        let known = Self::ALL.iter().find(|(class, _)| *class == self);
        known.map_or("", |(_, name)| name)
    }

    /// The class with this name.
    pub fn named(name: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, known)| *known == name);
        known.map(|(class, _)| *class)
    }
}
