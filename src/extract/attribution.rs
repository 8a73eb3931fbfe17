//! Quoted strings and cues to quotations: whose words are which.
//!
//! The cues of a sentence (see [`super::reports`]) claim the words around them, from left to right:
//!
//! ```text
//! “We lost,” said Lee. “It hurts.”      a tag claims the string before it and the quoted sentences after
//! Lee said the plan was “a mess,” adding that it would fail.
//!          └───────────────────┘ an introduction claims up to the next cue of the same subject
//! “We lost.                             a quoted paragraph goes on with the speaker of the one before
//! ```
//!
//! What no cue claims is speech if it is long, and a title, a nickname or a scare quote if it is short.

use super::Reader;
use super::marks::Ending;
use super::phrases::{Phrase, subject_before};
use super::reports::{Layout, Opening, Report};
use super::tokens::{Token, TokenKind};
use crate::Span;
use crate::lexicon::{CueVerb, class};

/// A quotation whose speaker is still a phrase.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Tokens of the content, in order.
    pub content: Vec<Phrase>,
    pub speaker: Option<Phrase>,
    pub cue: Option<DraftCue>,
    /// Index of the paragraph where the content ends.
    paragraph: usize,
}

/// The cue of a draft: its tokens and what the lexicon says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct DraftCue {
    pub tokens: Phrase,
    pub verb: Option<CueVerb>,
}

/// Fewest words that make an unclaimed quoted string speech: of those of six words and more in news
/// text, at most 3 % belong to nobody; of those of up to three, one in four.
const SPEECH_WORDS: usize = 3;

/// The quotations of an article, in order of their content.
pub(super) fn attribute(reader: &Reader) -> Vec<Draft> {
    let mut attribution = Attribution {
        reader,
        drafts: Vec::new(),
        claimed: Vec::new(),
        open: None,
        waiting: Vec::new(),
        prior: None,
    };
    attribution.claimed.resize(reader.quotes.len(), false);
    for index in 0..reader.paragraphs.len() {
        attribution.paragraph(index);
    }
    let mut drafts = attribution.drafts;
    drafts.retain(|draft| !draft.content.is_empty());
    drafts.sort_by_key(|draft| draft.content[0].start);
    drafts
}

struct Attribution<'r, 'a> {
    reader: &'r Reader<'a>,
    drafts: Vec<Draft>,
    /// Whether each quoted string belongs to a draft.
    claimed: Vec<bool>,
    /// The draft that the next quoted sentence goes on with.
    open: Option<usize>,
    /// Quoted sentences that wait for a tag.
    waiting: Vec<Phrase>,
    /// Who acts in the sentence before, if that sentence leads to what follows it.
    prior: Option<Prior>,
}

/// A speaker and a cue for words that stand behind their sentence.
type Prior = (Option<Phrase>, Option<DraftCue>);

impl Attribution<'_, '_> {
    fn paragraph(&mut self, index: usize) {
        let bounds = &self.reader.paragraphs[index].bounds;
        let whole = self.tokens_of(index);
        if !self.is_quoted_only(whole) && !self.continues(whole.start) {
            self.open = self.open.filter(|_| self.follows_colon(whole.start));
        }
        for pair in bounds.windows(2) {
            self.sentence(
                index,
                Phrase {
                    start: pair[0],
                    end: pair[1],
                },
            );
        }
        self.settle_waiting(index, whole.end);
        if !self.leads_on(index) {
            self.prior = None;
        }
    }

    /// Whether a paragraph leads to the next: it ends with a colon, or a quoted paragraph follows it.
    fn leads_on(&self, index: usize) -> bool {
        let ends_with_colon = self.reader.tokens[self.tokens_of(index).end - 1].is_sign(':');
        let quoted_next = index + 1 < self.reader.paragraphs.len()
            && self.is_quoted_only(self.tokens_of(index + 1));
        ends_with_colon || quoted_next
    }

    /// The tokens of a paragraph.
    fn tokens_of(&self, paragraph: usize) -> Phrase {
        let bounds = &self.reader.paragraphs[paragraph].bounds;
        Phrase {
            start: bounds[0],
            end: bounds[bounds.len() - 1],
        }
    }

