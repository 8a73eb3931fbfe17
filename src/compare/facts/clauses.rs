//! What a sentence says is done, verb by verb: whether it was, will be or was not, and to how much of its object.
//!
//! ```text
//! Dana Ruud │is not expected to open│ the ward.     open: ahead, negated; Ruud | ward
//!            └─────── group ───────┘
//! The court │struck down│ part of the Bridge Act.   strike down: part of; court | Bridge Act
//! ```
//!
//! The group of a verb is the run of auxiliaries and adverbs before it; what stands between it and the next comma
//! on either side are its companions. There is no parser: verbs that are no more than nouns to the tables ("a planned
//! vote") are left out by the word before them. So is what stands inside quotation marks.

use super::super::coverage::Coverage;
use super::signs::{PART, SOLE, Signs, TURNS};
use crate::Span;
use crate::align::matching::Unit;
use crate::align::segments::{Bag, units};
use crate::align::sentences::SentenceId;
use crate::align::vocabulary::Rank;
use crate::lexicon::{DeedWord, Lexicon, class};
use crate::model::NamingKind;

/// Words on either side of a verb and its group that are its companions.
const REACH: usize = 9;
/// Words before "to" in which what lets the verb lie ahead can stand ("expected to land today and to meet").
const FAR: usize = 14;

/// A verb with what stands around it.
pub(super) struct Clause {
    /// The verb, or what others say in its place.
    pub meaning: u32,
    /// The verb with its group.
    pub span: Span,
    /// Whether it is still to come.
    pub is_ahead: bool,
    /// Whether it is left open whether it is done at all ("would open", "to open").
    pub is_open: bool,
    /// Whether it is said not to be done.
    pub is_negated: bool,
    /// The words by which only a part of its object is meant ("part of").
    pub part: Option<Span>,
    /// The meanings of the telling words before its group.
    pub before: Bag,
    /// The meanings of the telling words behind it.
    pub behind: Bag,
    /// Those with a capital on either side, ascending.
    pub names: Vec<u32>,
    /// Who does it: the name right before its group.
    pub agent: Option<Span>,
    /// Whether one alone can have done it: it is no thing of which there are many ("a goal").
    pub is_sole: bool,
    /// The quotation in whose content it stands.
    pub said: Option<usize>,
}

/// The words of a sentence, of which the verbs that matter are read: most verbs stand in one of two sentences alone.
pub(super) struct Words {
    id: SentenceId,
    units: Vec<Unit>,
    /// What those mean that can be verbs, with their places; ascending.
    meanings: Vec<(u32, usize)>,
    /// What they can do to a verb: [`TURNS`], [`PART`], [`SOLE`].
    signs: u8,
}

impl Words {
    /// Reads the words of a sentence.
    pub(super) fn of(coverage: &Coverage, id: SentenceId, signs: &mut Signs) -> Self {
        let folded = &coverage.alignment.folded[id.article];
        let vocabulary = &coverage.alignment.vocabulary;
        let units = units(folded, folded.within(coverage.place(id).span), vocabulary);
        let may_be_verb = |unit: &Unit| unit.rank != Rank::Function && !unit.capital;
        let verbs = units.iter().enumerate();
        let verbs = verbs.filter(|(_, unit)| may_be_verb(unit));
        let mut meanings: Vec<(u32, usize)> = verbs
            .map(|(at, unit)| (vocabulary.meaning_at(folded, unit), at))
            .collect();
        meanings.sort_unstable();
        let lexicon = coverage.lexicon(id.article);
        let found = lexicon.map_or(0, |lexicon| {
            let each = units
                .iter()
                .map(|unit| signs.of(coverage, lexicon, unit.id));
            each.fold(0, |found, sign| found | sign)
        });
        Self {
            id,
            units,
            meanings,
            signs: found,
        }
    }

    /// Whether one verb can be told otherwise in both sentences: most have nothing that does it.
    pub(super) fn may_differ(&self, other: &Self) -> bool {
        (self.signs | other.signs) & (TURNS | PART) != 0 || self.signs & other.signs & SOLE != 0
    }

