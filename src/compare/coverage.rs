//! What the comparison of facts and framing rests on, and the questions it asks of it.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::align::Alignment;
use crate::align::names::Name;
use crate::align::segments::Bag;
use crate::align::sentences::{SentenceId, Sentences};
use crate::align::vocabulary::FoldedArticle;
use crate::lexicon::Lexicon;
use crate::model::{
    Copy, NamingKind, Narration, Place, QuotationId, WordStarts, from_first_word, origin,
};
use crate::{Article, Extraction, Span, Statement, Texts};

/// Words of a passage that are printed to tell which one is meant.
const SNIPPET: usize = 9;

/// The articles of an event with all that was found in them so far; lists by article are in the order of `articles`.
#[derive(Clone, Copy)]
pub(super) struct Coverage<'a> {
    /// The articles.
    pub articles: &'a [Article],
    /// What the outlets are called in sentences, by article.
    pub names: &'a [String],
    /// What each article says of others, and tells by itself.
    pub extractions: &'a [Extraction],
    /// The segments that render the same words.
    pub alignment: &'a Alignment,
    /// The sentences that tell the same.
    pub sentences: &'a Sentences,
    /// The articles that tell something else than the others, ascending.
    pub apart: &'a [usize],
    /// The statements of the event.
    pub statements: &'a [Statement],
    /// The statements of which each quotation is a variant.
    pub rendered: &'a FxHashMap<QuotationId, Vec<usize>>,
    /// The language of what is written about the articles.
    pub texts: Texts,
    /// The articles that are for the greater part a copy of another.
    pub copies: &'a [Copy],
    /// Where the words of each article begin.
    pub starts: &'a [WordStarts],
    /// The tables for the language of each article.
    pub lexicons: &'a [Option<&'static Lexicon>],
    /// The words of each article that stand there with a capital, ascending.
    pub capitals: &'a [Vec<u32>],
    /// The names in use, read once each.
    pub parsed: &'a FxHashMap<&'a str, Name>,
}

impl<'a> Coverage<'a> {
    /// For every article the one whose text it prints in the end, itself if it copies none: equal ones are one voice.
    pub(super) fn origins(&self) -> Vec<usize> {
        let articles = 0..self.articles.len();
        articles.map(|at| origin(self.copies, at)).collect()
    }

