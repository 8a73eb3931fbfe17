//! Where a report inside a relative clause ends: before the verb of whom the clause describes.
//!
//! ```text
//! Holt, who denied │taking the money│, was jailed.            the comma that closes the clause, and a verb
//! Holt, who said │the dock, which was old, was safe│, left.   not the comma that closes a clause inside
//! The man who said │the dock was safe│ resigned.              without commas: a second verb with no subject left
//! ```

use super::Reader;
use super::phrases::{Phrase, is_name, subject_before};
use super::reports::Report;
use super::tokens::TokenKind;
use crate::lexicon::{VerbForm, class};

/// Furthest that the noun which a relative clause describes begins before it, in tokens.
const MAX_HEAD: usize = 12;

impl Reader<'_> {
    /// The end of the content of `report`, if "who" or "which" is its subject and the verb of the sentence stands behind.
    pub(super) fn before_main_verb(&self, report: &Report, content: Phrase) -> Option<usize> {
        let speaker = report.speaker.filter(|_| self.grammar().is_none())?;
        let who = speaker.start;
        let is_relative = speaker.end == who + 1 && self.tokens[who].is(class::RELATIVE);
        let before = who.checked_sub(1).filter(|_| is_relative)?;
        if self.tokens[before].is_sign(',') {
            self.closing_comma(content)
        } else {
            self.second_verb(who, content)
        }
    }

    /// The comma that closes the relative clause, a finite verb behind it.
    fn closing_comma(&self, content: Phrase) -> Option<usize> {
        let mut is_inside = false;
        for at in content.start..content.end {
            let token = &self.tokens[at];
            let ends_in_comma = token
                .quote()
                .is_some_and(|quote| self.quotes[quote].inner.slice(self.text).ends_with(','));
            if !token.is_sign(',') && !ends_in_comma {
                continue;
            }
            let mut behind = at + 1..content.end;
            let verb = behind.find(|at| !self.tokens[*at].is(class::ADVERB));
            let is_verb = verb.is_some_and(|verb| self.is_finite(verb));
            if is_verb && !is_inside {
                return Some(at + usize::from(ends_in_comma));
            }
            is_inside = !is_inside;
        }
        None
    }

    /// The verb for which the content has no subject left, where whom `who` stands for opens the sentence.
    fn second_verb(&self, who: usize, content: Phrase) -> Option<usize> {
        let tokens = &self.tokens;
        let head = subject_before(tokens, who.saturating_sub(MAX_HEAD), who)?;
        let first = &tokens[head.start];
        let opens_sentence = first.kind == TokenKind::Capital && !is_name(first);
        let is_plain = tokens[content.start..content.end]
            .iter()
            .all(|token| token.is_word());
        if !opens_sentence || head.end != who || !is_plain {
            return None;
        }
        self.verb_left(content)
    }

    /// Lee's claim │that the dam was safe│ is false; Despite Lee's claim │that it was safe│, it broke: where a clause ends
    /// that hangs on a noun before the verb of its sentence; its start, when that is not clear.
    pub(super) fn end_of_subject_clause(&self, start: usize, content: Phrase) -> usize {
        let tokens = &self.tokens;
        let opens = tokens[start].is(class::PREPOSITION | class::SUBORDINATOR);
        let closes = |at: &usize| {
            tokens[*at].is_sign(',')
                && at + 1 < content.end
                && self.is_subject_and_verb(at + 1, content.end)
        };
        let mut inside = content.start..content.end;
        let end = if opens {
            let comma = |at: &usize| tokens[*at].is_sign(',');
            inside.clone().find(closes).or_else(|| inside.find(comma))
        } else {
            self.verb_left(content)
        };
        end.unwrap_or(content.start)
    }

    /// Lee's pledge │to be “neutral” in the talks│ was kept: where the words end that an owned noun introduces and that hold
    /// the string at `quote`: with it, or with the phrases that hang on it.
    pub(super) fn end_behind_owned_quote(&self, quote: usize, end: usize) -> usize {
        let inner = self.tokens[quote]
            .quote()
            .map(|at| self.quotes[at].inner.slice(self.text));
        let is_closed = inner.is_none_or(|inner| inner.ends_with(['.', ',', '!', '?']));
        // chants of “Out!” from the crowd: who calls.
        let hangs = quote + 1 < end
            && self.tokens[quote + 1].is(class::PREPOSITION)
            && !self.tokens[quote + 1].is(class::ORIGIN);
        if is_closed || !hangs {
            return quote + 1;
        }
        let goes_on = |at: &usize| {
            let token = &self.tokens[*at];
            let is_inside = token.is_word() || token.quote().is_some();
            (is_inside || matches!(token.kind, TokenKind::Genitive | TokenKind::Number))
                && !token.is(class::RELATIVE | class::OCCASION)
                && !self.is_finite(*at)
        };
        let stop = (quote + 1..end).find(|at| !goes_on(at));
        stop.unwrap_or(end)
    }

    /// The verb for which the clause `content` has no subject left.
    fn verb_left(&self, content: Phrase) -> Option<usize> {
        let tokens = &self.tokens;
        let starts =
            |at: &usize| self.is_finite(*at) && *at == self.group_start(content.start, *at);
        let mut verbs = (content.start + 1..content.end).filter(starts);
        let mut before = verbs.next()?;
        for verb in verbs {
            let mut between = tokens[before + 1..verb].iter();
            let joins = class::CONJUNCTION
                | class::SUBORDINATOR
                | class::COMPLEMENTIZER
                | class::RELATIVE
                | class::INTERROGATIVE
                | class::SUBJECT
                | class::INFINITIVE;
            let governs =
                tokens[before].is(class::CUE) && !self.has_form(before, VerbForm::Participle);
            if verb > before + 1 && !governs && !between.any(|token| token.is(joins)) {
                return Some(verb);
            }
            before = verb;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::quotations;

    #[test]
    fn what_is_told_inside_a_relative_clause_ends_before_the_verb_of_the_sentence() {
        for (text, content) in [
            (
                "Roy, who denied taking the money, was jailed for a year.",
                "taking the money",
            ),
            (
                "Roy, who called the toll “a disgrace”, was in Orme on Monday.",
                "the toll “a disgrace”",
            ),
            (
                "Roy, who said the dock, which was built in May, was safe, left.",
                "the dock, which was built in May, was safe",
            ),
            (
                "The man who said the dock was safe resigned on Monday.",
                "the dock was safe",
            ),
            (
                "The engineer who warned that the dock was unsafe has resigned.",
                "that the dock was unsafe",
            ),
            (
                "The man who said he believed the dock was safe.",
                "he believed the dock was safe",
            ),
        ] {
            let found = quotations("en", text);
            let told = found[0].split_once(": ").map(|(_, told)| told);
            assert_eq!(told, Some(content), "{text}");
        }
    }
}