    /// Which of its words can be verbs that mean what one of another sentence does, added to `places`.
    pub(super) fn shared(&self, other: &Self, places: &mut Vec<usize>) {
        let mut behind = other.meanings.as_slice();
        for (meaning, at) in &self.meanings {
            behind = &behind[behind.partition_point(|(known, _)| known < meaning)..];
            if behind.first().is_some_and(|(known, _)| known == meaning) {
                places.push(*at);
            }
        }
    }

    /// The verbs among `places` that are said to be done or not, in order.
    pub(super) fn clauses(&self, coverage: &Coverage, mut places: Vec<usize>) -> Vec<Clause> {
        let Some(lexicon) = coverage.lexicon(self.id.article) else {
            return Vec::new();
        };
        places.sort_unstable();
        places.dedup();
        let reading = Reading {
            coverage,
            lexicon,
            article: self.id.article,
            units: &self.units,
        };
        let clauses = places.into_iter().filter_map(|at| reading.clause(at));
        clauses.collect()
    }
}

/// A sentence as it is read.
struct Reading<'r, 'a> {
    coverage: &'r Coverage<'a>,
    lexicon: &'static Lexicon,
    article: usize,
    units: &'r [Unit],
}

/// What the words before a verb make of it.
struct Group {
    /// Its first word.
    start: usize,
    /// Behind the words in which its subject stands.
    subject: usize,
    is_ahead: bool,
    is_open: bool,
    is_negated: bool,
}

impl Reading<'_, '_> {
    fn text(&self, at: usize) -> &str {
        self.coverage.alignment.vocabulary.text(self.units[at].id)
    }

    fn is(&self, at: usize, classes: u64) -> bool {
        self.lexicon.word(self.text(at)).classes & classes != 0
    }

    /// How far a word lets a verb be done; "May" is a name.
    fn deed(&self, at: usize) -> Option<DeedWord> {
        let deed = self.lexicon.facts().deed(self.text(at));
        deed.filter(|_| at == 0 || !self.units[at].capital)
    }

    fn is_negation(&self, at: usize) -> bool {
        let vocabulary = &self.coverage.alignment.vocabulary;
        vocabulary.is_negation(self.units[at].id)
    }

    fn place(&self, at: usize) -> Span {
        let unit = &self.units[at];
        let words = &self.coverage.alignment.folded[self.article].words;
        words[unit.first].span.join(words[unit.last].span)
    }

    /// The place of a verb with the word that makes one with it ("struck down").
    fn verb(&self, at: usize) -> Span {
        let vocabulary = &self.coverage.alignment.vocabulary;
        let is_joined = self.meaning(at) != vocabulary.meaning(self.units[at].id);
        let next = at + usize::from(is_joined && at + 1 < self.units.len());
        self.place(at).join(self.place(next))
    }

    /// Whether a sign that parts clauses stands between a word and the next.
    fn is_cut_behind(&self, at: usize) -> bool {
        let text = &self.coverage.articles[self.article].text;
        let between = Span::new(self.place(at).end, self.place(at + 1).start);
        let cuts = |sign: char| {
            matches!(
                sign,
                ',' | ';' | ':' | '—' | '–' | '(' | ')' | '“' | '”' | '"'
            )
        };
        between.slice(text).contains(cuts)
    }

