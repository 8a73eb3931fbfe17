//! What the tables say of a word as it is written: its entry, in lower case, or what its ending or its parts tell.
//!
//! ```text
//! Sent │sent      co-chair │chair      l'│eau      dit-│elle      beamed │ a verb by its ending
//! ```

use super::tokens::TokenKind;
use crate::lexicon::{Grammar, Lexicon, Word, class};

/// Length in bytes of the first word of what is written as one ("l'eau", "dit-elle"), and of the hyphens
/// and link letters behind it that belong to no word.
pub(super) fn part(
    lexicon: &Lexicon,
    rest: &str,
    length: usize,
    buffer: &mut String,
) -> (usize, usize) {
    let whole = (length, 0);
    let Some(grammar) = lexicon.grammar().filter(|grammar| grammar.cuts_words()) else {
        return whole;
    };
    let written = &rest[..length];
    let is_apostrophe = |sign: &char| matches!(sign, '\'' | '’');
    refold(written, buffer);
    if let Some(apostrophe) = rest[length..].chars().next().filter(is_apostrophe) {
        // d’« … »
        buffer.push('\'');
        if grammar.elisions.contains(&buffer.as_str()) {
            return (length + apostrophe.len_utf8(), 0);
        }
        buffer.pop();
    }
    if lexicon.word(buffer).classes != 0 {
        return whole;
    }
    let mut elisions = grammar.elisions.iter();
    if elisions.any(|start| buffer.starts_with(start)) {
        let mut signs = written.char_indices();
        let apostrophe = signs.find(|(_, sign)| is_apostrophe(sign));
        return apostrophe.map_or(whole, |(at, sign)| (at + sign.len_utf8(), 0));
    }
    let clitic = grammar.clitics.iter().find(|end| buffer.ends_with(**end));
    let Some(clitic) = clitic.filter(|end| written.ends_with(**end)) else {
        return whole;
    };
    let verb = length - clitic.len();
    refold(&written[..verb], buffer);
    let is_verb = lexicon.word(buffer).classes & (class::CUE | class::VERB | class::AUXILIARY) != 0;
    let gap = clitic.rfind('-').map_or(0, |hyphen| hyphen + 1);
    if is_verb { (verb, gap) } else { whole }
}

/// `word` in lower case with straight apostrophes.
pub(super) fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold(word, &mut folded);
    folded
}

/// Writes `word` alone to `buffer` in lower case with straight apostrophes.
pub(super) fn refold(word: &str, buffer: &mut String) {
    buffer.clear();
    fold(word, buffer);
}

/// Appends `word` to `buffer` in lower case with straight apostrophes.
pub(super) fn fold(word: &str, buffer: &mut String) {
    if word.is_ascii() {
        let start = buffer.len();
        buffer.push_str(word);
        buffer[start..].make_ascii_lowercase();
    } else {
        let folded = word
            .chars()
            .filter(|c| *c != '\u{ad}')
            .flat_map(char::to_lowercase);
        buffer.extend(folded.map(|c| if c == '’' { '\'' } else { c }));
    }
}

/// The entry of `word`, or what its ending tells: verbs in -ed and -ing, adverbs in -ly. `is_plain`: it holds
/// neither hyphen nor apostrophe.
pub(super) fn look_up(lexicon: &Lexicon, word: &str, kind: TokenKind, is_plain: bool) -> Word {
    let known = lexicon.word(word);
    if known.classes != 0 || known.rules != 0 {
        return known;
    }
    let nouns_capital = lexicon
        .grammar()
        .is_some_and(|grammar: &Grammar| grammar.nouns_capital);
    if nouns_capital && kind == TokenKind::Capital {
        return compound(lexicon, word);
    }
    if is_plain {
        return known.with_classes(lexicon.ending(word));
    }
    if let Some((pronoun, _)) = word.split_once('\'') {
        // "he'd say", "they're gone"
        let pronoun = lexicon.word(pronoun);
        if pronoun.classes & class::SUBJECT != 0 && lexicon.grammar().is_none() {
            return pronoun;
        }
    }
    // "a vice-president", "the 54-year-old"
    let heads = word
        .rsplit_once('-')
        .into_iter()
        .chain(word.split_once('-'));
    let mut heads = heads.map(|(_, head)| lexicon.word(head));
    if let Some(head) = heads.find(|head| head.classes & class::ROLE != 0) {
        return head;
    }
    known.with_classes(lexicon.ending(word))
}

/// "Die 58-Jährige": the entry of the noun for a person behind an age, where compounds are nouns.
pub(super) fn aged(lexicon: &Lexicon, written: &str) -> Option<Word> {
    lexicon.grammar().filter(|grammar| grammar.nouns_capital)?;
    let (_, noun) = written.rsplit_once(['-', '‑'])?;
    let word = lexicon.word(&folded(noun));
    (word.classes & class::ROLE != 0).then_some(word)
}

/// Fewest letters of the word that heads a compound, and of what stands before it.
const HEAD: usize = 4;

/// What the last part of a compound tells of the whole: a "Schulhausmeister" is a "Meister".
fn compound(lexicon: &Lexicon, word: &str) -> Word {
    let nouns = class::ROLE | class::TITLE | class::ORGANISATION;
    let starts = word.char_indices().map(|(at, _)| at).skip(HEAD - 1);
    let heads = starts.take_while(|at| word.len() - at >= HEAD);
    let head = heads
        .map(|at| lexicon.word(&word[at..]))
        .find(|head| head.classes & nouns != 0);
    let kept = nouns | class::EPITHET;
    let mut word = Word::of_classes(head.map_or(0, |head| head.classes & kept));
    word.gender = head.map_or(word.gender, |head| head.gender);
    word
}
