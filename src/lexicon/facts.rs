use rustc_hash::{FxHashMap, FxHashSet};

use super::Wording;
use super::tables::{self, Row};
use super::tone::stem;

/// What is known for reading facts: units, hedges of numbers, words for one kind of thing, and words that
/// exclude one another.
#[derive(Debug, Default)]
pub struct FactWords {
    units: FxHashMap<&'static str, Unit>,
    approximations: FxHashMap<&'static str, Vec<Approximation>>,
    calendar: FxHashMap<&'static str, CalendarWord>,
    /// Factors of words that multiply the number before them.
    multipliers: FxHashMap<&'static str, f64>,
    halves: FxHashSet<&'static str>,
    clock: FxHashSet<&'static str>,
    people: FxHashSet<&'static str>,
    /// Kind of thing by stem.
    referents: FxHashMap<String, &'static str>,
    /// Kinds of things whose number goes up from report to report.
    growing: FxHashSet<&'static str>,
    /// Kinds of things that somebody says.
    said: FxHashSet<&'static str>,
    /// Kind of opposition and which of its sides, by word.
    oppositions: FxHashMap<&'static str, (&'static str, u8)>,
    /// Kinds of opposition that tell how somebody spoke.
    spoken: FxHashSet<&'static str>,
    /// Kinds of opposition that tell when something was done.
    timed: FxHashSet<&'static str>,
    /// What words tell of somebody's post.
    posts: FxHashMap<&'static str, PostWord>,
    /// What words make of the numbers beside them.
    figures: FxHashMap<&'static str, FigureWord>,
    /// How far words beside a verb let something be done.
    deeds: FxHashMap<&'static str, DeedWord>,
    /// Phrases that say that somebody gave no answer, by their first word.
    silences: FxHashMap<&'static str, Vec<&'static str>>,
}

/// The span of the calendar that is a year.
pub const YEAR: CalendarWord = CalendarWord::Span(3);

/// What a word of the calendar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWord {
    /// Monday is 0.
    Weekday(i32),
    /// January is 1.
    Month(i32),
    /// Week 1, month 2, [year](YEAR) 3.
    Span(i32),
    /// How many of them before (below 0) or after the present one.
    Place(i32),
    /// A verb of which something begins ("began").
    Beginning,
}

/// What a word makes of the numbers beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FigureWord {
    /// The number before it is an hour of the day: the minutes that it adds ("p.m.").
    Hour(u16),
    /// A time of day, in minutes from midnight ("noon").
    Moment(u16),
    /// A part of a whole: how many make the whole ("thirds").
    Part(f64),
    /// It stands between the two numbers of a share ("one in five").
    Among,
    /// It stands between the votes of two sides ("12 to 9").
    Against,
    /// Votes stand near it ("voted").
    Ballot,
    /// It tells how often, or which time ("four times", "the third time").
    Occasion,
    /// The years of a person stand behind it ("aged").
    Age,
    /// The number behind "to" counts what stands before it ("arrests fell to 400").
    Change,
    /// The number right behind it counts what stands before it ("the dead numbered 13").
    Tally,
    /// An article behind it counts a unit of time ("lasted a month").
    Length,
    /// It can count a unit of time ("a").
    One,
    /// The number leaves others out ("five other ships").
    Besides,
    /// What asks people ("poll").
    Survey,
    /// The years of a person stand before it ("46 years old").
    Old,
    /// Behind a hyphen: the number or more ("10-plus").
    Open,
    /// Right behind digits: what it multiplies them by ("5bn").
    Factor(f64),
}

/// How far a word beside a verb lets something be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeedWord {
    /// It is left open whether ("would", "if").
    Open,
    /// It is to come ("will", "expected").
    Ahead,
    /// It is to come, and hardly will ("unlikely").
    Unlikely,
    /// Before "of" a part of what stands behind ("portions").
    Part,
    /// A verb that one person alone does to a thing ("wrote").
    Sole,
    /// Beside a negation it turns round something else than the verb ("only", "yet").
    Loosened,
}

/// What a word tells of somebody's post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostWord {
    /// A post in a body or a rank in it: which kind, and which of the kind.
    Post(&'static str, &'static str),
    /// A post of which nobody has two at a time, of whatever body ("senator").
    Seat(&'static str),
    /// Somebody stands in for another ("deputy").
    Deputy,
    /// Somebody had the post once.
    Former,
}

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// What it measures ("time").
    pub measure: &'static str,
    /// How many of the measure's base unit it is.
    pub factor: f64,
}

/// Words that hedge a number or stand for a vague one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approximation {
    /// Its words behind the first, in lower case.
    rest: Vec<&'static str>,
    /// What it does.
    pub hedge: Hedge,
}

/// What words before a number do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// Near it.
    About,
    /// A little less.
    Below,
    /// More.
    Above,
    /// It or more.
    Least,
    /// It or less.
    Most,
    /// A number of their own, from and to.
    Vague(i64, i64),
    /// How many times, from and to.
    Often(i64, i64),
}

