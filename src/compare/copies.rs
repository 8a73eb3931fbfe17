//! Articles that are for the greater part a copy of another one, and what they put in between.
//!
//! ```text
//! wire     ██ ██ ██ ██ ██ ██
//! repost   ██ ██ ▒▒ ██ ██ ▒▒        ▒▒ passages of its own
//! ```
//!
//! A word counts as copied when it stands in a run of four words that the other article has too, a
//! paragraph when most of its words do: agencies' texts are reprinted with a word changed here and there,
//! and paragraphs are joined or parted. Two reports of one press conference share its quotations, so
//! only the words outside quotation marks decide. The cost is one look-up per word and pair of articles;
//! of many articles only those are compared that share longer runs.

use std::cmp::Reverse;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::align::Alignment;
use crate::align::vocabulary::FoldedArticle;
use crate::model::{CommentaryKind, Copy};
use crate::{Article, Commentary, Extraction, Span};

/// Words in a row that count as copied.
const RUN: usize = 4;
/// Share of a paragraph's words that makes it a copied one.
const COPIED: f64 = 0.6;
/// Share below which a paragraph is the outlet's own.
const OWN: f64 = 0.3;
/// Share of an article's words, those in quotation marks left aside, that makes it a copy.
const GREATER_PART: f64 = 0.5;
/// Words that a passage needs to be called an insertion: credits and "read more" lines have fewer.
pub(super) const PASSAGE: usize = 10;

/// The copies among the articles, at most one for each article, their changes left open; passages of their own are added to the
/// commentary of `extractions`.
pub(super) fn copies(
    articles: &[Article],
    extractions: &mut [Extraction],
    alignment: &Alignment,
) -> Vec<Copy> {
    let folded = &alignment.folded;
    let mut runs = Runs::of(folded);
    let texts = folded.iter().zip(extractions.iter());
    let quoted: Vec<Vec<bool>> = texts.map(|(folded, own)| quoted(folded, own)).collect();
    let mut measured = |article: usize, of: usize| {
        let own = &folded[article];
        let is_copied = runs.copied(article, of, own.words.len());
        let shares = measure(own, &extractions[article], &quoted[article], &is_copied);
        as_copy(article, of, &shares).map(|copy| (copy, shares))
    };
    let near = near(folded);
    // Each article is measured against another once, also where it is asked for twice, as copy and as what is copied.
    let mut known: FxHashMap<(usize, usize), Option<Measured>> = FxHashMap::default();
    let mut best: Vec<(usize, usize)> = Vec::new();
    for (article, near) in near.iter().enumerate() {
        let mut largest: Option<(f64, usize)> = None;
        for of in near.iter().copied() {
            let mut measured = |article, of| {
                let copy = known.entry((article, of));
                let copy = copy.or_insert_with(|| measured(article, of));
                copy.as_ref().map(|(copy, _)| copy.clone())
            };
            let Some(copy) = measured(article, of) else {
                continue;
            };
            let back = measured(of, article);
            let is_source = back.is_some_and(|back| comes_first(articles, &copy, &back));
            if !is_source && largest.is_none_or(|(share, _)| copy.share > share) {
                largest = Some((copy.share, of));
            }
        }
        best.extend(largest.map(|(_, of)| (article, of)));
    }
    let copies = best.iter().filter_map(|pair| known.remove(pair).flatten());
    let copies: Vec<Measured> = copies.collect();
    for (copy, shares) in &copies {
        insert_passages(&mut extractions[copy.article], shares);
    }
    copies.into_iter().map(|(copy, _)| copy).collect()
}

/// A copy and the shares that make it one.
type Measured = (Copy, Vec<Share>);

/// Articles in which a longer run of words may stand for it to tell copies, and runs that two articles must
/// share: a copy of a sentence shares more.
const WIDESPREAD: usize = 40;
const SHARED: usize = 8;
/// Words of a longer run.
const LONG_RUN: usize = 8;
/// Of many articles those that one is measured against: the text that it copies is among the nearest.
const NEAREST: usize = 8;

