//! Reports without a cue of the tables: any verb right behind a quoted string, and a colon before one.
//!
//! ```text
//! “We won!” │beamed│ Ann Lee.        “Out!” │came│ shouts from the crowd.        She gave him a compliment: “…”
//! ```

use super::{Layout, Opening, Report};
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, phrase_after, subject_before};
use crate::lexicon::class;

impl Reader<'_> {
    /// “We won!” beamed Ann Lee: any verb right behind a quoted string, with its subject before or
    /// behind it, is a tag.
    pub(super) fn unlisted_tag(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        let is_open_quote = |token: usize| {
            self.tokens[token]
                .quote()
                .is_some_and(|quote| self.is_speech_like(quote))
        };
        let behind_quote = |token: usize| token > start && is_open_quote(token - 1);
        let cue = Phrase {
            start: at,
            end: at + 1,
        };
        let (speaker, tag) = if behind_quote(at) {
            let subject = phrase_after(&self.tokens, at + 1, end)?;
            let speaker = self.behind_shouts(subject, end).unwrap_or(subject);
            (
                speaker,
                Phrase {
                    start: at,
                    end: speaker.end,
                },
            )
        } else {
            let group = self.group_start(start, at);
            let speaker = subject_before(&self.tokens, start, group)?;
            let is_modal = (group..at).any(|i| self.tokens[i].is(class::AUXILIARY));
            if !behind_quote(speaker.start)
                || !self.is_somebody(speaker)
                || is_modal
                || self.is_apposed_to_quote(start, speaker.start)
            {
                return None;
            }
            let end = self.tag_end(at + 1, end);
            (
                speaker,
                Phrase {
                    start: speaker.start,
                    end,
                },
            )
        };
        Some(Report::without_verb(cue, Some(speaker), Layout::Tag(tag)))
    }

    /// “Out!” came shouts from │the crowd│: from whom what stands behind the verb comes.
    fn behind_shouts(&self, subject: Phrase, end: usize) -> Option<Phrase> {
        let from = self.tokens.get(subject.end).filter(|_| subject.end < end)?;
        let fits = from.is(class::ORIGIN) && !self.is_somebody(subject);
        fits.then(|| phrase_after(&self.tokens, subject.end + 1, end))?
    }

    /// A self-described “geek,” │Lee moved; While Roy praised “the plan,” │Lee left: whether the quoted string before the
    /// subject at `at` belongs to a description of that subject or to a clause that opens the sentence.
    fn is_apposed_to_quote(&self, start: usize, at: usize) -> bool {
        let quote = at - 1;
        let first = &self.tokens[start];
        let mut words = self.tokens[start..quote].iter();
        let is_verbless = words.all(|token| {
            token.is_word() && !token.is(class::AUXILIARY | class::CUE | class::SUBJECT)
        });
        let describes = first.is(class::DETERMINER | class::POSSESSIVE) && is_verbless;
        quote > start && (describes || first.is(class::SUBORDINATOR))
    }

    /// Ann Lee: “We won.” / She gave him a compliment: “…”: a colon before a quoted string reports what
    /// the name before it, or the subject of its clause, says.
    pub(super) fn colon_report(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        self.tokens.get(at + 1).filter(|_| at + 1 < end)?.quote()?;
        let named = phrase_after(&self.tokens, start, at).filter(|phrase| phrase.end == at);
        let speaker = named
            .or_else(|| self.name_behind_dash(start, at))
            .or_else(|| self.sender_before_colon(start, at))
            .or_else(|| self.holder_of_view(start, at))
            .or_else(|| self.clause_subject(start, at));
        let layout = Layout::Introduces(at + 1, Opening::Quote);
        Some(Report::without_verb(Phrase::of(at), speaker, layout))
    }
}
