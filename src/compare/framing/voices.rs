//! Who is heard in which outlet.
//!
//! Speakers of different articles are one voice when their names agree; a description ("a spokesman") is a
//! voice of its own only where the same words describe somebody in another article.

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use super::deeds::{Deed, deeds};
use crate::align::names::{Agreement, Name, agreement, is_joined, speaking_together};
use crate::lexicon::class;
use crate::model::{CueGroup, Place, Quotation};

/// The voices of an event.
#[derive(Debug, Default)]
pub(super) struct Voices {
    pub voices: Vec<Voice>,
}

/// One speaker over all articles.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// The fullest name.
    pub name: String,
    parsed: Name,
    /// Article and index of the quotations, in order.
    pub quotations: Vec<(usize, usize)>,
    /// What the articles have it do, in order of the articles; of actors only.
    deeds: Vec<Place>,
}

impl Voices {
    /// Collects the speakers of all quotations of speech.
    pub(super) fn of(coverage: &Coverage) -> Self {
        let mut voices: Vec<Voice> = Vec::new();
        for (article, extraction) in coverage.extractions.iter().enumerate() {
            for (index, quotation) in extraction.quotations.iter().enumerate() {
                let Some(speaker) = &quotation.speaker else {
                    continue;
                };
                for name in speaking_together(&speaker.name) {
                    add(coverage, &mut voices, name, (article, index));
                }
            }
        }
        Self { voices }
    }

    /// The voices, and those who act in the articles though they are not heard.
    pub(super) fn and_actors(&self, coverage: &Coverage) -> Vec<Voice> {
        let mut all = self.voices.clone();
        // The voices that each name was found to be, among so many that were looked at.
        let mut known_as: FxHashMap<&str, (Vec<usize>, usize)> = FxHashMap::default();
        for article in 0..coverage.articles.len() {
            for Deed { name, span } in deeds(coverage, article) {
                let parsed = coverage.name(name);
                if parsed.words().is_empty() || !parsed.is_name() {
                    continue;
                }
                let place = Place { article, span };
                let (own, seen) = known_as.entry(name).or_default();
                let unseen = *seen..all.len();
                own.extend(unseen.filter(|at| all[*at].is(&parsed)));
                if own.is_empty() {
                    own.push(all.len());
                    all.push(Voice {
                        name: name.to_owned(),
                        parsed: parsed.into_owned(),
                        quotations: Vec::new(),
                        deeds: Vec::new(),
                    });
                }
                *seen = all.len();
                for at in own.iter() {
                    all[*at].deeds.push(place);
                }
            }
        }
        all
    }
}

/// Adds a quotation to the voice that `name` is, a new one if need be.
fn add(coverage: &Coverage, voices: &mut Vec<Voice>, name: &str, quotation: (usize, usize)) {
    let parsed = coverage.name(name);
    if parsed.words().is_empty() {
        return;
    }
    let same = |voice: &&mut Voice| {
        voice.parsed.is_name() == parsed.is_name()
            && agreement(Some(&voice.parsed), Some(&parsed)) == Agreement::Same
    };
    match voices.iter_mut().find(same) {
        Some(voice) => {
            if is_fuller((name, &parsed), voice) {
                name.clone_into(&mut voice.name);
                voice.parsed = parsed.into_owned();
            }
            voice.quotations.push(quotation);
        }
        None => voices.push(Voice {
            name: name.to_owned(),
            parsed: parsed.into_owned(),
            quotations: vec![quotation],
            deeds: Vec::new(),
        }),
    }
}

/// Whether `name` says more of who it is than what a voice is called by: "Ann Lee" more than "Lee" and than "Ann Lee
/// and other members".
fn is_fuller((name, parsed): (&str, &Name), voice: &Voice) -> bool {
    let rank = |name: &str, parsed: &Name| {
        let is_one = parsed.is_person() && !is_joined(name);
        (is_one, parsed.words().len())
    };
    rank(name, parsed) > rank(&voice.name, &voice.parsed)
}

impl Voice {
    /// Whether the voice has a name.
    pub(super) fn is_named(&self) -> bool {
        self.parsed.is_name()
    }

    /// Whether the name is that of a person, given in full.
    pub(super) fn is_person(&self) -> bool {
        self.parsed.is_person()
    }

    /// Whether `name` is its name.
    pub(super) fn is(&self, name: &Name) -> bool {
        agreement(Some(&self.parsed), Some(name)) == Agreement::Same
    }

    /// The last word of the name, in lower case.
    pub(super) fn last_word(&self) -> Option<&str> {
        self.parsed.words().last().map(String::as_str)
    }

    /// The articles in which it is heard, ascending.
    pub(super) fn articles(&self) -> Vec<usize> {
        let mut articles: Vec<usize> = self
            .quotations
            .iter()
            .map(|(article, _)| *article)
            .collect();
        articles.dedup();
        articles
    }

    /// Whether a single article has it say or do anything.
    pub(super) fn is_in_one_article(&self) -> bool {
        let heard = self.quotations.iter().map(|(article, _)| *article);
        let mut all = heard.chain(self.deeds.iter().map(|deed| deed.article));
        let first = all.next();
        all.all(|article| Some(article) == first)
    }

