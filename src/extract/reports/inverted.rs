//! Cues whose subject stands behind them.
//!
//! ```text
//! “…,” │said Ann Lee│      The port should stay open, │say the fishermen│.      Not so, │says Ann Lee│: “…”
//! ```

use super::{Layout, Opening, Report};
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, subject_before};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{CueVerb, VerbForm, class};

impl Reader<'_> {
    /// “…,” said Ann Lee: the subject behind the verb, at the end of what is said or before a colon.
    /// `bounds`: the sentence's first token, that of the verb group, and the sentence's end.
    pub(super) fn inverted(
        &self,
        verb: CueVerb,
        form: VerbForm,
        cue: Phrase,
        (start, group, end): (usize, usize, usize),
    ) -> Option<Report> {
        let at = cue.start;
        let before = (group > start).then(|| &self.tokens[group - 1]);
        let inverts = group == at
            && matches!(form, VerbForm::Past | VerbForm::Third | VerbForm::Base)
            && verb.frames.direct()
            && !verb.frames.needs_audience()
            && before.is_none_or(|token| {
                token.quote().is_some() || token.is_sign(',') || token.is_dash()
            });
        // “…,” Ann Lee, the mayor, told the Post: behind a comma the subject may stand before the verb.
        let follows_subject = before.is_some_and(|token| token.is_sign(','))
            && subject_before(&self.tokens, start, group).is_some_and(|subject| {
                let mut inside = self.tokens[subject.start..group - 1].iter();
                // The plan, said Ann Lee, was over: no apposition, the comma opens the tag.
                let is_plain = inside.all(|token| token.is_word())
                    && self.sign_at(subject.end, group, &[','])
                    && subject.end + 1 == group
                    && self.tokens.get(at + 1).is_some_and(is_name);
                // Roy said Ann Lee, the mayor, told the Post: what he said begins with her.
                let is_said = || self.tokens[subject.start - 1].is(class::CUE);
                (self.opens_clause_at(start, subject.start) || is_said()) && !is_plain
            });
        if !inverts || follows_subject {
            return None;
        }
        let speaker = phrase_after(&self.tokens, cue.end, end)?;
        if form == VerbForm::Base && self.tokens[speaker.start].is(class::GERUND) {
            return None; // The farmers, like others, say cutting tolls helps
        }
        let is_day = |token: &Token| token.is(class::TEMPORAL) && !token.is(class::FIRST_NAME);
        let mut words = self.tokens[speaker.start..speaker.end].iter();
        if self.tokens[speaker.start].kind == TokenKind::Title || words.all(is_day) {
            return None; // A series, called “Quick Question”; a deal, announced Friday
        }
        let tag = Phrase {
            start: at,
            end: speaker.end,
        };
        let opens = at == start + 2
            && self.tokens[start].is(class::CONJUNCTION)
            && self.tokens[start + 1].is_sign(',');
        let layout = if self.sign_at(tag.end, end, &[':']) && tag.end + 1 < end {
            // Not so, says Ann Lee: “…”
            Layout::Introduces(tag.end + 1, Opening::Quote)
        } else if !opens && self.closes_tag(tag.end, end) && self.has_content_before(start, at) {
            Layout::Tag(tag)
        } else if self.sign_at(tag.end, end, &[',']) && self.is_quote(tag.end + 1, end) {
            // But, said Ann Lee, “…”
            Layout::Introduces(tag.end + 1, Opening::Quote)
        } else {
            return None;
        };
        Some(Report::new(cue, verb, Some(speaker), layout))
    }

    /// "The port should stay open, say the fishermen": a base form behind reported words, and a plural subject that ends
    /// what is said. `bounds`: the sentence's first token, and its end.
    pub(super) fn inverted_plural(
        &self,
        verb: CueVerb,
        form: VerbForm,
        cue: Phrase,
        (start, end): (usize, usize),
    ) -> Option<Report> {
        let before = cue.start.checked_sub(1).filter(|before| *before > start)?;
        let before = &self.tokens[before];
        let is_behind = before.quote().is_some() || before.is_sign(',');
        if form != VerbForm::Base || !is_behind || cue.end > cue.start + 1 {
            return None;
        }
        let subject = phrase_after(&self.tokens, cue.end, end)?;
        let fits = self.is_plural(subject) && self.is_end_of_clause(subject.end, end);
        fits.then(|| self.inverted(verb, form, cue, (start, cue.start, end)))?
    }

    /// Whether the noun of a phrase is a plural by its ending or by its class, or several are joined.
    fn is_plural(&self, phrase: Phrase) -> bool {
        let noun = self.noun_of(phrase);
        let mut words = self.tokens[phrase.start..phrase.end].iter();
        self.tokens[noun].is(class::PLURAL)
            || self.is_plural_word(noun)
            || words.any(|word| word.is(class::CONJUNCTION))
    }

    /// Whether nothing stands at `at` but a sign that sets off what follows, or the end.
    fn is_end_of_clause(&self, at: usize, end: usize) -> bool {
        at >= end || self.sign_at(at, end, &['.', ',', ';', '?', '!'])
    }

    fn is_quote(&self, at: usize, end: usize) -> bool {
        at < end && self.tokens[at].quote().is_some()
    }
}
