//! How near two numbers are, whatever they count.
//!
//! ```text
//! nearly 300 · 297                overlap          $26 million · more than $26 million   touch
//! $1.4 billion · $1.375 billion   rounded off      about $4 million · over $3.3 million  apart, though hedged
//! hundreds of thousands · 1.8 million              apart by the gap between them, not by their middles
//! 150 to 200 · about 200                           overlap: the range holds the other
//! ```

use crate::model::Quantity;

/// How many times the smaller large amount or number the larger may be to be taken for the same.
pub(super) const NEAR_SUM: f64 = 1.1;
/// From this on, in thousandths, a number hardly occurs twice by chance.
pub(super) const TELLING: i64 = 1_000_000;

/// Whether a value can be meant by both.
pub(super) fn overlaps(a: &Quantity, b: &Quantity) -> bool {
    a.low <= b.high && b.low <= a.high
}

/// Whether a number stands at the edge of what the other can be: "$26 million" and "more than $26 million", "21"
/// and "over 21".
pub(super) fn touches(a: &Quantity, b: &Quantity) -> bool {
    let near = |x: i64, y: i64| x.abs_diff(y).saturating_mul(500) <= x.unsigned_abs();
    near(a.high, b.low) || near(b.high, a.low)
}

/// Whether a large number is the other with fewer digits, two at the least: "$1.4 billion" of "$1.375 billion".
pub(super) fn is_rounded_off(coarse: &Quantity, fine: &Quantity) -> bool {
    if coarse.low != coarse.high || fine.low != fine.high || coarse.low < TELLING {
        return false;
    }
    let mut unit = 1;
    while coarse.low % (unit * 10) == 0 {
        unit *= 10;
    }
    let is_finer = fine.low % unit != 0 && coarse.low >= 10 * unit;
    is_finer && coarse.low.abs_diff(fine.low).saturating_mul(2) <= unit.unsigned_abs()
}

/// Whether two numbers have the same value and the same hedge.
pub(super) fn is_equal(a: &Quantity, b: &Quantity) -> bool {
    (a.low, a.high) == (b.low, b.high)
}

/// Whether one is a share in words that holds the other: "half of the tenants" are 50 percent. No other number without
/// a hedge reaches either way.
pub(super) fn is_round_share(share: &Quantity, other: &Quantity) -> bool {
    !share.is_hedged && share.low < share.high && overlaps(share, other)
}

/// Whether a number is so vague that it may be anything ("several").
pub(super) fn is_wide(q: &Quantity) -> bool {
    q.high > q.low.saturating_mul(2)
}

/// Whether both are vague and can mean the same: "thousands", "tens of thousands".
pub(super) fn are_vague_alike(a: &Quantity, b: &Quantity) -> bool {
    is_wide(a) && is_wide(b) && overlaps(a, b)
}

/// Whether two hedged numbers are two though their hedges meet: "about $4 million", "more than $3.3 million".
pub(super) fn is_apart(a: &Quantity, b: &Quantity) -> bool {
    let is_near = |q: &Quantity| q.is_hedged && !is_wide(q);
    // "between 150 and 200" can be "about 200".
    let holds =
        |q: &Quantity, other: &Quantity| (q.low as f64..=q.high as f64).contains(&middle(other));
    is_near(a) && is_near(b) && ratio(a, b) > NEAR_SUM && !holds(a, b) && !holds(b, a)
}

/// How many times the smaller number the larger is.
pub(super) fn ratio(a: &Quantity, b: &Quantity) -> f64 {
    times(middle(a), middle(b))
}

/// The same, a vague number taken at its nearest.
pub(super) fn gap(a: &Quantity, b: &Quantity) -> f64 {
    let near = |q: &Quantity, other: &Quantity| match is_wide(q) {
        true => middle(other).clamp(q.low as f64, q.high as f64),
        false => middle(q),
    };
    times(near(a, b), near(b, a))
}

fn middle(q: &Quantity) -> f64 {
    (q.low as f64 + q.high as f64) / 2.0
}

/// How many times the smaller the larger is.
fn times(x: f64, y: f64) -> f64 {
    let (x, y) = (x.max(1.0), y.max(1.0));
    (x / y).max(y / x)
}
