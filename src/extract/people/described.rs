//! Whom a noun describes: "the senator" is who was named beside "senator".

use super::{Mention, People};
use crate::lexicon::class;

/// How many sentences after a noun the name may come in whose title it is.
const MAX_LEAD: usize = 3;

/// How many of those whom a noun describes are looked at: enough for any article, few for a book.
pub(super) const MAX_DESCRIBED: usize = 64;

/// Most tokens between the name of somebody and that of the person to whom he belongs: "Ann Lee, a lawyer for
/// Mr. Roy".
const MAX_OWNER_DISTANCE: usize = 8;

impl People<'_, '_> {
    /// The entity that the noun at token `noun` ("senator") described last before token `before`.
    pub(in crate::extract) fn described_by(&self, noun: usize, before: usize) -> Option<usize> {
        let mut described = self.descriptions_by(noun, before);
        described.next().map(|(_, entity)| entity)
    }

    /// The names that the noun at token `noun` stands beside before token `before`, the last first: their first
    /// tokens, and whose they are.
    pub(in crate::extract) fn descriptions_by(
        &self,
        noun: usize,
        before: usize,
    ) -> impl Iterator<Item = (usize, usize)> + Clone {
        let described = self.roles.get(self.reader.folded(noun));
        let described = described.map_or(&[][..], Vec::as_slice);
        let count = described.partition_point(|(at, _)| *at < before);
        let last = described[..count].iter().rev();
        last.take(MAX_DESCRIBED).copied()
    }

    /// Those whom the noun `noun` describes anywhere.
    pub(in crate::extract) fn described_as(&self, noun: &str) -> impl Iterator<Item = usize> {
        let described = self.roles.get(noun).map_or(&[][..], Vec::as_slice).iter();
        described.take(MAX_DESCRIBED).map(|(_, entity)| *entity)
    }

    /// "chairman" for "chairmen": the noun for one of those whom the English noun for people at token `noun` stands for.
    pub(in crate::extract) fn one_of(&self, noun: usize) -> Option<String> {
        let lexicon = self.reader.lexicon?;
        let one = lexicon.one_of(self.reader.folded(noun))?;
        let people = class::ROLE | class::TITLE;
        let is_role = lexicon.word(&one).classes & people != 0;
        is_role.then_some(one)
    }

    /// The names that the noun at token `noun` stands beside anywhere: their first tokens, and whose they are.
    pub(in crate::extract) fn all_descriptions(
        &self,
        noun: usize,
    ) -> impl Iterator<Item = (usize, usize)> {
        let described = self.roles.get(self.reader.folded(noun));
        let described = described.map_or(&[][..], Vec::as_slice).iter();
        described.take(MAX_DESCRIBED).copied()
    }

    /// The entities that the noun at token `noun` described before token `before`, or the only one already
    /// named that it describes anywhere, and the one described last before the token.
    pub(in crate::extract) fn all_described_by(
        &self,
        noun: usize,
        before: usize,
    ) -> (Vec<usize>, Option<usize>) {
        let described = self.roles.get(self.reader.folded(noun));
        let described = described.map_or(&[][..], Vec::as_slice);
        let split = described.partition_point(|(at, _)| *at < before);
        let distinct = |range: &[(usize, usize)]| {
            let mut entities: Vec<usize> = range.iter().map(|(_, entity)| *entity).collect();
            entities.sort_unstable();
            entities.dedup();
            entities
        };
        if split > 0 {
            let recent = split.saturating_sub(MAX_DESCRIBED);
            return (
                distinct(&described[recent..split]),
                Some(described[split - 1].1),
            );
        }
        let mut later = distinct(&described[..described.len().min(MAX_DESCRIBED)]);
        // "The inspector said", before "the inspector, Ann Lee": the noun is never anybody else's.
        let is_apposed = later.len() == 1
            && described.iter().any(|(at, _)| {
                self.is_definite_apposition(*at) || self.is_titled_soon(*at, before)
            });
        later.retain(|entity| is_apposed || self.first_seen[*entity] < before);
        later.truncate(if later.len() == 1 { 1 } else { 0 });
        (later, None)
    }

    /// "The governor vetoed it", and in the next sentence "Gov. │Ann Lee│": whether the name at `at` stands behind its
    /// title, little later than token `before`.
    fn is_titled_soon(&self, at: usize, before: usize) -> bool {
        let is_titled = at > 0 && self.reader.tokens[at - 1].is(class::TITLE);
        is_titled && self.sentence_of[at] <= self.sentence_of[before.min(at)] + MAX_LEAD
    }

    /// "the inspector, │Ann Lee│": whether a definite description and a comma stand before the name at `at`.
    fn is_definite_apposition(&self, at: usize) -> bool {
        let tokens = &self.reader.tokens;
        let comma = at
            .checked_sub(1)
            .filter(|comma| tokens[*comma].is_sign(','));
        let Some(comma) = comma else { return false };
        let mut words = (0..comma).rev().take_while(|at| tokens[*at].is_word());
        let article = words.find(|at| tokens[*at].is(class::DETERMINER | class::PREPOSITION));
        article.is_some_and(|at| tokens[at].is(class::DEFINITE))
    }

    /// Those whom the noun at token `noun` describes close beside a name of `owner`, in one sentence.
    pub(in crate::extract) fn described_beside(
        &self,
        noun: usize,
        owner: usize,
    ) -> impl Iterator<Item = usize> {
        let described = self.roles.get(self.reader.folded(noun));
        let described = described.map_or(&[][..], Vec::as_slice);
        let beside = move |at: usize| {
            let is_near = |mention: &Mention| {
                self.sentence_of[mention.tokens.start] == self.sentence_of[at]
                    && mention.tokens.start.abs_diff(at) <= MAX_OWNER_DISTANCE
            };
            let first = self
                .mentions
                .partition_point(|mention| mention.tokens.start + MAX_OWNER_DISTANCE < at);
            let mut named = self.mentions[first..]
                .iter()
                .take_while(|mention| mention.tokens.start <= at + MAX_OWNER_DISTANCE);
            named.any(|mention| mention.entity == owner && is_near(mention))
        };
        let described = described.iter().take(MAX_DESCRIBED);
        described.filter_map(move |(at, entity)| beside(*at).then_some(*entity))
    }

    /// Whether a noun like the one at token `noun` describes anybody with a name.
    pub(in crate::extract) fn is_described(&self, noun: usize) -> bool {
        self.roles.contains_key(self.reader.folded(noun))
    }

    /// Whether a noun like the one at token `noun` describes a named person anywhere in the article.
    pub(in crate::extract) fn describes_person(&self, noun: usize) -> bool {
        let described = self.roles.get(self.reader.folded(noun));
        let mut described = described.map_or(&[][..], Vec::as_slice).iter();
        described.any(|(_, entity)| !self.entities[*entity].is_organisation)
    }
}
