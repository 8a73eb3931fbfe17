//! Who speaks elsewhere and not in an article.

use super::super::ordered;
use super::super::voices::{Voice, Voices};
use super::{ANSWER, Absence, MOST_PASSAGES, is_answer};
use crate::align::sentences::SentenceId;
use crate::model::{Framing, FramingKind, Place};

impl Absence<'_, '_> {
    /// Who speaks elsewhere and not in an article.
    pub(super) fn voices(&self, voices: &Voices) -> Vec<Framing> {
        let count = self.coverage.articles.len();
        let mut found = Vec::new();
        for voice in voices.voices.iter().filter(|voice| voice.is_named()) {
            let heard = voice.articles();
            let is_silent = |at: &usize| !heard.contains(at) && !self.coverage.is_apart(*at);
            let silent: Vec<usize> = (0..count).filter(is_silent).collect();
            if silent.is_empty() || count < 2 {
                continue;
            }
            found.extend(self.voice(voice, &heard, silent));
        }
        found
    }

    fn voice(&self, voice: &Voice, heard: &[usize], silent: Vec<usize>) -> Option<Framing> {
        let mut places = Vec::new();
        let mut words = 0;
        let mut answers = 0.0;
        for article in heard {
            let mut own = Vec::new();
            for quotation in voice.speech(self.coverage, *article) {
                let Some(index) = self
                    .coverage
                    .narration(*article)
                    .sentence_at(quotation.start())
                else {
                    continue;
                };
                let content = quotation.content.iter().map(|span| Place {
                    article: *article,
                    span: *span,
                });
                words += content
                    .map(|place| crate::model::count_words(self.coverage.slice(place)))
                    .sum::<usize>();
                let stance = quotation.cue.as_ref().map_or("", |cue| cue.stance.as_str());
                if is_answer(stance) {
                    answers = ANSWER;
                }
                own.push(self.coverage.place(SentenceId {
                    article: *article,
                    index,
                }));
            }
            own.truncate(MOST_PASSAGES);
            places.extend(own);
        }
        if places.is_empty() {
            return None;
        }
        let named = silent
            .iter()
            .filter(|at| self.coverage.prints_name(**at, voice.last_word()))
            .count();
        let outlets = self.coverage.outlets(&silent);
        let note = if named == silent.len() {
            self.coverage.texts.named_not_heard_in(outlets)
        } else {
            self.coverage.texts.not_heard_in(outlets)
        };
        let is_one = |at: &usize| self.is_one_voice(heard[0], *at);
        let several = if heard.iter().all(is_one) { 0.2 } else { 2.2 };
        Some(Framing {
            kind: FramingKind::Omission,
            about: voice.name.clone(),
            places: ordered(places),
            note,
            is_clear: true,
            missing_in: silent,
            versions: Vec::new(),
            weight: several + answers + (words as f64).min(120.0).sqrt() * 0.25,
        })
    }
}
