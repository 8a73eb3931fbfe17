//! The quotations of a draft, looked up in sources: transcripts, documents, other outlets' articles.
//!
//! ```text
//! drafts ──extract──▶ quoted strings ─┐
//!                                     ├─ seeds: stretches that share rare words ─▶ places: alignment ─▶ judge: statuses
//! sources ─ turns: who speaks where ──┘
//! ```
//!
//! Words stand anywhere in a source, not only inside its quotation marks: a transcript has none. The words
//! are folded, weighed, aligned and compared as `align` and `compare` do it, with one difference: the source
//! is the measure. What the draft changes is a finding; what the source says beyond it is none, unless it is
//! the reservation that the quotation stops before. The cost is linear in the words of the sources and, for
//! each quotation, quadratic in its own.

mod allow;
mod credit;
mod judge;
mod places;
mod seeds;
mod trace;
mod turns;

#[cfg(test)]
mod tests;

pub use allow::Allowances;
pub use trace::trace;

use crate::align::fold::Word;
use crate::align::matching::Likeness;
use crate::align::segments::{Segment, segments};
use crate::align::vocabulary::{FoldedArticle, Vocabulary};
use crate::lexicon::Lexicon;
use crate::model::{Check, CheckStatus, Checked, Found, Origin, Place, Searched, Severity};
use crate::{Article, Extraction, Texts, extract};
use allow::Style;
use credit::{Credits, Speaking};
use judge::{Judge, told};
use places::{Part, Text};
use seeds::{Hit, stretches};
use turns::Turns;

/// Looks up every quoted string of `drafts` in `sources`.
pub fn check(drafts: Vec<Article>, sources: Vec<Article>, allowances: &Allowances) -> Check {
    let count = drafts.len();
    let mut articles = drafts;
    articles.extend(sources);
    let searched = Searched {
        articles: articles.len() - count,
        words: articles[count..].iter().map(Article::words).sum(),
    };
    let extractions: Vec<Extraction> = articles[..count].iter().map(extract::extract).collect();
    let (vocabulary, mut folded) = Vocabulary::of(&articles);
    let turns = layouts(&articles, count, &mut folded);
    let segments = outermost(segments(
        &articles[..count],
        &extractions,
        &folded[..count],
        &vocabulary,
    ));
    let search = Search {
        articles: &articles,
        drafts: count,
        extractions: &extractions,
        folded: &folded,
        vocabulary: &vocabulary,
        turns: &turns,
        allowances,
    };
    let results = search.results(&segments);
    let origins = articles.iter().map(|article| Origin {
        path: article.id.clone(),
        is_whole_file: true,
    });
    Check {
        origins: origins.collect(),
        drafts: count,
        results,
        searched,
        left_out: Vec::new(),
        articles,
        texts: Texts::default(),
    }
}

/// The layout of each source; what of it is no speech is taken out of its words.
fn layouts(articles: &[Article], drafts: usize, folded: &mut [FoldedArticle]) -> Vec<Turns> {
    let mut all = Vec::with_capacity(articles.len());
    for (at, article) in articles.iter().enumerate() {
        if at < drafts {
            all.push(Turns::default());
            continue;
        }
        let lexicon = Lexicon::of(article.language.as_deref());
        let turns = Turns::of(&article.text, article.body, lexicon);
        let words = &mut folded[at];
        if turns.has_layout() {
            without_layout(words, &turns);
        }
        end_sentences(words, &article.text, &turns);
        all.push(turns);
    }
    all
}

fn without_layout(folded: &mut FoldedArticle, turns: &Turns) {
    let mut kept: Vec<Word> = Vec::with_capacity(folded.words.len());
    let mut paragraphs = Vec::with_capacity(folded.paragraphs.len());
    for (from, to) in &folded.paragraphs {
        let start = kept.len();
        let words = &folded.words[*from..*to];
        kept.extend(
            words
                .iter()
                .filter(|word| !turns.is_layout(word.span.start)),
        );
        paragraphs.push((start, kept.len()));
    }
    folded.words = kept;
    folded.paragraphs = paragraphs;
}

/// A sentence ends where a blank line or another speaker's turn follows, also without a full stop. Captions
/// have a blank line wherever the screen was full.
fn end_sentences(folded: &mut FoldedArticle, text: &str, turns: &Turns) {
    for at in 1..folded.words.len() {
        let (before, word) = (folded.words[at - 1].span, folded.words[at].span);
        let between = &text[before.end.min(word.start)..word.start];
        if !between.contains('\n') {
            continue;
        }
        let is_blank = !turns.is_captions && between.lines().skip(1).any(|l| l.trim().is_empty());
        let turns_over = turns.speaker(before.start) != turns.speaker(word.start);
        if turns_over || is_blank && between.matches('\n').count() > 1 {
            folded.words[at - 1].ends = true;
        }
    }
}

