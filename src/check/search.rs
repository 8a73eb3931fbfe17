//! What is said of each quotation: the places that are closest to it, judged, or what comes nearest.

use super::allow::{Allowances, Style};
use super::credit::{Credits, Speaking};
use super::judge::{Judge, told};
use super::places::{self, Part, Text};
use super::seeds::{self, Hit, stretches};
use crate::align::matching::Likeness;
use crate::align::segments::Segment;
use crate::align::vocabulary::{FoldedArticle, Vocabulary};
use crate::extract::Turns;
use crate::lexicon::Lexicon;
use crate::model::{CheckStatus, Checked, Found, Place, Severity};
use crate::{Article, Extraction, extract};

/// Drafts and sources, folded and laid out.
pub(super) struct Search<'a> {
    pub articles: &'a [Article],
    /// How many of the articles are drafts; they come first.
    pub drafts: usize,
    pub extractions: &'a [Extraction],
    pub folded: &'a [FoldedArticle],
    pub vocabulary: &'a Vocabulary,
    pub turns: &'a [Turns],
    pub allowances: &'a Allowances,
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
    /// What is said of each of the segments.
    pub(super) fn results(&self, segments: &[Segment]) -> Vec<Checked> {
        let sources: Vec<(usize, &FoldedArticle)> =
            self.folded.iter().enumerate().skip(self.drafts).collect();
        let quoted: Vec<_> = segments.iter().map(|one| one.units.as_slice()).collect();
        let hits = seeds::hits(&quoted, &sources, self.vocabulary);
        let mut likeness = Likeness::new(self.vocabulary);
        let mut credits = Credits::new(self.articles, self.turns, &extract::quotations);
        segments
            .iter()
            .zip(&hits)
            .map(|(segment, hits)| self.result(segment, hits, &mut likeness, &mut credits))
            .collect()
    }

    /// Who judges a draft in this language.
    pub(super) fn judge(&self, language: Option<&str>) -> Judge<'_> {
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
pub(super) fn is_found(segment: &Segment, parts: &[Part]) -> bool {
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
