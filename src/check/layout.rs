//! What of a source is speech: its layout is taken out of its words, and its turns end its sentences.

use crate::Article;
use crate::align::fold::Word;
use crate::align::vocabulary::FoldedArticle;
use crate::extract::Turns;
use crate::lexicon::Lexicon;

/// The layout of each source; what of it is no speech is taken out of its words.
pub(super) fn layouts(
    articles: &[Article],
    drafts: usize,
    folded: &mut [FoldedArticle],
) -> Vec<Turns> {
    let mut all = Vec::with_capacity(articles.len());
    for (at, article) in articles.iter().enumerate() {
        if at < drafts {
            all.push(Turns::default());
            continue;
        }
        let lexicon = Lexicon::of(article.language.as_deref());
        let turns = Turns::of(&article.text, article.body, lexicon);
        let words = &mut folded[at];
        if turns.has_layout() {
            without_layout(words, &turns);
        }
        end_sentences(words, &article.text, &turns);
        all.push(turns);
    }
    all
}

fn without_layout(folded: &mut FoldedArticle, turns: &Turns) {
    let mut kept: Vec<Word> = Vec::with_capacity(folded.words.len());
    let mut paragraphs = Vec::with_capacity(folded.paragraphs.len());
    for (from, to) in &folded.paragraphs {
        let start = kept.len();
        let words = &folded.words[*from..*to];
        kept.extend(
            words
                .iter()
                .filter(|word| !turns.is_layout(word.span.start)),
        );
        paragraphs.push((start, kept.len()));
    }
    folded.words = kept;
    folded.paragraphs = paragraphs;
}

/// A sentence ends where a blank line or another speaker's turn follows, also without a full stop. Captions
/// have a blank line wherever the screen was full.
fn end_sentences(folded: &mut FoldedArticle, text: &str, turns: &Turns) {
    for at in 1..folded.words.len() {
        let (before, word) = (folded.words[at - 1].span, folded.words[at].span);
        let between = &text[before.end.min(word.start)..word.start];
        if !between.contains('\n') {
            continue;
        }
        let is_blank = !turns.is_captions && between.lines().skip(1).any(|l| l.trim().is_empty());
        let turns_over = turns.speaker(before.start) != turns.speaker(word.start);
        if turns_over || is_blank && between.matches('\n').count() > 1 {
            folded.words[at - 1].ends = true;
        }
    }
}
