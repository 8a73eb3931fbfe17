//! Whether a word that may be a cue is a verb where it stands, and in which form.

use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, simple_phrase_end, subject_before};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{CueVerb, VerbForm, class};

impl Reader<'_> {
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

    /// Whether the word is a noun or an adjective here: "the report", "his stated goal", "false claims".
    pub(in crate::extract) fn is_nominal(
        &self,
        form: VerbForm,
        group: usize,
        at: usize,
        start: usize,
    ) -> bool {
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
        let is_alone_before = before.is(class::ALONE) && self.opens_clause_at(start, at - 1);
        // "The gap, some argue, is enough."
        let is_alone = is_alone_before && self.tokens[at].is(class::VERBAL);
        if form == VerbForm::Base && is_alone {
            return false;
        }
        // "another says there are", "another says the vote", but "some reports"
        let opens = class::EXPLETIVE | class::DETERMINER | class::POSSESSIVE;
        let next = self.tokens.get(at + 1);
        let is_followed = next.is_some_and(|next| next.is(opens));
        if form == VerbForm::Third && is_alone_before && is_followed {
            return false;
        }
        if leads_to_noun(before) || self.is_described(start, at) || self.is_pointed_at(start, at) {
            return true;
        }
        match form {
            VerbForm::Base => {
                let plural = |token: &Token| {
                    let word = token.span.slice(self.text);
                    let is_plural = word.ends_with('s') && !word.ends_with("ous");
                    token.is(class::PLURAL)
                        || token.is_sign('%')
                        || !token.is(class::SUBJECT) && is_plural
                };

                // "used this question to"
                let is_pointed = before.is(class::DEMONSTRATIVE)
                    && !before.is(class::COMPLEMENTIZER)
                    && !self.tokens[at].is(class::VERBAL);
                if is_pointed {
                    return true;
                }
                let verbal = self.tokens[at].is(class::VERBAL)
                    || self.is_infinitive(group, at)
                    || (group..at).any(|i| self.tokens[i].is(class::AUXILIARY))
                    || group > start && plural(&self.tokens[group - 1]);
                !verbal
            }
            VerbForm::Third => {
                self.opens_relative(at)
                    || self.is_plural_noun(at)
                    || self.is_phrase_of_thanks(start, at)
                    || before.is(class::COPULA) // "there were claims that"
                    || (before.is_plain() || before.is(class::COMPLEMENTIZER))
                        && self.has_verb_behind(at) // "priorities that states have to keep"
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
            VerbForm::Gerund => self.is_before_noun(at),
        }
    }

    /// "missed │warning│ signs": whether a form in -ing that can be a noun stands between a verb and a plain noun.
    fn is_before_noun(&self, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let next = self.tokens.get(at + 1);
        let acts = class::VERB | class::CUE;
        let leads = before.kind == TokenKind::Lower
            && (before.is(acts) || before.is_plain())
            && !before.is(class::AUXILIARY | class::GERUND);
        let is_noun = |next: &Token| {
            next.kind == TokenKind::Lower && (next.is_plain() || next.is(class::DOCUMENT))
        };
        self.tokens[at].is(class::CUE_NOUN) && leads && next.is_some_and(is_noun)
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

    /// "the board's reports that track it": whether a relative clause stands behind a noun at `at` that could be a verb.
    fn opens_relative(&self, at: usize) -> bool {
        let is = |at: usize, class| self.tokens.get(at).is_some_and(|token| token.is(class));
        is(at, class::CUE_NOUN | class::DOCUMENT)
            && is(at + 1, class::COMPLEMENTIZER)
            && is(at + 2, class::AUXILIARY | class::VERB)
    }

    /// "in swing │states│ whose", but "the report │states│ that", "she │states│": whether the word at `at` is one of those that
    /// are rather plural nouns than verbs, and nothing before it makes it a verb.
    fn is_plural_noun(&self, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let tells = class::SUBJECT | class::DOCUMENT | class::FINDING | class::CASE;
        let next = self.tokens.get(at + 1);
        let is_that = next.is_some_and(|next| next.is(class::COMPLEMENTIZER));
        let is_quote = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|next| next.quote().is_some())
        };
        let leads = next.is_some_and(|next| next.is_sign(',') || next.is_sign(':'));
        let is_name = before.kind == TokenKind::Capital || !before.is_word();
        let is_clause = is_that && is_name && at + 2 < self.tokens.len() && !self.is_finite(at + 2)
            || is_quote(at + 1)
            || leads && is_quote(at + 2);
        let is_listed = self
            .lexicon
            .is_some_and(|lexicon| lexicon.is_plural_noun(self.folded(at)));
        is_listed && !before.is(tells) && !is_clause
    }

    /// "boasted that, │thanks to│ her": whether a word in -s behind a comma is a noun, since "to" stands behind it.
    fn is_phrase_of_thanks(&self, start: usize, at: usize) -> bool {
        let to = self.tokens.get(at + 1);
        at > start
            && self.tokens[at - 1].is_sign(',')
            && to.is_some_and(|to| to.is(class::INFINITIVE))
            && !self.opens_infinitive(at + 1, self.tokens.len())
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

    /// "The plan, │dubbed│ a “big dig”, lets": whether the form in -ed between two commas only names its noun, the verb of
    /// which follows. `group`: the first token of its verb group.
    pub(super) fn is_apposed_name(
        &self,
        own: Phrase,
        verb: &CueVerb,
        cue: Phrase,
        (group, end): (usize, usize),
    ) -> bool {
        let tokens = &self.tokens;
        let names = verb.frames.object() && !verb.frames.clause();
        let opens = own.end + 1 == group && tokens[own.end].is_sign(',') && group == cue.start;
        let quote = cue.end + usize::from(cue.end < end && tokens[cue.end].is(class::DETERMINER));
        let is_named =
            quote < end && matches!(tokens[quote].kind, TokenKind::Quote(_) | TokenKind::Title);
        let closes = |at: &usize| {
            let ends_in_comma =
                |quote: usize| self.quotes[quote].inner.slice(self.text).ends_with(',');
            tokens[*at].is_sign(',') || tokens[*at].quote().is_some_and(ends_in_comma)
        };
        let close = (quote..end).find(closes);
        names
            && opens
            && is_named
            && close.is_some_and(|close| close + 1 < end && self.is_finite(close + 1))
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

    /// "What did Lee │say│": whether the verb at `at` takes its base form behind an auxiliary and its subject.
    pub(in crate::extract) fn is_asked(&self, at: usize) -> bool {
        let subject = subject_before(&self.tokens, at.saturating_sub(MAX_ASKED), at);
        let auxiliary = subject.and_then(|subject| subject.start.checked_sub(1));
        self.has_form(at, VerbForm::Base)
            && auxiliary.is_some_and(|auxiliary| self.tokens[auxiliary].is(class::AUXILIARY))
    }

    /// "four Central Asian states": whether a number stands before the words that lead to token `at`.
    fn is_counted(&self, start: usize, at: usize) -> bool {
        let modifiers = (start..at).rev().take(MAX_MODIFIERS + 1);
        let mut modifiers = modifiers.skip_while(|at| self.tokens[*at].kind == TokenKind::Capital);
        let is_count = |number: usize| {
            let token = &self.tokens[number];
            // "12 states", but "in 2016 says"
            token.is(class::NUMBER)
                || token.kind == TokenKind::Number && token.span.len() < YEAR && number + 1 == at
        };
        modifiers.next().is_some_and(is_count)
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
}

/// "the", "his", "Lee's": whether a noun must follow.
fn leads_to_noun(token: &Token) -> bool {
    token.is(class::DETERMINER | class::POSSESSIVE)
        && !token.is(class::DEMONSTRATIVE | class::OBJECT)
        || token.kind == TokenKind::Genitive
}

/// Digits of a year.
const YEAR: usize = 4;

/// Furthest that the auxiliary of a question stands before its verb, in tokens.
const MAX_ASKED: usize = 10;

/// Most names between a number and the noun that it counts.
const MAX_MODIFIERS: usize = 3;
