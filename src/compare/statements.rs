//! Groups of segments to statements, in an order that reads well.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{pairs, splices};
use crate::align::names::{
    Agreement, Name, agreement, is_joined, without_accents, without_initials, without_suffix,
};
use crate::align::segments::{bag, shared_weight, units};
use crate::align::{Alignment, Group, Paraphrase};
use crate::model::{Copy, Pair, Place, QuotationId, origin};
use crate::{Article, Extraction, Statement};

/// The statements of an event, in the order in which the article with most of them tells them.
pub(super) fn statements(
    articles: &[Article],
    extractions: &[Extraction],
    alignment: &Alignment,
    copies: &[Copy],
    names: &FxHashMap<&str, Name>,
) -> Vec<Statement> {
    let writer = Writer {
        articles,
        extractions,
        alignment,
        copies,
        names,
        retold: retold(alignment),
        splices: splices::splices(alignment),
    };
    let groups = alignment.groups.iter();
    let statements = groups.map(|group| {
        let places = writer.places(group);
        (writer.statement(group, &places), places)
    });
    let mut statements = in_order(statements.collect(), articles.len());
    let nicknames = writer.nicknames(&statements);
    call_alike(&mut statements, &nicknames);
    statements
}

/// What other articles tell in their own words, by the root of the group that it belongs to: of a segment that was
/// spliced from two statements a passage retells the one whose fullest rendering has more of its words.
fn retold(alignment: &Alignment) -> FxHashMap<usize, Vec<&Paraphrase>> {
    let mut roots: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for group in &alignment.groups {
        for member in &group.members {
            roots.entry(*member).or_default().push(group.root);
        }
    }
    let mut retold: FxHashMap<usize, Vec<&Paraphrase>> = FxHashMap::default();
    for paraphrase in &alignment.paraphrases {
        let folded = &alignment.folded[paraphrase.place.article];
        let words = folded.within(paraphrase.place.span);
        let passage = bag(&units(folded, words, &alignment.vocabulary));
        let shared = |root: usize| shared_weight(&alignment.segments[root].bag, &passage);
        let roots = roots.get(&paraphrase.segment).into_iter().flatten();
        // Of equals the first.
        let home = roots
            .copied()
            .rev()
            .max_by(|x, y| shared(*x).total_cmp(&shared(*y)));
        if let Some(home) = home {
            retold.entry(home).or_default().push(paraphrase);
        }
    }
    retold
}

/// Gives a speaker with and without middle initials or "Jr." one name in all statements, the fullest; who is called by the
/// last name alone where one article never gives the first is whom the others name in full.
fn call_alike(statements: &mut [Statement], nicknames: &FxHashMap<String, String>) {
    let plain = |name: &str| {
        let plain = plain(name);
        nicknames.get(&plain).cloned().unwrap_or(plain)
    };
    let mut fullest: FxHashMap<String, String> = FxHashMap::default();
    for name in statements.iter().filter_map(|one| one.speaker.as_ref()) {
        let known = fullest.entry(plain(name)).or_default();
        if name.len() > known.len() {
            known.clone_from(name);
        }
    }
    // Nothing where two share the last name.
    let mut by_last: FxHashMap<String, Option<&str>> = FxHashMap::default();
    let persons = fullest.values().filter(|full| !is_joined(full));
    for full in persons.filter(|full| Name::parse(full).is_person()) {
        if let Some((_, last)) = plain(full).rsplit_once(' ') {
            let known = by_last.entry(last.to_owned()).or_insert(Some(full));
            *known = known.filter(|known| known == full);
        }
    }
    for name in statements.iter_mut().filter_map(|one| one.speaker.as_mut()) {
        if let Some(full) = fullest.get(&plain(name)) {
            name.clone_from(full);
        }
        if let Some(Some(full)) = by_last.get(name.as_str()) {
            (*full).clone_into(name);
        }
    }
}

fn last_word(name: &str) -> Option<&str> {
    name.rsplit(' ').next()
}

/// A name as most articles print it.
fn plain(name: &str) -> String {
    without_accents(without_suffix(&without_initials(name))).into_owned()
}

struct Writer<'a> {
    articles: &'a [Article],
    extractions: &'a [Extraction],
    alignment: &'a Alignment,
    copies: &'a [Copy],
    /// The names of the speakers, read once each.
    names: &'a FxHashMap<&'a str, Name>,
    /// What other articles tell in their own words, by the root of the group.
    retold: FxHashMap<usize, Vec<&'a Paraphrase>>,
    /// Links that are parts of a splice.
    splices: FxHashSet<usize>,
}

