//! What is asked of the people and bodies of an article: whom a phrase names, who could be meant.

use smallvec::SmallVec;

use super::described::MAX_DESCRIBED;
use super::{Mention, People};
use crate::extract::phrases::Phrase;
use crate::extract::tokens::TokenKind;
use crate::lexicon::{Gender, class};

/// How many mentions back somebody's last one is looked for.
const MAX_MENTIONS: usize = 64;

impl People<'_, '_> {
    /// The phrase up to its first apposition, bracket or relative clause.
    pub(in crate::extract) fn main_part(&self, phrase: Phrase) -> Phrase {
        let ends = |at: &usize| {
            let token = &self.reader.tokens[*at];
            token.is_who() || matches!(token.kind, TokenKind::Sign(',' | '(' | '—'))
        };
        let end = (phrase.start..phrase.end).find(ends).unwrap_or(phrase.end);
        Phrase {
            start: phrase.start,
            end: end.max(phrase.start + 1),
        }
    }

    /// The mention that is the head of a phrase: the name that its main part is about, or else a person's
    /// name as apposition to a description ("her aide, Jake Lee", "a top Republican, Sen. Ann Lee").
    pub(in crate::extract) fn head_mention(&self, phrase: Phrase) -> Option<&Mention> {
        let main = self.main_part(phrase);
        let own = self.mention_of(main);
        if own.is_some_and(|mention| self.entities[mention.entity].is_person) {
            return own;
        }
        let apposition = self.apposition(phrase, main.end).map(|part| {
            // "the mayor of Orme, Ohio, Ann Lee"
            let place = self.mention_ending(part.start, part.end);
            let is_place = place.is_some_and(|place| self.is_larger_place(main, place.tokens));
            let next = is_place.then(|| self.apposition(phrase, part.end));
            next.flatten().unwrap_or(part)
        });
        let named = apposition.and_then(|part| {
            let mention = self.mention_of(part)?;
            let tokens = &self.reader.tokens;
            let mut before = tokens[part.start..mention.tokens.start].iter();
            // "its author, the UK novelist Ann Lee"
            let is_titled = before.all(|token| {
                let is_inside = token.is(class::DETERMINER) || token.is_plain();
                token.is(class::TITLE | class::ROLE) || is_inside
            });
            let described = &tokens[main.start..main.end];
            let has_role = described.iter().any(|token| token.is(class::ROLE));
            let is_person = self.entities[mention.entity].is_person
                || has_role && !self.is_larger_place(main, mention.tokens);
            (is_titled && is_person).then_some(mention)
        });
        named.or(own)
    }

    /// "The mayor of Orme, │Ohio│, said": whether one word behind a name that hangs on a preposition says where that is.
    fn is_larger_place(&self, main: Phrase, name: Phrase) -> bool {
        let place = self.mention_ending(main.start, main.end);
        let hangs = place.is_some_and(|place| {
            let before = place.tokens.start.checked_sub(1);
            before.is_some_and(|before| self.reader.tokens[before].is(class::PREPOSITION))
        });
        hangs && name.end - name.start == 1
    }

    /// What stands in a phrase between the comma at token `comma`, or behind the full stop there, and the next.
    fn apposition(&self, phrase: Phrase, comma: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let is_sign = |at: usize, sign| at < phrase.end && tokens[at].is_sign(sign);
        let comma = comma + usize::from(is_sign(comma, '.'));
        if !is_sign(comma, ',') {
            return None;
        }
        let start = (comma + 1).min(phrase.end - 1);
        let mut part = self.main_part(Phrase {
            start,
            end: phrase.end,
        });
        // "Flint, Mich.,"
        if part.end > start + 1 && tokens[part.end - 1].is_sign('.') {
            part.end -= 1;
        }
        Some(part)
    }