    fn clause(&self, at: usize) -> Option<Clause> {
        let text = self.text(at);
        let word = self.lexicon.word(text);
        let classes = word.classes | self.lexicon.ending(text);
        let is_base = at > 0 && self.is(at - 1, class::INFINITIVE | class::AUXILIARY);
        let is_verb = (is_base || classes & (class::VERB | class::CUE) != 0)
            && matches!(self.deed(at), None | Some(DeedWord::Sole))
            && classes & (class::GERUND | class::AUXILIARY | class::ADVERB | class::ADJECTIVE) == 0
            && self.units[at].rank != Rank::Function
            && !self.units[at].capital;
        // Who says something here and did not say something else there says two things.
        let mut readings = self.lexicon.readings(word).iter();
        let is_saying = readings.any(|reading| self.lexicon.cue(*reading).stance == "neutral");
        if !is_verb || is_saying {
            return None;
        }
        let group = self.group(at)?;
        let place = self.verb(at);
        let said = self.said(place)?;
        let span = self.place(group.start).join(place);
        let (before, behind) = self.companions(group.subject, at);
        let companions = before.iter().chain(&behind).copied();
        let mut names: Vec<u32> = companions
            .filter(|at| self.units[*at].capital && *at > 0)
            .map(|at| self.meaning(at))
            .collect();
        names.sort_unstable();
        let no = behind
            .first()
            .filter(|next| **next == at + 1 && self.is_negation(**next));
        Some(Clause {
            meaning: self.meaning(at),
            span: no.map_or(span, |no| span.join(self.place(*no))),
            is_ahead: group.is_ahead,
            is_open: group.is_open,
            is_negated: group.is_negated || no.is_some(),
            part: self.part(at),
            before: self.bag(&before),
            behind: self.bag(&behind),
            names,
            agent: self.agent(group.subject),
            is_sole: self.deed(at) == Some(DeedWord::Sole) && !self.is_one_of_many(at + 1),
            said,
        })
    }

    /// Reads the words before a verb; nothing when it is none.
    fn group(&self, verb: usize) -> Option<Group> {
        let mut group = Group {
            start: verb,
            subject: verb,
            is_ahead: false,
            is_open: false,
            is_negated: false,
        };
        let mut is_infinitive = false;
        let mut is_loosened = false;
        while let Some(at) = group
            .start
            .checked_sub(1)
            .filter(|at| !self.is_cut_behind(*at))
        {
            match self.deed(at) {
                Some(DeedWord::Open) => group.is_open = true,
                Some(DeedWord::Ahead) => group.is_ahead = true,
                Some(DeedWord::Unlikely) => {
                    group.is_ahead = true;
                    group.is_negated = !group.is_negated;
                }
                Some(DeedWord::Loosened) => is_loosened = true,
                Some(DeedWord::Part | DeedWord::Sole) | None if self.is_negation(at) => {}
                Some(DeedWord::Part | DeedWord::Sole) | None => {
                    let tied = class::AUXILIARY | class::COPULA | class::ADVERB | class::INFINITIVE;
                    if !self.is(at, tied) {
                        break;
                    }
                    is_infinitive |= self.is(at, class::INFINITIVE);
                }
            }
            if self.is_negation(at) {
                group.is_negated = !group.is_negated;
            }
            group.start = at;
        }
        group.subject = group.start;
        if is_infinitive && !group.is_ahead {
            match self.ahead(group.start) {
                Some((subject, ahead)) => {
                    group.subject = subject;
                    group.is_ahead = true;
                    group.is_negated ^= ahead == DeedWord::Unlikely;
                }
                None => group.is_open = true,
            }
        }
        // "the vote", "a planned vote" are no verbs.
        let before = group.start.checked_sub(1);
        let is_noun = group.start == verb
            && before.is_none_or(|before| {
                self.is(
                    before,
                    class::DETERMINER | class::POSSESSIVE | class::PREPOSITION | class::ADJECTIVE,
                )
            });
        let mut near = (verb.saturating_sub(REACH)..group.start).rev();
        let mut clause = near.by_ref().take_while(|at| !self.is_cut_behind(*at));
        group.is_open |= clause.any(|at| self.deed(at) == Some(DeedWord::Open));
        let is_turned_otherwise = is_loosened && group.is_negated;
        (!is_noun && !is_turned_otherwise).then_some(group)
    }

