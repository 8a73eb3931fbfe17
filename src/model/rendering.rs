//! How each article renders a statement, measured against one of the renderings.
//!
//! ```text
//! base   A  The two leaders went over the Afghan question at length and agreed to stay in touch.
//!        B  ‹3›             went over the Afghan question at length ‹7›
//!        C  The two leaders [went] argued over …
//! ```
//!
//! Pairs say how any two segments differ; a reader wants every article against the same words. The base
//! is the statement's reference, or a rendering of the article that the reader chose. A passage that
//! has no pair with the base is measured against the passage it has most in common with. Nothing is
//! computed anew: each measure is a pair of the statement, turned round where the base is its second
//! side.

use super::{
    Comparison, DiffOp, DiffPart, Pair, Place, Quotation, Relation, RelationSet, Span, count_words,
};

/// How the articles render one statement.
#[derive(Clone, Debug)]
pub struct Renderings {
    /// What the others are measured against.
    pub base: Place,
    /// One per article that carries the statement, ascending; never empty.
    pub articles: Vec<Rendering>,
}

/// How one article renders a statement.
#[derive(Clone, Debug)]
pub struct Rendering {
    /// Index of the article.
    pub article: usize,
    /// In order of the text; never empty.
    pub passages: Vec<Passage>,
}

/// One quoted string, or the content of an indirect quotation, that renders a statement.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Where it stands.
    pub place: Place,
    /// How it was measured; nothing for the base itself and for a passage without any pair.
    pub measure: Option<Measure>,
}

/// A passage against another one.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The other passage: the base, or one of a third article.
    pub against: Place,
    /// How the passage differs from it.
    pub relations: RelationSet,
    /// Word for word from `against` to the passage; empty for a paraphrase.
    pub diff: Vec<DiffPart>,
    /// Whether the two differ as translations of the same words do.
    pub is_translation: bool,
}

impl Comparison {
    /// How the articles render statement `at`, measured against article `base` where it carries the
    /// statement in quotation marks, else against the reference.
    pub fn renderings(&self, at: usize, base: Option<usize>) -> Renderings {
        let statement = &self.statements[at];
        let places = self.places(at);
        let chosen = base.and_then(|article| {
            let own = places.iter().filter(|place| place.article == article);
            own.filter(|place| !self.is_indirect(at, **place))
                .max_by_key(|place| (count_words(self.slice(**place)), std::cmp::Reverse(**place)))
        });
        let base = chosen.copied().unwrap_or(statement.reference);
        let mut articles: Vec<Rendering> = Vec::new();
        for place in places {
            let passage = Passage {
                place,
                measure: measure(&statement.pairs, base, place),
            };
            match articles.last_mut() {
                Some(last) if last.article == place.article => last.passages.push(passage),
                _ => articles.push(Rendering {
                    article: place.article,
                    passages: vec![passage],
                }),
            }
        }
        Renderings { base, articles }
    }

    /// Every passage that renders statement `at`, by article and place.
    pub fn places(&self, at: usize) -> Vec<Place> {
        let statement = &self.statements[at];
        let paired = statement.pairs.iter().flat_map(|pair| [pair.a, pair.b]);
        let mut places: Vec<Place> = paired.chain([statement.reference]).collect();
        places.sort();
        places.dedup();
        places
    }

    /// The quotation of statement `at` that holds `place`.
    pub fn quotation_at(&self, at: usize, place: Place) -> Option<&Quotation> {
        let variants = self.statements[at].variants.iter();
        variants
            .filter(|id| id.article == place.article)
            .map(|id| self.quotation(*id))
            .find(|quotation| {
                let spans = quotation.segments.iter().chain(&quotation.content);
                spans.into_iter().any(|span| span.overlap(place.span) > 0)
            })
    }

    /// The verb or phrase that reports `place`, as printed; nothing where a colon or a dash does.
    pub fn verb_at(&self, at: usize, place: Place) -> Option<&str> {
        let cue = self.quotation_at(at, place)?.cue.as_ref()?;
        let verb = cue.span.slice(&self.articles[place.article].text);
        verb.contains(char::is_alphabetic).then_some(verb)
    }

    /// Whether `place` renders statement `at` without quotation marks.
    pub fn is_indirect(&self, at: usize, place: Place) -> bool {
        self.quotation_at(at, place).is_some_and(|quotation| {
            let mut segments = quotation.segments.iter();
            !segments.any(|span| span.overlap(place.span) > 0)
        })
    }
}

