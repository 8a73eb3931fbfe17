//! Filling the vocabulary: every word is looked up once, counted in its paragraphs and weighed.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::{
    DETERMINER, Entry, FUNCTION_CLASSES, FoldedArticle, NUMBER, OFFICE, OPENS_PHRASE, PLAIN, Rank,
    Vocabulary,
};
use crate::align::fold::{self, Mark, Word};
use crate::align::matching::Letters;
use crate::lexicon::{Lexicon, class, role};
use crate::{Article, extract};

/// What a word of each rank weighs at most.
const PRIOR: [f32; 3] = [0.1, 0.45, 1.0];
/// What a word weighs at least, as share of its prior: one that every paragraph holds.
const FLOOR: f32 = 0.35;

/// Words of one language as they are printed, each with its folded form and its number: most words of an
/// article were looked up before.
type Seen<'a> = FxHashMap<&'a str, (String, u32)>;

impl Vocabulary {
    /// Folds `articles`, each by the tables of its language, and weighs their words; the folded articles come in their
    /// order.
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
            self.find_phrases(&words[first..], lexicon);
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
        let opens_phrase = wording.is_some_and(|wording| wording.opens_phrase(&stem));
        kinds |= if opens_phrase { OPENS_PHRASE } else { 0 };
        let root = wording.map_or(stem.as_str(), |wording| wording.root(&stem));
        let next = u32::try_from(self.roots.len()).unwrap_or(u32::MAX);
        let root = *self.roots.entry(root.to_owned()).or_insert(next);
        let concept = wording.and_then(|wording| wording.concept(&stem));
        let concept = concept.map(|concept| self.number_of(concept));
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

    fn number_of(&mut self, concept: &'static str) -> u32 {
        let next = u32::try_from(self.concepts.len()).unwrap_or(u32::MAX);
        *self.concepts.entry(concept).or_insert(next)
    }

    /// Notes which neighbours of a paragraph are one word for the lexicon: "step down".
    fn find_phrases(&mut self, paragraph: &[Word], lexicon: Option<&Lexicon>) {
        let Some(wording) = lexicon.map(Lexicon::wording) else {
            return;
        };
        for pair in paragraph.windows(2) {
            let (first, second) = (pair[0].id, pair[1].id);
            if pair[0].ends || self.entries[first as usize].kinds & OPENS_PHRASE == 0 {
                continue;
            }
            let stem = |id: u32| wording.stem(self.text(id));
            if let Some(concept) = wording.phrase(&stem(first), &stem(second)) {
                let number = self.number_of(concept);
                let stems = (self.stem(first), self.stem(second));
                self.phrases.insert(stems, number);
            }
        }
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

    fn weigh(&mut self) {
        let all = (1.0 + self.paragraphs as f32).ln();
        for entry in &mut self.entries {
            let with = self.paragraphs_with[entry.stem as usize].max(1) as f32;
            let rarity = (1.0 + self.paragraphs as f32 / with).ln() / all.max(f32::EPSILON);
            entry.weight = PRIOR[entry.rank as usize] * (FLOOR + (1.0 - FLOOR) * rarity.min(1.0));
        }
    }
}
