//! What somebody is, told in words that exclude each other.
//!
//! ```text
//! A  the former campaign manager Paul Drenn        ┐ one person, one body ("campaign"): manager / chairman
//! B  Paul Drenn, the campaign's chairman, …        ┘
//! C  Paul Drenn, chairman of the water board, …      another body
//! ```
//!
//! The word stands right before a name or in what describes it, and an article that has both words for the person
//! knows that he is both. Deputies are left out: outlets name them as what they stand in for.

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use super::groups::{merge, value};
use super::names::last_name;
use crate::Span;
use crate::align::names::{Agreement, agreement};
use crate::align::vocabulary::Rank;
use crate::lexicon::PostWord;
use crate::model::{Difference, Fact, FactKind, Naming, NamingKind};

/// Telling words before a post, and behind it and "of", that tell of which body it is.
const BEFORE: usize = 2;
const BEHIND: usize = 3;
/// How sure such a difference is.
const SCORE: f64 = 0.66;

/// What an article says somebody is.
struct Post<'a> {
    article: usize,
    name: &'a str,
    /// The post and the name, or what describes it.
    span: Span,
    post: PostWord,
    /// The stems of the words that tell of which body it is.
    body: Vec<u32>,
    /// Whether it was one once.
    is_former: bool,
}

/// The posts in which the outlets place one person differently.
pub(super) fn posts(coverage: &Coverage) -> Vec<Fact> {
    let posts: Vec<Post> = (0..coverage.articles.len())
        .flat_map(|article| {
            let namings = coverage.narration(article).namings.iter();
            namings.filter_map(move |naming| post(coverage, article, naming))
        })
        .collect();
    let mut of_last_name: FxHashMap<&str, Vec<&Post>> = FxHashMap::default();
    for post in &posts {
        let last = last_name(post.name);
        of_last_name.entry(last).or_default().push(post);
    }
    let mut facts = Vec::new();
    for post in &posts {
        let last = last_name(post.name);
        let namesakes = &of_last_name[last];
        let others = namesakes
            .iter()
            .filter(|other| other.article > post.article);
        for other in others.filter(|other| differs(coverage, namesakes, post, other)) {
            let at = |post: &Post| value(post.article, post.span, post.span);
            let fact = Fact {
                kind: FactKind::Other,
                values: vec![at(post), at(other)],
                difference: Difference::Conflict,
                score: SCORE,
            };
            merge(&mut facts, fact);
        }
    }
    facts
}

/// Whether two posts of one person exclude each other, and neither article has the other's too.
fn differs(coverage: &Coverage, namesakes: &[&Post], a: &Post, b: &Post) -> bool {
    let may_differ = match (a.post, b.post) {
        (PostWord::Post(kind, post), PostWord::Post(other_kind, other)) => {
            let is_of_one_body = a.body.iter().any(|word| b.body.contains(word));
            kind == other_kind && post != other && is_of_one_body
        }
        (PostWord::Seat(post), PostWord::Seat(other)) => {
            post != other && !a.is_former && !b.is_former
        }
        _ => false,
    };
    let has = |article: usize, post: PostWord| {
        let mut own = namesakes.iter().filter(|other| other.article == article);
        own.any(|own| own.post == post)
    };
    let is_one = || {
        let names = [a, b].map(|post| coverage.name(post.name));
        agreement(Some(&names[0]), Some(&names[1])) == Agreement::Same
    };
    may_differ && !has(a.article, b.post) && !has(b.article, a.post) && is_one()
}

/// What a naming says that somebody is.
fn post<'a>(coverage: &Coverage<'a>, article: usize, naming: &'a Naming) -> Option<Post<'a>> {
    let NamingKind::Name(name) = &naming.kind else {
        return None;
    };
    let lexicon = coverage.lexicon(article)?;
    let facts = lexicon.facts();
    let vocabulary = &coverage.alignment.vocabulary;
    let words = &coverage.alignment.folded[article].words;
    let word = |at: usize| vocabulary.text(words[at].id);
    let (first, last) = coverage.alignment.folded[article].within(naming.span);
    let (head, behind) = coverage.alignment.folded[article].within(naming.head);
    let is_description = naming.head.slice(&coverage.articles[article].text) != name;
    let at = if is_description { behind } else { head }.checked_sub(1)?;
    let post = facts.post(word(at))?;
    let before = first.min(at)..at;
    if matches!(post, PostWord::Deputy | PostWord::Former)
        || before
            .clone()
            .any(|at| facts.post(word(at)) == Some(PostWord::Deputy))
    {
        return None;
    }
    let is_former = |at: usize| facts.post(word(at)) == Some(PostWord::Former);
    let is_telling =
        |at: &usize| vocabulary.rank(words[*at].id) != Rank::Function && !is_former(*at);
    let of = at + 2..last.max(at + 2);
    let of = of
        .filter(|at| lexicon.is_of(word(at - 1)) || lexicon.is_of(word(at - 2)))
        .filter(is_telling);
    let near = before.clone().rev().filter(is_telling).take(BEFORE);
    let body = near
        .chain(of.take(BEHIND))
        .map(|at| vocabulary.stem(words[at].id));
    Some(Post {
        article,
        name,
        span: words[at].span.join(naming.span),
        post,
        body: body.collect(),
        is_former: before.into_iter().any(is_former),
    })
}