/// The quoted strings that lie in no other and hold a word.
fn outermost(segments: Vec<Segment>) -> Vec<Segment> {
    let mut kept: Vec<Segment> = Vec::with_capacity(segments.len());
    let mut sorted = segments;
    sorted.sort_by_key(|segment| {
        let place = segment.place;
        (
            place.article,
            place.span.start,
            std::cmp::Reverse(place.span.end),
        )
    });
    for segment in sorted {
        let is_inside = kept.last().is_some_and(|outer| {
            outer.place.article == segment.place.article
                && outer.place.span.contains(segment.place.span)
        });
        if !is_inside && !segment.units.is_empty() {
            kept.push(segment);
        }
    }
    kept
}

struct Search<'a> {
    articles: &'a [Article],
    drafts: usize,
    extractions: &'a [Extraction],
    folded: &'a [FoldedArticle],
    vocabulary: &'a Vocabulary,
    turns: &'a [Turns],
    allowances: &'a Allowances,
}

/// Loss by which two places are told apart.
const CLOSE: f32 = 0.005;
/// Further places that are named.
const ELSEWHERE: usize = 5;
/// Share of what a quotation says that a passage must tell in other words.
const TOLD: f32 = 0.6;
/// Words of it that the passage must hold.
const TOLD_WORDS: usize = 3;

