//! Two wordings, word by word: which words of one stand for which of the other, in order.
//!
//! ```text
//! a   I think          people would be better served if we don't keep interrupting each other
//!                      │      │     │  │      │      │  │  │              │
//! b   she claimed that people would be better served if we do not    interrupt
//! ```
//!
//! Local alignment after Smith and Waterman (1981) with affine gaps after Gotoh (1982), over words instead of letters. A
//! matched word earns its weight, a gap costs [`GAP_OPEN`] and a little more for every word it skips, so
//! that a stray "of" never bridges to the next passage and a sentence left out in the middle does not part
//! what it stands between. Words match when they are the same, when they are forms of one word, or when
//! they are spelt alike (names above all). The cost is the product of the lengths.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::vocabulary::{Rank, Vocabulary};

/// A word as it takes part in a match: one word of the text, or two that the other side writes as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Unit {
    /// Number of the word in the vocabulary.
    pub id: u32,
    /// Number of its stem.
    pub stem: u32,
    /// What it weighs.
    pub weight: f32,
    /// How much it says.
    pub rank: Rank,
    /// Index of its first word in the article.
    pub first: usize,
    /// Index of its last word in the article.
    pub last: usize,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a sentence or a part of one marked by an omission ends behind it.
    pub ends: bool,
}

/// The words of two wordings that stand for each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Matching {
    /// Indices into the units of both sides, ascending in both.
    pub steps: Vec<Step>,
    /// Sum of what the matched words earn.
    pub weight: f32,
    /// Whether the second side was the first one for the search. Equal matches are chosen by a rule that
    /// tells the sides apart; the same side must go first whichever way round a pair is given.
    pub turned: bool,
}

/// Two words that stand for each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Step {
    /// Index of the unit of the first side.
    pub a: usize,
    /// Index of the unit of the second side.
    pub b: usize,
    /// Whether they are the same word.
    pub same: bool,
}

impl Matching {
    /// The same match seen from the other side.
    pub(crate) fn mirrored(mut self) -> Self {
        for step in &mut self.steps {
            std::mem::swap(&mut step.a, &mut step.b);
        }
        self.turned = !self.turned;
        self
    }

    /// The longest run of words that follow one another on both sides, as a range of `steps`.
    pub(crate) fn longest_run(&self) -> std::ops::Range<usize> {
        let mut best = 0..0;
        let mut start = 0;
        for at in 0..self.steps.len() {
            if at > 0 {
                let (before, step) = (self.steps[at - 1], self.steps[at]);
                if step.a != before.a + 1 || step.b != before.b + 1 {
                    start = at;
                }
            }
            if at + 1 - start > best.len() {
                best = start..at + 1;
            }
        }
        best
    }
}

/// What opening a gap costs: more than three function words earn, less than one frequent word does.
const GAP_OPEN: f32 = 0.3;
/// What each skipped word costs.
const GAP_EXTEND: f32 = 0.008;
/// What a word earns on top when the words before it match too: runs are better evidence than strays.
const RUN: f32 = 0.05;
/// Share of its weight that a word earns against another form of it, and against one spelt alike.
const STEM: f32 = 0.8;
const ALIKE: f32 = 0.7;

/// Finds the words of `a` that stand for words of `b`: the one stretch of both, with gaps, whose words earn most; none
/// when no two words match. Seen from the other side the result is the same. Time and memory grow with the product of
/// the lengths.
pub(crate) fn match_words(a: &[Unit], b: &[Unit], likeness: &mut Likeness) -> Matching {
    let order = a.len().cmp(&b.len()).then_with(|| {
        let different = a.iter().zip(b).find(|(x, y)| x.id != y.id);
        let text = |unit: &Unit| likeness.vocabulary.text(unit.id);
        different.map_or(Ordering::Equal, |(x, y)| text(x).cmp(text(y)))
    });
    match order {
        Ordering::Equal => identical(a),
        Ordering::Less => Grid::fill(a, b, likeness).trace(a, b, likeness),
        Ordering::Greater => Grid::fill(b, a, likeness).trace(b, a, likeness).mirrored(),
    }
}

