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

mod around;
mod claims;
mod telling;
mod unclaimed;
mod waiting;
mod yielding;

use super::Reader;
use super::drafts::{Draft, DraftCue};
use super::phrases::{Phrase, is_name, phrase_after, simple_phrase_end, subject_before};
use super::reports::{Layout, Opening, Report};
use super::tokens::{Token, TokenKind};
use crate::lexicon::{class, rule};

/// The quotations of an article, in order of their content.
pub(super) fn attribute(reader: &Reader) -> Vec<Draft> {
    let mut attribution = Attribution {
        reader,
        drafts: Vec::new(),
        claimed: Vec::new(),
        open: None,
        waiting: Vec::new(),
        actor: None,
        prior: None,
        told: None,
    };
    attribution.claimed.resize(reader.quotes.len(), false);
    for index in 0..reader.paragraphs.len() {
        if reader.is_in_turn(reader.paragraphs[index].span) {
            continue;
        }
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
    /// The person or body that acted last, and in which paragraph; only where verbs may lack a subject.
    actor: Option<(Phrase, usize)>,
    /// Who acts in the sentence before, if that sentence leads to what follows it.
    prior: Option<Prior>,
    /// Who speaks in the sentence before.
    told: Option<Phrase>,
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
            if let Some(draft) = self
                .open
                .filter(|draft| self.goes_on_post(*draft, sentence))
            {
                self.extend(draft, sentence);
                return;
            }
            let behind = self.behind_post(sentence.end);
            if let Some(credit) = self.credit_line(behind) {
                let mut content = std::mem::take(&mut self.waiting);
                content.push(sentence);
                let is_led_in = self.follows_colon(content[0].start);
                let cue = self.prior.filter(|_| is_led_in).and_then(|prior| prior.1);
                self.add(content, Some(credit), cue);
                let goes_on = behind > sentence.end;
                self.open = self.drafts.len().checked_sub(1).filter(|_| goes_on);
                return;
            }
            match self.open {
                Some(draft) if self.waiting.is_empty() => {
                    self.told = self.drafts[draft].speaker;
                    self.extend(draft, sentence);
                }
                _ => self.waiting.push(sentence),
            }
            return;
        }
        let mut reports = self.reader.reports(sentence.start, sentence.end);
        self.credit_dropped_subjects(paragraph, &mut reports);
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
            cursor = self.report(sentence, cursor, report, &reports[at + 1..]);
        }
        let goes_on = self.goes_on_telling(sentence, first_draft);
        self.unclaimed(paragraph, sentence, &reports);
        self.prior = match self.told.filter(|_| goes_on) {
            Some(speaker) => Some((Some(speaker), None)),
            None => Some(self.subject_and_verb(sentence, &reports, first_draft)),
        };
        if !goes_on {
            let reports = first_draft < self.drafts.len();
            self.told = self
                .prior
                .filter(|_| reports)
                .and_then(|(speaker, _)| speaker);
        }
        let actor = reports.iter().find_map(|report| report.speaker);
        let actor = actor.map(|actor| {
            self.reader
                .antecedent(sentence.start, actor)
                .unwrap_or(actor)
        });
        let actor = actor.or_else(|| self.prior.and_then(|(subject, _)| subject));
        if let Some(actor) = actor.filter(|actor| self.is_somebody(*actor)) {
            self.actor = Some((actor, paragraph));
        }
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
        sentence: Phrase,
        cursor: usize,
        report: &Report,
        later: &[Report],
    ) -> usize {
        let cue = Some(DraftCue::of(report));
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
                let after = self
                    .after_tag(tag.end, sentence.end, before, later)
                    .or_else(|| self.behind_naming(report, tag, sentence.end, later));
                if after.is_some_and(|after| after.start == tag.end) {
                    self.without_main_clause(&mut content);
                }
                if let Some(after) = after {
                    end = after.end;
                    content.push(after);
                }
                self.add(content, report.speaker, cue);
                let mut inner = later.iter().filter_map(|other| self.tells_more(tag, other));
                inner.next().unwrap_or(end)
            }
            Layout::Introduces(start, opening) => {
                if report.cue.start.min(start) < cursor || start >= sentence.end {
                    if start < cursor && opening == Opening::Quote {
                        self.pass_on(report, start);
                    } else if start < cursor {
                        let end = self.reader.content_limit(start, cursor, opening, later);
                        self.pass_on_clause(report, Phrase { start, end });
                    }
                    return cursor;
                }
                // "hat den Plan „…“ genannt": words before their verb end there.
                let bound = if start < report.cue.start {
                    report.cue.start
                } else {
                    sentence.end
                };
                let end = self.reader.content_limit(start, bound, opening, later);
                let end = if report.is_noun {
                    self.end_of_owned(sentence, report, Phrase { start, end })
                } else {
                    end
                };
                let end = self.reader.subordinate_limit(report, Phrase { start, end });
                let content = Phrase { start, end };
                if end <= start
                    || !self.is_reported(report, opening, content)
                    || self.yields(report, opening, content, later)
                {
                    return cursor;
                }
                // He agreed. And: “We lost.”
                let before = self
                    .prior
                    .filter(|_| report.verb.is_none())
                    .and_then(|prior| prior.0);
                self.add(vec![content], report.speaker.or(before), cue);
                end
            }
        }
    }

    /// Where a report begins that stands inside the tag `tag`: “…,” said Lee, │who said she was ready; “…,” said Lee when
    /// │asked about it.
    fn tells_more(&self, tag: Phrase, report: &Report) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let inside = |at: &usize| tag.start < *at && *at < tag.end;
        if !matches!(report.layout, Layout::Introduces(..)) {
            return None;
        }
        // “…,” Lee said when │asked by Roy if …
        let cue = report.cue.start;
        let is_asked = report.is_impersonal || cue > 0 && tokens[cue - 1].is(class::OCCASION);
        let asked = Some(cue).filter(|_| is_asked);
        let speaker = report.speaker.map(|speaker| speaker.start);
        // “…,” Lee said after │Roy announced that it was over.
        let tells = |who: &usize| {
            tokens[who - 1].is(class::OCCASION) && !tokens[who - 1].is(class::COMPARISON)
        };
        let inner =
            speaker.filter(|who| tokens[*who].is(class::RELATIVE) || *who > 0 && tells(who));
        asked.filter(inside).or(inner.filter(inside))
    }

    /// Where the clause of a noun ends: behind its quoted words; without any, where the sentence does, if the
    /// noun is not its subject.
    fn end_of_owned(&self, sentence: Phrase, report: &Report, content: Phrase) -> usize {
        if let Some(quote) = self.first_quote(content) {
            return self.reader.end_behind_owned_quote(quote, content.end);
        }
        let tokens = &self.reader.tokens;
        let owns = |owner: &Phrase| {
            tokens[owner.start].is(class::POSSESSIVE)
                || tokens
                    .get(owner.end)
                    .is_some_and(|next| next.kind == TokenKind::Genitive)
        };
        // Lee made the claim that it was late: what the claim is stands behind her verb.
        let owner = report.speaker.filter(owns);
        let noun = owner.map_or(report.cue.start, |owner| owner.start);
        let is_object = self.reader.main_subject(sentence.start, noun).is_some();
        let is_clause = tokens[content.start].is(class::COMPLEMENTIZER);
        if is_object {
            content.end
        } else if is_clause {
            self.reader.end_of_subject_clause(sentence.start, content)
        } else {
            simple_phrase_end(&self.reader.tokens, content.start, content.end)
        }
    }

    /// Whether a phrase names a person or a body or stands for one.
    fn is_somebody(&self, phrase: Phrase) -> bool {
        let people = class::ROLE | class::TITLE | class::ORGANISATION | class::SUBJECT;
        let mut words = self.reader.tokens[phrase.start..phrase.end].iter();
        let asks = |token: &Token| token.is(class::INTERROGATIVE | class::RELATIVE);
        words.any(|token| is_name(token) || token.is(people) && !asks(token))
    }

    /// The music swells as │the mayor continues│. “We won.” │Added Lee│: “We won.”
    fn closing_cue(&self, sentence: Phrase) -> Option<Prior> {
        let tokens = &self.reader.tokens;
        let behind = phrase_after(tokens, sentence.start + 1, sentence.end).filter(|behind| {
            behind.end + 1 == sentence.end
                && tokens[behind.end].is_sign(':')
                && tokens[sentence.start].is(class::CUE)
                && self.reader.is_past(sentence.start)
        });
        if let Some(speaker) = behind {
            let cue = DraftCue {
                tokens: Phrase::of(sentence.start),
                verb: None,
            };
            return Some((Some(speaker), Some(cue)));
        }
        let mut words = (sentence.start + 1..sentence.end).rev();
        let at = words.find(|at| tokens[*at].is_word())?;
        let is_cue = is_verb(&tokens[at]) && tokens[at].is(class::CUE) && self.reader.is_past(at);
        let subject = is_cue.then(|| subject_before(tokens, sentence.start, at))??;
        let cue = DraftCue::word(at);
        Some((Some(subject), Some(cue)))
    }

    /// Whom a sentence is about, and its verb: Ann Lee agreed. “We won.”
    /// `first_draft`: the first that the sentence has made; what they report tells nobody anything.
    fn subject_and_verb(&self, sentence: Phrase, reports: &[Report], first_draft: usize) -> Prior {
        let made = &self.drafts[first_draft..];
        let is_reported = |report: &Report| {
            let mut contents = made.iter().flat_map(|draft| &draft.content);
            contents.any(|part| part.start < report.cue.start && report.cue.end <= part.end)
        };
        let tells = |report: &&Report| !report.is_noun && !is_reported(report);
        let mut told = reports.iter().rev().filter(tells);
        if let Some(report) = told.find(|report| report.speaker.is_some()) {
            let cue = DraftCue::of(report);
            return (report.speaker, Some(cue));
        }
        if let Some(last) = self.closing_cue(sentence) {
            return last;
        }
        let subject = self
            .reader
            .subject_of_main_clause(sentence.start, sentence.end);
        let verb = subject.and_then(|subject| {
            (subject.end..sentence.end).find(|at| is_verb(&self.reader.tokens[*at]))
        });
        let cue = verb.map(DraftCue::word);
        (subject, cue)
    }
}

pub(super) fn is_verb(token: &Token) -> bool {
    let is_verb = token.is(class::VERB | class::CUE) && !token.obeys(rule::NAMING);
    token.kind == TokenKind::Lower && is_verb
}
