//! Whether words that a report could claim belong to another one.

use super::super::marks::is_mark;
use super::super::phrases::{Phrase, simple_phrase_end};
use super::super::reports::{Layout, Opening, Report};
use super::super::tokens::{Token, TokenKind};
use super::Attribution;
use crate::lexicon::{CueVerb, class};
use crate::model::CueGroup;

/// Most tokens between a cue and the quoted string that is sure to be its own.
const MAX_BESIDE: usize = 3;

impl Attribution<'_, '_> {
    /// Whether what a cue introduces is a quotation: quoted words always are; other words when somebody is
    /// credited with them.
    pub(super) fn is_reported(&self, report: &Report, opening: Opening, content: Phrase) -> bool {
        if self.holds_quote(content) {
            return true;
        }
        // "What did Lee say after the vote?"
        let tokens = &self.reader.tokens;
        if tokens[content.end - 1].is_sign('?') && self.reader.is_asked(report.cue.start) {
            return false;
        }
        let Some(speaker) = report.speaker else {
            let asks = |verb: CueVerb| verb.frames.question() && verb.frames.audience();
            return report.is_impersonal
                && (matches!(opening, Opening::That | Opening::Infinitive)
                    || opening == Opening::Clause && self.is_of_nobody(report)
                    || opening == Opening::Object && report.verb.is_some_and(asks));
        };
        match opening {
            Opening::Quote => false,
            Opening::That | Opening::Clause | Opening::Infinitive => true,
            Opening::Object => self.is_reported_object(speaker, report, content),
        }
    }

    /// "│It │was claimed │the mayor had fled": whether "it" is the subject of a passive.
    fn is_of_nobody(&self, report: &Report) -> bool {
        let group = self.reader.group_start(0, report.cue.start);
        let subject = group
            .checked_sub(1)
            .map(|subject| &self.reader.tokens[subject]);
        subject.is_some_and(|subject| subject.is(class::NEUTER))
    }

    /// Whether an object without quotation marks is what somebody says of it ("denied the charges"): the
    /// subject is no bare relative ("the group that introduced the bill"), the object more than a pronoun,
    /// and the verb none that could as well be a plural noun ("in six states").
    pub(super) fn is_reported_object(
        &self,
        speaker: Phrase,
        report: &Report,
        content: Phrase,
    ) -> bool {
        let tokens = &self.reader.tokens;
        // "reported it on Monday"
        let when = class::PREPOSITION | class::TEMPORAL | class::WHEN | class::ADVERB;
        let mut rest = tokens[content.start + 1..content.end].iter();
        let is_pronoun = tokens[content.start]
            .is(class::OBJECT | class::SUBJECT | class::DEMONSTRATIVE)
            && rest.all(|token| token.is(when));
        let is_bare = speaker.end == speaker.start + 1;
        let is_thing = is_bare && tokens[speaker.start].is(class::DEMONSTRATIVE)
            || tokens[speaker.start].is(class::RELATIVE)
                && !tokens[speaker.start].is(class::SUBJECT);
        // "reported it on Monday, citing an official": from whom, not what.
        let head = self.reader.noun_of(content);
        let cites = |verb: CueVerb| verb.stance == "neutral" && !verb.frames.direct();
        let is_informant = report.verb.is_some_and(cites)
            && self.reader.cites(report.cue.start)
            && tokens[report.cue.start].is(class::GERUND)
            && tokens[head].kind == TokenKind::Lower
            && tokens[head].is(class::ROLE);
        // "the poll shows Lee ahead", but "Lee shows courage"
        let shown_by = self.reader.noun_of(speaker);
        let shows_itself = report.verb.is_some_and(|verb| verb.stance == "show")
            && !tokens[shown_by].is(class::FINDING);
        let does = |verb: CueVerb| !report.is_noun && self.is_deed(verb, content);
        let is_deed = report.verb.is_some_and(does);
        !is_pronoun
            && !is_thing
            && !is_informant
            && !is_deed
            && !shows_itself
            && !report.could_be_noun
    }

