//! The words of one event by number, with what each weighs.
//!
//! A word that all paragraphs hold says little about any; one that two hold says much. With three articles
//! the counts alone are too few to tell "of" from "budget", so a word starts from what the lexicon knows of
//! it (function word, frequent word, any other) and the counts of the event scale that: the inverse of the
//! share of paragraphs that hold the word, on a logarithmic scale.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::fold::{self, Mark, Word};
use super::matching::Letters;
use crate::lexicon::{Lexicon, class, role};
use crate::{Article, Span, extract};

/// Words by number; forms of one word share a stem.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<String, u32>,
    entries: Vec<Entry>,
    stems: FxHashMap<String, u32>,
    roots: FxHashMap<String, u32>,
    concepts: FxHashMap<&'static str, u32>,
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

/// Classes of the lexicon whose words carry nothing by themselves.
pub(crate) const FUNCTION_CLASSES: u64 = class::FUNCTION | class::ADVERB | class::INFINITIVE;

/// Letters of a stem that make its root.
const ROOT: usize = 6;

/// Words from which the share of capitals tells something of the language.
const FEW: usize = 50;

/// What a word of each rank weighs at most.
const PRIOR: [f32; 3] = [0.1, 0.45, 1.0];
/// What a word weighs at least, as share of its prior: one that every paragraph holds.
const FLOOR: f32 = 0.35;

/// Words of one language as they are printed, each with its folded form and its number: most words of an
/// article were looked up before.
type Seen<'a> = FxHashMap<&'a str, (String, u32)>;

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
    /// The words that begin inside `span`.
    pub(crate) fn within(&self, span: Span) -> (usize, usize) {
        let from = self
            .words
            .partition_point(|word| word.span.start < span.start);
        let to = self
            .words
            .partition_point(|word| word.span.start < span.end);
        (from, to)
    }

    /// The paragraph that holds word `at`.
    pub(crate) fn paragraph(&self, at: usize) -> (usize, usize) {
        let index = self.paragraphs.partition_point(|(_, end)| *end <= at);
        self.paragraphs.get(index).copied().unwrap_or((at, at))
    }
}

impl Vocabulary {
    /// Folds `articles` and weighs their words.
    pub(crate) fn of(articles: &[Article]) -> (Self, Vec<FoldedArticle>) {
        let mut vocabulary = Self::default();
        let mut seen: FxHashMap<Option<&str>, Seen> = FxHashMap::default();
        let folded = articles
            .iter()
            .map(|article| {
                let seen = seen.entry(article.language.as_deref()).or_default();
                vocabulary.fold(article, seen)
            })
            .collect();
        vocabulary.weigh();
        (vocabulary, folded)
    }

