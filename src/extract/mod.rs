//! One article to its quotations and its commentary.
//!
//! ```text
//! text ─▶ paragraphs ─▶ marks: quoted strings ─▶ tokens ─▶ sentences ─▶ reports: cue, speaker, layout
//!                                                             └──▶ attribution: content ─▶ people: names
//! ```
//!
//! A conversation ("Q:", "MAYOR LEE:") has turns instead of marks: see `turns`.
//!
//! Everything is done with rules and the tables of the lexicon, in one pass over the text; an article in
//! a language without tables still gets its quoted strings, without speakers.

mod adverbs;
mod appositions;
mod attribution;
mod audiences;
mod capitals;
mod clauses;
mod commentary;
mod complemented;
mod complements;
mod datelines;
mod descriptions;
mod dialogue;
mod drafts;
mod entries;
mod headlines;
mod insertions;
mod limits;
mod marks;
mod namings;
mod narration;
mod owned;
mod paragraphs;
mod people;
mod phrases;
mod posts;
mod predicates;
mod pronouns;
mod references;
mod relatives;
mod reports;
mod sentences;
mod stops;
mod tags;
#[cfg(test)]
mod testing;
mod titles;
mod tokens;
mod tones;
mod transcript;
mod turns;
mod values;
mod verbs;
mod words;
mod written;

pub(crate) use paragraphs::paragraphs;
pub(crate) use transcript::Turns;

use smallvec::{SmallVec, smallvec};

use crate::lexicon::{Grammar, Lexicon, class};
use crate::model::CommentaryKind;
use crate::{Article, Commentary, Extraction, Quotation, Span};
use marks::QuotedString;
use sentences::Splitter;
use tokens::{TokenKind, Tokens};
use turns::Turn;

/// Finds the quotations and the marked commentary of `article`, and what it tells by itself.
pub fn extract(article: &Article) -> Extraction {
    let reader = Reader::new(article);
    Extraction {
        narration: narration::narration(&reader),
        ..without_narration(article, &reader)
    }
}

/// As [`extract`], but leaves the narration empty: for those who only ask who said what.
pub fn quotations(article: &Article) -> Extraction {
    without_narration(article, &Reader::new(article))
}

fn without_narration(article: &Article, reader: &Reader) -> Extraction {
    let mut quotations = credited(reader);
    quotations.extend(quoted_inside(article, reader));
    quotations.sort_by_key(Quotation::start);
    let commentary = commentary::commentary(reader);
    quotations.retain(|quotation| !is_opinion(quotation, &commentary));
    Extraction {
        quotations,
        commentary,
        lacks_language: reader.lexicon.is_none(),
        ..Extraction::default()
    }
}

/// Whether a quotation tells, inside the outlet's own comment and in its own words, what somebody thinks or
/// wants: that is the outlet's opinion of them and no report.
fn is_opinion(quotation: &Quotation, commentary: &[Commentary]) -> bool {
    let next = commentary.partition_point(|remark| remark.span.start <= quotation.start());
    let remark = next.checked_sub(1).map(|before| &commentary[before]);
    quotation.is_thought()
        && remark.is_some_and(|remark| {
            remark.kind == CommentaryKind::Marked && quotation.start() < remark.span.end
        })
}

/// The quotations with their speakers named.
fn credited(reader: &Reader) -> Vec<Quotation> {
    let drafts = attribution::attribute(reader);
    let names = references::speaker_names(reader, &drafts);
    let named = drafts.iter().zip(names);
    let mut quotations = Vec::with_capacity(drafts.len());
    quotations.extend(named.filter_map(|(draft, name)| draft.quotation(reader, name)));
    quotations.extend(turns::named_turns(reader));
    quotations
}

/// «Un técnico me dijo: “Es barro”»: what somebody quotes who is quoted, in languages whose inner marks are
/// not those of the apostrophe.
fn quoted_inside(article: &Article, reader: &Reader) -> Vec<Quotation> {
    if reader.grammar().is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for quote in &reader.quotes {
        if !quote.inner.slice(reader.text).contains(marks::is_mark) {
            continue;
        }
        let inner = Reader::over(reader.text, quote.inner, &[], article.language.as_deref());
        let is_credited =
            |quotation: &Quotation| !quotation.segments.is_empty() && quotation.speaker.is_some();
        found.extend(credited(&inner).into_iter().filter(is_credited));
    }
    found
}

