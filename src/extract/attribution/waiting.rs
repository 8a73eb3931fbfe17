//! Quoted sentences without a tag: whoever the sentences around them show to speak.
//!
//! ```text
//! Ann Lee agreed. “We won.”                             the subject of the sentence before
//! “We won,” said Lee. The act came late. “It helped.”   no thing says so, but who spoke before it
//! ```

use super::Attribution;
use crate::extract::drafts::DraftCue;
use crate::extract::phrases::{Phrase, is_name};
use crate::lexicon::class;

impl Attribution<'_, '_> {
    /// Gives the waiting quoted sentences to whoever spoke before, or to the subject of what follows.
    pub(super) fn settle_waiting(&mut self, paragraph: usize, next: usize) {
        for sentence in std::mem::take(&mut self.waiting) {
            let Some(quote) = self.reader.tokens[sentence.start].quote() else {
                continue;
            };
            if let Some(draft) = self.open {
                self.extend(draft, sentence);
                continue;
            }
            if !self.is_speech(quote) {
                continue;
            }
            let near = match self.prior {
                Some(prior) => prior,
                None => (self.next_subject(paragraph, next), None),
            };
            // “We lost.” The act was passed in May: no thing says so, but who spoke before.
            let is_thing = near.0.is_some_and(|near| self.is_thing(near)) && !is_report(near.1);
            let before = is_thing.then(|| self.last_told(paragraph, sentence.start));
            let (speaker, cue) = match before.flatten() {
                Some(before) => (Some(before), None),
                None => near,
            };
            self.add(vec![sentence], speaker, cue);
            self.open = Some(self.drafts.len() - 1);
        }
    }

    /// Whether a phrase names or stands for what cannot speak, as far as its words tell.
    fn is_thing(&self, phrase: Phrase) -> bool {
        let tokens = &self.reader.tokens;
        let people = class::ROLE
            | class::TITLE
            | class::ORGANISATION
            | class::BODY
            | class::AUDIENCE
            | class::DOCUMENT
            | class::ANYBODY
            | class::FIRST_NAME;
        let words = &tokens[phrase.start..phrase.end];
        let is_pronoun = words[0].is(class::SUBJECT | class::RELATIVE | class::ALONE);
        let is_named = words
            .iter()
            .any(|token| is_name(token) && !token.is(class::PLACE | class::TEMPORAL));
        let is_act = words
            .last()
            .is_some_and(|last| is_name(last) && last.is(class::PLACE));
        !is_pronoun && !words.iter().any(|token| token.is(people)) && (!is_named || is_act)
    }

    /// Who spoke last before token `at`, in the same paragraph or the one before.
    fn last_told(&self, paragraph: usize, at: usize) -> Option<Phrase> {
        let from = self.tokens_of(paragraph.saturating_sub(1)).start;
        let told = self
            .drafts
            .iter()
            .filter(|draft| draft.is_quoted || draft.reports_speech());
        let mut speakers = told.rev().filter_map(|draft| draft.speaker);
        speakers.find(|speaker| (from..at).contains(&speaker.start) && !self.is_thing(*speaker))
    }

    /// The subject of the sentence that begins at token `next`.
    fn next_subject(&self, paragraph: usize, next: usize) -> Option<Phrase> {
        let bounds = &self.reader.paragraphs[paragraph].bounds;
        let end = bounds.iter().copied().find(|bound| *bound > next)?;
        self.reader.main_subject(next, end)
    }
}

/// Whether a cue is one of the tables.
fn is_report(cue: Option<DraftCue>) -> bool {
    cue.is_some_and(|cue| cue.verb.is_some())
}
