//! Where a noun phrase begins and ends, which noun is its head, and what hangs on it.
//!
//! ```text
//! the embattled governor of Ohio drew new criticism
//! └ start       └ head           └ end
//! ```

use super::stem;
use crate::extract::Reader;
use crate::extract::phrases::is_name;
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{Lexicon, class};

/// A noun phrase: the tokens `start..end`.
pub(in crate::extract) struct NounPhrase {
    pub(in crate::extract) start: usize,
    pub(in crate::extract) end: usize,
    /// Its last noun before what hangs on it.
    pub(in crate::extract) head: usize,
    /// The tokens of the name that is its head.
    pub(in crate::extract) name: Option<(usize, usize)>,
    pub(super) is_described: bool,
}

/// Longest phrase up to its head, in tokens: no more than a sentence of numbers is cut by it.
const LONGEST_PHRASE: usize = 60;

/// Most words with a capital before the last word of a phrase that ends in a name: longer titles are rare.
const MOST_CAPITALS: usize = 7;

/// Longest clause that is taken along, in tokens.
const LONGEST_CLAUSE: usize = 14;

/// The sentence in which phrases are read.
pub(super) struct Phrases<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
    /// Behind the last token of the sentence.
    pub(super) end: usize,
}

impl Phrases<'_, '_> {
    /// The phrases from token `start` on.
    pub(super) fn all(&self, start: usize) -> Vec<NounPhrase> {
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

    /// Token `at`, if it stands in the sentence.
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
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
                        || is_named && !self.may_describe(head, at) && !self.leads_on(at)
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
        let office = name.and_then(|name| self.behind_office(name));
        let (start, name) = office.map_or((start, name), |(start, name)| (start, Some(name)));
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

    /// "Secretary of │State Ann Lee│": the first token of the office and the tokens of the name, where the run of capitals
    /// `from..to` begins with what the office is of.
    fn behind_office(&self, (from, to): (usize, usize)) -> Option<(usize, (usize, usize))> {
        let tokens = &self.reader.tokens;
        let title = from.checked_sub(2)?;
        let is_office = tokens[title].kind == TokenKind::Capital && tokens[title].is(class::TITLE);
        if !is_office || !tokens[from - 1].is(class::CLOSE) {
            return None;
        }
        let is_first = |at: &usize| tokens[*at].is(class::FIRST_NAME);
        let first = (from + 1..to.saturating_sub(1)).find(is_first)?;
        let is_title = |at: &usize| tokens[*at].kind == TokenKind::Capital && is_name(&tokens[*at]);
        let before = (0..title).rev().take_while(is_title).last();
        Some((before.unwrap_or(title), (first, to)))
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
