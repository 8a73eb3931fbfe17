//! Names that are told apart or joined by more than their words.
//!
//! ```text
//! Mr. Roy and his son, Bo Roy Jr.        two of one name: "Roy" is the father
//! the Dairy Farmers Council, the DFC     a body and its initials
//! ```

use rustc_hash::FxHashSet;

use super::People;
use super::names::Name;
use crate::extract::phrases::Phrase;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::class;

/// Fewer letters are the initials of too much.
const MIN_INITIALS: usize = 3;
/// Where a word of the name says that it is a body's ("European Union").
const MIN_INITIALS_OF_BODY: usize = 2;

/// Within how many tokens of a name it is told whose son its bearer is.
const MAX_OWNER: usize = 4;

impl<'a> People<'_, 'a> {
    /// The first and last names of those who are named with "Jr." where another of the article has the same name
    /// without it: as somebody's ("his son, Bo Roy Jr."), or behind the last name alone, which was the other's.
    pub(super) fn juniors_of(&self, runs: &[Phrase]) -> FxHashSet<(&'a str, &'a str)> {
        let tokens = &self.reader.tokens;
        let has_suffix =
            |run: &Phrase| run.end - run.start > 1 && tokens[run.end - 1].is(class::SUFFIX);
        let is_somebodys = |run: &Phrase| {
            let beside = run.start.saturating_sub(MAX_OWNER)..tokens.len().min(run.end + MAX_OWNER);
            let owns =
                |token: &Token| token.is(class::POSSESSIVE) || token.kind == TokenKind::Genitive;
            tokens[beside].iter().any(owns)
        };
        let Some(first) = runs.iter().position(&has_suffix) else {
            return FxHashSet::default();
        };
        let (mut elders, mut elders_alone) = (FxHashSet::default(), FxHashSet::default());
        for (index, run) in runs.iter().enumerate().filter(|(_, run)| !has_suffix(run)) {
            let elder = self.name_at(*run);
            if elder.len() > 1 {
                elders.insert((elder.first, elder.last));
            } else if index < first {
                elders_alone.insert(elder.last);
            }
        }
        let is_other = |run: &&Phrase| {
            let junior = self.name_at(**run);
            let is_behind = elders_alone.contains(junior.last);
            is_behind || is_somebodys(run) && elders.contains(&(junior.first, junior.last))
        };
        let suffixed = runs.iter().filter(|run| has_suffix(run));
        let juniors = suffixed.filter(is_other).map(|run| self.name_at(*run));
        juniors.map(|junior| (junior.first, junior.last)).collect()
    }

    /// Whether a name is that of the younger of two who share it.
    pub(super) fn is_junior(&self, name: Name<'a>) -> bool {
        name.len() > 1
            && self.juniors.contains(&(name.first, name.last))
            && self.reader.tokens[name.tokens.end - 1].is(class::SUFFIX)
    }

    /// The body that a name of one word gives by its initials: "the D.F.C." is the Dairy Farmers Council.
    pub(super) fn body_called(&self, name: Name<'a>) -> Option<usize> {
        if name.len() > 1 || self.by_initials.is_empty() {
            return None;
        }
        let letters: String = name.first.chars().filter(|letter| *letter != '.').collect();
        let body = *self.by_initials.get(&letters)?;
        (!self.entities[body].is_person).then_some(body)
    }

    /// Notes the first letters of the words of a body's name that begin with a capital, where they are enough to stand
    /// for it.
    pub(super) fn note_initials(&mut self, entity: usize) {
        let known = &self.entities[entity];
        if known.is_person || known.name.len() < 2 {
            return;
        }
        let firsts = self
            .words_of(known.name)
            .filter_map(|word| word.chars().next());
        let initials: String = firsts.filter(|letter| letter.is_uppercase()).collect();
        let least = if known.is_organisation {
            MIN_INITIALS_OF_BODY
        } else {
            MIN_INITIALS
        };
        if initials.len() >= least {
            self.by_initials.entry(initials).or_insert(entity);
        }
    }
}