    /// The name that ends a part of a phrase before its first preposition.
    fn mention_of(&self, part: Phrase) -> Option<&Mention> {
        let tokens = &self.reader.tokens;
        let is_preposition =
            |at: &usize| tokens[*at].is(class::PREPOSITION) && tokens[*at].kind == TokenKind::Lower;
        let preposition = (part.start + 1..part.end).find(is_preposition);
        let end = preposition.unwrap_or(part.end);
        let found = self.mention_ending(part.start, end);
        found
            .or_else(|| self.mention_over(part, preposition?))
            .or_else(|| self.mention_behind_office(part, preposition?))
    }

    /// "Secretary of State │Ann Lee│": the person behind an office with a capital, whose complement has one too.
    fn mention_behind_office(&self, part: Phrase, preposition: usize) -> Option<&Mention> {
        let tokens = &self.reader.tokens;
        let office = &tokens[preposition - 1];
        let is_office = office.kind == TokenKind::Capital && office.is(class::TITLE | class::ROLE);
        let named = self
            .mention_ending(preposition + 1, part.end)
            .filter(|_| is_office)?;
        let is_person = self.could_be_person(named.entity, true);
        // "Ambassador to Ohio Sir Bo Roy", but not "Secretary of Sen. Ann Lee"
        let complement = &tokens[preposition + 1..named.tokens.start];
        let mut complement = complement.iter().rev();
        let last = complement.find(|token| !token.is(class::TITLE));
        let is_capital = last.is_some_and(|last| last.kind == TokenKind::Capital);
        (is_person && is_capital).then_some(named)
    }

    /// "Bank │of│ Ohio": the mention inside a part of a phrase that holds its preposition.
    fn mention_over(&self, part: Phrase, preposition: usize) -> Option<&Mention> {
        let index = self
            .mentions
            .partition_point(|mention| mention.tokens.end <= preposition);
        self.mentions.get(index).filter(|mention| {
            let tokens = mention.tokens;
            part.start <= tokens.start && tokens.start < preposition && tokens.end <= part.end
        })
    }

    /// The mention inside `start..end` whose name ends at `end`.
    pub(in crate::extract) fn mention_ending(&self, start: usize, end: usize) -> Option<&Mention> {
        let index = self
            .mentions
            .partition_point(|mention| mention.tokens.end < end);
        self.mentions
            .get(index)
            .filter(|mention| mention.tokens.end == end && mention.tokens.start >= start)
    }

    /// Where the entity was named last before token `before`.
    pub(in crate::extract) fn last_named(&self, entity: usize, before: usize) -> Option<usize> {
        let end = self
            .mentions
            .partition_point(|mention| mention.tokens.start < before);
        let mut named = self.mentions[..end].iter().rev().take(MAX_MENTIONS);
        let last = named.find(|mention| mention.entity == entity);
        last.map(|mention| mention.tokens.start)
    }

    /// The names inside a phrase.
    pub(in crate::extract) fn mentions_in(&self, phrase: Phrase) -> impl Iterator<Item = &Mention> {
        let mentions = &self.mentions;
        let first = mentions.partition_point(|mention| mention.tokens.start < phrase.start);
        let inside = mentions[first..].iter();
        inside.take_while(move |mention| mention.tokens.end <= phrase.end)
    }

