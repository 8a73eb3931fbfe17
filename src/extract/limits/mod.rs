//! Where reported words end: before the next cue of the same level, and before what the reporter adds (see
//! [`additions`]).
//!
//! ```text
//! said the plan was “a mess” if it passed│, adding that …     the next cue of the same subject
//! said it was safe │and Roy said it was not                    that of another who is named
//! If Lee says she will “go on,”│ it is over                    the main clause behind hers
//! ```

mod additions;

use super::Reader;
use super::attribution::is_verb;
use super::phrases::{Phrase, is_name, phrase_after};
use super::reports::{Layout, Opening, Report};
use super::tokens::{Token, TokenKind};
use crate::lexicon::class;

impl Reader<'_> {
    /// End of the content that begins at `start`: the sentence's end, the next cue of the same level, or
    /// the insertion behind the last quoted string.
    pub(in crate::extract) fn content_limit(
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
        limit = limit.min(self.end_of_aside(start, limit));
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
            // called “a mess” by others, but said it was “a mess” by the board
            let is_clause = matches!(opening, Opening::That | Opening::Clause);
            let has_agent = !is_clause && self.has_agent(*at, limit);
            // called it “a mess” and ranked Lee as one of “the worst”; called her “nice” and she smiled
            let turns = opening == Opening::Object
                && is(at + 1, class::CONJUNCTION)
                && (tells || self.joins_verb(at + 1, limit));
            has_agent || turns || inner.ends_with([',', '!', '?']) && (goes_on || acts || joins)
        };
        (start..limit).find(closes).map_or(limit, |at| at + 1)
    }

    /// demandé de « ne pas céder »│, a-t-on appris: where a tag begins that sets off what stands before it. An English
    /// one must end the sentence: others may stand in what somebody else says.
    fn tag_behind(&self, start: usize, limit: usize, later: &[Report]) -> usize {
        let is_last = |tag: Phrase| {
            let before = &self.tokens[tag.start - 1];
            let quote = before.quote();
            let closes =
                before.is_sign(',') || quote.is_some_and(|quote| self.is_speech_like(quote));
            closes
                && !self.tokens[tag.start].is(class::RELATIVE)
                && (tag.end.min(limit)..limit).all(|at| self.tokens[at].is_sign('.'))
        };
        // She stressed the need for roads│: “We are cut off,” she said.
        let colon = |tag: Phrase| {
            let colon = tag.start.checked_sub(2).filter(|colon| *colon > start)?;
            let is_quoted = self.tokens[colon + 1].quote().is_some();
            (is_quoted && self.tokens[colon].is_sign(':')).then_some(colon)
        };
        let tags = later.iter().filter_map(|report| match report.layout {
            Layout::Tag(tag) if tag.start > start => {
                let is_set_off = self.grammar().is_some() || is_last(tag);
                colon(tag).or(is_set_off.then_some(tag.start))
            }
            _ => None,
        });
        tags.min().map_or(limit, |tag| limit.min(tag))
    }

    /// He attacked her — calling her a nuisance and hinting that she lied │— and the hall cheered: the dash that closes
    /// the aside in which the content begins.
    fn end_of_aside(&self, start: usize, limit: usize) -> usize {
        let tokens = &self.tokens;
        let before = (start.saturating_sub(MAX_ASIDE)..start).rev();
        let clause = before.take_while(|at| !tokens[*at].is_sign('.') && !tokens[*at].is_sign(';'));
        let is_inside = clause.filter(|at| tokens[*at].is_dash()).count() % 2 == 1;
        let close = (start..limit).find(|at| is_inside && tokens[*at].is_dash());
        close.unwrap_or(limit)
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

    /// If Lee says she will “go on,” │it is over: where the clause that a subordinator opens before the subject of
    /// `report` ends, and a main clause begins.
    pub(in crate::extract) fn subordinate_limit(&self, report: &Report, content: Phrase) -> usize {
        let tokens = &self.tokens;
        // "was accused of theft │by Roy": who says so.
        let agent = report.speaker.filter(|agent| {
            let is_inside = content.start < agent.start && agent.start <= content.end;
            is_inside && self.grammar().is_none() && tokens[agent.start - 1].is(class::AGENT)
        });
        if let Some(agent) = agent.filter(|agent| report.cue.end < agent.start) {
            return agent.start - 1;
        }
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
        let is = |at: usize, class| at < content.end && tokens[at].is(class);
        let closes = |at: &usize| {
            let quote = tokens[*at].quote();
            let ends = tokens[*at].is_sign(',')
                || quote
                    .is_some_and(|quote| self.quotes[quote].inner.slice(self.text).ends_with(','));
            // Conceding that it was “a mess” │he warned: “…”
            let tells = quote.is_some()
                && is_before_subject
                && is(at + 1, class::SUBJECT)
                && is(at + 2, class::CUE);
            let is_main = || self.is_subject_and_verb(at + 1, content.end);
            tells || ends && at + 1 < content.end && is_main()
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
}

/// Furthest that the dash stands before the content which opens the aside around it, in tokens.
const MAX_ASIDE: usize = 40;

/// Most tokens between a cue in -ing and the quoted string behind it: "telling her,".
const MAX_AUDIENCE: usize = 2;

/// Whether the word after a dash begins what is no part of the clause before it; the verb of that clause may stand
/// behind an aside.
fn opens_addition(token: &Token) -> bool {
    token.is(class::GERUND | class::CONJUNCTION | class::SUBORDINATOR | class::ADVERB)
}
