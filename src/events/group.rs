//! Neighbours to groups: the two closest groups are joined until no two are alike enough.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::neighbours::{nearness, neighbours};
use super::profile::Profile;
use super::vectors::{Counts, Vector};

/// The event that an article belongs to already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Belonging {
    /// Number of the event.
    pub event: i64,
    /// Whether somebody arranged it by hand.
    pub by_hand: bool,
}

/// Groups are joined when two articles, one of each, are that much alike on average. Real events mixed
/// together are told apart best from 0.11 to 0.15, generated ones, which share more of their words, from 0.15
/// on.
const LIKENESS: f32 = 0.15;

/// Terms that the sum of a group's vectors keeps.
const GROUP_TERMS: usize = 768;

/// The groups of `profiles`, as indices, each ascending, in the order of their first articles. Articles
/// that belong to one event already stay together, and events arranged by hand apart.
pub fn group(
    profiles: &[Profile],
    belonging: &[Option<Belonging>],
    counts: &Counts,
) -> Vec<Vec<usize>> {
    let vectors: Vec<Vector> = profiles
        .iter()
        .map(|profile| Vector::of(profile, counts))
        .collect();
    let times: Vec<Option<i64>> = profiles.iter().map(|profile| profile.at).collect();
    let edges = neighbours(&vectors, &times);
    let mut joining = Joining::new(&vectors, &times, belonging);
    for edge in edges {
        joining.connect(edge.a, edge.b);
    }
    joining.join_all();
    joining.groups()
}

/// Articles that are together.
#[derive(Debug)]
struct Cluster {
    articles: Vec<usize>,
    /// Sum of their vectors: its product with another sum, over the sizes of both, is the average of all
    /// likenesses between them.
    sum: Vector,
    /// Sum of their times, and of how many.
    times: (f64, usize),
    /// The events inside, and whether one is arranged by hand.
    is_event: bool,
    by_hand: bool,
    /// Other clusters that one of its articles is a neighbour of.
    beside: FxHashSet<usize>,
    /// Counts the joins, so that a likeness measured before one is known to be old.
    version: u32,
}

struct Joining {
    /// By the index of the first article; nothing once joined to another.
    clusters: Vec<Option<Cluster>>,
    /// The cluster of each article.
    cluster_of: Vec<usize>,
    queue: BinaryHeap<Candidate>,
}

/// Two clusters that may be joined; the most alike come first.
#[derive(Debug, PartialEq)]
struct Candidate {
    likeness: f32,
    a: usize,
    b: usize,
    versions: (u32, u32),
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_likeness = self.likeness.total_cmp(&other.likeness);
        by_likeness.then((other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Joining {
    fn new(vectors: &[Vector], times: &[Option<i64>], belonging: &[Option<Belonging>]) -> Self {
        let mut joining = Self {
            clusters: Vec::with_capacity(vectors.len()),
            cluster_of: (0..vectors.len()).collect(),
            queue: BinaryHeap::new(),
        };
        let mut first_of: FxHashMap<i64, usize> = FxHashMap::default();
        for (at, vector) in vectors.iter().enumerate() {
            let known = belonging[at];
            joining.clusters.push(Some(Cluster {
                articles: vec![at],
                sum: vector.clone(),
                times: times[at].map_or((0.0, 0), |time| (time as f64, 1)),
                is_event: known.is_some(),
                by_hand: known.is_some_and(|known| known.by_hand),
                beside: FxHashSet::default(),
                version: 0,
            }));
            if let Some(known) = known {
                match first_of.get(&known.event) {
                    Some(first) => joining.join(*first, at),
                    None => {
                        first_of.insert(known.event, at);
                    }
                }
            }
        }
        joining
    }

    fn connect(&mut self, a: usize, b: usize) {
        let (a, b) = (self.cluster_of[a], self.cluster_of[b]);
        if a == b {
            return;
        }
        for (from, to) in [(a, b), (b, a)] {
            if let Some(cluster) = &mut self.clusters[from] {
                cluster.beside.insert(to);
            }
        }
    }

    fn join_all(&mut self) {
        for at in 0..self.clusters.len() {
            let beside: Vec<usize> = match &self.clusters[at] {
                Some(cluster) => cluster.beside.iter().copied().collect(),
                None => continue,
            };
            for other in beside.into_iter().filter(|other| *other > at) {
                self.propose(at, other);
            }
        }
        while let Some(next) = self.queue.pop() {
            let versions = |at: usize| self.clusters[at].as_ref().map(|cluster| cluster.version);
            if (versions(next.a), versions(next.b))
                != (Some(next.versions.0), Some(next.versions.1))
            {
                continue;
            }
            self.join(next.a, next.b);
            let beside = self.clusters[next.a]
                .as_ref()
                .map(|cluster| cluster.beside.clone());
            for other in beside.unwrap_or_default() {
                self.propose(next.a, other);
            }
        }
    }

    /// Queues two clusters if they are alike enough.
    fn propose(&mut self, a: usize, b: usize) {
        let (a, b) = (a.min(b), a.max(b));
        let (Some(x), Some(y)) = (&self.clusters[a], &self.clusters[b]) else {
            return;
        };
        if x.is_event && y.is_event && (x.by_hand || y.by_hand) {
            return;
        }
        let likeness = x.likeness(y);
        if likeness >= LIKENESS {
            self.queue.push(Candidate {
                likeness,
                a,
                b,
                versions: (x.version, y.version),
            });
        }
    }

    /// Joins the cluster `b` to `a`.
    fn join(&mut self, a: usize, b: usize) {
        let Some(gone) = self.clusters[b].take() else {
            return;
        };
        for article in &gone.articles {
            self.cluster_of[*article] = a;
        }
        for other in &gone.beside {
            if let Some(cluster) = &mut self.clusters[*other] {
                cluster.beside.remove(&b);
                if *other != a {
                    cluster.beside.insert(a);
                }
            }
        }
        if let Some(cluster) = &mut self.clusters[a] {
            cluster.sum = cluster.sum.plus(&gone.sum, GROUP_TERMS);
            cluster.articles.extend(gone.articles);
            cluster.times.0 += gone.times.0;
            cluster.times.1 += gone.times.1;
            cluster.is_event |= gone.is_event;
            cluster.by_hand |= gone.by_hand;
            cluster.beside.extend(gone.beside);
            cluster.beside.remove(&a);
            cluster.beside.remove(&b);
            cluster.version += 1;
        }
    }

    fn groups(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = self
            .clusters
            .into_iter()
            .flatten()
            .map(|mut cluster| {
                cluster.articles.sort_unstable();
                cluster.articles
            })
            .collect();
        groups.sort();
        groups
    }
}

impl Cluster {
    /// How alike the articles of two clusters are on average, as far as time lets them.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "days apart need few digits"
    )]
    fn likeness(&self, other: &Self) -> f32 {
        let pairs = (self.articles.len() * other.articles.len()) as f32;
        let seconds = self.time().zip(other.time()).map(|(a, b)| (a - b) as f32);
        self.sum.dot(&other.sum) / pairs * nearness(seconds)
    }

    /// The middle of its times.
    fn time(&self) -> Option<f64> {
        (self.times.1 > 0).then(|| self.times.0 / self.times.1 as f64)
    }
}