impl Hedge {
    /// What a row of `approximations.tsv` says of the number behind its words; nothing where the row is of
    /// another kind.
    fn of(row: Row) -> Option<Self> {
        let number = |column| row.column(column).parse().unwrap_or_default();
        Some(match row.column(1) {
            "times" | "half" | "clock" | "people" => return None,
            "below" => Self::Below,
            "above" => Self::Above,
            "least" => Self::Least,
            "most" => Self::Most,
            "often" => Self::Often(number(2), number(3)),
            "vague" => Self::Vague(number(2), number(3)),
            _ => Self::About,
        })
    }
}

impl Approximation {
    /// How many words it has.
    pub fn words(&self) -> usize {
        1 + self.rest.len()
    }
}

/// The words of a language with which a number or a day can begin, and the units of time, before which an
/// article can count ("an hour and a half").
pub(super) fn openings(language: &str) -> impl Iterator<Item = &'static str> {
    let hedges = tables::rows(language, "approximations").filter(|row| Hedge::of(*row).is_some());
    let hedges = hedges.filter_map(|row| row.words(0).next());
    let hours = tables::rows(language, "units").filter(|row| row.column(1) == "time");
    let days = tables::rows(language, "calendar").filter(|row| row.column(1) != "beginning");
    let numbers = tables::rows(language, "numbers");
    let figures = tables::rows(language, "figures");
    let figures = figures.filter(|row| matches!(row.column(1), "moment" | "part"));
    let words = hours.chain(days).chain(numbers).chain(figures);
    let words = words.map(|row| row.column(0));
    hedges.chain(words)
}

impl FactWords {
    pub(super) fn load(language: &str, wording: &Wording) -> Self {
        let mut loaded = Self::default();
        for row in tables::rows(language, "units") {
            let unit = Unit {
                measure: row.column(1),
                factor: row.column(2).parse().unwrap_or(1.0),
            };
            loaded.units.insert(row.column(0), unit);
        }
        for row in tables::rows(language, "approximations") {
            let word = row.column(0);
            let Some(hedge) = Hedge::of(row) else {
                match row.column(1) {
                    "times" => {
                        let factor = row.column(2).parse().unwrap_or(1.0);
                        loaded.multipliers.insert(word, factor);
                    }
                    "half" => _ = loaded.halves.insert(word),
                    "clock" => _ = loaded.clock.insert(word),
                    _ => _ = loaded.people.insert(word),
                }
                continue;
            };
            let mut words = row.words(0);
            let first = words.next().unwrap_or_default();
            let rest = words.collect();
            let known = loaded.approximations.entry(first).or_default();
            known.push(Approximation { rest, hedge });
        }
        for known in loaded.approximations.values_mut() {
            known.sort_by_key(|approximation| std::cmp::Reverse(approximation.rest.len()));
        }
        for row in tables::rows(language, "calendar") {
            let number = row.column(2).parse().unwrap_or_default();
            let word = match row.column(1) {
                "weekday" => CalendarWord::Weekday(number),
                "month" => CalendarWord::Month(number),
                "span" => CalendarWord::Span(number),
                "beginning" => CalendarWord::Beginning,
                _ => CalendarWord::Place(number),
            };
            loaded.calendar.insert(row.column(0), word);
        }
        for row in tables::rows(language, "referents") {
            for word in row.words(1) {
                loaded.referents.insert(stem(wording, word), row.column(0));
            }
            match row.column(2) {
                "grows" => _ = loaded.growing.insert(row.column(0)),
                "said" => _ = loaded.said.insert(row.column(0)),
                _ => {}
            }
        }
        for row in tables::rows(language, "oppositions") {
            match row.column(2) {
                "spoken" => _ = loaded.spoken.insert(row.column(0)),
                "timed" => _ = loaded.timed.insert(row.column(0)),
                _ => {}
            }
            for (side, words) in (0..).zip(row.words(1)) {
                for word in words.split('=') {
                    loaded.oppositions.insert(word, (row.column(0), side));
                }
            }
        }
        for row in tables::rows(language, "figures") {
            let number = row.column(2);
            let word = match row.column(1) {
                "hour" => FigureWord::Hour(number.parse().unwrap_or_default()),
                "moment" => FigureWord::Moment(number.parse().unwrap_or_default()),
                "part" => FigureWord::Part(number.parse().unwrap_or(1.0)),
                "among" => FigureWord::Among,
                "against" => FigureWord::Against,
                "ballot" => FigureWord::Ballot,
                "occasion" => FigureWord::Occasion,
                "age" => FigureWord::Age,
                "tally" => FigureWord::Tally,
                "length" => FigureWord::Length,
                "one" => FigureWord::One,
                "besides" => FigureWord::Besides,
                "survey" => FigureWord::Survey,
                "old" => FigureWord::Old,
                "open" => FigureWord::Open,
                "factor" => FigureWord::Factor(number.parse().unwrap_or(1.0)),
                _ => FigureWord::Change,
            };
            loaded.figures.insert(row.column(0), word);
        }
        for row in tables::rows(language, "deeds") {
            let kind = match row.column(1) {
                "open" => DeedWord::Open,
                "ahead" => DeedWord::Ahead,
                "unlikely" => DeedWord::Unlikely,
                "part" => DeedWord::Part,
                "sole" => DeedWord::Sole,
                _ => DeedWord::Loosened,
            };
            loaded.deeds.insert(row.column(0), kind);
        }
        for row in tables::rows(language, "posts") {
            let word = match row.column(1) {
                "seat" => PostWord::Seat(row.column(2)),
                "deputy" => PostWord::Deputy,
                "former" => PostWord::Former,
                kind => PostWord::Post(kind, row.column(2)),
            };
            loaded.posts.insert(row.column(0), word);
        }
        for row in tables::rows(language, "silences") {
            let phrase = row.column(0);
            let first = phrase.split(is_between).next().unwrap_or(phrase);
            loaded.silences.entry(first).or_default().push(phrase);
        }
        loaded
    }

