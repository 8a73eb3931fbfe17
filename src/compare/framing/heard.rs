//! How long, how early and how directly each speaker is heard in each article.
//!
//! ```text
//! Ann Lee   A  3 quotations, 41 words, from 2%     B  named, not heard     C  not named
//! ```

use super::super::coverage::Coverage;
use super::voices::{Voice, Voices};
use crate::model::{self, Heard, Place};

/// The voices that have a name, those in most articles first, then those with most words.
pub(super) fn heard(coverage: &Coverage, voices: &Voices) -> Vec<model::Voice> {
    let named = voices.voices.iter().filter(|voice| voice.is_named());
    let mut found: Vec<model::Voice> = named.map(|voice| over_articles(coverage, voice)).collect();
    found.retain(|voice| !voice.heard.is_empty());
    let words = |voice: &model::Voice| voice.heard.iter().map(|heard| heard.words).sum::<usize>();
    found.sort_by(|a, b| {
        let key = |voice: &model::Voice| std::cmp::Reverse((voice.heard.len(), words(voice)));
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    found
}

fn over_articles(coverage: &Coverage, voice: &Voice) -> model::Voice {
    let mut found = model::Voice {
        name: voice.name.clone(),
        heard: Vec::new(),
        named_only: Vec::new(),
        absent: Vec::new(),
    };
    for article in 0..coverage.articles.len() {
        match in_article(coverage, voice, article) {
            Some(heard) => found.heard.push(heard),
            None if coverage.prints_name(article, voice.last_word()) => {
                found.named_only.push(article);
            }
            None => found.absent.push(article),
        }
    }
    found
}

fn in_article(coverage: &Coverage, voice: &Voice, article: usize) -> Option<Heard> {
    let speech = voice.speech(coverage, article);
    let first = speech.first()?.content.first()?;
    let text = &coverage.articles[article].text;
    let words = speech.iter().map(|quotation| quotation.words(text));
    Some(Heard {
        quotations: speech.len(),
        in_marks: speech
            .iter()
            .filter(|quotation| !quotation.segments.is_empty())
            .count(),
        words: words.sum(),
        first: Place {
            article,
            span: *first,
        },
        position: coverage.share_before(article, first.start),
    })
}
