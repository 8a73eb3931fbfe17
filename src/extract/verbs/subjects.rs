//! Subjects of verbs, before and behind them.

use super::{MAX_SUBJECT, Verb, is_finite};
use crate::extract::Reader;
use crate::extract::phrases::{Phrase, is_name, phrase_after, simple_phrase_end, subject_before};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{class, rule};

impl Reader<'_> {
    /// The subject of a verb: behind it where the clause begins with the verb, else before it, else
    /// behind it.
    pub(in crate::extract) fn subject(&self, verb: &Verb, end: usize) -> Option<Phrase> {
        let split = (verb.group..verb.inner).find(|at| {
            *at > verb.group
                && self.tokens[at - 1].is(class::AUXILIARY)
                && self.is_subject_pronoun(*at)
        });
        let pronoun = split.or_else(|| {
            [verb.inner, verb.after]
                .into_iter()
                .find(|at| *at < end && self.is_subject_pronoun(*at))
        });
        if let Some(at) = pronoun {
            return Some(Phrase {
                start: at,
                end: at + 1,
            });
        }
        let before = || {
            if let Some(subject) = self.over_relative_clause(verb) {
                return Some(subject);
            }
            let subject = subject_before(&self.tokens, verb.floor, verb.group)?;
            let subject = self.without_place(verb.floor, subject);
            self.can_be_subject(verb.floor, subject).then_some(subject)
        };
        let behind = || {
            // What stands between the verb and its particle or participle.
            let middle = if verb.inner < verb.after {
                verb.after - 1
            } else {
                end
            };
            self.subject_behind(verb.inner, middle).or_else(|| {
                self.subject_behind(verb.after, end)
                    .filter(|_| verb.inner < verb.after)
            })
        };
        let stands_behind_sign = |token: &Token| {
            token.is_dash()
                || token.quote().is_some()
                || matches!(token.kind, TokenKind::Sign(',' | ';' | ':' | '?' | '!'))
        };
        if let Some(relative) = self.relative_subject(verb) {
            return Some(relative);
        }
        let opens_clause =
            verb.group == verb.floor || stands_behind_sign(&self.tokens[verb.group - 1]);
        if opens_clause && !self.closes_insertion(verb.floor, verb.group) {
            behind()
        } else {
            before().or_else(behind)
        }
    }

    /// "│El alcalde│, que había calificado": the phrase that the relative pronoun `relative` stands behind.
    pub(in crate::extract) fn antecedent(&self, floor: usize, relative: Phrase) -> Option<Phrase> {
        let at = relative.start.checked_sub(1).filter(|at| *at > floor)?;
        let is_relative = relative.end == relative.start + 1
            && self.tokens[relative.start].is(class::RELATIVE)
            && self.tokens[at].is_sign(',')
            && self.grammar().is_some();
        is_relative.then(|| subject_before(&self.tokens, floor, at))?
    }

    /// "El alcalde, │que│ había calificado": the relative pronoun before a verb, where it stands for somebody and is no
    /// object.
    fn relative_subject(&self, verb: &Verb) -> Option<Phrase> {
        let at = verb.group.checked_sub(1).filter(|at| *at > verb.floor)?;
        let token = &self.tokens[at];
        let is_pronoun = token.is(class::RELATIVE)
            && !token.is(class::SUBJECT | class::DETERMINER)
            && !token.obeys(rule::OBLIQUE);
        let who = is_pronoun.then(|| self.antecedent(verb.floor, Phrase::of(at)))??;
        self.is_somebody(who).then_some(Phrase::of(at))
    }

    /// "│Un diputado│ que pide anonimato admite": who stands before a relative clause that no comma sets off and that ends
    /// before the verb.
    fn over_relative_clause(&self, verb: &Verb) -> Option<Phrase> {
        let clause = (verb.floor + 1..verb.group).rev();
        let mut clause = clause.take_while(|at| !self.is_stop(*at));
        let relative = clause.find(|at| {
            let token = &self.tokens[*at];
            token.is(class::RELATIVE) && !token.is(class::DETERMINER)
        })?;
        let mut inside = relative + 1..verb.group;
        let holds_verb = inside.any(|at| is_finite(&self.tokens[at]));
        let who = subject_before(&self.tokens, verb.floor, relative).filter(|_| holds_verb)?;
        let is_beside = who.end == relative && self.is_somebody(who);
        (is_beside && self.can_be_subject(verb.floor, who)).then_some(who)
    }

    fn is_subject_pronoun(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is(class::SUBJECT)
            && !token.is(class::DETERMINER | class::RELATIVE)
            && token.kind == TokenKind::Lower
    }

    /// "Rocío Benavente, la alcaldesa, dijo": a comma before the verb that closes an insertion behind its
    /// subject.
    fn closes_insertion(&self, floor: usize, group: usize) -> bool {
        if !(group > floor && self.tokens[group - 1].is_sign(',')) {
            return false;
        }
        subject_before(&self.tokens, floor, group).is_some_and(|subject| {
            let commas = (subject.start..group).filter(|at| self.tokens[*at].is_sign(','));
            let opens = subject.start == floor || {
                let before = &self.tokens[subject.start - 1];
                before.is_sign(',') || before.is(class::CONJUNCTION)
            };
            opens && commas.count() >= 2
        })
    }

    /// The subject that stands behind a verb, over pronouns, adverbs, audience and phrases of time and place.
    fn subject_behind(&self, from: usize, end: usize) -> Option<Phrase> {
        let mut at = from;
        let end = end.min(from + MAX_SUBJECT);
        while at < end {
            let token = &self.tokens[at];
            let is_pronoun = if token.is(class::POSSESSIVE) {
                self.opens_subject(at + 1, end)
            } else {
                token.is(class::OBJECT) && !token.is(class::DETERMINER | class::TITLE)
            };
            let is_told = token.kind == TokenKind::Title
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.is(class::ROLE | class::TITLE | class::FIRST_NAME));
            if is_pronoun
                || is_told
                || token.is(class::ADVERB | class::TEMPORAL)
                || token.is(class::AUDIENCE) && token.kind == TokenKind::Lower
            {
                at += 1;
            } else if token.is(class::DETERMINER)
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|day| day.is(class::TEMPORAL))
            {
                at += 2; // "dijo el lunes"
            } else if token.is(class::PREPOSITION) || token.obeys(rule::OBLIQUE) {
                at = self.oblique_end(at, end);
            } else {
                // "её сосед": a possessive that could be an object.
                let noun = at + usize::from(token.is(class::POSSESSIVE) && token.is(class::OBJECT));
                let mut phrase = self.without_clause(phrase_after(&self.tokens, noun, end)?);
                phrase.start = at;
                phrase.end = self.without_adjective(phrase);
                return self.can_be_subject(from, phrase).then_some(phrase);
            }
        }
        None
    }

    /// "antwortete ein Sprecher│ ausweichend", "añadió │molesto": the end of a phrase behind a verb without the adjectives
    /// that say how somebody speaks; where nouns have capitals they are told from nouns, else one alone is.
    fn without_adjective(&self, phrase: Phrase) -> usize {
        let Some(grammar) = self.grammar() else {
            return phrase.end;
        };
        let is_small = |at: usize| {
            let token = &self.tokens[at];
            token.kind == TokenKind::Lower
                && token.is_plain()
                && self.slice(at).starts_with(char::is_lowercase)
        };
        let is_alone = phrase.end == phrase.start + 1 && !grammar.no_articles;
        let mut end = phrase.end;
        while end > phrase.start && (grammar.nouns_capital || is_alone) && is_small(end - 1) {
            end -= 1;
        }
        end
    }

    /// "rief ihr │ein│ Abgeordneter zu": whether an article or a first name stands at `at`, so that the word before it
    /// owns nothing.
    fn opens_subject(&self, at: usize, end: usize) -> bool {
        let opens = class::DETERMINER | class::FIRST_NAME;
        at < end && self.tokens[at].is(opens) && !self.tokens[at].obeys(rule::OBLIQUE)
    }

    /// End of the phrase that a preposition or an article of another case opens at `at`; a name behind a
    /// common noun is no part of it ("de son côté Pierre Gaillac").
    fn oblique_end(&self, at: usize, end: usize) -> usize {
        let first = at + usize::from(self.tokens[at].is(class::PREPOSITION));
        let stop = simple_phrase_end(&self.tokens, first, end).max(at + 1);
        let no_articles = self.grammar().is_some_and(|grammar| grammar.no_articles);
        let begins_name = |i: &usize| {
            let before = &self.tokens[i - 1];
            let noun = before.kind == TokenKind::Lower
                && !before.is(class::ROLE
                    | class::TITLE
                    | class::ORGANISATION
                    | class::PREPOSITION
                    | class::DETERMINER
                    | class::POSSESSIVE);
            // Without articles a role in the first case begins the next phrase: "в среду губернатор".
            let role = no_articles && self.tokens[*i].is(class::ROLE | class::TITLE);
            is_name(&self.tokens[*i]) && noun || role
        };
        (first + 1..stop).find(begins_name).unwrap_or(stop)
    }

    /// The phrase up to the first comma behind which a clause stands.
    pub(in crate::extract) fn without_clause(&self, phrase: Phrase) -> Phrase {
        let mut commas = (phrase.start..phrase.end).filter(|at| self.tokens[*at].is_sign(','));
        let holds_verb = |comma: &usize| {
            let mut behind = self.tokens[*comma + 1..phrase.end].iter();
            let mut chunk = behind.by_ref().take_while(|token| !token.is_sign(','));
            chunk.any(is_finite)
        };
        let end = commas.find(holds_verb);
        Phrase {
            start: phrase.start,
            end: end.unwrap_or(phrase.end),
        }
    }

    /// "В своём канале губернатор": where there are no articles, a role that ends a phrase which hangs on a
    /// preposition is a phrase of its own.
    fn without_place(&self, floor: usize, phrase: Phrase) -> Phrase {
        let hangs = phrase.start > floor && self.tokens[phrase.start - 1].is(class::PREPOSITION);
        if !(hangs && self.grammar().is_some_and(|grammar| grammar.no_articles)) {
            return phrase;
        }
        let people = class::ROLE | class::TITLE | class::FIRST_NAME;
        let start = (phrase.start + 1..phrase.end).find(|at| self.tokens[*at].is(people));
        Phrase {
            start: start.unwrap_or(phrase.start),
            end: phrase.end,
        }
    }

    fn can_be_subject(&self, floor: usize, phrase: Phrase) -> bool {
        let words = &self.tokens[phrase.start..phrase.end];
        let Some(first) = words.first() else {
            return false;
        };
        let before = phrase.start.checked_sub(1).filter(|at| *at >= floor);
        let hangs = before.map(|at| &self.tokens[at]).is_some_and(|before| {
            before.is(class::PREPOSITION) && !before.is(class::ADVERB | class::CONJUNCTION)
        });
        let is_object = words.len() == 1
            && first.is(class::RELATIVE | class::OBJECT | class::DEMONSTRATIVE)
            && !first.is(class::SUBJECT | class::DETERMINER);
        let is_time = |token: &Token| {
            let small = class::TEMPORAL | class::NUMBER | class::DETERMINER | class::ADVERB;
            token.kind == TokenKind::Number
                || token.is(small)
                    && !token.is(class::ROLE | class::RELATIVE | class::SUBJECT | class::ALONE)
        };
        let is_title = |token: &Token| token.kind == TokenKind::Title;
        let mut nouns = words
            .iter()
            .filter(|token| token.is_word() || is_title(token));
        !hangs && !first.obeys(rule::OBLIQUE) && !is_object && !nouns.all(is_time)
    }

    /// "В мэрии заявили", "подчеркнули на предприятии": the place that speaks, where a verb in the plural has
    /// no subject.
    pub(in crate::extract) fn speaking_place(&self, verb: &Verb, end: usize) -> Option<Phrase> {
        let endings = &self.grammar()?.plural_endings;
        let word = self.folded(verb.at);
        if !endings.iter().any(|ending| word.ends_with(ending)) {
            return None;
        }
        let place = |at: usize, limit: usize| {
            let opens = at < limit && self.tokens[at].obeys(rule::PLACE_SPEAKER);
            let mut stop = simple_phrase_end(&self.tokens, at + 1, limit);
            // "в пресс-службе мэра │«Вестнику»│ пояснили": to whom.
            let is_told = stop > at + 3
                && self.tokens[stop - 1].kind == TokenKind::Title
                && !self.tokens[stop - 2].is(class::WORK | class::ORGANISATION);
            let told = usize::from(is_told);
            if stop == limit {
                stop -= told;
            }
            (opens && stop > at + 1).then_some(Phrase {
                start: at + 1,
                end: stop,
            })
        };
        let reaches = |phrase: &Phrase| {
            let is_title = |at: usize| self.tokens[at].kind == TokenKind::Title;
            (phrase.end..verb.group).all(is_title)
        };
        let before = place(verb.floor, verb.group).filter(reaches);
        before.or_else(|| place(verb.after, end))
    }

    /// "В мэрии сообщили │ТАСС│": whether a name behind a verb in the plural is told what the place before it says.
    pub(in crate::extract) fn is_audience_of_place(&self, verb: &Verb, subject: Phrase) -> bool {
        let people = class::ROLE | class::TITLE | class::FIRST_NAME | class::CONJUNCTION;
        let mut words = self.tokens[subject.start..subject.end].iter();
        let place = self.speaking_place(verb, verb.group);
        let first = &self.tokens[subject.start];
        subject.start >= verb.after
            && (is_name(first) || first.kind == TokenKind::Title)
            && !words.any(|token| token.is(people))
            && place.is_some_and(|place| place.start < verb.group)
    }

    /// The subject of the first finite verb that has one, before token `limit`.
    pub(in crate::extract) fn first_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let limit = limit.min(start + 4 * MAX_SUBJECT);
        let is_relative = |subject: &Phrase| {
            let first = &self.tokens[subject.start];
            subject.end == subject.start + 1
                && first.is(class::RELATIVE)
                && !first.is(class::DETERMINER)
        };
        (start..limit).find_map(|at| {
            let subject = self.subject_of(start, at, limit);
            subject.filter(|subject| !is_relative(subject))
        })
    }

    /// The subject of the nearest finite verb before token `limit`.
    pub(in crate::extract) fn last_subject(&self, start: usize, limit: usize) -> Option<Phrase> {
        let mut verbs = (start.max(limit.saturating_sub(MAX_SUBJECT))..limit).rev();
        verbs.find_map(|at| self.subject_of(start, at, limit))
    }

    fn subject_of(&self, start: usize, at: usize, limit: usize) -> Option<Phrase> {
        if !is_finite(&self.tokens[at]) {
            return None;
        }
        let floor = self.clause_floor(start, at);
        let verb = Verb {
            at,
            floor,
            group: self.verb_group(floor, at),
            inner: at + 1,
            after: at + 1,
        };
        self.subject(&verb, limit)
    }
}
