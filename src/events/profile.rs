//! An article by what tells its event: words, names, quoted phrases, each as a number.

use rustc_hash::FxHashMap;

use crate::align::fold::{self, RawWord};
use crate::align::vocabulary::FUNCTION_CLASSES;
use crate::lexicon::{Lexicon, role};
use crate::{Article, Quotation, Span};

/// What an article says, as far as it tells the event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// By number, each once, with how often it stands there; 0 for a phrase, which is rare by itself and
    /// counted nowhere.
    pub terms: Vec<(Term, u8)>,
    /// Time of publication in seconds since 1970.
    pub at: Option<i64>,
}

impl Profile {
    /// Its words and names, without the phrases.
    pub fn counted(&self) -> impl Iterator<Item = (Term, u8)> {
        self.terms.iter().copied().filter(|(_, times)| *times > 0)
    }
}

/// The number of a word, a name or a phrase: the same for the same words, in every run and every store.
pub type Term = u32;

/// Bytes of the body that count: the event is told first, the background last.
const BODY_BYTES: usize = 4_000;
/// How often a word of the headline counts.
const HEADLINE: u8 = 2;
/// Words of a quoted phrase.
const PHRASE_WORDS: usize = 4;
/// Phrases of an article that are kept. Those with the lowest numbers are taken, so that two articles
/// with the same words keep the same phrases.
const PHRASES: usize = 24;

/// The profile of `article`.
pub fn profile(article: &Article, quotations: &[Quotation]) -> Profile {
    let lexicon = Lexicon::of(article.language.as_deref());
    let mut counter = Counter {
        lexicon,
        counts: FxHashMap::default(),
        name: Vec::new(),
    };
    if let Some(title) = &article.title {
        counter.read(title, Span::new(0, title.len()), HEADLINE);
    }
    let text = &article.text;
    let end = article.body.end.min(article.body.start + BODY_BYTES);
    let end = (end..=article.body.end).find(|at| text.is_char_boundary(*at));
    let body = Span::new(article.body.start, end.unwrap_or(article.body.end));
    counter.read(text, body, 1);
    for phrase in phrases(article, quotations) {
        counter.counts.entry(phrase).or_insert(0);
    }
    let mut terms: Vec<(Term, u8)> = counter.counts.into_iter().collect();
    terms.sort_unstable();
    Profile {
        terms,
        at: article.published.as_ref().and_then(|time| time.timestamp),
    }
}

struct Counter<'l> {
    lexicon: Option<&'l Lexicon>,
    counts: FxHashMap<Term, u8>,
    /// The capitalised words before the present one.
    name: Vec<String>,
}

impl Counter<'_> {
    fn read(&mut self, text: &str, within: Span, times: u8) {
        self.name.clear();
        let mut last_end = within.start;
        fold::fold(
            text,
            within,
            &mut |word| {
                let gap = &text[last_end..word.span.start];
                last_end = word.span.end;
                // A name goes on over a space and nothing else.
                if !gap.chars().all(char::is_whitespace) || gap.contains('\n') {
                    self.name.clear();
                }
                self.add_word(&word, times);
            },
            &mut |_| {},
        );
    }

    fn add_word(&mut self, word: &RawWord, times: u8) {
        let is_telling = self.lexicon.is_none_or(|lexicon| {
            let wording = lexicon.wording();
            let form = wording.spelling(word.folded);
            let is_closed = lexicon.word(form).classes & FUNCTION_CLASSES != 0;
            !is_closed && wording.roles(form) & (role::FUNCTION | role::COMMON) == 0
        });
        if word.capital && is_telling {
            if let Some(before) = self.name.last() {
                let name = format!("{before} {}", word.folded);
                self.count(&name, times);
            }
            self.name.push(word.folded.to_owned());
        } else {
            self.name.clear();
        }
        let letters = word.folded.chars().count();
        if is_telling && (letters > 2 || word.capital) {
            let stem = self.lexicon.map(|lexicon| {
                let wording = lexicon.wording();
                wording.stem(wording.spelling(word.folded))
            });
            self.count(stem.as_deref().unwrap_or(word.folded), times);
        }
    }

    fn count(&mut self, word: &str, times: u8) {
        let count = self.counts.entry(number(word)).or_default();
        *count = count.saturating_add(times);
    }
}

/// Some of the phrases inside quotation marks.
fn phrases(article: &Article, quotations: &[Quotation]) -> Vec<Term> {
    let mut phrases = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for segment in quotations.iter().flat_map(|quotation| &quotation.segments) {
        words.clear();
        let mut add = |word: RawWord| words.push(word.folded.to_owned());
        fold::fold(&article.text, *segment, &mut add, &mut |_| {});
        let runs = words.windows(PHRASE_WORDS).map(|run| run.join(" "));
        phrases.extend(runs.map(|run| number(&run)));
    }
    phrases.sort_unstable();
    phrases.dedup();
    phrases.truncate(PHRASES);
    phrases
}

fn number(words: &str) -> Term {
    let hash = blake3::hash(words.as_bytes());
    let [a, b, c, d, ..] = *hash.as_bytes();
    Term::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;

    fn of(text: &str) -> Profile {
        let article = Article::new("Ridge Post", text);
        profile(&article, &extract::extract(&article).quotations)
    }

    fn holds(profile: &Profile, words: &str) -> bool {
        profile.terms.iter().any(|(term, _)| *term == number(words))
    }

    #[test]
    fn words_names_and_quoted_phrases_tell_an_event() {
        let profile = of(
            "The dam at Halverby will hold, Mayor Ann Corley said: “We drained the basin in time.”",
        );
        for words in ["dam", "halverby", "ann corley", "drained the basin in"] {
            assert!(holds(&profile, words), "{words}");
        }
        for words in ["the", "will", "said ann"] {
            assert!(!holds(&profile, words), "{words}");
        }
    }

    #[test]
    fn names_do_not_run_over_a_full_stop() {
        let profile = of("It broke in Halverby. Corley fled.");
        assert!(!holds(&profile, "halverby corley"));
    }
}
