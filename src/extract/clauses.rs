//! Cue verbs of a sentence in languages with freer word order than English.
//!
//! German, French, Spanish and Russian put the subject of a tag behind the verb, leave it out, and set marks
//! before the comma. So a cue is read by its clause (see [`super::verbs`]):
//!
//! ```text
//! „…“, hatte Landrätin Aumann zu Beginn gesagt.      tag behind a quoted string
//! Das Haus koste zu viel, sagte Henke.                tag behind reported words without marks
//! Den Beschäftigten sicherte sie zu: „…“              introduces what follows
//! Aumann hat den Plan als „…“ bezeichnet.             introduces what stands before the participle
//! Laut Henke …   selon lui, …   по его словам, …      the phrase names the speaker
//! Wie die Polizei mitteilte, …                        a clause that only names who said it
//! ```
//!
//! One walk over the tokens of the sentence, each cue looking no further than its clause.

use super::Reader;
use super::phrases::{Phrase, is_name, phrase_after, subject_before};
use super::reports::{Layout, Opening, Report};
use super::tokens::{Token, TokenKind};
use super::verbs::{Verb, is_finite};
use crate::lexicon::{CueVerb, Gender, VerbForm, class, rule};

/// Longest stretch between a cue and the words that it introduces, in tokens.
const MAX_REACH: usize = 30;
/// Fewest words of a quoted string that somebody says who is not named in its sentence.
const SPEECH_WORDS: usize = 3;