    /// What `word`, in lower case, says of the calendar.
    pub fn calendar(&self, word: &str) -> Option<CalendarWord> {
        self.calendar.get(word).copied()
    }

    /// The unit that `word`, in lower case, stands for.
    pub fn unit(&self, word: &str) -> Option<Unit> {
        self.units.get(word).copied()
    }

    /// The longest hedge that begins with the word `first`, in lower case; `behind` gives the words that
    /// follow it.
    pub fn approximation<'w>(
        &self,
        first: &str,
        behind: impl Fn(usize) -> &'w str,
    ) -> Option<&Approximation> {
        let mut known = self.approximations.get(first)?.iter();
        known.find(|approximation| {
            let mut rest = approximation.rest.iter().enumerate();
            rest.all(|(at, word)| behind(at) == *word)
        })
    }

    /// The factor of a word that multiplies the number before it ("million").
    pub fn multiplier(&self, word: &str) -> Option<f64> {
        self.multipliers.get(word).copied()
    }

    /// What `word`, in lower case, makes of the numbers beside it.
    pub fn figure(&self, word: &str) -> Option<FigureWord> {
        self.figures.get(word).copied()
    }

    /// How far `word`, in lower case and without apostrophes, lets something be done.
    pub fn deed(&self, word: &str) -> Option<DeedWord> {
        self.deeds.get(word).copied()
    }

    /// Words for what asks people, in no order.
    pub fn surveys(&self) -> impl Iterator<Item = &'static str> {
        let figures = self.figures.iter();
        figures
            .filter(|(_, kind)| **kind == FigureWord::Survey)
            .map(|(word, _)| *word)
    }

    /// Whether `word` adds half a unit behind "and a".
    pub fn is_half(&self, word: &str) -> bool {
        self.halves.contains(word)
    }

    /// Whether `word` makes the number before it a time of day or a rank.
    pub fn is_clock(&self, word: &str) -> bool {
        self.clock.contains(word)
    }

    /// Whether `word` counts people of any kind ("others").
    pub fn is_people(&self, word: &str) -> bool {
        self.people.contains(word)
    }

    /// The kind of thing that a word with this stem names, if outlets choose among names for it.
    pub fn referent(&self, stem: &str) -> Option<&'static str> {
        self.referents.get(stem).copied()
    }

    /// Whether the number of this kind of thing goes up from report to report ("dead").
    pub fn grows(&self, kind: &str) -> bool {
        self.growing.contains(kind)
    }

    /// The words with which phrases begin that say that somebody gave no answer, in no order.
    pub fn silence_openings(&self) -> impl Iterator<Item = &'static str> {
        self.silences.keys().copied()
    }

    /// Where `text`, in lower case, first says that somebody gave no answer: the bytes of the phrase.
    pub fn silence(&self, text: &str) -> Option<(usize, usize)> {
        let mut start = 0;
        for word in text.split(is_between) {
            let rest = &text[start..];
            let known = self.silences.get(word).into_iter().flatten();
            let stands = |phrase: &&&str| {
                let behind = rest.strip_prefix(**phrase);
                behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
            };
            if let Some(length) = known.filter(stands).map(|phrase| phrase.len()).min() {
                return Some((start, start + length));
            }
            start += word.len()
                + text[start + word.len()..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
        }
        None
    }

    /// Whether this kind of thing is something that somebody says ("speech").
    pub fn is_said(&self, kind: &str) -> bool {
        self.said.contains(kind)
    }

    /// Whether the words of this opposition tell how somebody spoke ("tweeted", "in a letter").
    pub fn is_spoken(&self, opposition: &str) -> bool {
        self.spoken.contains(opposition)
    }

    /// Whether the words of this opposition tell when something was done ("before", "during").
    pub fn is_timed(&self, opposition: &str) -> bool {
        self.timed.contains(opposition)
    }

    /// What `word`, in lower case, tells of somebody's post.
    pub fn post(&self, word: &str) -> Option<PostWord> {
        self.posts.get(word).copied()
    }

    /// The kind of opposition in which `word`, in lower case, takes a side, and which.
    pub fn opposition(&self, word: &str) -> Option<(&'static str, u8)> {
        self.oppositions.get(word).copied()
    }
}

/// Whether words end at this sign.
fn is_between(sign: char) -> bool {
    !sign.is_alphanumeric()
}