    /// "called the police", "claimed 30 lives": whether a verb that can report tells with the object `content`, which
    /// holds no quoted words, what somebody did.
    fn is_deed(&self, verb: CueVerb, content: Phrase) -> bool {
        let tokens = &self.reader.tokens;
        let count = |token: &Token| token.kind == TokenKind::Number || token.is(class::NUMBER);
        let is_counted = tokens[content.start..content.end].iter().take(2).any(count);
        let hangs = tokens[content.start].is(class::PREPOSITION);
        verb.frames.counts_deeds() && is_counted
            || verb.frames.equates() && !hangs && !self.says_what_it_is(content)
    }

    /// "it │a mess│", "the cuts │unfair│", "Lee │‘a star’│": whether behind what a verb has as its object stands what that is
    /// called.
    fn says_what_it_is(&self, content: Phrase) -> bool {
        let tokens = &self.reader.tokens;
        let first = &tokens[content.start];
        let rest = content.start + 1..content.end;
        let is_set_off = |at: usize| match tokens[at].kind {
            TokenKind::Title => true,
            TokenKind::Sign(sign) => is_mark(sign) || matches!(sign, '‘' | '\''),
            _ => false,
        };
        let is_pronoun = first.is(class::OBJECT | class::SUBJECT | class::DEMONSTRATIVE)
            && !first.is(class::DEFINITE | class::POSSESSIVE);
        let object = if is_pronoun {
            content.start + 1
        } else {
            simple_phrase_end(tokens, content.start, content.end)
        };
        let ends =
            class::PREPOSITION | class::TEMPORAL | class::CONJUNCTION | class::WHEN | class::ADVERB;
        let name = tokens.get(object).filter(|_| object < content.end);
        let is_last_adjective =
            object > content.start + 1 && tokens[object - 1].is(class::ADJECTIVE);
        rest.clone().any(is_set_off)
            || is_last_adjective
            || name
                .is_some_and(|name| name.is_word() && !name.is(ends) || name.is(class::COMPARATIVE))
    }