/// Every word stands for itself.
fn identical(units: &[Unit]) -> Matching {
    let step = |at| Step {
        a: at,
        b: at,
        same: true,
    };
    Matching {
        steps: (0..units.len()).map(step).collect(),
        weight: units.iter().map(|unit| unit.weight).sum(),
        turned: false,
    }
}

/// The table of the dynamic programme.
struct Grid {
    width: usize,
    cells: Vec<Cell>,
    best: Option<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    /// Best value of a match that ends with this pair of words; 0 when they do not match.
    matched: f32,
    /// Best value of a match that ends before or here and has a gap behind it.
    gap: f32,
    /// What the pair earns.
    earned: f32,
    before: Before,
    gap_from: GapFrom,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Before {
    #[default]
    Nothing,
    Match,
    Gap,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum GapFrom {
    #[default]
    Nothing,
    /// The match that ends here.
    Here,
    /// The gap one word earlier in the first side.
    Up,
    /// The gap one word earlier in the second side.
    Left,
}

impl Grid {
    fn fill(a: &[Unit], b: &[Unit], likeness: &mut Likeness) -> Self {
        let width = b.len() + 1;
        let mut cells = std::mem::take(&mut likeness.cells);
        // Only the edges are read before they are written.
        cells.resize((a.len() + 1) * width, Cell::default());
        cells[..width].fill(Cell::default());
        let mut best: Option<(usize, usize)> = None;
        let mut best_value = 0.0;
        for (i, x) in a.iter().enumerate() {
            let (above, below) = cells.split_at_mut((i + 1) * width);
            let above = &above[i * width..];
            let row = &mut below[..width];
            row[0] = Cell::default();
            let mut left = 0.0;
            for (j, y) in b.iter().enumerate() {
                let diagonal = above[j];
                let mut cell = Cell::default();
                let earned = likeness.earned(x, y);
                if earned > 0.0 {
                    cell.earned = earned;
                    cell.matched = earned;
                    if diagonal.matched > 0.0 {
                        cell.matched = earned + RUN + diagonal.matched;
                        cell.before = Before::Match;
                    }
                    if diagonal.gap + earned > cell.matched {
                        cell.matched = diagonal.gap + earned;
                        cell.before = Before::Gap;
                    }
                    if cell.matched > best_value {
                        best_value = cell.matched;
                        best = Some((i + 1, j + 1));
                    }
                }
                for (value, from) in [
                    (cell.matched - GAP_OPEN, GapFrom::Here),
                    (above[j + 1].gap - GAP_EXTEND, GapFrom::Up),
                    (left - GAP_EXTEND, GapFrom::Left),
                ] {
                    if value > cell.gap {
                        cell.gap = value;
                        cell.gap_from = from;
                    }
                }
                left = cell.gap;
                row[j + 1] = cell;
            }
        }
        Self { width, cells, best }
    }

    /// Reads the best match; the memory of the table is kept for the next one.
    fn trace(self, a: &[Unit], b: &[Unit], likeness: &mut Likeness) -> Matching {
        let mut matching = Matching::default();
        let Some((mut i, mut j)) = self.best else {
            likeness.cells = self.cells;
            return matching;
        };
        loop {
            let cell = self.cells[i * self.width + j];
            matching.weight += cell.earned;
            let same = a[i - 1].id == b[j - 1].id;
            matching.steps.push(Step {
                a: i - 1,
                b: j - 1,
                same,
            });
            (i, j) = (i - 1, j - 1);
            match cell.before {
                Before::Nothing => break,
                Before::Match => {}
                Before::Gap => (i, j) = self.skip_gap(i, j),
            }
        }
        matching.steps.reverse();
        likeness.cells = self.cells;
        matching
    }

    fn skip_gap(&self, mut i: usize, mut j: usize) -> (usize, usize) {
        loop {
            match self.cells[i * self.width + j].gap_from {
                GapFrom::Here | GapFrom::Nothing => return (i, j),
                GapFrom::Up => i -= 1,
                GapFrom::Left => j -= 1,
            }
        }
    }
}

/// Which unequal words are spelt alike; each two are compared once.
#[derive(Debug)]
pub(crate) struct Likeness<'v> {
    /// The words that are compared.
    pub vocabulary: &'v Vocabulary,
    known: FxHashMap<(u32, u32), bool>,
    /// Memory for the table.
    cells: Vec<Cell>,
}

impl<'v> Likeness<'v> {
    /// Nothing compared yet.
    pub(crate) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            known: FxHashMap::default(),
            cells: Vec::new(),
        }
    }

    /// What two words earn when they are matched; 0 when they do not match.
    fn earned(&mut self, a: &Unit, b: &Unit) -> f32 {
        if a.id == b.id {
            return a.weight;
        }
        let weight = a.weight.min(b.weight);
        if a.stem == b.stem {
            return weight * STEM;
        }
        if a.rank == Rank::Content && b.rank == Rank::Content && self.alike(a, b) {
            return weight * ALIKE;
        }
        0.0
    }

    /// Whether two words are one in different spelling or with masked letters.
    fn alike(&mut self, a: &Unit, b: &Unit) -> bool {
        if !self.vocabulary.may_be_alike(a.id, b.id) {
            return false;
        }
        let names = a.capital && b.capital;
        let vocabulary = self.vocabulary;
        *self
            .known
            .entry((a.id.min(b.id), a.id.max(b.id)))
            .or_insert_with(|| {
                let (a, b) = (vocabulary.text(a.id), vocabulary.text(b.id));
                is_masked(a, b) || is_masked(b, a) || spelt_alike(a, b, names)
            })
    }
}

