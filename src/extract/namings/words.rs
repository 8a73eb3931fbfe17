//! What a word is inside a noun phrase: a noun, an adjective, a participle, or the verb behind it.

use super::phrase::Phrases;
use super::stem;
use crate::extract::phrases::{OUTSIDE, is_name};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{VerbForm, class};

impl Phrases<'_, '_> {
    /// A lower-case word that can be a noun or an adjective here; `inside` a phrase that has begun.
    pub(super) fn is_noun(&self, at: usize, inside: bool, opens: bool) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        let closed = OUTSIDE | class::DETERMINER | class::POSSESSIVE | class::TEMPORAL;
        if token.kind == TokenKind::Title {
            return true;
        }
        if token.kind != TokenKind::Lower || token.is(closed) && !token.is(class::ROLE) {
            return false;
        }
        if token.is(class::ROLE) {
            return true;
        }
        if self.is_between_roles(at) {
            return true;
        }
        if token.is(class::CUE | class::GERUND) {
            return inside && !self.is_verb(at, opens);
        }
        !token.is(class::VERB | class::ADVERB)
    }

    /// "chief │operating│ officer": a gerund inside the name of an office.
    fn is_between_roles(&self, at: usize) -> bool {
        let is_role = |token: &Token| token.is(class::ROLE | class::TITLE);
        let before = at.checked_sub(1).map(|at| &self.reader.tokens[at]);
        self.reader.tokens[at].is(class::GERUND)
            && before.is_some_and(is_role)
            && self.token(at + 1).is_some_and(is_role)
    }

    /// Whether a word that can be a noun or a verb ("claim", "meeting") is a verb here: by its form, or since
    /// a name or a plural stands before it. A phrase that `opens` with a determiner can hold a name before its
    /// noun ("a Facebook post").
    pub(super) fn is_verb(&self, at: usize, opens: bool) -> bool {
        let Some(lexicon) = self.reader.lexicon else {
            return true;
        };
        let token = &self.reader.tokens[at];
        let before = at.checked_sub(1).map(|at| &self.reader.tokens[at]);
        if token.is(class::GERUND) {
            let stem = lexicon.stem(self.reader.folded(at));
            // "with Ann Lee warning of it"
            let is_deed = before.is_some_and(|before| is_name(before) && !opens);
            return is_deed || lexicon.facts().referent(&stem).is_none();
        }
        let mut readings = lexicon.readings(token.word).iter();
        if readings.any(|reading| matches!(reading.form, VerbForm::Past | VerbForm::Participle)) {
            return true;
        }
        before.is_some_and(|before| is_name(before) && !opens || before.is(class::ROLE))
            || at > 0 && self.reader.is_plural_word(at - 1)
    }

    /// Whether the word at `at`, which would begin a phrase, is the verb of what stands before it: "to accept
    /// cuts", "they reject plans".
    pub(super) fn follows_subject(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| &self.reader.tokens[at]) else {
            return false;
        };
        let verbal = class::INFINITIVE | class::AUXILIARY | class::SUBJECT;
        let goes_on = self.token(at + 1).is_some_and(|next| {
            next.is_word() && !next.is(OUTSIDE) || next.is(class::DETERMINER | class::POSSESSIVE)
        });
        before.kind == TokenKind::Lower
            && before.is(verbal)
            && self.reader.tokens[at].kind == TokenKind::Lower
            && goes_on
    }

    /// Whether a single word in small letters is what a verb before it says: "is unclear", "to meet".
    pub(super) fn is_predicate(&self, at: usize) -> bool {
        let token = &self.reader.tokens[at];
        let before = at.checked_sub(1).map(|at| &self.reader.tokens[at]);
        token.kind == TokenKind::Lower
            && !token.is(class::ROLE)
            && before.is_some_and(|before| {
                before.kind == TokenKind::Lower
                    && before.is(class::INFINITIVE | class::AUXILIARY | class::SUBJECT)
            })
    }

    /// A participle or an adverb before a noun: "embattled", "highly anticipated".
    pub(super) fn is_participle(&self, at: usize, start: usize, opens: bool) -> bool {
        let Some(token) = self
            .token(at)
            .filter(|token| token.kind == TokenKind::Lower)
        else {
            return false;
        };
        if !token.is(class::VERB | class::GERUND | class::ADVERB | class::CUE) || token.is(OUTSIDE)
        {
            return false;
        }
        let begun = opens || at > start || self.stands_free(at);
        begun
            && (at + 1..at + 4)
                .map_while(|next| self.token(next))
                .take_while(|next| next.is_word())
                .enumerate()
                .any(|(distance, next)| {
                    let noun = is_name(next) || self.is_noun(at + 1 + distance, true, opens);
                    noun && (distance == 0 || self.is_chain(at + 1, at + 1 + distance))
                })
    }

    pub(super) fn is_chain(&self, from: usize, to: usize) -> bool {
        let links = class::VERB | class::GERUND | class::ADVERB | class::CUE;
        (from..to).all(|at| {
            self.token(at)
                .is_some_and(|token| token.is(links) && !token.is(OUTSIDE))
        })
    }

    /// Whether nothing before the word can be its subject.
    pub(super) fn stands_free(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|at| &self.reader.tokens[at]);
        let free = class::PREPOSITION | class::CONJUNCTION;
        let word = self.reader.folded(at);
        let lexicon = self.reader.lexicon;
        lexicon.is_some_and(|lexicon| lexicon.is_like_participle(word))
            && before.is_none_or(|token| token.is(free))
    }

    /// "Maine Gov. Paul LePage": a name goes on over titles; a noun behind a name begins nothing new.
    pub(super) fn is_described_name(&self, head: usize, at: usize) -> bool {
        let (head, token) = (&self.reader.tokens[head], &self.reader.tokens[at]);
        head.kind == TokenKind::Genitive && token.kind == TokenKind::Genitive
    }

    /// Whether a name that begins at `at` can go on behind the word at `head`: behind another name, a role or a kind of
    /// thing ("the ship Aurora"), and not in "the first time Lee", "the deal Mr. Lee made".
    pub(super) fn may_describe(&self, head: usize, at: usize) -> bool {
        let token = &self.reader.tokens[head];
        let facts = self.reader.lexicon.map(|lexicon| lexicon.facts());
        let is_kind =
            || facts.is_some_and(|facts| facts.referent(&stem(self.reader, head)).is_some());
        token.kind != TokenKind::Lower
            || token.is(class::ROLE | class::ORGANISATION)
            || !self.reader.is_plural_word(head)
                && !self.reader.tokens[at].is(class::TITLE)
                && is_kind()
    }

    /// "Ann Lee of Ohio": whether a small word stands between two names.
    pub(super) fn joins_names(&self, at: usize) -> bool {
        let token = &self.reader.tokens[at];
        token.is(class::CLOSE)
            && self.reader.slice(at).len() <= 2
            && self.token(at + 1).is_some_and(is_name)
    }

    /// Whether a capital behind small letters goes on with the description: an adjective ("a moderate Liberal
    /// group") or an abbreviation before the name ("the conservative super PAC River Watch").
    pub(super) fn leads_on(&self, at: usize) -> bool {
        let Some(next) = self.token(at + 1) else {
            return false;
        };
        let written = self.reader.slice(at);
        let is_short = written.len() > 1 && written.chars().all(char::is_uppercase);
        let is_adjective = next.kind == TokenKind::Lower
            && !self.reader.tokens[at].is(class::FIRST_NAME)
            && !next.is(class::CUE | class::GERUND)
            && self.is_noun(at + 1, true, true);
        is_adjective || is_short && is_name(next)
    }
}
