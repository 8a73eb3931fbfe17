use jiff::civil::DateTime;

use super::Span;
use crate::Texts;

/// One outlet's version of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Unique within one run: the file's stem, numbered when two agree.
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// The headline, which is not part of `text` unless the file repeats it there.
    pub title: Option<String>,
    /// The author's line as printed.
    pub byline: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// BCP 47 tag of the language ("en"), as declared or detected.
    pub language: Option<String>,
    /// The text that all offsets count in. For plain text and Markdown this is the whole file, so that
    /// a place in the report is a place in the file.
    pub text: String,
    /// The part of `text` that is the article: all but the front matter.
    pub body: Span,
    /// Paragraphs that a page sets off as a block quotation, ascending. Plain text says so itself ("> ").
    pub set_off: Vec<Span>,
}

impl Article {
    /// An article that is nothing but a text; `outlet` serves as its id too.
    pub fn new(outlet: impl Into<String>, text: impl Into<String>) -> Self {
        let (outlet, text) = (outlet.into(), text.into());
        Self {
            id: outlet.clone(),
            outlet,
            title: None,
            byline: None,
            url: None,
            published: None,
            language: None,
            body: Span::new(0, text.len()),
            set_off: Vec::new(),
            text,
        }
    }

    /// The order of a comparison: by time of publication, those without a time last, then by id.
    pub fn cmp_by_time(&self, other: &Self) -> std::cmp::Ordering {
        let time = |article: &Self| {
            let published = article.published.as_ref();
            let timestamp = published.and_then(|published| published.timestamp);
            timestamp.unwrap_or(i64::MAX)
        };
        (time(self), &self.id).cmp(&(time(other), &other.id))
    }

    /// Number of words of the body, where a word is a run of characters between white space that holds
    /// a letter or a digit.
    pub fn words(&self) -> usize {
        count_words(self.body.slice(&self.text))
    }

    /// Share of its words that stand before the byte `at`, 0 to 1.
    pub fn position(&self, at: usize) -> f64 {
        let before = count_words(&self.text[self.body.start..at.max(self.body.start)]);
        before as f64 / self.words().max(1) as f64
    }

    /// The number of the paragraph that holds the byte `at`, from 1; every line with words is one.
    pub fn paragraph_number(&self, at: usize) -> usize {
        let before = &self.text[self.body.start..at.max(self.body.start)];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let lines = before[..line].lines();
        lines.filter(|line| !line.trim().is_empty()).count() + 1
    }

    /// The language for a format that takes nothing but a tag; empty when it is not known or no tag.
    pub(crate) fn language_tag(&self) -> &str {
        let tag = self.language.as_deref().unwrap_or_default();
        let is_tag = tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.chars().all(|sign| sign.is_ascii_alphanumeric())
        });
        if is_tag { tag } else { "" }
    }

    /// Where it was published, if that leads to the web and to nothing else.
    pub(crate) fn web_address(&self) -> Option<&str> {
        let url = self.url.as_deref()?.trim();
        let scheme = url.get(..8).unwrap_or(url).to_ascii_lowercase();
        let is_web = scheme.starts_with("http://") || scheme.starts_with("https://");
        let is_plain = !url
            .chars()
            .any(|sign| sign.is_control() || sign.is_whitespace());
        (is_web && is_plain).then_some(url)
    }

    /// The places of the `words` words before and behind `span`, as far as the body goes.
    pub fn around(&self, span: Span, words: usize) -> (Span, Span) {
        let body = self.body;
        let before = &self.text[body.start..span.start.clamp(body.start, body.end)];
        let after = &self.text[span.end.clamp(body.start, body.end)..body.end];
        let length = |word: Option<&str>, rest: &str| {
            word.map_or(0, |word| word.as_ptr().addr() - rest.as_ptr().addr())
        };
        let first = before.split_whitespace().rev().take(words).last();
        let last = after.split_whitespace().take(words).last();
        let end = last.map_or(0, |last| length(Some(last), after) + last.len());
        let start = first.map_or(before.len(), |first| length(Some(first), before));
        let (before_end, after_start) = (body.start + before.len(), body.end - after.len());
        (
            Span::new(body.start + start, before_end),
            Span::new(after_start, after_start + end),
        )
    }

    /// Whether the article is in English or its language is not known.
    pub fn is_english(&self) -> bool {
        self.language
            .as_deref()
            .is_none_or(|tag| tag == "en" || tag.starts_with("en-"))
    }
}

