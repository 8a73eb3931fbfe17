//! Which words of an article are claimed, and by which quotation.

use super::Attribution;
use crate::extract::drafts::{Draft, DraftCue};
use crate::extract::marks::Ending;
use crate::extract::phrases::Phrase;
use crate::extract::reports::Report;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::class;
use crate::model::CueGroup;

/// Most tokens between a cue and the comma before what it leads to: "told her directly,".
const MAX_AUDIENCE: usize = 4;

impl Attribution<'_, '_> {
    pub(super) fn add(
        &mut self,
        content: Vec<Phrase>,
        speaker: Option<Phrase>,
        cue: Option<DraftCue>,
    ) {
        for part in &content {
            self.claim(*part);
        }
        let is_quoted = content.iter().any(|part| self.holds_quote(*part));
        self.drafts.push(Draft {
            content,
            speaker,
            cue,
            is_quoted,
            passed_on: Vec::new(),
        });
    }

    /// Lee wrote that Roy told her, │“Go.”│ The words that a report inside another's content leads to are those of its
    /// own speaker.
    pub(super) fn pass_on(&mut self, report: &Report, quote: usize) {
        let tokens = &self.reader.tokens;
        let leads = tokens[quote - 1].is_sign(',') || tokens[quote - 1].is_sign(':');
        let is_beside = (report.cue.end..=report.cue.end + MAX_AUDIENCE).contains(&(quote - 1));
        if leads && is_beside && tokens[quote].quote().is_some() {
            self.pass_on_words(report, Phrase::of(quote));
        }
    }

    /// Lee wrote that Roy said │she had “serious doubts”.│ The quoted strings in what a report inside another's content
    /// tells are those of its own speaker, if he is named right before the verb.
    pub(super) fn pass_on_clause(&mut self, report: &Report, clause: Phrase) {
        let tells = report
            .verb
            .is_some_and(|verb| verb.group == CueGroup::Speech);
        let is_finite = !report.is_noun && !report.is_dependent && !report.could_be_noun;
        let is_named = report.speaker.is_some_and(|speaker| {
            let mut words = self.reader.tokens[speaker.start..speaker.end].iter();
            speaker.end == report.cue.start && words.all(|word| word.kind == TokenKind::Capital)
        });
        if tells && is_finite && is_named && self.holds_quote(clause) {
            self.pass_on_words(report, clause);
        }
    }

    /// Gives `words` inside the content of the last draft to who speaks in it, unless a pronoun does, which may stand
    /// for the outer speaker.
    fn pass_on_words(&mut self, report: &Report, words: Phrase) {
        let tokens = &self.reader.tokens;
        let Some((speaker, outer)) = report.speaker.zip(self.drafts.last_mut()) else {
            return;
        };
        let holds = |part: &Phrase| part.start <= speaker.start && words.end <= part.end;
        let is_somebody = !tokens[speaker.start].is(class::SUBJECT | class::RELATIVE);
        if !is_somebody || !outer.reports_speech() || !outer.content.iter().any(holds) {
            return;
        }
        let quotes = tokens.quotes(words.start, words.end).map(|(at, _)| at);
        outer.passed_on.extend(quotes);
        let cue = DraftCue::of(report);
        self.add(vec![words], Some(speaker), Some(cue));
    }

    pub(super) fn extend(&mut self, draft: usize, part: Phrase) {
        self.claim(part);
        self.drafts[draft].content.push(part);
        self.drafts[draft].is_quoted = true;
        self.open = Some(draft);
    }

    fn claim(&mut self, part: Phrase) {
        for (_, quote) in self.reader.tokens.quotes(part.start, part.end) {
            self.claimed[quote] = true;
        }
    }

    pub(super) fn content_end(&self, draft: usize) -> usize {
        self.drafts[draft].content.last().map_or(0, |part| part.end)
    }

    /// The first quoted string among the tokens of a part.
    pub(super) fn first_quote(&self, part: Phrase) -> Option<usize> {
        let (at, _) = self.reader.tokens.quotes(part.start, part.end).next()?;
        Some(at)
    }

    pub(super) fn holds_quote(&self, part: Phrase) -> bool {
        self.first_quote(part).is_some()
    }

    /// Whether the tokens hold quoted strings and nothing else but signs.
    pub(super) fn is_quoted_only(&self, part: Phrase) -> bool {
        let mut tokens = self.reader.tokens[part.start..part.end].iter();
        !tokens.any(Token::is_word) && self.holds_quote(part)
    }

    /// Whether the string at the start of a paragraph goes on from the paragraph before.
    pub(super) fn continues(&self, start: usize) -> bool {
        self.reader.tokens[start]
            .quote()
            .is_some_and(|quote| self.goes_on_from_before(quote))
    }

    pub(super) fn goes_on_from_before(&self, quote: usize) -> bool {
        quote > 0 && self.reader.quotes[quote - 1].ending == Ending::Continues
    }

    /// Whether the paragraph before the one that begins at `start` ends with a colon.
    pub(super) fn follows_colon(&self, start: usize) -> bool {
        start > 0 && self.reader.tokens[start - 1].is_sign(':')
    }
}
