//! Two speakers who are named together.
//!
//! ```text
//! Ann Lee and Bo Roy said                      both
//! Ann Lee, D-Ohio, and Bo Roy, R-Utah, said    both, behind what says of which parties they are
//! The pair said                                those of whom the article spoke last
//! ```

use super::References;
use crate::extract::phrases::Phrase;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::class;

impl References<'_, '_> {
    /// "The two", "the pair": those of whom the article spoke last.
    pub(super) fn two_before(&self, phrase: Phrase) -> Option<String> {
        let main = self.people.main_part(phrase);
        let tokens = &self.reader.tokens;
        let is_pair = main.end == main.start + 2
            && tokens[main.start].is(class::DEFINITE)
            && tokens[main.start + 1].is(class::PAIR);
        is_pair.then(|| self.group_before(main.start))?
    }

    /// "Both Lee and Roy", "Lee, D-Ohio, and Roy": the names of two who are joined.
    pub(super) fn joined_names(&self, phrase: Phrase) -> Option<String> {
        let tokens = &self.reader.tokens;
        let mut main = self.people.main_part(phrase);
        let joins = |at: &usize| tokens[*at].is(class::CONJUNCTION);
        let joint = match (main.start..main.end).find(joins) {
            Some(joint) => joint,
            None => {
                let joint = self.joint_behind_tag(main.end, phrase.end)?;
                let second = Phrase {
                    start: joint + 1,
                    end: phrase.end,
                };
                main.end = self.people.main_part(second).end;
                joint
            }
        };
        // "Lee of Ohio and Roy of Maine", "Lee, D-Ohio, and"
        let named = |start: usize, end: usize| {
            let hangs = |at: &usize| tokens[*at].is(class::PREPOSITION) || tokens[*at].is_sign(',');
            let end = (start + 1..end).find(hangs).unwrap_or(end);
            self.people.mention_ending(start, end)
        };
        let first = named(main.start, joint)?;
        let second = named(joint + 1, main.end)?;
        // "House Ways and Means Committee Chairman Ann Lee": the conjunction stands in the name of a body.
        let mut between = tokens[joint + 1..second.tokens.start].iter();
        let is_body = |token: &Token| {
            token.kind == TokenKind::Capital && token.is(class::ORGANISATION | class::BODY)
        };
        if between.any(is_body) && !self.people.entities[first.entity].is_person {
            return None;
        }
        (first.entity != second.entity).then(|| {
            let (first, second) = (first.entity, second.entity);
            let joint = self.reader.slice(joint);
            format!(
                "{} {joint} {}",
                self.people.name_of(first),
                self.people.name_of(second)
            )
        })
    }

    /// "Lee│, D-Ohio, │and│ Roy": the conjunction behind one or two words with a capital between the comma at token
    /// `comma` and another.
    pub(super) fn joint_behind_tag(&self, comma: usize, end: usize) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let close = (comma + 2..end.min(comma + 4)).find(|at| tokens[*at].is_sign(','))?;
        let is_tag = |at: usize| tokens[at].kind == TokenKind::Capital;
        let joint = close + 1;
        let joins = joint < end && tokens[joint].is(class::CONJUNCTION);
        (joins && tokens[comma].is_sign(',') && (comma + 1..close).all(is_tag)).then_some(joint)
    }
}