    /// Whether an article tells something else than the others, so that nothing of it is compared.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        self.apart.contains(&at)
    }

    /// What article `at` tells by itself.
    pub(super) fn narration(&self, at: usize) -> &'a Narration {
        &self.extractions[at].narration
    }

    /// The characters at `place`.
    pub(super) fn slice(&self, place: Place) -> &'a str {
        place.span.slice(&self.articles[place.article].text)
    }

    /// The first words at `place` in quotation marks, what is cut outside them.
    pub(super) fn quote(&self, place: Place) -> String {
        let snippet = self.snippet(place);
        match snippet.strip_suffix(" …") {
            Some(words) => self.texts.quoted_beginning(words),
            None => self.texts.quoted(snippet),
        }
    }

    /// The first words at `place`, on one line.
    pub(super) fn snippet(&self, place: Place) -> String {
        let passage = from_first_word(self.slice(place));
        let mut rest = passage.split_whitespace();
        let words: Vec<&str> = rest.by_ref().take(SNIPPET).collect();
        let words = words.join(" ");
        match rest.next() {
            Some(_) => format!("{words} …"),
            None => words,
        }
    }

    /// Whether an article has the last word of a name, in lower case, as a word with a capital.
    pub(super) fn prints_name(&self, article: usize, last: Option<&str>) -> bool {
        let Some(last) = last.and_then(|last| self.alignment.vocabulary.id(last)) else {
            return false;
        };
        self.capitals[article].binary_search(&last).is_ok()
    }

    /// What [`Article::position`] says of the byte `at` of an article.
    pub(super) fn share_before(&self, article: usize, at: usize) -> f64 {
        self.starts[article].position(at)
    }

    /// The name that `text` is.
    pub(super) fn name(&self, text: &str) -> Cow<'a, Name> {
        let known = self.parsed.get(text);
        known.map_or_else(|| Cow::Owned(Name::parse(text)), Cow::Borrowed)
    }

    /// Share of an article's words before the byte `at`, 0 to 1, from the words that were folded: counting
    /// them anew for every passage would cost more than the rest of the comparison.
    pub(super) fn position(&self, article: usize, at: usize) -> f64 {
        let folded = &self.alignment.folded[article];
        let before = folded.words.partition_point(|word| word.span.start < at);
        before as f64 / folded.words.len().max(1) as f64
    }

    /// The place of a sentence.
    pub(super) fn place(&self, id: SentenceId) -> Place {
        Place {
            article: id.article,
            span: self.narration(id.article).sentences[id.index].span,
        }
    }

    /// Who published an article, as sentences call it.
    pub(super) fn outlet(&self, article: usize) -> &'a str {
        &self.names[article]
    }

    /// Who published some articles, in words.
    pub(super) fn outlets(&self, articles: &[usize]) -> String {
        let names: Vec<&str> = articles.iter().map(|at| self.outlet(*at)).collect();
        self.texts.list(&names)
    }

    /// The tables for an article's language.
    pub(super) fn lexicon(&self, article: usize) -> Option<&'static Lexicon> {
        self.lexicons[article]
    }

    /// The stems of up to `reach` words on either side of `span`, those of the same sentence and outside it.
    pub(super) fn around(&self, article: usize, sentence: usize, span: Span, reach: usize) -> Bag {
        let folded = &self.alignment.folded[article];
        let whole = self.narration(article).sentences[sentence].span;
        let (first, last) = folded.within(whole);
        let (from, to) = folded.within(span);
        let before = (first.max(from.saturating_sub(reach)), from);
        let behind = (to, last.min(to + reach));
        let vocabulary = &self.alignment.vocabulary;
        self.sentences
            .bag_without_numbers(folded, &[before, behind], vocabulary)
    }

    /// The quotations of `article` whose words or cue overlap `span`.
    pub(super) fn quotations_at(
        &self,
        article: usize,
        span: Span,
    ) -> impl Iterator<Item = usize> + 'a {
        let quotations = self.extractions[article].quotations.iter().enumerate();
        quotations
            .filter(move |(_, quotation)| {
                let cue = quotation.cue.as_ref().map(|cue| cue.span);
                let mut spans = quotation.content.iter().copied().chain(cue);
                spans.any(|part| part.overlap(span) > 0)
            })
            .map(|(index, _)| index)
    }

    /// The statements of which a quotation that overlaps `span` is a variant, ascending.
    pub(super) fn statements_at(&self, article: usize, span: Span) -> Vec<usize> {
        let quotations = self.quotations_at(article, span);
        let mut statements: Vec<usize> = quotations
            .filter_map(|index| self.rendered.get(&QuotationId { article, index }))
            .flatten()
            .copied()
            .collect();
        statements.sort_unstable();
        statements.dedup();
        statements
    }
}

/// The names of all speakers and of all who are named.
pub(super) fn parsed(extractions: &[Extraction]) -> FxHashMap<&str, Name> {
    let mut names: FxHashMap<&str, Name> = FxHashMap::default();
    for extraction in extractions {
        let quotations = extraction.quotations.iter();
        let speakers = quotations.filter_map(|quotation| quotation.speaker.as_ref());
        let named = extraction.narration.namings.iter();
        let named = named.filter_map(|naming| match &naming.kind {
            NamingKind::Name(name) => Some(name),
            NamingKind::Noun(_) => None,
        });
        for text in speakers.map(|speaker| &speaker.name).chain(named) {
            names.entry(text).or_insert_with(|| Name::parse(text));
        }
    }
    names
}

/// The tables for the language of each article.
pub(super) fn lexicons(articles: &[Article]) -> Vec<Option<&'static Lexicon>> {
    let languages = articles.iter().map(|article| article.language.as_deref());
    languages.map(Lexicon::of).collect()
}

/// The words of an article that stand there with a capital, ascending.
pub(super) fn capitals(folded: &FoldedArticle) -> Vec<u32> {
    let words = folded.words.iter().filter(|word| word.capital);
    let mut capitals: Vec<u32> = words.map(|word| word.id).collect();
    capitals.sort_unstable();
    capitals.dedup();
    capitals
}

/// The statements of which each quotation is a variant, ascending.
pub(super) fn rendered(statements: &[Statement]) -> FxHashMap<QuotationId, Vec<usize>> {
    let mut rendered: FxHashMap<QuotationId, Vec<usize>> = FxHashMap::default();
    for (at, statement) in statements.iter().enumerate() {
        for id in &statement.variants {
            rendered.entry(*id).or_default().push(at);
        }
    }
    rendered
}
