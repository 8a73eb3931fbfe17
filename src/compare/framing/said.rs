//! The namings of an event with what each of them says.
//!
//! ```text
//! the embattled governor of Ohio, Ann Lee      says: embattled, governor, Ohio      colour: embattled
//! ```

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use crate::Span;
use crate::align::fold::Word;
use crate::align::names::speaking_together;
use crate::lexicon::{Gender, Lexicon, class};
use crate::model::{Naming, NamingKind, Place};

/// One naming with what it says.
pub(super) struct Said<'a> {
    /// Index of its article.
    pub article: usize,
    /// The naming.
    pub naming: &'a Naming,
    /// The places of its words but for names, titles and small words, with their stems as numbers; the head of a
    /// thing included.
    pub places: Vec<(Span, usize)>,
    /// Stems of the nouns beside its head that it names too.
    pub beside: Vec<String>,
    /// Strength of the words of attitude in it.
    pub color: u8,
}

impl Said<'_> {
    /// The stems of its words.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|(_, word)| *word)
    }

    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        Place {
            article: self.article,
            span: self.naming.span,
        }
    }
}

/// Descriptions of speakers, which the extraction led back to their names ("the senator"), per article.
pub(super) fn speakers(coverage: &Coverage) -> Vec<Vec<Naming>> {
    let of_article = |(article, extraction): (usize, &crate::Extraction)| -> Vec<Naming> {
        let narration = coverage.narration(article);
        let speakers = extraction
            .quotations
            .iter()
            .filter_map(|quotation| quotation.speaker.as_ref());
        let mut found: Vec<Naming> = speakers
            .filter_map(|speaker| {
                let text = speaker.mention.slice(&coverage.articles[article].text);
                let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
                let is_document = coverage
                    .lexicon(article)
                    .is_some_and(|lexicon| lexicon.word(&last).classes & class::DOCUMENT != 0);
                // "a statement" is what somebody wrote, and not what he is; "Lee, who left" is a name.
                let is_alone = speaking_together(&speaker.name).len() == 1;
                let is_description = text.contains(' ')
                    && !holds_name(text, &speaker.name)
                    && !is_document
                    && is_alone;
                let kind = NamingKind::Name(speaker.name.clone());
                let sentence = narration.sentence_at(speaker.mention.start)?;
                is_description.then_some(Naming {
                    span: speaker.mention,
                    head: speaker.mention,
                    sentence,
                    kind,
                    is_described: true,
                    gender: Gender::Unknown,
                })
            })
            .collect();
        found.sort_by_key(|naming| naming.span);
        found.dedup_by_key(|naming| naming.span);
        found
    };
    coverage
        .extractions
        .iter()
        .enumerate()
        .map(of_article)
        .collect()
}

/// Whether a mention of a speaker holds a word of the name.
fn holds_name(mention: &str, name: &str) -> bool {
    let words = |text: &'_ str| -> Vec<String> {
        let words = text.split(|sign: char| !sign.is_alphanumeric());
        words.map(str::to_owned).collect()
    };
    let mention = words(mention);
    let is_capital = |word: &String| word.starts_with(char::is_uppercase) && word.len() > 1;
    let mut named = words(name).into_iter().filter(is_capital);
    named.any(|word| mention.contains(&word))
}

/// The namings of all articles, those in `mentions` behind the others of their article.
pub(super) fn collect<'a>(coverage: &Coverage<'a>, mentions: &'a [Vec<Naming>]) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    let mut stems = Stems::default();
    for (article, mentioned) in mentions.iter().enumerate() {
        let Some(lexicon) = coverage.lexicon(article) else {
            continue;
        };
        stems.begin(coverage, lexicon);
        let narration = coverage.narration(article);
        for naming in narration.namings.iter().chain(mentioned) {
            let tones = &narration.tones;
            let first = tones.partition_point(|tone| tone.sentence < naming.sentence);
            let own = tones[first..].iter();
            let own = own.take_while(|tone| tone.sentence == naming.sentence);
            let inside = own.filter(|tone| naming.span.contains(tone.span));
            let whole = naming.span;
            let color = inside.map(|tone| tone.strength).max().unwrap_or(0);
            let words = words(coverage, article, naming, whole);
            let places: Vec<(Span, usize)> = words
                .filter_map(|(word, text)| {
                    Some((word.span, stems.stem(coverage, lexicon, (word, text))?))
                })
                .collect();
            all.push(Said {
                article,
                naming,
                places,
                beside: beside(coverage, lexicon, (article, naming), color),
                color,
            });
        }
    }
    all
}

/// Most bytes of what hangs on a head by "of".
const LONGEST_OF: usize = 40;

