//! Words that exclude each other in the same place of two reports.
//!
//! ```text
//! A  …was called during the raid to warn the family        before / during
//! B  …had called the family before the raid
//! ```
//!
//! Only sentences that tell the same are looked at, and of those only words with a common word close by; the
//! less the sentences share, the more must stand close.

use super::super::coverage::Coverage;
use super::groups::{merge, value};
use crate::Span;
use crate::align::fold::Word;
use crate::align::segments::shared_weight;
use crate::align::sentences::{SentenceId, SentenceLink};
use crate::align::vocabulary::Rank;
use crate::lexicon::class;
use crate::model::{Difference, Fact, FactKind};

/// Words on either side in which the two places must share one.
const REACH: usize = 5;
/// Telling words behind a word on which it bears, and behind a function word.
const BEHIND: usize = 2;
const BEHIND_FUNCTION: usize = 1;
/// Least likeness of the sentences, and least weight of what stands close to both words: of sentences that are
/// nearest to one another, of any, and of two that open their reports.
const LEAST: [(f32, f32); 3] = [(0.2, 0.4), (0.08, 1.3), (0.08, 0.9)];
/// Sentences that are the opening of a report.
const OPENING: usize = 2;
/// Words on either side of "before" and "during" that tell who did what.
const CLAUSE: usize = 10;

/// A word that takes a side.
struct Sided {
    kind: &'static str,
    side: u8,
    /// Index of the word in the folded article.
    word: usize,
    span: Span,
}

impl Sided {
    fn at(&self, sentence: SentenceId) -> Place {
        Place {
            sentence,
            kind: self.kind,
            side: self.side,
            word: self.word,
        }
    }
}

/// Finds words that exclude each other.
pub(super) fn opposed(coverage: &Coverage) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut agreed: Vec<Fact> = Vec::new();
    let sided: Vec<Vec<Vec<Sided>>> = (0..coverage.articles.len())
        .map(|article| {
            let sentences = 0..coverage.narration(article).sentences.len();
            let ids = sentences.map(|index| SentenceId { article, index });
            ids.map(|id| sided(coverage, id)).collect()
        })
        .collect();
    for link in &coverage.sentences.links {
        let sides = [link.a, link.b].map(|id| sided[id.article][id.index].as_slice());
        if sides.iter().any(|side| side.is_empty()) {
            continue;
        }
        let near = |id: SentenceId, article| {
            let nearest = coverage.sentences.nearest(id, article);
            nearest.is_some_and(|nearest| nearest.other(id) == link.other(id))
        };
        let is_mutual = near(link.a, link.b.article) && near(link.b, link.a.article);
        let found = compare(coverage, link, sides, is_mutual);
        for (fact, differs, places) in found {
            if differs && (is_told(coverage, &sided, places) || is_of_others(coverage, places)) {
                continue;
            }
            if differs {
                merge(&mut facts, fact);
            } else {
                agreed.push(fact);
            }
        }
    }
    // Who agrees with one side is a witness of it.
    for fact in agreed {
        let shares = |known: &Fact| known.values.iter().any(|own| fact.values.contains(own));
        if facts.iter().any(shares) {
            merge(&mut facts, fact);
        }
    }
    facts
}

/// Whether one of the articles takes the other's side too, of the same thing: an article that has both temporary and
/// permanent exemptions tells of two.
fn is_told(coverage: &Coverage, sided: &[Vec<Vec<Sided>>], [a, b]: [Place; 2]) -> bool {
    let takes = |own: &Place, other: &Place| {
        let sentences = sided[other.sentence.article].iter().enumerate();
        let mut all = sentences.flat_map(|(index, all)| all.iter().map(move |word| (index, word)));
        all.any(|(index, word)| {
            let id = SentenceId {
                index,
                ..other.sentence
            };
            (word.kind, word.side) == (own.kind, own.side)
                && common(coverage, (own.sentence, own.word), (id, word.word)) > 0.0
        })
    };
    takes(&a, &b) || takes(&b, &a)
}