impl Reader<'_> {
    /// The cues of the sentence that is the tokens `start..end`, in order.
    pub(super) fn reports_by_clause(&self, start: usize, end: usize) -> Vec<Report> {
        let mut found: Vec<Report> = Vec::new();
        let mut next = start;
        for at in start..end {
            let token = &self.tokens[at];
            if at < next {
                continue;
            }
            let report = if token.is_sign(':') {
                self.report_of_colon(start, at, end, &found)
            } else if token.is(class::CUE) && (token.kind == TokenKind::Lower || at == start) {
                self.report_of_cue(start, at, end, &found)
            } else if at > start && token.kind == TokenKind::Lower {
                self.report_of_unlisted(start, at, end)
            } else {
                None
            };
            if let Some(report) = report {
                next = match report.layout {
                    Layout::Tag(tag) => tag.end,
                    Layout::Introduces(content, _) => content.min(report.cue.end).max(at + 1),
                };
                found.push(report);
            }
        }
        found
    }

    fn report_of_cue(
        &self,
        start: usize,
        at: usize,
        end: usize,
        found: &[Report],
    ) -> Option<Report> {
        let (cue, form, after) = self.cue_reading(at, end)?;
        if cue.frames.follows_speaker() {
            return self.report_behind_speaker(cue, start, at, end);
        }
        if !cue.frames.is_verb() {
            return self.report_of_naming(cue, start, at, after, end);
        }
        let verb = self.verb(start, end, at, form, after)?;
        let has_subject = match form {
            VerbForm::Gerund => false,
            VerbForm::Base => verb.group < at && self.tokens[verb.group].is(class::AUXILIARY),
            _ => true,
        };
        let subject = self.subject(&verb, end).filter(|_| has_subject);
        let own = match subject {
            Some(subject) if self.is_nobody(subject) => Some(self.place_of_nobody(subject, end)?),
            Some(subject) => Some(subject),
            None => self.speaking_place(&verb, end),
        };
        let speaker = own
            .or_else(|| found.last().and_then(|report| report.speaker))
            .or_else(|| self.shared_subject(start, &verb, form));
        let from = own.map_or(verb.group, |subject| subject.start.min(verb.group));
        let to = own.map_or(verb.after, |subject| subject.end.max(verb.after));
        let tag = self.tag(start, from, to, end, &verb, cue).map(Layout::Tag);
        let layout = tag
            .or_else(|| self.content_behind_clause(start, verb.group, to, end))
            .or_else(|| {
                let (content, opening) = self
                    .content_before_participle(&verb)
                    .or_else(|| self.introduced(cue, &verb, to, end))?;
                let is_credited = speaker.is_some()
                    || opening == Opening::That
                    || self.quoted_words(content, end) >= SPEECH_WORDS;
                is_credited.then_some(Layout::Introduces(content, opening))
            })?;
        Some(Report {
            cue: Phrase {
                start: at,
                end: if verb.after > at + 2 { at + 1 } else { after },
            },
            verb: Some(cue),
            speaker,
            layout,
            could_be_noun: false,
            opens_sentence: false,
            is_dependent: own.is_none(),
        })
    }

    /// «…», remachó el alcalde: a word that no table holds, or a verb that is no cue, right behind a quoted
    /// string and its sign, with somebody as its subject behind it.
    fn report_of_unlisted(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        let token = &self.tokens[at];
        let open = self.before_signs(start, at);
        let is_verb = token.word.classes & !(class::VERB | class::GERUND) == 0;
        if !is_verb || open == at || open == start || !self.follows_quote(start, open, at) {
            return None;
        }
        let speaker = self.without_clause(phrase_after(&self.tokens, at + 1, end)?);
        let people = class::ROLE | class::TITLE | class::ORGANISATION | class::SUBJECT;
        let mut words = self.tokens[speaker.start..speaker.end].iter();
        let is_somebody = words.any(|token| is_name(token) || token.is(people));
        (is_somebody && !self.is_nobody(speaker)).then(|| Report {
            cue: Phrase {
                start: at,
                end: at + 1,
            },
            verb: None,
            speaker: Some(speaker),
            layout: Layout::Tag(Phrase {
                start: open,
                end: self.end_of_quote_tag(speaker.end, end),
            }),
            could_be_noun: false,
            opens_sentence: false,
            is_dependent: false,
        })
    }

    /// The subject that a verb without its own shares with another: an infinitive or gerund with the first
    /// verb of the sentence, a verb behind "and" with the one before it.
    fn shared_subject(&self, start: usize, verb: &Verb, form: VerbForm) -> Option<Phrase> {
        if matches!(form, VerbForm::Base | VerbForm::Gerund) {
            return self.first_subject(start, verb.group);
        }
        let is_joined = verb.group > start && self.tokens[verb.group - 1].is(class::CONJUNCTION);
        is_joined
            .then(|| self.last_subject(start, verb.group - 1))
            .flatten()
    }

    /// "man", "on": nobody in particular, or a thing that only bears the words.
    fn is_nobody(&self, subject: Phrase) -> bool {
        let words = &self.tokens[subject.start..subject.end];
        words.len() == 1 && words[0].obeys(rule::IMPERSONAL)
            || words.iter().any(|token| token.obeys(rule::INSCRIPTION))
    }

    /// "heißt es in dem Bericht": what speaks where nobody does.
    fn place_of_nobody(&self, subject: Phrase, end: usize) -> Option<Phrase> {
        let opens = subject.end < end && self.tokens[subject.end].obeys(rule::PLACE_SPEAKER);
        let place = opens
            .then(|| phrase_after(&self.tokens, subject.end + 1, end))
            .flatten()?;
        Some(self.without_clause(place))
    }

    /// The tag that a verb and its subject `from..to` make, if reported words stand before them.
    fn tag(
        &self,
        start: usize,
        from: usize,
        to: usize,
        end: usize,
        verb: &Verb,
        cue: CueVerb,
    ) -> Option<Phrase> {
        let open = self.before_signs(start, from);
        if self.follows_quote(start, open, from) {
            let end = self.end_of_quote_tag(to, end);
            return Some(Phrase { start: open, end });
        }
        let inserts = open < from && from == verb.group
            || open + 1 == from && self.tokens[from].obeys(rule::AS)
            || open + 2 == from && self.tokens[open + 1].obeys(rule::AS);
        if !inserts || open == start || !self.tokens[open].is_sign(',') {
            return None;
        }
        let adverbial =
            class::PREPOSITION | class::ADVERB | class::SUBORDINATOR | class::CONJUNCTION;
        let is_reported =
            self.tokens[start..open].iter().any(is_finite) || !self.tokens[start].is(adverbial);
        let stops = |at: &usize| {
            self.is_stop(*at) || self.tokens[*at].quote().is_some() || self.tokens[*at].is_dash()
        };
        let stop = (to..end).find(stops).unwrap_or(end);
        let introduces = self
            .introduced(cue, verb, to, end)
            .is_some_and(|(content, opening)| {
                let behind_colon = self.tokens[content - 1].is_sign(':') && content - 1 == stop;
                behind_colon
                    || opening == Opening::That
                    || opening != Opening::Quote && content <= stop
            });
        (is_reported && !introduces).then_some(Phrase {
            start: open,
            end: stop,
        })
    }

    /// Index of the first of the commas and dashes right before token `at`.
    fn before_signs(&self, start: usize, at: usize) -> usize {
        let is_sign = |i: usize| self.tokens[i].is_sign(',') || self.tokens[i].is_dash();
        let mut open = at;
        while open > start && is_sign(open - 1) {
            open -= 1;
        }
        open
    }

    /// Whether a quoted string stands right before the signs `open..at` that set off a tag.
    fn follows_quote(&self, start: usize, open: usize, at: usize) -> bool {
        if open == start {
            return self.has_content_before(start, start);
        }
        let Some(quote) = self.tokens[open - 1].quote() else {
            return false;
        };
        open < at || open - 1 == start || self.is_speech_like(quote) || self.is_sentence(quote)
    }

    /// Whether a quoted string begins like a sentence.
    fn is_sentence(&self, quote: usize) -> bool {
        let inner = self.quotes[quote].inner.slice(self.text);
        let first = inner.chars().find(|sign| sign.is_alphanumeric());
        first.is_some_and(char::is_uppercase) && inner.contains(' ')
    }

    /// End of a tag behind a quoted string: the next string, a colon, or the next verb of saying.
    fn end_of_quote_tag(&self, to: usize, end: usize) -> usize {
        let goes_on = |at: usize| {
            self.tokens[at].is(class::CONJUNCTION)
                && (at + 1..end.min(at + 4)).any(|i| self.tokens[i].is(class::CUE))
        };
        let stops = |at: &usize| {
            let token = &self.tokens[*at];
            token.quote().is_some()
                || matches!(token.kind, TokenKind::Sign(':' | ';'))
                || goes_on(*at)
        };
        (to..end)
            .find(stops)
            .map_or(end, |at| self.before_signs(to, at))
    }

    /// "Wie die Polizei mitteilte, …": the clause only names who said what follows it.
    fn content_behind_clause(
        &self,
        start: usize,
        group: usize,
        to: usize,
        end: usize,
    ) -> Option<Layout> {
        let opens = self.tokens[start].obeys(rule::AS)
            && !(start + 1..group).any(|at| is_finite(&self.tokens[at]));
        let comma = (to..end).find(|at| self.tokens[*at].is_sign(','))?;
        (opens && comma + 1 < end)
            .then(|| Layout::Introduces(comma + 1, self.opening_at(comma + 1, end)))
    }

    /// "hat den Plan als „…“ bezeichnet": a quoted string between the auxiliary and the participle.
    fn content_before_participle(&self, verb: &Verb) -> Option<(usize, Opening)> {
        let is_last = self
            .grammar()
            .is_some_and(|grammar| grammar.participle_last);
        if !is_last || verb.inner > verb.at {
            return None;
        }
        let quote = (verb.inner..verb.at).find(|at| self.tokens[*at].quote().is_some())?;
        let subject = self.subject(verb, verb.at);
        let first = subject.map_or(verb.inner, |subject| subject.end.max(verb.inner));
        let first = (first..quote).find(|at| !self.tokens[*at].is(class::ADVERB | class::TEMPORAL));
        Some((first.unwrap_or(quote), Opening::Object))
    }

    /// Where reported words begin behind a verb whose subject and particle end at `from`, and what opens them.
    fn introduced(
        &self,
        cue: CueVerb,
        verb: &Verb,
        from: usize,
        end: usize,
    ) -> Option<(usize, Opening)> {
        let frames = cue.frames;
        let skips = |at: &usize| self.tokens[*at].is(class::ADVERB | class::TEMPORAL);
        let first = (from..end).find(|at| !skips(at)).unwrap_or(end);
        let mut at = from;
        while at < end.min(from + MAX_REACH) {
            let token = &self.tokens[at];
            match token.kind {
                TokenKind::Quote(_) if at == first || !self.tokens[at - 1].is_word() => {
                    return Some((at, Opening::Quote));
                }
                TokenKind::Quote(_) => return Some((first, Opening::Object)),
                TokenKind::Sign(':') => {
                    return (at + 1 < end).then(|| (at + 1, self.opening_at(at + 1, end)));
                }
                TokenKind::Sign(',') => match self.content_behind_comma(cue, at, end) {
                    Some(found) => return Some(found),
                    None => at = self.end_of_insertion(at, end)?,
                },
                TokenKind::Sign('(' | ')') => {}
                TokenKind::Sign(_) => return None,
                _ if token.is(class::COMPLEMENTIZER) && frames.clause()
                    || token.is(class::INTERROGATIVE) && frames.question() =>
                {
                    return Some((at, Opening::That));
                }
                _ if token.is(class::INFINITIVE)
                    && frames.infinitive()
                    && self.has_infinitive_behind(at, end) =>
                {
                    return Some((at, Opening::Infinitive));
                }
                _ if at == first && frames.clause() && self.is_bare_infinitive(at) => {
                    return Some((at, Opening::Infinitive));
                }
                _ if at > from && at >= verb.after && is_finite(token) => return None,
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// What opens reported words that begin at `at`: a mark, or a clause.
    fn opening_at(&self, at: usize, end: usize) -> Opening {
        match self.tokens.get(at).filter(|_| at < end) {
            Some(token) if token.quote().is_some() => Opening::Quote,
            _ => Opening::Clause,
        }
    }

    /// What a comma behind a cue opens: "dass …", a quoted string, or a clause in reported mood.
    fn content_behind_comma(
        &self,
        cue: CueVerb,
        comma: usize,
        end: usize,
    ) -> Option<(usize, Opening)> {
        let next = self.tokens.get(comma + 1).filter(|_| comma + 1 < end)?;
        if next.quote().is_some() {
            return Some((comma + 1, Opening::Quote));
        }
        let asks = next.is(class::INTERROGATIVE) && !next.is(class::RELATIVE);
        if next.is(class::COMPLEMENTIZER) && cue.frames.clause() || asks && cue.frames.question() {
            return Some((comma + 1, Opening::That));
        }
        let is_reported = cue.frames.clause() && self.is_reported_mood(comma + 1, end);
        is_reported.then_some((comma + 1, Opening::Clause))
    }

    /// Whether the clause that begins at `from` stands in the mood of reported speech, the verb not at its
    /// end as in a relative clause.
    fn is_reported_mood(&self, from: usize, end: usize) -> bool {
        let mut clause = (from..end).take_while(|at| !self.is_stop(*at));
        let reported = clause.find(|at| self.tokens[*at].obeys(rule::REPORTED));
        reported.is_some_and(|at| at + 1 < end && !self.is_stop(at + 1))
    }

    /// The token at the end of the insertion that a comma opens, if a short one stands there: its comma, or
    /// the last before a colon.
    fn end_of_insertion(&self, comma: usize, end: usize) -> Option<usize> {
        let closes = |at: &usize| self.tokens[*at].is_sign(',') || self.tokens[*at].is_sign(':');
        let close = (comma + 1..end.min(comma + MAX_REACH / 2)).find(closes)?;
        let last = if self.tokens[close].is_sign(':') {
            close - 1
        } else {
            close
        };
        (last > comma).then_some(last)
    }

    /// "dit vouloir", "dijo no entender", "affirme ne pas avoir": an infinitive right behind the cue.
    fn is_bare_infinitive(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == TokenKind::Lower
            && (token.is(class::AUXILIARY)
                || self.has_form(at, VerbForm::Base) && !token.is(class::PREPOSITION))
    }

    fn has_infinitive_behind(&self, at: usize, end: usize) -> bool {
        (at + 1..end.min(at + 4))
            .any(|i| self.tokens[i].is(class::AUXILIARY) || self.has_form(i, VerbForm::Base))
    }

    /// Number of words of the first quoted string in `from..end`.
    fn quoted_words(&self, from: usize, end: usize) -> usize {
        let quote = (from..end.min(from + MAX_REACH)).find_map(|at| self.tokens[at].quote());
        quote.map_or(0, |quote| {
            let inner = self.quotes[quote].inner.slice(self.text);
            inner.split_whitespace().count()
        })
    }

    /// "Laut Henke", "selon lui", "по его словам": the cue at `at` names the speaker behind it, or holds a
    /// possessive that does.
    fn report_of_naming(
        &self,
        cue: CueVerb,
        start: usize,
        at: usize,
        after: usize,
        end: usize,
    ) -> Option<Report> {
        let opens_phrase = at > start && self.tokens[at - 1].is(class::PREPOSITION);
        let first = if opens_phrase { at - 1 } else { at };
        let open = self.before_signs(start, first);
        let stands_alone =
            open < first || first == start || self.tokens[first - 1].quote().is_some();
        if !cue.frames.names_speaker() && !stands_alone {
            return None;
        }
        let possessive = (at + 1..after).find(|i| self.tokens[*i].is(class::POSSESSIVE));
        let speaker = match possessive {
            Some(owner) => Phrase {
                start: owner,
                end: owner + 1,
            },
            None => self.named_behind(after, end)?,
        };
        // "En su opinión" does not say whether a man or a woman: whoever acted last.
        let is_told =
            possessive.is_none_or(|owner| self.tokens[owner].word.gender != Gender::Unknown);
        let words = &self.tokens[speaker.start..speaker.end];
        let people = class::ROLE | class::SUBJECT | class::ORGANISATION;
        let is_person = |token: &Token| is_name(token) || token.is(people);
        let small = class::TEMPORAL | class::DETERMINER | class::ADVERB;
        if self.is_nobody(speaker)
            || !cue.frames.names_speaker() && !words.iter().any(is_person)
            || words
                .iter()
                .all(|token| token.is(small) && !is_person(token))
        {
            return None;
        }
        let to = speaker.end.max(after);
        let layout = if first == start || open == start {
            let content = to + usize::from(self.sign_at(to, end, &[',', ':']));
            Layout::Introduces(content, self.opening_at(content, end))
        } else {
            Layout::Tag(Phrase {
                start: open,
                end: to,
            })
        };
        Some(Report {
            cue: Phrase {
                start: first,
                end: after,
            },
            verb: Some(cue),
            speaker: is_told.then_some(speaker),
            layout,
            could_be_noun: false,
            opens_sentence: false,
            is_dependent: false,
        })
    }

    /// The phrase behind "laut", without what a comma separates from it unless words follow that too.
    fn named_behind(&self, after: usize, end: usize) -> Option<Phrase> {
        let joins = self
            .tokens
            .get(after)
            .is_some_and(|token| token.obeys(rule::OF));
        let phrase = phrase_after(&self.tokens, after + usize::from(joins), end)?;
        let phrase = self.without_clause(phrase);
        let comma = (phrase.start..phrase.end).find(|at| self.tokens[*at].is_sign(','));
        let is_last = !self.tokens[phrase.end..end]
            .iter()
            .any(|token| token.is_word() || token.quote().is_some());
        let end = comma.filter(|_| is_last).unwrap_or(phrase.end);
        Some(Phrase {
            start: phrase.start,
            end,
        })
    }

    /// "Dem Bericht zufolge": the cue names the speaker before it.
    fn report_behind_speaker(
        &self,
        cue: CueVerb,
        start: usize,
        at: usize,
        end: usize,
    ) -> Option<Report> {
        let speaker = subject_before(&self.tokens, start, at)?;
        let open = self.before_signs(start, speaker.start);
        let layout = if open == start {
            Layout::Introduces(at + 1, self.opening_at(at + 1, end))
        } else {
            Layout::Tag(Phrase {
                start: open,
                end: at + 1,
            })
        };
        (at + 1 < end || open > start).then_some(Report {
            cue: Phrase {
                start: at,
                end: at + 1,
            },
            verb: Some(cue),
            speaker: Some(speaker),
            layout,
            could_be_noun: false,
            opens_sentence: false,
            is_dependent: false,
        })
    }

    /// Hatice Brandl: „…“ / Chefarzt Wieberg wurde laut: „…“ / Die Antwort der Landrätin kam prompt: Sie habe …
    /// A colon without a verb of saying, before marks or the mood of reported speech.
    fn report_of_colon(
        &self,
        start: usize,
        at: usize,
        end: usize,
        found: &[Report],
    ) -> Option<Report> {
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < end)?;
        if next.quote().is_none() && !self.is_reported_mood(at + 1, end) {
            return None;
        }
        let is_covered = found.last().is_some_and(|report| match report.layout {
            Layout::Introduces(content, _) => content == at + 1,
            Layout::Tag(tag) => tag.end >= at,
        });
        if is_covered || self.bears_inscription(start, at, at) {
            return None;
        }
        let is_clause = self.tokens[start..at].iter().rev().any(is_finite);
        let named = phrase_after(&self.tokens, start, at);
        let speaker = named
            .filter(|phrase| phrase.end == at && !is_clause)
            .or_else(|| found.last().and_then(|report| report.speaker))
            .or_else(|| self.first_subject(start, at));
        if speaker.is_some_and(|speaker| self.is_nobody(speaker)) {
            return None;
        }
        Some(Report {
            cue: Phrase {
                start: at,
                end: at + 1,
            },
            verb: None,
            speaker,
            layout: Layout::Introduces(at + 1, self.opening_at(at + 1, end)),
            could_be_noun: false,
            opens_sentence: false,
            is_dependent: false,
        })
    }

    /// Whether something that bears written words is named near token `at` of a sentence: a banner, a sign.
    pub(super) fn bears_inscription(&self, start: usize, at: usize, end: usize) -> bool {
        let (start, end) = (
            start.max(at.saturating_sub(MAX_REACH)),
            end.min(at + MAX_REACH),
        );
        let mut words = self.tokens[start..end].iter();
        words.any(|token| token.obeys(rule::INSCRIPTION))
    }
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::extract::extract;

    /// "speaker: content" of each quotation, in order of the text.
    fn quotations(language: &str, text: &str) -> Vec<String> {
        let mut article = Article::new("outlet", text);
        article.language = Some(language.to_owned());
        let found = extract(&article).quotations;
        let line = |quotation: &crate::Quotation| {
            let name = quotation.speaker.as_ref().map_or("-", |who| &who.name);
            let parts: Vec<&str> = quotation
                .content
                .iter()
                .map(|part| part.slice(text))
                .collect();
            format!("{name}: {}", parts.join(" … "))
        };
        found.iter().map(line).collect()
    }

    fn check(language: &str, lines: &[(&str, &[&str])]) {
        for (text, expected) in lines {
            assert_eq!(quotations(language, text), *expected, "{text}");
        }
    }

    #[test]
    fn german_tags_split_verbs_and_reported_clauses() {
        check(
            "de",
            &[
                (
                    "„Wir bauen nicht“, hatte Landrätin Petra Oder am Montag gesagt. „Nie.“",
                    &["Petra Oder: „Wir bauen nicht“ … „Nie.“"],
                ),
                (
                    "Den Gästen sicherte Wirt Udo Lenz zu: „Das Bier bleibt kalt.“",
                    &["Udo Lenz: „Das Bier bleibt kalt.“"],
                ),
                (
                    "Ministerin Lea Brandt (FDP) hat den Plan als „unreif“ bezeichnet.",
                    &["Lea Brandt: den Plan als „unreif“"],
                ),
                (
                    "Der Weg werde zu lang, sagte Arzt Jens Thal.",
                    &["Jens Thal: Der Weg werde zu lang"],
                ),
                (
                    "Kämmerer Olaf Kuhn rechnete vor, das Bad koste zu viel.",
                    &["Olaf Kuhn: das Bad koste zu viel"],
                ),
                (
                    "Man habe, so Kuhn, „alles versucht“.",
                    &["Kuhn: Man habe … „alles versucht“"],
                ),
                (
                    "Wie die Polizei mitteilte, brannte das Dach. Laut Feuerwehr fiel der Strom aus.",
                    &[
                        "die Polizei: brannte das Dach",
                        "Feuerwehr: fiel der Strom aus",
                    ],
                ),
            ],
        );
    }

    #[test]
    fn german_nouns_are_no_names_and_signs_no_speech() {
        check(
            "de",
            &[
                (
                    "Hatice Brandt gründete die Initiative „Rettet die Bahn“. Brandt sagte, sie sei müde.",
                    &["Hatice Brandt: sie sei müde"],
                ),
                (
                    "Auf einem Plakat stand: „Dieses Haus hat noch ein Herz“.",
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn french_inverted_subjects_elisions_and_tags_inside_the_marks() {
        check(
            "fr",
            &[
                (
                    "« Rien n’est prêt », a déclaré mardi la ministre, Claire Aubin. « Rien », a-t-elle répété.",
                    &[
                        "Claire Aubin: « Rien n’est prêt »",
                        "Claire Aubin: « Rien »",
                    ],
                ),
                (
                    "« Je reste, prévient le maire, Luc Tessier. C’est dit. »",
                    &["Luc Tessier: « Je reste, prévient le maire, Luc Tessier. C’est dit. »"],
                ),
                (
                    "Le préfet Hugues Morin, lui, ne promet rien : « On verra bien. »",
                    &["Hugues Morin: « On verra bien. »"],
                ),
                (
                    "Selon Paul Rivet, la route est « coupée ». Le club, lui, parle d’une « farce ».",
                    &[
                        "Paul Rivet: la route est « coupée »",
                        "Le club: d’une « farce »",
                    ],
                ),
                (
                    "Son affiche promettait « Une nuit sans fin ». On nous parle de « progrès ».",
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn spanish_dropped_subjects_and_dialogue() {
        check(
            "es",
            &[
                (
                    "La alcaldesa, Elena Prado, pidió calma. «No hay peligro», insistió.",
                    &["Elena Prado: «No hay peligro»"],
                ),
                (
                    "—Yo no me voy —dice Tomás Vidal, el panadero—. Aquí nací.",
                    &["Tomás Vidal: —Yo no me voy … Aquí nací."],
                ),
                (
                    "El corte, señaló el consejero Andrés Molina, durará «tres días».",
                    &["Andrés Molina: El corte … durará «tres días»"],
                ),
                (
                    "«Un guardia me gritó: “Fuera de aquí”», contó Carmen Ruiz.",
                    &[
                        "Carmen Ruiz: «Un guardia me gritó: “Fuera de aquí”»",
                        "Un guardia: “Fuera de aquí”",
                    ],
                ),
                (
                    "Según la jueza, la ley es igual para todos. Lo llaman «reforma».",
                    &["la jueza: la ley es igual para todos"],
                ),
            ],
        );
    }

    #[test]
    fn russian_tags_dialogue_and_names_in_other_cases() {
        check(
            "ru",
            &[
                (
                    "«Мост будет», — сообщил в среду журналистам губернатор Сергей Лапин.",
                    &["Сергей Лапин: «Мост будет»"],
                ),
                (
                    "«Деньги есть, — пояснил министр Олег Громов. — Начнём летом».",
                    &["Олег Громов: «Деньги есть, — пояснил министр Олег Громов. — Начнём летом»"],
                ),
                (
                    "— Кто заплатит? — спросил пенсионер Иван Зуев. — Точно не мы.",
                    &["Иван Зуев: — Кто заплатит? … — Точно не мы."],
                ),
                (
                    "По словам мэра Игоря Власова, дом «стоит крепко». По его данным, жильцов двадцать.",
                    &[
                        "Игорь Власов: дом «стоит крепко»",
                        "Игорь Власов: жильцов двадцать",
                    ],
                ),
                (
                    "Депутат Елена Кравец заявила, что фонд «Волна» закрыт.",
                    &["Елена Кравец: что фонд «Волна» закрыт"],
                ),
            ],
        );
    }

    #[test]
    fn a_language_without_tables_gives_quoted_strings_alone() {
        let text = "“Não vamos sair”, disse a ministra Ana Lopes. O “Diário” publicou.";
        assert_eq!(
            quotations("pt", text),
            ["-: “Não vamos sair”", "-: “Diário”"]
        );
    }
}