    /// Whether the quoted words in `content` belong to a later cue of the sentence: one with a subject of
    /// its own behind a cue that has none ("Asked about it, Lee said …") or that takes no clause ("called
    /// for messages that the office says are …").
    pub(super) fn yields(
        &self,
        report: &Report,
        opening: Opening,
        content: Phrase,
        later: &[Report],
    ) -> bool {
        let is_tag = |other: &Report| matches!(other.layout, Layout::Tag(_));
        let holds_cue = |tag: Phrase| tag.start <= report.cue.start && report.cue.end <= tag.end;
        if later
            .iter()
            .any(|other| matches!(other.layout, Layout::Tag(tag) if holds_cue(tag)))
        {
            // “We saw it,” one officer, who spoke in private, said.
            return true;
        }
        let is_tagged = later.iter().any(|other| {
            matches!(other.layout, Layout::Tag(tag)
                if tag.start > content.start && self.reader.tokens[tag.start - 1].quote().is_some())
        });
        if report.verb.is_none() && opening == Opening::Quote && is_tagged {
            // On costs: “We shall pay,” Lee said.
            return true;
        }
        if opening == Opening::Quote && self.is_tagged_beside(report, content, later)
            || self.is_inside_tagged(report, content, later)
        {
            return true;
        }
        let names_speaker = |other: &Report| {
            let is_behind =
                matches!(other.layout, Layout::Tag(tag) if tag.start == content.start + 1);
            is_behind && other.verb.is_some_and(|verb| verb.frames.names_speaker())
        };
        let is_far = content.start > report.cue.end + MAX_BESIDE;
        if opening == Opening::Quote && is_far && later.iter().any(names_speaker) {
            // Talks go on, but since May “nobody came,” according to Lee.
            return true;
        }
        if report.is_dependent && report.opens_sentence && later.iter().any(is_tag) {
            // Talking to them, Lee said, “is no crime”.
            return true;
        }
        let tokens = &self.reader.tokens;
        let is_aside = |other: &Report| {
            let is_inside = content.start <= other.cue.start && other.cue.end <= content.end;
            let opens = |speaker: Phrase| tokens[speaker.start - 1].is(class::COMPARISON);
            is_inside
                && other
                    .speaker
                    .is_some_and(|s| s.start > content.start && opens(s))
        };
        if !self.holds_quote(content) && later.iter().any(is_aside) {
            // They repeat the theme that, as Lee said, Roy showed “passion”.
            return true;
        }
        let tells_itself = |other: &Report| {
            let before = &tokens[other.cue.start - 1];
            let is_inside = content.start < other.cue.start && other.cue.end <= content.end;
            is_inside && before.is(class::DOCUMENT) && tokens[other.cue.start].is(class::GERUND)
        };
        if opening == Opening::Object
            && !self.holds_quote(content)
            && later.iter().any(tells_itself)
        {
            // Lee issued a statement saying that …: what the statement says.
            return true;
        }
        let closes_sentence = |other: &Report| {
            let Layout::Tag(tag) = other.layout else {
                return false;
            };
            // Lee wrote that the dam, she feared, was broken: her letter's account.
            let is_group = |verb: Option<CueVerb>, group| verb.is_some_and(|v| v.group == group);
            if opening == Opening::That
                && tag.start > content.start
                && is_group(report.verb, CueGroup::Speech)
                && is_group(other.verb, CueGroup::Thought)
            {
                return false;
            }
            // Lee said that it would stay and spoke of “idle” town plans: no tag of what she said.
            let quote = tag.start.checked_sub(1).and_then(|at| tokens[at].quote());
            // She stressed the need for roads: “We are cut off,” she said.
            let is_led_in = tag.start > 1 && tokens[tag.start - 2].is_sign(':');
            quote.is_none_or(|quote| !is_led_in && self.reader.is_speech_like(quote))
        };
        if !self.holds_quote(content) && later.iter().any(closes_sentence) {
            // "The board wants it closed, Lee said": what the board wants is Lee's account.
            return true;
        }
        if self.is_tagged_at(content, report, opening, later)
            || self.is_called_by_another(content, later)
            || self.is_owned_by_another(content, opening, later)
        {
            return true;
        }
        let takes_clause = matches!(opening, Opening::That | Opening::Clause | Opening::Quote);
        // The languages with a grammar credit the innermost speaker: "raconte qu'un client a crié « … »".
        if takes_clause && report.speaker.is_some() && self.reader.grammar().is_none() {
            return false;
        }
        later.iter().any(|other| {
            let Layout::Introduces(start, _) = other.layout else {
                return false;
            };
            let end = content.end;
            let quote = self.first_quote(Phrase { start, end });
            let first = self.first_quote(content);
            start < content.end
                && !other.is_dependent
                && other.speaker.is_some()
                && quote.is_some()
                && quote == first
        })
    }

    /// Lee ended by lamenting the toll: “We lost,” she said; When Roy paid the town, “it was broke,” Lee said: whether
    /// the quoted string that a cue further off introduces has a tag right behind it, which tells more surely who speaks.
    fn is_tagged_beside(&self, report: &Report, content: Phrase, later: &[Report]) -> bool {
        let tokens = &self.reader.tokens;
        let is_far = content.start > report.cue.end + MAX_BESIDE;
        let before = &tokens[content.start - 1];
        let is_led_in = before.is_sign(':') || is_far && before.is_sign(',');
        let speaks = |other: &Report| {
            let passes_on = |verb: CueVerb| verb.frames.names_speaker() || verb.frames.relays();
            other.speaker.is_some() && !other.verb.is_some_and(passes_on)
        };
        let mut behind = later.iter().filter(
            |other| matches!(other.layout, Layout::Tag(tag) if tag.start == content.start + 1),
        );
        is_led_in && behind.any(speaks)
    }