/// An article cut into tokens and sentences, for the rules to read.
struct Reader<'a> {
    text: &'a str,
    lexicon: Option<&'static Lexicon>,
    quotes: Vec<QuotedString>,
    tokens: Tokens,
    paragraphs: Vec<ParagraphTokens>,
    /// The turns of a conversation; none in an article.
    turns: Vec<Turn>,
}

/// Places between the sentences of a paragraph, of which few have more.
type Bounds = SmallVec<[usize; 8]>;

/// The sentences of one paragraph, as the token ranges between the bounds.
struct ParagraphTokens {
    span: Span,
    /// Ascending; sentence `i` is the tokens `bounds[i]..bounds[i + 1]`.
    bounds: Bounds,
    /// Whether the first of them is the dateline.
    has_dateline: bool,
}

impl<'a> Reader<'a> {
    fn new(article: &'a Article) -> Self {
        let language = article.language.as_deref();
        Self::over(&article.text, article.body, &article.set_off, language)
    }

    /// Reads the part `body` of a text in the language with this tag; `set_off` are its block quotations.
    fn over(text: &'a str, body: Span, set_off: &[Span], tag: Option<&str>) -> Self {
        let lexicon = Lexicon::of(tag);
        let language = tag.and_then(|tag| tag.split('-').next()).unwrap_or("en");
        let paragraphs = paragraphs(text, body);
        let mut quotes = marks::quoted_strings(text, &paragraphs);
        if lexicon
            .and_then(Lexicon::grammar)
            .is_some_and(|grammar| grammar.dialogue)
        {
            dialogue::join(&mut quotes, dialogue::turns(text, &paragraphs));
        }
        let turns = turns::turns(text, body, &paragraphs, lexicon);
        let strings = turns.iter().flat_map(|turn| turn.strings.iter().copied());
        dialogue::join(&mut quotes, strings.collect());
        if let Some(lexicon) = lexicon {
            if turns.is_empty() {
                let posts = posts::posts(text, &paragraphs, set_off, &quotes, lexicon);
                dialogue::join(&mut quotes, posts);
            }
            for quote in &mut quotes {
                *quote = insertions::without_tag(text, *quote, lexicon);
            }
        }
        let mut reader = Self {
            text,
            lexicon,
            quotes,
            tokens: Tokens::of(text, body),
            paragraphs: Vec::new(),
            turns,
        };
        let splitter = Splitter::new(language, lexicon);
        let mut next = 0;
        for paragraph in paragraphs {
            let count = reader.quotes[next..]
                .iter()
                .take_while(|quote| quote.outer.end <= paragraph.span.end)
                .count();
            let inside = &reader.quotes[next..next + count];
            let first = reader.tokens.len();
            let tokens = &mut reader.tokens;
            tokens.read_paragraph(text, paragraph, (next, inside), lexicon);
            let mut ends = splitter.ends(text, paragraph, inside);
            next += count;
            let dateline = datelines::dateline_end(text, paragraph.span);
            if let Some(dateline) = dateline {
                ends.retain(|end| *end > dateline); // "ST. ORME": no sentence ends inside.
                ends.insert(0, dateline);
            }
            let bounds = reader.bounds(first, &ends);
            reader.unread_names(&bounds);
            reader.mark_titles(&bounds);
            reader.paragraphs.push(ParagraphTokens {
                span: paragraph.span,
                bounds,
                has_dateline: dateline.is_some(),
            });
        }
        match reader.grammar() {
            Some(grammar) if grammar.nouns_capital => {
                capitals::settle(text, grammar, &mut reader.tokens);
            }
            None if reader.lexicon.is_some() => capitals::free_surnames(text, &mut reader.tokens),
            _ => {}
        }
        reader
    }

