//! How the outlets name the same person, group or thing.
//!
//! ```text
//! the planned meeting     A  a long-awaited summit
//!                         B  the hastily arranged meeting, their meeting
//! Ann Lee                 A  Gov. Ann Lee     B  the embattled governor of Ohio, Ann Lee
//! ```
//!
//! Persons and bodies meet by their names, descriptions beside a name belonging to it. Things and groups
//! meet by their noun or its kind: then the choice of the noun itself can differ. Speakers without a name meet by the
//! statement that they are credited with.
//! What is shown of each outlet is what it says most about the referent; what ranks first is named often,
//! named by all, and named with words that no other outlet uses for it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::coverage::Coverage;
use super::credits;
use super::gathered::{by_name, by_noun};
use super::said::Said;
use super::voices::Voice;
use super::{in_words, ordered};
use crate::Span;
use crate::align::sentences::SentenceId;
use crate::lexicon::class;
use crate::model::{Framing, FramingKind, NamingKind, Place, Version};

/// Most namings shown of one article.
pub(super) const MOST_NAMINGS: usize = 10;
/// Most passages of one article that tell what the named does.
const MOST_DEEDS: usize = 24;
/// Strength of words that are rarely plain.
const STRONG: u8 = 3;
/// Least number of namings of one outlet with a word of its own.
pub(super) const LEAST_OWN: usize = 1;

/// What a name, words of its own, words of attitude, frequency, different nouns, sentences that tell the same
/// and an early place add to the weight of a referent.
const NAME: f64 = 2.0;
const OWN: f64 = 0.4;
const OWN_OF_THING: f64 = 0.25;
const COLOR: f64 = 0.8;
const OFTEN: f64 = 0.4;
const HEADS: f64 = 0.7;
const ALIGNED: f64 = 1.5;
const EARLY: f64 = 1.2;

/// The referents that the outlets name differently, at least the `most` weightiest.
pub(super) fn labels(
    coverage: &Coverage,
    said: &[Said],
    actors: &[Voice],
    most: usize,
) -> Vec<Framing> {
    if coverage.articles.len() == 1 {
        return said
            .iter()
            .filter(|one| one.color == STRONG)
            .map(|one| alone(coverage, one))
            .collect();
    }
    let persons = by_name(coverage, said);
    let mut found: Vec<Ranked> = Vec::new();
    for (name, members) in &persons {
        let actor = actors.iter().find(|actor| actor.is(name));
        found.extend(ranked(coverage, said, members, Origin::Name(actor)));
    }
    for members in credits::unnamed(coverage, said) {
        found.extend(ranked(coverage, said, &members, Origin::Credit));
    }
    for members in by_noun(coverage, said) {
        found.extend(ranked(coverage, said, &members, Origin::Noun));
    }
    // What is not kept need not be written.
    let mut weights: Vec<f64> = found.iter().map(|one| one.weight).collect();
    weights.sort_by(|a, b| b.total_cmp(a));
    if let Some(least) = most.checked_sub(1).and_then(|last| weights.get(last)) {
        found.retain(|one| one.weight >= *least);
    }
    found.iter().filter_map(Ranked::framing).collect()
}

/// Of a single article: a naming with a word that is rarely plain.
fn alone(coverage: &Coverage, said: &Said) -> Framing {
    let place = said.place();
    Framing {
        kind: FramingKind::Label,
        is_clear: true,
        note: coverage.quote(place),
        about: coverage.snippet(place),
        places: vec![place],
        versions: Vec::new(),
        missing_in: Vec::new(),
        weight: f64::from(said.color),
    }
}

/// The namings of one referent, by article.
pub(super) struct Referent<'s, 'a> {
    /// The event.
    pub(super) coverage: &'s Coverage<'a>,
    /// The namings.
    pub(super) members: Vec<&'s Said<'a>>,
    /// The articles that name it, ascending.
    articles: Vec<usize>,
    /// How they were found to be one.
    pub(super) origin: Origin<'s>,
}

/// What tells that the namings are of one referent.
#[derive(Clone, Copy)]
pub(super) enum Origin<'s> {
    /// A name, and who it is, if it acts or speaks.
    Name(Option<&'s Voice>),
    /// A statement that they are credited with.
    Credit,
    /// The noun.
    Noun,
}

