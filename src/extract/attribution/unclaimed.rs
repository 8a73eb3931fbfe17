//! Quoted strings that no cue claims: speech if they are long, a title, a nickname or a scare quote if they are
//! short; speech goes to the nearest cue that could be meant.

use super::{Attribution, is_verb};
use crate::extract::drafts::DraftCue;
use crate::extract::phrases::{Phrase, is_name, phrase_after, subject_before};
use crate::extract::reports::Report;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::class;

impl Attribution<'_, '_> {
    /// What no cue of the sentence has claimed.
    pub(super) fn unclaimed(&mut self, paragraph: usize, sentence: Phrase, reports: &[Report]) {
        let reader = self.reader;
        for (at, quote) in reader.tokens.quotes(sentence.start, sentence.end) {
            if self.claimed[quote] {
                continue;
            }
            let opens_paragraph = self.reader.quotes[quote].outer.start
                == self.reader.paragraphs[paragraph].span.start;
            let goes_on = opens_paragraph && self.goes_on_from_before(quote)
                || self.is_annotated(sentence, at, quote);
            if let Some(draft) = self.open.filter(|_| goes_on) {
                self.extend(
                    draft,
                    Phrase {
                        start: at,
                        end: at + 1,
                    },
                );
                continue;
            }
            if !self.is_speech(quote) || self.is_a_name_or_sign(sentence, at, quote) {
                continue;
            }
            let (speaker, cue) = self.nearest(sentence, at, reports);
            self.add(
                vec![Phrase {
                    start: at,
                    end: at + 1,
                }],
                speaker,
                cue,
            );
        }
    }

    /// “We lost,” said Lee. │“We shall win in Orme,” which votes in May.│ Whether the reporter only explains the quoted
    /// string that opens a sentence.
    fn is_annotated(&self, sentence: Phrase, at: usize, quote: usize) -> bool {
        let next = self.reader.tokens.get(at + 1);
        let explains = |next: &Token| next.is(class::RELATIVE) || next.is_dash();
        at == sentence.start && next.is_some_and(explains) && self.is_speech(quote)
    }

    /// The video was │slammed│ as “tasteless” by │veterans' groups│: who stands behind the quoted string at `at`, and the
    /// verb of a passive before it.
    fn agent_behind(&self, sentence: Phrase, at: usize) -> Option<(Phrase, usize)> {
        let tokens = &self.reader.tokens;
        let by = tokens.get(at + 1).filter(|_| at + 2 < sentence.end)?;
        let verb = (sentence.start + 1..at)
            .rev()
            .find(|at| is_verb(&tokens[*at]))?;
        let is_passive = tokens[verb - 1].is(class::COPULA);
        let agent = phrase_after(tokens, at + 2, sentence.end)?;
        let fits = by.is(class::AGENT) && is_passive && self.is_somebody(agent);
        fits.then_some((agent, verb))
    }

    /// “We lost,” │Ann Lee│ in an interview on Monday: the name behind the string at `at`, where the verb is missing.
    fn named_behind(&self, sentence: Phrase, at: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let quote = tokens[at].quote()?;
        let inner = self.reader.quotes[quote].inner.slice(self.reader.text);
        let names = (at + 1..sentence.end)
            .take_while(|at| is_name(&tokens[*at]))
            .count();
        let end = at + 1 + names;
        let is_cut_off = tokens
            .get(end)
            .filter(|_| end < sentence.end)?
            .is(class::INSIDE);
        (inner.ends_with(',') && names > 0 && is_cut_off).then_some(Phrase { start: at + 1, end })
    }

