//! How the outlets name the same person, group or thing.
//!
//! ```text
//! the planned meeting     A  a long-awaited summit
//!                         B  the hastily arranged meeting, their meeting
//! Ann Lee                 A  Gov. Ann Lee     B  the embattled governor of Ohio, Ann Lee
//! ```
//!
//! Persons and bodies meet by their names, descriptions beside a name belonging to it. Things and groups
//! meet by their noun, or by the kind of thing that the table of referents gives for it: then the choice of
//! the noun itself can differ. What is shown of each outlet is what it says most about the referent; what
//! ranks first is named often, named by all, and named with words that no other outlet uses for it.

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use super::ordered;
use crate::align::names::{Agreement, Name, agreement};
use crate::lexicon::{Lexicon, class};
use crate::model::{Framing, FramingKind, Naming, NamingKind, Place};

/// Most namings shown of one article.
const MOST_NAMINGS: usize = 8;
/// Strength of words that are rarely plain.
const STRONG: u8 = 3;
/// Least number of namings of one outlet with a word of its own.
const LEAST_OWN: usize = 1;

/// One naming with what it says.
struct Said<'a> {
    article: usize,
    naming: &'a Naming,
    /// Stems of its words but for names, titles and small words; the head of a thing included.
    words: Vec<String>,
    /// Strength of the words of attitude in it.
    color: u8,
}

/// The referents that the outlets name differently.
pub(super) fn labels(coverage: &Coverage) -> Vec<Framing> {
    let mentions = speakers(coverage);
    let said = collect(coverage, &mentions);
    if coverage.articles.len() == 1 {
        return said
            .iter()
            .filter(|one| one.color == STRONG)
            .map(|one| alone(coverage, one))
            .collect();
    }
    let mut referents = by_name(&said);
    referents.extend(by_noun(coverage, &said));
    referents
        .iter()
        .filter_map(|members| label(coverage, &said, members))
        .collect()
}

/// Of a single article: a naming with a word that is rarely plain.
fn alone(coverage: &Coverage, said: &Said) -> Framing {
    let place = Place {
        article: said.article,
        span: said.naming.span,
    };
    Framing {
        kind: FramingKind::Label,
        note: coverage.quote(place),
        about: coverage.snippet(place),
        places: vec![place],
        missing_in: Vec::new(),
        weight: f64::from(said.color),
    }
}

/// Descriptions of speakers, which the extraction led back to their names ("the senator"), per article.
fn speakers(coverage: &Coverage) -> Vec<Vec<Naming>> {
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

fn collect<'a>(coverage: &Coverage<'a>, mentions: &'a [Vec<Naming>]) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    for (article, mentioned) in mentions.iter().enumerate() {
        let Some(lexicon) = coverage.lexicon(article) else {
            continue;
        };
        let narration = coverage.narration(article);
        for naming in narration.namings.iter().chain(mentioned) {
            let tones = narration.tones.iter();
            let inside = tones.filter(|tone| naming.span.contains(tone.span));
            all.push(Said {
                article,
                naming,
                words: words(coverage, lexicon, article, naming),
                color: inside.map(|tone| tone.strength).max().unwrap_or(0),
            });
        }
    }
    all
}

/// What a naming says beside the name itself.
fn words(coverage: &Coverage, lexicon: &Lexicon, article: usize, naming: &Naming) -> Vec<String> {
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
    let (from, to) = folded.within(naming.span);
    folded.words[from..to]
        .iter()
        .filter(|word| !(is_name && naming.head != naming.span && naming.head.contains(word.span)))
        .map(|word| word.span.slice(text).to_lowercase().replace('’', "'"))
        .filter(|word| lexicon.word(word).classes & SMALL == 0 && word.len() > 1)
        .map(|word| lexicon.stem(&word))
        .collect()
}

