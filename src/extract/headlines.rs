//! Headlines that stand in the text, read as sentences.
//!
//! ```text
//! Mayor Lee Says Old Bridge Will Close In May    a capital on every word: verbs and small words are read as such
//! Lee: Old Bridge Will Close                     a name and a colon at the head of the text say whose words follow
//! ```
//!
//! Many outlets write headlines with a capital on every word that matters, and a plain text begins with its
//! headline. One pass over each sentence; a name before a colon is looked for further down once an article.

use super::Reader;
use super::phrases::{Phrase, is_name, phrase_after};
use super::reports::{Layout, Opening, Report};
use super::tokens::{Token, TokenKind};
use crate::lexicon::class;

/// Fewest words of a headline.
const MIN_WORDS: usize = 4;
/// Longest headline, in tokens.
const MAX_TOKENS: usize = 40;
/// How far behind the headline its speaker is looked for, in tokens.
const MAX_DISTANCE: usize = 400;

/// Small words, which some outlets write without a capital in headlines.
const SMALL: u64 = class::DETERMINER
    | class::PREPOSITION
    | class::CONJUNCTION
    | class::INFINITIVE
    | class::SUBORDINATOR
    | class::COMPLEMENTIZER
    | class::AUXILIARY;
/// What is no name though a headline writes it with a capital.
const READ: u64 = class::FUNCTION
    | class::CUE
    | class::VERB
    | class::GERUND
    | class::ADVERB
    | class::INFINITIVE
    | class::INTERROGATIVE
    | class::COMPLEMENTIZER;

/// Takes the capitals off the verbs and small words of a sentence in which every word that matters has one.
pub(super) fn lower(sentence: &mut [Token]) {
    if sentence.len() > MAX_TOKENS || !has_capitals(sentence) {
        return;
    }
    for token in sentence.iter_mut().skip(1) {
        let is_read = token.is(READ) && !token.is(class::FIRST_NAME | class::TITLE | class::ROLE);
        if token.kind == TokenKind::Capital && is_read {
            token.kind = TokenKind::Lower;
        }
    }
}

/// Whether every word but the small ones has a capital, and a verb or a small word among them.
fn has_capitals(sentence: &[Token]) -> bool {
    let words = || sentence.iter().filter(|token| token.is_word());
    let is_capital = |token: &Token| token.kind == TokenKind::Capital;
    let capitals = words().filter(|token| is_capital(token)).count();
    capitals + 1 >= MIN_WORDS
        && words().count() >= MIN_WORDS
        && words().all(|token| token.kind != TokenKind::Lower || token.is(SMALL))
        && words()
            .skip(1)
            .any(|token| is_capital(token) && token.is(READ))
}

impl Reader<'_> {
    /// "Lee: Old Bridge Will Close", "Poll: …": the colon at `at` as a cue, in the sentence that opens the text.
    pub(super) fn headline_report(&self, start: usize, at: usize, end: usize) -> Option<Report> {
        let opens_text = self.paragraphs.first()?.bounds.first() == Some(&start);
        let speaker = phrase_after(&self.tokens, start, at).filter(|phrase| phrase.end == at)?;
        let is_finding = speaker.end == start + 1 && self.tokens[start].is(class::FINDING);
        let leads_on = at + 2 < end && self.tokens[at + 1].kind != TokenKind::Number;
        let fits = opens_text && leads_on && (is_finding || self.is_named_below(speaker, end));
        let layout = Layout::Introduces(at + 1, Opening::Clause);
        fits.then(|| Report::without_verb(Phrase::of(at), Some(speaker), layout))
    }

    /// Whether the last word of a name stands again behind the headline that ends at `end`, as a person's or with a
    /// verb of saying.
    fn is_named_below(&self, name: Phrase, end: usize) -> bool {
        let last = name.end - 1;
        let word = self.slice(last);
        let shows = |at: usize| {
            let is_titled = self.tokens[at - 1].is(class::FIRST_NAME | class::TITLE | class::ROLE);
            let speaks = self.tokens.get(at + 1).is_some_and(|next| {
                next.kind == TokenKind::Lower && next.is(class::CUE | class::AUXILIARY)
            });
            self.slice(at) == word && (is_titled || speaks)
        };
        is_name(&self.tokens[last]) && (end..self.tokens.len().min(end + MAX_DISTANCE)).any(shows)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::quotations;

    #[test]
    fn verbs_report_in_a_headline_with_a_capital_on_every_word() {
        let text = "Mayor Lee Says Old Bridge Will Close In May.\n\nThe bridge is old.";
        assert_eq!(
            quotations("en", text),
            ["Lee: Old Bridge Will Close In May"]
        );
        assert_eq!(
            quotations("en", "Ann Lee Says She’s Already Crossed The Bridge."),
            ["Ann Lee: She’s Already Crossed The Bridge"]
        );
        // Capitals of a sentence that has other words are names.
        assert_eq!(
            quotations("en", "The paper is the Says Old Bridge Post."),
            [""; 0]
        );
    }

    #[test]
    fn a_name_before_the_colon_of_a_headline_speaks_if_the_text_goes_on_with_it() {
        let text = "Lee: Old Bridge Will Close\n\nThe bridge is old, Mayor Ann Lee said.";
        assert_eq!(
            quotations("en", text),
            [
                "Ann Lee: Old Bridge Will Close",
                "Ann Lee: The bridge is old"
            ]
        );
        let text = "Location: Town Hall, Orme\n\nThe board meets on Monday.";
        assert_eq!(quotations("en", text), [""; 0]);
    }
}