    fn sentence(&mut self, paragraph: usize, sentence: Phrase) {
        if self.is_quoted_only(sentence) {
            match self.open {
                Some(draft) if self.waiting.is_empty() => self.extend(draft, sentence, paragraph),
                _ => self.waiting.push(sentence),
            }
            return;
        }
        let reports = self.reader.reports(sentence.start, sentence.end);
        let takes_waiting = reports.first().is_some_and(
            |report| matches!(report.layout, Layout::Tag(tag) if tag.start == sentence.start),
        );
        if !takes_waiting {
            self.settle_waiting(paragraph, sentence.start);
        }
        let first_draft = self.drafts.len();
        let mut cursor = sentence.start;
        // The string that goes on from the paragraph before stands first: “…and we told them,” she said.
        for (at, report) in reports.iter().enumerate() {
            cursor = self.report(paragraph, sentence, cursor, report, &reports[at + 1..]);
        }
        self.unclaimed(paragraph, sentence, &reports);
        self.prior = Some(self.subject_and_verb(sentence, &reports));
        // What is only told in the reporter's words does not go on with a quoted sentence.
        self.open = (first_draft..self.drafts.len())
            .filter(|draft| {
                self.drafts[*draft]
                    .content
                    .iter()
                    .any(|part| self.holds_quote(*part))
            })
            .max_by_key(|draft| self.content_end(*draft));
    }

    /// Lets one cue claim its words from token `cursor` on; returns where the next may claim.
    fn report(
        &mut self,
        paragraph: usize,
        sentence: Phrase,
        cursor: usize,
        report: &Report,
        later: &[Report],
    ) -> usize {
        let cue = Some(DraftCue {
            tokens: report.cue,
            verb: report.verb,
        });
        match report.layout {
            Layout::Tag(tag) => {
                if tag.start < cursor {
                    return cursor;
                }
                let mut content: Vec<Phrase> = std::mem::take(&mut self.waiting);
                let before = self.before_tag(cursor, tag.start);
                content.extend(before);
                if content.is_empty() {
                    return cursor;
                }
                let mut end = tag.end;
                if let Some(after) = self.after_tag(tag.end, sentence.end, before, later) {
                    end = after.end;
                    content.push(after);
                }
                self.add(content, report.speaker, cue, paragraph);
                end
            }
            Layout::Introduces(start, opening) => {
                if report.cue.start < cursor || start >= sentence.end {
                    return cursor;
                }
                let end = self.content_limit(start, sentence.end, opening, later);
                let content = Phrase { start, end };
                if end <= start
                    || !self.is_reported(report, opening, content)
                    || self.yields(report, opening, content, later)
                {
                    return cursor;
                }
                self.add(vec![content], report.speaker, cue, paragraph);
                end
            }
        }
    }

    /// Whether what a cue introduces is a quotation: quoted words always are; other words when somebody is
    /// credited with them.
    fn is_reported(&self, report: &Report, opening: Opening, content: Phrase) -> bool {
        if self.holds_quote(content) {
            return true;
        }
        let Some(speaker) = report.speaker else {
            return false;
        };
        match opening {
            Opening::Quote => false,
            Opening::That | Opening::Clause | Opening::Infinitive => true,
            Opening::Object => self.is_reported_object(speaker, report, content),
        }
    }

    /// Whether an object without quotation marks is what somebody says of it ("denied the charges"): the
    /// subject is no bare relative ("the group that introduced the bill"), the object more than a pronoun,
    /// and the verb none that could as well be a plural noun ("in six states").
    fn is_reported_object(&self, speaker: Phrase, report: &Report, content: Phrase) -> bool {
        let tokens = &self.reader.tokens;
        let is_pronoun = content.end - content.start == 1
            && tokens[content.start].is(class::OBJECT | class::SUBJECT | class::DEMONSTRATIVE);
        let is_thing = tokens[speaker.start].is(class::DEMONSTRATIVE)
            || tokens[speaker.start].is(class::RELATIVE)
                && !tokens[speaker.start].is(class::SUBJECT);
        !is_pronoun && !is_thing && !report.could_be_noun
    }

