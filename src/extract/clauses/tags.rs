//! Tags in languages with freer word order: what stands before the verb and its subject decides.
//!
//! ```text
//! „Nie“,│ rief Henke │„nie!“          behind a quoted string: up to the next string, colon or verb of saying
//! El corte,│ señaló, │durará mucho    behind a comma and reported words without marks: up to the next sign
//! ```

use crate::extract::Reader;
use crate::extract::phrases::Phrase;
use crate::extract::reports::Opening;
use crate::extract::tokens::TokenKind;
use crate::extract::verbs::{Verb, is_finite};
use crate::lexicon::{CueVerb, VerbForm, class, rule};

impl Reader<'_> {
    /// The tag that a verb and its subject `from..to` make, if reported words stand before them.
    pub(super) fn tag(
        &self,
        start: usize,
        from: usize,
        to: usize,
        end: usize,
        verb: &Verb,
        cue: CueVerb,
    ) -> Option<Phrase> {
        // "según confirmó la policía", "wie die Polizei mitteilte"
        let opens_as = from > start && self.tokens[from - 1].obeys(rule::AS);
        let first = from - usize::from(opens_as);
        let open = self.before_signs(start, first);
        // „Nie!“ Henke kam: outside English a new sentence.
        let follows_nothing =
            open == first && (open == start || self.tokens[open - 1].quote().is_some());
        let is_new = follows_nothing && self.slice(first).starts_with(char::is_uppercase);
        if !is_new && self.follows_quote(start, open, first) {
            let end = self.end_of_quote_tag(to, end);
            return Some(Phrase { start: open, end });
        }
        let inserts = open < first && (opens_as || from == verb.group);
        // "…, y voyant « une chance »": the gerund shares its subject and sets nothing off.
        let is_gerund = self.has_form(verb.at, VerbForm::Gerund)
            && ![VerbForm::Third, VerbForm::Past]
                .into_iter()
                .any(|form| self.has_form(verb.at, form));
        // "Wer etwas wisse, solle sich melden", "…, will er schweigen": no verb of saying.
        let is_infinitive =
            self.has_form(verb.at, VerbForm::Base) && verb.group < verb.at && to == verb.after;
        let tells = (cue.frames.clause() || cue.frames.direct()) && !is_gerund && !is_infinitive;
        if !inserts || !tells || open == start || !self.tokens[open].is_sign(',') {
            return None;
        }
        let adverbial = class::PREPOSITION
            | class::ADVERB
            | class::TEMPORAL
            | class::SUBORDINATOR
            | class::CONJUNCTION;
        let is_colon = |at: &usize| self.tokens[*at].is_sign(':');
        let told = (start..open)
            .rev()
            .find(is_colon)
            .map_or(start, |colon| colon + 1);
        // "Auf die Frage, ob es teurer werde, antwortete er": what opens the sentence holds its only verb.
        let clause = (told..open).take_while(|at| !self.is_stop(*at));
        let holds_verb = clause.into_iter().any(|at| is_finite(&self.tokens[at]));
        let is_reported =
            (holds_verb || !self.tokens[told].is(adverbial)) && !self.tokens[told].obeys(rule::AS);
        let stops = |at: &usize| {
            self.is_stop(*at) || self.tokens[*at].quote().is_some() || self.tokens[*at].is_dash()
        };
        let stop = (to..end).find(stops).unwrap_or(end);
        let introduces = self
            .introduced(cue, verb, to, end)
            .is_some_and(|(content, opening)| {
                let behind_colon = self.tokens[content - 1].is_sign(':') && content - 1 == stop;
                behind_colon
                    || opening == Opening::That
                    || opening != Opening::Quote && content <= stop
            });
        (is_reported && !introduces).then_some(Phrase {
            start: open,
            end: stop,
        })
    }

    /// Index of the first of the commas and dashes right before token `at`.
    pub(super) fn before_signs(&self, start: usize, at: usize) -> usize {
        let is_sign = |i: usize| self.tokens[i].is_sign(',') || self.tokens[i].is_dash();
        let mut open = at;
        while open > start && is_sign(open - 1) {
            open -= 1;
        }
        open
    }

    /// Whether a quoted string stands right before the signs `open..at` that set off a tag.
    pub(super) fn follows_quote(&self, start: usize, open: usize, at: usize) -> bool {
        if open == start {
            return self.has_content_before(start, start);
        }
        let Some(quote) = self.tokens[open - 1].quote() else {
            return false;
        };
        open < at || open - 1 == start || self.is_speech_like(quote) || self.is_sentence(quote)
    }

    /// Whether a quoted string begins like a sentence.
    pub(super) fn is_sentence(&self, quote: usize) -> bool {
        let inner = self.quotes[quote].inner.slice(self.text);
        let first = inner.chars().find(|sign| sign.is_alphanumeric());
        first.is_some_and(char::is_uppercase) && inner.contains(' ')
    }

    /// End of a tag behind a quoted string: the next string, a colon, or the next verb of saying.
    pub(super) fn end_of_quote_tag(&self, to: usize, end: usize) -> usize {
        let goes_on = |at: usize| {
            self.tokens[at].is(class::CONJUNCTION)
                && (at + 1..end.min(at + 4)).any(|i| self.tokens[i].is(class::CUE))
        };
        let stops = |at: &usize| {
            let token = &self.tokens[*at];
            token.quote().is_some()
                || self.opens_told_clause(*at, end)
                || matches!(token.kind, TokenKind::Sign(':' | ';'))
                || goes_on(*at)
        };
        (to..end)
            .find(stops)
            .map_or(end, |at| self.before_signs(to, at))
    }

    /// "…, se souvient la gardienne│, à qui il avait confié vouloir partir « tôt »": whether a relative clause opens at the
    /// comma `at` in which somebody else says what is quoted next.
    fn opens_told_clause(&self, at: usize, end: usize) -> bool {
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        let opens = self.tokens[at].is_sign(',')
            && is(at + 1, class::PREPOSITION)
            && is(at + 2, class::RELATIVE);
        let quote = (at + 1..end).find(|at| self.tokens[*at].quote().is_some());
        let Some(quote) = quote.filter(|_| opens) else {
            return false;
        };
        let mut clause = at + 3..quote;
        clause.any(|at| is_finite(&self.tokens[at]) && self.tokens[at].is(class::CUE))
    }
}
