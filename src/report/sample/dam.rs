use super::{Sample, found};
use crate::model::{CommentaryKind, Copy, FindingKind};
use crate::{Commentary, Comparison, Span};

use crate::Relation::{
    Contradicted, Paraphrased, Reworded, Speaker as Credited, Truncated, Verbatim,
};

/// Five outlets on a dam: six statements, one credited to another, one with another number, one only
/// paraphrased by the fourth; the fifth reprints the first with remarks of its own.
pub(crate) fn dam() -> Comparison {
    let mut sample = Sample::new(&[
        (
            "Meridian Wire",
            Some("2021-08-25T14:05:00Z"),
            "Dam at Korr holds, ministry says",
            "KORR, Aug 25 - Engineers lowered the lake behind the Korr dam on Wednesday, the ministry said.\n\n\
          \u{201c}The two crews went over the damaged gate at length and agreed to stay through the night,\u{201d} the ministry said in a statement.\n\n\
          \u{201c}We moved 300 families before noon and nobody was left behind,\u{201d} Interior Minister Ana Brandt told reporters.\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} said Mayor Tomas Velk. \u{201c}We warned them in spring.\u{201d}\n\n\
          The dam was built in 1962.",
        ),
        (
            "Northern Herald",
            Some("2021-08-25T15:40:00Z"),
            "Korr: families moved as gate fails",
            "Hundreds of people left the valley of Korr.\n\n\
          The crews \u{201c}went over the damaged gate at length\u{201d}, the ministry noted, and Ms Brandt said: \u{201c}We moved 300 families before noon and nobody was left behind.\u{201d}\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} Tomas Velk, the mayor, said.\n\n\
          Farmers counted their losses on Wednesday evening, and the co-operative said that the harvest of the lower valley was gone.",
        ),
        (
            "Capital Daily",
            Some("2021-08-25T17:12:00Z"),
            "Government scrambles at Korr",
            "The ministry claimed that \u{201c}the two crews argued over the broken gate at length.\u{201d}\n\n\
          \u{201c}We moved 30 families before noon,\u{201d} Brandt claimed.\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} Deputy Mayor Ilse Roth said.",
        ),
        (
            "East Post",
            Some("2021-08-26"),
            "Lake lowered",
            "The ministry said its crews examined the gate and would not leave before morning.\n\n\
          According to the interior minister, some three hundred families were brought to safety.",
        ),
        (
            "The Hearth",
            None,
            "Dam at Korr holds (Meridian Wire)",
            "\u{201c}The two crews went over the damaged gate at length and agreed to stay through the night,\u{201d} the ministry said in a statement.\n\n\
          Comment: Nobody at the ministry has ever seen a night shift. The gate was reported broken in March, and the report went where reports go.\n\n\
          \u{201c}The water does not wait for a budget,\u{201d} said Mayor Tomas Velk. \u{201c}We warned them in spring.\u{201d}",
        ),
    ]);
    sample.gate();
    sample.families();
    sample.water();
    sample.alone();
    sample.comments();
    sample.summary();
    sample.comparison
}

impl Sample {
    fn gate(&mut self) {
        let whole = "The two crews went over the damaged gate at length and agreed to stay through the night,";
        let wire = self.quote(0, whole, "ministry", "the ministry", "said");
        let herald = self.quote(
            1,
            "went over the damaged gate at length",
            "ministry",
            "the ministry",
            "noted",
        );
        let capital = self.quote(
            2,
            "the two crews argued over the broken gate at length.",
            "ministry",
            "The ministry",
            "claimed",
        );
        let east = self.indirect(
            3,
            "its crews examined the gate and would not leave before morning",
            "ministry",
            "The ministry",
            "said",
        );
        let hearth = self.quote(4, whole, "ministry", "the ministry", "said");
        self.state(
            "ministry",
            &[
                (wire, herald, &[Truncated]),
                (wire, capital, &[Reworded, Truncated]),
                (wire, east, &[Paraphrased]),
                (wire, hearth, &[Verbatim]),
                (herald, capital, &[Reworded, Truncated]),
            ],
        );
    }

    fn families(&mut self) {
        let whole = "We moved 300 families before noon and nobody was left behind";
        let wire = self.quote(0, whole, "Ana Brandt", "Ana Brandt", "told");
        let herald = self.quote(1, whole, "Brandt", "Ms Brandt", "said");
        let capital = self.quote(
            2,
            "We moved 30 families before noon,",
            "Brandt",
            "Brandt",
            "claimed",
        );
        let east = self.indirect(
            3,
            "some three hundred families were brought to safety",
            "interior minister",
            "the interior minister",
            "According to",
        );
        self.state(
            "Ana Brandt",
            &[
                (wire, herald, &[Verbatim]),
                (wire, capital, &[Contradicted, Reworded, Truncated]),
                (wire, east, &[Paraphrased]),
            ],
        );
    }

    fn water(&mut self) {
        let words = "The water does not wait for a budget,";
        let wire = self.quote(0, words, "Tomas Velk", "Tomas Velk", "said");
        let herald = self.quote(1, words, "Tomas Velk", "Tomas Velk", "said");
        let capital = self.quote(2, words, "Ilse Roth", "Ilse Roth", "said");
        let hearth = self.quote(4, words, "Tomas Velk", "Tomas Velk", "said");
        self.state(
            "Tomas Velk",
            &[
                (wire, herald, &[Verbatim]),
                (wire, capital, &[Credited, Verbatim]),
                (wire, hearth, &[Verbatim]),
                (herald, capital, &[Credited, Verbatim]),
            ],
        );
    }

    fn alone(&mut self) {
        let wire = self.quote(
            0,
            "We warned them in spring.",
            "Tomas Velk",
            "Tomas Velk",
            "said",
        );
        let hearth = self.quote(
            4,
            "We warned them in spring.",
            "Tomas Velk",
            "Tomas Velk",
            "said",
        );
        self.state("Tomas Velk", &[(wire, hearth, &[Verbatim])]);
        let herald = self.indirect(
            1,
            "the harvest of the lower valley was gone",
            "co-operative",
            "the co-operative",
            "said",
        );
        self.single("co-operative", herald);
    }

    fn comments(&mut self) {
        let text = &self.comparison.articles[4].text;
        let marker = found(text, "Comment:");
        let end = found(text, "reports go.").end;
        self.comparison.extractions[4].commentary.push(Commentary {
            span: Span::new(marker.start, end),
            marker: Some(marker),
            kind: CommentaryKind::Marked,
        });
        self.comparison.copies.push(Copy {
            changes: Vec::new(),
            article: 4,
            of: 0,
            share: 0.71,
            own_words: 24,
        });
    }

    fn summary(&mut self) {
        self.find(
            FindingKind::Contradicted,
            "“300” in Meridian Wire is “30” in Capital Daily",
            &[1],
            &[0, 2],
        );
        self.find(
            FindingKind::Speaker,
            "credited to Tomas Velk in three outlets, to Ilse Roth in Capital Daily",
            &[2],
            &[0, 1, 2, 4],
        );
        self.find(
            FindingKind::Reworded,
            "Capital Daily prints “argued” for “went”, “broken” for “damaged”",
            &[0],
            &[2],
        );
        self.find(
            FindingKind::Commentary,
            "The Hearth adds a remark of its own (24 words) to a text of Meridian Wire",
            &[],
            &[4],
        );
    }
}