    fn fold<'a>(&mut self, article: &'a Article, seen: &mut Seen<'a>) -> FoldedArticle {
        let lexicon = Lexicon::of(article.language.as_deref());
        let words = RefCell::new(Vec::new());
        let mut ellipses = Vec::new();
        let mut paragraphs = Vec::new();
        for paragraph in extract::paragraphs(&article.text, article.body) {
            let first = words.borrow().len();
            let mut add = |raw: fold::RawWord| {
                let original = raw.span.slice(&article.text);
                let id = match seen.get(original) {
                    Some((folded, id)) if folded == raw.folded => *id,
                    _ => {
                        let id = self.intern(raw.folded, original, lexicon);
                        seen.insert(original, (raw.folded.to_owned(), id));
                        id
                    }
                };
                words.borrow_mut().push(Word {
                    id,
                    span: raw.span,
                    bracket: raw.bracket,
                    capital: raw.capital,
                    ends: false,
                });
            };
            fold::fold(&article.text, paragraph.span, &mut add, &mut |mark| {
                if let Mark::Ellipsis(span) = mark {
                    ellipses.push(span);
                }
                if let Some(word) = words.borrow_mut().last_mut() {
                    word.ends = true;
                }
            });
            let words = words.borrow();
            self.count_capitals(&words[first..]);
            paragraphs.push((first, words.len()));
            self.count(&words[first..]);
        }
        FoldedArticle {
            words: words.into_inner(),
            ellipses,
            paragraphs,
        }
    }

    fn intern(&mut self, folded: &str, original: &str, lexicon: Option<&Lexicon>) -> u32 {
        let wording = lexicon.map(Lexicon::wording);
        let form = wording.map_or(folded, |wording| wording.spelling(folded));
        let is_folded = original.is_ascii() && original.len() == folded.len();
        let lower = if is_folded {
            Cow::Borrowed(folded)
        } else {
            Cow::Owned(original.to_lowercase().replace('’', "'"))
        };
        let classes = lexicon.map_or(0, |lexicon| lexicon.word(&lower).classes);
        let roles = wording.map_or(0, |wording| wording.roles(form));
        let rank = if classes & FUNCTION_CLASSES != 0 || roles & role::FUNCTION != 0 {
            Rank::Function
        } else if roles & role::COMMON != 0 {
            Rank::Common
        } else {
            Rank::Content
        };
        let mut kinds = 0;
        let digits = wording.and_then(|wording| wording.number(form));
        let is_number = digits.is_some() || form.starts_with(|c: char| c.is_ascii_digit());
        kinds |= if is_number { NUMBER } else { 0 };
        let is_office = classes & (class::ROLE | class::TITLE) != 0;
        kinds |= if is_office { OFFICE } else { 0 };
        let is_determiner = classes & (class::DETERMINER | class::DEMONSTRATIVE) != 0;
        kinds |= if is_determiner { DETERMINER } else { 0 };
        if let Some(id) = self.ids.get(form) {
            let entry = &mut self.entries[*id as usize];
            entry.rank = entry.rank.min(rank);
            entry.roles |= roles;
            entry.kinds |= kinds;
            return *id;
        }
        let value = digits.unwrap_or(form).parse().ok();
        let stem = wording.map_or_else(|| form.to_owned(), |wording| wording.stem(form));
        let is_plain = wording.is_some_and(|wording| wording.is_plain(&stem));
        kinds |= if is_plain { PLAIN } else { 0 };
        let beginning: String = stem.chars().take(ROOT).collect();
        let next = u32::try_from(self.roots.len()).unwrap_or(u32::MAX);
        let root = *self.roots.entry(beginning).or_insert(next);
        let next = u32::try_from(self.concepts.len()).unwrap_or(u32::MAX);
        let concept = wording
            .and_then(|wording| wording.concept(&stem))
            .map(|concept| *self.concepts.entry(concept).or_insert(next));
        let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        let stem = *self.stems.entry(stem).or_insert(next);
        if stem == next {
            self.paragraphs_with.push(0);
        }
        let id = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.ids.insert(form.to_owned(), id);
        self.entries.push(Entry {
            text: form.to_owned(),
            stem,
            root,
            concept,
            rank,
            roles,
            kinds,
            value,
            letters: Letters::of(form),
            weight: 0.0,
        });
        id
    }

    /// Counts a paragraph for the stems that it holds.
    fn count(&mut self, paragraph: &[Word]) {
        let mut stems: Vec<u32> = paragraph.iter().map(|word| self.stem(word.id)).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            self.paragraphs_with[stem as usize] += 1;
        }
        self.paragraphs += u32::from(!paragraph.is_empty());
    }

    fn count_capitals(&mut self, paragraph: &[Word]) {
        for pair in paragraph.windows(2).filter(|pair| !pair[0].ends) {
            if self.rank(pair[1].id) > Rank::Function {
                self.capitals.0 += 1;
                self.capitals.1 += usize::from(pair[1].capital);
            }
        }
    }

    /// Whether a capital inside a sentence tells a name: not in German, which gives one to every noun.
    pub(crate) fn capitals_tell(&self) -> bool {
        self.capitals.0 < FEW || self.capitals.1 * 3 < self.capitals.0
    }

    fn weigh(&mut self) {
        let all = (1.0 + self.paragraphs as f32).ln();
        for entry in &mut self.entries {
            let with = self.paragraphs_with[entry.stem as usize].max(1) as f32;
            let rarity = (1.0 + self.paragraphs as f32 / with).ln() / all.max(f32::EPSILON);
            entry.weight = PRIOR[entry.rank as usize] * (FLOOR + (1.0 - FLOOR) * rarity.min(1.0));
        }
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

    /// The number of what the word has in common with others that may stand in its place: "refused",
    /// "declined"; no root has the same number.
    pub(crate) fn concept(&self, id: u32) -> Option<u32> {
        self.entries[id as usize]
            .concept
            .map(|concept| u32::MAX - concept)
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

    /// The stem of the number that two words make ("twenty-one"), if the event has it in digits.
    pub(crate) fn summed(&self, first: u32, second: u32) -> Option<u32> {
        let value = |id: u32| self.entries[id as usize].value;
        let (tens, ones) = (value(first)?, value(second)?);
        let fits = (20..=90).contains(&tens) && tens % 10 == 0 && (1..=9).contains(&ones);
        let sum = fits.then(|| (tens + ones).to_string())?;
        self.stems.get(sum.as_str()).copied()
    }
}