/// Whether the name before each word stands nowhere in the other's sentence: what Norland was granted is not what Sudland
/// was.
fn is_of_others(coverage: &Coverage, [a, b]: [Place; 2]) -> bool {
    let vocabulary = &coverage.alignment.vocabulary;
    let words = |place: Place| {
        let id = place.sentence;
        let folded = &coverage.alignment.folded[id.article];
        let (from, to) = folded.within(coverage.place(id).span);
        (&folded.words[from..to], place.word - from)
    };
    let is_elsewhere = |own: Place, other: Place| {
        let (sentence, at) = words(own);
        let mut before = sentence[..at].iter().rev().take(CLAUSE);
        let lexicon = coverage.lexicon(own.sentence.article);
        let is_day = |id: u32| {
            let classes = lexicon.map(|lexicon| lexicon.word(vocabulary.text(id)).classes);
            classes.is_some_and(|classes| classes & class::TEMPORAL != 0)
        };
        let is_name = |word: &&Word| {
            word.capital && vocabulary.rank(word.id) == Rank::Content && !is_day(word.id)
        };
        let name = before.find(is_name).map(|word| vocabulary.root(word.id));
        let holds = |name: u32| {
            words(other)
                .0
                .iter()
                .any(|word| vocabulary.root(word.id) == name)
        };
        name.is_some_and(|name| !holds(name))
    };
    is_elsewhere(a, b) && is_elsewhere(b, a)
}

/// Where a word takes which side.
#[derive(Clone, Copy)]
struct Place {
    sentence: SentenceId,
    kind: &'static str,
    side: u8,
    word: usize,
}

/// The words of two sentences that exclude each other or take the same side, whether they differ, and where they stand.
fn compare(
    coverage: &Coverage,
    link: &SentenceLink,
    [a, b]: [&[Sided]; 2],
    is_mutual: bool,
) -> Vec<(Fact, bool, [Place; 2])> {
    let mut facts = Vec::new();
    let lexicon = coverage.lexicon(link.a.article);
    let is_timed =
        |sided: &Sided| lexicon.is_some_and(|lexicon| lexicon.facts().is_timed(sided.kind));
    let is_opening = link.a.index < OPENING && link.b.index < OPENING;
    for x in a {
        let sides = |all: &[Sided]| -> Vec<u8> {
            all.iter()
                .filter(|other| other.kind == x.kind)
                .map(|other| other.side)
                .collect()
        };
        let (own, other) = (sides(a), sides(b));
        let differs = !own.iter().any(|side| other.contains(side));
        let nearest = b
            .iter()
            .filter(|y| y.kind == x.kind && (differs || y.side == x.side))
            .map(|y| {
                let (a, b) = ((link.a, x.word), (link.b, y.word));
                let common = common(coverage, a, b);
                // "before the raid" and "during the raid"
                if common > 0.0 && is_timed(x) {
                    (deed(coverage, a, b), y)
                } else {
                    (common, y)
                }
            })
            .max_by(|(s, _), (t, _)| s.total_cmp(t));
        // Who uses the same word in its opening is a witness, whatever stands beside it.
        let is_witness = !differs && is_opening && link.symmetry >= LEAST[2].0;
        if let Some((common, y)) = nearest.filter(|(common, _)| {
            is_witness
                || LEAST.iter().zip([is_mutual, true, is_opening]).any(
                    |((symmetry, least), applies)| {
                        applies && link.symmetry >= *symmetry && *common >= *least
                    },
                )
        }) {
            let fact = Fact {
                kind: FactKind::Other,
                values: vec![
                    value(link.a.article, x.span, x.span),
                    value(link.b.article, y.span, y.span),
                ],
                difference: Difference::Conflict,
                score: f64::from(0.3 + 0.15 * common.min(2.0) + 0.5 * link.symmetry),
            };
            facts.push((fact, differs, [x.at(link.a), y.at(link.b)]));
        }
    }
    facts
}

/// The words of a sentence that take a side; "such a meeting" takes up what was said and says nothing new.
fn sided(coverage: &Coverage, id: SentenceId) -> Vec<Sided> {
    let Some(lexicon) = coverage.lexicon(id.article) else {
        return Vec::new();
    };
    let folded = &coverage.alignment.folded[id.article];
    let (from, to) = folded.within(coverage.place(id).span);
    let text = |at: usize| coverage.alignment.vocabulary.text(folded.words[at].id);
    let is_determiner = |at: usize| lexicon.word(text(at)).classes & class::DETERMINER != 0;
    let takes_up = |word: usize| word >= from + 2 && (word - 2..word).all(is_determiner);
    (from..to)
        .filter_map(|word| {
            let found = folded.words[word];
            let text = text(word);
            let (kind, side) = lexicon.facts().opposition(text)?;
            let is_spoken = lexicon.facts().is_spoken(kind);
            (!is_spoken && !takes_up(word)).then_some(Sided {
                kind,
                side,
                word,
                span: found.span,
            })
        })
        .collect()
}

