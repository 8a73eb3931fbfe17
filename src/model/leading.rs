//! The few findings that a reader sees first.
//!
//! ```text
//! conflict conflict  facts facts facts  left out left out  verbs      at most 5
//! └──1───┘ └───2──┘  └─1─┘ └─2─┘       └───1───┘           └─1─┘  ──▶ one of every kind, then a second, …
//! ```
//!
//! A page that begins with twenty lines is not read; one that shows only its gravest kind hides that there
//! are others. So every kind has its first finding told before any has its second, the gravest kinds first,
//! and what is chosen keeps its order. Values that differ by rounding or by a later report alone come only where room
//! is left.

use super::{Finding, FindingKind};

/// Findings that a page begins with.
pub(crate) const MOST: usize = 12;

/// The findings to tell first, and the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leading<'c> {
    /// In the order of the summary.
    pub first: Vec<&'c Finding>,
    /// In the order of the summary.
    pub others: Vec<&'c Finding>,
}

impl<'c> Leading<'c> {
    /// Chooses at most `most` of `findings`; notes, which say what could not be compared, stand beside them.
    pub fn of(findings: &[&'c Finding], most: usize) -> Self {
        let mut ranked: Vec<(usize, usize)> = Vec::new();
        for (at, finding) in findings.iter().enumerate() {
            let before = &findings[..at];
            let rank = before.iter().filter(|other| other.kind == finding.kind);
            let rank = match finding.kind {
                FindingKind::Note => continue,
                FindingKind::Update | FindingKind::Rounding => usize::MAX,
                _ => rank.count(),
            };
            if finding.count == 1 {
                ranked.push((rank, at));
            }
        }
        ranked.sort_unstable();
        ranked.truncate(most);
        let mut leading = Self::default();
        for (at, finding) in findings.iter().enumerate() {
            let is_chosen = ranked.iter().any(|(_, chosen)| *chosen == at);
            if is_chosen || finding.kind == FindingKind::Note {
                leading.first.push(finding);
            } else {
                leading.others.push(finding);
            }
        }
        leading
    }

    /// How many findings are left untold, those that are only counted included.
    pub fn untold(&self) -> usize {
        self.others.iter().map(|finding| finding.count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_kinds(kinds: &[(FindingKind, usize)]) -> Vec<Finding> {
        let findings = kinds.iter().map(|(kind, count)| Finding {
            kind: *kind,
            text: String::new(),
            statements: Vec::new(),
            articles: Vec::new(),
            places: Vec::new(),
            count: *count,
        });
        findings.collect()
    }

    fn leading(findings: &[Finding], most: usize) -> Leading<'_> {
        let findings: Vec<&Finding> = findings.iter().collect();
        Leading::of(&findings, most)
    }

    #[test]
    fn every_kind_is_told_once_before_any_is_told_twice() {
        use FindingKind::{Cue, Fact, Note, Omission};
        let findings = of_kinds(&[
            (Fact, 1),
            (Fact, 1),
            (Fact, 1),
            (Fact, 9),
            (Omission, 1),
            (Omission, 1),
            (Cue, 1),
            (Note, 1),
        ]);
        let leading = leading(&findings, 4);
        let kinds: Vec<FindingKind> = leading.first.iter().map(|finding| finding.kind).collect();
        assert_eq!(kinds, [Fact, Fact, Omission, Cue, Note]);
        assert_eq!(leading.untold(), 11);
    }

    #[test]
    fn an_update_and_a_rounding_are_told_where_nothing_else_is_left() {
        use FindingKind::{Fact, Omission, Rounding, Update};
        let findings = of_kinds(&[
            (Fact, 1),
            (Update, 1),
            (Omission, 1),
            (Omission, 1),
            (Rounding, 1),
        ]);
        let kinds = |most| -> Vec<FindingKind> {
            let first = leading(&findings, most).first;
            first.iter().map(|finding| finding.kind).collect()
        };
        assert_eq!(kinds(3), [Fact, Omission, Omission]);
        assert_eq!(kinds(4), [Fact, Update, Omission, Omission]);
        assert_eq!(kinds(5).last(), Some(&Rounding));
    }

    #[test]
    fn where_there_is_room_only_what_counts_the_rest_is_left() {
        use FindingKind::{Fact, Omission};
        let findings = of_kinds(&[(Fact, 1), (Fact, 3), (Omission, 1)]);
        let leading = leading(&findings, MOST);
        assert_eq!((leading.first.len(), leading.untold()), (2, 3));
    }
}
