//! What is known for reading facts: one look-up a word, by the tables of a language.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Wording;
use super::approximations::{Approximation, Hedge};
use super::kinds::{CalendarWord, DeedWord, FigureWord, PostWord, Unit};
use super::tables;
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
    /// Endings that make its people of the name of a place.
    peoples: Vec<&'static str>,
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
            loaded.units.insert(row.column(0), Unit::of(row));
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
            loaded.calendar.insert(row.column(0), CalendarWord::of(row));
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
            loaded.figures.insert(row.column(0), FigureWord::of(row));
        }
        for row in tables::rows(language, "deeds") {
            loaded.deeds.insert(row.column(0), DeedWord::of(row));
        }
        for row in tables::rows(language, "posts") {
            loaded.posts.insert(row.column(0), PostWord::of(row));
        }
        for row in tables::rows(language, "silences") {
            let phrase = row.column(0);
            let first = phrase.split(is_between).next().unwrap_or(phrase);
            loaded.silences.entry(first).or_default().push(phrase);
        }
        loaded.peoples = tables::rows(language, "peoples")
            .map(|row| row.column(0))
            .collect();
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

    /// The words with which they end, in no order, some more than once.
    pub fn silence_endings(&self) -> impl Iterator<Item = &'static str> {
        let phrases = self.silences.values().flatten();
        phrases.filter_map(|phrase| phrase.split(is_between).next_back())
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

    /// Whether one of two names is that of a place and the other of its people: "America", "Americans".
    pub fn is_people_of(&self, a: &str, b: &str) -> bool {
        let (place, people) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let ending = people.strip_prefix(place);
        ending.is_some_and(|ending| self.peoples.contains(&ending))
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
