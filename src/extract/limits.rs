//! Where reported words end.
//!
//! ```text
//! said the plan was “a mess” if it passed│, adding that …     the next cue of the same subject
//! said the plan failed│, while the board …                     a clause of the reporter's own
//! denied the charges│, and left the room.                      a short complement ends at its comma
//! ```

use super::Reader;
use super::attribution::is_verb;
use super::phrases::{Phrase, is_name, phrase_after};
use super::reports::{Layout, Opening, Report};
use super::tokens::{Token, TokenKind};
use crate::lexicon::{VerbForm, class};

impl Reader<'_> {
    /// End of the content that begins at `start`: the sentence's end, the next cue of the same level, or
    /// the insertion behind the last quoted string.
    pub(super) fn content_limit(
        &self,
        start: usize,
        end: usize,
        opening: Opening,
        later: &[Report],
    ) -> usize {
        let tokens = &self.tokens;
        if opening == Opening::Quote && self.grammar().is_some() {
            // Outside English the sign that ends the sentence stands outside the marks.
            return start + 1;
        }
        let mut limit = end;
        for report in later {
            let begins = match report.layout {
                Layout::Tag(_) => continue,
                Layout::Introduces(..) if report.is_dependent => report.cue.start,
                Layout::Introduces(..) => match report.speaker {
                    // "Lee, who had said she would run, told": a clause inside the next subject.
                    Some(speaker) if speaker.start < start && start < speaker.end => {
                        limit = limit.min(speaker.end);
                        break;
                    }
                    Some(speaker)
                        if self.opens_main_clause(speaker.start)
                            && !self.tokens[speaker.start].is(class::RELATIVE)
                            && !self.is_fronted(start, speaker.start, opening) =>
                    {
                        speaker.start
                    }
                    Some(speaker) if self.joins_report(start, speaker, report) => speaker.start,
                    _ => continue,
                },
            };
            if begins > start
                && let Some(cut) = self.coordination(start, begins)
            {
                limit = limit.min(cut);
                break;
            }
        }
        let leads_away = |at: &usize| {
            let behind_comma = tokens[*at - 1].is_sign(',');
            behind_comma && (self.leads_away(*at) || self.judges(*at))
        };
        limit = (start + 1..limit)
            .find(leads_away)
            .map_or(limit, |at| at - 1);
        limit = limit.min(self.inner_voice(start, limit, later));
        limit = limit.min(self.closed_by_quote(start, limit, opening));
        limit = limit.min(self.tag_behind(start, limit, later));
        limit = limit.min(self.contrast_behind(start, limit, later));
        let last_quote = (start..limit)
            .rev()
            .find(|at| tokens[*at].quote().is_some());
        if let Some(quote) = last_quote {
            limit = self.limit_after_quote(quote, limit, opening);
        } else {
            limit = self.limit_without_quote(start, limit, opening);
        }
        let opens_bracket = tokens[start..limit].iter().any(|token| token.is_sign('('));
        while limit > start
            && match tokens[limit - 1].kind {
                TokenKind::Sign(sign) => {
                    matches!(sign, '.' | ',' | ';' | '—' | ':' | '(')
                        || sign == ')' && !opens_bracket
                }
                _ => false,
            }
        {
            limit -= 1;
        }
        limit
    }

    /// She remembers │her father yelling, “Run!”: where somebody else begins whose words stand right behind their cue
    /// in -ing.
    fn inner_voice(&self, start: usize, limit: usize, later: &[Report]) -> usize {
        let mut inner = later.iter().filter_map(|report| {
            let Layout::Introduces(content, Opening::Quote) = report.layout else {
                return None;
            };
            let speaker = report.speaker?;
            let is_own =
                speaker.end == report.cue.start && self.tokens[report.cue.start].is(class::GERUND);
            let is_beside = content <= report.cue.end + MAX_AUDIENCE;
            (is_own && is_beside && speaker.start >= start && content < limit)
                .then_some(speaker.start)
        });
        inner.next().unwrap_or(limit)
    }

    /// Behind the first quoted string that ends the content, though others follow: chanted “Out!”│ and carried signs
    /// that said “…”; called him “a coward,”│ prompting a reply.
    fn closed_by_quote(&self, start: usize, limit: usize, opening: Opening) -> usize {
        let tokens = &self.tokens;
        let is = |at: usize, class| at < limit && tokens[at].is(class);
        let closes = |at: &usize| {
            let Some(quote) = tokens[*at].quote() else {
                return false;
            };
            let inner = self.quotes[quote].inner.slice(self.text);
            let goes_on = is(at + 1, class::GERUND) && !is(at + 1, class::CUE);
            // decried the “spin,” and he warned of it
            let tells = opening == Opening::Object
                && is(at + 2, class::SUBJECT)
                && is(at + 3, class::VERB | class::CUE | class::AUXILIARY);
            let acts = is(at + 1, class::CONJUNCTION) && (is(at + 2, class::VERB) || tells);
            // Lee, who called it “a mess,” and Roy, who …
            let named = |at: usize| {
                phrase_after(tokens, at, limit).filter(|name| is_name(&tokens[name.start]))
            };
            let joins = is(at + 1, class::CONJUNCTION)
                && named(at + 2).is_some_and(|name| {
                    is(name.end + 1, class::RELATIVE)
                        || tokens[name.start..name.end]
                            .iter()
                            .any(|token| token.is(class::RELATIVE))
                });
            let has_agent = self.has_agent(*at, limit); // called “a mess” by others
            has_agent || inner.ends_with([',', '!', '?']) && (goes_on || acts || joins)
        };
        (start..limit).find(closes).map_or(limit, |at| at + 1)
    }

    /// demandé de « ne pas céder »│, a-t-on appris: where a tag begins that sets off what stands before it, outside
    /// English, whose tags may stand in what somebody else says.
    fn tag_behind(&self, start: usize, limit: usize, later: &[Report]) -> usize {
        let tags = later.iter().filter_map(|report| match report.layout {
            Layout::Tag(tag) if self.grammar().is_some() && tag.start > start => Some(tag.start),
            _ => None,
        });
        tags.min().map_or(limit, |tag| limit.min(tag))
    }

    /// qualifié de « honteux »│, tandis que Luc se disait « inquiet »: where a clause of contrast with a speaker of its own
    /// begins, outside English.
    fn contrast_behind(&self, start: usize, limit: usize, later: &[Report]) -> usize {
        let opens = |at: &usize| {
            self.grammar().is_some()
                && self.tokens[*at].is(class::CONTRAST)
                && self.tokens[at - 1].is_sign(',')
        };
        let contrast = (start + 1..limit).find(opens);
        let speaks = |at: &usize| {
            let mut behind = later.iter().filter(|report| report.cue.start > *at);
            behind.any(|report| !report.is_dependent && report.speaker.is_some())
        };
        contrast.filter(speaks).map_or(limit, |at| at - 1)
    }

    /// Whether a subject at token `at` stands behind a comma, with or without "but" between them.
    fn opens_main_clause(&self, at: usize) -> bool {
        let tokens = &self.tokens;
        // “…,” but he …: the comma may stand inside the marks.
        let ends_in_comma = |quote: usize| {
            let inner = self.quotes[quote].inner.slice(self.text);
            inner.ends_with(',') && self.grammar().is_none()
        };
        let is_separator = |at: usize| {
            let token = &tokens[at];
            token.is_sign(',') || token.is_sign(';') || token.quote().is_some_and(ends_in_comma)
        };
        match at.checked_sub(1) {
            Some(before) if is_separator(before) => true,
            Some(before) if before > 0 => {
                tokens[before].is(class::CONJUNCTION | class::CONTRAST) && is_separator(before - 1)
            }
            _ => false,
        }
    }

    /// Lee said it was safe │and Roy said it was not: whether a conjunction joins to the clause from token `start` the
    /// report of another speaker, who is named, with the verb right behind.
    fn joins_report(&self, start: usize, speaker: Phrase, report: &Report) -> bool {
        let tokens = &self.tokens;
        let joint = speaker.start.saturating_sub(1);
        let is_finite = |token: &Token| {
            token.is(class::AUXILIARY) || is_verb(token) && !token.is(class::GERUND)
        };
        let between = tokens.get(speaker.end..report.cue.start);
        joint > start
            && tokens[joint].is(class::CONJUNCTION)
            && is_name(&tokens[speaker.start])
            && between.is_some_and(|words| {
                let mut words = words.iter();
                words.all(|word| word.is(class::AUXILIARY | class::ADVERB))
            })
            && tokens[start..joint].iter().any(is_finite)
    }

    /// Where the content ends when the cue at `cue` shares its subject: at the comma or "and" before it.
    fn coordination(&self, start: usize, cue: usize) -> Option<usize> {
        let tokens = &self.tokens;
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
                || before.is_dash() && opens_addition(&tokens[at])
            {
                at -= 1;
                cut = Some(at);
            } else if before
                .quote()
                .is_some_and(|quote| self.is_speech_like(quote))
            {
                return Some(at);
            } else {
                break;
            }
        }
        cut
    }

    /// attacked the officials │who he claims are late; denied the claims, │which she called “lies”
    fn leads_away(&self, at: usize) -> bool {
        let is = |at: usize, class| self.tokens.get(at).is_some_and(|token| token.is(class));
        is(at, class::RELATIVE) && is(at + 1, class::SUBJECT) && is(at + 2, class::CUE)
    }

    /// Where reported words without quotation marks end: before the reporter's own additions.
    fn limit_without_quote(&self, start: usize, limit: usize, opening: Opening) -> usize {
        let tokens = &self.tokens;
        let is_short = matches!(opening, Opening::Object | Opening::Infinitive);
        let adds = |at: usize| {
            let is_short_end = is_short && tokens[at].is(SHORT_ENDS) && !self.closes_place(at - 1);
            is_short_end || tokens[at].is(class::CONTRAST) && !self.limits(at, opening)
        };
        let mut inside = start;
        (start + 1..limit)
            .find(|at| match tokens[*at].kind {
                _ if *at < inside => false,
                TokenKind::Sign('—') => match self.aside_end(*at, limit) {
                    Some(end) => {
                        inside = end;
                        false
                    }
                    None => is_short || self.opens_contrast(at + 1, limit),
                },
                TokenKind::Sign(';') => !self.goes_on_with_that(at + 1, limit, opening),
                TokenKind::Sign(':') => is_short,
                // said that, while it was safe, it was old
                TokenKind::Sign(',')
                    if *at == start + 1 && tokens[start].is(class::COMPLEMENTIZER) =>
                {
                    false
                }
                TokenKind::Sign(',') => {
                    at + 1 < tokens.len() && adds(at + 1) || self.judges(at + 1)
                }
                _ => {
                    is_short
                        && (tokens[*at].is(class::CONTRAST)
                            || self.leads_away(*at)
                            || self.joins_verb(*at, limit))
                }
            })
            .unwrap_or(limit)
    }

    /// said it was safe — │even though it was not: whether the words at `at` set a clause against the one before.
    fn opens_contrast(&self, at: usize, limit: usize) -> bool {
        let is = |at: usize| at < limit && self.tokens[at].is(class::CONTRAST);
        is(at) || is(at + 1) && self.tokens[at].is(class::ADVERB)
    }

    /// denied the charges │and left: whether the word at `at` joins a finite verb with its object to a verb before it.
    pub(super) fn joins_verb(&self, at: usize, limit: usize) -> bool {
        let tokens = &self.tokens;
        let verb = (at + 1..limit).find(|at| !tokens[*at].is(class::ADVERB));
        tokens[at].is(class::CONJUNCTION)
            && verb.is_some_and(|verb| {
                tokens[verb].kind == TokenKind::Lower
                    && tokens[verb].is(class::AUXILIARY | class::VERB | class::CUE)
                    && !tokens[verb].is(class::GERUND | class::ROLE)
                    && !self.has_form(verb, VerbForm::Base)
                    && tokens.get(verb + 1).is_some_and(|next| {
                        next.is(class::DETERMINER
                            | class::POSSESSIVE
                            | class::OBJECT
                            | class::PREPOSITION
                            | class::COMPLEMENTIZER)
                            || is_name(next)
                    })
            })
    }

    /// Behind the aside that the dash at `at` opens in the middle of a clause: "the plan — a bold one —│ was sound".
    fn aside_end(&self, at: usize, limit: usize) -> Option<usize> {
        let close = (at + 1..limit).find(|at| self.tokens[*at].is_dash())?;
        let next = self.tokens.get(close + 1).filter(|_| close + 1 < limit)?;
        let is_finite =
            next.is(class::AUXILIARY) || is_verb(next) && !next.is(class::GERUND) && close > at + 1;
        is_finite.then_some(close + 1)
    }

    /// Whether the reporter says at token `at`, behind a comma, what has been reported: "a claim that others deny", "an
    /// apparent reference to Lee".
    fn judges(&self, at: usize) -> bool {
        let is = |at: usize, class| self.tokens.get(at).is_some_and(|token| token.is(class));
        let noun = at + 1 + usize::from(is(at + 1, class::ADJECTIVE));
        is(at, class::DETERMINER)
            && !is(at, class::DEFINITE)
            && is(noun, class::CUE_NOUN | class::ALLUSION)
    }

    /// Where the content ends behind its last quoted string.
    fn limit_after_quote(&self, quote: usize, limit: usize, opening: Opening) -> usize {
        let tokens = &self.tokens;
        let ends_clause = tokens[quote].quote().is_some_and(|index| {
            let inner = self.quotes[index].inner.slice(self.text);
            inner.ends_with(['.', '?', '!'])
                || inner.ends_with(',') && !self.goes_on(quote + 1, limit)
        });
        if ends_clause {
            return quote + 1;
        }
        if opening == Opening::Quote && self.opens_occasion(quote + 1, limit) {
            return quote + 1;
        }
        let is_told = |at: usize| self.limits(at, opening);
        let mut inside = quote + 1;
        let end = (quote + 1..limit).find(|at| {
            let token = &tokens[*at];
            match token.kind {
                _ if *at < inside => false,
                TokenKind::Sign('—') => {
                    let aside = self.aside_end(*at, limit);
                    inside = aside.unwrap_or(inside);
                    aside.is_none()
                }
                TokenKind::Sign('(' | ';' | ':') => true,
                TokenKind::Sign(',') => {
                    tokens.get(at + 1).is_some_and(ends_content) && !is_told(at + 1)
                        || self.judges(at + 1)
                }
                _ => {
                    token.is(class::CONTRAST) && !is_told(*at) || self.opens_next_verb(*at, opening)
                }
            }
        });
        end.map_or(limit, |end| self.before_adverbs(quote + 1, end))
    }

    /// said it was “a mess,” │and that it failed; “a mess,” │because nobody cared: whether the clause before a quoted string
    /// goes on at token `at`, the comma inside its marks notwithstanding.
    fn goes_on(&self, at: usize, limit: usize) -> bool {
        let is = |at: usize, class| at < limit && self.tokens[at].is(class);
        let breaks = class::CONTRAST | class::OCCASION | class::COMPARISON;
        is(at, class::CONJUNCTION) && is(at + 1, class::COMPLEMENTIZER)
            || is(at, class::SUBORDINATOR) && !is(at, breaks)
    }

    /// chanted “Out!” │after the vote: whether the words at `at` tell when the words before them were said.
    fn opens_occasion(&self, at: usize, limit: usize) -> bool {
        let is = |at: usize, class| at < limit && self.tokens[at].is(class);
        let occasion = if is(at, class::TEMPORAL) { at + 1 } else { at };
        is(occasion, class::OCCASION)
            && (!is(occasion, class::COMPARISON) || self.is_subject_and_verb(occasion + 1, limit))
    }

    /// "…, │even though": the place before the adverb that belongs to the word at `at`.
    fn before_adverbs(&self, floor: usize, at: usize) -> usize {
        let has_adverb = at > floor + 1
            && self.tokens[at - 1].is(class::ADVERB)
            && self.tokens[at - 2].is_sign(',');
        if has_adverb { at - 1 } else { at }
    }

    /// If Lee says she will “go on,” │it is over: where the clause that a subordinator opens before the subject of
    /// `report` ends, and a main clause begins.
    pub(super) fn subordinate_limit(&self, report: &Report, content: Phrase) -> usize {
        let tokens = &self.tokens;
        if let Some(close) = self.end_of_relative(report, content) {
            return close;
        }
        if let Some(close) = self.before_main_verb(report, content) {
            return close;
        }
        let subject = report
            .speaker
            .map_or(content.start, |subject| subject.start);
        let is_subordinate = subject > 0
            && subject < report.cue.start
            && tokens[subject - 1].is(class::SUBORDINATOR | class::RELATIVE)
            && !tokens[subject - 1].is(class::COMPLEMENTIZER);
        let is_before_subject = subject > content.start;
        if !is_subordinate && !report.is_impersonal && !is_before_subject {
            return content.end;
        }
        let closes = |at: &usize| {
            let ends = tokens[*at].is_sign(',')
                || tokens[*at]
                    .quote()
                    .is_some_and(|quote| self.quotes[quote].inner.slice(self.text).ends_with(','));
            ends && at + 1 < content.end && self.is_subject_and_verb(at + 1, content.end)
        };
        let close = (content.start..content.end).find(closes);
        close.map_or(content.end, |at| {
            at + usize::from(tokens[at].quote().is_some())
        })
    }

    /// El alcalde, que lo había calificado de «disparate»│, se mostró satisfecho: outside English, the comma that closes
    /// the relative clause of `report` behind its quoted words.
    fn end_of_relative(&self, report: &Report, content: Phrase) -> Option<usize> {
        let speaker = report.speaker.filter(|_| self.grammar().is_some())?;
        let is_relative =
            speaker.end == speaker.start + 1 && self.tokens[speaker.start].is(class::RELATIVE);
        let inside = content.start..content.end;
        let quote = inside.clone().find(|at| self.tokens[*at].quote().is_some());
        let quote = quote.filter(|_| is_relative)?;
        inside
            .skip_while(|at| *at < quote)
            .find(|at| self.tokens[*at].is_sign(','))
    }

    /// "… „X“ und forderte": whether a conjunction is followed by the next verb of the same subject, outside
    /// English, whose later cues say so.
    fn opens_next_verb(&self, at: usize, opening: Opening) -> bool {
        if self.grammar().is_none() || !self.tokens[at].is(class::CONJUNCTION) {
            return false;
        }
        // "… „X“ und hat gefordert", "… «X» y le exigió"
        let is_clause = matches!(opening, Opening::That | Opening::Clause);
        let skipped = class::OBJECT | class::ADVERB | if is_clause { 0 } else { class::AUXILIARY };
        let mut behind = (at + 1..self.tokens.len()).take(MAX_VERB_GROUP);
        let verb = behind.find(|at| {
            let token = &self.tokens[*at];
            token.is(class::CUE) || !token.is(skipped)
        });
        verb.is_some_and(|verb| self.tokens[verb].is(class::CUE) && is_verb(&self.tokens[verb]))
    }
}

/// Most tokens of the verb behind "and": "und hat erneut gefordert".
const MAX_VERB_GROUP: usize = 4;

/// Most tokens between a cue in -ing and the quoted string behind it: "telling her,".
const MAX_AUDIENCE: usize = 2;

/// Words that end a short complement (an object, an infinitive) when a comma stands before them.
const SHORT_ENDS: u64 = class::CONJUNCTION
    | class::SUBORDINATOR
    | class::GERUND
    | class::RELATIVE
    | class::SUBJECT
    | class::AUXILIARY
    | class::VERB
    | class::CUE;

/// Whether the word after a dash begins what is no part of the clause before it; the verb of that clause may stand
/// behind an aside.
fn opens_addition(token: &Token) -> bool {
    token.is(class::GERUND | class::CONJUNCTION | class::SUBORDINATOR | class::ADVERB)
}

/// Whether the word after a comma begins something that is no longer reported.
fn ends_content(token: &Token) -> bool {
    token.is(class::GERUND | class::SUBORDINATOR | class::RELATIVE)
}
