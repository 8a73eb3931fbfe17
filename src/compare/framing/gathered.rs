//! Which namings are of one person, body or thing, over all articles.
//!
//! ```text
//! Mayor Ann Lee, Lee, Ms. Lee      by name
//! a summit, the planned meeting    by noun, or by the kind of thing that the table of referents gives for it
//! ```

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use super::said::Said;
use crate::align::names::{Agreement, Name, agreement};
use crate::lexicon::{Gender, class};
use crate::model::NamingKind;

/// The namings of each person or body that has a name.
pub(super) fn by_name(coverage: &Coverage, said: &[Said]) -> Vec<(Name, Vec<usize>)> {
    let mut groups: Vec<(Name, Vec<usize>)> = Vec::new();
    // The group of each name; another may be the first that it agrees with as soon as one has a fuller name.
    let mut known_as: FxHashMap<(&str, Gender), usize> = FxHashMap::default();
    for (at, said) in said.iter().enumerate() {
        let NamingKind::Name(name) = &said.naming.kind else {
            continue;
        };
        let gender = said.naming.gender;
        if let Some(group) = known_as.get(&(name.as_str(), gender)) {
            groups[*group].1.push(at);
            continue;
        }
        let parsed = coverage.name(name).into_owned().titled(gender);
        if parsed.words().is_empty() || !parsed.is_name() {
            continue;
        }
        let same = |group: &(Name, Vec<usize>)| {
            agreement(Some(&group.0), Some(&parsed)) == Agreement::Same
        };
        let group = match groups.iter().position(same) {
            Some(group) => {
                let (known, members) = &mut groups[group];
                if parsed.words().len() > known.words().len() {
                    *known = parsed;
                    known_as.clear();
                }
                members.push(at);
                group
            }
            None => {
                groups.push((parsed, vec![at]));
                groups.len() - 1
            }
        };
        known_as.insert((name, gender), group);
    }
    groups
}

/// Words that stand where a noun can and name nothing.
const EMPTY: u64 = class::INTERROGATIVE
    | class::NUMBER
    | class::DEMONSTRATIVE
    | class::SUBJECT
    | class::RELATIVE
    | class::TEMPORAL
    | class::ADVERB;

/// What a noun names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Thing<'a> {
    /// A kind of thing that has several nouns.
    Kind(&'a str),
    /// The noun by its stem.
    Noun(&'a str),
}

/// The namings of each kind of thing; those that only name it beside another stand last, and a kind that
/// nothing names first is none.
pub(super) fn by_noun(coverage: &Coverage, said: &[Said]) -> Vec<Vec<usize>> {
    let mut groups: FxHashMap<Thing, (Vec<usize>, Vec<usize>)> = FxHashMap::default();
    for (at, one) in said.iter().enumerate() {
        let NamingKind::Noun(stem) = &one.naming.kind else {
            continue;
        };
        let Some(lexicon) = coverage.lexicon(one.article) else {
            continue;
        };
        let kind = lexicon.facts().referent(stem);
        // "what", "one", "those" name nothing by themselves.
        let is_empty = || {
            let head = coverage.articles[one.article].text.as_str();
            let head = one.naming.head.slice(head).to_lowercase();
            lexicon.word(&head).classes & EMPTY != 0
        };
        let thing = match kind {
            Some(kind) => Thing::Kind(kind),
            None if is_empty() => continue,
            None => Thing::Noun(stem),
        };
        groups.entry(thing).or_default().0.push(at);
        // "the children of illegal immigrants" names immigrants too.
        for word in one.beside.iter().filter(|word| *word != stem) {
            let other = lexicon.facts().referent(word);
            if let Some(other) = other.filter(|other| kind != Some(*other)) {
                groups.entry(Thing::Kind(other)).or_default().1.push(at);
            }
        }
    }
    let mut sorted: Vec<_> = groups.into_iter().collect();
    sorted.retain(|(_, (heads, _))| !heads.is_empty());
    sorted.sort();
    let joined = sorted
        .into_iter()
        .map(|(_, (heads, beside))| [heads, beside].concat());
    joined.collect()
}