/// Strength from which a word of attitude makes what stands before the head worth showing.
const TELLING: u8 = 2;

/// What hangs on the head of a naming by "of", and what a word of attitude stands before: "the children of
/// illegal immigrants", "illegal immigrant parents".
fn beside(
    coverage: &Coverage,
    lexicon: &Lexicon,
    (article, naming): (usize, &Naming),
    color: u8,
) -> Vec<String> {
    let text = &coverage.articles[article].text;
    let (head, whole) = (naming.head, naming.span);
    let behind = Span::new(head.end.min(whole.end), whole.end);
    let first = behind
        .slice(text)
        .strip_prefix(' ')
        .and_then(|rest| rest.split_once(' '));
    let hangs = first.is_some_and(|(of, _)| lexicon.is_of(of)) && behind.len() <= LONGEST_OF;
    let before = Span::new(whole.start, head.start.max(whole.start));
    // "their disputed border" is no dispute.
    let is_noun = |(_, word): &(&Word, &str)| {
        const NO: u64 = class::VERB | class::GERUND | class::ADVERB;
        (lexicon.word(word).classes | lexicon.ending(word)) & NO == 0
    };
    let in_part = |counts: bool, part| {
        let words = counts.then(|| words(coverage, article, naming, part));
        words.into_iter().flatten()
    };
    let before = in_part(color >= TELLING, before).filter(is_noun);
    let own = before.chain(in_part(hangs, behind));
    own.filter_map(|(_, word)| telling_stem(lexicon, word))
        .collect()
}

/// The stems of all namings, each with its number: the same few hundred words are met again and again.
#[derive(Default)]
struct Stems {
    numbers: FxHashMap<String, usize>,
    /// The same over all articles in the language at hand, of words that are printed as the vocabulary has them.
    plain: Vec<Option<Option<usize>>>,
    lexicon: Option<&'static Lexicon>,
    /// For each word of the event that the article at hand has its number; nothing where the word tells nothing.
    of: Vec<Option<Option<usize>>>,
}

impl Stems {
    /// Begins an article.
    fn begin(&mut self, coverage: &Coverage, lexicon: &'static Lexicon) {
        let words = coverage.alignment.vocabulary.len();
        self.of.clear();
        self.of.resize(words, None);
        if !self
            .lexicon
            .is_some_and(|known| std::ptr::eq(known, lexicon))
        {
            self.plain.clear();
            self.plain.resize(words, None);
            self.lexicon = Some(lexicon);
        }
    }

    fn stem(
        &mut self,
        coverage: &Coverage,
        lexicon: &Lexicon,
        (word, text): (&Word, &str),
    ) -> Option<usize> {
        let numbers = &mut self.numbers;
        let mut number = || {
            let next = numbers.len();
            let stem = telling_stem(lexicon, text)?;
            Some(*numbers.entry(stem).or_insert(next))
        };
        // With and without a small word before an apostrophe it is one word of the event and two in print.
        if text.contains(['\'', '’']) {
            return number();
        }
        let id = word.id as usize;
        if let Some(known) = self.of[id] {
            return known;
        }
        let is_plain = text.eq_ignore_ascii_case(coverage.alignment.vocabulary.text(word.id));
        let number = match is_plain {
            true => *self.plain[id].get_or_insert_with(number),
            false => number(),
        };
        self.of[id] = Some(number);
        number
    }
}

/// The stem of a word that is no small one; figures belong to the facts.
fn telling_stem(lexicon: &Lexicon, word: &str) -> Option<String> {
    const SMALL: u64 = class::DETERMINER
        | class::POSSESSIVE
        | class::PREPOSITION
        | class::CONJUNCTION
        | class::TITLE
        | class::NUMBER
        | class::AUXILIARY;
    let is_folded = word
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let word = if is_folded {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    };
    let is_figure = word.starts_with(|sign: char| sign.is_ascii_digit());
    let tells = lexicon.word(&word).classes & SMALL == 0 && word.len() > 1 && !is_figure;
    tells.then(|| lexicon.stem(&word))
}

/// The words of a part of a naming beside the name itself.
fn words<'a>(
    coverage: &Coverage<'a>,
    article: usize,
    naming: &'a Naming,
    part: Span,
) -> impl Iterator<Item = (&'a Word, &'a str)> {
    let is_name = matches!(naming.kind, NamingKind::Name(_));
    let text = &coverage.articles[article].text;
    let folded = &coverage.alignment.folded[article];
    let (from, to) = folded.within(part);
    folded.words[from..to]
        .iter()
        .filter(move |word| {
            !(is_name && naming.head != naming.span && naming.head.contains(word.span))
        })
        .map(move |word| (word, word.span.slice(text)))
}
