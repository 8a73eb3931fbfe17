//! The mood of reported speech, by which German tells what somebody else says.
//!
//! ```text
//! rechnete vor, das Haus │koste│ zu viel       behind the subject, a verb in -e
//! entgegnete, sie │lässt│ sich nicht beirren   behind a comma, a pronoun and its verb are enough
//! Die Lage │bleibe│ ernst.                     a sentence of its own goes on with who spoke before it
//! ```

use crate::extract::Reader;
use crate::extract::phrases::{Phrase, simple_phrase_end};
use crate::extract::tokens::{Token, TokenKind};
use crate::extract::verbs::is_finite;
use crate::lexicon::{class, rule};

/// The classes of a verb that a form of this mood can have.
const VERBAL: u64 = class::VERB | class::CUE | class::GERUND;

impl Reader<'_> {
    /// Whether the clause that begins at `from` stands in the mood of reported speech, the verb not at its
    /// end as in a relative clause.
    pub(super) fn is_reported_mood(&self, from: usize, end: usize) -> bool {
        let mut clause = (from..end).take_while(|at| !self.is_stop(*at));
        let reported = clause.find(|at| self.is_of_reported_mood(from, *at));
        reported.is_some_and(|at| at == from + 1 || at + 1 < end && !self.is_stop(at + 1))
    }

    /// Whether a sentence of its own is what somebody else says: its main verb stands in the mood of reported
    /// speech.
    pub(in crate::extract) fn tells_for_another(&self, sentence: Phrase) -> bool {
        let Phrase { start, end } = sentence;
        // "…, hieß es": a tag of nobody.
        let is_told = |at: &usize| {
            self.tokens[*at].is(class::CUE)
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|t| t.obeys(rule::IMPERSONAL))
        };
        if (start..end).any(|at| is_told(&at)) {
            return false;
        }
        let opens = class::SUBORDINATOR | class::INTERROGATIVE;
        let is_sure = |at: usize| !self.tokens[at].obeys(rule::UNSURE);
        if !self.tokens[start].is(opens) {
            let clause = (start..end).take_while(|at| !self.is_stop(*at));
            let clause: Vec<&Token> = clause.map(|at| &self.tokens[at]).collect();
            let finite = class::AUXILIARY | class::VERB;
            let first = clause.iter().find(|token| token.is(finite));
            // "Gott sei Dank ist", "Sei es …"
            let is_told = |token: &&Token| token.is(class::COPULA) && !token.obeys(rule::REPORTED);
            return first.is_none_or(|first| !first.obeys(rule::UNSURE))
                && !self.tokens[start].obeys(rule::REPORTED)
                && !clause.iter().any(is_told)
                && self.is_reported_mood(start, end);
        }
        // Wenn das so weitergehe, │müsse│ man handeln.
        let comma = (start..end).find(|at| self.tokens[*at].is_sign(','));
        comma.is_some_and(|comma| comma + 1 < end && self.has_mood(comma + 1) && is_sure(comma + 1))
    }

    /// "sie lässt sich nicht beirren", "die Steuern blieben stabil": whether a subject and its verb stand at `at`, behind
    /// a comma, where the verb of any other clause would stand last.
    pub(super) fn is_subject_and_finite(&self, at: usize, end: usize) -> bool {
        let tells = self
            .grammar()
            .is_some_and(|grammar| !grammar.mood_endings.is_empty());
        let first = &self.tokens[at];
        let is_pronoun = first.is(class::SUBJECT) && !first.is(class::RELATIVE);
        if is_pronoun {
            return tells && at + 2 < end && is_finite(&self.tokens[at + 1]);
        }
        let verb = simple_phrase_end(&self.tokens, at, end);
        let is_verb = |token: &Token| is_finite(token) && token.is(class::AUXILIARY | class::VERB);
        let opens = class::DETERMINER | class::POSSESSIVE;
        tells
            && first.is(opens)
            && verb > at + 1
            && verb + 1 < end
            && is_verb(&self.tokens[verb])
            && !self.is_stop(verb + 1)
    }

    /// Whether the word at `at`, in a clause that begins at `from`, is a verb in the mood of reported speech.
    fn is_of_reported_mood(&self, from: usize, at: usize) -> bool {
        let is_listed = self.tokens[at].obeys(rule::REPORTED);
        is_listed || at > from && self.has_mood(at) && self.closes_subject(from, at)
    }

    /// Whether a word has the form of this mood.
    fn has_mood(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let Some(grammar) = self.grammar() else {
            return false;
        };
        let word = self.folded(at);
        let has_ending = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        let could_be = token.kind == TokenKind::Lower
            && token.word.classes & !VERBAL == 0
            && has_ending(&grammar.mood_endings)
            && !has_ending(&grammar.past_endings);
        token.obeys(rule::REPORTED) || could_be && self.slice(at).starts_with(char::is_lowercase)
    }

    /// Whether a noun or a pronoun that can be the subject stands right before token `at`, and no measure ("zehn Jahre
    /// │alte│ Brücken").
    fn closes_subject(&self, from: usize, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let is_noun = before.is_word() && self.slice(at - 1).starts_with(char::is_uppercase);
        let is_measured = at > from + 1 && {
            let number = &self.tokens[at - 2];
            number.kind == TokenKind::Number || number.is(class::NUMBER)
        };
        let is_pronoun = before.is(class::SUBJECT) && !before.is(class::RELATIVE);
        is_pronoun || is_noun && !is_measured && !before.is(class::PREPOSITION | class::DETERMINER)
    }
}
