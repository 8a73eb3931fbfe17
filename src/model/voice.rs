use super::Place;
use crate::Texts;

/// A speaker over all articles: how long, how early and how directly each outlet lets them speak.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The fullest name that any article gives.
    pub name: String,
    /// The articles in which the speaker is heard, ascending.
    pub heard: Vec<Heard>,
    /// Indices of the articles that print the name and report no word, ascending.
    pub named_only: Vec<usize>,
    /// Indices of the articles that do not print the name, ascending.
    pub absent: Vec<usize>,
}

/// How one article lets a speaker speak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heard {
    /// How many quotations.
    pub quotations: usize,
    /// How many of them are direct or mixed.
    pub in_marks: usize,
    /// Their words.
    pub words: usize,
    /// Where the first one stands.
    pub first: Place,
    /// Share of the article's words before it, 0 to 1.
    pub position: f64,
}

impl Voice {
    /// How an article lets the speaker speak, in a phrase ("3 quotations, 2 in quotation marks, 41 words,
    /// first at 2%").
    pub fn in_words(&self, article: usize, texts: Texts) -> String {
        let Some(heard) = self
            .heard
            .iter()
            .find(|heard| heard.first.article == article)
        else {
            let is_named = self.named_only.contains(&article);
            return if is_named {
                texts.named_not_heard()
            } else {
                texts.not_named()
            }
            .to_owned();
        };
        texts.heard(
            texts.quotations(heard.quotations),
            heard.in_marks,
            texts.words(heard.words),
            format!("{:.0}", heard.position * 100.0),
        )
    }
}
