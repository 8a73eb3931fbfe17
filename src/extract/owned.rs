//! Descriptions by an owner to whom they describe: "Roy's lawyer", "his lawyer".
//!
//! ```text
//! Ann Lee, a lawyer for Mr. Roy, spoke. │Mr. Roy's lawyer│ said       the one described so beside Roy's name
//! │Israel's prime minister│ said … Israeli Prime Minister Bo Roy       the one who holds the office of a place
//! ```
//!
//! The noun or one of its kin must describe exactly one person in a sentence that names the owner too,
//! before or behind. Cost: as many sentences as the noun describes somebody in.

use super::phrases::Phrase;
use super::references::{References, Referent};
use super::tokens::{Token, TokenKind};
use crate::lexicon::class;

impl References<'_, '_> {
    /// Whom the phrase `main` describes by an owner.
    pub(super) fn owned(&self, main: Phrase) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let noun = main.end - 1;
        if !tokens[noun].is(class::ROLE | class::TITLE) || tokens[noun].kind != TokenKind::Lower {
            return None;
        }
        let genitive = (main.start..noun).find(|at| tokens[*at].kind == TokenKind::Genitive);
        let (owner, modifiers) = match genitive {
            Some(genitive) => {
                let owner = self.people.mention_ending(main.start, genitive)?;
                (owner.entity, genitive + 1..noun)
            }
            None if tokens[main.start].is(class::POSSESSIVE) => {
                match self.pronouns.get(&main.start)? {
                    Referent::Entity(owner) => (*owner, main.start + 1..noun),
                    Referent::Phrase(_) => return None,
                }
            }
            None => return None,
        };
        let is_other =
            |token: &Token| !token.is_word() || token.is(class::CONJUNCTION | class::DETERMINER);
        if tokens[modifiers].iter().any(is_other) {
            return None;
        }
        let described = self.people.described_beside(noun, owner);
        let mut people = described
            .filter(|entity| *entity != owner && !self.people.entities[*entity].is_organisation);
        match people.next() {
            Some(first) => people.all(|other| other == first).then_some(first),
            None => self.holder(noun, genitive?),
        }
    }

    /// "Ohio's governor", where the article has "Ohio Gov. Ann Lee" somewhere: the only one whom the noun at token `noun`
    /// describes and beside whom the word before the genitive stands, or one of its stem ("Israeli").
    fn holder(&self, noun: usize, genitive: usize) -> Option<usize> {
        let home = self.reader.folded(genitive - 1);
        let stem = home.get(..STEM)?;
        let is_of_home = |at: usize| {
            let near = at.saturating_sub(MAX_OFFICE)..self.reader.tokens.len().min(at + MAX_OFFICE);
            let mut words = near.map(|at| self.reader.folded(at));
            words.any(|word| word.starts_with(stem))
        };
        let mut people = self
            .people
            .all_descriptions(noun)
            .filter(|(at, entity)| {
                !self.people.entities[*entity].is_organisation && is_of_home(*at)
            })
            .map(|(_, entity)| entity);
        let first = people.next()?;
        people.all(|other| other == first).then_some(first)
    }
}

/// Letters that a country and what belongs to it share: "Israel", "Israeli".
const STEM: usize = 4;
/// Within how many tokens of a name the place of its bearer's office stands.
const MAX_OFFICE: usize = 5;