    /// The speaker and the cue of a quoted string that stands in no pattern: a verb right behind it with
    /// its subject, the nearest cue, or the subject of the sentence.
    fn nearest(
        &self,
        sentence: Phrase,
        at: usize,
        reports: &[Report],
    ) -> (Option<Phrase>, Option<DraftCue>) {
        if let Some(credit) = self.credit_line(at + 1) {
            return (Some(credit), None);
        }
        if let Some((agent, verb)) = self.agent_behind(sentence, at) {
            let cue = DraftCue::word(verb);
            return (Some(agent), Some(cue));
        }
        if let Some(name) = self.named_behind(sentence, at) {
            return (Some(name), None);
        }
        // While Lee told of “a plan that works,” Roy left: what stands behind the clause does not report it.
        let is_closed = at > sentence.start + 1
            && self.reader.tokens[sentence.start].is(class::SUBORDINATOR)
            && self.reader.tokens[at]
                .quote()
                .is_some_and(|quote| self.reader.is_speech_like(quote));
        let near = reports
            .iter()
            .filter(|report| !is_closed || report.cue.start < at)
            .filter(|report| !self.is_of_another_clause(at, report))
            .min_by_key(|report| report.cue.start.abs_diff(at));
        if let Some(report) = near {
            return (report.speaker, Some(DraftCue::of(report)));
        }
        let tokens = &self.reader.tokens;
        let behind = (at + 1..sentence.end.min(at + 12)).find(|i| is_verb(&tokens[*i]));
        if let Some(verb) = behind.filter(|_| !is_closed)
            && let Some(subject) = subject_before(tokens, at + 1, verb)
        {
            let cue = DraftCue::word(verb);
            return (Some(subject), Some(cue));
        }
        if let Some(document) = self.document_before(sentence, at) {
            let cue = DraftCue::word(document.end - 1);
            return (Some(document), Some(cue));
        }
        let verb = (sentence.start..at).rev().find(|i| is_verb(&tokens[*i]));
        let cue = verb.map(DraftCue::word);
        let subject = self.reader.main_subject(sentence.start, at);
        let tells = |subject: &Phrase| {
            let is_single = subject.end == subject.start + 1;
            !(is_single && tokens[subject.start].is(class::NEUTER)) // "It was “a long night.”"
        };
        // Tickets were labelled as “gifts”: not theirs.
        let is_passive = verb.is_some_and(|verb| {
            let group = self.reader.group_start(sentence.start, verb);
            self.reader.has_copula(group, verb) && !tokens[verb].is(class::GERUND)
        });
        let holder = self.reader.holder_of_view(sentence.start, at);
        let speaker = holder.or(subject.filter(|subject| tells(subject) && !is_passive));
        match self.prior {
            // Both sides “agreed to meet”: the quoted words hold the verb; who told it goes on.
            Some(prior) if speaker.is_none() && verb.is_none() => prior,
            _ => (speaker, cue),
        }
    }

    /// He cut her short with “no, no” │when she asked why: whether a report behind the quoted string at `at` stands in a
    /// clause that tells when it was said.
    fn is_of_another_clause(&self, at: usize, report: &Report) -> bool {
        let tokens = &self.reader.tokens;
        let subject = report
            .speaker
            .map_or(report.cue.start, |speaker| speaker.start);
        subject == at + 2 && tokens[at + 1].is(class::OCCASION)
    }

    /// The token behind the paragraphs from token `at` on that are words of a post.
    pub(super) fn behind_post(&self, at: usize) -> usize {
        let words = self.reader.tokens[at..].iter();
        at + words.take_while(|token| self.is_set_off(token)).count()
    }

    /// Whether `sentence`, which is quoted, goes on with the paragraph of a post that ends the draft.
    pub(super) fn goes_on_post(&self, draft: usize, sentence: Phrase) -> bool {
        self.waiting.is_empty()
            && self.content_end(draft) == sentence.start
            && self.is_set_off(&self.reader.tokens[sentence.start])
    }

    /// Whether a token is a quoted string that stands without marks.
    fn is_set_off(&self, token: &Token) -> bool {
        token.quote().is_some_and(|quote| {
            let outer = self.reader.quotes[quote].outer;
            let opens = |sign: char| sign == '>' || sign.is_alphanumeric();
            outer.slice(self.reader.text).starts_with(opens)
        })
    }