/// Where the words of an article's body begin, each at its first letter or digit: for many places of one article,
/// since counting its words anew for each costs more than all else.
#[derive(Debug)]
pub(crate) struct WordStarts(Vec<usize>);

impl WordStarts {
    pub(crate) fn of(article: &Article) -> Self {
        let body = article.body.slice(&article.text);
        let mut starts = Vec::with_capacity(body.len() / 5);
        let mut is_inside = false;
        for (at, sign) in body.char_indices() {
            if sign.is_whitespace() {
                is_inside = false;
            } else if !is_inside && sign.is_alphanumeric() {
                is_inside = true;
                starts.push(article.body.start + at);
            }
        }
        Self(starts)
    }

    /// What [`Article::position`] says of the byte `at`.
    pub(crate) fn position(&self, at: usize) -> f64 {
        let before = self.0.partition_point(|start| *start < at);
        before as f64 / self.0.len().max(1) as f64
    }
}

/// Number of runs of characters between white space that hold a letter or a digit.
pub(crate) fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// A time of publication: what was printed, and the moment it means when that can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// As it stands in the input.
    pub text: String,
    /// Seconds since 1970-01-01T00:00:00Z; a date without a time counts as its first second in UTC.
    pub timestamp: Option<i64>,
}

impl Published {
    /// The day in UTC ("25 Aug 2021"), or what was printed when no moment could be told.
    pub fn day(&self, texts: Texts) -> String {
        self.told(|moment| texts.day_of_year(moment.day(), month(moment, texts), moment.year()))
    }

    /// From the day of `first` to that of `last`; what both share is said once ("13 to 16 Apr 2026").
    pub(crate) fn days(first: &Self, last: &Self, texts: Texts) -> String {
        let (start, end) = (first.day(texts), last.day(texts));
        if start == end {
            return end;
        }
        let share = |format: &str| {
            let told = |time: &Self| time.told(|moment| moment.strftime(format).to_string());
            told(first) == told(last)
        };
        let start = if share("%m %Y") {
            first.told(|moment| moment.day().to_string())
        } else if share("%Y") {
            first.day_of_month(texts)
        } else {
            start
        };
        texts.days(start, end)
    }

    fn day_of_month(&self, texts: Texts) -> String {
        self.told(|moment| texts.day_of_month(moment.day(), month(moment, texts)))
    }

    /// Day and time of day in UTC ("25 Aug 14:05"), the time where one was printed.
    pub fn moment(&self, texts: Texts) -> String {
        self.with_time(self.day_of_month(texts), texts)
    }

    /// The year in UTC ("2021"), or what was printed when no moment could be told.
    pub fn year(&self) -> String {
        self.told(|moment| moment.year().to_string())
    }

    /// The same as [`Self::moment`] with the year ("25 Aug 2021 14:05").
    pub fn moment_of_year(&self, texts: Texts) -> String {
        self.with_time(self.day(texts), texts)
    }

    /// `day` with the time of day, where one was printed.
    fn with_time(&self, day: String, texts: Texts) -> String {
        if self.has_time() {
            texts.day_and_time(
                day,
                self.told(|moment| moment.strftime("%H:%M").to_string()),
            )
        } else {
            day
        }
    }