    /// What `article` has it do.
    pub(super) fn deeds(&self, article: usize) -> impl Iterator<Item = Place> {
        let own = self
            .deeds
            .iter()
            .filter(move |deed| deed.article == article);
        own.copied()
    }

    /// Its quotations of speech in `article`.
    pub(super) fn speech<'c>(&self, coverage: &Coverage<'c>, article: usize) -> Vec<&'c Quotation> {
        let own = self.quotations.iter().filter(|(at, _)| *at == article);
        own.map(|(article, index)| &coverage.extractions[*article].quotations[*index])
            .filter(|quotation| {
                quotation
                    .cue
                    .as_ref()
                    .is_none_or(|cue| cue.group == CueGroup::Speech)
            })
            .collect()
    }
}

/// Longest frame of a quotation that is shown whole, in bytes.
const LONGEST_FRAME: usize = 110;

/// How a quotation is introduced: from the speaker to the cue, or the cue alone where they stand apart.
pub(super) fn frame(coverage: &Coverage, article: usize, quotation: &Quotation) -> Option<Place> {
    let cue = quotation.cue.as_ref()?;
    let mention = quotation.speaker.as_ref().map(|speaker| speaker.mention);
    let whole = mention.map(|mention| mention.join(cue.span));
    let sentence = coverage.narration(article).sentence_at(cue.span.start);
    let fits = |span: &crate::Span| {
        span.len() <= LONGEST_FRAME
            && coverage.narration(article).sentence_at(span.start) == sentence
            && !quotation
                .segments
                .iter()
                .any(|segment| segment.overlap(*span) > 0)
    };
    let span = whole.filter(fits).unwrap_or(cue.span);
    let mut span = with_manner(&coverage.articles[article].text, span);
    if let Some(sentence) = sentence {
        let whole = coverage.narration(article).sentences[sentence].span;
        let free = |span: crate::Span| {
            let quotations = &coverage.extractions[article].quotations;
            let mut segments = quotations.iter().flat_map(|other| &other.segments);
            !segments.any(|segment| segment.overlap(span) > 0)
        };
        span = with_asides(coverage, article, whole, span, free);
    }
    Some(Place { article, span })
}

/// Longest aside that is taken along, in bytes.
const LONGEST_ASIDE: usize = 80;

/// The frame with the words before it up to the beginning of its sentence and with a participle behind it, if
/// they are short: "Somewhat misleadingly, she wrote", "he said, launching into a riff".
fn with_asides(
    coverage: &Coverage,
    article: usize,
    sentence: crate::Span,
    frame: crate::Span,
    is_free: impl Fn(crate::Span) -> bool,
) -> crate::Span {
    let text = &coverage.articles[article].text;
    let mut wide = frame;
    let before = crate::Span::new(sentence.start.min(frame.start), frame.start);
    let opens = before.slice(text).trim_end();
    if opens.ends_with(',') && before.len() <= LONGEST_ASIDE && is_free(before) {
        wide.start = before.start;
    }
    if let Some(rest) = text[frame.end..sentence.end.max(frame.end)].strip_prefix(", ") {
        let start = frame.end + 2;
        let length = rest.find([',', '.', '“', '"', ':', ';', '—', '\n']);
        let mut length = length.unwrap_or(rest.len());
        if length > LONGEST_ASIDE {
            let words = rest.match_indices(' ').map(|(at, _)| at);
            length = words
                .take_while(|at| *at <= LONGEST_ASIDE)
                .last()
                .unwrap_or(0);
        }
        let aside = crate::Span::new(start, start + length);
        let first = rest.split(' ').next().unwrap_or_default();
        let lexicon = coverage.lexicon(article);
        let is_gerund = lexicon.is_some_and(|lexicon| {
            (lexicon.word(first).classes | lexicon.ending(first)) & class::GERUND != 0
        });
        if is_gerund && is_free(aside) {
            wide.end = aside.end;
        }
    }
    wide
}

/// Longest manner that is taken along, in bytes.
const LONGEST_MANNER: usize = 40;

/// The frame with what follows it up to the next sign: "he said with a grin".
fn with_manner(text: &str, frame: crate::Span) -> crate::Span {
    let rest = &text[frame.end..];
    let signs = rest.char_indices();
    let mut signs = signs
        .filter(|(_, sign)| !sign.is_alphanumeric() && !matches!(sign, ' ' | '-' | '’' | '\''));
    let end = signs.find(|(at, sign)| *sign != '.' || !is_abbreviated(&rest[..*at], &rest[*at..]));
    let length = end.map_or(rest.len(), |(at, _)| at);
    let manner = rest[..length].trim_end();
    if manner.len() > LONGEST_MANNER {
        return frame;
    }
    crate::Span::new(frame.start, frame.end + manner.len())
}

/// Longest abbreviation of a title, in letters.
const LONGEST_TITLE: usize = 4;

/// Whether a full stop between two texts shortens a word of a name: "Sen. Lee", "Ann E. Lee".
fn is_abbreviated(before: &str, after: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or_default();
    let is_capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let goes_on = after.strip_prefix(". ").is_some_and(is_capital);
    goes_on && is_capital(word) && word.chars().count() <= LONGEST_TITLE
}
