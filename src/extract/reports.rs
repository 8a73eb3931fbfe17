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
use super::phrases::{Phrase, is_name, phrase_after, subject_before};
use super::tokens::{Token, TokenKind};
use crate::lexicon::{CueVerb, VerbForm, class};

/// Most names between a number and the noun that it counts.
const MAX_MODIFIERS: usize = 3;

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
    /// Whether the cue is the first word of its sentence.
    pub opens_sentence: bool,
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

impl Reader<'_> {
    /// The cues of the sentence that is the tokens `start..end`, in order.
    pub(super) fn reports(&self, start: usize, end: usize) -> Vec<Report> {
        if self.grammar().is_some() {
            return self.reports_by_clause(start, end);
        }
        let mut found: Vec<Report> = Vec::new();
        for at in start..end {
            let token = &self.tokens[at];
            let report = if token.is(class::CUE) && self.can_be_verb(token, at, start) {
                // "made comments, saying": a word that can be a noun shares its subject with no other.
                let last = found.iter().rev().find(|report| !report.could_be_noun);
                self.verb_report(start, at, end, last)
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
            opens_sentence: false,
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
            opens_sentence: false,
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
            opens_sentence: false,
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
        if let Some(report) = self.inverted(verb, form, cue, (start, group, end)) {
            return Some(report);
        }
        let own = match form {
            // "quoted Lee as saying"
            VerbForm::Gerund if group == at => (at > start + 1
                && self.tokens[at - 1].is(class::COMPARISON))
            .then(|| subject_before(&self.tokens, start, at - 1))
            .flatten(),
            VerbForm::Base if self.is_infinitive(group, at) => None,
            _ => subject_before(&self.tokens, start, group),
        };
        let tag_start = own.map_or(group, |subject| subject.start);
        let (content, opening) = self.complement(&verb, after, end);
        if opening == Some(Opening::Clause)
            && self.is_infinitive(group, at)
            && !self.is_subject_and_verb(content, end)
        {
            return None; // "will struggle to maintain its networks, but …"
        }
        if let Some(content) = own.and_then(|own| self.behind_aside(start, own, after, end)) {
            return Some(Report {
                cue,
                verb: Some(verb),
                speaker: own,
                layout: Layout::Introduces(content, Opening::Clause),
                could_be_noun: false,
                opens_sentence: at == start,
                is_dependent: false,
            });
        }
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
            .or_else(|| self.main_subject(start, group))
            .or_else(|| phrase_after(&self.tokens, start, group));
        Some(Report {
            cue,
            verb: Some(verb),
            speaker,
            layout,
            could_be_noun: form == VerbForm::Third
                && own.is_some_and(|own| self.is_plain_noun(own)),
            opens_sentence: at == start,
            is_dependent: own.is_none(),
        })
    }

    /// The theme that, as Lee said, │Roy showed “passion”: what stands behind an aside that opens a clause.
    fn behind_aside(&self, start: usize, own: Phrase, after: usize, end: usize) -> Option<usize> {
        let opens = own.start > start && self.tokens[own.start - 1].is(class::COMPARISON);
        let before = own.start.checked_sub(2).filter(|before| *before >= start);
        let is_first = before.is_none_or(|before| {
            let before = &self.tokens[before];
            before.is_sign(',') && own.start > start + 2 && {
                let joined = &self.tokens[own.start - 3];
                joined.is(class::COMPLEMENTIZER | class::CONJUNCTION)
            }
        });
        let fits = opens && is_first && self.sign_at(after, end, &[',']) && after + 1 < end;
        fits.then_some(after + 1)
    }

    /// “…,” said Ann Lee: the subject behind the verb, at the end of what is said or before a colon.
    /// `bounds`: the sentence's first token, that of the verb group, and the sentence's end.
    fn inverted(
        &self,
        verb: CueVerb,
        form: VerbForm,
        cue: Phrase,
        (start, group, end): (usize, usize, usize),
    ) -> Option<Report> {
        let at = cue.start;
        let before = (group > start).then(|| &self.tokens[group - 1]);
        let inverts = group == at
            && matches!(form, VerbForm::Past | VerbForm::Third)
            && verb.frames.direct()
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
                self.opens_clause_at(start, subject.start) && !is_plain
            });
        if !inverts || follows_subject {
            return None;
        }
        let speaker = phrase_after(&self.tokens, cue.end, end)?;
        let tag = Phrase {
            start: at,
            end: speaker.end,
        };
        let layout = if self.sign_at(tag.end, end, &[':']) && tag.end + 1 < end {
            // Not so, says Ann Lee: “…”
            Layout::Introduces(tag.end + 1, Opening::Quote)
        } else if self.closes_tag(tag.end, end) && self.has_content_before(start, at) {
            Layout::Tag(tag)
        } else {
            return None;
        };
        Some(Report {
            cue,
            verb: Some(verb),
            speaker: Some(speaker),
            layout,
            could_be_noun: false,
            opens_sentence: false,
            is_dependent: false,
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
            opens_sentence: false,
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
                self.is_counted(start, at)
                    || before.is(class::PREPOSITION)
                    || before.kind == TokenKind::Lower && before.is(class::VERB | class::CUE)
            }
            VerbForm::Past | VerbForm::Participle => {
                before.is(class::PREPOSITION) && !before.is(class::ADVERB)
            }
            VerbForm::Gerund => false,
        }
    }

    /// Whether a phrase that a verb can stand behind begins at `at`, and its verb follows.
    fn is_subject_and_verb(&self, at: usize, end: usize) -> bool {
        if self.tokens[at].is(class::SUBJECT) {
            return true;
        }
        let subject = phrase_after(&self.tokens, at, end).map_or(at + 1, |subject| subject.end);
        let verb = (subject..end).find(|at| !self.tokens[*at].is(class::ADVERB));
        verb.is_some_and(|verb| {
            self.tokens[verb].is(class::AUXILIARY | class::VERB | class::CUE)
                && !self.tokens[verb].is(class::GERUND)
        })
    }

    /// "four Central Asian states": whether a number stands before the words that lead to token `at`.
    fn is_counted(&self, start: usize, at: usize) -> bool {
        let modifiers = (start..at).rev().take(MAX_MODIFIERS + 1);
        let mut modifiers = modifiers.skip_while(|at| self.tokens[*at].kind == TokenKind::Capital);
        modifiers
            .next()
            .is_some_and(|number| self.tokens[number].is(class::NUMBER))
    }

    fn is_infinitive(&self, group: usize, at: usize) -> bool {
        let to = |i: usize| i > 0 && self.tokens[i - 1].is(class::INFINITIVE);
        to(group) || to(at)
    }

    /// The subject of the first finite verb that has one, before token `limit`.
    pub(super) fn main_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        if self.grammar().is_some() {
            return self.first_subject(start, limit);
        }
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
    pub(super) fn stands_as_verb(&self, at: usize) -> bool {
        let nominal = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let before = &self.tokens[at - 1];
        self.tokens[at].kind == TokenKind::Lower
            && !before.is(nominal)
            && before.kind != TokenKind::Genitive
    }

    pub(super) fn is_past(&self, at: usize) -> bool {
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