/// A referent with its namings of each article, what tells most first, and how much they tell.
struct Ranked<'s, 'a> {
    referent: Referent<'s, 'a>,
    namings: Vec<Vec<(usize, &'s Said<'a>)>>,
    weight: f64,
}

/// The referent of `members`, if at least two articles name it in words of their own, or one names somebody with a
/// word of attitude or in several.
fn ranked<'s, 'a>(
    coverage: &'s Coverage<'a>,
    said: &'s [Said<'a>],
    members: &[usize],
    origin: Origin<'s>,
) -> Option<Ranked<'s, 'a>> {
    let members: Vec<&Said> = members.iter().map(|at| &said[*at]).collect();
    let mut articles: Vec<usize> = members.iter().map(|one| one.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let referent = Referent {
        coverage,
        members,
        articles,
        origin,
    };
    if referent.articles.len() < 2 {
        return None;
    }
    let holders = referent.holders();
    let articles = referent.articles.iter();
    let namings: Vec<_> = articles.map(|at| referent.ranked(*at, &holders)).collect();
    let with_own = namings
        .iter()
        .filter(|of| of.iter().any(|(own, _)| *own >= LEAST_OWN))
        .count();
    let is_described =
        |(own, one): &(usize, &Said)| *own >= LEAST_OWN && (one.color > 1 || *own > LEAST_OWN);
    let is_person = matches!(referent.origin, Origin::Name(Some(_)));
    let tells = with_own > 1 || is_person && namings.iter().flatten().any(is_described);
    tells.then(|| Ranked {
        weight: with_own as f64 + referent.weight(&namings),
        namings,
        referent,
    })
}

/// The sentence in which something is named.
pub(super) fn sentence(one: &Said) -> SentenceId {
    SentenceId {
        article: one.article,
        index: one.naming.sentence,
    }
}

impl Ranked<'_, '_> {
    fn framing(&self) -> Option<Framing> {
        let referent = &self.referent;
        let coverage = referent.coverage;
        let told: Vec<(Vec<&Said>, f64)> = (0..self.namings.len())
            .map(|at| referent.told(&self.namings, at))
            .collect();
        let told = referent.of_one_thing(told);
        let versions: Vec<Version> = told
            .iter()
            .flat_map(|(told, _)| referent.versions(told))
            .collect();
        let shown = self.namings.iter();
        let shown = shown.flat_map(|of| of.iter().take(MOST_NAMINGS));
        let mut places: Vec<Place> = shown.map(|(_, one)| one.place()).collect();
        if let Origin::Name(Some(actor)) = referent.origin {
            let deeds = |article: &usize| actor.deeds(*article).take(MOST_DEEDS);
            places.extend(referent.articles.iter().flat_map(deeds));
        }
        Some(Framing {
            kind: FramingKind::Label,
            is_clear: referent.is_clear(&told),
            about: match referent.origin {
                Origin::Name(Some(actor)) => actor.name.clone(),
                _ => referent.called(&told)?,
            },
            note: in_words(coverage, &versions),
            versions,
            places: ordered(places),
            missing_in: Vec::new(),
            weight: self.weight,
        })
    }
}

impl<'s, 'a> Referent<'s, 'a> {
    /// In how many articles each word of the namings stands.
    fn holders(&self) -> FxHashMap<usize, usize> {
        let mut holders: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
        for article in &self.articles {
            let own = self.members.iter().filter(|one| one.article == *article);
            for word in own.flat_map(|one| one.words()) {
                let (count, last) = holders.entry(word).or_insert((0, usize::MAX));
                *count += usize::from(*last != *article);
                *last = *article;
            }
        }
        holders
            .into_iter()
            .map(|(word, (count, _))| (word, count))
            .collect()
    }

    /// The namings of an article with how many words of its own each has, what tells most first.
    fn ranked(
        &self,
        article: usize,
        holders: &FxHashMap<usize, usize>,
    ) -> Vec<(usize, &'s Said<'a>)> {
        let own = self.members.iter().filter(|one| one.article == article);
        let text = &self.coverage.articles[article].text;
        let lexicon = self.coverage.lexicon(article);
        let is_role = |place: &Span| {
            let word = place.slice(text).to_lowercase();
            lexicon.is_some_and(|lexicon| lexicon.word(&word).classes & class::ROLE != 0)
        };
        // What stands in a clause that is not shown tells nothing; of three outlets two can have the role that the third
        // lacks.
        let count = |one: &Said| {
            let telling = one.places.iter();
            let telling = telling.filter(|(_, word)| holders[word] < self.articles.len());
            if telling.clone().next().is_none() {
                return 0;
            }
            let phrase = self.phrase(one).span;
            let shown = telling.filter(|(place, _)| phrase.contains(*place));
            let alone = shown.clone().filter(|(_, word)| holders[word] == 1).count();
            match alone {
                0 => usize::from(shown.map(|(place, _)| place).any(is_role)),
                alone => alone,
            }
        };
        let alone = |one: &Said| one.words().filter(|word| holders[word] == 1).count();
        let mut ranked: Vec<&Said> = own.copied().collect();
        ranked.sort_by_cached_key(|one| {
            let told = (one.color, alone(one).min(4));
            (std::cmp::Reverse(told), one.naming.span.start)
        });
        let ranked = ranked.into_iter().map(|one| (count(one), one));
        // What is printed once more stands behind what is new.
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let is_new = |(_, one): &(usize, &Said)| seen.insert(self.coverage.slice(one.place()));
        let (mut distinct, repeated): (Vec<_>, Vec<_>) = ranked.partition(is_new);
        distinct.extend(repeated);
        distinct
    }

    /// By how much the namings tell: words of their own and of attitude, different nouns, sentences that tell
    /// the same, an early place.
    fn weight(&self, ranked: &[Vec<(usize, &Said)>]) -> f64 {
        let own: f64 = ranked
            .iter()
            .map(|of| of.iter().map(|(own, _)| (*own).min(4)).max().unwrap_or(0) as f64)
            .map(f64::sqrt)
            .sum();
        let color: f64 = ranked
            .iter()
            .map(|of| of.iter().map(|(_, one)| one.color).max().unwrap_or(0))
            .map(f64::from)
            .sum();
        let fewest = ranked.iter().map(Vec::len).min().unwrap_or(0) as f64;
        let mut heads: Vec<&str> = self
            .members
            .iter()
            .filter_map(|one| match &one.naming.kind {
                NamingKind::Noun(stem) => Some(stem.as_str()),
                NamingKind::Name(_) => None,
            })
            .collect();
        heads.sort_unstable();
        heads.dedup();
        let is_person = !matches!(self.origin, Origin::Noun);
        // A main thing of the event stands early in every outlet.
        let latest = self
            .articles
            .iter()
            .map(|at| self.first(*at))
            .fold(0.0, f64::max);
        NAME * f64::from(u8::from(is_person))
            + if is_person { OWN } else { OWN_OF_THING } * own
            + COLOR * color
            + OFTEN * (1.0 + fewest).ln()
            + if heads.len() > 1 { HEADS } else { 0.0 }
            + ALIGNED * self.alignment(ranked)
            + EARLY * (1.0 - latest)
    }

    /// Share of an article before it names the referent first.
    fn first(&self, article: usize) -> f64 {
        let own = self.members.iter().filter(|one| one.article == article);
        own.map(|one| self.coverage.position(article, one.naming.span.start))
            .fold(1.0, f64::min)
    }

    /// How much the sentences of namings with words of their own have in common, summed over the articles.
    fn alignment(&self, ranked: &[Vec<(usize, &Said)>]) -> f64 {
        let sentences = |of: &[(usize, &Said)]| -> Vec<SentenceId> {
            let own = of.iter().filter(|(own, _)| *own >= LEAST_OWN);
            let ids = own.map(|(_, one)| sentence(one));
            ids.take(MOST_NAMINGS).collect()
        };
        let mut sum = 0.0;
        for (at, of) in ranked.iter().enumerate() {
            for other in &ranked[at + 1..] {
                let (a, b) = (sentences(of), sentences(other));
                let links = a.iter().flat_map(|a| {
                    b.iter()
                        .filter_map(|b| self.coverage.sentences.between(*a, *b))
                });
                sum += links
                    .map(|link| f64::from(link.symmetry))
                    .fold(0.0, f64::max);
            }
        }
        sum
    }
}
