//! What some outlets tell and another does not.
//!
//! ```text
//! A  …the report does not clear him, she said.      ┐ shared: report, clear
//! B  …the report, which stopped short of clearing   ┘ C has neither word anywhere: C leaves it out
//! ```
//!
//! Three kinds of matter are sought: **passages** of two outlets that tell the same and share words that a
//! third lacks altogether; **voices** that others let speak and one does not; and passages of **one outlet
//! alone**, where the others have no sentence for it and lack its words. Passages that share a missing word
//! are one matter. Copies of one text are one voice: what two of them tell is not told by two. What ranks
//! first is carried by several, stands early, is long, or answers somebody.
//! "Not found" is all that is claimed: an outlet can say it in words that share none.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::coverage::Coverage;
use super::ordered;
use super::voices::{Voice, Voices};
use crate::align::sentences::SentenceId;
use crate::model::{Framing, FramingKind, Place};

/// Pairs of sentences of two outlets that are looked for in a third, those with most in common. With many
/// outlets the strongest tell what there is, and all of them would cost the cube of the outlets.
const MOST_LINKS: usize = 4000;
/// Least share of what two passages have in common that the third article lacks.
const LEAST_NOVEL: f32 = 0.34;
/// Least weight of it.
const LEAST_MISSING: f32 = 1.2;
/// A passage whose like in the third article shares this part of it is told there.
const TOLD: f32 = 0.3;
/// Most passages of one article in a finding.
const MOST_PASSAGES: usize = 4;
/// Findings of one outlet alone, per outlet.
const MOST_ALONE: usize = 2;

/// What each outlet leaves out and others tell.
pub(super) fn omissions(coverage: &Coverage, voices: &Voices) -> Vec<Framing> {
    let stems: Vec<FxHashSet<u32>> = coverage
        .sentences
        .bags
        .iter()
        .map(|sentences| sentences.iter().flatten().map(|(stem, _)| *stem).collect())
        .collect();
    let absence = Absence {
        coverage,
        stems,
        origins: coverage.origins(),
    };
    let mut found = absence.passages();
    found.extend(absence.voices(voices));
    found.extend(absence.alone());
    merged(found)
}

struct Absence<'c, 'a> {
    coverage: &'c Coverage<'a>,
    /// The stems of each article.
    stems: Vec<FxHashSet<u32>>,
    /// Whose text each prints.
    origins: Vec<usize>,
}

/// Passages about one matter that one article lacks.
struct Matter {
    missing_in: usize,
    sentences: Vec<SentenceId>,
    /// Stems with their weights that the article lacks.
    missing: Vec<(u32, f32)>,
}