/// The pair of `place` with `base`, or else with the passage it is most like.
fn measure(pairs: &[Pair], base: Place, place: Place) -> Option<Measure> {
    if place == base {
        return None;
    }
    let with_base = pairs
        .iter()
        .find(|pair| (pair.a, pair.b) == (base, place) || (pair.a, pair.b) == (place, base));
    let nearest = || {
        let own = pairs
            .iter()
            .filter(|pair| pair.a == place || pair.b == place);
        own.reduce(|best, pair| if pair.score > best.score { pair } else { best })
    };
    let pair = with_base.or_else(nearest)?;
    Some(if pair.b == place {
        Measure {
            against: pair.a,
            relations: pair.relations,
            diff: pair.diff.clone(),
            is_translation: pair.is_translation,
        }
    } else {
        Measure {
            against: pair.b,
            relations: pair.relations,
            diff: pair.diff.iter().map(|part| part.turned()).collect(),
            is_translation: pair.is_translation,
        }
    })
}

impl Renderings {
    /// How `article` renders the statement, if it carries it.
    pub fn of(&self, article: usize) -> Option<&Rendering> {
        let mut articles = self.articles.iter();
        articles.find(|rendering| rendering.article == article)
    }
}

impl Comparison {
    /// An earlier article whose rendering of statement `at` has the same words as that of `article`, and
    /// no more and no fewer.
    pub fn same_as(&self, renderings: &Renderings, article: usize) -> Option<usize> {
        let own = renderings.of(article)?;
        let folded = |rendering: &Rendering| -> Vec<String> {
            let passages = rendering.passages.iter();
            passages
                .map(|passage| letters(self.slice(passage.place)))
                .collect()
        };
        let words = folded(own);
        let mut earlier = renderings
            .articles
            .iter()
            .take_while(|other| other.article < article);
        earlier
            .find(|other| folded(other) == words)
            .map(|other| other.article)
    }
}

/// Letters and digits in lower case.
fn letters(text: &str) -> String {
    let kept = text.chars().filter(|sign| sign.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

impl Rendering {
    /// Whether it is the one that the others are measured against.
    pub fn holds(&self, base: Place) -> bool {
        self.passages.iter().any(|passage| passage.place == base)
    }

    /// How it differs, all passages taken together: from the base if any passage is measured against it.
    pub fn relations(&self, base: Place) -> RelationSet {
        let measures = self.measures_for(base);
        let all = measures.iter().flat_map(|measure| measure.relations.iter());
        let all: RelationSet = all.collect();
        let is_whole = |relation| matches!(relation, Relation::Verbatim | Relation::Speaker);
        if all.iter().all(is_whole) {
            return all;
        }
        all.iter()
            .filter(|relation| *relation != Relation::Verbatim)
            .collect()
    }

    /// The article it is measured against, where that is not the base's.
    pub fn stands_beside(&self, base: Place) -> Option<usize> {
        let first = self
            .measures_for(base)
            .first()
            .map(|measure| measure.against)?;
        (first != base).then_some(first.article)
    }

    /// How many of the words of `base` in `text` it keeps, if any passage is measured word for word.
    pub fn kept_words(&self, base: Place, text: &str) -> Option<usize> {
        let mut kept: Vec<Span> = Vec::new();
        let mut is_measured = false;
        for measure in self.measures_for(base) {
            if measure.against == base && !measure.diff.is_empty() {
                is_measured = true;
                let equal = measure.diff.iter().filter(|part| part.op == DiffOp::Equal);
                kept.extend(equal.filter_map(|part| part.a));
            }
        }
        kept.sort();
        let mut end = 0;
        let mut words = 0;
        for span in kept {
            let start = span.start.max(end);
            if start < span.end {
                words += count_words(&text[start..span.end]);
                end = span.end;
            }
        }
        is_measured.then_some(words)
    }

    /// The measures against the base, or those against others when there is none.
    fn measures_for(&self, base: Place) -> Vec<&Measure> {
        let all = || {
            self.passages
                .iter()
                .filter_map(|passage| passage.measure.as_ref())
        };
        let with_base: Vec<_> = all().filter(|measure| measure.against == base).collect();
        if with_base.is_empty() {
            all().collect()
        } else {
            with_base
        }
    }
}

impl DiffPart {
    /// The same step told from the second side to the first.
    #[must_use]
    pub fn turned(self) -> Self {
        let op = match self.op {
            DiffOp::Delete => DiffOp::Insert,
            DiffOp::Insert => DiffOp::Delete,
            same => same,
        };
        Self {
            op,
            a: self.b,
            b: self.a,
        }
    }
}
