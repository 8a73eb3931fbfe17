//! What is kept of the sentences that were read: whom they name, what their pronouns stand for, and who spoke.

use smallvec::SmallVec;

use crate::extract::phrases::Phrase;

/// Whom a sentence names, and who speaks in it.
#[derive(Clone, Debug, Default)]
pub(in crate::extract) struct Seen {
    /// In order of the text.
    pub named: SmallVec<[Sighting; 4]>,
    pub speakers: SmallVec<[Voice; 2]>,
}

impl Seen {
    /// Who speaks to the reader and is not reported by somebody else who speaks, the last first.
    pub(in crate::extract) fn tellers(&self) -> impl Iterator<Item = &Voice> {
        let speakers = self.speakers.iter().rev();
        speakers.filter(|voice| !voice.is_reported)
    }
}

/// A mention of an entity: a name, a pronoun or a description.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Sighting {
    pub entity: usize,
    pub rank: Rank,
    /// Its first token.
    pub at: usize,
}

/// A named speaker of a sentence.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Voice {
    pub entity: usize,
    /// Whether another speaker of the sentence reports it: "Lee said │Roy│ denied it".
    pub is_reported: bool,
}

/// How likely a mention is to be taken up by a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::extract) enum Rank {
    Subject,
    /// Subject of a clause that opens the sentence ("When Lee left, …").
    SubordinateSubject,
    Other,
}

/// What a pronoun stands for.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) enum Referent {
    Entity(usize),
    /// A description without a name: "a European diplomat".
    Phrase(Phrase),
}

/// Who spoke, as the report calls them.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Spoke {
    pub sentence: usize,
    pub name: String,
    pub phrase: Phrase,
    /// Who it is, if named.
    pub entity: Option<usize>,
    pub is_plural: bool,
    /// Whether it is known to be a person.
    pub is_person: bool,
    /// Whether the article says what the person does ("the mayor").
    pub has_role: bool,
    /// Whether another speaker of the sentence reports it.
    pub is_reported: bool,
}
