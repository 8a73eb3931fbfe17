use super::{Article, CheckStatus, DiffPart, Place, Searched, Span, count_words};
use crate::Texts;

/// Every rendering of asked words.
#[derive(Debug)]
pub struct Trace {
    /// The asked words as an article of their own, and behind them the articles searched, by time.
    pub articles: Vec<Article>,
    /// Earliest first.
    pub renderings: Vec<Traced>,
    /// How much was searched.
    pub searched: Searched,
    /// How many articles of a store were read, the closest ones, when more of them may print the words.
    pub closest: Option<usize>,
    /// The language of its sentences.
    pub texts: Texts,
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

    /// That more articles may print the words than were read, if it is so.
    pub fn not_read(&self) -> Option<String> {
        let closest = self.closest?;
        let more = format!("--limit {}", closest.saturating_mul(10));
        Some(self.texts.trace_closest(closest, more))
    }

    /// How rendering `at` relates to the asked words, and how its passage grew or shrank against the
    /// earliest.
    pub fn note(&self, at: usize) -> String {
        let traced = &self.renderings[at];
        let statuses = traced.statuses.iter();
        let in_words: Vec<&str> = statuses
            .map(|status| against_asked(*status, self.texts))
            .collect();
        let words = |traced: &Traced| count_words(self.slice(traced.passage));
        let (own, first) = (words(traced), words(&self.renderings[0]));
        let mut note = in_words.join(", ");
        if at > 0 && own != first {
            let outlet = &self.articles[self.renderings[0].place.article].outlet;
            note.push_str("; ");
            note.push_str(&match own > first {
                true => self.texts.trace_longer(own - first, outlet),
                false => self.texts.trace_shorter(first - own, outlet),
            });
        }
        note
    }
}

/// What an article's words are against the asked ones, which `status` calls so against the article's.
fn against_asked(status: CheckStatus, texts: Texts) -> &'static str {
    match status {
        CheckStatus::Verbatim => texts.trace_verbatim(),
        CheckStatus::Interpolated => texts.trace_interpolated(),
        CheckStatus::Elided => texts.trace_elided(),
        CheckStatus::Truncated | CheckStatus::Missing => texts.trace_truncated(),
        CheckStatus::Spliced => texts.trace_spliced(),
        CheckStatus::Reworded => texts.trace_reworded(),
        CheckStatus::Contradicted => texts.trace_contradicted(),
        CheckStatus::Speaker => texts.trace_speaker(),
        CheckStatus::Paraphrased => texts.trace_paraphrased(),
    }
}
