//! What stands around a word that may be a cue: its subject, its form, whether it is a verb there at all.

use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, simple_phrase_end, subject_before};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{CueVerb, VerbForm, class};

impl Reader<'_> {
    /// Whether the subject's last word is a lower-case noun, and no role.
    pub(super) fn is_plain_noun(&self, subject: Phrase) -> bool {
        let last = &self.tokens[subject.end - 1];
        last.kind == TokenKind::Lower && !last.is(class::ROLE | class::SUBJECT)
    }

    /// The reading of the verb at `at` whose particle follows, and the token after verb and particle.
    pub(super) fn reading(&self, at: usize, end: usize) -> Option<(CueVerb, VerbForm, usize)> {
        let lexicon = self.lexicon?;
        let readings = lexicon.readings(self.tokens[at].word);
        let (reading, after) =
            readings
                .iter()
                .find_map(|reading| match lexicon.cue(*reading).particle {
                    None => Some((reading, at + 1)),
                    Some(particle) if at + 1 < end && self.folded(at + 1) == particle => {
                        Some((reading, at + 2))
                    }
                    Some(_) => None,
                })?;
        // "the report read": the past of some verbs is written as their base form.
        let is_past = reading.form == VerbForm::Base
            && lexicon.is_past(self.tokens[at].word, reading.cue)
            && !self.needs_base(at);
        let form = if is_past {
            VerbForm::Past
        } else {
            reading.form
        };
        Some((*lexicon.cue(*reading), form, after))
    }

    /// Whether the word before token `at` takes the base form of a verb: "to read", "will read", "they read".
    fn needs_base(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        before.is_some_and(|before| {
            before.is(class::INFINITIVE | class::AUXILIARY | class::PLURAL)
                || before.kind == TokenKind::Lower && self.slice(at - 1).ends_with('s')
        })
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
        let passive = |at: &usize| self.tokens[*at].is(class::AGENT);
        let at = before.next().and_then(|at| {
            if passive(&at) {
                before.next()
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
        subject.filter(is_tagged).map_or(own, |subject| Phrase {
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
        let is_who = |at: usize| tokens[at].is(class::RELATIVE) && tokens[at].is(class::SUBJECT);
        let who = clause.find(|at| is_who(*at) || is_that(*at));
        let is_who = tokens[own.start].is(class::RELATIVE);
        let Some(who) = who.filter(|_| own.end == group && !is_who) else {
            return own;
        };
        let verb = &tokens[who + 1];
        let is_whole = verb.kind == TokenKind::Lower
            && (verb.is(class::VERB | class::AUXILIARY) || is_that(who))
            && !tokens[who + 1..own.start]
                .iter()
                .any(|token| token.is(class::CUE));
        let head = subject_before(tokens, start, who).filter(|head| head.end == who);
        head.filter(|_| is_whole).map_or(own, |head| Phrase {
            start: head.start,
            end: own.end,
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
        let is_who = |at: &usize| {
            let token = &tokens[*at];
            token.is(class::RELATIVE) && token.is(class::SUBJECT)
        };
        let who = words.find(is_who).filter(|_| ends_in_verb)?;
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

    /// First token of the verb group: auxiliaries and adverbs before the verb belong to it.
    pub(in crate::extract) fn group_start(&self, start: usize, at: usize) -> usize {
        let mut group = at;
        while group > start && self.tokens[group - 1].is(class::AUXILIARY | class::ADVERB) {
            group -= 1;
        }
        group
    }

    /// Whether the word is a noun or an adjective here: "the report", "his stated goal", "false claims".
    pub(super) fn is_nominal(&self, form: VerbForm, group: usize, at: usize, start: usize) -> bool {
        if at == start {
            return form != VerbForm::Gerund && form != VerbForm::Past;
        }
        let before = &self.tokens[at - 1];
        if before.is(class::ALONE) && form == VerbForm::Past {
            // "some said", but "some alleged victims"
            let is_noun = |next: &Token| {
                next.kind == TokenKind::Lower && (next.is_plain() || next.is(class::ROLE))
            };
            return self.tokens.get(at + 1).is_some_and(is_noun);
        }
        if leads_to_noun(before) || self.is_described(start, at) || self.is_pointed_at(start, at) {
            return true;
        }
        match form {
            VerbForm::Base => {
                let plural = |token: &Token| {
                    let word = token.span.slice(self.text);
                    let is_plural = word.ends_with('s') && !word.ends_with("ous");
                    token.is(class::PLURAL) || !token.is(class::SUBJECT) && is_plural
                };
                let verbal = self.tokens[at].is(class::VERBAL)
                    || self.is_infinitive(group, at)
                    || (group..at).any(|i| self.tokens[i].is(class::AUXILIARY))
                    || group > start && plural(&self.tokens[group - 1]);
                !verbal
            }
            VerbForm::Third => {
                before.is(class::COPULA) // "there were claims that"
                    || before.is_plain() && self.has_verb_behind(at)
                    || self.is_counted(start, at)
                    || self.is_owned(start, at)
                    || before.is(class::PREPOSITION)
                    || before.kind == TokenKind::Lower
                        && before.is(class::VERB | class::CUE)
                        && !self.is_headed(start, at - 1)
            }
            VerbForm::Past | VerbForm::Participle => {
                before.is(class::PREPOSITION) && !before.is(class::ADVERB)
            }
            VerbForm::Gerund => false,
        }
    }

    /// "the new plans", "more divisive remarks": whether an adjective stands before the form in -s or without ending
    /// at `at`.
    fn is_described(&self, start: usize, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else {
            return false;
        };
        let is_compared = before > start
            && self.tokens[before].kind == TokenKind::Lower
            && self.tokens[before].word.classes == 0
            && self.tokens[before - 1].is(class::COMPARATIVE);
        let is_adjective = self.tokens[before].kind == TokenKind::Lower
            && self.tokens[before].is(class::ADJECTIVE);
        (is_adjective || is_compared) && !self.has_form_in_ed(at)
    }

    /// "the bitter comments online │have been": whether the auxiliary of a clause stands behind the word at `at`.
    fn has_verb_behind(&self, at: usize) -> bool {
        let mut behind = self.tokens.iter().skip(at + 1);
        let next = behind.find(|token| !token.is(class::ADVERB));
        next.is_some_and(|next| next.is(class::AUXILIARY) && !next.is(class::GERUND))
    }

    /// "called that report “a lie”": whether "that" before the word at `at` points at it, behind a verb or a
    /// preposition.
    fn is_pointed_at(&self, start: usize, at: usize) -> bool {
        let Some(that) = at.checked_sub(1).filter(|that| *that > start) else {
            return false;
        };
        let before = &self.tokens[that - 1];
        let governs = class::VERB | class::CUE | class::GERUND | class::PREPOSITION;
        self.tokens[that].is(class::COMPLEMENTIZER)
            && before.kind == TokenKind::Lower
            && before.is(governs)
            && !self.is_headed(start, that - 1)
            && !self.has_form_in_ed(at)
    }

    /// Whether the word at `at` can be the past or the participle of a cue verb.
    fn has_form_in_ed(&self, at: usize) -> bool {
        self.has_form(at, VerbForm::Past) || self.has_form(at, VerbForm::Participle)
    }

    /// The subject of the verb in -ing at `at`, where that is not the subject of its sentence: "quoted │Lee│ as
    /// saying", "attacked │Lee│ for calling it “a mess”", "a video of │him│ calling it so".
    pub(in crate::extract) fn subject_of_gerund(&self, start: usize, at: usize) -> Option<Phrase> {
        let before = at.checked_sub(1).filter(|before| *before > start)?;
        let link = &self.tokens[before];
        if link.is(class::COMPARISON) {
            return self
                .quoted_as(start, before)
                .or_else(|| subject_before(&self.tokens, start, before));
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

    /// "a band called Riverfunk played", "workers admitted to the country have been", "messages deemed “secret”": whether
    /// the form in -ed behind its noun is a participle, since the verb of the noun follows or its object is missing.
    pub(super) fn is_reduced(
        &self,
        own: Phrase,
        verb: &CueVerb,
        cue: Phrase,
        (start, end): (usize, usize),
    ) -> bool {
        let tokens = &self.tokens;
        let takes_phrase = cue.end < end && tokens[cue.end].is(class::PREPOSITION);
        if takes_phrase && self.hangs_on_preposition(start, own) {
            return true; // "was traced to people admitted through the camp"
        }
        if !self.is_plain_noun(own) && !tokens[own.end - 1].is(class::ROLE) || cue.end >= end {
            return false;
        }
        let is_finite = |at: usize| {
            at < end
                && (tokens[at].is(class::AUXILIARY)
                    || tokens[at].is(class::VERB) && tokens[at].kind == TokenKind::Lower)
                && !tokens[at].is(class::GERUND)
                && self.stands_as_verb(at)
        };
        let next = &tokens[cue.end];
        let frames = verb.frames;
        let is_named = is_name(next) && frames.object() && !frames.clause();
        if is_named || frames.prepositional() && next.is(class::PREPOSITION) {
            let names = (cue.end..end)
                .take_while(|at| is_name(&tokens[*at]))
                .count();
            let behind = if is_named {
                cue.end + names
            } else {
                simple_phrase_end(tokens, cue.end + 1, end)
            };
            return is_finite(behind) && !tokens[behind].is(class::INFINITIVE);
        }
        if next.is(class::COMPARISON) && frames.object() && !tokens[own.end - 1].is(class::ROLE) {
            return true; // "a bill criticized as unfair"
        }
        let takes_name_only = frames.object() && !frames.clause() && !frames.direct();
        takes_name_only && next.quote().is_some()
    }

    /// Whether a phrase hangs on a preposition behind the verb of its sentence.
    fn hangs_on_preposition(&self, start: usize, phrase: Phrase) -> bool {
        let tokens = &self.tokens;
        let before = phrase.start.checked_sub(1).filter(|before| *before > start);
        before.is_some_and(|before| {
            let other = class::SUBORDINATOR | class::ADVERB | class::COMPARISON;
            let is_preposition = tokens[before].is(class::PREPOSITION) && !tokens[before].is(other);
            let mut clause = (start..before).rev().take_while(|at| !self.is_stop(*at));
            let is_finite = |at: usize| {
                tokens[at].kind == TokenKind::Lower && tokens[at].is(class::AUXILIARY | class::VERB)
            };
            is_preposition && clause.any(is_finite)
        })
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
        let is_active = !(group..verb).any(|at| self.tokens[at].is(class::COPULA));
        let subject = (is_document && issues && is_active).then(|| {
            subject_before(&self.tokens, start, group)
                .or_else(|| self.nearest_subject(start, group))
        })??;
        self.is_somebody(subject).then_some(subject)
    }

    /// "a claim disputed │by the board│", "a plan called “a mess” │by its opponents│": whether what stands from `after` on
    /// makes the verb before it a participle without its "was".
    pub(in crate::extract) fn has_agent(&self, after: usize, end: usize) -> bool {
        let is_quote = self
            .tokens
            .get(after)
            .is_some_and(|next| next.quote().is_some());
        let by = after + usize::from(is_quote);
        let agent = phrase_after(&self.tokens, by + 1, end);
        by < end
            && self.tokens[by].is(class::AGENT)
            && agent.is_some_and(|agent| {
                let mut words = agent.start..agent.end;
                let opens = class::DETERMINER | class::POSSESSIVE;
                let first = words.find(|at| !self.tokens[*at].is(opens));
                // "by texts Lee sent": not she.
                let is_thing = first.is_some_and(|at| !self.is_somebody(Phrase::of(at)));
                let is_named = words.any(|at| is_name(&self.tokens[at]));
                self.is_somebody(agent) && !(is_thing && is_named)
            })
    }

    /// "│Lee│ was quoted by the Courier as saying": whom the passive before token `comparison` quotes.
    fn quoted_as(&self, start: usize, comparison: usize) -> Option<Phrase> {
        let near = (start + 1..comparison).rev().take(MAX_QUOTED);
        let mut verbs = near.filter(|at| self.tokens[*at].is(class::VERB | class::CUE));
        let verb = verbs.next()?;
        let group = self.group_start(start, verb);
        let is_passive = (group..verb).any(|at| self.tokens[at].is(class::COPULA));
        is_passive.then(|| subject_before(&self.tokens, start, group))?
    }

    /// Whether a word is a small noun for people or for what can be read: "fans", "a sign".
    fn is_group(&self, token: &Token) -> bool {
        token.kind == TokenKind::Lower
            && token.is(class::ROLE | class::DOCUMENT)
            && !token.is(class::AUDIENCE | class::VERB | class::CUE)
    }

    /// Whether the verb at `at` hands on what another wrote: "cited a letter".
    pub(in crate::extract) fn cites(&self, at: usize) -> bool {
        let lexicon = self.lexicon.filter(|_| self.tokens[at].is(class::CUE));
        lexicon.is_some_and(|lexicon| {
            let mut readings = lexicon.readings(self.tokens[at].word).iter();
            readings.any(|reading| {
                let frames = lexicon.cue(*reading).frames;
                frames.object() && (frames.prepositional() || frames.direct() && !frames.clause())
            })
        })
    }

    /// "│Ann Lee│ is shown saying": whom a passive lets say something.
    pub(super) fn shown(&self, start: usize, at: usize) -> Option<Phrase> {
        let before = at.checked_sub(1).filter(|before| *before > start)?;
        let group = self.group_start(start, before);
        let is_passive = self.tokens[before].is(class::VERB | class::CUE)
            && (group..before).any(|at| self.tokens[at].is(class::COPULA));
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

    /// Whether a phrase holds a word for a person or a body, or a name.
    pub(super) fn is_somebody(&self, phrase: Phrase) -> bool {
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

    /// "A long night — │Ann Lee│: “…”": the name between a dash and the colon at `at`.
    pub(super) fn name_behind_dash(&self, start: usize, at: usize) -> Option<Phrase> {
        let dash = (start..at).rev().find(|at| self.tokens[*at].is_dash())?;
        let phrase = phrase_after(&self.tokens, dash + 1, at).filter(|phrase| phrase.end == at);
        phrase.filter(|phrase| is_name(&self.tokens[phrase.start]))
    }

    /// "…, prompting a reply from │Ann Lee│: “…”": whom the document before the colon at `at` comes from.
    pub(super) fn sender_before_colon(&self, start: usize, at: usize) -> Option<Phrase> {
        let sender = subject_before(&self.tokens, start, at).filter(|sender| sender.end == at)?;
        let origins = (sender.start.max(start + 1)..at)
            .chain(sender.start.checked_sub(1).filter(|from| *from > start));
        let from = origins
            .into_iter()
            .find(|from| self.tokens[*from].is(class::ORIGIN))?;
        let comes_from = self.tokens[from - 1].is(class::DOCUMENT);
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

    /// "four Central Asian states": whether a number stands before the words that lead to token `at`.
    fn is_counted(&self, start: usize, at: usize) -> bool {
        let modifiers = (start..at).rev().take(MAX_MODIFIERS + 1);
        let mut modifiers = modifiers.skip_while(|at| self.tokens[*at].kind == TokenKind::Capital);
        modifiers
            .next()
            .is_some_and(|number| self.tokens[number].is(class::NUMBER))
    }

    /// "the report", "Lee's first claim": whether what stands before the word at `at` makes it a noun.
    fn is_headed(&self, start: usize, at: usize) -> bool {
        let describes =
            |at: &usize| self.tokens[*at].kind == TokenKind::Lower && self.tokens[*at].is_plain();
        let described = (start..at)
            .rev()
            .take(1)
            .take_while(describes)
            .last()
            .unwrap_or(at);
        let before = described.checked_sub(1).filter(|before| *before >= start);
        before.is_some_and(|before| leads_to_noun(&self.tokens[before]))
    }

    /// "over her past comments", "Lee's latest remarks": whether somebody owns the noun in -s at `at`, with words
    /// between that name nobody.
    fn is_owned(&self, start: usize, at: usize) -> bool {
        let describes = |at: &usize| {
            let token = &self.tokens[*at];
            // "earlier", "latest", "repeated"
            let describing = class::ADVERB | class::TEMPORAL | class::VERB | class::ADJECTIVE;
            token.kind == TokenKind::Lower && token.word.classes & !describing == 0
        };
        let first = (start..at)
            .rev()
            .take(MAX_MODIFIERS)
            .take_while(describes)
            .last();
        let Some(owner) = first
            .and_then(|first| first.checked_sub(1))
            .filter(|at| *at >= start)
        else {
            return false;
        };
        let is_owner = self.tokens[owner].kind == TokenKind::Genitive
            || self.tokens[owner].is(class::POSSESSIVE);
        // "the head of her choir says": what hangs on "of" may have the verb behind it.
        let hangs = owner > start && {
            let before = &self.tokens[owner - 1];
            before.is(class::PREPOSITION) && !before.is(class::CLOSE)
        };
        is_owner && (hangs || self.tokens[at].is(class::CUE_NOUN | class::DOCUMENT))
    }

    pub(super) fn is_infinitive(&self, group: usize, at: usize) -> bool {
        let to = |i: usize| i > 0 && self.tokens[i - 1].is(class::INFINITIVE);
        to(group) || to(at)
    }

    /// The subject of the first finite verb that has one, before token `limit`.
    pub(in crate::extract) fn main_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        if self.grammar().is_some() {
            return self.first_subject(start, limit);
        }
        (start + 1..limit).find_map(|at| self.subject_of_finite(start, at))
    }

    /// When Lee died, │the mayor│ released a statement: the subject of the sentence before token `limit`, behind a
    /// clause that opens it.
    pub(in crate::extract) fn subject_of_main_clause(
        &self,
        start: usize,
        limit: usize,
    ) -> Option<Phrase> {
        let is_comma = |at: &usize| self.tokens[*at].is_sign(',');
        let opens = self.tokens[start].is(class::SUBORDINATOR);
        let comma = opens.then(|| (start..limit).find(is_comma)).flatten();
        let main = comma.and_then(|comma| self.main_subject(comma + 1, limit));
        main.or_else(|| self.main_subject(start, limit))
    }

    /// The subject of the last finite verb that has one, before token `limit`.
    pub(super) fn nearest_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let verbs = (start + 1..limit).rev();
        let mut subjects = verbs.filter_map(|at| {
            self.subject_of_finite(start, at)
                .filter(|subject| !self.tokens[subject.start].is(class::RELATIVE))
        });
        let nearest = subjects.next()?;
        // "He was for │a time│ considered": what hangs on a preposition gives way to a subject before it.
        let hangs = |subject: &Phrase| {
            let before = subject.start.checked_sub(1).filter(|at| *at >= start);
            before.is_some_and(|before| {
                let before = &self.tokens[before];
                before.is(class::PREPOSITION) && !before.is(class::ADVERB) // "about 50 people"
            })
        };
        Some(if hangs(&nearest) {
            let mut before = subjects.take(MAX_MODIFIERS);
            before.find(|subject| !hangs(subject)).unwrap_or(nearest)
        } else {
            nearest
        })
    }

    fn subject_of_finite(&self, start: usize, at: usize) -> Option<Phrase> {
        let token = &self.tokens[at];
        let before = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let finite = token.kind == TokenKind::Lower
            && (token.is(class::AUXILIARY | class::VERB)
                || token.is(class::CUE) && self.is_past(at))
            && (!self.tokens[at - 1].is(before) || self.tokens[at - 1].is(class::ALONE));
        if !finite {
            return None;
        }
        subject_before(&self.tokens, start, self.group_start(start, at))
    }

    /// Whether the token before a form of a cue verb lets it be a verb.
    pub(in crate::extract) fn stands_as_verb(&self, at: usize) -> bool {
        let nominal = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let before = &self.tokens[at - 1];
        self.tokens[at].kind == TokenKind::Lower
            && !before.is(nominal)
            && before.kind != TokenKind::Genitive
    }

    pub(in crate::extract) fn is_past(&self, at: usize) -> bool {
        let lexicon = self
            .lexicon
            .map(|lexicon| lexicon.readings(self.tokens[at].word));
        lexicon.is_some_and(|readings| {
            readings
                .iter()
                .any(|r| matches!(r.form, VerbForm::Past | VerbForm::Third))
        })
    }

    pub(in crate::extract) fn sign_at(&self, at: usize, end: usize, signs: &[char]) -> bool {
        at < end && signs.iter().any(|sign| self.tokens[at].is_sign(*sign))
    }

    pub(super) fn can_be_verb(&self, token: &Token, at: usize, start: usize) -> bool {
        token.kind == TokenKind::Lower || token.kind == TokenKind::Capital && at == start
    }

    /// The subject of the last clause before token `limit`, or of the sentence.
    pub(super) fn clause_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let coordinates = |at: &usize| {
            self.tokens[*at].is(class::CONJUNCTION | class::CONTRAST)
                && *at > start
                && (self.tokens[*at - 1].is_sign(',') || self.tokens[*at - 1].quote().is_some())
        };
        let clause = (start..limit).rev().find(coordinates);
        clause
            .and_then(|conjunction| self.main_subject(conjunction + 1, limit))
            .or_else(|| self.main_subject(start, limit))
    }
}

/// "the", "his", "Lee's": whether a noun must follow.
fn leads_to_noun(token: &Token) -> bool {
    token.is(class::DETERMINER | class::POSSESSIVE)
        && !token.is(class::DEMONSTRATIVE | class::OBJECT)
        || token.kind == TokenKind::Genitive
}

/// Most tokens between a passive and its "as": "quoted by the Courier as saying".
const MAX_QUOTED: usize = 8;

/// Most names between a number and the noun that it counts.
const MAX_MODIFIERS: usize = 3;