/// For every article those that share enough long runs of words with it to be looked at, ascending.
fn near(folded: &[FoldedArticle]) -> Vec<Vec<usize>> {
    if folded.len() <= WIDESPREAD {
        let others = |own: usize| (0..folded.len()).filter(move |of| *of != own).collect();
        return (0..folded.len()).map(others).collect();
    }
    let mut holders: FxHashMap<[u32; LONG_RUN], Vec<usize>> = FxHashMap::default();
    for (article, folded) in folded.iter().enumerate() {
        let ids: Vec<u32> = folded.words.iter().map(|word| word.id).collect();
        for run in ids.windows(LONG_RUN).filter_map(|run| run.try_into().ok()) {
            let list = holders.entry(run).or_default();
            if list.last() != Some(&article) && list.len() < WIDESPREAD {
                list.push(article);
            }
        }
    }
    let mut met: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for list in holders.values() {
        for (at, a) in list.iter().enumerate() {
            for b in &list[at + 1..] {
                *met.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut near = vec![Vec::new(); folded.len()];
    for ((a, b), count) in met {
        if count >= SHARED {
            near[a].push((Reverse(count), b));
            near[b].push((Reverse(count), a));
        }
    }
    let nearest = |mut list: Vec<(Reverse<usize>, usize)>| {
        list.sort_unstable();
        let mut nearest: Vec<usize> = list.iter().take(NEAREST).map(|(_, of)| *of).collect();
        nearest.sort_unstable();
        nearest
    };
    near.into_iter().map(nearest).collect()
}

/// The runs of all articles by number, so that each is hashed once however many articles are compared.
struct Runs {
    /// Those of each article, in order of its words.
    of: Vec<Vec<usize>>,
    /// For each run the article, counted from 1, that was last looked at for it and has it.
    held_by: Vec<usize>,
}

impl Runs {
    fn of(folded: &[FoldedArticle]) -> Self {
        let words: usize = folded.iter().map(|article| article.words.len()).sum();
        let mut numbers: FxHashMap<[u32; RUN], usize> =
            FxHashMap::with_capacity_and_hasher(words, FxBuildHasher);
        let mut of = Vec::with_capacity(folded.len());
        for article in folded {
            let ids: Vec<u32> = article.words.iter().map(|word| word.id).collect();
            let runs = ids.windows(RUN).filter_map(|run| run.try_into().ok());
            let number = |run: [u32; RUN]| {
                let next = numbers.len();
                *numbers.entry(run).or_insert(next)
            };
            of.push(runs.map(number).collect());
        }
        Self {
            of,
            held_by: vec![0; numbers.len()],
        }
    }

    /// Which words of `article` stand in a run that `other` has too.
    fn copied(&mut self, article: usize, other: usize, words: usize) -> Vec<bool> {
        for run in &self.of[other] {
            self.held_by[*run] = other + 1;
        }
        let mut is_copied = vec![false; words];
        for (at, run) in self.of[article].iter().enumerate() {
            if self.held_by[*run] == other + 1 {
                is_copied[at..at + RUN].fill(true);
            }
        }
        is_copied
    }
}

/// How much of a paragraph is copied.
struct Share {
    span: Span,
    /// Its words, and those of them that are copied.
    words: usize,
    copied: usize,
    /// The same without words in quotation marks.
    narrated: (usize, usize),
    /// Whether it is marked as the outlet's own.
    is_marked: bool,
}

impl Share {
    fn is_copied(&self) -> bool {
        self.copied as f64 >= COPIED * self.words as f64
    }

    fn is_own(&self) -> bool {
        (self.copied as f64) < OWN * self.words as f64
    }
}

/// Which words of an article stand in quotation marks.
fn quoted(article: &FoldedArticle, extraction: &Extraction) -> Vec<bool> {
    let mut quoted = vec![false; article.words.len()];
    let quotations = extraction.quotations.iter();
    for segment in quotations.flat_map(|quotation| &quotation.segments) {
        let (from, to) = article.within(*segment);
        let words = article.words[from..to].iter();
        for (is_quoted, word) in quoted[from..to].iter_mut().zip(words) {
            *is_quoted |= segment.contains(word.span);
        }
    }
    quoted
}

fn measure(
    article: &FoldedArticle,
    extraction: &Extraction,
    quoted: &[bool],
    is_copied: &[bool],
) -> Vec<Share> {
    let paragraphs = article.paragraphs.iter().filter(|(from, to)| from < to);
    paragraphs
        .map(|(from, to)| {
            let words = &article.words[*from..*to];
            let span = words[0].span.join(words[words.len() - 1].span);
            let copied = is_copied[*from..*to].iter();
            let narrated = copied.clone().zip(&quoted[*from..*to]);
            let narrated = narrated.filter(|(_, is_quoted)| !**is_quoted);
            let of_narrated = narrated.fold((0, 0), |(words, copied), (is_copied, _)| {
                (words + 1, copied + usize::from(*is_copied))
            });
            let mut marked = extraction
                .commentary
                .iter()
                .map(|commentary| commentary.span);
            Share {
                span,
                words: words.len(),
                copied: copied.filter(|copied| **copied).count(),
                narrated: of_narrated,
                is_marked: marked.any(|marked| marked.overlap(span) > 0),
            }
        })
        .collect()
}

/// The copy that these shares make, if they are the greater part.
fn as_copy(article: usize, of: usize, shares: &[Share]) -> Option<Copy> {
    let unmarked = || shares.iter().filter(|share| !share.is_marked);
    let words: usize = unmarked().map(|share| share.words).sum();
    let copied: usize = unmarked()
        .filter(|share| share.is_copied())
        .map(|share| share.words)
        .sum();
    let narrated: usize = unmarked().map(|share| share.narrated.0).sum();
    let narrated_copied: usize = unmarked().map(|share| share.narrated.1).sum();
    let part = |of_words: usize, all: usize| of_words as f64 / all.max(1) as f64;
    let own = shares
        .iter()
        .filter(|share| share.is_marked || !share.is_copied());
    (part(copied, words) >= GREATER_PART && part(narrated_copied, narrated) >= GREATER_PART).then(
        || Copy {
            article,
            of,
            share: part(copied, words),
            own_words: own.map(|share| share.words).sum(),
            changes: Vec::new(),
        },
    )
}

/// Of two articles that are copies of each other, whether that of `copy` was there first: published
/// earlier, or, where no time is known, with less of its own.
fn comes_first(articles: &[Article], copy: &Copy, back: &Copy) -> bool {
    let time = |at: usize| {
        articles[at]
            .published
            .as_ref()
            .and_then(|time| time.timestamp)
    };
    match (time(copy.article), time(copy.of)) {
        (Some(one), Some(other)) if one != other => one < other,
        _ => (copy.own_words, copy.article) < (back.own_words, back.article),
    }
}

/// Adds the runs of paragraphs of its own that are not marked already.
fn insert_passages(extraction: &mut Extraction, shares: &[Share]) {
    let mut passages: Vec<(Span, usize)> = Vec::new();
    let mut is_open = false;
    for share in shares {
        let is_own = share.is_own() && !share.is_marked;
        match passages.last_mut().filter(|_| is_open && is_own) {
            Some((span, words)) => {
                *span = span.join(share.span);
                *words += share.words;
            }
            None if is_own => passages.push((share.span, share.words)),
            None => {}
        }
        is_open = is_own;
    }
    let inserted = passages.into_iter().filter(|(_, words)| *words >= PASSAGE);
    extraction
        .commentary
        .extend(inserted.map(|(span, _)| Commentary {
            span,
            marker: None,
            kind: CommentaryKind::Inserted,
        }));
    extraction
        .commentary
        .sort_by_key(|commentary| commentary.span);
}
