use super::{Comparison, Place, Published, Relation, Span, Speaker};

/// Marks of quotations.
const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// What a statement has to say about the outlets, which decides whether a report shows it or counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Several outlets carry it and at least one of them differs.
    Differs,
    /// Several outlets carry it in the same words.
    Same,
    /// One outlet carries it.
    Single,
}

impl Comparison {
    /// The group of statement `at`.
    pub fn group(&self, at: usize) -> Group {
        let statement = &self.statements[at];
        if statement.carried_by.len() < 2 {
            Group::Single
        } else if self.gravity(at) == Relation::Verbatim {
            Group::Same
        } else {
            Group::Differs
        }
    }

    /// The gravest relation of statement `at`.
    pub fn gravity(&self, at: usize) -> Relation {
        let pairs = self.statements[at].pairs.iter();
        pairs
            .flat_map(|pair| pair.relations.iter())
            .min()
            .unwrap_or(Relation::Verbatim)
    }

    /// The number of statement `at` in every report ("s1").
    pub fn label(at: usize) -> String {
        format!("s{}", at + 1)
    }

    /// How many statements article `article` carries.
    pub fn carried_count(&self, article: usize) -> usize {
        let statements = self.statements.iter();
        statements
            .filter(|statement| statement.carried_by.contains(&article))
            .count()
    }

    /// Who is credited with statement `at`, in words.
    pub fn speaker_name(&self, at: usize) -> &str {
        let speaker = self.statements[at].speaker.as_deref();
        speaker.unwrap_or(self.texts.speaker_not_named())
    }

    /// Whether the outlets credit statement `at` to different speakers.
    pub fn is_disputed(&self, at: usize) -> bool {
        let mut pairs = self.statements[at].pairs.iter();
        pairs.any(|pair| pair.relations.contains(Relation::Speaker))
    }

    /// Whom the article at `place` credits with statement `at`, in words.
    pub fn credit(&self, at: usize, place: Place) -> String {
        let speaker = self.speaker_at(at, place);
        speaker.map_or_else(
            || self.texts.credited_to_nobody().to_owned(),
            |speaker| self.texts.credited_to(&speaker.name),
        )
    }

    /// The speaker whom the article of `place` credits with its rendering of statement `at` there, or that it is
    /// nobody.
    pub fn credited(&self, at: usize, place: Place) -> &str {
        let speaker = self.speaker_at(at, place);
        speaker.map_or(self.texts.nobody(), |speaker| &speaker.name)
    }

    fn speaker_at(&self, at: usize, place: Place) -> Option<&Speaker> {
        let quotation = self.quotation_at(at, place)?;
        quotation.speaker.as_ref()
    }

    /// The days of publication, in words, if any is known.
    pub fn days(&self) -> Option<String> {
        let times = self
            .articles
            .iter()
            .filter_map(|article| article.published.as_ref());
        let mut known: Vec<_> = times.filter(|time| time.timestamp.is_some()).collect();
        known.sort_by_key(|time| time.timestamp);
        let days = Published::days(known.first()?, known.last()?, self.texts);
        let zone = if known.iter().any(|time| time.has_time()) {
            " (UTC)"
        } else {
            ""
        };
        Some(format!("{days}{zone}"))
    }

    /// What to say when there is no finding.
    pub fn nothing_found(&self) -> String {
        let differing = (0..self.statements.len()).filter(|at| self.group(*at) == Group::Differs);
        match differing.count() {
            _ if self.is_of_one_article() => self.texts.nothing_alone(),
            _ if self.statements.is_empty() => self.texts.nothing_quoted(),
            _ if self
                .statements
                .iter()
                .all(|statement| statement.carried_by.len() < 2) =>
            {
                self.texts.nothing_shared()
            }
            0 => self.texts.nothing_differs(),
            count => return self.texts.differing(count),
        }
        .to_owned()
    }

    /// `place` with up to `words` words of its sentence on either side.
    pub fn surroundings(&self, place: Place, words: usize) -> Place {
        let text = &self.articles[place.article].text;
        let narration = &self.extractions[place.article].narration;
        let sentence = narration
            .sentence_at(place.span.start)
            .map_or(place.span, |at| {
                narration.sentences[at].span.join(place.span)
            });
        let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        let before = text[sentence.start..place.span.start].split_whitespace();
        let behind = text[place.span.end..sentence.end].split_whitespace();
        let start = before
            .rev()
            .take(words)
            .last()
            .map_or(place.span.start, offset);
        let end = behind
            .take(words)
            .last()
            .map_or(place.span.end, |word| offset(word) + word.len());
        Place {
            article: place.article,
            span: Span::new(start, end),
        }
    }

    /// The words on either side of `place` in its sentence without half of a quotation, and whether words of the
    /// sentence stand before and behind them.
    pub fn context(&self, place: Place, words: usize) -> (bool, Place, bool) {
        let text = &self.articles[place.article].text;
        let whole = self.surroundings(place, usize::MAX).span;
        let mut around = self.surroundings(place, words).span;
        let mut signs = text[around.start..place.span.start].char_indices().rev();
        if let Some((at, sign)) = signs.find(|(_, sign)| MARKS.contains(sign)) {
            around.start += at + sign.len_utf8();
        }
        let mut signs = text[place.span.end..around.end].char_indices();
        if let Some((at, _)) = signs.find(|(_, sign)| MARKS.contains(sign)) {
            around.end = place.span.end + at;
        }
        let inner = around.slice(text);
        around.start += inner.len() - inner.trim_start().len();
        around.end -= inner.len() - inner.trim_end().len();
        let place = Place {
            article: place.article,
            span: around,
        };
        (around.start > whole.start, place, around.end < whole.end)
    }

    /// Whether any two outlets can be compared.
    pub fn is_of_one_article(&self) -> bool {
        self.articles.len() < 2
    }

    /// What to call the event: the `name` given, else the headline of the earliest article that has one.
    pub fn event_name(&self, name: Option<&str>) -> String {
        let mut headlines = self
            .articles
            .iter()
            .filter_map(|article| article.title.as_deref());
        let name = name.or_else(|| headlines.next());
        name.unwrap_or(self.texts.one_event()).to_owned()
    }

    /// The letter that stands for article `at` in reports: A to Z, then AA, AB and so on.
    pub fn letter(&self, at: usize) -> String {
        letter(at)
    }

    /// The letters of `articles`, with a space between.
    pub fn letters(&self, articles: &[usize]) -> String {
        let letters: Vec<String> = articles.iter().map(|at| self.letter(*at)).collect();
        letters.join(" ")
    }
}

/// The letter of the article with this index: A to Z, then AA, AB and so on.
pub(crate) fn letter(at: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = at + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(
            b'A' + u8::try_from(rest % 26).unwrap_or_default(),
        ));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