impl Writer<'_> {
    fn statement(&self, group: &Group, places: &[Place]) -> Statement {
        let segments = &self.alignment.segments;
        let quoted = group.members.iter().map(|at| segments[*at].quotation);
        let quoted: BTreeSet<QuotationId> = quoted.collect();
        let retold = self
            .retold(group)
            .filter_map(|paraphrase| paraphrase.quotation);
        let all: BTreeSet<QuotationId> = quoted.iter().copied().chain(retold).collect();
        let variants: Vec<QuotationId> = all.into_iter().collect();
        // Who is credited with the words themselves is surer than who is with what may be the same statement.
        let quoted: Vec<QuotationId> = quoted.into_iter().collect();
        let speaker = self.speaker(&quoted).or_else(|| self.speaker(&variants));
        let mut carried_by: Vec<usize> = places.iter().map(|place| place.article).collect();
        carried_by.dedup();
        let all = 0..self.articles.len();
        Statement {
            speaker,
            reference: segments[group.root].place,
            omitted_by: all.filter(|at| !carried_by.contains(at)).collect(),
            pairs: self.pairs(group),
            variants,
            carried_by,
        }
    }

    fn pairs(&self, group: &Group) -> Vec<Pair> {
        let segments = &self.alignment.segments;
        let quoted = group.links.iter().map(|link| {
            let is_spliced = self.splices.contains(link);
            let link = &self.alignment.links[*link];
            pairs::pair(self.articles, self.alignment, link, is_spliced)
        });
        let retold = self.retold(group).map(|paraphrase| {
            let quoted = segments[paraphrase.segment].place;
            pairs::paraphrased(self.alignment, quoted, paraphrase)
        });
        let mut pairs: Vec<Pair> = quoted.chain(retold).collect();
        pairs.sort_by_key(|pair| (pair.a, pair.b));
        pairs
    }

    fn retold(&self, group: &Group) -> impl Iterator<Item = &Paraphrase> {
        self.retold.get(&group.root).into_iter().flatten().copied()
    }

    /// Every place that renders the group, by article and text.
    fn places(&self, group: &Group) -> Vec<Place> {
        let quoted = group
            .members
            .iter()
            .map(|at| self.alignment.segments[*at].place);
        let retold = self.retold(group).map(|paraphrase| paraphrase.place);
        let mut places: Vec<Place> = quoted.chain(retold).collect();
        places.sort_unstable();
        places
    }

    /// Persons whom two articles credit with one statement under two first names ("Mike Lee", "Michael Lee"), the shorter
    /// name with the longer.
    fn nicknames(&self, statements: &[Statement]) -> FxHashMap<String, String> {
        let mut found = FxHashMap::default();
        for statement in statements {
            let credited = |id: &QuotationId| {
                let quotation = &self.extractions[id.article].quotations[id.index];
                let text = quotation.speaker.as_ref()?.name.as_str();
                let name = self.names.get(text)?;
                (name.is_person() && !is_joined(text)).then(|| (plain(text), name))
            };
            let credits: Vec<(String, &Name)> =
                statement.variants.iter().filter_map(credited).collect();
            for (short, name) in &credits {
                let is_fuller = |(long, other): &&(String, &Name)| {
                    (long.len(), long) > (short.len(), short)
                        && last_word(long) == last_word(short)
                        && agreement(Some(name), Some(other)) == Agreement::Same
                };
                if let Some((long, _)) = credits.iter().find(is_fuller) {
                    found.insert(short.clone(), long.clone());
                }
            }
        }
        found
    }

    /// Who is credited by most articles, a copy and what it copies counted once, in the fullest form of the name.
    fn speaker(&self, variants: &[QuotationId]) -> Option<String> {
        let credits: Vec<(usize, &str, &Name)> = variants
            .iter()
            .filter_map(|id| {
                let quotation = &self.extractions[id.article].quotations[id.index];
                let text = quotation.speaker.as_ref()?.name.as_str();
                Some((id.article, text, self.names.get(text)?))
            })
            .collect();
        let support = |name: &Name| {
            let mut articles: Vec<usize> = credits
                .iter()
                .filter(|(_, _, other)| agreement(Some(name), Some(other)) == Agreement::Same)
                .map(|(article, _, _)| origin(self.copies, *article))
                .collect();
            articles.sort_unstable();
            articles.dedup();
            articles.len()
        };
        let mut best: Option<(_, &str)> = None;
        for (at, (_, text, name)) in credits.iter().enumerate() {
            let is_known = credits[..at].iter().any(|(_, known, _)| known == text);
            if is_known || name.words().is_empty() {
                continue;
            }
            // "Ann Lee and other members" is not the fullest form of Ann Lee's name.
            let is_one = name.is_person() && !is_joined(text);
            let rank = (name.is_name(), support(name), is_one, name.words().len());
            if best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, *text));
            }
        }
        best.map(|(_, text)| text.to_owned())
    }
}

/// Sorts by the place in the article that carries most statements; those that it lacks come behind the
/// statement that stands before them in their own article.
fn in_order(statements: Vec<(Statement, Vec<Place>)>, articles: usize) -> Vec<Statement> {
    let start = |places: &[Place], article: usize| {
        let at = places.partition_point(|place| place.article < article);
        places
            .get(at)
            .filter(|place| place.article == article)
            .map(|place| place.span.start)
    };
    let count = |article: usize| {
        statements
            .iter()
            .filter(|(statement, _)| statement.carried_by.contains(&article))
            .count()
    };
    let leader = (0..articles).max_by_key(|article| (count(*article), std::cmp::Reverse(*article)));
    let Some(leader) = leader else {
        return Vec::new();
    };
    // For every article the statements that the leader has too: where they stand here, and there.
    let mut common: Vec<Vec<(usize, usize)>> = vec![Vec::new(); articles];
    for (statement, places) in &statements {
        for article in &statement.carried_by {
            common[*article].extend(start(places, *article).zip(start(places, leader)));
        }
    }
    for starts in &mut common {
        starts.sort_unstable();
    }
    let key = |(statement, places): &(Statement, Vec<Place>)| {
        if let Some(at) = start(places, leader) {
            return (at, 0, statement.reference);
        }
        let own = statement.reference;
        let starts = &common[own.article];
        let before = starts.partition_point(|(here, _)| *here < own.span.start);
        let there = before.checked_sub(1).map_or(0, |at| starts[at].1);
        (there, 1, own)
    };
    let mut statements = statements;
    statements.sort_by_cached_key(key);
    statements
        .into_iter()
        .map(|(statement, _)| statement)
        .collect()
}