/// The namings of each person or body that has a name.
fn by_name(said: &[Said]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Name, Vec<usize>)> = Vec::new();
    for (at, said) in said.iter().enumerate() {
        let NamingKind::Name(name) = &said.naming.kind else {
            continue;
        };
        let parsed = Name::parse(name);
        if parsed.words().is_empty() || !parsed.is_name() {
            continue;
        }
        let same = |group: &&mut (Name, Vec<usize>)| {
            agreement(Some(&group.0), Some(&parsed)) == Agreement::Same
        };
        match groups.iter_mut().find(same) {
            Some((known, members)) => {
                if parsed.words().len() > known.words().len() {
                    *known = parsed;
                }
                members.push(at);
            }
            None => groups.push((parsed, vec![at])),
        }
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

/// The namings of each kind of thing.
fn by_noun(coverage: &Coverage, said: &[Said]) -> Vec<Vec<usize>> {
    let mut groups: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, one) in said.iter().enumerate() {
        let NamingKind::Noun(stem) = &one.naming.kind else {
            continue;
        };
        let facts = coverage.lexicon(one.article).map(|lexicon| lexicon.facts());
        let kind = facts.and_then(|facts| facts.referent(stem));
        groups
            .entry(kind.map_or_else(|| stem.clone(), |kind| format!("={kind}")))
            .or_default()
            .push(at);
    }
    let mut sorted: Vec<(String, Vec<usize>)> = groups.into_iter().collect();
    sorted.sort();
    sorted.into_iter().map(|(_, members)| members).collect()
}

fn label(coverage: &Coverage, said: &[Said], members: &[usize]) -> Option<Framing> {
    let mut articles: Vec<usize> = members.iter().map(|at| said[*at].article).collect();
    articles.dedup();
    if articles.len() < 2 {
        return None;
    }
    let of = |article: usize| {
        members
            .iter()
            .map(|at| &said[*at])
            .filter(move |one| one.article == article)
    };
    let is_own = |word: &String, article: usize| {
        members
            .iter()
            .all(|at| said[*at].article == article || !said[*at].words.contains(word))
    };
    let mut places = Vec::new();
    let mut parts = Vec::new();
    let mut own_total = 0.0;
    let mut outlets_with_own = 0;
    let mut color = 0.0;
    for article in &articles {
        let mut ranked: Vec<(usize, &Said)> = of(*article)
            .map(|one| {
                (
                    one.words
                        .iter()
                        .filter(|word| is_own(word, *article))
                        .count(),
                    one,
                )
            })
            .collect();
        let own = ranked.iter().filter(|(own, _)| *own >= LEAST_OWN).count();
        outlets_with_own += usize::from(own > 0);
        own_total += (own as f64).sqrt();
        color += f64::from(ranked.iter().map(|(_, one)| one.color).max().unwrap_or(0));
        ranked.sort_by_key(|(own, one)| {
            (
                std::cmp::Reverse((one.color, (*own).min(4))),
                one.naming.span.start,
            )
        });
        ranked.truncate(MOST_NAMINGS);
        if let Some((_, best)) = ranked.first() {
            let place = Place {
                article: *article,
                span: best.naming.span,
            };
            parts.push(format!(
                "{}: {}",
                coverage.outlet(*article),
                coverage.quote(place)
            ));
        }
        places.extend(ranked.iter().map(|(_, one)| Place {
            article: *article,
            span: one.naming.span,
        }));
    }
    if outlets_with_own < 2 {
        return None;
    }
    let is_name = matches!(said[*members.first()?].naming.kind, NamingKind::Name(_));
    let mut heads: Vec<&str> = members
        .iter()
        .filter_map(|at| match &said[*at].naming.kind {
            NamingKind::Noun(stem) => Some(stem.as_str()),
            NamingKind::Name(_) => None,
        })
        .collect();
    heads.sort_unstable();
    heads.dedup();
    let fewest = articles
        .iter()
        .map(|article| of(*article).count())
        .min()
        .unwrap_or(0) as f64;
    let first = &said[*members.first()?];
    let about = Place {
        article: first.article,
        span: first.naming.head,
    };
    Some(Framing {
        kind: FramingKind::Label,
        about: coverage.slice(about).to_owned(),
        places: ordered(places),
        missing_in: Vec::new(),
        note: parts.join("; "),
        weight: f64::from(u8::from(is_name)) * 2.0
            + outlets_with_own as f64
            + 0.5 * color
            + 0.5 * (1.0 + fewest).ln()
            + 0.2 * own_total
            + if heads.len() > 1 { 0.7 } else { 0.0 },
    })
}
