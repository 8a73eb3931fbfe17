//! The words of one event by number, with what each weighs.
//!
//! A word that all paragraphs hold says little about any; one that two hold says much. With three articles
//! the counts alone are too few to tell "of" from "budget", so a word starts from what the lexicon knows of
//! it (function word, frequent word, any other) and the counts of the event scale that: the inverse of the
//! share of paragraphs that hold the word, on a logarithmic scale (the inverse document frequency of Spärck Jones, 1972,
//! with paragraphs for documents).

mod fill;

use rustc_hash::FxHashMap;

use super::fold::{self, Word};
use super::matching::{Letters, Unit};
use crate::Span;
use crate::lexicon::{class, role};

/// Words by number; forms of one word share a stem.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<String, u32>,
    entries: Vec<Entry>,
    stems: FxHashMap<String, u32>,
    roots: FxHashMap<String, u32>,
    concepts: FxHashMap<&'static str, u32>,
    /// The concepts of two words that are one, by the stems of both.
    phrases: FxHashMap<(u32, u32), u32>,
    /// How many paragraphs hold a form of the stem.
    paragraphs_with: Vec<u32>,
    paragraphs: u32,
    /// Words that say something, and those of them inside sentences that begin with a capital.
    capitals: (usize, usize),
}

#[derive(Debug)]
struct Entry {
    text: String,
    stem: u32,
    root: u32,
    concept: Option<u32>,
    rank: Rank,
    /// What it can do in a wording.
    roles: u16,
    kinds: u8,
    /// What it counts, when it is a number.
    value: Option<u32>,
    letters: Letters,
    weight: f32,
}

/// How much a word says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// "of", "they".
    Function,
    /// "people", "want".
    Common,
    /// "pipeline".
    Content,
}

const NUMBER: u8 = 1;
const OFFICE: u8 = 1 << 1;
const DETERMINER: u8 = 1 << 2;
const PLAIN: u8 = 1 << 3;
const OPENS_PHRASE: u8 = 1 << 4;

/// Classes of the lexicon whose words carry nothing by themselves.
pub(crate) const FUNCTION_CLASSES: u64 = class::FUNCTION | class::ADVERB | class::INFINITIVE;

/// Words from which the share of capitals tells something of the language.
const FEW: usize = 50;

/// One article as words.
#[derive(Debug)]
pub(crate) struct FoldedArticle {
    /// Its words, in order.
    pub words: Vec<Word>,
    /// Its marks of omission, in order.
    pub ellipses: Vec<Span>,
    /// The words of each paragraph, as ranges that follow one another.
    pub paragraphs: Vec<(usize, usize)>,
}

impl FoldedArticle {
    /// The words that begin inside `span`, from and up to.
    pub(crate) fn within(&self, span: Span) -> (usize, usize) {
        let from = self
            .words
            .partition_point(|word| word.span.start < span.start);
        let to = self
            .words
            .partition_point(|word| word.span.start < span.end);
        (from, to)
    }

    /// The words of the paragraph that holds word `at`, from and up to; none where no word stands.
    pub(crate) fn paragraph(&self, at: usize) -> (usize, usize) {
        let index = self.paragraphs.partition_point(|(_, end)| *end <= at);
        self.paragraphs.get(index).copied().unwrap_or((at, at))
    }
}

impl Vocabulary {
    /// Whether a capital inside a sentence tells a name: not in German, which gives one to every noun.
    pub(crate) fn capitals_tell(&self) -> bool {
        self.capitals.0 < FEW || self.capitals.1 * 3 < self.capitals.0
    }

    /// The numbers of the words of a text that the event holds, in order.
    pub(crate) fn ids_of(&self, text: &str) -> Vec<u32> {
        let mut ids = Vec::new();
        let whole = Span::new(0, text.len());
        let mut add = |raw: fold::RawWord| ids.extend(self.id(raw.folded));
        fold::fold(text, whole, &mut add, &mut |_| {});
        ids
    }

    /// The distinct stems of a passage outside the articles, such as a headline, with their weights; words
    /// that the event lacks are left out.
    pub(crate) fn bag_of(&self, text: &str) -> Vec<(u32, f32)> {
        let mut bag = Vec::new();
        let mut add = |raw: fold::RawWord| {
            if let Some(id) = self.ids.get(raw.folded) {
                bag.push((self.stem(*id), self.weight(*id)));
            }
        };
        fold::fold(text, Span::new(0, text.len()), &mut add, &mut |_| {});
        bag.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        bag.dedup_by_key(|entry| entry.0);
        bag
    }

    /// How many words there are: their numbers are below it.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What the word weighs, above 0 and up to 1.
    pub(crate) fn weight(&self, id: u32) -> f32 {
        self.entries[id as usize].weight
    }

    /// The number of the word's stem.
    pub(crate) fn stem(&self, id: u32) -> u32 {
        self.entries[id as usize].stem
    }