    /// What lets an infinitive behind "and to" lie ahead, and where.
    fn ahead(&self, start: usize) -> Option<(usize, DeedWord)> {
        let before = start.checked_sub(1)?;
        if !self.is(before, class::CONJUNCTION) {
            return None;
        }
        let mut near = (start.saturating_sub(FAR)..before).rev();
        let (at, deed) = near.find_map(|at| Some((at, self.deed(at)?)))?;
        matches!(deed, DeedWord::Ahead | DeedWord::Unlikely).then_some((at, deed))
    }

    /// The words on either side of a group and its verb up to the next sign that parts clauses.
    fn companions(&self, start: usize, verb: usize) -> (Vec<usize>, Vec<usize>) {
        let before = (start.saturating_sub(REACH)..start).rev();
        let before = before.take_while(|at| !self.is_cut_behind(*at)).collect();
        // "endorsed and paid for": what is behind has another verb.
        let has_other_verb = verb + 1 < self.units.len() && self.is(verb + 1, class::CONJUNCTION);
        let reach = if has_other_verb { 0 } else { REACH };
        let behind = verb + 1..self.units.len().min(verb + 1 + reach);
        let behind = behind
            .take_while(|at| !self.is_cut_behind(at - 1))
            .collect();
        (before, behind)
    }

    /// "part of", "key provisions of" right behind a verb.
    fn part(&self, verb: usize) -> Option<Span> {
        let last = self.units.len().min(verb + 5);
        let part = (verb + 1..last).find(|at| self.deed(*at) == Some(DeedWord::Part))?;
        let of = (part + 1 < self.units.len()).then_some(part + 1)?;
        let leads = (verb + 1..part).all(|at| {
            self.is(at, class::DETERMINER | class::ADJECTIVE | class::ADVERB)
                || self.units[at].rank != Rank::Content
        });
        (leads && self.lexicon.is_of(self.text(of))).then(|| self.place(part).join(self.place(of)))
    }

    /// The name that ends right before a group.
    fn agent(&self, group: usize) -> Option<Span> {
        let last = group.checked_sub(1).filter(|at| !self.is_cut_behind(*at))?;
        let end = self.place(last).end;
        let mut namings = self.coverage.narration(self.article).namings.iter();
        let naming = namings.find(|naming| naming.head.end == end)?;
        matches!(naming.kind, NamingKind::Name(_)).then_some(naming.head)
    }

    /// Whether an object begins with an article that makes it one of many, or with a number.
    fn is_one_of_many(&self, at: usize) -> bool {
        let is_counted = |at: usize| {
            let is_known = self.is(at, class::DEFINITE | class::POSSESSIVE);
            self.is(at, class::DETERMINER | class::NUMBER) && !is_known
        };
        at < self.units.len() && is_counted(at)
    }

    /// The quotation in whose content a verb stands, if any; nothing at all inside quotation marks.
    fn said(&self, place: Span) -> Option<Option<usize>> {
        let quotations = &self.coverage.extractions[self.article].quotations;
        let mut said = None;
        for at in self.coverage.quotations_at(self.article, place) {
            let quotation = &quotations[at];
            let holds = |spans: &[Span]| spans.iter().any(|span| span.overlap(place) > 0);
            if holds(&quotation.segments) {
                return None;
            }
            // "is expected to meet": nobody in particular expects it.
            let is_somebodys = quotation.speaker.is_some() && holds(&quotation.content);
            said = said.or(is_somebodys.then_some(at));
        }
        Some(said)
    }

    fn meaning(&self, at: usize) -> u32 {
        let vocabulary = &self.coverage.alignment.vocabulary;
        let folded = &self.coverage.alignment.folded[self.article];
        vocabulary.meaning_at(folded, &self.units[at])
    }

    /// The meanings of the words that tell something.
    fn bag(&self, words: &[usize]) -> Bag {
        let telling = words
            .iter()
            .filter(|at| self.units[**at].rank != Rank::Function);
        let mut bag: Bag = telling
            .map(|at| (self.meaning(*at), self.units[*at].weight))
            .collect();
        bag.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        bag.dedup_by_key(|entry| entry.0);
        bag
    }
}
