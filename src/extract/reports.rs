//! Cue verbs of a sentence: who reports, and where the reported words begin.
//!
//! A cue verb reports in one of two ways. It **introduces** what comes after it, or it is a **tag**: a
//! short insertion behind or between the reported words.
//!
//! ```text
//! Lee told reporters on Monday that the plan was “a mess”.     introduces from "that" on
//! “We lost,” said Lee, the mayor, “but we go on.”              tag between the two halves
//! The plan, Lee said, was “a mess”.                            tag inside a clause
//! ```
//!
//! Which it is follows from what stands on both sides: a tag has reported words before it and no clause
//! of its own behind it.

use super::Reader;
use super::phrases::{Phrase, is_name, phrase_after, simple_phrase_end, subject_before};
use super::tokens::{Token, TokenKind};
use crate::lexicon::{CueVerb, VerbForm, class};

/// A cue in its sentence.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// Tokens of the cue itself: the verb with its particle, "according to".
    pub cue: Phrase,
    pub verb: Option<CueVerb>,
    pub speaker: Option<Phrase>,
    pub layout: Layout,
    /// Whether the verb could as well be a plural noun: a form in -s behind a noun.
    pub could_be_noun: bool,
    /// Whether the verb shares the subject of another ("…, adding that", "and said").
    pub is_dependent: bool,
}

/// Where the reported words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// From this token on; what opens them.
    Introduces(usize, Opening),
    /// Before the tag, and perhaps behind it; the tag's own tokens.
    Tag(Phrase),
}

/// What opens reported words behind a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The word "that", or a question word.
    That,
    /// A colon, or a comma before a quoted string.
    Quote,
    /// A clause without "that".
    Clause,
    /// "to" with a verb.
    Infinitive,
    /// An object: called the remarks “…”.
    Object,
}

/// Longest tag that stands between two commas, in words.
const MAX_TAG: usize = 8;

