//! Titles of works and programmes, nicknames and slogans, told from speech.
//!
//! ```text
//! on CNN's “New Day”, his book “The Long Road,”, the “Northern Plan”      titles: part of the narration
//! she said, “Never.”   He chanted “Bring Them Home!”   “Mr. Chairman,” he began   speech
//! ```
//!
//! In news text two thirds of the quoted strings of up to three words that are all written with capitals
//! belong to nobody. So a string with a capital on every word that matters is a title unless a cue, a
//! colon or the start of the sentence stands right before it.

use smallvec::SmallVec;

use super::marks::QuotedString;
use super::tokens::{Token, TokenKind, Tokens};
use crate::lexicon::{Lexicon, class, rule};

/// Letters from which on a word in capitals is more than an abbreviation.
const SHOUTED: usize = 4;
/// Longest title, in words.
const MAX_WORDS: usize = 10;
/// How many words before a comma may separate a title from the word that announces it ("his 2012 book,").
const MAX_DISTANCE: usize = 4;

/// Marks the quoted strings of a sentence that are titles: `start..end` are its tokens.
pub(super) fn mark_titles(
    text: &str,
    lexicon: &Lexicon,
    quotes: &[QuotedString],
    tokens: &mut Tokens,
    (start, end): (usize, usize),
) {
    let quoted: SmallVec<[(usize, usize); 4]> = tokens.quotes(start, end).collect();
    for (at, quote) in quoted {
        let inner = quotes[quote].inner.slice(text);
        let sentence = &tokens[start..end];
        let is_title = match lexicon.grammar() {
            Some(_) if is_told(sentence, at - start, inner) => true,
            Some(grammar) if grammar.nouns_capital => {
                is_named(sentence, at - start, inner)
                    && (follows_noun(sentence, at - start)
                        || follows_article(sentence, at - start) && is_capitalised(lexicon, inner))
            }
            Some(_) => is_named(sentence, at - start, inner),
            None => {
                stands_as_title(sentence, at - start, inner)
                    && is_capitalised(lexicon, inner)
                    && !is_shouted(inner)
            }
        };
        if is_title {
            tokens[at].kind = TokenKind::Title;
        }
    }
}

/// Whether every word that matters begins with a capital or a digit, and one with a capital.
fn is_capitalised(lexicon: &Lexicon, inner: &str) -> bool {
    let small = class::DETERMINER | class::PREPOSITION | class::CONJUNCTION | class::POSSESSIVE;
    let mut words = inner
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .enumerate();
    let capital = |word: &str| {
        let first = word.chars().find(|sign| sign.is_alphanumeric());
        first.is_some_and(|sign| sign.is_uppercase() || sign.is_numeric())
    };
    let count = words.clone().take(MAX_WORDS + 1).count();
    count <= MAX_WORDS
        && inner.contains(char::is_uppercase)
        && words.all(|(index, word)| {
            capital(word)
                || index > 0
                    && index + 1 < count
                    && lexicon.word(&word.to_lowercase()).classes & small != 0
        })
}

/// “NO DEAL and NO VOTE”: whether the long words are written in capitals throughout, and there are two.
fn is_shouted(inner: &str) -> bool {
    let letters = |word: &&str| word.chars().filter(|sign| sign.is_alphabetic()).count();
    let mut long = inner
        .split_whitespace()
        .filter(|word| letters(word) >= SHOUTED);
    let is_loud = |word: &str| !word.contains(char::is_lowercase);
    long.clone().count() > 1 && long.all(is_loud)
}

/// Whether the words before a capitalised string let it be a title.
fn stands_as_title(sentence: &[Token], at: usize, inner: &str) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &sentence[before]) else {
        // “Hamilton” is a musical: no mark of speech at its end, and a verb behind it.
        return !inner.ends_with([',', '.', '?', '!'])
            && sentence
                .get(at + 1)
                .is_some_and(|next| next.is(class::COPULA));
    };
    match before.kind {
        TokenKind::Sign(',') => {
            let from = (at - 1).saturating_sub(MAX_DISTANCE);
            let near = &sentence[from..at - 1];
            near.iter()
                .rev()
                .take_while(|token| token.is_word())
                .any(|token| token.is(class::WORK))
        }
        TokenKind::Sign(_) | TokenKind::Quote(_) => false,
        _ => {
            // "chants of “Build It!”"
            let is_called = before.is(class::CLOSE)
                && at
                    .checked_sub(2)
                    .is_some_and(|noun| sentence[noun].is(class::OUTCRY));
            // "the judge was “Mexican,”" and "an “Aunt Tom”", but "her best-known film is “Salt Road”"
            let is_told = before.is(class::COPULA)
                || before.is(class::DETERMINER) && !before.is(class::DEFINITE);
            let names_work = || sentence[..at].iter().any(|token| token.is(class::WORK));
            before.is(class::WORK)
                || is_named_so(sentence, at - 1)
                || !is_called
                    && !before.is(class::CUE | class::VERB | class::ADVERB | class::AGENT)
                    && (!is_told || names_work())
        }
    }
}

