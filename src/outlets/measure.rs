//! What is counted for an outlet, and what each count means.

/// One thing that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Its articles, and their words.
    Articles,
    /// Quotations wholly in quotation marks, and their words.
    Direct,
    /// Quotations partly in quotation marks, and their words.
    Mixed,
    /// Quotations in the reporter's words, and their words.
    Indirect,
    /// Speakers given voice, each once per event, and all their words; the detail is the speaker.
    Voices,
    /// Verbs and phrases that report speech; the detail is their stance.
    Cues,
    /// Statements that it carries and another outlet of the event carries too.
    Shared,
    /// Of those, the ones of which it prints the most words: what the others are measured against.
    Fullest,
    /// Those that it prints in the same words.
    Verbatim,
    /// Those that it prints in other words, more or fewer of them; the detail is the gravest relation.
    Altered,
    /// Those that it tells in its own words.
    Paraphrased,
    /// Those that it credits to another speaker than the fullest rendering does.
    Credited,
    /// Of the shared ones, those that begin in the first fifth of its article.
    Opening,
    /// Statements that two other outlets of the event carry and that were not found in it.
    NotFound,
    /// Articles that are for the greater part another outlet's, and the words copied; the detail is
    /// that outlet.
    Copied,
    /// Events that another outlet tells too, where the time of both is known.
    Together,
    /// Of those, the ones that it published before every other outlet.
    First,
    /// Remarks in its own voice, and their words; the detail is how they are marked.
    Comments,
}

impl Measure {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 18] = [
        Self::Articles,
        Self::Direct,
        Self::Mixed,
        Self::Indirect,
        Self::Voices,
        Self::Cues,
        Self::Shared,
        Self::Fullest,
        Self::Verbatim,
        Self::Altered,
        Self::Paraphrased,
        Self::Credited,
        Self::Opening,
        Self::NotFound,
        Self::Copied,
        Self::Together,
        Self::First,
        Self::Comments,
    ];

    /// The word for it in tables, JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::Voices => "voices",
            Self::Cues => "cues",
            Self::Shared => "shared",
            Self::Fullest => "fullest",
            Self::Verbatim => "verbatim",
            Self::Altered => "altered",
            Self::Paraphrased => "paraphrased",
            Self::Credited => "credited",
            Self::Opening => "opening",
            Self::NotFound => "not-found",
            Self::Copied => "copied",
            Self::Together => "together",
            Self::First => "first",
            Self::Comments => "comments",
        }
    }

    /// The measure with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }

    /// Whether its evidence is an article as a whole and not a passage of one.
    pub fn is_of_articles(self) -> bool {
        matches!(
            self,
            Self::Articles | Self::Copied | Self::Together | Self::First
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_is_found_by_its_name() {
        for measure in Measure::ALL {
            assert_eq!(Measure::named(measure.name()), Some(measure));
        }
    }
}