impl Reader<'_> {
    /// The cues of the sentence that is the tokens `start..end`, in order.
    pub(super) fn reports(&self, start: usize, end: usize) -> Vec<Report> {
        let mut found: Vec<Report> = Vec::new();
        for at in start..end {
            let token = &self.tokens[at];
            let report = if token.is(class::CUE) && self.can_be_verb(token, at, start) {
                self.verb_report(start, at, end, found.last())
            } else if token.is(class::VERB) && token.kind == TokenKind::Lower {
                self.unlisted_tag(start, at, end)
            } else if token.is_sign(':') {
                self.colon_report(start, at, end)
            } else {
                None
            };
            found.extend(report);
        }
        found
    }

    /// “We won!” beamed Ann Lee: any verb right behind a quoted string, with its subject before or
    /// behind it, is a tag.
    fn unlisted_tag(&self, start: usize, at: usize, end: usize) -> Option<Report> {
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
            let speaker = phrase_after(&self.tokens, at + 1, end)?;
            (
                speaker,
                Phrase {
                    start: at,
                    end: speaker.end,
                },
            )
        } else {
            let speaker = subject_before(&self.tokens, start, self.group_start(start, at))?;
            if !behind_quote(speaker.start) {
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
        Some(Report {
            cue,
            verb: None,
            speaker: Some(speaker),
            layout: Layout::Tag(tag),
            could_be_noun: false,
            is_dependent: false,
        })
    }

    /// Ann Lee: “We won.” / She gave him a compliment: “…”: a colon before a quoted string reports what
    /// the name before it, or the subject of its clause, says.
    fn colon_report(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        self.tokens.get(at + 1).filter(|_| at + 1 < end)?.quote()?;
        let named = phrase_after(&self.tokens, start, at).filter(|phrase| phrase.end == at);
        let speaker = named.or_else(|| self.clause_subject(start, at));
        Some(Report {
            cue: Phrase {
                start: at,
                end: at + 1,
            },
            verb: None,
            speaker,
            layout: Layout::Introduces(at + 1, Opening::Quote),
            could_be_noun: false,
            is_dependent: false,
        })
    }

    /// The subject of the last clause before token `limit`, or of the sentence.
    fn clause_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let coordinates = |at: &usize| {
            self.tokens[*at].is(class::CONJUNCTION | class::CONTRAST)
                && *at > start
                && self.tokens[*at - 1].is_sign(',')
        };
        let clause = (start..limit).rev().find(coordinates);
        clause
            .and_then(|conjunction| self.main_subject(conjunction + 1, limit))
            .or_else(|| self.main_subject(start, limit))
    }

    fn can_be_verb(&self, token: &Token, at: usize, start: usize) -> bool {
        token.kind == TokenKind::Lower || token.kind == TokenKind::Capital && at == start
    }

    /// "According to the ministry": the cue names its speaker.
    fn according(&self, verb: CueVerb, start: usize, cue: Phrase, end: usize) -> Option<Report> {
        let at = cue.start;
        let speaker = phrase_after(&self.tokens, cue.end, end)?;
        let layout = if at > start {
            Layout::Tag(Phrase {
                start: at,
                end: speaker.end,
            })
        } else {
            let content = speaker.end + usize::from(self.sign_at(speaker.end, end, &[',', ':']));
            let opening = if content < end && self.tokens[content].quote().is_some() {
                Opening::Quote
            } else {
                Opening::Clause
            };
            Layout::Introduces(content, opening)
        };
        let verb = Some(verb);
        Some(Report {
            cue,
            verb,
            speaker: Some(speaker),
            layout,
            could_be_noun: false,
            is_dependent: false,
        })
    }

    fn verb_report(
        &self,
        start: usize,
        at: usize,
        end: usize,
        last: Option<&Report>,
    ) -> Option<Report> {
        let (verb, form, after) = self.reading(at, end)?;
        let group = self.group_start(start, at);
        let before = (group > start).then(|| &self.tokens[group - 1]);
        let cue = Phrase {
            start: at,
            end: after,
        };
        if verb.frames.names_speaker() {
            return self.according(verb, start, cue, end);
        }
        if self.is_nominal(form, group, at, start) {
            return None;
        }
        let passive =
            form != VerbForm::Gerund && (group..at).any(|i| self.tokens[i].is(class::COPULA));
        if passive && matches!(form, VerbForm::Past | VerbForm::Participle) {
            return self.passive(verb, cue, start, end);
        }
        // “…,” said Ann Lee: the subject behind the verb.
        let inverts = group == at
            && before.is_none_or(|token| {
                token.quote().is_some() || token.is_sign(',') || token.is_dash()
            });
        // “…,” Ann Lee, the mayor, told the Post: behind a comma the subject may stand before the verb.
        let follows_subject = before.is_some_and(|token| token.is_sign(','))
            && subject_before(&self.tokens, start, group)
                .is_some_and(|subject| self.opens_clause_at(start, subject.start));
        if inverts
            && !follows_subject
            && matches!(form, VerbForm::Past | VerbForm::Third)
            && verb.frames.direct()
        {
            if let Some(speaker) = phrase_after(&self.tokens, after, end) {
                let tag = Phrase {
                    start: at,
                    end: speaker.end,
                };
                if self.closes_tag(tag.end, end) && self.has_content_before(start, at) {
                    let layout = Layout::Tag(tag);
                    return Some(Report {
                        cue,
                        verb: Some(verb),
                        speaker: Some(speaker),
                        layout,
                        could_be_noun: false,
                        is_dependent: false,
                    });
                }
            }
        }
        let own = match form {
            VerbForm::Gerund if group == at => None,
            VerbForm::Base if self.is_infinitive(group, at) => None,
            _ => subject_before(&self.tokens, start, group),
        };
        let tag_start = own.map_or(group, |subject| subject.start);
        let (content, opening) = self.complement(&verb, after, end);
        let is_tag = own.is_some()
            && matches!(
                form,
                VerbForm::Past | VerbForm::Third | VerbForm::Base | VerbForm::Gerund
            )
            && self.is_tag(start, tag_start, after, end, opening);
        let layout = if is_tag {
            Layout::Tag(Phrase {
                start: tag_start,
                end: self.tag_end(after, end),
            })
        } else {
            Layout::Introduces(content, opening?)
        };
        let speaker = own
            .or_else(|| last.and_then(|report| report.speaker))
            .or_else(|| self.nearest_subject(start, group))
            .or_else(|| self.main_subject(start, group));
        Some(Report {
            cue,
            verb: Some(verb),
            speaker,
            layout,
            could_be_noun: form == VerbForm::Third
                && own.is_some_and(|own| self.is_plain_noun(own)),
            is_dependent: own.is_none(),
        })
    }

    /// "was described as": the speaker, if any, stands behind "by".
    fn passive(&self, verb: CueVerb, cue: Phrase, start: usize, end: usize) -> Option<Report> {
        if verb.lemma == "quote" {
            return None; // "was quoted as saying": the verb that follows reports.
        }
        let by = (cue.end..end).find(|at| self.tokens[*at].is(class::AGENT));
        let speaker = by.and_then(|by| phrase_after(&self.tokens, by + 1, end));
        let (content, opening) = self.complement(&verb, cue.end, end);
        let _ = start;
        let layout = Layout::Introduces(content, opening?);
        Some(Report {
            cue,
            verb: Some(verb),
            speaker,
            layout,
            could_be_noun: false,
            is_dependent: false,
        })
    }

    /// Whether the subject's last word is a lower-case noun, and no role.
    fn is_plain_noun(&self, subject: Phrase) -> bool {
        let last = &self.tokens[subject.end - 1];
        last.kind == TokenKind::Lower && !last.is(class::ROLE | class::SUBJECT)
    }

    /// The reading of the verb at `at` whose particle follows, and the token after verb and particle.
    fn reading(&self, at: usize, end: usize) -> Option<(CueVerb, VerbForm, usize)> {
        let lexicon = self.lexicon?;
        lexicon
            .readings(self.tokens[at].word)
            .iter()
            .find_map(|reading| {
                let verb = *lexicon.cue(*reading);
                match verb.particle {
                    None => Some((verb, reading.form, at + 1)),
                    Some(particle) if at + 1 < end && self.folded(at + 1) == particle => {
                        Some((verb, reading.form, at + 2))
                    }
                    Some(_) => None,
                }
            })
    }

    /// First token of the verb group: auxiliaries and adverbs before the verb belong to it.
    fn group_start(&self, start: usize, at: usize) -> usize {
        let mut group = at;
        while group > start && self.tokens[group - 1].is(class::AUXILIARY | class::ADVERB) {
            group -= 1;
        }
        group
    }

    /// Whether the word is a noun or an adjective here: "the report", "his stated goal", "false claims".
    fn is_nominal(&self, form: VerbForm, group: usize, at: usize, start: usize) -> bool {
        if at == start {
            return form != VerbForm::Gerund && form != VerbForm::Past;
        }
        let before = &self.tokens[at - 1];
        if before.is(class::DETERMINER | class::POSSESSIVE)
            && !before.is(class::DEMONSTRATIVE | class::OBJECT)
            || before.kind == TokenKind::Genitive
        {
            return true;
        }
        match form {
            VerbForm::Base => {
                let plural = |token: &Token| {
                    token.is(class::PLURAL)
                        || !token.is(class::SUBJECT) && token.span.slice(self.text).ends_with('s')
                };
                let verbal = self.is_infinitive(group, at)
                    || (group..at).any(|i| self.tokens[i].is(class::AUXILIARY))
                    || group > start && plural(&self.tokens[group - 1]);
                !verbal
            }
            VerbForm::Third => {
                before.is(class::PREPOSITION)
                    || before.kind == TokenKind::Lower && before.is(class::VERB | class::CUE)
            }
            VerbForm::Past | VerbForm::Participle => {
                before.is(class::PREPOSITION) && !before.is(class::ADVERB)
            }
            VerbForm::Gerund => false,
        }
    }

    fn is_infinitive(&self, group: usize, at: usize) -> bool {
        let to = |i: usize| i > 0 && self.tokens[i - 1].is(class::INFINITIVE);
        to(group) || to(at)
    }

    /// Where reported words begin behind a cue whose next token is `after`, and what opens them.
    fn complement(&self, verb: &CueVerb, after: usize, end: usize) -> (usize, Option<Opening>) {
        let mut at = self.skip_adverbs(after, end);
        if verb.frames.audience() {
            at = self.skip_adverbs(self.audience_end(at, end), end);
        }
        if at >= end {
            return (end, None);
        }
        let first = &self.tokens[at];
        if first.is(class::COMPLEMENTIZER) && verb.frames.clause()
            || first.is(class::INTERROGATIVE) && verb.frames.question()
        {
            return (at, Some(Opening::That));
        }
        if first.is(class::INFINITIVE) && verb.frames.infinitive() {
            return (at, Some(Opening::Infinitive));
        }
        if let Some(found) = self.anchor(verb, at, end) {
            return found;
        }
        let token = &self.tokens[at];
        if token.is(class::PREPOSITION) {
            let behind = simple_phrase_end(&self.tokens, at + 1, end);
            if verb.frames.prepositional() {
                return (at, Some(Opening::Object));
            }
            if verb.frames.clause() && self.opens_clause(behind, end) {
                return (behind, Some(Opening::Clause));
            }
            return (end, None);
        }
        if verb.frames.clause() && self.opens_clause(at, end) {
            return (at, Some(Opening::Clause));
        }
        if verb.frames.object() && token.is_word() {
            return (at, Some(Opening::Object));
        }
        (end, None)
    }

    /// Looks on from `at` over phrases without a verb for "that", a colon or a quoted string.
    fn anchor(&self, verb: &CueVerb, at: usize, end: usize) -> Option<(usize, Option<Opening>)> {
        let starts_with_phrase = self.tokens[at].is(class::PREPOSITION);
        for i in at..end.min(at + 25) {
            let token = &self.tokens[i];
            match token.kind {
                TokenKind::Quote(_) => {
                    let direct = i == at || starts_with_phrase || self.tokens[i - 1].is_sign(',');
                    let direct = direct && !verb.frames.prepositional()
                        || i == at
                        || self.tokens[i - 1].is_sign(',');
                    return Some(if direct {
                        (i, Some(Opening::Quote))
                    } else {
                        (at, Some(Opening::Object))
                    });
                }
                TokenKind::Sign(':') => {
                    return (i + 1 < end).then_some((i + 1, Some(Opening::Quote)));
                }
                TokenKind::Sign(',') | TokenKind::Genitive | TokenKind::Number => {}
                TokenKind::Sign(_) => return None,
                _ if token.is(class::COMPLEMENTIZER) && verb.frames.clause() && i > at => {
                    let relative = !starts_with_phrase && !verb.frames.audience();
                    return (!relative).then_some((i, Some(Opening::That)));
                }
                _ if token.is(class::SUBJECT) && starts_with_phrase && verb.frames.clause() => {
                    return Some((i, Some(Opening::Clause)));
                }
                _ if i > at
                    && token.is(class::CUE)
                    && self.is_past(i)
                    && self.stands_as_verb(i) =>
                {
                    return None;
                }
                _ if token
                    .is(class::AUXILIARY | class::VERB | class::SUBJECT | class::RELATIVE) =>
                {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// Whether a clause can begin at `at`: a subject with a verb somewhere behind it.
    fn opens_clause(&self, at: usize, end: usize) -> bool {
        let Some(first) = self.tokens.get(at).filter(|_| at < end) else {
            return false;
        };
        if first.is(class::SUBJECT) {
            return true;
        }
        let can_open = first.is_word()
            && !first.is(class::CONJUNCTION | class::OBJECT | class::AUXILIARY)
            && (!first.is(class::PREPOSITION) || first.is(class::SUBORDINATOR));
        can_open
            && self.tokens[at + 1..end]
                .iter()
                .take_while(|token| !matches!(token.kind, TokenKind::Sign(';' | ':')))
                .any(|token| {
                    token.kind == TokenKind::Lower
                        && token.is(class::AUXILIARY | class::VERB | class::CUE)
                })
    }

    fn skip_adverbs(&self, mut at: usize, end: usize) -> usize {
        while at < end && self.tokens[at].is(class::ADVERB | class::TEMPORAL) {
            at += 1;
        }
        at
    }

    /// End of the phrase that names the audience ("reporters", "The Post", "him"); `at` when none does.
    fn audience_end(&self, at: usize, end: usize) -> usize {
        let Some(first) = self.tokens.get(at).filter(|_| at < end) else {
            return at;
        };
        if first.is(class::OBJECT | class::PLURAL) {
            return at + 1;
        }
        let stop = simple_phrase_end(&self.tokens, at, end);
        let fits =
            stop > at && (stop >= end || !self.tokens[stop].is(class::AUXILIARY | class::VERB));
        if fits { stop } else { at }
    }

    /// Whether the tag `tag_start..after` has reported words before it and none of its own behind.
    fn is_tag(
        &self,
        start: usize,
        tag_start: usize,
        after: usize,
        end: usize,
        opening: Option<Opening>,
    ) -> bool {
        if !self.has_content_before(start, tag_start) {
            return false;
        }
        let behind_quote = match tag_start.checked_sub(1).filter(|at| *at >= start) {
            None => true,
            Some(at) => self.tokens[at]
                .quote()
                .is_some_and(|quote| self.is_speech_like(quote)),
        };
        match opening {
            None => true,
            // “A,” he said, “B.”
            Some(Opening::Quote) => {
                let next = self.skip_adverbs(after, end);
                behind_quote
                    || self.sign_at(next, end, &[',']) && self.goes_on_in_lower_case(next + 1, end)
            }
            Some(Opening::That | Opening::Infinitive) => false,
            Some(Opening::Clause | Opening::Object) => {
                behind_quote && !self.opens_with_gerund(start)
            }
        }
    }

    /// Whether no line break lies between two neighbouring tokens.
    fn is_on_one_line(&self, before: usize, after: usize) -> bool {
        let gap = self.tokens[before].span.end..self.tokens[after].span.start;
        !self.text[gap].contains('\n')
    }

    /// Whether what stands at `at` goes on with a sentence: "The plan, he said, “was a mess”", but not
    /// "Asked about it, he said, “It was a mess.”"
    fn goes_on_in_lower_case(&self, at: usize, end: usize) -> bool {
        let quote = self
            .tokens
            .get(at)
            .filter(|_| at < end)
            .and_then(Token::quote);
        quote.is_none_or(|quote| {
            let inner = self.quotes[quote].inner.slice(self.text);
            !inner.starts_with(char::is_uppercase)
        })
    }

    /// Whether a phrase that begins at `at` begins its clause.
    fn opens_clause_at(&self, start: usize, at: usize) -> bool {
        at == start || {
            let before = &self.tokens[at - 1];
            !before.is_word() || before.is(class::CONJUNCTION | class::SUBORDINATOR)
        }
    }

    fn opens_with_gerund(&self, start: usize) -> bool {
        self.tokens[start].is(class::GERUND | class::PREPOSITION)
    }

    /// Whether reported words stand before token `at`: a quoted string, or a clause and a comma; or, at the
    /// start of a sentence, a quoted sentence before it that asks or breaks off.
    fn has_content_before(&self, start: usize, at: usize) -> bool {
        if at == start {
            return start > 0
                && self.is_on_one_line(start - 1, start)
                && self.tokens[start - 1]
                    .quote()
                    .is_some_and(|quote| self.ends_open(quote));
        }
        let before = &self.tokens[at - 1];
        if before.quote().is_some() {
            return true;
        }
        let separated = before.is_sign(',') || before.is_dash() || before.is_sign('?');
        if before.is_sign(',') && self.is_between_commas(at) {
            return true;
        }
        separated
            && self.tokens[start..at - 1].iter().any(|token| {
                token.quote().is_some()
                    || token.kind == TokenKind::Lower
                        && token.is(class::AUXILIARY | class::VERB | class::CUE)
            })
            || separated && self.continues_clause(start, at)
    }

    /// "Given that, Lee said, the plan would fail": subject and cue alone between two commas.
    fn is_between_commas(&self, at: usize) -> bool {
        let near = self.tokens.iter().skip(at).take(MAX_TAG);
        let words = near.take_while(|token| token.is_word()).count();
        let closed = self
            .tokens
            .get(at + words)
            .is_some_and(|token| token.is_sign(','));
        closed
            && (at..at + words).any(|i| self.tokens[i].is(class::CUE) && self.is_past(i))
            && !self.tokens[at].is(class::RELATIVE)
            && self.goes_on_in_lower_case(at + words + 1, self.tokens.len())
    }

    /// "The plan, Lee said, will fail": a subject alone before the tag.
    fn continues_clause(&self, start: usize, at: usize) -> bool {
        let first = &self.tokens[start];
        self.tokens[at - 1].is_sign(',')
            && !first.is(class::PREPOSITION | class::ADVERB | class::SUBORDINATOR | class::GERUND)
            && !first.is(class::TEMPORAL)
            && !self.tokens[start..at - 1]
                .iter()
                .any(|token| token.is_sign(','))
            && (is_name(first) || first.is(class::DETERMINER | class::POSSESSIVE | class::SUBJECT))
    }

    /// Whether nothing but an adverbial phrase follows a tag that ends at `at`.
    fn closes_tag(&self, at: usize, end: usize) -> bool {
        at >= end || !self.tokens[at].is(class::AUXILIARY | class::VERB)
    }

    /// End of a tag whose verb ends at `after`: the phrases of audience, time and place behind it
    /// ("told reporters in Ohio on Monday").
    fn tag_end(&self, after: usize, end: usize) -> usize {
        (after..end)
            .find(|at| {
                let token = &self.tokens[*at];
                matches!(
                    token.kind,
                    TokenKind::Sign(',' | ';' | ':' | '—' | '.' | '?' | '!' | '(')
                        | TokenKind::Quote(_)
                )
            })
            .unwrap_or(end)
    }

    /// The subject of the first finite verb that has one, before token `limit`.
    pub(super) fn main_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        (start + 1..limit).find_map(|at| self.subject_of_finite(start, at))
    }

    /// The subject of the last finite verb that has one, before token `limit`.
    fn nearest_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let mut verbs = (start + 1..limit).rev();
        verbs.find_map(|at| {
            self.subject_of_finite(start, at)
                .filter(|subject| !self.tokens[subject.start].is(class::RELATIVE))
        })
    }

    fn subject_of_finite(&self, start: usize, at: usize) -> Option<Phrase> {
        let token = &self.tokens[at];
        let before = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let finite = token.kind == TokenKind::Lower
            && (token.is(class::AUXILIARY | class::VERB)
                || token.is(class::CUE) && self.is_past(at))
            && !self.tokens[at - 1].is(before);
        if !finite {
            return None;
        }
        subject_before(&self.tokens, start, self.group_start(start, at))
    }

    /// Whether the token before a form of a cue verb lets it be a verb.
    fn stands_as_verb(&self, at: usize) -> bool {
        let nominal = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let before = &self.tokens[at - 1];
        self.tokens[at].kind == TokenKind::Lower
            && !before.is(nominal)
            && before.kind != TokenKind::Genitive
    }

    fn is_past(&self, at: usize) -> bool {
        let lexicon = self
            .lexicon
            .map(|lexicon| lexicon.readings(self.tokens[at].word));
        lexicon.is_some_and(|readings| {
            readings
                .iter()
                .any(|r| matches!(r.form, VerbForm::Past | VerbForm::Third))
        })
    }

    pub(super) fn sign_at(&self, at: usize, end: usize, signs: &[char]) -> bool {
        at < end && signs.iter().any(|sign| self.tokens[at].is_sign(*sign))
    }
}
