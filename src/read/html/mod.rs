//! HTML pages as saved from a browser, and pieces of them.
//!
//! ```text
//! page ─▶ guard: size of the tree ─▶ parse ─▶ metadata ─▶ notes: mark what extractors throw away
//!                                                           └─▶ trafilatura ─▶ blocks: paragraphs
//! ```
//!
//! The body is found by the trafilatura crate (F1 .96 on the public benchmark of 181 news pages, level with
//! the Python original). Two things it does not do for us: it drops what stands in a comment box even when
//! that is the editor's own comment ([`notes`]), and its text has no paragraphs ([`blocks`]).

mod blocks;
mod guard;
mod metadata;
mod notes;

use trafilatura::Options;
use trafilatura::dom::Document;

use super::draft::Draft;
use super::language;
use crate::error::ReadProblem;
use crate::lexicon::Lexicon;

/// The article of `page`.
pub(super) fn article(page: &str) -> Result<Draft, ReadProblem> {
    guard::check(page)?;
    let mut page = Document::parse(page);
    let mut draft = metadata::read(&page);
    let language = draft.language.as_deref().and_then(language::normal);
    if let Some(lexicon) = Lexicon::of(language.as_deref()) {
        notes::keep(&mut page, lexicon.markers());
    }
    blocks::spell_out(&mut page);
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true);
    let found =
        trafilatura::extract_document(page, &options).map_err(|_| ReadProblem::NoArticleInPage)?;
    let mut lines = blocks::lines(&found.content_html);
    if draft
        .title
        .as_deref()
        .is_some_and(|title| lines.first().is_some_and(|line| same_words(line, title)))
    {
        lines.remove(0);
    }
    draft.text = lines.join("\n\n");
    if draft.text.is_empty() {
        return Err(ReadProblem::NoArticleInPage);
    }
    metadata::complete(&mut draft, &found.metadata);
    Ok(draft)
}

/// The text of a piece of HTML, all of which is wanted.
pub(super) fn text(piece: &str) -> Result<String, ReadProblem> {
    guard::check(piece)?;
    Ok(blocks::lines(piece).join("\n\n"))
}

/// Whether the letters and digits are the same.
fn same_words(a: &str, b: &str) -> bool {
    let fold = |text: &str| {
        let kept: String = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
        kept.to_lowercase()
    };
    fold(a) == fold(b)
}
