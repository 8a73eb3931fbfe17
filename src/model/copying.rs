//! Who copies whom: articles that print one text speak with one voice.

use super::wording::quoted;
use super::{Comparison, Copy, DiffOp};

impl Comparison {
    /// How many of `articles` speak for themselves: a copy and what it copies are one voice.
    pub fn own_voices(&self, articles: &[usize]) -> usize {
        let mut voices: Vec<usize> = articles.iter().map(|at| self.origin(*at)).collect();
        voices.sort_unstable();
        voices.dedup();
        voices.len()
    }

    /// The article whose text `article` prints in the end, itself if it copies none.
    pub fn origin(&self, article: usize) -> usize {
        origin(&self.copies, article)
    }

    /// The letters of the articles that carry statement `at`, and their voices where those are fewer.
    pub fn carriers(&self, at: usize) -> String {
        let carried_by = &self.statements[at].carried_by;
        let letters = self.letters(carried_by);
        match self.own_voices(carried_by) {
            voices if voices == carried_by.len() => letters,
            voices => self.texts.carriers_with_voices(voices, letters),
        }
    }

    /// How much of an article is a copy, and of which one, in few words.
    pub(crate) fn copied_in_words(&self, copy: &Copy) -> String {
        let share = (copy.share * 100.0).round();
        self.texts.copied_from(share, self.letter(copy.of))
    }

    /// What a copy changes in the text, in a phrase each, changed numbers first.
    pub fn copy_changes(&self, copy: &Copy) -> Vec<String> {
        let (original, own) = (
            &self.articles[copy.of].text,
            &self.articles[copy.article].text,
        );
        let texts = self.texts;
        let quoted = |words| quoted(texts, words);
        let mut phrases: Vec<(bool, String)> = Vec::new();
        for part in &copy.changes {
            let old = part.a.map(|span| span.slice(original));
            let new = part.b.map(|span| span.slice(own));
            let phrase = match (part.op, old, new) {
                (DiffOp::Delete, Some(old), _) => texts.words_without(quoted(old)),
                (DiffOp::Insert, _, Some(new)) => texts.words_with(quoted(new)),
                (_, Some(old), Some(new)) => texts.words_for(quoted(new), quoted(old)),
                _ => continue,
            };
            let mut words = [old, new].into_iter().flatten();
            let is_number = words.any(|words| words.contains(|sign: char| sign.is_ascii_digit()));
            phrases.push((!is_number, phrase));
        }
        phrases.sort_by_key(|(is_last, _)| *is_last);
        phrases.into_iter().map(|(_, phrase)| phrase).collect()
    }
}

/// The article whose text `article` prints in the end.
pub(crate) fn origin(copies: &[Copy], article: usize) -> usize {
    let mut at = article;
    for _ in 0..copies.len() {
        match copies.iter().find(|copy| copy.article == at) {
            Some(copy) => at = copy.of,
            None => break,
        }
    }
    at
}
