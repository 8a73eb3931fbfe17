//! One statement as a part that folds: a table with a row for each rendering.

use super::Page;
use super::escape::{escaped, escaped_in_html};
use crate::Comparison;
use crate::model::{Passage, Place, Renderings, Stroke};
use crate::report::Signs;
use crate::report::outside::address_of_words;

impl Page<'_> {
    pub(super) fn statement(&self, at: usize) -> String {
        let comparison = self.comparison;
        let statement = &comparison.statements[at];
        let renderings = comparison.renderings(at, self.markdown.view.base);
        let mut block = format!(
            "\n<details><summary><b>{}</b> {} · {}</summary>\n\n| | | | words |\n|---|---|---|---|\n",
            Comparison::label(at),
            escaped_in_html(comparison.speaker_name(at)),
            comparison.carriers(at),
        );
        let mut rows: Vec<(bool, String)> = Vec::new();
        for rendering in &renderings.articles {
            for passage in &rendering.passages {
                let is_base = passage.place == renderings.base;
                if is_base || self.articles.contains(&rendering.article) {
                    rows.push((!is_base, self.row(at, &renderings, passage)));
                }
            }
        }
        rows.sort_by_key(|(is_other, _)| *is_other);
        block.extend(rows.into_iter().map(|(_, row)| row));
        if !statement.omitted_by.is_empty() {
            let letters = comparison.letters(&statement.omitted_by);
            block.push_str(&format!(
                "| · | | | {} |\n",
                comparison.texts.not_found_in(letters)
            ));
        }
        block.push_str("\n</details>\n");
        block
    }

    fn row(&self, at: usize, renderings: &Renderings, passage: &Passage) -> String {
        let comparison = self.comparison;
        let signs = Signs::Unicode.passage(renderings, passage);
        let sentence = comparison.passage_in_words(at, renderings, passage);
        let sentence = if sentence.is_empty() {
            sentence
        } else {
            format!("<br><sub>{}</sub>", escaped(&sentence))
        };
        format!(
            "| {} | {} | {} | {}{sentence} |\n",
            escaped(&signs),
            self.letter(passage.place),
            escaped(comparison.verb_at(at, passage.place).unwrap_or_default()),
            self.words(passage),
        )
    }

    /// The letter of the outlet, which leads to the words on the outlet's own page.
    fn letter(&self, place: Place) -> String {
        let comparison = self.comparison;
        let letter = comparison.letter(place.article);
        let article = &comparison.articles[place.article];
        match address_of_words(article, place.span).filter(|_| self.has_links) {
            Some(address) => format!("[{letter}]({address} \"{}\")", comparison.texts.at_outlet()),
            None => letter,
        }
    }

    fn words(&self, passage: &Passage) -> String {
        let mut words = String::new();
        for stroke in self.comparison.strokes(passage) {
            match stroke {
                Stroke::Kept(text) => words.push_str(&escaped(text)),
                Stroke::Old(text) => words.push_str(&format!("<del>{}</del>", escaped(text))),
                Stroke::New(text) => words.push_str(&format!("<ins>{}</ins>", escaped(text))),
                Stroke::Cut(count) => words.push_str(&Signs::Unicode.cut(count)),
            }
        }
        words.replace("</del><ins>", "</del> <ins>")
    }
}
