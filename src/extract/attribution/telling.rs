//! Words that go on with who spoke before, or around a phrase that names the speaker, outside English.
//!
//! ```text
//! „Wir warten“, sagte sie. │Die Lage bleibe ernst.│              no cue: the mood of reported speech
//! La ministra llegó. «Nadie falta», prometió.                    no subject: who acted last
//! Ein Urteil wird nach Angaben des Gerichts │im März erwartet│   on both sides of the phrase
//! ```

use super::Attribution;
use crate::extract::phrases::Phrase;
use crate::extract::reports::{Opening, Report};
use crate::extract::tokens::Token;
use crate::extract::verbs::is_finite;

impl Attribution<'_, '_> {
    /// „Wir warten“, sagte sie. │Die Lage bleibe ernst.│: whether a sentence without a cue, in the mood of reported
    /// speech, goes on with what was said before it; it is then claimed.
    pub(super) fn goes_on_telling(&mut self, sentence: Phrase, first_draft: usize) -> bool {
        let is_free = self.drafts.len() == first_draft && self.reader.tells_for_another(sentence);
        // Die Präsidentin stellte sich vor ihn. │Er sei ehrlich.│
        let subject = self.prior.and_then(|(subject, _)| subject);
        let told = self
            .told
            .or(subject.filter(|subject| self.is_somebody(*subject)));
        let Some(speaker) = told.filter(|_| is_free) else {
            return false;
        };
        let last = &self.reader.tokens[sentence.end - 1];
        let end = sentence.end - usize::from(last.is_sign('.'));
        self.add(
            vec![Phrase {
                start: sentence.start,
                end,
            }],
            Some(speaker),
            None,
        );
        self.told = Some(speaker);
        true
    }

    /// Ein Urteil wird nach Angaben des Gerichts │im März erwartet│: outside English, what goes on behind a phrase that
    /// names the speaker in the middle of a clause.
    pub(super) fn behind_naming(
        &self,
        report: &Report,
        tag: Phrase,
        end: usize,
        later: &[Report],
    ) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let is_naming = report.verb.is_some_and(|verb| verb.frames.names_speaker())
            && self.reader.grammar().is_some();
        let is_inside =
            tokens[tag.start].is_word() && tokens.get(tag.end).is_some_and(Token::is_word);
        (is_naming && is_inside && tag.end < end).then(|| Phrase {
            start: tag.end,
            end: self
                .reader
                .content_limit(tag.end, end, Opening::Clause, later),
        })
    }

    /// Il n'a pas épargné ses joueurs, │coupables selon lui d'avoir triché: leaves what stands behind the last comma
    /// before a phrase that names the speaker, if that is no clause.
    pub(super) fn without_main_clause(&self, content: &mut [Phrase]) {
        let tokens = &self.reader.tokens;
        let Some(last) = content.last_mut() else {
            return;
        };
        let comma = (last.start..last.end)
            .rev()
            .find(|at| tokens[*at].is_sign(','));
        let behind = comma.map_or(last.start, |comma| comma + 1);
        if behind < last.end && !tokens[behind..last.end].iter().any(is_finite) {
            last.start = behind;
        }
    }

    /// «…», dijo: a verb without a subject goes with who acted last, in this paragraph or the one before.
    pub(super) fn credit_dropped_subjects(&self, paragraph: usize, reports: &mut [Report]) {
        let Some(grammar) = self.reader.grammar() else {
            return;
        };
        let actor = self.actor.filter(|(_, at)| at + 1 >= paragraph);
        let actor = actor.map(|(actor, _)| actor);
        // "heißt es weiter": who spoke, where verbs do not lack their subjects.
        let told = self.told.filter(|_| !grammar.mood_endings.is_empty());
        for report in reports.iter_mut().filter(|report| report.speaker.is_none()) {
            report.speaker = told.or(actor);
        }
    }
}
