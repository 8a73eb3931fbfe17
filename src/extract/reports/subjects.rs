//! Whose words they are: the subject of a word that may be a cue, beside it or further off.
//!
//! ```text
//! │An official who briefed reporters│ said       over a relative clause
//! quoted │Lee│ as saying                          of a verb in -ing
//! When Lee died, │the mayor│ put out a statement   of the main clause
//! ```

use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, subject_before};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{VerbForm, class};

impl Reader<'_> {
    /// The subject that the verb at `at` has by itself, shared with no other; `group` is the first token of its group.
    pub(super) fn own_subject(
        &self,
        form: VerbForm,
        start: usize,
        group: usize,
        at: usize,
    ) -> Option<Phrase> {
        if form == VerbForm::Gerund && group == at {
            return self
                .shown(start, at)
                .or_else(|| self.subject_of_gerund(start, at))
                .or_else(|| self.subject_behind_with(start, at))
                .or_else(|| self.heard_before_dash(start, at));
        }
        // "…, having called him": the subject of the sentence's verb.
        let has_called = group > start
            && self.tokens[group].is(class::GERUND)
            && self.tokens[group - 1].is_sign(',');
        if has_called || form == VerbForm::Base && self.is_infinitive(group, at) {
            return None;
        }
        subject_before(&self.tokens, start, group)
            .or_else(|| self.subject_behind_relative(start, group))
            .filter(|subject| !self.splits_verb(start, *subject))
    }

    /// First token of the verb group: auxiliaries and adverbs before the verb belong to it.
    pub(in crate::extract) fn group_start(&self, start: usize, at: usize) -> usize {
        let mut group = at;
        // "they │all vowed│"
        let is_shared = |at: usize| {
            at > start + 1
                && self.tokens[at - 1].is(class::ALONE)
                && self.tokens[at - 2].is(class::PLURAL)
                && self.tokens[at - 2].is(class::SUBJECT)
        };
        while group > start && self.tokens[group - 1].is(class::AUXILIARY | class::ADVERB)
            || is_shared(group)
        {
            group -= 1;
        }
        group
    }

    /// Whether a form of "to be" stands in the verb group `group..verb`, which makes a participle a passive.
    pub(in crate::extract) fn has_copula(&self, group: usize, verb: usize) -> bool {
        (group..verb).any(|at| self.tokens[at].is(class::COPULA))
    }

    /// "listening to │Lee│ rage about the toll — calling it": whom the words before a dash show saying something.
    fn heard_before_dash(&self, start: usize, at: usize) -> Option<Phrase> {
        let dash = at.checked_sub(1).filter(|dash| *dash > start)?;
        if !self.tokens[dash].is_dash() {
            return None;
        }
        let shows = |verb: usize| {
            let token = &self.tokens[verb];
            let is_base = token.is_plain() || self.has_form(verb, VerbForm::Base);
            let is_small = token.kind == TokenKind::Lower;
            let heard =
                (is_base && is_small).then(|| subject_before(&self.tokens, start, verb))??;
            let before = heard.start.checked_sub(2).filter(|at| *at >= start)?;
            let is_to = self.tokens[before + 1].is(class::INFINITIVE);
            let opens = &self.tokens[before + usize::from(!is_to)];
            let fits = heard.end == verb && is_name(&self.tokens[heard.start]);
            (fits && opens.is(class::SHOWING)).then_some(heard)
        };
        (start + 1..dash).rev().find_map(shows)
    }

    /// "with │Ann Lee│ saying that": whom an absolute clause lets say something.
    pub(super) fn subject_behind_with(&self, start: usize, at: usize) -> Option<Phrase> {
        let subject =
            subject_before(&self.tokens, start, at).filter(|subject| subject.end == at)?;
        let with = subject.start.checked_sub(1).filter(|with| *with >= start)?;
        let fits = self.tokens[with].is(class::ABSOLUTE) && self.is_somebody(subject);
        fits.then_some(subject)
    }

    /// “…,” │a memo telling the board's findings│ reads: the subject before a participle that a quoted string
    /// stands before, where `own` is what the participle takes.
    pub(super) fn over_participle(&self, start: usize, own: Phrase) -> Phrase {
        let mut before = (start..own.start).rev();
        let is_passive = own.start > start && self.tokens[own.start - 1].is(class::AGENT);
        let hangs = |at: usize| self.tokens[at].is(class::PREPOSITION);
        let at = before.next().and_then(|at| {
            if hangs(at) {
                let goes_on = |at: &usize| is_passive || self.tokens[*at].is(class::GERUND);
                before.next().filter(goes_on)
            } else {
                Some(at)
            }
        });
        let at = at.filter(|at| self.tokens[*at].is(class::GERUND | class::VERB));
        let subject = at.and_then(|at| {
            subject_before(&self.tokens, start, at).filter(|subject| subject.end == at)
        });
        let is_tagged = |subject: &Phrase| {
            let before = subject.start.checked_sub(1).filter(|at| *at >= start);
            before.is_some_and(|before| self.tokens[before].quote().is_some())
        };
        // "│The charities organising the concert│ said", "│An officer speaking to the Post│ said", "│A note by Lee
        // obtained by the Post│ said"
        let is_whole = |subject: &Phrase| {
            let verb = &self.tokens[subject.end];
            let hangs = self.tokens[subject.end + 1].is(class::PREPOSITION);
            let goes_on = verb.is(class::GERUND)
                && !verb.is(class::AUXILIARY)
                && (!verb.is(class::CUE) || hangs);
            let is_done =
                is_passive && subject.end + 2 == own.start && verb.kind == TokenKind::Lower;
            subject.start == start && (goes_on || is_done)
        };
        let fits = |subject: &Phrase| is_tagged(subject) || is_whole(subject);
        subject.filter(fits).map_or(own, |subject| Phrase {
            start: subject.start,
            end: own.end,
        })
    }

    /// "│An official who briefed reporters in private│ said": the subject with the relative clause that stands between
    /// it and the verb group at `group`, where `own` is only the end of that clause.
    pub(super) fn over_relative(&self, start: usize, own: Phrase, group: usize) -> Phrase {
        let tokens = &self.tokens;
        // "the union that represents them": behind no verb, which could take a clause.
        let is_that = |at: usize| {
            let leads = class::VERB | class::CUE | class::GERUND | class::TEMPORAL;
            let verb = &tokens[at + 1];
            tokens[at].is(class::COMPLEMENTIZER)
                && (verb.is(class::VERB) || verb.is_plain())
                && verb.kind == TokenKind::Lower
                && !tokens[at - 1].is(leads)
        };
        let joins = |at: &usize| {
            let token = &tokens[*at];
            let goes_on =
                token.is_word() || matches!(token.kind, TokenKind::Genitive | TokenKind::Number);
            let opens = class::COMPLEMENTIZER | class::SUBORDINATOR;
            goes_on && (!token.is(opens) || is_that(*at))
        };
        let mut clause = (start + 1..own.start).rev().take_while(joins);
        let who = clause.find(|at| tokens[*at].is_who() || is_that(*at));
        let is_relative = tokens[own.start].is(class::RELATIVE);
        let Some(who) = who.filter(|_| own.end == group && !is_relative) else {
            return own;
        };
        let verb = &tokens[who + 1];
        let is_whole = verb.kind == TokenKind::Lower
            && (verb.is(class::VERB | class::AUXILIARY | class::CUE) || is_that(who))
            && !(who + 1..own.start).any(|at| self.takes_clause(at));
        let head = subject_before(tokens, start, who).filter(|head| head.end == who);
        head.filter(|_| is_whole).map_or(own, |head| Phrase {
            start: head.start,
            end: own.end,
        })
    }

    /// Whether the word at `at` can be a cue that takes a clause: "said", but not "spoke".
    pub(super) fn takes_clause(&self, at: usize) -> bool {
        let lexicon = self.lexicon.filter(|_| self.tokens[at].is(class::CUE));
        lexicon.is_some_and(|lexicon| {
            let mut readings = lexicon.readings(self.tokens[at].word).iter();
            readings.any(|reading| lexicon.cue(*reading).frames.clause())
        })
    }

    /// "│A farmer who did not want to be named│ said": the subject with its relative clause, which ends in a verb before
    /// the verb group at `group`.
    pub(super) fn subject_behind_relative(&self, start: usize, group: usize) -> Option<Phrase> {
        let tokens = &self.tokens;
        let last = group.checked_sub(1).filter(|last| *last > start)?;
        let ends_in_verb = tokens[last].kind == TokenKind::Lower
            && tokens[last].is(class::VERB | class::CUE)
            && !tokens[last].is(class::GERUND);
        let mut words = (start + 1..last).take_while(|at| !self.is_stop(*at));
        let who = words.find(|at| tokens[*at].is_who());
        let who = who.filter(|_| ends_in_verb)?;
        let is_plain = tokens[who..last].iter().all(|token| token.is_word());
        let head = subject_before(tokens, start, who).filter(|head| head.end == who && is_plain)?;
        Some(Phrase {
            start: head.start,
            end: group,
        })
    }

    /// “…,” state television quoted │him│ as saying: whom a verb, behind which `after` stands, lets speak.
    pub(super) fn quoted_as_saying(&self, after: usize, end: usize) -> Option<Phrase> {
        let quoted = phrase_after(&self.tokens, after, end)?;
        let is = |at: usize, class| at < end && self.tokens[at].is(class);
        let says = quoted.end + 1;
        let fits =
            is(quoted.end, class::COMPARISON) && is(says, class::GERUND) && is(says, class::CUE);
        fits.then_some(quoted)
    }

    /// The subject of the verb in -ing at `at`, where that is not the subject of its sentence: "quoted │Lee│ as
    /// saying", "attacked │Lee│ for calling it “a mess”", "a video of │him│ calling it so".
    pub(in crate::extract) fn subject_of_gerund(&self, start: usize, at: usize) -> Option<Phrase> {
        let before = at.checked_sub(1).filter(|before| *before > start)?;
        let link = &self.tokens[before];
        if link.is(class::COMPARISON) {
            return self.quoted_as(start, before).or_else(|| {
                let subject = subject_before(&self.tokens, start, before)?;
                // "dropped it, as well as ruling"
                let speaks = self.tokens[subject.start].is(class::OBJECT);
                (speaks || self.is_somebody(subject)).then_some(subject)
            });
        }
        let is_for = |token: &Token| token.is(class::CLOSE) && !token.is(class::PARTICLE);
        let (end, after_verb) = if is_for(link) {
            (before, true)
        } else {
            (at, false)
        };
        let last = &self.tokens[end - 1];
        if !after_verb && self.is_group(last) {
            // "a crowd of │fans│ chanting “…”"
            let phrase = subject_before(&self.tokens, start, at)?;
            let is_told = phrase
                .start
                .checked_sub(1)
                .is_some_and(|to| self.tokens[to].is(class::INFINITIVE));
            let fits = !is_told && phrase.end == at;
            return fits.then(|| self.issuer(start, phrase).unwrap_or(phrase));
        }
        let is_object = last.kind == TokenKind::Lower && last.is(class::OBJECT);
        let phrase = if is_object {
            Phrase {
                start: end - 1,
                end,
            }
        } else if is_name(last) {
            subject_before(&self.tokens, start, end).filter(|phrase| phrase.end == end)?
        } else {
            return None;
        };
        let opens = &self.tokens[phrase.start.checked_sub(1).filter(|at| *at >= start)?];
        let fits = if after_verb {
            opens.is(class::VERB | class::CUE | class::GERUND)
        } else {
            opens.is(class::PREPOSITION) && (is_object || opens.is(class::PARTICLE))
                || opens.is(class::SHOWING) && opens.kind == TokenKind::Lower
        };
        fits.then_some(phrase)
    }

    /// "│The board│ put out a statement saying": who issues the document that a verb takes as its object.
    fn issuer(&self, start: usize, document: Phrase) -> Option<Phrase> {
        let is_document = self.tokens[document.end - 1].is(class::DOCUMENT)
            && !self.tokens[document.start].is(class::DEFINITE);
        let before = document.start.checked_sub(1).filter(|at| *at > start)?;
        let verb = before - usize::from(self.tokens[before].is(class::ADVERB));
        let issues = verb > start
            && self.tokens[verb].kind == TokenKind::Lower
            && self.tokens[verb].is(class::VERB | class::CUE)
            && !self.tokens[verb].is(class::GERUND);
        let group = self.group_start(start, verb);
        let is_active = !self.has_copula(group, verb);
        let subject = (is_document && issues && is_active).then(|| {
            subject_before(&self.tokens, start, group)
                .or_else(|| self.nearest_subject(start, group))
        })??;
        self.is_somebody(subject).then_some(subject)
    }

    /// Whether a word is a small noun for people or for what can be read: "fans", "a sign".
    fn is_group(&self, token: &Token) -> bool {
        token.kind == TokenKind::Lower
            && token.is(class::ROLE | class::DOCUMENT)
            && !token.is(class::AUDIENCE | class::VERB | class::CUE)
    }

    /// "│Lee│ was quoted by the Courier as saying": whom the passive before token `comparison` quotes.
    fn quoted_as(&self, start: usize, comparison: usize) -> Option<Phrase> {
        let near = (start + 1..comparison).rev().take(MAX_QUOTED);
        let verbs = near.filter(|at| self.tokens[*at].is(class::VERB | class::CUE));
        // "quoted by state media": of those that could be verbs, the one with its "was".
        let mut groups = verbs.map(|verb| (self.group_start(start, verb), verb));
        let (group, _) = groups.find(|(group, verb)| self.has_copula(*group, *verb))?;
        subject_before(&self.tokens, start, group)
    }

    /// "│Ann Lee│ is shown saying": whom a passive lets say something.
    pub(super) fn shown(&self, start: usize, at: usize) -> Option<Phrase> {
        let before = at.checked_sub(1).filter(|before| *before > start)?;
        let group = self.group_start(start, before);
        let is_passive =
            self.tokens[before].is(class::VERB | class::CUE) && self.has_copula(group, before);
        is_passive.then(|| subject_before(&self.tokens, start, group))?
    }

    /// "He was for │a time│ considered": whether a phrase stands between an auxiliary and its verb.
    pub(super) fn splits_verb(&self, start: usize, phrase: Phrase) -> bool {
        let near = self.tokens[start..phrase.start].iter().rev();
        let mut near = near.take(2);
        near.next()
            .is_some_and(|token| token.is(class::PREPOSITION))
            && near.next().is_some_and(|token| token.is(class::AUXILIARY))
    }

    /// "A long night — │Ann Lee│: “…”": the name between a dash and the colon at `at`.
    pub(super) fn name_behind_dash(&self, start: usize, at: usize) -> Option<Phrase> {
        let dash = (start..at).rev().find(|at| self.tokens[*at].is_dash())?;
        let phrase = phrase_after(&self.tokens, dash + 1, at).filter(|phrase| phrase.end == at);
        phrase.filter(|phrase| is_name(&self.tokens[phrase.start]))
    }

    /// "…, prompting a reply from │Ann Lee│: “…”", "More from │Lee│: “…”": whom the document before the colon at `at` comes
    /// from.
    pub(super) fn sender_before_colon(&self, start: usize, at: usize) -> Option<Phrase> {
        let sender = subject_before(&self.tokens, start, at).filter(|sender| sender.end == at)?;
        let origins = (sender.start.max(start + 1)..at)
            .chain(sender.start.checked_sub(1).filter(|from| *from >= start));
        let from = origins
            .into_iter()
            .find(|from| self.tokens[*from].is(class::ORIGIN))?;
        let origin = class::DOCUMENT | class::COMPARATIVE;
        let comes_from = from == start || self.tokens[from - 1].is(origin);
        let sender = Phrase {
            start: from + 1,
            end: at,
        };
        (comes_from && sender.start < at && self.is_somebody(sender)).then_some(sender)
    }

    /// "For │Ann Lee│, it was “a long night”", "To │Ann Lee, the mayor│, the answer is plain: “…”": in whose view the
    /// sentence is told.
    pub(in crate::extract) fn holder_of_view(&self, start: usize, end: usize) -> Option<Phrase> {
        let first = self.tokens.get(start).filter(|_| start + 1 < end)?;
        let is_for =
            first.is(class::INFINITIVE) || first.is(class::CLOSE) && !first.is(class::PARTICLE);
        let holder = phrase_after(&self.tokens, start + 1, end).filter(|_| is_for)?;
        let fits = self.sign_at(holder.end, end, &[',']) && is_name(&self.tokens[holder.start]);
        fits.then_some(holder)
    }

    /// Whether a phrase holds a word for a person or a body, or a name.
    pub(in crate::extract) fn is_somebody(&self, phrase: Phrase) -> bool {
        let people = class::ROLE
            | class::TITLE
            | class::ORGANISATION
            | class::BODY
            | class::SUBJECT
            | class::AUDIENCE;
        let mut words = self.tokens[phrase.start..phrase.end].iter();
        words.any(|token| is_name(token) || token.is(people))
    }

    /// The noun of a phrase without appositions: its last token before the first preposition.
    pub(in crate::extract) fn noun_of(&self, main: Phrase) -> usize {
        let hangs = |at: &usize| self.tokens[*at].is(class::PREPOSITION);
        let end = (main.start + 1..main.end).find(hangs);
        end.unwrap_or(main.end) - 1
    }

    /// Whether the subject's last word is a lower-case noun, and no role.
    pub(super) fn is_plain_noun(&self, subject: Phrase) -> bool {
        let last = &self.tokens[subject.end - 1];
        last.kind == TokenKind::Lower && !last.is(class::ROLE | class::SUBJECT)
    }

    /// Whether a phrase that a verb can stand behind begins at `at`, and its verb follows.
    pub(in crate::extract) fn is_subject_and_verb(&self, at: usize, end: usize) -> bool {
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
}

/// Most tokens between a passive and its "as": "quoted by the Courier as saying".
pub(super) const MAX_QUOTED: usize = 12;
