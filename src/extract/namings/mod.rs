//! How an article names persons, groups and things, outside quotation marks.
//!
//! ```text
//! the embattled Republican governor of Maine,   Paul LePage,   drew new criticism
//! └───────────── apposition ───────────────┘    └─ name ─┘         └── noun ──┘
//! ```
//!
//! A phrase is read word by word by the classes of the lexicon, as the speakers' phrases are: a determiner,
//! adjectives and participles, nouns and names; the last noun is the head, and what hangs on it by a
//! preposition is taken along. A description beside a name, before it or behind a comma, belongs to the
//! name and counts as a naming by its noun as well. There is no parser: a participle that is really a verb ends a
//! phrase too late now and then.

mod words;

use super::Reader;
use super::appositions::{beside, member};
use super::entries::folded;
use super::phrases::is_name;
use super::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, Lexicon, class};
use crate::model::{Naming, NamingKind};

/// Adds the namings among the tokens `start..end`, which are one sentence, to `found`.
pub(super) fn namings(
    reader: &Reader,
    (start, end): (usize, usize),
    sentence: usize,
    found: &mut Vec<Naming>,
) {
    let phrases = Phrases { reader, end }.all(start);
    for (index, phrase) in phrases.iter().enumerate() {
        let next = phrases[index + 1..]
            .iter()
            .find(|next| next.start >= phrase.end);
        let before = index.checked_sub(1).map(|before| &phrases[before]);
        let mut add = |kind, gender| {
            found.push(Naming {
                span: reader.span(phrase.start, phrase.end),
                head: reader.span(
                    phrase.name.map_or(phrase.head, |(from, _)| from),
                    phrase.head + 1,
                ),
                sentence,
                kind,
                is_described: phrase.is_described,
                gender,
            });
        };
        if let Some((from, to)) = phrase.name {
            let (from, to) = member(reader, phrase, before).unwrap_or((from, to));
            add(
                NamingKind::Name(name(reader, from, to)),
                gender(reader, from),
            );
            // "the Clean Water Act" is a bill too.
            let last = stem(reader, phrase.head);
            let facts = reader.lexicon.map(|lexicon| lexicon.facts());
            if to > from + 1 && facts.is_some_and(|facts| facts.referent(&last).is_some()) {
                add(NamingKind::Noun(last), Gender::Unknown);
            }
            continue;
        }
        if let Some((from, to)) = beside(reader, phrase, before, next) {
            add(
                NamingKind::Name(name(reader, from, to)),
                gender(reader, from),
            );
        }
        add(NamingKind::Noun(stem(reader, phrase.head)), Gender::Unknown);
    }
}

/// A noun phrase: the tokens `start..end`.
pub(super) struct NounPhrase {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its last noun before what hangs on it.
    pub(super) head: usize,
    /// The tokens of the name that is its head.
    pub(super) name: Option<(usize, usize)>,
    is_described: bool,
}

/// Longest phrase up to its head, in tokens: no more than a sentence of numbers is cut by it.
const LONGEST_PHRASE: usize = 60;

/// Most words with a capital before the last word of a phrase that ends in a name: longer titles are rare.
const MOST_CAPITALS: usize = 7;

/// Longest clause that is taken along, in tokens.
const LONGEST_CLAUSE: usize = 14;

struct Phrases<'r, 'a> {
    reader: &'r Reader<'a>,
    /// Behind the last token of the sentence.
    end: usize,
}

impl Phrases<'_, '_> {
    fn all(&self, start: usize) -> Vec<NounPhrase> {
        let mut found = Vec::new();
        let mut at = start;
        while at < self.end {
            match self.phrase(at) {
                Some(phrase) => {
                    at = phrase.head + 1;
                    found.push(phrase);
                }
                None => at += 1,
            }
        }
        found
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.reader.tokens.get(at).filter(|_| at < self.end)
    }

