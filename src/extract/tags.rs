//! Tags: a short insertion behind or between the reported words, as against a cue that introduces them.
//!
//! ```text
//! “We lost,” │said Lee, the mayor│, “but we go on.”
//! The plan, │Lee said│, will fail.        Given that, │Lee said│, it was over.
//! ```

use super::Reader;
use super::marks::is_mark;
use super::phrases::is_name;
use super::reports::Opening;
use super::tokens::{Token, TokenKind};
use crate::lexicon::class;

/// Longest tag that stands between two commas, in words.
const MAX_TAG: usize = 8;

impl Reader<'_> {
    /// Whether the tag `tag_start..after` has reported words before it and none of its own behind.
    pub(super) fn is_tag(
        &self,
        start: usize,
        tag_start: usize,
        after: usize,
        end: usize,
        opening: Option<Opening>,
    ) -> bool {
        // “What we saw,” one officer, │who spoke in private│, said: an aside to the tag.
        // “We could win Orme,” │which votes in June.
        let is_aside = tag_start > start
            && self.tokens[tag_start].is(class::RELATIVE)
            && (self.tokens[tag_start - 1].is_sign(',')
                || self.tokens[tag_start - 1].quote().is_some());
        // “misleading” │media reports│: what a quoted word describes.
        let is_described = tag_start > start
            && self.tokens[tag_start].kind == TokenKind::Lower
            && self.tokens[tag_start].is_plain()
            && self.tokens[tag_start - 1]
                .quote()
                .is_some_and(|quote| !self.is_speech_like(quote));
        if is_aside || is_described || !self.has_content_before(start, tag_start) {
            return false;
        }
        let behind_quote = self.is_behind_speech(start, tag_start);
        match opening {
            None => true,
            // “A,” he said, “B.”
            Some(Opening::Quote) => {
                let next = self.skip_adverbs(after, end);
                // “Right?” he asks. Lee answers: “No.”
                let leads_on = tag_start == start && self.sign_at(next, end, &[':']);
                !leads_on && behind_quote
                    || self.sign_at(next, end, &[',']) && self.goes_on_in_lower_case(next + 1, end)
            }
            Some(Opening::That | Opening::Infinitive) => false,
            Some(Opening::Clause | Opening::Object) => {
                // “The plan,” he added, amounts to “a joke”.
                let is_inserted = tag_start > start
                    && self.tokens[tag_start - 1].is_sign(',')
                    && self.sign_at(after, end, &[',']);
                is_inserted || behind_quote && !self.opens_with_gerund(start)
            }
        }
    }

    /// Whether the token at `at` opens its sentence or stands right behind quoted words that a tag can follow.
    fn is_behind_speech(&self, start: usize, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| *before >= start);
        before.is_none_or(|before| {
            let quote = self.tokens[before].quote();
            quote.is_some_and(|quote| self.is_speech_like(quote))
        })
    }

    /// Whether what stands before the tag `tag_start..after`, if it is not quoted, can be what its verb tells: "The
    /// plan will fail, Lee said", but not "These days, many worry about it" nor "When Roy left, Lee began to weep".
    /// `tells`: whether the verb takes a clause and stands in a tense in which a report is made.
    pub(super) fn follows_told_words(
        &self,
        (start, end): (usize, usize),
        tag_start: usize,
        after: usize,
        tells: bool,
    ) -> bool {
        let has_quote = self.tokens[start..tag_start]
            .iter()
            .any(|token| token.quote().is_some());
        if has_quote || self.is_behind_speech(start, tag_start) {
            return true;
        }
        let tag_end = self.tag_end(after, end);
        let is_closed = self.sign_at(tag_end, end, &[',']);
        let before = &self.tokens[start..tag_start];
        let verb = class::AUXILIARY | class::VERB | class::CUE;
        let holds_verb = before
            .iter()
            .any(|token| token.kind == TokenKind::Lower && token.is(verb));
        let has_time = before.iter().any(|token| token.is(class::TEMPORAL));
        let commas = before.iter().filter(|token| token.is_sign(',')).count();
        let is_subordinate = before[0].is(class::SUBORDINATOR) && commas < 2;
        let is_clause = (holds_verb || !has_time) && !is_subordinate;
        tells && (is_closed || is_clause)
    }

    /// Whether no line break lies between two neighbouring tokens.
    pub(super) fn is_on_one_line(&self, before: usize, after: usize) -> bool {
        let gap = self.tokens[before].span.end..self.tokens[after].span.start;
        !self.text[gap].contains('\n')
    }

    /// Whether what stands at `at` goes on with a sentence: "The plan, he said, “was a mess”", but not
    /// "Asked about it, he said, “It was a mess.”"
    pub(super) fn goes_on_in_lower_case(&self, at: usize, end: usize) -> bool {
        let quote = self
            .tokens
            .get(at)
            .filter(|_| at < end)
            .and_then(Token::quote);
        quote.is_none_or(|quote| {
            let inner = self.quotes[quote].inner.slice(self.text);
            !inner.starts_with(char::is_uppercase)
        })
    }

    /// Whether a phrase that begins at `at` begins its clause.
    pub(super) fn opens_clause_at(&self, start: usize, at: usize) -> bool {
        at == start || {
            let before = &self.tokens[at - 1];
            !before.is_word() || before.is(class::CONJUNCTION | class::SUBORDINATOR)
        }
    }

    pub(super) fn opens_with_gerund(&self, start: usize) -> bool {
        self.tokens[start].is(class::GERUND | class::PREPOSITION)
    }

    /// Whether reported words stand before token `at`: a quoted string, or a clause and a comma; or, at the
    /// start of a sentence, a quoted sentence before it that asks or breaks off.
    pub(super) fn has_content_before(&self, start: usize, at: usize) -> bool {
        if at == start {
            return start > 0
                && self.is_on_one_line(start - 1, start)
                && self.tokens[start - 1]
                    .quote()
                    .is_some_and(|quote| self.ends_open(quote));
        }
        let before = &self.tokens[at - 1];
        if before.quote().is_some() {
            return true;
        }
        let separated = before.is_sign(',')
            || before.is_dash()
            || before.is_sign('?')
            || self.is_title_with_comma(at - 1);
        if before.is_sign(',') && self.is_between_commas(at) {
            return true;
        }
        let holds_clause = || {
            self.tokens[start..at - 1].iter().any(|token| {
                token.quote().is_some()
                    || token.kind == TokenKind::Lower
                        && token.is(class::AUXILIARY | class::VERB | class::CUE)
                    || token.is(class::SUBJECT) && !token.is(class::RELATIVE)
            })
        };
        separated && (holds_clause() || self.continues_clause(start, at))
    }

    /// They like “Night Train,” │Lee said: whether a title stands at `at` whose marks hold the comma behind it.
    pub(super) fn is_title_with_comma(&self, at: usize) -> bool {
        let is_edge = |sign: char| is_mark(sign) || matches!(sign, '\'' | '’');
        self.tokens[at].kind == TokenKind::Title
            && self.slice(at).trim_end_matches(is_edge).ends_with(',')
    }

    /// "Given that, Lee said, the plan would fail": subject and cue alone between two commas.
    pub(super) fn is_between_commas(&self, at: usize) -> bool {
        let near = self.tokens.iter().skip(at).take(MAX_TAG);
        let is_inside = |token: &&Token| token.is_word() || token.kind == TokenKind::Genitive;
        let words = near.take_while(is_inside).count();
        let closed = self
            .tokens
            .get(at + words)
            .is_some_and(|token| token.is_sign(','));
        closed
            && (at..at + words).any(|i| {
                let is_plural = i > at && self.tokens[i].is(class::VERBAL);
                self.tokens[i].is(class::CUE) && (self.is_past(i) || is_plural)
            })
            && !self.tokens[at].is(class::RELATIVE)
            && self.goes_on_in_lower_case(at + words + 1, self.tokens.len())
    }

    /// "The plan, Lee said, will fail": a subject alone before the tag.
    pub(super) fn continues_clause(&self, start: usize, at: usize) -> bool {
        let first = &self.tokens[start];
        self.tokens[at - 1].is_sign(',')
            && !first.is(class::PREPOSITION | class::ADVERB | class::SUBORDINATOR | class::GERUND)
            && !first.is(class::TEMPORAL)
            && !self.tokens[start..at - 1]
                .iter()
                .any(|token| token.is_sign(','))
            && (is_name(first) || first.is(class::DETERMINER | class::POSSESSIVE | class::SUBJECT))
    }

    /// Whether nothing but an adverbial phrase follows a tag that ends at `at`.
    pub(super) fn closes_tag(&self, at: usize, end: usize) -> bool {
        at >= end || !self.tokens[at].is(class::AUXILIARY | class::VERB)
    }

    /// End of a tag whose verb ends at `after`: the phrases of audience, time and place behind it
    /// ("told reporters in Ohio on Monday").
    pub(super) fn tag_end(&self, after: usize, end: usize) -> usize {
        (after..end)
            .find(|at| {
                let token = &self.tokens[*at];
                self.opens_reporting_clause(*at, end)
                    || matches!(
                        token.kind,
                        TokenKind::Sign(',' | ';' | ':' | '—' | '.' | '?' | '!' | '(')
                            | TokenKind::Quote(_)
                    )
            })
            .unwrap_or(end)
    }

    /// “We lost,” Lee wrote │after Roy argued that “it was fair”: whether a clause with a cue of its own for the next
    /// quoted words begins at `at`.
    fn opens_reporting_clause(&self, at: usize, end: usize) -> bool {
        let tokens = &self.tokens;
        if !tokens[at].is(class::OCCASION) {
            return false;
        }
        let mut clause = at + 1..end;
        let quote = clause.find(|at| tokens[*at].quote().is_some() || self.is_stop(*at));
        let quote = quote.filter(|at| tokens[*at].quote().is_some());
        quote.is_some_and(|quote| {
            let mut cues = at + 2..quote;
            let that = tokens[quote - 1].is(class::COMPLEMENTIZER);
            that && cues.any(|at| tokens[at].is(class::CUE) && self.is_past(at))
        })
    }
}