    /// “We shall rebuild it.” — │Commissioner Ann Lee│: the name that a dash at token `dash` sets behind a quoted
    /// string, alone up to the end of its paragraph or with the handle of a post.
    pub(super) fn credit_line(&self, dash: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        // A line of a block quotation begins with its sign.
        let dash = dash + usize::from(tokens.get(dash)?.is_sign('>'));
        tokens.get(dash).filter(|token| token.is_dash())?;
        let paragraphs = &self.reader.paragraphs;
        let next = paragraphs.partition_point(|paragraph| paragraph.bounds[0] <= dash);
        let end = *paragraphs.get(next.checked_sub(1)?)?.bounds.last()?;
        let handle = (dash + 1..end).find(|at| opens_handle(&tokens[*at..end]));
        let name = phrase_after(tokens, dash + 1, handle.unwrap_or(end))?;
        let rest = &tokens[name.end..end];
        let is_alone = handle == Some(name.end)
            || rest.iter().all(|token| token.is_sign('.'))
            || rest.iter().all(is_of_date);
        let is_named = tokens[name.start..name.end].iter().any(is_name);
        (is_alone && is_named).then_some(name)
    }

    /// By the board's own account, “…”: the document that opens the sentence before a quoted string.
    fn document_before(&self, sentence: Phrase, at: usize) -> Option<Phrase> {
        let tokens = &self.reader.tokens;
        let first = tokens.get(sentence.start)?;
        let comma = (sentence.start..at).find(|i| tokens[*i].is_sign(','))?;
        let is_document = first.is(class::PREPOSITION)
            && comma > sentence.start + 1
            && tokens[comma - 1].is(class::DOCUMENT);
        is_document.then(|| Phrase {
            start: sentence.start + 1,
            end: comma,
        })
    }

    /// Whether an unclaimed quoted string is long enough, and not written as a title is.
    pub(super) fn is_speech(&self, quote: usize) -> bool {
        if self.reader.lexicon.is_none() {
            return true; // Without tables a reader sees all strings and judges for himself.
        }
        let inner = self.reader.quotes[quote].inner.slice(self.reader.text);
        let words: Vec<&str> = inner
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .collect();
        let capitals = words
            .iter()
            .filter(|word| word.starts_with(char::is_uppercase))
            .count();
        words.len() >= SPEECH_WORDS && capitals * 5 <= words.len() * 3
    }

    /// Whether a quoted string inside a sentence is short enough to be a title, or stands on a banner: where
    /// titles are not written with capitals, their length tells them.
    fn is_a_name_or_sign(&self, sentence: Phrase, at: usize, quote: usize) -> bool {
        let inner = self.reader.quotes[quote].inner.slice(self.reader.text);
        self.reader.grammar().is_some()
            && (inner.split_whitespace().count() <= SPEECH_WORDS
                || self
                    .reader
                    .bears_inscription(sentence.start, at, sentence.end))
    }
}

/// Whether a handle stands here, as it does behind a name: "(@annlee) March 3, 2023".
fn opens_handle(rest: &[Token]) -> bool {
    rest.len() > 1 && rest[0].is_sign('(') && rest[1].is_sign('@')
}

/// Whether a token can be a part of ", March 3, 2023".
fn is_of_date(token: &Token) -> bool {
    token.is_sign(',') || token.kind == TokenKind::Number || token.is(class::TEMPORAL)
}

/// Fewest words that make an unclaimed quoted string speech: of those of six words and more in news
/// text, at most 3 % belong to nobody; of those of up to three, one in four.
const SPEECH_WORDS: usize = 3;

#[cfg(test)]
mod tests {
    use crate::{Article, extract};

    fn speakers(text: &str) -> Vec<Option<String>> {
        let found = extract::extract(&Article::new("post", text)).quotations;
        let name = |speaker: crate::model::Speaker| speaker.name;
        found.into_iter().map(|one| one.speaker.map(name)).collect()
    }

    #[test]
    fn a_name_behind_a_dash_is_the_credit_of_the_words_before_it() {
        let expected = [Some("Ann Lee".to_owned())];
        assert_eq!(
            speakers("“We shall rebuild every house in the valley.” — Commissioner Ann Lee"),
            expected
        );
        assert_eq!(
            speakers(
                "“We shall rebuild every house.”\n\n— Commissioner Ann Lee\n\nThe rain went on."
            ),
            expected
        );
    }

    #[test]
    fn a_clause_behind_a_dash_is_none() {
        let found = speakers("“We shall rebuild every house” — Bo Roy doubts it.");
        assert!(!found.contains(&Some("Bo Roy doubts it".to_owned())));
    }
}