    /// Whether the quoted words in `content` belong to a later cue of the sentence: one with a subject of
    /// its own behind a cue that has none ("Asked about it, Lee said …") or that takes no clause ("called
    /// for messages that the office says are …").
    fn yields(&self, report: &Report, opening: Opening, content: Phrase, later: &[Report]) -> bool {
        let is_tag = |other: &Report| matches!(other.layout, Layout::Tag(_));
        if !self.holds_quote(content) && later.iter().any(is_tag) {
            // "The board wants it closed, Lee said": what the board wants is Lee's account.
            return true;
        }
        let takes_clause = matches!(opening, Opening::That | Opening::Clause | Opening::Quote);
        if takes_clause && report.speaker.is_some() {
            return false;
        }
        later.iter().any(|other| {
            let Layout::Introduces(start, _) = other.layout else {
                return false;
            };
            let quote = (start..content.end).find(|at| self.reader.tokens[*at].quote().is_some());
            let first =
                (content.start..content.end).find(|at| self.reader.tokens[*at].quote().is_some());
            start < content.end
                && !other.is_dependent
                && other.speaker.is_some()
                && quote.is_some()
                && quote == first
        })
    }

    /// The reported words between `cursor` and a tag that begins at `tag`.
    fn before_tag(&self, cursor: usize, tag: usize) -> Option<Phrase> {
        let mut start = cursor;
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
    fn after_tag(
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
                end: self.content_limit(at, end, Opening::Quote, later),
            });
        }
        let goes_on = at > tag
            && !quoted_before
            && before.is_some()
            && first.is_word()
            && !first.is(class::GERUND | class::RELATIVE | class::CONJUNCTION);
        goes_on.then(|| Phrase {
            start: at,
            end: self.content_limit(at, end, Opening::Clause, later),
        })
    }

    /// End of the content that begins at `start`: the sentence's end, the next cue of the same level, or
    /// the insertion behind the last quoted string.
    fn content_limit(&self, start: usize, end: usize, opening: Opening, later: &[Report]) -> usize {
        let tokens = &self.reader.tokens;
        let mut limit = end;
        for report in later {
            let begins = match report.layout {
                Layout::Tag(_) => continue,
                Layout::Introduces(..) if report.is_dependent => report.cue.start,
                Layout::Introduces(..) => match report.speaker {
                    Some(speaker)
                        if self.opens_main_clause(speaker.start)
                            && !self.reader.tokens[speaker.start].is(class::RELATIVE) =>
                    {
                        speaker.start
                    }
                    _ => continue,
                },
            };
            if begins > start {
                if let Some(cut) = self.coordination(start, begins) {
                    limit = limit.min(cut);
                    break;
                }
            }
        }
        let last_quote = (start..limit)
            .rev()
            .find(|at| tokens[*at].quote().is_some());
        if let Some(quote) = last_quote {
            limit = self.limit_after_quote(quote, limit);
        } else {
            limit = self.limit_without_quote(start, limit, opening);
        }
        while limit > start
            && matches!(
                tokens[limit - 1].kind,
                TokenKind::Sign('.' | ',' | ';' | '—' | ':')
            )
        {
            limit -= 1;
        }
        limit
    }

    /// Whether a subject at token `at` stands behind a comma, with or without "but" between them.
    fn opens_main_clause(&self, at: usize) -> bool {
        let tokens = &self.reader.tokens;
        let is_separator = |at: usize| tokens[at].is_sign(',') || tokens[at].is_sign(';');
        match at.checked_sub(1) {
            Some(before) if is_separator(before) => true,
            Some(before) if before > 0 => {
                tokens[before].is(class::CONJUNCTION | class::CONTRAST) && is_separator(before - 1)
            }
            _ => false,
        }
    }

    /// Where the content ends when the cue at `cue` shares its subject: at the comma or "and" before it.
    fn coordination(&self, start: usize, cue: usize) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let mut at = cue;
        while at > start && tokens[at - 1].is(class::ADVERB | class::AUXILIARY) {
            at -= 1;
        }
        let mut cut = None;
        while at > start {
            let before = &tokens[at - 1];
            if before.is(class::CONJUNCTION | class::SUBORDINATOR)
                || before.is_sign(',')
                || before.is_sign(';')
                || before.is_dash()
            {
                at -= 1;
                cut = Some(at);
            } else if before
                .quote()
                .is_some_and(|quote| self.reader.is_speech_like(quote))
            {
                return Some(at);
            } else {
                break;
            }
        }
        cut
    }

    /// Where reported words without quotation marks end: before the reporter's own additions.
    fn limit_without_quote(&self, start: usize, limit: usize, opening: Opening) -> usize {
        let tokens = &self.reader.tokens;
        let is_short = matches!(opening, Opening::Object | Opening::Infinitive);
        let adds = class::CONTRAST | if is_short { SHORT_ENDS } else { 0 };
        (start + 1..limit)
            .find(|at| match tokens[*at].kind {
                TokenKind::Sign(';' | '—') => true,
                TokenKind::Sign(':') => is_short,
                TokenKind::Sign(',') => tokens.get(at + 1).is_some_and(|next| next.is(adds)),
                _ => is_short && tokens[*at].is(class::CONTRAST),
            })
            .unwrap_or(limit)
    }

    /// Where the content ends behind its last quoted string.
    fn limit_after_quote(&self, quote: usize, limit: usize) -> usize {
        let tokens = &self.reader.tokens;
        let ends_clause = tokens[quote].quote().is_some_and(|index| {
            let inner = self.reader.quotes[index].inner.slice(self.reader.text);
            inner.ends_with([',', '.', '?', '!'])
        });
        if ends_clause {
            return quote + 1;
        }
        (quote + 1..limit)
            .find(|at| {
                let token = &tokens[*at];
                match token.kind {
                    TokenKind::Sign('(' | '—' | ';' | ':') => true,
                    TokenKind::Sign(',') => tokens.get(at + 1).is_some_and(ends_content),
                    _ => token.is(class::CONTRAST),
                }
            })
            .unwrap_or(limit)
    }

    /// What no cue of the sentence has claimed.
    fn unclaimed(&mut self, paragraph: usize, sentence: Phrase, reports: &[Report]) {
        for at in sentence.start..sentence.end {
            let Some(quote) = self.reader.tokens[at].quote() else {
                continue;
            };
            if self.claimed[quote] {
                continue;
            }
            if self.reader.quotes[quote].outer.start == self.reader.paragraphs[paragraph].span.start
                && let Some(draft) = self.open.filter(|_| self.goes_on_from_before(quote))
            {
                self.extend(
                    draft,
                    Phrase {
                        start: at,
                        end: at + 1,
                    },
                    paragraph,
                );
                continue;
            }
            if !self.is_speech(quote) {
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
                paragraph,
            );
        }
    }

    /// The speaker and the cue of a quoted string that stands in no pattern: a verb right behind it with
    /// its subject, the nearest cue, or the subject of the sentence.
    fn nearest(
        &self,
        sentence: Phrase,
        at: usize,
        reports: &[Report],
    ) -> (Option<Phrase>, Option<DraftCue>) {
        let near = reports
            .iter()
            .min_by_key(|report| report.cue.start.abs_diff(at));
        if let Some(report) = near {
            return (
                report.speaker,
                Some(DraftCue {
                    tokens: report.cue,
                    verb: report.verb,
                }),
            );
        }
        let tokens = &self.reader.tokens;
        let verb = (at + 1..sentence.end.min(at + 12)).find(|i| is_verb(&tokens[*i]));
        if let Some(verb) = verb
            && let Some(subject) = subject_before(tokens, at + 1, verb)
        {
            let cue = DraftCue {
                tokens: Phrase {
                    start: verb,
                    end: verb + 1,
                },
                verb: None,
            };
            return (Some(subject), Some(cue));
        }
        let verb = (sentence.start..at).rev().find(|i| is_verb(&tokens[*i]));
        let cue = verb.map(|verb| DraftCue {
            tokens: Phrase {
                start: verb,
                end: verb + 1,
            },
            verb: None,
        });
        (self.reader.main_subject(sentence.start, at), cue)
    }

    /// Whether an unclaimed quoted string is long enough, and not written as a title is.
    fn is_speech(&self, quote: usize) -> bool {
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

    /// Gives the waiting quoted sentences to whoever spoke before, or to the subject of what follows.
    fn settle_waiting(&mut self, paragraph: usize, next: usize) {
        for sentence in std::mem::take(&mut self.waiting) {
            let Some(quote) = self.reader.tokens[sentence.start].quote() else {
                continue;
            };
            if let Some(draft) = self.open {
                self.extend(draft, sentence, paragraph);
                continue;
            }
            if !self.is_speech(quote) {
                continue;
            }
            let (speaker, cue) = match self.prior {
                Some(prior) => prior,
                None => (self.next_subject(paragraph, next), None),
            };
            self.add(vec![sentence], speaker, cue, paragraph);
            self.open = Some(self.drafts.len() - 1);
        }
    }

    /// The subject of the sentence that begins at token `next`.
    fn next_subject(&self, paragraph: usize, next: usize) -> Option<Phrase> {
        let bounds = &self.reader.paragraphs[paragraph].bounds;
        let end = bounds.iter().copied().find(|bound| *bound > next)?;
        self.reader.main_subject(next, end)
    }

    /// Whom a sentence is about, and its verb: Ann Lee agreed. “We won.”
    fn subject_and_verb(&self, sentence: Phrase, reports: &[Report]) -> Prior {
        if let Some(report) = reports.iter().rev().find(|report| report.speaker.is_some()) {
            let cue = DraftCue {
                tokens: report.cue,
                verb: report.verb,
            };
            return (report.speaker, Some(cue));
        }
        let subject = self.reader.main_subject(sentence.start, sentence.end);
        let verb = subject.and_then(|subject| {
            (subject.end..sentence.end).find(|at| is_verb(&self.reader.tokens[*at]))
        });
        let cue = verb.map(|verb| DraftCue {
            tokens: Phrase {
                start: verb,
                end: verb + 1,
            },
            verb: None,
        });
        (subject, cue)
    }

    fn add(
        &mut self,
        content: Vec<Phrase>,
        speaker: Option<Phrase>,
        cue: Option<DraftCue>,
        paragraph: usize,
    ) {
        for part in &content {
            self.claim(*part);
        }
        self.drafts.push(Draft {
            content,
            speaker,
            cue,
            paragraph,
        });
    }

    fn extend(&mut self, draft: usize, part: Phrase, paragraph: usize) {
        self.claim(part);
        self.drafts[draft].content.push(part);
        self.drafts[draft].paragraph = paragraph;
        self.open = Some(draft);
    }

    fn claim(&mut self, part: Phrase) {
        for token in &self.reader.tokens[part.start..part.end] {
            if let Some(quote) = token.quote() {
                self.claimed[quote] = true;
            }
        }
    }

    fn content_end(&self, draft: usize) -> usize {
        self.drafts[draft].content.last().map_or(0, |part| part.end)
    }

    fn holds_quote(&self, part: Phrase) -> bool {
        self.reader.tokens[part.start..part.end]
            .iter()
            .any(|token| token.quote().is_some())
    }

    /// Whether the tokens hold quoted strings and nothing else but signs.
    fn is_quoted_only(&self, part: Phrase) -> bool {
        let tokens = &self.reader.tokens[part.start..part.end];
        tokens.iter().any(|token| token.quote().is_some()) && !tokens.iter().any(Token::is_word)
    }

    /// Whether the string at the start of a paragraph goes on from the paragraph before.
    fn continues(&self, start: usize) -> bool {
        self.reader.tokens[start]
            .quote()
            .is_some_and(|quote| self.goes_on_from_before(quote))
    }

    fn goes_on_from_before(&self, quote: usize) -> bool {
        quote > 0 && self.reader.quotes[quote - 1].ending == Ending::Continues
    }

    /// Whether the paragraph before the one that begins at `start` ends with a colon.
    fn follows_colon(&self, start: usize) -> bool {
        start > 0 && self.reader.tokens[start - 1].is_sign(':')
    }
}

fn is_verb(token: &Token) -> bool {
    token.kind == TokenKind::Lower && token.is(class::VERB | class::CUE)
}

/// Words that end a short complement (an object, an infinitive) when a comma stands before them.
const SHORT_ENDS: u32 = class::CONJUNCTION
    | class::SUBORDINATOR
    | class::GERUND
    | class::RELATIVE
    | class::SUBJECT
    | class::AUXILIARY
    | class::VERB
    | class::CUE;

/// Whether the word after a comma begins something that is no longer reported.
fn ends_content(token: &Token) -> bool {
    token.is(class::GERUND | class::SUBORDINATOR | class::RELATIVE)
}

/// The places of a draft's content, adjoining ones joined.
pub(super) fn content_spans(reader: &Reader, draft: &Draft) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for part in draft.content.iter().filter(|part| part.start < part.end) {
        let span = reader.span(part.start, part.end);
        match spans.last_mut() {
            Some(last) if is_gap(&reader.text[last.end..span.start.max(last.end)]) => {
                *last = last.join(span)
            }
            _ => spans.push(span),
        }
    }
    spans
}

/// Whether nothing but blanks on one line lies between two parts.
fn is_gap(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() && c != '\n')
}
