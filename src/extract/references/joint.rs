//! Speakers who are named together.
//!
//! ```text
//! Ann Lee and Bo Roy said                      both
//! Ghent, Orme and the Ship Board said          all three
//! Ann Lee, D-Ohio, and Bo Roy, R-Utah, said    both, behind what says of which parties they are
//! The pair said                                those of whom the article spoke last
//! The senators said                            those who spoke together last, one of them being called so
//! ```

use super::References;
use crate::extract::people::Mention;
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

    /// "The senators", "the three chairmen", where "Sens. Ann Lee and Bo Roy" spoke: those who spoke together last, if the
    /// noun describes one of them.
    pub(super) fn together_before(&self, phrase: Phrase) -> Option<String> {
        let tokens = &self.reader.tokens;
        let main = self.people.main_part(phrase);
        let noun = main.end - 1;
        let is_group = tokens[main.start].is(class::DEFINITE)
            && tokens[noun].kind == TokenKind::Lower
            && tokens[noun].is(class::ROLE | class::TITLE)
            && self.reader.grammar().is_none();
        let one = is_group.then(|| self.people.one_of(noun))??;
        let described: Vec<usize> = self.people.described_as(&one).collect();
        let together = self.spoke.iter().rev().find(|spoke| {
            let mut named = self.people.mentions_in(spoke.phrase);
            let fits = named.any(|mention| described.contains(&mention.entity));
            spoke.is_plural && fits && self.joined_names(spoke.phrase).is_some()
        })?;
        Some(together.name.clone())
    }

    /// "Both Lee and Roy", "Lee, D-Ohio, and Roy", "Ghent, Orme and the board": the names of those who are joined.
    pub(super) fn joined_names(&self, phrase: Phrase) -> Option<String> {
        if let Some(listed) = self.listed_names(phrase) {
            return Some(listed);
        }
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
        let first = self.named_first(main.start, joint)?;
        let behind = joint + 1;
        let named = self.named_first(behind, main.end);
        // "House Ways and Means Committee Chairman Ann Lee": the conjunction stands in the name of a body.
        let mut between = tokens[behind..named.map_or(behind, |named| named.tokens.start)].iter();
        let is_body = |token: &Token| {
            token.kind == TokenKind::Capital && token.is(class::ORGANISATION | class::BODY)
        };
        if between.any(is_body) && !self.people.entities[first.entity].is_person {
            return None;
        }
        let second = match named {
            Some(named) if named.entity == first.entity => return None,
            Some(named) => self.people.name_of(named.entity),
            None => self.second_described(Phrase {
                start: behind,
                end: phrase.end,
            })?,
        };
        let first = self.people.name_of(first.entity);
        let joint = self.reader.slice(joint);
        Some(format!("{first} {joint} {second}"))
    }

    /// "Lee and │the treasurer, Bo Roy│", "Lee and │his aides│": who is joined to a name without one.
    fn second_described(&self, second: Phrase) -> Option<String> {
        let tokens = &self.reader.tokens;
        if second.start >= second.end {
            return None;
        }
        let main = self.people.main_part(second);
        let opens = class::DETERMINER | class::POSSESSIVE | class::NUMBER;
        let people = class::ROLE | class::TITLE | class::ORGANISATION | class::BODY | class::ALONE;
        let is_somebody = tokens[main.start..main.end]
            .iter()
            .any(|token| token.is(people) && token.kind == TokenKind::Lower);
        let known = tokens[main.start].is(opens).then(|| self.entity(second));
        let known = known.flatten().map(|entity| self.people.name_of(entity));
        known.or_else(|| is_somebody.then(|| self.words(main)))
    }

    /// "Ghent, Orme and the Ship Board": the names of three or more who are all named.
    pub(super) fn listed_names(&self, phrase: Phrase) -> Option<String> {
        let tokens = &self.reader.tokens;
        let joins = |at: &usize| tokens[*at].is(class::CONJUNCTION);
        let joint = (phrase.start..phrase.end).find(joins)?;
        let parts = (phrase.start..joint).filter(|at| tokens[*at].is_sign(','));
        let mut names = Vec::new();
        let mut start = phrase.start;
        for end in parts.chain([joint]) {
            // "Ghent, Orme, and"
            if end > start {
                names.push(self.bare_name(start, end)?);
            }
            start = end + 1;
        }
        let last = self.people.main_part(Phrase {
            start,
            end: phrase.end.max(start + 1),
        });
        names.push(self.bare_name(last.start, last.end)?);
        let joint = self.reader.slice(joint);
        let (last, before) = names.split_last()?;
        (before.len() > 1).then(|| format!("{} {joint} {last}", before.join(", ")))
    }

    /// The name at the end of the tokens `start..end`, which hold nothing but what stands before a name: "the Courier's
    /// aide Bo Roy".
    fn bare_name(&self, start: usize, end: usize) -> Option<String> {
        let named = self.people.mention_ending(start, end)?;
        let mut before = self.reader.tokens[start..named.tokens.start].iter();
        let hangs = class::PREPOSITION | class::RELATIVE | class::AUXILIARY;
        before
            .all(|token| !token.is(hangs))
            .then(|| self.people.name_of(named.entity))
    }

    /// Who is named at the end of the tokens `start..end`, or before what hangs there: "Lee of Ohio", "Lee, D-Ohio,".
    fn named_first(&self, start: usize, end: usize) -> Option<&Mention> {
        let tokens = &self.reader.tokens;
        let hangs = |at: &usize| tokens[*at].is(class::PREPOSITION) || tokens[*at].is_sign(',');
        let end = (start + 1..end).find(hangs).unwrap_or(end);
        self.people.mention_ending(start, end)
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