    /// The phrase that begins at token `start`.
    fn phrase(&self, start: usize) -> Option<NounPhrase> {
        let mut at = start;
        let opens = self.token(at)?.is(class::DETERMINER | class::POSSESSIVE);
        if !opens && self.follows_subject(at) {
            return None;
        }
        at += usize::from(opens);
        let mut head: Option<usize> = None;
        let mut modifiers = 0;
        while let Some(token) = self.token(at).filter(|_| at < start + LONGEST_PHRASE) {
            // "America Rising": a capital behind a name belongs to it, whatever the word is else.
            let is_named = is_name(token)
                || token.kind == TokenKind::Capital
                    && at > start
                    && is_name(&self.reader.tokens[at - 1]);
            if is_named || self.is_noun(at, opens || head.is_some() || modifiers > 0, opens) {
                if head.is_some_and(|head| {
                    self.is_described_name(head, at)
                        || is_named && !self.may_describe(head) && !self.leads_on(at)
                }) {
                    break;
                }
                modifiers += usize::from(head.is_some());
                head = Some(at);
            } else if token.kind == TokenKind::Genitive && head.is_some() {
                modifiers += 1;
            } else if token.kind == TokenKind::Number || token.is(class::NUMBER) {
                if head.is_some() {
                    break;
                }
            } else if head
                .is_none_or(|head| self.reader.tokens[head + 1].kind == TokenKind::Genitive)
                && self.is_participle(at, start, opens)
            {
                modifiers += 1;
            } else {
                break;
            }
            at += 1;
        }
        let head = head.filter(|head| !self.reader.tokens[*head].is(class::TEMPORAL))?;
        // "the company next week": what tells when is no noun.
        let is_when = |at: &usize| self.reader.tokens[*at].is(class::WHEN);
        let first = start + usize::from(opens);
        let head = (first..=head).rev().find(|at| !is_when(at))?;
        if head == start && self.is_predicate(start) {
            return None;
        }
        let head = self.before_adjective(start, head);
        // "a Republican": what somebody is, and not who.
        let is_kind = opens
            && head == start + 1
            && !self.reader.tokens[start].is(class::DEFINITE | class::POSSESSIVE);
        let is_named = is_name(&self.reader.tokens[head]) && !is_kind;
        let name = is_named.then(|| self.name_run(start, head));
        // "Mayor Leaves Town After Quarrel With Ann Lee": a headline that stands in the text describes nobody.
        let capitals = self.reader.tokens[start..head].iter();
        let capitals = capitals.filter(|token| token.kind == TokenKind::Capital);
        let (start, opens) = match name {
            Some((from, _)) if capitals.count() > MOST_CAPITALS => (from, false),
            _ => (start, opens),
        };
        let described = match name {
            Some((from, _)) => from > start + usize::from(opens),
            None => modifiers > 0,
        };
        let end = self.attached(start, head + 1, name.is_some());
        Some(NounPhrase {
            start,
            end,
            head,
            name,
            is_described: described || end > head + 1,
        })
    }

    /// "a Facebook post critical of her": the head is the noun of a known kind before the last word, where
    /// that one leads over to a preposition and names nothing known.
    fn before_adjective(&self, start: usize, head: usize) -> usize {
        let is_known = |at: usize| {
            let known = |lexicon: &Lexicon| lexicon.facts().referent(&stem(self.reader, at));
            self.reader.lexicon.and_then(known).is_some()
        };
        let is_lower = |at: usize| self.reader.tokens[at].kind == TokenKind::Lower;
        let leads_over = self
            .token(head + 1)
            .is_some_and(|next| next.is(class::PREPOSITION));
        let is_adjective = head > start
            && leads_over
            && is_lower(head)
            && is_lower(head - 1)
            && is_known(head - 1)
            && !is_known(head)
            && !self.reader.tokens[head].is(class::ROLE);
        if is_adjective { head - 1 } else { head }
    }

    /// The tokens of the name that ends at `head`, titles left out.
    fn name_run(&self, start: usize, head: usize) -> (usize, usize) {
        let mut from = head;
        while from > start {
            let before = &self.reader.tokens[from - 1];
            if !is_name(before)
                || before.is(class::TITLE | class::ROLE)
                || self.opens_with_attitude(from - 1)
            {
                break;
            }
            // "the conservative super PAC River Watch": an abbreviation behind small letters describes.
            let describes = self.reader.slice(from - 1).len() > 1
                && self.reader.slice(from - 1).chars().all(char::is_uppercase)
                && from - 1 > start
                && self.reader.tokens[from - 2].kind == TokenKind::Lower
                && !self.reader.tokens[from - 2].is(class::DETERMINER | class::POSSESSIVE);
            if describes {
                break;
            }
            from -= 1;
        }
        (from, head + 1)
    }