/// Whether `masked` is `word` with letters replaced by a mask ("f*g").
pub(crate) fn is_masked(masked: &str, word: &str) -> bool {
    let Some((head, rest)) = masked.split_once('*') else {
        return false;
    };
    let tail = rest.trim_start_matches('*');
    !head.is_empty()
        && word.len() > head.len() + tail.len()
        && word.starts_with(head)
        && word.ends_with(tail)
}

/// Shortest words for which a likeness of spelling says something, and by how many letters two may differ in
/// length.
const SHORTEST_ALIKE: usize = 5;
const MOST_LONGER: usize = 3;

/// Share of its letters that another spelling leaves, and that another spelling of a name leaves.
const LEFT: f64 = 0.8;
const LEFT_OF_NAME: f64 = 0.7;

/// The letters of a word: what tells at a glance that two words are not spelt alike.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters {
    count: usize,
    /// A bit for each letter that it has; different letters may share one.
    kinds: u64,
    is_masked: bool,
}

impl Letters {
    pub(crate) fn of(word: &str) -> Self {
        Self {
            count: word.chars().count(),
            kinds: word
                .chars()
                .fold(0, |kinds, sign| kinds | 1 << (u32::from(sign) % 64)),
            is_masked: word.contains('*'),
        }
    }

    /// Whether two words may be one in different spelling. Each letter that the other lacks is a change of its own,
    /// so that many of them leave too little.
    pub(crate) fn may_be_alike(self, other: Self) -> bool {
        let longest = self.count.max(other.count);
        let shortest = self.count.min(other.count);
        let lacking = |a: Self, b: Self| (a.kinds & !b.kinds).count_ones();
        let changes = lacking(self, other).max(lacking(other, self));
        let most = (1.0 - LEFT_OF_NAME) * longest as f64;
        let is_near = shortest >= SHORTEST_ALIKE
            && longest - shortest <= MOST_LONGER
            && f64::from(changes) < most + 0.01;
        is_near || self.is_masked || other.is_masked
    }
}

/// Whether two words differ by a slip or a transliteration. `names` are given more room.
fn spelt_alike(a: &str, b: &str, names: bool) -> bool {
    let digits = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let longest = a.chars().count().max(b.chars().count());
    let shortest = a.chars().count().min(b.chars().count());
    let is_far = shortest < SHORTEST_ALIKE || longest - shortest > MOST_LONGER;
    if is_far || digits(a) || digits(b) {
        return false;
    }
    let floor = if names { LEFT_OF_NAME } else { LEFT };
    strsim::normalized_damerau_levenshtein(a, b) >= floor
}