    /// If those who │want a toll, Lee said, “may lose,”│ it is over; The files │show, Lee said, that│ “it works”: whether
    /// a tag is inserted into what somebody thinks, or right behind such a cue: what is thought is the speaker's account.
    fn is_inside_tagged(&self, report: &Report, content: Phrase, later: &[Report]) -> bool {
        let tokens = &self.reader.tokens;
        let Some(quote) = self.first_quote(content) else {
            return false;
        };
        let thinks = report
            .verb
            .is_some_and(|verb| verb.group == CueGroup::Thought);
        later.iter().any(|other| {
            let Layout::Tag(tag) = other.layout else {
                return false;
            };
            let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_sign(','));
            let is_inserted = is_comma(tag.start - 1) && is_comma(tag.end);
            let tells = other
                .verb
                .is_some_and(|verb| verb.frames.clause() && verb.group == CueGroup::Speech);
            let is_beside = tag.start == report.cue.end + 1 && tag.end < content.start;
            let is_within = thinks && content.start < tag.start && tag.end < quote;
            is_inserted && tells && other.speaker.is_some() && (is_beside || is_within)
        })
    }

    /// The town was told that “it would cost too much,” said Lee: whether the first quoted words of `content`
    /// have a tag of their own, behind a cue that credits nobody or takes an object.
    pub(super) fn is_tagged_at(
        &self,
        content: Phrase,
        report: &Report,
        opening: Opening,
        later: &[Report],
    ) -> bool {
        let tokens = &self.reader.tokens;
        let Some(quote) = self.first_quote(content) else {
            return false;
        };
        let is_open = tokens[quote]
            .quote()
            .is_some_and(|quote| self.reader.is_speech_like(quote));
        let is_thought = |verb: Option<CueVerb>| verb.is_some_and(|v| v.group == CueGroup::Thought);
        let relays = |verb: Option<CueVerb>| verb.is_some_and(|verb| verb.frames.relays());
        let credits_nobody = report.speaker.is_none()
            || is_thought(report.verb)
            || matches!(opening, Opening::Object | Opening::Infinitive) && quote > content.start;
        is_open
            && credits_nobody
            && later.iter().any(|other| {
                // Lee vowed to “pay,” the Courier reported: the words are Lee's.
                let is_relay = report.speaker.is_some() && relays(other.verb);
                !is_relay && matches!(other.layout, Layout::Tag(tag) if tag.start == quote + 1)
            })
    }

    /// Roy dismissed │Lee's claim that│ it was “a mess”; Roy said the law │that says: “…”│: whether the first
    /// quoted words of `content` are those that a later noun or a later cue with a colon introduces.
    fn is_owned_by_another(&self, content: Phrase, opening: Opening, later: &[Report]) -> bool {
        let tokens = &self.reader.tokens;
        let Some(quote) = self.first_quote(content) else {
            return false;
        };
        later.iter().any(|other| {
            let Layout::Introduces(start, inner) = other.layout else {
                return false;
            };
            // Roy said he heard Lee's claim that it was “a mess”: Roy's account.
            let is_told_of = other.is_noun && opening == Opening::Object;
            let has_colon = inner == Opening::Quote
                && start == quote
                && other.verb.is_some()
                && !other.is_dependent
                && tokens[quote - 1].is_sign(':');
            other.speaker.is_some() && start <= quote && (is_told_of || has_colon)
        })
    }

    /// The town will fight │what Lee called│ “a mess”: whether the first quoted words of `content` are those of
    /// a later subject that stands behind "what".
    pub(super) fn is_called_by_another(&self, content: Phrase, later: &[Report]) -> bool {
        let tokens = &self.reader.tokens;
        let is_quote = |at: &usize| tokens[*at].quote().is_some();
        let asks = |token: &Token| {
            token.is(class::INTERROGATIVE) && !token.is(class::RELATIVE | class::SUBORDINATOR)
        };
        let Some(quote) = self.first_quote(content) else {
            return false;
        };
        later.iter().any(|other| {
            let Layout::Introduces(start, Opening::Object) = other.layout else {
                return false;
            };
            let is_behind_what = other.speaker.is_some_and(|speaker| {
                speaker.start > content.start && asks(&tokens[speaker.start - 1])
            });
            is_behind_what && start <= quote && !(start..quote).any(|at| is_quote(&at))
        })
    }
}
