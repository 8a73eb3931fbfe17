//! What must hold of any two wordings.

use proptest::prelude::*;

use super::compared;
use crate::align::vocabulary::Vocabulary;
use crate::model::{DiffOp, DiffPart, Pair};
use crate::{Article, Comparison, Relation, Span};

/// Words, names, marks and remarks that a quotation can be made of.
const PIECES: [&str; 24] = [
    "the",
    "bridge",
    "is",
    "not",
    "safe",
    "and",
    "Ortega",
    "paid",
    "1,300",
    "euros",
    "for",
    "a",
    "work",
    "force",
    "workforce",
    "…",
    "[sic]",
    "(he said)",
    "won’t",
    "sluice",
    "valves.",
    "We",
    "asked",
    "[the mayor]",
];

/// The words of `text` at `span` as they are compared.
fn folded(text: &str, span: Span) -> Vec<String> {
    let (vocabulary, folded) = Vocabulary::of(&[Article::new("x", span.slice(text))]);
    folded[0]
        .words
        .iter()
        .map(|word| vocabulary.text(word.id).to_owned())
        .collect()
}

fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 3..30)
}

/// A text and one made from it by leaving out, putting in and exchanging pieces.
fn two_wordings() -> impl Strategy<Value = (String, String)> {
    let edits = prop::collection::vec(
        (0usize..30, 0usize..4, prop::sample::select(&PIECES[..])),
        0..8,
    );
    (pieces(), edits).prop_map(|(words, edits)| {
        let mut other = words.clone();
        for (at, what, piece) in edits {
            let at = at % other.len();
            match what {
                0 if other.len() > 2 => drop(other.remove(at)),
                1 => other.insert(at, piece),
                2 => other[at] = piece,
                _ => other.truncate(at.max(2)),
            }
        }
        (words.join(" "), other.join(" "))
    })
}

proptest! {
    #[test]
    fn a_diff_covers_both_segments_in_order((a, b) in two_wordings()) {
        let comparison = compared(&a, &b);
        for pair in comparison.statements.iter().flat_map(|one| &one.pairs) {
            let mut ends = (0, 0);
            let mut told = (Vec::new(), Vec::new());
            for part in &pair.diff {
                let sides = (part.a.is_some(), part.b.is_some());
                let fits = match part.op {
                    DiffOp::Equal | DiffOp::Replace => sides == (true, true),
                    DiffOp::Delete => sides == (true, false),
                    DiffOp::Insert => sides == (false, true),
                    DiffOp::Cut | DiffOp::Editorial => sides.0 != sides.1,
                };
                prop_assert!(fits, "{part:?}");
                for (span, text, end, told) in [(part.a, &a, &mut ends.0, &mut told.0), (part.b, &b, &mut ends.1, &mut told.1)] {
                    if let Some(span) = span {
                        prop_assert!(span.start >= *end && !span.is_empty(), "{part:?} after {end}");
                        *end = span.end;
                        told.extend(folded(text, span));
                    }
                }
                if let (DiffOp::Equal, Some(x), Some(y)) = (part.op, part.a, part.b) {
                    prop_assert_eq!(folded(&a, x).concat(), folded(&b, y).concat());
                }
            }
            prop_assert_eq!(told.0, folded(&a, Span::new(0, a.len())));
            prop_assert_eq!(told.1, folded(&b, Span::new(0, b.len())));
        }
    }

    #[test]
    fn aligning_from_the_other_side_mirrors((a, b) in two_wordings()) {
        let (one, other) = (compared(&a, &b), compared(&b, &a));
        let pairs = |comparison: &Comparison| -> Vec<Pair> {
            comparison.statements.iter().flat_map(|one| one.pairs.clone()).collect()
        };
        let (one, other) = (pairs(&one), pairs(&other));
        prop_assert_eq!(one.len(), other.len());
        let words = |parts: &[DiffPart], turned: bool| -> Vec<DiffPart> {
            let parts = parts.iter().filter(|part| part.op != DiffOp::Editorial);
            parts.map(|part| if turned { part.turned() } else { *part }).collect()
        };
        for (x, y) in one.iter().zip(&other) {
            prop_assert_eq!(x.relations, y.relations);
            prop_assert_eq!(words(&x.diff, false), words(&y.diff, true));
            prop_assert!((x.score - y.score).abs() < 1e-6);
        }
    }

    #[test]
    fn a_text_beside_itself_is_verbatim(words in pieces()) {
        let text = words.join(" ");
        for pair in compared(&text, &text).statements.iter().flat_map(|one| &one.pairs) {
            for relation in pair.relations.iter() {
                prop_assert!(matches!(relation, Relation::Verbatim | Relation::Interpolated), "{relation:?}");
            }
        }
    }
}