    /// "Hapless Ann Lee": whether the word at `at` has its capital from the beginning of the sentence, shows an attitude
    /// and stands before a first name.
    fn opens_with_attitude(&self, at: usize) -> bool {
        let tokens = &self.reader.tokens;
        let opens = at
            .checked_sub(1)
            .is_none_or(|before| !tokens[before].is_word());
        let is_before_name = tokens
            .get(at + 1)
            .is_some_and(|next| next.is(class::FIRST_NAME));
        let is_toned = |lexicon: &Lexicon| {
            let mut stem = stem(self.reader, at);
            lexicon.tones().longest(&mut stem, |_, _| false).is_some()
        };
        opens
            && is_before_name
            && !tokens[at].is(class::FIRST_NAME)
            && self.reader.lexicon.is_some_and(is_toned)
    }

    /// Whether a preposition stands before the name at token `start`, or before one that it is joined to: "like the
    /// US and │UK│".
    fn hangs_on_preposition(&self, start: usize) -> bool {
        let tokens = &self.reader.tokens;
        let mut before = (0..start).rev().map(|at| &tokens[at]).peekable();
        if before
            .next_if(|token| token.is(class::CONJUNCTION))
            .is_some()
        {
            let is_capital = |token: &&Token| token.kind == TokenKind::Capital;
            while before.next_if(is_capital).is_some() {}
            before.next_if(|token| token.is(class::DETERMINER));
        }
        before
            .next()
            .is_some_and(|token| token.is(class::PREPOSITION))
    }

    /// End of what hangs on the head that ends before `end`: one phrase behind "of", "for" and the like, a
    /// bracket, a relative clause or a participle ("a group that digs for scandals").
    /// Behind a name only "of", an aside and a gerund do ("Lee of Ohio", "Lee, who …", "with Lee leaving").
    fn attached(&self, start: usize, end: usize, is_name: bool) -> usize {
        let Some(sign) = self.token(end) else {
            return end;
        };
        if sign.is_sign('(') {
            let close =
                (end..self.end.min(end + 6)).find(|at| self.reader.tokens[*at].is_sign(')'));
            return close.map_or(end, |close| close + 1);
        }
        let opens_clause =
            |token: &Token| token.kind == TokenKind::Lower && token.is(class::RELATIVE);
        let is_clause =
            opens_clause(sign) || sign.kind == TokenKind::Lower && sign.is(class::GERUND);
        // "with Lee closing the bridge" is one thing; of "told Reuters that", "Lee speaking of" and "Lee for his
        // part" nothing belongs to the name.
        let is_absolute = sign.is(class::GERUND) && self.hangs_on_preposition(start);
        if is_name && sign.kind == TokenKind::Lower && !is_absolute && !self.joins_names(end) {
            return end;
        }
        let is_aside = sign.is_sign(',') && self.token(end + 1).is_some_and(opens_clause);
        if is_clause || is_aside {
            let first = end + usize::from(is_aside);
            let stops = |at: &usize| !self.reader.tokens[*at].is_word();
            let last = self.end.min(first + LONGEST_CLAUSE);
            return (first..last).find(stops).unwrap_or(last);
        }
        if !sign.is(class::CLOSE) || sign.kind != TokenKind::Lower {
            return end;
        }
        // "a lobby for older │Norwegians": what is read to its middle is better left.
        let is_whole = |phrase: &NounPhrase| {
            let next = self.token(phrase.head + 1);
            !next.is_some_and(|next| next.kind == TokenKind::Capital)
        };
        let hanging = self.phrase(end + 1).filter(is_whole);
        hanging.map_or(end, |phrase| phrase.head + 1)
    }
}

/// What the title before a name that begins at token `from` tells of the person.
fn gender(reader: &Reader, from: usize) -> Gender {
    let title = from
        .checked_sub(1)
        .filter(|at| reader.tokens[*at].is(class::TITLE));
    let known = title.and_then(|at| {
        let lexicon = reader.lexicon?;
        // The full stop of an abbreviation is a sign of its own or none.
        Some(lexicon.word(reader.folded(at).trim_end_matches('.')).gender)
    });
    known.unwrap_or_default()
}

fn name(reader: &Reader, from: usize, to: usize) -> String {
    reader.span(from, to).slice(reader.text).to_owned()
}