/// Weight of the telling words that stand close to both places.
fn common(coverage: &Coverage, a: (SentenceId, usize), b: (SentenceId, usize)) -> f32 {
    let other = close(coverage, b);
    let mut shared: Vec<(u32, f32)> = close(coverage, a)
        .into_iter()
        .filter(|(stem, _)| other.iter().any(|(known, _)| known == stem))
        .collect();
    shared.sort_by_key(|(stem, _)| *stem);
    shared.dedup_by_key(|(stem, _)| *stem);
    shared.iter().map(|(_, weight)| weight).sum()
}

/// Weight of what stands on either side of both words, if it tells the same deed: what was done before the raid
/// here may be another deed than what was done during it there.
fn deed(coverage: &Coverage, a: (SentenceId, usize), b: (SentenceId, usize)) -> f32 {
    let (own, other) = (verbs(coverage, a), verbs(coverage, b));
    if !own.iter().any(|verb| other.contains(verb)) {
        return 0.0;
    }
    let around = |(id, word): (SentenceId, usize)| {
        let span = coverage.alignment.folded[id.article].words[word].span;
        coverage.around(id.article, id.index, span, CLAUSE)
    };
    shared_weight(&around(a), &around(b))
}

/// The stems of the telling verbs on either side of a word.
fn verbs(coverage: &Coverage, (id, word): (SentenceId, usize)) -> Vec<u32> {
    let Some(lexicon) = coverage.lexicon(id.article) else {
        return Vec::new();
    };
    let vocabulary = &coverage.alignment.vocabulary;
    let folded = &coverage.alignment.folded[id.article];
    let (first, last) = folded.within(coverage.place(id).span);
    let clause = first.max(word.saturating_sub(CLAUSE))..last.min(word + CLAUSE);
    let ids = folded.words[clause].iter().map(|word| word.id);
    let is_verb = |word: &u32| {
        let text = vocabulary.text(*word);
        let classes = lexicon.word(text).classes | lexicon.ending(text);
        classes & (class::VERB | class::CUE) != 0 && vocabulary.rank(*word) >= Rank::Common
    };
    ids.filter(is_verb).map(|id| vocabulary.stem(id)).collect()
}

/// The stems on which a word bears: the telling word before it and those behind it; "before" and "during"
/// bear on what follows them alone.
fn close(coverage: &Coverage, (id, word): (SentenceId, usize)) -> Vec<(u32, f32)> {
    let vocabulary = &coverage.alignment.vocabulary;
    let folded = &coverage.alignment.folded[id.article];
    let (first, last) = folded.within(coverage.place(id).span);
    let telling = |at: &usize| vocabulary.rank(folded.words[*at].id) >= Rank::Common;
    let text = vocabulary.text(folded.words[word].id);
    let facts = coverage.lexicon(id.article).map(|lexicon| lexicon.facts());
    let is_timed = facts.is_some_and(|facts| {
        let opposition = facts.opposition(text);
        opposition.is_some_and(|(kind, _)| facts.is_timed(kind))
    });
    let (before, behind) = if is_timed {
        (0, BEHIND)
    } else if vocabulary.rank(folded.words[word].id) == Rank::Function {
        (0, BEHIND_FUNCTION)
    } else {
        (1, BEHIND)
    };
    let before = (first..word).rev().filter(telling).take(before);
    let behind = (word + 1..last.max(word + 1)).filter(telling).take(behind);
    before
        .chain(behind)
        .filter(|at| at.abs_diff(word) <= REACH)
        .map(|at| {
            let id = folded.words[at].id;
            (
                coverage.sentences.stem(vocabulary.stem(id)),
                vocabulary.weight(id),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Article, compare_articles};

    #[test]
    fn such_a_meeting_says_nothing_new() {
        let says = |gathering: &str| {
            format!(
                "The mayor warned that {gathering} of the council could harm the good name of the port."
            )
        };
        let count = |a: &str, b: &str| {
            let articles = vec![
                Article::new("A Wire", says(a)),
                Article::new("B Post", says(b)),
            ];
            compare_articles(articles).facts.len()
        };
        assert_eq!(count("a joint session", "a joint meeting"), 1);
        assert_eq!(count("such a session", "such a meeting"), 0);
    }
}
