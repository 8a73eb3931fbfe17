//! Whether a word that could be a cue is a noun or an adjective where it stands.
//!
//! ```text
//! the │report│   his │stated│ goal   more divisive │remarks│   11 │states│ and territories
//! She │reports│ that   some │said│   another │says│ there are
//! ```

use crate::extract::Reader;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{VerbForm, class};

impl Reader<'_> {
    /// Whether the word is a noun or an adjective here: "the report", "his stated goal", "false claims".
    pub(in crate::extract) fn is_nominal(
        &self,
        form: VerbForm,
        group: usize,
        at: usize,
        start: usize,
    ) -> bool {
        if at == start {
            return form != VerbForm::Gerund && form != VerbForm::Past;
        }
        let before = &self.tokens[at - 1];
        if before.is(class::ALONE) && form == VerbForm::Past {
            // "some said", but "some alleged victims"
            let is_noun = |next: &Token| {
                next.kind == TokenKind::Lower && (next.is_plain() || next.is(class::ROLE))
            };
            return self.tokens.get(at + 1).is_some_and(is_noun);
        }
        let is_alone_before = before.is(class::ALONE) && self.opens_clause_at(start, at - 1);
        // "The gap, some argue, is enough."
        let is_alone = is_alone_before && self.tokens[at].is(class::VERBAL);
        if form == VerbForm::Base && is_alone {
            return false;
        }
        // "another says there are", "another says the vote", but "some reports"
        let opens = class::EXPLETIVE | class::DETERMINER | class::POSSESSIVE;
        let next = self.tokens.get(at + 1);
        let is_followed = next.is_some_and(|next| next.is(opens));
        if form == VerbForm::Third && is_alone_before && is_followed {
            return false;
        }
        if leads_to_noun(before) || self.is_described(start, at) || self.is_pointed_at(start, at) {
            return true;
        }
        match form {
            VerbForm::Base => {
                let plural = |at: usize| {
                    let token = &self.tokens[at];
                    token.is(class::PLURAL)
                        || token.is_sign('%')
                        || !token.is(class::SUBJECT) && self.is_plural_word(at)
                };

                // "used this question to"
                let is_pointed = before.is(class::DEMONSTRATIVE)
                    && !before.is(class::COMPLEMENTIZER)
                    && !self.tokens[at].is(class::VERBAL);
                if is_pointed {
                    return true;
                }
                let verbal = self.tokens[at].is(class::VERBAL)
                    || self.is_infinitive(group, at)
                    || (group..at).any(|i| self.tokens[i].is(class::AUXILIARY))
                    || group > start && plural(group - 1);
                !verbal
            }
            VerbForm::Third => {
                self.opens_relative(at)
                    || self.is_plural_noun(at)
                    || self.is_phrase_of_thanks(start, at)
                    || before.is(class::COPULA) // "there were claims that"
                    || (before.is_plain() || before.is(class::COMPLEMENTIZER))
                        && self.has_verb_behind(at) // "priorities that states have to keep"
                    || self.is_counted(start, at)
                    || self.is_owned(start, at)
                    || before.is(class::PREPOSITION)
                    || before.kind == TokenKind::Lower
                        && before.is(class::VERB | class::CUE)
                        && !self.is_headed(start, at - 1)
            }
            VerbForm::Past | VerbForm::Participle => {
                before.is(class::PREPOSITION) && !before.is(class::ADVERB)
            }
            VerbForm::Gerund => self.is_before_noun(at),
        }
    }

    /// "missed │warning│ signs": whether a form in -ing that can be a noun stands between a verb and a plain noun.
    fn is_before_noun(&self, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let next = self.tokens.get(at + 1);
        let acts = class::VERB | class::CUE;
        let leads = before.kind == TokenKind::Lower
            && (before.is(acts) || before.is_plain())
            && !before.is(class::AUXILIARY | class::GERUND);
        let is_noun = |next: &Token| {
            next.kind == TokenKind::Lower && (next.is_plain() || next.is(class::DOCUMENT))
        };
        self.tokens[at].is(class::CUE_NOUN) && leads && next.is_some_and(is_noun)
    }

    /// "the new plans", "more divisive remarks": whether an adjective stands before the form in -s or without ending
    /// at `at`.
    fn is_described(&self, start: usize, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else {
            return false;
        };
        let is_compared = before > start
            && self.tokens[before].kind == TokenKind::Lower
            && self.tokens[before].word.classes == 0
            && self.tokens[before - 1].is(class::COMPARATIVE);
        let is_adjective = self.tokens[before].kind == TokenKind::Lower
            && self.tokens[before].is(class::ADJECTIVE);
        (is_adjective || is_compared) && !self.has_form_in_ed(at)
    }

    /// "the board's reports that track it": whether a relative clause stands behind a noun at `at` that could be a verb.
    fn opens_relative(&self, at: usize) -> bool {
        let is = |at: usize, class| self.tokens.get(at).is_some_and(|token| token.is(class));
        is(at, class::CUE_NOUN | class::DOCUMENT)
            && is(at + 1, class::COMPLEMENTIZER)
            && is(at + 2, class::AUXILIARY | class::VERB)
    }

    /// "in swing │states│ whose", but "the report │states│ that", "she │states│": whether the word at `at` is one of those that
    /// are rather plural nouns than verbs, and nothing before it makes it a verb.
    fn is_plural_noun(&self, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let tells = class::SUBJECT | class::DOCUMENT | class::FINDING | class::CASE;
        let next = self.tokens.get(at + 1);
        let is_that = next.is_some_and(|next| next.is(class::COMPLEMENTIZER));
        let is_quote = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|next| next.quote().is_some())
        };
        let leads = next.is_some_and(|next| next.is_sign(',') || next.is_sign(':'));
        let is_name = before.kind == TokenKind::Capital || !before.is_word();
        let is_clause = is_that && is_name && at + 2 < self.tokens.len() && !self.is_finite(at + 2)
            || is_quote(at + 1)
            || leads && is_quote(at + 2);
        let is_listed = self
            .lexicon
            .is_some_and(|lexicon| lexicon.is_plural_noun(self.folded(at)));
        is_listed && !before.is(tells) && !is_clause
    }

    /// "claims that, │thanks to│ the rain": whether a word in -s behind a comma is a noun, since "to" stands behind it.
    fn is_phrase_of_thanks(&self, start: usize, at: usize) -> bool {
        let to = self.tokens.get(at + 1);
        at > start
            && self.tokens[at - 1].is_sign(',')
            && to.is_some_and(|to| to.is(class::INFINITIVE))
            && !self.opens_infinitive(at + 1, self.tokens.len())
    }

    /// "the bitter comments online │have been": whether the auxiliary of a clause stands behind the word at `at`.
    fn has_verb_behind(&self, at: usize) -> bool {
        let mut behind = self.tokens.iter().skip(at + 1);
        let next = behind.find(|token| !token.is(class::ADVERB));
        next.is_some_and(|next| next.is(class::AUXILIARY) && !next.is(class::GERUND))
    }

    /// "called that report “a lie”": whether "that" before the word at `at` points at it, behind a verb or a
    /// preposition.
    fn is_pointed_at(&self, start: usize, at: usize) -> bool {
        let Some(that) = at.checked_sub(1).filter(|that| *that > start) else {
            return false;
        };
        let before = &self.tokens[that - 1];
        let governs = class::VERB | class::CUE | class::GERUND | class::PREPOSITION;
        self.tokens[that].is(class::COMPLEMENTIZER)
            && before.kind == TokenKind::Lower
            && before.is(governs)
            && !self.is_headed(start, that - 1)
            && !self.has_form_in_ed(at)
    }

    /// "four Central Asian states": whether a number stands before the words that lead to token `at`.
    fn is_counted(&self, start: usize, at: usize) -> bool {
        let modifiers = (start..at).rev().take(MAX_MODIFIERS + 1);
        let mut modifiers = modifiers.skip_while(|at| self.tokens[*at].kind == TokenKind::Capital);
        let is_count = |number: usize| {
            let token = &self.tokens[number];
            // "12 states", but "in 2016 says"
            token.is(class::NUMBER)
                || token.kind == TokenKind::Number && token.span.len() < YEAR && number + 1 == at
        };
        modifiers.next().is_some_and(is_count)
    }

    /// "the report", "Lee's first claim": whether what stands before the word at `at` makes it a noun.
    fn is_headed(&self, start: usize, at: usize) -> bool {
        let describes =
            |at: &usize| self.tokens[*at].kind == TokenKind::Lower && self.tokens[*at].is_plain();
        let described = (start..at)
            .rev()
            .take(1)
            .take_while(describes)
            .last()
            .unwrap_or(at);
        let before = described.checked_sub(1).filter(|before| *before >= start);
        before.is_some_and(|before| leads_to_noun(&self.tokens[before]))
    }

    /// "over her past comments", "Lee's latest remarks": whether somebody owns the noun in -s at `at`, with words
    /// between that name nobody.
    fn is_owned(&self, start: usize, at: usize) -> bool {
        let describes = |at: &usize| {
            let token = &self.tokens[*at];
            // "earlier", "latest", "repeated"
            let describing = class::ADVERB | class::TEMPORAL | class::VERB | class::ADJECTIVE;
            token.kind == TokenKind::Lower && token.word.classes & !describing == 0
        };
        let first = (start..at)
            .rev()
            .take(MAX_MODIFIERS)
            .take_while(describes)
            .last();
        let Some(owner) = first
            .and_then(|first| first.checked_sub(1))
            .filter(|at| *at >= start)
        else {
            return false;
        };
        let is_owner = self.tokens[owner].kind == TokenKind::Genitive
            || self.tokens[owner].is(class::POSSESSIVE);
        // "the head of her choir says": what hangs on "of" may have the verb behind it.
        let hangs = owner > start && {
            let before = &self.tokens[owner - 1];
            before.is(class::PREPOSITION) && !before.is(class::CLOSE)
        };
        is_owner && (hangs || self.tokens[at].is(class::CUE_NOUN | class::DOCUMENT))
    }
}

/// "the", "his", "Lee's": whether a noun must follow.
fn leads_to_noun(token: &Token) -> bool {
    token.is(class::DETERMINER | class::POSSESSIVE)
        && !token.is(class::DEMONSTRATIVE | class::OBJECT)
        || token.kind == TokenKind::Genitive
}

/// Digits of a year.
const YEAR: usize = 4;

/// Most names between a number and the noun that it counts.
const MAX_MODIFIERS: usize = 3;
