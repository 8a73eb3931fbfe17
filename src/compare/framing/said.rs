//! The namings of an event with what each of them says.
//!
//! ```text
//! the embattled governor of Ohio, Ann Lee      says: embattled, governor, Ohio      colour: embattled
//! ```

use super::super::coverage::Coverage;
use crate::Span;
use crate::lexicon::{Lexicon, class};
use crate::model::{Naming, NamingKind, Place};

/// One naming with what it says.
pub(super) struct Said<'a> {
    pub article: usize,
    pub naming: &'a Naming,
    /// Stems of its words but for names, titles and small words; the head of a thing included.
    pub words: Vec<String>,
    /// Stems of the nouns beside its head that it names too.
    pub beside: Vec<String>,
    /// Strength of the words of attitude in it.
    pub color: u8,
}

impl Said<'_> {
    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        Place {
            article: self.article,
            span: self.naming.span,
        }
    }
}

/// Descriptions of speakers, which the extraction led back to their names ("the senator"), per article.
pub(super) fn speakers(coverage: &Coverage) -> Vec<Vec<Naming>> {
    let of_article = |(article, extraction): (usize, &crate::Extraction)| -> Vec<Naming> {
        let narration = coverage.narration(article);
        let speakers = extraction
            .quotations
            .iter()
            .filter_map(|quotation| quotation.speaker.as_ref());
        let mut found: Vec<Naming> = speakers
            .filter_map(|speaker| {
                let text = speaker.mention.slice(&coverage.articles[article].text);
                let is_description = text.contains(' ') && !text.contains(&speaker.name);
                let kind = NamingKind::Name(speaker.name.clone());
                let sentence = narration.sentence_at(speaker.mention.start)?;
                is_description.then_some(Naming {
                    span: speaker.mention,
                    head: speaker.mention,
                    sentence,
                    kind,
                    is_described: true,
                })
            })
            .collect();
        found.sort_by_key(|naming| naming.span);
        found.dedup_by_key(|naming| naming.span);
        found
    };
    coverage
        .extractions
        .iter()
        .enumerate()
        .map(of_article)
        .collect()
}

/// The namings of all articles, those in `mentions` behind the others of their article.
pub(super) fn collect<'a>(coverage: &Coverage<'a>, mentions: &'a [Vec<Naming>]) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    for (article, mentioned) in mentions.iter().enumerate() {
        let Some(lexicon) = coverage.lexicon(article) else {
            continue;
        };
        let narration = coverage.narration(article);
        for naming in narration.namings.iter().chain(mentioned) {
            let tones = narration.tones.iter();
            let inside = tones.filter(|tone| naming.span.contains(tone.span));
            let whole = naming.span;
            let color = inside.map(|tone| tone.strength).max().unwrap_or(0);
            all.push(Said {
                article,
                naming,
                words: words(coverage, lexicon, article, naming, whole),
                beside: beside(coverage, lexicon, (article, naming), color),
                color,
            });
        }
    }
    all
}

/// Most bytes of what hangs on a head by "of".
const LONGEST_OF: usize = 40;

/// Strength from which a word of attitude makes what stands before the head worth showing.
const TELLING: u8 = 2;

/// What hangs on the head of a naming by "of", and what a word of attitude stands before: "the children of
/// illegal immigrants", "illegal immigrant parents".
fn beside(
    coverage: &Coverage,
    lexicon: &Lexicon,
    (article, naming): (usize, &Naming),
    color: u8,
) -> Vec<String> {
    let text = &coverage.articles[article].text;
    let (head, whole) = (naming.head, naming.span);
    let behind = Span::new(head.end.min(whole.end), whole.end);
    let hangs = behind.slice(text).starts_with(" of ") && behind.len() <= LONGEST_OF;
    let before = Span::new(whole.start, head.start.max(whole.start));
    let parts = [(color >= TELLING, before), (hangs, behind)];
    let counting = parts.into_iter().filter(|(counts, _)| *counts);
    let own = counting.flat_map(|(_, part)| words(coverage, lexicon, article, naming, part));
    own.collect()
}

/// What a naming says in a part of it beside the name itself.
fn words(
    coverage: &Coverage,
    lexicon: &Lexicon,
    article: usize,
    naming: &Naming,
    part: Span,
) -> Vec<String> {
    const SMALL: u64 = class::DETERMINER
        | class::POSSESSIVE
        | class::PREPOSITION
        | class::CONJUNCTION
        | class::TITLE
        | class::NUMBER
        | class::AUXILIARY;
    let is_name = matches!(naming.kind, NamingKind::Name(_));
    let text = &coverage.articles[article].text;
    let folded = &coverage.alignment.folded[article];
    let (from, to) = folded.within(part);
    folded.words[from..to]
        .iter()
        .filter(|word| !(is_name && naming.head != naming.span && naming.head.contains(word.span)))
        .map(|word| word.span.slice(text).to_lowercase().replace('’', "'"))
        .filter(|word| lexicon.word(word).classes & SMALL == 0 && word.len() > 1)
        .map(|word| lexicon.stem(&word))
        .collect()
}