impl Absence<'_, '_> {
    /// What two outlets tell and a third lacks.
    fn passages(&self) -> Vec<Framing> {
        let count = self.coverage.articles.len();
        let mut matters: Vec<Vec<Matter>> = (0..count).map(|_| Vec::new()).collect();
        let mut links: Vec<_> = self.coverage.sentences.links.iter().collect();
        links.sort_by(|x, y| {
            y.shared
                .total_cmp(&x.shared)
                .then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        links.truncate(MOST_LINKS);
        for link in links {
            if link.symmetry < 0.1 || self.is_one_voice(link.a.article, link.b.article) {
                continue;
            }
            let shared = self.shared(link.a, link.b);
            let compared = self.coverage.sentences.partners.of(link.a.article);
            for third in compared.iter().copied().filter(|at| *at != link.b.article) {
                let missing = self.missing(&shared, third);
                let weight: f32 = missing.iter().map(|(_, weight)| weight).sum();
                let told = self.is_told(link.a, third) || self.is_told(link.b, third);
                if weight < LEAST_MISSING || weight < LEAST_NOVEL * link.shared || told {
                    continue;
                }
                let same = |matter: &&mut Matter| {
                    matter.sentences.contains(&link.a)
                        || matter.sentences.contains(&link.b)
                        || common_weight(&matter.missing, &missing) >= 0.8
                };
                match matters[third].iter_mut().find(same) {
                    Some(matter) => {
                        matter.sentences.extend([link.a, link.b]);
                        matter.missing.extend(missing);
                    }
                    None => matters[third].push(Matter {
                        missing_in: third,
                        sentences: vec![link.a, link.b],
                        missing,
                    }),
                }
            }
        }
        matters
            .into_iter()
            .flatten()
            .map(|matter| self.framing(matter, 2.0))
            .collect()
    }

    /// What one outlet tells and no other has a sentence for.
    fn alone(&self) -> Vec<Framing> {
        let count = self.coverage.articles.len();
        let mut found = Vec::new();
        let mut holders: FxHashMap<u32, usize> = FxHashMap::default();
        for stem in self.stems.iter().flatten() {
            *holders.entry(*stem).or_default() += 1;
        }
        for article in 0..count {
            let copies: Vec<usize> = (0..count)
                .filter(|other| *other != article && !self.is_another(article, *other))
                .collect();
            if copies.len() + 1 == count {
                continue;
            }
            let is_own = |stem: &u32| {
                let holding = copies.iter().filter(|at| self.stems[**at].contains(stem));
                holders[stem] == 1 + holding.count()
            };
            let mut matters: Vec<Matter> = Vec::new();
            for index in 0..self.coverage.sentences.bags[article].len() {
                let id = SentenceId { article, index };
                let mut compared = self.coverage.sentences.partners.of(article).iter();
                if compared.any(|at| self.is_another(article, *at) && self.is_told(id, *at)) {
                    continue;
                }
                let own = &self.coverage.sentences.bags[article][index];
                let missing: Vec<(u32, f32)> = own
                    .iter()
                    .filter(|(stem, weight)| *weight >= 0.3 && is_own(stem))
                    .copied()
                    .collect();
                let weight: f32 = missing.iter().map(|(_, weight)| weight).sum();
                if weight < 2.0 * LEAST_MISSING {
                    continue;
                }
                let near = |matter: &&mut Matter| {
                    let follows = matter
                        .sentences
                        .last()
                        .is_some_and(|last| last.index + 1 == index);
                    matter.sentences.len() < MOST_PASSAGES
                        && (follows && paragraph_gap(self.coverage, &matter.sentences, id) <= 1
                            || common_weight(&matter.missing, &missing) >= 0.8)
                };
                match matters.iter_mut().find(near) {
                    Some(matter) => {
                        matter.sentences.push(id);
                        matter.missing.extend(missing);
                    }
                    None => matters.push(Matter {
                        missing_in: usize::MAX,
                        sentences: vec![id],
                        missing,
                    }),
                }
            }
            let mut own: Vec<Framing> = matters
                .into_iter()
                .map(|matter| self.framing(matter, 0.0))
                .collect();
            own.sort_by(Framing::by_weight);
            own.truncate(MOST_ALONE);
            found.extend(own);
        }
        found
    }

    /// Whether two articles print one text.
    fn is_one_voice(&self, a: usize, b: usize) -> bool {
        self.origins[a] == self.origins[b]
    }

    /// Whether `other` can lack what `article` tells: its copies tell what it tells, it does not tell what they add.
    fn is_another(&self, article: usize, other: usize) -> bool {
        other != article && (self.origins[article] != article || !self.is_one_voice(article, other))
    }

    /// Who speaks elsewhere and not in an article.
    fn voices(&self, voices: &Voices) -> Vec<Framing> {
        let count = self.coverage.articles.len();
        let mut found = Vec::new();
        for voice in voices.voices.iter().filter(|voice| voice.is_named()) {
            let heard = voice.articles();
            let silent: Vec<usize> = (0..count).filter(|at| !heard.contains(at)).collect();
            if silent.is_empty() || count < 2 {
                continue;
            }
            found.extend(self.voice(voice, &heard, silent));
        }
        found
    }

    fn voice(&self, voice: &Voice, heard: &[usize], silent: Vec<usize>) -> Option<Framing> {
        let mut places = Vec::new();
        let mut words = 0;
        let mut answers = 0.0;
        for article in heard {
            let mut own = Vec::new();
            for quotation in voice.speech(self.coverage, *article) {
                let Some(index) = self
                    .coverage
                    .narration(*article)
                    .sentence_at(quotation.start())
                else {
                    continue;
                };
                let content = quotation.content.iter().map(|span| Place {
                    article: *article,
                    span: *span,
                });
                words += content
                    .map(|place| crate::model::count_words(self.coverage.slice(place)))
                    .sum::<usize>();
                let stance = quotation.cue.as_ref().map_or("", |cue| cue.stance.as_str());
                if is_answer(stance) {
                    answers = ANSWER;
                }
                own.push(self.coverage.place(SentenceId {
                    article: *article,
                    index,
                }));
            }
            own.truncate(MOST_PASSAGES);
            places.extend(own);
        }
        if places.is_empty() {
            return None;
        }
        let named = silent
            .iter()
            .filter(|at| self.coverage.prints_name(**at, voice.last_word()))
            .count();
        let outlets = self.coverage.outlets(&silent);
        let note = if named == silent.len() {
            self.coverage.texts.named_not_heard_in(outlets)
        } else {
            self.coverage.texts.not_heard_in(outlets)
        };
        let is_one = |at: &usize| self.is_one_voice(heard[0], *at);
        let several = if heard.iter().all(is_one) { 0.2 } else { 2.2 };
        Some(Framing {
            kind: FramingKind::Omission,
            about: voice.name.clone(),
            places: ordered(places),
            note,
            missing_in: silent,
            weight: several + answers + (words as f64).min(120.0).sqrt() * 0.25,
        })
    }

    /// The stems that two sentences share, with their weights.
    fn shared(&self, a: SentenceId, b: SentenceId) -> Vec<(u32, f32)> {
        let bag = |id: SentenceId| &self.coverage.sentences.bags[id.article][id.index];
        let other = bag(b);
        let holds = |stem: u32| other.binary_search_by_key(&stem, |entry| entry.0).is_ok();
        bag(a)
            .iter()
            .filter(|(stem, _)| holds(*stem))
            .copied()
            .collect()
    }

    fn missing(&self, shared: &[(u32, f32)], article: usize) -> Vec<(u32, f32)> {
        let lacks = |stem: &u32| !self.stems[article].contains(stem);
        shared
            .iter()
            .filter(|(stem, weight)| *weight >= 0.3 && lacks(stem))
            .copied()
            .collect()
    }

    fn is_told(&self, id: SentenceId, article: usize) -> bool {
        let mut links = self.coverage.sentences.with(id, article);
        links.any(|link| link.symmetry >= TOLD)
    }

    fn framing(&self, mut matter: Matter, carried: f64) -> Framing {
        let coverage = self.coverage;
        matter.sentences.sort_unstable();
        matter.sentences.dedup();
        matter.missing.sort_by_key(|(stem, _)| *stem);
        matter.missing.dedup_by_key(|(stem, _)| *stem);
        let weight: f32 = matter.missing.iter().map(|(_, weight)| weight).sum();
        let earliest = matter
            .sentences
            .iter()
            .map(|id| coverage.position(id.article, coverage.place(*id).span.start))
            .fold(1.0, f64::min);
        let answers = matter.sentences.iter().any(|id| self.answers(*id));
        let mut places = Vec::new();
        let mut taken = vec![0; coverage.articles.len()];
        for id in &matter.sentences {
            taken[id.article] += 1;
            if taken[id.article] <= MOST_PASSAGES {
                places.push(coverage.place(*id));
            }
        }
        let carrying: Vec<usize> = matter.sentences.iter().map(|id| id.article).collect();
        let missing_in: Vec<usize> = match matter.missing_in {
            usize::MAX => (0..coverage.articles.len())
                .filter(|at| carrying.iter().all(|own| self.is_another(*own, *at)))
                .collect(),
            article => vec![article],
        };
        let about = self.words(&matter);
        Framing {
            kind: FramingKind::Omission,
            note: coverage.texts.not_found_in(coverage.outlets(&missing_in)),
            about,
            places: ordered(places),
            missing_in,
            weight: carried
                + f64::from(weight).sqrt()
                + 0.8 * (1.0 - earliest)
                + if answers { ANSWER } else { 0.0 },
        }
    }

    /// Whether somebody denies, concedes or hits back in the sentence.
    fn answers(&self, id: SentenceId) -> bool {
        let quotations = &self.coverage.extractions[id.article].quotations;
        let span = self.coverage.place(id).span;
        let mut cues = self
            .coverage
            .quotations_at(id.article, span)
            .filter_map(|index| quotations[index].cue.as_ref());
        cues.any(|cue| span.contains(cue.span) && is_answer(&cue.stance))
    }

    /// The words that a matter turns on, as its passages print them: those that it repeats, names first.
    fn words(&self, matter: &Matter) -> String {
        let coverage = self.coverage;
        let vocabulary = &coverage.alignment.vocabulary;
        let mut words: Vec<(usize, bool, u32, &str)> = Vec::new();
        for id in &matter.sentences {
            let folded = &coverage.alignment.folded[id.article];
            let (from, to) = folded.within(coverage.place(*id).span);
            for word in &folded.words[from..to] {
                let stem = coverage.sentences.stem(vocabulary.stem(word.id));
                let is_missing = matter.missing.iter().any(|(missing, _)| *missing == stem);
                if !is_missing || vocabulary.is_number(word.id) {
                    continue;
                }
                match words.iter_mut().find(|(.., known, _)| *known == stem) {
                    Some((count, ..)) => *count += 1,
                    None => words.push((
                        1,
                        word.capital,
                        stem,
                        word.span.slice(&coverage.articles[id.article].text),
                    )),
                }
            }
        }
        words.sort_by_key(|(count, capital, ..)| (std::cmp::Reverse(*count), !capital));
        words.truncate(4);
        let printed: Vec<&str> = words.iter().map(|(.., word)| *word).collect();
        printed.join(", ")
    }
}

/// What a denial or a counterattack adds to the weight of a matter.
const ANSWER: f64 = 0.5;

/// Whether a cue of this class answers somebody.
fn is_answer(stance: &str) -> bool {
    matches!(stance, "deny" | "attack" | "concede")
}

fn common_weight(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let known = |stem: &u32| a.iter().any(|(other, _)| other == stem);
    let shared = b.iter().filter(|(stem, _)| known(stem));
    shared.map(|(_, weight)| weight).sum()
}

/// Paragraphs from the last of `sentences` to `next`.
fn paragraph_gap(coverage: &Coverage, sentences: &[SentenceId], next: SentenceId) -> usize {
    let paragraph = |id: SentenceId| coverage.narration(id.article).sentences[id.index].paragraph;
    sentences
        .last()
        .map_or(0, |last| paragraph(next).saturating_sub(paragraph(*last)))
}

/// Joins findings whose passages lie in those of a weightier one with the same absence.
fn merged(mut found: Vec<Framing>) -> Vec<Framing> {
    found.sort_by(Framing::by_weight);
    let mut kept: Vec<Framing> = Vec::new();
    for framing in found {
        let covered = kept.iter().any(|other| {
            other.missing_in == framing.missing_in
                && framing
                    .places
                    .iter()
                    .all(|place| other.places.contains(place))
        });
        if !covered {
            kept.push(framing);
        }
    }
    kept
}
