//! What signs and marks say, in words: for readers who hear a page, and for formats without marks.

use crate::Texts;

use super::{Comparison, DiffOp, Measure, Passage, Relation, Rendering, Renderings, count_words};

/// A longer quotation in a sentence is cut there, and counted.
const MOST_WORDS: usize = 14;

impl Comparison {
    /// How `article` renders a statement, in one phrase without its name: "truncated, 7 of 17 words".
    pub fn cell_in_words(&self, renderings: &Renderings, article: usize) -> String {
        let Some(rendering) = renderings.of(article) else {
            return self.texts.not_found().to_owned();
        };
        if rendering.holds(renderings.base) {
            return self.texts.fullest_rendering().to_owned();
        }
        let base = renderings.base;
        let relations = rendering.relations(base);
        let names: Vec<&str> = relations
            .iter()
            .map(|relation| relation.in_words(self.texts))
            .collect();
        let mut words = names.join(", ");
        if let Some(other) = rendering.stands_beside(base) {
            words.push_str(", ");
            words.push_str(&self.texts.against_words_of(self.letter(other)));
        } else if self.share_kept(renderings, rendering).is_some()
            && let Some((kept, all)) = self.kept_of(renderings, rendering)
        {
            words.push_str(", ");
            words.push_str(&self.texts.kept_words(all, kept));
        }
        words
    }

    /// How many words of the base a rendering keeps, and how many there are.
    pub fn kept_of(
        &self,
        renderings: &Renderings,
        rendering: &Rendering,
    ) -> Option<(usize, usize)> {
        let text = &self.articles[renderings.base.article].text;
        let kept = rendering.kept_words(renderings.base, text)?;
        Some((kept, count_words(self.slice(renderings.base))))
    }

    /// The share of the base's words, in per cent, that a rendering keeps which leaves some out.
    pub fn share_kept(&self, renderings: &Renderings, rendering: &Rendering) -> Option<usize> {
        let relations = rendering.relations(renderings.base);
        let loses_words =
            relations.contains(Relation::Truncated) || relations.contains(Relation::Elided);
        let (kept, all) = self
            .kept_of(renderings, rendering)
            .filter(|_| loses_words)?;
        Some((100 * kept / all.max(1)).clamp(1, 99))
    }

    /// How `passage` of statement `at` differs from what it is measured against, in sentences; nothing
    /// for the base.
    pub fn passage_in_words(
        &self,
        at: usize,
        renderings: &Renderings,
        passage: &Passage,
    ) -> String {
        let Some(measure) = &passage.measure else {
            return String::new();
        };
        let texts = self.texts;
        let letter = self.letter(measure.against.article);
        let mut parts = Vec::new();
        if measure.relations.contains(Relation::Paraphrased) {
            parts.push(texts.relation_paraphrased().to_owned());
        } else if measure.relations.contains(Relation::Verbatim) {
            parts.push(texts.same_words_as_in(letter));
        } else {
            if measure.against != renderings.base {
                parts.push(texts.measured_against(letter));
            }
            let theirs = &self.articles[measure.against.article].text;
            let own = &self.articles[passage.place.article].text;
            if measure.is_translation {
                parts.push(texts.another_translation().to_owned());
            }
            parts.extend(measure.changes(theirs, own, texts));
        }
        if measure.relations.contains(Relation::Speaker) {
            parts.push(self.credit(at, passage.place));
        }
        parts.join("; ")
    }
}

impl Measure {
    /// Every change, in a phrase each.
    fn changes(&self, theirs: &str, own: &str, texts: Texts) -> Vec<String> {
        if !self.is_drawable(theirs, own) {
            return vec![texts.mostly_other_words().to_owned()];
        }
        let quoted = |words| quoted(texts, words);
        let mut phrases = Vec::new();
        let mut has_begun = false;
        for part in &self.diff {
            let old = part.a.map(|span| span.slice(theirs));
            let new = part.b.map(|span| span.slice(own));
            match (part.op, old, new) {
                (DiffOp::Equal, ..) => has_begun = true,
                (DiffOp::Replace, Some(old), Some(new)) => {
                    phrases.push(texts.words_for(quoted(new), quoted(old)));
                }
                (DiffOp::Delete, Some(old), _) => phrases.push(texts.words_without(quoted(old))),
                (DiffOp::Insert, _, Some(new)) => phrases.push(texts.words_with(quoted(new))),
                (DiffOp::Cut, Some(old), _) if count_words(old) > 0 => {
                    phrases.push(match has_begun {
                        true => texts.last_words_cut(count_words(old), quoted(old)),
                        false => texts.first_words_cut(count_words(old), quoted(old)),
                    });
                }
                (DiffOp::Cut, None, Some(new)) => {
                    phrases.push(match has_begun {
                        true => texts.words_go_on(quoted(new)),
                        false => texts.words_begin_earlier(quoted(new)),
                    });
                }
                _ => {}
            }
        }
        if phrases.is_empty() {
            phrases.push(texts.marks_of_an_editor().to_owned());
        }
        phrases
    }
}

/// `words` in quotation marks, shortened when they are many.
pub(super) fn quoted(texts: Texts, words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() <= MOST_WORDS {
        return texts.quoted(all.join(" "));
    }
    let shown = all[..MOST_WORDS].join(" ");
    texts.quoted_cut(all.len() - MOST_WORDS, shown)
}

#[cfg(test)]
mod tests {
    use crate::report::sample;

    #[test]
    fn changes_are_told_in_phrases() {
        let comparison = sample::dam();
        let told = |at: usize, article: usize| {
            let renderings = comparison.renderings(at, None);
            let passage = &renderings.of(article).unwrap().passages[0];
            comparison.passage_in_words(at, &renderings, passage)
        };
        assert_eq!(told(0, 0), "");
        assert_eq!(
            told(0, 1),
            "the first 3 words are cut: “The two crews”; \
             the last 7 words are cut: “and agreed to stay through the night”"
        );
        assert_eq!(
            told(1, 2),
            "“30” for “300”; the last 5 words are cut: “and nobody was left behind”"
        );
        assert_eq!(told(2, 2), "the same words as in A; credited to Ilse Roth");
        assert_eq!(told(0, 3), "in the reporter's words");
    }

    #[test]
    fn cells_are_told_in_one_phrase() {
        let comparison = sample::dam();
        let renderings = comparison.renderings(0, None);
        assert_eq!(
            comparison.cell_in_words(&renderings, 1),
            "truncated, 7 of 17 words"
        );
        assert_eq!(comparison.cell_in_words(&renderings, 4), "the same words");
        let renderings = comparison.renderings(1, None);
        assert_eq!(comparison.cell_in_words(&renderings, 4), "not found");
    }
}
