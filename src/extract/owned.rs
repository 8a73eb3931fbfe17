//! Descriptions by an owner to whom they describe: "Roy's lawyer", "his lawyer".
//!
//! ```text
//! Ann Lee, a lawyer for Mr. Roy, spoke. │Mr. Roy's lawyer│ said       the one described so beside Roy's name
//! ```
//!
//! The noun or one of its kin must describe exactly one person in a sentence that names the owner too,
//! before or behind. Cost: as many sentences as the noun describes somebody in.

use super::phrases::Phrase;
use super::references::{References, Referent};
use super::tokens::TokenKind;
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
        if tokens[modifiers].iter().any(|token| !token.is_word()) {
            return None;
        }
        let described = self.people.described_beside(noun, owner);
        let mut people = described
            .filter(|entity| *entity != owner && !self.people.entities[*entity].is_organisation);
        let first = people.next()?;
        people.all(|other| other == first).then_some(first)
    }
}
