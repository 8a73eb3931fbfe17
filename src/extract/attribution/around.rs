//! The words around a tag: what stands before it, and whether they go on behind it.
//!
//! ```text
//! │“We lost,”│ said Lee, │“but we go on.”│      │The plan│, Lee said, │was over│.
//! ```

use super::{Attribution, is_verb};
use crate::extract::phrases::Phrase;
use crate::extract::reports::{Layout, Opening, Report};
use crate::extract::tokens::TokenKind;
use crate::lexicon::{CueVerb, class};
use crate::model::CueGroup;

impl Attribution<'_, '_> {
    /// The reported words between `cursor` and a tag that begins at `tag`.
    pub(super) fn before_tag(&self, cursor: usize, tag: usize) -> Option<Phrase> {
        let mut start = cursor;
        // He saw it coming: “We lost,” Lee said.
        let tokens = &self.reader.tokens;
        // Nobody cheered (“It is a sham,” said Lee).
        let bracket = (start..tag)
            .rev()
            .find(|at| tokens[*at].is_sign('(') || tokens[*at].is_sign(')'));
        if let Some(open) = bracket.filter(|at| tokens[*at].is_sign('(')) {
            start = open + 1;
        }
        if tag > start + 2 && tokens[tag - 1].quote().is_some() && tokens[tag - 2].is_sign(':') {
            start = tag - 1;
        }
        let is_foreign = self.reader.grammar().is_some();
        let colon = (start..tag).rev().find(|at| tokens[*at].is_sign(':'));
        if let Some(colon) = colon.filter(|_| is_foreign) {
            start = colon + 1;
        }
        while start < tag && !self.is_content_token(start) {
            start += 1;
        }
        let mut end = tag;
        while end > start && self.reader.tokens[end - 1].is_sign(',') {
            end -= 1;
        }
        (start < end).then_some(Phrase { start, end })
    }

    fn is_content_token(&self, at: usize) -> bool {
        let token = &self.reader.tokens[at];
        token.is_word() || token.quote().is_some()
    }

    /// The reported words that go on behind a tag that ends at `tag`.
    pub(super) fn after_tag(
        &self,
        tag: usize,
        end: usize,
        before: Option<Phrase>,
        later: &[Report],
    ) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let mut at = tag;
        while at < end
            && (tokens[at].is_sign(',') || tokens[at].is_dash() || tokens[at].is_sign(':'))
        {
            at += 1;
        }
        let first = tokens.get(at).filter(|_| at < end)?;
        let quoted_before = before.is_some_and(|before| tokens[before.end - 1].quote().is_some());
        if first.quote().is_some() {
            return Some(Phrase {
                start: at,
                end: self.reader.content_limit(at, end, Opening::Quote, later),
            });
        }
        // “It was luck,” he said, that nobody was hurt.
        let links = class::COMPLEMENTIZER | class::INFINITIVE | class::AUXILIARY;
        // « Il riait », raconte Lucie, à qui il …: about who speaks.
        let is_relative = tokens
            .get(at + 1)
            .is_some_and(|next| next.is(class::RELATIVE) && !next.is(class::COMPLEMENTIZER));
        let is_linked = first.kind == TokenKind::Lower && first.is(links) && !is_relative;
        // It was late, according to the log, the mayor said.
        let opens_tag = |other: &Report| {
            let starts = other.speaker.is_some_and(|speaker| speaker.start == at);
            starts && matches!(other.layout, Layout::Tag(next) if next.start == at)
        };
        // In May, according to the log, Roy told Lee: “Go.”
        let opens_report = |other: &Report| {
            let speaks = |verb: CueVerb| verb.group == CueGroup::Speech;
            if !other.verb.is_some_and(speaks) {
                return false; // In May, Lee said, the board considered it “dead”.
            }
            let starts = other.speaker.is_some_and(|speaker| speaker.start == at);
            let Layout::Introduces(words, _) = other.layout else {
                return false;
            };
            starts && (words..end).any(|at| tokens[at].quote().is_some())
        };
        let is_of_another = |other: &Report| opens_tag(other) || opens_report(other);
        let goes_on = at > tag
            && !later.iter().any(is_of_another)
            && (!quoted_before || is_linked)
            && before.is_some()
            && first.is_word()
            && (!first.is(class::GERUND | class::RELATIVE) || first.is(class::COMPLEMENTIZER))
            && !(first.is(class::PREPOSITION)
                && !first.is(class::INFINITIVE)
                && self.is_verbless(at, end));
        goes_on.then(|| Phrase {
            start: at,
            end: self.reader.content_limit(at, end, Opening::Clause, later),
        })
    }

    /// Whether no verb but an infinitive, and no quoted string, stands among the tokens up to the next comma.
    fn is_verbless(&self, from: usize, end: usize) -> bool {
        let tokens = &self.reader.tokens;
        let mut words = (from..end).take_while(|at| !tokens[*at].is_sign(','));
        !words.any(|at| {
            let is_verb = tokens[at].is(class::AUXILIARY) || is_verb(&tokens[at]);
            tokens[at].quote().is_some() || is_verb && !tokens[at - 1].is(class::INFINITIVE)
        })
    }
}