    /// How the language quotes, where that differs from English.
    fn grammar(&self) -> Option<&'static Grammar> {
        self.lexicon?.grammar()
    }

    /// A word that is written with a capital inside a sentence is a name even when it could be a verb:
    /// "Shook said".
    fn unread_names(&mut self, bounds: &[usize]) {
        let is_foreign = self.grammar().is_some();
        for pair in bounds.windows(2) {
            if !is_foreign {
                headlines::lower(&mut self.tokens[pair[0]..pair[1]]);
            }
            if let Some(lexicon) = self.lexicon.filter(|_| !is_foreign) {
                let sentence = &mut self.tokens[pair[0]..pair[1]];
                capitals::free_initials(self.text, lexicon, sentence);
            }
            self.unread_first_name(pair[0], pair[1]);
            if !is_foreign {
                capitals::join_names(&mut self.tokens[pair[0]..pair[1]]);
            }
            let inside = self.tokens[pair[0]..pair[1]].iter_mut().skip(1);
            for token in inside.filter(|token| token.kind == TokenKind::Capital) {
                let verbal = class::VERB | class::GERUND | class::CUE | class::ADVERB;
                if token.is(verbal) {
                    token.word = token.word.with_classes(token.word.classes & !verbal);
                }
                if is_foreign && token.is(class::FIRST_NAME | class::TITLE) {
                    // "Julio Ferrer" is no month, "Me Haddad" no pronoun.
                    token.word.classes &= !(class::TEMPORAL | class::OBJECT);
                }
            }
        }
    }

    /// "Husted said", "Boeing's", "Downing Street": a word that opens a sentence and has the ending of a verb, but
    /// stands in no table, is a name where a verb, a genitive or the rest of a name is behind it.
    fn unread_first_name(&mut self, start: usize, end: usize) {
        let Some(lexicon) = self.lexicon.filter(|lexicon| lexicon.grammar().is_none()) else {
            return;
        };
        if start + 1 >= end {
            return;
        }
        let next = self.tokens[start + 1];
        let first = &self.tokens[start];
        let by_ending = [class::VERB, class::GERUND, class::ADVERB].contains(&first.word.classes);
        let is_verb = next.kind == TokenKind::Lower
            && next.is(class::CUE | class::VERB | class::AUXILIARY)
            && !next.is(class::PREPOSITION | class::GERUND);
        let goes_on =
            next.kind == TokenKind::Capital && next.is(class::ORGANISATION | class::PLACE);
        if first.kind == TokenKind::Capital
            && by_ending
            && (is_verb || goes_on || next.kind == TokenKind::Genitive)
            && lexicon.word(self.folded(start)).classes == 0
        {
            self.tokens[start].word = first.word.with_classes(0);
        }
    }

    fn mark_titles(&mut self, bounds: &[usize]) {
        let Some(lexicon) = self.lexicon else { return };
        for pair in bounds.windows(2) {
            let sentence = (pair[0], pair[1]);
            titles::mark_titles(self.text, lexicon, &self.quotes, &mut self.tokens, sentence);
        }
    }

    /// Token bounds of the sentences of the paragraph whose tokens begin at `first`.
    fn bounds(&self, first: usize, ends: &[usize]) -> Bounds {
        let mut bounds: Bounds = smallvec![first];
        let mut at = first;
        for end in ends {
            while at < self.tokens.len() && self.tokens[at].span.start < *end {
                at += 1;
            }
            if bounds.last() != Some(&at) {
                bounds.push(at);
            }
        }
        bounds
    }

    /// The characters of token `at`.
    fn slice(&self, at: usize) -> &'a str {
        self.tokens[at].span.slice(self.text)
    }

    /// The word at token `at` in lower case.
    fn folded(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// Whether the word at token `at` ends like a noun for several.
    fn is_plural_word(&self, at: usize) -> bool {
        let word = self.folded(at);
        self.lexicon.is_some_and(|lexicon| lexicon.is_plural(word))
    }

    /// The place of the tokens `start..end`.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// Whether a quoted string ends as speech does before its tag: with a comma, a question or
    /// exclamation mark, or a dash.
    fn is_speech_like(&self, quote: usize) -> bool {
        let inner = self.quotes[quote].inner.slice(self.text);
        self.ends_open(quote) || inner.ends_with([',', '，'])
    }

    /// Whether a quoted string asks, exclaims or breaks off, so that its tag can be taken for a new
    /// sentence.
    fn ends_open(&self, quote: usize) -> bool {
        let inner = self.quotes[quote].inner.slice(self.text);
        inner.ends_with(['?', '!', '—', '–', '-', '…'])
    }
}
