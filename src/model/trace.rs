use super::{Article, CheckStatus, DiffPart, Place, Searched, Span, count_words};

/// Every rendering of asked words.
#[derive(Debug)]
pub struct Trace {
    /// The asked words as an article of their own, and behind them the articles searched, by time.
    pub articles: Vec<Article>,
    /// Earliest first.
    pub renderings: Vec<Traced>,
    /// How much was searched.
    pub searched: Searched,
}

/// One place that renders the asked words.
#[derive(Clone, Debug, PartialEq)]
pub struct Traced {
    /// The words themselves.
    pub place: Place,
    /// The quotation around them, or the words alone.
    pub passage: Place,
    /// Who is credited.
    pub speaker: Option<String>,
    /// The time code before them, in a transcript or captions.
    pub time: Option<Span>,
    /// How the asked words differ from these, gravest first; never empty.
    pub statuses: Vec<CheckStatus>,
    /// Word for word from the article (`a`) to the asked words (`b`).
    pub diff: Vec<DiffPart>,
}

impl Trace {
    /// The asked words.
    pub fn asked(&self) -> &str {
        self.articles.first().map_or("", |article| &article.text)
    }

    /// The characters at `place`.
    pub fn slice(&self, place: Place) -> &str {
        place.span.slice(&self.articles[place.article].text)
    }

    /// How rendering `at` relates to the asked words, and how its passage grew or shrank against the
    /// earliest.
    pub fn note(&self, at: usize) -> String {
        let traced = &self.renderings[at];
        let statuses = traced.statuses.iter();
        let in_words: Vec<&str> = statuses.map(|status| against_asked(*status)).collect();
        let words = |traced: &Traced| count_words(self.slice(traced.passage));
        let (own, first) = (words(traced), words(&self.renderings[0]));
        let mut note = in_words.join(", ");
        if at > 0 && own != first {
            let more = if own > first { "longer" } else { "shorter" };
            let outlet = &self.articles[self.renderings[0].place.article].outlet;
            note.push_str(&format!(
                "; {} words {more} than in {outlet}",
                own.abs_diff(first)
            ));
        }
        note
    }
}

/// What an article's words are against the asked ones, which `status` calls so against the article's.
fn against_asked(status: CheckStatus) -> &'static str {
    match status {
        CheckStatus::Verbatim => "the same words",
        CheckStatus::Interpolated => "without the words in brackets",
        CheckStatus::Elided => "with more words inside",
        CheckStatus::Truncated | CheckStatus::Missing => "part of the words",
        CheckStatus::Spliced => "in two places",
        CheckStatus::Reworded => "in other words",
        CheckStatus::Contradicted => "a negation, a number or a name differs",
        CheckStatus::Speaker => "credited to somebody else",
        CheckStatus::Paraphrased => "in the reporter's words",
    }
}