    /// The bodies whose name begins or ends with the noun at token `noun` ("board").
    pub(in crate::extract) fn bodies_called(&self, noun: usize) -> Vec<usize> {
        let word = self.reader.slice(noun);
        let mut letters = word.chars();
        let capital = letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect());
        let capital: String = capital.unwrap_or_default();
        let named = self.by_word.get(capital.as_str());
        let named = named
            .map_or(&[][..], SmallVec::as_slice)
            .iter()
            .take(MAX_DESCRIBED);
        let is_body = |entity: &usize| {
            let entity = &self.entities[*entity];
            entity.is_organisation && entity.name.len() > 1
        };
        named.copied().filter(is_body).collect()
    }

    /// Whether an entity is nothing but the word that opens a line without a full stop, as a headline is: its capital
    /// tells nothing.
    pub(in crate::extract) fn opens_headline(&self, entity: usize) -> bool {
        let tokens = &self.reader.tokens;
        let known = &self.entities[entity];
        let at = self.first_seen[entity];
        let sentence = self.sentence_of[at];
        let first = self.sentence_of.partition_point(|other| *other < sentence);
        let end = self.sentence_of.partition_point(|other| *other <= sentence);
        let is_line = tokens[end - 1].is_word();
        let is_once = at == self.last_seen[entity] && at == first && known.name.len() == 1;
        is_once && is_line && !known.is_organisation && !known.is_person
    }

    /// The first tokens of the article that are the plural noun at token `noun`, up to that token.
    pub(in crate::extract) fn groups_called(&self, noun: usize) -> impl Iterator<Item = usize> {
        let places = self.groups.get(self.reader.slice(noun));
        let places = places.map_or(&[][..], SmallVec::as_slice);
        let places = places.iter().copied();
        places.take_while(move |at| *at < noun)
    }

    /// Whether nothing shows that the name is a person's.
    pub(in crate::extract) fn could_be_body(&self, entity: usize) -> bool {
        !self.entities[entity].is_person
    }

    /// Whether the entity is a person, or spoke and is no body.
    pub(in crate::extract) fn is_taken_for_person(&self, entity: usize) -> bool {
        let entity = &self.entities[entity];
        entity.is_person || entity.has_spoken && !entity.is_organisation
    }

    /// Whether a name that nothing shows to be a person's could be one: two words or more, none of a
    /// body or place, and, if it was not named just before, one that is also called by one of them.
    pub(in crate::extract) fn could_be_person(&self, entity: usize, is_near: bool) -> bool {
        let known = &self.entities[entity];
        let is_long = known.name.len() > 1 && (is_near || known.has_alias);
        self.is_taken_for_person(entity) || !known.is_organisation && is_long
    }

    /// "эколога │Татьяны Беловой│", "│Benito Lago│, patrón de un pesquero": whether words that no table holds may say what
    /// the bearer of a name is.
    fn is_described_beside(&self, name: Phrase) -> bool {
        let tokens = &self.reader.tokens;
        let is_noun = |at: usize| {
            let token = tokens.get(at);
            token.is_some_and(|token| {
                token.kind == TokenKind::Lower && (token.is_plain() || token.is(class::ROLE))
            })
        };
        let comma = tokens.get(name.end).is_some_and(|token| token.is_sign(','));
        comma && is_noun(name.end + 1) || name.start > 0 && is_noun(name.start - 1)
    }

    /// The only person of this gender whom the paragraph has named before token `at`, if no noun has
    /// described that person: "Rocío Benavente no ha dormido. La alcaldesa dice".
    pub(in crate::extract) fn only_person_before(
        &self,
        at: usize,
        gender: Gender,
    ) -> Option<usize> {
        let no_articles = self.reader.grammar()?.no_articles;
        let paragraphs = &self.reader.paragraphs;
        let paragraph = paragraphs.partition_point(|paragraph| paragraph.bounds[0] <= at);
        let start = paragraphs.get(paragraph.checked_sub(1)?)?.bounds[0];
        let first = self
            .mentions
            .partition_point(|mention| mention.tokens.start < start);
        let named = self.mentions[first..].iter();
        let named = named.take_while(|mention| mention.tokens.start < at);
        let named = named.filter(|mention| !self.is_described_beside(mention.tokens));
        let mut people = named.map(|mention| mention.entity).filter(|entity| {
            let entity = &self.entities[*entity];
            let is_told = gender != Gender::Unknown || no_articles;
            entity.is_person && !entity.has_role && is_told && gender.agrees(entity.gender)
        });
        let only = people.next()?;
        people.all(|other| other == only).then_some(only)
    }
}