    /// The moment, or the day where no time was printed, as XML and HTML write it; empty when it cannot be
    /// told.
    pub(crate) fn w3c(&self) -> String {
        match (self.timestamp, self.has_time()) {
            (None, _) => String::new(),
            (_, true) => self.told(|moment| moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            (_, false) => self.told(|moment| moment.strftime("%Y-%m-%d").to_string()),
        }
    }

    /// Whether a time of day was printed and not only a date.
    pub fn has_time(&self) -> bool {
        self.timestamp.is_some() && self.text.contains(':')
    }

    /// The moment in UTC in words, or what was printed when it could not be told.
    fn told(&self, words: impl Fn(&DateTime) -> String) -> String {
        let moment = self
            .timestamp
            .and_then(|at| jiff::Timestamp::from_second(at).ok());
        moment.map_or_else(
            || self.text.clone(),
            |moment| words(&jiff::tz::Offset::UTC.to_datetime(moment)),
        )
    }
}

/// The short name of the month of `moment`.
fn month(moment: &DateTime, texts: Texts) -> &'static str {
    let mut names = texts.months_short().split_whitespace();
    let before = usize::try_from(moment.month() - 1).unwrap_or_default();
    names.nth(before).unwrap_or_default()
}

/// The days in UTC from one moment to another, in seconds since 1970, in words.
#[cfg(feature = "store")]
pub(crate) fn days(first: i64, last: i64, texts: Texts) -> String {
    let at = |timestamp| Published {
        text: String::new(),
        timestamp: Some(timestamp),
    };
    Published::days(&at(first), &at(last), texts)
}

/// A moment in seconds since 1970 in the form of RFC 3339, in UTC.
#[cfg(feature = "store")]
pub(crate) fn moment(timestamp: i64) -> String {
    jiff::Timestamp::from_second(timestamp)
        .map_or_else(|_| timestamp.to_string(), |moment| moment.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Published {
        let time: Option<jiff::Timestamp> = text.parse().ok();
        Published {
            text: text.to_owned(),
            timestamp: time.map(jiff::Timestamp::as_second),
        }
    }

    #[test]
    fn days_that_share_a_month_or_a_year_say_it_once() {
        let days =
            |first: &str, last: &str| Published::days(&at(first), &at(last), Texts::default());
        assert_eq!(
            days("2026-04-13T11:15:00Z", "2026-04-16T00:10:00Z"),
            "13 to 16 Apr 2026"
        );
        assert_eq!(
            days("2026-03-30T11:15:00Z", "2026-04-02T00:10:00Z"),
            "30 Mar to 2 Apr 2026"
        );
        assert_eq!(
            days("2025-12-31T11:15:00Z", "2026-01-01T00:10:00Z"),
            "31 Dec 2025 to 1 Jan 2026"
        );
        assert_eq!(
            days("2026-04-13T11:15:00Z", "2026-04-13T23:10:00Z"),
            "13 Apr 2026"
        );
    }

    #[test]
    fn a_moment_is_told_in_the_language_of_the_reader() {
        let moment = |text: &str| at(text).moment(Texts::default());
        assert_eq!(moment("2021-08-25T14:05:00Z"), "25 Aug 14:05");
        assert_eq!(moment("some day"), "some day");
        for texts in Texts::ALL {
            let months: Vec<&str> = texts.months_short().split_whitespace().collect();
            assert_eq!(months.len(), 12, "{}", texts.code());
        }
    }

    #[test]
    fn links_lead_to_the_web_only() {
        let leads = |url: &str| {
            let article = Article {
                url: Some(url.to_owned()),
                ..Article::new("post", "")
            };
            article.web_address().is_some()
        };
        assert!(leads("https://post.example/a?b=c"));
        assert!(leads("HTTP://post.example"));
        for url in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//post.example",
            "https://a b",
            "",
        ] {
            assert!(!leads(url), "{url}");
        }
    }

    #[test]
    fn only_a_tag_is_a_language() {
        let tag = |language: &str| {
            let article = Article {
                language: Some(language.to_owned()),
                ..Article::new("post", "")
            };
            article.language_tag().to_owned()
        };
        assert_eq!(tag("pt-BR"), "pt-BR");
        assert_eq!(tag("en\" onclick=\"x"), "");
        assert_eq!(tag("no language"), "");
    }
}