    /// The number of what the word begins with: "resign" and "resignation" share it.
    pub(crate) fn root(&self, id: u32) -> u32 {
        self.entries[id as usize].root
    }

    /// The number of what the word says: what others say in its place too ("refused", "declined"), or how it
    /// begins; the two have no number in common.
    pub(crate) fn meaning(&self, id: u32) -> u32 {
        let entry = &self.entries[id as usize];
        entry.concept.map_or(entry.root, Self::apart)
    }

    /// The same of a word in its text, where it may be one with the next: "stepped down" is "resigned", "four
    /// hundred" is 400.
    pub(crate) fn meaning_at(&self, text: &FoldedArticle, unit: &Unit) -> u32 {
        let Some(next) = text.words.get(unit.last + 1) else {
            return self.meaning(unit.id);
        };
        let concept = self.phrases.get(&(unit.stem, self.stem(next.id)));
        let figure = || self.figure(unit.id, next.id);
        concept.map_or_else(
            || self.meaning(figure().unwrap_or(unit.id)),
            |concept| Self::apart(*concept),
        )
    }

    /// The number of a concept among those of roots.
    fn apart(concept: u32) -> u32 {
        u32::MAX - concept
    }

    /// Whether two words may be one in different spelling, at a glance.
    pub(crate) fn may_be_alike(&self, a: u32, b: u32) -> bool {
        let letters = |id: u32| self.entries[id as usize].letters;
        letters(a).may_be_alike(letters(b))
    }

    /// The folded word.
    pub(crate) fn text(&self, id: u32) -> &str {
        &self.entries[id as usize].text
    }

    /// How much the word says by itself.
    pub(crate) fn rank(&self, id: u32) -> Rank {
        self.entries[id as usize].rank
    }

    /// Whether the word turns a statement round.
    pub(crate) fn is_negation(&self, id: u32) -> bool {
        self.entries[id as usize].roles & role::NEGATION != 0
    }

    /// Whether the word opens a condition or a reservation.
    pub(crate) fn is_limit(&self, id: u32) -> bool {
        self.entries[id as usize].roles & role::LIMIT != 0
    }

    /// Whether the word opens a reservation also at the beginning of a sentence.
    pub(crate) fn is_contrast(&self, id: u32) -> bool {
        self.entries[id as usize].roles & role::CONTRAST != 0
    }

    /// Whether the word speaks of a translation.
    pub(crate) fn is_of_translation(&self, id: u32) -> bool {
        self.entries[id as usize].roles & role::TRANSLATION != 0
    }

    /// Whether the word names a foreign language.
    pub(crate) fn is_tongue(&self, id: u32) -> bool {
        self.entries[id as usize].roles & role::TONGUE != 0
    }

    /// Whether the word says that somebody does not do something.
    pub(crate) fn is_unsaid(&self, id: u32) -> bool {
        self.entries[id as usize].roles & role::UNSAID != 0
    }

    /// Whether the word speaks of using a term.
    pub(crate) fn is_naming(&self, id: u32) -> bool {
        self.entries[id as usize].roles & role::NAMING != 0
    }

    /// Whether the word is a number.
    pub(crate) fn is_number(&self, id: u32) -> bool {
        self.entries[id as usize].kinds & NUMBER != 0
    }

    /// Whether the word names an office or a role ("spokesman", "president").
    pub(crate) fn is_office(&self, id: u32) -> bool {
        self.entries[id as usize].kinds & OFFICE != 0
    }

    /// Whether the word is an article or points at something ("the", "that").
    pub(crate) fn is_determiner(&self, id: u32) -> bool {
        self.entries[id as usize].kinds & DETERMINER != 0
    }

    /// Whether the word is an everyday one.
    pub(crate) fn is_plain(&self, id: u32) -> bool {
        self.entries[id as usize].kinds & PLAIN != 0
    }

    /// The number of a word, if the event has it.
    pub(crate) fn id(&self, word: &str) -> Option<u32> {
        self.ids.get(word).copied()
    }

    /// The number of the word that `first` and `second` make when written as one ("work force"), if the
    /// event has it. The word is built in `buffer`.
    pub(crate) fn joined(&self, first: u32, second: u32, buffer: &mut String) -> Option<u32> {
        buffer.clear();
        buffer.push_str(self.text(first));
        buffer.push_str(self.text(second));
        self.id(buffer)
    }

    /// The number of the figure that two words make ("twenty-one", "four hundred"), if the event has it in digits.
    pub(crate) fn figure(&self, first: u32, second: u32) -> Option<u32> {
        let value = |id: u32| self.entries[id as usize].value;
        let (first, second) = (value(first)?, value(second)?);
        let is_sum = (20..=90).contains(&first) && first % 10 == 0 && (1..=9).contains(&second);
        let is_product = (1..100).contains(&first) && matches!(second, 100 | 1_000);
        let figure = match (is_sum, is_product) {
            (true, _) => first + second,
            (_, true) => first * second,
            _ => return None,
        };
        self.id(&figure.to_string())
    }
}