impl Search<'_> {
    fn results(&self, segments: &[Segment]) -> Vec<Checked> {
        let sources: Vec<(usize, &FoldedArticle)> =
            self.folded.iter().enumerate().skip(self.drafts).collect();
        let quoted: Vec<_> = segments.iter().map(|one| one.units.as_slice()).collect();
        let hits = seeds::hits(&quoted, &sources, self.vocabulary);
        let mut likeness = Likeness::new(self.vocabulary);
        let mut credits = Credits::new(self.articles, self.turns);
        segments
            .iter()
            .zip(&hits)
            .map(|(segment, hits)| self.result(segment, hits, &mut likeness, &mut credits))
            .collect()
    }

    /// Who judges a draft in this language.
    fn judge(&self, language: Option<&str>) -> Judge<'_> {
        Judge {
            articles: self.articles,
            turns: self.turns,
            text: Text {
                folded: self.folded,
                vocabulary: self.vocabulary,
                style: Style {
                    allowances: self.allowances,
                    lexicon: Lexicon::of(language),
                    vocabulary: self.vocabulary,
                },
            },
        }
    }

    fn result(
        &self,
        segment: &Segment,
        hits: &[Hit],
        likeness: &mut Likeness,
        credits: &mut Credits,
    ) -> Checked {
        let language = self.articles[segment.place.article].language.as_deref();
        let judge = self.judge(language);
        let candidates = judge.text.parts(&segment.units, hits, likeness);
        let rivals = self.rivals(segment, &candidates, &judge, credits);
        let Some(((first, speaking), others)) = rivals.split_first() else {
            return self.not_found(segment, hits, &candidates, &judge);
        };
        let parts = judge
            .text
            .joined(&segment.units, first.clone(), hits, likeness);
        if !is_found(segment, &parts) {
            return self.not_found(segment, hits, &candidates, &judge);
        }
        let verdict = judge.judge(segment, &parts);
        let mut checked = self.empty(segment);
        checked.statuses = verdict.statuses;
        match speaking {
            Speaking::Other => checked.statuses.push(CheckStatus::Speaker),
            Speaking::Indirect => {
                // Reported speech has other pronouns and tenses; that is no rewording of the draft's.
                checked.statuses.retain(|one| *one != CheckStatus::Reworded);
                checked.statuses.push(CheckStatus::Paraphrased);
            }
            Speaking::Own => {}
        }
        if checked.statuses.is_empty() {
            checked.statuses.push(CheckStatus::Verbatim);
            let others = others.iter().take(ELSEWHERE);
            checked.elsewhere = others
                .map(|(part, _)| self.found(judge.place(part.article, part.words), credits))
                .collect();
        }
        checked.statuses.sort();
        checked.found = parts
            .iter()
            .zip(&verdict.words)
            .map(|(part, words)| self.found(judge.place(part.article, *words), credits))
            .collect();
        checked.diff = verdict.diff;
        checked.diff_in = verdict.diff_in;
        checked.cut = verdict.cut;
        checked.is_marked = verdict.is_marked;
        checked
    }

    /// The closest parts, those first whose speaker is the one that the draft credits.
    fn rivals(
        &self,
        segment: &Segment,
        candidates: &[Part],
        judge: &Judge,
        credits: &mut Credits,
    ) -> Vec<(Part, Speaking)> {
        let whole = |part: &&Part| is_found(segment, std::slice::from_ref(*part));
        let Some(best) = candidates.iter().find(whole).or(candidates.first()) else {
            return Vec::new();
        };
        let is_close = |part: &&Part| (best.loss..=best.loss + CLOSE).contains(&part.loss);
        let close = candidates.iter().filter(is_close);
        let mut rivals: Vec<(Part, Speaking)> = close
            .map(|part| {
                let place = judge.place(part.article, part.words);
                let speaking = credits.speaking(segment, place);
                (part.clone(), speaking)
            })
            .collect();
        rivals.sort_by_key(|(_, speaking)| *speaking);
        rivals
    }

    fn found(&self, place: Place, credits: &mut Credits) -> Found {
        let turns = &self.turns[place.article];
        Found {
            place,
            speaker: credits.speaker(place),
            time: turns.time(place.span.start),
        }
    }

    fn empty(&self, segment: &Segment) -> Checked {
        let id = segment.quotation;
        let speaker = &self.extractions[id.article].quotations[id.index].speaker;
        Checked {
            place: segment.place,
            statuses: Vec::new(),
            speaker: speaker.as_ref().map(|speaker| speaker.name.clone()),
            found: Vec::new(),
            elsewhere: Vec::new(),
            nearest: None,
            diff: Vec::new(),
            diff_in: Vec::new(),
            cut: None,
            is_marked: true,
            severity: Severity::Warn,
            is_known: false,
        }
    }

    /// A quotation whose words no source prints: told in other words, or missing with what is nearest.
    fn not_found(
        &self,
        segment: &Segment,
        hits: &[Hit],
        candidates: &[Part],
        judge: &Judge,
    ) -> Checked {
        let mut checked = self.empty(segment);
        let mut best: Option<((f32, usize), Place)> = None;
        for stretch in stretches(hits, places::width(segment.units.len())) {
            let words = self.sentences(stretch.article, (stretch.from, stretch.to));
            let by = &self.folded[stretch.article].words[words.0..words.1];
            let share = told(&segment.units, by, self.vocabulary);
            if best.is_none_or(|(most, _)| share.0 > most.0) {
                best = Some((share, judge.place(stretch.article, words)));
            }
        }
        let named = |place: Place| Found {
            place,
            speaker: None,
            time: self.turns[place.article].time(place.span.start),
        };
        if let Some(((share, count), place)) = best
            && share >= TOLD
            && count >= TOLD_WORDS
        {
            checked.statuses.push(CheckStatus::Paraphrased);
            checked.found.push(named(place));
            return checked;
        }
        checked.statuses.push(CheckStatus::Missing);
        let heaviest = candidates.iter().reduce(|best, next| {
            if next.weight > best.weight {
                next
            } else {
                best
            }
        });
        checked.nearest = heaviest.map(|part| {
            let words = self.sentences(part.article, part.words);
            named(judge.place(part.article, words))
        });
        checked
    }

    /// The sentences that hold a run of words.
    fn sentences(&self, article: usize, (mut from, mut to): (usize, usize)) -> (usize, usize) {
        let words = &self.folded[article].words;
        to = to.clamp(1, words.len());
        from = from.min(to - 1);
        let (first, last) = (
            from.saturating_sub(SENTENCE),
            (to + SENTENCE).min(words.len()),
        );
        while from > first && !words[from - 1].ends {
            from -= 1;
        }
        while to < last && !words[to - 1].ends {
            to += 1;
        }
        (from, to)
    }
}

/// Words that a sentence is followed to either side.
const SENTENCE: usize = 40;

/// Whether enough of a quotation stands in its parts to say that it is what they render.
fn is_found(segment: &Segment, parts: &[Part]) -> bool {
    let words = segment.units.len();
    let weight: f32 = parts.iter().map(|part| part.weight).sum();
    let matched: usize = parts.iter().map(|part| part.matched).sum();
    let run = parts.iter().map(|part| part.run).max().unwrap_or(0);
    let share = weight / segment.weight.max(0.01);
    match words {
        0..=2 => share >= 0.95 && matched == words,
        3 => share >= 0.6 && matched >= 2,
        _ => {
            share >= 0.55 && matched * 2 >= words && (run >= 3 || matched * 4 >= words * 3)
                || run >= 3 && matched * 4 >= words * 3 && share >= 0.25
                || run >= 6 && share >= 0.3
                || run >= 4 && share >= 0.45
        }
    }
}
