//! What kinds of things are called on the screen, in the language of the reader. Their names for programs
//! are the same everywhere.

use super::{
    CommentaryKind, Difference, FactKind, FindingKind, FramingKind, QuotationKind, Relation,
    ToneClass,
};
use crate::Texts;

impl Relation {
    /// What it means for a rendering, in a word or two.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Contradicted => texts.relation_contradicted(),
            Self::Speaker => texts.relation_speaker(),
            Self::Spliced => texts.relation_spliced(),
            Self::QualificationCut => texts.relation_qualification_cut(),
            Self::Reworded => texts.relation_reworded(),
            Self::Interpolated => texts.relation_interpolated(),
            Self::Elided => texts.relation_elided(),
            Self::Truncated => texts.relation_truncated(),
            Self::Paraphrased => texts.relation_paraphrased(),
            Self::Verbatim => texts.relation_verbatim(),
        }
    }

    /// The same for a line with little room.
    pub(crate) fn in_few_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Contradicted => texts.relation_contradicted_short(),
            Self::Speaker => texts.relation_speaker_short(),
            Self::Paraphrased => texts.relation_paraphrased_short(),
            Self::Verbatim => texts.relation_verbatim_short(),
            other => other.in_words(texts),
        }
    }
}

impl FindingKind {
    /// The word that stands before the finding.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Contradicted => texts.finding_contradicted(),
            Self::Fact => texts.finding_fact(),
            Self::Speaker => texts.finding_speaker(),
            Self::Spliced => texts.finding_spliced(),
            Self::QualificationCut => texts.finding_qualification_cut(),
            Self::Reworded => texts.finding_reworded(),
            Self::Update => texts.difference_update(),
            Self::Omission => texts.finding_omission(),
            Self::Missing => texts.finding_missing(),
            Self::Headline => texts.finding_headline(),
            Self::Label => texts.finding_label(),
            Self::Cue => texts.finding_cue(),
            Self::Commentary => texts.finding_commentary(),
            Self::Remark => texts.finding_remark(),
            Self::Rounding => texts.difference_rounding(),
            Self::Note => texts.finding_note(),
        }
    }
}

impl FactKind {
    /// The word for it on the screen.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Number => texts.fact_number(),
            Self::Date => texts.fact_date(),
            Self::Place => texts.fact_place(),
            Self::Name => texts.fact_name(),
            Self::Other => texts.fact_words(),
        }
    }
}

impl Difference {
    /// The word for it on the screen.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Conflict => texts.difference_conflict(),
            Self::Update => texts.difference_update(),
            Self::Rounding => texts.difference_rounding(),
        }
    }
}

impl FramingKind {
    /// The kinds in the order of the reports.
    pub(crate) const SHOWN: [Self; 6] = [
        Self::Headline,
        Self::Label,
        Self::Cue,
        Self::Loaded,
        Self::Prominence,
        Self::Omission,
    ];

    /// What stands over the findings of this kind.
    pub fn heading(self, texts: Texts) -> &'static str {
        match self {
            Self::Headline => texts.headlines(),
            Self::Label => texts.framing_label(),
            Self::Cue => texts.framing_cue(),
            Self::Omission => texts.framing_omission(),
            Self::Loaded => texts.framing_loaded(),
            Self::Prominence => texts.framing_prominence(),
        }
    }
}

impl ToneClass {
    /// What such words do, as a reader is told.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Judging => texts.tone_judging(),
            Self::Charged => texts.tone_charged(),
            Self::Certain => texts.tone_certain(),
            Self::Hedged => texts.tone_hedged(),
            Self::Doubting => texts.tone_doubting(),
            Self::Motive => texts.tone_motive(),
            Self::Mocking => texts.tone_mocking(),
            Self::Moral => texts.tone_moral(),
            Self::Address => texts.tone_address(),
            Self::Reserve => texts.tone_reserve(),
        }
    }
}

impl QuotationKind {
    /// The word for it on the screen.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Direct => texts.kind_direct(),
            Self::Mixed => texts.kind_mixed(),
            Self::Indirect => texts.kind_indirect(),
        }
    }
}

impl CommentaryKind {
    /// The word for it on the screen.
    pub fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Marked => texts.comment_marked(),
            Self::Bracketed => texts.comment_bracketed(),
            Self::Inserted => texts.comment_inserted(),
        }
    }
}
