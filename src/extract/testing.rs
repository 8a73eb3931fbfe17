//! What tests of the extraction ask.

use crate::{Article, extract};

/// The names of the speakers of all quotations with quoted strings.
pub(super) fn speakers(text: &str) -> Vec<String> {
    let found = extract::extract(&Article::new("post", text)).quotations;
    let quoted = found.into_iter().filter(|one| !one.segments.is_empty());
    let speakers = quoted.filter_map(|one| one.speaker);
    speakers.map(|speaker| speaker.name).collect()
}

/// "speaker: content" of each quotation, in order of the text.
pub(super) fn quotations(language: &str, text: &str) -> Vec<String> {
    let mut article = Article::new("outlet", text);
    article.language = Some(language.to_owned());
    let found = extract::extract(&article).quotations;
    let line = |quotation: &crate::Quotation| {
        let name = quotation.speaker.as_ref().map_or("-", |who| &who.name);
        let parts: Vec<&str> = quotation
            .content
            .iter()
            .map(|part| part.slice(text))
            .collect();
        format!("{name}: {}", parts.join(" … "))
    };
    found.iter().map(line).collect()
}