fn stem(reader: &Reader, at: usize) -> String {
    let title;
    let word = match reader.tokens[at].kind {
        TokenKind::Title => {
            title = folded(reader.slice(at));
            title.as_str()
        }
        _ => reader.folded(at),
    };
    reader
        .lexicon
        .map_or_else(|| word.to_owned(), |lexicon| lexicon.stem(word))
}

#[cfg(test)]
mod tests {
    use crate::model::{Naming, NamingKind};
    use crate::{Article, extract};

    fn namings(text: &str) -> Vec<(String, NamingKind)> {
        let article = Article::new("wire", text);
        let found = extract::extract(&article).narration.namings;
        let pair = |naming: Naming| (naming.span.slice(text).to_owned(), naming.kind);
        found.into_iter().map(pair).collect()
    }

    fn named(text: &str, name: &str) -> Vec<String> {
        let kind = NamingKind::Name(name.to_owned());
        let own = namings(text)
            .into_iter()
            .filter(|(_, other)| *other == kind);
        own.map(|(span, _)| span).collect()
    }

    #[test]
    fn a_name_behind_another_noun_stands_alone() {
        assert_eq!(named("It was the first time Lee left.", "Lee"), ["Lee"]);
        assert_eq!(named("These are the latest jobs Lee lost.", "Lee"), ["Lee"]);
        assert_eq!(
            named("He met the former mayor Ann Lee.", "Ann Lee"),
            ["the former mayor Ann Lee"]
        );
    }

    #[test]
    fn a_description_belongs_to_the_name_beside_it() {
        assert_eq!(
            named("Ann Lee, the embattled governor of Ohio, left.", "Ann Lee"),
            ["Ann Lee", "the embattled governor of Ohio"]
        );
        assert_eq!(
            named(
                "River Watch, a small group that digs for scandals, posted it.",
                "River Watch"
            )[1],
            "a small group that digs for scandals"
        );
    }

    #[test]
    fn a_description_stands_behind_an_age_and_needs_no_article() {
        let text = "Ann Lee, 51, a nurse from Ohio, left. Bob Ray, regional secretary of the union, stayed.";
        assert_eq!(named(text, "Ann Lee"), ["Ann Lee", "a nurse"]);
        assert_eq!(
            named("It asked chief operating officer Ann Lee.", "Ann Lee"),
            ["chief operating officer Ann Lee"]
        );
        assert_eq!(named(text, "Bob Ray")[1], "regional secretary of the union");
    }

    #[test]
    fn who_is_of_a_party_is_described_and_a_thing_describes_nobody() {
        let text = "It was led by Ann Lee, Republican of Ohio. Republicans left with Bob Ray, a move that hurt.";
        assert_eq!(named(text, "Ann Lee"), ["Ann Lee", "Republican of Ohio"]);
        assert_eq!(named(text, "Bob Ray"), ["Bob Ray"]);
    }

    #[test]
    fn a_word_of_attitude_and_a_word_of_time_are_no_part_of_a_name() {
        assert_eq!(
            named("Hapless Ann Lee left.", "Ann Lee"),
            ["Hapless Ann Lee"]
        );
        let spans: Vec<String> = namings("They will see the company next week.")
            .into_iter()
            .map(|(span, _)| span)
            .collect();
        assert_eq!(spans, ["the company"]);
    }

    #[test]
    fn participles_and_gerunds_stand_in_phrases_and_verbs_do_not() {
        let spans: Vec<String> =
            namings("They cancelled the highly anticipated meeting to accept cuts.")
                .into_iter()
                .map(|(span, _)| span)
                .collect();
        assert_eq!(spans, ["the highly anticipated meeting", "cuts"]);
    }

    #[test]
    fn what_a_verb_says_and_what_somebody_is_told_are_no_namings() {
        let spans: Vec<String> = namings("It is unclear to many. She told Reuters that cuts hurt.")
            .into_iter()
            .map(|(span, _)| span)
            .collect();
        assert!(!spans.contains(&"unclear".to_owned()));
        assert!(spans.contains(&"Reuters".to_owned()));
    }

    #[test]
    fn nothing_inside_quotation_marks_is_a_naming_of_the_outlet() {
        assert!(namings("“The shameless mob left,” she said.").is_empty());
    }
}
