//! What an article has somebody do or say, beside the cues of quotations.
//!
//! ```text
//! Ann Lee, who went on a tear, hit back on Monday and tweeted a photo.   Lee: went …, hit back …, tweeted …
//!              └── predicate     └─ predicate     └─ predicate
//! Her scathing speech …                                                  Lee: Her scathing speech
//! ```
//!
//! The subject of a predicate is the naming that ends closest before it; behind a conjunction it is that of
//! the predicate before, and a pronoun takes up whoever acted last. There is no parser: what stands far from
//! its predicate has no subject.

use super::super::coverage::Coverage;
use crate::Span;
use crate::lexicon::class;
use crate::model::{Naming, NamingKind, Sentence};

/// Most bytes between a subject and its predicate.
const FARTHEST_PREDICATE: usize = 60;
/// Sentences for which a pronoun takes up whoever acted last.
const REMEMBERED: usize = 2;

/// Something that an article has somebody do.
pub(super) struct Deed<'a> {
    /// Who does it, as the article names him here.
    pub name: &'a str,
    /// The words for what he does.
    pub span: Span,
}

/// What `article` has those do whom it names, in order.
pub(super) fn deeds<'a>(coverage: &Coverage<'a>, article: usize) -> Vec<Deed<'a>> {
    let narration = coverage.narration(article);
    let mut reading = Reading {
        coverage,
        article,
        last: None,
        found: Vec::new(),
    };
    let mut namings = narration.namings.as_slice();
    for (index, sentence) in narration.sentences.iter().enumerate() {
        let count = namings
            .iter()
            .take_while(|naming| naming.sentence <= index)
            .count();
        let (own, rest) = namings.split_at(count);
        namings = rest;
        reading.sentence(index, sentence, own);
    }
    reading.found
}

struct Reading<'c, 'a> {
    coverage: &'c Coverage<'a>,
    article: usize,
    /// Who acted last, and in which sentence.
    last: Option<(&'a str, usize)>,
    found: Vec<Deed<'a>>,
}

impl<'a> Reading<'_, 'a> {
    fn sentence(&mut self, index: usize, sentence: &'a Sentence, namings: &'a [Naming]) {
        let mut from = sentence.span.start;
        let mut before: Option<&str> = None;
        for predicate in &sentence.predicates {
            let starts = (sentence.span.start, from);
            let subject = self.subject(index, (starts, *predicate), namings, before);
            if let Some(name) = subject {
                let span = *predicate;
                self.found.push(Deed { name, span });
                self.last = Some((name, index));
            }
            before = subject;
            from = predicate.start;
        }
        self.speeches(index, namings);
    }

    /// Where the clause at the end of `part` begins: behind the last comma with a conjunction.
    fn clause(&self, part: Span) -> usize {
        let text = part.slice(&self.coverage.articles[self.article].text);
        let joined = |at: &usize| {
            let next = text[at + 2..].split(' ').next().unwrap_or_default();
            self.is(next, class::CONJUNCTION)
        };
        let mut commas = text.rmatch_indices(", ").map(|(at, _)| at);
        part.start + commas.find(joined).unwrap_or(0)
    }

    /// Who does what the predicate tells; the sentence starts at `start` and the predicate before at `from`.
    fn subject(
        &self,
        index: usize,
        ((start, from), predicate): ((usize, usize), Span),
        namings: &'a [Naming],
        before: Option<&'a str>,
    ) -> Option<&'a str> {
        let text = &self.coverage.articles[self.article].text;
        let gap = text[from..predicate.start].trim_end();
        let word = gap.rsplit(char::is_whitespace).next().unwrap_or_default();
        if self.is(word, class::CONJUNCTION) {
            return before;
        }
        if self.is(word, class::SUBJECT | class::OBJECT)
            && !self.is(word, class::NEUTER | class::RELATIVE | class::POSSESSIVE)
        {
            let recent = |(_, at): &(&str, usize)| index - at <= REMEMBERED;
            return self.last.filter(recent).map(|(name, _)| name);
        }
        // Behind an aside the clause goes on with its first subject.
        let goes_on = gap.ends_with([',', '—', '–', ')']);
        let stands = |naming: &&Naming| {
            naming.head.end <= predicate.start
                && (naming.span.end <= predicate.start || naming.span.end >= predicate.end)
        };
        let mut own = namings.iter().filter(stands);
        let nearest = if goes_on {
            let opens = self.clause(Span::new(start, predicate.start));
            own.find(|naming| naming.head.start >= opens)
        } else {
            let nearest = own.max_by_key(|naming| {
                let end = naming.span.end.min(predicate.start);
                let is_name = matches!(naming.kind, NamingKind::Name(_));
                (end, std::cmp::Reverse(naming.span.start), is_name)
            });
            let is_near =
                |naming: &&Naming| naming.head.end + FARTHEST_PREDICATE >= predicate.start;
            nearest.filter(is_near)
        };
        match &nearest?.kind {
            NamingKind::Name(name) => Some(name),
            NamingKind::Noun(_) => None,
        }
    }

    /// "Lee’s scathing speech", "his latest tirade": what somebody said, named by a noun.
    fn speeches(&mut self, index: usize, namings: &'a [Naming]) {
        let Some(lexicon) = self.coverage.lexicon(self.article) else {
            return;
        };
        let text = &self.coverage.articles[self.article].text;
        for naming in namings {
            let NamingKind::Noun(stem) = &naming.kind else {
                continue;
            };
            let kind = lexicon.facts().referent(stem);
            if !kind.is_some_and(|kind| lexicon.facts().is_said(kind)) {
                continue;
            }
            let phrase = naming.span.slice(text);
            let first = phrase.split(' ').next().unwrap_or_default();
            let mut blanks = phrase.match_indices(' ');
            let owner = match blanks.find_map(|(at, _)| lexicon.owner(&phrase[..at])) {
                Some(owner) => Some(owner),
                None if self.is(first, class::POSSESSIVE) => {
                    let recent = |(_, at): &(&str, usize)| index - at <= REMEMBERED;
                    self.last.filter(recent).map(|(name, _)| name)
                }
                None => None,
            };
            if let Some(name) = owner {
                let span = naming.span;
                self.found.push(Deed { name, span });
            }
        }
    }

    fn is(&self, word: &str, classes: u64) -> bool {
        let word = word.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let lexicon = self.coverage.lexicon(self.article);
        lexicon.is_some_and(|lexicon| lexicon.word(&word.to_lowercase()).classes & classes != 0)
    }
}