/// "a charity │called│ “Smiles for Life”", "the plan, │called│ “River Dawn,”": whether the verb at `at` only says how the
/// noun before it is named.
fn is_named_so(sentence: &[Token], at: usize) -> bool {
    let is_participle = sentence[at].kind == TokenKind::Lower
        && sentence[at].is(class::CUE | class::VERB)
        && !sentence[at].is(class::GERUND);
    let Some(before) = at.checked_sub(1).filter(|_| is_participle) else {
        return false;
    };
    let is_apposed = sentence[before].is_sign(',');
    let Some(noun) = before.checked_sub(usize::from(is_apposed)) else {
        return false;
    };
    let other = class::ROLE | class::PREPOSITION | class::AUXILIARY | class::ADVERB;
    let is_thing = sentence[noun].kind == TokenKind::Lower && !sentence[noun].is(other);
    let opens = |token: &&Token| token.is(class::DETERMINER);
    let article = sentence[..noun].iter().rev().take(MAX_DISTANCE).find(opens);
    let is_new = article.is_some_and(|article| is_apposed || !article.is(class::DEFINITE));
    is_thing && is_new
}

/// Longest title where only its first word has a capital, in words.
const MAX_NAME: usize = 6;

/// El lema «Beber palabras», die Initiative „Rettet die Bahn“: where titles are written like sentences, a
/// short string with a capital that stands right behind a word, and behind no verb, is one.
fn is_named(sentence: &[Token], at: usize, inner: &str) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &sentence[before]) else {
        return false;
    };
    let opens = class::CUE | class::VERB | class::ADVERB | class::AUXILIARY | class::COMPLEMENTIZER;
    inner.split_whitespace().count() <= MAX_NAME
        && inner.starts_with(|sign: char| sign.is_uppercase() || sign.is_numeric())
        && before.is_word()
        && (before.is(class::WORK) || before.obeys(rule::NAMING) || !before.is(opens))
}

/// Сообщили «Вестнику», что …; как пишет «Вестник», …: whether a string stands for an outlet, behind the verb of what it
/// tells or is told.
fn is_told(sentence: &[Token], at: usize, inner: &str) -> bool {
    let is_comma = |at: usize| sentence.get(at).is_some_and(|token| token.is_sign(','));
    let is_short = inner.split_whitespace().count() <= MAX_NAME;
    let is_name = is_short
        && inner.starts_with(|sign: char| sign.is_uppercase() || sign.is_numeric())
        && !inner.ends_with(['.', '!', '?', ',', '…']);
    let follows = at > 0 && is_comma(at + 1) && sentence[at - 1].is(class::CUE | class::VERB);
    let leads_on = sentence
        .get(at + 2)
        .is_some_and(|next| next.is(class::COMPLEMENTIZER));
    let before = sentence[..at].iter().rev();
    let mut clause = before.take_while(|token| token.is_word());
    let opens = clause
        .by_ref()
        .take(MAX_DISTANCE)
        .any(|token| token.obeys(rule::AS));
    // "сообщила «Вестнику» секретарь суда"
    let follows_cue = at > 0 && sentence[at - 1].is(class::CUE);
    let next = sentence.get(at + 1);
    let is_told = inner.split_whitespace().count() <= MAX_OUTLET
        && next.is_some_and(|next| next.is(class::ROLE | class::TITLE | class::FIRST_NAME));
    is_name && (follows && (leads_on || opens) || follows_cue && is_told)
}

/// Longest name of an outlet that is told something, in words.
const MAX_OUTLET: usize = 2;

/// Die Initiative „Rettet die Bahn“: whether a noun stands before a string, where nouns have capitals.
fn follows_noun(sentence: &[Token], at: usize) -> bool {
    let before = &sentence[at - 1];
    before.kind == TokenKind::Capital && !before.is(class::DETERMINER)
}

/// Der „Tagesbote“, but not einen „Lügner“: whether a definite article stands before a string.
fn follows_article(sentence: &[Token], at: usize) -> bool {
    let before = &sentence[at - 1];
    before.is(class::DETERMINER) && !before.obeys(rule::INDEFINITE)
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::*;
    use crate::Article;

    fn titles(text: &str) -> Vec<String> {
        let article = Article::new("post", text);
        let reader = Reader::new(&article);
        let titles = reader
            .tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Title);
        titles
            .map(|token| token.span.slice(text).to_owned())
            .collect()
    }

    #[test]
    fn programmes_books_and_plans_are_titles() {
        assert_eq!(
            titles("Lee told KXY's “New Morning” that he lost."),
            ["“New Morning”"]
        );
        assert_eq!(
            titles("In his 2012 book, “The Long Road,” he wrote of it."),
            ["“The Long Road,”"]
        );
        assert_eq!(titles("The “Northern Plan” failed."), ["“Northern Plan”"]);
        assert_eq!(
            titles(
                "He paid a charity called “Smiles for Life” for the town’s plan, called “River Dawn,” twice."
            ),
            ["“Smiles for Life”", "“River Dawn,”"]
        );
    }

    #[test]
    fn words_that_somebody_says_are_none() {
        assert!(titles("She said, “Never.” He cried “Bring Them Home!” and left.").is_empty());
        assert!(titles("“Mr. Chairman,” he began.").is_empty());
        assert!(titles("Lee called for a “fair and open” trial.").is_empty());
        assert!(titles("Lee wrote that there was “NO DEAL and NO VOTE” on it.").is_empty());
    }

    #[test]
    fn what_somebody_is_called_is_no_title() {
        assert_eq!(titles("The judge was “Mexican.”"), [""; 0]);
        assert_eq!(titles("She called her an “Aunt Tom.”"), [""; 0]);
        assert_eq!(titles("The crowd called “Bring Him Home!” twice."), [""; 0]);
        assert_eq!(
            titles("Her best-known film is “Salt Road”."),
            ["“Salt Road”"]
        );
    }
}
