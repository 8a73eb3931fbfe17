//! Which texts of two lists share words, without looking at every two.
//!
//! Both sides as lists of (key, text), sorted by key and walked together: the cost is that of sorting, and of
//! the pairs that meet.

/// Texts that may hold a word for it to lead to them.
const WIDESPREAD: usize = 200;

/// Keys with the texts that hold them: an inverted index as a sorted list.
pub(super) type Postings = Vec<(u64, u32)>;

/// The keys of each of `texts` with its place in them. A key that a text gives twice counts twice.
pub(super) fn postings<K: Iterator<Item = u64>>(texts: impl Iterator<Item = K>) -> Postings {
    let mut postings = Postings::new();
    for (at, keys) in texts.enumerate() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        postings.extend(keys.map(|key| (key, at)));
    }
    postings.sort_unstable();
    postings
}

/// The texts of both sides that share at least `least` keys, in order; keys that more than [`WIDESPREAD`]
/// texts of the second side hold are left out.
pub(super) fn meetings(a: &Postings, b: &Postings, least: usize) -> Vec<(usize, usize)> {
    let mut met: Vec<(u32, u32)> = Vec::new();
    let mut lists = b.chunk_by(|x, y| x.0 == y.0).peekable();
    for own in a.chunk_by(|x, y| x.0 == y.0) {
        while lists.next_if(|list| list[0].0 < own[0].0).is_some() {}
        let Some(list) = lists.peek().filter(|list| list[0].0 == own[0].0) else {
            continue;
        };
        if list.len() <= WIDESPREAD {
            met.extend(
                own.iter()
                    .flat_map(|(_, x)| list.iter().map(move |(_, y)| (*x, *y))),
            );
        }
    }
    met.sort_unstable();
    let often = met
        .chunk_by(|x, y| x == y)
        .filter(|same| same.len() >= least);
    often
        .map(|same| (same[0].0 as usize, same[0].1 as usize))
        .collect()
}
