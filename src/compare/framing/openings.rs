//! How the reports open: what each has happen first, and what it calls those in it.
//!
//! ```text
//! A  The council rejected the ferry plan.             verbs: rejected     names: the ferry plan
//! B  A scheme for a gold-plated ferry died Monday.           died               a scheme for a gold-plated ferry
//! ```
//!
//! The opening says in few words what the outlet takes the event to be, so its words stand side by side
//! though the sentences need not share any.

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use super::said::Said;
use super::{in_words, ordered};
use crate::model::{Framing, FramingKind, Place, Version};

/// Sentences that are the opening of a report, when it is about what happens.
const OPENING_SENTENCES: usize = 2;
/// Share of an article that is its opening, when it is about names, and most sentences of it.
const OPENING: f64 = 0.12;
const MOST_SENTENCES: usize = 5;
/// Namings of one opening that are told.
const NAMINGS: usize = 3;
/// Where the openings stand among findings of their kind.
const WEIGHT: f64 = 7.0;

/// The openings side by side: what each report has happen first, in which verbs.
pub(super) fn verbs(coverage: &Coverage) -> Option<Framing> {
    let mut places = Vec::new();
    let mut versions = Vec::new();
    for article in (0..coverage.articles.len()).filter(|at| !coverage.is_apart(*at)) {
        let sentences = &coverage.narration(article).sentences;
        let place = |span| Place { article, span };
        let opening = sentences.iter().take(OPENING_SENTENCES);
        places.extend(opening.map(|sentence| place(sentence.span)));
        versions.extend(sentences.first().map(|sentence| Version {
            place: place(sentence.span),
            count: 1,
        }));
    }
    let titled = coverage.articles.iter().filter(|one| one.title.is_some());
    let has_headlines = titled.count() > 1;
    (versions.len() > 1).then(|| Framing {
        kind: FramingKind::Cue,
        // Headlines say the same in fewer words.
        is_clear: !has_headlines,
        about: coverage.texts.about_openings().to_owned(),
        places: ordered(places),
        missing_in: Vec::new(),
        note: in_words(coverage, &versions),
        versions,
        weight: WEIGHT,
    })
}

/// The names of things in the openings side by side: those that say something which no other opening says, with
/// the verbs around them.
pub(super) fn names(coverage: &Coverage, said: &[Said]) -> Option<Framing> {
    let openings: Vec<Vec<&Said>> = (0..coverage.articles.len())
        .map(|article| match coverage.is_apart(article) {
            true => Vec::new(),
            false => opening(coverage, said, article),
        })
        .collect();
    // The opening that alone has a word, nothing where several do.
    let mut owners: FxHashMap<usize, Option<usize>> = FxHashMap::default();
    for one in openings.iter().flatten() {
        for word in one.words() {
            let owner = owners.entry(word).or_insert(Some(one.article));
            *owner = owner.filter(|known| *known == one.article);
        }
    }
    let mut places = Vec::new();
    let mut parts = Vec::new();
    for (article, opening) in openings.iter().enumerate() {
        let own = |one: &Said| {
            let own = one.words().filter(|word| owners[word] == Some(article));
            own.count()
        };
        let counted = opening.iter().map(|one| (own(one), *one));
        let mut telling: Vec<(usize, &Said)> = counted.filter(|(own, _)| *own > 0).collect();
        telling
            .sort_by_key(|(own, one)| (std::cmp::Reverse((one.color, (*own).min(4))), one.place()));
        if telling.is_empty() {
            continue;
        }
        let mut shown: Vec<&Said> = Vec::new();
        for (_, one) in &telling {
            let overlaps = |known: &&Said| known.naming.span.overlap(one.naming.span) > 0;
            if shown.len() < NAMINGS && !shown.iter().any(overlaps) {
                shown.push(one);
            }
        }
        let words: Vec<String> = shown
            .iter()
            .map(|one| coverage.quote(one.place()))
            .collect();
        parts.push(format!(
            "{}: {}",
            coverage.outlet(article),
            words.join(", ")
        ));
        places.extend(telling.iter().map(|(_, one)| one.place()));
        let sentences = coverage.narration(article).sentences.iter().enumerate();
        let opening = sentences.filter(|(index, _)| is_opening(coverage, article, *index));
        let verbs = opening.flat_map(|(_, sentence)| &sentence.predicates);
        places.extend(verbs.map(|span| Place {
            article,
            span: *span,
        }));
    }
    (parts.len() > 1).then(|| Framing {
        kind: FramingKind::Label,
        is_clear: false,
        about: coverage.texts.about_openings().to_owned(),
        places: ordered(places),
        missing_in: Vec::new(),
        versions: Vec::new(),
        note: parts.join("; "),
        weight: WEIGHT,
    })
}

/// Whether a sentence belongs to the opening of its article.
fn is_opening(coverage: &Coverage, article: usize, sentence: usize) -> bool {
    let start = coverage.narration(article).sentences[sentence].span.start;
    sentence < OPENING_SENTENCES
        || sentence < MOST_SENTENCES && coverage.position(article, start) < OPENING
}

/// The namings in the opening of an article.
fn opening<'s, 'a>(coverage: &Coverage, said: &'s [Said<'a>], article: usize) -> Vec<&'s Said<'a>> {
    let own = said.iter().filter(|one| one.article == article);
    own.filter(|one| is_opening(coverage, article, one.naming.sentence))
        .collect()
}
